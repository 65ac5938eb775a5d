// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// What a device and the till said to each other, for the technician (HW-5). Card data is masked by the log itself. From any thread.
class DeviceLog
{
public:
    enum class Direction { Sent, Received, Note };
    virtual ~DeviceLog() = default;
    /// `device`: which one, `terminal`; `text`: the message, readable (JSON, XML, hexadecimal).
    virtual void write(const QString &device, Direction direction, const QString &text) = 0;
};

} // namespace guichet
