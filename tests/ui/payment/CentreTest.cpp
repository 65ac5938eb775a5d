// SPDX-License-Identifier: GPL-3.0-or-later
// Paying while the centre is asked (decisions 23): the window waits for its word, and not for long.
#include "core/usecases/Staff.h"
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
        for (int turn = 0; isHeldBack && turn < 2'000; ++turn) // everything ends
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        if (!isUp)
            return failure(ErrorCode::CentreUnreachable);
        HoldAnswer answer;
        for (const VisitPlaces &places : hold.places)
            answer.granted.push_back(std::min(places.units, places.forced ? places.units : free.load()));
        ++asked;
        return answer;
    }
    Result<GiftDecision> debit(const GiftDebit &) override
    {
        ++debits;
        return failure(ErrorCode::CentreUnreachable);
    }
    Result<CodeDecision> use(const CodeUse &) override { return CodeDecision{.granted = true}; }

    std::atomic<std::chrono::milliseconds> answersAfter = std::chrono::milliseconds{0};
    std::atomic_bool isHeldBack = false;
    std::atomic_bool isUp = true;
    std::atomic_int free = 1'000;
    std::atomic_int asked = 0;
    std::atomic_int debits = 0;
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

TEST_CASE("What the centre lacks a manager forces from the line, with a reason, and it is sold")
{
    OtherEnd centre;
    centre.free = 1;
    SaleDesk desk{Language::French, &centre};
    desk.addAdults(2);
    REQUIRE(desk.waitFor([&] { return warns(desk); }));
    desk.press(u"line."_s + desk.cart->view().cart.lines.front().id.toString());
    desk.press(u"line.move"_s);
    CHECK(desk.text(u"formula.obstacle"_s).contains(u"forcer"_s));
    CHECK_FALSE(desk.button(u"sheet.add"_s)->isEnabled());
    desk.press(u"chip.accord-guide"_s);
    desk.press(u"sheet.add"_s);
    REQUIRE(desk.navigator.refusals.back() == ErrorCode::NeedsApproval);
    desk.ask([](Workplace &workplace) { return Staff{workplace}.approve(u"Ahmed"_s, u"4444"_s).has_value(); });
    desk.navigator.lastRetry();
    REQUIRE(desk.waitFor([&] { return !warns(desk); }));
    CHECK_FALSE(desk.has(u"sheet.add"_s));
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"done.next"_s); }));
    CHECK(desk.countFacts(FactType::Sale) == 1);
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

TEST_CASE("That the centre is asked is said on the key under the cart when it takes long, and nothing moves")
{
    OtherEnd centre;
    centre.isHeldBack = true;
    SaleDesk desk{Language::French, &centre, std::chrono::seconds{20}};
    desk.addAdults(2);
    desk.press(u"pay"_s);
    const QRect before = desk.button(u"validate"_s)->geometry();
    desk.press(u"cash.exact"_s);
    REQUIRE(desk.waitFor([&] { return desk.button(u"validate"_s)->text() == u"La centrale est interrogée…"; }));
    CHECK_FALSE(desk.button(u"validate"_s)->isEnabled());
    CHECK(desk.button(u"validate"_s)->geometry() == before);
    centre.isHeldBack = false;
    REQUIRE(desk.waitFor([&] { return desk.has(u"done.next"_s); }));
    CHECK(desk.countFacts(FactType::Payment) == 1);
}

TEST_CASE("What is keyed while the centre is asked is the next payment; the same key again is the same payment")
{
    OtherEnd centre;
    centre.isHeldBack = true;
    SaleDesk desk{Language::French, &centre, std::chrono::seconds{20}};
    desk.addAdults(2);
    desk.press(u"pay"_s);
    desk.type(u"10"_s);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return); // once is once
    desk.type(u"5"_s);
    desk.key(Qt::Key_Return);
    CHECK(desk.cart->view().payments.empty());
    centre.isHeldBack = false;
    REQUIRE(desk.waitFor([&] { return desk.cart->view().payments.size() == 2; }));
    CHECK(desk.cart->view().payments[0].amount == Money::fromCents(1'000));
    CHECK(desk.cart->view().payments[1].amount == Money::fromCents(500));
}

TEST_CASE("An amount that is typed while the centre is asked is still there when it has answered")
{
    OtherEnd centre;
    centre.isHeldBack = true;
    SaleDesk desk{Language::French, &centre, std::chrono::seconds{20}};
    desk.addAdults(2);
    desk.press(u"pay"_s);
    desk.type(u"10"_s);
    desk.key(Qt::Key_Return);
    desk.type(u"7"_s);
    centre.isHeldBack = false;
    REQUIRE(desk.waitFor([&] { return desk.cart->view().payments.size() == 1; }));
    desk.key(Qt::Key_Return);
    REQUIRE(desk.waitFor([&] { return desk.cart->view().payments.size() == 2; }));
    CHECK(desk.cart->view().payments[1].amount == Money::fromCents(700));
}

TEST_CASE("A gift payment that has stopped waiting asks for no debit any more: nobody would hear the answer")
{
    OtherEnd centre;
    SaleDesk desk{Language::French, &centre};
    desk.cart->performOnLine(
        [](Checkout &checkout, const CommandId &id) { return checkout.sellGift(id, GiftKind::Card, Money::fromCents(500), u"GC-7F3K"_s); });
    desk.settleAll();
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"done.next"_s); }));
    desk.press(u"done.next"_s);
    centre.isHeldBack = true;
    desk.addAdults(2);
    desk.press(u"pay"_s);
    REQUIRE(desk.payment->takeScan(u"GC-7F3K"_s));
    desk.settleAll();
    desk.press(u"gift.pay"_s);
    REQUIRE(desk.waitFor([&] { return desk.cart->view().payments.size() == 1; }));
    centre.isHeldBack = false;
    std::atomic_bool isPassed = false; // what comes after it on that thread
    desk.decisions->settle().then(&desk, [&] { isPassed = true; });
    REQUIRE(desk.waitFor([&] { return isPassed.load(); }));
    CHECK(centre.asked > 0);
    CHECK(centre.debits == 0);
}

TEST_CASE("A scan while the centre is asked changes nothing of what is being paid, and is not lost in silence")
{
    OtherEnd centre;
    centre.isHeldBack = true;
    SaleDesk desk{Language::French, &centre, std::chrono::seconds{20}};
    desk.addAdults(2);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    CHECK(desk.payment->takeScan(u"2900000000018"_s));
    CHECK(desk.navigator.toasts.contains(u"Scan non pris : la centrale est interrogée"_s));
    centre.isHeldBack = false;
    REQUIRE(desk.waitFor([&] { return desk.has(u"done.next"_s); }));
    CHECK(desk.countFacts(FactType::Sale) == 1);
}

} // namespace guichet
