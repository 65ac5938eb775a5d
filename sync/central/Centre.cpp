// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/Centre.h"

#include "core/base/Clock.h"
#include "core/base/Text.h"
#include "core/ledger/Migrator.h"
#include "sync/central/AccountRows.h"
#include "sync/central/CentralSecrets.h"

#include <algorithm>

/// Outside the namespace, as Qt wants it: a static library's resources must be asked for.
static void initCentralMigrations()
{
    Q_INIT_RESOURCE(central_migrations);
}

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto enrolmentLasts = 24h;
constexpr int bytesOfToken = 32;
constexpr auto snapshotLasts = 10min; ///< After its last page was asked for.
constexpr size_t mostSnapshots = 8;   ///< At once.

/// Of each centre: connections are dear on a server, and opening one takes some milliseconds.
constexpr size_t mostLedgers = 8;

/// However it was typed.
QString hashOfCode(const QString &code)
{
    return hashOfSecret(plainSpokenSecret(code).toLatin1());
}

/// As a till takes it when it enrols (enrolAnswerFromJson()).
Result<> requireName(const QString &name)
{
    constexpr qsizetype longestName = 200;
    if (name.trimmed().isEmpty() || name.size() > longestName || printable(name) != name)
        return failure(ErrorCode::InvalidInput, u"a name is 1 to %1 characters, on one line"_s.arg(longestName), {u"name"_s});
    return {};
}

} // namespace

Centre::Centre(CentreHome home, std::unique_ptr<Database> db, const KeyPair &key, const Clock &clock)
    : m_home{std::move(home)}, m_db{std::move(db)}, m_store{*m_db}, m_former{*m_db}, m_key{key}, m_clock{clock}
{}

Result<std::unique_ptr<Centre>> Centre::open(const CentreHome &home, const Clock &clock)
{
    initCentralMigrations();
    TRY_LET(db, home.openCommon());
    TRY(migrate(*db, {}, migrationsOf(*db, u"central-"_s)));
    TRY_LET(key, home.key());
    return std::unique_ptr<Centre>{new Centre{home, std::move(db), key, clock}};
}

Result<> Centre::prepareLedgers()
{
    TRY_LET(accounts, m_store.accounts());
    Result<> first;
    for (const CentralAccount &account : accounts)
        if (const auto opened = ledgerOf(account.key); !opened && first)
            first = std::unexpected(opened.error());
    return first;
}

Result<> Centre::addAccount(const CentralAccount &account)
{
    if (!isAccountKey(account.key))
        return failure(ErrorCode::InvalidInput, u"a key is small letters, figures and dashes"_s, {u"account"_s, u"not a key"_s});
    TRY(requireName(account.name));
    return m_store.addAccount(account, m_clock.now());
}

Result<TillTicket> Centre::addTill(const QString &account, const QString &name, UserManagement users)
{
    TRY(requireName(name));
    TillTicket ticket{.code = {}, .enrolment = newSpokenSecret(protocol::digitsOfCode), .until = m_clock.now() + enrolmentLasts};
    TRY_LET(code, m_store.addTill(account, name, users, hashOfCode(ticket.enrolment), ticket.until));
    ticket.code = code;
    return ticket;
}

Result<AccountLedger *> Centre::ledgerOf(const QString &account)
{
    const auto known = std::ranges::find(m_ledgers, account, &OpenLedger::account);
    if (known == m_ledgers.end()) {
        TRY_LET(db, m_home.openLedger(account));
        TRY_LET(ledger, AccountLedger::open(std::move(db), m_clock));
        if (m_ledgers.size() >= mostLedgers)
            m_ledgers.pop_back();
        m_ledgers.insert(m_ledgers.begin(), {.account = account, .ledger = std::move(ledger)});
    } else {
        std::rotate(m_ledgers.begin(), known, std::next(known));
    }
    return m_ledgers.front().ledger.get();
}

EnrolAnswer Centre::answerFor(const CentralTill &till, const QByteArray &token) const
{
    return {.token = token,
            .account = till.account,
            .tillCode = till.code,
            .tillName = till.name,
            .centre = m_key.publicKey(),
            .users = till.users};
}

/// As long as its code is good a till may use it again: the answer was lost on the way, or could not be kept.
Result<EnrolAnswer> Centre::enrol(const EnrolRequest &request)
{
    if (!request.key.isNull())
        return takeOver(request);
    const ChainIdentity &own = request.ownChain();
    if (!own.key.verifies(enrolMessage(request.code, own), request.proof))
        return failure(ErrorCode::CodeRejected, u"not signed by the key of the till"_s);
    return inTransaction(*m_db, [&]() -> Result<EnrolAnswer> {
        TRY_LET(place, m_store.tillToEnrol(hashOfCode(request.code), m_clock.now()));
        if (!place || (!place->uid.isEmpty() && place->uid != own.till))
            return failure(ErrorCode::CodeRejected);
        place->uid = own.till;
        TRY_LET(ledger, ledgerOf(place->account));
        TRY_LET(isFirst, ledger->hasNoDocuments()); // whoever enrolled: nobody has brought any
        TRY(ledger->registerChains(own.till, request.chains));
        const QByteArray token = randomBytes(bytesOfToken).toHex();
        TRY_LET(till, m_store.enrol(*place, hashOfSecret(token)));
        EnrolAnswer answer = answerFor(till, token);
        answer.bringsDocuments = isFirst;
        return answer;
    });
}

Result<TillTicket> Centre::replaceTill(const TillName &till)
{
    const TillTicket ticket{
        .code = till.code, .enrolment = newSpokenSecret(protocol::digitsOfCode), .until = m_clock.now() + enrolmentLasts};
    TRY(m_former.promise(till, hashOfCode(ticket.enrolment), ticket.until));
    return ticket;
}

Result<> Centre::revoke(const TillName &till)
{
    return inTransaction(*m_db, [&]() -> Result<> {
        TRY(m_store.revoke(till, m_clock.now()));
        return m_former.revoke(till, m_clock.now());
    });
}

/// The chain stands in the ledger of the account before the code is used up: cut off between the two, the same machine asks again, and
/// another one gets the incarnation after.
Result<EnrolAnswer> Centre::takeOver(const EnrolRequest &request)
{
    if (!request.key.verifies(takeOverMessage(request.code, request.key), request.proof))
        return failure(ErrorCode::CodeRejected, u"not signed by the key"_s);
    return inTransaction(*m_db, [&]() -> Result<EnrolAnswer> {
        const QDateTime now = m_clock.now();
        TRY_LET(promise, m_former.promised(hashOfCode(request.code), now));
        const QString key = toHex(request.key.bytes());
        if (!promise || (!promise->key.isEmpty() && promise->key != key))
            return failure(ErrorCode::CodeRejected);
        TRY_LET(till, m_store.till(promise->till));
        TRY_LET(ledger, ledgerOf(till.account));
        TRY_LET(chains, ledger->openIncarnation(till.uid, request.key));
        const QByteArray token = randomBytes(bytesOfToken).toHex();
        const SucceedingMachine machine{.key = key, .incarnation = chains.back().incarnation, .tokenHash = hashOfSecret(token)};
        TRY(m_former.fulfil(*promise, machine, now));
        EnrolAnswer answer = answerFor(till, token);
        answer.bringsDocuments = false;
        answer.chains = std::move(chains);
        return answer;
    });
}

Result<AccountLedger *> Centre::knownLedger(const QString &account)
{
    TRY_LET(known, AccountRows{*m_db}.has(account));
    return known ? ledgerOf(account) : failure(ErrorCode::NotFound, u"account %1"_s.arg(account), {account});
}

Result<> Centre::exportAccount(const QString &account, const QString &file)
{
    return guichet::exportAccount(*m_db, m_home, m_key, account, file, m_clock.now());
}

Result<RestoredAccount> Centre::restoreAccount(const QString &file, const RestoreWish &wish)
{
    m_snapshots.clear();
    m_ledgers.clear();
    return guichet::restoreAccount(*m_db, m_home, m_key.publicKey(), file, wish, m_clock);
}

Result<> Centre::renew(const QString &account)
{
    TRY_LET(ledger, knownLedger(account));
    return ledger->renew();
}

Result<std::vector<User>> Centre::users(const QString &account)
{
    TRY_LET(ledger, knownLedger(account));
    return ledger->users();
}

/// A till that has not enrolled has nothing in the ledger.
Result<TillStanding> Centre::standing(const CentralTill &till)
{
    if (till.uid.isEmpty())
        return TillStanding{.till = till, .openDay = {}, .closing = {}};
    TRY_LET(ledger, ledgerOf(till.account));
    TRY_LET(standing, ledger->standing(till));
    TRY_LET(former, m_former.of(till.called()));
    standing.former = std::move(former);
    return standing;
}

Result<Overuse> Centre::overuse(const QString &account)
{
    TRY_LET(tills, m_store.tills(account));
    if (std::ranges::all_of(tills, [](const CentralTill &till) { return till.uid.isEmpty(); }))
        return Overuse{};
    TRY_LET(ledger, ledgerOf(account));
    return ledger->overuse();
}

Result<QString> Centre::accountOfToken(const QByteArray &token)
{
    const QString hash = hashOfSecret(token);
    TRY_LET(till, m_store.tillOfToken(hash));
    if (till)
        return till->account;
    TRY_LET(former, m_former.ofToken(hash));
    return former ? former->till.account : QString{};
}

Result<CentralTill> Centre::tillOf(const QByteArray &token)
{
    TRY_LET(till, m_store.tillOfToken(hashOfSecret(token)));
    if (!till)
        return failure(ErrorCode::NotLoggedIn);
    if (till->revoked)
        return failure(ErrorCode::TillRevoked);
    TRY(m_store.noteContact(*till, m_clock.now()));
    return *till;
}

Result<std::optional<FormerTill>> Centre::formerTillOf(const QByteArray &token)
{
    const QString hash = hashOfSecret(token);
    TRY_LET(former, m_former.ofToken(hash));
    if (!former)
        return std::nullopt;
    if (former->till.revoked)
        return failure(ErrorCode::TillRevoked);
    TRY(m_former.noteContact(hash, m_clock.now()));
    return former;
}

Result<CentreAnchor> Centre::take(const CentralTill &till, const FactPush &push, std::optional<qint64> lastIncarnation)
{
    TRY_LET(ledger, ledgerOf(till.account));
    TRY_LET(taken, ledger->take(till.uid, push, lastIncarnation));
    if (!lastIncarnation)
        std::ignore = m_store.noteSent(till, taken.fresh); // a figure for the status page: the facts are taken, whatever becomes of it
    const ChainTip &tip = taken.tip;
    CentreAnchor anchor{.incarnation = tip.chain.incarnation, .number = tip.number, .hash = tip.hash, .signature = {}};
    anchor.signature = m_key.sign(anchorMessage(till.uid, anchor));
    return anchor;
}

Result<> Centre::keepHome(const CentralTill &till, const HomePush &push)
{
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->keepHome(till.uid, push);
}

/// Whoever did not come for the next page is not waited for: the file of the account grows meanwhile.
void Centre::forgetSnapshots()
{
    const QDateTime before = m_clock.now() - snapshotLasts;
    std::erase_if(m_snapshots, [&](const auto &one) { return one.second->askedAt() < before; });
}

Result<SnapshotPage> Centre::snapshot(const CentralTill &till, const QString &id, int page)
{
    const QString name = till.account + u'/' + till.code;
    if (id.isEmpty()) {
        m_snapshots.erase(name);
        if (m_snapshots.size() >= mostSnapshots)
            return failure(ErrorCode::DatabaseBusy, u"too many snapshots under way"_s);
        TRY_LET(ledger, ledgerOf(till.account));
        TRY_LET(begun, ledger->beginSnapshot(till.uid, m_key));
        m_snapshots[name] = std::move(begun);
        return m_snapshots[name]->page(1, m_clock.now());
    }
    const auto reading = m_snapshots.find(name);
    if (reading == m_snapshots.end() || reading->second->id() != id)
        return failure(ErrorCode::NotFound, u"no such snapshot: begin again"_s);
    return reading->second->page(page, m_clock.now());
}

Result<DocumentReceipt> Centre::takeDocuments(const CentralTill &till, const DocumentPush &push)
{
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->takeDocuments(till.uid, push);
}

Result<ChangesPage> Centre::changes(const CentralTill &till, qint64 cursor, qint64 documentCursor)
{
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->changes(till.uid, cursor, documentCursor);
}

Result<HoldAnswer> Centre::hold(const CentralTill &till, const PlaceHold &hold)
{
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->hold(till.uid, hold);
}

Result<GiftDecision> Centre::debit(const CentralTill &till, const GiftDebit &debit)
{
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->debit(till.uid, debit);
}

Result<CodeDecision> Centre::use(const CentralTill &till, const CodeUse &use)
{
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->use(till.uid, use);
}

Result<AllotmentsAnswer> Centre::allot(const CentralTill &till, const AllotmentsAsked &asked)
{
    TRY_LET(rule, m_store.allotmentRule(till.account));
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->allot(till.uid, rule, asked);
}

} // namespace guichet
