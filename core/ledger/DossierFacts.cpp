// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CapacityStore.h"
#include "core/ledger/CodeUseStore.h"
#include "core/ledger/Columns.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/StockStore.h"
#include "core/selling/Settlement.h"
#include "core/selling/TurnoverVat.h"

#include <algorithm>

/// What sales, orders, quotes, refunds, cancellations and arrivals write. DossierStore.cpp reads it.
namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql insertReceipt = R"(
INSERT INTO receipt (session, number, kind, till, incarnation, dossier, series, document_number, at, hour, hlc, actor,
    gross_cents, total_cents, gift_cents, cited_cents, advance_used_cents, credit_cents, persons, country, postcode, province, reason)
VALUES (:session, :number, :kind, :till, :incarnation, :dossier, :series, :document_number, :at, :hour, :hlc, :actor,
    :gross_cents, :total_cents, :gift_cents, :cited_cents, :advance_used_cents, :credit_cents, :persons, :country, :postcode, :province, :reason))";

constexpr Sql insertLine = R"(
INSERT INTO sale_line (session, incarnation, number, position, entry, kind, dossier, line, formula, item, item_group, category, quantity, grams, persons,
    gross_cents, change_cents, net_cents, visit_date, slot, minutes, stock_quantity, hlc, formula_title, title)
VALUES (:session, :incarnation, :number, :position, :entry, :kind, :dossier, :line, :formula, :item, :item_group, :category, :quantity, :grams, :persons,
    :gross_cents, :change_cents, :net_cents, :visit_date, :slot, :minutes, :stock_quantity, :hlc, :formula_title, :title))";

constexpr Sql insertPriceChange = R"(
INSERT INTO price_change (session, incarnation, number, position, kind, name, title, amount_cents, units, vat_code, vat_rate)
VALUES (:session, :incarnation, :number, :position, :kind, :name, :title, :amount_cents, :units, :vat_code, :vat_rate))";

constexpr Sql upsertDay = R"(
INSERT INTO day_turnover (till, business_date, net_cents, sales) VALUES (:till, :business_date, :net_cents, :sales)
ON CONFLICT (till, business_date) DO UPDATE SET
    net_cents = day_turnover.net_cents + excluded.net_cents, sales = day_turnover.sales + excluded.sales)";

constexpr Sql selectStages = R"(SELECT ordered, sold, cancelled FROM dossier WHERE id = :id)";

constexpr Sql insertCheckIn = R"(
INSERT INTO check_in (session, incarnation, number, dossier, line, units, unit) VALUES (:session, :incarnation, :number, :dossier, :line, :units, :unit))";

/// What a dossier has been through, by facts of whatever till.
struct Stages
{
    bool isOrdered = false;
    bool isSold = false;
    bool isCancelled = false;
};

Result<Stages> stagesOf(Database &db, const Id<Dossier> &dossier)
{
    TRY_LET(stages, firstRow(db, selectStages, {{":id", dossier}},
                             [](const Row &row) { return Stages{row.boolean(0), row.boolean(1), row.boolean(2)}; }));
    return stages.value_or(Stages{});
}

/// An order takes its places until it is cancelled; one that was sold all the same, because its visitors came to another till, takes them
/// (docs/protocol/conflicts.md). So it is in whatever order the facts arrive.
bool takesPlaces(const Stages &stages)
{
    return stages.isOrdered && (stages.isSold || !stages.isCancelled);
}

constexpr qint64 mostPersons = 1'000'000; ///< Of one fact.

enum class Entry { Sale, Order, Quote, Refund };

QString entryColumn(Entry entry)
{
    switch (entry) {
    case Entry::Sale: return u"sale"_s;
    case Entry::Order: return u"order"_s;
    case Entry::Quote: return u"quote"_s;
    case Entry::Refund: return u"refund"_s;
    }
    return {};
}

QString priceChangeColumn(PriceChangeKind kind)
{
    switch (kind) {
    case PriceChangeKind::Promotion: return u"promotion"_s;
    case PriceChangeKind::PromoCode: return u"code"_s;
    case PriceChangeKind::Complimentary: return u"complimentary"_s;
    case PriceChangeKind::Manual: return u"manual"_s;
    }
    return {};
}

/// The header of a receipt.
struct Header
{
    QString kind = {};
    Id<Dossier> dossier = {};
    Money gross = {};
    Money total = {};
    Money gift = {};
    Money cited = {}; ///< Payments that it cites.
    Money advanceUsed = {};
    Money credit = {};
    int persons = 0;
    Origin origin = {};
    QString reason = {};
};

Result<> recordHeader(Database &db, const FactBody &body, const Header &header)
{
    return runQuery(db, insertReceipt,
                    {{":session", sessionKey(body)},
                     {":number", body.position.number},
                     {":kind", header.kind},
                     {":till", body.position.till},
                     {":incarnation", body.position.incarnation},
                     {":dossier", header.dossier},
                     {":series", body.document.series},
                     {":document_number", body.document.number},
                     {":at", body.at},
                     {":hour", body.at.time().hour()},
                     {":hlc", body.hlc},
                     {":actor", body.actor.user},
                     {":gross_cents", header.gross},
                     {":total_cents", header.total},
                     {":gift_cents", header.gift},
                     {":cited_cents", header.cited},
                     {":advance_used_cents", header.advanceUsed},
                     {":credit_cents", header.credit},
                     {":persons", header.persons},
                     {":country", header.origin.country},
                     {":postcode", header.origin.postcode},
                     {":province", header.origin.province},
                     {":reason", header.reason}});
}

/// What a line adds to the stock of its product: units or grams, negative for a sale.
qint64 stockQuantity(const PricedLine &line, Entry entry, bool restock)
{
    if (line.kind != LineKind::Product || entry == Entry::Order || entry == Entry::Quote || (entry == Entry::Refund && !restock))
        return 0;
    const qint64 magnitude = line.grams != 0 ? std::abs(line.grams) : std::abs(qint64{line.quantity});
    return line.quantity < 0 ? magnitude : -magnitude;
}

int signedPersons(const PricedLine &line)
{
    return line.quantity < 0 ? -std::abs(line.persons) : line.persons;
}

int personsOf(const std::vector<SaleLine> &lines)
{
    qint64 persons = 0;
    for (const SaleLine &line : lines)
        persons += signedPersons(line.priced);
    return static_cast<int>(std::clamp<qint64>(persons, -mostPersons, mostPersons)); // a received fact may say anything
}

Result<> recordLine(Database &db, const FactBody &body, const Id<Dossier> &dossier, int position, const PricedLine &line, Entry entry,
                    qint64 stock)
{
    return runQuery(db, insertLine,
                    {{":session", sessionKey(body)},
                     {":incarnation", body.position.incarnation},
                     {":number", body.position.number},
                     {":position", position},
                     {":entry", entryColumn(entry)},
                     {":kind", lineKindColumn(line.kind)},
                     {":dossier", dossier},
                     {":line", line.id},
                     {":formula", line.formula},
                     {":item", line.item},
                     {":item_group", line.group},
                     {":category", line.category},
                     {":quantity", line.quantity},
                     {":grams", line.grams},
                     {":persons", signedPersons(line)},
                     {":gross_cents", line.gross},
                     {":change_cents", line.net - line.gross},
                     {":net_cents", line.net},
                     {":visit_date", line.visit.date},
                     {":slot", slotColumn(line.visit.slot)},
                     {":minutes", line.durationMinutes},
                     {":stock_quantity", stock},
                     {":hlc", body.hlc},
                     {":formula_title", titleText(line.formulaTitle)},
                     {":title", titleText(line.title)}});
}

Result<> recordLines(Database &db, const FactBody &body, const Id<Dossier> &dossier, const std::vector<SaleLine> &lines, Entry entry,
                     bool restock = true)
{
    int position = 0;
    for (const SaleLine &line : lines) {
        const qint64 stock = stockQuantity(line.priced, entry, restock);
        TRY(recordLine(db, body, dossier, ++position, line.priced, entry, stock));
        if (stock != 0)
            TRY(StockStore{db}.change(line.priced.item, stock));
    }
    return {};
}

Result<> takeCapacity(Database &db, const std::vector<SaleLine> &lines)
{
    for (const SaleLine &line : lines)
        TRY(CapacityStore{db}.take(line));
    return {};
}

Result<> recordPriceChanges(Database &db, const FactBody &body, const std::vector<SaleLine> &lines)
{
    int position = 0;
    for (const SaleLine &line : lines)
        for (const PriceChange &change : line.priced.changes)
            TRY(runQuery(db, insertPriceChange,
                         {{":session", sessionKey(body)},
                          {":incarnation", body.position.incarnation},
                          {":number", body.position.number},
                          {":position", ++position},
                          {":kind", priceChangeColumn(change.kind)},
                          {":name", change.key},
                          {":title", titleText(change.title)},
                          {":amount_cents", change.amount},
                          {":units", change.units},
                          {":vat_code", vatCodeLetter(line.priced.vat.code)},
                          {":vat_rate", line.priced.vat.rate.value()}}));
    return {};
}

Money sumOf(const std::vector<Tender> &tenders, Tender::Kind kind)
{
    Money sum;
    for (const Tender &tender : tenders)
        if (tender.kind == kind)
            sum += tender.payment.amount;
    return sum;
}

/// The advances that a sale uses leave the VAT table as they came in: the same rates and cents (decisions 1).
Result<> useAdvances(Database &db, const FactBody &body, const SaleContent &sale)
{
    const Money used = sumOf(sale.tenders, Tender::Kind::AdvanceUsed);
    if (used.isZero())
        return {};
    TRY_LET(received, advanceVatOf(db, sale.dossier));
    Money known;
    for (const VatAmount &row : received)
        known += row.total;
    const auto rows = negated(known == used ? received : advanceVat(used, received.empty() ? sale.vat : received));
    TRY(insertVat(db, body, u"advance_used", rows));
    return addAdvanceVat(db, sale.dossier, rows);
}

DossierChange dossierChange(const SaleContent &content)
{
    DossierChange change{.dossier = content.dossier, .number = content.dossierNumber, .customer = content.customer};
    for (const SaleLine &line : content.lines) {
        const QDate date = line.priced.visit.date;
        if (!date.isValid())
            continue;
        change.visitFrom = change.visitFrom.isValid() ? std::min(change.visitFrom, date) : date;
        change.visitTo = change.visitTo.isValid() ? std::max(change.visitTo, date) : date;
    }
    return change;
}

Result<> addTurnover(Database &db, const FactBody &body, Money net, int sales)
{
    return runQuery(db, upsertDay,
                    {{":till", body.position.till}, {":business_date", body.businessDate}, {":net_cents", net}, {":sales", sales}});
}

Header headerOf(const QString &kind, const SaleContent &content)
{
    return {.kind = kind,
            .dossier = content.dossier,
            .gross = content.gross,
            .total = content.total,
            .gift = content.giftValue,
            .cited = sumOf(content.tenders, Tender::Kind::Payment),
            .advanceUsed = sumOf(content.tenders, Tender::Kind::AdvanceUsed),
            .credit = sumOf(content.tenders, Tender::Kind::CustomerCredit),
            .persons = personsOf(content.lines),
            .origin = content.origin};
}

} // namespace

Result<> DossierStore::sale(const Fact &fact)
{
    TRY_LET(content, saleContentFromJson(fact.content));
    TRY_LET(before, stagesOf(m_db, content.dossier));
    const Header header = headerOf(u"sale"_s, content);
    DossierChange change = dossierChange(content);
    change.sold = 1;
    change.sale = content.total;
    change.credit = header.credit;
    TRY(changeDossier(m_db, fact.body, change));
    TRY(recordHeader(m_db, fact.body, header));
    TRY(recordLines(m_db, fact.body, content.dossier, content.lines, Entry::Sale));
    TRY(recordPriceChanges(m_db, fact.body, content.lines));
    TRY(insertVat(m_db, fact.body, u"sale", turnoverVat(content)));
    TRY(useAdvances(m_db, fact.body, content));
    const bool wasCancelled = before.isOrdered && !takesPlaces(before); // by another till
    if (content.settles.isNull())
        TRY(takeCapacity(m_db, content.lines));
    if (!content.settles.isNull() && wasCancelled)
        TRY(CapacityStore{m_db}.takeAgain(content.dossier));
    TRY(CodeUseStore{m_db}.used(content));
    return addTurnover(m_db, fact.body, content.total - content.giftValue, 1);
}

Result<> DossierStore::order(const Fact &fact)
{
    TRY_LET(content, saleContentFromJson(fact.content));
    TRY_LET(stages, stagesOf(m_db, content.dossier));
    stages.isOrdered = true;
    DossierChange change = dossierChange(content);
    change.ordered = 1;
    change.order = content.total;
    TRY(changeDossier(m_db, fact.body, change));
    TRY(recordHeader(m_db, fact.body, headerOf(u"order"_s, content)));
    TRY(recordLines(m_db, fact.body, content.dossier, content.lines, Entry::Order));
    TRY(takeCapacity(m_db, content.lines));
    if (!takesPlaces(stages)) // another till cancelled it, and that arrived first: it had nothing to give back
        TRY(CapacityStore{m_db}.giveBack(content.dossier));
    return CodeUseStore{m_db}.used(content);
}

Result<> DossierStore::quote(const Fact &fact)
{
    TRY_LET(content, saleContentFromJson(fact.content));
    DossierChange change = dossierChange(content);
    change.quoted = 1;
    change.quote = content.total;
    TRY(changeDossier(m_db, fact.body, change));
    TRY(recordHeader(m_db, fact.body, headerOf(u"quote"_s, content)));
    return recordLines(m_db, fact.body, content.dossier, content.lines, Entry::Quote);
}

Result<> DossierStore::refund(const Fact &fact)
{
    TRY_LET(content, refundContentFromJson(fact.content));
    const Money gift = giftValueOf(content);
    Header header{.kind = u"refund"_s,
                  .dossier = content.dossier,
                  .gross = content.gross,
                  .total = content.total,
                  .gift = gift,
                  .credit = -content.creditReduced,
                  .persons = personsOf(content.takenBack),
                  .reason = content.reason};
    for (const Payment &payment : content.payments)
        header.cited += payment.amount;
    DossierChange change{.dossier = content.dossier, .number = content.dossierNumber, .refund = -content.total};
    change.credit = -content.creditReduced;
    TRY(changeDossier(m_db, fact.body, change));
    TRY(recordHeader(m_db, fact.body, header));
    TRY(recordLines(m_db, fact.body, content.dossier, content.takenBack, Entry::Refund, content.restock));
    TRY(takeCapacity(m_db, content.takenBack));
    TRY(insertVat(m_db, fact.body, u"sale", turnoverVat(content)));
    return addTurnover(m_db, fact.body, content.total - gift, 0);
}

Result<> DossierStore::cancelled(const Fact &fact)
{
    TRY_LET(content, cancelContentFromJson(fact.content));
    TRY_LET(before, stagesOf(m_db, content.dossier));
    const bool givesBack = takesPlaces(before) && !before.isSold;
    TRY(changeDossier(m_db, fact.body, {.dossier = content.dossier, .number = content.dossierNumber, .cancelled = 1}));
    TRY(recordHeader(m_db, fact.body, {.kind = u"cancel"_s, .dossier = content.dossier, .reason = content.reason}));
    return givesBack ? CapacityStore{m_db}.giveBack(content.dossier) : Result<>{};
}

Result<> DossierStore::checkedIn(const Fact &fact)
{
    TRY_LET(content, checkInContentFromJson(fact.content));
    return runQuery(m_db, insertCheckIn,
                    {{":session", sessionKey(fact.body)},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number},
                     {":dossier", content.dossier},
                     {":line", content.line},
                     {":units", content.units},
                     {":unit", content.unit}});
}

} // namespace guichet
