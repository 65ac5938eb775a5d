// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"

#include <QMap>
#include <QSemaphore>
#include <mutex>

namespace guichet {

/// A machine as a test wants it: what is plugged in, what was said, which addresses answer.
class FakeDeviceBench final : public DeviceBench, public SecretStore
{
public:
    std::vector<FoundPort> ports(const QStringList &) const override
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
    Result<std::optional<PrinterAnswer>> askPrinter(const QString &, const QString &) override
    {
        const std::lock_guard lock{m_mutex};
        if (printerAnswers.empty())
            return std::nullopt;
        const PrinterAnswer answer = printerAnswers.front();
        printerAnswers.erase(printerAnswers.begin());
        return answer;
    }
    Result<> printCodePages(const QString &printer, const QString &profile) override
    {
        const std::lock_guard lock{m_mutex};
        codePagesOn << printer + u' ' + profile;
        return {};
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

    QStringList systemPrinters() const override { return printers; }
    Result<> printSheets(const QString &systemPrinter, const LabelSheets &sheets) override
    {
        const std::lock_guard lock{m_mutex};
        sheetsOn[systemPrinter] = sheets;
        return {};
    }
    Result<> printLabels(const LabelPrinterSettings &settings, const std::vector<LabelBatch> &labels) override
    {
        const std::lock_guard lock{m_mutex};
        if (labelTrouble)
            return std::unexpected(*labelTrouble);
        printedOn = settings;
        printed.insert(printed.end(), labels.begin(), labels.end());
        return {};
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
        asked.release();
        if (asks && !answered.tryAcquire(1, longestAnswer))
            return failure(ErrorCode::KeyUnavailable, QStringLiteral("nobody answers"));
        const std::lock_guard lock{m_mutex};
        kept[key] = secret;
        return {};
    }
    Result<> remove(const QString &key) override
    {
        const std::lock_guard lock{m_mutex};
        kept.remove(key);
        return {};
    }

    static constexpr int longestAnswer = 10'000; ///< ms.
    bool asks = false;                           ///< A secret is written only when a person has answered. Before the page is made.
    QSemaphore asked;                            ///< One a secret that is to be written.
    QSemaphore answered;
    int answeringPort = 8443;
    QStringList log; ///< Before the page is made.
    mutable QStringList exportedTo;
    std::vector<TerminalSettings> used;
    QMap<QString, QByteArray> kept;
    std::vector<PrinterAnswer> printerAnswers; ///< One after the other, then it is silent.
    QStringList codePagesOn;                   ///< Printer and profile.
    QStringList printers;                      ///< Of the system. Before the page is made.
    QMap<QString, LabelSheets> sheetsOn;
    std::optional<Error> labelTrouble; ///< Before the page is made.
    std::optional<LabelPrinterSettings> printedOn;
    std::vector<LabelBatch> printed;

private:
    mutable std::mutex m_mutex;
    std::vector<FoundPort> m_ports;
};

} // namespace guichet
