// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "hardware/terminal/TipCeiling.h"

#include <chrono>

namespace guichet {

/// How long the driver waits. Tests divide them.
struct PluginLimits
{
    std::chrono::milliseconds start{30'000};      ///< For the library to be loaded and to get ready.
    std::chrono::milliseconds write{5'000};       ///< Without progress.
    std::chrono::milliseconds payment{300'000};   ///< For the answer to a charge; then it is asked to stop.
    std::chrono::milliseconds afterStop{15'000};  ///< After having given up: the answer may still come.
    std::chrono::milliseconds reversal{120'000};  ///< The same for a reversal.
    std::chrono::milliseconds status{20'000};     ///< For one answer to look_up() or diagnose().
    std::chrono::milliseconds statusPause{5'000}; ///< Between two questions about a payment in progress.
    std::chrono::milliseconds notFoundGap{5'000}; ///< At least, between the two answers that together mean: never started.
    std::chrono::milliseconds lookUp{150'000};    ///< One lookUp() in all; what is still in progress then is unknown.
    std::chrono::milliseconds totals{60'000};
    std::chrono::milliseconds endOfDay{180'000};

    /// Those of a terminal that lives `divisor` times as fast. What computers need among themselves keeps at least a second.
    PluginLimits dividedBy(int divisor) const;
    friend bool operator==(const PluginLimits &, const PluginLimits &) = default;
};

/// A terminal behind a vendor's library (guichet_terminal.h), as plain values.
struct PluginProfile
{
    QString host;    ///< The program that loads it, `guichet-terminal-host`; a whole path.
    QString library; ///< A whole path.
    QString address; ///< As the vendor wants it; may be empty.
    int port = 0;    ///< 0: the usual one.
    QString tillId;
    QString options;
    QString secret;
    QString folder; ///< For what the library must remember; made when it is not there.
    TipCeiling tips;
    PluginLimits limits;

    /// InvalidInput, naming the field that is missing or wrong: `library`.
    Result<> check() const;
};

} // namespace guichet
