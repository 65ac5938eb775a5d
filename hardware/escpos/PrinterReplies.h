// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <deque>
#include <optional>

namespace guichet {

/// One answer of a printer.
struct PrinterReply
{
    enum class Kind {
        Status,    ///< One byte, to `10 04 n`.
        Automatic, ///< Four bytes, unasked (ASB), as a printer may be set to.
        Marker,    ///< One byte, to `1D 72 n`: all before it is done.
        Words      ///< To `1D 49 n`: maker, model; without the bytes around them.
    };
    Kind kind = Kind::Status;
    QByteArray bytes;
    friend bool operator==(const PrinterReply &, const PrinterReply &) = default;
};

/// Splits what a printer sends by the fixed bits of each byte (hardware.md §7.2): an automatic group begins with (b & 93h) = 10h and owns
/// the next three bytes, so that none of them passes for a marker; a status may stand between them. Flow control is skipped; a long
/// reply stands between 5Fh and 00h.
class PrinterReplies
{
public:
    void feed(const QByteArray &bytes);
    std::optional<PrinterReply> take();

private:
    void read(char byte);
    void readWords(char byte);

    std::deque<PrinterReply> m_replies;
    QByteArray m_group;                ///< Of an automatic status, as far as it has come.
    std::optional<QByteArray> m_words; ///< Of a long reply, as far as it has come.
};

} // namespace guichet
