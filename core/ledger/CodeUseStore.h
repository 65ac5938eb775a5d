// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/Database.h"

namespace guichet {

/// Uses of promo codes: one per dossier that was ordered or sold with it. On the thread of `db`.
class CodeUseStore
{
public:
    explicit CodeUseStore(Database &db) : m_db{db} {}
    /// How often the code (its key) was used, over all tills known here.
    Result<int> uses(const QString &promoCode) const;

    // Called by DossierStore.
    Result<> used(const SaleContent &sale);

private:
    Database &m_db;
};

} // namespace guichet
