// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/ProductHit.h"
#include "core/ledger/Database.h"

namespace guichet {

/// Products, one by one: instant with 50,000. On the thread of `db`.
class ProductStore
{
public:
    explicit ProductStore(Database &db) : m_db{db} {}

    Result<std::optional<Product>> byKey(const QString &key) const;
    Result<std::optional<Product>> byBarcode(const QString &barcode) const; ///< Also the reference and the item code of scales.
    /// Words in any order, by prefix, accents ignored, over name, reference, barcodes and key. Without text: nothing.
    Result<std::vector<ProductHit>> search(const QString &text, int limit) const;
    Result<std::vector<ProductHit>> ofGroup(const QString &group, int offset, int limit) const; ///< By order, then name.
    Result<std::vector<ProductHit>> toReorder() const; ///< At or under the alert; archived ones left out.
    Result<std::vector<ProductHit>> all() const;       ///< By key, archived ones too.
    Result<qint64> count() const;

    // Called by DocumentStore: writes the rows that find it.
    Result<> index(const Product &product);
    Result<> forget(const QString &key);

private:
    Database &m_db;
};

} // namespace guichet
