// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AmountField.h"

#include "core/money/FormatMoney.h"
#include "ui/theme/Paint.h"
#include "ui/widgets/Translation.h"

#include <QKeyEvent>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEuroDigits = 7;

} // namespace

AmountField::AmountField(const QString &label, QWidget *parent) : QWidget{parent}
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLabel(label);
}

void AmountField::setLabel(const QString &label)
{
    m_label = label;
    setAccessibleName(label);
    update();
}

void AmountField::propose(Money amount)
{
    m_proposed = amount;
    m_typed.clear();
    m_isTaken = false;
    update();
}

Money AmountField::amount() const
{
    return m_typed.isEmpty() ? m_proposed : parseMoney(m_typed).value_or(Money{});
}

void AmountField::type(const QString &text)
{
    const qsizetype comma = text.indexOf(u',');
    const bool tooPrecise = comma >= 0 && text.size() - comma > 3;
    const bool tooLong = (comma < 0 ? text.size() : comma) > mostEuroDigits;
    if (tooPrecise || tooLong)
        return;
    m_typed = text;
    announce();
}

void AmountField::announce()
{
    update();
    setAccessibleDescription(formatMoney(amount(), EuroSign::Shown, spokenLanguage()));
    Q_EMIT amountChanged(amount());
}

void AmountField::press(PadKey key)
{
    if (key != PadKey::Enter && std::exchange(m_isTaken, false))
        m_typed.clear();
    switch (key) {
    case PadKey::Enter: Q_EMIT entered(); return;
    case PadKey::Clear:
        m_typed.clear();
        announce();
        return;
    case PadKey::Backspace:
        m_typed.chop(1);
        announce();
        return;
    case PadKey::Comma:
        if (!m_typed.contains(u','))
            type(m_typed.isEmpty() ? u"0,"_s : m_typed + u',');
        return;
    default: break;
    }
    const QChar digit{u'0' + static_cast<int>(key)};
    type(m_typed == u"0"_s ? QString{digit} : m_typed + digit);
}

QSize AmountField::sizeHint() const
{
    return {280, metric::mainKey};
}

QSize AmountField::minimumSizeHint() const
{
    return {200, metric::mainKey};
}

void AmountField::keyPressEvent(QKeyEvent *event)
{
    const auto key = padKeyFor(*event);
    if (key == PadKey::Enter && event->isAutoRepeat())
        return; // held down it would pay what is left, too
    if (key)
        press(*key);
    else
        QWidget::keyPressEvent(event);
}

void AmountField::mousePressEvent(QMouseEvent *)
{
    setFocus(Qt::MouseFocusReason);
}

void AmountField::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    paintRounded(painter, rect(), tokens.raised, tokens.line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{hasFocus() ? tokens.primary : tokens.muted, hasFocus() ? 2.0 : 1.0});
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), metric::corner - 1, metric::corner - 1);
    QRectF box = QRectF{rect()}.adjusted(20, 0, -20, 0);
    painter.setFont(textFont(TextRole::SecondaryStrong));
    painter.setPen(tokens.muted);
    paintFitted(painter, {box.left(), box.top(), box.width() * 2 / 5, box.height()}, Qt::AlignLeft | Qt::AlignVCenter, m_label, 2);
    painter.setPen(tokens.ink);
    const QString text = m_typed.isEmpty() ? formatMoney(m_proposed, EuroSign::Shown, spokenLanguage()) : m_typed + u" €"_s;
    const bool fits = QFontMetricsF{textFont(TextRole::Figure)}.horizontalAdvance(text) <= box.width() * 3 / 5;
    painter.setFont(textFont(fits ? TextRole::Figure : TextRole::Amount)); // a large amount does not run into the label
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace guichet
