// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Columns.h"
#include "core/ledger/ReportStore.h"

/// The payments of a session by method, roundings, excess and tips.
#include <tuple>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// What is received and what is given back stand apart; change was never received.
constexpr Sql sumMethods = R"(
SELECT method, type, MAX(title),
    CAST(SUM(CASE WHEN amount_cents >= 0 THEN 1 ELSE 0 END) AS BIGINT),
    CAST(SUM(CASE WHEN amount_cents >= 0 THEN amount_cents + rounding_cents + excess_cents + tip_cents ELSE 0 END) AS BIGINT),
    CAST(SUM(change_cents) AS BIGINT),
    CAST(SUM(CASE WHEN amount_cents < 0 THEN 1 ELSE 0 END) AS BIGINT),
    CAST(SUM(CASE WHEN amount_cents < 0 THEN amount_cents + rounding_cents + excess_cents + tip_cents ELSE 0 END) AS BIGINT),
    CAST(SUM(rounding_cents) AS BIGINT),
    CAST(SUM(CASE WHEN rounding_cents <> 0 THEN 1 ELSE 0 END) AS BIGINT),
    CAST(SUM(CASE WHEN rounding_cents > 0 THEN rounding_cents ELSE 0 END) AS BIGINT),
    CAST(SUM(excess_cents) AS BIGINT), CAST(SUM(tip_cents) AS BIGINT)
FROM payment WHERE session = :session GROUP BY method, type ORDER BY method, type)";

// A cheque is worth its face value, also where that is more than was due; it belongs to the method that it was corrected to last (PAY-8).
constexpr Sql countCheques = R"(
SELECT COALESCE(c.to_method, p.method) AS method, COALESCE(c.to_type, p.type) AS type, p.amount_cents + p.excess_cents AS face, COUNT(*),
    CAST(SUM(p.amount_cents + p.excess_cents) AS BIGINT)
FROM payment p LEFT JOIN payment_correction c ON c.payment = p.id
    AND NOT EXISTS (SELECT 1 FROM payment_correction l WHERE l.payment = p.id AND l.hlc > c.hlc)
WHERE p.session = :session AND COALESCE(c.to_type, p.type) IN ('CHEQUE_MEAL', 'CHEQUE_OTHER', 'VOUCHER_OTHER') AND p.amount_cents >= 0
GROUP BY COALESCE(c.to_method, p.method), COALESCE(c.to_type, p.type), p.amount_cents + p.excess_cents ORDER BY method, type, face)";

constexpr Sql selectCorrections = R"(
SELECT from_method, from_type, to_method, to_type, to_title, amount_cents + rounding_cents
FROM payment_correction WHERE session = :session ORDER BY incarnation, number)";

MethodTotal &methodTotal(Report &report, const QString &method, const QString &type, const LocalizedText &title)
{
    const PaymentType parsed = paymentTypeFromName(type).value_or(PaymentType::Other);
    for (MethodTotal &total : report.methods)
        if (total.method == method && total.type == parsed)
            return total;
    MethodTotal total;
    total.method = method;
    total.type = parsed;
    total.title = title;
    report.methods.push_back(total);
    return report.methods.back();
}

void addMethod(Report &report, const Row &row)
{
    MethodTotal total;
    total.method = row.text(0);
    total.type = paymentTypeFromName(row.text(1)).value_or(PaymentType::Other);
    total.title = titleFromText(row.text(2));
    total.count = row.smallInteger(3);
    total.received = row.money(4);
    total.change = row.money(5);
    total.refundCount = row.smallInteger(6);
    total.refunded = row.money(7);
    total.rounding = row.money(8);
    report.methods.push_back(total);
    report.roundingCount += row.smallInteger(9);
    report.roundingUp += row.money(10);
    report.roundingDown += row.money(8) - row.money(10);
    report.excess += row.money(11);
    report.tips += row.money(12);
}

void addCorrection(Report &report, const Row &row)
{
    const Money moved = row.money(5);
    MethodTotal &from = methodTotal(report, row.text(0), row.text(1), {});
    from.corrections -= moved;
    ++from.correctionCount;
    MethodTotal &to = methodTotal(report, row.text(2), row.text(3), titleFromText(row.text(4)));
    to.corrections += moved;
    to.correctionsTo += moved;
    ++to.correctionCount;
}

void addCheques(Report &report, const Row &row)
{
    methodTotal(report, row.text(0), row.text(1), {})
        .cheques.push_back({.key = QString::number(row.integer(2)), .title = {}, .count = row.smallInteger(3), .amount = row.money(4)});
}

} // namespace

Result<> readMethods(Database &db, const Id<TillSession> &session, Report &report)
{
    TRY(forEachRow(db, sumMethods, {{":session", session}}, [&](const Row &row) { addMethod(report, row); }));
    TRY(forEachRow(db, selectCorrections, {{":session", session}}, [&](const Row &row) { addCorrection(report, row); }));
    // After the corrections, which bring the titles of the methods that they move to.
    TRY(forEachRow(db, countCheques, {{":session", session}}, [&](const Row &row) { addCheques(report, row); }));
    std::ranges::sort(report.methods,
                      [](const MethodTotal &a, const MethodTotal &b) { return std::tie(a.method, a.type) < std::tie(b.method, b.type); });
    return {};
}

void keepFaceValues(Report &report, const Catalogue &catalogue)
{
    for (MethodTotal &method : report.methods)
        if (const PaymentMethod *known = catalogue.paymentMethod(method.method); known && known->faceValues.empty())
            method.cheques.clear();
}

void fillTitles(Report &report, const Catalogue &catalogue)
{
    for (ItemTotal &item : report.items)
        if (const Group *group = catalogue.group(item.group))
            item.groupTitle = group->name;
    const auto fill = [&](std::vector<NamedTotal> &totals, Reason::Kind kind) {
        for (NamedTotal &total : totals)
            if (const Reason *reason = catalogue.reason(kind, total.key); reason && total.title.isEmpty())
                total.title = reason->name;
    };
    fill(report.refundsByReason, Reason::Kind::Refund);
    fill(report.complimentary, Reason::Kind::Complimentary);
    fill(report.priceChanges, Reason::Kind::PriceChange);
    fill(report.drawerOpenings, Reason::Kind::Drawer);
    for (auto *movements : {&report.cash.inByReason, &report.cash.outByReason, &report.cash.dropsByReason})
        fill(*movements, Reason::Kind::CashMovement);
    for (MethodTotal &method : report.methods)
        if (const PaymentMethod *known = catalogue.paymentMethod(method.method); known && method.title.isEmpty())
            method.title = known->name;
}

} // namespace guichet
