// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoOutcome.h"

#include "core/base/Clock.h"
#include "hardware/nexo/NexoAmount.h"
#include "hardware/nexo/NexoReceipt.h"
#include "hardware/nexo/NexoRequests.h"
#include "hardware/nexo/NexoText.h"
#include "hardware/records/maskCardData.h"

#include <QJsonArray>
#include <algorithm>
#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// What an ErrorCondition says of the money (hardware.md §3.5). What is not here is not certain.
ChargeState meaningOf(const QString &condition, bool isRepeated)
{
    static const QStringList declined{
        u"Aborted"_s,   u"Cancel"_s, u"Refusal"_s, u"WrongPIN"_s, u"InvalidCard"_s, u"InsertedCard"_s, u"PaymentRestriction"_s,
        u"NotAllowed"_s};
    static const QStringList notStarted{u"Busy"_s,      u"LoggedOut"_s,    u"UnavailableService"_s, u"UnavailableDevice"_s,
                                        u"DeviceOut"_s, u"MessageFormat"_s};
    if (declined.contains(condition) || (isRepeated && condition == u"UnreachableHost"))
        return ChargeState::Declined;
    return notStarted.contains(condition) ? ChargeState::NotStarted : ChargeState::Unknown;
}

ChargeState stateOf(const QJsonObject &response, const NexoAsked &asked, bool isRepeated)
{
    const QString result = nexoTextAt(response, u"Response.Result");
    if (result == u"Success" || result == u"Partial")
        return ChargeState::Approved;
    const QString condition = nexoTextAt(response, u"Response.ErrorCondition");
    if (result == u"Failure" && condition == u"NotFound" && asked.request.category == u"Reversal")
        return ChargeState::Declined; // it does not know what it should reverse
    return result == u"Failure" ? meaningOf(condition, isRepeated) : ChargeState::Unknown;
}

QString entryOf(const QJsonObject &instrument)
{
    if (nexoTextAt(instrument, u"PaymentInstrumentType") == u"Mobile")
        return u"mobile"_s;
    struct Mode
    {
        QLatin1String nexo;
        QLatin1String ours;
    };
    static constexpr std::array<Mode, 8> modes{{{"ICC"_L1, "chip"_L1},
                                                {"SynchronousICC"_L1, "chip"_L1},
                                                {"Contactless"_L1, "contactless"_L1},
                                                {"Tapped"_L1, "contactless"_L1},
                                                {"Mobile"_L1, "mobile"_L1},
                                                {"MagStripe"_L1, "magstripe"_L1},
                                                {"Keyed"_L1, "manual"_L1},
                                                {"Manual"_L1, "manual"_L1}}};
    const QString mode = instrument.value(u"CardData"_s).toObject().value(u"EntryMode"_s).toArray().first().toString();
    const auto *const known = std::ranges::find(modes, mode, &Mode::nexo);
    return known == modes.end() ? QString{} : QString{known->ours};
}

CardDetails cardOf(const QJsonObject &response)
{
    const QJsonObject result = response.value(u"PaymentResult"_s).toObject();
    const QJsonObject instrument = result.value(u"PaymentInstrumentData"_s).toObject();
    return {.brand = nexoTextAt(instrument, u"CardData.PaymentBrand"),
            .maskedPan = maskedPan(nexoTextAt(instrument, u"CardData.MaskedPan")),
            .entry = entryOf(instrument),
            .terminalId = nexoTextAt(result, u"PaymentAcquirerData.AcquirerPOIID"),
            .merchantId = nexoTextAt(result, u"PaymentAcquirerData.MerchantID"),
            .receiptNumber = nexoTextAt(response, u"POIData.POITransactionID.TransactionID"),
            .at = fromRfc3339(nexoTextAt(response, u"POIData.POITransactionID.TimeStamp"))};
}

/// The amount of a payment must be said; a reversal that says none gave the whole back.
std::optional<Money> authorisedOf(const QJsonObject &response, const NexoAsked &asked)
{
    const QJsonObject amounts = response.value(u"PaymentResult"_s).toObject().value(u"AmountsResp"_s).toObject();
    if (const QString currency = nexoTextAt(amounts, u"Currency"); !currency.isEmpty() && currency != u"EUR")
        return std::nullopt;
    QString digits = nexoTextAt(amounts, u"AuthorizedAmount");
    if (asked.request.category == u"Reversal")
        digits = response.contains(u"ReversedAmount"_s) ? nexoTextAt(response, u"ReversedAmount") : nexoAmountText(asked.amount.absolute());
    const auto amount = nexoAmountFrom(digits);
    if (!amount || !amount->isPositive())
        return std::nullopt;
    return asked.amount.isNegative() ? -*amount : *amount;
}

bool isOfAnotherSale(const QJsonObject &response, const NexoAsked &asked)
{
    const QString echoed = nexoTextAt(response, u"SaleData.SaleTransactionID.TransactionID");
    return !echoed.isEmpty() && echoed != asked.reference;
}

QString transactionOf(const QJsonObject &response)
{
    const QString named = NexoTransaction{.id = nexoTextAt(response, u"POIData.POITransactionID.TransactionID"),
                                          .timestamp = nexoTextAt(response, u"POIData.POITransactionID.TimeStamp")}
                              .toString();
    return NexoTransaction::fromString(named) ? named : QString{};
}

Charge unknown(const QString &why)
{
    return {.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = why};
}

void addSlips(Charge &charge, const QJsonObject &response)
{
    const NexoSlips slips = nexoSlipsFromJson(response.value(u"PaymentReceipt"_s).toArray());
    charge.merchantSlip = slips.merchant;
    charge.customerSlip = slips.customer;
    charge.signatureRequired = slips.signatureRequired;
}

} // namespace

Charge nexoChargeFrom(const QJsonObject &response, const NexoAsked &asked, bool isRepeated)
{
    if (isOfAnotherSale(response, asked))
        return unknown(u"answer for another sale"_s);
    Charge charge;
    charge.state = stateOf(response, asked, isRepeated);
    charge.text = nexoWords(response);
    charge.card = cardOf(response);
    if (charge.card.terminalId.isEmpty())
        charge.card.terminalId = asked.request.poiId;
    addSlips(charge, response);
    if (charge.state != ChargeState::Approved)
        return charge;
    const auto authorised = authorisedOf(response, asked);
    if (!authorised || !asked.tips.allows(asked.amount, *authorised))
        return unknown(u"approved without an amount that can be"_s);
    charge.authorised = *authorised;
    charge.reference =
        nexoFirstTextAt(response, {u"PaymentResult.PaymentAcquirerData.ApprovalCode", u"POIData.POITransactionID.TransactionID"});
    charge.transaction = transactionOf(response);
    return charge;
}

} // namespace guichet
