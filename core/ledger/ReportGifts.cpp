// SPDX-License-Identifier: GPL-3.0-or-later
// Gift value of a session: sold, recharged, used, expired, by what it was paid, and what customers still hold (belgium.md §5.7).
#include "core/ledger/Columns.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/ReportStore.h"
#include "core/money/Allocation.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql countGiftLines = R"(
SELECT COUNT(*) FROM sale_line WHERE session = :session AND entry = 'sale' AND kind = 'gift')";

constexpr Sql sumGiftMovements = R"(
SELECT kind, COUNT(*), CAST(SUM(amount_cents) AS BIGINT), CAST(SUM(CASE WHEN amount_cents > 0 THEN amount_cents ELSE 0 END) AS BIGINT)
FROM gift_movement WHERE session = :session GROUP BY kind ORDER BY kind)";

// What the sale of a dossier with gift value was paid with on its day, and what its refunds were given back by, however many they are.
constexpr Sql selectGiftReceipts = R"(
SELECT r.dossier, r.kind, r.gift, r.total, p.method, p.title, p.amount_cents
FROM (SELECT dossier, kind, CAST(SUM(gift_cents) AS BIGINT) AS gift, CAST(SUM(total_cents) AS BIGINT) AS total
      FROM receipt WHERE session = :session AND kind IN ('sale', 'refund') GROUP BY dossier, kind HAVING CAST(SUM(gift_cents) AS BIGINT) <> 0) AS r
LEFT JOIN payment p ON p.dossier = r.dossier AND p.session = :session
    AND ((r.kind = 'sale' AND p.amount_cents > 0) OR (r.kind = 'refund' AND p.amount_cents < 0))
ORDER BY r.dossier, r.kind, p.incarnation, p.number)";

/// The sale or the refunds of a dossier that hold gift value, and what paid them.
struct GiftReceipt
{
    QString dossier;
    QString kind;
    Money gift;
    Money total;
    std::vector<NamedTotal> payments;
};

void addGiftRow(std::vector<GiftReceipt> &receipts, const Row &row)
{
    if (receipts.empty() || receipts.back().dossier != row.text(0) || receipts.back().kind != row.text(1))
        receipts.push_back({.dossier = row.text(0), .kind = row.text(1), .gift = row.money(2), .total = row.money(3), .payments = {}});
    if (const QString method = row.text(4); !method.isEmpty())
        receipts.back().payments.push_back({.key = method, .title = titleFromText(row.text(5)), .count = 1, .amount = row.money(6)});
}

void addTender(std::vector<NamedTotal> &tenders, const NamedTotal &payment, Money share)
{
    if (share.isZero())
        return;
    auto known = std::ranges::find(tenders, payment.key, &NamedTotal::key);
    if (known == tenders.end())
        known = tenders.insert(tenders.end(), {.key = payment.key, .title = payment.title, .count = 0, .amount = {}});
    known->count += payment.count;
    known->amount += share;
}

/// The gift value of a receipt is paid by each of its payments in proportion; what none of them paid, by an advance or on credit.
void shareOverPayments(std::vector<NamedTotal> &tenders, GiftReceipt receipt)
{
    Money rest = receipt.total.absolute();
    std::vector<Money> weights;
    for (const NamedTotal &payment : receipt.payments) {
        weights.push_back(payment.amount.absolute());
        rest -= payment.amount.absolute();
    }
    weights.push_back(rest.isNegative() ? Money{} : rest);
    receipt.payments.push_back({.key = {}, .title = {}, .count = 1, .amount = rest});
    const std::vector<Money> shares = allocate(receipt.gift, weights);
    for (std::size_t i = 0; i < shares.size(); ++i)
        addTender(tenders, receipt.payments[i], shares[i]);
}

Result<Money> readGiftMovements(Database &db, const QString &session, Report &report)
{
    Money moved;
    TRY(forEachRow(db, sumGiftMovements, {{":session", session}}, [&](const Row &row) {
        const QString kind = row.text(0);
        moved += row.money(2);
        if (kind == u"recharged") {
            report.giftRechargedCount = row.smallInteger(1);
            report.giftRecharged = row.money(2);
        } else if (kind == u"used") {
            report.giftUsedCount = row.smallInteger(1);
            report.giftUsed -= row.money(2);
        } else if (kind == u"refunded") {
            report.giftUsed -= row.money(3);
        } else if (kind == u"expired") {
            report.giftExpired = -row.money(2);
        }
    }));
    return moved;
}

} // namespace

Result<> readGifts(Database &db, const Id<TillSession> &session, Report &report)
{
    const QString key = session.toString();
    TRY_LET(sold, selectInteger(db, countGiftLines, {{":session", key}}));
    report.giftSoldCount = static_cast<int>(sold);
    TRY_LET(moved, readGiftMovements(db, key, report));
    TRY_LET(liability, GiftStore{db}.liability());
    report.giftLiabilityAfter = liability;
    report.giftLiabilityBefore = report.giftLiabilityAfter - moved;
    std::vector<GiftReceipt> receipts;
    TRY(forEachRow(db, selectGiftReceipts, {{":session", key}}, [&](const Row &row) { addGiftRow(receipts, row); }));
    for (const GiftReceipt &receipt : receipts)
        shareOverPayments(report.giftByTender, receipt);
    std::ranges::sort(report.giftByTender, {}, &NamedTotal::key);
    return {};
}

} // namespace guichet
