// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/CustomerDisplay.h"
#include "core/till/DisplaySettings.h"

#include <QByteArray>

namespace guichet {

inline constexpr int displayColumns = 20;

/// What a display is told once, after its line is opened: start anew, characters, clear (hardware.md §9). Empty for kind `none`.
QByteArray displayStart(const DisplaySettings &settings);
/// Both lines, each filled to 20 characters: what stood there before is gone. `€` is EUR where the display has none; a character it lacks
/// is the nearest it has.
QByteArray displayLines(const DisplaySettings &settings, const DisplayText &text);
/// The character of a byte ≥ 20h in that set: for simulators.
QChar displayCharacter(const QString &characters, char byte);

} // namespace guichet
