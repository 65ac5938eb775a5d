// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ZStore.h"

#include "core/ledger/Columns.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql insertReport = R"(
INSERT INTO report (till, incarnation, number, kind, report_number, session, hlc, business_date, next_float_cents, counted)
VALUES (:till, :incarnation, :number, :kind, :report_number, :session, :hlc, :business_date, :next_float_cents, :counted))";

constexpr Sql insertCount = R"(
INSERT INTO count_completed (till, incarnation, number, session, z_number, counted_cents, denominations)
VALUES (:till, :incarnation, :number, :session, :z_number, :counted_cents, :denominations))";

constexpr Sql selectZContent = R"(
SELECT f.content FROM report r JOIN fact f ON f.till = r.till AND f.incarnation = r.incarnation AND f.number = r.number
WHERE r.till = :till AND r.incarnation = :incarnation AND r.kind = 'z' AND r.report_number = :report_number ORDER BY r.number LIMIT 1)";

constexpr Sql selectCount = R"(
SELECT counted_cents, denominations FROM count_completed WHERE session = :session ORDER BY incarnation DESC, number DESC LIMIT 1)";

constexpr Sql selectNumbers = R"(
SELECT report_number, incarnation FROM report WHERE till = :till AND kind = 'z' ORDER BY hlc DESC)";

constexpr Sql selectZOf = R"(
SELECT report_number, incarnation FROM report WHERE session = :session AND kind = 'z' ORDER BY hlc LIMIT 1)";

constexpr Sql selectUncounted = R"(
SELECT r.report_number, r.incarnation FROM report r WHERE r.till = :till AND r.kind = 'z' AND r.counted = 0
AND NOT EXISTS (SELECT 1 FROM count_completed c WHERE c.till = r.till AND c.session = r.session) ORDER BY r.hlc DESC)";

constexpr Sql countX = R"(SELECT COUNT(*) FROM report WHERE session = :session AND kind = 'x')";

ZNumber numberOf(const Row &row)
{
    return {.number = row.integer(0), .incarnation = row.integer(1)};
}

} // namespace

Result<Report> ZStore::zReport(const QString &till, const ZNumber &number) const
{
    TRY_LET(bytes,
            firstRow(m_db, selectZContent, {{":till", till}, {":incarnation", number.incarnation}, {":report_number", number.number}},
                     [](const Row &row) { return row.blob(0); }));
    if (!bytes)
        return failure(ErrorCode::NotFound, u"Z %1 of till %2"_s.arg(number.toString(), till));
    TRY_LET(report, reportFromJson(jsonObject(QString::fromUtf8(*bytes))));
    TRY(forEachRow(m_db, selectCount, {{":session", report.session}}, [&](const Row &row) -> Result<> {
        TRY_LET(count, CashCount::fromJson(jsonObject(row.text(1))));
        report.cash.counted = true;
        report.cash.countedAmount = row.money(0);
        report.cash.count = count;
        return {};
    }));
    return report;
}

Result<std::vector<ZNumber>> ZStore::zNumbers(const QString &till) const
{
    return allRows(m_db, selectNumbers, {{":till", till}}, numberOf);
}

Result<std::vector<ZNumber>> ZStore::uncountedZ(const QString &till) const
{
    return allRows(m_db, selectUncounted, {{":till", till}}, numberOf);
}

Result<ZNumber> ZStore::zOf(const Id<TillSession> &session) const
{
    TRY_LET(number, firstRow(m_db, selectZOf, {{":session", session}}, numberOf));
    if (!number)
        return failure(ErrorCode::NotFound, u"session %1 has no Z"_s.arg(session.toString()));
    return *number;
}

Result<qint64> ZStore::xCount(const Id<TillSession> &session) const
{
    return selectInteger(m_db, countX, {{":session", session}});
}

Result<> ZStore::recorded(const Fact &fact)
{
    TRY_LET(report, reportFromJson(fact.content));
    const FactBody &body = fact.body;
    return runQuery(m_db, insertReport,
                    {{":till", body.position.till},
                     {":incarnation", body.position.incarnation},
                     {":number", body.position.number},
                     {":kind", body.type == FactType::ZReport ? u"z"_s : u"x"_s},
                     {":report_number", report.number},
                     {":session", sessionKey(body)},
                     {":hlc", body.hlc},
                     {":business_date", body.businessDate},
                     {":next_float_cents", report.cash.nextFloat},
                     {":counted", report.cash.counted}});
}

Result<> ZStore::countCompleted(const Fact &fact)
{
    const QJsonObject &content = fact.content;
    return runQuery(m_db, insertCount,
                    {{":till", fact.body.position.till},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number},
                     {":session", sessionKey(fact.body)},
                     {":z_number", content.value(u"zNumber").toInteger()},
                     {":counted_cents", content.value(u"countedAmount").toInteger()},
                     {":denominations", jsonText(content.value(u"count").toObject())}});
}

} // namespace guichet
