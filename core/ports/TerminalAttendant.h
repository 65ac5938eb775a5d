// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"

namespace guichet {

/// The person in front of a terminal without link: says what it showed (PAY-4). Implemented by the manual terminal, used by the payment
/// screen. From any thread.
class TerminalAttendant
{
public:
    virtual ~TerminalAttendant() = default;
    /// What the terminal showed. Ignored when no charge is waiting.
    virtual void answer(const Charge &charge) = 0;
    /// True while a charge waits for a person.
    virtual bool isWaiting() const = 0;
};

} // namespace guichet
