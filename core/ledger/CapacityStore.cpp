// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CapacityStore.h"

#include "core/ledger/Columns.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql upsertUse = R"(
INSERT INTO visit_use (visit_date, slot, formula, item, kind, units) VALUES (:visit_date, :slot, :formula, :item, :kind, :units)
ON CONFLICT (visit_date, slot, formula, item, kind) DO UPDATE SET units = visit_use.units + excluded.units)";

constexpr Sql selectUses = R"(
SELECT visit_date, slot, formula, item, kind, units FROM visit_use WHERE visit_date = :visit_date AND units <> 0
ORDER BY visit_date, slot, formula, item, kind)";

constexpr Sql selectSoldDays = R"(
SELECT DISTINCT visit_date FROM visit_use WHERE visit_date >= :from AND units <> 0 ORDER BY visit_date LIMIT :most)";

constexpr Sql selectOrderLines = R"(
SELECT visit_date, slot, formula, item, kind, quantity FROM sale_line WHERE dossier = :dossier AND entry = 'order' AND formula <> ''
ORDER BY session, incarnation, number, position)";

/// Units of one item at one visit.
struct Use
{
    QString date;
    QString slot;
    QString formula;
    QString item;
    QString kind;
    int units = 0;
};

Use useOf(const Row &row)
{
    return {.date = row.text(0),
            .slot = row.text(1),
            .formula = row.text(2),
            .item = row.text(3),
            .kind = row.text(4),
            .units = row.smallInteger(5)};
}

Result<> addUse(Database &db, const Use &use)
{
    return runQuery(db, upsertUse,
                    {{":visit_date", use.date},
                     {":slot", use.slot},
                     {":formula", use.formula},
                     {":item", use.item},
                     {":kind", use.kind},
                     {":units", use.units}});
}

} // namespace

void addPlaces(Occupancy &occupancy, const VisitPlaces &places, const Catalogue &catalogue)
{
    occupancy.soldPerDay[places.item][places.visit.date] += places.units;
    for (const PoolTake &take : poolTakes(places.formula, places.item, places.supplement, places.visit, places.units, catalogue)) {
        const Pool *pool = catalogue.pool(take.pool);
        if (pool && pool->mode == Pool::Mode::Interval)
            occupancy.intervals[take.pool].push_back({.start = take.start, .end = take.end, .units = take.units});
        else
            occupancy.add(take.pool, take.visit, take.units);
    }
}

Result<Occupancy> CapacityStore::occupancy(const std::vector<QDate> &dates, const Catalogue &catalogue) const
{
    Occupancy occupancy;
    for (const QDate &date : dates)
        TRY(forEachRow(m_db, selectUses, {{":visit_date", date}}, [&](const Row &row) {
            const Use use = useOf(row);
            addPlaces(occupancy,
                      {.formula = use.formula,
                       .item = use.item,
                       .supplement = use.kind == u"supplement",
                       .visit = {.date = date, .slot = slotFromColumn(use.slot)},
                       .units = use.units},
                      catalogue);
        }));
    return occupancy;
}

Result<std::vector<QDate>> CapacityStore::soldDays(QDate from, int most) const
{
    return allRows(m_db, selectSoldDays, {{":from", from}, {":most", most}},
                   [](const Row &row) { return QDate::fromString(row.text(0), Qt::ISODate); });
}

Result<> CapacityStore::take(const SaleLine &line)
{
    const PricedLine &priced = line.priced;
    if (priced.kind != LineKind::Resource && priced.kind != LineKind::Supplement)
        return {};
    return addUse(m_db, {.date = priced.visit.date.toString(Qt::ISODate),
                         .slot = slotColumn(priced.visit.slot),
                         .formula = priced.formula,
                         .item = priced.item,
                         .kind = lineKindColumn(priced.kind),
                         .units = priced.quantity});
}

Result<> CapacityStore::giveBack(const Id<Dossier> &order)
{
    return addOrder(order, -1);
}

Result<> CapacityStore::takeAgain(const Id<Dossier> &order)
{
    return addOrder(order, 1);
}

Result<> CapacityStore::addOrder(const Id<Dossier> &order, int times)
{
    TRY_LET(uses, allRows(m_db, selectOrderLines, {{":dossier", order}}, useOf));
    for (Use use : uses) {
        use.units *= times;
        TRY(addUse(m_db, use));
    }
    return {};
}

std::vector<VisitPlaces> placesSold(const SaleContent &sale)
{
    std::vector<VisitPlaces> places;
    for (const SaleLine &line : sale.lines)
        if (line.priced.kind == LineKind::Resource || line.priced.kind == LineKind::Supplement)
            places.push_back({.formula = line.priced.formula,
                              .item = line.priced.item,
                              .supplement = line.priced.kind == LineKind::Supplement,
                              .visit = line.priced.visit,
                              .units = line.priced.quantity});
    return places;
}

void addCart(Occupancy &occupancy, const Cart &cart, const Catalogue &catalogue)
{
    for (const VisitPlaces &places : placesOf(cart, {}))
        addPlaces(occupancy, places, catalogue);
}

} // namespace guichet
