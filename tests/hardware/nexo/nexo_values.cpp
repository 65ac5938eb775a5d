// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoAmount.h"
#include "hardware/nexo/NexoHttp.h"
#include "hardware/nexo/NexoReceipt.h"
#include "hardware/nexo/NexoRequests.h"
#include "hardware/nexo/NexoText.h"
#include "hardware/simulated/nexo/SimulatedCertificate.h"
#include "tests/support/Property.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

NexoMessage emptyRequest()
{
    NexoMessage message;
    message.header = {.category = u"Diagnosis"_s, .serviceId = u"0001A"_s, .saleId = u"TILL1"_s, .poiId = u"V400m-1"_s};
    message.body = {{u"HostDiagnosisFlag"_s, true}};
    return message;
}

TEST_CASE("the envelope gives the known answers")
{
    const NexoKeys keys = deriveNexoKeys(u"p@ssw0rd123456"_s);
    CHECK(keys.hmacKey.toHex() == "733636253b5b98f9a483b1a678d73a58dab2accafbc029ecbe12d60eaa909e32");
    CHECK(keys.aesKey.toHex() == "cf2c822761b9f5305bf69970bfa7b659a6724a119db21f8b0e949779f2ea022c");
    CHECK(keys.iv.toHex() == "bb9ba8092e6027c735398dc65977c051");
    const QByteArray nonce = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    const QByteArray plain = R"({"SaleToPOIRequest":{}})"_ba;
    const auto blob = encryptNexo(plain, keys, nonce);
    REQUIRE(blob);
    CHECK(blob->toBase64() == "bCSdA/21eXKqHofUI2X2/FK/8pALGaa7jk+iEbOswgU=");
    CHECK(nexoHmac(plain, keys).toBase64() == "PaoVII1KDWES/Ef3rwPZX3A6K3pCvN6NTyjsp5VKQWc=");
    CHECK(decryptNexo(*blob, keys, nonce) == plain);
}

TEST_CASE("an envelope opens with its key only, and only unchanged")
{
    const NexoKey key{.identifier = u"k"_s, .version = 1, .passphrase = u"one"_s};
    const NexoKeys keys = deriveNexoKeys(key.passphrase);
    const QByteArray sealed = sealNexo(emptyRequest(), key, keys, makeNexoNonce()).value();
    CHECK(openNexo(sealed, keys) == toJson(emptyRequest()));
    CHECK_FALSE(openNexo(sealed, deriveNexoKeys(u"two"_s)));
    CHECK_FALSE(openNexo(toJson(emptyRequest()), keys));
    CHECK_FALSE(openNexo("ok"_ba, keys));
    CHECK_FALSE(openNexo(QByteArray{sealed}.replace("0001A", "0001B"), keys)); // another header outside than inside
    CHECK_FALSE(openNexo(QByteArray{sealed}.replace("SaleToPOIRequest", "SaleToPOIResponse"), keys));
    for (qsizetype at = sealed.indexOf("NexoBlob"); at < sealed.size(); at += 7) {
        QByteArray changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto opened = openNexo(changed, keys);
        CHECK((!opened || *opened == toJson(emptyRequest()))); // what is not sealed (names of keys, padding bits) may differ
    }
}

TEST_CASE("an amount is a number of two decimals, in both directions")
{
    CHECK(nexoAmountText(Money::fromCents(1295)) == u"12.95");
    CHECK(nexoAmountText(Money::fromCents(-5)) == u"-0.05");
    CHECK(nexoAmountFrom(u"12"_s) == Money::fromCents(1200));
    CHECK(nexoAmountFrom(u"12.9"_s) == Money::fromCents(1290));
    CHECK(nexoAmountFrom(u"12.9500"_s) == Money::fromCents(1295));
    for (const QString &bad : {u""_s, u"."_s, u"12."_s, u".5"_s, u"1.234"_s, u"1e3"_s, u"+1"_s, u" 1"_s, u"1 "_s, u"NaN"_s, u"99999999"_s,
                               u"10000000.01"_s, u"123456789012345678901234567890"_s})
        CHECK_FALSE(nexoAmountFrom(bad));
    property("any amount survives", [] {
        const Money amount = *anyMoney();
        RC_ASSERT(nexoAmountFrom(nexoAmountText(amount)) == amount);
        const QByteArray json = writeNexoJson({{u"a"_s, nexoAmount(amount)}, {u"b"_s, u"\"text\\"_s}});
        RC_ASSERT(json.startsWith("{\"a\":" + nexoAmountText(amount).toLatin1() + ','));
        RC_ASSERT(nexoAmountFrom(readNexoJson(json).value().value(u"a"_s).toString()) == amount);
    });
}

TEST_CASE("numbers are read as they are written, and text is left alone")
{
    const auto object = readNexoJson(R"({"n":[1,-2.50,3e7,0.1000000000000000055],"t":"1 \" 2","k9":true,"o":{"x":null}})"_ba);
    REQUIRE(object);
    CHECK(object->value(u"n"_s).toArray() == QJsonArray{u"1"_s, u"-2.50"_s, u"3e7"_s, u"0.1000000000000000055"_s});
    CHECK(object->value(u"t"_s).toString() == u"1 \" 2");
    CHECK(object->value(u"k9"_s).toBool());
    for (const QByteArray &bad : {""_ba, "1"_ba, "[]"_ba, "{"_ba, R"({"a":"\)"_ba, R"({"a":1"2"})"_ba, "{\"a\":\xFF}"_ba})
        CHECK_FALSE(readNexoJson(bad));
}

TEST_CASE("the ids of a request come from its intent and nothing else")
{
    const auto intent = Id<PaymentIntent>::fromString(u"0190a000-0000-7000-8000-000000000001"_s);
    REQUIRE(intent);
    CHECK(nexoServiceId(*intent) == nexoServiceId(*Id<PaymentIntent>::fromString(intent->toString())));
    CHECK(nexoServiceId(*intent).size() == 10);
    CHECK(nexoServiceId(*intent) != nexoServiceId(Id<PaymentIntent>::generate()));
    CHECK(makeNexoServiceId() != makeNexoServiceId());
    CHECK(NexoTransaction::fromString(u"BV0q.1 2026-05-01T09:30:00.000Z"_s)->toString() == u"BV0q.1 2026-05-01T09:30:00.000Z");
    for (const QString &bad : {u""_s, u"id"_s, u"id "_s, u" at"_s, u"a b c"_s})
        CHECK_FALSE(NexoTransaction::fromString(bad));
}

TEST_CASE("slips become lines: names left, values right, card numbers masked")
{
    const QJsonArray texts{QJsonObject{{u"Text"_s, u"key=merchantTitle&name=MUSE%C3%89E+DU+JOUET"_s}},
                           QJsonObject{{u"Text"_s, u"name=TOTAL&value=%E2%82%AC%2012.95&key=totalAmount"_s}},
                           QJsonObject{{u"Text"_s, u"name=Card&value=5413330089604111&key=pan"_s}},
                           QJsonObject{{u"Text"_s, u"name=A%20very%20long%20name%20indeed&value=and%20as%20long%20a%20value"_s}},
                           QJsonObject{{u"Text"_s, u"first%20"_s}, {u"EndOfLineFlag"_s, false}},
                           QJsonObject{{u"Text"_s, u"second%1B%5B31m"_s}}};
    const auto slips = nexoSlipsFromJson(
        {QJsonObject{{u"DocumentQualifier"_s, u"CashierReceipt"_s},
                     {u"RequiredSignatureFlag"_s, true},
                     {u"OutputContent"_s, QJsonObject{{u"OutputText"_s, texts}}}},
         QJsonObject{{u"DocumentQualifier"_s, u"Journal"_s}, {u"OutputContent"_s, QJsonObject{{u"OutputText"_s, texts}}}}});
    CHECK(slips.signatureRequired);
    CHECK(slips.customer.isEmpty());
    CHECK(slips.merchant == QStringList{u"MUSEÉE DU JOUET"_s, u"TOTAL                    € 12.95"_s, u"Card            ************4111"_s,
                                        u"A very long name indeed"_s, u"             and as long a value"_s, u"first second[31m"_s});
    QJsonArray endless;
    for (int i = 0; i < 5000; ++i)
        endless.push_back(texts.first());
    CHECK(nexoSlipsFromJson(
              {QJsonObject{{u"DocumentQualifier"_s, u"CustomerReceipt"_s}, {u"OutputContent"_s, QJsonObject{{u"OutputText"_s, endless}}}}})
              .customer.size() <= 200);
}

TEST_CASE("an HTTP answer is read however it is cut, and has limits")
{
    const QByteArray chunked = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: 1\r\n\r\n"_ba;
    for (const QByteArray &whole : {chunked, httpAnswer("200 OK", "hello world")}) {
        for (qsizetype step = 1; step < whole.size(); step += 3) {
            NexoHttp http{NexoHttp::Kind::Answer};
            for (qsizetype at = 0; at < whole.size(); at += step)
                http.feed(whole.mid(at, step));
            CHECK(http.state() == NexoHttp::State::Complete);
            CHECK(http.status() == 200);
            CHECK(http.body() == "hello world");
        }
    }
    NexoHttp untilEnd{NexoHttp::Kind::Answer};
    untilEnd.feed("HTTP/1.0 200\r\n\r\nrest");
    CHECK(untilEnd.end() == NexoHttp::State::Complete);
    NexoHttp cut{NexoHttp::Kind::Answer};
    cut.feed("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    CHECK(cut.end() == NexoHttp::State::Broken);
    NexoHttp request{NexoHttp::Kind::Request};
    CHECK(request.feed(httpPost("/nexo/", "h", "{}")) == NexoHttp::State::Complete);
    CHECK(request.body() == "{}");
}

TEST_CASE("an HTTP answer that is none is refused")
{
    const QByteArray head = "HTTP/1.1 200 OK\r\n"_ba;
    for (const QByteArray &bad :
         {"nonsense\r\n\r\n"_ba, "HTTP/2 200\r\n\r\n"_ba, "\r\n\r\n"_ba, head + "no colon\r\n\r\n", head + "Content-Length: -1\r\n\r\n",
          head + "Content-Length: 99999999999999999999\r\n\r\n", head + "Content-Length: 5000000\r\n\r\n",
          head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", head + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
          head + "Transfer-Encoding: gzip\r\n\r\n", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
          head + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n", head + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
          head + "X: " + QByteArray(20'000, 'x'), head + "\r\n" + QByteArray(1'100'000, 'x')}) {
        NexoHttp http{NexoHttp::Kind::Answer};
        CHECK(http.feed(bad) == NexoHttp::State::Broken);
    }
}

TEST_CASE("a profile says what it lacks")
{
    NexoProfile profile{.host = u"192.0.2.7"_s, .poiId = u"V400m-123456789"_s, .saleId = u"TILL1"_s};
    profile.rootPem = makeSimulatedCertificate(u"x"_s)->root;
    profile.key = {.identifier = u"k"_s, .version = 1, .passphrase = u"p"_s};
    CHECK(profile.check());
    CHECK(profile.peerName() == u"V400m-123456789.live.terminal.adyen.com");
    const auto refusedField = [&profile](auto change) {
        NexoProfile changed = profile;
        change(changed);
        return changed.check().error().values;
    };
    CHECK(refusedField([](NexoProfile &p) { p.host.clear(); }) == QStringList{u"host"_s});
    CHECK(refusedField([](NexoProfile &p) { p.poiId = u"evil.example/"_s; }) == QStringList{u"poiId"_s});
    CHECK(refusedField([](NexoProfile &p) { p.saleId = u"caisse é"_s; }) == QStringList{u"saleId"_s});
    CHECK(refusedField([](NexoProfile &p) { p.rootPem = "no certificate"; }) == QStringList{u"root"_s});
    CHECK(refusedField([](NexoProfile &p) { p.rootPem += p.rootPem; }) == QStringList{u"root"_s});
    CHECK(refusedField([](NexoProfile &p) { p.key.passphrase.clear(); }) == QStringList{u"key"_s});
    CHECK(NexoLimits{}.dividedBy(1000).payment == 120ms);
    CHECK(NexoLimits{}.dividedBy(1000).connect == 1s);
    CHECK(NexoLimits{}.dividedBy(1) == NexoLimits{});
}

} // namespace
} // namespace guichet
