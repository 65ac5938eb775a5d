// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ToastRoom.h"

#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/TabBar.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>
#include <functional>

namespace guichet {
namespace {

constexpr int searchStep = 16; ///< px between places that are tried.

bool hasVisibleParts(const QWidget &widget)
{
    const auto parts = widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(parts, [](const QWidget *part) { return part->isVisible() && !part->isWindow(); });
}

bool isUnderOpenSheet(const QWidget &widget, const std::vector<const Sheet *> &sheets)
{
    const QPoint middle = widget.mapToGlobal(widget.rect().center());
    return std::ranges::any_of(
        sheets, [&](const Sheet *sheet) { return !sheet->isAncestorOf(&widget) && sheet->rect().contains(sheet->mapFromGlobal(middle)); });
}

std::vector<const Sheet *> openSheets(const QWidget &host)
{
    std::vector<const Sheet *> sheets;
    for (const Sheet *sheet : host.findChildren<Sheet *>())
        if (sheet->isVisible())
            sheets.push_back(sheet);
    return sheets;
}

bool isMain(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const BigButton *>(&widget))
        return button->kind() == BigButton::Kind::Primary || button->kind() == BigButton::Kind::Danger;
    return qobject_cast<const AmountLabel *>(&widget) || qobject_cast<const MoneyRow *>(&widget);
}

template <typename... Kinds>
bool isOneOf(const QWidget &widget)
{
    return (qobject_cast<const Kinds *>(&widget) || ...);
}

bool holdsNothing(const QWidget &widget)
{
    return !hasVisibleParts(widget) && !widget.layout();
}

/// What we draw ourselves is known by its focus; what holds others, as a page, may have that too.
bool isPressed(const QWidget &widget)
{
    return isOneOf<QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTextEdit, QPlainTextEdit>(widget) ||
           (holdsNothing(widget) && widget.focusPolicy() != Qt::NoFocus);
}

bool isOfRows(const QWidget &widget)
{
    return qobject_cast<const QTableView *>(&widget) || widget.property(rowProperty).toBool();
}

/// What a list draws into is seen as the list.
bool isOfList(const QWidget &widget)
{
    const auto *list = qobject_cast<const QTableView *>(widget.parentWidget());
    return list && list->viewport() == &widget;
}

/// A part that is drawn itself: a button with keys on it too, but not what only holds others.
bool isDrawn(const QWidget &widget)
{
    return !isOfList(widget) && (isPressed(widget) || holdsNothing(widget));
}

/// Of a list with rows, to the end of its last one: beneath it nobody presses. An empty one says so in its middle.
QRect filledOf(const QTableView &list)
{
    QRect filled = list.rect();
    const int rows = list.model() ? list.model()->rowCount() : 0;
    if (rows > 0)
        filled.setBottom(list.viewport()->y() + list.rowViewportPosition(rows - 1) + list.rowHeight(rows - 1));
    return filled;
}

/// What one sees of a widget: of tabs each one, of a label its text, of a list its rows, else the whole.
std::vector<QRect> seenOf(const QWidget &widget)
{
    std::vector<QRect> seen;
    if (const auto *tabs = qobject_cast<const TabBar *>(&widget)) {
        for (const TabState &tab : tabs->tabs())
            seen.push_back(tabs->tabRect(tab.id));
    } else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const int flags = static_cast<int>(label->alignment()) | (label->wordWrap() ? Qt::TextWordWrap : 0);
        if (!label->text().isEmpty())
            seen.push_back(label->fontMetrics().boundingRect(label->contentsRect(), flags, label->text()));
    } else if (const auto *list = qobject_cast<const QTableView *>(&widget)) {
        seen.push_back(filledOf(*list));
    } else {
        seen.push_back(widget.rect());
    }
    return seen;
}

bool coversAny(const QRect &box, const std::vector<QRect> &taken)
{
    return std::ranges::any_of(taken, [&box](const QRect &rect) { return rect.intersects(box); });
}

} // namespace

ToastRoom::ToastRoom(const QWidget &host, const QWidget &toast)
    : m_room{host.rect().adjusted(metric::margin, metric::margin, -metric::margin, -metric::margin)}
{
    const std::vector<const Sheet *> sheets = openSheets(host);
    for (const QWidget *widget : host.findChildren<QWidget *>()) {
        const bool isHere = widget->isVisible() && widget->window() == host.window() && widget != &toast && !toast.isAncestorOf(widget);
        if (!isHere)
            continue;
        const QPoint corner = widget->mapTo(&host, QPoint{});
        if (isMain(*widget))
            m_main.emplace_back(corner, widget->size());
        if (!isDrawn(*widget) || isUnderOpenSheet(*widget, sheets))
            continue;
        for (const QRect &part : seenOf(*widget)) {
            const QRect visible = (part & widget->visibleRegion().boundingRect()).translated(corner);
            if (visible.isEmpty())
                continue;
            m_seen.push_back(visible);
            if (isPressed(*widget))
                m_pressed.push_back(visible);
            if (isPressed(*widget) && !isOfRows(*widget))
                m_keys.push_back(visible);
        }
    }
    m_seen.insert(m_seen.end(), m_main.begin(), m_main.end());
    for (std::vector<QRect> *kept : {&m_pressed, &m_keys})
        kept->insert(kept->end(), m_main.begin(), m_main.end());
}

bool ToastRoom::isTaken(const QRect &box) const
{
    return coversAny(box, m_seen);
}

QRect ToastRoom::place(const std::vector<QSize> &shapes) const
{
    for (const QSize &shape : shapes)
        if (const auto free = nearestFree(shape))
            return *free;
    for (const std::vector<QRect> *kept : {&m_pressed, &m_keys})
        if (const auto high = highestBeside(*kept, shapes))
            return *high;
    const QSize &usual = shapes.front();
    return clearOfMain({QPoint{m_room.left(), m_room.bottom() - usual.height()}, usual});
}

std::optional<QRect> ToastRoom::nearestFree(const QSize &shape) const
{
    std::optional<QRect> best;
    int shortest = m_room.width() + m_room.height();
    for (int up = 0; up + shape.height() <= m_room.height() && up < shortest; up += searchStep)
        for (int along = 0; along + shape.width() <= m_room.width() && up + along < shortest; along += searchStep) {
            const QRect box{QPoint{m_room.left() + along, m_room.bottom() - shape.height() - up}, shape};
            if (isTaken(box))
                continue;
            best = box;
            shortest = up + along;
        }
    return best;
}

std::optional<QRect> ToastRoom::highestBeside(const std::vector<QRect> &kept, const std::vector<QSize> &shapes) const
{
    for (const QSize &shape : shapes)
        for (int down = 0; down + shape.height() <= m_room.height(); down += searchStep)
            for (int along = 0; along + shape.width() <= m_room.width(); along += searchStep)
                if (const QRect box{m_room.topLeft() + QPoint{along, down}, shape}; !coversAny(box, kept))
                    return box;
    return std::nullopt;
}

/// Moves up over what it must never cover.
QRect ToastRoom::clearOfMain(QRect box) const
{
    std::vector<QRect> covered = m_main;
    std::ranges::sort(covered, std::greater{}, [](const QRect &rect) { return rect.bottom(); });
    for (const QRect &rect : covered)
        if (rect.intersects(box))
            box.moveBottom(rect.top() - metric::gap);
    return box;
}

} // namespace guichet
