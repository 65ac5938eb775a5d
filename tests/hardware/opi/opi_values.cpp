// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "hardware/opi/OpiAmount.h"
#include "hardware/opi/OpiFraming.h"
#include "hardware/opi/OpiProfile.h"
#include "hardware/opi/OpiRequestId.h"
#include "hardware/opi/OpiXml.h"
#include "tests/support/Property.h"

#include <QDeadlineTimer>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

Id<PaymentIntent> intentOf(const char *text)
{
    return *Id<PaymentIntent>::fromString(QString::fromLatin1(text));
}

TEST_CASE("frames come out whole however the line cuts them")
{
    property("any messages, any pieces", [](const std::vector<std::string> &messages) {
        QByteArray line;
        std::vector<QByteArray> sent;
        for (const std::string &message : messages)
            if (!message.empty())
                sent.push_back(QByteArray::fromStdString(message));
        for (const QByteArray &xml : sent)
            line += opiFrame(xml);
        OpiFrameReader reader;
        std::vector<QByteArray> got;
        for (qsizetype at = 0; at < line.size();) {
            const auto size = *rc::gen::inRange<qsizetype>(1, 12);
            reader.feed(line.mid(at, size));
            at += size;
            while (const auto xml = reader.take())
                got.push_back(*xml);
        }
        RC_ASSERT(got == sent);
        RC_ASSERT(!reader.isBroken() && !reader.isWithinMessage());
    });
}

TEST_CASE("a frame split at any byte is the same frame")
{
    const QByteArray line = opiFrame("<a/>"_ba) + opiFrame("<b>12</b>"_ba);
    CHECK(line.startsWith(QByteArray::fromHex("00000004")));
    for (qsizetype cut = 0; cut <= line.size(); ++cut) {
        OpiFrameReader reader;
        reader.feed(line.left(cut));
        std::vector<QByteArray> got;
        while (const auto xml = reader.take())
            got.push_back(*xml);
        reader.feed(line.mid(cut));
        while (const auto xml = reader.take())
            got.push_back(*xml);
        CHECK(got == std::vector{"<a/>"_ba, "<b>12</b>"_ba});
    }
}

TEST_CASE("a length that cannot be breaks the line at once, however little follows")
{
    for (const char *head : {"00000000", "40000000", "7fffffff", "ffffffff", "00061a81"}) {
        OpiFrameReader reader;
        reader.feed(QByteArray::fromHex(head));
        CHECK_FALSE(reader.take());
        CHECK(reader.isBroken());
        reader.feed(QByteArray(100, 'x'));
        CHECK_FALSE(reader.take());
    }
}

TEST_CASE("amounts have two decimals and a dot, and never pass through a double")
{
    CHECK(opiAmountText(Money::fromCents(1295)) == u"12.95");
    CHECK(opiAmountText(Money::fromCents(-50)) == u"-0.50");
    CHECK(opiAmountFrom(u"39.5"_s) == Money::fromCents(3950));
    CHECK(opiAmountFrom(u"12"_s) == Money::fromCents(1200));
    for (const QString &no : {u""_s, u"12,95"_s, u"1e3"_s, u"12.955"_s, u"123456789.00"_s, u"10000000.01"_s, u" 1"_s, u"--1"_s, u"٣"_s})
        CHECK_FALSE(opiAmountFrom(no));
    property("what is written is read", [] {
        const Money amount = *anyMoney();
        RC_ASSERT(opiAmountFrom(opiAmountText(amount)) == amount);
    });
}

TEST_CASE("the RequestID of an intent is its own time, the same after any restart, and grows")
{
    // 2026-01-01T00:00:00.000Z, one second later, and 10^9 centiseconds later
    CHECK(opiRequestId(intentOf("019b76da-a800-7000-8000-000000000001")) == 0);
    CHECK(opiRequestId(intentOf("019b76da-abe8-7000-8000-000000000001")) == 100);
    CHECK(opiRequestId(intentOf("019dcae6-8c00-7abc-9000-000000000001")) == 0);
    const Id<PaymentIntent> intent = Id<PaymentIntent>::generate();
    CHECK(opiRequestId(intent) == opiRequestId(intent));
    CHECK(std::abs(opiTimeOf(intent).msecsTo(SystemClock{}.now())) < 10'000);
    CHECK(isEarlierRequest(99, 100));
    CHECK(isEarlierRequest(999'999'999, 5)); // the turn of the counter
    CHECK_FALSE(isEarlierRequest(100, 100));
    CHECK_FALSE(isEarlierRequest(101, 100));
    CHECK_FALSE(isEarlierRequest(-1, 100));
}

TEST_CASE("other requests never have the id of a payment of these weeks")
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'767'225'600'000, brussels());
    CHECK(opiServiceRequestId(now) == 500'000'000);
    CHECK_FALSE(isEarlierRequest(opiServiceRequestId(now), opiRequestId(intentOf("019b76da-a800-7000-8000-000000000001"))));
    CHECK(opiServiceRequestId(now.addYears(-1)) >= 0);
}

TEST_CASE("both dialects come with their ports and tickets, and wrong settings are named")
{
    CHECK(OpiProfile::twoChannels(u"192.0.2.7"_s).check());
    CHECK(OpiProfile::twoChannels(u"192.0.2.7"_s).port == 4100);
    CHECK(OpiProfile::twoChannels(u"192.0.2.7"_s).tillPort == 4102);
    CHECK(OpiProfile::oneSocket(u"fe80::1"_s).check());
    CHECK(OpiProfile::oneSocket(u"fe80::1"_s).port == 20002);
    CHECK(OpiProfile::oneSocket({}).tickets.merchant == u"Printer");
    OpiProfile profile = OpiProfile::twoChannels(u"terminal.example"_s);
    CHECK(profile.check().error().values == QStringList{u"address"_s});
    profile = OpiProfile::twoChannels(u"192.0.2.7"_s);
    profile.workstationId = u"till \"1\""_s;
    CHECK(profile.check().error().values == QStringList{u"workstationId"_s});
    profile = OpiProfile::twoChannels(u"192.0.2.7"_s);
    profile.shift = 1000;
    CHECK(profile.check().error().values == QStringList{u"shift"_s});
}

TEST_CASE("limits shrink for tests, but computers keep a second among themselves")
{
    const OpiLimits limits = OpiLimits{}.dividedBy(1000);
    CHECK(limits.payment == std::chrono::milliseconds{300});
    CHECK(limits.betweenRequests == std::chrono::milliseconds{1});
    CHECK(limits.connect == std::chrono::milliseconds{1000});
}

TEST_CASE("XML says the same in attributes and elements, in UTF-8 and ISO-8859-1")
{
    const auto attribute = readOpiXml(R"(<?xml version="1.0" encoding="UTF-8"?><n:A xmlns:n="urn:n" B="café"/>)"_ba);
    const auto element = readOpiXml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><A><B> caf\xE9\n</B></A>"_ba);
    REQUIRE(attribute);
    REQUIRE(element);
    CHECK(attribute->name == u"A");
    CHECK(attribute->value(u"B") == u"café");
    CHECK(element->value(u"B") == u"café");
    CHECK(element->find(u"B")->text == u" café\n");
    CHECK(element->value(u"C").isEmpty());
    CHECK(opiReadable("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\xE9"_ba).endsWith(u'é'));
}

TEST_CASE("hostile XML is refused: DTDs, entities, depth, floods, other encodings, nothing at all")
{
    const QByteArray laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>"_ba;
    const QByteArray outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"_ba;
    const QByteArray lower = "<!doctype a><a/>"_ba;
    const QByteArray unknownEntity = "<a>&b;</a>"_ba;
    const QByteArray utf16 = QByteArray::fromHex("fffe3c0061002f003e00");
    const QByteArray deep = QByteArray("<a>").repeated(100'000);
    const QByteArray deepAndClosed = QByteArray("<a>").repeated(20) + QByteArray("</a>").repeated(20);
    const QByteArray wide = "<a>" + QByteArray("<b/>").repeated(10'000) + "</a>";
    const QByteArray nothing;
    for (const QByteArray &xml :
         {laughs, outside, lower, unknownEntity, utf16, deep, deepAndClosed, wide, nothing, "<a>"_ba, "<a/><b/>"_ba, "<a b='1' b='2'/>"_ba,
          "plain"_ba, "<?xml version=\"1.0\" encoding=\"EBCDIC-X\"?><a/>"_ba, "<a\0/>"_ba + "b"})
        CHECK(readOpiXml(xml).error().code == ErrorCode::DeviceAnswerInvalid);
}

TEST_CASE("an element with a hundred thousand attributes costs no time")
{
    QByteArray xml = "<a"_ba;
    for (int at = 0; at < 40'000; ++at)
        xml += " b" + QByteArray::number(at) + "=''";
    const QDeadlineTimer limit{2000};
    CHECK_FALSE(readOpiXml(xml + "/>"));
    CHECK_FALSE(limit.hasExpired());
}

} // namespace
} // namespace guichet
