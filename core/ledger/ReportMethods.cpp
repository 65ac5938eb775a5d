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
    ++to.correctionCount;
}

} // namespace

Result<> readMethods(Database &db, const Id<TillSession> &session, Report &report)
{
    TRY(forEachRow(db, sumMethods, {{":session", session}}, [&](const Row &row) { addMethod(report, row); }));
    TRY(forEachRow(db, selectCorrections, {{":session", session}}, [&](const Row &row) { addCorrection(report, row); }));
    std::ranges::sort(report.methods,
                      [](const MethodTotal &a, const MethodTotal &b) { return std::tie(a.method, a.type) < std::tie(b.method, b.type); });
    return {};
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
    for (MethodTotal &method : report.methods)
        if (const PaymentMethod *known = catalogue.paymentMethod(method.method); known && method.title.isEmpty())
            method.title = known->name;
}

namespace {

/// Titles come from the catalogue of the moment and prove nothing.
std::vector<NamedTotal> withoutTitles(std::vector<NamedTotal> totals)
{
    for (NamedTotal &total : totals)
        total.title = {};
    return totals;
}

/// Items without their titles.
std::vector<ItemTotal> comparableItems(std::vector<ItemTotal> items)
{
    for (ItemTotal &item : items) {
        item.groupTitle = {};
        item.formulaTitle = {};
        item.title = {};
    }
    return items;
}

/// Hours as they compare. A Z of before has no visitors: then those found again are left out.
std::vector<HourTotal> comparableHours(std::vector<HourTotal> hours, bool withVisitors)
{
    for (HourTotal &hour : hours)
        hour.visitors = withVisitors ? withoutTitles(std::move(hour.visitors)) : std::vector<NamedTotal>{};
    return hours;
}

} // namespace

QStringList reportDifferences(const Report &signedReport, const Report &recomputed)
{
    QStringList different;
    const auto compare = [&](const QString &name, const auto &one, const auto &other) {
        if (!(one == other))
            different.append(name);
    };
    compare(u"saleCount"_s, signedReport.saleCount, recomputed.saleCount);
    compare(u"gross"_s, signedReport.gross, recomputed.gross);
    compare(u"refunds"_s, signedReport.refunds, recomputed.refunds);
    compare(u"net"_s, signedReport.net, recomputed.net);
    const std::tuple<QString, const std::vector<NamedTotal> &, const std::vector<NamedTotal> &> named[]{
        {u"promotions"_s, signedReport.promotions, recomputed.promotions},
        {u"promoCodes"_s, signedReport.promoCodes, recomputed.promoCodes},
        {u"complimentary"_s, signedReport.complimentary, recomputed.complimentary},
        {u"priceChanges"_s, signedReport.priceChanges, recomputed.priceChanges},
        {u"refundsByReason"_s, signedReport.refundsByReason, recomputed.refundsByReason},
        {u"drawerOpenings"_s, signedReport.drawerOpenings, recomputed.drawerOpenings},
    };
    for (const auto &[name, one, other] : named)
        compare(name, withoutTitles(one), withoutTitles(other));
    compare(u"refundCount"_s, signedReport.refundCount, recomputed.refundCount);
    compare(u"cancellations"_s, signedReport.cancellations, recomputed.cancellations);
    compare(u"items"_s, comparableItems(signedReport.items), comparableItems(recomputed.items));
    compare(u"quotes"_s, signedReport.quotes, recomputed.quotes);
    compare(u"users"_s, signedReport.users, recomputed.users);
    compare(u"vat"_s, signedReport.vat, recomputed.vat);
    compare(u"giftSold"_s, signedReport.giftSold, recomputed.giftSold);
    compare(u"giftUsed"_s, signedReport.giftUsed, recomputed.giftUsed);
    compare(u"advancesReceived"_s, signedReport.advancesReceived, recomputed.advancesReceived);
    compare(u"advancesUsed"_s, signedReport.advancesUsed, recomputed.advancesUsed);
    compare(u"excess"_s, signedReport.excess, recomputed.excess);
    compare(u"tips"_s, signedReport.tips, recomputed.tips);
    compare(u"roundingUp"_s, signedReport.roundingUp, recomputed.roundingUp);
    compare(u"roundingDown"_s, signedReport.roundingDown, recomputed.roundingDown);
    compare(u"drawer"_s, signedReport.cash.expected(), recomputed.cash.expected());
    const bool hasVisitors = !signedReport.visitors.empty();
    compare(u"hours"_s, comparableHours(signedReport.hours, hasVisitors), comparableHours(recomputed.hours, hasVisitors));
    if (hasVisitors)
        compare(u"visitors"_s, withoutTitles(signedReport.visitors), withoutTitles(recomputed.visitors));
    return different;
}

} // namespace guichet
