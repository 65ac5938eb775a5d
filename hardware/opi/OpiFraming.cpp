// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiFraming.h"

#include <QtEndian>

namespace guichet {

namespace {

constexpr qsizetype headBytes = 4;

} // namespace

QByteArray opiFrame(const QByteArray &xml)
{
    QByteArray frame(headBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(xml.size()), frame.data());
    return frame + xml;
}

void OpiFrameReader::feed(const QByteArray &bytes)
{
    if (!m_isBroken)
        m_waiting += bytes;
}

std::optional<QByteArray> OpiFrameReader::take()
{
    if (m_isBroken || m_waiting.size() < headBytes)
        return std::nullopt;
    const qint64 length = qFromBigEndian<quint32>(m_waiting.constData());
    if (length == 0 || length > mostBytes) {
        m_isBroken = true;
        m_waiting.clear();
        return std::nullopt;
    }
    if (m_waiting.size() < headBytes + length)
        return std::nullopt;
    const QByteArray xml = m_waiting.mid(headBytes, length);
    m_waiting.remove(0, headBytes + length);
    return xml;
}

} // namespace guichet
