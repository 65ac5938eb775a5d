// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiMessages.h"

#include "hardware/opi/OpiAmount.h"

#include <QXmlStreamWriter>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

void writePosData(QXmlStreamWriter &xml, const OpiRequest &request, const OpiProfile &profile)
{
    const QString printer = profile.printsItself ? u"PrintLocal"_s : u"Available"_s;
    xml.writeStartElement(u"POSdata"_s);
    xml.writeAttribute(u"LanguageCode"_s, profile.language);
    xml.writeTextElement(u"POSTimeStamp"_s, request.at.toString(u"yyyy-MM-ddTHH:mm:ss"_s));
    xml.writeTextElement(u"ShiftNumber"_s, QString::number(profile.shift));
    xml.writeTextElement(u"ClerkID"_s, profile.clerk);
    xml.writeTextElement(u"PrinterStatus"_s, printer);
    xml.writeTextElement(u"E-JournalStatus"_s, u"Available"_s);
    xml.writeTextElement(u"JournalPrinterStatus"_s, printer);
    xml.writeEndElement();
}

std::optional<OpiAuthorisation> authorisationFrom(const OpiElement &root)
{
    const OpiElement *said = nullptr;
    for (const QStringView spelling : {u"Authorisation", u"Authorization"})
        if (!said)
            said = root.find(spelling);
    if (!said)
        return std::nullopt;
    return OpiAuthorisation{.acquirerId = said->value(u"AcquirerID"),
                            .cardPan = said->firstValue({u"CardPAN", u"MaskedCardNumber", u"CardPANPrint"}),
                            .timeStamp = said->value(u"TimeStamp"),
                            .merchant = said->value(u"Merchant"),
                            .approvalCode = said->value(u"ApprovalCode"),
                            .cardCircuit = said->value(u"CardCircuit"),
                            .receiptNumber = said->value(u"ReceiptNumber"),
                            .reference = said->value(u"TrxReferenceNumber"),
                            .actionCode = said->value(u"ActionCode")};
}

std::optional<OpiOriginal> originalFrom(const OpiElement &root)
{
    const OpiElement *said = root.find(u"OriginalHeader");
    if (!said)
        return std::nullopt;
    return OpiOriginal{.workstationId = said->value(u"WorkstationID"),
                       .requestId = said->value(u"RequestID"),
                       .requestType = said->value(u"RequestType"),
                       .overallResult = said->value(u"OverallResult")};
}

std::vector<OpiTotal> totalsFrom(const OpiElement &root)
{
    std::vector<OpiTotal> totals;
    const OpiElement *reconciliation = root.find(u"Reconciliation");
    if (!reconciliation)
        return totals;
    for (const OpiElement &row : reconciliation->children)
        if (row.name == u"TotalAmount")
            totals.push_back({.circuit = row.value(u"CardCircuit"),
                              .paymentType = row.value(u"PaymentType"),
                              .count = row.value(u"NumberPayments"),
                              .currency = row.value(u"Currency"),
                              .amount = row.ownValue()});
    return totals;
}

void readTender(OpiAnswer &answer, const OpiElement &root)
{
    const OpiElement *tender = root.child(u"Tender");
    const OpiElement *total = tender ? tender->child(u"TotalAmount") : root.child(u"TotalAmount");
    if (tender)
        answer.entryMode = tender->value(u"CardEntryMode");
    if (!total)
        return;
    answer.currency = total->value(u"Currency");
    answer.amount = total->ownValue();
}

/// What stands in parts whose order and depth differ between terminals.
void readParts(OpiAnswer &answer, const OpiElement &root)
{
    static const OpiElement nothing;
    const auto part = [&root](QStringView name) -> const OpiElement & {
        const OpiElement *found = root.find(name);
        return found ? *found : nothing;
    };
    const OpiElement &priv = part(u"PrivateData");
    answer.terminalId = part(u"Terminal").value(u"TerminalID");
    answer.stan = part(u"Terminal").value(u"STAN");
    answer.cardPan = part(u"CardValue").firstValue({u"CardPAN", u"MaskedCardNumber"});
    answer.cardCircuit = part(u"CardValue").value(u"CardCircuit");
    answer.technology = priv.value(u"CardTechnologyType");
    answer.verification = (priv.value(u"CardVerificationMethod") + u' ' + priv.value(u"CardHolderAuthentication")).trimmed();
    answer.errorCode = priv.value(u"ErrorCode");
    answer.errorText = priv.value(u"ErrorText");
}

} // namespace

QByteArray toXml(const OpiRequest &request, const OpiProfile &profile)
{
    QByteArray bytes;
    QXmlStreamWriter xml{&bytes};
    xml.writeStartDocument();
    xml.writeStartElement(request.element == OpiRequest::Element::Card ? u"CardServiceRequest"_s : u"ServiceRequest"_s);
    xml.writeDefaultNamespace(opiNamespace.toString());
    xml.writeAttribute(u"WorkstationID"_s, profile.workstationId);
    xml.writeAttribute(u"RequestID"_s, QString::number(request.id));
    xml.writeAttribute(u"RequestType"_s, request.type);
    xml.writeAttribute(u"ApplicationSender"_s, u"Guichet"_s);
    writePosData(xml, request, profile);
    if (request.amount) {
        xml.writeStartElement(u"TotalAmount"_s);
        xml.writeAttribute(u"Currency"_s, u"EUR"_s);
        xml.writeCharacters(opiAmountText(*request.amount));
        xml.writeEndElement();
    }
    if (!request.originalStan.isEmpty()) {
        xml.writeStartElement(u"OriginalTransaction"_s);
        xml.writeAttribute(u"STAN"_s, request.originalStan);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

Result<OpiAnswer> opiAnswerFrom(const OpiElement &root)
{
    if (root.name != u"CardServiceResponse" && root.name != u"ServiceResponse")
        return failure(ErrorCode::DeviceAnswerInvalid, u"opi: no answer but "_s + root.name.left(100));
    OpiAnswer answer;
    answer.element = root.name == u"ServiceResponse" ? OpiRequest::Element::Service : OpiRequest::Element::Card;
    answer.workstationId = root.value(u"WorkstationID");
    answer.requestId = root.value(u"RequestID");
    answer.requestType = root.value(u"RequestType");
    answer.overallResult = root.value(u"OverallResult");
    answer.authorisation = authorisationFrom(root);
    answer.original = originalFrom(root);
    answer.totals = totalsFrom(root);
    readTender(answer, root);
    readParts(answer, root);
    return answer;
}

} // namespace guichet
