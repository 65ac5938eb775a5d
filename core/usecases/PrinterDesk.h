// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/receipt/PrintJob.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// The receipt printer of this till and its spare one (HW-1, HW-5). On the ledger thread.
class PrinterDesk
{
public:
    explicit PrinterDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// `printer` as in TillSettings::receiptPrinter or sparePrinter. Needs EditSettings; the other settings stay.
    Result<> save(const CommandId &id, PrintJob::Printer which, const QString &printer, const QString &profile);
    /// What was found out of the drawer at its socket: TillSettings::drawerPin and drawerSensor. Needs EditSettings.
    Result<> saveDrawer(const CommandId &id, int pin, const QString &sensor);
    /// Puts a test page for that printer in the spool. Needs EditSettings.
    Result<> printTestPage(const CommandId &id, PrintJob::Printer which);

private:
    Workplace &m_workplace;
};

} // namespace guichet
