// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/ChosenTerminal.h"
#include "tests/support/Catch.h"

#include <future>
#include <thread>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const Money asked = Money::fromCents(1250);

std::future<Result<Charge>> chargeAt(ChosenTerminal &terminal)
{
    return std::async(std::launch::async, [&terminal] { return terminal.charge(Id<PaymentIntent>::generate(), asked, {}); });
}

void untilItWaits(const ChosenTerminal &terminal)
{
    for (int tries = 0; !terminal.isWaiting(); ++tries) {
        REQUIRE(tries < 5000);
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

std::shared_ptr<PaymentTerminal> missing()
{
    return std::make_shared<MissingTerminal>(u"nexo"_s, Error{ErrorCode::InvalidInput, u"no address"_s, {u"address"_s}});
}

} // namespace

TEST_CASE("another driver is taken at the end of the charge that runs, which gets its answer from the one that began it")
{
    ChosenTerminal terminal;
    auto charge = chargeAt(terminal);
    untilItWaits(terminal);
    terminal.choose(missing());
    CHECK(terminal.name() == u"manual");
    const auto diagnosis = terminal.diagnose();
    REQUIRE_FALSE(diagnosis);
    CHECK(diagnosis.error().code == ErrorCode::TerminalBusy);
    terminal.answer({.state = ChargeState::Approved, .authorised = asked, .reference = {}, .text = {}});
    const auto done = charge.get();
    REQUIRE(done);
    CHECK(done->authorised == asked);
    CHECK(terminal.name() == u"nexo");
}

TEST_CASE("settings that do not do leave a terminal that refuses with their reason; none brings the manual one back")
{
    ChosenTerminal terminal;
    terminal.choose(missing());
    const auto refused = terminal.charge(Id<PaymentIntent>::generate(), asked, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().values == QStringList{u"address"_s});
    CHECK_FALSE(terminal.isWaiting());
    terminal.choose(nullptr);
    CHECK(terminal.name() == u"manual");
}
