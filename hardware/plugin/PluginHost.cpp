// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/plugin/PluginHost.h"

#include "core/base/Text.h"
#include "hardware/plugin/guichet_terminal.h"

#include <QDir>
#include <QJsonDocument>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto hostTurn = 50ms; ///< How soon a stop is noticed.
constexpr qsizetype longestPrompt = 200;
constexpr qsizetype longestNote = 4'000;

/// Nothing that is secret goes into the log.
QString logTextOf(const QJsonObject &line)
{
    QJsonObject shown = line;
    if (shown.contains(u"secret"_s))
        shown[u"secret"_s] = u"***"_s;
    return QString::fromUtf8(QJsonDocument{shown}.toJson(QJsonDocument::Compact));
}

std::unexpected<Error> broken(const QString &why)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"plugin: "_s + why);
}

DeviceLog::Direction directionOf(const QString &name)
{
    if (name == u"sent")
        return DeviceLog::Direction::Sent;
    return name == u"received" ? DeviceLog::Direction::Received : DeviceLog::Direction::Note;
}

} // namespace

Result<> PluginHost::start()
{
    if (isAlive())
        return {};
    TRY(m_profile.check());
    QDir{}.mkpath(m_profile.folder);
    m_lines = {};
    m_call = 0;
    m_process = std::make_unique<ProcessStream>(m_profile.host, QStringList{m_profile.library});
    auto begun = m_process->open(m_profile.limits.start);
    if (begun)
        begun = open();
    if (begun)
        return {};
    giveUp(begun.error());
    return failure(ErrorCode::TerminalUnavailable, begun.error().detail, begun.error().values);
}

/// Whether it runs and has told nothing but notices since the last call: an answer before its question is none.
bool PluginHost::isAlive()
{
    if (!m_process || !m_process->isOpen())
        return false;
    m_lineCount = 0;
    m_byteCount = 0;
    const Result<> sound = hearOut();
    if (!sound)
        giveUp(sound.error());
    return sound.has_value();
}

Result<> PluginHost::hearOut()
{
    for (;;) {
        const auto before = std::pair{m_lineCount, m_byteCount};
        TRY_LET(line, receive({}, 0ms));
        if (line)
            return broken(u"it talks out of turn"_s);
        if (before == std::pair{m_lineCount, m_byteCount})
            return {};
    }
}

Result<> PluginHost::open()
{
    TRY_LET(ready, demand({{u"do"_s, u"open"_s},
                           {u"version"_s, static_cast<qint64>(GUICHET_TERMINAL_VERSION)},
                           {u"address"_s, m_profile.address},
                           {u"port"_s, m_profile.port},
                           {u"till"_s, m_profile.tillId},
                           {u"options"_s, m_profile.options},
                           {u"secret"_s, m_profile.secret},
                           {u"folder"_s, m_profile.folder}},
                          m_profile.limits.start));
    return {};
}

void PluginHost::giveUp(const Error &why)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"the terminal's program is ended: "_s + why.detail);
    if (m_process)
        m_process->kill();
    m_process.reset();
}

Result<> PluginHost::send(const QJsonObject &line)
{
    const QByteArray bytes = pluginLine(line);
    if (!m_process || bytes.size() > longestPluginLine)
        return failure(ErrorCode::DeviceUnavailable, u"plugin: no process, or too long a call"_s);
    m_log.write(u"terminal"_s, DeviceLog::Direction::Sent, logTextOf(line));
    return m_process->write(bytes, m_profile.limits.write);
}

Result<QJsonObject> PluginHost::ask(const QJsonObject &call, std::chrono::milliseconds limit, const PluginWatch &watch)
{
    if (!isAlive())
        return failure(ErrorCode::DeviceUnavailable, u"plugin: its process is gone"_s);
    QJsonObject line = call;
    line.insert(u"id"_s, ++m_call);
    m_lineCount = 0;
    m_byteCount = 0;
    Result<QJsonObject> reply;
    if (const auto sent = send(line); sent)
        reply = await(m_call, limit, watch);
    else
        reply = std::unexpected{sent.error()};
    if (!reply)
        giveUp(reply.error());
    return reply;
}

Result<QJsonObject> PluginHost::demand(const QJsonObject &call, std::chrono::milliseconds limit, const PluginWatch &watch)
{
    TRY_LET(reply, ask(call, limit, watch));
    const QString status = reply[u"status"_s].toString();
    if (status == u"ok")
        return reply;
    return failure(status == u"busy" ? ErrorCode::TerminalBusy : ErrorCode::TerminalUnavailable,
                   u"plugin: %1 %2"_s.arg(printable(status), printable(reply[u"words"_s].toString())).left(longestNote),
                   {m_profile.address});
}

Result<QJsonObject> PluginHost::await(qint64 call, std::chrono::milliseconds limit, const PluginWatch &watch)
{
    for (const QDeadlineTimer deadline{limit};;) {
        TRY_LET(line, receive(watch, hostTurn));
        if (deadline.hasExpired() || (watch.turn && !watch.turn()))
            return failure(ErrorCode::Timeout, u"plugin: no answer in time"_s);
        if (!line)
            continue;
        m_log.write(u"terminal"_s, DeviceLog::Direction::Received, logTextOf(*line));
        if (!line->contains(u"id"_s))
            return broken(u"an answer to nothing"_s);
        if ((*line)[u"id"_s].toInteger(-1) != call)
            return broken(u"an answer to another call"_s);
        return *line;
    }
}

/// The next line that is not a notice; none: not now.
Result<std::optional<QJsonObject>> PluginHost::receive(const PluginWatch &watch, std::chrono::milliseconds limit)
{
    TRY_LET(waiting, m_lines.next());
    if (!waiting) {
        TRY_LET(bytes, m_process->read(limit));
        m_byteCount += bytes.size();
        m_lines.feed(bytes);
        TRY_LET(arrived, m_lines.next());
        waiting = arrived;
    }
    if (!waiting)
        return waiting;
    if (++m_lineCount > mostLines || m_byteCount > mostBytes)
        return broken(u"it does not come to an end"_s);
    if (!waiting->contains(u"notice"_s))
        return waiting;
    hear(*waiting, watch);
    return std::optional<QJsonObject>{};
}

void PluginHost::hear(const QJsonObject &notice, const PluginWatch &watch)
{
    const QString kind = notice[u"notice"_s].toString();
    const QString text = notice[u"text"_s].toString();
    m_log.write(u"terminal"_s, directionOf(kind), kind == u"prompt" ? u"prompt: "_s + text.left(longestNote) : text.left(longestNote));
    if (kind == u"prompt" && watch.progress)
        watch.progress(printable(text).left(longestPrompt));
}

void PluginHost::requestStop()
{
    std::ignore = send({{u"do"_s, u"cancel"_s}}); // an answer that does not come is noticed by whoever waits for it
}

} // namespace guichet
