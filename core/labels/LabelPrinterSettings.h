// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"

#include <QJsonObject>

namespace guichet {

/// The printer of labels on a roll (CAT-7): where it is and which labels are in it. Of this machine: working state.
struct LabelPrinterSettings
{
    QString printer;                        ///< `tcp:HOST[:9100]`, `usb:/dev/usb/lp1`, `serial:PORT[:BAUD][:FLOW]`; empty: none.
    QString roll = QStringLiteral("56x32"); ///< Key of one of rollFormats().
    friend bool operator==(const LabelPrinterSettings &, const LabelPrinterSettings &) = default;
};

QJsonObject toJson(const LabelPrinterSettings &settings);
/// Absent fields keep their default; unknown ones, a line that is none, and a roll that is not known are refused (InvalidInput).
Result<LabelPrinterSettings> labelPrinterSettingsFromJson(const QJsonObject &object);

} // namespace guichet
