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
INSERT INTO count_completed (till, z_number, session, number, counted_cents, denominations)
VALUES (:till, :z_number, :session, :number, :counted_cents, :denominations))";

constexpr Sql selectZContent = R"(
SELECT f.content FROM report r JOIN fact f ON f.till = r.till AND f.incarnation = r.incarnation AND f.number = r.number
WHERE r.till = :till AND r.kind = 'z' AND r.report_number = :report_number ORDER BY r.hlc DESC LIMIT 1)";

constexpr Sql selectCount = R"(
SELECT counted_cents, denominations FROM count_completed WHERE till = :till AND z_number = :z_number ORDER BY session, number DESC LIMIT 1)";

constexpr Sql selectNumbers = R"(
SELECT report_number FROM report WHERE till = :till AND kind = 'z' ORDER BY hlc DESC)";

constexpr Sql selectUncounted = R"(
SELECT r.report_number FROM report r WHERE r.till = :till AND r.kind = 'z' AND r.counted = 0
AND NOT EXISTS (SELECT 1 FROM count_completed c WHERE c.till = r.till AND c.session = r.session) ORDER BY r.hlc DESC)";

constexpr Sql countX = R"(SELECT COUNT(*) FROM report WHERE session = :session AND kind = 'x')";

} // namespace

Result<Report> ZStore::zReport(const QString &till, qint64 number) const
{
    TRY_LET(bytes,
            firstRow(m_db, selectZContent, {{":till", till}, {":report_number", number}}, [](const Row &row) { return row.blob(0); }));
    if (!bytes)
        return failure(ErrorCode::NotFound, u"Z %1 of till %2"_s.arg(number).arg(till));
    TRY_LET(report, reportFromJson(jsonObject(QString::fromUtf8(*bytes))));
    TRY(forEachRow(m_db, selectCount, {{":till", till}, {":z_number", number}}, [&](const Row &row) -> Result<> {
        TRY_LET(count, CashCount::fromJson(jsonObject(row.text(1))));
        report.cash.counted = true;
        report.cash.countedAmount = row.money(0);
        report.cash.count = count;
        return {};
    }));
    return report;
}

Result<std::vector<qint64>> ZStore::zNumbers(const QString &till) const
{
    return allRows(m_db, selectNumbers, {{":till", till}}, [](const Row &row) { return row.integer(0); });
}

Result<std::vector<qint64>> ZStore::uncountedZ(const QString &till) const
{
    return allRows(m_db, selectUncounted, {{":till", till}}, [](const Row &row) { return row.integer(0); });
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
                     {":z_number", content.value(u"zNumber").toInteger()},
                     {":session", sessionKey(fact.body)},
                     {":number", fact.body.position.number},
                     {":counted_cents", content.value(u"countedAmount").toInteger()},
                     {":denominations", jsonText(content.value(u"count").toObject())}});
}

} // namespace guichet
