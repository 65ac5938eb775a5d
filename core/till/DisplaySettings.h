// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QStringList>

namespace guichet {

/// What the customer sees (HW-4, SELL-10): a display of two lines, a second screen, or both. Of this machine: working state.
struct DisplaySettings
{
    QString kind = QStringLiteral("none");        ///< One of displayKinds().
    QString line;                                 ///< `serial:/dev/ttyUSB0[:BAUD]`.
    QString characters = QStringLiteral("cp437"); ///< One of displayCharacters(): as its switches are set.
    bool secondScreen = false;                    ///< A window on the second screen, when there is one.
    QString welcome;                              ///< Between two customers; empty: the name of the attraction.
    friend bool operator==(const DisplaySettings &, const DisplaySettings &) = default;
};

/// none, cd5220, epson.
const QStringList &displayKinds();
/// cp437 (no €), cp858, wpc1252.
const QStringList &displayCharacters();

QJsonObject toJson(const DisplaySettings &settings);
/// Absent fields keep their default; unknown ones are refused (InvalidInput).
Result<DisplaySettings> displaySettingsFromJson(const QJsonObject &object);

} // namespace guichet
