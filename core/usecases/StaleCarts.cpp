// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/StaleCarts.h"

#include "core/ledger/DossierStore.h"
#include "core/ledger/Salvage.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/WorkingCart.h"
#include "core/usecases/Workplace.h"

namespace guichet {

namespace {

/// The cart as it may be offered again; none: not at all.
Result<std::optional<WorkingCart>> safeCart(Workplace &workplace, const KeptCart &kept, qint64 backupHlc)
{
    auto working = workingCartFromText(kept.body);
    if (!working || !working->collecting.isEmpty())
        return std::nullopt;
    TRY_LET(moved, DossierStore{workplace.db()}.isMovedAfter(working->cart.dossier, backupHlc));
    if (moved)
        return std::nullopt;
    std::erase_if(working->payments, [](const LaidPayment &laid) { return !laid.certain; });
    return std::optional{*std::move(working)};
}

} // namespace

Result<> dropStaleCarts(Workplace &workplace)
{
    WorkingStore working{workplace.db()};
    TRY_LET(staleFrom, working.value(staleFromName));
    if (staleFrom.isEmpty())
        return {};
    TRY(working.dropCart());
    TRY_LET(parked, working.parked());
    for (const KeptCart &kept : parked) {
        TRY_LET(safe, safeCart(workplace, kept, staleFrom.toLongLong()));
        TRY(working.unpark(kept.id));
        if (!safe)
            continue;
        TRY_LET(again, keptForm(workplace, *safe));
        again.at = kept.at;
        TRY(working.park(again));
    }
    return working.setValue(staleFromName, {});
}

} // namespace guichet
