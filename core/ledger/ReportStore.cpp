// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ReportStore.h"

#include "core/ledger/Columns.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/SessionStore.h"

#include <algorithm>
#include <map>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql sumReceipts = R"(
SELECT kind, COUNT(*), CAST(SUM(gross_cents - gift_cents) AS BIGINT), CAST(SUM(total_cents - gift_cents) AS BIGINT),
    CAST(SUM(gift_cents) AS BIGINT), CAST(SUM(cited_cents) AS BIGINT), CAST(SUM(advance_used_cents) AS BIGINT),
    CAST(SUM(credit_cents) AS BIGINT), MIN(at), MAX(at)
FROM receipt WHERE session = :session GROUP BY kind ORDER BY kind)";

constexpr Sql sumReasons = R"(
SELECT reason, COUNT(*), CAST(SUM(total_cents - gift_cents) AS BIGINT)
FROM receipt WHERE session = :session AND kind = :kind GROUP BY reason ORDER BY reason)";

// What was ordered, else quoted, of the dossiers that were cancelled.
constexpr Sql sumCancelled = R"(
SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN d.ordered > 0 THEN d.order_cents ELSE d.quote_cents END), 0) AS BIGINT)
FROM receipt r JOIN dossier d ON d.id = r.dossier WHERE r.session = :session AND r.kind = 'cancel')";

constexpr Sql selectSeries = R"(
SELECT series, MIN(document_number), MAX(document_number) FROM (
    SELECT series, document_number FROM receipt WHERE session = :session AND series <> ''
    UNION ALL SELECT series, document_number FROM payment WHERE session = :session AND series <> '') AS documents
GROUP BY series ORDER BY series)";

constexpr Sql sumUsers = R"(
SELECT actor, MIN(at), MAX(at), CAST(SUM(CASE WHEN kind = 'sale' THEN 1 ELSE 0 END) AS BIGINT), CAST(SUM(total_cents - gift_cents) AS BIGINT)
FROM receipt WHERE session = :session AND kind IN ('sale', 'refund') GROUP BY actor ORDER BY actor)";

constexpr Sql sumUserPayments = R"(
SELECT actor, MIN(at), MAX(at), CAST(SUM(amount_cents + rounding_cents + excess_cents + tip_cents) AS BIGINT)
FROM payment WHERE session = :session GROUP BY actor ORDER BY actor)";

constexpr Sql sumHours = R"(
SELECT hour, CAST(SUM(CASE WHEN kind = 'sale' THEN 1 ELSE 0 END) AS BIGINT), CAST(SUM(total_cents - gift_cents) AS BIGINT)
FROM receipt WHERE session = :session AND kind IN ('sale', 'refund') GROUP BY hour ORDER BY hour)";

constexpr Sql sumOrigins = R"(
SELECT country, postcode, province, CAST(SUM(persons) AS BIGINT) FROM (
    SELECT country, postcode, province, persons FROM receipt WHERE session = :session AND kind IN ('sale', 'refund') AND country <> ''
    UNION ALL SELECT country, postcode, province, persons FROM visitors WHERE session = :session AND country <> '') AS origins
GROUP BY country, postcode, province ORDER BY country, postcode, province)";

constexpr Sql sumPersons = R"(
SELECT CAST(COALESCE(SUM(persons), 0) AS BIGINT) FROM receipt WHERE session = :session AND kind IN ('sale', 'refund'))";

constexpr Sql sumPriceChanges = R"(
SELECT kind, name, MAX(title), CAST(SUM(units) AS BIGINT), CAST(SUM(amount_cents) AS BIGINT)
FROM price_change WHERE session = :session
GROUP BY kind, name, CASE WHEN kind = 'manual' AND amount_cents > 0 THEN 1 ELSE 0 END
ORDER BY kind, name, CASE WHEN kind = 'manual' AND amount_cents > 0 THEN 1 ELSE 0 END)";

constexpr Sql sumPriceChangesByRate = R"(
SELECT vat_code, vat_rate, CAST(SUM(CASE WHEN amount_cents < 0 THEN amount_cents ELSE 0 END) AS BIGINT),
    CAST(SUM(CASE WHEN amount_cents > 0 THEN amount_cents ELSE 0 END) AS BIGINT)
FROM price_change WHERE session = :session GROUP BY vat_code, vat_rate ORDER BY vat_code, vat_rate)";

constexpr Sql sumVat = R"(
SELECT kind, code, rate, CAST(SUM(base_cents) AS BIGINT), CAST(SUM(vat_cents) AS BIGINT)
FROM vat_line WHERE session = :session GROUP BY kind, code, rate ORDER BY code, rate, kind)";

// Sorted by short keys; titles are read once an item, from the first line that has it: long ones would make the sorting slow. Incarnation,
// number and position of that line are put into one integer.
constexpr Sql sumItems = R"(
SELECT l.item_group, l.formula, l.formula_title, l.item, l.title, t.quantity, t.gross, t.changes, t.net FROM (
    SELECT MIN((incarnation * 100000000 + number) * 100000 + position) AS first_line, CAST(SUM(quantity) AS BIGINT) AS quantity,
        CAST(SUM(gross_cents) AS BIGINT) AS gross, CAST(SUM(change_cents) AS BIGINT) AS changes, CAST(SUM(net_cents) AS BIGINT) AS net
    FROM sale_line WHERE session = :session AND entry IN ('sale', 'refund') AND kind <> 'gift' GROUP BY item, formula) AS t
JOIN sale_line l ON l.session = :session AND l.incarnation = t.first_line / 10000000000000
    AND l.number = t.first_line / 100000 % 100000000 AND l.position = t.first_line % 100000
ORDER BY l.item_group, l.formula, l.item)";

constexpr Sql sumVisitors = R"(
SELECT r.hour, l.category, CAST(SUM(l.persons) AS BIGINT)
FROM sale_line l JOIN receipt r ON r.session = l.session AND r.incarnation = l.incarnation AND r.number = l.number
WHERE l.session = :session AND l.entry IN ('sale', 'refund') AND l.persons <> 0 GROUP BY r.hour, l.category ORDER BY r.hour, l.category)";

constexpr Sql sumPurposes = R"(
SELECT purpose, CAST(SUM(amount_cents) AS BIGINT) FROM payment WHERE session = :session GROUP BY purpose ORDER BY purpose)";

constexpr Sql sumAdvances = R"(SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) FROM advance WHERE session = :session)";

constexpr Sql sumDays = R"(
SELECT CAST(COALESCE(SUM(net_cents), 0) AS BIGINT) FROM day_turnover
WHERE till = :till AND business_date >= :from AND business_date <= :to)";

/// Reads one session into one report; each step is one aggregate or two.
class SessionReader
{
public:
    SessionReader(Database &db, const SessionRecord &session, Report &report) : m_db{db}, m_key{session.id.toString()}, m_report{report} {}

    Result<> readReceipts();
    Result<> readReasons();
    Result<> readPeopleAndHours();
    Result<> readOrigins();
    Result<> readPriceChanges();
    Result<> readVat();
    Result<> readItems();
    Result<> readVisitors();
    Result<> readCredit();
    Money proForma() const { return m_proForma; }

private:
    UserTotal &userTotal(const QString &user);
    void addToUser(const Row &row);

    Database &m_db;
    QString m_key;
    Report &m_report;
    Money m_cited;
    Money m_proForma; ///< Orders and quotes.
};

Result<> SessionReader::readReceipts()
{
    TRY(forEachRow(m_db, sumReceipts, {{":session", m_key}}, [&](const Row &row) {
        const QString kind = row.text(0);
        const int count = row.smallInteger(1);
        if (kind == u"sale") {
            m_report.saleCount = count;
            m_report.gross = row.money(2);
            m_report.firstSaleAt = row.dateTime(8);
            m_report.lastSaleAt = row.dateTime(9);
            m_report.advancesUsed = -row.money(6);
        } else if (kind == u"refund") {
            m_report.refundCount = count;
            m_report.refunds = row.money(3);
        } else if (kind == u"quote") {
            m_report.quotes = count;
        }
        if (kind == u"quote" || kind == u"order")
            m_proForma += row.money(3) + row.money(4);
        if (kind == u"sale" || kind == u"refund") {
            m_report.net += row.money(3);
            m_report.giftSold += row.money(4);
            m_cited += row.money(5);
            m_report.receivablesCreated += row.money(7); // a refund takes off what the customer still owed
        }
    }));
    TRY(forEachRow(m_db, sumCancelled, {{":session", m_key}}, [&](const Row &row) {
        m_report.cancellationCount = row.smallInteger(0);
        m_report.cancellations = row.money(1);
    }));
    return forEachRow(m_db, selectSeries, {{":session", m_key}}, [&](const Row &row) {
        m_report.series.push_back({.series = row.text(0), .first = row.integer(1), .last = row.integer(2)});
    });
}

Result<> SessionReader::readReasons()
{
    return forEachRow(m_db, sumReasons, {{":session", m_key}, {":kind", u"refund"_s}}, [&](const Row &row) {
        m_report.refundsByReason.push_back({.key = row.text(0), .title = {}, .count = row.smallInteger(1), .amount = row.money(2)});
    });
}

UserTotal &SessionReader::userTotal(const QString &user)
{
    for (UserTotal &total : m_report.users)
        if (total.user == user)
            return total;
    m_report.users.push_back({.user = user, .first = {}, .last = {}, .sales = 0, .total = {}, .payments = {}});
    return m_report.users.back();
}

void SessionReader::addToUser(const Row &row)
{
    UserTotal &total = userTotal(row.text(0));
    const QDateTime first = row.dateTime(1);
    const QDateTime last = row.dateTime(2);
    total.first = total.first.isValid() ? std::min(total.first, first) : first;
    total.last = total.last.isValid() ? std::max(total.last, last) : last;
}

Result<> SessionReader::readPeopleAndHours()
{
    TRY(forEachRow(m_db, sumUsers, {{":session", m_key}}, [&](const Row &row) {
        addToUser(row);
        userTotal(row.text(0)).sales = row.smallInteger(3);
        userTotal(row.text(0)).total = row.money(4);
    }));
    TRY(forEachRow(m_db, sumUserPayments, {{":session", m_key}}, [&](const Row &row) {
        addToUser(row);
        userTotal(row.text(0)).payments = row.money(3);
    }));
    std::ranges::sort(m_report.users, {}, &UserTotal::user);
    return forEachRow(m_db, sumHours, {{":session", m_key}}, [&](const Row &row) {
        m_report.hours.push_back({.hour = row.smallInteger(0), .sales = row.smallInteger(1), .total = row.money(2)});
    });
}

Result<> SessionReader::readOrigins()
{
    TRY_LET(persons, selectInteger(m_db, sumPersons, {{":session", m_key}}));
    qint64 known = 0;
    TRY(forEachRow(m_db, sumOrigins, {{":session", m_key}}, [&](const Row &row) {
        QStringList key{row.text(0), row.text(1), row.text(2)};
        key.removeAll(QString{});
        m_report.origins.push_back({.key = key.join(u' '), .title = {}, .count = row.smallInteger(3), .amount = {}});
        known += row.integer(3);
    }));
    if (persons > known)
        m_report.origins.push_back({.key = u""_s, .title = {}, .count = static_cast<int>(persons - known), .amount = {}});
    return {};
}

Result<> SessionReader::readPriceChanges()
{
    TRY(forEachRow(m_db, sumPriceChanges, {{":session", m_key}}, [&](const Row &row) {
        const QString kind = row.text(0);
        auto &list = kind == u"promotion"       ? m_report.promotions
                     : kind == u"code"          ? m_report.promoCodes
                     : kind == u"complimentary" ? m_report.complimentary
                                                : m_report.priceChanges;
        list.push_back({.key = row.text(1), .title = titleFromText(row.text(2)), .count = row.smallInteger(3), .amount = row.money(4)});
    }));
    return forEachRow(m_db, sumPriceChangesByRate, {{":session", m_key}}, [&](const Row &row) {
        m_report.priceChangesByRate.push_back({.rate = vatRateFromColumns(row, 0), .reductions = row.money(2), .increases = row.money(3)});
    });
}

Result<> SessionReader::readVat()
{
    return forEachRow(m_db, sumVat, {{":session", m_key}}, [&](const Row &row) {
        const VatRate rate = vatRateFromColumns(row, 1);
        if (m_report.vat.empty() || m_report.vat.back().rate != rate)
            m_report.vat.push_back({.rate = rate, .sales = {}, .advancesReceived = {}, .advancesUsed = {}});
        VatColumns &columns = m_report.vat.back();
        VatSplit &column = row.text(0) == u"sale"      ? columns.sales
                           : row.text(0) == u"advance" ? columns.advancesReceived
                                                       : columns.advancesUsed;
        column = {.base = row.money(3), .vat = row.money(4)};
    });
}

Result<> SessionReader::readItems()
{
    return forEachRow(m_db, sumItems, {{":session", m_key}}, [&](const Row &row) {
        m_report.items.push_back({.group = row.text(0),
                                  .groupTitle = {},
                                  .formula = row.text(1),
                                  .formulaTitle = titleFromText(row.text(2)),
                                  .item = row.text(3),
                                  .title = titleFromText(row.text(4)),
                                  .quantity = row.integer(5),
                                  .gross = row.money(6),
                                  .discounts = row.money(7),
                                  .net = row.money(8)});
    });
}

/// By hour and category, and by category alone (belgium.md §8.1). After the hours.
Result<> SessionReader::readVisitors()
{
    std::map<QString, int> ofSession;
    TRY(forEachRow(m_db, sumVisitors, {{":session", m_key}}, [&](const Row &row) {
        const NamedTotal persons{.key = row.text(1), .title = {}, .count = row.smallInteger(2), .amount = {}};
        ofSession[persons.key] += persons.count;
        const auto hour = std::ranges::find(m_report.hours, row.smallInteger(0), &HourTotal::hour);
        if (hour != m_report.hours.end() && persons.count != 0)
            hour->visitors.push_back(persons);
    }));
    for (const auto &[category, persons] : ofSession)
        m_report.visitors.push_back({.key = category, .title = {}, .count = persons, .amount = {}});
    return {};
}

Result<> SessionReader::readCredit()
{
    Money forSales;
    TRY(forEachRow(m_db, sumPurposes, {{":session", m_key}}, [&](const Row &row) {
        const PaymentPurpose purpose = paymentPurposeFromName(row.text(0)).value_or(PaymentPurpose::Sale);
        if (purpose == PaymentPurpose::Advance)
            m_report.advancesReceived += row.money(1);
        else if (purpose == PaymentPurpose::Receivable)
            m_report.receivablesPaid += row.money(1);
        else
            forSales += row.money(1);
    }));
    TRY_LET(converted, selectInteger(m_db, sumAdvances, {{":session", m_key}}));
    const Money becameAdvance = Money::fromCents(converted);
    m_report.advancesReceived += becameAdvance;
    m_report.pendingPayments = forSales - m_cited - becameAdvance;
    return {};
}

} // namespace

Result<Report> ReportStore::session(const Id<TillSession> &id) const
{
    TRY_LET(session, SessionStore{m_db}.session(id));
    if (!session)
        return failure(ErrorCode::SessionNotOpen, u"session "_s + id.toString());
    Report report;
    report.businessDate = session->businessDate;
    report.session = id;
    report.openedAt = session->openedAt;
    report.openedBy = session->openedBy;
    report.factFrom = session->firstNumber;
    SessionReader reader{m_db, *session, report};
    TRY(reader.readReceipts());
    TRY(reader.readReasons());
    TRY(reader.readPeopleAndHours());
    TRY(reader.readOrigins());
    TRY(reader.readPriceChanges());
    TRY(reader.readVat());
    TRY(reader.readItems());
    TRY(reader.readVisitors());
    TRY(readMethods(m_db, id, report));
    TRY(readGifts(m_db, id, report));
    TRY(reader.readCredit());
    TRY(readDrawer(m_db, *session, report));
    TRY(readCounters(m_db, id, report));
    TRY(readEvents(m_db, *session, reader.proForma(), report));
    TRY(readOpenItems(m_db, *session, report));
    const QDate date = session->businessDate;
    TRY_LET(month, turnover(session->till, QDate{date.year(), date.month(), 1}, date));
    TRY_LET(year, turnover(session->till, QDate{date.year(), 1, 1}, date));
    report.monthToDate = month;
    report.yearToDate = year;
    return report;
}

Result<Money> ReportStore::turnover(const QString &till, QDate from, QDate to) const
{
    TRY_LET(cents, selectInteger(m_db, sumDays, {{":till", till}, {":from", from}, {":to", to}}));
    return Money::fromCents(cents);
}

} // namespace guichet
