// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/ChargeOutcome.h"
#include "tests/hardware/nexo/NexoFixture.h"

#include <future>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE_METHOD(NexoFixture, "under each fault the till knows the truth, at once or after a restart")
{
    NexoTerminal till = driver();
    const auto under = [&](const NexoScript &script) {
        intent = Id<PaymentIntent>::generate();
        terminal->scriptNext(script);
        ChargeOutcome outcome;
        outcome.charged = till.charge(intent, price, {}).value().state;
        const Charge lookedUp = settled(intent, price);
        outcome.lookedUp = lookedUp.state;
        CHECK(lookedUp.authorised == taken(intent));
        CHECK(terminal->arrivals(nexoServiceId(intent)) == (script.fault == NexoFault::CutBeforeRead ? 0 : 1));
        return outcome;
    };
    using enum ChargeState;
    CHECK(under({}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.scenario = NexoScenario::Decline}) == ChargeOutcome{Declined, Declined});
    CHECK(under({.fault = NexoFault::CutBeforeRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = NexoFault::CutAfterRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = NexoFault::CutAfterApproval}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.scenario = NexoScenario::Decline, .fault = NexoFault::CutAfterApproval}) == ChargeOutcome{Unknown, Declined});
    CHECK(under({.scenario = NexoScenario::Tip, .fault = NexoFault::CutAfterApproval}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = NexoFault::DuplicateAnswer}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = NexoFault::OtherAnswer}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = NexoFault::RebootForgetting}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = NexoFault::RebootRemembering}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = NexoFault::Busy}) == ChargeOutcome{NotStarted, NotStarted});
    CHECK(under({.fault = NexoFault::InProgress, .customer = 100ms}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = NexoFault::Slow, .outage = 100ms}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = NexoFault::WrongHmac}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = NexoFault::Garbage}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = NexoFault::OriginalForgotten}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.scenario = NexoScenario::Decline, .refusal = u"UnreachableHost"_s}) == ChargeOutcome{Unknown, Declined});
    CHECK(under({.scenario = NexoScenario::Decline, .refusal = u"Communication timeout"_s}) == ChargeOutcome{Unknown, Unknown});
}

TEST_CASE_METHOD(NexoFixture, "a reversal that the terminal never got did not happen, and may be asked again")
{
    const NexoFault lost = GENERATE(NexoFault::CutBeforeRead, NexoFault::CutAfterRead, NexoFault::RebootForgetting);
    NexoTerminal till = driver();
    const auto charge = till.charge(intent, price, {});
    const auto task = Id<PaymentIntent>::generate();
    terminal->scriptNext({.fault = lost});
    CHECK(till.reverse(task, price, charge->transaction)->state == ChargeState::Unknown);
    CHECK(settled(task, -price).state == ChargeState::NotStarted);
    const auto again = Id<PaymentIntent>::generate();
    CHECK(till.reverse(again, price, charge->transaction)->authorised == -price);
    CHECK(taken(task).isZero());
    CHECK(taken(again) == -price);
}

TEST_CASE_METHOD(NexoFixture, "what the terminal does not know any more cannot be reversed, which leaves a refund with the card")
{
    NexoTerminal till = driver();
    const auto charge = till.charge(intent, price, {});
    const auto task = Id<PaymentIntent>::generate();
    terminal->scriptNext({.fault = NexoFault::OriginalForgotten});
    CHECK(till.reverse(task, price, charge->transaction)->state == ChargeState::Unknown); // its answer is lost too
    CHECK(settled(task, -price).state == ChargeState::Declined);
    const QString neverWas = u"SIM999999 2026-05-01T09:30:12.000Z"_s;
    CHECK(till.reverse(Id<PaymentIntent>::generate(), price, neverWas)->state == ChargeState::Declined);
    CHECK(terminal->bookings().size() == 1);
}

TEST_CASE_METHOD(NexoFixture, "not found proves nothing while the terminal serves somebody")
{
    profile.limits.lookUp = 100ms;
    terminal->scriptNext({.waitsForCard = true});
    NexoTerminal other = driver();
    auto charge = std::async(std::launch::async, [&] { return other.charge(Id<PaymentIntent>::generate(), price, {}); });
    while (!terminal->isServing())
        std::this_thread::sleep_for(1ms);
    CHECK(settled(intent, price).state == ChargeState::Unknown);
    terminal->presentCard();
    CHECK(charge.get());
    profile.limits.lookUp = 5s;
    CHECK(settled(intent, price).state == ChargeState::NotStarted);
}

TEST_CASE_METHOD(NexoFixture, "not found is asked twice, and the gap is kept")
{
    profile.limits.notFoundGap = 300ms;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(settled(intent, price).state == ChargeState::NotStarted);
    CHECK(std::chrono::steady_clock::now() - begin >= 300ms);
    CHECK(log.count(u"-> {\"SaleToPOIRequest\":{\"MessageHeader\":{\"MessageCategory\":\"TransactionStatus\""_s) == 4);
}

TEST_CASE_METHOD(NexoFixture, "a look-up can be stopped, and a terminal that is away is an error")
{
    profile.limits.statusPause = 1min;
    terminal->scriptNext({.fault = NexoFault::InProgress, .waitsForCard = true});
    NexoTerminal till = driver();
    CHECK(till.charge(intent, price, {})->state == ChargeState::Unknown);
    auto lookUp = std::async(std::launch::async, [&] { return till.lookUp(intent, price); });
    while (log.count(u"\"ErrorCondition\":\"InProgress\""_s) == 0)
        std::this_thread::sleep_for(1ms);
    till.cancel();
    CHECK(lookUp.get()->state == ChargeState::Unknown);
    terminal.reset();
    CHECK(till.lookUp(intent, price).error().code == ErrorCode::TerminalUnavailable);
}

} // namespace
} // namespace guichet
