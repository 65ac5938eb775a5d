// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/scanner/ScanLineReader.h"

#include "core/scan/ScanCode.h"

#include <QStringDecoder>

namespace guichet {
namespace {

constexpr char startOfText = 0x02;
constexpr qsizetype longestBytes = 4 * (longestScan + 1); // of UTF-8

bool endsCode(char byte)
{
    return byte == '\r' || byte == '\n' || byte == '\t' || byte == 0x03;
}

QString decoded(const QByteArray &bytes)
{
    QStringDecoder utf8{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom};
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

} // namespace

std::optional<QString> ScanLineReader::take()
{
    for (qsizetype i = 0; i < m_arrived.size(); ++i) {
        const char byte = m_arrived[i];
        if (byte == startOfText)
            m_code.clear();
        else if (!endsCode(byte) && m_code.size() < longestBytes)
            m_code += byte;
        if (!endsCode(byte) || m_code.isEmpty())
            continue;
        m_arrived.remove(0, i + 1);
        return finished();
    }
    m_arrived.clear();
    return std::nullopt;
}

std::optional<QString> ScanLineReader::silence()
{
    return m_code.isEmpty() ? std::nullopt : finished();
}

std::optional<QString> ScanLineReader::finished()
{
    return decoded(std::exchange(m_code, {}));
}

} // namespace guichet
