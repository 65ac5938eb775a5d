// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Exchange.h"

namespace guichet {

/// What makes an open till one of a centre's.
struct TillEnrolment
{
    CentralAddress address; ///< Without token.
    QString code;           ///< That the centre gave for it, once.
    QString profile;        ///< Key of the TillProfile, which gets the code of the till that the centre gave.
    DocumentChange change;  ///< Who does it, and when.
};

/// Shows the code to the centre, has `keepToken` keep the token off the ledger thread, and remembers the centre with the authority that is
/// pinned. Blocks for the line; never on the ledger thread when `ledger` leads to another one. CodeRejected, CentreUnreachable,
/// CentreNotTrusted, CentreRefused, InvalidInput: the till is what it was before.
Result<> enrolTill(LedgerAccess &ledger, const TillEnrolment &wanted, const std::function<Result<>(const QByteArray &token)> &keepToken);

} // namespace guichet
