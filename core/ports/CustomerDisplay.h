// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace guichet {

/// The two lines of a customer display, at most 20 characters each.
struct DisplayText
{
    QString upper;
    QString lower;
    friend bool operator==(const DisplayText &, const DisplayText &) = default;
};

/// A small display towards the customer (HW-4). Used on the device's thread; a call blocks until the text has left. DeviceUnavailable,
/// Timeout: nobody sees it, and the sale goes on.
class CustomerDisplay
{
public:
    virtual ~CustomerDisplay() = default;
    virtual Result<> show(const DisplayText &text) = 0;
};

} // namespace guichet
