// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/FaultDeck.h"
#include "tests/hardware/zvt/ZvtFixture.h"

#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int timesEach = 10; // each of the fifteen faults, at each kind of terminal
constexpr int sound = 10;

/// A till that restarts after each charge, at a terminal with each fault ten times.
struct Soak : ZvtFixture
{
    std::mt19937 random{20261124};
    int doubtful = 0;
    int answeredByPerson = 0;

    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(random); }

    ZvtScript anyScript(ZvtFault fault)
    {
        ZvtScript script;
        script.scenario = static_cast<ZvtScenario>(below(4));
        script.fault = fault;
        if (fault == ZvtFault::OtherAmount && script.scenario == ZvtScenario::Partial) // a part that lies: only the day's totals show it
            script.scenario = ZvtScenario::Approve;
        script.customer = std::chrono::milliseconds{below(20)};
        script.waitsForCard = script.fault == ZvtFault::AbortTooLate;
        script.outage = std::chrono::milliseconds{below(30)};
        return script;
    }

    /// What the till believes that the card paid, after having asked as long as it must. A person looks at the terminal at last.
    Money believed(Money amount, Money before)
    {
        const auto charge = driver().charge(intent, amount, {});
        if (!charge || charge->state != ChargeState::Unknown)
            return charge ? charge->authorised : Money{};
        ++doubtful;
        for (int tries = 0; tries < 5; ++tries) {
            const auto lookedUp = driver().lookUp(intent, amount);
            if (lookedUp && lookedUp->state != ChargeState::Unknown)
                return lookedUp->authorised;
            std::this_thread::sleep_for(20ms);
        }
        ++answeredByPerson;
        return taken() - before;
    }

    void live()
    {
        const auto deck = faultDeck<ZvtFault>(zvtFaultCount, timesEach, sound, random);
        for (size_t number = 0; number < deck.size(); ++number) {
            const ZvtScript script = anyScript(deck[number]);
            const Money amount = Money::fromCents((below(5) == 0 ? -1 : 1) * (1 + below(20'000)));
            INFO("charge " << number << ", fault " << static_cast<int>(script.fault) << ", scenario " << static_cast<int>(script.scenario));
            intent = Id<PaymentIntent>::generate();
            const Money before = taken();
            const int arrivals = terminal->arrivals();
            terminal->scriptNext(script);
            const Money known = believed(amount, before);
            CHECK(known == taken() - before);
            CHECK(terminal->arrivals() - arrivals <= 1);
        }
        INFO(doubtful << " doubtful, " << answeredByPerson << " answered by a person");
        CHECK(doubtful > std::ssize(deck) / 10);
        CHECK(answeredByPerson < std::ssize(deck) / 5);
    }
};

TEST_CASE_METHOD(Soak, "in a hundred and sixty charges with every fault no payment is lost and none is taken twice, the terminal reverses "
                       "what is not acknowledged")
{
    profile.takesPartialApprovals = true;
    profile.limits.command = 400ms; // of those that wait for an abort
    live();
    const auto totals = driver().totals(true);
    REQUIRE(totals);
    CHECK(totals->rows.front().amount == taken());
}

TEST_CASE_METHOD(
    Soak, "in a hundred and sixty charges with every fault no payment is lost and none is taken twice, the terminal leaves it to the till")
{
    settings.reversesWhenNotAcknowledged = false;
    settings.numbersRefusals = false;
    restart();
    random.seed(6);
    profile.takesPartialApprovals = true;
    profile.limits.command = 400ms;
    live();
}

} // namespace
} // namespace guichet
