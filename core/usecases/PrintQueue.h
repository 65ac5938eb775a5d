// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/receipt/PrintJob.h"

#include <optional>
#include <vector>

namespace guichet {

struct Workplace;

/// The spool: what waits for a printer. A printer that fails never blocks or loses a sale; what may be on paper already is never sent again
/// by itself (decisions/0026). NotFound: no such job, or not in a state for this. On the ledger thread.
class PrintQueue
{
public:
    explicit PrintQueue(Workplace &workplace) : m_workplace{workplace} {}
    Result<QString> put(const Paper &paper);
    /// The oldest that waits for that printer. Its drawer no longer opens when it has waited for a minute: nobody stands before it.
    Result<std::optional<PrintJob>> next(PrintJob::Printer printer = PrintJob::Printer::Receipt);
    Result<PrintJob> job(const QString &id) const;
    Result<std::vector<PrintJob>> waiting() const; ///< All that are not done: doubtful ones too.
    Result<int> waitingCount() const;              ///< The same, without reading a paper.
    Result<int> doubtfulCount() const;

    // What its printer says.
    Result<> sending(const QString &id); ///< Before the first byte.
    Result<> printed(const QString &id);
    Result<> failed(const QString &id, const Error &error);   ///< Nothing came out: it waits on. A kick of the drawer is dropped.
    Result<> doubtful(const QString &id, const Error &error); ///< Waits for a person. A kick of the drawer is done.

    // What a person says.
    Result<> discard(const QString &id);                           ///< Waiting or doubtful.
    Result<> confirmPrinted(const QString &id);                    ///< Doubtful, and it lies there whole.
    Result<QString> printAgain(const QString &id);                 ///< Doubtful: a new job, marked as such, in the journal.
    Result<> sendTo(const QString &id, PrintJob::Printer printer); ///< Waiting.

private:
    Workplace &m_workplace;
};

} // namespace guichet
