// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"
#include "ui/widgets/Keypad.h"

namespace guichet {

/// The big field *PAIEMENT 18,80 €*: shows a proposed amount that the first figure replaces. Focusable; takes the real keyboard, and a
/// Keypad by `connect(pad, &Keypad::pressed, field, &AmountField::press)`.
class AmountField : public QWidget
{
    Q_OBJECT
public:
    explicit AmountField(const QString &label, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    /// Shows `amount` as a proposal: typing replaces it, *C* brings it back.
    void propose(Money amount);
    Money amount() const;
    bool isTyped() const { return !m_typed.isEmpty(); }
    void press(PadKey key);
    /// What is shown was asked for: it stays in sight, and the next figure begins another amount.
    void take() { m_isTaken = true; }
    bool isTaken() const { return m_isTaken; }
    /// It was refused: what is typed goes on where it was.
    void giveBack() { m_isTaken = false; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void amountChanged(Money amount); ///< By typing only.
    void entered();                   ///< Enter.

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void type(const QString &text);
    void announce();

    QString m_label;
    Money m_proposed;
    QString m_typed;
    bool m_isTaken = false;
};

} // namespace guichet
