// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/plugin/PluginLines.h"
#include "hardware/plugin/PluginProfile.h"
#include "hardware/transport/ProcessStream.h"

#include <QDeadlineTimer>

#include <functional>
#include <memory>

namespace guichet {

/// Who follows a call of the library. On the thread of the call.
struct PluginWatch
{
    std::function<bool()> turn = {};                    ///< Every now and then; false: wait no longer.
    std::function<void(const QString &)> progress = {}; ///< What the terminal shows.
};

/// The process with the vendor's library in it: started when it is needed, ended by force when it does not do what was agreed (it dies,
/// does not answer in time, says what is no answer, talks without end), and started anew by the next call. On one thread.
class PluginHost
{
public:
    static constexpr int mostLines = 2'000;                 ///< Of the library, in one call.
    static constexpr qsizetype mostBytes = 2 * 1024 * 1024; ///< The same.

    /// Both outlive it.
    PluginHost(const PluginProfile &profile, DeviceLog &log) : m_profile{profile}, m_log{log} {}

    /// Has it ready. An error means that nothing was asked of the terminal: InvalidInput (the profile), TerminalUnavailable.
    Result<> start();
    /// One call and its reply. After an error the library may have begun; it is gone, and so is its process.
    Result<QJsonObject> ask(const QJsonObject &call, std::chrono::milliseconds limit, const PluginWatch &watch = {});
    /// The same, of which only success is of use: TerminalBusy, TerminalUnavailable.
    Result<QJsonObject> demand(const QJsonObject &call, std::chrono::milliseconds limit, const PluginWatch &watch = {});
    /// Asks the call that runs to stop.
    void requestStop();

private:
    Result<> send(const QJsonObject &line);
    Result<> open();
    Result<QJsonObject> await(qint64 call, std::chrono::milliseconds limit, const PluginWatch &watch);
    Result<std::optional<QJsonObject>> receive(const PluginWatch &watch, std::chrono::milliseconds limit);
    Result<> hearOut();
    void hear(const QJsonObject &notice, const PluginWatch &watch);
    bool isAlive();
    void giveUp(const Error &why);

    const PluginProfile &m_profile;
    DeviceLog &m_log;
    std::unique_ptr<ProcessStream> m_process;
    PluginLines m_lines;
    qint64 m_call = 0;
    int m_lineCount = 0; ///< Of the running call.
    qsizetype m_byteCount = 0;
};

} // namespace guichet
