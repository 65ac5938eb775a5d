// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/ledger/Database.h"
#include "core/reports/Report.h"

namespace guichet {

struct SessionRecord;

/// X and Z as SQL aggregates over one session (CASH-3 to CASH-5). On the thread of `db`, or any other with a read-only connection.
class ReportStore
{
public:
    explicit ReportStore(Database &db) : m_db{db} {}

    /// Everything that follows from the facts of the session. The caller adds what does not: kind, number, names, closing, counts, carts
    /// and print jobs that are open, perpetual totals and head. SessionNotOpen when it is unknown.
    Result<Report> session(const Id<TillSession> &id) const;
    /// Turnover of a till (refunds taken off, gift value left out) from the first to the last business date.
    Result<Money> turnover(const QString &till, QDate from, QDate to) const;

private:
    Database &m_db;
};

/// The payments of a session by method; also roundings, excess and tips. A step of ReportStore::session().
Result<> readMethods(Database &db, const Id<TillSession> &session, Report &report);

// More steps of ReportStore::session(), in this order.
Result<> readGifts(Database &db, const Id<TillSession> &session, Report &report);
Result<> readDrawer(Database &db, const SessionRecord &session, Report &report); ///< After the methods.
Result<> readCounters(Database &db, const Id<TillSession> &session, Report &report);
/// By label; `proForma`: what orders and quotes come to. After the drawer and the counters.
Result<> readEvents(Database &db, const SessionRecord &session, Money proForma, Report &report);
Result<> readOpenItems(Database &db, const SessionRecord &session, Report &report);

/// What a bank cheque or a voucher comes to is no face value: only methods that name theirs are counted by value (decisions 0034).
void keepFaceValues(Report &report, const Catalogue &catalogue);
/// Fills the titles that facts do not hold: groups, reasons, promotions, codes.
void fillTitles(Report &report, const Catalogue &catalogue);
/// Which figures of a signed Z are held against its entries. One that an earlier version wrote may not have all (EarlierReports).
enum class HeldFigures { All, ThoseItHas };
/// What of a signed Z differs from what `recomputed` says, by name: every figure that follows from the facts of its session alone; empty:
/// it holds (`verify`).
QStringList reportDifferences(const Report &signedReport, const Report &recomputed, HeldFigures held = HeldFigures::All);

} // namespace guichet
