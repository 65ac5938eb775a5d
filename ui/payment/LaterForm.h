// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentState.h"
#include "ui/widgets/AmountLabel.h"

class QKeyEvent;

namespace guichet {

class AmountField;
class DateField;
class Keypad;

/// What the formulas of the cart ask as deposit (ACC-5): of each one that asks a part, that part of its price, half-up.
Money depositAsked(const CartView &view, const Catalogue &catalogue);

/// The tab PAIEMENT À VENIR (PAY-5): deposit asked, due date, method expected. Object names: `later.deposit`, `later.due`, `chip.15`,
/// `chip.transfer`.
class LaterForm : public QWidget
{
    Q_OBJECT

public:
    explicit LaterForm(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override { return {560, 560}; }
    void render(const CartView &view, const PaymentContext &context);
    /// Back to the defaults: a new cart.
    void reset(QDate today);
    ValidateRequest request() const;
    bool handleKey(QKeyEvent *event);

private:
    void renderDays();
    void renderMethods();
    QWidget *buildFigures();
    QWidget *buildTerms();

    QDate m_today;
    QString m_method;
    PaymentContext m_context;
    AmountField *m_deposit;
    Keypad *m_keypad;
    ChipRow *m_days;
    DateField *m_due;
    ChipRow *m_methods;
    MoneyRow *m_total;
    MoneyRow *m_paid;
    MoneyRow *m_rest;
    TextLabel *m_sentence;
};

} // namespace guichet
