// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

/// Small values that a driver must still know after a power cut: the last receipt number of a terminal, say. A value is on disk when
/// remember() returns. On the device's thread.
class DeviceMemory
{
public:
    virtual ~DeviceMemory() = default;
    virtual Result<> remember(const QString &key, const QString &value) = 0;
    virtual QString recall(const QString &key) const = 0; ///< Empty: never remembered, or the file cannot be read.
};

} // namespace guichet
