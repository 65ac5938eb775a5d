// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentStore.h"
#include "core/ledger/StockStore.h"
#include "core/money/FormatMoney.h"
#include "tests/core/usecases/TillFixture.h"

#include <QJsonDocument>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Result<ScanOutcome> scan(TillFixture &till, const QString &code)
{
    return till.checkout().scan(CommandId::generate(), code);
}

Money total(TillFixture &till)
{
    return must(till.checkout().view()).balance.total;
}

Result<std::vector<Id<CartLine>>> order(TillFixture &till, int adults, QTime slot, Force force = Force::None)
{
    FormulaOrder wanted;
    wanted.formula = u"grotte"_s;
    wanted.slot = slot;
    wanted.units = {{.key = u"adulte"_s, .quantity = adults}};
    wanted.force = force;
    wanted.forceReason = u"affluence"_s;
    return till.checkout().add(CommandId::generate(), wanted);
}

} // namespace

TEST_CASE_METHOD(TillFixture, "a scanned product is a line, scanned again it counts one more")
{
    startDay();
    const auto first = must(scan(*this, u"]E05410000000019"_s));
    CHECK(first.kind == ScanOutcome::Kind::Line);
    CHECK(must(scan(*this, u"5410000000019"_s)).line == first.line);
    CHECK(total(*this) == cents(2598));
}

TEST_CASE_METHOD(TillFixture, "an unknown code is named, a misread one is said to be misread")
{
    startDay();
    const auto unknown = scan(*this, u"4006381333931"_s);
    CHECK(refusal(unknown) == ErrorCode::UnknownCode);
    CHECK(unknown.error().values == QStringList{u"4006381333931"_s});
    CHECK(refusal(scan(*this, u"5410000000018"_s)) == ErrorCode::BarcodeInvalid);
    CHECK(refusal(scan(*this, QString{3, QChar{0x1B}})) == ErrorCode::InvalidInput);
    CHECK(must(checkout().view()).cart.isEmpty());
}

TEST_CASE_METHOD(TillFixture, "a scale's code sells the piece at the price that it carries")
{
    startDay();
    must(scan(*this, u"2212345012992"_s));
    CHECK(total(*this) == cents(1299));
    must(scan(*this, u"2212345012992"_s));
    CHECK(total(*this) == cents(2598));
}

TEST_CASE_METHOD(TillFixture, "a scale's label takes from the stock what its price weighs, and keeps its price to the cent")
{
    startDay();
    must(scan(*this, u"2212345012992"_s));
    const auto view = must(checkout().view());
    REQUIRE(view.cart.lines.size() == 1);
    CHECK(view.cart.lines.front().grams == 650); // 12,99 at 20,00 the kilogram: 649,5
    CHECK(view.priced.lines.front().gross == cents(1299));
    must(payByCard());
    must(validate());
    CHECK(must(StockStore{workplace().db()}.level(u"fromage"_s)) == -650);
}

TEST_CASE_METHOD(TillFixture, "nobody guesses a weight: a tap or a scan without one puts nothing on the cart")
{
    startDay();
    const auto tapped = checkout().addProduct(CommandId::generate(), u"fromage"_s);
    CHECK(refusal(tapped) == ErrorCode::InvalidInput);
    CHECK(tapped.error().values == QStringList{u"grams"_s});
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"fromage"_s, 250)) == ErrorCode::InvalidInput);
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"fromage"_s, 3, 250)) == ErrorCode::QuantityInvalid);
    const auto scanned = must(scan(*this, u"2700000000007"_s));
    CHECK(scanned.kind == ScanOutcome::Kind::Weight);
    CHECK(scanned.product == u"fromage"_s);
    CHECK(must(checkout().view()).cart.isEmpty());
}

TEST_CASE_METHOD(TillFixture, "a weight is priced by the kilogram")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"fromage"_s, 1, 250));
    const auto view = must(checkout().view());
    CHECK(view.cart.lines.front().grams == 250);
    CHECK(view.balance.total == cents(500));
    CHECK(refusal(checkout().setQuantity(CommandId::generate(), view.cart.lines.front().id, 2)) == ErrorCode::QuantityInvalid);
}

TEST_CASE_METHOD(TillFixture, "a scanned promo code is applied, counted, and refused when used up")
{
    startDay();
    for (int sale = 0; sale < 2; ++sale) {
        addBear();
        CHECK(must(scan(*this, u"moins 10"_s)).kind == ScanOutcome::Kind::PromoCode);
        CHECK(total(*this) == cents(1169));
        must(payByCard());
        CHECK(must(validate()).content.promoCode == u"moins10"_s);
    }
    addBear();
    CHECK(refusal(scan(*this, u"MOINS10"_s)) == ErrorCode::PromoCodeUsedUp);
    CHECK(total(*this) == cents(1299));
}

TEST_CASE_METHOD(TillFixture, "a scanned ticket or dossier shows its dossier")
{
    startDay();
    addBear();
    must(payByCard());
    const auto sale = must(validate());
    const auto found = must(scan(*this, sale.dossierNumber.toLower()));
    CHECK(found.kind == ScanOutcome::Kind::Dossier);
    CHECK(found.dossierNumber == sale.dossierNumber);
    CHECK(refusal(scan(*this, u"P26112301ZZ"_s)) == ErrorCode::DossierUnknown);
}

TEST_CASE_METHOD(TillFixture, "capacity counts what is sold, what is on the cart and what was parked a moment ago")
{
    startDay();
    must(order(*this, 8, {14, 0}));
    must(payByCard());
    must(validate());
    must(order(*this, 6, {14, 0}));
    must(checkout().park(CommandId::generate(), u"Dupont"_s));
    must(order(*this, 5, {14, 0}));
    CHECK(refusal(order(*this, 2, {14, 0})) == ErrorCode::CapacityFull);
    must(order(*this, 1, {14, 0}));
    clock.advance(std::chrono::minutes{16});
    must(order(*this, 6, {14, 0}));
    CHECK(refusal(order(*this, 1, {14, 0})) == ErrorCode::CapacityFull);
}

TEST_CASE_METHOD(TillFixture, "a cart parked for too long cannot sell the places that others took")
{
    startDay();
    must(order(*this, 15, {14, 0}));
    must(checkout().park(CommandId::generate(), {}));
    const auto parked = must(checkout().parked());
    REQUIRE(parked.size() == 1);
    CHECK(parked[0].name == u"10:00"_s);
    CHECK(parked[0].units == 15);
    CHECK(parked[0].total == cents(15 * 1149));
    clock.advance(std::chrono::minutes{20});
    must(order(*this, 10, {14, 0}));
    CHECK(refusal(checkout().recall(CommandId::generate(), parked[0].id)) == ErrorCode::CartNotEmpty);
    must(payByCard());
    must(validate());
    must(checkout().recall(CommandId::generate(), parked[0].id));
    CHECK(must(checkout().parked()).empty());
    CHECK(refusal(payByCard()) == ErrorCode::CapacityFull);
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::CapacityFull);
    CHECK(refusal(validate({.paymentToCome = true})) == ErrorCode::CapacityFull);
    CHECK(countFacts(u"INTENT_PERSISTED"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "a manager forces past capacity with a reason, a seller needs the approval")
{
    startDay();
    must(order(*this, 20, {14, 0}));
    CHECK(refusal(order(*this, 1, {14, 0}, Force::CapacityAndCutOff)) == ErrorCode::NeedsApproval);
    approveBy();
    must(order(*this, 1, {14, 0}, Force::CapacityAndCutOff));
    CHECK(refusal(order(*this, 1, {14, 0})) == ErrorCode::CapacityFull);
    CHECK(must(checkout().view()).cart.lines.front().quantity == 21);
}

TEST_CASE_METHOD(TillFixture, "without a slot the next one with places is taken")
{
    startDay();
    clock.set(fromRfc3339(u"2026-11-23T10:40:00.000+01:00"_s));
    must(order(*this, 20, {}));
    must(order(*this, 1, {}));
    const auto lines = must(checkout().view()).cart.lines;
    CHECK(lines[0].visit.slot == QTime(11, 0));
    CHECK(lines[1].visit.slot == QTime(11, 30));
    CHECK(must(checkout().formula(u"grotte"_s, {})).next()->visit.slot == QTime(11, 30));
    CHECK(must(checkout().shelf({})).size() == 2);
}

TEST_CASE_METHOD(TillFixture, "the quantity of tickets grows only while there are places")
{
    startDay();
    const auto line = addAdults(2, {15, 0});
    must(checkout().setQuantity(CommandId::generate(), line, 20));
    CHECK(refusal(checkout().setQuantity(CommandId::generate(), line, 21)) == ErrorCode::CapacityFull);
    CHECK(refusal(checkout().setQuantity(CommandId::generate(), line, 0)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(checkout().setQuantity(CommandId::generate(), Id<CartLine>::generate(), 1)) == ErrorCode::LineUnknown);
    CHECK(must(checkout().view()).cart.lines.front().quantity == 20);
}

TEST_CASE_METHOD(TillFixture, "free units keep their value on the line, with a reason out of the list")
{
    startDay();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    const auto line = addBear(3);
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 1, u"parce que"_s)) == ErrorCode::ReasonMissing);
    must(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s));
    CHECK(total(*this) == cents(2598));
    must(checkout().setQuantity(CommandId::generate(), line, 1));
    CHECK(total(*this).isZero());
    const auto sale = must(validate());
    CHECK(sale.content.gross == cents(1299));
    CHECK(sale.content.lines.front().freeUnits == 1);
}

TEST_CASE_METHOD(TillFixture, "a changed price is refused below zero and beyond reason")
{
    startDay();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    const auto line = addBear();
    CHECK(refusal(checkout().changePrice(CommandId::generate(), line, cents(-1), u"geste"_s)) == ErrorCode::PriceInvalid);
    CHECK(refusal(checkout().changePrice(CommandId::generate(), line, cents(100), {})) == ErrorCode::ReasonMissing);
    must(checkout().changePrice(CommandId::generate(), line, cents(1500), u"geste"_s));
    CHECK(total(*this) == cents(1500));
}

TEST_CASE_METHOD(TillFixture, "a product that must not go below zero is refused, others warn and go on")
{
    startDay();
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"rare"_s)) == ErrorCode::StockForbidden);
    addBear(2);
    must(payByCard());
    const auto command = CommandId::generate();
    const std::vector<StockBelowZero> told{{.title = u"Ours en peluche"_s, .level = -2}};
    CHECK(must(checkout().validate(command)).belowZero == told);
    CHECK(must(checkout().validate(command)).belowZero == told); // also when the answer was lost
}

TEST_CASE_METHOD(TillFixture, "comments and persons go to documents, never into the fact")
{
    startDay();
    const auto line = addBear();
    must(checkout().comment(CommandId::generate(), line, u"emballage pour Zoé"_s));
    Client client;
    client.name = u"Dupont"_s;
    client.country = u"BE"_s;
    client.postcode = u"5000"_s;
    must(checkout().setClient(CommandId::generate(), client));
    must(payByCard());
    const auto sale = must(validate());
    const auto fact = must(workplace().journal().fact(sale.fact));
    const QByteArray stored = QJsonDocument{fact.content}.toJson();
    CHECK_FALSE(stored.contains("Dupont"));
    CHECK_FALSE(stored.contains("emballage"));
    CHECK_FALSE(stored.contains("5000"));
    const DocumentStore documents{workplace().db()};
    CHECK(must(documents.customer(sale.content.customer))->name == u"Dupont"_s);
    const auto note = must(documents.get(DocumentKind::Note, u"dossier:"_s + sale.content.dossier.toString()));
    REQUIRE(note);
    CHECK(QJsonDocument{note->body}.toJson().contains("emballage"));
}

TEST_CASE_METHOD(TillFixture, "an anonymous origin is in the fact")
{
    startDay();
    addAdults(2);
    Client client;
    client.country = u"BE"_s;
    client.postcode = u"5000"_s;
    must(checkout().setClient(CommandId::generate(), client));
    must(payByCard());
    CHECK(must(validate()).content.origin == Origin{.country = u"BE"_s, .postcode = u"5000"_s, .province = {}});
}

TEST_CASE_METHOD(TillFixture, "the origin asked after the sale is counted, that of a named customer only with the Z")
{
    startDay();
    addAdults(2);
    must(payByCard());
    const auto sale = must(validate());
    must(
        checkout().recordOrigin(CommandId::generate(), sale.dossierNumber, {.country = u"NL"_s, .postcode = {}, .province = u"Limburg"_s}));
    CHECK(countFacts(u"VISITORS"_s) == 1);
    addAdults(1);
    Client client;
    client.name = u"Dupont"_s;
    must(checkout().setClient(CommandId::generate(), client));
    must(payByCard());
    const auto named = must(validate());
    must(checkout().recordOrigin(CommandId::generate(), named.dossierNumber, {.country = u"BE"_s, .postcode = u"5000"_s, .province = {}}));
    CHECK(countFacts(u"VISITORS"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "a cart that comes to more than a till can count is refused in words and changes nothing")
{
    startDay();
    const auto line = must(checkout().addProduct(CommandId::generate(), u"cher"_s, 2857)); // 9 999 500,00 €
    const auto before = must(checkout().view());
    const auto refused = checkout().setQuantity(CommandId::generate(), line, 2858);
    CHECK(refusal(refused) == ErrorCode::AmountTooHigh);
    CHECK(refused.error().values == QStringList{formatMoney(largestAmount)});
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"cher"_s)) == ErrorCode::AmountTooHigh);
    approveBy();
    CHECK(refusal(checkout().changePrice(CommandId::generate(), line, largestAmount, u"geste"_s)) == ErrorCode::AmountTooHigh);
    CHECK(must(checkout().view()) == before);
    must(checkout().setQuantity(CommandId::generate(), line, 2856));
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s, 9999)) == ErrorCode::AmountTooHigh);
    must(checkout().clear(CommandId::generate()));
}

TEST_CASE_METHOD(TillFixture, "hostile texts and quantities are refused and change nothing")
{
    startDay();
    const auto line = addBear();
    const auto before = must(checkout().view());
    CHECK(refusal(checkout().comment(CommandId::generate(), line, QString{QChar{0}})) == ErrorCode::InvalidInput);
    CHECK(refusal(checkout().comment(CommandId::generate(), line, QString{5000, u'x'})) == ErrorCode::InvalidInput);
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s, 1'000'000)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s, -1)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"'; DROP TABLE fact"_s)) == ErrorCode::NotFound);
    CHECK(refusal(order(*this, 0, {14, 0})) == ErrorCode::QuantityInvalid);
    CHECK(refusal(checkout().applyPromoCode(CommandId::generate(), u"rien"_s)) == ErrorCode::PromoCodeUnknown);
    CHECK(must(checkout().view()) == before);
}

TEST_CASE_METHOD(TillFixture, "a parked cart keeps its card payment, and cannot be emptied")
{
    startDay();
    addBear(2);
    must(payByCard(cents(1000)));
    CHECK(refusal(checkout().clear(CommandId::generate())) == ErrorCode::CartHasPayments);
    CHECK(refusal(checkout().remove(CommandId::generate(), must(checkout().view()).cart.lines.front().id)) == ErrorCode::CartHasPayments);
    must(checkout().park(CommandId::generate(), u"A"_s));
    const auto parked = must(checkout().parked());
    CHECK(parked.front().paid == cents(1000));
    must(checkout().recall(CommandId::generate(), parked.front().id));
    CHECK(must(checkout().view()).balance.paid == cents(1000));
}
