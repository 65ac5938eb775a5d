// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "hardware/opi/OpiDeviceMessages.h"
#include "hardware/opi/OpiMessages.h"
#include "hardware/opi/OpiOutcome.h"
#include "hardware/opi/OpiTotals.h"
#include "tests/support/Catch.h"

/// Each message as it stands on the line (hardware.md §4.2 to §4.4).
namespace guichet {
namespace {
using namespace Qt::StringLiterals;

const QDateTime morning{{2026, 11, 25}, {9, 36, 36}, brussels()};

OpiProfile profile()
{
    OpiProfile made = OpiProfile::twoChannels(u"192.0.2.7"_s);
    made.workstationId = u"POS01"_s;
    return made;
}

const QByteArray xmlHead = R"(<?xml version="1.0" encoding="UTF-8"?>)"_ba;
const QByteArray posData =
    R"(<POSdata LanguageCode="fr"><POSTimeStamp>2026-11-25T09:36:36</POSTimeStamp><ShiftNumber>1</ShiftNumber><ClerkID>1</ClerkID>)"
    R"(<PrinterStatus>Available</PrinterStatus><E-JournalStatus>Available</E-JournalStatus>)"
    R"(<JournalPrinterStatus>Available</JournalPrinterStatus></POSdata>)"_ba;

QByteArray opened(const QByteArray &element, const QByteArray &id, const QByteArray &type)
{
    return xmlHead + "<" + element + R"( xmlns="http://www.nrf-arts.org/IXRetail/namespace" WorkstationID="POS01" RequestID=")" + id +
           R"(" RequestType=")" + type + R"(" ApplicationSender="Guichet">)" + posData;
}

TEST_CASE("requests are written byte for byte")
{
    using Element = OpiRequest::Element;
    const OpiRequest payment{
        .element = Element::Card, .type = u"CardPayment"_s, .id = 28'366'999, .at = morning, .amount = Money::fromCents(1295)};
    CHECK(toXml(payment, profile()) == opened("CardServiceRequest", "28366999", "CardPayment") +
                                           R"(<TotalAmount Currency="EUR">12.95</TotalAmount></CardServiceRequest>)" + "\n");
    const OpiRequest reversal{.element = Element::Card,
                              .type = u"PaymentReversal"_s,
                              .id = 7,
                              .at = morning,
                              .amount = Money::fromCents(5),
                              .originalStan = u"000123"_s};
    CHECK(toXml(reversal, profile()) == opened("CardServiceRequest", "7", "PaymentReversal") +
                                            R"(<TotalAmount Currency="EUR">0.05</TotalAmount><OriginalTransaction STAN="000123"/>)" +
                                            "</CardServiceRequest>\n");
    const OpiRequest login{.element = Element::Service, .type = u"Login"_s, .id = 8, .at = morning};
    CHECK(toXml(login, profile()) == opened("ServiceRequest", "8", "Login") + "</ServiceRequest>\n");
    OpiProfile printing = profile();
    printing.printsItself = true;
    CHECK(toXml(login, printing).contains("<PrinterStatus>PrintLocal</PrinterStatus>"));
}

OpiAnswer answerFrom(const QByteArray &xml)
{
    return opiAnswerFrom(readOpiXml(xml).value()).value();
}

const QByteArray dutchAnswer = R"(<?xml version="1.0" encoding="UTF-8"?>
<CardServiceResponse WorkstationID="POS01" RequestID="28366999" RequestType="CardPayment" OverallResult="Success"
    xmlns="http://www.nrf-arts.org/IXRetail/namespace">
  <Terminal TerminalID="VX820001" STAN="021601"/>
  <Tender>
    <TotalAmount Currency="EUR">12.95</TotalAmount>
    <Authorisation AcquirerID="BKS" CardPAN="6703********0003" TimeStamp="2026-11-25T09:36:50" Merchant="1234567" ApprovalCode="896224"
        CardCircuit="Bancontact" ReceiptNumber="8930" TrxReferenceNumber="R77" ActionCode="000" ReturnCode="00"/>
  </Tender>
  <CardValue><CardPAN>6703********0003</CardPAN><ExpiryDate>1227</ExpiryDate><CardCircuit>Bancontact</CardCircuit></CardValue>
  <PrivateData><CardHolderAuthentication>PIN</CardHolderAuthentication><CardTechnologyType>Chip</CardTechnologyType></PrivateData>
</CardServiceResponse>)"_ba;

/// Child elements, the other spelling, a whole card number, an offset that means local time, no approval code, another order.
const QByteArray germanAnswer = R"(<?xml version="1.0" encoding="ISO-8859-1"?>
<CardServiceResponse WorkstationID="POS01" RequestID="28366999" RequestType="CardPayment" OverallResult="Success">
  <PrivateData><CardTechnologyType>NFC</CardTechnologyType><CardVerificationMethod>Signature</CardVerificationMethod>
    <ErrorCode>1002700</ErrorCode><ErrorText>Zahlung erfolgt</ErrorText></PrivateData>
  <Tender><TotalAmount Currency="EUR">39.5</TotalAmount>
    <Authorization><CardPAN>6805330010086784747</CardPAN><CardCircuit>girocard</CardCircuit><ReceiptNumber>8930</ReceiptNumber>
      <TimeStamp>2026-11-25T09:36:28-00:00</TimeStamp></Authorization></Tender>
  <Terminal><TerminalID>68276185</TerminalID><STAN>021601</STAN></Terminal>
</CardServiceResponse>)"_ba;

TEST_CASE("an approval is read from attributes and from elements")
{
    const Charge dutch =
        opiChargeFrom(answerFrom(dutchAnswer), {.requestId = 28'366'999, .type = u"CardPayment"_s, .amount = Money::fromCents(1295)});
    CHECK(dutch.state == ChargeState::Approved);
    CHECK(dutch.authorised == Money::fromCents(1295));
    CHECK(dutch.reference == u"896224");
    CHECK(dutch.transaction == u"021601");
    CHECK(dutch.card == CardDetails{.brand = u"Bancontact"_s,
                                    .maskedPan = u"************0003"_s,
                                    .entry = u"chip"_s,
                                    .terminalId = u"VX820001"_s,
                                    .merchantId = u"1234567"_s,
                                    .receiptNumber = u"8930"_s,
                                    .at = QDateTime{{2026, 11, 25}, {9, 36, 50}, brussels()}});
    CHECK_FALSE(dutch.signatureRequired);

    const Charge german =
        opiChargeFrom(answerFrom(germanAnswer), {.requestId = 28'366'999, .type = u"CardPayment"_s, .amount = Money::fromCents(3950)});
    CHECK(german.state == ChargeState::Approved);
    CHECK(german.authorised == Money::fromCents(3950));
    CHECK(german.reference == u"8930");
    CHECK(german.card.maskedPan == u"***************4747");
    CHECK(german.card.entry == u"contactless");
    CHECK(german.card.at == QDateTime{{2026, 11, 25}, {9, 36, 28}, brussels()});
    CHECK(german.signatureRequired);
    CHECK(german.text.contains(u"Zahlung erfolgt"));
}

Charge chargeOf(const QByteArray &result, const QByteArray &inner, const QString &type = u"CardPayment"_s)
{
    const QByteArray xml = R"(<CardServiceResponse RequestID="1" RequestType="CardPayment" OverallResult=")" + result + R"(">)" + inner +
                           "</CardServiceResponse>";
    const Money amount = Money::fromCents(type == u"CardPayment" ? 1000 : -1000);
    return opiChargeFrom(answerFrom(xml), {.requestId = 1, .type = type, .amount = amount});
}

TEST_CASE("each OverallResult means what the table says")
{
    const QByteArray amount = R"(<Tender><TotalAmount Currency="EUR">10.00</TotalAmount></Tender>)"_ba;
    const QByteArray noCode = R"(<Tender><TotalAmount Currency="EUR">10.00</TotalAmount><Authorisation TimeStamp="x"/></Tender>)"_ba;
    const QByteArray full = R"(<Tender><TotalAmount Currency="EUR">10.00</TotalAmount><Authorisation ApprovalCode="1"/></Tender>)"_ba;
    const QByteArray card = R"(<CardValue><CardPAN>****1111</CardPAN></CardValue>)"_ba;
    CHECK(chargeOf("Success", full).state == ChargeState::Approved);
    CHECK(chargeOf("Success", noCode).state == ChargeState::Approved);
    CHECK(chargeOf("Success", amount).state == ChargeState::Unknown); // no authorisation
    CHECK(chargeOf("Success", R"(<Tender><Authorisation ApprovalCode="1"/></Tender>)").state == ChargeState::Unknown);
    CHECK(chargeOf("PartialFailure", full).state == ChargeState::Approved);
    CHECK(chargeOf("PartialFailure", noCode).state == ChargeState::Unknown);
    CHECK(chargeOf("Failure", {}).state == ChargeState::Declined);
    CHECK(chargeOf("Aborted", {}).state == ChargeState::Declined);
    CHECK(chargeOf("TimedOut", {}).state == ChargeState::Declined);
    CHECK(chargeOf("TimedOut", card).state == ChargeState::Unknown);
    for (const char *notStarted : {"LoggedOut", "DeviceUnavailable", "Busy", "PrintLastTicket", "FormatError", "ParsingError",
                                   "ValidationError", "MissingMandatoryData", "UnknownCard"}) {
        CHECK(chargeOf(notStarted, {}).state == ChargeState::NotStarted);
        CHECK(chargeOf(notStarted, full).state == ChargeState::Unknown); // it contradicts itself
    }
    for (const char *unclear : {"CommunicationError", "", "success", "SomethingNew"})
        CHECK(chargeOf(unclear, full).state == ChargeState::Unknown);
}

TEST_CASE("an approval must have a readable amount in euros; a reversal may leave it out")
{
    const auto with = [](const QByteArray &total) { return "<Tender>" + total + R"(<Authorisation ApprovalCode="1"/></Tender>)"; };
    for (const QByteArray &total :
         {"<TotalAmount Currency=\"USD\">10.00</TotalAmount>"_ba, "<TotalAmount Currency=\"EUR\">10,00</TotalAmount>"_ba,
          "<TotalAmount Currency=\"EUR\">-10.00</TotalAmount>"_ba, "<TotalAmount Currency=\"EUR\">0.00</TotalAmount>"_ba,
          "<TotalAmount Currency=\"EUR\">99999999999999999999.00</TotalAmount>"_ba, "<TotalAmount Currency=\"EUR\"/>"_ba})
        CHECK(chargeOf("Success", with(total)).state == ChargeState::Unknown);
    CHECK(chargeOf("Success", with("<TotalAmount Currency=\"EUR\">6.00</TotalAmount>")).authorised == Money::fromCents(600));
    CHECK(chargeOf("Success", {}, u"PaymentReversal"_s).authorised == Money::fromCents(-1000));
    CHECK(chargeOf("Success", with("<TotalAmount Currency=\"EUR\">0.00</TotalAmount>"), u"PaymentReversal"_s).authorised ==
          Money::fromCents(-1000));
    CHECK(chargeOf("Success", {}, u"PaymentRefund"_s).state == ChargeState::Unknown);
}

TEST_CASE("no more is given back than was asked, and no more taken than with a tip that can be")
{
    const auto with = [](const QByteArray &total, const QString &type) {
        return chargeOf("Success",
                        "<Tender><TotalAmount Currency=\"EUR\">" + total + R"(</TotalAmount><Authorisation ApprovalCode="1"/></Tender>)",
                        type);
    };
    CHECK(with("10.00", u"PaymentRefund"_s).authorised == Money::fromCents(-1000));
    CHECK(with("10.01", u"PaymentRefund"_s).state == ChargeState::Unknown);
    CHECK(with("10.01", u"PaymentReversal"_s).state == ChargeState::Unknown);
    CHECK(with("60.00", u"CardPayment"_s).authorised == Money::fromCents(6000));
    CHECK(with("60.01", u"CardPayment"_s).state == ChargeState::Unknown);
}

TEST_CASE("why a bank could not be asked is said")
{
    for (const char *code : {"1", "569", "579"}) {
        const QByteArray priv = "<PrivateData><ErrorCode>"_ba + code + "</ErrorCode></PrivateData>";
        CHECK(chargeOf("Failure", priv).text.endsWith(u"authorisation system unavailable"));
        CHECK(chargeOf("Failure", priv).state == ChargeState::Declined);
    }
}

TEST_CASE("a repeated answer says whose it is")
{
    const OpiAnswer answer = answerFrom(R"(<CardServiceResponse RequestID="9" RequestType="RepeatLastMessage" OverallResult="Success">
        <OriginalHeader WorkstationID="POS01" RequestID="7" RequestType="CardPayment" OverallResult="Failure"/></CardServiceResponse>)"_ba);
    CHECK(answer.original ==
          OpiOriginal{.workstationId = u"POS01"_s, .requestId = u"7"_s, .requestType = u"CardPayment"_s, .overallResult = u"Failure"_s});
    CHECK_FALSE(opiAnswerFrom(readOpiXml("<Other/>"_ba).value()));
}

TEST_CASE("a reconciliation is counted by brand, refunds taken off")
{
    const OpiAnswer answer = answerFrom(R"(<ServiceResponse RequestID="9" RequestType="Reconciliation" OverallResult="Success">
        <Terminal TerminalID="68276185" STAN="021888"/><Reconciliation>
        <TotalAmount NumberPayments="8" PaymentType="Debit" Currency="EUR" CardCircuit="Bancontact">338.00</TotalAmount>
        <TotalAmount NumberPayments="1" PaymentType="Credit" Currency="EUR" CardCircuit="Bancontact">8.00</TotalAmount>
        <TotalAmount NumberPayments="3" PaymentType="Debit" Currency="EUR" CardCircuit="VISA">87.00</TotalAmount>
        </Reconciliation></ServiceResponse>)"_ba);
    using Row = TerminalTotals::Row;
    CHECK(opiTotalsFrom(answer) ==
          TerminalTotals{{Row{u"Bancontact"_s, 9, Money::fromCents(33'000)}, Row{u"VISA"_s, 3, Money::fromCents(8700)}}});
    OpiAnswer foreign = answer;
    foreign.totals[0].currency = u"USD"_s;
    CHECK(opiTotalsFrom(foreign).error().code == ErrorCode::DeviceAnswerInvalid);
    foreign = answer;
    foreign.totals[0].count = u"many"_s;
    CHECK_FALSE(opiTotalsFrom(foreign));
}

OpiDeviceRequest deviceRequestFrom(const QByteArray &xml)
{
    return opiDeviceRequestFrom(readOpiXml(xml).value()).value();
}

TEST_CASE("tickets keep their spaces and lose card numbers and control characters")
{
    const OpiDeviceRequest request = deviceRequestFrom(R"(<DeviceRequest WorkstationID="POS01" RequestID="2.3" RequestType="Output">
        <Output OutDeviceTarget="Printer"><TextLine>   Demo &#233;</TextLine><TextLine/><TextLine>PAN 5413330089604111</TextLine>
        </Output></DeviceRequest>)"_ba);
    CHECK(request.ofRequest() == 2);
    REQUIRE(request.outputs.size() == 1);
    CHECK(request.outputs[0].lines == QStringList{u"   Demo é"_s, u""_s, u"PAN ************4111"_s});
    CHECK(toXml(OpiDeviceResponse{}, request) ==
          xmlHead + R"(<DeviceResponse xmlns="http://www.nrf-arts.org/IXRetail/namespace" WorkstationID="POS01" RequestID="2.3" )" +
              R"(RequestType="Output" OverallResult="Success"><Output OutDeviceTarget="Printer" OutResult="Success"/></DeviceResponse>)" +
              "\n");
}

TEST_CASE("a question and its answer")
{
    const OpiDeviceRequest request = deviceRequestFrom(R"(<DeviceRequest WorkstationID="POS01" RequestID="8" RequestType="Input">
        <Output OutDeviceTarget="CashierDisplay"><TextLine>Signature OK?</TextLine></Output>
        <Input InDeviceTarget="CashierKeyboard"><Command>GetConfirmation</Command></Input></DeviceRequest>)"_ba);
    CHECK(request.ofRequest() == 8);
    REQUIRE(request.input);
    CHECK(*request.input == OpiInput{.target = u"CashierKeyboard"_s, .command = u"GetConfirmation"_s, .text = u"Signature OK?"_s});
    OpiDeviceResponse no;
    no.confirmed = false;
    CHECK(toXml(no, request)
              .contains(R"(<Input InDeviceTarget="CashierKeyboard" InResult="Success"><InputValue>)"
                        R"(<InBoolean>false</InBoolean></InputValue></Input>)"));
    CHECK(toXml(OpiDeviceResponse{}, request).contains(R"(InResult="DeviceUnavailable"/>)"));
}

const QByteArray ticket = R"(<ShopInfo><TerminalIdentifier>VX820001</TerminalIdentifier></ShopInfo><TransactionInfo>
    <TransactionIdentifier>021601</TransactionIdentifier><DateAndTime>2026-11-25T09:36:50</DateAndTime>
    <AuthorisationCode>896224</AuthorisationCode><TotalAmount Currency="EUR">12.95</TotalAmount>
    <TransactionResultText>APPROVED</TransactionResultText></TransactionInfo>
    <CardInfo><CardLabelName>Bancontact</CardLabelName><CardNumber>************0003</CardNumber></CardInfo>)"_ba;

TEST_CASE("the electronic journal is evidence, in elements or as a document in a text")
{
    const QByteArray begin =
        R"(<DeviceRequest WorkstationID="POS01" RequestID="8.2" RequestType="Output"><Output OutDeviceTarget="E-Journal">)"_ba;
    const QByteArray end = "</Output></DeviceRequest>"_ba;
    const auto direct = deviceRequestFrom(begin + "<E-Journal>" + ticket + "</E-Journal>" + end).outputs[0].journal;
    const auto quoted = deviceRequestFrom(begin + "<TextLine><![CDATA[<T>" + ticket + "</T>]]></TextLine>" + end).outputs[0].journal;
    REQUIRE(direct);
    CHECK(direct == quoted);
    CHECK(direct->isApproval());
    CHECK(direct->amount == Money::fromCents(1295));
    CHECK(direct->approvalCode == u"896224");
    CHECK(OpiJournal::fromJson(direct->toJson()) == direct);
    CHECK_FALSE(deviceRequestFrom(begin + "<TextLine>no ticket</TextLine>" + end).outputs[0].journal);
}

} // namespace
} // namespace guichet
