// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DossierStore.h"

#include "core/base/Crockford.h"
#include "core/facts/DocumentNumberText.h"
#include "core/ledger/Columns.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierRows.h"
#include "core/ledger/Journal.h"
#include "core/ledger/PaymentStore.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql selectById = R"(SELECT id FROM dossier WHERE id = :id)";
constexpr Sql selectByNumber =
    R"(SELECT id FROM dossier WHERE number = :number ORDER BY CASE WHEN till = :till THEN 0 ELSE 1 END, hlc LIMIT 1)";
constexpr Sql selectByReceipt = R"(
SELECT dossier FROM receipt WHERE document_number = :document_number AND series = :series AND (till = :till OR :till = '')
ORDER BY hlc DESC LIMIT 1)";

constexpr Sql selectPositions = R"(
SELECT kind, till, incarnation, number FROM receipt WHERE dossier = :dossier AND kind IN ('sale', 'order', 'quote') ORDER BY hlc DESC)";

constexpr Sql selectContent = R"(
SELECT content FROM fact WHERE till = :till AND incarnation = :incarnation AND number = :number)";

constexpr Sql selectNamedFact = R"(
SELECT body, content, hash, signature FROM fact WHERE till = :till AND incarnation = :incarnation AND number = :number)";

constexpr Sql selectTakenBack = R"(
SELECT line, CAST(-SUM(quantity) AS BIGINT) FROM sale_line WHERE dossier = :dossier AND entry = 'refund' GROUP BY line ORDER BY line)";

constexpr Sql selectArrived = R"(
SELECT line, CAST(SUM(units) AS BIGINT) FROM check_in WHERE dossier = :dossier GROUP BY line ORDER BY line)";

constexpr Sql sumArrived = R"(
SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM check_in WHERE dossier = :dossier AND line = :line)";

constexpr Sql countMoves = R"(
SELECT COUNT(*) FROM (
    SELECT hlc FROM receipt WHERE dossier = :dossier AND kind <> 'quote'
    UNION ALL SELECT hlc FROM payment WHERE dossier = :dossier
    UNION ALL SELECT hlc FROM payment_intent WHERE dossier = :dossier) AS moves
WHERE hlc > :hlc)";

constexpr Sql countUnit = R"(
SELECT COUNT(*) FROM check_in WHERE dossier = :dossier AND line = :line AND unit = :unit)";

constexpr Sql sumRounding = R"(
SELECT CAST(COALESCE(SUM(CASE WHEN purpose = 'refund' THEN 0 ELSE rounding_cents END), 0) AS BIGINT),
    CAST(COALESCE(SUM(CASE WHEN purpose = 'refund' THEN -rounding_cents ELSE 0 END), 0) AS BIGINT)
FROM payment WHERE dossier = :dossier)";

constexpr Sql selectLastSale = R"(
SELECT dossier FROM receipt WHERE session = :session AND kind = 'sale' ORDER BY incarnation DESC, number DESC LIMIT 1)";

// By the number itself: a dossier paid yesterday may get its number today. A longer number is a higher one.
constexpr Sql selectLastNumber = R"(
SELECT COALESCE(MAX(number), '') FROM dossier WHERE till = :till AND LENGTH(number) = :length AND number > :day AND number < :end)";

constexpr Sql countOrders = R"(SELECT COUNT(*) FROM receipt WHERE till = :till AND kind = 'order')";

constexpr Sql selectUnpaid = R"(
SELECT number, order_cents - advance_cents FROM dossier
WHERE session = :session AND ordered > 0 AND sold = 0 AND cancelled = 0 AND order_cents <> advance_cents ORDER BY hlc)";

constexpr Sql maximumCopy = R"(
SELECT COALESCE(MAX(copy), 0) FROM copy WHERE till = :till AND series = :series AND document_number = :document_number)";

constexpr Sql selectFactsOfDossier = R"(
SELECT session, incarnation, number FROM receipt WHERE dossier = :dossier
UNION SELECT session, incarnation, number FROM payment WHERE dossier = :dossier
UNION SELECT session, incarnation, number FROM payment_correction WHERE dossier = :dossier
UNION SELECT session, incarnation, number FROM check_in WHERE dossier = :dossier
UNION SELECT session, incarnation, number FROM advance WHERE dossier = :dossier
ORDER BY 1, 2, 3)";

constexpr Sql selectOfCustomer = R"(
SELECT id, number, hlc FROM dossier WHERE customer = :customer AND customer <> ''
UNION SELECT id, number, hlc FROM dossier WHERE id = :id ORDER BY hlc, id)";

constexpr Sql selectSoldAs = R"(SELECT number FROM dossier WHERE id = :id AND sold > 0)";
constexpr Sql selectLastNumberOf = "SELECT number FROM dossier WHERE till = :till ORDER BY business_date DESC, hlc DESC, number LIMIT 1";

constexpr Sql selectSessionTill = R"(SELECT till FROM session WHERE id = :id)";

/// Which fact stands for a dossier, and what it is.
struct Standing
{
    QString kind;
    FactPosition position;
};

/// The sale, else the newest order, else the newest quote.
Result<Standing> standingOf(Database &db, const Id<Dossier> &id)
{
    TRY_LET(all, allRows(db, selectPositions, {{":dossier", id}}, [](const Row &row) {
                return Standing{.kind = row.text(0),
                                .position = {.till = row.text(1), .incarnation = row.integer(2), .number = row.integer(3)}};
            }));
    for (const QString &kind : {u"sale"_s, u"order"_s, u"quote"_s})
        for (const Standing &standing : all)
            if (standing.kind == kind)
                return standing;
    return failure(ErrorCode::DossierUnknown, u"dossier "_s + id.toString());
}

Result<SaleContent> contentAt(Database &db, const FactPosition &position)
{
    TRY_LET(content,
            firstRow(db, selectContent, {{":till", position.till}, {":incarnation", position.incarnation}, {":number", position.number}},
                     [](const Row &row) { return row.blob(0); }));
    if (!content)
        return failure(ErrorCode::DatabaseCorrupt, u"fact %1 is missing"_s.arg(position.number));
    return saleContentFromJson(jsonObject(QString::fromUtf8(*content)));
}

Result<> readTakenBack(Database &db, const Id<Dossier> &id, std::vector<SaleLine> &lines)
{
    return forEachRow(db, selectTakenBack, {{":dossier", id}}, [&](const Row &row) {
        for (SaleLine &line : lines)
            if (line.priced.id.toString() == row.text(0))
                line.refundedUnits = row.smallInteger(1);
    });
}

const QString customerKeyStart = u"c-"_s;
constexpr int idLength = 36; ///< Of its text.

constexpr int lengthWithoutCounter = 9; ///< `P` + yymmdd + two characters of the till; two or more of the counter follow.

// A replaced or restored machine may have given numbers that nobody knows yet: each incarnation has numbers of its own (decisions 20).
constexpr qint64 numbersOfIncarnation = 32 * 32 * 32; ///< Dossiers of a day.
constexpr qint64 ordersOfIncarnation = 100'000;       ///< Orders of which it may have told nobody.

/// Of the dossier number with that counter.
int lengthOf(qint64 counter)
{
    return lengthWithoutCounter + static_cast<int>(crockford(counter, 2).size());
}

/// The counter at the end of a dossier number: `P` + yymmdd + two characters of the till, then Crockford base 32.
qint64 counterOf(const QString &dossierNumber)
{
    return fromCrockford(QStringView{dossierNumber}.mid(lengthWithoutCounter)).value_or(0);
}

/// Of a row that begins with session, incarnation and number.
Result<FactPosition> positionOf(Database &db, const Row &row)
{
    const QString session = row.text(0);
    FactPosition position{.till = {}, .incarnation = row.integer(1), .number = row.integer(2)};
    if (const qsizetype slash = session.lastIndexOf(u'/'); slash >= 0) {
        position.till = session.left(slash);
        return position;
    }
    TRY_LET(till, selectText(db, selectSessionTill, {{":id", session}}));
    position.till = till;
    return position;
}

Money amountOf(const Fact &fact)
{
    const auto cents = [&](QLatin1StringView field) { return Money::fromCents(fact.content.value(field).toInteger()); };
    switch (fact.body.type) {
    case FactType::Payment: return paymentContentFromJson(fact.content).value_or(PaymentContent{}).payment.amount;
    case FactType::Sale:
    case FactType::Order:
    case FactType::Quote:
    case FactType::Refund: return cents("total"_L1);
    case FactType::Advance:
    case FactType::PaymentCorrected: return cents("amount"_L1);
    default: return {};
    }
}

LocalizedText detailOf(const Fact &fact)
{
    switch (fact.body.type) {
    case FactType::Payment: return paymentContentFromJson(fact.content).value_or(PaymentContent{}).payment.methodTitle;
    case FactType::PaymentCorrected: return correctionContentFromJson(fact.content).value_or(CorrectionContent{}).toTitle;
    case FactType::CheckIn: return QString::number(fact.content.value("units"_L1).toInteger());
    default: return {};
    }
}

QString keyOf(const Fact &fact)
{
    switch (fact.body.type) {
    case FactType::PaymentCorrected: return fact.content.value("from"_L1).toString();
    case FactType::Refund:
    case FactType::DossierCancelled: return fact.content.value("reason"_L1).toString();
    default: return {};
    }
}

HistoryEntry entryOf(const Fact &fact)
{
    return {.at = fact.body.at,
            .user = fact.body.actor.user,
            .approver = fact.body.actor.approver,
            .type = fact.body.type,
            .document = fact.body.document,
            .detail = detailOf(fact),
            .key = keyOf(fact),
            .amount = amountOf(fact)};
}

Result<std::vector<HistoryEntry>> historyOf(Database &db, const Id<Dossier> &id)
{
    std::vector<std::pair<qint64, HistoryEntry>> entries;
    TRY(forEachRow(db, selectFactsOfDossier, {{":dossier", id}}, [&](const Row &found) -> Result<> {
        TRY_LET(position, positionOf(db, found));
        return forEachRow(db, selectNamedFact,
                          {{":till", position.till}, {":incarnation", position.incarnation}, {":number", position.number}},
                          [&](const Row &row) -> Result<> {
                              TRY_LET(fact, factFromBytes(row.blob(0), row.blob(1), row.blob(2), row.blob(3)));
                              entries.emplace_back(fact.body.hlc, entryOf(fact));
                              return {};
                          });
    }));
    std::ranges::stable_sort(entries, {}, &std::pair<qint64, HistoryEntry>::first);
    std::vector<HistoryEntry> history;
    for (auto &entry : entries)
        history.push_back(std::move(entry.second));
    return history;
}

/// By payment: what the terminals said of the cards.
Result<QMap<QString, CardDetails>> cardsOf(Database &db, const std::vector<Payment> &payments)
{
    QMap<QString, CardDetails> cards;
    for (const Payment &payment : payments) {
        if (payment.intent.isNull())
            continue;
        TRY_LET(intent, PaymentStore{db}.intent(payment.intent));
        if (intent && intent->card != CardDetails{})
            cards[payment.id.toString()] = intent->card;
    }
    return cards;
}

} // namespace

QString dossierNoteKey(const Id<Dossier> &dossier)
{
    return u"dossier:"_s + dossier.toString();
}

QString dossierCustomerKey(const Id<Dossier> &dossier, bool again)
{
    const QString key = customerKeyStart + dossier.toString();
    return again ? key + u'-' + Id<Client>::generate().toString() : key;
}

std::optional<Id<Dossier>> dossierOfCustomerKey(const QString &key)
{
    return key.startsWith(customerKeyStart) ? Id<Dossier>::fromString(key.mid(customerKeyStart.size(), idLength)) : std::nullopt;
}

Result<Id<Dossier>> DossierStore::find(const QString &number, const QString &till) const
{
    const auto idOf = [](const Row &row) { return row.id<Dossier>(0); };
    if (const auto id = Id<Dossier>::fromString(number)) {
        TRY_LET(known, firstRow(m_db, selectById, {{":id", *id}}, idOf));
        if (known)
            return *known;
    }
    TRY_LET(byNumber, firstRow(m_db, selectByNumber, {{":number", number.trimmed().toUpper()}, {":till", till}}, idOf));
    if (byNumber)
        return *byNumber;
    if (const auto document = documentNumberFromText(number)) {
        TRY_LET(byReceipt, firstRow(m_db, selectByReceipt,
                                    {{":document_number", document->number}, {":series", document->series}, {":till", till}}, idOf));
        if (byReceipt)
            return *byReceipt;
    }
    return failure(ErrorCode::DossierUnknown, {}, {number});
}

Result<DossierDetail> DossierStore::detail(const Id<Dossier> &id) const
{
    DossierDetail detail;
    TRY_LET(shown, row(id));
    detail.row = std::move(shown);
    TRY_LET(standing, standingOf(m_db, id));
    TRY_LET(content, contentAt(m_db, standing.position));
    detail.content = std::move(content);
    detail.lines = detail.content.lines;
    TRY(readTakenBack(m_db, id, detail.lines));
    TRY_LET(payments, PaymentStore{m_db}.ofDossier(id));
    for (const RecordedPayment &recorded : payments)
        detail.payments.push_back(recorded.payment);
    TRY_LET(cards, cardsOf(m_db, detail.payments));
    detail.cards = std::move(cards);
    TRY_LET(history, historyOf(m_db, id));
    detail.history = std::move(history);
    TRY_LET(client, DocumentStore{m_db}.customer(detail.content.customer));
    detail.client = client.value_or(Client{});
    TRY(forEachRow(m_db, selectArrived, {{":dossier", id}}, [&](const Row &row) { detail.arrived[row.text(0)] = row.smallInteger(1); }));
    return detail;
}

Result<SoldDossier> DossierStore::sold(const Id<Dossier> &id) const
{
    TRY_LET(standing, standingOf(m_db, id));
    if (standing.kind != u"sale")
        return failure(ErrorCode::DossierUnknown, u"dossier %1 has no sale"_s.arg(id.toString()));
    TRY_LET(content, contentAt(m_db, standing.position));
    SoldDossier sold{.position = standing.position, .sale = std::move(content), .roundingSettled = {}, .roundingReturned = {}};
    TRY(readTakenBack(m_db, id, sold.sale.lines));
    TRY(forEachRow(m_db, sumRounding, {{":dossier", id}}, [&](const Row &row) {
        sold.roundingSettled = row.money(0);
        sold.roundingReturned = row.money(1);
    }));
    return sold;
}

Result<std::vector<std::pair<Id<Dossier>, QString>>> DossierStore::ofCustomer(const QString &customer) const
{
    const auto own = dossierOfCustomerKey(customer);
    return allRows(m_db, selectOfCustomer, {{":customer", customer}, {":id", own.value_or(Id<Dossier>{})}},
                   [](const Row &row) { return std::pair{row.id<Dossier>(0), row.text(1)}; });
}

Result<std::optional<QString>> DossierStore::soldAs(const Id<Dossier> &id) const
{
    return firstRow(m_db, selectSoldAs, {{":id", id}}, [](const Row &row) { return row.text(0); });
}

Result<QString> DossierStore::lastNumberOf(const QString &till) const
{
    return selectText(m_db, selectLastNumberOf, {{":till", till}});
}

Result<SaleContent> DossierStore::order(const Id<Dossier> &id) const
{
    TRY_LET(standing, standingOf(m_db, id));
    TRY_LET(shown, row(id));
    if (standing.kind != u"order" || shown.state == DossierState::Cancelled)
        return failure(ErrorCode::DossierUnknown, u"dossier %1 has no open order"_s.arg(id.toString()));
    return contentAt(m_db, standing.position);
}

Result<FactPosition> DossierStore::position(const Id<Dossier> &id) const
{
    TRY_LET(standing, standingOf(m_db, id));
    return standing.position;
}

Result<std::optional<Id<Dossier>>> DossierStore::lastSale(const Id<TillSession> &session) const
{
    return firstRow(m_db, selectLastSale, {{":session", session}}, [](const Row &row) { return row.id<Dossier>(0); });
}

Result<bool> DossierStore::isMovedAfter(const Id<Dossier> &id, qint64 hlc) const
{
    TRY_LET(moves, selectInteger(m_db, countMoves, {{":dossier", id}, {":hlc", hlc}}));
    return moves > 0;
}

Result<int> DossierStore::arrivedUnits(const Id<Dossier> &id, const Id<CartLine> &line) const
{
    TRY_LET(units, selectInteger(m_db, sumArrived, {{":dossier", id}, {":line", line}}));
    return static_cast<int>(units);
}

Result<qint64> DossierStore::countOfDay(const QString &till, QDate businessDate, qint64 incarnation) const
{
    const QString day = u'P' + businessDate.toString(u"yyMMdd"_s);
    const qint64 floor = (incarnation - 1) * numbersOfIncarnation;
    qint64 count = floor;
    for (int length = lengthOf(floor + 1);; ++length) {
        TRY_LET(number, selectText(m_db, selectLastNumber, {{":till", till}, {":length", length}, {":day", day}, {":end", day + u'~'}}));
        if (number.isEmpty())
            return count;
        count = std::max(count, counterOf(number));
    }
}

Result<qint64> DossierStore::orderCount(const QString &till, qint64 incarnation) const
{
    TRY_LET(orders, selectInteger(m_db, countOrders, {{":till", till}}));
    return (incarnation - 1) * ordersOfIncarnation + orders;
}

Result<std::vector<OpenItem>> DossierStore::unpaid(const Id<TillSession> &session) const
{
    return allRows(m_db, selectUnpaid, {{":session", session}}, [](const Row &row) {
        return OpenItem{.kind = OpenItem::Kind::UnpaidDossier, .title = row.text(0), .amount = row.money(1)};
    });
}

Result<bool> DossierStore::hasArrived(const Id<Dossier> &id, const Id<CartLine> &line, int unit) const
{
    TRY_LET(count, selectInteger(m_db, countUnit, {{":dossier", id}, {":line", line}, {":unit", unit}}));
    return count > 0;
}

Result<int> DossierStore::copies(const QString &till, const DocumentNumber &document) const
{
    TRY_LET(copies,
            selectInteger(m_db, maximumCopy, {{":till", till}, {":series", document.series}, {":document_number", document.number}}));
    return static_cast<int>(copies);
}

} // namespace guichet
