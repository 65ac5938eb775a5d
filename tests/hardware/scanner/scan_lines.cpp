// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/ScanCode.h"
#include "hardware/scanner/ScanLineReader.h"
#include "hardware/scanner/scannerLine.h"
#include "tests/support/Catch.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

QStringList codesOf(ScanLineReader &reader, const QByteArray &bytes)
{
    QStringList codes;
    reader.feed(bytes);
    while (const auto code = reader.take())
        codes << *code;
    return codes;
}

TEST_CASE("codes end with CR, LF, Tab or ETX, however the bytes are cut")
{
    ScanLineReader reader;
    CHECK(codesOf(reader, "]E0541"_ba).isEmpty());
    CHECK(reader.isReading());
    CHECK(codesOf(reader, "0000000019\r\n\x02second\x03third\tfo"_ba) == QStringList{u"]E05410000000019"_s, u"second"_s, u"third"_s});
    CHECK(reader.silence() == u"fo"_s);
    CHECK_FALSE(reader.silence());
    CHECK(codesOf(reader, "\r\r\n\n"_ba).isEmpty());
}

TEST_CASE("GS stays, accents are read as UTF-8 and else as Latin-1")
{
    ScanLineReader reader;
    CHECK(codesOf(reader, "]d2010541\x1D"
                          "21\r"_ba) == QStringList{u"]d2010541\u001D21"_s});
    CHECK(codesOf(reader, "caf\xC3\xA9\r"_ba) == QStringList{u"café"_s});
    CHECK(codesOf(reader, "caf\xE9\r"_ba) == QStringList{u"café"_s});
    CHECK(codesOf(reader, "\xEF\xBB\xBF\r"_ba) == QStringList{u"\uFEFF"_s}); // a code is never nothing
}

TEST_CASE("a scanner that never ends takes no memory, and its code is refused")
{
    ScanLineReader reader;
    for (int i = 0; i < 1000; ++i)
        CHECK(codesOf(reader, QByteArray{10'000, '7'}).isEmpty());
    const QStringList codes = codesOf(reader, "\r5410000000019\r"_ba);
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].size() <= 4 * (longestScan + 1));
    CHECK(parseScanCode(codes[0], {}).error().code == ErrorCode::InvalidInput);
    CHECK(codes[1] == u"5410000000019"_s);
}

TEST_CASE("a USB scanner is found again under another name, by its serial number where there are two")
{
    const std::vector<SerialPortFound> ports{{.path = u"/dev/ttyS0"_s},
                                             {.path = u"/dev/ttyACM0"_s, .vendor = 0x0c2e, .product = 0x0b61, .serialNumber = u"A"_s},
                                             {.path = u"/dev/ttyACM3"_s, .vendor = 0x0c2e, .product = 0x0b61, .serialNumber = u"B"_s}};
    CHECK(scannerLine({.usb = u"0C2E:0b61"_s}, ports) == u"serial:/dev/ttyACM0"_s);
    CHECK(scannerLine({.line = u"serial:any:115200"_s, .usb = u"0c2e:0b61:B"_s}, ports) == u"serial:/dev/ttyACM3:115200"_s);
    CHECK(scannerLine({.usb = u"0c2e:0b61:C"_s}, ports).error().code == ErrorCode::DeviceUnavailable);
    CHECK(scannerLine({.line = u"serial:/dev/ttyS1"_s}, ports) == u"serial:/dev/ttyS1"_s);
}

} // namespace
} // namespace guichet
