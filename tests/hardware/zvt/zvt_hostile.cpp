// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/TcpStream.h"
#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtLine.h"
#include "tests/hardware/zvt/ZvtFixture.h"

#include <QTcpServer>
#include <atomic>
#include <future>
#include <random>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A terminal that behaves until a payment or the end of the day comes, and then as the test wants.
class HostileTerminal
{
public:
    using Attack = std::function<void(ByteStream &)>;
    explicit HostileTerminal(Attack attack) : m_attack{std::move(attack)}
    {
        std::promise<quint16> port;
        auto listening = port.get_future();
        m_thread = std::thread{[this, &port] { run(port); }};
        m_port = listening.get();
    }
    ~HostileTerminal()
    {
        m_isOver = true;
        m_thread.join();
    }
    quint16 port() const { return m_port; }

private:
    void run(std::promise<quint16> &port)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port.set_value(server.serverPort());
        while (!m_isOver)
            if (server.waitForNewConnection(10))
                serve(*server.nextPendingConnection());
    }
    void serve(QTcpSocket &socket)
    {
        socket.setParent(nullptr);
        TcpStream stream{std::unique_ptr<QTcpSocket>{&socket}};
        ZvtApduReader reader;
        while (!m_isOver && stream.isOpen()) {
            reader.feed(stream.read(5ms).value_or(QByteArray{}));
            while (const auto apdu = reader.take())
                if (!answer(stream, *apdu))
                    return;
        }
    }
    bool answer(ByteStream &stream, const ZvtApdu &apdu)
    {
        if (apdu.isAnswer())
            return true;
        if (apdu.command == ZvtCommand::Authorisation || apdu.command == ZvtCommand::EndOfDay) {
            m_attack(stream);
            while (!m_isOver && stream.read(5ms)) // until the till hangs up: a reset would take back what was said
                continue;
            return false;
        }
        std::ignore = stream.write(toBytes({}) + toBytes({.command = ZvtCommand::Completion}), 1s);
        return true;
    }

    Attack m_attack;
    std::atomic<bool> m_isOver = false;
    quint16 m_port = 0;
    std::thread m_thread;
};

QByteArray status(const QByteArray &fields)
{
    return toBytes({.command = ZvtCommand::StatusInformation, .data = fields});
}

const QByteArray accepted = toBytes({});
const QByteArray completion = toBytes({.command = ZvtCommand::Completion});

constexpr int mostRegistrations = 5;

struct HostileFixture : ZvtFixture
{
    /// What the till makes of a terminal that answers a payment of 12,50 like this.
    ChargeState under(const HostileTerminal::Attack &attack)
    {
        const HostileTerminal hostile{attack};
        profile.address = u"tcp:127.0.0.1:%1"_s.arg(hostile.port());
        profile.limits = ZvtLimits{}.dividedBy(1000);
        profile.limits.response = 100ms;
        profile.limits.message = 100ms;
        profile.limits.completion = 100ms;
        profile.limits.command = 400ms;
        auto charge = driver().charge(Id<PaymentIntent>::generate(), price, {});
        for (int attempt = 1; !charge && attempt < mostRegistrations;
             ++attempt) // refused before it began: registered too late on a busy machine
            charge = driver().charge(Id<PaymentIntent>::generate(), price, {});
        REQUIRE(charge);
        return charge->state;
    }
    ChargeState under(const QByteArray &bytes)
    {
        return under([&bytes](ByteStream &stream) { std::ignore = stream.write(bytes, 1s); });
    }
};

TEST_CASE_METHOD(HostileFixture, "the honest answer would be an approval")
{
    CHECK(under(accepted + status(QByteArray::fromHex("270004000000001250490978870007")) + completion) == ChargeState::Approved);
}

TEST_CASE_METHOD(HostileFixture, "nothing that is broken, contradicts itself or is another's makes an approval")
{
    const QByteArray good = QByteArray::fromHex("270004000000001250");
    for (const QByteArray &bytes :
         {QByteArray{},
          accepted,
          completion,
          accepted + completion,
          status(good) + completion,                                                       // not accepted first
          accepted + status(good),                                                         // no end
          accepted + status(good.chopped(1)) + completion,                                 // cut off
          accepted + status(good + good) + completion,                                     // twice
          accepted + status(QByteArray::fromHex("270004000000009999")) + completion,       // another amount
          accepted + status(QByteArray::fromHex("04000000001250")) + completion,           // no result
          accepted + status(QByteArray::fromHex("2700")) + completion,                     // no amount
          accepted + status(QByteArray::fromHex("270004000000001250490840")) + completion, // dollars
          accepted + status(QByteArray::fromHex("2700040000000A1250")) + completion,       // no digits
          accepted + status(good + QByteArray::fromHex("06821000")) + completion,          // a container that lies
          accepted + status(QByteArray::fromHex("0727000400000000 1250")) + completion,    // hidden behind an unknown field
          accepted + status(good) + QByteArray::fromHex("061E01CC"),                       // approved and failed
          accepted + QByteArray::fromHex("7B22FF00C0DEBA5E"),                              // no ZVT
          accepted + QByteArray::fromHex("040FFFFFFF00"),                                  // waits for more for ever
          accepted + QByteArray(100'000, '\xFF'),
          accepted + QByteArray(100'000, '\0')}) {
        INFO(bytes.left(40).toHex().toStdString());
        CHECK(under(bytes) == ChargeState::Unknown);
    }
}

TEST_CASE_METHOD(HostileFixture, "an endless terminal is left in time")
{
    const auto endless = [](const QByteArray &word) {
        return [word](ByteStream &stream) {
            std::ignore = stream.write(accepted, 1s);
            const auto until = std::chrono::steady_clock::now() + 3s;
            while (stream.write(word, 100ms) && std::chrono::steady_clock::now() < until)
                std::ignore = stream.read(0ms);
        };
    };
    for (const QByteArray &word : {toBytes({.command = ZvtCommand::IntermediateStatus, .data = "\x0A\x60"_ba}), accepted,
                                   toBytes({.command = ZvtCommand::PrintLine, .data = QByteArray(5'000, 'x')})}) {
        const auto begin = std::chrono::steady_clock::now();
        CHECK(under(endless(word)) == ChargeState::Unknown);
        CHECK(std::chrono::steady_clock::now() - begin < 10s);
    }
}

TEST_CASE_METHOD(HostileFixture, "what asks for a modem, a menu or an input is refused, the rest acknowledged")
{
    CHECK(under(accepted + QByteArray::fromHex("06D8010006E000040E00060F00")) == ChargeState::Unknown);
    CHECK(log.count(u"-> 84 83 00"_s) == 2);
}

TEST_CASE_METHOD(HostileFixture, "random answers end, and never in an approval")
{
    std::mt19937 random{6};
    for (int round = 0; round < 25; ++round) {
        QByteArray bytes = accepted;
        for (int at = 0, size = static_cast<int>(random() % 300); at < size; ++at)
            bytes += static_cast<char>(random());
        CHECK(under(bytes) != ChargeState::Approved);
    }
}

TEST_CASE_METHOD(HostileFixture, "a till that ends does not wait for a terminal that ends its day")
{
    std::promise<void> asked;
    const HostileTerminal silent{[&asked](ByteStream &stream) {
        std::ignore = stream.write(accepted, 1s);
        asked.set_value();
    }};
    profile.address = u"tcp:127.0.0.1:%1"_s.arg(silent.port());
    profile.limits.completion = 10min;
    profile.limits.command = 10min;
    ZvtTerminal till = driver();
    auto day = std::async(std::launch::async, [&] { return till.totals(true); });
    asked.get_future().wait();
    till.cancel();
    CHECK(day.get().error().code == ErrorCode::Timeout);
}

} // namespace
} // namespace guichet
