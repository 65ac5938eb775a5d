// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <optional>
#include <vector>

class QWidget;

namespace guichet {

/// Set on a widget that is a row of a list, as a line of the cart is: a message covers it before tiles and keys.
inline constexpr const char *rowProperty = "isRow";

/// What a page shows at the moment, and where on it a toast may be. In the coordinates of `host`. GUI thread.
class ToastRoom
{
public:
    /// `toast`, which is on `host` too, stands in nobody's way.
    ToastRoom(const QWidget &host, const QWidget &toast);

    /// Whether something that one reads or touches is there.
    bool isTaken(const QRect &box) const;
    /// For one of these shapes, the best first: as near to the bottom left as nothing is covered; else as high as no tile, button, tab,
    /// field or list is, since what one works at is below; else over rows of lists; else at the bottom left, above main buttons and
    /// amounts.
    QRect place(const std::vector<QSize> &shapes) const;

private:
    std::optional<QRect> nearestFree(const QSize &shape) const;
    std::optional<QRect> highestBeside(const std::vector<QRect> &kept, const std::vector<QSize> &shapes) const;
    QRect clearOfMain(QRect box) const;

    QRect m_room;
    std::vector<QRect> m_seen;    ///< All that one reads or touches.
    std::vector<QRect> m_pressed; ///< What one presses to go on: tiles, buttons, tabs, fields, lists; and m_main.
    std::vector<QRect> m_keys;    ///< Of those what is no row of a list.
    std::vector<QRect> m_main;    ///< Main buttons and amounts, with the labels of their rows.
};

} // namespace guichet
