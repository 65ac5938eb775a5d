// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/opi/OpiFixture.h"

#include <future>

/// The driver and the simulated terminal when nothing goes wrong.
namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("a payment is approved, with its tickets, its card and its prompt, in both dialects")
{
    OpiFixture till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    QStringList prompts;
    till.terminal->setScript({.customer = 150ms});
    const auto charge = till.driver->charge(intent, Money::fromCents(1295), [&](const QString &prompt) { prompts << prompt; });
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Approved);
    CHECK(charge->authorised == Money::fromCents(1295));
    CHECK(charge->reference == u"100000");
    CHECK(charge->transaction == u"000001");
    CHECK(charge->card.brand == u"Bancontact");
    CHECK(charge->card.maskedPan == u"************0003");
    CHECK(charge->card.entry == u"contactless");
    CHECK(charge->card.terminalId == u"SIM00001");
    REQUIRE(charge->customerSlip.size() == 5);
    CHECK(charge->customerSlip.first().contains(u"CUSTOMER"));
    CHECK(charge->merchantSlip.first().contains(u"MERCHANT"));
    CHECK(charge->merchantSlip.last().endsWith(u"approuvé"));
    CHECK(prompts == QStringList{u"Présentez la carte"_s});
    CHECK(till.taken(intent) == Money::fromCents(1295));
    CHECK(till.terminal->arrivals(opiRequestId(intent)) == 1);
    CHECK(till.log.count(u"-> <?xml"_s) >= 5); // Login, the payment, four answers to device requests
    CHECK(till.log.count(u"E-Journal"_s) >= 2);
}

TEST_CASE("what is authorised is reported, not what was asked")
{
    OpiFixture till{anyDialect()};
    till.terminal->scriptNext({.scenario = OpiScenario::Tip});
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).authorised == Money::fromCents(1200));
    till.terminal->scriptNext({.scenario = OpiScenario::Partial});
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).authorised == Money::fromCents(500));
    till.terminal->scriptNext({.scenario = OpiScenario::Decline});
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).state == ChargeState::Declined);
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1005)).state == ChargeState::Declined);
}

TEST_CASE("a refund gives money back, a reversal exactly one payment")
{
    OpiFixture till{anyDialect()};
    const auto refund = OpiFixture::newIntent();
    CHECK(till.charge(refund, Money::fromCents(-700)).authorised == Money::fromCents(-700));
    CHECK(till.taken(refund) == Money::fromCents(-700));

    const Charge late = till.charge(OpiFixture::newIntent(), Money::fromCents(2400));
    const auto task = OpiFixture::newIntent();
    const auto back = till.driver->reverse(task, Money::fromCents(2400), late.transaction);
    REQUIRE(back);
    CHECK(back->state == ChargeState::Approved);
    CHECK(back->authorised == Money::fromCents(-2400));
    CHECK(till.lookUp(task, Money::fromCents(-2400)).authorised == Money::fromCents(-2400));
    QThread::msleep(11);
    CHECK(till.driver->reverse(OpiFixture::newIntent(), Money::fromCents(2400), late.transaction)->state == ChargeState::Declined);
    CHECK(till.driver->reverse(task, Money::fromCents(2400), u"12; DROP"_s).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("it says how it is, and what it has counted")
{
    OpiFixture till{anyDialect()};
    CHECK(till.driver->diagnose() == u"SIM00001 Success: simulated terminal, ready"_s);
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).state == ChargeState::Approved);
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(-300)).state == ChargeState::Approved);
    const TerminalTotals counted{{TerminalTotals::Row{u"Bancontact"_s, 2, Money::fromCents(700)}}};
    CHECK(till.driver->totals(false) == counted);
    const auto closed = till.driver->totals(true);
    REQUIRE(closed);
    CHECK(closed->rows == counted.rows);
    CHECK(closed->slip == QStringList{u"CLOTURE"_s, u"Terminal SIM00001"_s});
    CHECK(till.log.count(u"ticket of an unknown request"_s) == 0);
    CHECK(till.driver->totals(false) == TerminalTotals{});
    REQUIRE(till.driver->logOff());
    CHECK(till.driver->diagnose()); // logs in again
}

TEST_CASE("after CloseDay the terminal wants a Login in the morning")
{
    OpiFixture till;
    till.profile.closesByCloseDay = true;
    till.restart();
    REQUIRE(till.driver->totals(true));
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).state == ChargeState::Approved);
    CHECK(till.log.count(u"-> <?xml"_s) > 0);
    CHECK(till.log.lines().filter(u"RequestType=\"Login\" ApplicationSender"_s).size() == 2);
}

TEST_CASE("cancelling is only a request: before the card it stops the payment, after it the approval stands")
{
    OpiFixture till{anyDialect()};
    const auto intent = OpiFixture::newIntent();
    till.terminal->scriptNext({.waitsForCard = true});
    auto early = std::async(std::launch::async, [&] { return till.charge(intent, Money::fromCents(1000)); });
    while (till.terminal->display() != u"Présentez la carte")
        QThread::msleep(1);
    till.driver->cancel();
    CHECK(early.get().state == ChargeState::Declined);
    CHECK(till.taken(intent) == Money{});

    const auto tooLate = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::Slow, .outage = 300ms});
    auto late = std::async(std::launch::async, [&] { return till.charge(tooLate, Money::fromCents(1000)); });
    while (till.taken(tooLate).isZero())
        QThread::msleep(1);
    till.driver->cancel();
    CHECK(late.get().state == ChargeState::Approved);
    CHECK(till.log.count(u"RequestType=\"AbortRequest\" ApplicationSender"_s) == 2);

    const auto withCard = OpiFixture::newIntent();
    till.terminal->scriptNext({.fault = OpiFault::AbortTooLate, .waitsForCard = true});
    auto taken = std::async(std::launch::async, [&] { return till.charge(withCard, Money::fromCents(1000)); });
    while (till.terminal->display() != u"Présentez la carte")
        QThread::msleep(1);
    till.driver->cancel();
    CHECK(taken.get().state == ChargeState::Approved);
    CHECK(till.taken(withCard) == Money::fromCents(1000));
}

TEST_CASE("the card decides when it comes")
{
    OpiFixture till{anyDialect()};
    till.terminal->scriptNext({.waitsForCard = true});
    auto charge = std::async(std::launch::async, [&] { return till.charge(OpiFixture::newIntent(), Money::fromCents(1000)); });
    while (till.terminal->display() != u"Présentez la carte")
        QThread::msleep(1);
    CHECK(till.terminal->isServing());
    CHECK(till.driver->devicePort() == (till.profile.dialect == OpiDialect::TwoChannels ? till.driver->devicePort() : 0));
    till.terminal->presentCard();
    CHECK(charge.get().state == ChargeState::Approved);
}

TEST_CASE("a question of the terminal is answered by the cashier; where there is none, with no")
{
    OpiFixture till{anyDialect()};
    till.terminal->setScript({.asksForSignature = true});
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).state == ChargeState::Declined);
    QString asked;
    till.driver->setQuestion([&](const QString &text, std::chrono::milliseconds) {
        asked = text;
        return true;
    });
    CHECK(till.charge(OpiFixture::newIntent(), Money::fromCents(1000)).state == ChargeState::Approved);
    CHECK(asked == u"Signature OK ?");
    CHECK(till.terminal->bookings().size() == 1);
}

TEST_CASE("nothing was sent when nobody answers there, the port of channel 1 is taken, or the amount cannot be")
{
    OpiFixture till;
    const auto intent = OpiFixture::newIntent();
    CHECK(till.driver->charge(intent, Money{}, {}).error().code == ErrorCode::InvalidInput);
    OpiProfile taken = till.profile;
    taken.tillPort = till.driver->devicePort();
    OpiTerminal second{taken, till.log, till.memory, till.clock};
    CHECK(second.charge(intent, Money::fromCents(1000), {}).error().code == ErrorCode::TerminalUnavailable);
    till.terminal.reset();
    CHECK(till.driver->charge(intent, Money::fromCents(1000), {}).error().code == ErrorCode::TerminalUnavailable);
    CHECK(till.driver->lookUp(intent, Money::fromCents(1000)).error().code == ErrorCode::TerminalUnavailable);
    CHECK(till.driver->diagnose().error().code == ErrorCode::TerminalUnavailable);
    CHECK(till.driver->totals(true).error().code == ErrorCode::TerminalUnavailable);
}

TEST_CASE("two payments in one centisecond would look the same: the second is not sent")
{
    OpiFixture till;
    const auto first = *Id<PaymentIntent>::fromString(u"019b76da-a800-7000-8000-000000000001"_s);
    const auto second = *Id<PaymentIntent>::fromString(u"019b76da-a801-7000-8000-000000000002"_s);
    CHECK(till.charge(first, Money::fromCents(1000)).state == ChargeState::Approved);
    CHECK(till.driver->charge(second, Money::fromCents(1000), {}).error().code == ErrorCode::TerminalBusy);
    CHECK(till.terminal->bookings().size() == 1);
}

} // namespace
} // namespace guichet
