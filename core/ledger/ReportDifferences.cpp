// SPDX-License-Identifier: GPL-3.0-or-later
// What of a signed Z does not follow from its entries.
#include "core/ledger/ReportStore.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Titles come from the catalogue of the moment and prove nothing.
std::vector<NamedTotal> withoutTitles(std::vector<NamedTotal> totals)
{
    for (NamedTotal &total : totals)
        total.title = {};
    return totals;
}

/// Reductions and increases of one reason stand together in a Z of before.
std::vector<NamedTotal> mergedByKey(const std::vector<NamedTotal> &totals)
{
    std::vector<NamedTotal> merged;
    for (const NamedTotal &total : withoutTitles(totals)) {
        auto known = std::ranges::find(merged, total.key, &NamedTotal::key);
        if (known == merged.end()) {
            merged.push_back(total);
        } else {
            known->count += total.count;
            known->amount += total.amount;
        }
    }
    return merged;
}

/// Of the events those that a session has for good when its Z is made: the Z and a late count are labelled too.
std::vector<NamedTotal> closedEvents(std::vector<NamedTotal> events)
{
    std::erase_if(events, [](const NamedTotal &event) { return event.key == u"R" || event.key == u"F"; });
    return events;
}

/// Of the methods that the Z counts by value: which those are its catalogue said, not its entries (keepFaceValues()).
auto chequesByMethod(const Report &report, const Report &signedReport)
{
    std::map<std::pair<QString, PaymentType>, std::vector<NamedTotal>> cheques;
    for (const MethodTotal &method : signedReport.methods)
        if (!method.cheques.empty())
            cheques[{method.method, method.type}] = {};
    for (const MethodTotal &method : report.methods)
        if (const auto counted = cheques.find({method.method, method.type}); counted != cheques.end())
            counted->second = method.cheques;
    return cheques;
}

/// What a Z has since it names events; they are never none, for a session opens with one.
void compareNewerFigures(const Report &signedReport, const Report &recomputed, HeldFigures held, const auto &compare)
{
    const bool all = held == HeldFigures::All;
    if (!all && signedReport.events.empty())
        return;
    const CashSection &cash = signedReport.cash;
    const CashSection &found = recomputed.cash;
    compare(u"priceChangesBySign"_s, withoutTitles(signedReport.priceChanges), withoutTitles(recomputed.priceChanges));
    if (all || !signedReport.priceChangesByRate.empty())
        compare(u"priceChangesByRate"_s, signedReport.priceChangesByRate, recomputed.priceChangesByRate);
    compare(u"cheques"_s, chequesByMethod(signedReport, signedReport), chequesByMethod(recomputed, signedReport));
    compare(u"events"_s, closedEvents(signedReport.events), closedEvents(recomputed.events));
    compare(u"giftByTender"_s, withoutTitles(signedReport.giftByTender), withoutTitles(recomputed.giftByTender));
    compare(u"giftRecharged"_s, signedReport.giftRecharged, recomputed.giftRecharged);
    compare(u"inByReason"_s, withoutTitles(cash.inByReason), withoutTitles(found.inByReason));
    compare(u"outByReason"_s, withoutTitles(cash.outByReason), withoutTitles(found.outByReason));
    compare(u"dropsByReason"_s, withoutTitles(cash.dropsByReason), withoutTitles(found.dropsByReason));
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

QStringList reportDifferences(const Report &signedReport, const Report &recomputed, HeldFigures held)
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
        {u"refundsByReason"_s, signedReport.refundsByReason, recomputed.refundsByReason},
        {u"drawerOpenings"_s, signedReport.drawerOpenings, recomputed.drawerOpenings},
    };
    for (const auto &[name, one, other] : named)
        compare(name, withoutTitles(one), withoutTitles(other));
    compare(u"priceChanges"_s, mergedByKey(signedReport.priceChanges), mergedByKey(recomputed.priceChanges));
    compareNewerFigures(signedReport, recomputed, held, compare);
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
    const bool hasVisitors = held == HeldFigures::All || !signedReport.visitors.empty();
    compare(u"hours"_s, comparableHours(signedReport.hours, hasVisitors), comparableHours(recomputed.hours, hasVisitors));
    if (hasVisitors)
        compare(u"visitors"_s, withoutTitles(signedReport.visitors), withoutTitles(recomputed.visitors));
    return different;
}

} // namespace guichet
