// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QPushButton>

namespace guichet {

/// The button of the till. At least 48 high; main keys are 72. Text wraps on two lines or is elided, never clipped. Mouse and finger do not
/// move the focus, so that a scan or typed figures keep their place; Tab does.
class BigButton : public QPushButton
{
    Q_OBJECT
public:
    /// Primary: the one main action of a screen, 72 high. Normal: a card with a hairline. Key: a card with a shadow, as on the keypad and
    /// for the payment methods. Quiet: text alone. Danger: refusing or destroying. Tint: 12 % of a group's colour.
    enum class Kind { Primary, Normal, Key, Quiet, Danger, Tint };

    explicit BigButton(const QString &text, Kind kind = Kind::Normal, QWidget *parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    /// The smallest height; never under 48.
    void setKeyHeight(int pixels);
    /// The face of the text; by default 24 bold for Primary, else 14 or 17 half-bold by height.
    void setTextRole(TextRole role);
    /// The colour of Tint; by default the primary one.
    void setTint(const QColor &colour);
    /// A second text at the right end (and the first one moves to the left): *terminal prêt*, *rendu 1,20 €*.
    void setNote(const QString &note);
    QString note() const { return m_note; }
    void setIconName(IconName name);
    /// Text and icon at the left instead of the middle.
    void setLeftAligned(bool left);
    /// Shown with a primary frame: the chosen one of several.
    void setMarked(bool marked);
    bool isMarked() const { return m_marked; }
    /// Paints the face that much smaller at top and bottom; the target stays whole. For rows that would touch, and the top bar.
    void setInset(int pixels);
    /// Where a key presses its button.
    enum class Reach {
        Page,      ///< Not while a sheet is open, unless the button is on the uppermost one: a question over the page is answered first.
        Everywhere ///< Under a sheet too.
    };
    /// The key that presses it, whatever its text becomes; shown while Alt is held (KeyHints).
    void setKey(const QKeySequence &key, Reach reach = Reach::Page);
    /// Whether the key would press it now, as far as sheets go.
    bool isKeyAlive() const;
    /// Keeps the key, which QAbstractButton::setText() would take away.
    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void pressByKey(const QKeySequence &key);
    QFont face() const;
    QColor fill(const Tokens &tokens) const;
    QColor textColour(const Tokens &tokens) const;
    void paintGround(QPainter &painter, const QRectF &box, const Tokens &tokens) const;
    void paintContent(QPainter &painter, const QRectF &box, const Tokens &tokens) const;
    void paintMiddle(QPainter &painter, const QRectF &box, const QColor &colour) const;
    void paintLeft(QPainter &painter, QRectF box, const QColor &colour, const QColor &noteColour) const;

    Kind m_kind;
    int m_keyHeight = 0;
    std::optional<TextRole> m_role;
    QColor m_tint;
    QString m_note;
    IconName m_icon = IconName::None;
    Reach m_reach = Reach::Page;
    bool m_left = false;
    bool m_marked = false;
    int m_inset = 0;
};

} // namespace guichet
