// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/ManualTerminal.h"
#include "tests/support/Catch.h"

#include <future>
#include <thread>

using namespace guichet;

namespace {

struct Waiting
{
    ManualTerminal terminal;
    QString prompt;
    std::future<Result<Charge>> charge = std::async(std::launch::async, [this] {
        return terminal.charge(Id<PaymentIntent>::generate(), Money::fromCents(1250), [this](const QString &text) { prompt = text; });
    });

    void untilItWaits() const
    {
        for (int tries = 0; !terminal.isWaiting(); ++tries) {
            REQUIRE(tries < 5000);
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
    }
};

} // namespace

TEST_CASE("the manual terminal waits for what a person says it showed")
{
    Waiting waiting;
    waiting.untilItWaits();
    waiting.terminal.answer(
        {.state = ChargeState::Approved, .authorised = Money::fromCents(1250), .reference = QStringLiteral("A77"), .text = {}});
    const auto charge = waiting.charge.get();
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Approved);
    CHECK(charge->reference == QStringLiteral("A77"));
    CHECK(waiting.prompt.contains(QStringLiteral("12,50")));
    CHECK_FALSE(waiting.terminal.isWaiting());
}

TEST_CASE("a manual charge that is cancelled is unknown: nobody has looked")
{
    Waiting waiting;
    waiting.untilItWaits();
    waiting.terminal.cancel();
    const auto charge = waiting.charge.get();
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Unknown);
}

TEST_CASE("an answer that nobody waits for does not answer the next charge")
{
    ManualTerminal terminal;
    terminal.answer({.state = ChargeState::Approved, .authorised = Money::fromCents(1), .reference = {}, .text = {}});
    terminal.setScripted(true);
    CHECK(terminal.charge(Id<PaymentIntent>::generate(), Money::fromCents(500), {})->authorised == Money::fromCents(500));
}

TEST_CASE("a script answers in its order, then approves what is asked")
{
    ManualTerminal terminal;
    terminal.setScripted(true);
    terminal.scriptNext(ChargeState::Declined);
    terminal.scriptNext(ChargeState::Approved, Money::fromCents(900));
    const auto intent = Id<PaymentIntent>::generate();
    CHECK(terminal.charge(intent, Money::fromCents(1000), {})->state == ChargeState::Declined);
    CHECK(terminal.charge(intent, Money::fromCents(1000), {})->authorised == Money::fromCents(900));
    CHECK(terminal.charge(intent, Money::fromCents(1000), {})->authorised == Money::fromCents(1000));
    CHECK(terminal.lookUp(intent, Money::fromCents(1000)).error().code == ErrorCode::TerminalUnavailable);
}
