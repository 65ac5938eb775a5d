// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selling/Refund.h"

#include "core/money/Allocation.h"
#include "core/money/CashRounding.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// The units of one line that a refund takes: [first, first + count), counted in the order of unitShares().
struct TakenUnits
{
    const SaleLine *line;
    int first = 0;
    int count = 0;
};

/// Sum of `shares` over the units taken.
Money sumOf(const std::vector<Money> &shares, const TakenUnits &taken)
{
    const auto begin = shares.begin() + taken.first;
    return std::accumulate(begin, begin + taken.count, Money{});
}

int unitsLeft(const SaleLine &line)
{
    return line.priced.quantity - line.refundedUnits;
}

std::vector<Money> netShares(const SaleLine &line)
{
    return unitShares(line.priced.net, line.priced.quantity, line.freeUnits);
}

/// What each unit bears of a change of the line: the free units, which come last, bear what made them free; the paying units bear the rest.
std::vector<Money> changeShares(const SaleLine &line, PriceChangeKind kind, Money whole)
{
    const int quantity = line.priced.quantity;
    const int paying = line.freeUnits < quantity ? quantity - line.freeUnits : quantity;
    const bool forFree = kind == PriceChangeKind::Complimentary;
    const int bearing = forFree && line.freeUnits > 0 ? line.freeUnits : paying;
    std::vector<Money> shares = allocateEvenly(whole, bearing);
    shares.insert(forFree ? shares.begin() : shares.end(), static_cast<size_t>(quantity - bearing), Money{});
    return shares;
}

/// Units of a change among those taken, as FDM price changes count them.
int changedUnits(const PriceChange &change, const TakenUnits &taken)
{
    return static_cast<int>(sumOf(changeShares(*taken.line, change.kind, Money::fromCents(change.units)), taken).cents());
}

/// The share of each change in the units taken. Cents that per-unit shares leave between them and net − gross go to the largest change, so
/// that the parts of every refund add up; over all units the differences vanish.
std::vector<Money> takenChanges(const TakenUnits &taken, Money takenGross, Money takenNet)
{
    const std::vector<PriceChange> &changes = taken.line->priced.changes;
    if (changes.empty())
        return {};
    std::vector<Money> shares;
    Money rest = takenNet - takenGross;
    for (const PriceChange &change : changes) {
        shares.push_back(sumOf(changeShares(*taken.line, change.kind, change.amount), taken));
        rest -= shares.back();
    }
    const auto largest = std::ranges::max_element(changes, {}, [](const PriceChange &change) { return change.amount.absolute(); });
    shares[static_cast<size_t>(largest - changes.begin())] += rest;
    return shares;
}

/// A count of the whole line, such as persons, for the units taken.
qint64 proportional(qint64 whole, const TakenUnits &taken)
{
    return sumOf(allocateEvenly(Money::fromCents(whole), taken.line->priced.quantity), taken).cents();
}

/// The line as taken back: quantities and amounts negative.
SaleLine takenBack(const TakenUnits &taken)
{
    const SaleLine &sold = *taken.line;
    SaleLine line = sold;
    PricedLine &priced = line.priced;
    const Money gross = sumOf(allocateEvenly(sold.priced.gross, sold.priced.quantity), taken);
    const Money net = sumOf(netShares(sold), taken);
    const std::vector<Money> changes = takenChanges(taken, gross, net);
    priced.quantity = -taken.count;
    priced.persons = static_cast<int>(-proportional(sold.priced.persons, taken));
    priced.grams = -proportional(sold.priced.grams, taken);
    priced.gross = -gross;
    priced.net = -net;
    for (size_t i = 0; i < changes.size(); ++i) {
        priced.changes[i].amount = -changes[i];
        priced.changes[i].units = -changedUnits(sold.priced.changes[i], taken);
        priced.changes[i].approver.clear(); // it was approved at the sale, and that says who
    }
    std::erase_if(priced.changes, [](const PriceChange &change) { return change.amount.isZero() && change.units == 0; });
    const int paying = sold.priced.quantity - sold.freeUnits;
    line.freeUnits = -std::max(0, taken.first + taken.count - std::max(taken.first, paying));
    line.freeReason = line.freeUnits == 0 ? QString{} : sold.freeReason;
    line.forceReason.clear();
    line.forceApprover.clear();
    line.refundedUnits = 0;
    return line;
}

Result<TakenUnits> takenFrom(const SoldDossier &sold, const Id<CartLine> &id, int units)
{
    const auto line = std::ranges::find(sold.sale.lines, id, [](const SaleLine &candidate) { return candidate.priced.id; });
    if (line == sold.sale.lines.end())
        return failure(ErrorCode::LineUnknown, id.toString());
    const int left = unitsLeft(*line);
    if (left <= 0)
        return failure(ErrorCode::AlreadyRefunded, id.toString());
    if (units <= 0)
        return failure(ErrorCode::QuantityInvalid, u"%1 units"_s.arg(units), {QString::number(units)});
    if (units > left)
        return failure(ErrorCode::QuantityInvalid, u"%1 of %2 left"_s.arg(units).arg(left),
                       {QString::number(units), QString::number(left)});
    return TakenUnits{.line = &*line, .first = line->refundedUnits, .count = units};
}

std::vector<TakenUnits> everythingLeft(const SoldDossier &sold)
{
    std::vector<TakenUnits> all;
    for (const SaleLine &line : sold.sale.lines)
        if (unitsLeft(line) > 0)
            all.push_back({.line = &line, .first = line.refundedUnits, .count = unitsLeft(line)});
    return all;
}

/// A line named twice counts once, with the sum of its units; hostile counts cannot overflow it.
std::vector<RefundRequest::Line> merged(const std::vector<RefundRequest::Line> &lines)
{
    std::vector<RefundRequest::Line> sums;
    for (const RefundRequest::Line &line : lines) {
        const auto known = std::ranges::find(sums, line.line, &RefundRequest::Line::line);
        if (known == sums.end())
            sums.push_back(line);
        else if (line.units <= 0 || known->units <= 0)
            known->units = 0;
        else
            known->units = static_cast<int>(std::min<qint64>(qint64{known->units} + line.units, std::numeric_limits<int>::max()));
    }
    return sums;
}

Result<std::vector<TakenUnits>> unitsToTake(const SoldDossier &sold, const RefundRequest &request)
{
    std::vector<TakenUnits> taken = request.lines.empty() ? everythingLeft(sold) : std::vector<TakenUnits>{};
    for (const RefundRequest::Line &line : merged(request.lines)) {
        TRY_LET(units, takenFrom(sold, line.line, line.units));
        taken.push_back(units);
    }
    if (taken.empty())
        return failure(ErrorCode::AlreadyRefunded);
    return taken;
}

/// What is kept of each line, including VAT, when `taken` is gone too.
std::vector<TaxedAmount> keptAmounts(const SoldDossier &sold, const std::vector<TakenUnits> &taken)
{
    std::vector<TaxedAmount> kept;
    for (const SaleLine &line : sold.sale.lines) {
        const auto gone = std::ranges::find(taken, &line, &TakenUnits::line);
        const int first = line.refundedUnits + (gone == taken.end() ? 0 : gone->count);
        const TakenUnits rest{.line = &line, .first = first, .count = line.priced.quantity - first};
        kept.push_back({.rate = line.priced.vat, .total = sumOf(netShares(line), rest)});
    }
    return kept;
}

/// VAT for what is kept after − VAT for what was kept before; rates that do not move are left out.
std::vector<VatAmount> vatDifference(const SoldDossier &sold, const std::vector<TakenUnits> &taken)
{
    std::vector<VatAmount> rows = vatPerRate(keptAmounts(sold, taken));
    for (const VatAmount &before : vatPerRate(keptAmounts(sold, {})))
        rows.push_back({.rate = before.rate, .base = -before.base, .vat = -before.vat, .total = -before.total});
    rows = sumVat(rows);
    std::erase_if(rows, [](const VatAmount &row) { return row.total.isZero() && row.vat.isZero(); });
    return rows;
}

/// The shares of the discounts in the lines taken back, named and ordered as on the sale.
std::vector<NamedDiscount> discountsGivenBack(const SaleContent &sale, const std::vector<SaleLine> &takenBack)
{
    std::vector<NamedDiscount> shares = sale.discounts;
    for (NamedDiscount &share : shares)
        share.amount = {};
    for (const SaleLine &line : takenBack) {
        for (const PriceChange &change : line.priced.changes) {
            const auto named = std::ranges::find_if(
                shares, [&](const NamedDiscount &share) { return share.kind == change.kind && share.key == change.key; });
            if (named == shares.end())
                shares.push_back({.kind = change.kind, .key = change.key, .title = change.title, .amount = change.amount});
            else
                named->amount += change.amount;
        }
    }
    std::erase_if(shares, [](const NamedDiscount &share) { return share.amount.isZero(); });
    return shares;
}

Money keptTotal(const SoldDossier &sold)
{
    Money total;
    for (const TaxedAmount &amount : keptAmounts(sold, {}))
        total += amount.total;
    return total;
}

Money cashTenders(const SaleContent &sale)
{
    Money cash;
    for (const Tender &tender : sale.tenders)
        if (tender.kind == Tender::Kind::Payment && tender.payment.type == PaymentType::Cash)
            cash += tender.payment.amount;
    return cash;
}

/// The rounding that belongs to what is still kept: as if only that had been sold, never beyond what was rounded.
Money roundingOfKept(const SoldDossier &sold, Money kept)
{
    const Money otherTenders = sold.sale.total - cashTenders(sold.sale);
    const Money keptCash = std::max(kept - otherTenders, Money{});
    const Money settled = sold.roundingSettled;
    return std::clamp(cashRounding(kept, keptCash), std::min(settled, Money{}), std::max(settled, Money{}));
}

} // namespace

Result<RefundContent> composeRefund(const SoldDossier &sold, const RefundRequest &request)
{
    TRY_LET(taken, unitsToTake(sold, request));
    RefundContent refund;
    refund.dossier = sold.sale.dossier;
    refund.dossierNumber = sold.sale.dossierNumber;
    refund.sale = sold.position;
    refund.reason = request.reason;
    refund.restock = request.restock;
    for (const TakenUnits &units : taken) {
        const SaleLine &line = refund.takenBack.emplace_back(takenBack(units));
        refund.lines.push_back({.line = line.priced.id, .units = units.count, .amount = -line.priced.net});
        refund.gross += line.priced.gross;
        refund.total += line.priced.net;
    }
    refund.discounts = discountsGivenBack(sold.sale, refund.takenBack);
    refund.vat = vatDifference(sold, taken);
    return refund;
}

Money refundRounding(const SoldDossier &sold, Money refundTotal, bool refundsEverythingLeft)
{
    const Money before = sold.roundingSettled - sold.roundingReturned;
    const Money after = refundsEverythingLeft ? Money{} : roundingOfKept(sold, keptTotal(sold) + refundTotal);
    return after - before;
}

} // namespace guichet
