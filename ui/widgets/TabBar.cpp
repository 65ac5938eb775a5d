// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TabBar.h"

#include "ui/theme/Paint.h"

#include <QKeyEvent>
#include <algorithm>
#include <numeric>

namespace guichet {

namespace {

constexpr int barHeight = 60;
constexpr int widePadding = 16;
constexpr int tightPadding = 8;

} // namespace

TabBar::TabBar(QWidget *parent) : QWidget{parent}
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Onglets"));
}

void TabBar::setTabs(const std::vector<TabState> &tabs)
{
    const QString before = current();
    m_tabs = tabs;
    const bool isKept = std::ranges::find(m_tabs, before, &TabState::id) != m_tabs.end();
    setCurrent(isKept || m_tabs.empty() ? before : m_tabs.front().id);
    updateGeometry();
}

void TabBar::setCurrent(const QString &id)
{
    const auto found = std::ranges::find(m_tabs, id, &TabState::id);
    m_current = found == m_tabs.end() ? none : static_cast<int>(found - m_tabs.begin());
    setAccessibleDescription(found == m_tabs.end() ? QString{} : found->text);
    update();
}

QString TabBar::current() const
{
    return m_current == none ? QString{} : m_tabs[static_cast<size_t>(m_current)].id;
}

QRect TabBar::tabRect(const QString &id) const
{
    const std::vector<QRect> rects = layOut();
    for (size_t i = 0; i < m_tabs.size(); ++i)
        if (m_tabs[i].id == id)
            return rects[i];
    return {};
}

QSize TabBar::sizeHint() const
{
    return {480, barHeight};
}

QSize TabBar::minimumSizeHint() const
{
    return {static_cast<int>(m_tabs.size()) * metric::touch, barHeight};
}

std::vector<QRect> TabBar::layOut() const
{
    const QFontMetrics metrics{textFont(TextRole::BodyStrong)};
    std::vector<int> natural;
    for (const TabState &tab : m_tabs)
        natural.push_back(metrics.horizontalAdvance(tab.text) + (tab.count > 0 ? 36 : 0));
    const int count = static_cast<int>(m_tabs.size());
    const int texts = std::accumulate(natural.begin(), natural.end(), 0);
    const int sidePadding = count == 0 ? 0 : std::clamp((width() - texts) / (2 * count), tightPadding, widePadding);
    std::vector<int> widths;
    for (const int text : natural)
        widths.push_back(std::max(metric::touch, text + 2 * sidePadding));
    for (int excess = std::accumulate(widths.begin(), widths.end(), 0) - width(); excess > 0; --excess)
        --*std::max_element(widths.begin(), widths.end()); // the widest give way first
    std::vector<QRect> rects;
    for (int left = 0; const int wide : widths) {
        rects.push_back({left, 0, std::max(wide, 1), barHeight});
        left += wide;
    }
    return rects;
}

int TabBar::indexAt(const QPoint &point) const
{
    const std::vector<QRect> rects = layOut();
    for (size_t i = 0; i < rects.size(); ++i)
        if (rects[i].contains(point))
            return static_cast<int>(i);
    return -1;
}

void TabBar::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_tabs.size()) || index == m_current)
        return;
    setCurrent(m_tabs[static_cast<size_t>(index)].id);
    Q_EMIT currentChanged(current());
}

void TabBar::mousePressEvent(QMouseEvent *event)
{
    choose(indexAt(event->pos()));
}

void TabBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = indexAt(event->pos());
    update();
}

void TabBar::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void TabBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Right)
        choose(m_current + 1);
    else if (event->key() == Qt::Key_Left)
        choose(m_current - 1);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(static_cast<int>(m_tabs.size()) - 1);
    else
        QWidget::keyPressEvent(event);
}

void TabBar::paintTab(QPainter &painter, int index, const QRect &rect, const Tokens &tokens) const
{
    const TabState &tab = m_tabs[static_cast<size_t>(index)];
    const bool chosen = index == m_current;
    painter.setFont(textFont(chosen ? TextRole::BodyStrong : TextRole::Body));
    painter.setPen(chosen || index == m_hovered ? tokens.ink : tokens.muted);
    QRectF box = rect.adjusted(4, 8, -4, -3);
    const QString number = QString::number(tab.count);
    if (tab.count > 0) {
        const QRectF bubble{box.right() - 34, box.center().y() - 11, 28, 22};
        paintRounded(painter, bubble, tinted(tokens.primary, tokens.surface, 16), {}, 11);
        box.setRight(bubble.left() - 2);
        painter.save();
        painter.setFont(textFont(TextRole::SecondaryStrong));
        painter.setPen(tokens.ink);
        painter.drawText(bubble, Qt::AlignCenter, tab.count > 99 ? QStringLiteral("99+") : number);
        painter.restore();
    }
    paintFitted(painter, box, Qt::AlignCenter, tab.text, 2);
    if (chosen)
        painter.fillRect(QRect{rect.left(), rect.bottom() - 2, rect.width(), 3}, tokens.primary);
    if (chosen && hasFocus())
        paintFocusRing(painter, QRectF{rect}.adjusted(0, 6, 0, -4), tokens);
}

void TabBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.fillRect(QRect{0, barHeight - 1, width(), 1}, tokens.line);
    const std::vector<QRect> rects = layOut();
    for (size_t i = 0; i < rects.size(); ++i)
        paintTab(painter, static_cast<int>(i), rects[i], tokens);
}

} // namespace guichet
