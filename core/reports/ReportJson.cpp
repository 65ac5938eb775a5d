// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EnumNames.h"
#include "core/facts/FactFields.h"
#include "core/reports/Report.h"

namespace guichet {
namespace {

constexpr EnumNames<Report::Kind, 2> reportKinds{{"X"_L1, "Z"_L1}};
constexpr EnumNames<OpenItem::Kind, 5> openItemKinds{{"cart"_L1, "parked"_L1, "intent"_L1, "print"_L1, "unpaid"_L1}};

} // namespace

QString enumName(Report::Kind value)
{
    return reportKinds.nameOf(value);
}

bool enumNamed(const QString &name, Report::Kind &value)
{
    const auto found = reportKinds.valueOf(name);
    value = found.value_or(value);
    return found.has_value();
}

QString enumName(OpenItem::Kind value)
{
    return openItemKinds.nameOf(value);
}

bool enumNamed(const QString &name, OpenItem::Kind &value)
{
    const auto found = openItemKinds.valueOf(name);
    value = found.value_or(value);
    return found.has_value();
}

template <typename Fields>
void describe(Fields &fields, Described<MethodTotal> auto &method)
{
    fields.required("method"_L1, method.method);
    fields.required("type"_L1, method.type);
    fields.optional("title"_L1, method.title);
    fields.optional("count"_L1, method.count);
    fields.optional("received"_L1, method.received);
    fields.optional("change"_L1, method.change);
    fields.optional("refund_count"_L1, method.refundCount);
    fields.optional("refunded"_L1, method.refunded);
    fields.optional("correction_count"_L1, method.correctionCount);
    fields.optional("corrections"_L1, method.corrections);
    fields.optional("corrections_to"_L1, method.correctionsTo);
    fields.optional("rounding"_L1, method.rounding);
    fields.optional("cheques"_L1, method.cheques);
    fields.optional("counted"_L1, method.counted);
    fields.optional("counted_amount"_L1, method.countedAmount);
}

template <typename Fields>
void describe(Fields &fields, Described<NamedTotal> auto &total)
{
    fields.required("key"_L1, total.key);
    fields.optional("title"_L1, total.title);
    fields.optional("count"_L1, total.count);
    fields.optional("amount"_L1, total.amount);
}

template <typename Fields>
void describe(Fields &fields, Described<ItemTotal> auto &item)
{
    fields.optional("group"_L1, item.group);
    fields.optional("group_title"_L1, item.groupTitle);
    fields.optional("formula"_L1, item.formula);
    fields.optional("formula_title"_L1, item.formulaTitle);
    fields.required("item"_L1, item.item);
    fields.optional("title"_L1, item.title);
    fields.optional("qty"_L1, item.quantity);
    fields.optional("gross"_L1, item.gross);
    fields.optional("discounts"_L1, item.discounts);
    fields.optional("net"_L1, item.net);
}

template <typename Fields>
void describe(Fields &fields, Described<VatSplit> auto &split)
{
    fields.required("base"_L1, split.base);
    fields.required("vat"_L1, split.vat);
}

template <typename Fields>
void describe(Fields &fields, Described<VatColumns> auto &row)
{
    fields.required("code"_L1, row.rate.code);
    fields.optional("rate"_L1, row.rate.rate);
    fields.optional("sales"_L1, row.sales);
    fields.optional("advances_received"_L1, row.advancesReceived);
    fields.optional("advances_used"_L1, row.advancesUsed);
}

template <typename Fields>
void describe(Fields &fields, Described<PriceChangesOfRate> auto &row)
{
    fields.required("code"_L1, row.rate.code);
    fields.optional("rate"_L1, row.rate.rate);
    fields.optional("reductions"_L1, row.reductions);
    fields.optional("increases"_L1, row.increases);
}

template <typename Fields>
void describe(Fields &fields, Described<UserTotal> auto &user)
{
    fields.required("user"_L1, user.user);
    fields.optional("first"_L1, user.first);
    fields.optional("last"_L1, user.last);
    fields.optional("sales"_L1, user.sales);
    fields.optional("total"_L1, user.total);
    fields.optional("payments"_L1, user.payments);
}

template <typename Fields>
void describe(Fields &fields, Described<HourTotal> auto &hour)
{
    fields.required("hour"_L1, hour.hour);
    fields.optional("sales"_L1, hour.sales);
    fields.optional("total"_L1, hour.total);
    fields.optional("visitors"_L1, hour.visitors);
}

template <typename Fields>
void describe(Fields &fields, Described<SeriesRange> auto &range)
{
    fields.required("series"_L1, range.series);
    fields.required("first"_L1, range.first);
    fields.required("last"_L1, range.last);
}

template <typename Fields>
void describe(Fields &fields, Described<CashSection> auto &cash)
{
    fields.optional("opening_float"_L1, cash.openingFloat);
    fields.optional("opening_difference"_L1, cash.openingDifference);
    fields.optional("sales"_L1, cash.sales);
    fields.optional("refunds"_L1, cash.refunds);
    fields.optional("corrections"_L1, cash.corrections);
    fields.optional("in"_L1, cash.in);
    fields.optional("out"_L1, cash.out);
    fields.optional("drops"_L1, cash.drops);
    fields.optional("in_by_reason"_L1, cash.inByReason);
    fields.optional("out_by_reason"_L1, cash.outByReason);
    fields.optional("drops_by_reason"_L1, cash.dropsByReason);
    fields.optional("counted"_L1, cash.counted);
    fields.optional("blind"_L1, cash.blind);
    fields.optional("count"_L1, cash.count);
    fields.optional("counted_amount"_L1, cash.countedAmount);
    fields.optional("next_float"_L1, cash.nextFloat);
    fields.optional("bank_drop"_L1, cash.bankDrop);
}

template <typename Fields>
void describe(Fields &fields, Described<TerminalComparison> auto &comparison)
{
    fields.required("terminal"_L1, comparison.terminal);
    fields.optional("answered"_L1, comparison.answered);
    fields.optional("day_ended"_L1, comparison.dayEnded);
    fields.optional("rows"_L1, comparison.rows);
    fields.optional("till_count"_L1, comparison.tillCount);
    fields.optional("till_amount"_L1, comparison.tillAmount);
}

template <typename Fields>
void describe(Fields &fields, Described<OpenItem> auto &item)
{
    fields.required("kind"_L1, item.kind);
    fields.optional("title"_L1, item.title);
    fields.optional("amount"_L1, item.amount);
}

template <typename Fields>
void describeHeader(Fields &fields, Described<Report> auto &report)
{
    fields.required("kind"_L1, report.kind);
    fields.required("number"_L1, report.number);
    fields.optional("incarnation"_L1, report.incarnation, qint64{1});
    fields.required("till"_L1, report.tillKey);
    fields.optional("till_name"_L1, report.tillName);
    fields.required("business_date"_L1, report.businessDate);
    fields.optional("session"_L1, report.session);
    fields.optional("opened_at"_L1, report.openedAt);
    fields.optional("opened_by"_L1, report.openedBy);
    fields.optional("closed_at"_L1, report.closedAt);
    fields.optional("closed_by"_L1, report.closedBy);
    fields.optional("late"_L1, report.lateClosing);
    fields.optional("first_sale_at"_L1, report.firstSaleAt);
    fields.optional("last_sale_at"_L1, report.lastSaleAt);
    fields.optional("series"_L1, report.series);
    fields.optional("events"_L1, report.events);
}

template <typename Fields>
void describeTurnover(Fields &fields, Described<Report> auto &report)
{
    fields.optional("sale_count"_L1, report.saleCount);
    fields.optional("gross"_L1, report.gross);
    fields.optional("promotions"_L1, report.promotions);
    fields.optional("promo_codes"_L1, report.promoCodes);
    fields.optional("complimentary"_L1, report.complimentary);
    fields.optional("price_changes"_L1, report.priceChanges);
    fields.optional("price_changes_by_rate"_L1, report.priceChangesByRate);
    fields.optional("refund_count"_L1, report.refundCount);
    fields.optional("refunds"_L1, report.refunds);
    fields.optional("refunds_by_reason"_L1, report.refundsByReason);
    fields.optional("cancellation_count"_L1, report.cancellationCount);
    fields.optional("cancellations"_L1, report.cancellations);
    fields.optional("abandoned_count"_L1, report.abandonedCount);
    fields.optional("abandoned"_L1, report.abandoned);
    fields.optional("net"_L1, report.net);
    fields.optional("vat"_L1, report.vat);
    fields.optional("items"_L1, report.items);
    fields.optional("visitors"_L1, report.visitors);
    fields.optional("origins"_L1, report.origins);
}

template <typename Fields>
void describePayments(Fields &fields, Described<Report> auto &report)
{
    fields.optional("methods"_L1, report.methods);
    fields.optional("rounding_count"_L1, report.roundingCount);
    fields.optional("rounding_up"_L1, report.roundingUp);
    fields.optional("rounding_down"_L1, report.roundingDown);
    fields.optional("excess"_L1, report.excess);
    fields.optional("tips"_L1, report.tips);
    fields.optional("gift_sold_count"_L1, report.giftSoldCount);
    fields.optional("gift_sold"_L1, report.giftSold);
    fields.optional("gift_recharged_count"_L1, report.giftRechargedCount);
    fields.optional("gift_recharged"_L1, report.giftRecharged);
    fields.optional("gift_by_tender"_L1, report.giftByTender);
    fields.optional("gift_used_count"_L1, report.giftUsedCount);
    fields.optional("gift_used"_L1, report.giftUsed);
    fields.optional("gift_expired"_L1, report.giftExpired);
    fields.optional("gift_liability_before"_L1, report.giftLiabilityBefore);
    fields.optional("gift_liability_after"_L1, report.giftLiabilityAfter);
    fields.optional("advances_received"_L1, report.advancesReceived);
    fields.optional("advances_used"_L1, report.advancesUsed);
    fields.optional("receivables_created"_L1, report.receivablesCreated);
    fields.optional("receivables_paid"_L1, report.receivablesPaid);
    fields.optional("due"_L1, report.duePayments);
    fields.optional("pending"_L1, report.pendingPayments);
    fields.optional("manual_resolutions"_L1, report.manualResolutions);
}

template <typename Fields>
void describeClosing(Fields &fields, Described<Report> auto &report)
{
    fields.optional("cash"_L1, report.cash);
    fields.optional("terminals"_L1, report.terminals);
    fields.optional("drawer_openings"_L1, report.drawerOpenings);
    fields.optional("copies"_L1, report.copies);
    fields.optional("training"_L1, report.trainingTickets);
    fields.optional("quotes"_L1, report.quotes);
    fields.optional("quotes_converted"_L1, report.quotesConverted);
    fields.optional("users"_L1, report.users);
    fields.optional("hours"_L1, report.hours);
    fields.optional("open_items"_L1, report.openItems);
    fields.optional("grand_totals"_L1, report.grandTotals);
    fields.optional("month_to_date"_L1, report.monthToDate);
    fields.optional("year_to_date"_L1, report.yearToDate);
    fields.optional("fact_from"_L1, report.factFrom);
    fields.optional("fact_to"_L1, report.factTo);
    fields.optional("head_hash"_L1, report.headHash);
    fields.optional("key_fingerprint"_L1, report.keyFingerprint);
    fields.optional("sw_version"_L1, report.softwareVersion);
}

template <typename Fields>
void describe(Fields &fields, Described<Report> auto &report)
{
    describeHeader(fields, report);
    describeTurnover(fields, report);
    describePayments(fields, report);
    describeClosing(fields, report);
}

QJsonObject reportToJson(const Report &report)
{
    return writeFields(report);
}

Result<Report> reportFromJson(const QJsonObject &object)
{
    return readFields<Report>(object);
}

} // namespace guichet
