// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/facts/FactGenerators.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

PaymentIntent anyIntent()
{
    PaymentIntent intent;
    intent.id = anyId<PaymentIntent>();
    intent.dossier = anyIdOrNone<Dossier>();
    intent.method = anyText();
    intent.terminal = anyText();
    intent.asked = anyAmount();
    intent.authorised = anyAmount();
    intent.state = anyOf(IntentState::Unknown);
    intent.reference = anyText();
    intent.resolvedByPerson = anyFlag();
    intent.resolvedBy = anyText();
    intent.at = anyInstantOrNone();
    intent.transaction = anyText();
    intent.reverses = anyText();
    intent.undoes = anyIdOrNone<PaymentIntent>();
    intent.late = anyFlag();
    intent.confirmed = anyFlag();
    intent.card = {.brand = anyText(),
                   .maskedPan = anyText(),
                   .entry = anyText(),
                   .terminalId = anyText(),
                   .merchantId = anyText(),
                   .receiptNumber = anyText(),
                   .at = anyInstantOrNone()};
    return intent;
}

CorrectionContent anyCorrection()
{
    return {.dossier = anyId<Dossier>(),
            .payment = anyId<Payment>(),
            .fromMethod = anyText(),
            .fromType = anyOf(PaymentType::Other),
            .toMethod = anyText(),
            .toType = anyOf(PaymentType::Other),
            .toTitle = anyTitle(),
            .amount = anyAmount(),
            .rounding = anyAmount()};
}

GiftContent anyGift()
{
    return {.code = anyText(),
            .kind = anyOf(GiftKind::Card),
            .amount = anyAmount(),
            .dossier = anyIdOrNone<Dossier>(),
            .expiresOn = anyDateOrNone(),
            .reason = anyText()};
}

PaymentContent anyPaymentContent()
{
    return {.payment = anyPayment(), .purpose = anyOf(PaymentPurpose::Refund), .dossierNumber = anyText(), .vat = several(anyVat)};
}

AdvanceContent anyAdvance()
{
    return {.dossier = anyId<Dossier>(),
            .dossierNumber = anyText(),
            .payments = several(anyId<Payment>),
            .amount = anyAmount(),
            .vat = several(anyVat)};
}

} // namespace

TEST_CASE("any movement of money read back is the one written")
{
    property("round trip", [] {
        const PaymentContent payment = anyPaymentContent();
        RC_ASSERT((paymentContentFromJson(toJson(payment)) == payment));
        const AdvanceContent advance = anyAdvance();
        RC_ASSERT((advanceContentFromJson(toJson(advance)) == advance));
        const IntentContent intent{.intent = anyIntent()};
        RC_ASSERT((intentContentFromJson(toJson(intent)) == intent));
        const CorrectionContent correction = anyCorrection();
        RC_ASSERT((correctionContentFromJson(toJson(correction)) == correction));
        const GiftContent gift = anyGift();
        RC_ASSERT((giftContentFromJson(toJson(gift)) == gift));
    });
}

TEST_CASE("a cash payment is written with its rounding, what was tendered and the change")
{
    PaymentContent content;
    content.payment.id = *Id<Payment>::fromString(u"018f0000-0000-7000-8000-000000000001"_s);
    content.payment.method = u"cash"_s;
    content.payment.type = PaymentType::Cash;
    content.payment.amount = Money::fromCents(1003);
    content.payment.rounding = Money::fromCents(2);
    content.payment.tendered = Money::fromCents(5000);
    content.payment.change = Money::fromCents(3995);
    CHECK(toJson(content) == QJsonObject{{u"payment"_s, QJsonObject{{u"id"_s, u"018f0000-0000-7000-8000-000000000001"_s},
                                                                    {u"method"_s, u"cash"_s},
                                                                    {u"type"_s, u"CASH"_s},
                                                                    {u"amount"_s, 1003},
                                                                    {u"rounding"_s, 2},
                                                                    {u"tendered"_s, 5000},
                                                                    {u"change"_s, 3995}}}});
}

TEST_CASE("an intent in an unknown state of mind is refused")
{
    QJsonObject intent = toJson(IntentContent{});
    intent.insert(u"id"_s, u"018f0000-0000-7000-8000-000000000001"_s);
    REQUIRE(intentContentFromJson(intent));
    intent.insert(u"state"_s, u"Approved"_s);
    CHECK(intentContentFromJson(intent).error().detail == u"state: no such name"_s);
    intent.remove(u"state"_s);
    CHECK(intentContentFromJson(intent).error().detail == u"state: missing"_s);
}
