// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "core/till/ScannerSettings.h"
#include "hardware/scanner/ScanLineReader.h"
#include "hardware/terminal/StopRequest.h"
#include "hardware/transport/ByteStream.h"

#include <functional>

namespace guichet {

/// A scanner on a serial line, or a USB one that looks like it (CDC). Runs on a thread of its own until it is stopped; one that is pulled
/// out is looked for every second until it is back.
class SerialScanner
{
public:
    /// What it tells, on its own thread; an empty function is not called.
    struct Listener
    {
        std::function<void(const QString &code)> scanned;
        std::function<void(const Result<> &state)> changed = {}; ///< It is there, or why not (DeviceUnavailable, InvalidInput).
    };

    /// The log outlives it.
    SerialScanner(ScannerSettings settings, Listener listener, DeviceLog &log)
        : m_settings{std::move(settings)}, m_listener{std::move(listener)}, m_log{log}
    {}

    /// Blocks until stop().
    void run();
    /// From any thread; run() ends within a fifth of a second, or when the system has opened the port.
    void stop() { m_stop.ask(); }

private:
    Result<> listen();
    Result<std::unique_ptr<ByteStream>> openLine() const;
    void hear(const QByteArray &bytes);
    void tell(const std::optional<QString> &code);
    void say(const Result<> &state);
    bool isStopped() { return m_stop.sleep({}); }

    ScannerSettings m_settings;
    Listener m_listener;
    DeviceLog &m_log;
    ScanLineReader m_reader;
    std::optional<Result<>> m_said;
    StopRequest m_stop;
};

} // namespace guichet
