// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace guichet {

namespace {

constexpr int widestText = 640;

} // namespace

EmptyState::EmptyState(IconName icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget{parent}, m_icon{icon}, m_picture{new QLabel{this}}, m_title{new TextLabel{title, TextRole::Title, Tone::Normal, this}},
      m_text{new TextLabel{text, TextRole::Body, Tone::Muted, this}}, m_action{new BigButton{{}, BigButton::Kind::Normal, this}}
{
    auto *layout = new QVBoxLayout{this};
    layout->setSpacing(8);
    m_picture->setAlignment(Qt::AlignCenter);
    for (TextLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
    }
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->hide();
    layout->addStretch();
    layout->addWidget(m_picture);
    layout->addWidget(m_title);
    auto *textRow = new QHBoxLayout; // a sentence is not read across a whole screen
    textRow->addStretch(1);
    textRow->addWidget(m_text, 12);
    textRow->addStretch(1);
    m_text->setMaximumWidth(widestText);
    layout->addLayout(textRow);
    layout->addSpacing(8);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_action, &BigButton::clicked, this, &EmptyState::actionTriggered);
    drawIcon();
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::setAction(const QString &word, BigButton::Kind kind, const QKeySequence &key)
{
    m_action->setKind(kind);
    m_action->setKey(key);
    m_action->setText(word);
    m_action->setVisible(!word.isEmpty());
}

void EmptyState::focusAction()
{
    m_action->setFocus(Qt::OtherFocusReason);
}

void EmptyState::drawIcon()
{
    m_picture->setPixmap(iconPixmap(m_icon, tokensOf(this).muted, 40, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        drawIcon();
}

} // namespace guichet
