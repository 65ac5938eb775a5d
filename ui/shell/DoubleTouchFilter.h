// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QMouseEvent;

namespace guichet {

/// The second touch of a double click goes nowhere when the first one has put something else under the finger: it was meant for what stood
/// there before. One application-wide filter. GUI thread.
class DoubleTouchFilter : public QObject
{
    Q_OBJECT

public:
    explicit DoubleTouchFilter(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isMeantFor(QWidget *widget, const QMouseEvent &touch);

    QPointer<QWidget> m_touched; ///< By the last single touch: the widget that heard it first.
    quint64 m_touchTime = 0;
    quint64 m_secondTime = 0;
    bool m_secondIsMeant = true;
};

} // namespace guichet
