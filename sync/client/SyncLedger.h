// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentStore.h"
#include "sync/client/AllotmentRenewal.h"
#include "sync/client/SyncInbox.h"
#include "sync/client/SyncOutbox.h"

namespace guichet {

/// What makes an open till one of a centre's.
struct TillEnrolment
{
    CentralAddress address; ///< Without token; its authority is pinned.
    QString code;           ///< That the centre gave for it.
    QString profile;        ///< Key of the TillProfile, which gets the code of the till that the centre gave.
    DocumentChange change;  ///< Who does it, and when.
    bool mayMove = true;    ///< From the account that it is of to another one.
};

/// The ledger of a till as its centre sees it: whose it is, what goes up and what comes down, and how both stand (SYN-1). On the ledger
/// thread.
class SyncLedger
{
public:
    explicit SyncLedger(Ledger &ledger, const QString &version = QStringLiteral(GUICHET_VERSION))
        : m_ledger{ledger}, m_outbox{ledger}, m_inbox{ledger, version}
    {}

    /// Of this till: what it says to enrol, signed. KeyUnavailable.
    Result<EnrolRequest> enrolment(const QString &code);
    /// The till is that centre's, whole or not at all: all goes to it from the first fact on, and its profile has the code that the centre
    /// gave: tookDocuments(). The token is the caller's to keep first, under `tokenName`: one that was kept and not used is harmless.
    Result<> keepEnrolment(const TillEnrolment &wanted, const EnrolAnswer &answer, const QString &tokenName = centreTokenName);
    /// Of a ledger that came whole from the centre: where it is, and that all in it is known there. In the caller's transaction.
    static Result<> goOn(Database &db, const CentralAddress &address, const EnrolAnswer &answer);
    /// True: the centre names another generation than before, so it was put back to an older state, and this till begins again with it
    /// (docs/decisions/0047): the page that said so leads nowhere. The first one that it ever names is kept.
    Result<bool> meetGeneration(const QString &generation, const QDateTime &now);

    CentreNotes notes() const { return CentreNotes{db()}; }
    OwnChains chains() const { return OwnChains{m_ledger}; }
    AllotmentRenewal allotments() const { return AllotmentRenewal{m_ledger}; }
    SyncOutbox &outbox() { return m_outbox; }
    SyncInbox &inbox() { return m_inbox; }

    /// Whether documents were changed: who has loaded them loads them again.
    bool tookDocuments() const { return m_tookDocuments || m_outbox.tookDocuments() || m_inbox.tookDocuments(); }
    Result<CentreState> state();

private:
    Result<> takeTillCode(const TillEnrolment &wanted, const QString &code);
    Result<> forgetCentre();
    Result<> beginAgain(const QDateTime &now);
    Database &db() const { return m_ledger.database(); }

    Ledger &m_ledger;
    SyncOutbox m_outbox;
    SyncInbox m_inbox;
    bool m_tookDocuments = false;
};

} // namespace guichet
