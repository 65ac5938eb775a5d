// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentState.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BigButton.h"

class QGridLayout;
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace guichet {

class AmountField;
class Keypad;

/// One line of HISTORIQUE DES PAIEMENTS with its amount; *retirer* while it is not certain, *rendre* when it is. Names `paid.<n>`,
/// `paid.<n>.remove`, `paid.<n>.return`.
class PaidRow : public QWidget
{
    Q_OBJECT

public:
    explicit PaidRow(int number, QWidget *parent = nullptr);
    void render(const PaidState &state);

Q_SIGNALS:
    void removeWanted(const guichet::Id<guichet::Payment> &payment);
    void returnWanted(const guichet::Id<guichet::Payment> &payment);

private:
    BigButton *addButton(const QString &text, const QString &name);

    Id<Payment> m_payment;
    TextLabel *m_text;
    TextLabel *m_amount;
    BigButton *m_remove;
    BigButton *m_return;
};

/// The tab PAIEMENT IMMÉDIAT (PAY-1 to PAY-3). Draws a PaymentState and reports what the cashier wants; decides nothing. Object names:
/// `payment.amount`, `pad.7`, `cash.exact`, `cash.2000`, `method.cash`, `method.more`.
class PaymentView : public QWidget
{
    Q_OBJECT

public:
    explicit PaymentView(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override { return {560, 560}; }
    void render(const PaymentState &state);
    /// Proposes the whole amount again: after a payment, and at the beginning.
    void proposeAgain();
    /// What is typed in PAIEMENT; none: the proposal.
    std::optional<Money> typed() const;
    /// A figure, comma or *C* of the real keyboard.
    bool handleKey(QKeyEvent *event);
    void takeFocus();
    /// What PAIEMENT says was asked for: the next figure begins another amount.
    void takeEntry();
    /// It was refused, and can be changed.
    void giveEntryBack();
    /// Another amount was typed since takeEntry().
    bool hasNextEntry() const;
    /// proposeAgain(), unless there is one.
    void proposeNext();

Q_SIGNALS:
    void typedChanged();
    void enterPressed();
    void methodChosen(const QString &method);
    void cashChosen(std::optional<guichet::Money> tendered);
    void moreWanted();
    void removeWanted(const guichet::Id<guichet::Payment> &payment);
    void returnWanted(const guichet::Id<guichet::Payment> &payment);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildAmounts();
    QWidget *buildFigures();
    QWidget *buildMethods();
    QWidget *buildHistory();
    void renderQuickCash(const PaymentState &state);
    void fitQuickCash();
    void fitHeight();
    void renderMethods(const PaymentState &state);
    BigButton *methodButton(size_t index, std::vector<BigButton *> &buttons, bool tall);
    void renderHistory(const std::vector<PaidState> &rows);
    void choose(const BigButton *button);

    PaymentState m_state;
    AmountLabel *m_total;
    AmountLabel *m_paid;
    AmountLabel *m_due;
    TextLabel *m_rounding;
    AmountField *m_amount;
    Keypad *m_keypad;
    QWidget *m_figures = nullptr;
    QHBoxLayout *m_quickRow = nullptr;
    std::vector<BigButton *> m_quick;
    QVBoxLayout *m_tallColumn = nullptr;
    QGridLayout *m_smallGrid = nullptr;
    std::vector<BigButton *> m_tall;
    std::vector<BigButton *> m_small;
    TextLabel *m_noHistory = nullptr;
    QVBoxLayout *m_historyRows = nullptr;
    QScrollArea *m_historyScroll = nullptr;
    std::vector<PaidRow *> m_paidRows;
};

} // namespace guichet
