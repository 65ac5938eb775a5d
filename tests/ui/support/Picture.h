// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace guichet {

/// What a widget of that size looks like; also written as `<build>/pictures/<name>.png` so that a person can look at it.
QImage picture(QWidget &widget, const QSize &size, const QString &name);
/// Lets pending layouts, events and paints happen.
void settle();

} // namespace guichet
