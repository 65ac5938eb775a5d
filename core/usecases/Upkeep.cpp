// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Upkeep.h"

#include "core/ledger/OwnKey.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 backupAgeSeconds = 20 * 3600;
constexpr std::chrono::hours betweenRounds{1};

/// What a round needs to know of the till.
struct Place
{
    DataFolder folder;
    TillIdentity identity;
    bool locked = false;
};

Place placeOf(Workplace &workplace)
{
    const Ledger &ledger = *workplace.ledger;
    return {ledger.folder(), ledger.identity(), !workplace.journal().isUnlocked()};
}

} // namespace

bool isBackupDue(const QDateTime &last, const QDateTime &now)
{
    // A backup of the future was made with a wrong clock: it says nothing.
    return !last.isValid() || last > now || last.secsTo(now) >= backupAgeSeconds;
}

Upkeep::Upkeep(TillThread &till, const Clock &clock, SecretStore &keychain)
    : m_till{till}, m_clock{clock}, m_keychain{keychain}, m_context{std::make_unique<QObject>()}
{
    m_thread.setObjectName(u"upkeep"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.start(betweenRounds);
        run();
    });
}

Upkeep::~Upkeep()
{
    m_thread.quit();
    m_thread.wait();
}

void Upkeep::start(std::chrono::milliseconds delay)
{
    m_timer.start(delay);
}

QFuture<UpkeepRound> Upkeep::run()
{
    return runOn(m_context.get(), [this] { return doRound(); });
}

UpkeepRound Upkeep::doRound()
{
    const Place place = m_till.call(placeOf).result();
    const bool backupDue = isBackupDue(newestBackupAt(place.folder), m_clock.now());
    UpkeepRound round;
    if (place.locked)
        round.newlySigned = unlock(place.identity, place.folder);
    round.finding = checkIntegrity(place.folder, place.identity, backupDue ? CheckDepth::Everything : CheckDepth::SinceLastPoint);
    m_till.call([finding = round.finding](Workplace &workplace) { return recordFinding(*workplace.ledger, finding); }).waitForFinished();
    // A damaged ledger is not copied over the sound backups of before.
    if (backupDue && round.finding.isSound())
        backUpNow(place.folder, round);
    if (!round.finding.isSound() || round.newlySigned > 0)
        Q_EMIT bannersChanged();
    return round;
}

/// The keychain is asked here, where nobody waits; only the signing is done on the ledger thread.
int Upkeep::unlock(const TillIdentity &identity, const DataFolder &folder)
{
    const auto key = loadOwnKey(folder, identity, m_keychain);
    if (!key)
        return 0;
    return m_till.call([key = *key](Workplace &workplace) { return workplace.journal().unlock(key); }).result().value_or(0);
}

void Upkeep::backUpNow(const DataFolder &folder, UpkeepRound &round)
{
    auto reader = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    auto made = reader ? backUp(**reader, folder, m_clock.now()) : Result<BackupInfo>{std::unexpected(reader.error())};
    if (!made) {
        round.backupFailed = made.error();
        return;
    }
    round.backup = *made;
    m_till
        .call([last = made->head.number](Workplace &workplace) {
            return workplace.journal().appendTechnical(TechnicalEvent::Backup, {{u"last_number"_s, last}});
        })
        .waitForFinished();
}

} // namespace guichet
