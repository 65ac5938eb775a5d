// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SessionStore.h"

#include "core/ledger/Columns.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql insertSession = R"(
INSERT INTO session (id, till, incarnation, first_number, hlc, business_date, opened_at, opened_by, expected_float_cents, counted_float_cents)
VALUES (:id, :till, :incarnation, :first_number, :hlc, :business_date, :opened_at, :opened_by, :expected_float_cents, :counted_float_cents))";

constexpr Sql selectSession = R"(
SELECT id, till, incarnation, first_number, business_date, opened_at, opened_by, expected_float_cents, counted_float_cents
FROM session WHERE id = :id)";

constexpr Sql selectLatest = R"(
SELECT id, till, incarnation, first_number, business_date, opened_at, opened_by, expected_float_cents, counted_float_cents
FROM session WHERE till = :till ORDER BY hlc DESC LIMIT 2)";

constexpr Sql selectZ = R"(
SELECT r.report_number, r.next_float_cents, r.counted
    + (SELECT COUNT(*) FROM count_completed c WHERE c.session = r.session)
FROM report r WHERE r.session = :session AND r.kind = 'z' ORDER BY r.hlc LIMIT 1)";

constexpr Sql countSales = R"(SELECT COUNT(*) FROM receipt WHERE session = :session AND kind = 'sale')";

constexpr Sql insertCashMovement = R"(
INSERT INTO cash_movement (session, incarnation, number, kind, amount_cents, reason, actor, at)
VALUES (:session, :incarnation, :number, :kind, :amount_cents, :reason, :actor, :at))";

constexpr Sql insertDrawerOpening = R"(
INSERT INTO drawer_opening (session, incarnation, number, reason, actor, at) VALUES (:session, :incarnation, :number, :reason, :actor, :at))";

constexpr Sql insertCopy = R"(
INSERT INTO copy (session, incarnation, number, till, series, document_number, copy) VALUES (:session, :incarnation, :number, :till, :series, :document_number, :copy))";

constexpr Sql insertVisitors = R"(
INSERT INTO visitors (session, incarnation, number, position, country, postcode, province, persons)
VALUES (:session, :incarnation, :number, :position, :country, :postcode, :province, :persons))";

constexpr Sql upsertTraining = R"(
INSERT INTO training (session, tickets) VALUES (:session, 1) ON CONFLICT (session) DO UPDATE SET tickets = training.tickets + 1)";

constexpr Sql insertTechnical = R"(
INSERT INTO technical_event (till, incarnation, number, event, at, actor, details)
VALUES (:till, :incarnation, :number, :event, :at, :actor, :details))";

constexpr Sql selectLastEvent = R"(
SELECT details FROM technical_event WHERE till = :till AND event = :event ORDER BY incarnation DESC, number DESC LIMIT 1)";

constexpr Sql selectLastOfTwo = R"(
SELECT event FROM technical_event WHERE till = :till AND incarnation = :incarnation AND event IN (:one, :other)
ORDER BY number DESC LIMIT 1)";

SessionRecord sessionOf(const Row &row)
{
    return {.id = row.id<TillSession>(0),
            .till = row.text(1),
            .incarnation = row.integer(2),
            .firstNumber = row.integer(3),
            .businessDate = row.date(4),
            .openedAt = row.dateTime(5),
            .openedBy = row.text(6),
            .expectedFloat = row.money(7),
            .countedFloat = row.money(8)};
}

Result<> readClosing(Database &db, SessionRecord &session)
{
    return forEachRow(db, selectZ, {{":session", session.id}}, [&](const Row &row) {
        session.closed = true;
        session.zNumber = row.integer(0);
        session.nextFloat = row.money(1);
        session.counted = row.integer(2) > 0;
    });
}

/// Among the newest two: a till has at most one that is open, and it is the newest.
Result<std::optional<SessionRecord>> firstWhere(Database &db, const QString &till, bool closed)
{
    TRY_LET(sessions, allRows(db, selectLatest, {{":till", till}}, sessionOf));
    for (SessionRecord &session : sessions) {
        TRY(readClosing(db, session));
        if (session.closed == closed)
            return session;
    }
    return std::nullopt;
}

QString cashMovementColumn(CashMovementKind kind)
{
    switch (kind) {
    case CashMovementKind::In: return u"in"_s;
    case CashMovementKind::Out: return u"out"_s;
    case CashMovementKind::Drop: return u"drop"_s;
    }
    return {};
}

} // namespace

Result<std::optional<SessionRecord>> SessionStore::openOf(const QString &till) const
{
    return firstWhere(m_db, till, false);
}

Result<std::optional<SessionRecord>> SessionStore::lastClosed(const QString &till) const
{
    return firstWhere(m_db, till, true);
}

Result<std::optional<SessionRecord>> SessionStore::session(const Id<TillSession> &id) const
{
    TRY_LET(session, firstRow(m_db, selectSession, {{":id", id}}, sessionOf));
    if (session)
        TRY(readClosing(m_db, *session));
    return session;
}

Result<int> SessionStore::saleCount(const Id<TillSession> &id) const
{
    TRY_LET(sales, selectInteger(m_db, countSales, {{":session", id}}));
    return static_cast<int>(sales);
}

Result<QJsonObject> SessionStore::lastEvent(const QString &till, TechnicalEvent event) const
{
    TRY_LET(details, selectText(m_db, selectLastEvent, {{":till", till}, {":event", technicalEventName(event)}}));
    return jsonObject(details);
}

Result<bool> SessionStore::startedWithoutStop(const QString &till, qint64 incarnation) const
{
    const QString start = technicalEventName(TechnicalEvent::Start);
    const QString stop = technicalEventName(TechnicalEvent::Stop);
    TRY_LET(last, selectText(m_db, selectLastOfTwo, {{":till", till}, {":incarnation", incarnation}, {":one", start}, {":other", stop}}));
    return last == start;
}

Result<> SessionStore::opened(const Fact &fact)
{
    TRY_LET(content, sessionOpenedContentFromJson(fact.content));
    const FactBody &body = fact.body;
    return runQuery(m_db, insertSession,
                    {{":id", content.session},
                     {":till", body.position.till},
                     {":incarnation", body.position.incarnation},
                     {":first_number", body.position.number},
                     {":hlc", body.hlc},
                     {":business_date", body.businessDate},
                     {":opened_at", body.at},
                     {":opened_by", body.actor.user},
                     {":expected_float_cents", content.expectedFloat},
                     {":counted_float_cents", content.countedFloat}});
}

Result<> SessionStore::cashMoved(const Fact &fact)
{
    TRY_LET(content, cashMovedContentFromJson(fact.content));
    return runQuery(m_db, insertCashMovement,
                    {{":session", sessionKey(fact.body)},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number},
                     {":kind", cashMovementColumn(content.kind)},
                     {":amount_cents", content.amount},
                     {":reason", content.reason},
                     {":actor", fact.body.actor.user},
                     {":at", fact.body.at}});
}

Result<> SessionStore::drawerOpened(const Fact &fact)
{
    TRY_LET(content, drawerOpenedContentFromJson(fact.content));
    return runQuery(m_db, insertDrawerOpening,
                    {{":session", sessionKey(fact.body)},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number},
                     {":reason", content.reason},
                     {":actor", fact.body.actor.user},
                     {":at", fact.body.at}});
}

Result<> SessionStore::copied(const Fact &fact)
{
    TRY_LET(content, copyContentFromJson(fact.content));
    return runQuery(m_db, insertCopy,
                    {{":session", sessionKey(fact.body)},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number},
                     {":till", fact.body.reference ? fact.body.reference->till : fact.body.position.till},
                     {":series", content.document.series},
                     {":document_number", content.document.number},
                     {":copy", content.copy}});
}

Result<> SessionStore::visitorsCounted(const Fact &fact)
{
    TRY_LET(content, visitorsContentFromJson(fact.content));
    int position = 0;
    for (const VisitorsContent::Row &row : content.rows)
        TRY(runQuery(m_db, insertVisitors,
                     {{":session", sessionKey(fact.body)},
                      {":incarnation", fact.body.position.incarnation},
                      {":number", fact.body.position.number},
                      {":position", ++position},
                      {":country", row.origin.country},
                      {":postcode", row.origin.postcode},
                      {":province", row.origin.province},
                      {":persons", row.persons}}));
    return {};
}

Result<> SessionStore::trained(const Fact &fact)
{
    if (fact.body.type != FactType::Sale)
        return {};
    return runQuery(m_db, upsertTraining, {{":session", sessionKey(fact.body)}});
}

Result<> SessionStore::happened(const Fact &technical)
{
    TRY_LET(content, technicalContentFromJson(technical.content));
    return runQuery(m_db, insertTechnical,
                    {{":till", technical.body.position.till},
                     {":incarnation", technical.body.position.incarnation},
                     {":number", technical.body.position.number},
                     {":event", technicalEventName(content.event)},
                     {":at", technical.body.at},
                     {":actor", technical.body.actor.user},
                     {":details", jsonText(content.details)}});
}

} // namespace guichet
