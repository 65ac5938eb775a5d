// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncLedger.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/FoundFacts.h"
#include "core/ledger/HomeStore.h"
#include "core/ledger/LostValues.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/SessionStore.h"
#include "core/ledger/UserAdmission.h"

#include <QUuid>
#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

namespace name {
const QString url = u"sync.url"_s;
const QString account = u"sync.account"_s;
const QString authority = u"sync.authority"_s; ///< PEM of the only one that is believed; empty: those of the system.
const QString token = u"sync.token"_s;         ///< Its name among the secrets; empty: centreTokenName.
const QString centre = u"sync.centre"_s;       ///< Hex of its public key.
const QString cursor = u"sync.cursor"_s;
const QString documents = u"sync.documents"_s;        ///< Cursor of what others changed.
const QString ownDocuments = u"sync.own_documents"_s; ///< Arrival of the last own change that the centre has.
const QString generation = u"sync.generation"_s;      ///< Of the account's ledger, as the centre last said it.
const QString contact = u"sync.contact"_s;
const QString troubleUp = u"sync.trouble"_s; ///< Of both directions in versions that knew one; who was replaced stays so.
const QString troubleDown = u"sync.trouble.down"_s;
const QString allotted = u"sync.allotted"_s;                ///< When the centre was last asked for places.
const QString allotmentsHeard = u"sync.allotments_heard"_s; ///< The question whose answer came last.
const QString clock = u"sync.clock"_s;                      ///< Seconds that this one is ahead of the centre's.
const QString unread = u"sync.unread"_s;                    ///< How many, from which cursor, and the version that could not read them.
const QString home = u"sync.home"_s; ///< Revision and number of erased keys up to which the centre has what stays at home.
} // namespace name

constexpr qint64 allotmentsEvery = 60; ///< Seconds, while nothing is sold.

const QString &troubleOf(SyncLedger::Direction direction)
{
    return direction == SyncLedger::Direction::Up ? name::troubleUp : name::troubleDown;
}

/// What somebody has to mend before what comes right by itself, as a line does.
std::optional<ErrorCode> graverOf(std::optional<ErrorCode> up, std::optional<ErrorCode> down)
{
    for (const ErrorCode grave : {ErrorCode::TillReplaced, ErrorCode::TillRevoked, ErrorCode::NotEnrolled, ErrorCode::KeyUnavailable})
        if (up == grave || down == grave)
            return grave;
    return up && (up != ErrorCode::CentreUnreachable || !down) ? up : down;
}

/// The first of them, one at least: as much as a page of the centre has.
void keepOnePush(std::vector<StoredBytes> &facts)
{
    qsizetype bytes = 0;
    size_t kept = 0;
    for (const StoredBytes &fact : facts) {
        bytes += writtenSize(fact);
        if (kept > 0 && bytes > protocol::largestPage)
            break;
        ++kept;
    }
    facts.resize(kept);
}

} // namespace

QString tokenNameAt(const QUrl &url, const QString &account)
{
    return centreTokenName + u'-' + toHex(sha256(u"%1|%2"_s.arg(url.toString(), account).toUtf8())).left(16);
}

Result<CentralAddress> KnownCentre::withToken(SecretStore &secrets) const
{
    TRY_LET(token, secrets.read(tokenName));
    CentralAddress whole = address;
    whole.token = token;
    return whole;
}

Result<std::vector<ChainIdentity>> SyncLedger::ownChains()
{
    TRY_LET(chains, Journal::chains(db()));
    std::erase_if(chains, [](const ChainIdentity &chain) { return !chain.own; });
    std::ranges::sort(chains, {}, &ChainIdentity::incarnation);
    return chains;
}

Result<EnrolRequest> SyncLedger::enrolment(const QString &code)
{
    TRY_LET(chains, ownChains());
    EnrolRequest request{.code = code, .chains = std::move(chains)};
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

/// Whether the till is one of that account already.
Result<bool> SyncLedger::isOf(const EnrolAnswer &answer)
{
    TRY_LET(account, machineState(db(), name::account));
    TRY_LET(centre, machineState(db(), name::centre));
    return account == answer.account && centre == toHex(answer.centre.bytes());
}

/// What is remembered of a centre says nothing of another one: it has no fact yet. One that has them passes over them.
Result<> SyncLedger::forgetCentre()
{
    TRY_LET(chains, ownChains());
    for (const ChainIdentity &chain : chains)
        TRY(forgetCentreAnchor(db(), chain.incarnation));
    for (const QString &cursor : {name::cursor, name::documents, name::ownDocuments})
        TRY(setMachineState(db(), cursor, u"0"_s));
    for (const QString &note : {name::contact, name::troubleUp, name::troubleDown, name::allotted, name::allotmentsHeard, name::clock,
                                name::unread, name::home, name::generation})
        TRY(setMachineState(db(), note, {}));
    return ReservationStore{db()}.dropAllotments(m_ledger.identity().till);
}

Result<> SyncLedger::keepEnrolment(const TillEnrolment &wanted, const EnrolAnswer &answer, const QString &tokenName)
{
    TRY(inTransaction(db(), [&]() -> Result<> {
        TRY(takeTillCode(wanted, answer.tillCode));
        TRY_LET(isKnown, isOf(answer));
        const std::pair<QString, QString> values[] = {{name::url, wanted.address.url.toString()},
                                                      {name::account, answer.account},
                                                      {name::authority, QString::fromLatin1(wanted.address.authority)},
                                                      {name::token, tokenName},
                                                      {name::centre, toHex(answer.centre.bytes())}};
        for (const auto &[name, value] : values)
            TRY(setMachineState(db(), name, value));
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
    const std::pair<QString, QString> values[] = {{name::url, address.url.toString()},
                                                  {name::account, answer.account},
                                                  {name::authority, QString::fromLatin1(address.authority)},
                                                  {name::centre, toHex(answer.centre.bytes())},
                                                  {name::cursor, QString::number(facts)},
                                                  {name::documents, QString::number(changes)},
                                                  {name::ownDocuments, QString::number(changes)}};
    for (const auto &[name, value] : values)
        TRY(setMachineState(db, name, value));
    TRY(UserAdmission{db}.setManagement(answer.users));
    for (const ChainIdentity &chain : answer.chains) {
        TRY_LET(tip, tipOf(db, chain.till, chain.incarnation));
        if (tip.number > 0)
            TRY(keepCentreAnchor(db, {.incarnation = chain.incarnation, .number = tip.number, .hash = tip.hash}));
    }
    return DocumentFeed{db}.goOnAs(answer.chains.back().till);
}

Result<bool> SyncLedger::isReplaced()
{
    TRY_LET(up, trouble(Direction::Up));
    TRY_LET(down, trouble(Direction::Down));
    return graverOf(up, down) == ErrorCode::TillReplaced;
}

Result<KnownCentre> SyncLedger::centre()
{
    TRY_LET(url, machineState(db(), name::url));
    if (url.isEmpty())
        return failure(ErrorCode::NotEnrolled);
    TRY_LET(authority, machineState(db(), name::authority));
    TRY_LET(token, machineState(db(), name::token));
    return KnownCentre{.address = {.url = QUrl{url}, .token = {}, .authority = authority.toLatin1()},
                       .tokenName = token.isEmpty() ? centreTokenName : token};
}

Result<qint64> SyncLedger::waitingFacts()
{
    TRY_LET(chains, ownChains());
    qint64 waiting = 0;
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY_LET(tip, tipOf(db(), chain.till, chain.incarnation));
        waiting += std::max(qint64{0}, tip.number - known); // of a backup the centre may know more
    }
    return waiting;
}

Result<qint64> SyncLedger::acknowledged(qint64 incarnation)
{
    TRY_LET(kept, keptCentreAnchor(db(), incarnation));
    return kept.value_or(CentreAnchor{}).number;
}

Result<SyncLedger::Waiting> SyncLedger::nextPush()
{
    TRY_LET(chains, ownChains());
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY_LET(facts, ownFactsAfter(db(), chain, known, protocol::mostFacts));
        if (facts.empty())
            continue;
        keepOnePush(facts);
        const qint64 upTo = known + static_cast<qint64>(facts.size());
        Waiting waiting{.incarnation = chain.incarnation, .push = {.facts = std::move(facts)}, .upTo = upTo};
        if (known == 0 && chain.incarnation > 1) // opened by a restore: the centre may not have heard of it
            waiting.push.chain = chain;
        return waiting;
    }
    return Waiting{};
}

Result<> SyncLedger::acknowledge(const CentreAnchor &anchor, const QDateTime &now)
{
    TRY_LET(key, machineState(db(), name::centre));
    const Result<PublicKey> centre = PublicKey::fromBytes(QByteArray::fromHex(key.toLatin1()));
    const QString till = m_ledger.identity().till;
    if (!centre || !centre->verifies(anchorMessage(till, anchor), anchor.signature))
        return failure(ErrorCode::ChainBroken, u"an anchor that the centre did not sign"_s);
    TRY(proveAnchor(anchor));
    return inTransaction(db(), [&]() -> Result<> {
        TRY(keepCentreAnchor(db(), anchor, now));
        TRY(endTrouble(Direction::Up, ErrorCode::CentreUnreachable)); // of the rest its own sending says more
        return noteContact(now);
    });
}

/// Only the incarnation that is written here cannot be further along at the centre: who goes on with an old copy of it is told.
Result<> SyncLedger::proveAnchor(const CentreAnchor &anchor)
{
    if (anchor.number == 0)
        return {};
    Journal &journal = m_ledger.journal();
    const auto fact = journal.fact({m_ledger.identity().till, anchor.incarnation, anchor.number});
    const bool isOfBackup = !fact && fact.error().code == ErrorCode::NotFound && anchor.incarnation < journal.identity().incarnation;
    if (isOfBackup)
        return {};
    TRY(fact);
    if (fact->hash != anchor.hash)
        return failure(ErrorCode::ChainBroken, u"the centre has another fact %1"_s.arg(anchor.number));
    return {};
}

Result<> SyncLedger::goBackTo(qint64 incarnation, qint64 number)
{
    TRY_LET(known, acknowledged(incarnation));
    if (number < 1 || number > known)
        return {};
    return keepCentreAnchor(db(), {.incarnation = incarnation, .number = number - 1});
}

Result<SyncLedger::WaitingDocuments> SyncLedger::nextDocuments()
{
    TRY_LET(known, machineState(db(), name::ownDocuments));
    TRY_LET(changes, DocumentFeed{db()}.ownAfter(known.toLongLong(), m_ledger.identity().till, protocol::mostDocuments));
    WaitingDocuments waiting{.push = {}, .after = known.toLongLong()};
    for (ArrivedChange &one : changes) {
        waiting.upTo = one.arrival;
        waiting.push.changes.push_back(std::move(one.change));
    }
    return waiting;
}

Result<> SyncLedger::acknowledgeDocuments(const WaitingDocuments &sent, const DocumentReceipt &receipt, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<> {
        for (const ClampedChange &clamped : receipt.clamped) {
            TRY_LET(isOther, DocumentFeed{db()}.clamped(clamped, now));
            m_tookDocuments = m_tookDocuments || isOther;
        }
        TRY_LET(known, machineState(db(), name::ownDocuments));
        if (known.toLongLong() == sent.after) // it may have begun again meanwhile
            TRY(setMachineState(db(), name::ownDocuments, QString::number(sent.upTo)));
        return noteContact(now);
    });
}

Result<std::vector<KeptAllotment>> SyncLedger::ownAllotments(const QDateTime &now)
{
    TRY_LET(all, ReservationStore{db()}.allotments(now));
    std::erase_if(all, [&](const KeptAllotment &kept) { return kept.till != m_ledger.identity().till; });
    return all;
}

/// The day is open, and the centre has counted all that was sold.
Result<bool> SyncLedger::mayBeAllotted()
{
    TRY_LET(session, SessionStore{db()}.openOf(m_ledger.identity().till));
    TRY_LET(waiting, waitingFacts());
    return session && waiting == 0;
}

Result<std::optional<AllotmentsAsked>> SyncLedger::beginAllotments(bool isNews, const QDateTime &now)
{
    TRY_LET(last, machineState(db(), name::allotted));
    const bool isLate = last.isEmpty() || std::abs(fromRfc3339(last).secsTo(now)) >= allotmentsEvery;
    if (!isLate && !isNews)
        return std::nullopt;
    ReservationStore store{db()};
    TRY_LET(hasUsed, store.hasUsedAllotments(m_ledger.identity().till));
    TRY_LET(isAllowed, mayBeAllotted());
    if (!isAllowed || (!isLate && !hasUsed))
        return std::nullopt;
    return inTransaction(db(), [&]() -> Result<std::optional<AllotmentsAsked>> {
        TRY_LET(own, hasUsed ? ownAllotments(now) : std::vector<KeptAllotment>{});
        for (KeptAllotment &kept : own) {
            if (kept.used == 0)
                continue;
            kept.allotment.units = kept.left();
            kept.used = 0;
            TRY(store.putAllotment(kept));
        }
        TRY(setMachineState(db(), name::allotted, toRfc3339(now)));
        TRY_LET(heard, machineState(db(), name::allotmentsHeard));
        return AllotmentsAsked{.question = QUuid::createUuid().toString(QUuid::WithoutBraces), .heard = heard};
    });
}

Result<> SyncLedger::takeAllotments(const AllotmentsAsked &asked, const AllotmentsAnswer &answer, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<> {
        const QString till = m_ledger.identity().till;
        TRY(setMachineState(db(), name::allotmentsHeard, asked.question));
        ReservationStore store{db()};
        TRY_LET(session, SessionStore{db()}.openOf(till));
        if (!session) // closed meanwhile: its Z gives them back
            return store.dropAllotments(till);
        return store.setAllotments(till, answer.allotments, now,
                                   now + protocol::allotmentLasts); // by this till's clock, which may be wrong
    });
}

/// Asked for twice a second: where nothing was changed at all it looks at nothing.
Result<SyncLedger::WaitingHome> SyncLedger::nextHome()
{
    TRY_LET(known, machineState(db(), name::home));
    const qint64 revision = known.section(u' ', 0, 0).toLongLong();
    TRY_LET(newest, DocumentStore{db()}.revision());
    TRY_LET(erased, DocumentFeed{db()}.erasedKeys());
    std::erase_if(erased, [](const auto &gone) { return !isOfHome(gone.first); });
    WaitingHome waiting{.push = {}, .before = known};
    if (newest > revision) {
        TRY_LET(documents, homeAfter(revision));
        waiting.push.documents = std::move(documents);
    }
    const bool isFull = waiting.push.documents.size() == size_t{protocol::mostDocuments};
    waiting.mark = u"%1 %2"_s.arg(isFull ? waiting.push.documents.back().revision : newest).arg(erased.size());
    if (waiting.mark.section(u' ', 1) != known.section(u' ', 1))
        waiting.push.erased = std::move(erased);
    if (waiting.isEmpty() && waiting.mark != known)
        TRY(acknowledgeHome(waiting)); // what was changed goes elsewhere
    TRY_LET(settings, DocumentStore{db()}.ownSettings());
    waiting.push.tillKey = settings.tillKey;
    return waiting;
}

/// In the order of their revisions, as many as go at once.
Result<std::vector<Document>> SyncLedger::homeAfter(qint64 revision)
{
    std::vector<Document> documents;
    for (const DocumentKind kind : homeKinds) {
        TRY_LET(changed, DocumentStore{db()}.changedAfter(revision, kind, protocol::mostDocuments));
        std::ranges::move(changed, std::back_inserter(documents));
    }
    std::ranges::sort(documents, {}, &Document::revision);
    if (documents.size() > size_t{protocol::mostDocuments})
        documents.resize(protocol::mostDocuments);
    return documents;
}

Result<> SyncLedger::acknowledgeHome(const WaitingHome &sent)
{
    return inTransaction(db(), [&]() -> Result<> {
        TRY_LET(known, machineState(db(), name::home));
        return known == sent.before ? setMachineState(db(), name::home, sent.mark) : Result<>{}; // it may have begun again meanwhile
    });
}

Result<SyncLedger::Cursors> SyncLedger::cursors()
{
    TRY_LET(missed, unread());
    if (missed.count > 0 && missed.version != m_version)
        TRY(inTransaction(db(), [&]() -> Result<> { // what is known already is passed over
            TRY(setMachineState(db(), name::documents, QString::number(missed.from)));
            return setMachineState(db(), name::unread, {});
        }));
    TRY_LET(facts, machineState(db(), name::cursor));
    TRY_LET(documents, machineState(db(), name::documents));
    TRY_LET(drawn, machineState(db(), name::generation));
    return Cursors{.facts = facts.toLongLong(), .documents = documents.toLongLong(), .generation = drawn};
}

Result<bool> SyncLedger::meetGeneration(const QString &generation, const QDateTime &now)
{
    TRY_LET(known, machineState(db(), name::generation));
    if (generation.isEmpty() || generation == known)
        return false;
    return inTransaction(db(), [&]() -> Result<bool> {
        TRY(setMachineState(db(), name::generation, generation));
        if (known.isEmpty()) // the first that is heard of
            return false;
        TRY(beginAgain(now));
        return true;
    });
}

/// Everything is asked for and given once more; what either side has already is passed over. Of each chain the last fact goes again: a
/// centre that does not have what comes before it says from which number it lacks them.
Result<> SyncLedger::beginAgain(const QDateTime &now)
{
    for (const QString &cursor : {name::cursor, name::documents, name::ownDocuments})
        TRY(setMachineState(db(), cursor, u"0"_s));
    for (const QString &mark : {name::unread, name::home})
        TRY(setMachineState(db(), mark, {}));
    TRY_LET(chains, ownChains());
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY(goBackTo(chain.incarnation, known));
    }
    return DocumentFeed{db()}.sayErasuresAgain(now);
}

Result<SyncLedger::Unread> SyncLedger::unread()
{
    TRY_LET(text, machineState(db(), name::unread));
    const QStringList words = text.split(u' ');
    return Unread{.count = words.value(0).toInt(), .from = words.value(1).toLongLong(), .version = words.value(2)};
}

Result<> SyncLedger::noteUnread(int count)
{
    if (count == 0)
        return {};
    TRY_LET(known, unread());
    TRY_LET(cursor, machineState(db(), name::documents));
    const qint64 from = known.count > 0 ? known.from : cursor.toLongLong();
    return setMachineState(db(), name::unread, u"%1 %2 %3"_s.arg(known.count + count).arg(from).arg(m_version));
}

/// In the order of the account; returns how many were passed over, being of a kind that stays at home. What was said here comes back too:
/// it is known, unless this till was restored since.
Result<int> SyncLedger::mergeAll(const std::vector<SharedChange> &changes, const QDateTime &now)
{
    DocumentFeed feed{db()};
    int passedOver = 0;
    for (const SharedChange &change : changes) {
        if (!DocumentFeed::isTaken(change)) {
            ++passedOver;
            continue;
        }
        TRY_LET(isOther, feed.take(change, now));
        m_tookDocuments = m_tookDocuments || isOther;
    }
    return passedOver;
}

/// Of this till the centre names only what the till itself has on record outside its ledger: nobody makes it a past.
Result<> SyncLedger::learnOwnChain(const ChainIdentity &chain)
{
    const auto &recorded = m_ledger.identity().incarnations;
    const bool isOwn = std::ranges::any_of(
        recorded, [&](const TillIdentity::Incarnation &one) { return one.number == chain.incarnation && one.key == chain.key; });
    if (!isOwn || chain.incarnation >= m_ledger.journal().identity().incarnation)
        return failure(ErrorCode::ChainBroken, u"the centre speaks for this till"_s);
    return Journal::registerChain(db(), chain);
}

/// A chain is believed the first time that it is named; a server that names another key for it later is refused.
Result<> SyncLedger::learnChains(const std::vector<ChainIdentity> &chains)
{
    TRY_LET(known, Journal::chains(db()));
    for (ChainIdentity chain : chains) {
        chain.own = chain.till == m_ledger.identity().till;
        const auto same = std::ranges::find_if(
            known, [&](const ChainIdentity &other) { return other.till == chain.till && other.incarnation == chain.incarnation; });
        if (same != known.end() && *same != chain)
            return failure(ErrorCode::ChainBroken, u"another beginning of the chain of %1"_s.arg(chain.till));
        if (same == known.end())
            TRY(chain.own ? learnOwnChain(chain) : Journal::registerChain(db(), chain));
    }
    return {};
}

/// An own fact that comes from the centre is known there.
Result<> SyncLedger::noteOwn(const Fact &fact)
{
    const FactPosition &at = fact.body.position;
    if (at.till != m_ledger.identity().till)
        return {};
    TRY_LET(known, acknowledged(at.incarnation));
    if (at.number <= known)
        return {};
    return keepCentreAnchor(db(), {.incarnation = at.incarnation, .number = at.number, .hash = fact.hash});
}

Result<int> SyncLedger::receiveAll(const std::vector<StoredBytes> &facts)
{
    for (const StoredBytes &stored : facts) {
        TRY_LET(fact, factFromBytes(stored.body, stored.content, stored.hash, stored.signature));
        TRY(m_ledger.journal().receive(fact));
        TRY(noteOwn(fact));
    }
    return static_cast<int>(facts.size());
}

Result<int> SyncLedger::take(const ChangesPage &page, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<int> {
        TRY(learnChains(page.chains));
        TRY_LET(passedOver, mergeAll(page.documents, now));
        TRY(noteUnread(page.unread + passedOver)); // before the cursor moves
        TRY_LET(taken, receiveAll(page.facts));
        TRY(setMachineState(db(), name::cursor, QString::number(page.cursor)));
        TRY(setMachineState(db(), name::documents, QString::number(page.documentCursor)));
        TRY(noteContact(now));
        TRY(endTrouble(Direction::Down));
        return taken;
    });
}

Result<> SyncLedger::noteContact(const QDateTime &now)
{
    return setMachineState(db(), name::contact, toRfc3339(now));
}

Result<std::optional<ErrorCode>> SyncLedger::trouble(Direction direction)
{
    TRY_LET(text, machineState(db(), troubleOf(direction)));
    return errorCodeNamed(text);
}

Result<> SyncLedger::noteTrouble(Direction direction, ErrorCode code)
{
    TRY_LET(known, trouble(direction));
    TRY_LET(replaced, isReplaced()); // it stays so, whatever else is
    return replaced || known == code ? Result<>{} : setMachineState(db(), troubleOf(direction), codeName(code));
}

Result<> SyncLedger::endTrouble(Direction direction, std::optional<ErrorCode> only)
{
    TRY_LET(known, trouble(direction));
    const bool isOver = known && known != ErrorCode::TillReplaced && (!only || known == only);
    return isOver ? setMachineState(db(), troubleOf(direction), {}) : Result<>{};
}

/// Answers tell the time in whole seconds: one more or less is not written down each time.
Result<> SyncLedger::noteClock(std::chrono::seconds ahead)
{
    TRY_LET(known, machineState(db(), name::clock));
    const bool isSame = !known.isEmpty() && std::abs(known.toLongLong() - ahead.count()) <= 1;
    return isSame ? Result<>{} : setMachineState(db(), name::clock, QString::number(ahead.count()));
}

Result<CentreState> SyncLedger::state()
{
    CentreState state;
    TRY_LET(url, machineState(db(), name::url));
    state.enrolled = !url.isEmpty();
    state.server = QUrl{url}.host();
    TRY_LET(account, machineState(db(), name::account));
    state.account = account;
    TRY_LET(contact, machineState(db(), name::contact));
    state.lastContact = fromRfc3339(contact);
    TRY_LET(up, trouble(Direction::Up));
    TRY_LET(down, trouble(Direction::Down));
    state.trouble = graverOf(up, down);
    TRY_LET(facts, waitingFacts());
    state.waiting = facts;
    TRY_LET(sent, machineState(db(), name::ownDocuments));
    TRY_LET(changes, DocumentFeed{db()}.ownAfter(sent.toLongLong(), m_ledger.identity().till, protocol::mostDocuments));
    state.waiting += static_cast<qint64>(changes.size());
    TRY_LET(overruled, LostValues{db()}.all(m_ledger.identity().till));
    state.overruled = static_cast<int>(overruled.size());
    TRY_LET(users, UserAdmission{db()}.waiting());
    state.usersToConfirm = static_cast<int>(users.size());
    TRY_LET(clock, machineState(db(), name::clock));
    state.clockAhead = std::chrono::seconds{clock.toLongLong()};
    TRY_LET(missed, unread());
    state.unread = missed.count;
    TRY_LET(found, foundFactsOf(db(), m_ledger.identity().till));
    state.found = found.facts;
    state.foundSales = found.sales;
    state.foundAmount = found.sold;
    return state;
}

Result<std::optional<CentreAnchor>> SyncLedger::anchor()
{
    const qint64 incarnation = m_ledger.journal().identity().incarnation;
    TRY_LET(kept, keptCentreAnchor(db(), incarnation));
    return kept && !kept->signature.isEmpty() ? kept : std::nullopt; // one that went back is nobody's word
}

} // namespace guichet
