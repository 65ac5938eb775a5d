// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QDateTime>
#include <optional>

namespace guichet {

/// How far this till and its centre have come (SYN-1).
struct CentreState
{
    bool enrolled = false;
    QString account;
    qint64 waiting = 0;               ///< Own facts and changes that the centre does not have yet.
    int overruled = 0;                ///< Changes made here that lost against another till's (decisions 24).
    int usersToConfirm = 0;           ///< Users of whom an administrator here has something to decide (decisions 25).
    QDateTime lastContact;            ///< Invalid: never.
    std::optional<ErrorCode> trouble; ///< What the last exchange ended with; none: all is well.
    bool clockAhead = false;          ///< The centre put back the clock of what was changed here last.
    int unread = 0;                   ///< Changes of other tills that this version cannot read; a later one asks for them again.
    qint64 found = 0;                 ///< Facts of a machine before, or lost by a restore, that came back: in no Z.
    int foundSales = 0;
    Money foundAmount; ///< Of these sales.
    friend bool operator==(const CentreState &, const CentreState &) = default;
};

} // namespace guichet
