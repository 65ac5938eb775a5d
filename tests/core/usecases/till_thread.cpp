// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalThread.h"
#include "tests/core/usecases/TillFixture.h"

#include <QSemaphore>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Charges until it is cancelled, and has been paid nevertheless.
class SlowTerminal : public PaymentTerminal
{
public:
    QString name() const override { return u"manual"_s; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money amount, const Progress &) override
    {
        started.release();
        cancelled.acquire();
        return Charge{.state = ChargeState::Approved, .authorised = amount, .reference = u"A1"_s, .text = {}};
    }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money) override { return failure(ErrorCode::TerminalUnavailable); }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money, const QString &) override { return failure(ErrorCode::TerminalUnavailable); }
    Result<QString> diagnose() override { return QString{}; }
    Result<TerminalTotals> totals(bool) override { return TerminalTotals{}; }
    void cancel() noexcept override { cancelled.release(); }

    QSemaphore started;
    QSemaphore cancelled;
};

} // namespace

TEST_CASE_METHOD(TillFixture, "an approval that comes while the program ends is recorded before the till closes")
{
    startDay();
    addBear();
    closeTill();
    SlowTerminal slow;
    TillThread till;
    must(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &slow}));
    auto terminals = std::make_unique<TerminalThread>(slow, till);
    const auto started = till.call([](Workplace &workplace) {
                                 must(Staff{workplace}.logIn(u"seller"_s, u"1111"_s));
                                 return Checkout{workplace}.pay(CommandId::generate(), {.method = u"bancontact"_s});
                             })
                             .result();
    terminals->charge(must(started).request(), [](const QString &) {});
    slow.started.acquire();
    terminals->stop();
    till.drain();
    terminals.reset();
    till.close();
    restart();
    CHECK(countFacts(u"PAYMENT"_s) == 1);
    CHECK(must(checkout().view()).balance.due().isZero());
    CHECK(must(checkout().openIntents()).empty());
}

TEST_CASE_METHOD(TillFixture, "a charge that waits for the terminal when it is cancelled never begins")
{
    startDay();
    closeTill();
    SlowTerminal slow;
    TillThread till;
    must(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &slow}));
    TerminalThread terminals{slow, till};
    terminals.charge({.intent = Id<PaymentIntent>::generate(), .amount = cents(1299)},
                     {}); // no intent is on record: here only the terminal matters
    slow.started.acquire();
    auto queued = terminals.charge({.intent = Id<PaymentIntent>::generate(), .amount = cents(500)}, {});
    terminals.cancel();
    CHECK_FALSE(queued.result());
    CHECK(slow.started.available() == 0);
}

TEST_CASE("the terminal's thread ends also when it is told to before its charge has begun")
{
    ManualTerminal manual;
    TillThread till;
    for (int round = 0; round < 50; ++round) {
        TerminalThread terminals{manual, till};
        terminals.charge({.intent = Id<PaymentIntent>::generate(), .amount = cents(1299)}, {});
    }
    CHECK_FALSE(manual.isWaiting());
}

TEST_CASE_METHOD(TillFixture, "what is asked of a till that is closed is dropped: nothing runs, nothing falls")
{
    closeTill();
    TillThread till;
    bool ran = false;
    const auto ask = [&] { return till.call([&ran](Workplace &) { return ran = true; }); };
    CHECK_THROWS_AS(ask().result(), std::future_error);
    must(till.open({.dataFolder = folder.path(), .clock = &clock}));
    till.close();
    CHECK_THROWS_AS(ask().result(), std::future_error);
    QObject here;
    ask().then(&here, [&ran](bool) { ran = true; });
    till.drain();
    QCoreApplication::processEvents();
    CHECK_FALSE(ran);
}

} // namespace guichet
