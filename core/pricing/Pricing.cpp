// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/Pricing.h"

#include "core/money/Allocation.h"
#include "core/money/FormatMoney.h"
#include "core/pricing/PromotionRules.h"

#include <algorithm>
#include <array>

namespace guichet {
namespace {

/// A line on its way to its price.
struct Draft
{
    const CartLine *cart = nullptr;
    const Formula *formula = nullptr;
    PricedLine line;
    PayingUnits paying;                   ///< Units that are not given free.
    bool canBeReduced = false;            ///< By promotions and codes.
    const Promotion *promotion = nullptr; ///< The best one.
    Money promotionAmount;                ///< What it takes off all paying units, 0 or more.
    int codeUnits = 0;
    Money codeAmount;
};

/// The rates of the business date, each looked up once.
class RatesOfDay
{
public:
    RatesOfDay(const VatTable &table, QDate date)
    {
        for (size_t i = 0; i < m_rates.size(); ++i)
            m_rates[i] = table.rateOn(static_cast<VatCode>(i), date);
    }
    const VatRate &of(VatCode code) const { return m_rates[static_cast<size_t>(code)]; }

private:
    std::array<VatRate, 6> m_rates;
};

/// What a line brings along from the moment it was added; all there is to a product, and what a formula falls back on when its catalogue
/// entry is gone.
void takeFromCart(Draft &draft, const RatesOfDay &rates)
{
    const CartLine &cart = *draft.cart;
    PricedLine &line = draft.line;
    line.id = cart.id;
    line.kind = cart.kind;
    line.formula = cart.formula;
    line.item = cart.item;
    line.title = cart.title;
    line.group = cart.group;
    line.visit = cart.visit;
    line.quantity = std::max(cart.quantity, 1);
    line.grams = cart.grams;
    line.barcode = cart.barcode;
    line.giftCode = cart.giftCode;
    line.unitPrice = cart.unitPrice;
    line.vat = rates.of(cart.kind == LineKind::GiftValue ? VatCode::X : cart.vat);
    draft.canBeReduced = cart.kind != LineKind::GiftValue && !cart.changedPrice;
}

void takeFromResource(PricedLine &line, const Resource &resource, const Formula &formula, const RatesOfDay &rates)
{
    line.title = resource.name;
    line.category = resource.category;
    line.persons = resource.persons * line.quantity;
    line.vat = rates.of(resource.vat.value_or(formula.vat));
}

/// A flat rate is paid once, however many it is for (CAT-2).
void takeFromSupplement(PricedLine &line, const Supplement &supplement, const Formula &formula, const RatesOfDay &rates)
{
    line.title = supplement.name;
    line.vat = rates.of(supplement.vat.value_or(formula.vat));
    if (supplement.flatRate)
        line.quantity = 1;
}

void takeFromFormula(Draft &draft, const Catalogue &catalogue, const RatesOfDay &rates)
{
    const Formula &formula = *draft.formula;
    PricedLine &line = draft.line;
    line.formulaTitle = formula.name;
    line.group = formula.group;
    line.durationMinutes = formula.durationMinutes;
    if (const Resource *resource = line.kind == LineKind::Resource ? catalogue.resource(line.item) : nullptr)
        takeFromResource(line, *resource, formula, rates);
    if (const Supplement *supplement = line.kind == LineKind::Supplement ? catalogue.supplement(line.item) : nullptr)
        takeFromSupplement(line, *supplement, formula, rates);
    const OfferedItem *item = offeredItem(formula, line.item, line.kind == LineKind::Supplement);
    if (!item)
        return;
    draft.canBeReduced = draft.canBeReduced && item->discountable.value_or(line.kind == LineKind::Resource);
    if (const PriceRule *rule = priceRuleFor(*item, formula, line.visit.date)) {
        line.unitPrice = rule->price;
        line.priceRule = rule->season;
    }
}

Draft draftOf(const CartLine &cartLine, const Catalogue &catalogue, const RatesOfDay &rates)
{
    Draft draft;
    draft.cart = &cartLine;
    takeFromCart(draft, rates);
    const bool isTicket = cartLine.kind == LineKind::Resource || cartLine.kind == LineKind::Supplement;
    draft.formula = isTicket ? catalogue.formula(cartLine.formula) : nullptr;
    if (draft.formula)
        takeFromFormula(draft, catalogue, rates);
    const PricedLine &line = draft.line;
    const int freeUnits = line.kind == LineKind::GiftValue ? 0 : std::clamp(cartLine.freeUnits, 0, line.quantity);
    draft.paying = {
        .unitPrice = line.unitPrice, .units = line.quantity - freeUnits, .grams = line.grams, .labelPrice = cartLine.labelPrice};
    draft.line.gross = PayingUnits{line.unitPrice, line.quantity, line.grams, cartLine.labelPrice}.gross();
    return draft;
}

/// Of several promotions the best for the customer; of equal ones the first of the catalogue.
void choosePromotion(Draft &draft, const Catalogue &catalogue, const PricingContext &context, VisitStarts &starts)
{
    if (!draft.formula || !draft.canBeReduced || draft.paying.units == 0)
        return;
    for (const Promotion &promotion : catalogue.promotions) {
        if (!promotionApplies(promotion, *draft.formula, draft.line.visit, context, starts))
            continue;
        if (const Money amount = promotionReduction(promotion, draft.paying); amount > draft.promotionAmount) {
            draft.promotion = &promotion;
            draft.promotionAmount = amount;
        }
    }
}

/// What promotions still take off a line of which some units get the code.
Money promotionBesideCode(const Draft &draft, const CodeShare &share, bool cumulative)
{
    const int units = draft.paying.units - share.units;
    if (cumulative || share.units == 0 || !draft.promotion)
        return draft.promotionAmount;
    return units == 0 ? Money{} : promotionReduction(*draft.promotion, {draft.paying.unitPrice, units});
}

std::vector<CodeCandidate> candidates(const std::vector<Draft> &drafts, const PromoCode &code, QDate businessDate)
{
    std::vector<CodeCandidate> lines;
    lines.reserve(drafts.size());
    for (const Draft &draft : drafts)
        lines.push_back({.paying = draft.paying,
                         .promotion = draft.promotionAmount,
                         .covered = draft.canBeReduced && codeCovers(code, *draft.cart, businessDate)});
    return lines;
}

/// Prices the cart a second time with the code and keeps that if it is cheaper; a tie spends no code (decisions 6).
bool applyCode(std::vector<Draft> &drafts, const PromoCode &code, QDate businessDate)
{
    const std::vector<CodeShare> shares = shareCode(code, candidates(drafts, code, businessDate));
    std::vector<Money> promotions(drafts.size());
    Money gained;
    for (size_t i = 0; i < drafts.size(); ++i) {
        promotions[i] = promotionBesideCode(drafts[i], shares[i], code.cumulative);
        gained += promotions[i] + shares[i].amount - drafts[i].promotionAmount;
    }
    if (!gained.isPositive())
        return false;
    for (size_t i = 0; i < drafts.size(); ++i) {
        drafts[i].promotionAmount = promotions[i];
        drafts[i].codeUnits = shares[i].units;
        drafts[i].codeAmount = shares[i].amount;
    }
    return true;
}

bool isUsable(const PromoCode &code, const PricingContext &context)
{
    return code.valid.contains(context.businessDate) && context.promoCodeUsesLeft != 0;
}

LocalizedText reasonTitle(const Catalogue &catalogue, Reason::Kind kind, const QString &key)
{
    const Reason *reason = catalogue.reason(kind, key);
    return reason ? reason->name : LocalizedText{key};
}

void addReductions(Draft &draft, const PromoCode *code)
{
    const int promotionUnits = code && !code->cumulative ? draft.paying.units - draft.codeUnits : draft.paying.units;
    if (draft.promotionAmount.isPositive())
        draft.line.changes.push_back({.kind = PriceChangeKind::Promotion,
                                      .key = draft.promotion->key,
                                      .title = draft.promotion->name,
                                      .amount = -draft.promotionAmount,
                                      .units = promotionUnits});
    if (code && draft.codeAmount.isPositive())
        draft.line.changes.push_back({.kind = PriceChangeKind::PromoCode,
                                      .key = code->key,
                                      .title = code->name,
                                      .amount = -draft.codeAmount,
                                      .units = draft.codeUnits});
}

void addManualPrice(Draft &draft, const Catalogue &catalogue)
{
    const CartLine &cart = *draft.cart;
    if (!cart.changedPrice || cart.kind == LineKind::GiftValue || draft.paying.units == 0)
        return;
    const Money changed = PayingUnits{*cart.changedPrice, draft.paying.units, draft.paying.grams}.gross();
    if (const Money difference = changed - draft.paying.gross(); !difference.isZero())
        draft.line.changes.push_back({.kind = PriceChangeKind::Manual,
                                      .key = cart.priceReason,
                                      .title = reasonTitle(catalogue, Reason::Kind::PriceChange, cart.priceReason),
                                      .amount = difference,
                                      .units = draft.paying.units,
                                      .approver = cart.priceApprover});
}

/// Units given away stay at the catalogue price with a change of 100 %, so that their value can be reported and their visitors are counted
/// (belgium.md §2.4). Also at a price of 0,00.
void addFreeUnits(Draft &draft, const Catalogue &catalogue)
{
    const int freeUnits = draft.line.quantity - draft.paying.units;
    if (freeUnits == 0)
        return;
    const QString &key = draft.cart->freeReason;
    const Money paid = draft.paying.units == 0 ? Money{} : draft.paying.gross();
    draft.line.changes.push_back({.kind = PriceChangeKind::Complimentary,
                                  .key = key,
                                  .title = reasonTitle(catalogue, Reason::Kind::Complimentary, key),
                                  .amount = paid - draft.line.gross,
                                  .units = freeUnits,
                                  .approver = draft.cart->freeApprover});
}

void addDiscount(std::vector<NamedDiscount> &discounts, const PriceChange &change)
{
    const auto same = std::ranges::find_if(discounts, [&](const NamedDiscount &d) { return d.kind == change.kind && d.key == change.key; });
    if (same != discounts.end())
        same->amount += change.amount;
    else if (!change.amount.isZero())
        discounts.push_back({.kind = change.kind, .key = change.key, .title = change.title, .amount = change.amount});
}

PricedCart totalsOf(std::vector<Draft> drafts)
{
    PricedCart priced;
    std::vector<TaxedAmount> taxed;
    priced.lines.reserve(drafts.size());
    taxed.reserve(drafts.size());
    for (Draft &draft : drafts) {
        draft.line.net = draft.line.gross;
        for (const PriceChange &change : draft.line.changes) {
            draft.line.net += change.amount;
            addDiscount(priced.discounts, change);
        }
        priced.gross += draft.line.gross;
        priced.total += draft.line.net;
        taxed.push_back({.rate = draft.line.vat, .total = draft.line.net});
        priced.lines.push_back(std::move(draft.line));
    }
    priced.vat = vatPerRate(taxed);
    return priced;
}

std::vector<Draft> draftsOf(const Cart &cart, const Catalogue &catalogue, const PricingContext &context)
{
    const RatesOfDay rates{catalogue.vatTable, context.businessDate};
    VisitStarts starts{catalogue.calendar};
    std::vector<Draft> drafts;
    drafts.reserve(cart.lines.size());
    for (const CartLine &line : cart.lines) {
        drafts.push_back(draftOf(line, catalogue, rates));
        choosePromotion(drafts.back(), catalogue, context, starts);
    }
    return drafts;
}

} // namespace

Money PricedCart::giftValue() const
{
    Money sum;
    for (const PricedLine &line : lines)
        if (line.kind == LineKind::GiftValue)
            sum += line.net;
    return sum;
}

Money PricedCart::turnover() const
{
    return total - giftValue();
}

PricedCart price(const Cart &cart, const Catalogue &catalogue, const PricingContext &context)
{
    std::vector<Draft> drafts = draftsOf(cart, catalogue, context);
    const PromoCode *code = catalogue.promoCode(cart.promoCode);
    const bool codeUsed = code && isUsable(*code, context) && applyCode(drafts, *code, context.businessDate);
    for (Draft &draft : drafts) {
        addReductions(draft, codeUsed ? code : nullptr);
        addManualPrice(draft, catalogue);
        addFreeUnits(draft, catalogue);
    }
    PricedCart priced = totalsOf(std::move(drafts));
    priced.promoCodeUsed = codeUsed;
    return priced;
}

Result<> checkAmounts(const Cart &cart, const Catalogue &catalogue, QDate businessDate)
{
    const RatesOfDay rates{catalogue.vatTable, businessDate};
    Money listed;
    Money asked;
    for (const CartLine &line : cart.lines) {
        const Draft draft = draftOf(line, catalogue, rates);
        listed += draft.line.gross;
        asked += line.changedPrice ? PayingUnits{*line.changedPrice, draft.line.quantity, draft.line.grams}.gross() : draft.line.gross;
        if (std::max(listed, asked) > largestAmount) // before the next line: sums stay far from the end of 64 bits
            return failure(ErrorCode::AmountTooHigh, QStringLiteral("cart"), {formatMoney(largestAmount)});
    }
    return {};
}

Result<> checkPromoCode(const QString &typedCode, const Cart &cart, const Catalogue &catalogue, const PricingContext &context)
{
    const PromoCode *code = catalogue.promoCode(typedCode);
    if (!code)
        return failure(ErrorCode::PromoCodeUnknown, QStringLiteral("no such promo code"), {printable(typedCode)});
    if (context.businessDate < code->valid.from)
        return failure(ErrorCode::PromoCodeNotApplicable, QStringLiteral("not valid yet"), {code->code});
    if (!code->valid.contains(context.businessDate))
        return failure(ErrorCode::PromoCodeExpired, QStringLiteral("expired"), {code->valid.to.toString(QStringLiteral("dd/MM/yyyy"))});
    if (context.promoCodeUsesLeft == 0)
        return failure(ErrorCode::PromoCodeUsedUp, QStringLiteral("no use left"), {code->code});
    const std::vector<Draft> drafts = draftsOf(cart, catalogue, context);
    const bool applies = std::ranges::any_of(candidates(drafts, *code, context.businessDate), &CodeCandidate::covered);
    if (!applies)
        return failure(ErrorCode::PromoCodeNotApplicable, QStringLiteral("covers no line"), {code->code});
    return {};
}

const OfferedItem *offeredItem(const Formula &formula, const QString &key, bool supplement)
{
    const std::vector<OfferedItem> &items = supplement ? formula.supplements : formula.resources;
    const auto found = std::ranges::find(items, key, &OfferedItem::key);
    return found == items.end() ? nullptr : &*found;
}

const PriceRule *priceRuleFor(const OfferedItem &item, const Formula &formula, QDate visitDate)
{
    const auto applies = [&](const PriceRule &rule) {
        return rule.dates.contains(visitDate) && rule.weekdays.contains(visitDate.dayOfWeek()) &&
               rule.audience.value_or(formula.audience) == formula.audience;
    };
    const auto found = std::ranges::find_if(item.prices, applies);
    return found == item.prices.end() ? nullptr : &*found;
}

std::vector<Money> unitShares(Money net, int quantity, int freeUnits)
{
    const int paying = freeUnits < quantity ? quantity - std::max(freeUnits, 0) : quantity;
    std::vector<Money> shares = allocateEvenly(net, paying);
    shares.resize(static_cast<size_t>(quantity));
    return shares;
}

} // namespace guichet
