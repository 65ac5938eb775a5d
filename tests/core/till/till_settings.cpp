// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/TillSettings.h"
#include "tests/support/Catch.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Every setting away from its default, so that a field that is not saved cannot hide.
TillSettings unusualSettings()
{
    TillSettings settings;
    settings.tillKey = u"boutique"_s;
    settings.language = Language::Dutch;
    settings.businessDayStartsAtHour = 5;
    settings.lockAfterIdleSeconds = 60;
    settings.blindCount = true;
    settings.sceRequired = true;
    settings.roundAllTenders = true;
    settings.askOriginAfterSale = false;
    settings.oneTicketForAll = true;
    settings.voucherRestIsNewVoucher = true;
    settings.giftValidityMonths = 12;
    settings.giftOfflineLimitCents = 2500;
    settings.darkMode = u"dark"_s;
    settings.sounds = false;
    settings.receiptPrinter = u"tcp:192.0.2.1:9100"_s;
    settings.receiptColumns = 32;
    settings.printerProfile = u"generic58"_s;
    settings.drawerPin = 5;
    settings.drawerSensor = u"low"_s;
    settings.sparePrinter = u"usb:/dev/usb/lp1"_s;
    settings.sparePrinterProfile = u"epson-tm80"_s;
    settings.printAdmissionTickets = false;
    settings.secretStore = u"file"_s;
    settings.embeddedCodes = {
        {.prefix = u"28"_s, .itemDigits = 4, .verifier = true, .valueDigits = 5, .field = EmbeddedCodeLayout::Field::Weight, .decimals = 3},
        {.prefix = u"26"_s, .field = EmbeddedCodeLayout::Field::Pieces}};
    return settings;
}

bool refused(const QString &field, const QJsonValue &value)
{
    QJsonObject document = toJson(TillSettings{});
    document.insert(field, value);
    const auto read = tillSettingsFromJson(document);
    return !read && read.error().code == ErrorCode::InvalidInput;
}

} // namespace

TEST_CASE("settings loaded after saving are equal")
{
    CHECK(tillSettingsFromJson(toJson(unusualSettings())) == unusualSettings());
    CHECK(tillSettingsFromJson(toJson(TillSettings{})) == TillSettings{});
}

TEST_CASE("no unusual setting equals its default: the round trip misses none")
{
    const QJsonObject usual = toJson(TillSettings{});
    const QJsonObject unusual = toJson(unusualSettings());
    for (const QString &field : usual.keys()) {
        INFO(field.toStdString());
        CHECK(usual.value(field) != unusual.value(field));
    }
}

TEST_CASE("absent settings keep their default")
{
    CHECK(tillSettingsFromJson({}) == TillSettings{});
    TillSettings blind;
    blind.blindCount = true;
    CHECK(tillSettingsFromJson({{u"blindCount"_s, true}}) == blind);
}

TEST_CASE("unknown settings and values out of range are refused by name")
{
    CHECK(refused(u"blind_count"_s, true));
    CHECK(refused(u"businessDayStartsAtHour"_s, 24));
    CHECK(refused(u"lockAfterIdleSeconds"_s, -1));
    CHECK(refused(u"language"_s, u"it"_s));
    CHECK(refused(u"darkMode"_s, u"on"_s));
    CHECK(refused(u"receiptPrinter"_s, u"usb:0"_s));
    CHECK(refused(u"receiptPrinter"_s, QString{}));
    CHECK(refused(u"sparePrinter"_s, u"screen"_s));
    CHECK_FALSE(refused(u"receiptPrinter"_s, u"serial:/dev/ttyS0:19200"_s));
    CHECK_FALSE(refused(u"receiptPrinter"_s, u"usb:/dev/usb/lp0"_s));
    CHECK(refused(u"receiptColumns"_s, 1.5));
    CHECK(refused(u"secretStore"_s, u"nowhere"_s));
    CHECK(refused(u"sounds"_s, u"yes"_s));
}

TEST_CASE("the parts of an embedded code fill the twelve digits before the check digit")
{
    CHECK(refused(u"embeddedCodes"_s, QJsonArray{QJsonObject{{u"itemDigits"_s, 4}}}));
    CHECK(refused(u"embeddedCodes"_s, QJsonArray{QJsonObject{{u"field"_s, u"colour"_s}}}));
    CHECK(refused(u"embeddedCodes"_s, QJsonArray{42}));
    CHECK(refused(u"embeddedCodes"_s, u"22"_s));
    CHECK_FALSE(refused(u"embeddedCodes"_s, QJsonArray{}));
    CHECK_FALSE(refused(u"embeddedCodes"_s, QJsonArray{QJsonObject{{u"itemDigits"_s, 4}, {u"verifier"_s, true}}}));
}
