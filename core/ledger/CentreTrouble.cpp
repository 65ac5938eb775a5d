// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CentreTrouble.h"

#include "core/ledger/MachineState.h"

namespace guichet {

Result<bool> isTillReplaced(Database &db)
{
    for (const QString &way : {centretrouble::up, centretrouble::down}) {
        TRY_LET(trouble, machineState(db, way));
        if (trouble == codeName(ErrorCode::TillReplaced))
            return true;
    }
    return false;
}

} // namespace guichet
