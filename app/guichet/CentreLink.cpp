// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/CentreLink.h"

#include "app/guichet/TillTakeOver.h"
#include "core/usecases/Staff.h"
#include "sync/client/Enrolment.h"

#include <chrono>

namespace guichet {

using namespace std::chrono_literals;

OnlineCentre::FindCentre centreOf(TillThread &till, const QString &dataFolder, SecretStore &keychain)
{
    return [&till, dataFolder, &keychain]() -> Result<CentralAddress> {
        TRY_LET(centre, till.call([](Workplace &workplace) { return SyncLedger{*workplace.ledger}.notes().centre(); }).result());
        TillSecrets secrets{dataFolder, &keychain};
        return centre.withToken(secrets);
    };
}

CentreLink::CentreLink(const QString &dataFolder, TillThread &till, const Clock &clock, SecretStore &keychain)
    : m_till{till}, m_secrets{dataFolder, &keychain}, m_sync{std::make_unique<SyncThread>(*this, m_secrets, clock)}
{
    connect(&m_look, &QTimer::timeout, this, &CentreLink::ask);
    m_look.start(3s);
    ask(); // whether there is a centre at all
}

CentreLink::~CentreLink()
{
    m_sync.reset(); // before the till goes, for which its threads may be waiting
}

Result<> CentreLink::run(const std::function<Result<>(SyncLedger &)> &work)
{
    bool tookDocuments = false;
    const Result<> outcome = m_till
                                 .call([&](Workplace &workplace) -> Result<> {
                                     SyncLedger ledger{*workplace.ledger};
                                     TRY(work(ledger));
                                     tookDocuments = ledger.tookDocuments();
                                     return tookDocuments ? workplace.documentsChanged() : Result<>{};
                                 })
                                 .result();
    if (tookDocuments)
        Q_EMIT documentsTaken();
    return outcome;
}

/// Who may, is asked before the centre; the rest of what the till says of itself comes with it.
Result<> CentreLink::enrol(const CentreAccess &access)
{
    TillEnrolment wanted{.address = {}, .code = access.code, .profile = {}, .change = {}};
    TRY_LET(url, centralUrl(access.address));
    TRY_LET(authority, certificateIn(access.authority));
    wanted.address = {.url = url, .token = {}, .authority = authority};
    TRY(m_till
            .call([&wanted](Workplace &workplace) -> Result<> {
                TRY_LET(actor, Staff{workplace}.authorise(Right::EditSettings));
                wanted.profile = workplace.settings.tillKey;
                wanted.change = {.user = actor.user, .at = workplace.now()};
                return {};
            })
            .result());
    TRY(enrolTill(*this, wanted, m_secrets));
    m_sync->wake();
    QMetaObject::invokeMethod(this, &CentreLink::ask);
    return {};
}

void CentreLink::ask()
{
    m_till
        .call([](Workplace &workplace) -> Result<CentreState> {
            TRY_LET(state, SyncLedger{*workplace.ledger}.state());
            workplace.centre = state;
            return state;
        })
        .then(this, [this](const Result<CentreState> &state) {
            if (!state || *state == m_state)
                return;
            m_state = *state;
            Q_EMIT stateChanged(m_state);
        });
}

} // namespace guichet
