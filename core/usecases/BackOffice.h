// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/CatalogueJson.h"
#include "core/catalogue/ProductHit.h"
#include "core/people/User.h"
#include "core/till/Attraction.h"
#include "core/till/TillSettings.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// What an import would do, or did (CAT-6).
struct ImportOutcome
{
    struct Refusal
    {
        int row = 0; ///< As a spreadsheet counts: the heading is 1.
        Error error;
    };
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<Refusal> refused;
};

/// The catalogue, the people and the settings (CAT-*, ACC-*), products and their search (SELL). On the ledger thread.
class BackOffice
{
public:
    explicit BackOffice(Workplace &workplace) : m_workplace{workplace} {}

    /// Stores a document; returns its revision. Errors as DocumentWriter::write(); TrainingActive.
    Result<qint64> put(const CommandId &id, DocumentKind kind, const QJsonObject &document);
    /// CSV with a heading of field names; `apply` false only previews. Rows are refused one by one, with why; the whole when the heading
    /// lacks the key or names a column twice (InvalidInput), and in training (TrainingActive).
    Result<ImportOutcome> importCsv(const CommandId &id, DocumentKind kind, const QByteArray &csv, bool apply);
    Result<QByteArray> exportCsv(DocumentKind kind) const; ///< Formula injection defused.

    /// Name, reference, code; any word order, accents ignored; instant with 50,000 products. At most `limit`.
    Result<std::vector<ProductHit>> searchProducts(const QString &text, int limit = 30) const;
    Result<std::vector<ProductHit>> productsOfGroup(const QString &group, int offset = 0, int limit = 200) const;
    Result<ProductHit> product(const QString &keyOrCode) const;
    /// *Create this product* after an unknown scan (SELL-2).
    Result<> createProduct(const CommandId &id, const Product &product);

    Result<> saveSettings(const CommandId &id, const TillSettings &settings);
    Result<> setPin(const CommandId &id, const QString &user, const QString &pin);
    Result<> addUser(const CommandId &id, const User &user, const QString &pin);

private:
    Workplace &m_workplace;
};

} // namespace guichet
