// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ports/DeviceLog.h"

#include <QDir>
#include <QFile>
#include <mutex>

namespace guichet {

/// One file a day, `devices-2026-11-25.log`, kept for 30 days; a day that talks too much ends its file at 20 MB and says so. One message a
/// line: time, device, direction, text; line ends in it are written as `\n`. Card data is masked before it is written. A log that cannot be
/// written is silent: it must never stop a sale.
class FileDeviceLog final : public DeviceLog
{
public:
    /// The clock outlives it. `folder` is made at the first message.
    FileDeviceLog(const QString &folder, const Clock &clock) : m_folder{folder}, m_clock{clock} {}
    void write(const QString &device, Direction direction, const QString &text) override;

    /// The newest `count` lines of today about a device, oldest first; all devices when `device` is empty.
    QStringList newest(const QString &device, int count) const;
    /// All days in one text, for the support. Oldest first.
    QString everything() const;

private:
    void openFor(QDate day);
    void forgetOldDays(QDate today) const;

    QDir m_folder;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    QFile m_file;
    QDate m_day;
};

} // namespace guichet
