// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Keypad.h"

namespace guichet {

/// A keypad that appears beside a field, inside the same window (never a window of its own). Goes away with Esc, OK, or a tap elsewhere.
class KeypadPopover : public QWidget
{
    Q_OBJECT
public:
    /// Shows itself near `field` and deletes itself when closed.
    explicit KeypadPopover(QWidget *field);

Q_SIGNALS:
    void pressed(PadKey key);
    void entered(); ///< Closed by Enter or OK: on to what comes next.

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPoint beside(const QRect &room) const;
    void place();
    void closeNow();

    QWidget *m_field;
    Keypad *m_pad;
};

} // namespace guichet
