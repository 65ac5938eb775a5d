// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace guichet {

struct Bar
{
    QString label;     ///< Under the bar: `14`.
    qint64 value = 0;  ///< Relative height; negative counts as 0.
    QString text = {}; ///< What it stands for, as tool tip: `14 h : 320,00 €`.
    friend bool operator==(const Bar &, const Bar &) = default;
};

/// A small bar chart, such as sales per hour.
class BarChart : public QWidget
{
    Q_OBJECT
public:
    explicit BarChart(QWidget *parent = nullptr);
    void setBars(std::vector<Bar> bars);
    QSize sizeHint() const override { return {400, 180}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF columnAt(int index) const;

    std::vector<Bar> m_bars;
};

} // namespace guichet
