// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/Report.h"
#include "core/base/CanonicalJson.h"
#include "tests/core/facts/FactGenerators.h"
#include "tests/support/Amounts.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

MethodTotal anyMethod()
{
    return {.method = anyText(),
            .type = anyOf(PaymentType::Other),
            .title = anyTitle(),
            .count = anyCount(),
            .received = anyAmount(),
            .change = anyAmount(),
            .refundCount = anyCount(),
            .refunded = anyAmount(),
            .correctionCount = anyCount(),
            .corrections = anyAmount(),
            .correctionsTo = anyAmount(),
            .rounding = anyAmount(),
            .counted = anyFlag(),
            .countedAmount = anyAmount()};
}

NamedTotal anyNamed()
{
    return {.key = anyText(), .title = anyTitle(), .count = anyCount(), .amount = anyAmount()};
}

ItemTotal anyItem()
{
    return {.group = anyText(),
            .groupTitle = anyTitle(),
            .formula = anyText(),
            .formulaTitle = anyTitle(),
            .item = anyText(),
            .title = anyTitle(),
            .quantity = anyCount(),
            .gross = anyAmount(),
            .discounts = anyAmount(),
            .net = anyAmount()};
}

VatSplit anySplit()
{
    return {.base = anyAmount(), .vat = anyAmount()};
}

VatColumns anyColumns()
{
    return {.rate = anyRate(), .sales = anySplit(), .advancesReceived = anySplit(), .advancesUsed = anySplit()};
}

UserTotal anyUser()
{
    return {.user = anyText(),
            .first = anyInstantOrNone(),
            .last = anyInstantOrNone(),
            .sales = anyCount(),
            .total = anyAmount(),
            .payments = anyAmount()};
}

HourTotal anyHour()
{
    return {.hour = *rc::gen::inRange(0, 24), .sales = anyCount(), .total = anyAmount(), .visitors = several(anyNamed)};
}

SeriesRange anyRange()
{
    return {.series = anyText(), .first = anyCount(), .last = anyCount()};
}

TerminalComparison anyComparison()
{
    return {.terminal = anyText(),
            .answered = anyFlag(),
            .dayEnded = anyFlag(),
            .rows = several(anyNamed),
            .tillCount = anyCount(),
            .tillAmount = anyAmount()};
}

OpenItem anyOpenItem()
{
    return {.kind = anyOf(OpenItem::Kind::UnpaidDossier), .title = anyText(), .amount = anyAmount()};
}

CashSection anyCash()
{
    CashSection cash;
    for (Money *amount : {&cash.openingFloat, &cash.openingDifference, &cash.sales, &cash.refunds, &cash.corrections, &cash.in, &cash.out,
                          &cash.drops, &cash.countedAmount, &cash.nextFloat, &cash.bankDrop})
        *amount = anyAmount();
    for (std::vector<NamedTotal> *list : {&cash.inByReason, &cash.outByReason, &cash.dropsByReason})
        *list = several(anyNamed);
    cash.counted = anyFlag();
    cash.blind = anyFlag();
    cash.count.set(5000, *rc::gen::inRange(0, 9));
    return cash;
}

void fillHeader(Report &report)
{
    report.kind = anyOf(Report::Kind::Z);
    report.number = anyCount();
    report.tillKey = anyText();
    report.tillName = anyTitle();
    report.businessDate = anyDate();
    report.session = anyIdOrNone<TillSession>();
    report.lateClosing = anyFlag();
    for (QDateTime *at : {&report.openedAt, &report.closedAt, &report.firstSaleAt, &report.lastSaleAt})
        *at = anyInstantOrNone();
    for (QString *text : {&report.openedBy, &report.closedBy, &report.headHash, &report.keyFingerprint, &report.softwareVersion})
        *text = anyText();
    report.series = several(anyRange);
    report.factFrom = anyCount();
    report.factTo = anyCount();
}

void fillLists(Report &report)
{
    for (std::vector<NamedTotal> *list :
         {&report.promotions, &report.promoCodes, &report.complimentary, &report.priceChanges, &report.refundsByReason, &report.visitors,
          &report.origins, &report.drawerOpenings, &report.events, &report.giftByTender})
        *list = several(anyNamed);
    report.vat = several(anyColumns);
    report.items = several(anyItem);
    report.methods = several(anyMethod);
    report.users = several(anyUser);
    report.hours = several(anyHour);
    report.openItems = several(anyOpenItem);
    report.terminals = several(anyComparison);
    report.cash = anyCash();
}

void fillFigures(Report &report)
{
    for (int *count : {&report.saleCount, &report.refundCount, &report.cancellationCount, &report.roundingCount, &report.giftSoldCount,
                       &report.giftUsedCount, &report.manualResolutions, &report.copies, &report.trainingTickets, &report.quotes,
                       &report.quotesConverted, &report.abandonedCount, &report.giftRechargedCount})
        *count = anyCount();
    for (Money *amount : {&report.gross,
                          &report.refunds,
                          &report.cancellations,
                          &report.net,
                          &report.roundingUp,
                          &report.roundingDown,
                          &report.excess,
                          &report.tips,
                          &report.giftSold,
                          &report.giftRecharged,
                          &report.abandoned,
                          &report.giftUsed,
                          &report.giftExpired,
                          &report.giftLiabilityBefore,
                          &report.giftLiabilityAfter,
                          &report.advancesReceived,
                          &report.advancesUsed,
                          &report.receivablesCreated,
                          &report.receivablesPaid,
                          &report.duePayments,
                          &report.pendingPayments,
                          &report.monthToDate,
                          &report.yearToDate,
                          &report.grandTotals.net,
                          &report.grandTotals.absolute})
        *amount = anyAmount();
}

Report anyReport()
{
    Report report;
    fillHeader(report);
    fillLists(report);
    fillFigures(report);
    return report;
}

Report aZ()
{
    Report report;
    report.kind = Report::Kind::Z;
    report.number = 12;
    report.tillKey = u"accueil"_s;
    report.businessDate = {2026, 11, 23};
    return report;
}

MethodTotal method(const QString &key, qint64 received, qint64 refunded = 0, qint64 corrections = 0)
{
    MethodTotal total;
    total.method = key;
    total.received = cents(received);
    total.refunded = cents(refunded);
    total.corrections = cents(corrections);
    return total;
}

} // namespace

TEST_CASE("any report read back is the report written, also through its canonical bytes")
{
    property("reportFromJson(reportToJson(report)) == report", [] {
        const Report report = anyReport();
        RC_ASSERT((reportFromJson(reportToJson(report)) == report));
        const auto bytes = toCanonicalJson(reportToJson(report));
        RC_ASSERT(bytes.has_value());
        RC_ASSERT((reportFromJson(*fromCanonicalJson(*bytes)) == report));
    });
}

TEST_CASE("no figure of a report is forgotten: each changes what is written")
{
    const QJsonObject empty = reportToJson(aZ());
    Report full = aZ();
    full.giftExpired = cents(-1);
    full.pendingPayments = cents(1);
    full.hours = {HourTotal{}};
    full.openItems = {OpenItem{}};
    full.terminals = {TerminalComparison{}};
    full.cash.bankDrop = cents(1);
    full.grandTotals.absolute = cents(1);
    const QJsonObject written = reportToJson(full);
    CHECK(empty.keys() == QStringList{u"business_date"_s, u"kind"_s, u"number"_s, u"till"_s});
    CHECK(written.size() == empty.size() + 7);
}

TEST_CASE("a Z signed before visitors were counted by hour reads as it was and is written as it was")
{
    QJsonObject json = reportToJson(aZ());
    json.insert(u"hours"_s, QJsonArray{QJsonObject{{u"hour"_s, 9}, {u"sales"_s, 6}, {u"total"_s, 12348}}});
    const auto read = reportFromJson(json);
    REQUIRE(read);
    REQUIRE(read->hours.size() == 1);
    CHECK(read->hours.front().visitors.empty());
    CHECK(toCanonicalJson(reportToJson(*read)) == toCanonicalJson(json));
}

TEST_CASE("a report that the till would not write is refused")
{
    const auto refusal = [](const QString &field, const QJsonValue &value) {
        QJsonObject json = reportToJson(aZ());
        json.insert(field, value);
        const auto read = reportFromJson(json);
        return read ? QString{} : read.error().detail;
    };
    CHECK(refusal(u"kind"_s, u"Y"_s) == u"kind: no such name"_s);
    CHECK(refusal(u"net"_s, 1.5) == u"net: not a whole number"_s);
    CHECK(refusal(u"net"_s, 0) == u"net: spells out its default"_s);
    CHECK(refusal(u"profit"_s, 1) == u"profit: unknown field"_s);
    CHECK(refusal(u"methods"_s, QJsonArray{QJsonObject{{u"method"_s, u"cash"_s}}}) == u"methods: 0: type: missing"_s);
    CHECK(refusal(u"cash"_s, QJsonObject{{u"count"_s, QJsonObject{{u"7"_s, 1}}}}) == u"cash: count: not a count of denominations"_s);
    CHECK_FALSE(reportFromJson({}));
}

TEST_CASE("the identity of a day holds for a day with everything in it")
{
    Report day = aZ();
    day.net = cents(100'000);    // sales 1 050,00 − refunds 50,00
    day.giftSold = cents(5'000); // a card sold in cash
    day.advancesReceived = cents(20'000);
    day.advancesUsed = cents(-15'000); // settled an order of before
    day.receivablesCreated = cents(8'000);
    day.receivablesPaid = cents(3'000);
    day.excess = cents(250); // a cheque larger than the sale
    day.tips = cents(100);
    day.roundingUp = cents(7);
    day.roundingDown = cents(-4);
    CHECK(day.identityLeft() == cents(128'353));
    // 1 283,53 = 150,00 of advances used + 80,00 on credit + 1 053,53 in payments
    day.methods = {method(u"cash"_s, 60'003, -5'000, -1'000), method(u"card"_s, 45'350, 0, 1'000), method(u"voucher"_s, 5'000)};
    CHECK(day.identityRight() == cents(128'353));
}

TEST_CASE("the drawer is expected to hold the float and all that moved in and out")
{
    CashSection cash;
    cash.openingFloat = cents(15'000);
    cash.sales = cents(60'003);
    cash.refunds = cents(-5'000);
    cash.corrections = cents(-1'000);
    cash.in = cents(2'000);
    cash.out = cents(-500);
    cash.drops = cents(-30'000);
    CHECK(cash.expected() == cents(40'503));
    CHECK(cash.difference() == cents(0)); // not counted: no difference is known
    cash.counted = true;
    cash.countedAmount = cents(40'500);
    CHECK(cash.difference() == cents(-3));
}
