// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceMemory.h"

#include <QJsonObject>

namespace guichet {

/// One small JSON file, replaced whole and synced at each value. A file that cannot be read counts as empty.
class FileDeviceMemory final : public DeviceMemory
{
public:
    explicit FileDeviceMemory(QString path);
    Result<> remember(const QString &key, const QString &value) override;
    QString recall(const QString &key) const override;

private:
    QString m_path;
    QJsonObject m_values;
};

} // namespace guichet
