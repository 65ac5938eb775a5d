// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace guichet {

/// Somebody wants a blocking call to end. From any thread.
class StopRequest
{
public:
    void ask() noexcept
    {
        const std::lock_guard lock{m_mutex};
        m_isAsked = true;
        m_changed.notify_all();
    }
    /// Whether it was asked since the last take(); forgets it.
    bool take()
    {
        const std::lock_guard lock{m_mutex};
        return std::exchange(m_isAsked, false);
    }
    /// Sleeps so long, or until it is asked. Whether it was.
    bool sleep(std::chrono::milliseconds duration)
    {
        std::unique_lock lock{m_mutex};
        return m_changed.wait_for(lock, duration, [this] { return m_isAsked; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isAsked = false;
};

} // namespace guichet
