// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "core/ports/DeviceMemory.h"
#include "core/ports/PaymentTerminal.h"

#include <array>
#include <map>
#include <mutex>
#include <ostream>

namespace guichet {

inline std::ostream &operator<<(std::ostream &out, ChargeState state)
{
    constexpr std::array names{"Approved", "Declined", "NotStarted", "Unknown"};
    return out << names[static_cast<size_t>(state)];
}

/// Keeps what was said, for tests.
class RecordedLog final : public DeviceLog
{
public:
    void write(const QString &, Direction direction, const QString &text) override
    {
        constexpr std::array signs{"-> ", "<- ", "-- "};
        const std::lock_guard lock{m_mutex};
        m_lines.push_back(QLatin1String{signs[static_cast<size_t>(direction)]} + text);
    }
    QStringList lines() const
    {
        const std::lock_guard lock{m_mutex};
        return m_lines;
    }
    qsizetype count(const QString &part) const { return lines().filter(part).size(); }

private:
    mutable std::mutex m_mutex;
    QStringList m_lines;
};

/// Survives its driver as a file does, and fails when told.
class KeptMemory final : public DeviceMemory
{
public:
    Result<> remember(const QString &key, const QString &value) override
    {
        if (isFull)
            return failure(ErrorCode::FileFailed, QStringLiteral("full"));
        m_values[key] = value;
        return {};
    }
    QString recall(const QString &key) const override { return m_values.contains(key) ? m_values.at(key) : QString{}; }

    bool isFull = false;

private:
    std::map<QString, QString> m_values;
};

} // namespace guichet
