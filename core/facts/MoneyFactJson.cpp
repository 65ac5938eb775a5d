// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EnumNames.h"
#include "core/facts/FactFields.h"

/// Payments, advances, terminal intents, corrections of method, gift value.
namespace guichet {
namespace {

constexpr EnumNames<GiftKind, 2> giftKinds{{"voucher"_L1, "card"_L1}};

} // namespace

QString enumName(GiftKind value)
{
    return giftKinds.nameOf(value);
}

QString enumName(PaymentPurpose value)
{
    return paymentPurposeName(value);
}

QString enumName(IntentState value)
{
    return intentStateName(value);
}

bool enumNamed(const QString &name, GiftKind &value)
{
    return putEnum(giftKinds.valueOf(name), value);
}

bool enumNamed(const QString &name, PaymentPurpose &value)
{
    return putEnum(paymentPurposeFromName(name), value);
}

bool enumNamed(const QString &name, IntentState &value)
{
    return putEnum(intentStateFromName(name), value);
}

template <typename Fields>
void describe(Fields &fields, Described<PaymentContent> auto &content)
{
    fields.required("payment"_L1, content.payment);
    fields.optional("purpose"_L1, content.purpose, PaymentPurpose::Sale);
    fields.optional("number"_L1, content.dossierNumber);
    fields.optional("vat"_L1, content.vat);
}

template <typename Fields>
void describe(Fields &fields, Described<AdvanceContent> auto &advance)
{
    fields.required("dossier"_L1, advance.dossier);
    fields.optional("number"_L1, advance.dossierNumber);
    fields.optional("payments"_L1, advance.payments);
    fields.required("amount"_L1, advance.amount);
    fields.optional("vat"_L1, advance.vat);
}

template <typename Fields>
void describe(Fields &fields, Described<CardDetails> auto &card)
{
    fields.optional("brand"_L1, card.brand);
    fields.optional("pan"_L1, card.maskedPan);
    fields.optional("entry"_L1, card.entry);
    fields.optional("terminal"_L1, card.terminalId);
    fields.optional("merchant"_L1, card.merchantId);
    fields.optional("receipt"_L1, card.receiptNumber);
    fields.optional("at"_L1, card.at);
}

template <typename Fields>
void describe(Fields &fields, Described<IntentContent> auto &content)
{
    auto &intent = content.intent;
    fields.required("id"_L1, intent.id);
    fields.optional("dossier"_L1, intent.dossier);
    fields.optional("method"_L1, intent.method);
    fields.optional("terminal"_L1, intent.terminal);
    fields.required("asked"_L1, intent.asked);
    fields.optional("authorised"_L1, intent.authorised);
    fields.required("state"_L1, intent.state);
    fields.optional("reference"_L1, intent.reference);
    fields.optional("by_person"_L1, intent.resolvedByPerson);
    fields.optional("resolved_by"_L1, intent.resolvedBy);
    fields.optional("at"_L1, intent.at);
    fields.optional("transaction"_L1, intent.transaction);
    fields.optional("reverses"_L1, intent.reverses);
    fields.optional("undoes"_L1, intent.undoes);
    fields.optional("late"_L1, intent.late);
    fields.optional("confirmed"_L1, intent.confirmed);
    fields.optional("card"_L1, intent.card);
}

template <typename Fields>
void describe(Fields &fields, Described<CorrectionContent> auto &correction)
{
    fields.required("dossier"_L1, correction.dossier);
    fields.required("payment"_L1, correction.payment);
    fields.required("from"_L1, correction.fromMethod);
    fields.required("from_type"_L1, correction.fromType);
    fields.required("to"_L1, correction.toMethod);
    fields.required("to_type"_L1, correction.toType);
    fields.optional("to_title"_L1, correction.toTitle);
    fields.required("amount"_L1, correction.amount);
    fields.optional("rounding"_L1, correction.rounding);
}

template <typename Fields>
void describe(Fields &fields, Described<GiftContent> auto &gift)
{
    fields.required("code"_L1, gift.code);
    fields.required("kind"_L1, gift.kind);
    fields.required("amount"_L1, gift.amount);
    fields.optional("dossier"_L1, gift.dossier);
    fields.optional("expires_on"_L1, gift.expiresOn);
    fields.optional("reason"_L1, gift.reason);
}

QJsonObject toJson(const PaymentContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const AdvanceContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const IntentContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const CardDetails &card)
{
    return writeFields(card);
}

QJsonObject toJson(const CorrectionContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const GiftContent &content)
{
    return writeFields(content);
}

Result<PaymentContent> paymentContentFromJson(const QJsonObject &object)
{
    return readFields<PaymentContent>(object);
}

Result<AdvanceContent> advanceContentFromJson(const QJsonObject &object)
{
    return readFields<AdvanceContent>(object);
}

Result<IntentContent> intentContentFromJson(const QJsonObject &object)
{
    return readFields<IntentContent>(object);
}

Result<CardDetails> cardDetailsFromJson(const QJsonObject &object)
{
    return readFields<CardDetails>(object);
}

Result<CorrectionContent> correctionContentFromJson(const QJsonObject &object)
{
    return readFields<CorrectionContent>(object);
}

Result<GiftContent> giftContentFromJson(const QJsonObject &object)
{
    return readFields<GiftContent>(object);
}

} // namespace guichet
