// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

class QKeyEvent;

namespace guichet {

enum class PadKey { D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, Comma, Clear, Backspace, Enter };

/// The pad key that a key of the real keyboard means, if any: digits, `,` and `.`, Backspace, Delete (clear), Enter.
std::optional<PadKey> padKeyFor(const QKeyEvent &event);

/// What a pad key makes of digits that are being typed, at most `most` of them. Comma and Enter change nothing.
void typeDigit(QString &digits, PadKey key, qsizetype most);

/// 7-8-9 on top, `C 0 ,` (or `C 0 OK`) below. Keys of 72 px (56 when compact). Object names: `pad.7`, `pad.comma`, `pad.clear`,
/// `pad.enter`.
class Keypad : public QWidget
{
    Q_OBJECT
public:
    enum class Corner { Comma, Enter, Backspace }; ///< What stands at the bottom right.
    explicit Keypad(Corner corner = Corner::Comma, QWidget *parent = nullptr);
    void setKeyHeight(int pixels);
    /// For keys typed while the focus is elsewhere: true when it was one of ours; then pressed() is sent.
    bool handleKey(QKeyEvent *event);

Q_SIGNALS:
    void pressed(PadKey key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace guichet
