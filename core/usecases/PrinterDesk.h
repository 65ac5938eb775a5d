// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// The receipt printer of this till (HW-1, HW-5). On the ledger thread.
class PrinterDesk
{
public:
    explicit PrinterDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// `printer` as in TillSettings::receiptPrinter. Needs EditSettings; the other settings stay.
    Result<> save(const CommandId &id, const QString &printer, const QString &profile);
    /// What was found out of the drawer at its socket: TillSettings::drawerPin and drawerSensor. Needs EditSettings.
    Result<> saveDrawer(const CommandId &id, int pin, const QString &sensor);
    /// Puts a test page in the spool. Needs EditSettings.
    Result<> printTestPage(const CommandId &id);

private:
    Workplace &m_workplace;
};

} // namespace guichet
