// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TillSecrets.h"
#include "core/base/Clock.h"
#include "hardware/records/FileDeviceLog.h"
#include "hardware/records/FileDeviceMemory.h"
#include "hardware/terminal/ChosenTerminal.h"
#include "hardware/terminal/MakePaymentTerminal.h"

#include <mutex>

namespace guichet {

/// Puts the driver of the settings behind the till's terminal, with its log and its memory in `devices` of the data folder. From any
/// thread.
class TerminalWiring
{
public:
    /// Clock and keychain outlive it.
    TerminalWiring(const QString &dataFolder, const Clock &clock, SecretStore *keychain);

    ChosenTerminal &terminal() { return m_terminal; }
    SecretStore &secrets() { return m_secrets; }
    const QString &dataFolder() const { return m_dataFolder; }
    FileDeviceLog &log() { return m_log; } ///< Of all devices of this till.
    /// By how much the time limits of the drivers are divided; for tests and simulated terminals.
    void setHaste(int haste) { m_haste = haste; }

    /// Reads the secret, which may take seconds, and takes the driver, at the end of the call that runs. Settings that do not do leave a
    /// terminal that refuses: the error says why.
    Result<> apply(const TerminalSettings &settings);

private:
    Result<std::shared_ptr<PaymentTerminal>> make(const TerminalSettings &settings);
    FileDeviceMemory &memoryOf(const TerminalSettings &settings);

    QString m_dataFolder;
    QString m_folder; ///< Of the log and the memory.
    const Clock &m_clock;
    std::mutex m_applying; ///< One change at a time.
    TillSecrets m_secrets;
    FileDeviceLog m_log;
    std::vector<std::pair<QString, std::unique_ptr<FileDeviceMemory>>> m_memories; ///< A driver may still use an earlier one.
    int m_haste = 1;
    ChosenTerminal m_terminal; ///< Last: its driver uses what stands above.
};

} // namespace guichet
