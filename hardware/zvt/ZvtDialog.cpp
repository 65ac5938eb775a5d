// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtDialog.h"

#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtLogText.h"
#include "hardware/zvt/ZvtRequests.h"
#include "hardware/zvt/ZvtResult.h"

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto turn = 50ms; ///< How soon a stop is noticed.
constexpr quint8 impossible = 0x83;
constexpr qint64 mostMinutes = 60;

/// What asks for more than a word: lines to the host, menus, inputs. We announce none of them.
bool wantsMoreThanAWord(ZvtCommand command)
{
    switch (static_cast<quint16>(command)) {
    case 0x040D:
    case 0x040E:
    case 0x06D8:
    case 0x06D9:
    case 0x06DA:
    case 0x06DB:
    case 0x06DD:
    case 0x06E4:
    case 0x06E5: return true;
    default: return false;
    }
}

quint8 firstByte(QByteArrayView data, quint8 otherwise)
{
    return data.isEmpty() ? otherwise : static_cast<quint8>(data.front());
}

/// What `04 FF` says: what it does, T4 in minutes, words for the display; the minutes may be missing.
struct Intermediate
{
    quint8 code = 0xFF;
    qint64 minutes = 0;
    QString shown;
};

Intermediate intermediateFrom(QByteArrayView data)
{
    Intermediate step{.code = firstByte(data, 0xFF), .minutes = 0, .shown = {}};
    const bool hasMinutes = data.size() == 2 || (data.size() > 2 && data[2] == 0x06);
    if (hasMinutes)
        step.minutes = zvtNumberFrom(data.sliced(1, 1)).value_or(0);
    const qsizetype at = hasMinutes ? 2 : 1;
    if (data.size() > at && data[at] == 0x06)
        if (const auto fields = zvtFieldsFrom(data.sliced(at)))
            step.shown = zvtDisplayText(fields->value(0x06).value_or(QByteArrayView{}));
    return step;
}

} // namespace

ZvtAnswer ZvtDialog::run(const ZvtApdu &command)
{
    m_quiet.setRemainingTime(m_limits.response);
    m_total.setRemainingTime(m_limits.command);
    Result<> going = say(command, m_watch.movesMoney ? ZvtLine::Repeat::OnlyWhenRefused : ZvtLine::Repeat::WhenSilent);
    while (going && !m_hasEnded)
        going = step();
    if (!going)
        m_answer.error = going.error();
    m_answer.slips = m_slips.slips();
    return m_answer;
}

Result<> ZvtDialog::step()
{
    TRY(lookAtTime());
    TRY_LET(apdu, m_line.receive(turn));
    return apdu ? hear(*apdu) : Result<>{};
}

Result<> ZvtDialog::lookAtTime()
{
    const bool isOver = m_quiet.hasExpired() || m_total.hasExpired();
    if (!isOver) {
        if (!m_watch.takesStop || !m_watch.takesStop())
            return {};
        return m_watch.movesMoney ? abort() : failure(ErrorCode::Timeout, u"zvt: stopped waiting"_s);
    }
    if (m_gaveUp || !m_watch.movesMoney)
        return failure(ErrorCode::Timeout, m_isAccepted ? u"zvt: no end"_s : u"zvt: no answer"_s);
    m_gaveUp = true;
    m_quiet.setRemainingTime(m_limits.afterAbort);
    m_total = QDeadlineTimer{QDeadlineTimer::Forever};
    return abort();
}

Result<> ZvtDialog::abort()
{
    return say(ZvtRequests::abort(), ZvtLine::Repeat::OnlyWhenRefused);
}

Result<> ZvtDialog::say(const ZvtApdu &apdu, ZvtLine::Repeat repeat)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Sent, zvtLogText(apdu));
    return m_line.send(apdu, repeat);
}

Result<> ZvtDialog::hear(const ZvtApdu &apdu)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Received, zvtLogText(apdu));
    if (++m_messages > mostMessages)
        return failure(ErrorCode::DeviceAnswerInvalid, u"zvt: the terminal does not come to an end"_s);
    if (apdu.isAnswer()) {
        hearAnswer(apdu);
        return {};
    }
    if (apdu.classByte() != 0x04 && apdu.classByte() != 0x06)
        return failure(ErrorCode::DeviceAnswerInvalid, u"zvt: no such command: "_s + zvtLogText({.command = apdu.command}));
    return hearCommand(apdu);
}

/// Later ones answer an abort: what counts is how the command itself ends.
void ZvtDialog::hearAnswer(const ZvtApdu &apdu)
{
    if (m_isAccepted)
        return;
    if (!apdu.isAccepted())
        return end(ZvtAnswer::End::Refused, apdu.instruction());
    m_isAccepted = true;
    restart();
    if (m_watch.endsWhenAccepted)
        end(ZvtAnswer::End::Completed, 0);
}

Result<> ZvtDialog::hearCommand(const ZvtApdu &apdu)
{
    const bool isEnd = apdu.command == ZvtCommand::Completion || apdu.command == ZvtCommand::Failure;
    if (!m_isAccepted)
        note(u"zvt: belongs to an earlier command"_s);
    else
        take(apdu);
    const auto acknowledged = say(wantsMoreThanAWord(apdu.command) ? zvtRefusal(impossible) : ZvtApdu{});
    if (m_isAccepted && isEnd) // it has ended, acknowledged or not
        return {};
    return acknowledged;
}

void ZvtDialog::take(const ZvtApdu &apdu)
{
    restart();
    switch (apdu.command) {
    case ZvtCommand::StatusInformation: return takeStatus(apdu);
    case ZvtCommand::IntermediateStatus: return takeIntermediate(apdu);
    case ZvtCommand::PrintLine:
    case ZvtCommand::PrintTextBlock: return m_slips.add(apdu);
    case ZvtCommand::Completion: m_answer.completion = apdu.data; return end(ZvtAnswer::End::Completed, 0);
    case ZvtCommand::Failure: return end(ZvtAnswer::End::Failed, firstByte(apdu.data, 0xFF));
    default: return;
    }
}

void ZvtDialog::takeStatus(const ZvtApdu &apdu)
{
    const auto status = zvtStatusFrom(apdu.data);
    if (!status) {
        m_answer.isGarbled = true;
        return note(status.error().detail);
    }
    m_answer.status = *status;
    if (m_watch.keep)
        m_watch.keep(*status);
}

void ZvtDialog::takeIntermediate(const ZvtApdu &apdu)
{
    const Intermediate step = intermediateFrom(apdu.data);
    if (step.minutes > 0 && !m_gaveUp)
        m_quiet.setRemainingTime(m_limits.minute * std::min(step.minutes, mostMinutes));
    if (!step.shown.isEmpty())
        m_answer.text = step.shown;
    const QString steps = zvtIntermediateSteps(step.code);
    note(u"zvt: %1 %2"_s.arg(steps, step.shown).trimmed());
    const QString prompt = step.shown.isEmpty() ? steps : step.shown;
    if (m_watch.progress && !prompt.isEmpty())
        m_watch.progress(prompt);
}

void ZvtDialog::end(ZvtAnswer::End how, quint8 code)
{
    m_answer.end = how;
    m_answer.code = code;
    m_hasEnded = true;
}

/// It lives. Once given up, it has no more time than that.
void ZvtDialog::restart()
{
    if (!m_gaveUp)
        m_quiet.setRemainingTime(m_limits.completion);
}

} // namespace guichet
