// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Query.h"
#include "sync/protocol/Messages.h"

namespace guichet {

/// The rows that an account has beside its ledger, on their way into a file and out of it: itself, its tills, the machines before. Codes
/// that were given out, sessions and wrong tries stay where they are: they are of the moment.
class AccountRows
{
public:
    explicit AccountRows(Database &common) : m_db{common} {}

    /// Whether these are rows of such a table, and not of a ledger.
    static bool areCommon(const SnapshotRows &rows);
    /// NotFound: no such account.
    Result<std::vector<SnapshotRows>> of(const QString &account);
    Result<bool> has(const QString &account);
    /// What is here already stays, being newer; what is not, comes. InvalidInput: rows of another account, or of no such table.
    /// DuplicateKey: a till here has the code of another one there. In the caller's transaction.
    Result<> put(const QString &account, const SnapshotRows &rows);

private:
    Result<> refuseOtherTills(const SnapshotRows &rows);

    Database &m_db;
};

} // namespace guichet
