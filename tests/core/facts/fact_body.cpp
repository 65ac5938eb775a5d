// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"
#include "tests/core/facts/FactGenerators.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QByteArray anyDigest()
{
    return QByteArray(31, static_cast<char>(*rc::gen::inRange(0, 256))) + '\x7f';
}

BodyPayment anyBodyPayment()
{
    return {.method = anyText(), .type = anyOf(PaymentType::Other), .amount = anyAmount(), .rounding = anyAmount()};
}

FactBody anyBody()
{
    FactBody body;
    body.version = *rc::gen::inRange(1, 3);
    body.position = anyPosition();
    body.hlc = *rc::gen::inRange<qint64>(0, std::numeric_limits<qint64>::max());
    body.at = anyInstant();
    body.businessDate = anyDate();
    body.session = anyIdOrNone<TillSession>();
    body.type = anyOf(FactType::Technical);
    body.label = anyOf(EventLabel::T);
    body.document = anyFlag() ? anyDocument() : DocumentNumber{};
    body.actor = {.user = anyText(), .role = Role::Seller, .approver = anyText()};
    body.softwareVersion = anyText();
    body.totals = {.net = anyAmount(), .absolute = anyAmount()};
    body.vat = several(anyVat);
    body.payments = several(anyBodyPayment);
    if (anyFlag())
        body.reference = anyPosition();
    body.contentHash = anyDigest();
    body.previousHash = anyDigest();
    return body;
}

FactBody aSaleBody()
{
    FactBody body;
    body.position = {.till = u"t1"_s, .incarnation = 1, .number = 42};
    body.hlc = 116'000'000'000'000'000;
    body.at = QDateTime{{2026, 11, 23}, {10, 0}, brussels()};
    body.businessDate = {2026, 11, 23};
    body.type = FactType::Sale;
    body.label = EventLabel::N;
    body.document = {.series = u"R"_s, .number = 7};
    body.actor = {.user = u"u1"_s, .role = Role::Manager, .approver = {}};
    body.softwareVersion = u"0.1.0"_s;
    body.totals = {.net = Money::fromCents(4000), .absolute = Money::fromCents(4600)};
    body.vat = {{.rate = {VatCode::C, BasisPoints{600}},
                 .base = Money::fromCents(943),
                 .vat = Money::fromCents(57),
                 .total = Money::fromCents(1000)}};
    body.payments = {{.method = u"cash"_s, .type = PaymentType::Cash, .amount = Money::fromCents(1000), .rounding = {}}};
    body.contentHash = QByteArray(32, '\xab');
    body.previousHash = QByteArray(32, '\x01');
    return body;
}

bool refused(const QString &field, const QJsonValue &value)
{
    QJsonObject json = toJson(aSaleBody());
    json.insert(field, value);
    const auto read = factBodyFromJson(json);
    return !read && read.error().code == ErrorCode::InvalidInput && read.error().detail.contains(field);
}

} // namespace

TEST_CASE("the body of a sale is written with the names of the journal format")
{
    const auto bytes = toCanonicalJson(toJson(aSaleBody()));
    REQUIRE(bytes);
    CHECK(
        *bytes ==
        QByteArray{
            R"({"actor":"u1","booking_date":"2026-11-23","doc_no":7,"doc_series":"R","gt_abs":4600,"gt_net":4000,"hlc":"116000000000000000",)"
            R"("incarnation":1,"label":"N","pay":[{"amount":1000,"method":"cash","type":"CASH"}],)"
            R"("payload_sha256":"abababababababababababababababababababababababababababababababab",)"
            R"("prev":"0101010101010101010101010101010101010101010101010101010101010101","seq":42,"sw_version":"0.1.0","till":"t1",)"
            R"("ts":"2026-11-23T10:00:00.000+01:00","type":"SALE","v":1,"vat":[{"base":943,"code":"C","incl":1000,"rate":600,"vat":57}]})"});
}

TEST_CASE("any body read back is the body written, also through its canonical bytes")
{
    property("factBodyFromJson(toJson(body)) == body", [] {
        const FactBody body = anyBody();
        RC_ASSERT((factBodyFromJson(toJson(body)) == body));
        const auto bytes = toCanonicalJson(toJson(body));
        RC_ASSERT(bytes.has_value());
        RC_ASSERT((factBodyFromJson(*fromCanonicalJson(*bytes)) == body));
    });
}

TEST_CASE("a body keeps its instant when clocks go back")
{
    for (const auto *text : {"2026-10-25T02:30:00.000+02:00", "2026-10-25T02:30:00.000+01:00"}) {
        QJsonObject json = toJson(aSaleBody());
        json.insert(u"ts"_s, QString::fromLatin1(text));
        const auto body = factBodyFromJson(json);
        REQUIRE(body);
        CHECK(toJson(*body) == json);
    }
}

TEST_CASE("a body with a field in another spelling is refused by name")
{
    CHECK(refused(u"type"_s, u"sale"_s));
    CHECK(refused(u"label"_s, u"Q"_s));
    CHECK(refused(u"label"_s, u""_s));
    CHECK(refused(u"hlc"_s, 116'000));
    CHECK(refused(u"hlc"_s, u"-1"_s));
    CHECK(refused(u"hlc"_s, u"007"_s));
    CHECK(refused(u"hlc"_s, u"9223372036854775808"_s));
    CHECK(refused(u"ts"_s, u"2026-11-23T10:00:00+01:00"_s));
    CHECK(refused(u"ts"_s, u"2026-11-23T09:00:00.000Z"_s));
    CHECK(refused(u"booking_date"_s, u"23/11/2026"_s));
    CHECK(refused(u"prev"_s, QString{64, u'A'}));
    CHECK(refused(u"prev"_s, u"ab"_s));
    CHECK(refused(u"gt_net"_s, 10.5));
    CHECK(refused(u"seq"_s, u"42"_s));
    CHECK(refused(u"fdm"_s, QJsonValue{}));
    CHECK(refused(u"vat"_s, QJsonArray{}));
    CHECK(refused(u"ref"_s, QJsonValue{}));
    CHECK(refused(u"period"_s, u"{018f0000-0000-7000-8000-000000000001}"_s));
}

TEST_CASE("a body without one of its required fields is refused")
{
    for (const QString &field : {u"v"_s, u"till"_s, u"seq"_s, u"hlc"_s, u"ts"_s, u"booking_date"_s, u"type"_s, u"gt_net"_s, u"gt_abs"_s,
                                 u"payload_sha256"_s, u"prev"_s}) {
        INFO(field.toStdString());
        QJsonObject json = toJson(aSaleBody());
        json.remove(field);
        CHECK_FALSE(factBodyFromJson(json));
    }
}

TEST_CASE("a VAT row whose parts do not make the whole is refused")
{
    CHECK(refused(u"vat"_s,
                  QJsonArray{QJsonObject{{u"code"_s, u"C"_s}, {u"rate"_s, 600}, {u"base"_s, 943}, {u"vat"_s, 57}, {u"incl"_s, 1001}}}));
}
