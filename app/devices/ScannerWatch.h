// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "core/till/ScannerSettings.h"

#include <QObject>
#include <memory>
#include <vector>

namespace guichet {

/// The scanner on a line of its own, as the settings want it, each on a thread of its own: the window only hears. GUI thread.
class ScannerWatch : public QObject
{
    Q_OBJECT

public:
    /// The log outlives it.
    explicit ScannerWatch(DeviceLog &log);
    ~ScannerWatch() override;

    /// Takes these settings from now on; none without a line.
    void apply(const ScannerSettings &settings);

Q_SIGNALS:
    void scanned(const QString &code);

private:
    class Watch;

    DeviceLog &m_log;
    ScannerSettings m_settings;
    std::vector<std::unique_ptr<Watch>> m_watches; ///< The last one is heard; the others are ending.
};

} // namespace guichet
