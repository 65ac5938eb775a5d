// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/Reservations.h"

#include "core/base/Absence.h"
#include "core/base/Clock.h"
#include "core/facts/Contents.h"
#include "core/ledger/CapacityStore.h"
#include "core/ledger/CodeUseStore.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/HomeStore.h"
#include "core/ledger/MachineState.h"
#include "core/planning/Capacity.h"
#include "core/planning/Slots.h"
#include "sync/central/AllotmentRecall.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::seconds allotmentHorizon = 24h; ///< Of the start of a slot (decisions 23).
constexpr std::chrono::seconds passedFor = 1h;         ///< Nobody sells a slot without a line that began earlier.

std::vector<QDate> daysOf(const std::vector<VisitPlaces> &places)
{
    std::vector<QDate> days;
    for (const VisitPlaces &one : places)
        if (std::ranges::find(days, one.visit.date) == days.end())
            days.push_back(one.visit.date);
    return days;
}

bool isAmong(const std::vector<QDate> &days, QDate day)
{
    return std::ranges::find(days, day) != days.end();
}

/// Of a pool with slots or days; a pool that nobody knows any more has none.
int roomLeft(const Allotment &slot, const Catalogue &catalogue, const Occupancy &occupancy)
{
    return std::max(0, roomFor({.pool = slot.pool, .visit = slot.visit, .start = {}, .end = {}, .units = 1}, catalogue, occupancy).free);
}

std::vector<PoolUse> poolUses(const Formula &formula)
{
    std::vector<PoolUse> uses = formula.pools;
    for (const std::vector<OfferedItem> *items : {&formula.resources, &formula.supplements})
        for (const OfferedItem &item : *items)
            uses.insert(uses.end(), item.pools.begin(), item.pools.end());
    return uses;
}

/// The visits of a formula on a day that begin soon, or have begun just now.
std::vector<Visit> visitsSoon(const Formula &formula, QDate day, const Catalogue &catalogue, const QDateTime &now)
{
    std::vector<Visit> visits;
    if (formula.slotPatterns.empty())
        visits.push_back({.date = day, .slot = {}});
    for (const QTime slot : slotsOn(formula, day))
        visits.push_back({.date = day, .slot = slot});
    const OpeningHours hours = openingHours(catalogue.calendar, day, formula.audience);
    std::erase_if(visits, [&](const Visit &visit) {
        const qint64 ahead = now.secsTo(startOf(visit, hours));
        return ahead > allotmentHorizon.count() || (visit.slot.isValid() && ahead < -passedFor.count());
    });
    return visits;
}

/// As on its shelves. A till that nobody has described yet shows everything.
bool isShownAt(const Formula &formula, const QString &tillKey, const Catalogue &catalogue)
{
    const TillProfile *profile = catalogue.till(tillKey);
    const Group *group = catalogue.group(formula.group);
    if (!profile || !group)
        return true;
    return (profile->groups.isEmpty() || profile->groups.contains(group->key)) &&
           (group->tills.isEmpty() || group->tills.contains(tillKey));
}

PoolUnits unitsOf(const std::vector<VisitPlaces> &places, const Catalogue &catalogue)
{
    PoolUnits units;
    for (const VisitPlaces &one : places)
        addUnits(units, one, catalogue);
    return units;
}

HoldAnswer heldByItsFact(const PlaceHold &hold)
{
    HoldAnswer answer;
    for (const VisitPlaces &places : hold.places)
        answer.granted.push_back(places.units);
    return answer;
}

/// What is more in `units` than in `covered`.
PoolUnits beyond(PoolUnits units, const PoolUnits &covered)
{
    for (auto pool = units.begin(); pool != units.end(); ++pool)
        for (auto &[visit, count] : *pool) {
            const auto known = covered.constFind(pool.key());
            const bool has = known != covered.constEnd() && known->contains(visit);
            count = std::max(0, count - (has ? known->at(visit) : 0));
        }
    return units;
}

} // namespace

Result<Occupancy> Reservations::taken(const std::vector<QDate> &days, const QString &till, const Id<Dossier> &but)
{
    TRY_LET(occupancy, CapacityStore{m_db}.occupancy(days, m_catalogue));
    TRY_LET(holds, m_store.holds(m_now));
    for (const KeptHold &hold : holds) {
        if (hold.till == till && hold.id == but)
            continue;
        for (const VisitPlaces &places : hold.places)
            if (isAmong(days, places.visit.date))
                addPlaces(occupancy, places, m_catalogue);
    }
    return occupancy;
}

Result<> Reservations::addAllotments(Occupancy &occupancy, const std::vector<QDate> &days, const QString &butOf)
{
    for (const QDate day : days) {
        TRY_LET(allotments, m_store.allotmentsOn(day, m_now));
        for (const KeptAllotment &kept : allotments)
            if (kept.till != butOf)
                occupancy.add(kept.allotment.pool, kept.allotment.visit, kept.allotment.units);
    }
    return {};
}

/// A till asks one question after the other. What a line held back is heard by nobody any more, and undoes nothing that was asked since: a
/// smaller cart of before would give away places that the till has sold by now.
Result<> Reservations::takeTurn(const QString &till, qint64 turn)
{
    const QString name = u"questions.turn/"_s + till;
    TRY_LET(before, machineState(m_db, name));
    if (turn > 0 && turn < before.toLongLong())
        return failure(ErrorCode::ChainBroken, u"a later question is here"_s, {before});
    return turn > before.toLongLong() ? setMachineState(m_db, name, QString::number(turn)) : Result<>{};
}

/// A question that was late: its sale or order is here already, and has its places and its code itself.
Result<bool> Reservations::isTakenOver(const Id<Dossier> &id) const
{
    const DossierStore dossiers{m_db};
    TRY_LET(number, dossiers.soldAs(id));
    if (number)
        return true;
    TRY_LET(order, foundOrNone(dossiers.order(id), ErrorCode::DossierUnknown));
    return order.has_value();
}

/// A cart got fewer than it asked for: what tills are lent of the same places is told to them no more.
Result<> Reservations::recallLent(const PlaceHold &wanted, const HoldAnswer &answer)
{
    PoolUnits lacking;
    for (size_t i = 0; i < wanted.places.size(); ++i)
        if (answer.granted[i] < wanted.places[i].units)
            addUnits(lacking, wanted.places[i], m_catalogue);
    if (lacking.isEmpty())
        return {};
    TRY_LET(known, m_store.allotments(m_now));
    std::vector<Allotment> lent;
    for (const KeptAllotment &kept : known)
        if (kept.left() > 0 && lacking.value(kept.allotment.pool).contains(kept.allotment.visit))
            lent.push_back(kept.allotment);
    if (lent.empty())
        return {};
    TRY_LET(recall, AllotmentRecall::read(m_db, m_now));
    return recall.begin(m_db, lent, m_now);
}

Result<HoldAnswer> Reservations::hold(const QString &till, const PlaceHold &hold)
{
    TRY(takeTurn(till, hold.turn));
    if (hold.places.empty()) {
        TRY(m_store.dropHold(till, hold.id));
        return HoldAnswer{.granted = {}, .until = m_now};
    }
    TRY_LET(isSold, isTakenOver(hold.id));
    if (isSold)
        return heldByItsFact(hold);
    TRY_LET(before, m_store.hold(till, hold.id));
    TRY_LET(count, m_store.holdCount(till, m_now));
    if (!before && count >= protocol::mostHolds)
        return failure(ErrorCode::InvalidInput, u"too many holds at once"_s, {u"id"_s, u"too many"_s});
    const std::vector<QDate> days = daysOf(hold.places);
    TRY_LET(occupancy, taken(days, till, hold.id));
    TRY(addAllotments(occupancy, days, {})); // its own too: it alone knows what it has sold of them by now
    KeptHold kept{.till = till, .id = hold.id, .places = hold.places, .until = m_now + protocol::holdLasts};
    HoldAnswer answer{.granted = {}, .until = kept.until};
    for (VisitPlaces &places : kept.places) {
        places.units = places.forced ? places.units : unitsThatFit(places, m_catalogue, occupancy);
        addPlaces(occupancy, places, m_catalogue);
        answer.granted.push_back(places.units);
    }
    TRY(m_store.putHold(kept));
    TRY(recallLent(hold, answer));
    return answer;
}

Result<GiftDecision> Reservations::decide(const KeptDebit &wanted)
{
    TRY_LET(gift, foundOrNone(GiftStore{m_db}.balance(wanted.code, m_now.date()), ErrorCode::GiftUnknown));
    if (!gift)
        return GiftDecision{.refusal = ErrorCode::GiftUnknown};
    if (gift->blocked || gift->expired)
        return GiftDecision{.refusal = gift->blocked ? ErrorCode::GiftBlocked : ErrorCode::GiftExpired};
    TRY_LET(reserved, m_store.reserved(wanted, m_now));
    const Money available = gift->balance - reserved;
    return GiftDecision{.approved = wanted.amount <= available, .available = available};
}

/// A question that was late: a payment of so much is here already, and no other debit was for it.
Result<bool> Reservations::isSpent(const KeptDebit &debit) const
{
    TRY_LET(payments, GiftStore{m_db}.paymentCount(debit.code, debit.dossier, debit.amount));
    TRY_LET(settled, m_store.settledCount(debit));
    return payments > settled;
}

Result<GiftDecision> Reservations::debit(const QString &till, const GiftDebit &debit)
{
    TRY_LET(known, m_store.debit(till, debit.id));
    if (debit.amount.isZero()) {
        if (known && !known->settled)
            TRY(m_store.dropDebit(till, debit.id));
        return GiftDecision{.approved = true};
    }
    if (known && (known->settled || known->code != debit.code)) // it was paid: the same answer, whenever it is asked again
        return GiftDecision{.approved = known->code == debit.code && known->amount == debit.amount, .available = known->amount};
    KeptDebit wanted{.till = till,
                     .id = debit.id,
                     .code = debit.code,
                     .dossier = debit.dossier,
                     .amount = debit.amount,
                     .until = m_now + protocol::holdLasts};
    TRY_LET(isLate, isSpent(wanted));
    if (isLate) {
        wanted.settled = true;
        TRY(m_store.putDebit(wanted));
        return GiftDecision{.approved = true, .available = wanted.amount};
    }
    TRY_LET(decision, decide(wanted));
    if (decision.approved)
        TRY(m_store.putDebit(wanted));
    return decision;
}

Result<CodeDecision> Reservations::use(const QString &till, const CodeUse &use)
{
    TRY(takeTurn(till, use.turn));
    if (!use.wanted) {
        TRY(m_store.dropUse(till, use.dossier));
        return CodeDecision{.granted = true};
    }
    const auto code = std::ranges::find(m_catalogue.promoCodes, use.code, &PromoCode::key);
    if (code == m_catalogue.promoCodes.end() || code->uses <= 0)
        return CodeDecision{.granted = true};
    TRY_LET(isSold, isTakenOver(use.dossier));
    if (isSold)
        return CodeDecision{.granted = true};
    const KeptUse wanted{.till = till, .dossier = use.dossier, .code = use.code, .until = m_now + protocol::holdLasts};
    TRY_LET(used, CodeUseStore{m_db}.uses(use.code));
    TRY_LET(reserved, m_store.reservedUses(wanted, m_now));
    if (used + reserved >= code->uses)
        return CodeDecision{.granted = false};
    TRY(m_store.putUse(wanted));
    return CodeDecision{.granted = true};
}

Result<std::vector<Allotment>> Reservations::openSlots(const QString &till) const
{
    TRY_LET(tillKey, HomeStore{m_db}.tillKey(till));
    std::vector<Allotment> openings;
    PoolUnits seen;
    const auto add = [&](const Allotment &one) {
        if (seen[one.pool][one.visit]++ == 0 && openings.size() < protocol::mostAllotments)
            openings.push_back(one);
    };
    const QDate today = businessDateAt(m_now, usualDayStart);
    for (const Formula &formula : m_catalogue.formulas) {
        if (!formula.soldAtTill || !isShownAt(formula, tillKey, m_catalogue))
            continue;
        for (const QDate day : {today, today.addDays(1)})
            for (const Visit &visit : visitsSoon(formula, day, m_catalogue, m_now))
                for (const PoolUse &use : poolUses(formula))
                    if (const Pool *pool = m_catalogue.pool(use.pool); pool && pool->mode != Pool::Mode::Interval)
                        add({.pool = pool->key,
                             .visit = {.date = day, .slot = pool->mode == Pool::Mode::Day ? QTime{} : visit.slot},
                             .units = 0});
    }
    return openings;
}

/// Whether the till has the answer to the question that was the last one here. One that comes twice gets two answers, and nobody knows
/// which of them the till heard.
Result<bool> Reservations::isHeard(const QString &till, const AllotmentsAsked &asked)
{
    const QString name = u"allotments.question/"_s + till;
    TRY_LET(last, machineState(m_db, name));
    TRY(setMachineState(m_db, name, asked.question == last ? QString{} : asked.question));
    return asked.heard == last;
}

/// Of an allotment here, `units` are those that the till may still believe in, `used` of them those that the last answer did not tell any
/// more: it may have been lost.
Result<> Reservations::renewAllotments(const QString &till, PoolUnits told, const AllotmentsAsked &asked)
{
    TRY_LET(hasHeard, isHeard(till, asked));
    TRY_LET(known, m_store.allotments(m_now));
    const QDateTime until = m_now + protocol::allotmentKept;
    for (const KeptAllotment &before : known) {
        if (before.till != till)
            continue;
        const int believed = asked.question.isEmpty() ? 0 : hasHeard ? before.left() : before.allotment.units;
        const auto now = told[before.allotment.pool].extract(before.allotment.visit);
        const int units = now.empty() ? 0 : now.mapped();
        KeptAllotment kept = before;
        kept.allotment.units = std::max(believed, units);
        kept.used = kept.allotment.units - units;
        kept.until = until;
        TRY(m_store.renewAllotment(before, kept));
    }
    for (auto pool = told.constBegin(); pool != told.constEnd(); ++pool)
        for (const auto &[visit, units] : *pool)
            TRY(m_store.putAllotment(
                {.till = till, .allotment = {.pool = pool.key(), .visit = visit, .units = units}, .used = 0, .until = until}));
    return {};
}

Result<AllotmentsAnswer> Reservations::allot(const QString &till, const AllotmentRule &rule, const AllotmentsAsked &asked)
{
    const QDate today = businessDateAt(m_now, usualDayStart);
    const std::vector<QDate> days{today, today.addDays(1)};
    TRY_LET(occupancy, taken(days, till, {}));
    TRY(addAllotments(occupancy, days, till));
    AllotmentsAnswer answer{.allotments = {}, .until = m_now + protocol::allotmentLasts};
    PoolUnits told;
    TRY_LET(openings, openSlots(till));
    TRY_LET(recall, AllotmentRecall::read(m_db, m_now));
    for (Allotment &one : openings) {
        const qint64 share = qint64{roomLeft(one, m_catalogue, occupancy)} * rule.percent / 100;
        one.units = static_cast<int>(std::min(qint64{rule.places}, share));
        if (one.units == 0 || recall.concerns(one))
            continue;
        told[one.pool][one.visit] = one.units;
        answer.allotments.push_back(one);
    }
    TRY(renewAllotments(till, std::move(told), asked));
    TRY(m_store.forget(m_now.addDays(-1)));
    return answer;
}

Result<> Reservations::takeFromAllotments(const QString &till, const PoolUnits &units)
{
    for (auto pool = units.constBegin(); pool != units.constEnd(); ++pool)
        for (const auto &[visit, count] : *pool) {
            TRY_LET(kept, m_store.allotment(till, pool.key(), visit, m_now));
            if (!kept || count == 0)
                continue;
            const int told = std::max(0, kept->left() - count);
            kept->allotment.units = std::max(0, kept->allotment.units - count);
            kept->used = kept->allotment.units - told;
            TRY(m_store.putAllotment(*kept));
        }
    return {};
}

Result<> Reservations::sold(const Fact &fact, bool isLate)
{
    const QString &till = fact.body.position.till;
    TRY_LET(sale, saleContentFromJson(fact.content));
    TRY_LET(hold, m_store.hold(till, sale.dossier));
    TRY(m_store.dropHold(till, sale.dossier));
    TRY(m_store.dropUse(till, sale.dossier));
    if (isLate || !sale.settles.isNull()) // its order took the places
        return {};
    const PoolUnits covered = hold ? unitsOf(hold->places, m_catalogue) : PoolUnits{};
    return takeFromAllotments(till, beyond(unitsOf(placesSold(sale), m_catalogue), covered));
}

Result<> Reservations::noted(const Fact &fact, bool isLate)
{
    if (fact.body.label == EventLabel::T)
        return {};
    switch (fact.body.type) {
    case FactType::Sale:
    case FactType::Order: return sold(fact, isLate);
    case FactType::GiftUsed: {
        TRY_LET(gift, giftContentFromJson(fact.content));
        return m_store.settleDebit(fact.body.position.till, normalisedCode(gift.code), gift.dossier);
    }
    case FactType::ZReport: return isLate ? Result<>{} : m_store.dropAllotments(fact.body.position.till);
    default: return {};
    }
}

} // namespace guichet
