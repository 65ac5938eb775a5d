// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/TerminalSettings.h"
#include "core/usecases/CommandId.h"

#include <optional>

namespace guichet {

struct Actor;
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
    /// Who may change them now: needs EditSettings. IntentPending: a payment has no certain answer yet, and only the terminal that was
    /// asked can give it.
    Result<Actor> mayChange();
    /// A key for a new secret of these settings, which save() then names; not used, it is spare. Errors as save().
    Result<QString> addSecretKey(const TerminalSettings &settings);
    /// `secretKey`: where their new secret is; empty: they keep the one that they have. saveTerminal() does both. Errors as mayChange(),
    /// and InvalidInput. A technical event notes it (JET 130).
    Result<> save(const CommandId &id, const TerminalSettings &settings, const QString &secretKey = {});
    /// Whether a payment at the terminal named `terminal` is doubtful, or a late approval waits for a person.
    Result<bool> hasDoubt(const QString &terminal) const;
    /// What it is worth asking again (hardware.md §2.5, §2.9).
    Result<TerminalQuestions> questions(const QString &terminal) const;

    /// What is to be asked before the running session is closed; nothing while training.
    Result<TerminalDayEnd> dayEnd() const;
    /// Keeps what the terminal counted for the X and Z of the running session, also over a restart (belgium.md §5.8). `ended`: its day
    /// ended with it; what comes after that is not of this session any more and is left out. SessionNotOpen.
    Result<> keepTotals(const TerminalTotals &totals, bool ended);
    /// The slip of the end of its day in `session`, to be printed under the Z; empty: none.
    Result<QStringList> daySlip(const Id<TillSession> &session) const;
    /// The terminal's figures beside those of `session`; none: the terminal has no link. Not answered: nothing is kept.
    Result<std::optional<TerminalComparison>> comparison(const Id<TillSession> &session) const;

private:
    Result<> record(const TerminalSettings &settings, const QString &secretKey);

    Workplace &m_workplace;
};

} // namespace guichet
