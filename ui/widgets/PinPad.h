// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"
#include "ui/widgets/Keypad.h"

namespace guichet {

class TextLabel;
class BigButton;

/// Asks for a PIN of 4 to 8 figures: dots, keypad with OK, a line for what went wrong. Takes the real keyboard when focused.
class PinPad : public QWidget
{
    Q_OBJECT
public:
    explicit PinPad(QWidget *parent = nullptr);
    void setMessage(const QString &text, Tone tone = Tone::Muted);
    void clear();
    int length() const { return static_cast<int>(m_pin.size()); }
    void press(PadKey key);

Q_SIGNALS:
    void pinEntered(const QString &pin); ///< Once per OK, with 4–8 figures; the dots are emptied.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Dots;
    QString m_pin;
    Dots *m_dots;
    TextLabel *m_message;
    Keypad *m_pad;
};

} // namespace guichet
