// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/TrainingBand.h"

#include "ui/theme/Paint.h"
#include "ui/theme/Theme.h"

namespace guichet {
namespace {

constexpr int bandHeight = 32;
constexpr int deepening = 30; ///< Percent: a light text is read on it, and in the dark a dark one.

} // namespace

TrainingBand::TrainingBand(QWidget *parent) : QWidget{parent}
{
    setObjectName(QStringLiteral("trainingBand"));
    setFixedHeight(bandHeight);
    hide();
}

void TrainingBand::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.fillRect(rect(), tinted(tokens.ink, tokens.warning, deepening));
    painter.setPen(tokens.surface);
    painter.setFont(textFont(TextRole::BodyStrong));
    paintFitted(painter, rect(), Qt::AlignCenter, tr("FORMATION · exercez-vous : rien n’est vendu, rien n’est compté"));
}

} // namespace guichet
