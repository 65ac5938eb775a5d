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
        const auto lookedUp = driver().lookUp(intent, price);
        REQUIRE(lookedUp);
        outcome.lookedUp = lookedUp->state;
        CHECK(lookedUp->authorised == taken(intent));
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
    CHECK(under({.scenario = NexoScenario::Decline, .refusal = u"UnreachableHost"_s}) == ChargeOutcome{Unknown, Declined});
    CHECK(under({.scenario = NexoScenario::Decline, .refusal = u"Communication timeout"_s}) == ChargeOutcome{Unknown, Unknown});
}

TEST_CASE_METHOD(NexoFixture, "not found proves nothing while the terminal serves somebody")
{
    profile.limits.lookUp = 100ms;
    terminal->scriptNext({.waitsForCard = true});
    NexoTerminal other = driver();
    auto charge = std::async(std::launch::async, [&] { return other.charge(Id<PaymentIntent>::generate(), price, {}); });
    while (!terminal->isServing())
        std::this_thread::sleep_for(1ms);
    CHECK(driver().lookUp(intent, price)->state == ChargeState::Unknown);
    terminal->presentCard();
    CHECK(charge.get());
    profile.limits.lookUp = 5s;
    CHECK(driver().lookUp(intent, price)->state == ChargeState::NotStarted);
}

TEST_CASE_METHOD(NexoFixture, "not found is asked twice, and the gap is kept")
{
    profile.limits.notFoundGap = 300ms;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(driver().lookUp(intent, price)->state == ChargeState::NotStarted);
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
