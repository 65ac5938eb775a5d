// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/reports/Report.h"
#include "core/selling/Dossier.h"
#include "core/selling/Refund.h"

namespace guichet {

/// The key of the note that holds what people wrote on a dossier: free text stands beside the facts (decisions 11).
QString dossierNoteKey(const Id<Dossier> &dossier);
/// The key of the customer whom a dossier names: the dossier is found by it, also when it names somebody else meanwhile. `again`: of
/// somebody after one who was erased; it comes after theirs in the order of texts.
QString dossierCustomerKey(const Id<Dossier> &dossier, bool again = false);
/// The dossier that made such a key; none: it is no such key.
std::optional<Id<Dossier>> dossierOfCustomerKey(const QString &key);

/// Dossiers as facts made them: sales, orders, quotes, refunds, cancellations, arrivals. On the thread of `db`.
class DossierStore
{
public:
    explicit DossierStore(Database &db) : m_db{db} {}

    /// DOS-2. The newest first. Words in any order, by prefix, accents ignored, over numbers, customers and the catalogue's titles.
    Result<std::vector<DossierRow>> search(const DossierSearch &search) const;
    /// All that search() would find, whatever its limit.
    Result<DossierSum> sum(const DossierSearch &search) const;
    /// The id behind a dossier number, a receipt number (`R123`, `R-123`; this till's own series: `till`), or an id; DossierUnknown.
    Result<Id<Dossier>> find(const QString &number, const QString &till = {}) const;
    Result<DossierRow> row(const Id<Dossier> &id) const;
    /// The whole page of DOS-3; DossierUnknown. `client` comes from the customer document.
    Result<DossierDetail> detail(const Id<Dossier> &id) const;
    /// The sale as it stands, for composeRefund(); DossierUnknown when the dossier has no sale.
    Result<SoldDossier> sold(const Id<Dossier> &id) const;
    /// Ids and numbers of the dossiers that name this customer, or did before they were sold to somebody else; oldest first.
    Result<std::vector<std::pair<Id<Dossier>, QString>>> ofCustomer(const QString &customer) const;
    /// The number under which it was sold; none: it has no sale yet.
    Result<std::optional<QString>> soldAs(const Id<Dossier> &id) const;
    /// Of the newest dossier of a till; empty: it has none here.
    Result<QString> lastNumberOf(const QString &till) const;
    /// Content of the order that is to be settled, not cancelled; DossierUnknown.
    Result<SaleContent> order(const Id<Dossier> &id) const;
    /// Position of the Sale, Order or Quote fact that stands for the dossier now.
    Result<FactPosition> position(const Id<Dossier> &id) const;
    /// The last sale of a session (SELL-9); none.
    Result<std::optional<Id<Dossier>>> lastSale(const Id<TillSession> &session) const;
    /// Whether a fact after `hlc` sells, orders, pays or asks a terminal for it.
    Result<bool> isMovedAfter(const Id<Dossier> &id, qint64 hlc) const;
    /// Units of a line that have arrived.
    Result<int> arrivedUnits(const Id<Dossier> &id, const Id<CartLine> &line) const;
    /// Whether the ticket of one unit (1, 2, …) has been let in.
    Result<bool> hasArrived(const Id<Dossier> &id, const Id<CartLine> &line, int unit) const;
    /// The last number of that business day that this incarnation of the till gave: the next one's counter is this + 1 (decisions 20). No
    /// other incarnation gives the same.
    Result<qint64> countOfDay(const QString &till, QDate businessDate, qint64 incarnation = 1) const;
    /// The structured communication's perpetual counter is this + 1: of all dossiers ordered on this till so far, and of no other
    /// incarnation.
    Result<qint64> orderCount(const QString &till, qint64 incarnation = 1) const;
    /// Confirmed dossiers of a session that still owe something.
    Result<std::vector<OpenItem>> unpaid(const Id<TillSession> &session) const;
    /// How many copies of a document have been made.
    Result<int> copies(const QString &till, const DocumentNumber &document) const;

    // Called by the TillProjector.
    Result<> sale(const Fact &fact);
    Result<> order(const Fact &fact);
    Result<> quote(const Fact &fact);
    Result<> refund(const Fact &fact);
    Result<> cancelled(const Fact &fact);
    Result<> checkedIn(const Fact &fact);

private:
    Database &m_db;
};

} // namespace guichet
