// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AmountLabel.h"

#include "ui/widgets/Translation.h"

#include <QBoxLayout>
#include <QPainter>

namespace guichet {

AmountLabel::AmountLabel(TextRole role, QWidget *parent) : TextLabel{{}, role, Tone::Normal, parent}
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setAmount({});
}

void AmountLabel::setAmount(Money amount, EuroSign sign)
{
    m_amount = amount;
    setText(formatMoney(amount, sign, spokenLanguage()));
}

void AmountLabel::paintEvent(QPaintEvent *)
{
    QFont face = font();
    while (face.pixelSize() > 14 && QFontMetrics{face}.horizontalAdvance(text()) > contentsRect().width())
        face.setPixelSize(face.pixelSize() - 1);
    QPainter painter{this};
    painter.setFont(face);
    painter.setPen(toneInk(tokensOf(this), isEnabled() ? tone() : Tone::Muted));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine | Qt::TextDontClip, text());
}

MoneyRow::MoneyRow(const QString &label, QWidget *parent)
    : QWidget{parent}, m_label{new TextLabel{label, TextRole::Secondary, Tone::Muted, this}},
      m_amount{new AmountLabel{TextRole::Secondary, this}}
{
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(12);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_amount);
    m_label->setWordWrap(true); // a long word for a sum goes on below; it is never cut
    setStrong(false);
}

void MoneyRow::setLabel(const QString &label)
{
    m_label->setText(label);
}

void MoneyRow::setAmount(Money amount, EuroSign sign)
{
    m_amount->setAmount(amount, sign);
    setAccessibleName(m_label->text() + u' ' + m_amount->text());
}

void MoneyRow::setStrong(bool strong)
{
    m_label->setRole(strong ? TextRole::SecondaryStrong : TextRole::Secondary);
    m_label->setTone(strong ? Tone::Normal : Tone::Muted);
    m_amount->setRole(strong ? TextRole::SecondaryStrong : TextRole::Secondary);
}

void MoneyRow::setTone(Tone tone)
{
    m_amount->setTone(tone);
}

} // namespace guichet
