// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoAmount.h"
#include "hardware/nexo/NexoNotices.h"
#include "hardware/nexo/NexoText.h"
#include "tests/hardware/nexo/NexoFixture.h"

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

const Id<PaymentIntent> someIntent = *Id<PaymentIntent>::fromString(u"0190a000-0000-7000-8000-000000000001"_s);
const QDateTime sentAt = fromRfc3339(u"2026-05-01T11:30:00.000+02:00"_s);

NexoProfile shop()
{
    return {.host = u"192.0.2.7"_s, .poiId = u"V400m-123456789"_s, .saleId = u"TILL1"_s};
}

/// An answer as a terminal writes it, with the ids of `someIntent` for ID.
QJsonObject recorded(QByteArray json)
{
    json.replace("$ID", someIntent.toString().toLatin1());
    json.replace("$SERVICE", nexoServiceId(someIntent).toLatin1());
    const auto object = readNexoJson(json);
    REQUIRE(object);
    return *object;
}

NexoAsked asked(Money amount, const QString &category = u"Payment"_s)
{
    return {.request = {.category = category, .serviceId = nexoServiceId(someIntent), .saleId = u"TILL1"_s, .poiId = u"V400m-123456789"_s},
            .reference = someIntent.toString(),
            .amount = amount};
}

const QByteArray approved = R"({
  "POIData": {"POIReconciliationID": "1000",
    "POITransactionID": {"TimeStamp": "2026-05-01T09:30:12.000Z", "TransactionID": "BV0q001643892070000.8515661234567899"}},
  "PaymentReceipt": [{"DocumentQualifier": "CashierReceipt", "RequiredSignatureFlag": false,
    "OutputContent": {"OutputFormat": "Text", "OutputText": [
      {"CharacterStyle": "Bold", "EndOfLineFlag": true, "Text": "key=header1&name=Mus%c3%a9e"},
      {"EndOfLineFlag": true, "Text": "name=PAN%20Seq.&value=33&key=panSeq"}]}}],
  "PaymentResult": {"OnlineFlag": true, "AuthenticationMethod": ["OnlinePIN"],
    "AmountsResp": {"AuthorizedAmount": 12.95, "Currency": "EUR"},
    "PaymentAcquirerData": {"AcquirerPOIID": "V400m-123456789", "ApprovalCode": "123456", "MerchantID": "MuseeDuJouet",
      "AcquirerTransactionID": {"TimeStamp": "2026-05-01T09:30:12.000Z", "TransactionID": "8515661234567899"}},
    "PaymentInstrumentData": {"PaymentInstrumentType": "Card",
      "CardData": {"EntryMode": ["ICC"], "MaskedPan": "541333 **** 9999", "PaymentBrand": "mc",
        "SensitiveCardData": {"CardSeqNumb": "33", "ExpiryDate": "0228"}}}},
  "Response": {"Result": "Success", "AdditionalResponse": "AID=A0000000041010&batteryLevel=100%25&message=ok"},
  "SaleData": {"SaleTransactionID": {"TimeStamp": "2026-05-01T09:30:00.000Z", "TransactionID": "$ID"}}})"_ba;

TEST_CASE("a payment request has the shape of the specification")
{
    const NexoProfile profile = shop();
    const NexoMessage payment = NexoRequests{profile}.payment(someIntent, Money::fromCents(1295), sentAt);
    const QByteArray expected =
        R"({"SaleToPOIRequest":{"MessageHeader":{"MessageCategory":"Payment","MessageClass":"Service","MessageType":"Request",)"
        R"("POIID":"V400m-123456789","ProtocolVersion":"3.0","SaleID":"TILL1","ServiceID":"$SERVICE"},)"
        R"("PaymentRequest":{"PaymentTransaction":{"AmountsReq":{"Currency":"EUR","RequestedAmount":12.95}},)"
        R"("SaleData":{"SaleToAcquirerData":"tenderOption=ReceiptHandler",)"
        R"("SaleTransactionID":{"TimeStamp":"2026-05-01T09:30:00.000Z","TransactionID":"$ID"}}}}})"_ba;
    CHECK(toJson(payment) ==
          QByteArray{expected}.replace("$ID", someIntent.toString().toLatin1()).replace("$SERVICE", nexoServiceId(someIntent).toLatin1()));
    CHECK_FALSE(toJson(payment).contains("PaymentType"));
    const QByteArray refund = toJson(NexoRequests{profile}.payment(someIntent, Money::fromCents(-1000), sentAt));
    CHECK(refund.contains(R"("PaymentData":{"PaymentType":"Refund"})"));
    CHECK(refund.contains(R"("RequestedAmount":10.00)"));
}

TEST_CASE("the other requests name what they are about")
{
    const NexoProfile profile = shop();
    const NexoRequests requests{profile};
    const QByteArray reference =
        R"("MessageReference":{"MessageCategory":"Payment","SaleID":"TILL1","ServiceID":")" + nexoServiceId(someIntent).toLatin1();
    CHECK(toJson(requests.abort(someIntent)).contains(reference));
    CHECK(toJson(requests.status(someIntent, u"Payment"_s)).contains(reference));
    CHECK(requests.abort(someIntent).header.serviceId != nexoServiceId(someIntent));
    const QByteArray reversal =
        toJson(requests.reversal(someIntent, {.id = u"BV0q.1"_s, .timestamp = u"2026-05-01T09:30:12.000Z"_s}, sentAt));
    CHECK(reversal.contains(R"("POITransactionID":{"TimeStamp":"2026-05-01T09:30:12.000Z","TransactionID":"BV0q.1"})"));
    CHECK_FALSE(reversal.contains("ReversedAmount")); // the whole
    CHECK(toJson(requests.endOfDay()).contains(R"("ReconciliationType":"SaleReconciliation")"));
}

TEST_CASE("a recorded approval becomes a charge")
{
    const Charge charge = nexoChargeFrom(recorded(approved), asked(Money::fromCents(1295)), false);
    CHECK(charge.state == ChargeState::Approved);
    CHECK(charge.authorised == Money::fromCents(1295));
    CHECK(charge.reference == u"123456");
    CHECK(charge.transaction == u"BV0q001643892070000.8515661234567899 2026-05-01T09:30:12.000Z");
    CHECK(charge.card == CardDetails{.brand = u"mc"_s,
                                     .maskedPan = u"****** **** 9999"_s,
                                     .entry = u"chip"_s,
                                     .terminalId = u"V400m-123456789"_s,
                                     .merchantId = u"MuseeDuJouet"_s,
                                     .receiptNumber = u"BV0q001643892070000.8515661234567899"_s,
                                     .at = fromRfc3339(u"2026-05-01T09:30:12.000Z"_s)});
    CHECK(charge.merchantSlip == QStringList{u"Musée"_s, u"PAN Seq.                      33"_s});
    CHECK_FALSE(charge.signatureRequired);
}

TEST_CASE("the authorised amount is the terminal's, whatever was someIntent")
{
    const auto authorised = [](const QByteArray &digits, Money amount) {
        return nexoChargeFrom(recorded(QByteArray{approved}.replace("12.95", digits)), asked(amount), false);
    };
    CHECK(authorised("14.95", Money::fromCents(1295)).authorised == Money::fromCents(1495)); // a tip
    CHECK(authorised("5", Money::fromCents(1295)).authorised == Money::fromCents(500));      // a part
    CHECK(authorised("12.95", Money::fromCents(-1295)).authorised == Money::fromCents(-1295));
    CHECK(authorised("12.94", Money::fromCents(-1295)).authorised == Money::fromCents(-1294));
    CHECK(authorised("12.96", Money::fromCents(-1295)).state == ChargeState::Unknown); // more than was to be given back
    CHECK(authorised("62.95", Money::fromCents(1295)).authorised == Money::fromCents(6295));
    CHECK(authorised("62.96", Money::fromCents(1295)).state == ChargeState::Unknown); // nobody gives such a tip
    for (const QByteArray &unreadable : {"0"_ba, "-1.00"_ba, "12.955"_ba, "1e9"_ba, "null"_ba, "{}"_ba, "99999999.99"_ba})
        CHECK(authorised(unreadable, Money::fromCents(1295)).state == ChargeState::Unknown);
    CHECK(nexoChargeFrom(recorded(QByteArray{approved}.replace("\"EUR\"", "\"USD\"")), asked(Money::fromCents(1295)), false).state ==
          ChargeState::Unknown);
    CHECK(nexoChargeFrom(recorded(QByteArray{approved}.replace("$ID", "2026-000124")), asked(Money::fromCents(1295)), false).state ==
          ChargeState::Unknown);
}

TEST_CASE("each error condition means what the specification says")
{
    const auto stateOf = [](const QByteArray &condition, bool isRepeated = false) {
        const QByteArray json = R"({"Response":{"Result":"Failure","ErrorCondition":")" + condition + R"("}})";
        return nexoChargeFrom(recorded(json), asked(Money::fromCents(100)), isRepeated).state;
    };
    for (const auto *declined :
         {"Aborted", "Cancel", "Refusal", "WrongPIN", "InvalidCard", "InsertedCard", "PaymentRestriction", "NotAllowed"})
        CHECK(stateOf(declined) == ChargeState::Declined);
    for (const auto *notStarted : {"Busy", "LoggedOut", "UnavailableService", "UnavailableDevice", "DeviceOut", "MessageFormat"})
        CHECK(stateOf(notStarted) == ChargeState::NotStarted);
    for (const auto *unknown : {"InProgress", "NotFound", "Communication timeout", "SomethingNew", ""})
        CHECK(stateOf(unknown) == ChargeState::Unknown);
    const QJsonObject notFound = recorded(R"({"Response":{"Result":"Failure","ErrorCondition":"NotFound"}})");
    CHECK(nexoChargeFrom(notFound, asked(Money::fromCents(-100), u"Reversal"_s), false).state == ChargeState::Declined);
    CHECK(stateOf("UnreachableHost") == ChargeState::Unknown);
    CHECK(stateOf("UnreachableHost", true) == ChargeState::Declined);
    CHECK(nexoChargeFrom({}, asked(Money::fromCents(100)), false).state == ChargeState::Unknown);
}

TEST_CASE("a refusal is told in the terminal's words, url-encoded or as base64 of JSON")
{
    const auto words = [](const QByteArray &additional) {
        return nexoWords(
            recorded(R"({"Response":{"Result":"Failure","ErrorCondition":"Refusal","AdditionalResponse":")" + additional + R"("}})"));
    };
    CHECK(words("refusalReason=210+Not+enough%20balance&message=x") == u"Refusal: 210 Not enough balance");
    CHECK(words(QByteArray{R"({"additionalData":{"refusalReason":"No"}})"}.toBase64()) == u"Refusal: No");
    CHECK(words("") == u"Refusal");
    CHECK(words("nonsense") == u"Refusal");
}

TEST_CASE("a status answer repeats the lost one, if it is that one")
{
    const QByteArray header = R"("MessageHeader":{"MessageCategory":"Payment","MessageClass":"Service","MessageType":"Response",)"
                              R"("POIID":"V400m-123456789","ProtocolVersion":"3.0","SaleID":"TILL1","ServiceID":"$SERVICE"})"_ba;
    const QByteArray status = R"({"Response":{"Result":"Success"},"RepeatedMessageResponse":{)" + header +
                              R"(,"RepeatedResponseMessageBody":{"PaymentResponse":)" + approved + "}}}";
    const auto read = [](const QByteArray &json) { return nexoStatusFrom(recorded(json), asked(Money::fromCents(1295))); };
    CHECK(read(status).state == NexoStatus::State::Answered);
    CHECK(read(status).charge.authorised == Money::fromCents(1295));
    for (const auto &[from, to] : {std::pair{"$SERVICE"_ba, "OTHER00001"_ba},
                                   {"TILL1"_ba, "TILL2"_ba},
                                   {"V400m-123456789"_ba, "V400m-1"_ba},
                                   {"\"MessageCategory\":\"Payment\""_ba, "\"MessageCategory\":\"Reversal\""_ba}})
        CHECK(read(QByteArray{status}.replace(from, to)).state == NexoStatus::State::Unclear);
    CHECK(read(QByteArray{status}.replace("\"PaymentResponse\"", "\"LoyaltyResponse\"")).charge.state == ChargeState::Unknown);
    CHECK(read(R"({"Response":{"Result":"Failure","ErrorCondition":"InProgress"}})").state == NexoStatus::State::InProgress);
    CHECK(read(R"({"Response":{"Result":"Failure","ErrorCondition":"Busy"}})").state == NexoStatus::State::InProgress);
    CHECK(read(R"({"Response":{"Result":"Failure","ErrorCondition":"NotFound"}})").state == NexoStatus::State::NotFound);
    CHECK(read(R"({"Response":{"ErrorCondition":"NotFound"}})").state == NexoStatus::State::Unclear);
    CHECK(read("{}").state == NexoStatus::State::Unclear);
}

TEST_CASE("totals are added up by brand, what was given back taken off")
{
    const auto totals = nexoTotalsFrom(recorded(R"({"Response":{"Result":"Success"},"POIReconciliationID":"7","TransactionTotals":[
        {"PaymentInstrumentType":"Card","CardBrand":"mc","PaymentCurrency":"EUR","PaymentTotals":[
            {"TransactionType":"Debit","TransactionCount":3,"TransactionAmount":30.10},
            {"TransactionType":"Credit","TransactionCount":1,"TransactionAmount":-10},
            {"TransactionType":"Declined","TransactionCount":9,"TransactionAmount":90.00}]},
        {"PaymentInstrumentType":"Mobile","PaymentTotals":[{"TransactionType":"Debit","TransactionCount":1,"TransactionAmount":0.05},
            {"TransactionType":"ReverseDebit","TransactionCount":1,"TransactionAmount":0.05}]}]})"));
    REQUIRE(totals);
    CHECK(totals->rows == std::vector<TerminalTotals::Row>{{.brand = u"mc"_s, .count = 4, .amount = Money::fromCents(2010)},
                                                           {.brand = u"Mobile"_s, .count = 2, .amount = {}}});
    CHECK(nexoTotalsFrom(recorded(R"({"Response":{"Result":"Failure","ErrorCondition":"Busy"}})")).error().code ==
          ErrorCode::TerminalUnavailable);
    for (const QByteArray &bad : {R"("TransactionCount":-1,"TransactionAmount":1)"_ba, R"("TransactionCount":1.5,"TransactionAmount":1)"_ba,
                                  R"("TransactionCount":99999999999,"TransactionAmount":1)"_ba, R"("TransactionCount":1)"_ba})
        CHECK(nexoTotalsFrom(
                  recorded(R"({"Response":{"Result":"Success"},"TransactionTotals":[{"PaymentTotals":[{"TransactionType":"Debit",)" + bad +
                           "}]}]}"))
                  .error()
                  .code == ErrorCode::DeviceAnswerInvalid);
}

TEST_CASE("a terminal is ready only when it says so")
{
    const auto health = [](const QByteArray &json) { return nexoHealthFrom(recorded(json)); };
    CHECK(health(R"({"Response":{"Result":"Success"},"POIStatus":{"GlobalStatus":"OK"}})").isIdle);
    CHECK(health(R"({"Response":{"Result":"Success"},"POIStatus":{"GlobalStatus":"Busy"}})").isBusy);
    CHECK(health(R"({"Response":{"Result":"Failure","ErrorCondition":"Busy"}})").isBusy);
    CHECK(health(R"({"Response":{"Result":"Success"},"POIStatus":{"GlobalStatus":"Maintenance"}})").words == u"Maintenance");
    CHECK_FALSE(health(R"({"Response":{"Result":"Failure"},"POIStatus":{"GlobalStatus":"OK"}})").isIdle);
    CHECK_FALSE(health("{}").isIdle);
}

TEST_CASE("a notice says how far the customer is, or what happened to the terminal")
{
    const auto notice = [](const QByteArray &json) { return nexoNoticeFrom(nexoMessageFromJson(json).value()); };
    CHECK(notice(R"({"SaleToPOIRequest":{"MessageHeader":{"MessageClass":"Device","MessageCategory":"Display","MessageType":"Notification"},
        "DisplayRequest":{"DisplayOutput":[{"Device":"CashierDisplay","InfoQualify":"Status","OutputContent":{"OutputFormat":"MessageRef",
        "PredefinedContent":{"ReferenceID":"TransactionID=oL&TimeStamp=2026-05-01T09%3A30%3A14.000Z&event=WAIT_FOR_PIN"}}}]}}})") ==
          NexoNotice{.isDisplay = true, .text = u"WAIT_FOR_PIN"_s});
    CHECK(notice(R"({"SaleToPOIRequest":{"MessageHeader":{"MessageClass":"Device","MessageCategory":"Display","MessageType":"Request"},
        "DisplayRequest":{"DisplayOutput":[{"OutputContent":{"OutputText":[{"Text":"Enter PIN"}]}}]}}})") ==
          NexoNotice{.isDisplay = true, .text = u"Enter PIN"_s});
    CHECK(notice(R"({"SaleToPOIRequest":{"MessageHeader":{"MessageClass":"Event","MessageCategory":"Event","MessageType":"Notification"},
        "EventNotification":{"EventToNotify":"Shutdown","TimeStamp":"2026-05-01T09:30:14.000Z"}}})") ==
          NexoNotice{.isDisplay = false, .text = u"Shutdown"_s});
    CHECK_FALSE(notice(R"({"SaleToPOIResponse":{"MessageHeader":{"MessageCategory":"Event","MessageType":"Response"},
        "EventResponse":{"EventToNotify":"Shutdown"}}})"));
}

} // namespace
} // namespace guichet
