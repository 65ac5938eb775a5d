// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminalhost/HostConversation.h"

#include "hardware/plugin/PluginLines.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned longestFarewell = 5; ///< Seconds that a library may take to close.

} // namespace

/// All of it; when the till is gone nobody is there to miss it.
void HostConversation::say(const QJsonObject &line)
{
    const QByteArray bytes = pluginLine(line);
    const std::lock_guard lock{m_writing};
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(m_line, bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
        if (written < 0 && errno != EINTR)
            return;
        at += std::max<ssize_t>(0, written);
    }
}

std::optional<QJsonObject> HostConversation::nextCall()
{
    std::unique_lock lock{m_mutex};
    m_isWorking = false;
    m_changed.wait(lock, [this] { return m_isOver || !m_calls.empty(); });
    if (m_isOver)
        return std::nullopt;
    m_isWorking = true;
    QJsonObject call = m_calls.front();
    m_calls.pop_front();
    return call;
}

/// The thread of the library, from its loading to its end.
void HostConversation::work(const QString &library)
{
    const auto loaded =
        LoadedPlugin::load(library, [this](const QString &kind, const QString &text) { say({{u"notice"_s, kind}, {u"text"_s, text}}); });
    {
        const std::lock_guard lock{m_mutex};
        m_plugin = loaded ? loaded->get() : nullptr;
    }
    while (const auto call = nextCall()) {
        QJsonObject reply{{u"status"_s, u"unavailable"_s}, {u"words"_s, loaded ? QString{} : loaded.error().detail}};
        if (loaded)
            reply = (*loaded)->perform(*call);
        reply.insert(u"id"_s, (*call)[u"id"_s]);
        say(reply);
    }
}

bool HostConversation::hear(const QJsonObject &call)
{
    std::unique_lock lock{m_mutex};
    if (call[u"do"_s] == u"cancel"_s) {
        LoadedPlugin *const plugin = m_isWorking ? m_plugin : nullptr; // it ends after end() alone
        lock.unlock();
        if (plugin)
            plugin->cancel();
        return true;
    }
    if (!call.contains(u"id"_s))
        return false;
    m_calls.push_back(call);
    m_changed.notify_all();
    return true;
}

/// A library at work is left where it is: the till will ask what has become of it.
void HostConversation::end()
{
    const std::lock_guard lock{m_mutex};
    if (m_isWorking)
        std::_Exit(0);
    ::alarm(longestFarewell);
    m_isOver = true;
    m_changed.notify_all();
}

int HostConversation::run(const QString &library)
{
    std::thread worker{&HostConversation::work, this, library};
    PluginLines lines;
    bool isSound = true;
    char bytes[4096];
    for (ssize_t count = 0; isSound && (count = ::read(m_line, bytes, sizeof bytes)) != 0;) {
        if (count < 0 && errno == EINTR)
            continue;
        lines.feed({bytes, std::max<ssize_t>(0, count)});
        auto line = lines.next();
        for (isSound = count > 0; isSound && line && *line; line = lines.next())
            isSound = hear(**line);
        isSound = isSound && line;
    }
    end();
    worker.join();
    return isSound ? 0 : 1;
}

} // namespace guichet
