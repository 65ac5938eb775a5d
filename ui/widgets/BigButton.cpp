// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BigButton.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/Sheet.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QKeySequence>
#include <QShortcutEvent>

#include <algorithm>

namespace guichet {

namespace {

constexpr int padding = 14;

bool isOnSheet(const QWidget &button)
{
    for (const QWidget *around = &button; around; around = around->parentWidget())
        if (qobject_cast<const Sheet *>(around))
            return true;
    return false;
}

bool hasOpenSheet(const QWidget &window)
{
    const auto sheets = window.findChildren<Sheet *>();
    return std::ranges::any_of(sheets, [](const Sheet *sheet) { return sheet->isVisible(); });
}

/// Another sheet lies over its own.
bool isUnderSheet(const QWidget &button)
{
    const QWidget *window = button.window();
    for (QWidget *top = window->childAt(button.mapTo(window, button.rect().center())); top; top = top->parentWidget())
        if (qobject_cast<Sheet *>(top))
            return !top->isAncestorOf(&button);
    return false;
}

bool pressesButton(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && !event.isAutoRepeat();
}

} // namespace

BigButton::BigButton(const QString &text, Kind kind, QWidget *parent) : QPushButton{text, parent}, m_kind{kind}
{
    setAutoDefault(false);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setKeyHeight(kind == Kind::Primary ? metric::mainKey : metric::touch);
}

void BigButton::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void BigButton::setKeyHeight(int pixels)
{
    m_keyHeight = std::max(pixels, metric::touch);
    setMinimumSize(metric::touch, m_keyHeight);
    updateGeometry();
}

void BigButton::setTextRole(TextRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

void BigButton::setTint(const QColor &colour)
{
    m_tint = colour;
    update();
}

void BigButton::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    updateGeometry();
    update();
}

void BigButton::setIconName(IconName name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void BigButton::setLeftAligned(bool left)
{
    m_left = left;
    update();
}

void BigButton::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

void BigButton::setInset(int pixels)
{
    m_inset = pixels;
    update();
}

void BigButton::setKey(const QKeySequence &key, Reach reach)
{
    m_reach = reach;
    setShortcut(key);
}

bool BigButton::isKeyAlive() const
{
    if (m_reach == Reach::Everywhere)
        return true;
    return isOnSheet(*this) ? !isUnderSheet(*this) : !hasOpenSheet(*window());
}

/// Of those that share the key, as a page and the sheet over it do, the one that is alive.
void BigButton::pressByKey(const QKeySequence &key)
{
    BigButton *meant = nullptr;
    for (BigButton *button : window()->findChildren<BigButton *>()) {
        if (button->shortcut() != key || !button->isVisible() || !button->isEnabled() || !button->isKeyAlive())
            continue;
        if (meant)
            return; // nobody knows which
        meant = button;
    }
    if (meant)
        meant->click();
}

/// What decides something is pressed once: the second touch of a double click was meant for what stood here before.
void BigButton::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_kind != Kind::Primary && m_kind != Kind::Danger)
        QPushButton::mouseDoubleClickEvent(event);
}

void BigButton::setText(const QString &text)
{
    const QKeySequence key = shortcut();
    QPushButton::setText(text);
    setShortcut(key);
}

QFont BigButton::face() const
{
    if (m_role)
        return textFont(*m_role);
    if (m_kind == Kind::Primary)
        return textFont(m_keyHeight >= metric::mainKey ? TextRole::Amount : TextRole::BodyStrong);
    return textFont(m_keyHeight > metric::touch ? TextRole::BodyStrong : TextRole::SecondaryStrong);
}

QSize BigButton::sizeHint() const
{
    const QFontMetrics metrics{face()};
    int width = metrics.horizontalAdvance(text()) + 2 * padding;
    if (m_icon != IconName::None)
        width += metric::icon + (text().isEmpty() ? 0 : 8);
    if (!m_note.isEmpty())
        width += QFontMetrics{textFont(TextRole::Secondary)}.horizontalAdvance(m_note) + 16;
    return {std::max(width, metric::touch), m_keyHeight};
}

QSize BigButton::minimumSizeHint() const
{
    return {metric::touch, m_keyHeight};
}

QColor BigButton::fill(const Tokens &tokens) const
{
    const QColor ground = m_kind == Kind::Quiet ? QColor{} : tokens.raised;
    switch (m_kind) {
    case Kind::Primary: return isEnabled() ? tokens.primary : tinted(tokens.primary, tokens.raised, 14);
    case Kind::Danger: return isEnabled() ? tokens.danger : tinted(tokens.danger, tokens.raised, 14);
    case Kind::Tint: return tinted(visibleOn(m_tint.isValid() ? m_tint : tokens.primary, tokens.raised), tokens.raised);
    case Kind::Normal:
    case Kind::Key:
    case Kind::Quiet: return ground;
    }
    Q_UNREACHABLE();
}

QColor BigButton::textColour(const Tokens &tokens) const
{
    if (!isEnabled())
        return tokens.muted;
    switch (m_kind) {
    case Kind::Primary: return tokens.onPrimary;
    case Kind::Danger: return tokens.onDanger;
    case Kind::Normal:
    case Kind::Key:
    case Kind::Quiet:
    case Kind::Tint: return tokens.ink;
    }
    Q_UNREACHABLE();
}

void BigButton::paintGround(QPainter &painter, const QRectF &box, const Tokens &tokens) const
{
    QColor ground = fill(tokens);
    if (isDown() || isChecked())
        ground = tinted(tokens.ink, ground.isValid() ? ground : tokens.surface, 12);
    else if (underMouse() && isEnabled())
        ground = tinted(tokens.ink, ground.isValid() ? ground : tokens.surface, 4);
    if (m_kind == Kind::Key && isEnabled())
        paintCard(painter, box, tokens, ground);
    else if (m_kind == Kind::Normal || m_kind == Kind::Key)
        paintRounded(painter, box, ground, tokens.line);
    else if (ground.isValid())
        paintRounded(painter, box, ground);
    if (m_marked) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{tokens.primary, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), metric::corner - 1, metric::corner - 1);
    }
}

void BigButton::paintMiddle(QPainter &painter, const QRectF &box, const QColor &colour) const
{
    const QPixmap picture = iconPixmap(m_icon, colour, metric::icon, devicePixelRatioF());
    QRectF room = box.adjusted(4, 2, -4, -2);
    if (!picture.isNull()) {
        const qreal textWidth = text().isEmpty() ? 0 : QFontMetricsF{painter.font()}.horizontalAdvance(text()) + 8;
        const qreal left = std::max(box.left() + 8, box.center().x() - (metric::icon + textWidth) / 2);
        painter.drawPixmap(QPointF{left, box.center().y() - metric::icon / 2.0}, picture);
        room.setLeft(left + metric::icon + 8);
        paintFitted(painter, room, Qt::AlignLeft | Qt::AlignVCenter, text(), 2);
        return;
    }
    paintFitted(painter, room, Qt::AlignCenter, text(), 2);
}

void BigButton::paintLeft(QPainter &painter, QRectF box, const QColor &colour, const QColor &noteColour) const
{
    box.adjust(padding + 4, 2, m_note.isEmpty() ? -6 : -padding - 4, -2); // a long word may come near the edge, a note stands in line
    const QPixmap picture = iconPixmap(m_icon, colour, metric::icon, devicePixelRatioF());
    if (!picture.isNull()) {
        painter.drawPixmap(QPointF{box.left() - 4, box.center().y() - metric::icon / 2.0}, picture);
        box.setLeft(box.left() + metric::icon + 8);
    }
    QRectF noteBox = box;
    const QFont noteFont = textFont(TextRole::Secondary);
    const qreal textWidth = std::min(QFontMetricsF{painter.font()}.horizontalAdvance(text()), box.width());
    noteBox.setLeft(box.right() - std::min(QFontMetricsF{noteFont}.horizontalAdvance(m_note) + 1,
                                           box.width() - std::min(textWidth + 12, box.width() / 2)));
    if (!m_note.isEmpty())
        box.setRight(noteBox.left() - 12);
    paintFitted(painter, box, Qt::AlignLeft | Qt::AlignVCenter, text(), 2);
    painter.setFont(noteFont);
    painter.setPen(noteColour);
    paintFitted(painter, noteBox, Qt::AlignRight | Qt::AlignVCenter, m_note, 2);
}

void BigButton::paintContent(QPainter &painter, const QRectF &box, const Tokens &tokens) const
{
    const QColor colour = textColour(tokens);
    painter.setFont(face());
    painter.setPen(colour);
    if (m_left || !m_note.isEmpty())
        paintLeft(painter, box, colour, m_kind == Kind::Primary || m_kind == Kind::Danger ? colour : tokens.muted);
    else
        paintMiddle(painter, box, colour);
}

/// Qt would press a button 100 ms late and take the focus from where the cashier types; and Enter would not press it at all.
bool BigButton::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && pressesButton(*static_cast<QKeyEvent *>(event))) {
        click();
        return true;
    }
    if (event->type() != QEvent::Shortcut)
        return QPushButton::event(event);
    pressByKey(static_cast<QShortcutEvent *>(event)->key());
    return true;
}

void BigButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    QRectF box = QRectF{rect()}.adjusted(0, m_inset, 0, -m_inset);
    if (m_kind == Kind::Key)
        box.adjust(1, 0, -1, -2);
    paintGround(painter, box, tokens);
    paintContent(painter, box, tokens);
    if (hasFocus())
        paintFocusRing(painter, box, tokens);
}

} // namespace guichet
