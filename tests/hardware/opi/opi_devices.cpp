// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiDeviceChannel.h"
#include "hardware/opi/OpiFraming.h"
#include "tests/hardware/opi/OpiFixture.h"

#include <QTcpSocket>

/// Channel 1: who is heard, and what becomes of it.
namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct ChannelFixture
{
    RecordedLog log;
    KeptMemory values;
    OpiMemory memory{values, log};
    OpiProfile profile = OpiProfile::twoChannels(u"127.0.0.1"_s);
    OpiTillDevices devices{profile, memory, log};
    std::unique_ptr<OpiDeviceChannel> channel;

    void open()
    {
        profile.tillPort = 0;
        channel = std::make_unique<OpiDeviceChannel>(profile, devices, log);
        REQUIRE(channel->open());
        REQUIRE(channel->open()); // again: nothing to do
    }

    /// A connection as the terminal makes it; from another address of this computer if given.
    std::unique_ptr<QTcpSocket> connected(const QString &from = {}) const
    {
        auto socket = std::make_unique<QTcpSocket>();
        if (!from.isEmpty())
            REQUIRE(socket->bind(QHostAddress{from}));
        socket->connectToHost(QHostAddress{profile.address}, channel->port());
        REQUIRE(socket->waitForConnected(2000));
        return socket;
    }
};

QByteArray output(const QByteArray &requestId, const QByteArray &target, const QByteArray &line, const QByteArray &workstation = "1")
{
    return "<DeviceRequest WorkstationID=\""_ba + workstation + "\" RequestID=\"" + requestId +
           "\" RequestType=\"Output\"><Output OutDeviceTarget=\"" + target + "\"><TextLine>" + line +
           "</TextLine></Output></DeviceRequest>";
}

/// What comes back to one message; empty: nothing.
QByteArray exchange(QTcpSocket &socket, const QByteArray &xml)
{
    socket.write(opiFrame(xml));
    OpiFrameReader reader;
    while (socket.waitForReadyRead(2000)) {
        reader.feed(socket.readAll());
        if (const auto answer = reader.take())
            return *answer;
    }
    return {};
}

bool isHungUp(QTcpSocket &socket)
{
    return socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(3000);
}

TEST_CASE_METHOD(ChannelFixture, "tickets go where the profile says, to the request that they name")
{
    open();
    devices.begin(8);
    const auto terminal = connected();
    CHECK(exchange(*terminal, output("8.1", "Printer", "for the customer")).contains("OverallResult=\"Success\""));
    CHECK(exchange(*terminal, output("8.2", "JournalPrinter", "for the shop")).contains("OutDeviceTarget=\"JournalPrinter\""));
    CHECK(exchange(*terminal, output("8.3", "CashierDisplay", "Insert card")).contains("OutResult=\"Success\""));
    CHECK(exchange(*terminal, output("8.4", "DeliveryBox", "taken and forgotten")).contains("Success"));
    CHECK(exchange(*terminal, output("9.1", "Printer", "of another request")).contains("Success"));
    CHECK(exchange(*terminal, output("x", "Printer", "of the one that runs")).contains("Success"));
    CHECK(devices.slipsOf(8) == OpiSlips{.customer = {u"for the customer"_s, u"of the one that runs"_s}, .merchant = {u"for the shop"_s}});
    CHECK(devices.takePrompt() == u"Insert card");
    CHECK(devices.takePrompt().isEmpty());
    CHECK(devices.slipsOf(9).isEmpty());
    CHECK(devices.answeredCount() == 6);
}

TEST_CASE_METHOD(ChannelFixture, "what is for another till is refused, what is no device request ends the line")
{
    open();
    const auto terminal = connected();
    const QByteArray refusal = exchange(*terminal, output("8.1", "Printer", "x", "2"));
    CHECK(refusal.contains("OverallResult=\"Failure\""));
    CHECK(refusal.contains("OutResult=\"Failure\""));
    for (const QByteArray &wrong : {"<Login/>"_ba, "no XML"_ba, "<!DOCTYPE a><DeviceRequest/>"_ba, QByteArray("<a>").repeated(50)}) {
        const auto socket = connected();
        CHECK(exchange(*socket, wrong).isEmpty());
        CHECK(isHungUp(*socket));
    }
    CHECK(exchange(*terminal, output("8.1", "Printer", "still there")).contains("Success"));
}

TEST_CASE_METHOD(ChannelFixture, "only the terminal is heard")
{
    profile.address = u"127.0.0.2"_s;
    open();
    const auto stranger = connected(u"127.0.0.3"_s);
    CHECK(exchange(*stranger, output("8.1", "Printer", "x")).isEmpty());
    CHECK(isHungUp(*stranger));
    CHECK(log.count(u"refused 127.0.0.3"_s) == 1);
    const auto terminal = connected(u"127.0.0.2"_s);
    CHECK(exchange(*terminal, output("8.1", "Printer", "x")).contains("Success"));
}

TEST_CASE_METHOD(ChannelFixture, "half a request and a gigabyte of one are not waited for, and the next connection is answered")
{
    profile.limits.deviceFrame = 50ms;
    open();
    const auto half = connected();
    half->write(opiFrame(output("8.1", "Printer", "x")).left(20));
    CHECK(isHungUp(*half));
    const auto huge = connected();
    huge->write(QByteArray::fromHex("40000000") + QByteArray(100'000, 'x'));
    CHECK(isHungUp(*huge));
    std::vector<std::unique_ptr<QTcpSocket>> idle; // a terminal that has restarted again and again
    for (int at = 0; at < 20; ++at)
        idle.push_back(connected());
    CHECK(exchange(*connected(), output("8.1", "Printer", "x")).contains("Success"));
    CHECK(isHungUp(*idle.front()));
}

TEST_CASE_METHOD(ChannelFixture, "the channel closes while the terminal is connected")
{
    open();
    const auto terminal = connected();
    channel.reset();
    CHECK(isHungUp(*terminal));
}

TEST_CASE_METHOD(ChannelFixture, "a ticket without end is cut, and only the last few are kept")
{
    OpiOutput endless{.target = u"Printer"_s, .ticketType = {}, .lines = QStringList(300, u"x"_s), .journal = {}};
    OpiDeviceRequest request;
    request.requestId = u"8"_s;
    request.outputs = {endless, endless};
    devices.begin(8);
    for (int at = 0; at < 10; ++at)
        devices.answer(request);
    CHECK(devices.slipsOf(8).customer.size() == 400);
    for (qint64 id = 9; id < 13; ++id)
        devices.begin(id);
    CHECK(devices.slipsOf(8).isEmpty());
}

TEST_CASE_METHOD(ChannelFixture, "a number that nobody can key here is not available")
{
    OpiDeviceRequest request;
    request.input = OpiInput{.target = u"CashierKeyboard"_s, .command = u"GetAmount"_s, .text = {}};
    CHECK(devices.answer(request).overallResult == u"DeviceUnavailable");
}

TEST_CASE_METHOD(ChannelFixture, "a question that nobody answers is answered no")
{
    OpiDeviceRequest request;
    request.input = OpiInput{.target = u"CashierKeyboard"_s, .command = u"GetConfirmation"_s, .text = u"Signature OK ?"_s};
    CHECK(devices.answer(request).confirmed == false);
    std::chrono::milliseconds patience{0};
    devices.setQuestion([&patience](const QString &text, std::chrono::milliseconds limit) {
        patience = limit;
        return text == u"Signature OK ?";
    });
    CHECK(devices.answer(request).confirmed == true);
    CHECK(patience == profile.limits.question);
    request.input->text.clear();
    devices.setQuestion([](const QString &text, std::chrono::milliseconds) { return text == u"CONFIRM"; });
    CHECK(devices.answer(request).confirmed == true);
}

} // namespace
} // namespace guichet
