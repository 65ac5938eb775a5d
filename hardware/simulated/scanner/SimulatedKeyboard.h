// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <vector>

namespace guichet {

/// A key of a keyboard by its place, as USB keyboards and the Linux kernel number them, with or without Shift.
struct KeyStroke
{
    int key = 0;
    bool shift = false;
    friend bool operator==(const KeyStroke &, const KeyStroke &) = default;
};

/// The keys that a scanner presses that takes the computer's keyboard for an American one, and Enter at the end: what most are set to. What
/// the computer makes of them is its own affair. InvalidInput: a character that no such key has.
Result<std::vector<KeyStroke>> scannerStrokes(const QString &code);

/// A scanner that types like a keyboard into whatever window has the focus, of any program: a second keyboard of the system (`/dev/uinput`,
/// Linux; whoever runs it must be allowed to write there). On one thread.
class SimulatedKeyboard
{
public:
    SimulatedKeyboard() = default;
    ~SimulatedKeyboard() { unplug(); }
    SimulatedKeyboard(const SimulatedKeyboard &) = delete;
    SimulatedKeyboard &operator=(const SimulatedKeyboard &) = delete;

    /// DeviceUnavailable: the system has no such way, or it is not allowed.
    Result<> plugIn();
    void unplug();
    bool isPlugged() const { return m_device >= 0; }
    /// Types a code, a few milliseconds a key. DeviceUnavailable, InvalidInput.
    Result<> type(const QString &code);

private:
    Result<> strike(const KeyStroke &stroke) const;
    Result<> send(int key, bool isDown) const;

    int m_device = -1;
};

} // namespace guichet
