// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/receipt/Paper.h"

#include <functional>
#include <optional>

namespace guichet {

/// What a printer tells and asks while it prints. On the device thread; an empty function is not called.
struct PrintWatch
{
    /// Right before the first byte that could print. When it fails, nothing is sent and its error is the answer.
    std::function<Result<>()> begin = {};
    /// Whether its roll ends soon, as it says before a job. One that says nothing never calls it.
    std::function<void(bool low)> paperLow = {};
    /// What the printer waits for in the middle of a job: PrinterOutOfPaper, PrinterCoverOpen …
    std::function<void(const Error &)> trouble = {};
    /// Whether to give up; asked at least once a second while the printer is waited for.
    std::function<bool()> stopped = {};
};

/// How a job ended of which bytes went out.
struct PrintOutcome
{
    enum class End {
        Printed, ///< Proved by the printer; by one that answers nothing, taken to its last byte.
        Doubtful ///< It may be on paper, whole or in part. Never sent again without a person.
    };
    End end = End::Printed;
    std::optional<Error> doubt = {}; ///< Why it is doubtful.
    friend bool operator==(const PrintOutcome &, const PrintOutcome &) = default;
};

/// Prints laid-out paper; a paper without items that opens the drawer is a kick. Called on the device thread; blocks until the printer has
/// printed it or failed. A failure never loses the sale: the job stays in the spool (HW-1).
class ReceiptPrinter
{
public:
    virtual ~ReceiptPrinter() = default;
    virtual QString name() const = 0;
    /// An error: nothing went out, so it may be tried again. PrinterUnavailable, PrinterOutOfPaper, PrinterCoverOpen, PrinterCutterBlocked,
    /// PrinterOffline, Timeout; what `watch.begin` gave.
    virtual Result<PrintOutcome> print(const Paper &paper, const PrintWatch &watch = {}) = 0;
};

} // namespace guichet
