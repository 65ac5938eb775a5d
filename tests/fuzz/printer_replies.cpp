// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/PrinterReplies.h"
#include "hardware/escpos/PrinterStatus.h"

#include <cstdlib>
#include <vector>

namespace {
using namespace guichet;

std::vector<PrinterReply> split(const QByteArray &bytes, qsizetype piece)
{
    PrinterReplies replies;
    std::vector<PrinterReply> all;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        replies.feed(bytes.mid(at, piece));
        while (auto reply = replies.take())
            all.push_back(std::move(*reply));
    }
    return all;
}

/// What it is taken for, it must look like. Words may be none at all.
bool looksRight(const PrinterReply &reply)
{
    const char first = reply.bytes.isEmpty() ? '\0' : reply.bytes[0];
    switch (reply.kind) {
    case PrinterReply::Kind::Status: return reply.bytes.size() == 1 && (first & 0x93) == 0x12;
    case PrinterReply::Kind::Automatic: return reply.bytes.size() == 4 && (first & 0x93) == 0x10;
    case PrinterReply::Kind::Marker: return reply.bytes.size() == 1 && (first & 0x90) == 0;
    case PrinterReply::Kind::Words: return reply.bytes.size() <= 80 && !reply.bytes.contains('\0');
    }
    return false;
}

/// As the till uses them: one byte answers a question, four say it all, words are shown.
void use(const PrinterReply &reply, PrinterStatus &status)
{
    if (reply.kind == PrinterReply::Kind::Automatic)
        status = automaticStatus(reply.bytes);
    if (reply.kind != PrinterReply::Kind::Status)
        return;
    for (const auto question : {StatusQuestion::Printer, StatusQuestion::Offline, StatusQuestion::Error, StatusQuestion::Paper})
        takeAnswer(status, question, reply.bytes[0]);
}

} // namespace

/// Whatever a printer sends is split the same way in whatever pieces it comes, and nothing passes for what it is not.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto whole = split(bytes, 900); // fewer than are kept
    if (split(bytes, 1) != whole || split(bytes, 3) != whole)
        std::abort();
    PrinterStatus status;
    for (const PrinterReply &reply : whole) {
        if (!looksRight(reply))
            std::abort();
        use(reply, status);
        std::ignore = printerTrouble(status, QStringLiteral("printer"));
    }
    return 0;
}
