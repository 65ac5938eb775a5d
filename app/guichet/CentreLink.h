// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TillSecrets.h"
#include "core/ports/CentreEnrolment.h"
#include "core/usecases/TillThread.h"
#include "sync/client/OnlineCentre.h"
#include "sync/client/SyncThread.h"

#include <QTimer>

namespace guichet {

/// Finds the centre of the open till for who asks it: on a thread that may wait for the ledger and for the keychain. All outlive it.
OnlineCentre::FindCentre centreOf(TillThread &till, const QString &dataFolder, SecretStore &keychain);

/// The open till and its centre: exchanges in the background, and says how far they have come. GUI thread.
class CentreLink : public QObject, public LedgerAccess, public CentreEnrolment
{
    Q_OBJECT

public:
    /// All outlive it; the till is open until it is destroyed.
    CentreLink(const QString &dataFolder, TillThread &till, const Clock &clock, SecretStore &keychain);
    ~CentreLink() override;
    /// Of the threads of the exchange: they wait for the ledger, the ledger never for them.
    Result<> run(const std::function<Result<>(SyncLedger &)> &work) override;
    Result<> enrol(const CentreAccess &access) override;

Q_SIGNALS:
    void stateChanged(const guichet::CentreState &state);
    /// Another till has changed something of the catalogue: what is shown of it is asked again.
    void documentsTaken();

private:
    void ask();

    TillThread &m_till;
    TillSecrets m_secrets;
    CentreState m_state;
    QTimer m_look;
    std::unique_ptr<SyncThread> m_sync;
};

} // namespace guichet
