// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"
#include "core/till/TerminalSettings.h"
#include "core/usecases/CommandId.h"

#include <optional>

namespace guichet {

struct TerminalComparison;
struct TerminalTotals;
struct TillSession;
struct Workplace;

/// What the closing wants of the card terminal.
struct TerminalDayEnd
{
    bool asks = false; ///< There is a terminal with a link whose totals of this session's end are not kept yet.
    bool ends = false; ///< It may end its day; never while a payment is doubtful: only the running day can say what became of it.
    friend bool operator==(const TerminalDayEnd &, const TerminalDayEnd &) = default;
};

/// What the terminal may tell about.
struct TerminalQuestions
{
    bool doubts = false;    ///< No payment is sent to it meanwhile.
    bool decisions = false; ///< A person has decided, and it has not said the same yet.
    friend bool operator==(const TerminalQuestions &, const TerminalQuestions &) = default;
};

/// The card terminal of this till: which one it is (HW-3, HW-5). On the ledger thread.
class TerminalDesk
{
public:
    explicit TerminalDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// `manual` when nobody has chosen.
    Result<TerminalSettings> settings() const;
    /// Needs EditSettings; a technical event notes it (JET 130). A secret that is not empty replaces the one that is kept: settings and
    /// secret change together or not at all, and `secrets` may take seconds. IntentPending: a payment has no certain answer yet, and only
    /// the terminal that was asked can give it.
    Result<> save(const CommandId &id, const TerminalSettings &settings, const QByteArray &secret, SecretStore &secrets);
    /// Whether a payment at the terminal named `terminal` is doubtful, or a late approval waits for a person.
    Result<bool> hasDoubt(const QString &terminal) const;
    /// What it is worth asking again (hardware.md §2.5, §2.9).
    Result<TerminalQuestions> questions(const QString &terminal) const;

    /// What is to be asked before the running session is closed; nothing while training.
    Result<TerminalDayEnd> dayEnd() const;
    /// Keeps what the terminal counted for the X and Z of the running session, also over a restart (belgium.md §5.8). `ended`: its day
    /// ended with it. SessionNotOpen.
    Result<> keepTotals(const TerminalTotals &totals, bool ended);
    /// The terminal's figures beside those of `session`; none: the terminal has no link. Not answered: nothing is kept.
    Result<std::optional<TerminalComparison>> comparison(const Id<TillSession> &session) const;

private:
    Result<> record(const TerminalSettings &settings);

    Workplace &m_workplace;
};

/// The secret of a kind of terminal; empty: none is kept, or the kind has none. KeyUnavailable: out of reach now.
Result<QByteArray> keptTerminalSecret(const QString &kind, SecretStore &secrets);

} // namespace guichet
