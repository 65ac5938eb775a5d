// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"
#include "core/facts/Fact.h"
#include "core/ledger/Projector.h"

#include <QHash>
#include <functional>
#include <optional>

namespace guichet {

/// What a use case wants recorded. The journal adds number, time, hlc, totals, document number, hashes and signature.
struct FactDraft
{
    FactType type = FactType::Technical;
    EventLabel label = EventLabel::None; ///< T: training: series F, outside all totals (decisions 16).
    Id<TillSession> session = {};
    QDate businessDate = {}; ///< The session's; null: that of the clock.
    Actor actor = {};
    QJsonObject content = {};
    std::vector<VatAmount> vat = {};
    std::vector<BodyPayment> payments = {};
    QString series = {}; ///< `R`, `Z`, `Q`, `I`: takes the next number; empty: no document. Training makes it `F`.
    std::optional<FactPosition> reference = {};
};

/// A till of which facts may be in this ledger: its key and where its chain begins (decisions 13).
struct ChainIdentity
{
    QString till;
    qint64 incarnation = 1;
    PublicKey key;
    qint64 previousNumber = 0; ///< Incarnation ≥ 2: the last known number and hash of the one before.
    QByteArray previousHash = {};
    GrandTotals previousTotals = {};
    bool own = true;
    friend bool operator==(const ChainIdentity &, const ChainIdentity &) = default;
};

/// Hash before number 1: SHA-256("TILLJ1|" till "|" public key hex); incarnations ≥ 2 add "|" incarnation "|" last number "|" last hash
/// hex.
QByteArray genesisHash(const ChainIdentity &chain);

/// What a fact adds to the perpetual totals: the sum of its VAT table for SALE and REFUND with label N; nothing for anything else.
Money turnoverOf(const FactBody &body);
GrandTotals totalsAfter(const GrandTotals &before, const FactBody &body);

/// How a series is named in an incarnation: `R`, from the second on `R2-`, so that receipts read `R2-15`.
QString seriesName(const QString &series, qint64 incarnation);

/// The append-only list of facts of this till. On the ledger thread.
class Journal
{
public:
    /// `projector` and `clock` outlive it. `key` null: out of reach; facts wait for their signature (decisions 14).
    Journal(Database &db, Projector &projector, const Clock &clock, ChainIdentity own, std::optional<KeyPair> key);

    /// Writes a chain (own or of another till) on record, so that its facts can be appended or received. What is here of the incarnation
    /// before it, after the fact from which it goes on, is found from now on (FoundFacts.h).
    static Result<> registerChain(Database &db, const ChainIdentity &chain);
    /// The chains on record; own ones by incarnation first.
    static Result<std::vector<ChainIdentity>> chains(Database &db);

    /// Records a fact and its projections, in the caller's transaction or its own. A clock that jumped back is recorded first, as a
    /// technical fact. InvalidInput when the content is not canonical; database errors.
    Result<Fact> append(const FactDraft &draft);
    /// append() of a technical event (JET).
    Result<Fact> appendTechnical(TechnicalEvent event, const QJsonObject &details = {}, const Actor &actor = {});

    /// Stores a fact of another till (or a late one of an earlier incarnation) and applies it. The same fact again: nothing happens.
    /// ChainBroken when hash or signature do not hold, its key is unknown, or another fact has its number, or it says what only
    /// another till may (checkClaims()); facts of one chain come in order.
    Result<> receive(const Fact &fact);
    /// receive() of a late fact of an earlier incarnation of this till that may still wait for its signature (signPending()); the signature
    /// of one that is here without is taken over too. Returns whether the fact is new.
    Result<bool> takeOver(const Fact &fact);

    /// Position and hash of the last own fact; number 0 and the genesis when there is none.
    struct Head
    {
        FactPosition position;
        QByteArray hash;
        QDateTime at;
        GrandTotals totals;
    };
    Result<Head> head();
    const ChainIdentity &identity() const { return m_own; }

    /// The hour of the settings (TillSettings::businessDayStartsAtHour): whoever loads or changes them says it here.
    void setDayStart(int hour) { m_dayStart = hour; }
    /// The accounting date of an instant, for whoever works with the ledger and for facts that have none of a session.
    QDate businessDate(const QDateTime &instant) const { return businessDateAt(instant, m_dayStart); }

    Result<Fact> fact(const FactPosition &position);
    /// The own fact that is a document, of the newest incarnation that has it; NotFound. `R` and 12; `R2-` and 12.
    Result<Fact> document(const DocumentNumber &document);
    /// The number that the next document of a series (`R`, `Z` …) of this incarnation will have.
    Result<qint64> nextNumber(const QString &series);

    /// The key came within reach: signs what waits, in order, and says so in the chain. Returns how many. KeyUnavailable when it is not the
    /// key of this chain.
    Result<int> unlock(const KeyPair &key);
    bool isUnlocked() const { return m_key.has_value(); }
    /// Of 32 bytes that are no hash of a fact, by the key of this chain; nullopt while it is out of reach.
    std::optional<QByteArray> signature(const QByteArray &message) const;
    /// Facts of this till that wait, of all its incarnations.
    Result<qint64> pendingSignatures();
    /// The incarnations of this till of which facts wait, ascending.
    Result<std::vector<qint64>> pendingIncarnations();
    /// Facts of one incarnation that were signed later than they were written.
    struct LateSigning
    {
        qint64 incarnation = 0;
        qint64 from = 0;
        qint64 to = 0;
        int count = 0;
    };
    /// Signs what waits of any own chain with its key, in order. KeyUnavailable when it is not the key of that chain. To be recorded.
    static Result<LateSigning> signPending(Database &db, const ChainIdentity &chain, const KeyPair &key);
    /// The trace that a late signing leaves: without it nobody could tell the till's facts from what was put there before the key came back
    /// (docs/decisions/0024). Nothing when nothing was signed.
    Result<> recordLateSigning(const LateSigning &late);

private:
    Result<> remember();
    Result<> recordClockJump(const QDateTime &now);
    Result<Fact> appendNow(const FactDraft &draft, const QDateTime &now);
    FactBody makeBody(const FactDraft &draft, const QDateTime &now);
    Result<DocumentNumber> nextDocument(const FactDraft &draft);
    enum class Unsigned { Refused, Taken };
    Result<bool> storeLate(const Fact &fact, Unsigned unsignedFacts);
    Result<> completeSignature(const Fact &fact);
    Result<bool> follows(const Fact &fact, const ChainIdentity &chain);

    Database &m_db;
    Projector &m_projector;
    const Clock &m_clock;
    ChainIdentity m_own;
    std::optional<KeyPair> m_key;
    int m_dayStart = usualDayStart;

    // What is remembered of the database, valid while m_rememberedAt == m_db.rollbacks().
    int m_rememberedAt = -1;
    Head m_head;
    qint64 m_hlc = 0;
    QHash<QString, qint64> m_series;
};

/// Calls `use` for the facts of the ledger in order of arrival, from `afterArrival` on (0: from the first). For export, rebuild, sync.
Result<> forEachFact(Database &db, qint64 afterArrival, const std::function<Result<>(const Fact &fact, qint64 arrival)> &use);
/// A fact as it lies in the ledger: the very bytes that were hashed and signed.
struct StoredBytes
{
    QByteArray body;
    QByteArray content;
    QByteArray hash;
    QByteArray signature;
};
/// Calls `use` for all facts in order of arrival, as stored.
Result<> forEachStored(Database &db, const std::function<Result<>(const StoredBytes &)> &use);
/// A fact from its stored bytes; ChainBroken when they do not parse.
Result<Fact> factFromBytes(const QByteArray &body, const QByteArray &content, const QByteArray &hash, const QByteArray &signature);

} // namespace guichet
