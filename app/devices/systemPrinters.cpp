// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/systemPrinters.h"

#include "ui/labels/paintLabelSheets.h"

#include <QPrinter>
#include <QPrinterInfo>

namespace guichet {
using namespace Qt::StringLiterals;

QStringList systemPrinterNames()
{
    QStringList names = QPrinterInfo::availablePrinterNames();
    if (const QString usual = QPrinterInfo::defaultPrinterName(); names.removeOne(usual))
        names.prepend(usual);
    return names;
}

Result<> printOnSystemPrinter(const QString &printer, const LabelSheets &sheets)
{
    const QPrinterInfo known = QPrinterInfo::printerInfo(printer);
    if (known.isNull())
        return failure(ErrorCode::DeviceUnavailable, u"no system printer "_s + printer, {printer});
    QPrinter pages{known, QPrinter::HighResolution};
    pages.setFullPage(true); // lengths count from the edge of the paper
    pages.setDocName(u"Guichet"_s);
    auto painted = paintLabelSheets(pages, sheets);
    if (!painted && painted.error().code == ErrorCode::DeviceUnavailable)
        return failure(ErrorCode::DeviceUnavailable, painted.error().detail, {printer});
    return painted;
}

} // namespace guichet
