// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/receipt/PrintJob.h"

#include <optional>
#include <vector>

namespace guichet {

struct Workplace;

/// The spool: what waits for a printer. A printer that fails never blocks or loses a sale. On the ledger thread.
class PrintQueue
{
public:
    explicit PrintQueue(Workplace &workplace) : m_workplace{workplace} {}
    Result<QString> put(const Paper &paper);
    Result<std::optional<PrintJob>> next() const; ///< The oldest waiting.
    Result<PrintJob> job(const QString &id) const;
    Result<std::vector<PrintJob>> waiting() const;
    Result<int> waitingCount() const; ///< Without reading a paper.
    Result<> printed(const QString &id);
    Result<> failed(const QString &id, const Error &error); ///< Stays waiting; shown.
    Result<> discard(const QString &id);

private:
    Workplace &m_workplace;
};

} // namespace guichet
