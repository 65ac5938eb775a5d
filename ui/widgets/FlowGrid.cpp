// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FlowGrid.h"

#include <QEvent>
#include <algorithm>

namespace guichet {

FlowGrid::FlowGrid(int minimumColumnWidth, QWidget *parent) : QWidget{parent}, m_minimumColumnWidth{minimumColumnWidth}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Fixed};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowGrid::setMinimumColumnWidth(int pixels)
{
    m_minimumColumnWidth = pixels;
    arrange(width(), true);
    updateGeometry();
}

void FlowGrid::setSpacing(int pixels)
{
    m_spacing = pixels;
    arrange(width(), true);
    updateGeometry();
}

void FlowGrid::setEven(bool even)
{
    m_even = even;
    arrange(width(), true);
    updateGeometry();
}

void FlowGrid::add(QWidget *child)
{
    child->setParent(this);
    child->show();
    m_cells.push_back(child);
    arrange(width(), true);
    updateGeometry();
}

void FlowGrid::setOrder(const std::vector<QWidget *> &children)
{
    for (QWidget *cell : m_cells)
        if (std::find(children.begin(), children.end(), cell) == children.end()) {
            cell->hide();
            cell->deleteLater();
        }
    m_cells = children;
    QWidget *before = nullptr;
    for (QWidget *cell : m_cells) {
        cell->setParent(this);
        cell->show();
        if (before)
            setTabOrder(before, cell);
        before = cell;
    }
    arrange(width(), true);
    updateGeometry();
}

int FlowGrid::columnsFor(int width) const
{
    const int fitting = std::max(1, (width + m_spacing) / (m_minimumColumnWidth + m_spacing));
    const int cells = static_cast<int>(m_cells.size());
    if (!m_even || cells == 0)
        return fitting;
    const int rows = (cells + fitting - 1) / fitting;
    return (cells + rows - 1) / rows;
}

int FlowGrid::arrange(int width, bool apply) const
{
    const int columns = columnsFor(width);
    const int room = width - (columns - 1) * m_spacing;
    int y = 0;
    for (size_t first = 0; first < m_cells.size(); first += static_cast<size_t>(columns)) {
        const size_t end = std::min(first + static_cast<size_t>(columns), m_cells.size());
        int height = 0;
        for (size_t i = first; i < end; ++i)
            height = std::max(height, m_cells[i]->sizeHint().height());
        for (size_t i = first; apply && i < end; ++i) {
            const int column = static_cast<int>(i - first);
            const int left = room * column / columns + column * m_spacing;
            m_cells[i]->setGeometry(left, y, room * (column + 1) / columns - room * column / columns, height);
        }
        y += height + m_spacing;
    }
    return std::max(0, y - m_spacing);
}

int FlowGrid::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FlowGrid::sizeHint() const
{
    const int count = static_cast<int>(m_cells.size());
    const int wide = std::max(1, count) * (m_minimumColumnWidth + m_spacing) - m_spacing;
    return {wide, arrange(width() > 0 && testAttribute(Qt::WA_Resized) ? width() : wide, false)};
}

QSize FlowGrid::minimumSizeHint() const
{
    const int row = m_cells.empty() ? 0 : m_cells.front()->sizeHint().height(); // the rest follows from heightForWidth()
    return {std::min(m_minimumColumnWidth, 96), row};
}

void FlowGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
    updateGeometry();
}

bool FlowGrid::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace guichet
