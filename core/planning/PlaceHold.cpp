// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/PlaceHold.h"

#include "core/base/JsonReader.h"
#include "core/catalogue/CatalogueFields.h"
#include "core/planning/Capacity.h"
#include "core/pricing/Pricing.h"

#include <QJsonDocument>
#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace fields;

/// What the stock of the day leaves; a flat rate takes one, however many there are.
int unitsInStock(const VisitPlaces &wanted, const Catalogue &catalogue, const Occupancy &occupancy)
{
    const Resource *resource = wanted.supplement ? nullptr : catalogue.resource(wanted.item);
    const Supplement *extra = wanted.supplement ? catalogue.supplement(wanted.item) : nullptr;
    if (!resource && !extra)
        return wanted.units;
    const int stock = resource ? resource->stockPerDay : extra->stockPerDay;
    const int left = std::max(0, stock - occupancy.soldPerDay.value(wanted.item).value(wanted.visit.date, 0));
    const bool isOnce = extra && extra->flatRate && left > 0;
    return isOnce ? wanted.units : std::min(wanted.units, left);
}

} // namespace

int unitsThatFit(const VisitPlaces &wanted, const Catalogue &catalogue, const Occupancy &occupancy)
{
    int fit = unitsInStock(wanted, catalogue, occupancy);
    for (const PoolTake &take : poolTakes(wanted.formula, wanted.item, wanted.supplement, wanted.visit, wanted.units, catalogue)) {
        const Room room = roomFor(take, catalogue, occupancy);
        if (!room.isUnlimited() && take.units > std::max(room.free, 0))
            fit = std::min(fit, std::max(room.free, 0) * wanted.units / take.units);
    }
    return fit;
}

std::vector<VisitPlaces> placesOf(const Cart &cart, const QStringList &forcedLines)
{
    std::vector<VisitPlaces> places;
    for (const CartLine &line : cart.lines)
        if (line.kind == LineKind::Resource || line.kind == LineKind::Supplement)
            places.push_back({.formula = line.formula,
                              .item = line.item,
                              .supplement = line.kind == LineKind::Supplement,
                              .visit = line.visit,
                              .units = line.quantity,
                              .forced = forcedLines.contains(line.id.toString())});
    return places;
}

void addUnits(PoolUnits &units, const VisitPlaces &places, const Catalogue &catalogue)
{
    for (const PoolTake &take : poolTakes(places.formula, places.item, places.supplement, places.visit, places.units, catalogue)) {
        const Pool *pool = catalogue.pool(take.pool);
        if (pool && pool->mode != Pool::Mode::Interval)
            units[take.pool][take.visit] += take.units;
    }
}

QJsonObject toJson(const VisitPlaces &places)
{
    QJsonObject json{
        {u"formula"_s, places.formula}, {u"item"_s, places.item}, {u"date"_s, dateJson(places.visit.date)}, {u"units"_s, places.units}};
    insertPresent(json, u"slot"_s, timeJson(places.visit.slot));
    if (places.supplement)
        json[u"supplement"_s] = true;
    if (places.forced)
        json[u"forced"_s] = true;
    return json;
}

Result<VisitPlaces> visitPlacesFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    VisitPlaces places;
    places.formula = reader.requiredString(u"formula"_s, 200);
    places.item = reader.requiredString(u"item"_s, 200);
    places.supplement = reader.boolean(u"supplement"_s, false);
    places.visit = {.date = reader.date(u"date"_s), .slot = reader.time(u"slot"_s)};
    places.units = static_cast<int>(reader.requiredInteger(u"units"_s, 0, largestLineQuantity));
    places.forced = reader.boolean(u"forced"_s, false);
    if (!places.visit.date.isValid())
        reader.refuse(u"date"_s, u"missing"_s);
    TRY(reader.finish());
    return places;
}

QString placesText(const std::vector<VisitPlaces> &places)
{
    QJsonArray array;
    for (const VisitPlaces &one : places)
        array.append(toJson(one));
    return QString::fromUtf8(QJsonDocument{array}.toJson(QJsonDocument::Compact));
}

Result<std::vector<VisitPlaces>> placesFromText(const QString &text)
{
    std::vector<VisitPlaces> places;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const Result<VisitPlaces> one = visitPlacesFromJson(value.toObject());
        if (!one)
            return failure(ErrorCode::DatabaseCorrupt, u"places of a hold: "_s + one.error().detail);
        places.push_back(*one);
    }
    return places;
}

} // namespace guichet
