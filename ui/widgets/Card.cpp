// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace guichet {

Card::Card(const QString &heading, QWidget *parent)
    : QWidget{parent}, m_heading{new TextLabel{{}, TextRole::SecondaryStrong, Tone::Muted, this}}, m_body{new QVBoxLayout}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addLayout(m_body, 1);
    m_body->setSpacing(8);
    setHeading(heading);
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintCard(painter, QRectF{rect()}.adjusted(1, 0, -1, -2), tokensOf(this));
}

Ground::Ground(Level level, Edge edge, QWidget *parent) : QWidget{parent}, m_level{level}, m_edge{edge} {}

void Ground::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.fillRect(rect(), m_level == Level::Surface ? tokens.surface : m_level == Level::Raised ? tokens.raised : tokens.sunken);
    switch (m_edge) {
    case Edge::None: break;
    case Edge::Left: painter.fillRect(0, 0, 1, height(), tokens.line); break;
    case Edge::Bottom: painter.fillRect(0, height() - 1, width(), 1, tokens.line); break;
    case Edge::Top: painter.fillRect(0, 0, width(), 1, tokens.line); break;
    }
}

Hairline::Hairline(QWidget *parent) : QWidget{parent}
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.fillRect(rect(), tokensOf(this).line);
}

} // namespace guichet
