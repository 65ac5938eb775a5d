// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/planning/PlaceHold.h"

#include <QJsonObject>

namespace guichet {

/// Slots of which no till is lent any more for a while, since a cart asked for more than was left beside what is lent. Nothing is taken
/// from anybody: a till hears of it when it asks for its places anew, and what one that does not ask may still sell stays its own. In the
/// caller's transaction, on the thread of `ledger`; errors of the database.
class AllotmentRecall
{
public:
    static Result<AllotmentRecall> read(Database &ledger, const QDateTime &now);
    bool concerns(const Allotment &slot) const;
    /// From now on, for five minutes.
    Result<> begin(Database &ledger, const std::vector<Allotment> &lent, const QDateTime &now);

private:
    QJsonObject m_untilMs; ///< By slot, of those that are not over.
};

} // namespace guichet
