// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiOutcome.h"

#include "core/base/Clock.h"
#include "hardware/opi/OpiAmount.h"
#include "hardware/records/maskCardData.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    QLatin1String word;
    OpiResult result;
};
constexpr std::array<Meaning, 15> meanings{{{"Success"_L1, OpiResult::Success},
                                            {"PartialFailure"_L1, OpiResult::PartialFailure},
                                            {"Failure"_L1, OpiResult::Failure},
                                            {"Aborted"_L1, OpiResult::Aborted},
                                            {"TimedOut"_L1, OpiResult::TimedOut},
                                            {"LoggedOut"_L1, OpiResult::LoggedOut},
                                            {"DeviceUnavailable"_L1, OpiResult::Busy},
                                            {"Busy"_L1, OpiResult::Busy},
                                            {"PrintLastTicket"_L1, OpiResult::PrintLastTicket},
                                            {"CommunicationError"_L1, OpiResult::CommunicationError},
                                            {"FormatError"_L1, OpiResult::Refused},
                                            {"ParsingError"_L1, OpiResult::Refused},
                                            {"ValidationError"_L1, OpiResult::Refused},
                                            {"MissingMandatoryData"_L1, OpiResult::Refused},
                                            {"UnknownCard"_L1, OpiResult::Refused}}};

bool isReversal(const OpiAsked &asked)
{
    return asked.type == u"PaymentReversal";
}

bool isApprovedByBank(const OpiAnswer &answer)
{
    return answer.authorisation && !answer.authorisation->approvalCode.isEmpty();
}

/// A card was read or more.
bool hasCardData(const OpiAnswer &answer)
{
    return isApprovedByBank(answer) || !answer.cardPan.isEmpty() || (answer.authorisation && !answer.authorisation->cardPan.isEmpty());
}

ChargeState stateOf(const OpiAnswer &answer, const OpiAsked &asked)
{
    switch (opiResultFrom(answer.overallResult)) {
    case OpiResult::Success: return answer.authorisation || isReversal(asked) ? ChargeState::Approved : ChargeState::Unknown;
    case OpiResult::PartialFailure: return isApprovedByBank(answer) ? ChargeState::Approved : ChargeState::Unknown;
    case OpiResult::Failure:
    case OpiResult::Aborted: return ChargeState::Declined;
    case OpiResult::TimedOut: return hasCardData(answer) ? ChargeState::Unknown : ChargeState::Declined;
    case OpiResult::LoggedOut:
    case OpiResult::Busy:
    case OpiResult::PrintLastTicket:
    case OpiResult::Refused: return isApprovedByBank(answer) ? ChargeState::Unknown : ChargeState::NotStarted; // it contradicts itself
    case OpiResult::CommunicationError:
    case OpiResult::Unclear: break;
    }
    return ChargeState::Unknown;
}

/// The amount of a payment must be said; a reversal that says none, or zero, gave the whole back.
std::optional<Money> authorisedOf(const OpiAnswer &answer, const OpiAsked &asked)
{
    if (!answer.currency.isEmpty() && answer.currency != u"EUR")
        return std::nullopt;
    auto amount = opiAmountFrom(answer.amount);
    if (isReversal(asked) && (answer.amount.isEmpty() || amount == Money{}))
        amount = asked.amount.absolute();
    if (!amount || !amount->isPositive())
        return std::nullopt;
    return asked.amount.isNegative() ? -*amount : *amount;
}

QString firstOf(std::initializer_list<QString> texts)
{
    const auto *const found = std::ranges::find_if(texts, [](const QString &text) { return !text.isEmpty(); });
    return found == texts.end() ? QString{} : *found;
}

QString entryOf(const OpiAnswer &answer)
{
    static const std::array<std::pair<QLatin1String, QLatin1String>, 9> modes{{{"nfc"_L1, "contactless"_L1},
                                                                               {"contactless"_L1, "contactless"_L1},
                                                                               {"chip"_L1, "chip"_L1},
                                                                               {"icc"_L1, "chip"_L1},
                                                                               {"magstripe"_L1, "magstripe"_L1},
                                                                               {"swipe"_L1, "magstripe"_L1},
                                                                               {"keyed"_L1, "manual"_L1},
                                                                               {"manual"_L1, "manual"_L1},
                                                                               {"mobile"_L1, "mobile"_L1}}};
    const QString said = firstOf({answer.technology, answer.entryMode}).toLower();
    for (const auto &[theirs, ours] : modes)
        if (said.contains(theirs))
            return ours;
    return {};
}

CardDetails cardOf(const OpiAnswer &answer)
{
    const OpiAuthorisation said = answer.authorisation.value_or(OpiAuthorisation{});
    return {.brand = firstOf({said.cardCircuit, answer.cardCircuit}),
            .maskedPan = maskedPan(firstOf({said.cardPan, answer.cardPan})),
            .entry = entryOf(answer),
            .terminalId = answer.terminalId,
            .merchantId = said.merchant,
            .receiptNumber = said.receiptNumber,
            .at = opiTimeFrom(said.timeStamp)};
}

QString transactionOf(const QString &stan)
{
    static const QRegularExpression form{u"^[0-9]{1,12}$"_s};
    return form.match(stan).hasMatch() ? stan : QString{};
}

} // namespace

OpiResult opiResultFrom(const QString &overallResult)
{
    const auto *const known = std::ranges::find(meanings, overallResult, &Meaning::word);
    return known == meanings.end() ? OpiResult::Unclear : known->result;
}

Charge opiChargeFrom(const OpiAnswer &answer, const OpiAsked &asked)
{
    Charge charge;
    charge.state = stateOf(answer, asked);
    charge.text = opiWords(answer);
    charge.card = cardOf(answer);
    charge.signatureRequired = answer.verification.contains(u"signature", Qt::CaseInsensitive);
    if (charge.state != ChargeState::Approved)
        return charge;
    const auto authorised = authorisedOf(answer, asked);
    if (!authorised || !asked.tips.allows(asked.amount, *authorised))
        return opiChargeWithout(ChargeState::Unknown, u"approved without an amount that can be"_s);
    const OpiAuthorisation said = answer.authorisation.value_or(OpiAuthorisation{});
    charge.authorised = *authorised;
    charge.reference = firstOf({said.approvalCode, said.reference, said.receiptNumber, answer.stan});
    charge.transaction = transactionOf(answer.stan);
    return charge;
}

QString opiWords(const OpiAnswer &answer)
{
    static const QStringList hostIsAway{u"1"_s, u"569"_s, u"579"_s};
    QStringList words{answer.overallResult, answer.errorCode, answer.errorText};
    if (opiResultFrom(answer.overallResult) == OpiResult::Failure && hostIsAway.contains(answer.errorCode))
        words << u"authorisation system unavailable"_s;
    words.removeAll(QString{});
    return words.join(u": "_s);
}

QDateTime opiTimeFrom(const QString &timeStamp)
{
    static const QRegularExpression form{
        u"^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?$"_s};
    const auto match = form.match(timeStamp);
    if (!match.hasMatch())
        return {};
    const QString offset = match.captured(2);
    if (!offset.isEmpty() && offset != u"-00:00")
        return QDateTime::fromString(match.captured(1) + offset, Qt::ISODate).toTimeZone(brussels());
    const QDateTime wall = QDateTime::fromString(match.captured(1), Qt::ISODate);
    return {wall.date(), wall.time(), brussels()};
}

Charge opiChargeWithout(ChargeState state, const QString &text)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = text};
}

} // namespace guichet
