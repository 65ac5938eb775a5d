// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stock/QuantitySheet.h"

#include "ui/pages/PageHead.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDigits = 7;

} // namespace

QuantitySheet::QuantitySheet(QWidget *host) : Sheet{host}, m_label{caption({}, nullptr)}, m_value{new TextLabel{{}, TextRole::Total}}
{
    setObjectName(u"quantitySheet"_s);
    setContentWidth(440);
    m_value->setObjectName(u"quantity.value"_s);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *content = new QWidget;
    auto *pad = new Keypad{Keypad::Corner::Backspace, content};
    pad->setKeyHeight(64);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_label);
    layout->addWidget(m_value);
    layout->addWidget(pad);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton({}, BigButton::Kind::Primary, u"quantity.confirm"_s);
    connect(pad, &Keypad::pressed, this, &QuantitySheet::press);
    connect(m_confirm, &BigButton::clicked, this, &QuantitySheet::confirm);
}

void QuantitySheet::ask(const QuantityQuestion &question)
{
    m_question = question;
    m_typed.clear();
    setTitle(question.title);
    setSubtitle(question.subtitle);
    m_label->setText(question.label);
    m_confirm->setText(question.confirm);
    render();
    open();
    setFocus();
}

void QuantitySheet::keyPressEvent(QKeyEvent *event)
{
    if (const auto key = padKeyFor(*event); key && *key != PadKey::Comma)
        press(*key);
    else
        Sheet::keyPressEvent(event);
}

void QuantitySheet::press(PadKey key)
{
    if (key == PadKey::Enter)
        return confirm();
    typeDigit(m_typed, key, mostDigits);
    render();
}

void QuantitySheet::render()
{
    const qint64 value = m_typed.toLongLong();
    m_value->setText((m_typed.isEmpty() ? u"0"_s : QString::number(value)) + u' ' + m_question.unit);
    m_value->setTone(m_typed.isEmpty() ? Tone::Muted : Tone::Normal);
    m_confirm->setEnabled(!m_typed.isEmpty() && (value > 0 || m_question.zeroAllowed));
}

void QuantitySheet::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    close();
    Q_EMIT confirmed(m_typed.toLongLong());
}

} // namespace guichet
