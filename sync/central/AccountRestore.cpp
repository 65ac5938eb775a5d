// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountRestore.h"

#include "core/base/Clock.h"
#include "core/ledger/ChainWalk.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/FactFeed.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Snapshot.h"
#include "sync/central/AccountLedger.h"
#include "sync/central/AccountRows.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int changesAtOnce = 1000;

/// Every fact of every till: place, chain, hashes, signature, sums, and the columns beside it. Returns how many.
Result<qint64> proveFacts(const Database &ledger)
{
    TRY_LET(reader, ledger.openReader());
    TRY_LET(chains, Journal::chains(*reader));
    qint64 proven = 0;
    for (const ChainIdentity &chain : chains) {
        WalkPoint point = startOf(chain);
        TRY_LET(defect, walkChain(*reader, chain, point, WalkDepth::Full, 0));
        if (defect)
            return failure(ErrorCode::ChainBroken,
                           u"fact %1/%2 of %3: %4"_s.arg(chain.incarnation).arg(defect->position.number).arg(chain.till, defect->what));
        proven += point.number;
    }
    TRY_LET(facts, countFacts(*reader));
    return facts == proven ? Result<qint64>{proven} : failure(ErrorCode::ChainBroken, u"facts of no known chain"_s);
}

/// The words that somebody is forgotten: they go on to tills that had not heard them.
Result<std::vector<SharedChange>> erasuresIn(Database &ledger)
{
    const DocumentFeed feed{ledger};
    std::vector<SharedChange> erasures;
    qint64 cursor = 0;
    for (;;) {
        TRY_LET(changes, feed.after(cursor, changesAtOnce));
        if (changes.empty())
            return erasures;
        cursor = changes.back().arrival;
        for (ArrivedChange &one : changes)
            if (one.change.erased)
                erasures.push_back(std::move(one.change));
    }
}

Result<> requireThisSchema(int schema)
{
    if (schema == newestSchema())
        return {};
    return failure(schema > newestSchema() ? ErrorCode::SchemaTooNew : ErrorCode::SchemaTooOld,
                   u"the file is at %1, this program at %2: restore it with the version that wrote it"_s.arg(schema).arg(newestSchema()));
}

/// One account on its way back: filled and proven beside the ledger, then put in its place.
class AccountRestoring
{
public:
    AccountRestoring(Database &common, const CentreHome &home, const Clock &clock) : m_common{common}, m_home{home}, m_clock{clock} {}
    ~AccountRestoring()
    {
        m_staged.reset();
        if (!m_account.isEmpty())
            std::ignore = m_home.dropStaged(m_common, m_account); // nothing is there when it was put in place
    }
    AccountRestoring(const AccountRestoring &) = delete;
    AccountRestoring &operator=(const AccountRestoring &) = delete;

    Result<RestoredAccount> run(const AccountFileHead &head, const QString &file)
    {
        m_account = head.account;
        m_restored.head = head;
        TRY_LET(staged, m_home.openStaged(m_common, m_account));
        m_staged = std::move(staged);
        TRY(fill(file));
        TRY_LET(facts, proveFacts(*m_staged));
        m_restored.facts = facts;
        TRY(keepErasures());
        TRY(drawGeneration());
        TRY(putInPlace());
        return m_restored;
    }

private:
    /// Nothing needs to be durable before it is put in place.
    Result<> fill(const QString &file)
    {
        TRY(migrate(*m_staged));
        const UnsyncedCommits quick{*m_staged};
        return readAccountFile(file, [this](SnapshotRows rows) -> Result<> {
            if (!AccountRows::areCommon(rows))
                return writeSnapshotRows(*m_staged, {}, rows.table, rows.columns, std::move(rows.rows));
            m_rows.push_back(std::move(rows));
            return {};
        });
    }

    Result<> keepErasures()
    {
        const Result<std::unique_ptr<Database>> before = m_home.openLedgerIfThere(m_account);
        if (before && !*before)
            return {};
        m_restored.aside = m_home.asideOf(m_account, m_at);
        const auto erasures = before ? erasuresIn(**before) : std::unexpected(before.error());
        m_restored.keptErasures = erasures.has_value(); // a damaged ledger may be why it is put back
        return inTransaction(*m_staged, [&]() -> Result<> {
            for (const SharedChange &gone : erasures.value_or(std::vector<SharedChange>{}))
                TRY(DocumentFeed{*m_staged}.take(gone, m_at));
            return {};
        });
    }

    /// A ledger that has none draws it. On disk when it returns, with all before it; then nobody has it open.
    Result<> drawGeneration()
    {
        TRY(AccountLedger::open(std::move(m_staged), m_clock));
        return {};
    }

    Result<> putInPlace()
    {
        return inTransaction(m_common, [&]() -> Result<> {
            for (const SnapshotRows &rows : m_rows)
                TRY(AccountRows{m_common}.put(m_account, rows));
            return m_home.putStaged(m_common, m_account, m_at);
        });
    }

    Database &m_common;
    const CentreHome &m_home;
    const Clock &m_clock;
    QString m_account;
    QDateTime m_at = m_clock.now();
    std::unique_ptr<Database> m_staged;
    std::vector<SnapshotRows> m_rows; ///< Beside the ledger.
    RestoredAccount m_restored;
};

} // namespace

Result<> exportAccount(Database &common, const CentreHome &home, const KeyPair &key, const QString &account, const QString &file,
                       const QDateTime &now)
{
    TRY_LET(rows, AccountRows{common}.of(account));
    TRY_LET(ledger, home.openLedger(account));
    TRY(migrate(*ledger));
    TRY_LET(reading, SnapshotReading::begin(*ledger, {}, key, now));
    TRY_LET(writer, AccountFileWriter::begin(file, {.account = account, .schema = newestSchema(), .at = now}));
    for (const SnapshotRows &one : rows)
        TRY(writer->add(toBytes(one)));
    for (int number = 1;; ++number) {
        TRY_LET(page, reading->page(number, now));
        TRY(writer->add(page.rows));
        if (!page.more)
            return writer->finish(key);
    }
}

Result<RestoredAccount> restoreAccount(Database &common, const CentreHome &home, const PublicKey &key, const QString &file,
                                       const RestoreWish &wish, const Clock &clock)
{
    TRY_LET(head, proveAccountFile(file, wish.takesAnySignature ? std::nullopt : std::optional{key}));
    TRY(requireThisSchema(head.schema));
    if (!isAccountKey(head.account)) // it becomes part of names
        return failure(ErrorCode::InvalidInput, u"no key of an account"_s, {u"account"_s});
    TRY_LET(isHere, AccountRows{common}.has(head.account));
    if (isHere && !wish.replaces)
        return failure(ErrorCode::DuplicateKey, u"account %1 is here: --replace puts its ledger back all the same"_s.arg(head.account),
                       {head.account});
    TRY(home.requireAlone(common, head.account));
    return AccountRestoring{common, home, clock}.run(head, file);
}

} // namespace guichet
