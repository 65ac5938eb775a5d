// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/MakeReceiptPrinter.h"

#include "hardware/printer/EscPosPrinter.h"
#include "hardware/printer/FilePrinter.h"
#include "hardware/printer/NullPrinter.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 rawPort = 9100;

} // namespace

Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const QString &setting, const QString &profileKey, const QImage &logo)
{
    TRY_LET(profile, printerProfile(profileKey));
    if (setting == u"none")
        return std::make_unique<NullPrinter>();
    if (setting.startsWith(u"file:") && setting.size() > 5)
        return std::make_unique<FilePrinter>(setting.mid(5), profile, logo);
    TRY_LET(stream, makeByteStream(setting, rawPort));
    return std::make_unique<EscPosPrinter>(std::move(stream), profile, logo);
}

} // namespace guichet
