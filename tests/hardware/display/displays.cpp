// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/display/SerialDisplay.h"
#include "hardware/display/displayBytes.h"
#include "hardware/simulated/display/SimulatedDisplay.h"
#include "tests/support/Catch.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

bool shows(SimulatedDisplay &display, const DisplayText &text)
{
    QElapsedTimer timer;
    timer.start();
    while (display.text() != text && timer.elapsed() < 5000)
        QThread::msleep(2);
    return display.text() == text;
}

TEST_CASE("the bytes of each emulation are those of its manual")
{
    CHECK(displayStart({.kind = u"cd5220"_s}) == "\x1B\x40\x0C"_ba);
    CHECK(displayLines({.kind = u"cd5220"_s}, {u"Miel"_s, u"7,50"_s}) == "\x1BQAMiel                \x0D\x1BQB7,50                \x0D"_ba);
    CHECK(displayStart({.kind = u"epson"_s, .characters = u"cp858"_s}) == "\x1B\x40\x1Bt\x13\x0C"_ba);
    CHECK(displayLines({.kind = u"epson"_s}, {u"Miel"_s, {}}) == "\x1F$\x01\x01Miel                \x1F$\x01\x02                    "_ba);
    CHECK(displayLines({}, {u"Miel"_s, {}}).isEmpty());
}

TEST_CASE("accents are those the display has, and the euro is EUR where it has none")
{
    for (const QString &kind : {u"cd5220"_s, u"epson"_s}) {
        const auto seen = [&](const QString &characters, const QString &text) {
            SimulatedGlass glass{kind, characters};
            glass.feed(displayLines({.kind = kind, .characters = characters}, {text, {}}));
            CHECK(glass.commandsNotUnderstood() == 0);
            return glass.text().upper;
        };
        CHECK(seen(u"cp437"_s, u"Château 5,00 €"_s) == u"Château 5,00 EUR"_s);
        CHECK(seen(u"cp858"_s, u"Château 5,00 €"_s) == u"Château 5,00 €"_s);
        CHECK(seen(u"wpc1252"_s, u"Œuf 5,00 €"_s) == u"Œuf 5,00 €"_s);
        CHECK(seen(u"cp437"_s, u"À l’œuf Łódź"_s).startsWith(u"A l'oeuf"_s));
        CHECK(seen(u"cp437"_s, u"日"_s) == u"?"_s);
        CHECK(seen(u"cp437"_s, u"1\u202F234"_s) == u"1 234"_s);
        CHECK(seen(u"cp437"_s, QString{50, u'x'}) == QString(20, u'x'));
    }
}

TEST_CASE("a display on a line shows, and shows again after it was pulled out and put back")
{
    for (const QString &kind : {u"cd5220"_s, u"epson"_s}) {
        const QTemporaryDir folder;
        SimulatedDisplay device{folder.filePath(u"display"_s), kind, u"cp437"_s};
        SerialDisplay display{device.settings()};
        CHECK(display.show({u"A"_s, u"B"_s}).error().code == ErrorCode::DeviceUnavailable);
        REQUIRE(device.plugIn());
        REQUIRE(display.show({u"Adulte"_s, u"TOTAL 12,00"_s}));
        CHECK(shows(device, {u"Adulte"_s, u"TOTAL 12,00"_s}));
        device.unplug();
        REQUIRE(device.plugIn());
        std::ignore = display.show({u"lost"_s, {}}); // finds out that the line is gone
        REQUIRE(display.show({u"Merci"_s, {}}));
        CHECK(shows(device, {u"Merci"_s, {}}));
        CHECK(device.commandsNotUnderstood() == 0);
    }
}

TEST_CASE("display settings come back as they were kept, and wrong ones are refused")
{
    const DisplaySettings settings{
        .kind = u"epson"_s, .line = u"serial:/dev/ttyUSB0:9600"_s, .characters = u"cp858"_s, .secondScreen = true, .welcome = u"Bonjour"_s};
    CHECK(displaySettingsFromJson(toJson(settings)) == settings);
    CHECK(displaySettingsFromJson({}) == DisplaySettings{});
    for (const QJsonObject &wrong :
         std::vector<QJsonObject>{{{u"kind"_s, u"aedex"_s}}, {{u"kind"_s, u"epson"_s}}, {{u"characters"_s, u"koi8"_s}}})
        CHECK(displaySettingsFromJson(wrong).error().code == ErrorCode::InvalidInput);
}

} // namespace
} // namespace guichet
