// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/plugin/PluginLines.h"

#include <QJsonDocument>

namespace guichet {
using namespace Qt::StringLiterals;

QByteArray pluginLine(const QJsonObject &object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact) + '\n';
}

Result<std::optional<QJsonObject>> PluginLines::next()
{
    const qsizetype end = m_buffer.indexOf('\n');
    if (end >= longestPluginLine || (end < 0 && m_buffer.size() >= longestPluginLine))
        return failure(ErrorCode::DeviceAnswerInvalid, u"plugin: an endless line"_s);
    if (end < 0)
        return std::optional<QJsonObject>{};
    const QJsonDocument line = QJsonDocument::fromJson(m_buffer.left(end));
    m_buffer.remove(0, end + 1);
    if (!line.isObject())
        return failure(ErrorCode::DeviceAnswerInvalid, u"plugin: not a JSON object"_s);
    return std::optional{line.object()};
}

} // namespace guichet
