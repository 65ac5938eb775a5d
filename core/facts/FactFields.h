// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/CompactJson.h"
#include "core/facts/Contents.h"

/// How the values that several facts share are named in JSON, for the .cpp files of facts and reports. The names are signed for ever.
namespace guichet {

using namespace Qt::StringLiterals;

QString enumName(VatCode value);
QString enumName(LineKind value);
QString enumName(PriceChangeKind value);
QString enumName(PaymentType value);
QString enumName(Language value);
bool enumNamed(const QString &name, VatCode &value);
bool enumNamed(const QString &name, LineKind &value);
bool enumNamed(const QString &name, PriceChangeKind &value);
bool enumNamed(const QString &name, PaymentType &value);
bool enumNamed(const QString &name, Language &value);

QJsonValue writtenValue(const CashCount &count);
QString readValue(const QJsonValue &json, CashCount &count);

template <typename Fields>
void describe(Fields &fields, Described<VatAmount> auto &row)
{
    fields.required("code"_L1, row.rate.code);
    fields.optional("rate"_L1, row.rate.rate);
    fields.required("base"_L1, row.base);
    fields.required("vat"_L1, row.vat);
    fields.required("incl"_L1, row.total);
    fields.check("incl"_L1, row.total == row.base + row.vat, "is not base + vat"_L1);
}

template <typename Fields>
void describe(Fields &fields, Described<FactPosition> auto &position)
{
    fields.required("till"_L1, position.till);
    fields.required("incarnation"_L1, position.incarnation);
    fields.required("seq"_L1, position.number);
}

template <typename Fields>
void describe(Fields &fields, Described<DocumentNumber> auto &document)
{
    fields.required("series"_L1, document.series);
    fields.required("no"_L1, document.number);
}

template <typename Fields>
void describe(Fields &fields, Described<GrandTotals> auto &totals)
{
    fields.required("net"_L1, totals.net);
    fields.required("abs"_L1, totals.absolute);
}

template <typename Fields>
void describe(Fields &fields, Described<PriceChange> auto &change)
{
    fields.required("kind"_L1, change.kind);
    fields.required("key"_L1, change.key);
    fields.optional("title"_L1, change.title);
    fields.required("amount"_L1, change.amount);
    fields.optional("units"_L1, change.units);
    fields.optional("approver"_L1, change.approver);
}

template <typename Fields>
void describe(Fields &fields, Described<NamedDiscount> auto &discount)
{
    fields.required("kind"_L1, discount.kind);
    fields.required("key"_L1, discount.key);
    fields.optional("title"_L1, discount.title);
    fields.required("amount"_L1, discount.amount);
}

template <typename Fields>
void describe(Fields &fields, Described<PricedLine> auto &line)
{
    fields.required("id"_L1, line.id);
    fields.required("kind"_L1, line.kind);
    fields.optional("formula"_L1, line.formula);
    fields.optional("formula_title"_L1, line.formulaTitle);
    fields.required("item"_L1, line.item);
    fields.optional("title"_L1, line.title);
    fields.optional("group"_L1, line.group);
    fields.optional("category"_L1, line.category);
    fields.optional("date"_L1, line.visit.date);
    fields.optional("slot"_L1, line.visit.slot);
    fields.optional("minutes"_L1, line.durationMinutes);
    fields.optional("qty"_L1, line.quantity, 1);
    fields.optional("persons"_L1, line.persons);
    fields.optional("grams"_L1, line.grams);
    fields.optional("barcode"_L1, line.barcode);
    fields.optional("gift"_L1, line.giftCode);
    fields.required("unit_price"_L1, line.unitPrice);
    fields.optional("price_rule"_L1, line.priceRule);
    fields.required("gross"_L1, line.gross);
    fields.optional("changes"_L1, line.changes);
    fields.required("net"_L1, line.net);
    fields.required("vat"_L1, line.vat.code);
    fields.optional("rate"_L1, line.vat.rate);
}

template <typename Fields>
void describe(Fields &fields, Described<SaleLine> auto &line)
{
    describe(fields, line.priced);
    fields.optional("free_units"_L1, line.freeUnits);
    fields.optional("free_reason"_L1, line.freeReason);
    fields.optional("force_reason"_L1, line.forceReason);
    fields.optional("force_approver"_L1, line.forceApprover);
}

template <typename Fields>
void describe(Fields &fields, Described<Payment> auto &payment)
{
    fields.required("id"_L1, payment.id);
    fields.optional("dossier"_L1, payment.dossier);
    fields.optional("method"_L1, payment.method);
    fields.optional("type"_L1, payment.type, PaymentType::Other);
    fields.optional("title"_L1, payment.methodTitle);
    fields.required("amount"_L1, payment.amount);
    fields.optional("rounding"_L1, payment.rounding);
    fields.optional("excess"_L1, payment.excess);
    fields.optional("tip"_L1, payment.tip);
    fields.optional("tendered"_L1, payment.tendered);
    fields.optional("change"_L1, payment.change);
    fields.optional("reference"_L1, payment.reference);
    fields.optional("gift"_L1, payment.giftCode);
    fields.optional("intent"_L1, payment.intent);
    fields.optional("at"_L1, payment.at);
}

template <typename Fields>
void describe(Fields &fields, Described<Origin> auto &origin)
{
    fields.optional("country"_L1, origin.country);
    fields.optional("postcode"_L1, origin.postcode);
    fields.optional("province"_L1, origin.province);
}

} // namespace guichet
