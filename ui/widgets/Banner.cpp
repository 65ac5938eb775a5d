// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Banner.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace guichet {

Banner::Banner(QWidget *parent)
    : QWidget{parent}, m_text{new TextLabel{{}, TextRole::Body, Tone::Normal, this}},
      m_action{new BigButton{{}, BigButton::Kind::Normal, this}}
{
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(56, 4, 16, 4);
    layout->setSpacing(12);
    m_text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("bannerAction"));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    setMinimumHeight(56);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    connect(m_action, &BigButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::render(const BannerState &state)
{
    m_state = state;
    m_text->setText(state.text);
    m_action->setText(state.action);
    m_action->setVisible(!state.action.isEmpty());
    setAccessibleName(state.text);
    setVisible(!state.text.isEmpty());
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    const QColor colour = toneFill(tokens, m_state.tone);
    painter.fillRect(rect(), tinted(colour, tokens.raised));
    painter.fillRect(QRect{0, 0, metric::edge, height()}, colour);
    const IconName name = m_state.tone == Tone::Warning || m_state.tone == Tone::Danger ? IconName::Warning : IconName::Info;
    painter.drawPixmap(QPointF{20, height() / 2.0 - 12}, iconPixmap(name, toneInk(tokens, m_state.tone), 24, devicePixelRatioF()));
}

} // namespace guichet
