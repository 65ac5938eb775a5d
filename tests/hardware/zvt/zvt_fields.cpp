// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "hardware/zvt/ZvtApdu.h"
#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtStatus.h"
#include "hardware/zvt/ZvtTlv.h"
#include "hardware/zvt/ZvtTotals.h"
#include "tests/hardware/zvt/ZvtCapture.h"
#include "tests/support/Property.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

using Length = ZvtFieldForm::Length;

TEST_CASE("numbers are packed two digits a byte")
{
    CHECK(zvtBcd(1250, 6) == QByteArray::fromHex("000000001250"));
    CHECK(zvtBcd(123'456, 2) == QByteArray::fromHex("3456"));
    CHECK(zvtNumberFrom(QByteArray::fromHex("000000001250")) == 1250);
    CHECK_FALSE(zvtNumberFrom(QByteArray::fromHex("0A")));
    CHECK_FALSE(zvtNumberFrom(QByteArray{}));
    CHECK_FALSE(zvtNumberFrom(QByteArray(10, '\0')));
    CHECK(zvtVariableLength(12, 2) == QByteArray::fromHex("F1F2"));
    CHECK(zvtVariableLength(103, 3) == QByteArray::fromHex("F1F0F3"));
    property("there and back", [] {
        const auto number = *rc::gen::inRange<qint64>(0, 1'000'000'000'000);
        RC_ASSERT(zvtNumberFrom(zvtBcd(number, 6)) == number);
    });
}

/// A value that fits the form of a field.
QByteArray someValue(const ZvtFieldForm &form)
{
    switch (form.length) {
    case Length::Fixed: return QByteArray(form.bytes, '\x12');
    case Length::LlVar: return QByteArray(99, '\x34');
    case Length::LllVar: return QByteArray(321, '\x56');
    case Length::Tlv: return zvtTlv(0x14, "\xFE"_ba);
    }
    return {};
}

TEST_CASE("every field of the list is read by its own form, whatever follows it")
{
    int known = 0;
    for (int number = 0; number <= 0xFF; ++number) {
        const auto form = zvtFieldForm(static_cast<quint8>(number));
        if (!form)
            continue;
        ++known;
        const QByteArray value = someValue(*form);
        const QByteArray bytes = zvtField(form->number, value) + QByteArray::fromHex("2700");
        const auto fields = zvtFieldsFrom(bytes);
        INFO("BMP " << number);
        REQUIRE(fields);
        CHECK(fields->all.size() == 2);
        CHECK(fields->value(form->number)->toByteArray() == (number == 0x27 ? value.first(1) : value));
        CHECK(fields->unread.isEmpty());
        for (qsizetype size = 1; size <= value.size(); ++size) // cut off anywhere, it is refused
            CHECK_FALSE(zvtFieldsFrom(zvtField(form->number, value).chopped(size)));
    }
    CHECK(known == 76);
}

TEST_CASE("an unknown field hides what follows it, and nothing before it")
{
    const QByteArray bytes = QByteArray::fromHex("27000700270501");
    const auto fields = zvtFieldsFrom(bytes);
    REQUIRE(fields);
    CHECK(fields->all.size() == 1);
    CHECK(fields->unread.toByteArray() == QByteArray::fromHex("0700270501"));
    CHECK_FALSE(zvtStatusFrom(bytes)->isWhole);
    CHECK_FALSE(zvtFieldsFrom(QByteArray::fromHex("22F0FA01")));
    CHECK_FALSE(zvtFieldsFrom(QByteArray::fromHex("22110201")));
}

TEST_CASE("containers are read at any depth, and a container that lies is refused")
{
    const QByteArray bytes = zvtTlv(0x2F, zvtTlv(0x1F10, "\x02"_ba) + zvtTlv(0x1F12, "\x01"_ba)) + zvtTlv(0x45, QByteArray(200, 'x'));
    const auto objects = zvtTlvFrom(bytes);
    REQUIRE(objects);
    CHECK(objects->size() == 2);
    CHECK(zvtFind(*objects, 0x1F12)->value.toByteArray() == "\x01"_ba);
    CHECK(zvtFind(*objects, 0x45)->value.size() == 200);
    CHECK(zvtFind(*objects, 0x1F11) == nullptr);
    CHECK(bytes.contains(QByteArray::fromHex("4581C8")));
    CHECK(zvtTlv(0x45, QByteArray(300, 'x')).startsWith(QByteArray::fromHex("4582012C")));
    for (const char *const lie : {"1402FE", "1F", "1FFFFFFF00", "14", "1480", "148300000100", "2403070541", "14820001"})
        CHECK_FALSE(zvtTlvFrom(QByteArray::fromHex(lie)));
    QByteArray deep = "\x14\x01\xFE"_ba;
    for (int level = 0; level < 20; ++level)
        deep = zvtTlv(0x2F, deep);
    CHECK_FALSE(zvtTlvFrom(deep));
}

TEST_CASE("a recorded payment says all that it said")
{
    const auto apdu = zvtApduFrom(recordedPayment());
    REQUIRE(apdu);
    CHECK(apdu->command == ZvtCommand::StatusInformation);
    const auto status = zvtStatusFrom(apdu->data);
    REQUIRE(status);
    CHECK(status->result == quint8{0});
    CHECK(status->amount == Money::fromCents(1));
    CHECK(status->trace == 22);
    CHECK(status->maskedPan == u"************5726");
    CHECK(status->terminalId == u"29001006");
    CHECK(status->merchantId == u"123456789");
    CHECK(status->approval == u"291675");
    CHECK(status->text == u"GEN.NR.:291675");
    CHECK(status->currency == u"0978");
    CHECK(status->receipt == 22);
    CHECK(status->turnover == 22);
    CHECK(status->cardType == quint8{0x2E});
    CHECK(status->cardName == u"Debit Mastercard");
    CHECK(status->applicationId == u"A0000000041010");
    CHECK(status->authentication == quint8{0});
    CHECK(status->technology == quint8{2});
    CHECK(status->isWhole);
    CHECK_FALSE(status->needsSignature());
    const QDateTime about{QDate{2021, 3, 9}, QTime{8, 0}, brussels()};
    CHECK(status->at(about) == QDateTime{QDate{2021, 3, 8}, QTime{16, 49, 23}, brussels()});
}

TEST_CASE("a recorded refusal and a recorded abort say why")
{
    const auto refused = zvtStatusFrom(QByteArray::fromHex("27052929001006"
                                                           "3CF0F1F54B617274652061626765"
                                                           "6C65686E748A0D0613241107"
                                                           "0F4B617274652061626765"
                                                           "6C65686E74"));
    REQUIRE(refused);
    CHECK(refused->result == quint8{5});
    CHECK(refused->text == u"Karte abgelehnt");
    const auto aborted = zvtStatusFrom(QByteArray::fromHex("276C2929001006"));
    REQUIRE(aborted);
    CHECK(aborted->result == quint8{0x6C});
    CHECK_FALSE(aborted->receipt);
}

TEST_CASE("what decides may be there once, and must be readable")
{
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("27002705")));
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("040000000000010400000000002A")));
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("04000000000A01")));
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("04999999999999"))); // more than anything costs
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("87000A")));
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("0603140501")));
    CHECK_FALSE(zvtStatusFrom(QByteArray::fromHex("870000"))->receipt);
    CHECK(zvtStatusFrom(QByteArray{}) == ZvtStatus{});
}

TEST_CASE("at most four digits of a card are kept, with track data behind them or without")
{
    const auto masked = [](const char *digits) { return zvtStatusFrom(zvtField(0x22, QByteArray::fromHex(digits)))->maskedPan; };
    CHECK(masked("6703000000004321") == u"************4321");
    CHECK(masked("670300000000432F") == u"***********0432");
    CHECK(masked("EEEEEEEEEEEE4321") == u"************4321");
    CHECK(masked("6703000000004321D25121") == u"************4321");
    CHECK(masked("4321") == u"4321");
    CHECK(masked("") == u"");
}

TEST_CASE("the year that a terminal does not say is the nearest one")
{
    const auto status = zvtStatusFrom(QByteArray::fromHex("0C2359580D1231"));
    REQUIRE(status);
    CHECK(status->at({QDate{2027, 1, 1}, QTime{0, 1}, brussels()}).date() == QDate{2026, 12, 31});
    CHECK(status->at({QDate{2026, 12, 30}, QTime{0, 1}, brussels()}).date() == QDate{2026, 12, 31});
    const auto withYear = zvtStatusFrom(QByteArray::fromHex("0C235958AA261124"));
    CHECK(withYear->at({QDate{2027, 1, 1}, QTime{0, 1}, brussels()}).date() == QDate{2026, 11, 24});
    const auto onlyTime = zvtStatusFrom(QByteArray::fromHex("0C235958"));
    CHECK(onlyTime->at({QDate{2026, 11, 24}, QTime{0, 1}, brussels()}).date() == QDate{2026, 11, 23});
    CHECK(zvtStatusFrom(QByteArray::fromHex("0C995958"))->at({QDate{2026, 11, 24}, QTime{0, 1}, brussels()}).isNull());
}

TEST_CASE("a recorded end of day has one row a brand that was used")
{
    // the first captured one, its 53 bytes of totals written out
    const QByteArray rows = QByteArray::fromHex("00680071"
                                                "04000000002600"
                                                "00000000000000"
                                                "02000000000310"
                                                "00000000000000"
                                                "01000000000500"
                                                "00000000000000"
                                                "FF000000012345");
    const auto status = zvtStatusFrom(QByteArray::fromHex("2700040000000157550C1059370D0331") + zvtField(0x60, rows));
    REQUIRE(status);
    const auto totals = zvtTotalsFrom(*status);
    REQUIRE(totals);
    CHECK(totals->rows == std::vector<TerminalTotals::Row>{{u"girocard"_s, 4, Money::fromCents(2600)},
                                                           {u"Mastercard"_s, 2, Money::fromCents(310)},
                                                           {u"Visa"_s, 1, Money::fromCents(500)},
                                                           {u"other"_s, 255, Money::fromCents(12'345)}});
    CHECK(zvtTotalsFrom(ZvtStatus{.amount = Money::fromCents(5)})->rows.front().amount == Money::fromCents(5));
    CHECK(zvtTotalsFrom(ZvtStatus{.amount = Money{}})->rows.empty());
    CHECK_FALSE(zvtTotalsFrom(ZvtStatus{}));
    CHECK_FALSE(zvtTotalsFrom(ZvtStatus{.totals = rows.chopped(1)}));
    CHECK_FALSE(zvtTotalsFrom(ZvtStatus{.totals = QByteArray(53, '\xFF')}));
}

TEST_CASE("no bytes can break the readers")
{
    property("status", [] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::cast<char>(rc::gen::inRange(0, 256)));
        const QByteArray data = QByteArray::fromStdString(bytes);
        std::ignore = zvtStatusFrom(data);
        std::ignore = zvtTlvFrom(data);
        std::ignore = zvtDisplayText(data);
        std::ignore = zvtTotalsFrom(ZvtStatus{.totals = data});
    });
}

} // namespace
} // namespace guichet
