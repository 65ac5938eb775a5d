// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>
#include <optional>

namespace guichet {

/// What somebody does to a simulated printer, and what ails it.
struct SimulatedPrinterSwitches
{
    bool paperOut = false;
    bool paperLow = false;
    bool coverOpen = false;
    bool offline = false;
    bool cutterBlocked = false;
    bool drawerOpen = false;
    bool isSilent = false;                  ///< Answers nothing.
    std::chrono::milliseconds perLine{0};   ///< How long a line takes.
    std::optional<int> linesOfPaper = {};   ///< So many lines, then the paper is out.
    std::optional<qint64> closesAfter = {}; ///< So many bytes of a connection, then it hangs up.
    friend bool operator==(const SimulatedPrinterSwitches &, const SimulatedPrinterSwitches &) = default;

    /// It keeps what it is sent and prints nothing.
    bool isStopped() const { return paperOut || coverOpen || offline || cutterBlocked; }
};

} // namespace guichet
