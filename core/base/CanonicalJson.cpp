// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace guichet {
namespace {

constexpr int deepest = 64;

/// The letter of the two-character escape of a control character, a quote or a backslash; 0 when it has none.
constexpr char shortEscape(char16_t unit)
{
    switch (unit) {
    case u'\b': return 'b';
    case u'\t': return 't';
    case u'\n': return 'n';
    case u'\f': return 'f';
    case u'\r': return 'r';
    case u'"': return '"';
    case u'\\': return '\\';
    default: return 0;
    }
}

constexpr char lowHex(unsigned value)
{
    return "0123456789abcdef"[value & 15U];
}

constexpr char byteOf(unsigned value)
{
    return static_cast<char>(static_cast<unsigned char>(value));
}

char *writeEscaped(char *to, char16_t unit)
{
    *to++ = '\\';
    if (const char letter = shortEscape(unit)) {
        *to++ = letter;
        return to;
    }
    for (const char c : {'u', '0', '0', lowHex(unit >> 4U), lowHex(unit)})
        *to++ = c;
    return to;
}

/// UTF-8 of a code point beyond ASCII.
char *writeWide(char *to, unsigned point)
{
    if (point < 0x800) {
        *to++ = byteOf(0xC0U | (point >> 6U));
    } else {
        if (point < 0x10000) {
            *to++ = byteOf(0xE0U | (point >> 12U));
        } else {
            *to++ = byteOf(0xF0U | (point >> 18U));
            *to++ = byteOf(0x80U | ((point >> 12U) & 0x3FU));
        }
        *to++ = byteOf(0x80U | ((point >> 6U) & 0x3FU));
    }
    *to++ = byteOf(0x80U | (point & 0x3FU));
    return to;
}

/// Writes straight into one growing buffer; m_used is the end of what is written.
class CanonicalWriter
{
public:
    CanonicalWriter() { m_bytes.resize(1024); }

    bool writeObject(const QJsonObject &object, int depth);
    QByteArray take()
    {
        m_bytes.truncate(m_used);
        return std::move(m_bytes);
    }
    QString why() const { return m_why; }

private:
    struct Member
    {
        QString key;
        QJsonValue value;
    };

    bool writeValue(const QJsonValue &value, int depth);
    bool writeArray(const QJsonArray &array, int depth);
    bool writeInteger(const QJsonValue &value);
    bool writeString(QStringView text);
    bool writeMembers(const std::vector<Member> &members, int depth);
    void put(char c) { *reserve(1) = c, ++m_used; }
    void put(QByteArrayView text)
    {
        std::ranges::copy(text, reserve(text.size()));
        m_used += text.size();
    }
    /// Room for `count` more bytes.
    char *reserve(qsizetype count)
    {
        if (m_used + count > m_bytes.size())
            m_bytes.resize(std::max(m_bytes.size() * 2, m_used + count));
        return m_bytes.data() + m_used;
    }
    bool refuse(const char *why)
    {
        m_why = QLatin1String{why};
        return false;
    }

    QByteArray m_bytes;
    qsizetype m_used = 0;
    QString m_why;
};

bool CanonicalWriter::writeObject(const QJsonObject &object, int depth)
{
    std::vector<Member> members;
    members.reserve(static_cast<size_t>(object.size()));
    for (auto it = object.begin(); it != object.end(); ++it)
        members.push_back({it.key(), it.value()});
    // Qt keeps keys in an order of its own where they leave the BMP; RFC 8785 asks for that of UTF-16 units.
    if (const auto byUnits = [](const Member &a, const Member &b) { return a.key < b.key; }; !std::ranges::is_sorted(members, byUnits))
        std::ranges::sort(members, byUnits);
    return writeMembers(members, depth);
}

bool CanonicalWriter::writeMembers(const std::vector<Member> &members, int depth)
{
    if (depth > deepest)
        return refuse("nested too deep");
    put('{');
    for (bool first = true; const Member &member : members) {
        if (!std::exchange(first, false))
            put(',');
        if (!writeString(member.key))
            return false;
        put(':');
        if (!writeValue(member.value, depth + 1))
            return false;
    }
    put('}');
    return true;
}

bool CanonicalWriter::writeArray(const QJsonArray &array, int depth)
{
    if (depth > deepest)
        return refuse("nested too deep");
    put('[');
    for (bool first = true; const QJsonValue value : array) {
        if (!std::exchange(first, false))
            put(',');
        if (!writeValue(value, depth + 1))
            return false;
    }
    put(']');
    return true;
}

bool CanonicalWriter::writeValue(const QJsonValue &value, int depth)
{
    switch (value.type()) {
    case QJsonValue::Null: put("null"); return true;
    case QJsonValue::Bool: put(value.toBool() ? QByteArrayView{"true"} : QByteArrayView{"false"}); return true;
    case QJsonValue::Double: return writeInteger(value);
    case QJsonValue::String: return writeString(value.toString());
    case QJsonValue::Array: return writeArray(value.toArray(), depth);
    case QJsonValue::Object: return writeObject(value.toObject(), depth);
    case QJsonValue::Undefined: return refuse("undefined value");
    }
    Q_UNREACHABLE();
}

bool CanonicalWriter::writeInteger(const QJsonValue &value)
{
    constexpr qint64 notWhole = largestJsonInteger + 1;
    const qint64 number = value.toInteger(notWhole);
    if (number > largestJsonInteger || number < -largestJsonInteger)
        return refuse("not an integer within 2^53-1");
    char *const to = reserve(20);
    m_used += std::to_chars(to, to + 20, number).ptr - to;
    return true;
}

bool CanonicalWriter::writeString(QStringView text)
{
    char *const start = reserve(text.size() * 6 + 2);
    char *to = start;
    *to++ = '"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        if (unit == 0)
            return refuse("U+0000");
        if (unit < 0x20 || unit == u'"' || unit == u'\\') {
            to = writeEscaped(to, unit);
        } else if (unit < 0x80) {
            *to++ = static_cast<char>(unit);
        } else if (!QChar::isSurrogate(unit)) {
            to = writeWide(to, unit);
        } else {
            if (!QChar::isHighSurrogate(unit) || at + 1 == text.size() || !text[at + 1].isLowSurrogate())
                return refuse("lone surrogate");
            to = writeWide(to, QChar::surrogateToUcs4(unit, text[++at].unicode()));
        }
    }
    *to++ = '"';
    m_used += to - start;
    return true;
}

} // namespace

Result<QByteArray> toCanonicalJson(const QJsonObject &object)
{
    CanonicalWriter writer;
    if (!writer.writeObject(object, 0))
        return failure(ErrorCode::InvalidInput, QStringLiteral("not canonical: ") + writer.why());
    return writer.take();
}

Result<QJsonObject> fromCanonicalJson(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return failure(ErrorCode::InvalidInput, QStringLiteral("not a JSON object: ") + error.errorString());
    QJsonObject object = document.object();
    TRY_LET(again, toCanonicalJson(object));
    if (again != bytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("not canonical JSON"));
    return object;
}

} // namespace guichet
