// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/transport/PseudoTerminal.h"
#include "hardware/transport/SerialStream.h"
#include "hardware/zvt/ZvtLine.h"
#include "hardware/zvt/ZvtSerialFraming.h"
#include "tests/hardware/zvt/ZvtFixture.h"

#include <deque>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct SerialFixture : ZvtFixture
{
    SerialFixture() { restart(true); }
};

TEST_CASE_METHOD(SerialFixture, "a day on a serial line")
{
    REQUIRE(profile.isSerial());
    CHECK(driver().diagnose() == u"ready, software GUICHET 1"_s);
    const auto charge = driver().charge(intent, Money::fromCents(101'010), {}); // its bytes want doubling
    REQUIRE(charge);
    CHECK(charge->state == ChargeState::Approved);
    CHECK(charge->authorised == Money::fromCents(101'010));
    CHECK(charge->customerSlip.contains(u"Reçu nº 0001"_s));
    CHECK(driver().charge(Id<PaymentIntent>::generate(), Money::fromCents(1205), {})->state == ChargeState::Declined);
    CHECK(driver().reverse(Id<PaymentIntent>::generate(), Money::fromCents(101'010), charge->transaction)->state == ChargeState::Approved);
    CHECK(taken().isZero());
    CHECK(driver().totals(true));
}

TEST_CASE_METHOD(SerialFixture, "a terminal that falls silent on a serial line is looked up")
{
    profile.limits.completion = 100ms;
    profile.limits.afterAbort = 100ms;
    REQUIRE(driver().charge(Id<PaymentIntent>::generate(), price, {}));
    for (const auto &[fault, truth] :
         {std::pair{ZvtFault::CutAfterStore, ChargeState::Approved}, std::pair{ZvtFault::NotAcknowledged, ChargeState::NotStarted},
          std::pair{ZvtFault::CutAfterRead, ChargeState::NotStarted}}) {
        const Money before = taken();
        intent = Id<PaymentIntent>::generate();
        terminal->scriptNext({.fault = fault});
        CHECK(driver().charge(intent, price, {})->state == ChargeState::Unknown);
        const auto found = driver().lookUp(intent, price);
        REQUIRE(found);
        CHECK(found->state == truth);
        CHECK(found->authorised == taken() - before);
    }
}

TEST_CASE("a serial port that is not there is said at once")
{
    RecordedLog log;
    KeptMemory memory;
    const SystemClock clock;
    ZvtProfile profile;
    profile.address = u"serial:/dev/no-such-port:9600"_s;
    ZvtTerminal till{profile, log, memory, clock};
    CHECK(till.charge(Id<PaymentIntent>::generate(), price, {}).error().code == ErrorCode::TerminalUnavailable);
}

/// A line whose other end is the test.
class ScriptedStream final : public ByteStream
{
public:
    QString name() const override { return u"scripted"_s; }
    Result<> open(std::chrono::milliseconds) override { return {}; }
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds) override
    {
        written.push_back(bytes);
        if (bytes.size() > 1 && !replies.empty()) {
            incoming += replies.front();
            replies.pop_front();
        }
        return {};
    }
    Result<QByteArray> read(std::chrono::milliseconds) override { return std::exchange(incoming, {}); }
    void close() override {}
    bool isOpen() const override { return true; }

    std::vector<QByteArray> written;
    std::deque<QByteArray> replies; ///< To each message that is written.
    QByteArray incoming;
};

struct ScriptedLine
{
    ScriptedStream *stream = nullptr;
    std::unique_ptr<ZvtLine> line;
    ZvtApdu payment{.command = ZvtCommand::Authorisation};
    QByteArray frame = zvtFrame(toBytes(payment));

    ScriptedLine()
    {
        auto owned = std::make_unique<ScriptedStream>();
        stream = owned.get();
        ZvtLimits limits = ZvtLimits{}.dividedBy(1000);
        limits.acknowledgement = 30ms;
        limits.byteGap = 20ms;
        line = makeZvtSerialLine(std::move(owned), limits);
    }
    std::optional<ZvtApdu> received() { return line->receive(1ms).value(); }
    qsizetype timesSent() const { return std::ranges::count(stream->written, frame); }
};

const QByteArray ack(1, zvtControl::ack);
const QByteArray nak(1, zvtControl::nak);

TEST_CASE_METHOD(ScriptedLine, "a refused message is repeated twice, a silent payment never")
{
    stream->replies = {nak, nak, ack};
    CHECK(line->send(payment, ZvtLine::Repeat::OnlyWhenRefused));
    CHECK(timesSent() == 3);
    stream->replies = {nak, nak, nak};
    CHECK(line->send(payment, ZvtLine::Repeat::OnlyWhenRefused).error().code == ErrorCode::Timeout);
    CHECK(timesSent() == 6);
    CHECK_FALSE(line->send(payment, ZvtLine::Repeat::OnlyWhenRefused));
    CHECK(timesSent() == 7);
    CHECK_FALSE(line->send(payment, ZvtLine::Repeat::WhenSilent));
    CHECK(timesSent() == 10);
}

TEST_CASE_METHOD(ScriptedLine, "a message is acknowledged, a broken one refused, half a one given up")
{
    const QByteArray framed = zvtFrame(toBytes({}));
    stream->incoming = framed;
    CHECK(received() == ZvtApdu{});
    CHECK(stream->written.back() == ack);
    stream->incoming = framed.chopped(1) + '?';
    CHECK(received() == std::nullopt);
    CHECK(stream->written.back() == nak);
    stream->written.clear();
    stream->incoming = framed.first(4);
    for (const auto until = std::chrono::steady_clock::now() + 50ms; std::chrono::steady_clock::now() < until;)
        CHECK(received() == std::nullopt);
    CHECK(stream->written == std::vector<QByteArray>{nak});
}

TEST_CASE_METHOD(ScriptedLine, "when both ends speak at once nothing is lost, and a repetition is delivered once")
{
    const ZvtApdu step{.command = ZvtCommand::IntermediateStatus, .data = "\x0A"_ba};
    stream->incoming = zvtFrame(toBytes(step));
    CHECK(received() == step);
    stream->replies = {zvtFrame(toBytes(step)) + ack}; // it has not seen our acknowledgement
    CHECK(line->send({}));
    CHECK(received() == std::nullopt);
    const ZvtApdu other{.command = ZvtCommand::Completion};
    stream->replies = {zvtFrame(toBytes(other)) + ack};
    CHECK(line->send(payment));
    CHECK(received() == other);
}

} // namespace
} // namespace guichet
