// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueJson.h"

#include "tests/support/Catch.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

LocalizedText bilingual(const QString &french, const QString &dutch)
{
    LocalizedText text{french};
    text.set(Language::Dutch, dutch);
    return text;
}

const DateRange summer{.from = {2026, 7, 1}, .to = {2026, 8, 31}};

/// Every field has another value than its default: what toJson forgets is seen.
Resource resource()
{
    return {.key = u"famille"_s,
            .name = bilingual(u"Famille"_s, u"Gezin"_s),
            .category = u"family"_s,
            .vat = VatCode::E,
            .soldAtTill = false,
            .soldOnline = false,
            .stockPerDay = 12,
            .persons = 4,
            .minimumAge = 6,
            .description = u"Deux et deux"_s,
            .icon = u"family"_s,
            .order = 3};
}

Supplement supplement()
{
    return {.key = u"guide"_s,
            .name = bilingual(u"Guide"_s, u"Gids"_s),
            .vat = VatCode::A,
            .flatRate = true,
            .soldAtTill = false,
            .soldOnline = false,
            .stockPerDay = 3,
            .description = u"Forfait"_s,
            .icon = u"guide"_s,
            .order = 4};
}

OfferedItem offered()
{
    return {.key = u"adulte"_s,
            .prices = {{.price = Money::fromCents(1800),
                        .season = u"haute saison"_s,
                        .dates = summer,
                        .weekdays = Weekdays::of({6, 7}),
                        .audience = Audience::Group},
                       {.price = Money{}, .season = {}, .dates = {}, .weekdays = {}, .audience = {}}},
            .minimum = 2,
            .maximum = 40,
            .pools = {{.pool = u"boats"_s, .units = 2}},
            .quickKey = true,
            .discountable = false};
}

Formula formula()
{
    Formula formula;
    formula.key = u"grotte"_s;
    formula.name = bilingual(u"Grotte"_s, u"Grot"_s);
    formula.kind = FormulaKind::Rental;
    formula.audience = Audience::Group;
    formula.vat = VatCode::B;
    formula.soldAtTill = false;
    formula.soldOnline = false;
    formula.group = u"nature"_s;
    formula.order = 9;
    formula.durationMinutes = 75;
    formula.resources = {offered()};
    formula.supplements = {offered(), offered()};
    formula.published = summer;
    formula.valid = {.from = {2026, 1, 1}, .to = {}};
    formula.weekdays = Weekdays::of({1, 3});
    formula.slotPatterns = {{.first = {22, 0}, .last = {1, 30}, .everyMinutes = 30, .dates = summer, .weekdays = Weekdays::of({5})},
                            {.first = {9, 30}, .last = {}, .everyMinutes = 0, .dates = {}, .weekdays = {}}};
    formula.pools = {{.pool = u"cave"_s, .units = 1}};
    formula.minimumQuantity = 10;
    formula.maximumQuantity = 60;
    formula.cutOffTillMinutes = 15;
    formula.cutOffOnlineMinutes = 120;
    formula.collection = CollectionMode::Deposit;
    formula.deposit = BasisPoints{3000};
    formula.freePerPaying = 15;
    formula.comprises = u"Le casque"_s;
    formula.description = u"Belle"_s;
    return formula;
}

Promotion promotion()
{
    return {.key = u"tot"_s,
            .name = bilingual(u"Tôt"_s, u"Vroeg"_s),
            .kind = Promotion::Kind::EarlyBird,
            .threshold = 14,
            .percent = BasisPoints{1500},
            .amount = {},
            .visits = summer,
            .visible = {.from = {}, .to = {2026, 6, 1}},
            .weekdays = Weekdays::of({7}),
            .weekOfMonth = 1,
            .formulas = {u"grotte"_s, u"safari"_s}};
}

PromoCode promoCode()
{
    return {.key = u"dix"_s,
            .name = bilingual(u"Dix"_s, u"Tien"_s),
            .code = u"Été 10"_s,
            .percent = {},
            .amount = Money::fromCents(500),
            .fixedPrice = {},
            .uses = 100,
            .unitsPerUse = 2,
            .valid = summer,
            .visits = summer,
            .formulas = {u"f"_s},
            .resources = {u"r"_s},
            .products = {u"p"_s},
            .productGroups = {u"g"_s},
            .cumulative = true,
            .needsReference = true};
}

PaymentMethod paymentMethod()
{
    return {.key = u"ancv"_s,
            .name = bilingual(u"ANCV"_s, u"ANCV"_s),
            .type = PaymentType::VoucherOther,
            .opensDrawer = true,
            .givesChange = true,
            .needsReference = false,
            .usesTerminal = false,
            .inPerson = false,
            .refundable = false,
            .countedAtClosing = false,
            .tills = {u"a"_s},
            .faceValues = {Money::fromCents(1000), Money::fromCents(2000)},
            .validYears = 2,
            .giftKind = GiftKind::Voucher,
            .order = 5};
}

Group group()
{
    return {.key = u"g"_s,
            .name = bilingual(u"Jeux"_s, u"Spelen"_s),
            .kind = Group::Kind::Products,
            .colour = u"#0A1b2C"_s,
            .icon = u"shop"_s,
            .order = 2,
            .tills = {u"a"_s, u"b"_s},
            .restaurant = true};
}

OpeningCalendar calendar()
{
    OpeningCalendar calendar;
    calendar.periods = {
        {.dates = summer, .weekdays = Weekdays::of({1, 2}), .opens = {9, 0}, .closes = {18, 30}, .audience = Audience::Group},
        {.dates = {}, .weekdays = {}, .opens = {20, 0}, .closes = {1, 0}, .audience = {}}};
    calendar.closures = {{QDate{2026, 12, 25}, u"Noël"_s}, {QDate{2027, 1, 1}, {}}};
    return calendar;
}

template <typename Thing>
Catalogue afterReading(DocumentKind kind, const Thing &thing)
{
    Catalogue catalogue;
    const Result<> added = addDocument(catalogue, kind, toJson(thing));
    INFO(added);
    REQUIRE(added);
    return catalogue;
}

} // namespace

TEST_CASE("what is sold survives JSON, every field of it")
{
    CHECK(*afterReading(DocumentKind::Resource, resource()).resource(u"famille"_s) == resource());
    CHECK(*afterReading(DocumentKind::Supplement, supplement()).supplement(u"guide"_s) == supplement());
    CHECK(*afterReading(DocumentKind::Formula, formula()).formula(u"grotte"_s) == formula());
    CHECK(afterReading(DocumentKind::Group, group()).groups.front() == group());
    const Pool pool{.key = u"p"_s,
                    .name = u"Bateaux"_s,
                    .unit = Pool::Unit::Item,
                    .mode = Pool::Mode::Interval,
                    .capacity = 24,
                    .turnaroundMinutes = 30};
    CHECK(*afterReading(DocumentKind::Pool, pool).pool(u"p"_s) == pool);
}

TEST_CASE("promotions and codes survive JSON, whichever way they reduce")
{
    CHECK(afterReading(DocumentKind::Promotion, promotion()).promotions.front() == promotion());
    CHECK(afterReading(DocumentKind::PromoCode, promoCode()).promoCodes.front() == promoCode());
    Promotion inEuro = promotion();
    inEuro.percent.reset();
    inEuro.amount = Money::fromCents(250);
    CHECK(afterReading(DocumentKind::Promotion, inEuro).promotions.front() == inEuro);
    PromoCode free = promoCode();
    free.amount = {};
    free.fixedPrice = Money{};
    CHECK(afterReading(DocumentKind::PromoCode, free).promoCodes.front() == free);
    free.fixedPrice.reset();
    free.percent = BasisPoints{10'000};
    CHECK(afterReading(DocumentKind::PromoCode, free).promoCodes.front() == free);
}

TEST_CASE("what the house decides survives JSON, every field of it")
{
    CHECK(afterReading(DocumentKind::PaymentMethod, paymentMethod()).paymentMethods.front() == paymentMethod());
    PaymentMethod byTerminal = paymentMethod();
    byTerminal.faceValues.clear(); // neither has them
    byTerminal.needsReference = byTerminal.usesTerminal = true;
    CHECK(afterReading(DocumentKind::PaymentMethod, byTerminal).paymentMethods.front() == byTerminal);
    const Reason reason{.key = u"r"_s, .name = u"Météo"_s, .kind = Reason::Kind::Cancellation, .order = 3};
    CHECK(afterReading(DocumentKind::Reason, reason).reasons.front() == reason);
    const StopSale stop{.key = u"s"_s, .dates = summer, .formula = u"f"_s, .resource = u"r"_s, .slot = {10, 30}, .reason = u"Panne"_s};
    CHECK(afterReading(DocumentKind::StopSale, stop).stopSales.front() == stop);
    const SlotCapacity capacity{.pool = u"p"_s, .date = {2026, 11, 23}, .slot = {9, 30}, .capacity = 12};
    CHECK(afterReading(DocumentKind::SlotCapacity, capacity).slotCapacities.front() == capacity);
    const TillProfile till{
        .key = u"t"_s, .name = u"Boutique"_s, .kind = TillProfile::Kind::Shop, .code = u"0Z"_s, .groups = {u"b"_s, u"a"_s}};
    CHECK(afterReading(DocumentKind::TillProfile, till).tills.front() == till);
    CHECK(afterReading(DocumentKind::Calendar, calendar()).calendar == calendar());
}

TEST_CASE("VAT rates survive JSON with their dates")
{
    const VatTable table{
        {{VatCode::B, BasisPoints{1200}, {}}, {VatCode::B, BasisPoints{900}, {2027, 1, 1}}, {VatCode::E, BasisPoints{0}, {}}}};
    const VatTable read = afterReading(DocumentKind::VatRates, table).vatTable;
    CHECK(read.entries() == table.entries());
    CHECK(read.rateOn(VatCode::B, {2026, 12, 31}).rate.value() == 1200);
    CHECK(read.rateOn(VatCode::B, {2027, 1, 1}).rate.value() == 900);
}

TEST_CASE("a document of a known key replaces the one before")
{
    Catalogue catalogue;
    REQUIRE(addDocument(catalogue, DocumentKind::Group, toJson(group())));
    Group changed = group();
    changed.order = 99;
    REQUIRE(addDocument(catalogue, DocumentKind::Group, toJson(changed)));
    REQUIRE(catalogue.groups.size() == 1);
    CHECK(catalogue.groups.front() == changed);

    SlotCapacity slot{.pool = u"p"_s, .date = {2026, 11, 23}, .slot = {9, 30}, .capacity = 12};
    REQUIRE(addDocument(catalogue, DocumentKind::SlotCapacity, toJson(slot)));
    slot.capacity = 20;
    REQUIRE(addDocument(catalogue, DocumentKind::SlotCapacity, toJson(slot)));
    slot.slot = {10, 0};
    REQUIRE(addDocument(catalogue, DocumentKind::SlotCapacity, toJson(slot)));
    REQUIRE(catalogue.slotCapacities.size() == 2);
    CHECK(catalogue.slotCapacities.front().capacity == 20);
}

TEST_CASE("every kind of document has a name, alone and for a list")
{
    for (int i = 0; i <= static_cast<int>(DocumentKind::Note); ++i) {
        const auto kind = static_cast<DocumentKind>(i);
        CHECK(documentKindFromName(documentKindName(kind)) == kind);
    }
    CHECK(documentKindFromName(u"slot_capacities"_s) == DocumentKind::SlotCapacity);
    CHECK(documentKindFromName(u"formulas"_s) == DocumentKind::Formula);
    CHECK_FALSE(documentKindFromName(u"Formula"_s));
    CHECK_FALSE(documentKindFromName({}));
}
