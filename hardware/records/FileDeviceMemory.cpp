// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceMemory.h"

#include "core/base/WholeFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace guichet {

FileDeviceMemory::FileDeviceMemory(QString path) : m_path{std::move(path)}
{
    QFile file{m_path};
    if (file.open(QIODevice::ReadOnly))
        m_values = QJsonDocument::fromJson(file.readAll()).object();
}

Result<> FileDeviceMemory::remember(const QString &key, const QString &value)
{
    QJsonObject values = m_values;
    values.insert(key, value);
    QDir{}.mkpath(QFileInfo{m_path}.path());
    TRY(writeWholeFile(m_path, QJsonDocument{values}.toJson()));
    m_values = values;
    return {};
}

QString FileDeviceMemory::recall(const QString &key) const
{
    return m_values.value(key).toString();
}

} // namespace guichet
