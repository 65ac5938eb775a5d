// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/FoundFacts.h"

#include "core/ledger/Query.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql selectHandover = R"(
    SELECT previous_number FROM chain WHERE till = :till AND incarnation > :incarnation ORDER BY incarnation LIMIT 1)";
constexpr Sql selectBefore = R"(
    SELECT COALESCE(MAX(incarnation), 0) FROM chain WHERE till = :till AND incarnation < :incarnation)";
constexpr Sql selectIncarnations = "SELECT incarnation FROM chain WHERE till = :till ORDER BY incarnation";

constexpr Sql countAfter = R"(
    SELECT COUNT(*) FROM fact WHERE till = :till AND incarnation = :incarnation AND number > :number)";

constexpr Sql sumSalesAfter = R"(
    SELECT COUNT(*), CAST(COALESCE(SUM(total_cents), 0) AS BIGINT) FROM receipt
    WHERE till = :till AND incarnation = :incarnation AND number > :number AND kind = 'sale' AND session = :outside)";

constexpr Sql countLabelsAfter = R"(
    SELECT label, COUNT(*) FROM fact WHERE till = :till AND incarnation = :incarnation AND number > :number AND session = :session
    GROUP BY label)";

constexpr Sql deleteReports = "DELETE FROM report WHERE till = :till AND incarnation = :incarnation AND number > :number";
constexpr Sql deleteCounts = "DELETE FROM count_completed WHERE till = :till AND incarnation = :incarnation AND number > :number";
constexpr Sql deleteSessions = "DELETE FROM session WHERE till = :till AND incarnation = :incarnation AND first_number > :number";

constexpr Sql moveDossiers = R"(
    UPDATE dossier SET session = :outside WHERE till = :till
    AND hlc IN (SELECT f.hlc FROM fact f WHERE f.till = :of AND f.incarnation = :incarnation AND f.number > :number))";
constexpr Sql moveIntents = R"(
    UPDATE payment_intent SET session = :outside WHERE till = :till
    AND hlc IN (SELECT f.hlc FROM fact f WHERE f.till = :of AND f.incarnation = :incarnation AND f.number > :number))";

constexpr Sql selectTraining = R"(
    SELECT session, COUNT(*) FROM fact WHERE till = :till AND incarnation = :incarnation AND number > :number AND label = 'T'
    AND type = 'SALE' AND session <> '' GROUP BY session)";
constexpr Sql lessTraining = "UPDATE training SET tickets = tickets - :tickets WHERE session = :session";
constexpr Sql deleteNoTraining = "DELETE FROM training WHERE tickets <= 0";
constexpr Sql moreTraining = R"(
    INSERT INTO training (session, tickets) VALUES (:session, :tickets)
    ON CONFLICT (session) DO UPDATE SET tickets = training.tickets + excluded.tickets)";

/// The tables whose rows are called by session, incarnation and number of their fact.
const QStringList rowsOfSessions{
    u"cash_movement"_s,      u"drawer_opening"_s, u"copy"_s,     u"visitors"_s,      u"sale_line"_s,      u"price_change"_s, u"vat_line"_s,
    u"payment_correction"_s, u"advance"_s,        u"check_in"_s, u"gift_movement"_s, u"stock_movement"_s, u"receipt"_s,      u"payment"_s};

/// Where what belongs to no session stands (sessionKey()).
QString outsideKey(const FactPosition &from)
{
    return u"%1/%2"_s.arg(from.till).arg(from.incarnation);
}

/// Training tickets have no row each, only their number.
Result<> moveTraining(Database &db, const FactPosition &after)
{
    std::vector<std::pair<QString, qint64>> counts;
    TRY(forEachRow(db, selectTraining, {{":till", after.till}, {":incarnation", after.incarnation}, {":number", after.number}},
                   [&](const Row &row) { counts.emplace_back(row.text(0), row.integer(1)); }));
    for (const auto &[session, tickets] : counts) {
        TRY(runQuery(db, lessTraining, {{":tickets", tickets}, {":session", session}}));
        TRY(runQuery(db, moreTraining, {{":session", outsideKey(after)}, {":tickets", tickets}}));
    }
    return runQuery(db, deleteNoTraining);
}

Result<> moveRows(Database &db, const FactPosition &after)
{
    const QString outside = outsideKey(after);
    for (const QString &table : rowsOfSessions)
        TRY(runText(db,
                    u"UPDATE %1 SET session = ? WHERE incarnation = ? AND number > ? AND session IN (SELECT DISTINCT session FROM fact "
                    "WHERE till = ? AND incarnation = ? AND number > ? AND session <> '')"_s.arg(table),
                    {outside, after.incarnation, after.number, after.till, after.incarnation, after.number}));
    for (const Sql move : {moveDossiers, moveIntents})
        TRY(runQuery(db, move,
                     {{":outside", outside},
                      {":till", after.till},
                      {":of", after.till},
                      {":incarnation", after.incarnation},
                      {":number", after.number}}));
    return {};
}

/// The last fact of an incarnation that the next one knew of; none: it is the newest.
Result<std::optional<qint64>> handoverOf(Database &db, const QString &till, qint64 incarnation)
{
    return firstRow(db, selectHandover, {{":till", till}, {":incarnation", incarnation}}, [](const Row &row) { return row.integer(0); });
}

Result<> addFound(Database &db, const FactPosition &after, FoundFacts &found)
{
    TRY_LET(facts, selectInteger(db, countAfter, {{":till", after.till}, {":incarnation", after.incarnation}, {":number", after.number}}));
    found.facts += facts;
    if (facts == 0)
        return {};
    return forEachRow(
        db, sumSalesAfter,
        {{":till", after.till}, {":incarnation", after.incarnation}, {":number", after.number}, {":outside", outsideKey(after)}},
        [&](const Row &row) {
            found.sales += row.smallInteger(0);
            found.sold += row.money(1);
        });
}

} // namespace

Result<bool> isFound(Database &db, const FactPosition &position)
{
    TRY_LET(handover, handoverOf(db, position.till, position.incarnation));
    return handover && position.number > *handover;
}

Result<> takeOutOfSessions(Database &db, const ChainIdentity &next)
{
    TRY_LET(before, selectInteger(db, selectBefore, {{":till", next.till}, {":incarnation", next.incarnation}}));
    const FactPosition after{.till = next.till, .incarnation = before, .number = next.previousNumber};
    TRY_LET(found, selectInteger(db, countAfter, {{":till", after.till}, {":incarnation", before}, {":number", after.number}}));
    if (found == 0)
        return {};
    TRY(moveRows(db, after));
    TRY(moveTraining(db, after));
    for (const Sql remove : {deleteReports, deleteCounts, deleteSessions})
        TRY(runQuery(db, remove, {{":till", after.till}, {":incarnation", before}, {":number", after.number}}));
    return {};
}

Result<FoundFacts> foundFactsOf(Database &db, const QString &till)
{
    FoundFacts found;
    TRY_LET(incarnations, allRows(db, selectIncarnations, {{":till", till}}, [](const Row &row) { return row.integer(0); }));
    for (const qint64 incarnation : incarnations) {
        TRY_LET(handover, handoverOf(db, till, incarnation));
        if (handover)
            TRY(addFound(db, {.till = till, .incarnation = incarnation, .number = *handover}, found));
    }
    return found;
}

Result<std::map<QString, int>> foundLabels(Database &db, const QString &till, const Id<TillSession> &session)
{
    std::map<QString, int> labels;
    TRY_LET(incarnations, allRows(db, selectIncarnations, {{":till", till}}, [](const Row &row) { return row.integer(0); }));
    for (const qint64 incarnation : incarnations) {
        TRY_LET(handover, handoverOf(db, till, incarnation));
        if (!handover)
            continue;
        TRY(forEachRow(db, countLabelsAfter,
                       {{":till", till}, {":incarnation", incarnation}, {":number", *handover}, {":session", session}},
                       [&](const Row &row) { labels[row.text(0)] += row.smallInteger(1); }));
    }
    return labels;
}

} // namespace guichet
