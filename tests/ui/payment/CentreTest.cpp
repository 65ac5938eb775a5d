// SPDX-License-Identifier: GPL-3.0-or-later
// Paying while the centre is asked (decisions 23): the window waits for its word, and not for long.
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include <atomic>
#include <thread>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// A line on whose other end somebody has so many places, and takes so long to say so.
class OtherEnd : public OnlineDecisions
{
public:
    Result<HoldAnswer> hold(const PlaceHold &hold) override
    {
        std::this_thread::sleep_for(answersAfter.load());
        if (!isUp)
            return failure(ErrorCode::CentreUnreachable);
        HoldAnswer answer;
        for (const VisitPlaces &places : hold.places)
            answer.granted.push_back(std::min(places.units, places.forced ? places.units : free.load()));
        ++asked;
        return answer;
    }
    Result<GiftDecision> debit(const GiftDebit &) override { return failure(ErrorCode::CentreUnreachable); }
    Result<CodeDecision> use(const CodeUse &) override { return CodeDecision{.granted = true}; }

    std::atomic<std::chrono::milliseconds> answersAfter = std::chrono::milliseconds{0};
    std::atomic_bool isUp = true;
    std::atomic_int free = 1'000;
    std::atomic_int asked = 0;
};

bool warns(const SaleDesk &desk)
{
    return !desk.cart->view().places.empty();
}

} // namespace

TEST_CASE("The line is shown at once; the centre is asked meanwhile, and what it lacks is said before payment and refused")
{
    OtherEnd centre;
    centre.free = 1;
    centre.answersAfter = std::chrono::milliseconds{100};
    SaleDesk desk{Language::French, &centre};
    desk.addAdults(2);
    CHECK(desk.cart->view().cart.lines.size() == 1);
    REQUIRE(desk.waitFor([&] { return warns(desk); }));
    CHECK(desk.cart->view().places.front().left == 1);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    REQUIRE(desk.waitFor([&] { return !desk.navigator.refusals.empty(); }));
    CHECK(desk.navigator.refusals.back() == ErrorCode::CapacityFull);
    CHECK(desk.countFacts(FactType::Sale) == 0);
}

TEST_CASE("A payment waits for a centre that says nothing as long as its patience, once, and sells")
{
    OtherEnd centre;
    centre.answersAfter = std::chrono::milliseconds{800};
    SaleDesk desk{Language::French, &centre};
    desk.addAdults(2);
    desk.press(u"pay"_s);
    desk.pressTwice(u"cash.exact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"done.next"_s); }));
    CHECK(desk.countFacts(FactType::Sale) == 1);
    CHECK(desk.countFacts(FactType::Payment) == 1);
}

TEST_CASE("Without a line the till sells on, and says that nobody has confirmed the places")
{
    OtherEnd centre;
    centre.isUp = false;
    SaleDesk desk{Language::French, &centre};
    desk.addAdults(2);
    REQUIRE(desk.waitFor([&] { return warns(desk); }));
    CHECK(desk.cart->view().places.front().state == LinePlaces::State::Unconfirmed);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"done.next"_s); }));
}

} // namespace guichet
