// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <optional>

namespace guichet {

class Database;

/// The centre's word that a chain came to this point: kept by the till and printed on the Z (belgium.md §4.2).
struct CentreAnchor
{
    qint64 incarnation = 1;
    qint64 number = 0;
    QByteArray hash;
    QByteArray signature; ///< By the centre's key, over anchorMessage(). Empty: how far the till may go on, which nobody signed.
    friend bool operator==(const CentreAnchor &, const CentreAnchor &) = default;
};

/// Working state, outside rebuild: the last one of each incarnation. `at`: when the centre gave it. On the thread of `db`.
Result<> keepCentreAnchor(Database &db, const CentreAnchor &anchor, const QDateTime &at = {});
/// It was another centre's.
Result<> forgetCentreAnchor(Database &db, qint64 incarnation);
/// Also one that nobody signed; none: nothing of that incarnation is known to be at the centre.
Result<std::optional<CentreAnchor>> keptCentreAnchor(Database &db, qint64 incarnation);
/// When the centre gave the one that is kept; invalid: not known.
Result<QDateTime> centreAnchorGivenAt(Database &db, qint64 incarnation);

} // namespace guichet
