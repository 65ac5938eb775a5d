// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/TerminalDoctor.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A terminal with a link that knows one charge.
class LinkedTerminal final : public PaymentTerminal
{
public:
    QString name() const override { return u"linked"_s; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money, const Progress &) override { return Charge{}; }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money amount) override
    {
        return Charge{.state = ChargeState::Approved, .authorised = amount, .reference = u"A1"_s, .text = {}};
    }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money, const QString &) override { return Charge{}; }
    Result<QString> diagnose() override { return QString{}; }
    Result<TerminalTotals> totals(bool) override { return TerminalTotals{}; }
    void cancel() noexcept override {}
};

/// A card was charged, and nobody knows it.
Result<> payInDoubt(Workplace &workplace)
{
    TRY(Staff{workplace}.logIn(u"Ahmed"_s, u"4444"_s));
    TRY(TillDesk{workplace}.open(CommandId::generate(), {.amount = Money::fromCents(10'000), .count = {}}));
    Checkout checkout{workplace};
    TRY(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
    TRY_LET(asked, checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}}));
    TRY(checkout.finishCharge(asked.intent, Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}}));
    return {};
}

} // namespace

TEST_CASE("A doubtful payment is asked about although an earlier question was dropped with its till")
{
    const QTemporaryDir folder;
    const SimulatedClock clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)};
    TillCreation creation;
    creation.demo = true;
    creation.secretStore = u"file"_s;
    REQUIRE(createTill(folder.path(), creation, clock));
    TerminalWiring wiring{folder.path(), clock, nullptr};
    wiring.terminal().choose(std::make_shared<LinkedTerminal>());
    TillThread till;
    TerminalThread terminals{wiring.terminal(), till};
    TerminalDoctor doctor{wiring, till, terminals, 20ms};
    QSignalSpy resolved{&doctor, &TerminalDoctor::doubtResolved};
    QTest::qWait(100); // questions to a till that is not there
    REQUIRE(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &wiring.terminal()}));
    REQUIRE(till.call([](Workplace &workplace) { return payInDoubt(workplace); }).result());
    CHECK(resolved.wait(20'000));
    CHECK(till.call([](Workplace &workplace) { return Checkout{workplace}.openIntents()->size(); }).result() == 0);
    terminals.stop();
    till.drain();
}

} // namespace guichet
