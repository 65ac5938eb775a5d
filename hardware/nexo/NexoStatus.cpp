// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoStatus.h"

#include "hardware/nexo/NexoAmount.h"
#include "hardware/nexo/NexoText.h"

#include <QJsonArray>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using State = NexoStatus::State;

constexpr int mostRows = 200;
constexpr int mostTransactions = 1'000'000;

NexoStatus unclear(const QString &why)
{
    return {.state = State::Unclear, .charge = {.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = why}};
}

bool isAnswerTo(const NexoHeader &request, const NexoHeader &answer)
{
    return answer.category == request.category && answer.serviceId == request.serviceId && answer.saleId == request.saleId &&
           answer.poiId == request.poiId;
}

NexoStatus repeated(const QJsonObject &message, const NexoAsked &asked)
{
    if (!isAnswerTo(asked.request, nexoHeaderFromJson(message.value(u"MessageHeader"_s).toObject())))
        return unclear(u"repeats another answer"_s);
    const QJsonObject body =
        message.value(u"RepeatedResponseMessageBody"_s).toObject().value(asked.request.category + u"Response"_s).toObject();
    return {.state = State::Answered, .charge = nexoChargeFrom(body, asked, true)};
}

/// What a kind of transaction does to the amount; none: it moved no money.
std::optional<int> signOf(const QString &type)
{
    if (type == u"Debit" || type == u"ReverseCredit")
        return 1;
    return type == u"Credit" || type == u"ReverseDebit" ? std::optional{-1} : std::nullopt;
}

std::unexpected<Error> unreadable(const QString &what)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"nexo totals: "_s + what);
}

Result<> addTo(TerminalTotals::Row &row, const QJsonObject &total)
{
    const auto sign = signOf(nexoTextAt(total, u"TransactionType"));
    if (!sign)
        return {};
    bool isNumber = false;
    const int count = nexoTextAt(total, u"TransactionCount").toInt(&isNumber);
    const auto amount = nexoAmountFrom(nexoTextAt(total, u"TransactionAmount"));
    if (!isNumber || count < 0 || count > mostTransactions - row.count || !amount)
        return unreadable(u"count or amount"_s);
    row.count += count;
    row.amount += amount->absolute() * *sign; // some terminals write what they gave back as negative
    return {};
}

TerminalTotals::Row &rowOf(TerminalTotals &totals, const QString &brand)
{
    const auto row = std::ranges::find(totals.rows, brand, &TerminalTotals::Row::brand);
    return row != totals.rows.end() ? *row : totals.rows.emplace_back(TerminalTotals::Row{.brand = brand, .count = 0, .amount = {}});
}

Result<> addTo(TerminalTotals &totals, const QJsonObject &ofInstrument)
{
    if (const QString currency = nexoTextAt(ofInstrument, u"PaymentCurrency"); !currency.isEmpty() && currency != u"EUR")
        return unreadable(u"in "_s + currency);
    const QString brand = nexoTextAt(ofInstrument, u"CardBrand");
    TerminalTotals::Row &row = rowOf(totals, brand.isEmpty() ? nexoTextAt(ofInstrument, u"PaymentInstrumentType") : brand);
    const QJsonArray paymentTotals = ofInstrument.value(u"PaymentTotals"_s).toArray();
    if (paymentTotals.size() > mostRows)
        return unreadable(u"too many"_s);
    for (const QJsonValue total : paymentTotals)
        TRY(addTo(row, total.toObject()));
    return {};
}

} // namespace

NexoStatus nexoStatusFrom(const QJsonObject &response, const NexoAsked &asked)
{
    if (nexoTextAt(response, u"Response.Result") == u"Success")
        return repeated(response.value(u"RepeatedMessageResponse"_s).toObject(), asked);
    const QString condition = nexoTextAt(response, u"Response.ErrorCondition");
    if (condition == u"InProgress" || condition == u"Busy")
        return {.state = State::InProgress, .charge = {}};
    if (condition == u"NotFound" && nexoTextAt(response, u"Response.Result") == u"Failure")
        return {.state = State::NotFound, .charge = {}};
    return unclear(nexoWords(response));
}

NexoHealth nexoHealthFrom(const QJsonObject &diagnosisResponse)
{
    const QString global = nexoTextAt(diagnosisResponse, u"POIStatus.GlobalStatus");
    const bool answered = nexoTextAt(diagnosisResponse, u"Response.Result") == u"Success";
    const bool busy = global == u"Busy" || nexoTextAt(diagnosisResponse, u"Response.ErrorCondition") == u"Busy";
    return {.isIdle = answered && global == u"OK", .isBusy = busy, .words = global.isEmpty() ? nexoWords(diagnosisResponse) : global};
}

Result<TerminalTotals> nexoTotalsFrom(const QJsonObject &response)
{
    if (nexoTextAt(response, u"Response.Result") != u"Success")
        return failure(ErrorCode::TerminalUnavailable, u"nexo totals: "_s + nexoWords(response));
    TerminalTotals totals;
    const QJsonArray instruments = response.value(u"TransactionTotals"_s).toArray();
    if (instruments.size() > mostRows)
        return unreadable(u"too many"_s);
    for (const QJsonValue ofInstrument : instruments)
        TRY(addTo(totals, ofInstrument.toObject()));
    return totals;
}

} // namespace guichet
