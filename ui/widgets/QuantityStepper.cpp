// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QuantityStepper.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/KeypadPopover.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace guichet {

using namespace Qt::StringLiterals;

NumberField::NumberField(QWidget *parent) : QWidget{parent}
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void NumberField::setRange(int minimum, int maximum)
{
    m_minimum = minimum;
    m_maximum = std::max(minimum, maximum);
    setValue(m_value);
}

void NumberField::setValue(int value)
{
    m_value = std::clamp(value, m_minimum, m_maximum);
    setAccessibleDescription(QString::number(m_value));
    update();
}

void NumberField::setInset(int pixels)
{
    m_inset = pixels;
    update();
}

void NumberField::change(int value)
{
    const int before = m_value;
    setValue(value);
    if (m_value != before)
        Q_EMIT valueChanged(m_value);
}

void NumberField::typeDigit(int digit)
{
    const qint64 value = m_fresh ? digit : qint64{m_value} * 10 + digit;
    m_fresh = false;
    change(static_cast<int>(std::min<qint64>(value, m_maximum)));
}

QSize NumberField::sizeHint() const
{
    return {48, metric::touch};
}

void NumberField::openKeypad()
{
    m_fresh = true;
    auto *popover = new KeypadPopover{this};
    connect(popover, &KeypadPopover::pressed, this, [this](PadKey key) {
        if (key == PadKey::Clear)
            change(m_minimum);
        else if (key <= PadKey::D9)
            typeDigit(static_cast<int>(key));
        m_fresh = m_fresh || key == PadKey::Clear;
    });
    connect(popover, &KeypadPopover::entered, this, &NumberField::entered);
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    const auto key = padKeyFor(*event);
    if (key && *key <= PadKey::D9)
        typeDigit(static_cast<int>(*key));
    else if (key == PadKey::Backspace)
        change(m_value / 10);
    else if (key == PadKey::Clear)
        change(m_minimum);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Plus)
        change(m_value + 1);
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Minus)
        change(m_value - 1);
    else
        QWidget::keyPressEvent(event);
}

void NumberField::mouseReleaseEvent(QMouseEvent *)
{
    setFocus(Qt::MouseFocusReason);
    openKeypad();
}

void NumberField::focusOutEvent(QFocusEvent *event)
{
    m_fresh = true;
    QWidget::focusOutEvent(event);
}

void NumberField::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    const QRectF box = QRectF{rect()}.adjusted(0, m_inset, 0, -m_inset);
    paintRounded(painter, box, tokens.sunken);
    painter.setFont(textFont(TextRole::BodyStrong));
    painter.setPen(isEnabled() ? tokens.ink : tokens.muted);
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_value));
    if (hasFocus())
        paintFocusRing(painter, box, tokens);
}

QuantityStepper::QuantityStepper(QWidget *parent)
    : QWidget{parent}, m_minus{new BigButton{u"−"_s, BigButton::Kind::Normal, this}}, m_field{new NumberField{this}},
      m_plus{new BigButton{u"+"_s, BigButton::Kind::Normal, this}}
{
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::gap);
    m_minus->setObjectName(u"minus"_s);
    m_field->setObjectName(u"value"_s);
    m_plus->setObjectName(u"plus"_s);
    for (BigButton *button : {m_minus, m_plus}) {
        button->setTextRole(TextRole::Title);
        button->setFixedWidth(metric::touch);
        button->setFocusPolicy(Qt::NoFocus); // the arrows of the keyboard do the same: Tab goes from number to number
        button->setAutoRepeat(true);
        button->setAutoRepeatDelay(450);
        button->setAutoRepeatInterval(90);
    }
    layout->addWidget(m_minus);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_plus);
    setFocusProxy(m_field);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_minus, &BigButton::clicked, this, [this] { step(-1); });
    connect(m_plus, &BigButton::clicked, this, [this] { step(1); });
    connect(m_field, &NumberField::valueChanged, this, [this](int value) {
        updateEnds();
        Q_EMIT valueChanged(value);
    });
    connect(m_field, &NumberField::entered, this, &QuantityStepper::entered);
    setSubject({});
    updateEnds();
}

void QuantityStepper::setRange(int minimum, int maximum)
{
    m_field->setRange(minimum, maximum);
    updateEnds();
}

void QuantityStepper::setValue(int value)
{
    m_field->setValue(value);
    updateEnds();
}

void QuantityStepper::setSubject(const QString &subject)
{
    m_minus->setAccessibleName(tr("Moins : %1").arg(subject));
    m_plus->setAccessibleName(tr("Plus : %1").arg(subject));
    m_field->setAccessibleName(tr("Quantité : %1").arg(subject));
}

void QuantityStepper::setInset(int pixels)
{
    m_minus->setInset(pixels);
    m_field->setInset(pixels);
    m_plus->setInset(pixels);
}

void QuantityStepper::step(int by)
{
    m_field->change(m_field->value() + by);
}

void QuantityStepper::updateEnds()
{
    m_minus->setEnabled(m_field->value() > m_field->minimum());
    m_plus->setEnabled(m_field->value() < m_field->maximum());
}

} // namespace guichet
