// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceLog.h"
#include "hardware/records/FileDeviceMemory.h"
#include "hardware/records/maskCardData.h"
#include "tests/support/Catch.h"

#include <QTemporaryDir>

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
