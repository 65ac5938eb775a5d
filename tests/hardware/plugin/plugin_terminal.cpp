// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceLog.h"
#include "tests/hardware/plugin/PluginFixture.h"

#include <QProcess>

#include <future>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE_METHOD(PluginFixture, "what a library says of a card is passed on, and what the terminal shows")
{
    QStringList prompts;
    const auto till = driver();
    const Charge charge = till->charge(intent, price, [&](const QString &prompt) { prompts << prompt; }).value();
    CHECK(charge.state == ChargeState::Approved);
    CHECK(charge.authorised == price);
    CHECK_FALSE(charge.reference.isEmpty());
    CHECK(charge.card.brand == u"Bancontact");
    CHECK(charge.card.maskedPan == u"************4321");
    CHECK(charge.card.entry == u"contactless");
    CHECK(charge.customerSlip.size() == 4);
    CHECK(prompts == QStringList{u"Présentez la carte"_s});
    const Charge back = till->reverse(Id<PaymentIntent>::generate(), price, charge.transaction).value();
    CHECK(back.state == ChargeState::Approved);
    CHECK(back.authorised == -price);
    CHECK(till->reverse(Id<PaymentIntent>::generate(), price, charge.transaction).value().state == ChargeState::Declined);
}

TEST_CASE_METHOD(PluginFixture, "a library says how it is and what it has counted")
{
    const auto till = driver();
    CHECK(till->diagnose().value() == u"prêt");
    REQUIRE(till->charge(intent, price, {}));
    CHECK(till->totals(false).value() == TerminalTotals{{{u"Bancontact"_s, 1, price}}});
    CHECK(till->totals(true).value().rows.size() == 1);
    CHECK(till->totals(false).value().rows.empty());
}

TEST_CASE_METHOD(PluginFixture, "nothing secret and no card number gets into the log")
{
    const SystemClock clock;
    FileDeviceLog file{folder.filePath(u"log"_s), clock};
    PluginTerminal till{profile, file};
    REQUIRE(till.charge(intent, price, {}));
    CHECK(file.everything().contains(u"\"do\":\"charge\""_s));
    CHECK(file.everything().contains(u"CHARGE"_s)); // what the library told of its own line
    CHECK_FALSE(file.everything().contains(u"very secret"_s));
}

TEST_CASE_METHOD(PluginFixture, "somebody who wants a payment to stop stops it, unless it is too late")
{
    const auto till = driver();
    terminal->scriptNext({.waitsForCard = true});
    auto waiting = std::async(std::launch::async, [&] { return till->charge(intent, price, {}); });
    while (terminal->arrivals(intent.toString()) == 0)
        std::this_thread::sleep_for(5ms);
    till->cancel();
    CHECK(waiting.get().value().state == ChargeState::Declined);
    CHECK(taken(intent).isZero());
}

TEST_CASE_METHOD(PluginFixture, "a library that is not there, or is none, is said before anything is sent")
{
    profile.library = folder.filePath(u"none.so"_s);
    CHECK(driver()->charge(intent, price, {}).error() ==
          Error{ErrorCode::InvalidInput, u"plugin library: "_s + profile.library, {u"library"_s}});
    profile.library = u"relative.so"_s;
    CHECK(driver()->diagnose().error().code == ErrorCode::InvalidInput);
    profile.library = profile.host; // a file, but no library with our symbol
    CHECK(driver()->charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    profile.library = SimulatedPluginTerminal::library();
    profile.address = u"no address"_s; // the library refuses its settings
    CHECK(driver()->charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    profile.host = folder.filePath(u"no-host"_s);
    CHECK(driver()->charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    CHECK(terminal->bookings().empty());
}

TEST_CASE_METHOD(PluginFixture, "a terminal that is switched off has not started; one that comes back works without a new till")
{
    const auto till = driver();
    const quint16 port = terminal->port();
    terminal.reset();
    CHECK(till->charge(intent, price, {}).value().state == ChargeState::NotStarted);
    CHECK(till->diagnose().error().code == ErrorCode::TerminalUnavailable);
    CHECK_FALSE(till->lookUp(intent, price));
    terminal = SimulatedPluginTerminal::start(port).value();
    CHECK(till->charge(Id<PaymentIntent>::generate(), price, {}).value().state == ChargeState::Approved);
}

TEST_CASE_METHOD(PluginFixture, "when the till is gone, killed or not, the process of a library at work ends by itself")
{
    terminal->scriptNext({.waitsForCard = true});
    QProcess host;
    host.start(profile.host, {profile.library});
    REQUIRE(host.waitForStarted());
    host.write(pluginLine({{u"id"_s, 1}, {u"do"_s, u"open"_s}, {u"address"_s, profile.address}, {u"port"_s, profile.port}}));
    host.write(pluginLine({{u"id"_s, 2}, {u"do"_s, u"charge"_s}, {u"intent"_s, intent.toString()}, {u"cents"_s, 1250}}));
    host.waitForBytesWritten();
    while (terminal->arrivals(intent.toString()) == 0)
        std::this_thread::sleep_for(5ms);
    host.closeWriteChannel();
    CHECK(host.waitForFinished(20'000));
    CHECK(host.exitCode() == 0);
}

TEST_CASE_METHOD(PluginFixture, "amounts that cannot be are not sent")
{
    CHECK(driver()->charge(intent, {}, {}).error().code == ErrorCode::InvalidInput);
    CHECK(driver()->charge(intent, largestAmount + Money::fromCents(1), {}).error().code == ErrorCode::InvalidInput);
    CHECK(driver()->reverse(intent, price, {}).error().code == ErrorCode::InvalidInput);
}

} // namespace
} // namespace guichet
