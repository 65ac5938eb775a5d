// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PaperWriter.h"

#include "core/money/FormatMoney.h"

namespace guichet {

QString PaperWriter::money(Money amount) const
{
    return formatMoney(amount, EuroSign::Hidden, language());
}

QString PaperWriter::number(qint64 value) const
{
    QString digits = QString::number(value);
    return value < 0 ? digits.replace(0, 1, QChar{0x2212}) : digits;
}

QString PaperWriter::euros(Money amount) const
{
    return formatMoney(amount, EuroSign::Shown, language());
}

QString PaperWriter::signedMoney(Money amount) const
{
    return (amount.isPositive() ? QStringLiteral("+") : QString{}) + money(amount);
}

void PaperWriter::text(const QString &line, Align align, bool bold, TextSize size)
{
    if (!line.isEmpty())
        m_paper.items.push_back(PaperText{.text = line, .align = align, .bold = bold, .size = size});
}

void PaperWriter::styles(const QString &text)
{
    for (const PaperText &line : {PaperText{.text = text, .bold = true}, PaperText{.text = text, .underline = true},
                                  PaperText{.text = text, .inverse = true}, PaperText{.text = text, .size = TextSize::Tall},
                                  PaperText{.text = text, .size = TextSize::Large}, PaperText{.text = text, .size = TextSize::Small}})
        m_paper.items.emplace_back(line);
}

void PaperWriter::amountUnlessZero(Word left, Money value, int indent)
{
    if (!value.isZero())
        amount(left, value, indent);
}

void PaperWriter::strong(const QString &left, const QString &right, TextSize size)
{
    m_paper.items.push_back(PaperPair{.left = left, .right = right, .bold = true, .size = size});
}

void PaperWriter::section(const QString &heading)
{
    rule();
    text(heading, Align::Left, true);
}

} // namespace guichet
