// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/NexoRoot.h"
#include "core/till/TerminalSettings.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Every setting away from its default, so that a field that is not saved cannot hide.
TerminalSettings unusualTerminal()
{
    return {.kind = u"opi-de"_s,
            .address = u"192.0.2.7"_s,
            .port = 20'007,
            .tillPort = 4103,
            .baud = 115'200,
            .tillId = u"7"_s,
            .clerk = u"12"_s,
            .poiId = u"V400m-1"_s,
            .isLive = false,
            .keyIdentifier = u"key"_s,
            .keyVersion = 2,
            .rootPem = u"pem"_s,
            .noticePort = 4104,
            .hasLegacyCertificate = true,
            .opi = {.language = u"nl"_s,
                    .shift = 9,
                    .customerTicket = u"A"_s,
                    .merchantTicket = u"B"_s,
                    .printsItself = true,
                    .closesByCloseDay = true,
                    .abortsByService = false,
                    .statusByDiagnosis = true},
            .zvt = {.configByte = 0x9E,
                    .stopBits = 1,
                    .lineWidth = 32,
                    .takesPartialApprovals = true,
                    .usesContainers = false,
                    .namesAmountOfReversal = false},
            .library = u"/opt/acme.so"_s,
            .options = u"x=1"_s,
            .endsDay = false};
}

} // namespace

TEST_CASE("terminal settings come back from JSON as they were; what is not said keeps its default")
{
    CHECK(terminalSettingsFromJson(toJson(unusualTerminal())).value() == unusualTerminal());
    CHECK(terminalSettingsFromJson(toJson(TerminalSettings{})).value() == TerminalSettings{});
    CHECK(terminalSettingsFromJson({}).value() == TerminalSettings{});
    const auto some = terminalSettingsFromJson({{u"opi"_s, QJsonObject{{u"closesByCloseDay"_s, true}}}}).value();
    CHECK(some.opi == OpiOptions{.closesByCloseDay = true});
    CHECK_FALSE(some.opi.abortsByService.has_value());
}

TEST_CASE("an option of a terminal that cannot be is refused with its name")
{
    const auto refused = [](const QString &group, const QJsonObject &fields) {
        const auto read = terminalSettingsFromJson({{group, fields}});
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::InvalidInput);
        return read.error().values.value(0);
    };
    CHECK(refused(u"opi"_s, {{u"shift"_s, 1000}}).endsWith(u"shift"));
    CHECK(refused(u"opi"_s, {{u"abortsByService"_s, u"yes"_s}}).endsWith(u"abortsByService"));
    CHECK(refused(u"zvt"_s, {{u"configByte"_s, 256}}).endsWith(u"configByte"));
    CHECK(refused(u"zvt"_s, {{u"stopBits"_s, 3}}).endsWith(u"stopBits"));
    CHECK(refused(u"zvt"_s, {{u"colour"_s, 1}}).endsWith(u"colour"));
    CHECK_FALSE(terminalSettingsFromJson({{u"noticePort"_s, 70'000}}));
    CHECK_FALSE(terminalSettingsFromJson({{u"zvt"_s, 1}}));
}

TEST_CASE("a terminal has an address, a ZVT one a password of six digits; other secrets have any form")
{
    const auto refusedField = [](const QString &kind, const QByteArray &secret, const QString &address = u"192.0.2.1"_s) {
        const auto checked = checkTerminal({.kind = kind, .address = address}, secret);
        return checked ? QString{} : checked.error().values.value(0);
    };
    for (const char *wrong : {"12ab", "1234", "1234567", "12345 ", "123456\n"}) {
        CHECK(refusedField(u"zvt-tcp"_s, wrong) == u"password");
        CHECK(refusedField(u"zvt-serial"_s, wrong) == u"password");
    }
    CHECK(refusedField(u"zvt-tcp"_s, "000000").isEmpty());
    CHECK(refusedField(u"zvt-tcp"_s, {}).isEmpty());
    CHECK(refusedField(u"nexo"_s, "a passphrase").isEmpty());
    for (const QString &kind : {u"nexo"_s, u"opi-nl"_s, u"opi-de"_s, u"zvt-tcp"_s, u"zvt-serial"_s})
        CHECK(refusedField(kind, {}, {}) == u"address");
    CHECK(refusedField(u"manual"_s, {}, {}).isEmpty());
    CHECK(refusedField(u"plugin"_s, "1234", {}).isEmpty());
}

TEST_CASE("a root of Adyen is known by its fingerprint, any other is none of the two")
{
    const QString pem = u"-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"_s; // ABC
    CHECK(certificateFingerprint(pem) == "B5D4045C3F466FA91FE2CC6ABE79232A1A57CDF104F7A26E716E0A1E2789DF78");
    CHECK(nexoRootOf(certificateFingerprint(pem)) == NexoRoot::Other);
    CHECK(nexoRootOf(certificateFingerprint(u"no certificate"_s)) == NexoRoot::None);
    CHECK(nexoRootOf("06D48641954B957D7AF5F5E45A58D861DB0DE3CCEDBB983660BB016CE6142DA1") == NexoRoot::Live);
    CHECK(nexoRootOf("3A33C334C30F6946E9754B6BB1672B546FBAA966FB6A4B58AA4E3ABE80A7ECBE") == NexoRoot::Test);
}
