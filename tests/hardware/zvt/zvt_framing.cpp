// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtApdu.h"
#include "hardware/zvt/ZvtSerialFraming.h"
#include "tests/support/Property.h"

#include <QHash>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

using Heard = ZvtSerialReader::Kind;

rc::Gen<QByteArray> anyBytes(int most)
{
    return rc::gen::map(rc::gen::resize(most, rc::gen::container<std::string>(rc::gen::cast<char>(rc::gen::inRange(0, 256)))),
                        [](const std::string &bytes) { return QByteArray::fromStdString(bytes); });
}

std::vector<ZvtSerialReader::Event> eventsIn(const QByteArray &bytes)
{
    ZvtSerialReader reader;
    reader.feed(bytes);
    std::vector<ZvtSerialReader::Event> events;
    while (const auto event = reader.take())
        events.push_back(*event);
    return events;
}

TEST_CASE("the known frames of a serial line are written and read byte for byte")
{
    const QByteArray registration = QByteArray::fromHex("060006123456BA0978");
    const QByteArray accepted = QByteArray::fromHex("800000");
    CHECK(zvtFrame(registration) == QByteArray::fromHex("1002060006123456BA0978100324C3"));
    CHECK(zvtFrame(accepted) == QByteArray::fromHex("10028000001003F51F"));
    const auto events = eventsIn(zvtFrame(registration) + zvtFrame(accepted));
    REQUIRE(events.size() == 2);
    CHECK(events[0] == ZvtSerialReader::Event{.kind = Heard::Message, .apdu = registration});
    CHECK(events[1] == ZvtSerialReader::Event{.kind = Heard::Message, .apdu = accepted});
}

TEST_CASE("a ten in a message is doubled on the line and counts once")
{
    const QByteArray apdu = QByteArray::fromHex("060102101003");
    const QByteArray longer = QByteArray::fromHex("0601031010") + char{3};
    CHECK(eventsIn(zvtFrame(longer)) == std::vector<ZvtSerialReader::Event>{{.kind = Heard::Message, .apdu = longer}});
    CHECK(zvtFrame(longer).startsWith(QByteArray::fromHex("10020601031010101003")));
    CHECK(eventsIn(zvtFrame(apdu)).front().kind == Heard::Broken); // it says two bytes and has three
}

TEST_CASE("noise, broken sums and messages without end do not hide the next message")
{
    const QByteArray good = zvtFrame(QByteArray::fromHex("800000"));
    QByteArray wrongSum = good;
    wrongSum.back() = static_cast<char>(wrongSum.back() ^ 1);
    const auto lastOf = [&](const QByteArray &before) { return eventsIn(before + good).back().kind; };
    CHECK(lastOf("noise"_ba) == Heard::Message);
    CHECK(lastOf(wrongSum) == Heard::Message);
    CHECK(lastOf(QByteArray::fromHex("10020601")) == Heard::Message);
    CHECK(lastOf(QByteArray::fromHex("10")) == Heard::Message);
    CHECK(eventsIn(wrongSum).front().kind == Heard::Broken);
    CHECK(eventsIn(QByteArray::fromHex("0615")).size() == 2);
    CHECK(eventsIn(QByteArray::fromHex("1002") + QByteArray(70'000, 'x')).front().kind == Heard::Broken);
}

TEST_CASE("any message on a serial line arrives whole, in whatever pieces")
{
    property("serial", [] {
        const QByteArray apdu = toBytes({.command = ZvtCommand::PrintLine, .data = *anyBytes(600)});
        const QByteArray frame = zvtFrame(apdu);
        const auto cut = *rc::gen::inRange<qsizetype>(0, frame.size() + 1);
        ZvtSerialReader reader;
        reader.feed(QByteArrayView{frame}.first(cut));
        reader.feed(QByteArrayView{frame}.sliced(cut));
        const ZvtSerialReader::Event whole{.kind = Heard::Message, .apdu = apdu};
        RC_ASSERT(reader.take() == whole);
        RC_ASSERT(!reader.take());
        RC_ASSERT(!reader.isWithinMessage());
    });
}

TEST_CASE("a flipped bit in a serial message never passes for a message")
{
    property("crc", [] {
        const QByteArray apdu = toBytes({.command = ZvtCommand::PrintLine, .data = *anyBytes(60)});
        QByteArray frame = zvtFrame(apdu);
        const auto at = *rc::gen::inRange<qsizetype>(2, frame.size());
        frame[at] = static_cast<char>(frame[at] ^ 1 << *rc::gen::inRange(0, 8));
        for (const auto &event : eventsIn(frame))
            RC_ASSERT(event.kind != Heard::Message);
    });
}

TEST_CASE("lengths beyond 254 take two more bytes, the lower first")
{
    CHECK(toBytes({.command = ZvtCommand::Accepted}) == QByteArray::fromHex("800000"));
    CHECK(toBytes({.command = ZvtCommand::PrintLine, .data = QByteArray(254, 'x')}).startsWith(QByteArray::fromHex("06D1FE78")));
    CHECK(toBytes({.command = ZvtCommand::PrintLine, .data = QByteArray(255, 'x')}).startsWith(QByteArray::fromHex("06D1FFFF0078")));
    CHECK(toBytes({.command = ZvtCommand::PrintLine, .data = QByteArray(300, 'x')}).startsWith(QByteArray::fromHex("06D1FF2C0178")));
    CHECK(zvtApduFrom(QByteArray::fromHex("06D1FF010078")) == ZvtApdu{.command = ZvtCommand::PrintLine, .data = "x"_ba});
    CHECK_FALSE(zvtApduFrom(QByteArray::fromHex("06D10278")));
    CHECK_FALSE(zvtApduFrom(QByteArray::fromHex("06D1017878")));
    CHECK_FALSE(zvtApduFrom(QByteArray::fromHex("06D1FF01")));
    CHECK(zvtRefusal(0x9C).instruction() == 0x9C);
    CHECK(ZvtApdu{.command = ZvtCommand::AcceptedToo}.isAccepted());
    CHECK_FALSE(zvtRefusal(0x83).isAccepted());
}

TEST_CASE("messages over TCP arrive whole, split and merged in any way")
{
    property("tcp", [] {
        const auto datas = *rc::gen::container<std::vector<QByteArray>>(anyBytes(400));
        QByteArray bytes;
        for (const QByteArray &data : datas)
            bytes += toBytes({.command = ZvtCommand::PrintTextBlock, .data = data});
        ZvtApduReader reader;
        std::vector<QByteArray> arrived;
        while (!bytes.isEmpty()) {
            const auto piece = *rc::gen::inRange<qsizetype>(1, bytes.size() + 1);
            reader.feed(bytes.first(piece));
            bytes.remove(0, piece);
            while (const auto apdu = reader.take())
                arrived.push_back(apdu->data);
        }
        RC_ASSERT(arrived == datas);
        RC_ASSERT(!reader.isWithinMessage());
    });
}

} // namespace
} // namespace guichet
