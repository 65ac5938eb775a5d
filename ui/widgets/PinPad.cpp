// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PinPad.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace guichet {

namespace {

constexpr int shortest = 4;
constexpr int longest = 8;

} // namespace

class PinPad::Dots final : public QWidget
{
public:
    explicit Dots(const PinPad *pad) : m_pad{pad} { setFixedHeight(40); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const int shown = std::max(shortest, m_pad->length());
        const qreal step = 28;
        const qreal left = (width() - step * (shown - 1)) / 2;
        for (int i = 0; i < shown; ++i) {
            const bool filled = i < m_pad->length();
            painter.setPen(QPen{filled ? tokens.primary : tokens.muted, 2});
            painter.setBrush(filled ? QBrush{tokens.primary} : QBrush{Qt::NoBrush});
            painter.drawEllipse(QPointF{left + step * i, height() / 2.0}, 7, 7);
        }
        if (m_pad->hasFocus())
            paintFocusRing(painter, QRectF{left - 28, 0, step * (shown - 1) + 56, 40}, tokens);
    }

private:
    const PinPad *m_pad;
};

PinPad::PinPad(QWidget *parent)
    : QWidget{parent}, m_dots{new Dots{this}}, m_message{new TextLabel{{}, TextRole::Body, Tone::Muted, this}},
      m_pad{new Keypad{Keypad::Corner::Enter, this}}
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Code"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_message->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(48);
    layout->addWidget(m_dots);
    layout->addWidget(m_message);
    layout->addWidget(m_pad, 1);
    layout->addStretch();
    setMinimumWidth(264);
    connect(m_pad, &Keypad::pressed, this, &PinPad::press);
}

void PinPad::setMessage(const QString &text, Tone tone)
{
    m_message->setText(text);
    m_message->setTone(tone);
    setAccessibleDescription(text);
}

void PinPad::clear()
{
    m_pin.fill(u'0');
    m_pin.clear();
    m_dots->update();
}

void PinPad::press(PadKey key)
{
    if (key == PadKey::Clear)
        clear();
    else if (key == PadKey::Backspace)
        m_pin.chop(1);
    else if (key <= PadKey::D9 && length() < longest)
        m_pin += QChar{u'0' + static_cast<int>(key)};
    else if (key == PadKey::Enter && length() >= shortest) {
        const QString pin = m_pin;
        clear();
        Q_EMIT pinEntered(pin);
    }
    m_dots->update();
}

void PinPad::keyPressEvent(QKeyEvent *event)
{
    if (!m_pad->handleKey(event))
        QWidget::keyPressEvent(event);
}

} // namespace guichet
