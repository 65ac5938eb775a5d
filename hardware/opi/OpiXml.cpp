// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiXml.h"

#include "core/base/Text.h"

#include <QXmlStreamReader>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 12;
constexpr int mostElements = 3'000;
constexpr qsizetype mostEqualsSigns = 5'000; // Qt compares each attribute with all others of its element
constexpr int longestValue = 100;

QString onOneLine(const QString &text)
{
    return printable(text).trimmed().left(longestValue);
}

std::unexpected<Error> invalid(const QString &why)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"opi: "_s + why);
}

/// Builds the tree, level by level, within its limits.
class TreeReader
{
public:
    explicit TreeReader(const QByteArray &xml) : m_reader{xml} {}

    Result<OpiElement> read()
    {
        OpiElement document;
        readInto(document, 0);
        if (!m_refusal.isEmpty() || m_reader.hasError())
            return invalid(m_refusal.isEmpty() ? m_reader.errorString() : m_refusal);
        if (document.children.empty())
            return invalid(u"no element"_s);
        return std::move(document.children.front());
    }

private:
    void readInto(OpiElement &parent, int depth)
    {
        while (m_refusal.isEmpty() && !m_reader.atEnd()) {
            switch (m_reader.readNext()) {
            case QXmlStreamReader::StartElement: begin(parent, depth); break;
            case QXmlStreamReader::EndElement: return;
            case QXmlStreamReader::Characters: parent.text += m_reader.text(); break;
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference: m_refusal = u"DTD or entity"_s; break;
            default: break;
            }
        }
    }

    void begin(OpiElement &parent, int depth)
    {
        if (depth >= deepest || ++m_elements > mostElements) {
            m_refusal = u"too deep or too many elements"_s;
            return;
        }
        OpiElement element;
        element.name = m_reader.name().toString();
        for (const QXmlStreamAttribute &attribute : m_reader.attributes())
            element.attributes.emplace_back(attribute.name().toString(), attribute.value().toString());
        readInto(element, depth + 1);
        parent.children.push_back(std::move(element));
    }

    QXmlStreamReader m_reader;
    QString m_refusal;
    int m_elements = 0;
};

} // namespace

const OpiElement *OpiElement::child(QStringView wanted) const
{
    const auto found = std::ranges::find(children, wanted, &OpiElement::name);
    return found == children.end() ? nullptr : &*found;
}

const OpiElement *OpiElement::find(QStringView wanted) const
{
    for (const OpiElement &element : children) {
        if (element.name == wanted)
            return &element;
        if (const OpiElement *deeper = element.find(wanted))
            return deeper;
    }
    return nullptr;
}

bool OpiElement::has(QStringView wanted) const
{
    return child(wanted) || std::ranges::any_of(attributes, [&](const auto &attribute) { return attribute.first == wanted; });
}

QString OpiElement::value(QStringView wanted) const
{
    for (const auto &[attribute, said] : attributes)
        if (attribute == wanted)
            return onOneLine(said);
    const OpiElement *element = child(wanted);
    return element ? element->ownValue() : QString{};
}

QString OpiElement::firstValue(std::initializer_list<QStringView> names) const
{
    for (const QStringView wanted : names)
        if (const QString said = value(wanted); !said.isEmpty())
            return said;
    return {};
}

QString OpiElement::ownValue() const
{
    return onOneLine(text);
}

Result<OpiElement> readOpiXml(const QByteArray &xml)
{
    if (xml.contains('\0')) // UTF-16, or worse
        return invalid(u"not a text"_s);
    if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY"))
        return invalid(u"DTD or entity"_s);
    if (xml.count('=') > mostEqualsSigns)
        return invalid(u"too many attributes"_s);
    return TreeReader{xml}.read();
}

QString opiReadable(const QByteArray &xml)
{
    const bool isLatin = xml.left(100).toUpper().contains("ISO-8859-1");
    return isLatin ? QString::fromLatin1(xml) : QString::fromUtf8(xml);
}

} // namespace guichet
