// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/TcpStream.h"
#include "tests/support/Catch.h"

#include <QTcpServer>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("a setting names its line, and what names none is refused")
{
    CHECK((*makeByteStream(u"tcp:192.0.2.1:9100"_s))->name() == u"tcp:192.0.2.1:9100");
    CHECK((*makeByteStream(u"tcp:[2001:db8::1]"_s, 9100))->name() == u"tcp:[2001:db8::1]:9100");
    CHECK((*makeByteStream(u"serial:/dev/ttyUSB0:115200"_s))->name() == u"serial:/dev/ttyUSB0:115200");
    CHECK((*makeByteStream(u"usb:/dev/usb/lp0"_s))->name() == u"usb:/dev/usb/lp0");
    for (const QString &bad : {u""_s, u"tcp:"_s, u"tcp:host"_s, u"tcp:host:0"_s, u"tcp:host:70000"_s, u"tcp:a b:9"_s, u"serial:"_s,
                               u"usb:relative"_s, u"usb:/dev/../etc/passwd"_s, u"file:/tmp"_s})
        CHECK(makeByteStream(bad).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("bytes go both ways, and what came too much waits for the next read")
{
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    TcpStream line{u"127.0.0.1"_s, server.serverPort()};
    REQUIRE(line.open(2s));
    REQUIRE(server.waitForNewConnection(2000));
    TcpStream peer{std::unique_ptr<QTcpSocket>{server.nextPendingConnection()}};
    REQUIRE(line.write("question"_ba, 2s));
    QByteArray buffer;
    CHECK(readExactly(peer, buffer, 4, 2s) == "ques"_ba);
    CHECK(readExactly(peer, buffer, 4, 2s) == "tion"_ba);
    CHECK(readExactly(peer, buffer, 1, 20ms).error().code == ErrorCode::Timeout);
    CHECK(peer.read(10ms) == QByteArray{});
    peer.close();
    CHECK(readExactly(line, buffer, 1, 2s).error().code == ErrorCode::DeviceUnavailable);
}

TEST_CASE("a device that is not there is said at once")
{
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    for (const QString &setting : {u"tcp:127.0.0.1:%1"_s.arg(port), u"serial:/dev/no-such-port"_s, u"usb:/dev/usb/no-such-printer"_s}) {
        const auto stream = makeByteStream(setting);
        REQUIRE(stream);
        CHECK((*stream)->open(2s).error().code == ErrorCode::DeviceUnavailable);
        CHECK_FALSE((*stream)->isOpen());
        CHECK((*stream)->write("x"_ba, 1s).error().code == ErrorCode::DeviceUnavailable);
    }
}

} // namespace
} // namespace guichet
