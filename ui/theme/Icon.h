// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace guichet {

/// Our line icons. Always beside a word.
enum class IconName {
    None,
#define GUICHET_ICON(Name, file) Name,
#include "ui/theme/Icons.def"
#undef GUICHET_ICON
};

/// The icon drawn in one colour at any size. A null icon for None.
QIcon icon(IconName name, const QColor &colour);
/// The icon as a pixmap of `size` × `size` px at the given device pixel ratio. Cached.
QPixmap iconPixmap(IconName name, const QColor &colour, int size = 24, qreal devicePixelRatio = 1.0);

} // namespace guichet
