// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtOutcome.h"

#include "hardware/terminal/TipCeiling.h"
#include "hardware/zvt/ZvtResult.h"

namespace guichet {
using namespace Qt::StringLiterals;

using Kind = ZvtRecord::Kind;
using End = ZvtAnswer::End;

namespace {

constexpr int mostReceipts = 9999;

QString brandOf(const ZvtStatus &status)
{
    if (!status.cardName.isEmpty() || !status.cardType)
        return status.cardName;
    switch (*status.cardType) {
    case 2:
    case 5: return u"girocard"_s;
    case 6: return u"Mastercard"_s;
    case 8: return u"American Express"_s;
    case 10: return u"Visa"_s;
    case 11: return u"Visa Electron"_s;
    case 12: return u"Diners"_s;
    case 13: return u"V PAY"_s;
    case 14: return u"JCB"_s;
    case 46: return u"Maestro"_s;
    case 87: return u"Bancontact"_s;
    default: return {};
    }
}

QString entryOf(const ZvtStatus &status)
{
    switch (status.technology.value_or(0xFF)) {
    case 0: return u"magstripe"_s;
    case 1: return u"chip"_s;
    case 2: return u"contactless"_s;
    default: return {};
    }
}

QString receiptText(int receipt)
{
    return QString::number(receipt).rightJustified(4, u'0');
}

QString wordsOf(const ZvtStatus &status)
{
    const QString result = zvtResultWords(status.result.value_or(0xFF));
    const QString shown = status.text.isEmpty() ? status.errorText : status.text;
    return shown.isEmpty() ? result : result + u", "_s + shown;
}

bool isApproval(const ZvtStatus &status)
{
    return status.result == quint8{0};
}

/// After a status information, so that the charge still says what is known of the card.
Charge doubtful(const ZvtAnswer &answer, const ZvtRecord &record, const QString &why)
{
    if (!answer.status)
        return zvtChargeWithout(ChargeState::Unknown, why);
    Charge charge = zvtCharge(ChargeState::Unknown, *answer.status, record, {});
    charge.text = why + u"; "_s + charge.text;
    return charge;
}

Charge completed(const ZvtAnswer &answer, const ZvtRecord &record, bool takesPartialApprovals)
{
    if (!answer.status || answer.isGarbled)
        return doubtful(answer, record, u"completed without a readable status"_s);
    if (!isApproval(*answer.status))
        return doubtful(answer, record, u"completed after a refusal"_s);
    if (answer.status->receipt && record.before.isStill(answer.status))
        return doubtful(answer, record, u"the receipt of the transaction before"_s);
    const auto authorised = zvtAuthorised(*answer.status, record, takesPartialApprovals);
    if (!authorised)
        return doubtful(answer, record, u"another amount or currency"_s);
    return zvtCharge(ChargeState::Approved, *answer.status, record, *authorised);
}

Charge failed(const ZvtAnswer &answer, const ZvtRecord &record)
{
    const bool wasApproved = answer.status && isApproval(*answer.status);
    const ZvtResult result = zvtResultOf(answer.code);
    if (wasApproved || answer.isGarbled || result == ZvtResult::Unclear || result == ZvtResult::Approved)
        return doubtful(answer, record, u"failed: "_s + zvtResultWords(answer.code));
    if (answer.status)
        return zvtCharge(ChargeState::Declined, *answer.status, record, {});
    const bool notStarted = result == ZvtResult::Busy || result == ZvtResult::NotTried;
    return zvtChargeWithout(notStarted ? ChargeState::NotStarted : ChargeState::Declined, zvtResultWords(answer.code));
}

/// Whether it can have been at that time; true when the terminal does not say when it was.
bool isWithinTime(const ZvtStatus &last, const ZvtExpected &expected)
{
    const QDateTime at = last.at(expected.record.at.addSecs(expected.clock.count())).addSecs(-expected.clock.count());
    const qint64 difference = expected.clockDifference.count();
    return !at.isValid() || (at >= expected.record.at.addMSecs(-difference) &&
                             at <= expected.record.at.addMSecs(expected.mostDuration.count() + difference));
}

bool isRightKind(const ZvtStatus &last, const ZvtRecord &record)
{
    return record.kind == Kind::Reversal || !last.originalTrace;
}

bool isAfter(int receipt, const ZvtBaseline &before)
{
    return before.isKnown && (before.receipt == 0 || receipt == before.receipt % mostReceipts + 1);
}

} // namespace

Charge zvtChargeWithout(ChargeState state, const QString &text)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = text};
}

Charge zvtCharge(ChargeState state, const ZvtStatus &status, const ZvtRecord &record, Money authorised)
{
    Charge charge;
    charge.state = state;
    charge.authorised = record.kind == Kind::Payment ? authorised : -authorised;
    charge.reference = status.approval;
    charge.text = wordsOf(status);
    charge.card = {.brand = brandOf(status),
                   .maskedPan = status.maskedPan,
                   .entry = entryOf(status),
                   .terminalId = status.terminalId,
                   .merchantId = status.merchantId,
                   .receiptNumber = status.receipt ? receiptText(*status.receipt) : QString{},
                   .at = status.at(record.at)};
    charge.transaction = charge.card.receiptNumber;
    charge.signatureRequired = status.needsSignature();
    return charge;
}

std::optional<Money> zvtAuthorised(const ZvtStatus &status, const ZvtRecord &record, bool takesPartialApprovals)
{
    if (!status.amount || !status.amount->isPositive() || !status.isInEuros())
        return std::nullopt;
    const bool isPayment = record.kind == Kind::Payment;
    const bool isTipped =
        isPayment && status.tip && *status.amount - *status.tip == record.amount && TipCeiling{}.allows(record.amount, *status.amount);
    const bool isPartial = isPayment && takesPartialApprovals && *status.amount < record.amount;
    return *status.amount == record.amount || isTipped || isPartial ? status.amount : std::nullopt;
}

Charge zvtChargeFrom(const ZvtAnswer &answer, const ZvtRecord &record, bool takesPartialApprovals)
{
    Charge charge;
    switch (answer.end) {
    case End::Completed: charge = completed(answer, record, takesPartialApprovals); break;
    case End::Failed: charge = failed(answer, record); break;
    case End::Refused: charge = zvtChargeWithout(ChargeState::NotStarted, zvtResultWords(answer.code)); break;
    case End::Lost: charge = doubtful(answer, record, answer.error.detail); break;
    }
    if (!answer.text.isEmpty() && charge.state != ChargeState::Approved)
        charge.text += u", "_s + answer.text;
    charge.customerSlip = answer.slips.customer;
    charge.merchantSlip = answer.slips.merchant;
    charge.signatureRequired = charge.signatureRequired || answer.slips.signatureRequired;
    return charge;
}

ZvtRelation zvtRelate(const std::optional<ZvtStatus> &last, const ZvtExpected &expected)
{
    const ZvtRecord &record = expected.record;
    if (record.before.isStill(last))
        return ZvtRelation::Unchanged;
    if (!last || !last->receipt || !last->result || !last->isInEuros() || !isRightKind(*last, record) || !isWithinTime(*last, expected))
        return ZvtRelation::Other;
    const bool isAnswer = record.answer && record.answer->receipt == *last->receipt && last->amount == record.answer->amount;
    const bool keepsNumber = record.kind == Kind::Reversal && last->originalTrace && *last->receipt == record.before.receipt;
    const bool isNext = !record.answer && (isAfter(*last->receipt, record.before) || keepsNumber);
    const bool hasAmount = zvtAuthorised(*last, record, false).has_value() || (!last->amount && !isApproval(*last));
    return isAnswer || (isNext && hasAmount) ? ZvtRelation::Ours : ZvtRelation::Other;
}

} // namespace guichet
