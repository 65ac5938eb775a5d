// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentStore.h"
#include "core/ledger/Journal.h"
#include "core/stock/StockMovement.h"

namespace guichet {

/// Checks documents and stores them: the one way in for screens, scripts, imports and the making of a till. In the caller's transaction.
class DocumentWriter
{
public:
    /// `catalogue` is what stands now: what documents name must be in it, and it is kept up to date.
    DocumentWriter(Database &db, Journal &journal, Catalogue catalogue, DocumentChange change);

    enum class Effect { Added, Changed, Unchanged };
    struct Written
    {
        Effect effect = Effect::Unchanged;
        qint64 revision = 0;
    };
    /// A user may carry `pin`, which is hashed; without it the one before stands. InvalidInput (also: VAT rates that leave a code without a
    /// rate, the last administrator taken away), NotFound (what it names), BarcodeInvalid, PinInvalid, DuplicateKey (a barcode of another
    /// product) …
    Result<Written> write(DocumentKind kind, const QJsonObject &document);
    /// Only checks, and says what it would do.
    Result<Effect> check(DocumentKind kind, const QJsonObject &document);

    /// Stock movements of kind Opening, for products that are new with a stock; write them as one fact with openStock().
    Result<> openStock(const Actor &actor, QDate businessDate);

private:
    Result<QJsonObject> checked(DocumentKind kind, const QJsonObject &document);
    Result<QJsonObject> checkedProduct(const QJsonObject &document);
    Result<QJsonObject> checkedUser(QJsonObject document) const;
    Result<QJsonObject> checkedSettings(const QJsonObject &document) const;
    Result<QJsonObject> checkedOffer(DocumentKind kind, const QJsonObject &document);
    Result<> checkRates(const VatTable &table) const;
    Result<> checkLastAdministrator(const User &before, const User &after) const;
    Result<Effect> effectOf(DocumentKind kind, const QJsonObject &body) const;

    Database &m_db;
    Journal &m_journal;
    Catalogue m_catalogue;
    DocumentChange m_change;
    std::vector<StockMovement> m_opening;
};

} // namespace guichet
