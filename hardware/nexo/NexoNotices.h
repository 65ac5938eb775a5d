// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/nexo/NexoMessage.h"

#include <atomic>
#include <functional>
#include <future>
#include <thread>

class QTcpServer;
class QTcpSocket;

namespace guichet {

/// What a terminal tells of its own accord (hardware.md §3.4): how far the customer is, or that something happened to it.
struct NexoNotice
{
    bool isDisplay = false; ///< For the cashier, now; else an event, for the log.
    QString text;           ///< In the terminal's own words: `WAIT_FOR_PIN`, `SaleWakeUp`.
    friend bool operator==(const NexoNotice &, const NexoNotice &) = default;
};
/// None: it is no notice, or says nothing.
std::optional<NexoNotice> nexoNoticeFrom(const NexoMessage &message);

/// Listens for the notices of one terminal, which posts them in the envelope of the payments: the address is a setting of the terminal. On
/// a thread of its own; what is not sealed with our key is not even logged. One sender at a time, with a size and a time limit.
class NexoNotices
{
public:
    using Heard = std::function<void(const NexoNotice &notice)>;

    /// Starts listening on `profile.noticePort`. The log outlives it; `heard` is called on its thread.
    NexoNotices(const NexoProfile &profile, DeviceLog &log, Heard heard);
    ~NexoNotices();
    NexoNotices(const NexoNotices &) = delete;
    NexoNotices &operator=(const NexoNotices &) = delete;

    quint16 port() const { return m_port; } ///< 0: the port is taken; it is tried again until it is free.

private:
    void listen(std::promise<void> &listening);
    bool takePort(QTcpServer &server);
    void serve(QTcpSocket &socket);
    bool take(const QByteArray &wire);

    NexoProfile m_profile;
    NexoKeys m_keys;
    DeviceLog &m_log;
    Heard m_heard;
    std::atomic<bool> m_stopping = false;
    std::atomic<quint16> m_port = 0;
    std::thread m_thread;
};

} // namespace guichet
