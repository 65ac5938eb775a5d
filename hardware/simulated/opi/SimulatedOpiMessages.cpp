// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiMessages.h"

#include "hardware/opi/OpiAmount.h"

#include <QXmlStreamWriter>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView cardNumber = u"************0003";
constexpr QStringView isoForm = u"yyyy-MM-ddTHH:mm:ss";

} // namespace

SimulatedOpiSettings SimulatedOpiSettings::oneSocket()
{
    return {.dialect = OpiDialect::OneSocket, .tickets = OpiProfile::oneSocket({}).tickets};
}

std::optional<SimulatedOpiRequest> simulatedOpiRequestFrom(const OpiElement &root)
{
    if (root.name != u"CardServiceRequest" && root.name != u"ServiceRequest")
        return std::nullopt;
    SimulatedOpiRequest request;
    request.element = root.name == u"ServiceRequest" ? OpiRequest::Element::Service : OpiRequest::Element::Card;
    request.workstationId = root.value(u"WorkstationID");
    request.id = root.value(u"RequestID");
    request.type = root.value(u"RequestType");
    if (const OpiElement *pos = root.child(u"POSdata"))
        request.tillPrints = pos->value(u"PrinterStatus") != u"PrintLocal";
    if (const OpiElement *amount = root.child(u"TotalAmount"); amount && amount->value(u"Currency") == u"EUR")
        request.amount = opiAmountFrom(amount->ownValue());
    if (const OpiElement *original = root.child(u"OriginalTransaction"))
        request.originalStan = original->value(u"STAN");
    return request;
}

/// One message, in the way of the dialect.
class SimulatedOpiMessages::Writer
{
public:
    Writer(const SimulatedOpiSettings &settings, const QString &root) : m_settings{settings}
    {
        m_isLatin = settings.dialect == OpiDialect::OneSocket;
        m_xml.writeStartElement(root);
        m_xml.writeDefaultNamespace(opiNamespace.toString());
    }

    void attribute(const QString &name, const QString &value) { m_xml.writeAttribute(name, value); }
    void begin(const QString &name) { m_xml.writeStartElement(name); }
    void end() { m_xml.writeEndElement(); }
    void text(const QString &name, const QString &value) { m_xml.writeTextElement(name, value); }
    void characters(const QString &value) { m_xml.writeCharacters(value); }

    void echo(const SimulatedOpiRequest &to, const QString &overallResult)
    {
        attribute(u"WorkstationID"_s, to.workstationId);
        attribute(u"RequestID"_s, to.id);
        attribute(u"RequestType"_s, to.type);
        if (!overallResult.isEmpty())
            attribute(u"OverallResult"_s, overallResult);
    }

    void device(const SimulatedOpiRequest &of, int number, const QString &type)
    {
        attribute(u"WorkstationID"_s, of.workstationId);
        attribute(u"RequestID"_s, u"%1.%2"_s.arg(of.id).arg(number));
        attribute(u"RequestType"_s, type);
        attribute(u"SequenceID"_s, QString::number(number));
    }

    void amount(Money amount)
    {
        begin(u"TotalAmount"_s);
        attribute(u"Currency"_s, u"EUR"_s);
        m_xml.writeCharacters(opiAmountText(amount.absolute()));
        end();
    }

    void terminal(const QString &stan)
    {
        begin(u"Terminal"_s);
        attribute(u"TerminalID"_s, m_settings.terminalId);
        if (!stan.isEmpty())
            attribute(u"STAN"_s, stan);
        end();
    }

    void tender(const SimulatedOpiRecord &record)
    {
        begin(u"Tender"_s);
        amount(record.amount);
        begin(m_isLatin ? u"Authorization"_s : u"Authorisation"_s);
        field(u"AcquirerID"_s, u"SIM"_s);
        field(u"CardPAN"_s, cardNumber.toString());
        field(u"TimeStamp"_s, record.at.toString(isoForm.toString()));
        field(u"Merchant"_s, u"1234567"_s);
        field(u"ApprovalCode"_s, record.approvalCode);
        field(u"CardCircuit"_s, simulatedOpiBrand.toString());
        field(u"ReceiptNumber"_s, record.receipt);
        end();
        end();
    }

    void privateData(const QString &errorCode, const QString &errorText)
    {
        begin(u"PrivateData"_s);
        text(u"CardTechnologyType"_s, u"NFC"_s);
        if (!errorCode.isEmpty())
            text(u"ErrorCode"_s, errorCode);
        if (!errorText.isEmpty())
            text(u"ErrorText"_s, errorText);
        end();
    }

    void lines(const QStringList &lines)
    {
        for (const QString &line : lines)
            text(u"TextLine"_s, line);
    }

    QByteArray finish()
    {
        m_xml.writeEndDocument();
        const QString head = u"<?xml version=\"1.0\" encoding=\"%1\"?>"_s.arg(m_isLatin ? u"ISO-8859-1"_s : u"UTF-8"_s);
        return m_isLatin ? (head + m_text).toLatin1() : (head + m_text).toUtf8();
    }

private:
    /// Of the authorisation: an attribute, or an element of its own.
    void field(const QString &name, const QString &value) { m_isLatin ? text(name, value) : attribute(name, value); }

    const SimulatedOpiSettings &m_settings;
    QString m_text;
    QXmlStreamWriter m_xml{&m_text};
    bool m_isLatin = false;
};

namespace {

QString answerElement(const SimulatedOpiRequest &to)
{
    return to.element == OpiRequest::Element::Service ? u"ServiceResponse"_s : u"CardServiceResponse"_s;
}

} // namespace

QByteArray SimulatedOpiMessages::answer(const SimulatedOpiRequest &to, const QString &overallResult, const QString &errorText) const
{
    Writer xml{m_settings, answerElement(to)};
    xml.echo(to, overallResult);
    xml.terminal({});
    if (!errorText.isEmpty())
        xml.privateData({}, errorText);
    return xml.finish();
}

QByteArray SimulatedOpiMessages::answer(const SimulatedOpiRequest &to, const SimulatedOpiRecord &record, bool isRepeated) const
{
    Writer xml{m_settings, answerElement(to)};
    xml.echo(to, record.overallResult);
    xml.terminal(record.stan);
    if (record.isApproved())
        xml.tender(record);
    xml.privateData(record.errorCode, record.errorText);
    if (isRepeated && m_settings.namesOriginal) {
        xml.begin(u"OriginalHeader"_s);
        xml.echo(record.request, record.overallResult);
        xml.end();
    }
    return xml.finish();
}

QByteArray SimulatedOpiMessages::answer(const SimulatedOpiRequest &to, const std::vector<OpiTotal> &totals) const
{
    Writer xml{m_settings, answerElement(to)};
    xml.echo(to, u"Success"_s);
    xml.terminal({});
    xml.begin(u"Reconciliation"_s);
    for (const OpiTotal &total : totals) {
        xml.begin(u"TotalAmount"_s);
        xml.attribute(u"NumberPayments"_s, total.count);
        xml.attribute(u"PaymentType"_s, total.paymentType);
        xml.attribute(u"Currency"_s, total.currency);
        xml.attribute(u"CardCircuit"_s, total.circuit);
        xml.characters(total.amount);
        xml.end();
    }
    xml.end();
    return xml.finish();
}

QByteArray SimulatedOpiMessages::output(const SimulatedOpiRequest &of, int number, const QString &target, const QStringList &lines) const
{
    Writer xml{m_settings, u"DeviceRequest"_s};
    xml.device(of, number, u"Output"_s);
    xml.begin(u"Output"_s);
    xml.attribute(u"OutDeviceTarget"_s, target);
    xml.lines(lines);
    xml.end();
    return xml.finish();
}

QByteArray SimulatedOpiMessages::journal(const SimulatedOpiRequest &of, int number, const SimulatedOpiRecord &record) const
{
    Writer xml{m_settings, u"DeviceRequest"_s};
    xml.device(of, number, u"Output"_s);
    xml.begin(u"Output"_s);
    xml.attribute(u"OutDeviceTarget"_s, u"E-Journal"_s);
    xml.begin(u"ShopInfo"_s);
    xml.text(u"TerminalIdentifier"_s, m_settings.terminalId);
    xml.end();
    xml.begin(u"TransactionInfo"_s);
    xml.text(u"TransactionIdentifier"_s, record.stan);
    xml.text(u"DateAndTime"_s, record.at.toString(isoForm.toString()));
    xml.text(u"AuthorisationCode"_s, record.approvalCode);
    xml.amount(record.amount);
    xml.text(u"TransactionResultText"_s, u"APPROVED"_s);
    xml.end();
    xml.begin(u"CardInfo"_s);
    xml.text(u"CardLabelName"_s, simulatedOpiBrand.toString());
    xml.text(u"CardNumber"_s, cardNumber.toString());
    xml.end();
    xml.end();
    return xml.finish();
}

QByteArray SimulatedOpiMessages::question(const SimulatedOpiRequest &of, int number, const QString &text) const
{
    Writer xml{m_settings, u"DeviceRequest"_s};
    xml.device(of, number, u"Input"_s);
    xml.begin(u"Input"_s);
    xml.attribute(u"InDeviceTarget"_s, u"CashierKeyboard"_s);
    xml.text(u"Command"_s, u"GetConfirmation"_s);
    xml.lines({text});
    xml.end();
    return xml.finish();
}

QStringList simulatedOpiTicket(const SimulatedOpiRecord &record, bool isMerchants)
{
    return {isMerchants ? u"   MERCHANT COPY"_s : u"   CUSTOMER COPY"_s, u"%1 %2"_s.arg(simulatedOpiBrand, cardNumber),
            u"Ticket %1  STAN %2"_s.arg(record.receipt, record.stan), u"%1 EUR"_s.arg(opiAmountText(record.amount)),
            u"Code %1 - approuvé"_s.arg(record.approvalCode)};
}

} // namespace guichet
