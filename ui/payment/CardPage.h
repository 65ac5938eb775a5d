// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentState.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

class QLineEdit;

namespace guichet {

/// The quiet page that follows a card payment (PAY-4). Draws a CardState and reports what the cashier says; decides nothing. Object names:
/// `card.accepted`, `card.declined`, `card.unknown`, `card.yes`, `card.no`,
/// `card.cancel`, `card.approve`, `card.reject`, `card.park`, `card.leave`, `card.code`. Keys: F2 to F4 answer, F5 cancels or leaves, F12
/// parks.
class CardPage : public QWidget
{
    Q_OBJECT

public:
    explicit CardPage(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override { return {480, 600}; }
    void render(const CardState &state);

Q_SIGNALS:
    void answered(guichet::ChargeState state); ///< What the terminal showed; Unknown: *Je ne sais pas*.
    void replied(bool yes);                    ///< To the question of the terminal.
    void cancelWanted();
    void resolved(guichet::ChargeState state, const QString &approvalCode);
    void parkWanted();
    void leaveWanted();

private:
    QWidget *buildAnswers();
    QWidget *buildReply();
    QWidget *buildResolution();
    BigButton *addButton(const QString &text, BigButton::Kind kind, const QString &name);

    CardState m_shown;
    TextLabel *m_title;
    TextLabel *m_amount;
    TextLabel *m_prompt;
    std::vector<TextLabel *> m_sentences;
    QLineEdit *m_code;
    QWidget *m_answers;
    QWidget *m_reply;
    BigButton *m_approve;
    BigButton *m_reject;
    QWidget *m_resolution;
    BigButton *m_cancel;
    BigButton *m_leave;
};

} // namespace guichet
