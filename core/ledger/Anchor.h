// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DataFolder.h"

namespace guichet {

/// A fact known from outside the ledger: printed on a Z, kept by the centre, written down by an inspector, or in the data folder beside the
/// ledger. It shows what no chain can: a tail that was cut, an old copy put back, a chain rewritten with a stolen key (belgium.md §4.2).
struct Anchor
{
    qint64 incarnation = 0; ///< 0: the current one.
    qint64 number = 0;
    QString hash; ///< Hex, at least the first 16 digits.
    /// `NUMBER:HASH` or `INCARNATION/NUMBER:HASH`; InvalidInput.
    static Result<Anchor> fromString(const QString &text);
    QString toString() const;
    friend bool operator==(const Anchor &, const Anchor &) = default;
};

} // namespace guichet
