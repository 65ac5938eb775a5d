// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/catalogue/OpeningHours.h"
#include "core/pricing/Cart.h"
#include "core/pricing/VisitStart.h"

namespace guichet {

/// What is sellable at a moment, and why not (SELL-3, SELL-4). Refusals carry what their sentence names, for people: titles in French,
/// times `14:30`. CapacityFull: what, places left if any; MaximumExceeded, MinimumNotReached: the number, title; Closed, StopSale: the
/// reason; SlotPassed, CutOffPassed: the visit (SlotPassed of a whole day: the title, `every`); SlotUnknown: the time;
/// StockPerDayExceeded: the stock; the others: the title.

/// The starts of the slots of a formula on a day, as they follow each other; empty when it has none (opening hours). A start before
/// nightEnds is after the midnight that follows: it belongs to the visit date.
std::vector<QTime> slotsOn(const Formula &formula, QDate date);

/// Places already taken: what sales, orders and holds use. Values come from CapacityStore.
struct PoolLoad
{
    struct Taken
    {
        QDateTime start; ///< Inclusive.
        QDateTime end;   ///< Exclusive, turnaround included.
        int units = 0;
    };
    std::vector<Taken> taken; ///< Mode Interval.
    int units = 0;            ///< Modes Slot and Day.
};

/// What is already taken for the days that are looked at. Keys: pool, then visit (slot null in mode Day).
struct Occupancy
{
    QMap<QString, QMap<QDate, QMap<QTime, int>>> slotUnits;       ///< pool → date → slot → units; the null time holds the units of the day.
    QMap<QString, std::vector<PoolLoad::Taken>> intervals;        ///< pool → what is rented.
    QMap<QString, QMap<QDate, int>> soldPerDay;                   ///< resource or supplement → date → units (stock per day).
    void add(const QString &pool, const Visit &visit, int units); ///< To the slot, if there is one, and to the day.
};

/// The state of one slot, or of a day without slots.
struct SlotState
{
    Visit visit;
    int capacity =
        0;        ///< Units that can be sold; −1: unlimited. Of the tightest pool: the formula's, and of the items the one with most room.
    int free = 0; ///< Never below 0 otherwise; −1: unlimited.
    std::optional<Error> refusal; ///< Why it cannot be sold now (SELL-4); none: it can.
};

/// What the shelf shows of a formula at a moment (SELL-3).
struct FormulaState
{
    QString formula;
    std::optional<Error> refusal;      ///< Not sellable at all on this day: not published, closed, stop-sale, no price …
    std::vector<SlotState> slotStates; ///< Those that have not passed; for a formula without slots one state for the day.
    Money fromPrice;                   ///< The lowest price above zero on this day; zero when all are free.
    /// The next slot that can be sold, or null.
    const SlotState *next() const;
};

/// Who asks: the rules differ between the till and online, and a manager may force past capacity and cut-off.
struct SalePoint
{
    Channel channel = Channel::Till;
    QString till;                        ///< Key of the till.
    int dayStartsAtHour = usualDayStart; ///< When its business day turns (decisions 19).
};

/// Evaluates a formula for a day at a moment: publication, validity, weekday, calendar, slots, cut-off, stop-sales, capacity (CAT-3,
/// SELL-4). A slot is gone 5 minutes after its start, or when its cut-off allows longer; a formula without slots when the attraction has
/// closed. When every slot is full or past its cut-off there is no refusal of the whole, but next() is null: a manager may still force.
FormulaState formulaState(const Formula &formula, QDate date, const QDateTime &now, const Catalogue &catalogue, const Occupancy &occupancy,
                          const SalePoint &point);

/// Whether a cart may take `quantity` more of an item: price, sold here, min/max, stock per day, slot, capacity. `occupancy` includes what
/// the cart itself holds. Force lifts capacity, cut-off and the passed slot of a day that is not over; nothing else.
struct AddRequest
{
    QString formula;
    QString item;
    bool supplement = false;
    Visit visit;
    int quantity = 1;
};
enum class Force { None, CapacityAndCutOff };
Result<> checkAdd(const AddRequest &request, const Cart &cart, const QDateTime &now, const Catalogue &catalogue, const Occupancy &occupancy,
                  const SalePoint &point, Force force = Force::None);

/// Whether what is on a cart can still be sold: checkAdd() without the numbers of one dossier. `occupancy` does not include it.
Result<> checkStillSold(const AddRequest &line, const QDateTime &now, const Catalogue &catalogue, const Occupancy &occupancy,
                        const SalePoint &point, Force force = Force::None);

/// Whether every formula of the cart reaches its minimum and that of its items (CAT-3): asked before the first payment.
Result<> checkMinimums(const Cart &cart, const Catalogue &catalogue);

/// The units that a line takes from each pool.
struct PoolTake
{
    QString pool;
    Visit visit;
    QDateTime start;
    QDateTime end;
    int units = 0;
};
/// The formula's pools are taken by its resources, times the persons of the resource where the pool counts persons; those of an item come
/// beside them. A flat rate is taken once. Mode Day: the visit has no slot; mode Interval: `end` includes the turnaround. One take for each
/// pool.
std::vector<PoolTake> poolTakes(const QString &formulaKey, const QString &itemKey, bool supplement, const Visit &visit, int quantity,
                                const Catalogue &catalogue);

/// The highest number of units in use at once over [start, end).
int maximumOverlap(const std::vector<PoolLoad::Taken> &taken, const QDateTime &start, const QDateTime &end);

} // namespace guichet
