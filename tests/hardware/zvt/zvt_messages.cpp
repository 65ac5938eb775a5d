// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtLogText.h"
#include "hardware/zvt/ZvtRequests.h"
#include "hardware/zvt/ZvtResult.h"
#include "hardware/zvt/ZvtSlips.h"
#include "hardware/zvt/ZvtText.h"
#include "hardware/zvt/ZvtTlv.h"
#include "tests/hardware/zvt/ZvtCapture.h"
#include "tests/support/Catch.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

TEST_CASE("the till's commands are those of the specification, byte for byte")
{
    ZvtProfile profile;
    profile.password = u"123456"_s;
    profile.usesContainers = false;
    profile.configByte = 0xBA;
    const ZvtRequests requests{profile};
    const Money price = Money::fromCents(1250);
    CHECK(toBytes(requests.registration()) == hex("060006123456BA0978"));
    CHECK(toBytes(requests.authorisation(price)) == hex("06010C0400000000125049097819 40"));
    CHECK(toBytes(requests.refund(price)) == hex("06310D123456040000000012504909 78"));
    CHECK(toBytes(requests.repeatReceipt()) == hex("0620051234560303"));
    CHECK(toBytes(requests.repeatReceipt(true)) == hex("0620051234560301"));
    CHECK(toBytes(requests.statusEnquiry()) == hex("050103123456"));
    CHECK(toBytes(requests.turnoverTotals()) == hex("061003123456"));
    CHECK(toBytes(requests.endOfDay()) == hex("065003123456"));
    CHECK(toBytes(requests.initialisation()) == hex("069303123456"));
    CHECK(toBytes(ZvtRequests::diagnosis()) == hex("067000"));
    CHECK(toBytes(ZvtRequests::abort()) == hex("06B000"));
    CHECK(toBytes(ZvtRequests::logOff()) == hex("060200"));
    CHECK(toBytes(requests.reversal(22, price)) == hex("063010123456870022040000000012504909 78"));
    profile.namesAmountOfReversal = false;
    CHECK(toBytes(requests.reversal(22, price)) == hex("063006123456870022"));
    profile.takesPartialApprovals = true;
    CHECK(toBytes(requests.authorisation(price)) == hex("060112040000000012504909781940 06041F700101"));
    profile.usesContainers = true;
    CHECK(toBytes(requests.registration()) == hex("06001A123456BA09780300061026040A0206D31401FE1201421A021000"));
}

TEST_CASE("a profile that cannot work is refused, naming what is wrong")
{
    ZvtProfile good;
    good.address = u"tcp:192.0.2.10"_s;
    CHECK(good.check());
    const auto refusal = [&](auto change) {
        ZvtProfile profile = good;
        change(profile);
        return profile.check().error().values;
    };
    CHECK(refusal([](ZvtProfile &p) { p.address = u"192.0.2.10"_s; }) == QStringList{u"address"_s, u"192.0.2.10"_s});
    CHECK(refusal([](ZvtProfile &p) { p.address = u"usb:/dev/usb/lp0"_s; }) == QStringList{u"address"_s, u"usb:/dev/usb/lp0"_s});
    CHECK(refusal([](ZvtProfile &p) { p.password = u"12345"_s; }) == QStringList{u"password"_s, u"not six digits"_s});
    CHECK(refusal([](ZvtProfile &p) { p.lineWidth = 5; }) == QStringList{u"lineWidth"_s, u"5"_s});
    CHECK(refusal([](ZvtProfile &p) { p.stopBits = 3; }) == QStringList{u"stopBits"_s, u"3"_s});
    CHECK(ZvtLimits{}.dividedBy(1) == ZvtLimits{});
    CHECK(ZvtLimits{}.dividedBy(1000).notFoundGap == 5ms);
    CHECK(ZvtLimits{}.dividedBy(1000).response == 1000ms);
}

TEST_CASE("the log shows every byte but password, card and track")
{
    ZvtProfile profile;
    CHECK(zvtLogText(ZvtRequests{profile}.repeatReceipt()) == u"06 20 05 ** ** ** 03 03");
    CHECK(zvtLogText(ZvtApdu{}) == u"80 00 00");
    const QString recorded = zvtLogText(*zvtApduFrom(recordedPayment()));
    CHECK(recorded.startsWith(u"04 0F DB 27 00 04 00 00 00 00 00 01 0B 00 00 22"));
    CHECK(recorded.contains(u"22 F0 F8 ** ** ** ** ** ** 57 26 29"));
    const QByteArray track = zvtField(0x23, hex("6703000000004321D25121")) + zvtField(0x3A, hex("1234")) +
                             zvtField(0x06, zvtTlv(0x1F09, hex("6703000000004321D25121")) + zvtTlv(0x14, "\xFE"_ba));
    const QString hidden = zvtLogText({.command = ZvtCommand::StatusInformation, .data = track});
    CHECK_FALSE(hidden.contains(u"67 03"));
    CHECK_FALSE(hidden.contains(u"43 21"));
    CHECK_FALSE(hidden.contains(u"12 34"));
    CHECK(hidden.endsWith(u"14 01 FE"));
    const auto line = [](const char *text) { return zvtLogText({.command = ZvtCommand::PrintLine, .data = QByteArray(1, '\0') + text}); };
    CHECK(line("6703 0000 0000 4321").endsWith(u"** ** ** ** 20 34 33 32 31"));
    CHECK_FALSE(line("6703 0000 0000 4321").contains(u"36 37"));
    CHECK_FALSE(line("EUR 12,50").contains(u"**"));
    const QString unknown = zvtLogText({.command = ZvtCommand::StatusInformation, .data = hex("270007670300000000432122")});
    CHECK(unknown == u"04 0F 0C 27 00 ** ** ** ** ** ** ** ** ** **");
    CHECK_FALSE(zvtLogText({.command = ZvtCommand::Refund, .data = hex("1234")}).contains(u"12"));
}

TEST_CASE("results mean what the list says")
{
    CHECK(zvtResultOf(0x00) == ZvtResult::Approved);
    CHECK(zvtResultOf(0x05) == ZvtResult::Declined);
    CHECK(zvtResultOf(0x6C) == ZvtResult::Declined);
    CHECK(zvtResultOf(0xB4) == ZvtResult::Declined);
    CHECK(zvtResultOf(0x83) == ZvtResult::NotTried);
    CHECK(zvtResultOf(0xF0) == ZvtResult::NotTried);
    CHECK(zvtResultOf(0x9C) == ZvtResult::Busy);
    CHECK(zvtResultOf(0xFF) == ZvtResult::Unclear);
    CHECK(zvtResultWords(0x6C) == u"6C: aborted or timed out at the terminal");
    CHECK(zvtResultWords(0x05) == u"05: refused by the host");
    CHECK(zvtIntermediateSteps(0x0A) == u"PROVIDE_CARD_DETAILS");
    CHECK(zvtIntermediateSteps(0x41) == u"WAIT_FOR_PIN REMOVE_CARD");
    CHECK(zvtIntermediateSteps(0x51) == u"REMOVE_CARD");
    CHECK(zvtIntermediateSteps(0xF2).isEmpty());
}

TEST_CASE("the state of a terminal is read with its software before it or without")
{
    CHECK(zvtStateFrom(hex("DC")).isReady());
    CHECK(zvtStateFrom(hex("00")).isReady());
    CHECK(zvtStateFrom(hex("9C")).isBusy());
    CHECK(zvtStateFrom(hex("F0")).code == 0xF0);
    const ZvtState state = zvtStateFrom(hex("F0F0F5") + "V1.23"_ba + hex("C2"));
    CHECK(state.code == 0xC2);
    CHECK(state.software == u"V1.23");
    CHECK(zvtStateWords(state) == u"C2: diagnosis required, software V1.23");
    CHECK_FALSE(zvtStateFrom({}).isReady());
    CHECK_FALSE(zvtStateFrom(hex("F9F9F900")).isReady());
}

TEST_CASE("texts are read in whatever the terminal writes them")
{
    CHECK(zvtDecode("Reçu accepté"_ba) == u"Reçu accepté");
    CHECK(zvtDecode(hex("48C46E646C6572")) == u"HÄndler"); // Latin-1, as a real one did
    CHECK(zvtDecode(hex("488E6E646C6572")) == u"HÄndler"); // CP437, as the specification says
    CHECK(zvtDecode(hex("5265878775")) == u"Reççu");
    CHECK(zvtDecode(hex("C4C4C4C4")) == u"────");
    CHECK(zvtDecode("line\r\nline"_ba) == u"lineline");
    CHECK(zvtCharsetOf("plain"_ba) == ZvtCharset::Utf8);
    CHECK(zvtDecode({}).isEmpty());
}

ZvtApdu printLine(char attribute, const char *text)
{
    return {.command = ZvtCommand::PrintLine, .data = QByteArray(1, attribute) + text};
}

TEST_CASE("of two slips of lines the first is the merchant's, a single one the customer's")
{
    ZvtSlipCollector two{20};
    for (const ZvtApdu &apdu :
         {printLine('\x40', "TITLE"), printLine('\x02', "indented"), printLine('\xFF', "\x02"), printLine('\x81', "merchant"),
          printLine('\xFF', ""), printLine('\0', "H\xC4ndler"), printLine('\x81', "end")})
        two.add(apdu);
    CHECK(two.slips().merchant == QStringList{u"       TITLE"_s, u"  indented"_s, u""_s, u""_s, u" merchant"_s});
    CHECK(two.slips().customer == QStringList{u"HÄndler"_s, u" end"_s});
    ZvtSlipCollector one{20};
    one.add(printLine('\0', "only"));
    CHECK(one.slips().customer == QStringList{u"only"_s});
    CHECK(one.slips().merchant.isEmpty());
}

ZvtApdu block(char reader, const QByteArray &texts)
{
    return {.command = ZvtCommand::PrintTextBlock,
            .data = zvtField(0x06, zvtTlv(0x1F07, QByteArray(1, reader)) + zvtTlv(0x1F37, "\x03"_ba) + zvtTlv(0x25, texts))};
}

TEST_CASE("text blocks say for whom they are, and several make one slip")
{
    ZvtSlipCollector collector{20};
    const QByteArray end = zvtTlv(0x09, "\x81"_ba);
    collector.add(block(2, zvtTlv(0x07, "one"_ba) + zvtTlv(0x07, {})));
    collector.add(block(2, zvtTlv(0x09, "\x40"_ba) + zvtTlv(0x07, "two"_ba) + end));
    collector.add(block(3, zvtTlv(0x07, "report"_ba) + end));
    collector.add(block(1, zvtTlv(0x07, "sign here"_ba) + end));
    const ZvtSlips slips = collector.slips();
    CHECK(slips.customer == QStringList{u"one"_s, u""_s, u"        two"_s});
    CHECK(slips.administration == QStringList{u"report"_s});
    CHECK(slips.merchant == QStringList{u"sign here"_s});
    CHECK(slips.signatureRequired);
}

TEST_CASE("slips have an end, whatever the terminal prints")
{
    ZvtSlipCollector collector{20};
    for (int line = 0; line < 5000; ++line)
        collector.add(printLine('\0', QByteArray(250, 'x').constData()));
    collector.add({.command = ZvtCommand::PrintLine});
    collector.add({.command = ZvtCommand::PrintTextBlock, .data = hex("0605FFFF")});
    collector.add({.command = ZvtCommand::PrintTextBlock});
    const ZvtSlips slips = collector.slips();
    CHECK(slips.customer.size() == ZvtSlipCollector::mostLines);
    CHECK(slips.customer.front().size() == 200);
}

} // namespace
} // namespace guichet
