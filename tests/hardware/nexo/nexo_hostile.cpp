// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoAmount.h"
#include "tests/hardware/nexo/NexoFixture.h"

#include <QSslKey>
#include <QTcpServer>
#include <future>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Accepts one line with a good certificate, reads the request and then does what the test wants.
class HostileTerminal
{
public:
    using Deed = std::function<void(QSslSocket &socket, const QByteArray &request)>;

    explicit HostileTerminal(Deed deed) : m_deed{std::move(deed)}
    {
        std::promise<quint16> port;
        m_thread = std::thread{[this, &port] { serve(port); }};
        m_port = port.get_future().get();
    }
    ~HostileTerminal() { m_thread.join(); }

    NexoProfile profile() const
    {
        NexoProfile profile{.host = u"127.0.0.1"_s, .port = m_port, .poiId = u"V400m-1"_s, .saleId = u"TILL1"_s, .isLive = false};
        profile.rootPem = m_certificate.root;
        profile.key = {.identifier = u"k"_s, .version = 1, .passphrase = u"p"_s};
        profile.limits = NexoLimits{}.dividedBy(1000);
        profile.limits.payment = 300ms;
        return profile;
    }
    static void send(QSslSocket &socket, const QByteArray &bytes)
    {
        socket.write(bytes);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(1000)) {
        }
    }

private:
    struct Acceptor : QTcpServer
    {
        void incomingConnection(qintptr descriptor) override { accepted = descriptor; }
        qintptr accepted = -1;
    };

    void serve(std::promise<quint16> &port)
    {
        Acceptor server;
        server.listen(QHostAddress::LocalHost);
        port.set_value(server.serverPort());
        if (!server.waitForNewConnection(5000) && server.accepted < 0)
            return;
        QSslSocket socket;
        socket.setSocketDescriptor(server.accepted);
        socket.setLocalCertificate(QSslCertificate{m_certificate.leaf});
        socket.setPrivateKey(QSslKey{m_certificate.key, QSsl::Ec});
        socket.startServerEncryption();
        if (!socket.waitForEncrypted(2000))
            return;
        NexoHttp request{NexoHttp::Kind::Request};
        while (request.feed(socket.readAll()) == NexoHttp::State::Reading && socket.waitForReadyRead(2000)) {
        }
        m_deed(socket, request.body());
    }

    SimulatedCertificate m_certificate = *makeSimulatedCertificate(u"V400m-1.test.terminal.adyen.com"_s);
    Deed m_deed;
    quint16 m_port = 0;
    std::thread m_thread;
};

/// What a charge makes of a hostile terminal, and how long it took.
struct Attempt
{
    Result<Charge> charge;
    std::chrono::milliseconds duration;
};

Attempt chargeAgainst(HostileTerminal::Deed deed)
{
    const HostileTerminal hostile{std::move(deed)};
    RecordedLog log;
    const SystemClock clock;
    NexoTerminal till{hostile.profile(), log, clock};
    const auto begin = std::chrono::steady_clock::now();
    auto charge = till.charge(Id<PaymentIntent>::generate(), price, {});
    return {std::move(charge), std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin)};
}

void isUnknownSoon(HostileTerminal::Deed deed)
{
    const Attempt attempt = chargeAgainst(std::move(deed));
    REQUIRE(attempt.charge);
    CHECK(attempt.charge->state == ChargeState::Unknown);
    CHECK(attempt.duration < 8s);
}

/// Answers a sealed request with what `change` makes of an approval.
template <typename Change>
HostileTerminal::Deed approving(Change change)
{
    return [change](QSslSocket &socket, const QByteArray &request) {
        const NexoKey key{.identifier = u"k"_s, .version = 1, .passphrase = u"p"_s};
        const NexoKeys keys = deriveNexoKeys(key.passphrase);
        NexoMessage message = nexoMessageFromJson(openNexo(request, keys).value()).value();
        message.toTerminal = false;
        message.header.type = u"Response"_s;
        message.body = {{u"Response"_s, QJsonObject{{u"Result"_s, u"Success"_s}}},
                        {u"SaleData"_s, message.body.value(u"SaleData"_s)},
                        {u"PaymentResult"_s, QJsonObject{{u"AmountsResp"_s, QJsonObject{{u"AuthorizedAmount"_s, nexoAmount(price)}}}}}};
        change(message);
        HostileTerminal::send(socket, httpAnswer("200 OK", *sealNexo(message, key, keys, makeNexoNonce())));
    };
}

TEST_CASE("an approval counts only for the request that it answers")
{
    CHECK(chargeAgainst(approving([](NexoMessage &) {})).charge->state == ChargeState::Approved);
    isUnknownSoon(approving([](NexoMessage &message) { message.header.serviceId = u"0000000000"_s; }));
    isUnknownSoon(approving([](NexoMessage &message) { message.header.poiId = u"V400m-2"_s; }));
    isUnknownSoon(approving([](NexoMessage &message) { message.header.saleId = u"TILL2"_s; }));
    isUnknownSoon(approving([](NexoMessage &message) { message.header.category = u"Reversal"_s; }));
    isUnknownSoon(approving([](NexoMessage &message) { message.header.type = u"Request"_s; }));
    isUnknownSoon(approving([](NexoMessage &message) { message.toTerminal = true; }));
    isUnknownSoon(approving([](NexoMessage &message) {
        message.body[u"SaleData"_s] = QJsonObject{{u"SaleTransactionID"_s, QJsonObject{{u"TransactionID"_s, u"other"_s}}}};
    }));
}

TEST_CASE("an approval in the clear is none")
{
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) {
        HostileTerminal::send(socket, httpAnswer("200 OK", R"({"SaleToPOIResponse":{"MessageHeader":{},"PaymentResponse":{}}})"));
    });
}

TEST_CASE("answers without end, without sense or without measure leave the charge unknown, soon")
{
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { socket.abort(); });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { HostileTerminal::send(socket, "SSH-2.0-OpenSSH\r\n\r\n"); });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { HostileTerminal::send(socket, httpAnswer("500 Oops", "{}")); });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { HostileTerminal::send(socket, httpAnswer("200 OK", {})); });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { // deep
        HostileTerminal::send(socket, httpAnswer("200 OK", QByteArray(500'000, '[')));
    });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { // huge
        HostileTerminal::send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n");
    });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { // endless, fast
        HostileTerminal::send(socket, "HTTP/1.1 200 OK\r\n\r\n");
        for (int i = 0; i < 100 && socket.state() == QAbstractSocket::ConnectedState; ++i)
            HostileTerminal::send(socket, QByteArray(64 * 1024, 'x'));
    });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { // endless, slow
        for (int i = 0; i < 5000 && socket.state() == QAbstractSocket::ConnectedState; ++i) {
            HostileTerminal::send(socket, "H");
            socket.waitForReadyRead(10);
        }
    });
    isUnknownSoon([](QSslSocket &socket, const QByteArray &) { socket.waitForDisconnected(5000); }); // silent
}

TEST_CASE("only the pinned root and the name of this terminal are believed, before anything is sent")
{
    RecordedLog log;
    const SystemClock clock;
    const auto refusedWith = [&](auto change) {
        bool reached = false;
        std::optional<Error> error;
        {
            const HostileTerminal hostile{[&reached](QSslSocket &, const QByteArray &request) { reached = !request.isEmpty(); }};
            NexoProfile profile = hostile.profile();
            change(profile);
            const auto charge = NexoTerminal{profile, log, clock}.charge(Id<PaymentIntent>::generate(), price, {});
            REQUIRE_FALSE(charge);
            error = charge.error();
        }
        CHECK_FALSE(reached);
        return error->code;
    };
    CHECK(refusedWith([](NexoProfile &profile) { profile.rootPem = makeSimulatedCertificate(u"x"_s)->root; }) ==
          ErrorCode::TerminalUnavailable);
    CHECK(refusedWith([](NexoProfile &profile) { profile.poiId = u"V400m-2"_s; }) == ErrorCode::TerminalUnavailable);
    CHECK(refusedWith([](NexoProfile &profile) { profile.isLive = true; }) == ErrorCode::TerminalUnavailable);
    CHECK(refusedWith([](NexoProfile &profile) { profile.hasLegacyCertificate = true; }) == ErrorCode::TerminalUnavailable);
}

TEST_CASE("a line that speaks no TLS is refused before anything is sent")
{
    QTcpServer mute;
    REQUIRE(mute.listen(QHostAddress::LocalHost));
    RecordedLog log;
    const SystemClock clock;
    NexoProfile profile{.host = u"127.0.0.1"_s, .port = mute.serverPort(), .poiId = u"V400m-1"_s, .saleId = u"TILL1"_s};
    profile.rootPem = makeSimulatedCertificate(u"x"_s)->root;
    profile.key = {.identifier = u"k"_s, .version = 1, .passphrase = u"p"_s};
    profile.limits.connect = 200ms;
    CHECK((NexoTerminal{profile, log, clock}.charge(Id<PaymentIntent>::generate(), price, {}).error().code) ==
          ErrorCode::TerminalUnavailable);
}

TEST_CASE_METHOD(NexoFixture, "who does not have our key cannot show anything to the cashier")
{
    profile.noticePort = quint16{0};
    profile.limits.noticeClient = 200ms;
    NexoTerminal till = driver();
    const auto post = [&till](const QByteArray &bytes) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, till.noticePort());
        REQUIRE(socket.waitForConnected(1000));
        socket.write(bytes);
        socket.waitForDisconnected(2000);
        return socket.readAll().left(12);
    };
    CHECK(post(httpPost("/", "h", R"({"SaleToPOIRequest":{"MessageHeader":{},"DisplayRequest":{}}})")) == "HTTP/1.1 400");
    CHECK(post("GET / HTTP/1.1\r\n\r\n") == "HTTP/1.1 400");
    CHECK(post("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") == "HTTP/1.1 400");
    CHECK(post("nothing more comes").isEmpty());
    CHECK(log.lines().isEmpty());
}

TEST_CASE("a till that ends does not wait for a terminal that ends its day")
{
    std::promise<void> asked;
    std::promise<void> stopped;
    const HostileTerminal silent{[&](QSslSocket &, const QByteArray &) {
        asked.set_value();
        stopped.get_future().wait_for(30s);
    }};
    NexoProfile profile = silent.profile();
    profile.limits.endOfDay = 10min;
    RecordedLog log;
    const SystemClock clock;
    NexoTerminal till{profile, log, clock};
    auto day = std::async(std::launch::async, [&] { return till.totals(true); });
    asked.get_future().wait();
    till.cancel();
    CHECK(day.get().error().code == ErrorCode::Timeout);
    stopped.set_value();
}

} // namespace
} // namespace guichet
