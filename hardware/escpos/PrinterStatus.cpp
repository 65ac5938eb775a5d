// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/PrinterStatus.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

bool has(char byte, int bits)
{
    return (byte & bits) != 0;
}

} // namespace

QByteArray bytesOf(StatusQuestion question)
{
    return QByteArray::fromHex("1004").append(static_cast<char>(question));
}

void takeAnswer(PrinterStatus &status, StatusQuestion question, char answer)
{
    switch (question) {
    case StatusQuestion::Printer:
        status.drawerLevel = has(answer, 0x04);
        status.offline = has(answer, 0x08);
        return;
    case StatusQuestion::Offline:
        status.coverOpen = has(answer, 0x04);
        status.paperOut = status.paperOut || has(answer, 0x20);
        status.failed = has(answer, 0x40);
        return;
    case StatusQuestion::Error:
        status.cutterBlocked = has(answer, 0x08);
        status.failed = has(answer, 0x64);
        return;
    case StatusQuestion::Paper:
        status.paperLow = has(answer, 0x0C);
        status.paperOut = status.paperOut || has(answer, 0x60);
        return;
    }
}

PrinterStatus automaticStatus(const QByteArray &group)
{
    const QByteArray bytes = group.leftJustified(4, '\0');
    return {.paperOut = has(bytes[2], 0x0C),
            .paperLow = has(bytes[2], 0x03),
            .coverOpen = has(bytes[0], 0x20),
            .cutterBlocked = has(bytes[1], 0x08),
            .failed = has(bytes[1], 0x64),
            .offline = has(bytes[0], 0x08),
            .drawerLevel = has(bytes[0], 0x04)};
}

std::optional<Error> printerTrouble(const PrinterStatus &status, const QString &printer)
{
    const auto because = [&](ErrorCode code, const QString &detail) {
        return Error{.code = code, .detail = printer + u": "_s + detail, .values = {}};
    };
    if (status.paperOut)
        return because(ErrorCode::PrinterOutOfPaper, u"no paper"_s);
    if (status.coverOpen)
        return because(ErrorCode::PrinterCoverOpen, u"cover open"_s);
    if (status.cutterBlocked)
        return because(ErrorCode::PrinterCutterBlocked, u"cutter"_s);
    if (status.failed)
        return because(ErrorCode::PrinterUnavailable, u"error"_s);
    if (status.offline)
        return because(ErrorCode::PrinterOffline, u"offline"_s);
    return std::nullopt;
}

} // namespace guichet
