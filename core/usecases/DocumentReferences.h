// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/CatalogueJson.h"
#include "core/ledger/Database.h"
#include "core/till/TillSettings.h"

namespace guichet {

/// Whether what a document names exists: a mistyped pool would be a formula without a limit. NotFound names what is missing. On the ledger
/// thread.
class DocumentReferences
{
public:
    /// `catalogue` is what stands; products are looked up in `db`.
    DocumentReferences(const Catalogue &catalogue, Database &db) : m_catalogue{catalogue}, m_db{db} {}

    /// A catalogue of one document, as addDocument() made it.
    Result<> check(const Catalogue &single) const;
    Result<> check(const Product &product) const;
    Result<> check(const TillSettings &settings) const;

private:
    Result<> checkOffers(const Catalogue &single) const;
    Result<> checkReductions(const Catalogue &single) const;
    Result<> checkHouse(const Catalogue &single) const;
    Result<> checkFormula(const Formula &formula) const;
    Result<> checkItem(const OfferedItem &item, bool supplement) const;
    Result<> checkPools(const std::vector<PoolUse> &uses) const;
    Result<> checkGroups(const QStringList &keys) const;
    Result<> checkTills(const QStringList &keys) const;
    Result<> checkFormulas(const QStringList &keys) const;
    Result<> checkTickets(const QStringList &keys) const; ///< Resources or supplements.
    Result<> checkProducts(const QStringList &keys) const;

    const Catalogue &m_catalogue;
    Database &m_db;
};

} // namespace guichet
