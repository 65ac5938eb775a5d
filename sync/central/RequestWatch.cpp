// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/RequestWatch.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr int mostFields = 64;       ///< Qt HttpServer knows no field of a head with more than 100.
constexpr int mostLengthDigits = 18; ///< As a number they are still one.

/// What Qt HttpServer passes over before a request line.
bool isBlankByte(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\r' || byte == '\n';
}

/// RFC 9110 §5.6.2.
bool isToken(QByteArrayView name)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::ranges::all_of(name, [&](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || marks.contains(byte);
    });
}

/// Digits alone: neither `+5` nor `5, 5`.
std::optional<qint64> lengthOf(const QByteArray &text)
{
    const bool isPlain = !text.isEmpty() && text.size() <= mostLengthDigits &&
                         std::ranges::all_of(text, [](char byte) { return byte >= '0' && byte <= '9'; });
    return isPlain ? std::optional{text.toLongLong()} : std::nullopt;
}

} // namespace

std::optional<Limit> RequestWatch::take(QByteArrayView bytes)
{
    if (m_stage == Stage::Between) {
        bytes = bytes.sliced(std::ranges::find_if_not(bytes, isBlankByte) - bytes.begin());
        if (bytes.isEmpty())
            return std::nullopt;
        m_stage = Stage::Head;
    }
    if (m_stage == Stage::Head) {
        bytes = bytes.sliced(takeHead(bytes));
        if (m_head.size() > m_limits.head)
            return Limit::HeadSize;
        const bool isWhole = m_head.endsWith("\n\r\n") || m_head.endsWith("\n\n");
        if (!isWhole)
            return std::nullopt;
        if (const std::optional<Limit> met = readHead())
            return met;
    }
    const qint64 ofBody = std::min<qint64>(m_left, bytes.size());
    m_left -= ofBody;
    if (m_left > 0)
        return std::nullopt;
    m_stage = Stage::Whole;
    const bool goesOn = !std::ranges::all_of(bytes.sliced(ofBody), isBlankByte);
    return goesOn ? std::optional{Limit::Malformed} : std::nullopt;
}

/// Returns how many of the bytes belong to the head.
qsizetype RequestWatch::takeHead(QByteArrayView bytes)
{
    for (qsizetype taken = 0; taken < bytes.size();) {
        m_head += bytes[taken++];
        const bool isOver = m_head.endsWith("\n\r\n") || m_head.endsWith("\n\n") || m_head.size() > m_limits.head;
        if (isOver)
            return taken;
    }
    return bytes.size();
}

std::optional<Limit> RequestWatch::readHead()
{
    const QList<QByteArray> lines = m_head.trimmed().split('\n');
    m_head.clear();
    if (lines.size() - 1 > mostFields)
        return Limit::HeadSize;
    for (qsizetype i = 1; i < lines.size(); ++i)
        if (!readField(lines[i]))
            return Limit::Malformed;
    if (m_bodySize > m_limits.body)
        return Limit::BodySize;
    m_left = m_bodySize;
    m_stage = Stage::Body;
    return std::nullopt;
}

/// Lengths that are not said in one plain way, chunks (which Qt HttpServer does not limit, and no till sends), folded lines and other
/// protocols are not spoken.
bool RequestWatch::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return false;
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    if (name == "transfer-encoding")
        return false;
    if (name == "connection")
        return !value.toLower().contains("upgrade");
    if (name != "content-length")
        return true;
    const std::optional<qint64> length = lengthOf(value);
    m_bodySize = length.value_or(0);
    return length && ++m_lengths == 1;
}

void RequestWatch::next()
{
    m_stage = Stage::Between;
    m_head.clear();
    m_lengths = 0;
    m_bodySize = 0;
    m_left = 0;
}

} // namespace guichet
