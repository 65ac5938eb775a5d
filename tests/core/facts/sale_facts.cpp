// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"
#include "tests/core/facts/FactGenerators.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Tender anyTender()
{
    return {.kind = anyOf(Tender::Kind::CustomerCredit), .payment = anyPayment()};
}

Origin anyOrigin()
{
    return {.country = anyText(), .postcode = anyText(), .province = anyText()};
}

SaleContent anySale()
{
    SaleContent sale;
    sale.dossier = anyId<Dossier>();
    sale.dossierNumber = anyText();
    sale.customer = anyText();
    sale.language = anyOf(Language::German);
    sale.lines = several(anySaleLine);
    sale.promoCode = anyText();
    sale.promoReference = anyText();
    sale.gross = anyAmount();
    sale.discounts = several(anyDiscount);
    sale.total = anyAmount();
    sale.giftValue = anyAmount();
    sale.vat = several(anyVat);
    sale.tenders = several(anyTender);
    sale.roundsAll = anyFlag();
    sale.origin = anyOrigin();
    sale.dueOn = anyDateOrNone();
    sale.deposit = anyAmount();
    sale.structuredCommunication = anyText();
    sale.settles = anyIdOrNone<Dossier>();
    return sale;
}

RefundedLine anyRefundedLine()
{
    return {.line = anyId<CartLine>(), .units = anyCount(), .amount = anyAmount()};
}

RefundContent anyRefund()
{
    RefundContent refund;
    refund.dossier = anyId<Dossier>();
    refund.dossierNumber = anyText();
    refund.sale = anyPosition();
    refund.reason = anyText();
    refund.lines = several(anyRefundedLine);
    refund.takenBack = several(anySaleLine);
    refund.discounts = several(anyDiscount);
    refund.gross = anyAmount();
    refund.total = anyAmount();
    refund.vat = several(anyVat);
    refund.payments = several(anyPayment);
    refund.restock = anyFlag();
    return refund;
}

SaleLine anAdult(const QString &item)
{
    SaleLine line;
    line.priced.id = Id<CartLine>::generate();
    line.priced.kind = LineKind::Resource;
    line.priced.formula = u"grotte"_s;
    line.priced.formulaTitle = LocalizedText{u"Grotte"_s};
    line.priced.item = item;
    line.priced.title = LocalizedText{u"Adulte"_s};
    line.priced.group = u"visites"_s;
    line.priced.category = u"adult"_s;
    line.priced.visit = {QDate{2026, 11, 23}, QTime{14, 30}};
    line.priced.quantity = 2;
    line.priced.persons = 2;
    line.priced.unitPrice = Money::fromCents(1800);
    line.priced.gross = Money::fromCents(3600);
    line.priced.net = Money::fromCents(3600);
    line.priced.vat = {VatCode::C, BasisPoints{600}};
    return line;
}

/// A sale of `lines` lines, paid in cash.
SaleContent aSale(int lines)
{
    SaleContent sale;
    sale.dossier = Id<Dossier>::generate();
    sale.dossierNumber = u"P26112301AA"_s;
    for (int i = 0; i < lines; ++i)
        sale.lines.push_back(anAdult(u"adulte%1"_s.arg(i)));
    sale.gross = Money::fromCents(3600 * lines);
    sale.total = sale.gross;
    sale.vat = {{.rate = {VatCode::C, BasisPoints{600}}, .base = sale.total, .vat = {}, .total = sale.total}};
    Tender tender;
    tender.payment.id = Id<Payment>::generate();
    tender.payment.method = u"cash"_s;
    tender.payment.type = PaymentType::Cash;
    tender.payment.amount = sale.total;
    tender.payment.at = QDateTime{{2026, 11, 23}, {14, 13}, brussels()};
    sale.tenders = {tender};
    return sale;
}

template <typename Content, typename Read>
void checkRoundTrip(const Content &content, Read read)
{
    RC_ASSERT((read(toJson(content)) == content));
    const auto bytes = toCanonicalJson(toJson(content));
    RC_ASSERT(bytes.has_value());
    RC_ASSERT((read(*fromCanonicalJson(*bytes)) == content));
}

} // namespace

TEST_CASE("any sale read back is the sale written, also through its canonical bytes")
{
    property("saleContentFromJson(toJson(sale)) == sale", [] { checkRoundTrip(anySale(), saleContentFromJson); });
}

TEST_CASE("any refund read back is the refund written")
{
    property("refundContentFromJson(toJson(refund)) == refund", [] { checkRoundTrip(anyRefund(), refundContentFromJson); });
}

TEST_CASE("cancellations and check-ins are read back as written")
{
    property("round trip", [] {
        checkRoundTrip(CancelContent{.dossier = anyId<Dossier>(), .dossierNumber = anyText(), .reason = anyText()}, cancelContentFromJson);
        checkRoundTrip(CheckInContent{.dossier = anyId<Dossier>(), .line = anyId<CartLine>(), .units = anyCount()}, checkInContentFromJson);
    });
}

TEST_CASE("a line leaves out what is as usual")
{
    SaleContent sale = aSale(1);
    sale.lines.front().priced.quantity = 1;
    const QJsonObject line = toJson(sale).value(u"lines"_s).toArray().first().toObject();
    QStringList fields = line.keys();
    CHECK(fields == QStringList{u"category"_s, u"date"_s, u"formula"_s, u"formula_title"_s, u"gross"_s, u"group"_s, u"id"_s, u"item"_s,
                                u"kind"_s, u"net"_s, u"persons"_s, u"rate"_s, u"slot"_s, u"title"_s, u"unit_price"_s, u"vat"_s});
    CHECK(line.value(u"slot"_s) == u"14:30"_s);
}

TEST_CASE("units refunded later never enter the fact of the sale")
{
    SaleContent sale = aSale(1);
    const QJsonObject before = toJson(sale);
    sale.lines.front().refundedUnits = 1;
    CHECK(toJson(sale) == before);
}

TEST_CASE("a sale that the till would not write is refused, naming the field")
{
    const QJsonObject sale = toJson(aSale(2));
    const auto refusal = [&](const QString &field, const QJsonValue &value) {
        QJsonObject changed = sale;
        changed.insert(field, value);
        const auto read = saleContentFromJson(changed);
        return read ? QString{} : read.error().detail;
    };
    CHECK(refusal(u"gross"_s, 12.5) == u"gross: not a whole number"_s);
    CHECK(refusal(u"gross"_s, u"1200"_s) == u"gross: not a whole number"_s);
    CHECK(refusal(u"lang"_s, u"fr"_s) == u"lang: spells out its default"_s);
    CHECK(refusal(u"lang"_s, u"it"_s) == u"lang: no such name"_s);
    CHECK(refusal(u"gift_value"_s, 0) == u"gift_value: spells out its default"_s);
    CHECK(refusal(u"name"_s, u"Marie"_s) == u"name: unknown field"_s);
    CHECK(refusal(u"due_on"_s, u"2026-02-30"_s) == u"due_on: not a date"_s);
    CHECK(refusal(u"dossier"_s, u""_s) == u"dossier: not an id"_s);
    CHECK(refusal(u"code"_s, QString{u'\0'}) == u"code: forbidden characters"_s);
    CHECK(refusal(u"lines"_s, QJsonArray{QJsonObject{}}) == u"lines: 0: id: missing"_s);
    CHECK(refusal(u"lines"_s, QJsonObject{}) == u"lines: not a list"_s);
    CHECK(saleContentFromJson({}).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a fault deep in a line is named by its path")
{
    SaleContent sale = aSale(2);
    QJsonObject json = toJson(sale);
    QJsonArray lines = json.value(u"lines"_s).toArray();
    QJsonObject second = lines.at(1).toObject();
    second.insert(u"slot"_s, u"14:30:00"_s);
    lines.replace(1, second);
    json.insert(u"lines"_s, lines);
    CHECK(saleContentFromJson(json).error().detail == u"lines: 1: slot: not a time"_s);
}

TEST_CASE("a sale of five lines stays small")
{
    CHECK(toCanonicalJson(toJson(aSale(5)))->size() < 2500);
}
