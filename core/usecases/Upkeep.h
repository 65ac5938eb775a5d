// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Backup.h"
#include "core/ledger/Integrity.h"
#include "core/usecases/TillThread.h"

#include <QTimer>

namespace guichet {

/// What one round of upkeep did.
struct UpkeepRound
{
    std::optional<IntegrityFinding> finding; ///< None: the check could not be made (trouble.check).
    int newlySigned = 0;                     ///< Facts that had waited for the key.
    std::optional<BackupInfo> backup;        ///< When one was due.
    LedgerTrouble trouble;                   ///< What did not succeed: shown as banners, tried again with the next round.
};

/// A backup is due when the last one is 20 hours old: once a day, whenever the till runs.
bool isBackupDue(const QDateTime &last, const QDateTime &now);

/// Looks after the ledger beside selling: soon after the start and then every hour it checks the chain since the last verified point, asks
/// again for a key that was out of reach, and once a day checks everything and makes a backup. The work runs on a thread of its own with
/// reading connections; only what it found is written on the ledger thread. Made on the thread whose event loop drives its timer.
class Upkeep : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    Upkeep(TillThread &till, const Clock &clock, SecretStore &keychain);
    ~Upkeep() override; ///< Waits for the round under way.

    /// First round after `delay`, so that the till is on the screen before.
    void start(std::chrono::milliseconds delay = std::chrono::seconds{20});
    /// One round now.
    Call<UpkeepRound> run();

Q_SIGNALS:
    void bannersChanged(); ///< A defect or another trouble was found, or is over; what waited for the key is signed.

private:
    UpkeepRound doRound();
    int signPending(const DataFolder &folder, const TillIdentity &identity, const std::vector<qint64> &incarnations);
    void check(const DataFolder &folder, const TillIdentity &identity, CheckDepth depth, UpkeepRound &round);
    void backUpNow(const DataFolder &folder, UpkeepRound &round);
    bool show(const LedgerTrouble &trouble);
    template <typename Work>
    void write(UpkeepRound &round, Work work);

    TillThread &m_till;
    const Clock &m_clock;
    SecretStore &m_keychain;
    QTimer m_timer;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< Lives on m_thread.
};

} // namespace guichet
