// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace guichet {

struct TabState
{
    QString id;
    QString text;
    int count = 0; ///< A number in a bubble when positive.
    friend bool operator==(const TabState &, const TabState &) = default;
};

/// Tabs with a 3-px underline on a hairline, 60 px high. Left and right arrows move, Ctrl+Tab too. When room lacks the tabs come closer,
/// then elide.
class TabBar : public QWidget
{
    Q_OBJECT
public:
    explicit TabBar(QWidget *parent = nullptr);
    /// The current one stays when it is among them, else it is the first.
    void setTabs(const std::vector<TabState> &tabs);
    const std::vector<TabState> &tabs() const { return m_tabs; }
    void setCurrent(const QString &id); ///< Announces nothing. One that is not there: none is current.
    QString current() const;            ///< Empty: none.
    /// The rectangle of a tab, for tests and hints; null when unknown.
    QRect tabRect(const QString &id) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QString &id); ///< By the person only.

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::vector<QRect> layOut() const;
    void choose(int index);
    int indexAt(const QPoint &point) const;
    void paintTab(QPainter &painter, int index, const QRect &rect, const Tokens &tokens) const;

    static constexpr int none = -1;
    std::vector<TabState> m_tabs;
    int m_current = none;
    int m_hovered = -1;
};

} // namespace guichet
