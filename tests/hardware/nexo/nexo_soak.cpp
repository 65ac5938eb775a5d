// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/FaultDeck.h"
#include "tests/hardware/nexo/NexoFixture.h"

#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int timesEach = 20; // each of the thirteen faults
constexpr int sound = 40;

/// A till that restarts now and then, also between a charge and its look-up, at a terminal with each fault twenty times.
struct Soak : NexoFixture
{
    std::mt19937 random{20261123};
    int doubtful = 0;
    int answeredByPerson = 0;
    std::optional<NexoTerminal> running;

    Soak() { profile.limits = NexoLimits{}.dividedBy(1000); }

    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(random); }

    NexoTerminal &till()
    {
        if (!running || below(12) == 0)
            running.emplace(profile, log, clock);
        return *running;
    }

    NexoScript anyScript(NexoFault fault)
    {
        NexoScript script;
        script.scenario = static_cast<NexoScenario>(below(4));
        script.fault = fault;
        script.customer = std::chrono::milliseconds{below(20)};
        script.waitsForCard = script.fault == NexoFault::AbortTooLate;
        script.outage = std::chrono::milliseconds{below(30)};
        return script;
    }

    /// What the till believes that the card paid, after having asked as long as it must. A person looks at the terminal at last.
    Money believed(const Id<PaymentIntent> &of, Money amount)
    {
        const auto charge = till().charge(of, amount, {});
        if (!charge || charge->state != ChargeState::Unknown)
            return charge ? charge->authorised : Money{};
        ++doubtful;
        for (int tries = 0; tries < 5; ++tries) {
            const auto lookedUp = till().lookUp(of, amount);
            if (lookedUp && lookedUp->state != ChargeState::Unknown)
                return lookedUp->authorised;
            std::this_thread::sleep_for(50ms);
        }
        ++answeredByPerson;
        return taken(of);
    }
};

TEST_CASE_METHOD(Soak, "in three hundred charges with every fault no payment is lost and none is taken twice")
{
    const auto deck = faultDeck<NexoFault>(nexoFaultCount, timesEach, sound, random);
    for (size_t number = 0; number < deck.size(); ++number) {
        const NexoScript script = anyScript(deck[number]);
        const Money amount = Money::fromCents((below(5) == 0 ? -1 : 1) * (1 + below(20'000)));
        INFO("charge " << number << ", fault " << static_cast<int>(script.fault) << ", scenario " << static_cast<int>(script.scenario));
        intent = Id<PaymentIntent>::generate();
        terminal->scriptNext(script);
        const Money known = believed(intent, amount);
        CHECK(known == taken(intent));
        CHECK(terminal->arrivals(nexoServiceId(intent)) <= 1);
    }
    INFO(doubtful << " doubtful, " << answeredByPerson << " answered by a person");
    CHECK(doubtful > std::ssize(deck) / 10);
    CHECK(answeredByPerson < std::ssize(deck) / 10);
    Money all;
    for (const NexoBooking &booking : terminal->bookings())
        all += booking.amount;
    const auto totals = till().totals(true);
    REQUIRE(totals);
    CHECK(totals->rows.front().amount == all);
}

} // namespace
} // namespace guichet
