// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"

#include <QMap>
#include <mutex>

namespace guichet {

/// A machine as a test wants it: what is plugged in, what was said, which addresses answer.
class FakeDeviceBench final : public DeviceBench, public SecretStore
{
public:
    std::vector<FoundPort> ports() const override
    {
        const std::lock_guard lock{m_mutex};
        return m_ports;
    }
    void plug(const FoundPort &port)
    {
        const std::lock_guard lock{m_mutex};
        m_ports.push_back(port);
    }
    void unplugAll()
    {
        const std::lock_guard lock{m_mutex};
        m_ports.clear();
    }
    bool answers(const QString &host, int port) const override { return host == QStringLiteral("192.0.2.10") && port == answeringPort; }
    std::vector<std::pair<QString, QString>> printerProfiles() const override
    {
        return {{QStringLiteral("generic80"), QStringLiteral("ESC/POS 80 mm")},
                {QStringLiteral("generic58"), QStringLiteral("ESC/POS 58 mm")}};
    }
    QStringList logLines(const QString &, int count) const override { return log.mid(std::max<qsizetype>(0, log.size() - count)); }
    Result<> exportLog(const QString &path) const override
    {
        const std::lock_guard lock{m_mutex};
        exportedTo << path;
        return {};
    }
    SecretStore &secrets() override { return *this; }
    Result<> useTerminal(const TerminalSettings &settings) override
    {
        const std::lock_guard lock{m_mutex};
        used.push_back(settings);
        return settings.address.isEmpty() && settings.kind != QStringLiteral("manual")
                   ? Result<>{failure(ErrorCode::InvalidInput, QStringLiteral("no address"), {QStringLiteral("address")})}
                   : Result<>{};
    }

    // SecretStore
    QString name() const override { return QStringLiteral("fake"); }
    Result<QByteArray> read(const QString &key) override
    {
        const std::lock_guard lock{m_mutex};
        return kept.contains(key) ? Result<QByteArray>{kept[key]} : failure(ErrorCode::NotFound, key);
    }
    Result<> write(const QString &key, const QByteArray &secret) override
    {
        const std::lock_guard lock{m_mutex};
        kept[key] = secret;
        return {};
    }

    int answeringPort = 8443;
    QStringList log; ///< Before the page is made.
    mutable QStringList exportedTo;
    std::vector<TerminalSettings> used;
    QMap<QString, QByteArray> kept;

private:
    mutable std::mutex m_mutex;
    std::vector<FoundPort> m_ports;
};

} // namespace guichet
