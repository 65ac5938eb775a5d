// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EnumNames.h"
#include "core/facts/FactFields.h"

/// Sale, Order, Quote, Refund, cancellation, check-in.
namespace guichet {
namespace {

constexpr EnumNames<Tender::Kind, 3> tenderKinds{{"payment"_L1, "advance"_L1, "credit"_L1}};

} // namespace

QString enumName(Tender::Kind value)
{
    return tenderKinds.nameOf(value);
}

bool enumNamed(const QString &name, Tender::Kind &value)
{
    const auto found = tenderKinds.valueOf(name);
    value = found.value_or(value);
    return found.has_value();
}

template <typename Fields>
void describe(Fields &fields, Described<Tender> auto &tender)
{
    fields.optional("kind"_L1, tender.kind, Tender::Kind::Payment);
    fields.required("payment"_L1, tender.payment);
}

template <typename Fields>
void describe(Fields &fields, Described<SaleContent> auto &sale)
{
    fields.required("dossier"_L1, sale.dossier);
    fields.optional("number"_L1, sale.dossierNumber);
    fields.optional("customer"_L1, sale.customer);
    fields.optional("lang"_L1, sale.language, Language::French);
    fields.optional("lines"_L1, sale.lines);
    fields.optional("code"_L1, sale.promoCode);
    fields.optional("code_reference"_L1, sale.promoReference);
    fields.required("gross"_L1, sale.gross);
    fields.optional("discounts"_L1, sale.discounts);
    fields.required("total"_L1, sale.total);
    fields.optional("gift_value"_L1, sale.giftValue);
    fields.optional("vat"_L1, sale.vat);
    fields.optional("tenders"_L1, sale.tenders);
    fields.optional("rounds_all"_L1, sale.roundsAll, false);
    fields.optional("origin"_L1, sale.origin);
    fields.optional("due_on"_L1, sale.dueOn);
    fields.optional("deposit"_L1, sale.deposit);
    fields.optional("communication"_L1, sale.structuredCommunication);
    fields.optional("settles"_L1, sale.settles);
}

template <typename Fields>
void describe(Fields &fields, Described<RefundedLine> auto &line)
{
    fields.required("line"_L1, line.line);
    fields.required("units"_L1, line.units);
    fields.required("amount"_L1, line.amount);
}

template <typename Fields>
void describe(Fields &fields, Described<RefundContent> auto &refund)
{
    fields.required("dossier"_L1, refund.dossier);
    fields.optional("number"_L1, refund.dossierNumber);
    fields.required("sale"_L1, refund.sale);
    fields.optional("reason"_L1, refund.reason);
    fields.optional("lines"_L1, refund.lines);
    fields.optional("taken_back"_L1, refund.takenBack);
    fields.optional("discounts"_L1, refund.discounts);
    fields.required("gross"_L1, refund.gross);
    fields.required("total"_L1, refund.total);
    fields.optional("vat"_L1, refund.vat);
    fields.optional("payments"_L1, refund.payments);
    fields.optional("credit_reduced"_L1, refund.creditReduced);
    fields.optional("restock"_L1, refund.restock, true);
}

template <typename Fields>
void describe(Fields &fields, Described<CancelContent> auto &cancel)
{
    fields.required("dossier"_L1, cancel.dossier);
    fields.optional("number"_L1, cancel.dossierNumber);
    fields.optional("reason"_L1, cancel.reason);
}

template <typename Fields>
void describe(Fields &fields, Described<CheckInContent> auto &arrival)
{
    fields.required("dossier"_L1, arrival.dossier);
    fields.required("line"_L1, arrival.line);
    fields.required("units"_L1, arrival.units);
    fields.optional("unit"_L1, arrival.unit);
}

QJsonObject toJson(const SaleContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const RefundContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const CancelContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const CheckInContent &content)
{
    return writeFields(content);
}

Result<SaleContent> saleContentFromJson(const QJsonObject &object)
{
    return readFields<SaleContent>(object);
}

Result<RefundContent> refundContentFromJson(const QJsonObject &object)
{
    return readFields<RefundContent>(object);
}

Result<CancelContent> cancelContentFromJson(const QJsonObject &object)
{
    return readFields<CancelContent>(object);
}

Result<CheckInContent> checkInContentFromJson(const QJsonObject &object)
{
    return readFields<CheckInContent>(object);
}

} // namespace guichet
