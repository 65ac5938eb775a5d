// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

#include <QMap>
#include <optional>

namespace guichet {

/// States of a dossier (DOS-1).
enum class DossierState { Quote, ToConfirm, Confirmed, Settled, Cancelled };

/// One row of a list of dossiers.
struct DossierRow
{
    Id<Dossier> id;
    QString number;
    DocumentNumber receipt;
    QDateTime at;
    DossierState state = DossierState::Settled;
    QString customer;          ///< Key of the customer document, also of one that was erased; empty: anonymous.
    QString customerName;      ///< From the customer document; empty: anonymous.
    bool namesSomeone = false; ///< The customer document does, be it by a telephone number alone, and whoever the last paper is for.
    QString summary;           ///< `Grotte 14:30 · 2 Adulte, 1 Enfant`.
    QString methods;           ///< `Espèces, Bancontact`.
    QString user;
    Money total;
    Money refunded; ///< Positive.
    Money due;
    friend bool operator==(const DossierRow &, const DossierRow &) = default;
};

/// As people call it: what was sold on credit and is still due is not *soldé* (DOS-6).
inline DossierState stateShown(const DossierRow &row)
{
    return row.state == DossierState::Settled && row.due.isPositive() ? DossierState::Confirmed : row.state;
}

struct HistoryEntry
{
    QDateTime at;
    QString user;
    QString approver;
    FactType type = FactType::Sale;
    DocumentNumber document;
    LocalizedText detail; ///< The method of a payment, the one that it was corrected to, how many came in.
    QString key;          ///< Of the reason, or of the method before a correction: the catalogue has its name.
    Money amount;
    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// The page of a dossier (DOS-3).
struct DossierDetail
{
    DossierRow row;
    SaleContent content;
    std::vector<SaleLine> lines; ///< With refundedUnits.
    std::vector<Payment> payments;
    QMap<QString, CardDetails> cards; ///< Payment id → what its terminal said of the card; only where it said something.
    std::vector<HistoryEntry> history;
    Client client;
    QMap<QString, int> arrived; ///< Line id → units checked in.
};

/// Criteria of DOS-2; empty ones do not restrict.
struct DossierSearch
{
    QDate createdFrom, createdTo;
    QDate visitFrom, visitTo;
    QString text;   ///< Number, customer, formula, resource, product; any word order.
    QString number; ///< How the dossier's begins, or a receipt's (`R12`).
    QString client; ///< Words of the customer, by prefix.
    QString item;   ///< Key of a formula, resource, supplement or product.
    QString till;   ///< Key of this till's profile, or the id of any.
    QString method;
    std::optional<Money> amount;       ///< Of the dossier, or of one of its payments.
    std::optional<DossierState> state; ///< As stateShown().
    int limit = 200;
    int offset = 0;
};

/// How many dossiers a search finds, and what they come to: sold or ordered, less refunds. Quotes and cancelled ones add nothing.
struct DossierSum
{
    qint64 count = 0;
    Money total;
    friend bool operator==(const DossierSum &, const DossierSum &) = default;
};

} // namespace guichet
