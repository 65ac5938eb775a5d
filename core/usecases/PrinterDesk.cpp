// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PrinterDesk.h"

#include "core/receipt/PrinterTestPage.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

namespace guichet {

Result<> PrinterDesk::save(const CommandId &id, PrintJob::Printer which, const QString &printer, const QString &profile)
{
    TillSettings settings = m_workplace.settings;
    const bool isSpare = which == PrintJob::Printer::Spare;
    (isSpare ? settings.sparePrinter : settings.receiptPrinter) = printer;
    (isSpare ? settings.sparePrinterProfile : settings.printerProfile) = profile;
    return BackOffice{m_workplace}.saveSettings(id, settings);
}

Result<> PrinterDesk::saveDrawer(const CommandId &id, int pin, const QString &sensor)
{
    TillSettings settings = m_workplace.settings;
    settings.drawerPin = pin;
    settings.drawerSensor = sensor;
    return BackOffice{m_workplace}.saveSettings(id, settings);
}

Result<> PrinterDesk::printTestPage(const CommandId &id, PrintJob::Printer which)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::EditSettings));
        const TillSettings &settings = m_workplace.settings;
        const bool isSpare = which == PrintJob::Printer::Spare;
        TRY_LET(job, m_workplace.spool(printerTestPage({.till = m_workplace.catalogue->tillName(settings.tillKey).in(settings.language),
                                                        .printer = isSpare ? settings.sparePrinter : settings.receiptPrinter,
                                                        .profile = isSpare ? settings.sparePrinterProfile : settings.printerProfile,
                                                        .at = m_workplace.now()},
                                                       settings.language)));
        return isSpare ? PrintQueue{m_workplace}.sendTo(job, which) : Result<>{};
    });
}

} // namespace guichet
