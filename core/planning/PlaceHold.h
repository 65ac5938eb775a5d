// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Availability.h"

namespace guichet {

struct Dossier;

/// Units of one resource or supplement of a formula, for one visit.
struct VisitPlaces
{
    QString formula;
    QString item;
    bool supplement = false;
    Visit visit;
    int units = 0;
    bool forced = false; ///< A manager sells them past what there is (SELL-4).
    friend bool operator==(const VisitPlaces &, const VisitPlaces &) = default;
};

/// Places that a till asks the centre to keep for a cart, all of them each time; none: they are released. Its id is the dossier that was
/// made with the cart: the fact of the sale ends the hold (decisions 23).
struct PlaceHold
{
    Id<Dossier> id;
    std::vector<VisitPlaces> places;
    qint64 turn = 0; ///< Grows with each question of a till, whatever its cart: one that arrives after a later one is void. 0: none.
};

/// Places of a pool that a till may sell without asking. The visit has no slot in a pool of mode *day*.
struct Allotment
{
    QString pool;
    Visit visit;
    int units = 0;
    friend bool operator==(const Allotment &, const Allotment &) = default;
};

/// What the centre keeps.
struct HoldAnswer
{
    std::vector<int> granted; ///< Units of each of the places, in their order; fewer than asked: the rest is sold out, but for what the
                              ///< till has borrowed.
    QDateTime until;
};

/// How many units still fit, at most those wanted: the places of the pools and the stock of the day. `occupancy` does not include them.
int unitsThatFit(const VisitPlaces &wanted, const Catalogue &catalogue, const Occupancy &occupancy);

/// What the lines of a cart take, one entry for each line of a formula, in order; `forcedLines`: ids of those that are forced.
std::vector<VisitPlaces> placesOf(const Cart &cart, const QStringList &forcedLines);

/// Units for each pool and visit, of the pools that have slots or days.
using PoolUnits = QMap<QString, std::map<Visit, int>>;
void addUnits(PoolUnits &units, const VisitPlaces &places, const Catalogue &catalogue);

QJsonObject toJson(const VisitPlaces &places);
Result<VisitPlaces> visitPlacesFromJson(const QJsonObject &object);
QString placesText(const std::vector<VisitPlaces> &places);
/// DatabaseCorrupt for what placesText() does not write.
Result<std::vector<VisitPlaces>> placesFromText(const QString &text);

} // namespace guichet
