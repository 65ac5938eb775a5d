// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/zvt/SimulatedZvtBook.h"

#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtTlv.h"

#include <algorithm>

namespace guichet {

using Kind = ZvtRecord::Kind;

namespace {

constexpr int mostReceipts = 9999;
constexpr qsizetype passwordBytes = 3;
constexpr int brandCount = 7;
constexpr qint64 declinedCents = 5;

bool takesPart(const ZvtFields &fields)
{
    const auto objects = zvtTlvFrom(fields.value(0x06).value_or(QByteArrayView{}));
    const ZvtTlv *const tag = objects ? zvtFind(*objects, 0x1F70) : nullptr;
    return tag && !tag->value.isEmpty() && tag->value.front() != 0;
}

qint64 numberIn(const ZvtFields &fields, quint8 number)
{
    return zvtNumberFrom(fields.value(number).value_or(QByteArrayView{})).value_or(0);
}

} // namespace

std::optional<SimulatedZvtBook::Request> SimulatedZvtBook::requestFrom(const ZvtApdu &apdu)
{
    const bool isPayment = apdu.command == ZvtCommand::Authorisation;
    const QByteArrayView data{apdu.data};
    if (!isPayment && data.size() < passwordBytes)
        return std::nullopt;
    const auto fields = zvtFieldsFrom(isPayment ? data : data.sliced(passwordBytes));
    if (!fields)
        return std::nullopt;
    return Request{.kind = isPayment                            ? Kind::Payment
                           : apdu.command == ZvtCommand::Refund ? Kind::Refund
                                                                : Kind::Reversal,
                   .amount = Money::fromCents(numberIn(*fields, 0x04)),
                   .receipt = static_cast<int>(numberIn(*fields, 0x87)),
                   .takesPartialApprovals = takesPart(*fields)};
}

const SimulatedZvtBook::Stored *SimulatedZvtBook::stored(int receipt) const
{
    const auto found = std::ranges::find(m_day, receipt, &Stored::receipt);
    return found == m_day.end() ? nullptr : &*found;
}

/// `B5` impossible, `B4` already done, `B7` wrong amount.
quint8 SimulatedZvtBook::resultOfReversal(const Request &request) const
{
    const Stored *const original = stored(request.receipt);
    if (!original)
        return 0xB5;
    if (bookings()[original->booking].isReversed)
        return 0xB4;
    return request.amount.isZero() || request.amount == original->amount ? 0x00 : 0xB7;
}

quint8 SimulatedZvtBook::resultOf(const Request &request, const ZvtScript &script) const
{
    const bool isRefused = request.amount.cents() % 100 == declinedCents || script.scenario == ZvtScenario::Decline;
    const quint8 refusal = script.scenario == ZvtScenario::Decline ? script.refusal : 0x05;
    if (isRefused)
        return refusal;
    if (request.kind == Kind::Reversal)
        return resultOfReversal(request);
    const bool isPart = script.scenario == ZvtScenario::Partial && request.kind == Kind::Payment;
    return isPart && !request.takesPartialApprovals ? 0x71 : 0x00;
}

SimulatedZvtBook::Decision SimulatedZvtBook::decide(const Request &request, const ZvtScript &script)
{
    Decision decision{.request = request, .result = resultOf(request, script), .amount = request.amount, .at = now()};
    decision.trace = ++m_trace;
    const bool isApproved = decision.result == 0;
    if (isApproved || m_settings.numbersRefusals)
        decision.receipt = m_receipt % mostReceipts + 1;
    if (isApproved && request.kind == Kind::Reversal) {
        decision.amount = stored(request.receipt)->amount;
        decision.originalTrace = stored(request.receipt)->trace;
    }
    if (isApproved && request.kind == Kind::Payment && script.scenario == ZvtScenario::Tip)
        decision.tip = script.tip;
    if (isApproved && request.kind == Kind::Payment && script.scenario == ZvtScenario::Partial)
        decision.amount = Money::fromCents(std::max<qint64>(1, request.amount.cents() / 2));
    decision.amount += decision.tip;
    if (isApproved)
        decision.booking = book(decision);
    return decision;
}

size_t SimulatedZvtBook::book(const Decision &decision)
{
    const std::lock_guard lock{m_mutex};
    const bool isPayment = decision.request.kind == Kind::Payment;
    m_bookings.push_back({.kind = decision.request.kind, .amount = isPayment ? decision.amount : -decision.amount});
    if (decision.request.kind == Kind::Reversal)
        m_bookings[stored(decision.request.receipt)->booking].isReversed = true;
    return m_bookings.size() - 1;
}

void SimulatedZvtBook::store(const Decision &decision)
{
    if (decision.receipt == 0)
        return;
    m_receipt = decision.receipt;
    m_last = decision;
    if (decision.result != 0)
        return;
    const std::lock_guard lock{m_mutex};
    ZvtBooking &booking = m_bookings[decision.booking];
    booking.receipt = decision.receipt;
    ++m_count;
    m_sum += booking.amount;
    if (decision.request.kind == Kind::Payment)
        m_day.push_back({.receipt = decision.receipt, .trace = decision.trace, .booking = decision.booking, .amount = decision.amount});
}

void SimulatedZvtBook::undo(const Decision &decision)
{
    if (decision.result != 0)
        return;
    const std::lock_guard lock{m_mutex};
    m_bookings[decision.booking].isUndone = true;
    if (decision.request.kind == Kind::Reversal)
        m_bookings[stored(decision.request.receipt)->booking].isReversed = false;
}

void SimulatedZvtBook::close()
{
    m_day.clear();
    m_count = 0;
    m_sum = {};
}

/// The simulated card is none of the brands that have a place of their own: the last one counts it.
QByteArray SimulatedZvtBook::totals() const
{
    const QByteArray sum = zvtBcd(std::max<qint64>(0, m_sum.cents()), 6);
    QByteArray rows = zvtBcd(m_day.empty() ? 0 : m_day.front().receipt, 2) + zvtBcd(m_receipt, 2);
    rows += QByteArray((brandCount - 1) * 7, '\0');
    rows += static_cast<char>(m_count & 0xFF);
    return zvtField(0x04, sum) + zvtField(0x60, rows + sum);
}

void SimulatedZvtBook::countArrival()
{
    const std::lock_guard lock{m_mutex};
    ++m_arrivals;
}

std::vector<ZvtBooking> SimulatedZvtBook::bookings() const
{
    const std::lock_guard lock{m_mutex};
    return m_bookings;
}

int SimulatedZvtBook::arrivals() const
{
    const std::lock_guard lock{m_mutex};
    return m_arrivals;
}

} // namespace guichet
