// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/planning/Availability.h"
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

const SalePoint accueil{.channel = Channel::Till, .till = u"accueil"_s};

QDateTime wednesdayAt(QTime time)
{
    return {wednesday(), time, brussels()};
}

FormulaState stateOf(const Catalogue &catalogue, size_t formula, const QDateTime &now = wednesdayMorning(),
                     const SalePoint &point = accueil)
{
    return formulaState(catalogue.formulas[formula], wednesday(), now, catalogue, {}, point);
}

ErrorCode refusalOf(const Catalogue &catalogue, const QDateTime &now = wednesdayMorning(), const SalePoint &point = accueil)
{
    const FormulaState state = stateOf(catalogue, 0, now, point);
    REQUIRE(state.refusal);
    CHECK(state.slotStates.empty());
    CHECK(state.next() == nullptr);
    return state.refusal->code;
}

/// The catalogue with its cave changed.
template <typename Change>
Catalogue changed(Change change)
{
    Catalogue catalogue = smallCatalogue();
    change(catalogue.formulas[0]);
    return catalogue;
}

StopSale stop(const QString &resource = {}, QTime slot = {})
{
    return {.key = u"s"_s,
            .dates = {.from = wednesday(), .to = wednesday()},
            .formula = u"grotte"_s,
            .resource = resource,
            .slot = slot,
            .reason = u"Crue"_s};
}

} // namespace

TEST_CASE("a formula shows its lowest price and the slots that have not passed")
{
    const FormulaState state = stateOf(smallCatalogue(), 0, wednesdayAt({10, 5}));
    CHECK_FALSE(state.refusal);
    CHECK(state.fromPrice == Money::fromCents(1100)); // enfant; petit is free
    REQUIRE(state.slotStates.size() == 16);           // 10:00 to 17:30
    CHECK(state.slotStates.front().visit.slot == QTime{10, 0});
    CHECK(state.slotStates.front().capacity == 20);
    CHECK(state.next() == &state.slotStates.front());
}

TEST_CASE("a slot is gone five minutes after its start, to the second")
{
    CHECK(stateOf(smallCatalogue(), 0, wednesdayAt({10, 5, 0})).slotStates.front().visit.slot == QTime{10, 0});
    CHECK(stateOf(smallCatalogue(), 0, wednesdayAt({10, 5, 1})).slotStates.front().visit.slot == QTime{10, 30});
}

TEST_CASE("the cut-off is one for the till and another online")
{
    const Catalogue catalogue = changed([](Formula &cave) { cave.cutOffTillMinutes = 20; });
    const FormulaState atTill = stateOf(catalogue, 0, wednesdayAt({10, 11}));
    CHECK(atTill.slotStates.front().visit.slot == QTime{10, 30});
    REQUIRE(atTill.slotStates.front().refusal);
    CHECK(atTill.slotStates.front().refusal->code == ErrorCode::CutOffPassed);
    CHECK(atTill.slotStates.front().refusal->values == QStringList{u"grotte, 10:30"_s});
    CHECK(atTill.next()->visit.slot == QTime{11, 0});
    const FormulaState online = stateOf(catalogue, 0, wednesdayAt({10, 11}), {.channel = Channel::Online, .till = {}});
    CHECK(online.next()->visit.slot == QTime{11, 30}); // an hour before
}

TEST_CASE("a cut-off after the start keeps the slot that long")
{
    const Catalogue catalogue = changed([](Formula &cave) { cave.cutOffTillMinutes = -20; });
    CHECK(stateOf(catalogue, 0, wednesdayAt({10, 20})).next()->visit.slot == QTime{10, 0});
    CHECK(stateOf(catalogue, 0, wednesdayAt({10, 21})).next()->visit.slot == QTime{10, 30});
}

TEST_CASE("a formula without slots is sold until the attraction has closed")
{
    const FormulaState open = stateOf(smallCatalogue(), 1, wednesdayAt({18, 5}));
    REQUIRE(open.next());
    CHECK(open.next()->visit == Visit{wednesday(), {}});
    CHECK(open.next()->free == -1);
    CHECK(stateOf(smallCatalogue(), 1, wednesdayAt({18, 6})).refusal->code == ErrorCode::Closed);
}

TEST_CASE("when the last slot has passed the formula says so")
{
    const FormulaState state = stateOf(smallCatalogue(), 0, wednesdayAt({17, 36}));
    CHECK(state.refusal->code == ErrorCode::SlotPassed);
    CHECK(state.refusal->values == QStringList{u"grotte"_s, u"every"_s});
}

TEST_CASE("slots after midnight are still sold after midnight, on the same business day")
{
    const Catalogue catalogue = changed(
        [](Formula &cave) { cave.slotPatterns = {{.first = {22, 0}, .last = {1, 0}, .everyMinutes = 60, .dates = {}, .weekdays = {}}}; });
    const FormulaState state = stateOf(catalogue, 0, wednesdayAt({0, 30}).addDays(1));
    REQUIRE(state.next());
    CHECK(state.next()->visit == Visit{wednesday(), {1, 0}});
}

TEST_CASE("a full slot is shown as full, and the next one is proposed")
{
    const Catalogue catalogue = smallCatalogue();
    Occupancy occupancy;
    occupancy.add(u"cave"_s, {wednesday(), {10, 0}}, 20);
    occupancy.add(u"cave"_s, {wednesday(), {10, 30}}, 19);
    const FormulaState state = formulaState(catalogue.formulas[0], wednesday(), wednesdayMorning(), catalogue, occupancy, accueil);
    CHECK(state.slotStates[0].refusal->code == ErrorCode::CapacityFull);
    CHECK(state.slotStates[0].refusal->values == QStringList{u"grotte, 10:00"_s});
    CHECK(state.slotStates[0].free == 0);
    CHECK(state.next()->visit.slot == QTime{10, 30});
    CHECK(state.next()->free == 1);
}

TEST_CASE("each reason for which a formula is not sold is told")
{
    const QDate tomorrow = wednesday().addDays(1);
    CHECK(refusalOf(changed([](Formula &cave) { cave.soldAtTill = false; })) == ErrorCode::NotSoldHere);
    CHECK(refusalOf(changed([](Formula &cave) { cave.soldOnline = false; }), wednesdayMorning(),
                    {.channel = Channel::Online, .till = {}}) == ErrorCode::NotSoldHere);
    CHECK(refusalOf(changed([&](Formula &cave) { cave.published.from = tomorrow; })) == ErrorCode::NotPublished);
    CHECK(refusalOf(changed([&](Formula &cave) { cave.valid.from = tomorrow; })) == ErrorCode::DateNotValid);
    CHECK(refusalOf(smallCatalogue(), wednesdayMorning().addDays(1)) == ErrorCode::DateNotValid);
    CHECK(refusalOf(changed([](Formula &cave) { cave.weekdays = Weekdays::of({1, 2}); })) == ErrorCode::WeekdayNotSold);
    CHECK(refusalOf(changed([](Formula &cave) { cave.slotPatterns[0].weekdays = Weekdays::of({1, 2}); })) == ErrorCode::WeekdayNotSold);
    CHECK(refusalOf(changed([](Formula &cave) {
              for (OfferedItem &item : cave.resources)
                  item.prices.clear();
          })) == ErrorCode::NoPrice);
}

TEST_CASE("a shelf kept to other tills is not sold here")
{
    Catalogue catalogue = smallCatalogue();
    Group visits;
    visits.key = u"visits"_s;
    visits.tills = {u"telephone"_s};
    catalogue.groups = {visits};
    CHECK(refusalOf(catalogue) == ErrorCode::NotSoldHere);
    CHECK_FALSE(stateOf(catalogue, 0, wednesdayMorning(), {.channel = Channel::Till, .till = u"telephone"_s}).refusal);
}

TEST_CASE("on a closed day nothing is sold, with the reason of the closing")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.calendar.closures.insert(wednesday(), u"Crue"_s);
    CHECK(refusalOf(catalogue) == ErrorCode::Closed);
    CHECK(stateOf(catalogue, 0).refusal->values == QStringList{u"Crue"_s});
    catalogue.calendar.closures.clear();
    catalogue.calendar.periods[0].audience = Audience::Group;
    CHECK(refusalOf(catalogue) == ErrorCode::Closed);
    catalogue.formulas[0].audience = Audience::Group;
    CHECK_FALSE(stateOf(catalogue, 0).refusal);
}

TEST_CASE("a stop-sale closes the formula, a slot or a resource, or everything")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.stopSales = {stop()};
    CHECK(refusalOf(catalogue) == ErrorCode::StopSale);
    CHECK(stateOf(catalogue, 0).refusal->values == QStringList{u"Crue"_s});
    CHECK_FALSE(stateOf(catalogue, 1).refusal);
    catalogue.stopSales = {stop({}, {10, 30})};
    const FormulaState state = stateOf(catalogue, 0);
    CHECK_FALSE(state.refusal);
    CHECK_FALSE(state.slotStates[0].refusal);
    CHECK(state.slotStates[1].refusal->code == ErrorCode::StopSale);
    catalogue.stopSales = {stop(u"enfant"_s)};
    CHECK(stateOf(catalogue, 0).fromPrice == Money::fromCents(1600));
    catalogue.stopSales = {stop(u"enfant"_s), stop(u"adulte"_s), stop(u"petit"_s)};
    CHECK(refusalOf(catalogue) == ErrorCode::StopSale);
    catalogue.stopSales = {{.key = u"all"_s, .dates = {}, .formula = {}, .resource = {}, .slot = {}, .reason = {}}};
    CHECK(stateOf(catalogue, 1).refusal->values == QStringList{u"musee"_s});
}

TEST_CASE("a formula of free tickets shows no price and is sold")
{
    const Catalogue catalogue = changed([](Formula &cave) { cave.resources.erase(cave.resources.begin(), cave.resources.begin() + 2); });
    const FormulaState state = stateOf(catalogue, 0);
    CHECK_FALSE(state.refusal);
    CHECK(state.fromPrice.isZero());
}
