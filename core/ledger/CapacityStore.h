// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/Database.h"
#include "core/planning/PlaceHold.h"

namespace guichet {

/// What is taken of pools and of stocks per day: units sold and ordered per visit and item; which pools they take is the catalogue's
/// business, so that a replay reads no document. On the thread of `db`.
class CapacityStore
{
public:
    explicit CapacityStore(Database &db) : m_db{db} {}

    /// What sales and orders take on these days.
    Result<Occupancy> occupancy(const std::vector<QDate> &dates, const Catalogue &catalogue) const;
    /// The first `most` visit days from `from` on of which something is sold.
    Result<std::vector<QDate>> soldDays(QDate from, int most) const;

    // Called by DossierStore.
    Result<> take(const SaleLine &line); ///< Negative quantities give back.
    Result<> giveBack(const Id<Dossier> &order);
    Result<> takeAgain(const Id<Dossier> &order); ///< After giveBack().

private:
    Result<> addOrder(const Id<Dossier> &order, int times);

    Database &m_db;
};

/// What a sale, an order or a quote takes, line by line.
std::vector<VisitPlaces> placesSold(const SaleContent &sale);
/// Adds what somebody takes.
void addPlaces(Occupancy &occupancy, const VisitPlaces &places, const Catalogue &catalogue);
/// Adds what a cart holds (the one in progress, parked ones): its own lines count too.
void addCart(Occupancy &occupancy, const Cart &cart, const Catalogue &catalogue);

} // namespace guichet
