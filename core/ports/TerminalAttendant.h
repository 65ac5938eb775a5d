// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"

namespace guichet {

/// Which question of a terminal: no other one has its number. None: nothing is asked.
enum class QuestionNumber : quint64 { None };

/// The person in front of a terminal: says what one without link showed, and answers what another asks (PAY-4). Used by the screens that
/// charge. From any thread.
class TerminalAttendant
{
public:
    virtual ~TerminalAttendant() = default;
    /// What the terminal showed. Ignored when no charge is waiting.
    virtual void answer(const Charge &charge) = 0;
    /// True while a charge waits for a person.
    virtual bool isWaiting() const = 0;
    /// Yes or no to that question of the terminal. Ignored when it does not wait, or no more: a second touch answers nothing that is asked
    /// next.
    virtual void reply(QuestionNumber question, bool yes) = 0;
    /// The question that waits: it was the last prompt of the charge.
    virtual QuestionNumber question() const = 0;
    bool isAsked() const { return question() != QuestionNumber::None; }
};

} // namespace guichet
