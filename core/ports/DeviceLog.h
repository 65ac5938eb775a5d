// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

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
    /// A note of what failed, `error CODE: detail`: the page of the devices finds the last errors by it.
    void writeError(const QString &device, const Error &error)
    {
        write(device, Direction::Note, QStringLiteral("error %1: %2").arg(codeName(error.code), error.detail));
    }
    /// Whether a device that is looked for again and again is there. Called when it changes.
    void writeState(const QString &device, const Result<> &state)
    {
        if (state)
            write(device, Direction::Note, QStringLiteral("connected"));
        else
            writeError(device, state.error());
    }
};

} // namespace guichet
