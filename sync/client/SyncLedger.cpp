// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncLedger.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/FoundFacts.h"
#include "core/ledger/LostValues.h"
#include "core/ledger/UserAdmission.h"

namespace guichet {

using namespace Qt::StringLiterals;

Result<EnrolRequest> SyncLedger::enrolment(const QString &code)
{
    TRY_LET(own, chains().all());
    EnrolRequest request{.code = code, .chains = std::move(own)};
    const auto proof = m_ledger.journal().signature(enrolMessage(code, request.ownChain()));
    if (!proof)
        return failure(ErrorCode::KeyUnavailable, u"nothing shows that this is the till"_s);
    request.proof = *proof;
    return request;
}

Result<> SyncLedger::takeTillCode(const TillEnrolment &wanted, const QString &code)
{
    DocumentStore documents{db()};
    TRY_LET(known, documents.get(DocumentKind::TillProfile, wanted.profile));
    if (!known)
        return failure(ErrorCode::NotFound, u"no profile of this till"_s, {wanted.profile});
    known->body[u"code"_s] = code;
    TRY(documents.put(DocumentKind::TillProfile, known->body, wanted.change));
    return {};
}

/// What is known of a centre says nothing of another one: it has no fact yet. One that has them passes over them.
Result<> SyncLedger::forgetCentre()
{
    TRY(chains().forgetAnchors());
    TRY(notes().forget());
    return allotments().drop();
}

Result<> SyncLedger::keepEnrolment(const TillEnrolment &wanted, const EnrolAnswer &answer, const QString &tokenName)
{
    TRY(inTransaction(db(), [&]() -> Result<> {
        TRY(takeTillCode(wanted, answer.tillCode));
        TRY_LET(isKnown, notes().isOf(answer));
        TRY(notes().keepCentre(wanted.address, answer, tokenName));
        TRY(forgetCentre());
        TRY(UserAdmission{db()}.setManagement(answer.users));
        if (isKnown && !answer.bringsDocuments) // what was changed here and not sent yet goes on
            return {};
        return DocumentFeed{db()}.begin(m_ledger.identity().till, answer.bringsDocuments, wanted.change);
    }));
    m_tookDocuments = true; // the profile has another code
    return {};
}

Result<> SyncLedger::goOn(Database &db, const CentralAddress &address, const EnrolAnswer &answer)
{
    TRY_LET(facts, lastArrival(db));
    TRY_LET(changes, DocumentFeed{db}.lastArrival());
    CentreNotes notes{db};
    TRY(notes.keepCentre(address, answer));
    TRY(notes.moveTo({.facts = facts, .documents = changes}));
    TRY(notes.noteSentDocuments(changes));
    TRY(UserAdmission{db}.setManagement(answer.users));
    for (const ChainIdentity &chain : answer.chains) {
        TRY_LET(tip, tipOf(db, chain.till, chain.incarnation));
        if (tip.number > 0)
            TRY(keepCentreAnchor(db, {.incarnation = chain.incarnation, .number = tip.number, .hash = tip.hash}));
    }
    return DocumentFeed{db}.goOnAs(answer.chains.back().till);
}

Result<bool> SyncLedger::meetGeneration(const QString &generation, const QDateTime &now)
{
    TRY_LET(known, notes().cursors());
    if (generation.isEmpty() || generation == known.generation)
        return false;
    return inTransaction(db(), [&]() -> Result<bool> {
        TRY(notes().keepGeneration(generation));
        if (known.generation.isEmpty()) // the first that is heard of
            return false;
        TRY(beginAgain(now));
        return true;
    });
}

/// Everything is asked for and given once more; what either side has already is passed over.
Result<> SyncLedger::beginAgain(const QDateTime &now)
{
    TRY(notes().resetCursors());
    TRY(chains().goBackByOne());
    return DocumentFeed{db()}.sayErasuresAgain(now);
}

Result<CentreState> SyncLedger::state()
{
    TRY_LET(state, notes().state());
    TRY_LET(facts, chains().waiting());
    TRY_LET(documents, m_outbox.nextDocuments());
    state.waiting = facts + static_cast<qint64>(documents.push.changes.size());
    TRY_LET(overruled, LostValues{db()}.all(m_ledger.identity().till));
    state.overruled = static_cast<int>(overruled.size());
    TRY_LET(users, UserAdmission{db()}.waiting());
    state.usersToConfirm = static_cast<int>(users.size());
    TRY_LET(found, foundFactsOf(db(), m_ledger.identity().till));
    state.found = found.facts;
    state.foundSales = found.sales;
    state.foundAmount = found.sold;
    return state;
}

} // namespace guichet
