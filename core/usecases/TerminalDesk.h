// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/TerminalSettings.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// The card terminal of this till: which one it is (HW-3, HW-5). On the ledger thread.
class TerminalDesk
{
public:
    explicit TerminalDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// `manual` when nobody has chosen.
    Result<TerminalSettings> settings() const;
    /// Needs EditSettings; a technical event notes it (JET 130). IntentPending: a payment has no certain answer yet, and only the terminal
    /// that was asked can give it.
    Result<> save(const CommandId &id, const TerminalSettings &settings);
    /// Whether a payment at the terminal named `terminal` is doubtful: worth asking it again (hardware.md §2.5).
    Result<bool> hasDoubt(const QString &terminal) const;

private:
    Workplace &m_workplace;
};

} // namespace guichet
