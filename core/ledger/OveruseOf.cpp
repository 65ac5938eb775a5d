// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/OveruseOf.h"

#include "core/ledger/CapacityStore.h"
#include "core/ledger/CodeUseStore.h"

namespace guichet {
namespace {

constexpr int daysLookedAt = 14;

} // namespace

Result<Overuse> overuseOf(Database &db, const Catalogue &catalogue, QDate from)
{
    Overuse overuse;
    for (const PromoCode &code : catalogue.promoCodes) {
        if (code.uses <= 0)
            continue;
        TRY_LET(used, CodeUseStore{db}.uses(code.key));
        if (used > code.uses)
            overuse.codes.push_back({.code = code.code, .used = used, .limit = code.uses});
    }
    const CapacityStore capacity{db};
    TRY_LET(days, capacity.soldDays(from, daysLookedAt));
    TRY_LET(occupancy, capacity.occupancy(days, catalogue));
    overuse.visits = oversoldVisits(occupancy, catalogue);
    return overuse;
}

} // namespace guichet
