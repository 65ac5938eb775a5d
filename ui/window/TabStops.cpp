// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/TabStops.h"

#include "ui/widgets/Sheet.h"

#include <algorithm>
#include <tuple>

namespace guichet {
namespace {

constexpr int sameRow = 24; ///< Pixels: tops in one band of that height are side by side.

/// A sheet takes the focus when nothing on it does; Tab would stop there without a mark.
bool isStop(const QWidget &widget)
{
    return !qobject_cast<const Sheet *>(&widget) && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isEnabled() &&
           !widget.focusProxy();
}

std::vector<QWidget *> childrenAsRead(const QWidget &parent)
{
    std::vector<QWidget *> children;
    for (QObject *child : parent.children())
        if (auto *widget = qobject_cast<QWidget *>(child); widget && widget->isVisible() && !widget->isWindow())
            children.push_back(widget);
    const auto sheet = std::find_if(children.rbegin(), children.rend(), [](QWidget *widget) { return qobject_cast<Sheet *>(widget); });
    if (sheet != children.rend())
        return {*sheet}; // the topmost: children stand as they are stacked
    std::ranges::stable_sort(children, {}, [](const QWidget *widget) { return std::tuple{widget->y() / sameRow, widget->x()}; });
    return children;
}

void addStops(QWidget &part, std::vector<QWidget *> &stops)
{
    if (!part.isVisible() || std::ranges::find(stops, &part) != stops.end())
        return;
    if (isStop(part))
        stops.push_back(&part);
    for (QWidget *child : childrenAsRead(part))
        addStops(*child, stops);
}

} // namespace

std::vector<QWidget *> tabStops(const std::vector<QWidget *> &parts)
{
    std::vector<QWidget *> stops;
    for (QWidget *part : parts)
        if (part)
            addStops(*part, stops);
    return stops;
}

QWidget *nextStop(const std::vector<QWidget *> &stops, QWidget *now, bool next)
{
    if (stops.empty())
        return nullptr;
    const auto found = std::ranges::find(stops, now);
    if (found == stops.end())
        return next ? stops.front() : stops.back();
    const auto count = static_cast<qsizetype>(stops.size());
    const qsizetype at = found - stops.begin();
    return stops[static_cast<size_t>((at + (next ? 1 : count - 1)) % count)];
}

} // namespace guichet
