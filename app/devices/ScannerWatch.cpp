// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/ScannerWatch.h"

#include "hardware/scanner/SerialScanner.h"

#include <QThread>

namespace guichet {

/// One scanner and its thread.
class ScannerWatch::Watch
{
public:
    Watch(const ScannerSettings &settings, SerialScanner::Listener listener, DeviceLog &log)
        : m_scanner{settings, std::move(listener), log}, m_thread{QThread::create([this] { m_scanner.run(); })}
    {
        m_thread->setObjectName(QStringLiteral("scanner"));
        m_thread->start(QThread::HighPriority);
    }
    ~Watch()
    {
        stop();
        m_thread->wait();
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    void stop() { m_scanner.stop(); }
    bool isOver() const { return m_thread->isFinished(); }

private:
    SerialScanner m_scanner;
    std::unique_ptr<QThread> m_thread;
};

ScannerWatch::ScannerWatch(DeviceLog &log) : m_log{log} {}

ScannerWatch::~ScannerWatch() = default;

void ScannerWatch::apply(const ScannerSettings &settings)
{
    const bool isSame = settings == m_settings;
    m_settings = settings;
    if (isSame)
        return;
    for (const auto &watch : m_watches)
        watch->stop();
    std::erase_if(m_watches, [](const auto &watch) { return watch->isOver(); });
    if (settings.line.isEmpty() && settings.usb.isEmpty())
        return;
    SerialScanner::Listener listener{
        .scanned = [this](const QString &code) { QMetaObject::invokeMethod(this, [this, code] { Q_EMIT scanned(code); }); }};
    m_watches.push_back(std::make_unique<Watch>(settings, std::move(listener), m_log));
}

} // namespace guichet
