// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/opi/OpiFixture.h"

#include <QElapsedTimer>

/// Each fault of hardware.md §10: what the till believes against what the terminal really did.
namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One payment went well before, as on most days.
struct BusyDay : OpiFixture
{
    explicit BusyDay(const SimulatedOpiSettings &settings) : OpiFixture{settings}
    {
        REQUIRE(charge(newIntent(), Money::fromCents(500)).state == ChargeState::Approved);
    }
};

/// What a payment with that fault is at first, and what the same or a fresh driver finds out.
struct Outcome
{
    OpiFault fault;
    ChargeState first;
    ChargeState found;
};

TEST_CASE("after each fault the till finds out what the terminal did, also when it was restarted in between")
{
    const auto [fault, first, found] = GENERATE(Outcome{OpiFault::CutBeforeRead, ChargeState::Unknown, ChargeState::NotStarted},
                                                Outcome{OpiFault::CutAfterRead, ChargeState::Unknown, ChargeState::Declined},
                                                Outcome{OpiFault::CutAfterApproval, ChargeState::Unknown, ChargeState::Approved},
                                                Outcome{OpiFault::DuplicateAnswer, ChargeState::Approved, ChargeState::Approved},
                                                Outcome{OpiFault::OtherAnswer, ChargeState::Unknown, ChargeState::Approved},
                                                Outcome{OpiFault::Reboot, ChargeState::Unknown, ChargeState::NotStarted},
                                                Outcome{OpiFault::InProgress, ChargeState::Unknown, ChargeState::Approved},
                                                Outcome{OpiFault::Slow, ChargeState::Approved, ChargeState::Approved},
                                                Outcome{OpiFault::Garbage, ChargeState::Unknown, ChargeState::Approved},
                                                Outcome{OpiFault::EndlessFrame, ChargeState::Unknown, ChargeState::Approved},
                                                Outcome{OpiFault::RebootRemembering, ChargeState::Unknown, ChargeState::Approved},
                                                Outcome{OpiFault::AbortTooLate, ChargeState::Approved, ChargeState::Approved});
    const bool restarts = GENERATE(false, true);
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    CAPTURE(static_cast<int>(fault), restarts);
    till.terminal->scriptNext({.fault = fault, .outage = 100ms});
    CHECK(till.charge(intent, price).state == first);
    if (restarts)
        till.restart();
    const bool isAway = fault == OpiFault::Reboot || fault == OpiFault::RebootRemembering;
    while (isAway && !till.driver->diagnose())
        QThread::msleep(10);
    const Charge looked = till.lookUp(intent, price);
    CHECK(looked.state == found);
    CHECK(looked.authorised == till.taken(intent));
    CHECK(looked.authorised == (found == ChargeState::Approved ? price : Money{}));
    CHECK(looked.customerSlip.isEmpty() == (found != ChargeState::Approved));
    CHECK(till.terminal->arrivals(opiRequestId(intent)) <= 1);                         // never sent twice
    CHECK(till.charge(OpiFixture::newIntent(), price).state == ChargeState::Approved); // life goes on
}

TEST_CASE("a terminal that is busy has not started; the till does not try again by itself")
{
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::Busy});
    CHECK(till.charge(intent, price).state == ChargeState::NotStarted);
    CHECK(till.terminal->arrivals(opiRequestId(intent)) == 1);
    CHECK(till.taken(intent) == Money{});
}

TEST_CASE("a terminal that was not available is left alone for a while")
{
    BusyDay till{anyDialect()};
    till.profile.limits.unavailable = 300ms;
    till.restart();
    till.terminal->scriptNext({.fault = OpiFault::Busy});
    CHECK(till.charge(OpiFixture::newIntent(), price).state == ChargeState::NotStarted);
    QElapsedTimer waited;
    waited.start();
    CHECK(till.charge(OpiFixture::newIntent(), price).state == ChargeState::Approved);
    CHECK(waited.elapsed() > 250);
}

TEST_CASE("logged out, the till logs in and sends the same request once more")
{
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::LoggedOut});
    CHECK(till.charge(intent, price).state == ChargeState::Approved);
    CHECK(till.terminal->arrivals(opiRequestId(intent)) == 2);
    CHECK(till.taken(intent) == price);
}

TEST_CASE("a ticket that was not delivered is printed before the next payment")
{
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::PrintLastTicket});
    const Charge charge = till.charge(intent, price);
    CHECK(charge.state == ChargeState::Approved);
    CHECK(charge.customerSlip.size() == 5);
    CHECK(till.log.count(u"RequestType=\"TicketReprint\" ApplicationSender"_s) == 1);
    CHECK(till.taken(intent) == price);
}

TEST_CASE("no approval is lost or invented when the decline is lost")
{
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.scenario = OpiScenario::Decline, .fault = OpiFault::CutAfterApproval});
    CHECK(till.charge(intent, price).state == ChargeState::Unknown);
    CHECK(till.lookUp(intent, price).state == ChargeState::Declined);
}

TEST_CASE("a refund that was lost is looked up as one")
{
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::CutAfterApproval});
    CHECK(till.charge(intent, -price).state == ChargeState::Unknown);
    CHECK(till.lookUp(intent, price).state == ChargeState::Unknown); // there is no such payment
    CHECK(till.lookUp(intent, -price).authorised == -price);
}

TEST_CASE("a reversal that was lost is looked up, and not sent again")
{
    BusyDay till{anyDialect()};
    const Charge late = till.charge(OpiFixture::newIntent(), price);
    const auto task = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::CutAfterApproval});
    CHECK(till.driver->reverse(task, price, late.transaction)->state == ChargeState::Unknown);
    CHECK(till.lookUp(task, -price).authorised == -price);
    CHECK(till.taken(task) == -price);
}

TEST_CASE("where the terminal does not say whose answer it repeats, only a ticket that fits in everything is believed")
{
    SimulatedOpiSettings settings = anyDialect();
    settings.namesOriginal = false;
    BusyDay till{settings};
    const auto intent = OpiFixture::newIntent();

    till.terminal->scriptNext({.fault = OpiFault::CutAfterApproval});
    CHECK(till.charge(intent, price).state == ChargeState::Unknown);
    CHECK(till.lookUp(intent, price + Money::fromCents(1)).state == ChargeState::Unknown);
    const Charge found = till.lookUp(intent, price);
    CHECK(found.state == ChargeState::Approved);
    CHECK(found.authorised == price);
    CHECK(found.customerSlip.size() == 5);
    till.restart(); // between the answer and the ledger
    CHECK(till.lookUp(intent, price).state == ChargeState::Approved);

    const auto lost = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::CutBeforeRead});
    CHECK(till.charge(lost, price).state == ChargeState::Unknown);
    CHECK(till.lookUp(lost, price).state == ChargeState::Unknown); // the ticket is that of the payment before
}

TEST_CASE("after a doubt that was never settled no ticket is believed")
{
    SimulatedOpiSettings settings;
    settings.namesOriginal = false;
    BusyDay till{settings};
    till.terminal->scriptNext({.fault = OpiFault::CutAfterApproval});
    CHECK(till.charge(OpiFixture::newIntent(), price).state == ChargeState::Unknown); // a person decides that one
    const auto next = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::CutBeforeRead});
    CHECK(till.charge(next, price).state == ChargeState::Unknown);
    CHECK(till.lookUp(next, price).state == ChargeState::Unknown); // the last ticket fits, but is that of the first
    CHECK(till.taken(next) == Money{});
}

TEST_CASE("a doubt shows what the electronic journal said")
{
    SimulatedOpiSettings settings;
    settings.namesOriginal = false;
    OpiFixture till{settings}; // no ticket is known: none can be newer
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::CutAfterApproval});
    CHECK(till.charge(intent, price).state == ChargeState::Unknown);
    till.restart();
    const Charge doubt = till.lookUp(intent, price);
    CHECK(doubt.state == ChargeState::Unknown);
    CHECK(doubt.reference == u"100000");
    CHECK(doubt.text.contains(u"24.00"));
}

TEST_CASE("a payment that goes on for longer than anybody asks stays unknown, and can be asked again")
{
    BusyDay till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.profile.limits.lookUp = 100ms;
    till.restart();
    till.terminal->scriptNext({.fault = OpiFault::InProgress, .outage = 600ms});
    CHECK(till.charge(intent, price).state == ChargeState::Unknown);
    CHECK(till.lookUp(intent, price).state == ChargeState::Unknown);
    while (till.terminal->isServing())
        QThread::msleep(5);
    CHECK(till.lookUp(intent, price).authorised == price);
}

TEST_CASE("when the time is over the terminal is asked to stop; an approval that comes too late is found")
{
    BusyDay till{anyDialect()};
    till.profile.limits.inactivity = 100ms;
    till.profile.limits.afterAbort = 250ms;
    till.restart();
    const auto forgotten = OpiFixture::newIntent();
    till.terminal->scriptNext({.waitsForCard = true});
    CHECK(till.charge(forgotten, price).state == ChargeState::Declined); // aborted, and it says so in time
    const auto slow = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::Slow, .outage = 800ms});
    CHECK(till.charge(slow, price).state == ChargeState::Unknown);
    CHECK(till.log.count(u"RequestType=\"AbortRequest\" ApplicationSender"_s) == 2);
    CHECK(till.lookUp(slow, price).authorised == price);
}

} // namespace
} // namespace guichet
