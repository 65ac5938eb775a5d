// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/CentreNotes.h"
#include "sync/client/OwnChains.h"

namespace guichet {

/// What a till takes from its centre: what others did, and what it had lost itself (SYN-1). On the ledger thread; errors of the database.
class SyncInbox
{
public:
    /// `version`: of this program.
    SyncInbox(Ledger &ledger, QString version) : m_ledger{ledger}, m_version{std::move(version)} {}

    /// From where to ask. Goes back to the first change that an earlier version could not read.
    Result<CentreNotes::Cursors> cursors();
    /// Applies a page and moves the cursors, in one transaction. Changes that cannot be read, or of a kind that no other till may change,
    /// are passed over and counted (CentreState::unread). ChainBroken: a fact does not hold, or pretends to be of this till; nothing
    /// changes. Returns how many facts it held, known ones too.
    Result<int> take(const ChangesPage &page, const QDateTime &now);

    /// Whether take() has changed documents.
    bool tookDocuments() const { return m_tookDocuments; }

private:
    Result<> learnOwnChain(const ChainIdentity &chain);
    Result<> learnChains(const std::vector<ChainIdentity> &chains);
    Result<int> mergeAll(const std::vector<SharedChange> &changes, const QDateTime &now);
    Result<int> receiveAll(const std::vector<StoredBytes> &facts);
    Database &db() const { return m_ledger.database(); }
    CentreNotes notes() const { return CentreNotes{db()}; }

    Ledger &m_ledger;
    QString m_version;
    bool m_tookDocuments = false;
};

} // namespace guichet
