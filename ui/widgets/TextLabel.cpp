// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TextLabel.h"

#include "ui/theme/Paint.h"

namespace guichet {

TextLabel::TextLabel(const QString &text, TextRole role, Tone tone, QWidget *parent) : QLabel{text, parent}, m_tone{tone}
{
    setTextFormat(Qt::PlainText);
    setRole(role);
}

void TextLabel::setRole(TextRole role)
{
    setFont(textFont(role));
}

void TextLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    update();
}

void TextLabel::setStruckOut(bool struckOut)
{
    QFont changed = font();
    changed.setStrikeOut(struckOut);
    setFont(changed);
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return wordWrap() ? whole : QSize{std::min(whole.width(), 24), whole.height()};
}

void TextLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.setPen(toneInk(tokens, isEnabled() ? m_tone : Tone::Muted));
    painter.setFont(font());
    const QRectF box = contentsRect();
    const int lines = wordWrap() ? 100 : 1 + static_cast<int>(text().count(u'\n'));
    if (lines == 1 || (wordWrap() && !text().contains(u'\n'))) {
        paintFitted(painter, box, static_cast<int>(alignment()), text(), lines);
        return;
    }
    painter.drawText(box, static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0), text());
}

TextLabel *caption(const QString &text, QWidget *parent)
{
    return new TextLabel{text, TextRole::SecondaryStrong, Tone::Muted, parent};
}

} // namespace guichet
