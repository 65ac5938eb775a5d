// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Replacement.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DocumentMerge.h"
#include "core/ledger/HomeStore.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Snapshot.h"
#include "core/ledger/TakeOver.h"
#include "core/ledger/TillProjector.h"
#include "core/ledger/WorkingStore.h"
#include "sync/client/SyncLedger.h"

#include <QCryptographicHash>
#include <QThread>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int triesOfPage = 3;

bool isReadableAtHome(const Document &document)
{
    if (document.kind == DocumentKind::Note)
        return documentKey(document.kind, document.body) == document.key;
    return DocumentFeed::isReadable(document.kind, document.key, document.body);
}

bool mayManage(const User &user)
{
    return user.active && user.role == Role::Administrator && !user.pinHash.isEmpty();
}

/// One replacement, step by step.
class Replacing
{
public:
    Replacing(const TillReplacement &wanted, const ReplacementHooks &hooks, const Clock &clock, TakeOver &takeOver)
        : m_wanted{wanted}, m_hooks{hooks}, m_clock{clock}, m_takeOver{takeOver}, m_address{wanted.address}
    {}

    Result<ReplacedTill> run()
    {
        TRY(enrol());
        TRY(fetch());
        TRY(inTransaction(db(), [&]() -> Result<> {
            TRY(SyncLedger::goOn(db(), m_address, m_answer));
            return settleAtHome();
        }));
        TRY(m_takeOver.open(m_answer.chains));
        TRY(m_hooks.keepToken(m_takeOver.identity(), m_answer.token));
        TRY(m_takeOver.finish());
        const ChainIdentity &chain = m_answer.chains.back();
        return ReplacedTill{.account = m_answer.account,
                            .tillCode = m_answer.tillCode,
                            .tillName = m_answer.tillName,
                            .incarnation = chain.incarnation,
                            .lastNumber = chain.previousNumber,
                            .fingerprint = chain.key.fingerprint()};
    }

private:
    Database &db() { return m_takeOver.database(); }
    const QString &till() const { return m_answer.chains.back().till; }

    Result<> enrol()
    {
        CentralClient client{m_address};
        const PublicKey &key = m_takeOver.key().publicKey();
        const QByteArray proof = m_takeOver.key().sign(takeOverMessage(m_wanted.code, key));
        TRY_LET(answer, client.enrol({.code = m_wanted.code, .chains = {}, .key = key, .proof = proof}));
        if (answer.chains.size() < 2)
            return failure(ErrorCode::InvalidInput, u"no till to go on with"_s, {u"chains"_s});
        m_answer = std::move(answer);
        m_address.token = m_answer.token;
        return {};
    }

    Result<SnapshotPage> ask(CentralClient &client, const QString &id, int number)
    {
        for (int tries = 1;; ++tries) {
            Result<SnapshotPage> page = client.snapshot(id, number);
            const bool isLine = !page && page.error().code == ErrorCode::CentreUnreachable;
            if (!isLine || tries == triesOfPage)
                return page;
            QThread::sleep(std::max(client.retryAfter(), std::chrono::duration_cast<std::chrono::seconds>(m_hooks.rest)).count());
        }
    }

    static Result<> checkPage(const SnapshotPage &page, const QString &id, int number)
    {
        if (page.page != number || (!id.isEmpty() && page.id != id))
            return failure(ErrorCode::InvalidInput, u"another page than was asked for"_s, {u"page"_s});
        if (page.schema == newestSchema())
            return {};
        return failure(page.schema > newestSchema() ? ErrorCode::SchemaTooNew : ErrorCode::SchemaTooOld,
                       u"the centre is at %1, this program at %2"_s.arg(page.schema).arg(newestSchema()));
    }

    /// The centre may have forgotten the copy under way: it was started again, or nobody asked for a while. Then once more, from nothing.
    Result<> fetch()
    {
        const Result<> fetched = fetchCopy();
        if (fetched || fetched.error().code != ErrorCode::CentreRefused)
            return fetched;
        TRY(m_takeOver.empty());
        return fetchCopy();
    }

    /// Row by row into the empty ledger; what the centre signs are the pages as they came. Nothing needs to be durable before there is a
    /// till: TakeOver::finish() waits for all of it.
    Result<> fetchCopy()
    {
        const UnsyncedCommits quick{db()};
        CentralClient client{m_address};
        QCryptographicHash hash{QCryptographicHash::Sha256};
        QString id;
        for (int number = 1;; ++number) {
            TRY_LET(page, ask(client, id, number));
            TRY(checkPage(page, id, number));
            id = page.id;
            if (page.more)
                client.expectSnapshot(id, number + 1); // the centre makes it while this one is written
            hash.addData(page.rows);
            TRY_LET(rows, snapshotRowsFromBytes(page.rows));
            TRY(writeSnapshotRows(db(), till(), rows.table, rows.columns, std::move(rows.rows)));
            if (m_hooks.fetched)
                m_hooks.fetched(number);
            if (page.more)
                continue;
            const bool isSigned = m_answer.centre.verifies(snapshotMessage(till(), id, hash.result()), page.signature);
            return isSigned ? Result<>{} : failure(ErrorCode::ChainBroken, u"a snapshot that the centre did not sign"_s);
        }
    }

    Result<> put(DocumentKind kind, const QJsonObject &body, bool archived = false)
    {
        DocumentStore documents{db()};
        TRY_LET(revision, documents.nextRevision(m_clock.now()));
        return documents.takeOver({.kind = kind, .key = documentKey(kind, body), .revision = revision, .archived = archived, .body = body},
                                  {});
    }

    /// As the account has it, with what was of the machine before; what the account does not have, as the till had left it. So nobody
    /// works here again who was blocked meanwhile.
    Result<> putHome(const Document &left)
    {
        TRY_LET(standing, DocumentStore{db()}.get(left.kind, left.key));
        if (!standing || !DocumentFeed::isShared(left.kind, left.key))
            return put(left.kind, left.body, left.archived);
        QJsonObject body = standing->body;
        for (const QString &field : ownFields(left.kind))
            if (left.body.contains(field))
                body[field] = left.body.value(field);
        return put(left.kind, body, standing->archived);
    }

    /// Users, settings, profile and notes; what cannot be read is left out.
    Result<> settleAtHome()
    {
        HomeStore home{db()};
        TRY_LET(left, home.tillKey(till()));
        const QString tillKey = left.isEmpty() ? u"caisse-"_s + m_answer.tillCode.toLower() : left;
        TRY_LET(documents, home.of(till()));
        for (const Document &document : documents)
            if (isReadableAtHome(document))
                TRY(putHome(document));
        TRY(home.clear());
        TRY(WorkingStore{db()}.setValue(workingvalue::tillKey, tillKey));
        TRY(settleProfile(tillKey));
        TRY(DocumentFeed{db()}.followEstablishment({.user = {}, .at = m_clock.now()}, m_clock.now()));
        return settleAdministrator();
    }

    /// The till has its name and its code whatever was left.
    Result<> settleProfile(const QString &tillKey)
    {
        const DocumentStore documents{db()};
        TRY_LET(settings, documents.get(DocumentKind::Settings, tillKey));
        if (!settings)
            TRY(put(DocumentKind::Settings, {{u"tillKey"_s, tillKey}}));
        TRY_LET(profile, documents.get(DocumentKind::TillProfile, tillKey));
        QJsonObject body =
            profile ? profile->body : QJsonObject{{u"key"_s, tillKey}, {u"name"_s, QJsonObject{{u"fr"_s, m_answer.tillName}}}};
        body[u"code"_s] = m_answer.tillCode;
        return put(DocumentKind::TillProfile, body);
    }

    Result<> settleAdministrator()
    {
        TRY_LET(users, DocumentStore{db()}.users());
        if (std::ranges::any_of(users, mayManage))
            return {};
        if (m_wanted.administrator.trimmed().isEmpty() || hasForbiddenCharacters(m_wanted.administrator))
            return failure(ErrorCode::InvalidInput, u"nobody could manage the till"_s, {u"administrator"_s});
        if (!isValidPin(m_wanted.pin))
            return failure(ErrorCode::PinInvalid);
        TRY_LET(hash, hashPin(m_wanted.pin));
        User boss;
        boss.key = u"u-%1"_s.arg(m_answer.chains.back().incarnation);
        boss.displayName = m_wanted.administrator.trimmed();
        boss.role = Role::Administrator;
        boss.pinHash = hash;
        return put(DocumentKind::User, toJson(boss));
    }

    const TillReplacement &m_wanted;
    const ReplacementHooks &m_hooks;
    const Clock &m_clock;
    TakeOver &m_takeOver;
    CentralAddress m_address;
    EnrolAnswer m_answer;
};

} // namespace

Result<ReplacedTill> replaceTill(const QString &folder, const TillReplacement &wanted, const Clock &clock, SecretStore &keychain,
                                 const ReplacementHooks &hooks)
{
    TillProjector projector;
    const LedgerNeeds needs{.projector = projector, .clock = clock, .keychain = keychain, .preferFile = wanted.preferFile};
    TRY_LET(takeOver, TakeOver::begin(folder, needs, wanted.code.toUtf8()));
    return Replacing{wanted, hooks, clock, *takeOver}.run();
}

} // namespace guichet
