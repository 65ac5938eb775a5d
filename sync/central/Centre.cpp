// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/Centre.h"

#include "core/base/Clock.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/PrivateFile.h"
#include "sync/central/CentralSecrets.h"

#include <QRegularExpression>
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

Result<KeyPair> ownKeyOf(const QString &file)
{
    const Result<QByteArray> seed = readPrivateFile(file);
    if (seed)
        return KeyPair::fromSeed(*seed);
    if (seed.error().code != ErrorCode::NotFound)
        return std::unexpected(seed.error());
    const KeyPair made = KeyPair::generate();
    TRY(writePrivateFile(file, made.secretSeed()));
    return made;
}

} // namespace

Centre::Centre(const QString &folder, std::unique_ptr<Database> db, const KeyPair &key, const Clock &clock)
    : m_folder{folder}, m_db{std::move(db)}, m_store{*m_db}, m_key{key}, m_clock{clock}
{}

Result<std::unique_ptr<Centre>> Centre::open(const QString &folder, const Clock &clock)
{
    initCentralMigrations();
    const QDir dir{folder};
    TRY(makePrivateFolder(dir.path()));
    TRY(makePrivateFolder(dir.filePath(u"accounts"_s)));
    TRY_LET(db, Database::open(dir.filePath(u"central.db"_s)));
    TRY(migrate(*db, {}, u":/migrations/central"_s));
    TRY_LET(key, ownKeyOf(dir.filePath(u"centre.key"_s)));
    return std::unique_ptr<Centre>{new Centre{folder, std::move(db), key, clock}};
}

Result<> Centre::addAccount(const CentralAccount &account)
{
    static const QRegularExpression form{u"\\A[a-z0-9-]{1,40}\\z"_s};
    if (!form.match(account.key).hasMatch())
        return failure(ErrorCode::InvalidInput, u"a key is small letters, figures and dashes"_s, {u"account"_s, u"not a key"_s});
    return m_store.addAccount(account, m_clock.now());
}

Result<TillTicket> Centre::addTill(const QString &account, const QString &name)
{
    TillTicket ticket{.code = {},
                      .enrolment = newSpokenSecret(protocol::digitsOfCode),
                      .until = m_clock.now().addSecs(std::chrono::seconds{enrolmentLasts}.count())};
    TRY_LET(code, m_store.addTill(account, name, hashOfSecret(ticket.enrolment.toLatin1()), ticket.until));
    ticket.code = code;
    return ticket;
}

Result<AccountLedger *> Centre::ledgerOf(const QString &account)
{
    std::unique_ptr<AccountLedger> &ledger = m_ledgers[account];
    if (!ledger) {
        const QString file = m_folder.filePath(u"accounts/%1.db"_s.arg(account));
        TRY(makePrivateFile(file));
        TRY_LET(opened, AccountLedger::open(file, m_clock));
        ledger = std::move(opened);
    }
    return ledger.get();
}

Result<> Centre::keepEnrolment(const CentralTill &till, const EnrolRequest &request, const QByteArray &token)
{
    const QString &uid = request.chains.front().till;
    const bool ofOneTill = std::ranges::all_of(request.chains, [&](const ChainIdentity &chain) { return chain.till == uid; });
    if (!ofOneTill)
        return failure(ErrorCode::ChainBroken, u"chains of several tills"_s);
    TRY_LET(ledger, ledgerOf(till.account));
    TRY(ledger->registerChains(request.chains));
    return m_store.enrol(till, uid, hashOfSecret(token));
}

Result<EnrolAnswer> Centre::enrol(const EnrolRequest &request)
{
    return inTransaction(*m_db, [&]() -> Result<EnrolAnswer> {
        TRY_LET(till, m_store.tillToEnrol(hashOfSecret(plainSpokenSecret(request.code).toLatin1()), m_clock.now()));
        if (!till)
            return failure(ErrorCode::CodeRejected);
        const QByteArray token = randomBytes(bytesOfToken).toHex();
        TRY_LET(ledger, ledgerOf(till->account));
        TRY_LET(isFirst, ledger->hasNoDocuments()); // whoever enrolled: nobody has brought any
        TRY(keepEnrolment(*till, request, token));
        return EnrolAnswer{.token = token,
                           .account = till->account,
                           .tillCode = till->code,
                           .tillName = till->name,
                           .centre = m_key.publicKey(),
                           .bringsDocuments = isFirst};
    });
}

/// A till that has not enrolled has nothing in the ledger.
Result<TillStanding> Centre::standing(const CentralTill &till)
{
    if (till.uid.isEmpty())
        return TillStanding{.till = till, .openDay = {}, .closing = {}};
    TRY_LET(ledger, ledgerOf(till.account));
    return ledger->standing(till);
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

Result<CentreAnchor> Centre::take(const CentralTill &till, const FactPush &push)
{
    TRY_LET(ledger, ledgerOf(till.account));
    TRY_LET(tip, ledger->take(till.uid, push));
    CentreAnchor anchor{.incarnation = tip.chain.incarnation, .number = tip.number, .hash = tip.hash, .signature = {}};
    anchor.signature = m_key.sign(anchorMessage(till.uid, anchor));
    return anchor;
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

} // namespace guichet
