// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/transport/PseudoTerminal.h"
#include "hardware/transport/DeviceFileStream.h"
#include "hardware/transport/FindPorts.h"
#include "hardware/transport/TcpStream.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>

#include <fcntl.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

bool usesHandshakeWires(const QString &port)
{
    const int descriptor = ::open(QFile::encodeName(port).constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    termios line{};
    CHECK(::tcgetattr(descriptor, &line) == 0);
    ::close(descriptor);
    return (line.c_cflag & CRTSCTS) != 0;
}

/// The path of a file that is made with its folders.
QString putFile(const QString &path, const QByteArray &bytes)
{
    QDir{}.mkpath(QFileInfo{path}.path());
    QFile file{path};
    CHECK((file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()));
    return path;
}

TEST_CASE("a setting names its line, and what names none is refused")
{
    CHECK((*makeByteStream(u"tcp:192.0.2.1:9100"_s))->name() == u"tcp:192.0.2.1:9100");
    CHECK((*makeByteStream(u"tcp:[2001:db8::1]"_s, 9100))->name() == u"tcp:[2001:db8::1]:9100");
    CHECK((*makeByteStream(u"serial:/dev/ttyUSB0:115200"_s))->name() == u"serial:/dev/ttyUSB0:115200");
    CHECK((*makeByteStream(u"usb:/dev/usb/lp0"_s))->name() == u"usb:/dev/usb/lp0");
    CHECK((*makePrinterStream(u"tcp:192.0.2.1"_s))->name() == u"tcp:192.0.2.1:9100");
    CHECK((*makePrinterStream(u"serial:/dev/ttyS0"_s))->name() == u"serial:/dev/ttyS0:9600:rts");
    CHECK((*makePrinterStream(u"serial:/dev/ttyS0:38400:xon"_s))->name() == u"serial:/dev/ttyS0:38400:xon");
    CHECK((*makePrinterStream(u"serial:COM3:none"_s))->name() == u"serial:COM3:9600");
    for (const QString &bad : {u"serial:/dev/ttyS0:rts:9600"_s, u"serial:/dev/ttyS0:9600:dtr"_s, u"file:/tmp"_s})
        CHECK(makePrinterStream(bad).error().code == ErrorCode::InvalidInput);
    CHECK_FALSE(makeByteStream(u"serial:/dev/ttyS0:9600:rts"_s)); // a terminal, a scanner and a display keep up
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

TEST_CASE("a printer that is full says so on its serial line, and the till waits until it has room")
{
    PseudoTerminal printer;
    REQUIRE(printer.open(1s));
    const auto line = *makePrinterStream(u"serial:%1:9600:xon"_s.arg(printer.portName()));
    REQUIRE(line->open(1s));
    REQUIRE(printer.write("\x13"_ba, 1s));
    CHECK(line->write("receipt"_ba, 100ms).error().code == ErrorCode::Timeout);
    CHECK(printer.read(50ms) == QByteArray{});
    REQUIRE(printer.write("\x11"_ba, 1s));
    REQUIRE(line->write("."_ba, 2s));
    QByteArray buffer;
    CHECK(readExactly(printer, buffer, 8, 2s) == "receipt."_ba);
}

TEST_CASE("a serial printer is driven with the wires that say whether it has room, unless the setting says otherwise")
{
    const auto [flow, wired] = GENERATE(table<QString, bool>({{u""_s, true}, {u":rts"_s, true}, {u":none"_s, false}, {u":xon"_s, false}}));
    PseudoTerminal printer;
    REQUIRE(printer.open(1s));
    const auto line = *makePrinterStream(u"serial:"_s + printer.portName() + flow);
    REQUIRE(line->open(1s));
    CHECK(usesHandshakeWires(printer.portName()) == wired);
    REQUIRE(line->write("receipt"_ba, 2s));
    QByteArray buffer;
    CHECK(readExactly(printer, buffer, 7, 2s) == "receipt"_ba);
}

TEST_CASE("the node of a USB printer is written and read, and is gone when its cable is")
{
    PseudoTerminal printer;
    REQUIRE(printer.open(1s));
    DeviceFileStream node{printer.portName()};
    REQUIRE(node.open(1s));
    const QByteArray job(20'000, 'x'); // more than the node takes at once
    QByteArray printed;
    std::thread reader{[&] {
        QByteArray buffer;
        printed = readExactly(printer, buffer, job.size(), 10s).value_or(QByteArray{});
    }};
    CHECK(node.write(job, 2s));
    reader.join();
    CHECK(printed == job);
    CHECK(node.read(20ms) == QByteArray{});
    REQUIRE(printer.write("\x16\x12"_ba, 1s));
    QByteArray buffer;
    CHECK(readExactly(node, buffer, 2, 2s) == "\x16\x12"_ba);
    printer.close();
    CHECK(node.write(job, 1s).error().code == ErrorCode::DeviceUnavailable);
    CHECK(readExactly(node, buffer, 1, 1s).error().code == ErrorCode::DeviceUnavailable);
}

TEST_CASE("a USB printer is found by the name that follows it, before the one of its socket, and says what it is")
{
    const QTemporaryDir machine;
    const DeviceFolders folders{.nodes = machine.filePath(u"dev"_s), .printers = machine.filePath(u"sys"_s)};
    const QString node = putFile(folders.nodes + u"/usb/lp0"_s, {});
    putFile(folders.printers + u"/lp0/device/ieee1284_id"_s, "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;\n"_ba);
    const QString second = putFile(folders.nodes + u"/usb/lp1"_s, {});
    REQUIRE(QDir{}.mkpath(folders.printers + u"/lp1/device"_s));
    putFile(folders.printers + u"/lp1/manufacturer"_s, "ACME\n"_ba);
    putFile(folders.printers + u"/lp1/product"_s, "Printer 80\n"_ba);
    const QString kept = folders.nodes + u"/guichet/printer-X1"_s;
    REQUIRE(QDir{}.mkpath(folders.nodes + u"/guichet"_s));
    REQUIRE(QFile::link(u"../usb/lp0"_s, kept));
    REQUIRE(QFile::link(u"nowhere"_s, folders.nodes + u"/guichet/printer-gone"_s));
    std::vector<FoundPort> found = findPorts({kept, folders.nodes + u"/mine"_s}, folders);
    std::erase_if(found, [](const FoundPort &port) { return port.kind == FoundPort::Kind::Serial; }); // of the machine of the test
    using Kind = FoundPort::Kind;
    CHECK(found == std::vector<FoundPort>{{Kind::PrinterNode, kept, u"EPSON TM-T20II"_s},
                                          {Kind::PrinterNode, node, u"EPSON TM-T20II"_s},
                                          {Kind::PrinterNode, second, u"ACME Printer 80"_s}});
}

TEST_CASE("a port that somebody named is there while its name leads to something")
{
    const QTemporaryDir machine;
    const DeviceFolders folders{.nodes = machine.path(), .printers = machine.path()};
    const QString target = putFile(machine.filePath(u"ttyX"_s), {});
    const QString name = machine.filePath(u"scanner"_s);
    const auto isThere = [&](const QString &path) {
        return std::ranges::any_of(findPorts({path}, folders), [&](const FoundPort &port) { return port.path == path; });
    };
    CHECK_FALSE(isThere(name));
    REQUIRE(QFile::link(target, name));
    CHECK(isThere(name));
    CHECK(isThere(u"ttyX"_s));
    REQUIRE(QFile::remove(target));
    CHECK_FALSE(isThere(name));
}

} // namespace
} // namespace guichet
