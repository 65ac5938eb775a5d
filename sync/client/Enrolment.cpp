// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Enrolment.h"

namespace guichet {

Result<> enrolTill(LedgerAccess &ledger, const TillEnrolment &wanted, const std::function<Result<>(const QByteArray &token)> &keepToken)
{
    EnrolRequest request;
    TRY(ledger.run([&](SyncLedger &till) -> Result<> {
        TRY_LET(known, till.enrolment(wanted.code));
        request = std::move(known);
        return {};
    }));
    CentralClient client{wanted.address};
    TRY_LET(answer, client.enrol(request));
    TRY(keepToken(answer.token));
    return ledger.run([&](SyncLedger &till) -> Result<> {
        TRY(till.pin(wanted.address.authority)); // first: an exchange that begins between the two knows whom to believe
        return till.keepEnrolment(wanted.address.url, answer, wanted.profile, wanted.change);
    });
}

} // namespace guichet
