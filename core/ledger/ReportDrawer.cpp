// SPDX-License-Identifier: GPL-3.0-or-later
// The drawer of a session, with its movements by reason.
#include "core/ledger/Columns.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/SessionStore.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql sumCashMovements = R"(
SELECT kind, reason, COUNT(*), CAST(SUM(amount_cents) AS BIGINT)
FROM cash_movement WHERE session = :session GROUP BY kind, reason ORDER BY kind, reason)";

constexpr Sql countDrawerOpenings = R"(
SELECT reason, COUNT(*) FROM drawer_opening WHERE session = :session GROUP BY reason ORDER BY reason)";

} // namespace

Result<> readDrawer(Database &db, const SessionRecord &session, Report &report)
{
    CashSection &cash = report.cash;
    cash.openingFloat = session.countedFloat;
    cash.openingDifference = session.countedFloat - session.expectedFloat;
    for (const MethodTotal &method : report.methods) {
        if (method.type != PaymentType::Cash)
            continue;
        cash.sales += method.received;
        cash.refunds += method.refunded;
        cash.corrections += method.corrections;
    }
    TRY(forEachRow(db, sumCashMovements, {{":session", session.id}}, [&](const Row &row) {
        const QString kind = row.text(0);
        const Money amount = kind == u"in" ? row.money(3) : -row.money(3);
        (kind == u"in" ? cash.in : kind == u"out" ? cash.out : cash.drops) += amount;
        auto &byReason = kind == u"in" ? cash.inByReason : kind == u"out" ? cash.outByReason : cash.dropsByReason;
        byReason.push_back({.key = row.text(1), .title = {}, .count = row.smallInteger(2), .amount = amount});
    }));
    return forEachRow(db, countDrawerOpenings, {{":session", session.id}}, [&](const Row &row) {
        report.drawerOpenings.push_back({.key = row.text(0), .title = {}, .count = row.smallInteger(1), .amount = {}});
    });
}

} // namespace guichet
