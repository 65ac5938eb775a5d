// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Enrolment.h"

namespace guichet {

using namespace Qt::StringLiterals;

Result<> enrolTill(LedgerAccess &ledger, const TillEnrolment &wanted, SecretStore &secrets)
{
    EnrolRequest request;
    QString account;
    TRY(ledger.run([&](SyncLedger &till) -> Result<> {
        TRY_LET(state, till.state());
        account = state.account;
        TRY_LET(known, till.enrolment(wanted.code));
        request = std::move(known);
        return {};
    }));
    CentralClient client{wanted.address};
    TRY_LET(answer, client.enrol(request));
    if (!wanted.mayMove && !account.isEmpty() && account != answer.account)
        return failure(
            ErrorCode::InvalidInput,
            u"this till is of account %1, the code of account %2: it goes there with \"move\":true"_s.arg(account, answer.account),
            {u"move"_s});
    const QString name = tokenNameAt(wanted.address.url, answer.account);
    TRY(secrets.write(name, answer.token));
    return ledger.run([&](SyncLedger &till) { return till.keepEnrolment(wanted, answer, name); });
}

} // namespace guichet
