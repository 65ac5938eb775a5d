// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/JournalFixture.h"

#include "core/facts/Contents.h"
#include "core/ledger/Migrator.h"
#include "tests/support/Catch.h"

#include <QFile>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql makeTally = "CREATE TABLE IF NOT EXISTS tally (type TEXT PRIMARY KEY, facts INTEGER NOT NULL, cents INTEGER NOT NULL)";
constexpr Sql addToTally = R"(
    INSERT INTO tally (type, facts, cents) VALUES (:type, 1, :cents)
    ON CONFLICT (type) DO UPDATE SET facts = facts + 1, cents = cents + excluded.cents)";

FactDraft moneyFact(FactType type, Money total, EventLabel label)
{
    const VatSplit split = splitGross(total, BasisPoints{600});
    return {.type = type,
            .label = label,
            .actor = {.user = u"u1"_s, .role = Role::Seller, .approver = {}},
            .content = {{u"cents"_s, total.cents()}, {u"title"_s, u"Entrée adulte"_s}},
            .vat = {{.rate = {VatCode::C, BasisPoints{600}}, .base = split.base, .vat = split.vat, .total = total}},
            .payments = {{.method = u"cash"_s, .type = PaymentType::Cash, .amount = total, .rounding = {}}},
            .series = u"R"_s};
}

} // namespace

Result<> TallyProjector::apply(Database &db, const Fact &fact)
{
    TRY(runQuery(db, makeTally));
    return runQuery(db, addToTally, {{":type", factTypeName(fact.body.type)}, {":cents", turnoverOf(fact.body)}});
}

Result<QByteArray> FakeKeychain::read(const QString &key)
{
    if (!reachable)
        return failure(ErrorCode::KeyUnavailable, u"no session bus"_s);
    if (!m_secrets.contains(key))
        return failure(ErrorCode::NotFound, key);
    return m_secrets.value(key);
}

Result<> FakeKeychain::write(const QString &key, const QByteArray &secret)
{
    if (!reachable)
        return failure(ErrorCode::KeyUnavailable, u"no session bus"_s);
    m_secrets.insert(key, secret);
    return {};
}

Result<> FakeKeychain::remove(const QString &key)
{
    if (!reachable)
        return failure(ErrorCode::KeyUnavailable, u"no session bus"_s);
    m_secrets.remove(key);
    return {};
}

QDateTime morning()
{
    return {QDate{2026, 11, 23}, QTime{10, 0}, brussels()};
}

FactDraft saleOf(Money total, EventLabel label)
{
    return moneyFact(FactType::Sale, total, label);
}

FactDraft refundOf(Money total, const FactPosition &sale)
{
    FactDraft draft = moneyFact(FactType::Refund, -total, EventLabel::N);
    draft.reference = sale;
    return draft;
}

JournalFixture::JournalFixture()
{
    auto opened = Database::openInMemory();
    REQUIRE(opened);
    db = std::move(*opened);
    REQUIRE(migrate(*db));
    chain = {.till = u"018f0000-0000-7000-8000-000000000001"_s, .key = key.publicKey()};
    REQUIRE(Journal::registerChain(*db, chain));
    journal.emplace(*db, projector, clock, chain, key);
}

qint64 JournalFixture::facts()
{
    return countRows(*db, u"fact"_s);
}

Fact JournalFixture::sell(qint64 cents)
{
    clock.advance(std::chrono::seconds{5});
    const auto fact = journal->append(saleOf(Money::fromCents(cents)));
    REQUIRE(fact);
    return *fact;
}

void FolderFixture::sellAndClose(int count)
{
    auto ledger = folder.hasTill() ? open() : create();
    REQUIRE(ledger);
    for (int i = 0; i < count; ++i) {
        clock.advance(std::chrono::seconds{5});
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(850))));
    }
}

void attack(const QString &file, const QStringList &statements)
{
    const auto db = Database::open(file);
    REQUIRE(db);
    for (const char *trigger : {"fact_number_is_new", "fact_number_follows", "fact_is_never_changed", "fact_is_never_deleted",
                                "fact_document_is_new", "chain_is_never_changed"})
        REQUIRE((*db)->pragma(u"DROP TRIGGER IF EXISTS "_s + QString::fromLatin1(trigger)));
    for (const QString &statement : statements) {
        INFO(statement.toStdString());
        REQUIRE((*db)->pragma(statement));
    }
}

qint64 countRows(Database &db, const QString &table)
{
    const auto count = db.pragma(u"SELECT COUNT(*) FROM "_s + table);
    return count ? count->toLongLong() : -1;
}

QByteArray bytesOf(const QString &path)
{
    QFile file{path};
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace guichet
