// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Columns.h"

#include <QJsonDocument>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// The first fact of a dossier says where and when it was made; later ones only add. None of it depends on the order in which facts arrive:
// of two customers the one stands whose key is greater, as one is that was made after another was erased (dossierCustomerKey()).
constexpr Sql upsertDossier = R"(
INSERT INTO dossier (id, number, till, session, business_date, at, hlc, actor, customer, visit_from, visit_to, quoted, ordered, sold, cancelled,
    quote_cents, order_cents, sale_cents, refund_cents, credit_cents, advance_cents, receivable_cents)
VALUES (:id, :number, :till, :session, :business_date, :at, :hlc, :actor, :customer, :visit_from, :visit_to, :quoted, :ordered, :sold, :cancelled,
    :quote_cents, :order_cents, :sale_cents, :refund_cents, :credit_cents, :advance_cents, :receivable_cents)
ON CONFLICT (id) DO UPDATE SET
    number = CASE WHEN excluded.number <> '' THEN excluded.number ELSE dossier.number END,
    till = CASE WHEN excluded.hlc < dossier.hlc THEN excluded.till ELSE dossier.till END,
    session = CASE WHEN excluded.hlc < dossier.hlc THEN excluded.session ELSE dossier.session END,
    business_date = CASE WHEN excluded.hlc < dossier.hlc THEN excluded.business_date ELSE dossier.business_date END,
    at = CASE WHEN excluded.hlc < dossier.hlc THEN excluded.at ELSE dossier.at END,
    actor = CASE WHEN excluded.hlc < dossier.hlc THEN excluded.actor ELSE dossier.actor END,
    hlc = CASE WHEN excluded.hlc < dossier.hlc THEN excluded.hlc ELSE dossier.hlc END,
    customer = CASE WHEN excluded.customer > dossier.customer THEN excluded.customer ELSE dossier.customer END,
    visit_from = CASE WHEN dossier.visit_from = '' OR excluded.visit_from <> '' AND excluded.visit_from < dossier.visit_from
        THEN excluded.visit_from ELSE dossier.visit_from END,
    visit_to = CASE WHEN excluded.visit_to > dossier.visit_to THEN excluded.visit_to ELSE dossier.visit_to END,
    quoted = dossier.quoted + excluded.quoted,
    ordered = dossier.ordered + excluded.ordered,
    sold = dossier.sold + excluded.sold,
    cancelled = dossier.cancelled + excluded.cancelled,
    quote_cents = dossier.quote_cents + excluded.quote_cents,
    order_cents = dossier.order_cents + excluded.order_cents,
    sale_cents = dossier.sale_cents + excluded.sale_cents,
    refund_cents = dossier.refund_cents + excluded.refund_cents,
    credit_cents = dossier.credit_cents + excluded.credit_cents,
    advance_cents = dossier.advance_cents + excluded.advance_cents,
    receivable_cents = dossier.receivable_cents + excluded.receivable_cents)";

constexpr Sql insertVatLine = R"(
INSERT INTO vat_line (session, incarnation, number, kind, code, rate, base_cents, vat_cents, total_cents)
VALUES (:session, :incarnation, :number, :kind, :code, :rate, :base_cents, :vat_cents, :total_cents))";

constexpr Sql upsertAdvanceVat = R"(
INSERT INTO advance_vat (dossier, code, rate, base_cents, vat_cents, total_cents)
VALUES (:dossier, :code, :rate, :base_cents, :vat_cents, :total_cents)
ON CONFLICT (dossier, code, rate) DO UPDATE SET
    base_cents = advance_vat.base_cents + excluded.base_cents,
    vat_cents = advance_vat.vat_cents + excluded.vat_cents,
    total_cents = advance_vat.total_cents + excluded.total_cents)";

constexpr Sql selectAdvanceVat = R"(
SELECT code, rate, base_cents, vat_cents, total_cents FROM advance_vat WHERE dossier = :dossier ORDER BY code, rate)";

} // namespace

QString sessionKey(const FactBody &body)
{
    if (!body.session.isNull())
        return body.session.toString();
    return u"%1/%2"_s.arg(body.position.till).arg(body.position.incarnation);
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString titleText(const LocalizedText &title)
{
    return title.isEmpty() ? QString{} : jsonText(title.toJson());
}

LocalizedText titleFromText(const QString &text)
{
    return text.isEmpty() ? LocalizedText{} : LocalizedText::fromJson(jsonObject(text));
}

QString lineKindColumn(LineKind kind)
{
    switch (kind) {
    case LineKind::Resource: return u"resource"_s;
    case LineKind::Supplement: return u"supplement"_s;
    case LineKind::Product: return u"product"_s;
    case LineKind::GiftValue: return u"gift"_s;
    }
    return {};
}

LineKind lineKindFromColumn(const QString &text)
{
    if (text == u"resource")
        return LineKind::Resource;
    if (text == u"supplement")
        return LineKind::Supplement;
    return text == u"product" ? LineKind::Product : LineKind::GiftValue;
}

QString slotColumn(const QTime &slot)
{
    return slot.isValid() ? slot.toString(u"HH:mm"_s) : QString{};
}

QTime slotFromColumn(const QString &text)
{
    return text.isEmpty() ? QTime{} : QTime::fromString(text, u"HH:mm"_s);
}

VatRate vatRateFromColumns(const Row &row, int codeColumn)
{
    return {.code = vatCodeFromLetter(row.text(codeColumn)).value_or(VatCode::X), .rate = BasisPoints{row.integer(codeColumn + 1)}};
}

QString prefixEnd(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010FFFF", 1);
}

Result<> changeDossier(Database &db, const FactBody &body, const DossierChange &change)
{
    return runQuery(db, upsertDossier,
                    {{":id", change.dossier},
                     {":number", change.number},
                     {":till", body.position.till},
                     {":session", sessionKey(body)},
                     {":business_date", body.businessDate},
                     {":at", body.at},
                     {":hlc", body.hlc},
                     {":actor", body.actor.user},
                     {":customer", change.customer},
                     {":visit_from", change.visitFrom},
                     {":visit_to", change.visitTo},
                     {":quoted", change.quoted},
                     {":ordered", change.ordered},
                     {":sold", change.sold},
                     {":cancelled", change.cancelled},
                     {":quote_cents", change.quote},
                     {":order_cents", change.order},
                     {":sale_cents", change.sale},
                     {":refund_cents", change.refund},
                     {":credit_cents", change.credit},
                     {":advance_cents", change.advance},
                     {":receivable_cents", change.receivable}});
}

Result<> insertVat(Database &db, const FactBody &body, const char16_t *kind, const std::vector<VatAmount> &rows)
{
    for (const VatAmount &row : rows)
        TRY(runQuery(db, insertVatLine,
                     {{":session", sessionKey(body)},
                      {":incarnation", body.position.incarnation},
                      {":number", body.position.number},
                      {":kind", QString::fromUtf16(kind)},
                      {":code", vatCodeLetter(row.rate.code)},
                      {":rate", row.rate.rate.value()},
                      {":base_cents", row.base},
                      {":vat_cents", row.vat},
                      {":total_cents", row.total}}));
    return {};
}

Result<> addAdvanceVat(Database &db, const Id<Dossier> &dossier, const std::vector<VatAmount> &rows)
{
    for (const VatAmount &row : rows)
        TRY(runQuery(db, upsertAdvanceVat,
                     {{":dossier", dossier},
                      {":code", vatCodeLetter(row.rate.code)},
                      {":rate", row.rate.rate.value()},
                      {":base_cents", row.base},
                      {":vat_cents", row.vat},
                      {":total_cents", row.total}}));
    return {};
}

Result<std::vector<VatAmount>> advanceVatOf(Database &db, const Id<Dossier> &dossier)
{
    return allRows(db, selectAdvanceVat, {{":dossier", dossier}}, [](const Row &row) {
        return VatAmount{.rate = vatRateFromColumns(row, 0), .base = row.money(2), .vat = row.money(3), .total = row.money(4)};
    });
}

std::vector<VatAmount> negated(std::vector<VatAmount> rows)
{
    for (VatAmount &row : rows)
        row = {.rate = row.rate, .base = -row.base, .vat = -row.vat, .total = -row.total};
    return rows;
}

} // namespace guichet
