// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/ChargeOutcome.h"
#include "tests/hardware/plugin/PluginFixture.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A till that restarts between a payment and its look-up.
struct Shop : PluginFixture
{
    std::unique_ptr<PluginTerminal> till = driver();
    Money amount = price;

    Result<Charge> found()
    {
        return foundBy([&] { return driver()->lookUp(intent, amount); });
    }

    ChargeOutcome under(const PluginScript &script)
    {
        intent = Id<PaymentIntent>::generate();
        terminal->scriptNext(script);
        ChargeOutcome outcome;
        outcome.charged = till->charge(intent, amount, {}).value().state;
        const auto lookedUp = found();
        REQUIRE(lookedUp);
        outcome.lookedUp = lookedUp->state;
        CHECK(lookedUp->authorised == taken(intent));
        CHECK(terminal->arrivals(intent.toString()) == (script.fault == PluginFault::CutBeforeRead ? 0 : 1));
        return outcome;
    }
};

TEST_CASE_METHOD(Shop, "whatever a library does, the till knows the truth, at once or after a restart")
{
    using enum ChargeState;
    CHECK(under({}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.scenario = PluginScenario::Decline}) == ChargeOutcome{Declined, Declined});
    CHECK(under({.scenario = PluginScenario::Partial}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.scenario = PluginScenario::Tip}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::CutBeforeRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::CutAfterRead}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::CutAfterApproval}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.scenario = PluginScenario::Decline, .fault = PluginFault::CutAfterApproval}) == ChargeOutcome{Unknown, Declined});
    CHECK(under({.fault = PluginFault::DuplicateAnswer}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::WrongId}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::RebootForgetting, .outage = 50ms}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::RebootRemembering, .outage = 50ms}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Busy}) == ChargeOutcome{NotStarted, NotStarted});
    CHECK(under({.fault = PluginFault::InProgress, .outage = 100ms}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Slow, .outage = 100ms}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::CrashBefore}) == ChargeOutcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::CrashAfter}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Flood}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Garbage}) == ChargeOutcome{Unknown, Approved});
    CHECK(log.count(u"the terminal's program is ended"_s) > 0);
}

TEST_CASE_METHOD(Shop, "a library that hangs or is late is ended, and what it took is found")
{
    using enum ChargeState;
    profile.limits.payment = 200ms;
    till = driver();
    CHECK(under({.fault = PluginFault::Hang}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Late, .outage = 1s}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({}) == ChargeOutcome{Approved, Approved}); // the next one has a fresh process
}

TEST_CASE_METHOD(Shop, "money given back stands the same faults")
{
    using enum ChargeState;
    amount = -price;
    CHECK(under({}) == ChargeOutcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::CrashAfter}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::WrongId}) == ChargeOutcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::CutBeforeRead}) == ChargeOutcome{Unknown, NotStarted});
}

} // namespace
} // namespace guichet
