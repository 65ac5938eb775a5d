// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Columns.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierRows.h"
#include "core/ledger/DossierStore.h"

/// Lists of dossiers (DOS-2): their rows and how they are found.
namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql selectRow = "SELECT " GUICHET_DOSSIER_COLUMNS " FROM dossier d WHERE d.id = :id";

constexpr Sql selectReceipts = R"(
SELECT kind, series, document_number FROM receipt WHERE dossier = :dossier AND kind IN ('sale', 'order', 'quote')
ORDER BY CASE kind WHEN 'sale' THEN 1 WHEN 'order' THEN 2 ELSE 3 END, hlc DESC LIMIT 1)";

constexpr Sql selectLines = R"(
SELECT formula_title, slot, title, quantity, formula FROM sale_line WHERE dossier = :dossier AND entry = :entry
ORDER BY session, incarnation, number, position)";

constexpr Sql selectMethods = R"(
SELECT COALESCE((SELECT c.to_title FROM payment_correction c WHERE c.payment = p.id ORDER BY c.hlc DESC LIMIT 1), p.title)
FROM payment p WHERE p.dossier = :dossier AND p.amount_cents > 0 ORDER BY p.hlc)";

// Words of the catalogue but products: most dossiers have them, so the newest are looked through one by one.
constexpr Sql countCommonWords = R"(
SELECT COUNT(*) FROM (SELECT 1 FROM document_word WHERE word >= :word AND word < :word_end AND kind <> 'customer' LIMIT 1) AS found)";

constexpr auto textRows = "SELECT " GUICHET_DOSSIER_COLUMNS;

// Quotes and cancelled dossiers are counted, and add nothing.
constexpr auto textSum =
    "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN d.sold > 0 THEN d.sale_cents - d.refund_cents WHEN d.cancelled > 0 THEN 0 "
    "WHEN d.ordered > 0 THEN d.order_cents ELSE 0 END), 0) AS BIGINT)";

constexpr auto textDossiers = " FROM dossier d WHERE (d.quoted + d.ordered + d.sold + d.cancelled > 0 OR d.advance_cents <> 0)";

constexpr auto textOrder = " ORDER BY d.business_date DESC, d.hlc DESC LIMIT ? OFFSET ?";

constexpr auto textCommonWord =
    " AND (d.number >= ? AND d.number < ?"
    " OR d.customer <> '' AND d.customer IN (SELECT key FROM document_word WHERE kind = 'customer' AND word >= ? AND word < ?)"
    " OR EXISTS (SELECT 1 FROM sale_line l WHERE l.dossier = d.id AND ("
    "l.formula IN (SELECT key FROM document_word WHERE kind <> 'customer' AND word >= ? AND word < ?)"
    " OR l.item IN (SELECT key FROM document_word WHERE kind <> 'customer' AND word >= ? AND word < ?)"
    " OR l.kind = 'product' AND l.item IN (SELECT product FROM product_word WHERE word >= ? AND word < ?))))";

constexpr auto textRareWord = " AND d.id IN (SELECT id FROM dossier WHERE number >= ? AND number < ?"
                              " UNION SELECT id FROM dossier WHERE customer <> '' AND customer IN (SELECT key FROM document_word WHERE "
                              "kind = 'customer' AND word >= ? AND "
                              "word < ?)"
                              " UNION SELECT dossier FROM sale_line WHERE kind = 'product' AND item IN (SELECT product FROM product_word "
                              "WHERE word >= ? AND word < ?))";

constexpr auto textMethod =
    " AND (EXISTS (SELECT 1 FROM payment p WHERE p.dossier = d.id AND p.method = ?)"
    " OR EXISTS (SELECT 1 FROM payment p JOIN payment_correction c ON c.payment = p.id WHERE p.dossier = d.id AND c.to_method = ?))";

constexpr auto textNumber = " AND d.number >= ? AND d.number < ?";
constexpr auto textClient = " AND d.customer IN (SELECT key FROM document_word WHERE kind = 'customer' AND word >= ? AND word < ?)";
constexpr auto textItem = " AND EXISTS (SELECT 1 FROM sale_line l WHERE l.dossier = d.id AND (l.formula = ? OR l.item = ?))";
constexpr auto textAmount = " AND (CASE WHEN d.sold > 0 THEN d.sale_cents WHEN d.ordered > 0 THEN d.order_cents ELSE d.quote_cents END = ?"
                            " OR EXISTS (SELECT 1 FROM payment p WHERE p.dossier = d.id AND p.amount_cents = ?))";

/// Who came, came: what was sold is not cancelled, whatever another till said that did not know (docs/protocol/conflicts.md).
DossierState stateOf(const Row &row)
{
    if (row.integer(7) > 0)
        return DossierState::Settled;
    if (row.integer(8) > 0)
        return DossierState::Cancelled;
    if (row.integer(6) > 0)
        return DossierState::Confirmed;
    return row.integer(5) > 0 ? DossierState::Quote : DossierState::ToConfirm;
}

Money totalOf(const Row &row)
{
    if (row.integer(7) > 0)
        return row.money(11);
    return row.integer(6) > 0 ? row.money(10) : row.money(9);
}

Money dueOf(const Row &row, DossierState state)
{
    if (state == DossierState::Confirmed)
        return row.money(10) - row.money(14);
    return state == DossierState::Settled ? row.money(13) - row.money(15) : Money{};
}

/// `Grotte 14:30 · 2 Adulte, 1 Enfant + 3 Carte postale`.
class Summary
{
public:
    void add(const QString &heading, const QString &title, qint64 quantity)
    {
        if (m_parts.isEmpty() || m_heading != heading)
            m_parts.append(heading.isEmpty() ? QString{} : heading + u" · "_s);
        else
            m_parts.last() += u", "_s;
        m_heading = heading;
        m_parts.last() += u"%1 %2"_s.arg(quantity).arg(title);
    }
    QString text() const { return m_parts.join(u" + "_s); }

private:
    QString m_heading;
    QStringList m_parts;
};

Result<> readSummary(Database &db, DossierRow &shown, const QString &entry)
{
    Summary summary;
    TRY(forEachRow(db, selectLines, {{":dossier", shown.id}, {":entry", entry}}, [&](const Row &row) {
        QString heading = titleFromText(row.text(0)).french();
        if (!row.text(1).isEmpty())
            heading += u' ' + row.text(1);
        summary.add(heading, titleFromText(row.text(2)).french(), row.integer(3));
    }));
    shown.summary = summary.text();
    return {};
}

QString stateCondition(DossierState state)
{
    switch (state) {
    case DossierState::Cancelled: return u" AND d.sold = 0 AND d.cancelled > 0"_s;
    case DossierState::Settled: return u" AND d.sold > 0 AND d.credit_cents <= d.receivable_cents"_s;
    case DossierState::Confirmed:
        return u" AND (d.sold = 0 AND d.cancelled = 0 AND d.ordered > 0 OR d.sold > 0 AND d.credit_cents > d.receivable_cents)"_s;
    case DossierState::Quote: return u" AND d.cancelled = 0 AND d.sold = 0 AND d.ordered = 0 AND d.quoted > 0"_s;
    case DossierState::ToConfirm: return u" AND d.cancelled = 0 AND d.sold = 0 AND d.ordered = 0 AND d.quoted = 0"_s;
    }
    return {};
}

/// A SELECT being put together, with its values.
struct Question
{
    QString sql;
    QVariantList values;
    void add(const QString &text, const QVariantList &more = {})
    {
        sql += text;
        values += more;
    }
};

Result<> addWord(Database &db, Question &question, const QString &word)
{
    const QString end = prefixEnd(word);
    const QString number = word.toUpper();
    TRY_LET(common, selectInteger(db, countCommonWords, {{":word", word}, {":word_end", end}}));
    if (common > 0)
        question.add(QString::fromLatin1(textCommonWord), {number, prefixEnd(number), word, end, word, end, word, end, word, end});
    else
        question.add(QString::fromLatin1(textRareWord), {number, prefixEnd(number), word, end, word, end});
    return {};
}

/// A receipt names one dossier; otherwise the number is how a dossier's begins.
Result<> addNumber(const DossierStore &store, Question &question, const QString &number)
{
    const Result<Id<Dossier>> named = store.find(number);
    if (!named && named.error().code != ErrorCode::DossierUnknown)
        return std::unexpected(named.error());
    const QString start = number.trimmed().toUpper();
    if (named)
        question.add(u" AND d.id = ?"_s, {named->toString()});
    else
        question.add(QString::fromLatin1(textNumber), {start, prefixEnd(start)});
    return {};
}

void addFields(Question &question, const DossierSearch &search)
{
    for (const QString &word : searchWords(search.client).mid(0, 12))
        question.add(QString::fromLatin1(textClient), {word, prefixEnd(word)});
    if (!search.item.isEmpty())
        question.add(QString::fromLatin1(textItem), {search.item, search.item});
    if (!search.till.isEmpty())
        question.add(u" AND d.till = ?"_s, {search.till});
    if (!search.method.isEmpty())
        question.add(QString::fromLatin1(textMethod), {search.method, search.method});
    if (search.amount)
        question.add(QString::fromLatin1(textAmount), {search.amount->cents(), search.amount->cents()});
    if (search.state)
        question.add(stateCondition(*search.state));
}

void addDates(Question &question, const DossierSearch &search)
{
    const auto add = [&](const QString &condition, QDate date) {
        if (date.isValid())
            question.add(condition, {date.toString(Qt::ISODate)});
    };
    add(u" AND d.business_date >= ?"_s, search.createdFrom);
    add(u" AND d.business_date <= ?"_s, search.createdTo);
    if (search.visitFrom.isValid() || search.visitTo.isValid())
        question.add(u" AND d.visit_from <> ''"_s);
    add(u" AND d.visit_to >= ?"_s, search.visitFrom);
    add(u" AND d.visit_from <= ?"_s, search.visitTo);
}

} // namespace

DossierRow dossierRow(const Row &row)
{
    const DossierState state = stateOf(row);
    return {.id = row.id<Dossier>(0),
            .number = row.text(1),
            .receipt = {},
            .at = row.dateTime(2),
            .state = state,
            .customer = row.text(4),
            .customerName = {},
            .summary = {},
            .methods = {},
            .user = row.text(3),
            .total = totalOf(row),
            .refunded = row.money(12),
            .due = dueOf(row, state)};
}

Result<> completeRow(Database &db, DossierRow &shown)
{
    QString entry;
    TRY(forEachRow(db, selectReceipts, {{":dossier", shown.id}}, [&](const Row &row) {
        entry = row.text(0);
        shown.receipt = {.series = row.text(1), .number = row.integer(2)};
    }));
    TRY(readSummary(db, shown, entry));
    QStringList methods;
    TRY(forEachRow(db, selectMethods, {{":dossier", shown.id}},
                   [&](const Row &row) { methods.append(titleFromText(row.text(0)).french()); }));
    methods.removeDuplicates();
    shown.methods = methods.join(u", "_s);
    TRY_LET(client, DocumentStore{db}.customer(shown.customer));
    const Client known = client.value_or(Client{});
    shown.namesSomeone = known.namesSomeone();
    shown.customerName = known.company.isEmpty() ? u"%1 %2"_s.arg(known.firstName, known.name).simplified() : known.company;
    return {};
}

Result<DossierRow> DossierStore::row(const Id<Dossier> &id) const
{
    TRY_LET(found, firstRow(m_db, selectRow, {{":id", id}}, dossierRow));
    if (!found)
        return failure(ErrorCode::DossierUnknown, u"dossier "_s + id.toString());
    TRY(completeRow(m_db, *found));
    return *found;
}

namespace {

Result<Question> questionOf(Database &db, const DossierSearch &search, const char *columns)
{
    Question question{.sql = QString::fromLatin1(columns) + QString::fromLatin1(textDossiers), .values = {}};
    addDates(question, search);
    for (const QString &word : searchWords(search.text).mid(0, 12))
        TRY(addWord(db, question, word));
    if (!search.number.trimmed().isEmpty())
        TRY(addNumber(DossierStore{db}, question, search.number));
    addFields(question, search);
    return question;
}

} // namespace

Result<std::vector<DossierRow>> DossierStore::search(const DossierSearch &search) const
{
    TRY_LET(question, questionOf(m_db, search, textRows));
    question.add(QString::fromLatin1(textOrder), {std::clamp(search.limit, 1, 10'000), std::max(search.offset, 0)});

    std::vector<DossierRow> found;
    TRY_LET(rows, selectRowsOf(m_db, question.sql, question.values));
    while (rows.next())
        found.push_back(dossierRow(rows.row()));
    TRY(rows.finish());
    for (DossierRow &shown : found)
        TRY(completeRow(m_db, shown));
    return found;
}

Result<DossierSum> DossierStore::sum(const DossierSearch &search) const
{
    TRY_LET(question, questionOf(m_db, search, textSum));
    DossierSum sum;
    TRY_LET(rows, selectRowsOf(m_db, question.sql, question.values));
    while (rows.next())
        sum = {.count = rows.row().integer(0), .total = rows.row().money(1)};
    TRY(rows.finish());
    return sum;
}

} // namespace guichet
