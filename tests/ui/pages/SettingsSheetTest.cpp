// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/usecases/PrinterDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/more/MoreScreen.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace guichet {

using namespace Qt::StringLiterals;

TEST_CASE("Settings are saved whole: what the form does not show stays as it was")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const TillSettings before = desk.ask([](Workplace &workplace) { return workplace.settings; });
    auto *page = desk.open<MoreScreen>(u"settings"_s);
    desk.pictures(u"more-settings"_s);
    QSignalSpy saved{page, &MoreScreen::settingsSaved};
    desk.findChild<QCheckBox *>(u"settings.blindCount"_s)->setChecked(true);
    auto *darkMode = desk.findChild<QComboBox *>(u"settings.darkMode"_s);
    darkMode->setCurrentIndex(darkMode->findData(u"dark"_s));
    desk.press(u"settings.save"_s);
    TillSettings expected = before;
    expected.blindCount = true;
    expected.darkMode = u"dark"_s;
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings; }) == expected);
    CHECK(saved.count() == 1);
}

TEST_CASE("The start of the day, the rounding of all payments, SCE and the language of the till are set on the page")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    TillSettings expected = desk.ask([](Workplace &workplace) { return workplace.settings; });
    desk.open<MoreScreen>(u"settings"_s);
    const auto choose = [&desk](const QString &name, const QVariant &value) {
        auto *box = desk.findChild<QComboBox *>(name);
        REQUIRE(box->findData(value) >= 0);
        box->setCurrentIndex(box->findData(value));
    };
    CHECK(desk.findChild<QComboBox *>(u"settings.dayStart"_s)->currentData() == expected.businessDayStartsAtHour);
    choose(u"settings.dayStart"_s, 6);
    choose(u"settings.language"_s, u"nl"_s);
    desk.findChild<QCheckBox *>(u"settings.roundAll"_s)->setChecked(true);
    desk.findChild<QCheckBox *>(u"settings.sce"_s)->setChecked(true);
    desk.press(u"settings.save"_s);
    expected.businessDayStartsAtHour = 6;
    expected.language = Language::Dutch;
    expected.roundAllTenders = true;
    expected.sceRequired = true;
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings; }) == expected);
}

TEST_CASE("Settings leave a USB or serial printer as it is, and lead to the page of the devices")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const QString printer = GENERATE(u"usb:/dev/usb/lp0"_s, u"serial:/dev/ttyUSB0"_s);
    desk.ask([printer](Workplace &workplace) {
        REQUIRE(PrinterDesk{workplace}.save({}, PrintJob::Printer::Receipt, printer, u"generic58"_s));
        return true;
    });
    desk.open<MoreScreen>(u"settings"_s);
    desk.press(u"settings.save"_s);
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings.receiptPrinter; }) == printer);
    desk.press(u"tile.settings"_s);
    desk.press(u"settings.devices"_s);
    CHECK(desk.navigator.places.back() == Place::Devices);
}

TEST_CASE("A manager says how much of a gift code a till takes without a line; a limit that a script has set stays")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    desk.ask([](Workplace &workplace) {
        workplace.settings.giftOfflineLimitCents = 3750;
        return true;
    });
    const auto limit = [&desk] { return desk.ask([](Workplace &workplace) { return workplace.settings.giftOfflineLimitCents; }); };
    desk.open<MoreScreen>(u"settings"_s);
    auto *box = desk.findChild<QComboBox *>(u"settings.giftOffline"_s);
    CHECK(box->currentText() == formatMoney(Money::fromCents(3750)));
    desk.press(u"settings.save"_s);
    CHECK(limit() == 3750);
    desk.press(u"tile.settings"_s);
    for (const int cents : {10'000, 0}) {
        box->setCurrentIndex(box->findData(cents));
        desk.press(u"settings.save"_s);
        CHECK(limit() == cents);
        desk.press(u"tile.settings"_s);
    }
}

TEST_CASE("The validity of gifts and the labels of a scale are set without a technical word")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    desk.open<MoreScreen>(u"settings"_s);
    const auto choose = [&desk](const QString &name, const QVariant &value) {
        auto *box = desk.findChild<QComboBox *>(name);
        box->setCurrentIndex(box->findData(value));
        CHECK(box->currentIndex() >= 0);
    };
    choose(u"settings.giftValidity"_s, 36);
    desk.press(u"scale.remove"_s);
    desk.press(u"scale.add"_s);
    choose(u"scale.digits"_s, u"5-1-4"_s);
    desk.press(u"settings.save"_s);
    const TillSettings saved = desk.ask([](Workplace &workplace) { return workplace.settings; });
    CHECK(saved.giftValidityMonths == 36);
    REQUIRE(saved.embeddedCodes.size() == 1);
    CHECK(saved.embeddedCodes.front().verifier);
    CHECK(saved.embeddedCodes.front().valueDigits == 4);
}

TEST_CASE("What the form cannot keep is said at its field, and nothing is saved")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const TillSettings before = desk.ask([](Workplace &workplace) { return workplace.settings; });
    desk.open<MoreScreen>(u"settings"_s);
    const auto shown = [&desk](const QString &name) {
        auto *label = desk.findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString{};
    };
    desk.findChild<QCheckBox *>(u"settings.blindCount"_s)->setChecked(!before.blindCount);
    SECTION("the label of a scale that does not fill a code")
    {
        auto *prefix = desk.findChild<QLineEdit *>(u"scale.prefix"_s);
        const QString whole = prefix->text();
        prefix->setText(whole.left(1));
        desk.press(u"settings.save"_s);
        CHECK(shown(u"scale.refusal"_s) == u"Le début et les parts font 11 chiffres ensemble ; il en faut 12."_s);
        CHECK(desk.ask([](Workplace &workplace) { return workplace.settings; }) == before);
        prefix->setText(whole);
        desk.press(u"settings.save"_s);
        CHECK(desk.ask([](Workplace &workplace) { return workplace.settings.embeddedCodes; }) == before.embeddedCodes);
    }
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings.blindCount; }) != before.blindCount);
}

} // namespace guichet
