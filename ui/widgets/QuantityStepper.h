// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BigButton.h"

namespace guichet {

/// A whole number that takes figures of the keyboard, and opens a keypad beneath when tapped.
class NumberField : public QWidget
{
    Q_OBJECT
public:
    explicit NumberField(QWidget *parent = nullptr);
    void setRange(int minimum, int maximum);
    int minimum() const { return m_minimum; }
    int maximum() const { return m_maximum; }
    void setValue(int value); ///< Kept within the range; announces nothing.
    int value() const { return m_value; }
    void setInset(int pixels); ///< As of BigButton.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void valueChanged(int value); ///< By the person only.
    void entered();               ///< The keypad of the field was closed by Enter or OK.

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    friend class QuantityStepper;
    void change(int value);
    void typeDigit(int digit);
    void openKeypad();

    int m_minimum = 0;
    int m_maximum = 999;
    int m_value = 0;
    int m_inset = 0;
    bool m_fresh = true; ///< The next figure replaces the value.
};

/// − n +, each part 48 × 48. Holding − or + repeats. Object names of the parts: `minus`, `value`, `plus`.
class QuantityStepper : public QWidget
{
    Q_OBJECT
public:
    explicit QuantityStepper(QWidget *parent = nullptr);
    void setRange(int minimum, int maximum);
    void setValue(int value); ///< Announces nothing.
    int value() const { return m_field->value(); }
    /// What is counted, for screen readers: *Adulte*.
    void setSubject(const QString &subject);
    void setInset(int pixels); ///< As of BigButton.

Q_SIGNALS:
    void valueChanged(int value); ///< By the person only.
    void entered();               ///< The keypad of the field was closed by Enter or OK.

private:
    void step(int by);
    void updateEnds();

    BigButton *m_minus;
    NumberField *m_field;
    BigButton *m_plus;
};

} // namespace guichet
