// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace guichet {

/// A filled rounded rectangle, with a 1-px border inside when `border` is valid.
void paintRounded(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border = {}, qreal radius = metric::corner);
/// A card: raised fill, corners, the one level of shadow (2 px under the rect are needed).
void paintCard(QPainter &painter, const QRectF &rect, const Tokens &tokens, const QColor &fill = {});
/// The ring that shows the focus: 2 px inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, const Tokens &tokens, qreal radius = metric::corner);
/// Text in the pen of the painter: on one line if it fits, else wrapped on at most `maxLines`, else elided. Never clipped in the middle of
/// a letter.
void paintFitted(QPainter &painter, const QRectF &rect, int alignment, const QString &text, int maxLines = 1);
/// `text` on at most `maxLines` of `width` px, elided at the end of the last.
QStringList fittedLines(const QFont &font, const QString &text, qreal width, int maxLines);

} // namespace guichet
