// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/Report.h"

namespace guichet {

Money Report::identityLeft() const
{
    return net + giftSold + advancesReceived + receivablesPaid + excess + tips + roundingUp + roundingDown;
}

Money Report::identityRight() const
{
    Money tenders = receivablesCreated - advancesUsed;
    for (const MethodTotal &method : methods)
        tenders += method.total();
    return tenders;
}

} // namespace guichet
