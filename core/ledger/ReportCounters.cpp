// SPDX-License-Identifier: GPL-3.0-or-later
// Counters, events by label and what is open of a session.
#include "core/ledger/Columns.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/FoundFacts.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/SessionStore.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql countCopies = R"(SELECT COUNT(*) FROM copy WHERE session = :session)";

constexpr Sql countTraining = R"(SELECT tickets FROM training WHERE session = :session)";

constexpr Sql countByPerson = R"(SELECT COUNT(*) FROM payment_intent WHERE session = :session AND by_person = 1)";

constexpr Sql selectIntentsOfTill = R"(
SELECT id, asked_cents FROM payment_intent WHERE till = :till AND state IN ('persisted', 'sent', 'unknown') ORDER BY hlc, id)";

// The covering index of the session alone is read. What was practised has no part in it (decisions 16).
constexpr Sql countLabels = R"(
SELECT label, COUNT(*) FROM fact WHERE session = :session AND session <> '' AND label NOT IN ('', 'T') GROUP BY label ORDER BY label)";

// Once in its life: an order that is changed later was converted before.
constexpr Sql countConverted = R"(
SELECT COUNT(DISTINCT d.id) FROM dossier d JOIN receipt r ON r.dossier = d.id
WHERE d.quoted > 0 AND r.session = :session AND (r.kind = 'order' OR (r.kind = 'sale' AND d.ordered = 0))
    AND NOT EXISTS (SELECT 1 FROM receipt e WHERE e.dossier = d.id AND e.kind = 'order' AND e.session <> r.session AND e.hlc < r.hlc))";

} // namespace

Result<> readCounters(Database &db, const Id<TillSession> &session, Report &report)
{
    TRY_LET(copies, selectInteger(db, countCopies, {{":session", session}}));
    TRY_LET(training, selectInteger(db, countTraining, {{":session", session}}));
    TRY_LET(byPerson, selectInteger(db, countByPerson, {{":session", session}}));
    TRY_LET(converted, selectInteger(db, countConverted, {{":session", session}}));
    report.copies = static_cast<int>(copies);
    report.trainingTickets = static_cast<int>(training);
    report.quotesConverted = static_cast<int>(converted);
    report.manualResolutions = static_cast<int>(byPerson);
    return {};
}

/// What the documents of a label come to: N turnover and gift value, P orders and quotes, F cash in less out. After all of these.
Result<> readEvents(Database &db, const SessionRecord &session, Money proForma, Report &report)
{
    const auto amountOf = [&](const QString &label) {
        const CashSection &cash = report.cash;
        return label == u"N"   ? report.net + report.giftSold
               : label == u"P" ? proForma
               : label == u"F" ? cash.in + cash.out + cash.drops
                               : Money{};
    };
    TRY_LET(found, foundLabels(db, session.till, session.id));
    TRY(forEachRow(db, countLabels, {{":session", session.id}}, [&](const Row &row) {
        const QString label = row.text(0);
        const int count = row.smallInteger(1) - found[label];
        if (count > 0)
            report.events.push_back({.key = label, .title = {}, .count = count, .amount = amountOf(label)});
    }));
    if (report.trainingTickets > 0)
        report.events.push_back({.key = u"T"_s, .title = {}, .count = report.trainingTickets, .amount = {}});
    return {};
}

Result<> readOpenItems(Database &db, const SessionRecord &session, Report &report)
{
    TRY(forEachRow(db, selectIntentsOfTill, {{":till", session.till}}, [&](const Row &row) {
        report.openItems.push_back({.kind = OpenItem::Kind::Intent, .title = row.text(0), .amount = row.money(1)});
    }));
    TRY_LET(unpaid, DossierStore{db}.unpaid(session.id));
    for (OpenItem &item : unpaid) {
        report.duePayments += item.amount;
        report.openItems.push_back(std::move(item));
    }
    return {};
}

} // namespace guichet
