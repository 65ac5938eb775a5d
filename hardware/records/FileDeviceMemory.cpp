// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceMemory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace guichet {
using namespace Qt::StringLiterals;

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
    QSaveFile file{m_path}; // syncs before it renames
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument{values}.toJson()) < 0 || !file.commit())
        return failure(ErrorCode::FileFailed, u"%1: %2"_s.arg(m_path, file.errorString()));
    m_values = values;
    return {};
}

QString FileDeviceMemory::recall(const QString &key) const
{
    return m_values.value(key).toString();
}

} // namespace guichet
