// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QDateTime>
#include <chrono>
#include <cstdlib>
#include <optional>

namespace guichet {

/// How far this till and its centre have come (SYN-1).
struct CentreState
{
    bool enrolled = false;
    QString account;
    QString server;                     ///< Host of its address.
    qint64 waiting = 0;                 ///< Own facts and changes that the centre does not have yet.
    int overruled = 0;                  ///< Changes made here that lost against another till's (decisions 24).
    int usersToConfirm = 0;             ///< Users of whom an administrator here has something to decide (decisions 25).
    QDateTime lastContact;              ///< Invalid: never.
    std::optional<ErrorCode> trouble;   ///< What the last exchange ended with; none: all is well.
    std::chrono::seconds clockAhead{0}; ///< Of this till, against the centre's at the last contact; less than nothing: behind.
    int unread = 0;                     ///< Changes of other tills that this version cannot read; a later one asks for them again.
    qint64 found = 0;                   ///< Facts of a machine before, or lost by a restore, that came back: in no Z.
    int foundSales = 0;
    Money foundAmount; ///< Of these sales.

    /// Whether no word of the centre has come for longer than it lets one wait (25 s), however the clock was set meanwhile: nobody may say
    /// that the line is up.
    bool isSilent(const QDateTime &now) const
    {
        constexpr qint64 longestSilence = 60; // seconds
        return !lastContact.isValid() || std::abs(lastContact.secsTo(now)) > longestSilence;
    }
    /// So wrong that somebody should set it.
    bool hasWrongClock() const { return std::chrono::abs(clockAhead) > std::chrono::minutes{5}; }
    friend bool operator==(const CentreState &, const CentreState &) = default;
};

} // namespace guichet
