// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeypadPopover.h"

#include "ui/theme/Paint.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMouseEvent>

namespace guichet {

namespace {

constexpr int popoverWidth = 232;

} // namespace

KeypadPopover::KeypadPopover(QWidget *field) : QWidget{field->window()}, m_field{field}, m_pad{new Keypad{Keypad::Corner::Enter, this}}
{
    setObjectName(QStringLiteral("keypadPopover"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(12, 12, 12, 14);
    layout->addWidget(m_pad);
    m_pad->setKeyHeight(56);
    connect(m_pad, &Keypad::pressed, this, [this](PadKey key) {
        if (key == PadKey::Enter) {
            closeNow();
            Q_EMIT entered();
        } else
            Q_EMIT pressed(key);
    });
    qApp->installEventFilter(this);
    connect(field, &QObject::destroyed, this, &QObject::deleteLater);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && now != m_field && now != this && !isAncestorOf(now))
            closeNow(); // it belongs to one field, and would cover the next
    });
    place();
    show();
    raise();
}

/// Left or right of the field, where neither beneath nor above has the room: never over the row that is typed in.
QPoint KeypadPopover::beside(const QRect &room) const
{
    const QRect field{m_field->parentWidget()->mapTo(parentWidget(), QPoint{}), m_field->parentWidget()->size()};
    const bool right = field.right() + 8 + popoverWidth <= room.right();
    return {right ? field.right() + 8 : field.left() - 8 - popoverWidth, field.top()};
}

void KeypadPopover::place()
{
    const QSize size{popoverWidth, layout()->sizeHint().height()};
    const QRect room = parentWidget()->rect().adjusted(8, 8, -8, -8);
    const QPoint below = m_field->mapTo(parentWidget(), QPoint{m_field->width() / 2 - size.width() / 2, m_field->height() + 8});
    const QPoint above = m_field->mapTo(parentWidget(), QPoint{m_field->width() / 2 - size.width() / 2, -size.height() - 8});
    const QPoint vertical = below.y() + size.height() <= room.bottom() ? below : above;
    QRect box{vertical.y() < room.top() ? beside(room) : vertical, size};
    box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - size.width())));
    box.moveTop(std::clamp(box.top(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    setGeometry(box);
}

void KeypadPopover::closeNow()
{
    qApp->removeEventFilter(this);
    hide();
    deleteLater();
}

bool KeypadPopover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget != this && !isAncestorOf(widget))
            closeNow(); // and the tap does what it would have done
        return false;
    }
    if (event->type() == QEvent::KeyPress && qobject_cast<QWidget *>(watched)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            closeNow();
            if (key != Qt::Key_Escape)
                Q_EMIT entered();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void KeypadPopover::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    const QRectF box = QRectF{rect()}.adjusted(1, 1, -1, -3);
    paintCard(painter, box, tokens, tokens.surface);
    paintRounded(painter, box, {}, tokens.line);
}

} // namespace guichet
