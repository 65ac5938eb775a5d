// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/EscPosPrinter.h"

#include <QDeadlineTimer>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto turn = 100ms; ///< How soon a request to stop is seen.

PrintOutcome doubtful(const Error &why)
{
    return {.end = PrintOutcome::End::Doubtful, .doubt = why};
}

/// How long a proof is still waited for: so long for a printer that is ready, longer while a person is to mend something.
class Patience
{
public:
    Patience(const PrinterTimes &times, const PrintWatch &watch)
        : m_times{times}, m_watch{watch}, m_deadline{times.marker}, m_question{times.question}
    {}

    bool isOver() const { return m_deadline.hasExpired() || (m_watch.stopped && m_watch.stopped()); }
    bool isTimeToAsk() const { return m_question.hasExpired(); }
    const std::optional<Error> &trouble() const { return m_trouble; }

    /// The printer says how it is; none: nothing is missing.
    void hear(const std::optional<Error> &trouble)
    {
        m_question.setRemainingTime(m_times.question);
        if (trouble.has_value() != m_trouble.has_value())
            m_deadline.setRemainingTime(trouble ? m_times.mending : m_times.marker);
        if (trouble && trouble != m_trouble && m_watch.trouble)
            m_watch.trouble(*trouble);
        m_trouble = trouble;
    }

private:
    const PrinterTimes &m_times;
    const PrintWatch &m_watch;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_question;
    std::optional<Error> m_trouble;
};

} // namespace

EscPosPrinter::EscPosPrinter(std::unique_ptr<ByteStream> stream, PrinterProfile profile, const QImage &logo, const PrinterTimes &times)
    : m_line{std::move(stream), times}, m_profile{std::move(profile)}, m_options{.logo = escPosLogo(logo, m_profile)}
{}

QByteArray EscPosPrinter::bytesOf(const Paper &paper) const
{
    return paper.items.empty() ? drawerKick(m_profile, paper.drawerPin) : encodeEscPos(paper, m_profile, m_options);
}

Result<PrintOutcome> EscPosPrinter::print(const Paper &paper, const PrintWatch &watch)
{
    if (paper.items.empty() && !paper.openDrawer)
        return PrintOutcome{};
    const QByteArray job = bytesOf(paper);
    TRY(m_line.open());
    auto outcome = printOpen(job, paper.items.empty(), watch);
    m_line.close();
    if (outcome)
        m_owesMarker = m_lastInDoubt = outcome->end == PrintOutcome::End::Doubtful;
    return outcome;
}

Result<> EscPosPrinter::printCodePages()
{
    TRY(m_line.open());
    const auto sent = [this]() -> Result<> {
        if (m_profile.repliesToStatus)
            TRY(makeReady({}));
        return m_line.write(codePageSheet(m_profile));
    }();
    m_line.close();
    return sent;
}

Result<std::optional<PrinterAnswer>> EscPosPrinter::ask()
{
    TRY(m_line.open());
    const auto answer = [this]() -> Result<std::optional<PrinterAnswer>> {
        TRY_LET(status, m_line.askStatus());
        if (!status)
            return std::nullopt;
        TRY_LET(model, m_line.askModel());
        return PrinterAnswer{
            .model = model, .drawerLevel = status->drawerLevel, .trouble = printerTrouble(*status, name()), .paperLow = status->paperLow};
    }();
    m_line.close();
    return answer;
}

/// A kick needs no paper, and a status that is asked right after one hangs some printers (hardware.md §7.4).
Result<PrintOutcome> EscPosPrinter::printOpen(const QByteArray &job, bool isKick, const PrintWatch &watch)
{
    const bool isProvable = m_profile.repliesToStatus && !isKick;
    Proof proof;
    if (isProvable) {
        TRY_LET(ready, makeReady(watch));
        proof = ready;
    }
    if (watch.begin)
        TRY(watch.begin());
    if (const auto sent = m_line.write(job); !sent)
        return doubtful(sent.error());
    return isProvable ? proved(watch, proof) : taken();
}

/// Asks whether it can print. A printer that is silent is not known not to; the next job tells.
Result<EscPosPrinter::Proof> EscPosPrinter::makeReady(const PrintWatch &watch)
{
    TRY_LET(status, askReady());
    if (status && watch.paperLow)
        watch.paperLow(status->paperLow);
    if (status)
        if (const auto trouble = printerTrouble(*status, name()))
            return std::unexpected(*trouble);
    if (!status && m_lastInDoubt)
        return failure(ErrorCode::PrinterOffline, name() + u": silent since a job without proof"_s);
    Proof proof{.answersStatus = status.has_value()};
    if (m_owesMarker) { // what it may still say of an earlier job must not be taken for the end of this one
        TRY(m_line.askMarker());
        TRY_LET(came, m_line.awaitMarker(m_line.times().status));
        proof.markers = came ? 1 : 2;
        TRY(m_line.settle());
    }
    return proof;
}

/// A cutter that somebody has freed stays blocked until the printer is told to go on. Nothing of ours waits in it before a job.
Result<std::optional<PrinterStatus>> EscPosPrinter::askReady()
{
    TRY_LET(status, m_line.askStatus());
    if (!status || !status->cutterBlocked || m_owesMarker)
        return status;
    TRY(m_line.recover());
    return m_line.askStatus();
}

PrintOutcome EscPosPrinter::proved(const PrintWatch &watch, Proof proof)
{
    if (const auto asked = m_line.askMarker(); !asked)
        return doubtful(asked.error());
    Patience patience{m_line.times(), watch};
    while (!patience.isOver()) {
        const auto came = m_line.awaitMarker(turn);
        if (!came)
            return doubtful(patience.trouble().value_or(came.error()));
        proof.markers -= *came ? 1 : 0;
        if (proof.markers == 0)
            return {};
        if (const auto change = m_line.takeChange())
            patience.hear(printerTrouble(*change, name()));
        if (!proof.answersStatus || !patience.isTimeToAsk())
            continue;
        const auto status = m_line.askStatus();
        if (!status)
            return doubtful(patience.trouble().value_or(status.error()));
        patience.hear(*status ? printerTrouble(**status, name()) : std::nullopt);
    }
    const Error late{.code = ErrorCode::Timeout, .detail = name() + u": the job was not acknowledged"_s, .values = {}};
    return doubtful(patience.trouble().value_or(late));
}

/// Without a proof: every byte has left and nobody has hung up.
PrintOutcome EscPosPrinter::taken()
{
    if (const auto open = m_line.checkOpen(); !open)
        return doubtful(open.error());
    return {};
}

} // namespace guichet
