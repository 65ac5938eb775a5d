// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceLog.h"
#include "hardware/records/FileDeviceMemory.h"
#include "hardware/records/maskCardData.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

#include <QTemporaryDir>
#include <algorithm>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

TEST_CASE("of a card number the last four digits stay, of its track nothing")
{
    CHECK(maskCardData(u"pan 5413330089604111 ok"_s) == u"pan ************4111 ok");
    CHECK(maskCardData(u"5413330089604111=29122010000"_s) == u"************4111=***********");
    CHECK(maskCardData(u"amount 1234 date 20261125"_s) == u"amount 1234 date 20261125");
    CHECK(maskCardData({}).isEmpty());
    CHECK(maskedPan(u"5413330089604111"_s) == u"************4111");
    CHECK(maskedPan(u"541333 **** 9999"_s) == u"****** **** 9999");
    CHECK(maskedPan({}).isEmpty());
}

TEST_CASE("a card number in groups is masked as well, what only looks like one is not")
{
    CHECK(maskCardData(u"PAN 6703 4444 4444 4449 ok"_s) == u"PAN **** **** **** 4449 ok");
    CHECK(maskCardData(u"name=CARD&value=6703-4444-4444-4444-9&key=pan"_s) == u"name=CARD&value=****-****-****-*444-9&key=pan");
    CHECK(maskCardData(u"value=6703+4444+4444+4449"_s) == u"value=****+****+****+4449");
    CHECK(maskCardData(u"3714 496353 98431"_s) == u"**** ****** *8431");
    CHECK(maskCardData(u"541333 0089604111"_s) == u"****** ******4111"); // by its check digit
    for (const QString &other :
         {u"2026-11-25T14:10:00.000+01:00"_s, u"20261125 141000"_s, u"1 250,00 EUR"_s, u"06 01 0A 04 00 00 00 00 12 50 49 09 78 19 40"_s,
          u"541333 ****** 4111"_s, u"019b76da-1234-7000-8000-000000000001"_s, u"01976123-1234-7000-8000-000000000001"_s,
          u"tel 0475 123 456"_s, u"<TotalAmount>1250.00</TotalAmount>"_s})
        CHECK(maskCardData(other) == other);
}

namespace {

/// A number of 13 to 19 digits with its check digit, as a scheme might give out.
QString anyCardNumber()
{
    QString digits{QChar{static_cast<char16_t>(*rc::gen::inRange(int{'3'}, int{'7'}))}};
    const int length = *rc::gen::inRange(12, 19);
    while (digits.size() < length)
        digits += QChar{static_cast<char16_t>(*rc::gen::inRange(int{'0'}, int{'9'} + 1))};
    int sum = 0;
    for (qsizetype at = digits.size(), position = 1; at-- > 0; ++position) {
        const int digit = digits[at].digitValue() * (position % 2 == 0 ? 1 : 2);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return digits + QString::number((10 - sum % 10) % 10);
}

/// With a sign after every `size` digits.
QString grouped(const QString &digits, qsizetype size, QChar sign)
{
    QString text;
    for (qsizetype at = 0; at < digits.size(); at += size)
        text += (at > 0 ? QString{sign} : QString{}) + digits.mid(at, size);
    return text;
}

} // namespace

TEST_CASE("of any card number in groups no more than four digits are left, and nothing beside it")
{
    property("masked", [] {
        const QString number = anyCardNumber();
        const QChar sign = *rc::gen::element(QChar{u' '}, QChar{u'-'}, QChar{u'+'}, QChar{0xA0});
        const QString card = grouped(number, *rc::gen::inRange(3, 8), sign);
        const QString masked = maskCardData(u"<Card>"_s + card + u"</Card> 12,50"_s);
        const qsizetype readable = std::ranges::count_if(masked, [](QChar c) { return c.isDigit(); });
        RC_ASSERT(readable == 4 + 4); // of the card, of the amount
        RC_ASSERT(masked.startsWith(u"<Card>*"_s) && masked.endsWith(u"</Card> 12,50"_s));
        RC_ASSERT(masked.size() == card.size() + 19);
        RC_ASSERT(maskCardData(masked) == masked);
    });
}

TEST_CASE("the log keeps a month, one line a message, whatever a device says")
{
    const QTemporaryDir folder;
    SimulatedClock clock{QDateTime{{2026, 10, 1}, {9, 0}, Qt::UTC}};
    FileDeviceLog log{folder.filePath(u"logs"_s), clock};
    log.write(u"terminal"_s, DeviceLog::Direction::Sent, u"old"_s);
    clock.set(QDateTime{{2026, 11, 25}, {9, 0}, Qt::UTC});
    log.write(u"printer"_s, DeviceLog::Direction::Sent, u"a\nb\x1B[31m 5413330089604111"_s);
    log.write(u"terminal"_s, DeviceLog::Direction::Received, u"c"_s);
    REQUIRE(log.newest({}, 10).size() == 2);
    CHECK(log.newest(u"printer"_s, 10).first().endsWith(u"printer -> a\\nb·[31m ************4111"));
    CHECK(log.newest({}, 1).first().endsWith(u"terminal <- c"));
    CHECK_FALSE(log.everything().contains(u"old"_s));
}

TEST_CASE("what a driver remembers is there after a restart")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"memory/terminal.json"_s);
    REQUIRE(FileDeviceMemory{path}.remember(u"receipt"_s, u"17"_s));
    CHECK(FileDeviceMemory{path}.recall(u"receipt"_s) == u"17");
    CHECK(FileDeviceMemory{path}.recall(u"other"_s).isEmpty());
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    CHECK(FileDeviceMemory{path}.recall(u"receipt"_s).isEmpty());
}

} // namespace
} // namespace guichet
