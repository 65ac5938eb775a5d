// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/zvt/ZvtLine.h"
#include "hardware/zvt/ZvtSlips.h"
#include "hardware/zvt/ZvtStatus.h"

#include <QDeadlineTimer>
#include <functional>

namespace guichet {

/// How a command to the terminal ended, and what it said on the way.
struct ZvtAnswer
{
    enum class End {
        Completed,
        Failed,  ///< `06 1E`.
        Refused, ///< `84 xx`: it did not begin.
        Lost,    ///< Nobody knows.
    };
    End end = End::Lost;
    quint8 code = 0;                      ///< Why it failed or was refused (hardware.md §6.4).
    Error error{ErrorCode::Timeout};      ///< Why it was lost.
    std::optional<ZvtStatus> status = {}; ///< The last status information.
    bool isGarbled = false;               ///< A status information could not be read.
    QByteArray completion = {};           ///< The data of the completion.
    QString text = {};                    ///< What it showed last.
    ZvtSlips slips = {};
};

/// Who follows a command. All of it is called on the thread of the dialog.
struct ZvtWatch
{
    std::function<void(const QString &)> progress = {}; ///< What the terminal shows: its words, else names of steps.
    std::function<bool()> takesStop = {};               ///< Whether somebody wants it aborted, once for each time; or awaited no more.
    std::function<void(const ZvtStatus &)> keep = {};   ///< Before a status information is acknowledged.
    bool movesMoney = false;                            ///< It is never repeated, and aborted when it takes too long.
    bool endsWhenAccepted = false;                      ///< Nothing follows `80 00`.
};

/// One command: sends it, acknowledges all that the terminal says to it, and waits for its end (hardware.md §6.1, §6.3). The terminal
/// commits when its status and print lines are acknowledged, so that they are acknowledged whatever they say, after they were kept. What it
/// says before it has accepted the command belongs to an earlier one: acknowledged and left out.
class ZvtDialog
{
public:
    static constexpr int mostMessages = 20'000; ///< Of the terminal, in one command.

    /// All outlive it.
    ZvtDialog(ZvtLine &line, const ZvtProfile &profile, DeviceLog &log, const ZvtWatch &watch)
        : m_line{line}, m_limits{profile.limits}, m_log{log}, m_watch{watch}, m_slips{profile.lineWidth}
    {}
    ZvtAnswer run(const ZvtApdu &command);

private:
    Result<> step();
    Result<> lookAtTime();
    Result<> abort();
    Result<> hear(const ZvtApdu &apdu);
    void hearAnswer(const ZvtApdu &apdu);
    Result<> hearCommand(const ZvtApdu &apdu);
    void take(const ZvtApdu &apdu);
    void takeStatus(const ZvtApdu &apdu);
    void takeIntermediate(const ZvtApdu &apdu);
    void end(ZvtAnswer::End how, quint8 code);
    void restart();
    Result<> say(const ZvtApdu &apdu, ZvtLine::Repeat repeat = ZvtLine::Repeat::WhenSilent);
    void note(const QString &text) { m_log.write(QStringLiteral("terminal"), DeviceLog::Direction::Note, text); }

    ZvtLine &m_line;
    const ZvtLimits &m_limits;
    DeviceLog &m_log;
    const ZvtWatch &m_watch;
    ZvtSlipCollector m_slips;
    ZvtAnswer m_answer;
    QDeadlineTimer m_quiet; ///< T3, then T4.
    QDeadlineTimer m_total;
    int m_messages = 0;
    bool m_isAccepted = false;
    bool m_hasEnded = false;
    bool m_gaveUp = false;
};

} // namespace guichet
