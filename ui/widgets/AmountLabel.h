// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/FormatMoney.h"
#include "ui/widgets/TextLabel.h"

namespace guichet {

/// An amount: right-aligned, tabular figures, `1 234,50 €`, as spokenLanguage() writes it. The face shrinks before anything is cut off: a
/// wrong amount is worse than a small one.
class AmountLabel : public TextLabel
{
    Q_OBJECT
public:
    /// `role`: Total (44), Figure (32), Amount (24), BodyStrong or Body (17), Secondary (14).
    explicit AmountLabel(TextRole role = TextRole::Amount, QWidget *parent = nullptr);
    void setAmount(Money amount, EuroSign sign = EuroSign::Shown);
    Money amount() const { return m_amount; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Money m_amount;
};

/// A line *label … amount*, as under the cart and in the Z.
class MoneyRow : public QWidget
{
    Q_OBJECT
public:
    explicit MoneyRow(const QString &label = {}, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    void setAmount(Money amount, EuroSign sign = EuroSign::Shown);
    Money amount() const { return m_amount->amount(); }
    /// Label and amount half-bold, in ink.
    void setStrong(bool strong);
    void setTone(Tone tone); ///< Of the amount.

private:
    TextLabel *m_label;
    AmountLabel *m_amount;
};

} // namespace guichet
