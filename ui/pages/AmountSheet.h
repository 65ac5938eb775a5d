// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/money/Money.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

class AmountField;

/// The reasons of a kind as chips.
std::vector<ChipState> reasonChipsOf(const Catalogue &catalogue, Reason::Kind kind, const QString &chosen, Language language);

/// What an AmountSheet asks.
struct AmountQuestion
{
    QString title;
    QString subtitle;
    QString label; ///< In the field: *COMPTÉ*.
    Money proposed;
    std::vector<ChipState> reasons; ///< Empty: none is asked.
    bool asksComment = false;
    bool zeroAllowed = false;
    QString confirm;
};

/// Asks for an amount on a keypad, with a reason and a comment where they are wanted.
class AmountSheet : public Sheet
{
    Q_OBJECT

public:
    explicit AmountSheet(QWidget *host);
    void ask(const AmountQuestion &question);

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void confirmed(guichet::Money amount, const QString &reason, const QString &comment);

private:
    void choose(const QString &reason);
    void refresh();
    void confirm();

    AmountQuestion m_question;
    QString m_reason;
    AmountField *m_amount;
    QWidget *m_side; ///< Reasons and comment.
    TextLabel *m_reasonTitle;
    ChipRow *m_chips;
    QLineEdit *m_comment;
    BigButton *m_confirm;
};

} // namespace guichet
