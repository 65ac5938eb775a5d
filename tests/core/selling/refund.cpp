// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selling/Refund.h"
#include "core/money/CashRounding.h"
#include "core/selling/Settlement.h"
#include "tests/support/Amounts.h"
#include "tests/support/Property.h"

#include <map>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

CartLine product(int quantity, qint64 price, VatCode vat)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.item = u"product"_s;
    line.quantity = quantity;
    line.unitPrice = cents(price);
    line.vat = vat;
    return line;
}

/// −10 % on everything.
Catalogue withTenPercentCode()
{
    Catalogue catalogue;
    catalogue.promoCodes = {{.key = u"dix"_s,
                             .name = LocalizedText{u"Dix"_s},
                             .code = u"DIX"_s,
                             .percent = BasisPoints{1000},
                             .amount = {},
                             .fixedPrice = {},
                             .uses = 0,
                             .unitsPerUse = 0,
                             .valid = {},
                             .visits = {},
                             .formulas = {},
                             .resources = {},
                             .products = {},
                             .productGroups = {},
                             .cumulative = false,
                             .needsReference = false}};
    return catalogue;
}

SoldDossier sold(const std::vector<CartLine> &lines, const QString &code = {})
{
    Cart cart;
    cart.dossier = Id<Dossier>::generate();
    cart.lines = lines;
    cart.promoCode = code;
    const PricingContext context{.now = {}, .businessDate = {2026, 11, 23}, .promoCodeUsesLeft = -1};
    SoldDossier dossier;
    dossier.position = {.till = u"t1"_s, .incarnation = 1, .number = 9};
    dossier.sale = saleContent(cart, price(cart, withTenPercentCode(), context));
    dossier.sale.dossierNumber = u"P2611230101"_s;
    return dossier;
}

SoldDossier soldForCash(const std::vector<CartLine> &lines)
{
    SoldDossier dossier = sold(lines);
    Tender cash;
    cash.payment.type = PaymentType::Cash;
    cash.payment.amount = dossier.sale.total;
    dossier.sale.tenders = {cash};
    dossier.roundingSettled = cashRounding(dossier.sale.total, dossier.sale.total);
    return dossier;
}

RefundRequest units(const SoldDossier &dossier, size_t line, int count)
{
    return {.lines = {{.line = dossier.sale.lines[line].priced.id, .units = count}}, .reason = u"pluie"_s, .restock = true};
}

RefundRequest everything()
{
    return {.lines = {}, .reason = u"pluie"_s, .restock = true};
}

/// Books a refund on the dossier, as the projections do.
void book(SoldDossier &dossier, const RefundContent &refund)
{
    for (const RefundedLine &taken : refund.lines)
        for (SaleLine &line : dossier.sale.lines)
            if (line.priced.id == taken.line)
                line.refundedUnits += taken.units;
}

int unitsLeft(const SoldDossier &dossier)
{
    int left = 0;
    for (const SaleLine &line : dossier.sale.lines)
        left += line.priced.quantity - line.refundedUnits;
    return left;
}

/// Every total of a sale and its refunds; all zero when everything was given back.
struct Ledger
{
    Money gross;
    Money total;
    std::map<std::pair<PriceChangeKind, QString>, Money> discounts;
    std::vector<VatAmount> vat;
    qint64 quantity = 0;
    qint64 persons = 0;
    qint64 grams = 0;

    void count(const std::vector<SaleLine> &lines)
    {
        for (const SaleLine &line : lines) {
            quantity += line.priced.quantity;
            persons += line.priced.persons;
            grams += line.priced.grams;
        }
    }
    template <typename Content>
    void add(const Content &content, const std::vector<SaleLine> &lines)
    {
        gross += content.gross;
        total += content.total;
        for (const NamedDiscount &discount : content.discounts)
            discounts[{discount.kind, discount.key}] += discount.amount;
        vat.insert(vat.end(), content.vat.begin(), content.vat.end());
        count(lines);
    }
    bool isZero() const
    {
        bool zero = gross.isZero() && total.isZero() && quantity == 0 && persons == 0 && grams == 0;
        for (const auto &[name, amount] : discounts)
            zero = zero && amount.isZero();
        for (const VatAmount &row : sumVat(vat))
            zero = zero && row.base.isZero() && row.vat.isZero() && row.total.isZero();
        return zero;
    }
};

CartLine anyLine()
{
    CartLine line = product(*rc::gen::inRange(1, 8), *rc::gen::inRange<qint64>(0, 3000), static_cast<VatCode>(*rc::gen::inRange(0, 5)));
    line.freeUnits = *rc::gen::inRange(0, line.quantity + 1);
    line.freeReason = u"presse"_s;
    if (*rc::gen::inRange(0, 4) == 0) {
        line.changedPrice = cents(*rc::gen::inRange<qint64>(0, 4000));
        line.priceReason = u"abime"_s;
    }
    if (*rc::gen::inRange(0, 5) == 0) {
        line.quantity = 1;
        line.freeUnits = 0;
        line.grams = *rc::gen::inRange<qint64>(1, 3000);
    }
    return line;
}

std::vector<CartLine> anyLines()
{
    std::vector<CartLine> lines;
    for (int count = *rc::gen::inRange(1, 6); count > 0; --count)
        lines.push_back(anyLine());
    return lines;
}

/// A random part of what is left, never nothing.
RefundRequest anyPart(const SoldDossier &dossier)
{
    RefundRequest request = everything();
    for (const SaleLine &line : dossier.sale.lines)
        if (const int left = line.priced.quantity - line.refundedUnits; left > 0)
            if (const int count = *rc::gen::inRange(0, left + 1); count > 0)
                request.lines.push_back({.line = line.priced.id, .units = count});
    return request;
}

RefundContent refunded(const SoldDossier &dossier, const RefundRequest &request)
{
    auto refund = composeRefund(dossier, request);
    REQUIRE(refund);
    return *refund;
}

ErrorCode refusal(const SoldDossier &dossier, const RefundRequest &request)
{
    const auto refund = composeRefund(dossier, request);
    REQUIRE_FALSE(refund);
    return refund.error().code;
}

} // namespace

TEST_CASE("the VAT of a refund is that of what was kept before minus that of what is kept after")
{
    // 12 × 3,50 at 12 %: VAT 4,50; 11 × 3,50: 4,125 → 4,13; one unit alone would be 0,375 → 0,38.
    const SoldDossier dossier = sold({product(12, 350, VatCode::B)});
    const RefundContent refund = refunded(dossier, units(dossier, 0, 1));
    REQUIRE(refund.vat.size() == 1);
    CHECK(refund.vat[0].total == cents(-350));
    CHECK(refund.vat[0].vat == cents(-37));
    CHECK(refund.vat[0].base == cents(-313));
}

TEST_CASE("a refund names the sale, the lines with positive amounts and the goods with negative ones")
{
    const SoldDossier dossier = sold({product(2, 1000, VatCode::A), product(3, 500, VatCode::C)});
    const RefundContent refund = refunded(dossier, units(dossier, 1, 2));
    CHECK(refund.sale == dossier.position);
    CHECK(refund.dossier == dossier.sale.dossier);
    CHECK(refund.dossierNumber == u"P2611230101"_s);
    CHECK(refund.reason == u"pluie"_s);
    CHECK(refund.lines == std::vector<RefundedLine>{{.line = dossier.sale.lines[1].priced.id, .units = 2, .amount = cents(1000)}});
    REQUIRE(refund.takenBack.size() == 1);
    CHECK(refund.takenBack[0].priced.quantity == -2);
    CHECK(refund.takenBack[0].priced.unitPrice == cents(500));
    CHECK(refund.takenBack[0].priced.net == cents(-1000));
    CHECK(refund.gross == cents(-1000));
    CHECK(refund.total == cents(-1000));
    CHECK(refund.payments.empty());
}

TEST_CASE("a rate that the refund does not touch has no row")
{
    const SoldDossier dossier = sold({product(2, 1000, VatCode::A), product(3, 500, VatCode::C)});
    const RefundContent refund = refunded(dossier, units(dossier, 0, 1));
    REQUIRE(refund.vat.size() == 1);
    CHECK(refund.vat[0].rate.code == VatCode::A);
}

TEST_CASE("units that were free are given back last and bring no money")
{
    CartLine line = product(3, 1000, VatCode::C);
    line.freeUnits = 1;
    line.freeReason = u"presse"_s;
    SoldDossier dossier = sold({line});
    const RefundContent paying = refunded(dossier, units(dossier, 0, 2));
    CHECK(paying.total == cents(-2000));
    CHECK(paying.discounts.empty());
    book(dossier, paying);
    const RefundContent free = refunded(dossier, everything());
    CHECK(free.total == cents(0));
    CHECK(free.gross == cents(-1000));
    CHECK(
        free.discounts ==
        std::vector<NamedDiscount>{
            {.kind = PriceChangeKind::Complimentary, .key = u"presse"_s, .title = dossier.sale.discounts[0].title, .amount = cents(1000)}});
    CHECK(free.takenBack[0].freeUnits == -1);
    CHECK(free.vat.empty());
}

TEST_CASE("the cents of a discount come back unit by unit and all in all")
{
    // 3 × 3,35 less 10 %: 10,05 − 1,01 (half-up) = 9,04 → 3,02 + 3,01 + 3,01.
    SoldDossier dossier = sold({product(3, 335, VatCode::A)}, u"dix"_s);
    REQUIRE(dossier.sale.total == cents(904));
    const RefundContent first = refunded(dossier, units(dossier, 0, 1));
    CHECK(first.gross == cents(-335));
    CHECK(first.total == cents(-302));
    REQUIRE(first.discounts.size() == 1);
    CHECK(first.discounts[0].amount == cents(33));
    book(dossier, first);
    const RefundContent rest = refunded(dossier, everything());
    CHECK(rest.total == cents(-602));
    CHECK(rest.discounts[0].amount == cents(68));
}

TEST_CASE("any split of a full refund brings every total to zero")
{
    property("sale + refunds == 0", [] {
        SoldDossier dossier = sold(anyLines(), *rc::gen::arbitrary<bool>() ? u"dix"_s : QString{});
        Ledger ledger;
        ledger.add(dossier.sale, dossier.sale.lines);
        for (int parts = *rc::gen::inRange(0, 4); parts > 0 && unitsLeft(dossier) > 0; --parts) {
            const auto refund = composeRefund(dossier, anyPart(dossier));
            RC_ASSERT(refund.has_value());
            ledger.add(*refund, refund->takenBack);
            book(dossier, *refund);
        }
        if (unitsLeft(dossier) > 0) {
            const auto rest = composeRefund(dossier, everything());
            RC_ASSERT(rest.has_value());
            ledger.add(*rest, rest->takenBack);
            book(dossier, *rest);
        }
        RC_ASSERT(ledger.isZero());
    });
}

TEST_CASE("every refund adds up: gross + discounts = total = sum of its VAT rows, never above zero")
{
    property("totals of one refund", [] {
        const SoldDossier dossier = sold(anyLines(), *rc::gen::arbitrary<bool>() ? u"dix"_s : QString{});
        const auto refund = composeRefund(dossier, anyPart(dossier));
        RC_ASSERT(refund.has_value());
        Money discounts;
        for (const NamedDiscount &discount : refund->discounts)
            discounts += discount.amount;
        Money taxed;
        for (const VatAmount &row : refund->vat) {
            RC_ASSERT((row.base + row.vat == row.total));
            taxed += row.total;
        }
        Money lines;
        for (const RefundedLine &line : refund->lines)
            lines += line.amount;
        RC_ASSERT((refund->gross + discounts == refund->total));
        RC_ASSERT((taxed == refund->total));
        RC_ASSERT((lines == -refund->total));
        RC_ASSERT(!refund->total.isPositive());
        RC_ASSERT((refundContentFromJson(toJson(*refund)) == *refund));
    });
}

TEST_CASE("what was sold once cannot be given back twice")
{
    SoldDossier dossier = sold({product(2, 1000, VatCode::A)});
    CHECK(refusal(dossier, units(dossier, 0, 3)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(dossier, units(dossier, 0, 0)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(dossier, units(dossier, 0, -1)) == ErrorCode::QuantityInvalid);
    book(dossier, refunded(dossier, units(dossier, 0, 1)));
    CHECK(refusal(dossier, units(dossier, 0, 2)) == ErrorCode::QuantityInvalid);
    book(dossier, refunded(dossier, units(dossier, 0, 1)));
    CHECK(refusal(dossier, units(dossier, 0, 1)) == ErrorCode::AlreadyRefunded);
    CHECK(refusal(dossier, everything()) == ErrorCode::AlreadyRefunded);
}

TEST_CASE("a line named twice in a refund counts once, with the sum of its units")
{
    const SoldDossier dossier = sold({product(2, 1000, VatCode::A)});
    const Id<CartLine> line = dossier.sale.lines[0].priced.id;
    const RefundContent both = refunded(dossier, {.lines = {{line, 1}, {line, 1}}, .reason = {}, .restock = true});
    CHECK(both.lines.size() == 1);
    CHECK(both.total == cents(-2000));
    CHECK(refusal(dossier, {.lines = {{line, 1}, {line, 2}}, .reason = {}, .restock = true}) == ErrorCode::QuantityInvalid);
    CHECK(refusal(dossier, {.lines = {{line, 2}, {line, -1}}, .reason = {}, .restock = true}) == ErrorCode::QuantityInvalid);
    CHECK(refusal(dossier, {.lines = {{line, 2'147'483'647}, {line, 2'147'483'647}}, .reason = {}, .restock = true}) ==
          ErrorCode::QuantityInvalid);
}

TEST_CASE("a line of another sale cannot be refunded")
{
    const SoldDossier dossier = sold({product(2, 1000, VatCode::A)});
    CHECK(refusal(dossier, {.lines = {{Id<CartLine>::generate(), 1}}, .reason = {}, .restock = true}) == ErrorCode::LineUnknown);
}

TEST_CASE("a full refund in cash returns what was paid, rounding included")
{
    const SoldDossier up = soldForCash({product(1, 1003, VatCode::A)});
    CHECK(up.roundingSettled == cents(2));
    CHECK(refundRounding(up, cents(-1003), true) == cents(-2)); // pays out 10,05
    const SoldDossier down = soldForCash({product(1, 1002, VatCode::A)});
    CHECK(refundRounding(down, cents(-1002), true) == cents(2)); // pays out 10,00
}

TEST_CASE("a refund of what a card paid is not rounded")
{
    const SoldDossier dossier = sold({product(3, 333, VatCode::A)});
    CHECK(refundRounding(dossier, cents(-333), false) == cents(0));
    CHECK(refundRounding(dossier, cents(-999), true) == cents(0));
}

TEST_CASE("the rounding of a partial refund is the difference between what was kept before and after")
{
    // 10,03 paid 10,05. Keeping 6,70 needs no rounding: the 2 cents come back with the 3,33, which pays out 3,35.
    SoldDossier dossier = soldForCash({product(1, 333, VatCode::A), product(2, 335, VatCode::A)});
    CHECK(refundRounding(dossier, cents(-333), false) == cents(-2));
    dossier.roundingReturned = cents(2);
    book(dossier, refunded(dossier, units(dossier, 0, 1)));
    CHECK(refundRounding(dossier, cents(-335), false) == cents(0));
    // Keeping 6,73 is still worth 6,75: nothing of the rounding comes back with 3,30.
    const SoldDossier other = soldForCash({product(1, 330, VatCode::A), product(1, 673, VatCode::A)});
    CHECK(refundRounding(other, cents(-330), false) == cents(0));
}

TEST_CASE("only the cash part of a mixed payment counts for the rounding that is given back")
{
    // 23,47 = card 10,01 + cash 13,46 → 13,45. Keeping 18,47 keeps 8,46 of cash, still rounded by −0,01.
    SoldDossier dossier = soldForCash({product(1, 500, VatCode::A), product(1, 1847, VatCode::A)});
    dossier.sale.tenders[0].payment.amount = cents(1346);
    dossier.roundingSettled = cents(-1);
    CHECK(refundRounding(dossier, cents(-500), false) == cents(0));
    CHECK(refundRounding(dossier, cents(-2347), true) == cents(1));
}

TEST_CASE("rounding given back in all never exceeds what was rounded, and a full refund gives back all of it")
{
    property("0 ≤ given back ≤ rounded, at the end equal", [] {
        SoldDossier dossier = soldForCash(anyLines());
        const Money settled = dossier.roundingSettled;
        for (int parts = *rc::gen::inRange(1, 5); parts > 0 && unitsLeft(dossier) > 0; --parts) {
            const auto refund = composeRefund(dossier, parts == 1 ? everything() : anyPart(dossier));
            RC_ASSERT(refund.has_value());
            book(dossier, *refund);
            const bool all = unitsLeft(dossier) == 0;
            for (SaleLine &line : dossier.sale.lines) // refundRounding looks at the dossier before the refund
                for (const RefundedLine &taken : refund->lines)
                    line.refundedUnits -= line.priced.id == taken.line ? taken.units : 0;
            dossier.roundingReturned -= refundRounding(dossier, refund->total, all);
            book(dossier, *refund);
            RC_ASSERT((dossier.roundingReturned >= std::min(settled, Money{})));
            RC_ASSERT((dossier.roundingReturned <= std::max(settled, Money{})));
        }
        RC_ASSERT((unitsLeft(dossier) > 0 || dossier.roundingReturned == settled));
    });
}
