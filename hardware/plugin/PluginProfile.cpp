// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/plugin/PluginProfile.h"

#include <QFileInfo>

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PluginLimits PluginLimits::dividedBy(int divisor) const
{
    const auto shorter = [divisor](std::chrono::milliseconds limit) { return std::max(limit / divisor, 1ms); };
    const auto technical = [&](std::chrono::milliseconds limit) { return std::max(shorter(limit), std::min(limit, 1'000ms)); };
    return {.start = std::max(shorter(start), std::min(start, 10'000ms)), // a program is loaded: that is the computer's own time
            .write = technical(write),
            .payment = shorter(payment),
            .afterStop = shorter(afterStop),
            .reversal = shorter(reversal),
            .status = technical(status),
            .statusPause = shorter(statusPause),
            .notFoundGap = shorter(notFoundGap),
            .lookUp = technical(lookUp),
            .totals = technical(totals),
            .endOfDay = technical(endOfDay)};
}

Result<> PluginProfile::check() const
{
    const QFileInfo file{library};
    if (!file.isAbsolute() || !file.isFile())
        return failure(ErrorCode::InvalidInput, u"plugin library: "_s + library, {u"library"_s});
    return {};
}

} // namespace guichet
