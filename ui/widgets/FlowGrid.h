// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace guichet {

/// Lays its children out in equal columns, as many as fit at the minimum width, 8–12 px apart; its height follows. Children are shown in
/// the order in which they were added.
class FlowGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FlowGrid(int minimumColumnWidth = 232, QWidget *parent = nullptr);
    void setMinimumColumnWidth(int pixels);
    void setSpacing(int pixels);
    /// Rows of as equal a length as can be, not full ones and a rest. Default: full ones.
    void setEven(bool even);
    /// Takes the child as the last cell.
    void add(QWidget *child);
    void setOrder(const std::vector<QWidget *> &children); ///< Exactly these, in this order; others are deleted later.
    const std::vector<QWidget *> &cells() const { return m_cells; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columnsFor(int width) const;
    int arrange(int width, bool apply) const;

    int m_minimumColumnWidth;
    int m_spacing = 12;
    bool m_even = false;
    std::vector<QWidget *> m_cells;
};

} // namespace guichet
