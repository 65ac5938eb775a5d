// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Capacity.h"
#include "core/planning/Overuse.h"
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Property.h"

#include <algorithm>

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

QDateTime minute(int minutes)
{
    return wednesdayMorning().addSecs(minutes * 60);
}

PoolLoad::Taken taken(int from, int to, int units)
{
    return {.start = minute(from), .end = minute(to), .units = units};
}

std::vector<PoolTake> takesOf(const Catalogue &catalogue, const QString &formula, const QString &item, int quantity,
                              bool supplement = false)
{
    return poolTakes(formula, item, supplement, {wednesday(), {10, 30}}, quantity, catalogue);
}

} // namespace

TEST_CASE("what ends makes room for what starts at that instant")
{
    const std::vector<PoolLoad::Taken> rentals{taken(0, 60, 3), taken(60, 120, 2), taken(30, 90, 1)};
    CHECK(maximumOverlap(rentals, minute(0), minute(120)) == 4);
    CHECK(maximumOverlap(rentals, minute(60), minute(120)) == 3);
    CHECK(maximumOverlap(rentals, minute(90), minute(120)) == 2);
    CHECK(maximumOverlap(rentals, minute(120), minute(180)) == 0);
    CHECK(maximumOverlap({}, minute(0), minute(60)) == 0);
}

TEST_CASE("property: the overlap is the most at any minute")
{
    property("the sweep equals counting minute by minute", [] {
        std::vector<PoolLoad::Taken> rentals;
        for (int count = *rc::gen::inRange(0, 12); count > 0; --count) {
            const int from = *rc::gen::inRange(0, 60);
            rentals.push_back(taken(from, from + *rc::gen::inRange(1, 40), *rc::gen::inRange(1, 4)));
        }
        const int start = *rc::gen::inRange(0, 60);
        const int end = start + *rc::gen::inRange(1, 40);
        int most = 0;
        for (int at = start; at < end; ++at) {
            int units = 0;
            for (const PoolLoad::Taken &one : rentals)
                units += one.start <= minute(at) && minute(at) < one.end ? one.units : 0;
            most = std::max(most, units);
        }
        RC_ASSERT(maximumOverlap(rentals, minute(start), minute(end)) == most);
    });
}

TEST_CASE("a pool of persons is taken by persons, a pool of items by units")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.formulas[2].pools = {{.pool = u"cave"_s, .units = 1}}; // people on the river, say
    const std::vector<PoolTake> takes = takesOf(catalogue, u"kayak"_s, u"kayak2"_s, 3);
    REQUIRE(takes.size() == 2);
    CHECK(takes[0].pool == u"cave"_s);
    CHECK(takes[0].units == 6);
    CHECK(takes[1].pool == u"boats"_s);
    CHECK(takes[1].units == 3);
    CHECK(takes[1].start == minute(30));
    CHECK(takes[1].end == minute(30 + 120 + 30)); // turnaround included
}

TEST_CASE("supplements take their own pools alone, and a flat rate once")
{
    Catalogue catalogue = smallCatalogue();
    Formula &cave = catalogue.formulas[0];
    CHECK(takesOf(catalogue, u"grotte"_s, u"audioguide"_s, 3, true).empty());
    cave.supplements[2].pools = {{.pool = u"boats"_s, .units = 1}}; // guides, say
    const std::vector<PoolTake> takes = takesOf(catalogue, u"grotte"_s, u"guide"_s, 30, true);
    REQUIRE(takes.size() == 1);
    CHECK(takes[0].units == 1);
}

TEST_CASE("a pool that formula and item both take is taken once, by the sum")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.formulas[0].resources[0].pools = {{.pool = u"cave"_s, .units = 2}};
    const std::vector<PoolTake> takes = takesOf(catalogue, u"grotte"_s, u"adulte"_s, 2);
    REQUIRE(takes.size() == 1);
    CHECK(takes[0].units == 6);
}

TEST_CASE("a pool of the day has no slot")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.pools[u"cave"_s].mode = Pool::Mode::Day;
    CHECK(takesOf(catalogue, u"grotte"_s, u"adulte"_s, 1).front().visit == Visit{wednesday(), {}});
    Occupancy occupancy;
    occupancy.add(u"cave"_s, {wednesday(), {9, 30}}, 8);
    occupancy.add(u"cave"_s, {wednesday(), {11, 0}}, 5);
    CHECK(roomFor(takesOf(catalogue, u"grotte"_s, u"adulte"_s, 1).front(), catalogue, occupancy).free == 7);
    CHECK(roomAt(catalogue.formulas[0], {wednesday(), {10, 30}}, catalogue, occupancy).free == 7);
}

TEST_CASE("places are those of the slot, and a formula shares them with another")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.formulas[1].pools = {{.pool = u"cave"_s, .units = 2}};
    catalogue.formulas[1].slotPatterns = catalogue.formulas[0].slotPatterns;
    Occupancy occupancy;
    occupancy.add(u"cave"_s, {wednesday(), {10, 30}}, 13);
    CHECK(roomAt(catalogue.formulas[0], {wednesday(), {10, 30}}, catalogue, occupancy).free == 7);
    CHECK(roomAt(catalogue.formulas[0], {wednesday(), {11, 0}}, catalogue, occupancy).free == 20);
    CHECK(roomAt(catalogue.formulas[1], {wednesday(), {10, 30}}, catalogue, occupancy).free == 3); // each takes two
}

TEST_CASE("a slot can be given another capacity, or a whole day")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.slotCapacities = {{.pool = u"cave"_s, .date = wednesday(), .slot = {}, .capacity = 10},
                                {.pool = u"cave"_s, .date = wednesday(), .slot = {10, 30}, .capacity = 30}};
    const auto free = [&](const Visit &visit) { return roomAt(catalogue.formulas[0], visit, catalogue, {}).free; };
    CHECK(free({wednesday(), {10, 0}}) == 10);
    CHECK(free({wednesday(), {10, 30}}) == 30);
    CHECK(free({wednesday().addDays(1), {10, 30}}) == 20);
}

TEST_CASE("boats are free when they are back and turned round")
{
    const Catalogue catalogue = smallCatalogue();
    Occupancy occupancy;
    occupancy.intervals[u"boats"_s] = {taken(0, 150, 3)}; // 10:00 to 12:30
    const auto free = [&](QTime slot) { return roomAt(catalogue.formulas[2], {wednesday(), slot}, catalogue, occupancy).free; };
    CHECK(free({9, 30}) == 1);
    CHECK(free({12, 0}) == 1);
    CHECK(free({12, 30}) == 4);
}

TEST_CASE("without a pool there is no limit")
{
    const Catalogue catalogue = smallCatalogue();
    CHECK(roomAt(catalogue.formulas[1], {wednesday(), {}}, catalogue, {}).isUnlimited());
}

TEST_CASE("more sold than there is leaves no place, never fewer than none")
{
    const Catalogue catalogue = smallCatalogue();
    Occupancy occupancy;
    occupancy.add(u"cave"_s, {wednesday(), {10, 30}}, 25);
    CHECK(roomAt(catalogue.formulas[0], {wednesday(), {10, 30}}, catalogue, occupancy).free == 0);
}

TEST_CASE("what is sold beyond its number is found, of slots, of days and of what is rented")
{
    Catalogue catalogue;
    catalogue.pools[u"grotte"_s] = {.key = u"grotte"_s, .name = LocalizedText{u"Visiteurs"_s}, .capacity = 20};
    catalogue.pools[u"jour"_s] = {.key = u"jour"_s, .name = LocalizedText{u"Repas"_s}, .mode = Pool::Mode::Day, .capacity = 50};
    catalogue.pools[u"barques"_s] = {.key = u"barques"_s, .name = LocalizedText{u"Barques"_s}, .mode = Pool::Mode::Interval, .capacity = 3};
    Occupancy occupancy;
    occupancy.add(u"grotte"_s, {wednesday(), {10, 30}}, 20);
    occupancy.add(u"grotte"_s, {wednesday(), {11, 0}}, 19); // 39 that day, of which there is no number
    occupancy.add(u"jour"_s, {wednesday(), {}}, 50);
    occupancy.intervals[u"barques"_s] = {taken(0, 60, 2), taken(60, 120, 3)};
    CHECK(oversoldVisits(occupancy, catalogue).empty());
    occupancy.add(u"grotte"_s, {wednesday(), {10, 30}}, 2);
    occupancy.add(u"jour"_s, {wednesday(), {}}, 1);
    occupancy.intervals[u"barques"_s].push_back(taken(0, 30, 2));
    occupancy.intervals[u"gone"_s] = {taken(0, 60, 100)}; // a pool that is in no catalogue any more
    const std::vector<OversoldVisit> found = oversoldVisits(occupancy, catalogue);
    REQUIRE(found.size() == 3);
    CHECK(found[0] == OversoldVisit{.pool = LocalizedText{u"Repas"_s}, .visit = {wednesday(), {}}, .sold = 51, .capacity = 50});
    const auto grotte = std::ranges::find(found, LocalizedText{u"Visiteurs"_s}, &OversoldVisit::pool);
    REQUIRE(grotte != found.end());
    CHECK(grotte->visit.slot == QTime{10, 30});
    CHECK(grotte->sold == 22);
    const auto barques = std::ranges::find(found, LocalizedText{u"Barques"_s}, &OversoldVisit::pool);
    REQUIRE(barques != found.end()); // twice, by both that overlap: one line
    CHECK(barques->sold == 4);
}
