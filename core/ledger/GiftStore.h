// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/selling/GiftBalance.h"

namespace guichet {

/// Gift vouchers and cards: balances as sums of their movements (PAY-9). On the thread of `db`.
class GiftStore
{
public:
    explicit GiftStore(Database &db) : m_db{db} {}

    /// By normalisedCode(); `today` decides whether it is expired. GiftUnknown.
    Result<GiftBalance> balance(const QString &code, QDate today) const;
    /// Codes past their date with a balance and no expiry fact yet: the first Z after the date writes it (decisions 7).
    Result<std::vector<GiftBalance>> expiredBefore(QDate today) const;
    /// What was paid with a code after `since`, less what came back to it; of all time when that is null.
    Result<Money> spentSince(const QString &code, const QDateTime &since) const;
    /// How often a dossier paid exactly so much with a code and did not get it back.
    Result<qint64> paymentCount(const QString &code, const Id<Dossier> &dossier, Money amount) const;
    /// Value that customers still hold.
    Result<Money> liability() const;

    // Called by the TillProjector.
    Result<> moved(const Fact &fact);

private:
    Database &m_db;
};

} // namespace guichet
