// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyHints.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/BigButton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>

namespace guichet {

KeyHints::KeyHints(QWidget *window) : QWidget{window}
{
    setObjectName(QStringLiteral("keyHints"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    connect(&m_delay, &QTimer::timeout, this, &KeyHints::reveal);
    qApp->installEventFilter(this);
    hide();
}

void KeyHints::reveal()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

void KeyHints::conceal()
{
    m_delay.stop();
    hide();
}

std::vector<KeyHints::Hint> KeyHints::hints() const
{
    std::vector<Hint> result;
    for (const QWidget *widget : parentWidget()->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QString key = widget->property("keyHint").toString();
        if (key.isEmpty() && button)
            key = button->shortcut().toString(QKeySequence::NativeText);
        const QRect target{widget->mapTo(parentWidget(), QPoint{}), widget->size()};
        const QWidget *top = parentWidget()->childAt(target.center());
        const bool reachable = top == widget || (top && widget->isAncestorOf(top));
        const auto *ours = qobject_cast<const BigButton *>(widget);
        if (!key.isEmpty() && widget->isVisible() && widget->isEnabled() && reachable && (!ours || ours->isKeyAlive()))
            result.push_back({target, key});
    }
    return result;
}

bool KeyHints::eventFilter(QObject *watched, QEvent *event)
{
    const bool alone = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
    if (alone && !isVisible() && !m_delay.isActive() && parentWidget()->isActiveWindow())
        m_delay.start();
    else if ((event->type() == QEvent::KeyPress && !alone) || event->type() == QEvent::KeyRelease ||
             event->type() == QEvent::WindowDeactivate)
        conceal();
    return QWidget::eventFilter(watched, event);
}

void KeyHints::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.setFont(textFont(TextRole::SecondaryStrong));
    const QFontMetricsF metrics{painter.font()};
    for (const Hint &hint : hints()) {
        const qreal wide = metrics.horizontalAdvance(hint.key) + 14;
        QRectF badge{hint.target.right() - wide + 4.0, hint.target.top() - 6.0, wide, 24};
        badge.moveTop(std::max(2.0, badge.top()));
        paintRounded(painter, badge, tokens.ink, {}, 6);
        painter.setPen(tokens.surface);
        painter.drawText(badge, Qt::AlignCenter, hint.key);
    }
}

} // namespace guichet
