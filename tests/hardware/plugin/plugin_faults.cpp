// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/plugin/PluginFixture.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the till knows after a charge under a fault, and after a restart and a look-up.
struct Outcome
{
    ChargeState charged = ChargeState::Unknown;
    ChargeState lookedUp = ChargeState::Unknown;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

std::ostream &operator<<(std::ostream &out, const Outcome &outcome)
{
    return out << outcome.charged << ", then " << outcome.lookedUp;
}

/// A till that restarts between a payment and its look-up.
struct Shop : PluginFixture
{
    std::unique_ptr<PluginTerminal> till = driver();
    Money amount = price;

    Result<Charge> found()
    {
        for (int tries = 0; tries < 200; ++tries) { // it may be restarting
            if (const auto lookedUp = driver()->lookUp(intent, amount); lookedUp)
                return lookedUp;
            std::this_thread::sleep_for(20ms);
        }
        return failure(ErrorCode::Timeout);
    }

    Outcome under(const PluginScript &script)
    {
        intent = Id<PaymentIntent>::generate();
        terminal->scriptNext(script);
        Outcome outcome;
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
    CHECK(under({}) == Outcome{Approved, Approved});
    CHECK(under({.scenario = PluginScenario::Decline}) == Outcome{Declined, Declined});
    CHECK(under({.scenario = PluginScenario::Partial}) == Outcome{Approved, Approved});
    CHECK(under({.scenario = PluginScenario::Tip}) == Outcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::CutBeforeRead}) == Outcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::CutAfterRead}) == Outcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::CutAfterApproval}) == Outcome{Unknown, Approved});
    CHECK(under({.scenario = PluginScenario::Decline, .fault = PluginFault::CutAfterApproval}) == Outcome{Unknown, Declined});
    CHECK(under({.fault = PluginFault::DuplicateAnswer}) == Outcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::WrongId}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::RebootForgetting, .outage = 50ms}) == Outcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::RebootRemembering, .outage = 50ms}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Busy}) == Outcome{NotStarted, NotStarted});
    CHECK(under({.fault = PluginFault::InProgress, .outage = 100ms}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Slow, .outage = 100ms}) == Outcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::CrashBefore}) == Outcome{Unknown, NotStarted});
    CHECK(under({.fault = PluginFault::CrashAfter}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Flood}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Garbage}) == Outcome{Unknown, Approved});
    CHECK(log.count(u"the terminal's program is ended"_s) > 0);
}

TEST_CASE_METHOD(Shop, "a library that hangs or is late is ended, and what it took is found")
{
    using enum ChargeState;
    profile.limits.payment = 200ms;
    till = driver();
    CHECK(under({.fault = PluginFault::Hang}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::Late, .outage = 1s}) == Outcome{Unknown, Approved});
    CHECK(under({}) == Outcome{Approved, Approved}); // the next one has a fresh process
}

TEST_CASE_METHOD(Shop, "money given back stands the same faults")
{
    using enum ChargeState;
    amount = -price;
    CHECK(under({}) == Outcome{Approved, Approved});
    CHECK(under({.fault = PluginFault::CrashAfter}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::WrongId}) == Outcome{Unknown, Approved});
    CHECK(under({.fault = PluginFault::CutBeforeRead}) == Outcome{Unknown, NotStarted});
}

} // namespace
} // namespace guichet
