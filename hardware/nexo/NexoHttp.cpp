// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoHttp.h"

#include <QList>
#include <algorithm>
#include <charconv>
#include <optional>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// Digits only, nothing around them.
std::optional<qint64> numberFrom(const QByteArray &text, int base)
{
    qint64 number = -1;
    const char *const end = text.constData() + text.size();
    const auto read = std::from_chars(text.constData(), end, number, base);
    const bool whole = read.ec == std::errc{} && read.ptr == end && number >= 0 && !text.startsWith('-');
    return whole ? std::optional{number} : std::nullopt;
}

} // namespace

NexoHttp::State NexoHttp::feed(const QByteArray &bytes)
{
    if (m_state != State::Reading)
        return m_state;
    m_waiting += bytes;
    while (m_state == State::Reading && step()) {
    }
    return m_state;
}

NexoHttp::State NexoHttp::end()
{
    if (m_state == State::Reading)
        become(m_part == Part::UntilEnd ? State::Complete : State::Broken);
    return m_state;
}

bool NexoHttp::become(State state)
{
    m_state = state;
    return false;
}

bool NexoHttp::step()
{
    switch (m_part) {
    case Part::Head: return readHeadLine();
    case Part::Body: return readBody(Part::Body);
    case Part::ChunkSize: return readChunkSize();
    case Part::ChunkData: return readBody(Part::ChunkEnd);
    case Part::ChunkEnd: return readEmptyLine(Part::ChunkSize);
    case Part::Trailer: return readEmptyLine(Part::Trailer);
    case Part::UntilEnd: return readBody(Part::UntilEnd);
    }
    Q_UNREACHABLE();
}

/// False: its end has not arrived; or there is too much of it, and all is broken.
bool NexoHttp::takeLine(QByteArray &line)
{
    const qsizetype end = m_waiting.indexOf('\n');
    if (m_lineBytes + (end < 0 ? m_waiting.size() : end) > mostHead)
        return become(State::Broken);
    if (end < 0)
        return false;
    line = m_waiting.left(end);
    if (line.endsWith('\r'))
        line.chop(1);
    m_waiting.remove(0, end + 1);
    m_lineBytes += end + 1;
    return true;
}

bool NexoHttp::readHeadLine()
{
    QByteArray line;
    if (!takeLine(line))
        return false;
    if (m_start.isEmpty())
        return readStart(line);
    return line.isEmpty() ? endHead() : readField(line);
}

bool NexoHttp::readStart(const QByteArray &line)
{
    if (line.isEmpty())
        return become(State::Broken);
    m_start = line;
    if (m_kind == Kind::Request)
        return line.endsWith(" HTTP/1.1") || line.endsWith(" HTTP/1.0") || become(State::Broken);
    const auto status = numberFrom(line.mid(9, 3), 10);
    if (!line.startsWith("HTTP/1.") || !status || (line.size() > 12 && line[12] != ' '))
        return become(State::Broken);
    m_status = static_cast<int>(*status);
    return true;
}

bool NexoHttp::readField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (colon < 1)
        return become(State::Broken);
    if (name == "transfer-encoding") {
        m_isChunked = true;
        return value.toLower() == "chunked" || become(State::Broken);
    }
    if (name != "content-length")
        return true;
    const auto length = numberFrom(value, 10);
    if (!length || *length > m_mostBody || (m_left >= 0 && m_left != *length))
        return become(State::Broken);
    m_left = *length;
    return true;
}

bool NexoHttp::endHead()
{
    m_lineBytes = 0;
    if (m_kind == Kind::Answer && m_status / 100 == 1) { // interim: the real answer follows
        m_start.clear();
        m_left = -1;
        m_isChunked = false;
        return true;
    }
    if (m_isChunked && m_left >= 0) // two lengths: somebody plays
        return become(State::Broken);
    const bool hasNone = m_kind == Kind::Request || m_status == 204 || m_status == 304;
    if (!m_isChunked && m_left < 0 && hasNone)
        return become(State::Complete);
    m_part = m_isChunked ? Part::ChunkSize : m_left >= 0 ? Part::Body : Part::UntilEnd;
    return m_left != 0 || become(State::Complete);
}

bool NexoHttp::readBody(Part next)
{
    const qsizetype taken = next == Part::UntilEnd ? m_waiting.size() : std::min(m_left, m_waiting.size());
    if (m_body.size() + taken > m_mostBody)
        return become(State::Broken);
    m_body += m_waiting.left(taken);
    m_waiting.remove(0, taken);
    if (next == Part::UntilEnd)
        return false;
    m_left -= taken;
    if (m_left > 0)
        return false;
    if (next == Part::Body)
        return become(State::Complete);
    m_part = next;
    return true;
}

bool NexoHttp::readChunkSize()
{
    QByteArray line;
    m_lineBytes = 0;
    if (!takeLine(line))
        return false;
    const auto size = numberFrom(line.split(';').first().trimmed(), 16);
    if (!size || *size > m_mostBody - m_body.size())
        return become(State::Broken);
    m_left = *size;
    m_part = m_left == 0 ? Part::Trailer : Part::ChunkData;
    return true;
}

/// The end of a chunk, or (fields of a trailer are passed over) of the whole.
bool NexoHttp::readEmptyLine(Part next)
{
    QByteArray line;
    if (!takeLine(line))
        return false;
    if (next == Part::Trailer)
        return !line.isEmpty() || become(State::Complete);
    m_part = next;
    return line.isEmpty() || become(State::Broken);
}

QByteArray httpPost(const QByteArray &path, const QByteArray &host, const QByteArray &json)
{
    return "POST "_ba + path + " HTTP/1.1\r\nHost: "_ba + host + "\r\nContent-Type: application/json\r\nContent-Length: "_ba +
           QByteArray::number(json.size()) + "\r\nConnection: close\r\n\r\n"_ba + json;
}

QByteArray httpAnswer(const QByteArray &status, const QByteArray &json)
{
    return "HTTP/1.1 "_ba + status + "\r\nContent-Type: application/json\r\nContent-Length: "_ba + QByteArray::number(json.size()) +
           "\r\nConnection: close\r\n\r\n"_ba + json;
}

} // namespace guichet
