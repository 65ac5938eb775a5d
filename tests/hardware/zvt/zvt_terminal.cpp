// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/ChargeOutcome.h"
#include "tests/hardware/zvt/ZvtFixture.h"

#include <future>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE_METHOD(ZvtFixture, "an approved charge says all that the till keeps")
{
    QStringList prompts;
    const auto charge = driver().charge(intent, price, [&prompts](const QString &prompt) { prompts.push_back(prompt); });
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Approved);
    CHECK(charge->authorised == price);
    CHECK(charge->reference == u"700001");
    CHECK(charge->transaction == u"0001");
    CHECK(charge->card.brand == u"Bancontact");
    CHECK(charge->card.maskedPan == u"************4321");
    CHECK(charge->card.entry == u"contactless");
    CHECK(charge->card.terminalId == u"29001234");
    CHECK(charge->card.merchantId == u"123456789");
    CHECK(charge->card.at.secsTo(clock.now()) < 10);
    CHECK(charge->customerSlip.contains(u"Reçu nº 0001"_s));
    CHECK(charge->customerSlip.last().trimmed() == u"Client");
    CHECK(charge->merchantSlip.last().trimmed() == u"Commerçant");
    CHECK_FALSE(charge->signatureRequired);
    CHECK(prompts == QStringList{u"Présentez la carte"_s, u"WAIT_FOR_HOST"_s});
    CHECK(taken() == price);
    CHECK(terminal->arrivals() == 1);
}

TEST_CASE_METHOD(ZvtFixture, "codes without words become names of steps for the cashier's screen")
{
    settings.showsWords = false;
    restart();
    QStringList prompts;
    REQUIRE(driver().charge(intent, price, [&prompts](const QString &prompt) { prompts.push_back(prompt); }));
    CHECK(prompts == QStringList{u"PROVIDE_CARD_DETAILS"_s, u"WAIT_FOR_HOST"_s});
}

TEST_CASE_METHOD(ZvtFixture, "the log has every message and no card, even from a terminal that sends whole numbers")
{
    settings.sendsWholeCardNumber = true;
    restart();
    REQUIRE(driver().charge(intent, price, {}));
    CHECK(log.count(u"-> 06 00 1A ** ** ** BE 09 78"_s) == 1);
    CHECK(log.count(u"-> 06 20 05 ** ** ** 03 03"_s) == 1);
    CHECK(log.count(u"-> 06 01 0C 04 00 00 00 00 12 50 49 09 78 19 40"_s) == 1);
    CHECK(log.count(u"<- 04 0F"_s) == 1);
    CHECK(log.count(u"<- 06 0F"_s) == 3);
    CHECK(log.count(u"22 F0 F8 ** ** ** ** ** ** 43 21"_s) == 1);
    CHECK(log.count(u"67 03"_s) == 0);
    CHECK(log.count(u"zvt: PROVIDE_CARD_DETAILS Présentez la carte"_s) == 1);
}

TEST_CASE_METHOD(ZvtFixture, "everything that the terminal says is acknowledged, and kept before")
{
    REQUIRE(driver().charge(intent, price, {}));
    const auto heard = log.count(u"<- 04"_s) + log.count(u"<- 06"_s);
    CHECK(log.count(u"-> 80 00 00"_s) == heard);
    const auto record = ZvtMemory{memory, log}.find(intent);
    REQUIRE(record);
    CHECK(record->answer == ZvtRecord::Answer{.receipt = 1, .amount = price, .isApproval = true});
}

TEST_CASE_METHOD(ZvtFixture, "what is declined takes nothing and says why")
{
    terminal->scriptNext({.scenario = ZvtScenario::Decline, .refusal = 0x7A});
    const auto charge = driver().charge(intent, price, {});
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Declined);
    CHECK(charge->text.startsWith(u"7A: card unknown, Carte refusée"));
    CHECK(driver().charge(Id<PaymentIntent>::generate(), Money::fromCents(1205), {})->state == ChargeState::Declined);
    CHECK(taken().isZero());
}

TEST_CASE_METHOD(ZvtFixture, "the amount that was authorised is reported, with a tip or a part")
{
    terminal->scriptNext({.scenario = ZvtScenario::Tip});
    CHECK(driver().charge(intent, price, {})->authorised == Money::fromCents(1450));
    terminal->scriptNext({.scenario = ZvtScenario::Partial});
    CHECK(driver().charge(Id<PaymentIntent>::generate(), price, {})->state == ChargeState::Declined); // we had not said that we take parts
    profile.takesPartialApprovals = true;
    terminal->scriptNext({.scenario = ZvtScenario::Partial});
    CHECK(driver().charge(Id<PaymentIntent>::generate(), price, {})->authorised == Money::fromCents(625));
    CHECK(taken() == Money::fromCents(2075));
}

TEST_CASE_METHOD(ZvtFixture, "a refund gives back, and a late approval is reversed once")
{
    ZvtTerminal till = driver();
    CHECK(till.charge(intent, -price, {})->authorised == -price);
    const auto charge = till.charge(Id<PaymentIntent>::generate(), price, {});
    const auto task = Id<PaymentIntent>::generate();
    const auto wrong = till.reverse(Id<PaymentIntent>::generate(), Money::fromCents(1), charge->transaction);
    CHECK(wrong->state == ChargeState::Declined);
    const auto reversed = till.reverse(task, price, charge->transaction);
    REQUIRE(reversed);
    CHECK(reversed->state == ChargeState::Approved);
    CHECK(reversed->authorised == -price);
    CHECK(driver().lookUp(task, price)->authorised == -price);
    const auto again = till.reverse(Id<PaymentIntent>::generate(), price, charge->transaction);
    CHECK(again->state == ChargeState::Declined);
    CHECK(again->text.startsWith(u"B4: already reversed"));
    CHECK(till.reverse(task, price, u"nonsense"_s).error().code == ErrorCode::InvalidInput);
    CHECK(till.reverse(task, price, u"0"_s).error().code == ErrorCode::InvalidInput);
    CHECK(taken() == -price);
}

TEST_CASE_METHOD(ZvtFixture, "a reversal whose answer is lost is looked up as one")
{
    settings.reversesWhenNotAcknowledged = false;
    restart();
    const auto charge = driver().charge(intent, price, {});
    const auto task = Id<PaymentIntent>::generate();
    terminal->scriptNext({.fault = ZvtFault::CutAfterApproval});
    CHECK(driver().reverse(task, price, charge->transaction)->state == ChargeState::Unknown);
    CHECK(driver().lookUp(task, price)->authorised == -price);
    CHECK(taken().isZero());
}

TEST_CASE_METHOD(ZvtFixture, "totals show what was counted, the end of the day empties them and keeps its paper")
{
    ZvtTerminal till = driver();
    REQUIRE(till.charge(intent, price, {}));
    REQUIRE(till.charge(Id<PaymentIntent>::generate(), Money::fromCents(-250), {}));
    const TerminalTotals counted{{{.brand = u"other"_s, .count = 2, .amount = Money::fromCents(1000)}}};
    CHECK(till.totals(false) == counted);
    const auto closed = till.totals(true);
    REQUIRE(closed);
    CHECK(closed->rows == counted.rows);
    CHECK(closed->slip.contains(u"Terminal 29001234"_s));
    CHECK(till.totals(false) == TerminalTotals{});
}

TEST_CASE_METHOD(ZvtFixture, "a diagnosis says ready or why not, and makes good what the terminal asks for")
{
    CHECK(driver().diagnose() == u"ready, software GUICHET 1"_s);
    terminal->setState(0xDC);
    CHECK(driver().diagnose() == u"DC: card inserted, software GUICHET 1"_s);
    for (const quint8 state : {quint8{0xC2}, quint8{0x51}}) {
        terminal->setState(state);
        CHECK(driver().diagnose() == u"ready, software GUICHET 1"_s);
    }
    CHECK(log.count(u"-> 06 70 00"_s) == 1);
    CHECK(log.count(u"-> 06 93 03 ** ** **"_s) == 1);
    terminal->setState(0x9C);
    CHECK(driver().diagnose().error().code == ErrorCode::TerminalBusy);
    terminal->setState(0xF0);
    CHECK(driver().diagnose().error().code == ErrorCode::TerminalUnavailable);
    CHECK(driver().logOff());
    terminal.reset();
    CHECK(driver().diagnose().error().code == ErrorCode::TerminalUnavailable);
    CHECK(driver().logOff().error().code == ErrorCode::TerminalUnavailable);
}

TEST_CASE_METHOD(ZvtFixture, "an error from a charge means that nothing was sent")
{
    CHECK(driver().charge(intent, {}, {}).error().code == ErrorCode::InvalidInput);
    memory.isFull = true;
    CHECK(driver().charge(intent, price, {}).error().code == ErrorCode::FileFailed);
    memory.isFull = false;
    profile.password = u"999999"_s;
    CHECK(driver().charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    profile.password = u"?"_s;
    CHECK(driver().charge(intent, price, {}).error().code == ErrorCode::InvalidInput);
    CHECK(terminal->arrivals() == 0);
    profile = terminal->profile();
    terminal.reset();
    CHECK(driver().charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    CHECK(driver().lookUp(intent, price)->state == ChargeState::Unknown); // nothing was ever remembered
}

TEST_CASE_METHOD(ZvtFixture, "an old terminal prints line by line and in its own letters")
{
    settings.writesUtf8 = false;
    restart();
    profile.usesContainers = false;
    const auto charge = driver().charge(intent, price, {});
    REQUIRE(charge);
    CHECK(log.count(u"<- 06 D1"_s) == 10);
    CHECK(log.count(u"<- 06 D3"_s) == 0);
    CHECK(charge->customerSlip.contains(u"Reçu nº 0001"_s));
    CHECK(charge->merchantSlip.last() == u" Commerçant");
}

TEST_CASE_METHOD(ZvtFixture, "cancelling asks the terminal to stop and waits for its word")
{
    const auto cancelled = [this](const ZvtScript &script) {
        terminal->scriptNext(script);
        ZvtTerminal till = driver();
        auto charge = std::async(std::launch::async, [&] { return till.charge(Id<PaymentIntent>::generate(), price, {}); });
        while (!terminal->isServing())
            std::this_thread::sleep_for(1ms);
        till.cancel();
        return charge.get();
    };
    const auto inTime = cancelled({.waitsForCard = true});
    CHECK(inTime->state == ChargeState::Declined);
    CHECK(inTime->text.startsWith(u"6C"));
    CHECK(taken().isZero());
    const auto tooLate = cancelled({.fault = ZvtFault::AbortTooLate, .waitsForCard = true});
    CHECK(tooLate->state == ChargeState::Approved);
    CHECK(taken() == price);
    CHECK(log.count(u"<- 84 83 00"_s) == 1);
}

TEST_CASE_METHOD(ZvtFixture, "a customer who takes too long is aborted")
{
    profile.limits.command = 200ms;
    terminal->scriptNext({.waitsForCard = true});
    CHECK(driver().charge(intent, price, {})->state == ChargeState::Declined);
    CHECK(log.count(u"-> 06 B0 00"_s) == 1);
    CHECK(taken().isZero());
}

TEST_CASE_METHOD(ZvtFixture, "the terminal may ask for more time than usual")
{
    profile.limits.completion = 150ms; // it says three minutes with each word
    profile.limits.minute = 300ms;
    terminal->scriptNext({.customer = 400ms});
    CHECK(driver().charge(intent, price, {})->state == ChargeState::Approved);
    profile.limits.minute = 1ms;
    terminal->scriptNext({.customer = 400ms});
    CHECK(driver().charge(Id<PaymentIntent>::generate(), price, {})->state == ChargeState::Declined);
}

struct FaultFixture : ZvtFixture
{
    /// Charges with one driver and looks up with a fresh one; both must agree with the terminal's books.
    ChargeOutcome under(const ZvtScript &script, Money amount = price)
    {
        REQUIRE(driver().charge(Id<PaymentIntent>::generate(), amount, {})->state == ChargeState::Approved); // the transaction before
        const Money before = taken();
        const int arrivals = terminal->arrivals();
        intent = Id<PaymentIntent>::generate();
        terminal->scriptNext(script);
        ChargeOutcome outcome;
        const auto charge = driver().charge(intent, amount, {});
        REQUIRE(charge);
        outcome.charged = charge->state;
        std::this_thread::sleep_for(10 * script.outage); // until it is back
        const auto lookedUp = foundBy([&] { return driver().lookUp(intent, amount); });
        REQUIRE(lookedUp);
        outcome.lookedUp = lookedUp->state;
        if (outcome.charged != ChargeState::Unknown)
            CHECK(charge->authorised == taken() - before);
        if (outcome.lookedUp != ChargeState::Unknown)
            CHECK(lookedUp->authorised == taken() - before);
        CHECK(terminal->arrivals() - arrivals == (script.fault == ZvtFault::CutBeforeRead ? 0 : 1));
        return outcome;
    }
};

TEST_CASE_METHOD(FaultFixture, "under each fault the till knows the truth, at a terminal that reverses what is not acknowledged")
{
    using enum ChargeState;
    CHECK(under({}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.scenario = ZvtScenario::Decline}) == ChargeOutcome{Declined, Declined});
    CHECK(under({.scenario = ZvtScenario::Tip}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = ZvtFault::CutBeforeRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::CutAfterRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::CutAfterApproval}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::NotAcknowledged}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::CutAfterStore}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.scenario = ZvtScenario::Tip, .fault = ZvtFault::CutAfterStore}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.scenario = ZvtScenario::Decline, .fault = ZvtFault::CutAfterStore}) == ChargeOutcome{Unknown, Declined});
    CHECK(under({.fault = ZvtFault::DuplicateAnswer}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = ZvtFault::RebootForgetting, .outage = 20ms}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::RebootRemembering, .outage = 20ms}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::Busy}) == ChargeOutcome{NotStarted, NotStarted});
    CHECK(under({.fault = ZvtFault::InProgress, .customer = 100ms}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::Slow, .outage = 50ms}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = ZvtFault::Garbage}) == ChargeOutcome{Unknown, NotStarted});
}

TEST_CASE_METHOD(FaultFixture, "under each fault the till knows the truth, at a terminal that leaves it to the till")
{
    settings.reversesWhenNotAcknowledged = false;
    restart();
    using enum ChargeState;
    CHECK(under({.fault = ZvtFault::CutAfterRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::CutAfterApproval}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = ZvtFault::NotAcknowledged}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.scenario = ZvtScenario::Tip, .fault = ZvtFault::NotAcknowledged}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.scenario = ZvtScenario::Decline, .fault = ZvtFault::NotAcknowledged}) == ChargeOutcome{Unknown, Declined});
    CHECK(under({.fault = ZvtFault::CutAfterApproval}, -price) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = ZvtFault::RebootRemembering, .outage = 20ms}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = ZvtFault::InProgress, .customer = 100ms}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = ZvtFault::Garbage}) == ChargeOutcome{Unknown, Approved});
}

TEST_CASE_METHOD(FaultFixture, "a result that says another amount, or is another's, is not booked but looked up")
{
    using enum ChargeState;
    CHECK(under({.fault = ZvtFault::OtherPayment}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = ZvtFault::OtherAmount}) == ChargeOutcome{Unknown, Approved});
}

TEST_CASE_METHOD(FaultFixture, "a terminal that numbers no refusals is understood, too")
{
    settings.numbersRefusals = false;
    restart();
    using enum ChargeState;
    CHECK(under({.scenario = ZvtScenario::Decline}) == ChargeOutcome{Declined, NotStarted});
    CHECK(under({.scenario = ZvtScenario::Decline, .fault = ZvtFault::CutAfterApproval}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = ZvtFault::CutAfterStore}) == ChargeOutcome{Unknown, Approved});
}

TEST_CASE_METHOD(FaultFixture, "a terminal whose clock is wrong is understood once it has approved something")
{
    settings.clockAhead = 3h;
    restart();
    CHECK(under({.fault = ZvtFault::CutAfterStore}) == ChargeOutcome{ChargeState::Unknown, ChargeState::Approved});
    CHECK(ZvtMemory{memory, log}.clock() > 2h);
}

TEST_CASE_METHOD(ZvtFixture, "the first payment of a terminal can be looked up, too")
{
    terminal->scriptNext({.fault = ZvtFault::CutAfterRead});
    CHECK(driver().charge(intent, price, {})->state == ChargeState::Unknown);
    CHECK(driver().lookUp(intent, price)->state == ChargeState::NotStarted);
    terminal->scriptNext({.fault = ZvtFault::CutAfterStore});
    const auto second = Id<PaymentIntent>::generate();
    CHECK(driver().charge(second, price, {})->state == ChargeState::Unknown);
    const auto found = driver().lookUp(second, price);
    CHECK(found->state == ChargeState::Approved);
    CHECK(found->customerSlip.contains(u"Reçu nº 0001"_s));
    CHECK(found->card.receiptNumber == u"0001");
    CHECK(driver().lookUp(second, Money::fromCents(1))->state == ChargeState::Unknown); // that was not what was sent
}

TEST_CASE_METHOD(ZvtFixture, "what was never sent is known not to have started")
{
    REQUIRE(driver().charge(intent, price, {}));
    CHECK(driver().lookUp(Id<PaymentIntent>::generate(), price)->state == ChargeState::NotStarted);
    CHECK(terminal->arrivals() == 1);
}

TEST_CASE_METHOD(ZvtFixture, "unchanged is asked twice, the gap is kept, and the terminal must be idle")
{
    terminal->scriptNext({.fault = ZvtFault::CutBeforeRead});
    CHECK(driver().charge(intent, price, {})->state == ChargeState::Unknown);
    profile.limits.notFoundGap = 300ms;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(driver().lookUp(intent, price)->state == ChargeState::NotStarted);
    CHECK(std::chrono::steady_clock::now() - begin >= 300ms);
    profile.limits.notFoundGap = 5ms;
    profile.limits.lookUp = 100ms;
    terminal->setState(0x9C);
    CHECK(driver().lookUp(intent, price)->state == ChargeState::Unknown);
}

TEST_CASE_METHOD(ZvtFixture, "a look-up can be stopped, and a terminal that is away is an error")
{
    profile.limits.busy = 1min;
    terminal->scriptNext({.fault = ZvtFault::InProgress, .waitsForCard = true});
    ZvtTerminal till = driver();
    CHECK(till.charge(intent, price, {})->state == ChargeState::Unknown);
    auto lookUp = std::async(std::launch::async, [&] { return till.lookUp(intent, price); });
    while (log.count(u"<- 84 9C 00"_s) == 0)
        std::this_thread::sleep_for(1ms);
    till.cancel();
    CHECK(lookUp.get()->state == ChargeState::Unknown);
    CHECK(till.charge(Id<PaymentIntent>::generate(), price, {}).error().code == ErrorCode::TerminalBusy);
    terminal.reset();
    CHECK(till.lookUp(intent, price).error().code == ErrorCode::TerminalUnavailable);
}

} // namespace
} // namespace guichet
