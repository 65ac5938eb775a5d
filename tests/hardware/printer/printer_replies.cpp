// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/PrinterReplies.h"
#include "hardware/escpos/PrinterStatus.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

using Kind = PrinterReply::Kind;

std::vector<PrinterReply> split(const char *hex, qsizetype piece = 1000)
{
    PrinterReplies replies;
    const QByteArray bytes = QByteArray::fromHex(hex);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        replies.feed(bytes.mid(at, piece));
    std::vector<PrinterReply> all;
    while (auto reply = replies.take())
        all.push_back(std::move(*reply));
    return all;
}

PrinterReply reply(Kind kind, const char *hex)
{
    return {.kind = kind, .bytes = QByteArray::fromHex(hex)};
}

PrinterStatus answered(StatusQuestion question, char answer)
{
    PrinterStatus status;
    takeAnswer(status, question, answer);
    return status;
}

} // namespace

TEST_CASE("status, automatic status and markers are told apart, in whatever pieces they come")
{
    const std::vector<PrinterReply> expected{reply(Kind::Status, "12"), reply(Kind::Automatic, "1800030f"), reply(Kind::Marker, "00"),
                                             reply(Kind::Status, "72"), reply(Kind::Marker, "0c")};
    for (const qsizetype piece : {1, 2, 3, 1000})
        CHECK(split("121800030f00720c", piece) == expected);
}

TEST_CASE("the bytes of an automatic group are never markers, even with a status between them")
{
    CHECK(split("10001200000f") == std::vector{reply(Kind::Status, "12"), reply(Kind::Automatic, "10000000"), reply(Kind::Marker, "0f")});
    CHECK(split("1000").empty());                                                    // not whole: it may go on
    CHECK(split("10001000000f") == std::vector{reply(Kind::Automatic, "1000000f")}); // begun anew
}

TEST_CASE("flow control says nothing; a long reply is its words")
{
    CHECK(split("1113").empty());
    CHECK(split("5f4550534f4e0000") == std::vector{reply(Kind::Words, "4550534f4e"), reply(Kind::Marker, "00")});
    CHECK(split(QByteArray{"5f"}.append(QByteArray(400, '4')).append("00").constData()).size() > 1); // one that does not end is cut off
}

TEST_CASE("the bits of each answer, and the cause before its consequence")
{
    CHECK(answered(StatusQuestion::Printer, 0x1A).offline);
    CHECK(answered(StatusQuestion::Printer, 0x16).drawerLevel);
    CHECK(answered(StatusQuestion::Offline, 0x16).coverOpen);
    CHECK(answered(StatusQuestion::Offline, 0x32).paperOut);
    CHECK(answered(StatusQuestion::Offline, 0x52).failed);
    CHECK(answered(StatusQuestion::Error, 0x1A).cutterBlocked);
    CHECK_FALSE(answered(StatusQuestion::Error, 0x1A).failed);
    CHECK(answered(StatusQuestion::Error, 0x32).failed);
    CHECK(answered(StatusQuestion::Paper, 0x72).paperOut);
    CHECK(answered(StatusQuestion::Paper, 0x1E).paperLow);
    CHECK_FALSE(printerTrouble(answered(StatusQuestion::Paper, 0x1E), u"p"_s));
    CHECK(printerTrouble({.paperOut = true, .coverOpen = true, .offline = true}, u"p"_s)->code == ErrorCode::PrinterOutOfPaper);
    CHECK(printerTrouble({.coverOpen = true, .offline = true}, u"p"_s)->code == ErrorCode::PrinterCoverOpen);
    CHECK(printerTrouble({.cutterBlocked = true, .failed = true}, u"p"_s)->code == ErrorCode::PrinterCutterBlocked);
    CHECK(printerTrouble({.failed = true, .offline = true}, u"p"_s)->code == ErrorCode::PrinterUnavailable);
    CHECK(printerTrouble({.offline = true}, u"p"_s)->code == ErrorCode::PrinterOffline);
}
