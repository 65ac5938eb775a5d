// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Exchange.h"

namespace guichet {

/// Shows the code to the centre, keeps the token among the secrets, off the ledger thread, and remembers the centre with the authority that
/// is pinned. Blocks for the line; never on the ledger thread when `ledger` leads to another one. CodeRejected, CentreUnreachable,
/// CentreNotTrusted, CentreRefused, TillReplaced, KeyUnavailable, InvalidInput (of `move`: the code is of another account than the till,
/// which may not move there), and errors of `secrets` and of the ledger: the till is what it was before, and the same code goes on
/// (docs/decisions/0045).
Result<> enrolTill(LedgerAccess &ledger, const TillEnrolment &wanted, SecretStore &secrets);

} // namespace guichet
