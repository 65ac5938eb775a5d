// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtSlips.h"

#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtText.h"
#include "hardware/zvt/ZvtTlv.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr quint8 lineFeeds = 0xFF;
constexpr quint8 lastLine = 0x80; // with another bit; alone it means nothing
constexpr quint8 centred = 0x40;
constexpr quint8 indentation = 0x0F;
constexpr int mostFeeds = 10;
constexpr qsizetype longestLine = 200;

bool isLast(quint8 attribute)
{
    return attribute != lastLine && attribute != lineFeeds && (attribute & lastLine) != 0;
}

quint8 firstByte(QByteArrayView bytes, quint8 otherwise)
{
    return bytes.isEmpty() ? otherwise : static_cast<quint8>(bytes.front());
}

QString placed(const QString &text, quint8 attribute, int width)
{
    if ((attribute & (lastLine | centred)) == centred)
        return QString(std::max<qsizetype>(0, (width - text.size()) / 2), u' ') + text;
    return QString(attribute & indentation, u' ') + text;
}

} // namespace

void ZvtSlipCollector::add(const ZvtApdu &apdu)
{
    if (apdu.command == ZvtCommand::PrintLine)
        addLine(apdu.data);
    else if (apdu.command == ZvtCommand::PrintTextBlock)
        addBlock(apdu.data);
}

void ZvtSlipCollector::addLine(QByteArrayView data)
{
    const quint8 attribute = firstByte(data, 0);
    const QByteArrayView text = data.isEmpty() ? data : data.sliced(1);
    if (attribute == lineFeeds)
        return feed(firstByte(text, 1));
    append(Reader::NotSaid, text, attribute);
    if (isLast(attribute))
        endSlip();
}

/// A block is a container; tag 25 in it has attributes, each for the lines after it, and lines.
void ZvtSlipCollector::addBlock(QByteArrayView data)
{
    const auto fields = zvtFieldsFrom(data);
    const auto objects = fields ? zvtTlvFrom(fields->value(0x06).value_or(QByteArrayView{})) : std::unexpected(fields.error());
    if (!objects)
        return;
    const ZvtTlv *const type = zvtFind(*objects, 0x1F07);
    const quint8 number = type ? firstByte(type->value, 0) : 0;
    const Reader reader = number >= 1 && number <= 3 ? static_cast<Reader>(number) : Reader::NotSaid;
    if (const ZvtTlv *const about = zvtFind(*objects, 0x1F37))
        m_signatureRequired |= (firstByte(about->value, 0) & 0x02) != 0;
    const ZvtTlv *const print = zvtFind(*objects, 0x25);
    quint8 attribute = 0;
    for (const ZvtTlv &object : print ? print->in : std::vector<ZvtTlv>{}) {
        if (object.tag == 0x07)
            append(reader, object.value, attribute);
        else if (object.tag == 0x09)
            attribute = firstByte(object.value, 0);
        if (object.tag == 0x09 && attribute == lineFeeds)
            feed(1);
    }
    if (isLast(attribute))
        endSlip();
}

ZvtSlipCollector::Slip &ZvtSlipCollector::current(Reader reader)
{
    if (!m_isOpen || m_slips.empty() || m_slips.back().reader != reader)
        m_slips.push_back({.reader = reader, .lines = {}});
    m_isOpen = true;
    return m_slips.back();
}

void ZvtSlipCollector::append(Reader reader, QByteArrayView text, quint8 attribute)
{
    if (m_lineCount >= mostLines)
        return;
    ++m_lineCount;
    current(reader).lines.push_back({.text = text.first(std::min(text.size(), longestLine)).toByteArray(), .attribute = attribute});
}

void ZvtSlipCollector::feed(int count)
{
    const Reader reader = m_isOpen && !m_slips.empty() ? m_slips.back().reader : Reader::NotSaid;
    if (m_isOpen) // after the end of a slip it only moves the paper
        for (int line = 0; line < std::min(count, mostFeeds); ++line)
            append(reader, {}, 0);
}

/// All lines of a slip together show best what they are written in.
QStringList ZvtSlipCollector::textOf(const Slip &slip) const
{
    QByteArray all;
    for (const Line &line : slip.lines)
        all += line.text + '\n';
    const ZvtCharset charset = zvtCharsetOf(all);
    QStringList text;
    for (const Line &line : slip.lines)
        text << placed(zvtDecode(line.text, charset), line.attribute, m_width);
    return text;
}

ZvtSlips ZvtSlipCollector::slips() const
{
    ZvtSlips slips{.signatureRequired = m_signatureRequired};
    const auto unnamed = std::ranges::count(m_slips, Reader::NotSaid, &Slip::reader);
    bool isFirst = unnamed > 1;
    for (const Slip &slip : m_slips) {
        const bool isMerchants = slip.reader == Reader::Merchant || (slip.reader == Reader::NotSaid && std::exchange(isFirst, false));
        QStringList &lines = slip.reader == Reader::Administration ? slips.administration : isMerchants ? slips.merchant : slips.customer;
        lines << textOf(slip);
    }
    return slips;
}

} // namespace guichet
