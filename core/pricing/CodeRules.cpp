// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/Allocation.h"
#include "core/pricing/PromotionRules.h"

#include <algorithm>
#include <numeric>

namespace guichet {
namespace {

bool namesNothing(const PromoCode &code)
{
    return code.formulas.isEmpty() && code.resources.isEmpty() && code.products.isEmpty() && code.productGroups.isEmpty();
}

bool coversProduct(const PromoCode &code, const CartLine &line)
{
    return code.products.contains(line.item) || code.productGroups.contains(line.group);
}

bool coversTicket(const PromoCode &code, const CartLine &line)
{
    const bool meansTickets = !code.formulas.isEmpty() || !code.resources.isEmpty();
    const bool formulaFits = code.formulas.isEmpty() || code.formulas.contains(line.formula);
    const bool itemFits = code.resources.isEmpty() || (line.kind == LineKind::Resource && code.resources.contains(line.item));
    return meansTickets && formulaFits && itemFits;
}

/// A fixed price is that of a ticket or a piece, not of an extra nor of a weight.
bool canHaveFixedPrice(const CartLine &line)
{
    return line.kind != LineKind::Supplement && line.grams == 0;
}

/// The value of the units that get the code, before it: the catalogue price, or what a promotion has left of it.
Money valueBefore(const PromoCode &code, const CodeCandidate &line, int units)
{
    if (!code.cumulative)
        return PayingUnits{line.paying.unitPrice, units, line.paying.grams}.gross();
    const qint64 left = (line.paying.gross() - line.promotion).cents();
    return Money::fromCents(left / line.paying.units * units + std::min<qint64>(left % line.paying.units, units));
}

/// Lines by the price of a unit, the dearest first: a limited code goes where it is worth most.
std::vector<size_t> dearestFirst(const std::vector<CodeCandidate> &lines)
{
    std::vector<size_t> order(lines.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t i) { return lines[i].paying.gross(); });
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t i) { return lines[i].paying.unitPrice; });
    return order;
}

/// Whether a unit gains anything from the code.
bool isWorthIt(const PromoCode &code, const CodeCandidate &line)
{
    return line.covered && line.paying.units > 0 && line.paying.unitPrice > code.fixedPrice.value_or(Money{});
}

void shareUnits(const PromoCode &code, const std::vector<CodeCandidate> &lines, std::vector<CodeShare> &shares)
{
    if (code.unitsPerUse == 0) {
        for (size_t i = 0; i < lines.size(); ++i)
            shares[i].units = isWorthIt(code, lines[i]) ? lines[i].paying.units : 0;
        return;
    }
    int left = code.unitsPerUse;
    for (const size_t i : dearestFirst(lines)) {
        shares[i].units = isWorthIt(code, lines[i]) ? std::min(left, lines[i].paying.units) : 0;
        left -= shares[i].units;
    }
}

Money reductionOf(const PromoCode &code, Money before, int units)
{
    if (code.percent)
        return std::min(portionOf(before, *code.percent), before);
    return std::max(before - code.fixedPrice.value_or(Money{}) * units, Money{});
}

void shareAmount(Money amount, const std::vector<Money> &before, std::vector<CodeShare> &shares)
{
    const Money whole = std::accumulate(before.begin(), before.end(), Money{});
    const std::vector<Money> parts = allocate(std::min(amount, whole), before);
    for (size_t i = 0; i < shares.size(); ++i)
        shares[i].amount = parts[i];
}

} // namespace

bool codeCovers(const PromoCode &code, const CartLine &line, QDate businessDate)
{
    if (line.kind == LineKind::GiftValue || (code.fixedPrice && !canHaveFixedPrice(line)))
        return false;
    const bool isProduct = line.kind == LineKind::Product;
    if (!code.visits.contains(isProduct ? businessDate : line.visit.date))
        return false;
    return namesNothing(code) || (isProduct ? coversProduct(code, line) : coversTicket(code, line));
}

std::vector<CodeShare> shareCode(const PromoCode &code, const std::vector<CodeCandidate> &lines)
{
    std::vector<CodeShare> shares(lines.size());
    shareUnits(code, lines, shares);
    std::vector<Money> before(lines.size());
    for (size_t i = 0; i < lines.size(); ++i)
        if (shares[i].units > 0)
            before[i] = valueBefore(code, lines[i], shares[i].units);
    if (!code.percent && !code.fixedPrice) {
        shareAmount(code.amount, before, shares);
        return shares;
    }
    for (size_t i = 0; i < lines.size(); ++i)
        shares[i].amount = reductionOf(code, before[i], shares[i].units);
    return shares;
}

} // namespace guichet
