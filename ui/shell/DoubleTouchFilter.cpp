// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DoubleTouchFilter.h"

#include <QApplication>
#include <QMouseEvent>

namespace guichet {

DoubleTouchFilter::DoubleTouchFilter(QObject *parent) : QObject{parent}
{
    qApp->installEventFilter(this);
}

/// A touch that a widget does not want goes on to its parent, with the same time: decided once for all of them.
bool DoubleTouchFilter::isMeantFor(QWidget *widget, const QMouseEvent &touch)
{
    if (touch.timestamp() != m_secondTime) {
        m_secondTime = touch.timestamp();
        m_secondIsMeant = widget == m_touched;
    }
    return m_secondIsMeant;
}

bool DoubleTouchFilter::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return false;
    if (event->type() == QEvent::MouseButtonDblClick)
        return !isMeantFor(widget, static_cast<const QMouseEvent &>(*event));
    if (event->type() != QEvent::MouseButtonPress)
        return false;
    const auto &touch = static_cast<const QMouseEvent &>(*event);
    if (touch.timestamp() != m_touchTime) {
        m_touchTime = touch.timestamp();
        m_touched = widget;
    }
    return false;
}

} // namespace guichet
