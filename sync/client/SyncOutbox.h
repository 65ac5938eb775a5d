// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/CentreNotes.h"
#include "sync/client/OwnChains.h"

namespace guichet {

/// What a till gives to its centre, and what the centre has taken of it (SYN-1): facts, changes of documents, and documents that stay at
/// home. On the ledger thread; errors of the database.
class SyncOutbox
{
public:
    explicit SyncOutbox(Ledger &ledger) : m_ledger{ledger} {}

    /// Own facts of one incarnation.
    struct WaitingFacts
    {
        qint64 incarnation = 1;
        FactPush push;
        qint64 upTo = 0; ///< Number of the last of them.
    };
    /// The next ones to push, of the earliest incarnation that is not whole at the centre, at most protocol::mostFacts, and not more of
    /// them than the centre reads at once (protocol::largestBody); none: nothing waits.
    Result<WaitingFacts> nextFacts();
    /// The centre has them up to here, or further, of an incarnation of which a backup has lost the end. ChainBroken when it signs what is
    /// not this till's chain: nothing changes.
    Result<> acknowledge(const CentreAnchor &anchor, const QDateTime &now);

    /// Changes of documents to push; none: nothing waits.
    struct WaitingDocuments
    {
        DocumentPush push;
        qint64 after = 0; ///< Arrival of the last one that the centre has.
        qint64 upTo = 0;  ///< Arrival of the last of them.
    };
    Result<WaitingDocuments> nextDocuments();
    /// The centre has them. What it put back in time stands there here too.
    Result<> acknowledgeDocuments(const WaitingDocuments &sent, const DocumentReceipt &receipt, const QDateTime &now);

    /// What of the documents that stay at home the centre does not have yet; none: nothing waits.
    struct WaitingHome
    {
        HomePush push;
        QString before; ///< Of how far it has them.
        QString mark;   ///< And then.
        bool isEmpty() const { return push.documents.empty() && push.erased.empty(); }
    };
    Result<WaitingHome> nextHome();
    Result<> acknowledgeHome(const WaitingHome &sent);

    /// Whether acknowledgeDocuments() has changed documents.
    bool tookDocuments() const { return m_tookDocuments; }

private:
    Result<std::vector<Document>> homeAfter(qint64 revision);
    Database &db() const { return m_ledger.database(); }
    CentreNotes notes() const { return CentreNotes{db()}; }
    OwnChains chains() const { return OwnChains{m_ledger}; }

    Ledger &m_ledger;
    bool m_tookDocuments = false;
};

} // namespace guichet
