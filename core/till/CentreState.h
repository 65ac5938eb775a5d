// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QDateTime>
#include <optional>

namespace guichet {

/// How far this till and its centre have come (SYN-1).
struct CentreState
{
    bool enrolled = false;
    QString account;
    qint64 waiting = 0;               ///< Own facts that the centre does not have yet.
    QDateTime lastContact;            ///< Invalid: never.
    std::optional<ErrorCode> trouble; ///< What the last exchange ended with; none: all is well.
    friend bool operator==(const CentreState &, const CentreState &) = default;
};

} // namespace guichet
