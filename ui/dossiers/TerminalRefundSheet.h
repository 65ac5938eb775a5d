// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/ShownQuestion.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class AmountLabel;

/// A refund at the terminal (PAY-4, PAY-7): what a linked one asks for, or, at one without link, the person who gives the money back on it
/// and says what it showed. It cannot be left without an answer: *je ne sais pas* is one.
class TerminalRefundSheet : public Sheet
{
    Q_OBJECT

public:
    TerminalRefundSheet(TerminalAttendant &attendant, QWidget *host);
    /// `amount`: negative, as asked from the terminal.
    void ask(Money amount);
    /// What the terminal shows (PaymentTerminal::Progress); the three answers are there while it waits for a person, two while it asks one,
    /// which is `question`.
    void setPrompt(const QString &prompt, QuestionNumber question = QuestionNumber::None);

Q_SIGNALS:
    void cancelWanted(); ///< Of a linked terminal: only a request.

private:
    void makeAnswers();
    void makeReply();
    void answer(ChargeState state);
    void reply(bool yes);

    TerminalAttendant &m_attendant;
    Money m_asked;
    ShownQuestion m_question;
    AmountLabel *m_amount;
    TextLabel *m_prompt;
    QWidget *m_answers;
    QWidget *m_reply;
    BigButton *m_cancel;
};

} // namespace guichet
