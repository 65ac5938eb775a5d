// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "hardware/escpos/PrinterReplies.h"
#include "hardware/escpos/PrinterStatus.h"
#include "hardware/transport/ByteStream.h"

namespace guichet {

/// How long a printer may take.
struct PrinterTimes
{
    std::chrono::milliseconds open{3000};
    std::chrono::milliseconds status{1000};   ///< For an answer to `10 04 n`.
    std::chrono::milliseconds write{10000};   ///< Without any progress.
    std::chrono::milliseconds marker{10000};  ///< Until it says that it has printed, once nothing is missing.
    std::chrono::milliseconds question{1000}; ///< Between two questions meanwhile.
    std::chrono::milliseconds mending{60000}; ///< Until somebody has put paper in or closed the cover, in the middle of a job.
    std::chrono::milliseconds settling{100};  ///< Silence after which no answer to an earlier job is on its way.
};

/// The talk with a printer over a line: questions and answers, told apart. Errors are those of a printer: PrinterUnavailable, Timeout. On
/// one thread.
class PrinterLine
{
public:
    PrinterLine(std::unique_ptr<ByteStream> stream, const PrinterTimes &times) : m_stream{std::move(stream)}, m_times{times} {}
    QString name() const { return m_stream->name(); }
    const PrinterTimes &times() const { return m_times; }

    Result<> open();
    void close();
    Result<> write(const QByteArray &bytes);
    /// Whether the printer still holds its end.
    Result<> checkOpen();
    /// Its state; none when it does not answer in time.
    Result<std::optional<PrinterStatus>> askStatus();
    /// What it has said by itself since it was asked last; none: nothing.
    std::optional<PrinterStatus> takeChange() { return std::exchange(m_change, std::nullopt); }
    /// `EPSON TM-T20II`: maker and model; empty when it does not say.
    Result<QString> askModel();
    /// Goes on after a cutter that was freed; what waited in the printer is thrown away.
    Result<> recover();
    Result<> askMarker();
    /// Whether the answer to a marker came within the limit; each is given once.
    Result<bool> awaitMarker(std::chrono::milliseconds limit);
    /// Lets answers to an earlier job come in and forgets them.
    Result<> settle();

private:
    Result<> receive(std::chrono::milliseconds limit);
    Result<std::optional<char>> ask(StatusQuestion question);

    std::unique_ptr<ByteStream> m_stream;
    PrinterTimes m_times;
    PrinterReplies m_replies;
    int m_markers = 0;            ///< Answers that nobody has taken yet.
    std::optional<char> m_answer; ///< To the last question.
    std::optional<PrinterStatus> m_change;
    std::optional<QByteArray> m_words; ///< Of the last long reply.
};

} // namespace guichet
