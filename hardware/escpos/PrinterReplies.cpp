// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/PrinterReplies.h"

namespace guichet {
namespace {

constexpr int groupBytes = 4;
constexpr int longestReply = 80;
constexpr size_t mostReplies = 1000; ///< A printer that talks without end does not fill the memory.

} // namespace

void PrinterReplies::feed(const QByteArray &bytes)
{
    for (const char byte : bytes)
        read(byte);
    while (m_replies.size() > mostReplies)
        m_replies.pop_front();
}

void PrinterReplies::read(char byte)
{
    if (m_words)
        return readWords(byte);
    if (byte == '\x5F') {
        m_words.emplace();
    } else if ((byte & 0x93) == 0x12) {
        m_replies.push_back({.kind = PrinterReply::Kind::Status, .bytes = QByteArray(1, byte)});
    } else if ((byte & 0x93) == 0x10) {
        m_group = QByteArray(1, byte); // a group that was not whole is none
    } else if ((byte & 0x90) == 0 && m_group.isEmpty()) {
        m_replies.push_back({.kind = PrinterReply::Kind::Marker, .bytes = QByteArray(1, byte)});
    } else if ((byte & 0x90) == 0) {
        m_group += byte;
        if (m_group.size() == groupBytes)
            m_replies.push_back({.kind = PrinterReply::Kind::Automatic, .bytes = std::exchange(m_group, {})});
    }
}

void PrinterReplies::readWords(char byte)
{
    if (byte != '\0' && m_words->size() < longestReply) {
        *m_words += byte;
        return;
    }
    if (byte == '\0')
        m_replies.push_back({.kind = PrinterReply::Kind::Words, .bytes = *m_words});
    m_words.reset();
}

std::optional<PrinterReply> PrinterReplies::take()
{
    if (m_replies.empty())
        return std::nullopt;
    PrinterReply reply = std::move(m_replies.front());
    m_replies.pop_front();
    return reply;
}

} // namespace guichet
