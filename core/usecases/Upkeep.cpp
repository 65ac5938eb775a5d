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
    std::vector<qint64> toSign;
};

Place upkeepPlaceOf(Workplace &workplace)
{
    Ledger &ledger = *workplace.ledger;
    return {ledger.folder(), ledger.identity(), ledger.incarnationsToSign().value_or(std::vector<qint64>{})};
}

/// What was noted beside the till, and where the chain ends now.
Result<> tidyUp(Workplace &workplace)
{
    TRY(workplace.recordNotedEvents());
    return workplace.ledger->rememberHead();
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

Call<UpkeepRound> Upkeep::run()
{
    return callOn(m_context.get(), [this] { return doRound(); });
}

UpkeepRound Upkeep::doRound()
{
    const Place place = m_till.call(upkeepPlaceOf).result();
    const bool backupDue = isBackupDue(newestBackupAt(place.folder), m_clock.now());
    UpkeepRound round;
    round.newlySigned = signPending(place.folder, place.identity, place.toSign);
    check(place.folder, place.identity, backupDue ? CheckDepth::Everything : CheckDepth::SinceLastPoint, round);
    // A damaged ledger is not copied over the sound backups of before.
    if (backupDue && round.finding && round.finding->isSound())
        backUpNow(place.folder, round);
    write(round, tidyUp);
    if (show(round.trouble) || round.newlySigned > 0)
        Q_EMIT bannersChanged();
    return round;
}

/// Has something written on the ledger thread; what fails is kept for the banners.
template <typename Work>
void Upkeep::write(UpkeepRound &round, Work work)
{
    const Result<> written = m_till.call(std::move(work)).result();
    if (!written)
        round.trouble.write = written.error();
}

/// The keychain is asked here, where nobody waits; only the signing is done on the ledger thread.
int Upkeep::signPending(const DataFolder &folder, const TillIdentity &identity, const std::vector<qint64> &incarnations)
{
    int newlySigned = 0;
    for (const qint64 incarnation : incarnations) {
        const auto key = loadOwnKey(folder, identity, incarnation, m_keychain);
        if (!key)
            continue;
        newlySigned += m_till.call([incarnation, key = *key](Workplace &workplace) { return workplace.ledger->sign(incarnation, key); })
                           .result()
                           .value_or(0);
    }
    return newlySigned;
}

void Upkeep::check(const DataFolder &folder, const TillIdentity &identity, CheckDepth depth, UpkeepRound &round)
{
    const auto finding = checkIntegrity(folder, identity, depth);
    if (!finding) {
        round.trouble.check = finding.error();
        return;
    }
    round.finding = *finding;
    round.trouble.defect = finding->defect;
    write(round, [found = *finding](Workplace &workplace) { return recordFinding(*workplace.ledger, found); });
}

void Upkeep::backUpNow(const DataFolder &folder, UpkeepRound &round)
{
    auto reader = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    auto made = reader ? backUp(**reader, folder, m_clock.now()) : Result<BackupInfo>{std::unexpected(reader.error())};
    if (!made) {
        round.trouble.backup = made.error();
        return;
    }
    round.backup = *made;
    write(round, [last = made->head.number](Workplace &workplace) -> Result<> {
        TRY(workplace.journal().appendTechnical(TechnicalEvent::Backup, {{u"last_number"_s, last}}));
        return {};
    });
}

/// Hands what did not succeed to the banners; returns whether they change. A defect stays when a later round does not look at it again.
bool Upkeep::show(const LedgerTrouble &trouble)
{
    return m_till
        .call([trouble](Workplace &workplace) {
            LedgerTrouble &shown = workplace.ledger->trouble();
            LedgerTrouble now = trouble;
            now.command = shown.command;
            if (now.defect.isEmpty())
                now.defect = shown.defect;
            return std::exchange(shown, now) != now || !trouble.defect.isEmpty();
        })
        .result();
}

} // namespace guichet
