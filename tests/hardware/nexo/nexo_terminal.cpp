// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/nexo/NexoFixture.h"

#include <future>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE_METHOD(NexoFixture, "an approved charge says all that the till keeps")
{
    NexoTerminal till = driver();
    const auto charge = till.charge(intent, price, {});
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Approved);
    CHECK(charge->authorised == price);
    CHECK(charge->card.brand == u"bcmc");
    CHECK(charge->card.maskedPan == u"****** **** 4321");
    CHECK(charge->card.entry == u"contactless");
    CHECK(charge->customerSlip.contains(u"TOTAL                    € 12.50"_s));
    CHECK(taken(intent) == price);
    CHECK(terminal->arrivals(nexoServiceId(intent)) == 1);
    CHECK(log.count(u"-> {\"SaleToPOIRequest\":{\"MessageHeader\":{\"MessageCategory\":\"Payment\""_s) == 1);
    CHECK(log.count(u"<- {\"SaleToPOIResponse\""_s) == 1);
    CHECK(log.count(u"p@ssw0rd"_s) == 0);
}

TEST_CASE_METHOD(NexoFixture, "the amount that was authorised is reported, a part or with a tip")
{
    NexoTerminal till = driver();
    terminal->scriptNext({.scenario = NexoScenario::Partial});
    CHECK(till.charge(intent, price, {})->authorised == Money::fromCents(625));
    terminal->scriptNext({.scenario = NexoScenario::Tip});
    CHECK(till.charge(Id<PaymentIntent>::generate(), price, {})->authorised == Money::fromCents(1450));
}

TEST_CASE_METHOD(NexoFixture, "what is declined takes nothing and says why")
{
    NexoTerminal till = driver();
    terminal->scriptNext({.scenario = NexoScenario::Decline, .refusal = u"WrongPIN"_s});
    const auto charge = till.charge(intent, price, {});
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Declined);
    CHECK(charge->text == u"WrongPIN: Declined by the simulation");
    CHECK(till.charge(Id<PaymentIntent>::generate(), Money::fromCents(1205), {})->state == ChargeState::Declined);
    CHECK(terminal->bookings().empty());
}

TEST_CASE_METHOD(NexoFixture, "a refund gives back, and a late approval is reversed once")
{
    NexoTerminal till = driver();
    CHECK(till.charge(intent, -price, {})->authorised == -price);
    const auto sold = Id<PaymentIntent>::generate();
    const auto charge = till.charge(sold, price, {});
    const auto task = Id<PaymentIntent>::generate();
    const auto reversed = till.reverse(task, price, charge->transaction);
    REQUIRE(reversed);
    CHECK(reversed->state == ChargeState::Approved);
    CHECK(reversed->authorised == -price);
    CHECK(settled(task, price).authorised == -price);
    CHECK(till.reverse(Id<PaymentIntent>::generate(), price, charge->transaction)->state == ChargeState::Declined);
    CHECK(till.reverse(Id<PaymentIntent>::generate(), price, u"nonsense"_s).error().code == ErrorCode::InvalidInput);
    REQUIRE(terminal->bookings().size() == 3);
    CHECK(terminal->bookings()[2].kind == NexoBooking::Kind::Reversal);
}

TEST_CASE_METHOD(NexoFixture, "a reversal whose answer is lost is looked up as one")
{
    NexoTerminal till = driver();
    const auto charge = till.charge(intent, price, {});
    const auto task = Id<PaymentIntent>::generate();
    terminal->scriptNext({.fault = NexoFault::CutAfterApproval});
    CHECK(till.reverse(task, price, charge->transaction)->state == ChargeState::Unknown);
    CHECK(settled(task, price).authorised == -price);
}

TEST_CASE_METHOD(NexoFixture, "totals show what was counted, the end of the day empties them")
{
    NexoTerminal till = driver();
    REQUIRE(till.charge(intent, price, {}));
    REQUIRE(till.charge(Id<PaymentIntent>::generate(), Money::fromCents(-250), {}));
    const TerminalTotals counted{{{.brand = u"bcmc"_s, .count = 2, .amount = Money::fromCents(1000)}}};
    CHECK(till.totals(false) == counted);
    CHECK(till.totals(true) == counted);
    CHECK(till.totals(false) == TerminalTotals{});
}

TEST_CASE_METHOD(NexoFixture, "a diagnosis says ready, busy or gone")
{
    NexoTerminal till = driver();
    CHECK(till.diagnose() == u"OK"_s);
    terminal->scriptNext({.waitsForCard = true});
    NexoTerminal other = driver();
    auto charge = std::async(std::launch::async, [&] { return other.charge(intent, price, {}); });
    while (!terminal->isServing())
        std::this_thread::sleep_for(1ms);
    CHECK(till.diagnose().error().code == ErrorCode::TerminalBusy);
    CHECK(till.charge(Id<PaymentIntent>::generate(), price, {})->state == ChargeState::NotStarted);
    terminal->presentCard();
    CHECK(charge.get()->state == ChargeState::Approved);
    terminal.reset();
    CHECK(till.diagnose().error().code == ErrorCode::TerminalUnavailable);
}

TEST_CASE_METHOD(NexoFixture, "an error from a charge means that nothing was sent")
{
    NexoTerminal till = driver();
    CHECK(till.charge(intent, {}, {}).error().code == ErrorCode::InvalidInput);
    terminal.reset();
    CHECK(till.charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    profile.key.passphrase.clear();
    CHECK(driver().charge(intent, price, {}).error().code == ErrorCode::InvalidInput);
}

TEST_CASE_METHOD(NexoFixture, "cancelling asks the terminal to stop and waits for its word")
{
    const auto cancelled = [this](const NexoScript &script) {
        terminal->scriptNext(script);
        NexoTerminal till = driver();
        auto charge = std::async(std::launch::async, [&] { return till.charge(intent, price, {}); });
        while (!terminal->isServing())
            std::this_thread::sleep_for(1ms);
        till.cancel();
        return charge.get();
    };
    CHECK(cancelled({.waitsForCard = true})->state == ChargeState::Declined);
    CHECK(taken(intent).isZero());
    const auto tooLate = cancelled({.fault = NexoFault::AbortTooLate, .waitsForCard = true});
    CHECK(tooLate->state == ChargeState::Approved);
    CHECK(taken(intent) == price);
}

TEST_CASE_METHOD(NexoFixture, "a customer who takes too long is aborted")
{
    profile.limits.payment = 200ms;
    terminal->scriptNext({.waitsForCard = true});
    NexoTerminal till = driver();
    CHECK(till.charge(intent, price, {})->state == ChargeState::Declined);
    CHECK(log.count(u"\"AbortReason\":\"MerchantAbort\""_s) == 1);
    CHECK(taken(intent).isZero());
}

TEST_CASE_METHOD(NexoFixture, "the prompts of the terminal reach the cashier while the charge runs")
{
    profile.noticePort = quint16{0};
    NexoTerminal till = driver();
    REQUIRE(till.noticePort() != 0);
    terminal->sendNoticesTo(till.noticePort());
    terminal->scriptNext({.waitsForCard = true});
    QStringList prompts;
    const auto caller = std::this_thread::get_id();
    const auto charge = till.charge(intent, price, [&](const QString &prompt) {
        CHECK(std::this_thread::get_id() == caller);
        prompts.push_back(prompt);
        terminal->presentCard();
    });
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Approved);
    CHECK(prompts == QStringList{u"TENDER_CREATED"_s});
}

TEST_CASE_METHOD(NexoFixture, "a driver that follows another listens on the same port as soon as that one is gone")
{
    profile.noticePort = quint16{0};
    auto before = std::make_unique<NexoTerminal>(profile, log, clock);
    profile.noticePort = before->noticePort();
    const NexoTerminal after{profile, log, clock};
    CHECK(after.noticePort() == 0);
    CHECK(log.count(u"no notices: "_s) == 1);
    before.reset();
    for (int tries = 0; after.noticePort() == 0; ++tries) {
        REQUIRE(tries < 5000);
        std::this_thread::sleep_for(1ms);
    }
    CHECK(after.noticePort() == *profile.noticePort);
}

TEST_CASE_METHOD(NexoFixture, "keys that differ are noticed by the test of the terminal, in its words")
{
    profile.key.passphrase = u"another"_s;
    CHECK(driver().diagnose().error().code == ErrorCode::DeviceAnswerInvalid);
    CHECK(log.count(u"cannot+read+it"_s) == 1);
    CHECK(driver().charge(intent, price, {})->state == ChargeState::Unknown);
    CHECK(terminal->bookings().empty());
}

} // namespace
} // namespace guichet
