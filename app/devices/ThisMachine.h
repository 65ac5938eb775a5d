// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TerminalWiring.h"
#include "core/ports/DeviceBench.h"

namespace guichet {

/// The devices of the computer that the till runs on.
class ThisMachine final : public DeviceBench
{
public:
    /// The wiring outlives it.
    explicit ThisMachine(TerminalWiring &wiring) : m_wiring{wiring} {}
    std::vector<FoundPort> ports(const QStringList &named) const override;
    bool answers(const QString &host, int port) const override;
    std::vector<std::pair<QString, QString>> printerProfiles() const override;
    Result<std::optional<PrinterAnswer>> askPrinter(const QString &printer, const QString &profile) override;
    Result<> printCodePages(const QString &printer, const QString &profile) override;
    QStringList logLines(const QString &device, int count) const override { return m_wiring.log().newest(device, count); }
    Result<> exportLog(const QString &path) const override;
    SecretStore &secrets() override { return m_wiring.secrets(); }
    Result<> useTerminal(const TerminalSettings &settings) override { return m_wiring.apply(settings); }
    QStringList systemPrinters() const override;
    Result<> printSheets(const QString &systemPrinter, const LabelSheets &sheets) override;
    Result<> printLabels(const LabelPrinterSettings &settings, const std::vector<LabelBatch> &labels) override;

private:
    QString profilesFile() const;

    TerminalWiring &m_wiring;
};

} // namespace guichet
