// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminalhost/LoadedPlugin.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace guichet {

/// What guichet-terminal-host and the till say to each other over one line: calls of the till are done one after the other on a thread of
/// their own; `cancel` is passed on at once. When the till is gone the process ends, whatever the library is doing.
class HostConversation
{
public:
    /// `line`: both directions; it stays the caller's.
    explicit HostConversation(int line) : m_line{line} {}

    /// Talks until the till is gone. The exit status of the process: 0, or 1 when the till talks nonsense.
    int run(const QString &library);

private:
    void work(const QString &library);
    void say(const QJsonObject &line);
    bool hear(const QJsonObject &call);
    std::optional<QJsonObject> nextCall();
    void end();

    int m_line;
    std::mutex m_writing;
    std::mutex m_mutex; ///< Of what follows.
    std::condition_variable m_changed;
    std::deque<QJsonObject> m_calls;
    LoadedPlugin *m_plugin = nullptr; ///< Null: not loaded yet, or it cannot be.
    bool m_isWorking = false;
    bool m_isOver = false;
};

} // namespace guichet
