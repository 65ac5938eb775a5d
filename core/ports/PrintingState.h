// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <optional>

namespace guichet {

/// How one of the till's printers is doing.
struct PrinterSide
{
    std::optional<Error> trouble = {}; ///< Why its first job does not come out.
    bool paperLow = false;             ///< It prints, and has said that its roll ends soon.
    friend bool operator==(const PrinterSide &, const PrinterSide &) = default;
};

/// What became of the papers of the till; all zero when everything is printed (HW-1).
struct PrintingState
{
    int waiting = 0;  ///< Jobs that are not done, of both printers.
    int doubtful = 0; ///< How many of these wait for a person.
    PrinterSide receipt = {};
    PrinterSide spare = {};
    /// That of the receipt printer before the spare one's.
    const std::optional<Error> &trouble() const { return receipt.trouble ? receipt.trouble : spare.trouble; }
    bool paperLow() const { return receipt.paperLow || spare.paperLow; }
    friend bool operator==(const PrintingState &, const PrintingState &) = default;
};

} // namespace guichet
