// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CodeUseStore.h"

#include "core/ledger/Query.h"

namespace guichet {

namespace {

// An order and the sale that settles it are one use.
constexpr Sql insertUse = R"(INSERT INTO code_use (code, dossier) VALUES (:code, :dossier) ON CONFLICT (code, dossier) DO NOTHING)";
constexpr Sql countUses = R"(SELECT COUNT(*) FROM code_use WHERE code = :code)";

} // namespace

Result<int> CodeUseStore::uses(const QString &promoCode) const
{
    TRY_LET(uses, selectInteger(m_db, countUses, {{":code", promoCode}}));
    return static_cast<int>(uses);
}

Result<> CodeUseStore::used(const SaleContent &sale)
{
    if (sale.promoCode.isEmpty())
        return {};
    return runQuery(m_db, insertUse, {{":code", sale.promoCode}, {":dossier", sale.dossier}});
}

} // namespace guichet
