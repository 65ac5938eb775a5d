// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/GiftStore.h"

#include "core/ledger/Columns.h"

#include <numeric>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql upsertGift = R"(
INSERT INTO gift (code, kind, balance_cents, expires_on, issues, blocks, expiries)
VALUES (:code, :kind, :amount_cents, :expires_on, :issues, :blocks, :expiries)
ON CONFLICT (code) DO UPDATE SET
    kind = CASE WHEN excluded.issues > 0 THEN excluded.kind ELSE gift.kind END,
    balance_cents = gift.balance_cents + excluded.balance_cents,
    expires_on = CASE WHEN excluded.expires_on > gift.expires_on THEN excluded.expires_on ELSE gift.expires_on END,
    issues = gift.issues + excluded.issues,
    blocks = gift.blocks + excluded.blocks,
    expiries = gift.expiries + excluded.expiries)";

constexpr Sql insertGiftMovement = R"(
INSERT INTO gift_movement (session, incarnation, number, code, kind, amount_cents, dossier, reason, at)
VALUES (:session, :incarnation, :number, :code, :kind, :amount_cents, :dossier, :reason, :at))";

constexpr Sql upsertLiability = R"(
INSERT INTO running_total (name, cents) VALUES ('gift_liability', :cents)
ON CONFLICT (name) DO UPDATE SET cents = running_total.cents + excluded.cents)";

constexpr Sql selectGift = R"(SELECT code, kind, balance_cents, expires_on, blocks, expiries FROM gift WHERE code = :code)";

constexpr Sql selectExpired = R"(
SELECT code, kind, balance_cents, expires_on, blocks, expiries FROM gift
WHERE expires_on <> '' AND expiries = 0 AND expires_on < :today AND balance_cents > 0 ORDER BY expires_on, code)";

constexpr Sql selectSpending = R"(SELECT amount_cents, at FROM gift_movement WHERE code = :code AND kind IN ('used', 'refunded'))";

constexpr Sql countPayments = R"(
SELECT CAST(COALESCE(SUM(CASE WHEN kind = 'used' THEN 1 ELSE -1 END), 0) AS BIGINT) FROM gift_movement
WHERE code = :code AND kind IN ('used', 'refunded') AND dossier = :dossier AND ABS(amount_cents) = :amount_cents)";

constexpr Sql selectLiability = R"(SELECT cents FROM running_total WHERE name = 'gift_liability')";

GiftBalance giftOf(const Row &row, QDate today)
{
    const QDate expiresOn = row.date(3);
    return {.code = row.text(0),
            .kind = row.text(1) == u"voucher" ? GiftKind::Voucher : GiftKind::Card,
            .balance = row.money(2),
            .expiresOn = expiresOn,
            .blocked = row.integer(4) > 0,
            .expired = row.integer(5) > 0 || (expiresOn.isValid() && expiresOn < today)};
}

QString movementKind(FactType type)
{
    switch (type) {
    case FactType::GiftIssued: return u"issued"_s;
    case FactType::GiftRecharged: return u"recharged"_s;
    case FactType::GiftUsed: return u"used"_s;
    case FactType::GiftRefunded: return u"refunded"_s;
    case FactType::GiftBlocked: return u"blocked"_s;
    default: return u"expired"_s;
    }
}

} // namespace

Result<GiftBalance> GiftStore::balance(const QString &code, QDate today) const
{
    TRY_LET(gift, firstRow(m_db, selectGift, {{":code", normalisedCode(code)}}, [&](const Row &row) { return giftOf(row, today); }));
    if (!gift)
        return failure(ErrorCode::GiftUnknown, {}, {code});
    return *gift;
}

Result<std::vector<GiftBalance>> GiftStore::expiredBefore(QDate today) const
{
    return allRows(m_db, selectExpired, {{":today", today}}, [&](const Row &row) { return giftOf(row, today); });
}

Result<Money> GiftStore::spentSince(const QString &code, const QDateTime &since) const
{
    TRY_LET(parts, allRows(m_db, selectSpending, {{":code", normalisedCode(code)}},
                           [&](const Row &row) { return since.isValid() && row.dateTime(1) <= since ? Money{} : row.money(0); }));
    return std::accumulate(parts.begin(), parts.end(), Money{}, [](Money spent, Money part) { return spent - part; });
}

Result<qint64> GiftStore::paymentCount(const QString &code, const Id<Dossier> &dossier, Money amount) const
{
    return selectInteger(m_db, countPayments, {{":code", normalisedCode(code)}, {":dossier", dossier}, {":amount_cents", amount}});
}

Result<Money> GiftStore::liability() const
{
    TRY_LET(cents, selectInteger(m_db, selectLiability));
    return Money::fromCents(cents);
}

Result<> GiftStore::moved(const Fact &fact)
{
    TRY_LET(content, giftContentFromJson(fact.content));
    const FactType type = fact.body.type;
    const QString code = normalisedCode(content.code);
    TRY(runQuery(m_db, upsertGift,
                 {{":code", code},
                  {":kind", content.kind == GiftKind::Voucher ? u"voucher"_s : u"card"_s},
                  {":amount_cents", content.amount},
                  {":expires_on", content.expiresOn},
                  {":issues", type == FactType::GiftIssued},
                  {":blocks", type == FactType::GiftBlocked},
                  {":expiries", type == FactType::GiftExpired}}));
    TRY(runQuery(m_db, insertGiftMovement,
                 {{":session", sessionKey(fact.body)},
                  {":incarnation", fact.body.position.incarnation},
                  {":number", fact.body.position.number},
                  {":code", code},
                  {":kind", movementKind(type)},
                  {":amount_cents", content.amount},
                  {":dossier", content.dossier},
                  {":reason", content.reason},
                  {":at", fact.body.at}}));
    return runQuery(m_db, upsertLiability, {{":cents", content.amount}});
}

} // namespace guichet
