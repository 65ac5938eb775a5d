// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiDeviceMessages.h"

#include "core/base/Text.h"
#include "hardware/opi/OpiMessages.h"
#include "hardware/records/maskCardData.h"

#include <QXmlStreamWriter>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 300;
constexpr int longestLine = 100;

/// Of each TextLine the text, leading spaces kept: they centre it.
QStringList linesOf(const OpiElement &element)
{
    QStringList lines;
    for (const OpiElement &line : element.children)
        if (line.name == u"TextLine" && lines.size() < mostLines)
            lines << maskCardData(printable(line.text)).left(longestLine);
    return lines;
}

OpiOutput outputFrom(const OpiElement &element)
{
    OpiOutput output{
        .target = element.value(u"OutDeviceTarget"), .ticketType = element.value(u"TicketType"), .lines = linesOf(element), .journal = {}};
    if (output.target == u"E-Journal")
        output.journal = opiJournalFrom(element);
    return output;
}

OpiInput inputFrom(const OpiElement &element, const std::vector<OpiOutput> &outputs)
{
    QString text = linesOf(element).join(u' ');
    if (text.isEmpty() && !outputs.empty()) // the question may stand on the display that goes with it
        text = outputs.front().lines.join(u' ');
    return {.target = element.value(u"InDeviceTarget"), .command = element.value(u"Command"), .text = text.simplified()};
}

void writeInput(QXmlStreamWriter &xml, const OpiInput &input, std::optional<bool> confirmed)
{
    xml.writeStartElement(u"Input"_s);
    xml.writeAttribute(u"InDeviceTarget"_s, input.target);
    xml.writeAttribute(u"InResult"_s, confirmed ? u"Success"_s : u"DeviceUnavailable"_s);
    if (confirmed) {
        xml.writeStartElement(u"InputValue"_s);
        xml.writeTextElement(u"InBoolean"_s, *confirmed ? u"true"_s : u"false"_s);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

qint64 OpiDeviceRequest::ofRequest() const
{
    bool isNumber = false;
    const qint64 number = requestId.section(u'.', 0, 0).toLongLong(&isNumber);
    return isNumber && number >= 0 ? number : -1;
}

Result<OpiDeviceRequest> opiDeviceRequestFrom(const OpiElement &root)
{
    if (root.name != u"DeviceRequest")
        return failure(ErrorCode::DeviceAnswerInvalid, u"opi: no device request but "_s + root.name.left(100));
    OpiDeviceRequest request{.workstationId = root.value(u"WorkstationID"),
                             .requestId = root.value(u"RequestID"),
                             .requestType = root.value(u"RequestType"),
                             .outputs = {},
                             .input = {}};
    for (const OpiElement &element : root.children)
        if (element.name == u"Output" && request.outputs.size() < 2)
            request.outputs.push_back(outputFrom(element));
    if (const OpiElement *input = root.child(u"Input"))
        request.input = inputFrom(*input, request.outputs);
    return request;
}

QByteArray toXml(const OpiDeviceResponse &response, const OpiDeviceRequest &request)
{
    QByteArray bytes;
    QXmlStreamWriter xml{&bytes};
    xml.writeStartDocument();
    xml.writeStartElement(u"DeviceResponse"_s);
    xml.writeDefaultNamespace(opiNamespace.toString());
    xml.writeAttribute(u"WorkstationID"_s, request.workstationId);
    xml.writeAttribute(u"RequestID"_s, request.requestId);
    xml.writeAttribute(u"RequestType"_s, request.requestType);
    xml.writeAttribute(u"OverallResult"_s, response.overallResult);
    for (const OpiOutput &output : request.outputs) {
        xml.writeStartElement(u"Output"_s);
        xml.writeAttribute(u"OutDeviceTarget"_s, output.target);
        xml.writeAttribute(u"OutResult"_s, response.takesOutputs ? u"Success"_s : u"Failure"_s);
        xml.writeEndElement();
    }
    if (request.input)
        writeInput(xml, *request.input, response.confirmed);
    xml.writeEndDocument();
    return bytes;
}

} // namespace guichet
