// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/TerminalAttendant.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class AmountLabel;

/// The person at the terminal: gives the money back on it and says what it showed (PAY-4, PAY-7). It cannot be left without an answer: *je
/// ne sais pas* is one.
class TerminalRefundSheet : public Sheet
{
    Q_OBJECT

public:
    TerminalRefundSheet(TerminalAttendant &attendant, QWidget *host);
    /// `amount`: negative, as asked from the terminal.
    void ask(Money amount);
    void setPrompt(const QString &prompt);

private:
    void answer(ChargeState state);

    TerminalAttendant &m_attendant;
    Money m_asked;
    AmountLabel *m_amount;
    TextLabel *m_prompt;
};

} // namespace guichet
