// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/FaultDeck.h"
#include "tests/hardware/opi/OpiFixture.h"

#include <array>

/// Many payments with every fault; the terminal's own bookings are the oracle.
namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int timesEach = 10; // each of the thirteen faults, in each dialect
constexpr int sound = 20;
constexpr unsigned seed = 20'261'125;

/// A till that believes what its driver says, and asks a person about the rest. The person looks at the terminal.
class SoakedTill
{
public:
    explicit SoakedTill(const SimulatedOpiSettings &settings) : m_line{settings} { m_line.terminal->setScript({}); }

    void pay(const OpiScript &script, bool isKilled)
    {
        const auto intent = OpiFixture::newIntent();
        const Money price = Money::fromCents(100 + static_cast<qint64>(m_random() % 5000));
        m_line.terminal->scriptNext(script);
        const auto answer = m_line.driver->charge(intent, price, {});
        Charge charge = answer.value_or(Charge{.state = ChargeState::NotStarted});
        if (isKilled) { // before the answer was written down
            m_line.restart();
            charge.state = ChargeState::Unknown;
        }
        if (charge.state == ChargeState::Unknown)
            charge = settle(intent, price);
        compare(intent, charge);
    }

    int doubts = 0;

private:
    Charge settle(const Id<PaymentIntent> &intent, Money price)
    {
        for (int attempt = 0; attempt < 200; ++attempt) {
            const auto found = m_line.driver->lookUp(intent, price);
            if (found && found->state != ChargeState::Unknown)
                return *found;
            if (found)
                break;
            QThread::msleep(10); // it restarts
        }
        ++doubts;
        const Money taken = m_line.taken(intent);
        return {.state = taken.isZero() ? ChargeState::NotStarted : ChargeState::Approved, .authorised = taken};
    }

    void compare(const Id<PaymentIntent> &intent, const Charge &charge)
    {
        const auto bookings = m_line.terminal->bookings();
        const auto booked = std::ranges::count(bookings, opiRequestId(intent), &OpiBooking::requestId);
        CHECK(booked <= 1); // none double
        CHECK((charge.state == ChargeState::Approved) == (booked == 1));
        CHECK((charge.state == ChargeState::Approved ? charge.authorised : Money{}) == m_line.taken(intent)); // none lost
    }

    OpiFixture m_line;
    std::mt19937 m_random{seed};
};

TEST_CASE("three hundred payments with every fault: none is lost, none is taken twice")
{
    const auto settings = GENERATE(SimulatedOpiSettings::twoChannels(), SimulatedOpiSettings::oneSocket());
    SoakedTill till{settings};
    std::mt19937 random{seed + 1};
    const auto deck = faultDeck<OpiFault>(opiFaultCount, timesEach, sound, random);
    for (size_t at = 0; at < deck.size(); ++at) {
        OpiScript script{.fault = deck[at], .outage = 20ms};
        script.scenario = std::array{OpiScenario::Approve, OpiScenario::Approve, OpiScenario::Approve,
                                     OpiScenario::Decline, OpiScenario::Partial, OpiScenario::Tip}[random() % 6];
        CAPTURE(at, static_cast<int>(script.fault), static_cast<int>(script.scenario));
        till.pay(script, random() % 5 == 0);
    }
    CHECK(till.doubts <= std::ssize(deck) / 10);
}

} // namespace
} // namespace guichet
