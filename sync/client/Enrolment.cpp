// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Enrolment.h"

namespace guichet {

Result<> enrolTill(LedgerAccess &ledger, const TillEnrolment &wanted, SecretStore &secrets)
{
    EnrolRequest request;
    TRY(ledger.run([&](SyncLedger &till) -> Result<> {
        TRY_LET(known, till.enrolment(wanted.code));
        request = std::move(known);
        return {};
    }));
    CentralClient client{wanted.address};
    TRY_LET(answer, client.enrol(request));
    const QString name = tokenNameAt(wanted.address.url, answer.account);
    TRY(secrets.write(name, answer.token));
    return ledger.run([&](SyncLedger &till) { return till.keepEnrolment(wanted, answer, name); });
}

} // namespace guichet
