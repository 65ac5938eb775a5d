// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/PrinterLine.h"

#include "core/base/Text.h"

#include <QDeadlineTimer>
#include <QStringList>

namespace guichet {
using namespace std::chrono_literals;

namespace {

/// Devices are unavailable; to the cashier it is the printer.
Error asPrinterError(Error error)
{
    if (error.code == ErrorCode::DeviceUnavailable)
        error.code = ErrorCode::PrinterUnavailable;
    return error;
}

template <typename T>
Result<T> ofPrinter(Result<T> result)
{
    if (!result)
        return std::unexpected(asPrinterError(result.error()));
    return result;
}

std::chrono::milliseconds leftOf(const QDeadlineTimer &deadline)
{
    return std::chrono::milliseconds{std::max<qint64>(0, deadline.remainingTime())};
}

} // namespace

Result<> PrinterLine::open()
{
    m_replies = {};
    m_markers = 0;
    m_change.reset();
    return ofPrinter(m_stream->open(m_times.open));
}

void PrinterLine::close()
{
    m_stream->close();
}

Result<> PrinterLine::write(const QByteArray &bytes)
{
    return ofPrinter(m_stream->write(bytes, m_times.write));
}

Result<> PrinterLine::checkOpen()
{
    TRY(receive(0ms));
    if (!m_stream->isOpen())
        return failure(ErrorCode::PrinterUnavailable, name() + QStringLiteral(": hung up"), {name()});
    return {};
}

Result<> PrinterLine::receive(std::chrono::milliseconds limit)
{
    TRY_LET(bytes, ofPrinter(m_stream->read(limit)));
    m_replies.feed(bytes);
    while (const auto reply = m_replies.take()) {
        if (reply->kind == PrinterReply::Kind::Marker)
            ++m_markers;
        else if (reply->kind == PrinterReply::Kind::Status)
            m_answer = reply->bytes[0];
        else if (reply->kind == PrinterReply::Kind::Words)
            m_words = reply->bytes;
        else
            m_change = automaticStatus(reply->bytes);
    }
    return {};
}

Result<std::optional<char>> PrinterLine::ask(StatusQuestion question)
{
    TRY(receive(0ms));
    m_answer.reset(); // a stale one would be taken for this one
    TRY(write(bytesOf(question)));
    for (const QDeadlineTimer deadline{m_times.status}; !m_answer && !deadline.hasExpired();)
        TRY(receive(leftOf(deadline)));
    return m_answer;
}

Result<std::optional<PrinterStatus>> PrinterLine::askStatus()
{
    PrinterStatus status;
    for (const StatusQuestion question : {StatusQuestion::Printer, StatusQuestion::Paper, StatusQuestion::Offline, StatusQuestion::Error}) {
        if (question == StatusQuestion::Error && !status.failed)
            continue;
        TRY_LET(answer, ask(question));
        if (answer)
            takeAnswer(status, question, *answer);
        else if (question == StatusQuestion::Printer)
            return std::nullopt; // one that is silent is not asked three times more
    }
    return status;
}

Result<QString> PrinterLine::askModel()
{
    QStringList words;
    for (const char what : {'\x42', '\x43'}) { // maker, model
        m_words.reset();
        TRY(write(QByteArray::fromHex("1d49").append(what)));
        for (const QDeadlineTimer deadline{m_times.status}; !m_words && !deadline.hasExpired();)
            TRY(receive(leftOf(deadline)));
        if (!m_words)
            break; // one that is silent is not asked again
        words << printable(QString::fromLatin1(*m_words)).simplified();
    }
    return words.join(u' ').simplified();
}

Result<> PrinterLine::recover()
{
    return write(QByteArray::fromHex("100502"));
}

Result<> PrinterLine::askMarker()
{
    return write(QByteArray::fromHex("1d7201"));
}

Result<bool> PrinterLine::awaitMarker(std::chrono::milliseconds limit)
{
    for (const QDeadlineTimer deadline{limit}; m_markers == 0 && !deadline.hasExpired();)
        TRY(receive(leftOf(deadline)));
    if (m_markers == 0)
        return false;
    --m_markers;
    return true;
}

Result<> PrinterLine::settle()
{
    for (const QDeadlineTimer deadline{m_times.settling}; !deadline.hasExpired();)
        TRY(receive(leftOf(deadline)));
    m_markers = 0;
    return {};
}

} // namespace guichet
