// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ReservationStore.h"

#include "core/ledger/Columns.h"
#include "core/ledger/Query.h"

namespace guichet {
namespace {

constexpr Sql selectHolds = "SELECT till, id, until_ms, places FROM place_hold WHERE until_ms > :now ORDER BY till, id";
constexpr Sql selectHold = "SELECT till, id, until_ms, places FROM place_hold WHERE till = :till AND id = :id";
constexpr Sql countHolds = "SELECT COUNT(*) FROM place_hold WHERE till = :till AND until_ms > :now";
constexpr Sql upsertHold = R"(
INSERT INTO place_hold (till, id, until_ms, places) VALUES (:till, :id, :until_ms, :places)
ON CONFLICT (till, id) DO UPDATE SET until_ms = excluded.until_ms, places = excluded.places)";
constexpr Sql deleteHold = "DELETE FROM place_hold WHERE till = :till AND id = :id";
constexpr Sql deleteOldHolds = "DELETE FROM place_hold WHERE until_ms < :before";

constexpr Sql selectDebit = R"(
SELECT till, id, code, dossier, cents, until_ms, settled FROM gift_debit WHERE till = :till AND id = :id)";
constexpr Sql sumDebits = R"(
SELECT CAST(COALESCE(SUM(cents), 0) AS BIGINT) FROM gift_debit
WHERE code = :code AND settled = 0 AND until_ms > :now AND (till <> :till OR id <> :id))";
constexpr Sql countSettledDebits = R"(
SELECT COUNT(*) FROM gift_debit WHERE till = :till AND code = :code AND dossier = :dossier AND cents = :cents AND settled = 1)";
constexpr Sql upsertDebit = R"(
INSERT INTO gift_debit (till, id, code, dossier, cents, until_ms, settled)
VALUES (:till, :id, :code, :dossier, :cents, :until_ms, :settled)
ON CONFLICT (till, id) DO UPDATE SET cents = excluded.cents, until_ms = excluded.until_ms, settled = excluded.settled)";
constexpr Sql deleteDebit = "DELETE FROM gift_debit WHERE till = :till AND id = :id";
constexpr Sql selectOldestDebit = R"(
SELECT id FROM gift_debit WHERE till = :till AND code = :code AND dossier = :dossier AND settled = 0 ORDER BY until_ms, id LIMIT 1)";
constexpr Sql settleOne = "UPDATE gift_debit SET settled = 1 WHERE till = :till AND id = :id";
constexpr Sql deleteOldDebits = "DELETE FROM gift_debit WHERE until_ms < :before";

constexpr Sql countUsesHeld = R"(
SELECT COUNT(*) FROM code_hold WHERE code = :code AND until_ms > :now AND (till <> :till OR dossier <> :dossier))";
constexpr Sql upsertUseHeld = R"(
INSERT INTO code_hold (till, dossier, code, until_ms) VALUES (:till, :dossier, :code, :until_ms)
ON CONFLICT (till, dossier) DO UPDATE SET code = excluded.code, until_ms = excluded.until_ms)";
constexpr Sql deleteUseHeld = "DELETE FROM code_hold WHERE till = :till AND dossier = :dossier";
constexpr Sql deleteOldUses = "DELETE FROM code_hold WHERE until_ms < :before";

constexpr Sql selectAllotments = R"(
SELECT till, pool, visit_date, slot, units, used, until_ms FROM allotment WHERE until_ms > :now
ORDER BY till, pool, visit_date, slot)";
constexpr Sql selectAllotmentsOn = R"(
SELECT till, pool, visit_date, slot, units, used, until_ms FROM allotment WHERE until_ms > :now AND visit_date = :visit_date
ORDER BY till, pool, slot)";
constexpr Sql selectAllotment = R"(
SELECT till, pool, visit_date, slot, units, used, until_ms FROM allotment
WHERE till = :till AND pool = :pool AND visit_date = :visit_date AND slot = :slot AND until_ms > :now)";
constexpr Sql upsertAllotment = R"(
INSERT INTO allotment (till, pool, visit_date, slot, units, used, until_ms)
VALUES (:till, :pool, :visit_date, :slot, :units, :used, :until_ms)
ON CONFLICT (till, pool, visit_date, slot) DO UPDATE SET units = excluded.units, used = excluded.used, until_ms = excluded.until_ms)";
constexpr Sql countUsedAllotments = "SELECT COUNT(*) FROM allotment WHERE till = :till AND used > 0";
constexpr Sql deleteAllotments = "DELETE FROM allotment WHERE till = :till";
constexpr Sql deleteOldAllotments = "DELETE FROM allotment WHERE until_ms < :before";

constexpr std::chrono::minutes leaseRewritten{10}; ///< After so long; until then it ends that much earlier.

QDateTime instantOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

Result<KeptHold> readHold(const Row &row)
{
    KeptHold hold{.till = row.text(0), .id = row.id<Dossier>(1), .places = {}, .until = instantOf(row.integer(2))};
    TRY_LET(places, placesFromText(row.text(3)));
    hold.places = std::move(places);
    return hold;
}

KeptDebit readDebit(const Row &row)
{
    return {.till = row.text(0),
            .id = row.text(1),
            .code = row.text(2),
            .dossier = row.id<Dossier>(3),
            .amount = row.money(4),
            .until = instantOf(row.integer(5)),
            .settled = row.boolean(6)};
}

KeptAllotment readAllotment(const Row &row)
{
    return {.till = row.text(0),
            .allotment = {.pool = row.text(1),
                          .visit = {.date = row.date(2), .slot = slotFromColumn(row.text(3))},
                          .units = row.smallInteger(4)},
            .used = row.smallInteger(5),
            .until = instantOf(row.integer(6))};
}

} // namespace

Result<std::vector<KeptHold>> ReservationStore::holds(const QDateTime &now) const
{
    std::vector<KeptHold> all;
    TRY(forEachRow(m_db, selectHolds, {{":now", now.toMSecsSinceEpoch()}}, [&](const Row &row) -> Result<> {
        TRY_LET(one, readHold(row));
        all.push_back(std::move(one));
        return {};
    }));
    return all;
}

Result<std::optional<KeptHold>> ReservationStore::hold(const QString &till, const Id<Dossier> &id) const
{
    TRY_LET(row, firstRow(m_db, selectHold, {{":till", till}, {":id", id}}, readHold));
    if (!row)
        return std::nullopt;
    TRY_LET(found, *row);
    return std::optional{std::move(found)};
}

Result<int> ReservationStore::holdCount(const QString &till, const QDateTime &now) const
{
    TRY_LET(count, selectInteger(m_db, countHolds, {{":till", till}, {":now", now.toMSecsSinceEpoch()}}));
    return static_cast<int>(count);
}

Result<> ReservationStore::putHold(const KeptHold &hold)
{
    return runQuery(
        m_db, upsertHold,
        {{":till", hold.till}, {":id", hold.id}, {":until_ms", hold.until.toMSecsSinceEpoch()}, {":places", placesText(hold.places)}});
}

Result<> ReservationStore::dropHold(const QString &till, const Id<Dossier> &id)
{
    return runQuery(m_db, deleteHold, {{":till", till}, {":id", id}});
}

Result<std::optional<KeptDebit>> ReservationStore::debit(const QString &till, const QString &id) const
{
    return firstRow(m_db, selectDebit, {{":till", till}, {":id", id}}, readDebit);
}

Result<Money> ReservationStore::reserved(const KeptDebit &but, const QDateTime &now) const
{
    TRY_LET(cents,
            selectInteger(m_db, sumDebits, {{":code", but.code}, {":now", now.toMSecsSinceEpoch()}, {":till", but.till}, {":id", but.id}}));
    return Money::fromCents(cents);
}

Result<qint64> ReservationStore::settledCount(const KeptDebit &like) const
{
    return selectInteger(m_db, countSettledDebits,
                         {{":till", like.till}, {":code", like.code}, {":dossier", like.dossier}, {":cents", like.amount}});
}

Result<> ReservationStore::putDebit(const KeptDebit &debit)
{
    return runQuery(m_db, upsertDebit,
                    {{":till", debit.till},
                     {":id", debit.id},
                     {":code", debit.code},
                     {":dossier", debit.dossier},
                     {":cents", debit.amount},
                     {":until_ms", debit.until.toMSecsSinceEpoch()},
                     {":settled", debit.settled}});
}

Result<> ReservationStore::dropDebit(const QString &till, const QString &id)
{
    return runQuery(m_db, deleteDebit, {{":till", till}, {":id", id}});
}

Result<> ReservationStore::settleDebit(const QString &till, const QString &code, const Id<Dossier> &dossier)
{
    TRY_LET(id, selectText(m_db, selectOldestDebit, {{":till", till}, {":code", code}, {":dossier", dossier}}));
    return id.isEmpty() ? Result<>{} : runQuery(m_db, settleOne, {{":till", till}, {":id", id}});
}

Result<int> ReservationStore::reservedUses(const KeptUse &but, const QDateTime &now) const
{
    TRY_LET(count, selectInteger(m_db, countUsesHeld,
                                 {{":code", but.code}, {":now", now.toMSecsSinceEpoch()}, {":till", but.till}, {":dossier", but.dossier}}));
    return static_cast<int>(count);
}

Result<> ReservationStore::putUse(const KeptUse &use)
{
    return runQuery(m_db, upsertUseHeld,
                    {{":till", use.till}, {":dossier", use.dossier}, {":code", use.code}, {":until_ms", use.until.toMSecsSinceEpoch()}});
}

Result<> ReservationStore::dropUse(const QString &till, const Id<Dossier> &dossier)
{
    return runQuery(m_db, deleteUseHeld, {{":till", till}, {":dossier", dossier}});
}

Result<std::vector<KeptAllotment>> ReservationStore::allotments(const QDateTime &now) const
{
    return allRows(m_db, selectAllotments, {{":now", now.toMSecsSinceEpoch()}}, readAllotment);
}

Result<std::vector<KeptAllotment>> ReservationStore::allotmentsOn(QDate day, const QDateTime &now) const
{
    return allRows(m_db, selectAllotmentsOn, {{":now", now.toMSecsSinceEpoch()}, {":visit_date", day}}, readAllotment);
}

Result<std::optional<KeptAllotment>> ReservationStore::allotment(const QString &till, const QString &pool, const Visit &visit,
                                                                 const QDateTime &now) const
{
    return firstRow(m_db, selectAllotment,
                    {{":till", till},
                     {":pool", pool},
                     {":visit_date", visit.date},
                     {":slot", slotColumn(visit.slot)},
                     {":now", now.toMSecsSinceEpoch()}},
                    readAllotment);
}

Result<> ReservationStore::putAllotment(const KeptAllotment &kept)
{
    return runQuery(m_db, upsertAllotment,
                    {{":till", kept.till},
                     {":pool", kept.allotment.pool},
                     {":visit_date", kept.allotment.visit.date},
                     {":slot", slotColumn(kept.allotment.visit.slot)},
                     {":units", kept.allotment.units},
                     {":used", kept.used},
                     {":until_ms", kept.until.toMSecsSinceEpoch()}});
}

Result<> ReservationStore::renewAllotment(const KeptAllotment &before, const KeptAllotment &now)
{
    const bool isSame = before.allotment == now.allotment && before.used == now.used;
    const bool isNothing = before.allotment.units == 0 && now.allotment.units == 0; // of a slot that has passed: it lapses
    const bool isFresh = before.until <= now.until && before.until > now.until - leaseRewritten;
    return isNothing || (isSame && isFresh) ? Result<>{} : putAllotment(now);
}

Result<> ReservationStore::setAllotments(const QString &till, const std::vector<Allotment> &allotments, const QDateTime &now,
                                         const QDateTime &until)
{
    PoolUnits units;
    for (const Allotment &one : allotments)
        units[one.pool][one.visit] = one.units;
    TRY_LET(known, this->allotments(now));
    for (KeptAllotment &kept : known) {
        if (kept.till != till)
            continue;
        const auto told = units[kept.allotment.pool].extract(kept.allotment.visit);
        const int count = told.empty() ? 0 : told.mapped();
        const KeptAllotment before = kept;
        kept.allotment.units = count;
        kept.until = until;
        TRY(renewAllotment(before, kept));
    }
    for (auto pool = units.constBegin(); pool != units.constEnd(); ++pool)
        for (const auto &[visit, count] : *pool)
            TRY(putAllotment({.till = till, .allotment = {.pool = pool.key(), .visit = visit, .units = count}, .used = 0, .until = until}));
    return {};
}

Result<> ReservationStore::dropAllotments(const QString &till)
{
    return runQuery(m_db, deleteAllotments, {{":till", till}});
}

Result<bool> ReservationStore::hasUsedAllotments(const QString &till) const
{
    TRY_LET(count, selectInteger(m_db, countUsedAllotments, {{":till", till}}));
    return count > 0;
}

Result<> ReservationStore::forget(const QDateTime &before)
{
    const qint64 ms = before.toMSecsSinceEpoch();
    TRY(runQuery(m_db, deleteOldHolds, {{":before", ms}}));
    TRY(runQuery(m_db, deleteOldDebits, {{":before", ms}}));
    TRY(runQuery(m_db, deleteOldUses, {{":before", ms}}));
    return runQuery(m_db, deleteOldAllotments, {{":before", ms}});
}

} // namespace guichet
