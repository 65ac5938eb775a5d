// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Journal.h"

namespace guichet {

class DocumentFeed;
struct TillIdentity;

/// Name of the working value that tells Workplace to look through the carts: they are those of a backup. It holds the hlc of the backup's
/// last fact.
inline const QString staleFromName = QStringLiteral("stale_from");

/// What a damaged ledger still gave to a restored one.
struct Salvaged
{
    qint64 facts = 0;     ///< Proven and taken over, after the backup.
    qint64 documents = 0; ///< Changed, made or erased after the backup, and taken over.
    bool complete =
        false; ///< The damaged ledger was read to its end: nothing that it held is missing. False: facts, or changes of documents, may be.
    friend bool operator==(const Salvaged &, const Salvaged &) = default;
};

/// Takes over into `restored`, a backup, what `damaged` holds after it:
/// facts as far as they prove themselves, of every incarnation of this till that is on record outside (decisions 13), those included that
/// wait for their signature; what was changed of shared documents, as changes, so that the other tills hear of it; who asked to be
/// forgotten; other documents with a later revision; and carts, print jobs and answers, when nothing is missing between the two.
/// Otherwise those of the backup are made safe: waiting papers go, since nobody knows whether they were printed, training ends, and the
/// carts are left to Workplace (staleFromName). Damage ends a step; what cannot be written into `restored` is an error.
class Salvage
{
public:
    /// `damaged` null: nothing of it can be read.
    Salvage(Database &restored, Database *damaged, const TillIdentity &identity, Projector &projector, const Clock &clock);

    Result<Salvaged> run();
    /// The last fact that is in `restored` now.
    Result<Journal::Head> head();
    /// The incarnation after all that either of the two, or the record, knows.
    Result<qint64> nextIncarnation();

private:
    Result<ChainIdentity> newestChain() const;
    Result<> takeFacts();
    Result<> takeChain(const ChainIdentity &chain, qint64 after);
    std::optional<ChainIdentity> chainOfDamaged(qint64 incarnation) const;
    Result<bool> isSamePicture();
    Result<> takeDocuments(bool samePicture);
    Result<> takeRevisions(qint64 after, bool sharedToo);
    Result<bool> takeShared(bool samePicture);
    Result<bool> takeChanges(const DocumentFeed &there);
    Result<> eraseWhatIsGone();
    Result<> eraseTheForgotten();
    Result<> takeWorkingState();
    Result<> makeWorkingStateSafe();

    Database &m_restored;
    Database *m_damaged;
    std::vector<ChainIdentity> m_damagedChains; ///< As the damaged ledger names them.
    const TillIdentity &m_identity;
    Projector &m_projector;
    const Clock &m_clock;
    bool m_visitorsWritten = false; ///< A fact that was taken over holds the visitors that the backup still keeps for its Z.
    Salvaged m_salvaged;
};

} // namespace guichet
