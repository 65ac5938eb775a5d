// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

#include <optional>

/// What the till and guichet-terminal-host say to each other: one JSON object a line (docs/terminal-plugins.md).
namespace guichet {

/// In bytes, its end included; a longer one is refused by both.
inline constexpr qsizetype longestPluginLine = 64 * 1024;

QByteArray pluginLine(const QJsonObject &object);

/// Cuts what arrives into lines.
class PluginLines
{
public:
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next line; none: not all of it is there. DeviceAnswerInvalid: too long, or no JSON object.
    Result<std::optional<QJsonObject>> next();

private:
    QByteArray m_buffer;
};

} // namespace guichet
