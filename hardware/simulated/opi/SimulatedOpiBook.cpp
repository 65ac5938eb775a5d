// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiBook.h"

#include "hardware/opi/OpiAmount.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

Money authorisedOf(Money asked, const OpiScript &script)
{
    switch (script.scenario) {
    case OpiScenario::Partial: return Money::fromCents(std::max<qint64>(1, asked.cents() / 2));
    case OpiScenario::Tip: return asked + script.tip;
    case OpiScenario::Approve:
    case OpiScenario::Decline: break;
    }
    return asked;
}

OpiTotal totalOf(const QString &paymentType, int count, Money amount)
{
    return {.circuit = simulatedOpiBrand.toString(),
            .paymentType = paymentType,
            .count = QString::number(count),
            .currency = u"EUR"_s,
            .amount = opiAmountText(amount.absolute())};
}

} // namespace

SimulatedOpiRecord SimulatedOpiBook::recordOf(const SimulatedOpiRequest &request, const QString &overallResult)
{
    SimulatedOpiRecord record;
    record.request = request;
    record.overallResult = overallResult;
    record.stan = u"%1"_s.arg(++m_stan, 6, 10, QChar{u'0'});
    record.at = m_clock.now();
    return record;
}

SimulatedOpiRecord SimulatedOpiBook::giveUp(const SimulatedOpiRequest &request, const QString &overallResult)
{
    m_last = recordOf(request, overallResult);
    return *m_last;
}

SimulatedOpiRecord SimulatedOpiBook::declined(const SimulatedOpiRequest &request, const QString &errorText)
{
    SimulatedOpiRecord record = recordOf(request, u"Failure"_s);
    record.errorCode = u"5"_s;
    record.errorText = errorText;
    m_last = record;
    return record;
}

SimulatedOpiRecord SimulatedOpiBook::book(const SimulatedOpiRequest &request, OpiBooking::Kind kind, Money amount)
{
    SimulatedOpiRecord record = recordOf(request, u"Success"_s);
    record.receipt = QString::number(m_bookings.size() + 1);
    record.approvalCode = u"%1"_s.arg(100'000 + m_bookings.size());
    record.amount = amount;
    m_bookings.push_back(
        {.kind = kind, .requestId = request.id.toLongLong(), .stan = record.stan, .approvalCode = record.approvalCode, .amount = amount});
    m_last = record;
    m_lastTicket = record;
    return record;
}

SimulatedOpiRecord SimulatedOpiBook::reverse(const SimulatedOpiRequest &request)
{
    const auto original = std::ranges::find(m_bookings, request.originalStan, &OpiBooking::stan);
    if (original == m_bookings.end() || original->isReversed)
        return declined(request, u"no such transaction"_s);
    original->isReversed = true;
    return book(request, OpiBooking::Kind::Reversal, -original->amount);
}

SimulatedOpiRecord SimulatedOpiBook::perform(const SimulatedOpiRequest &request, const OpiScript &script)
{
    if (request.type == u"PaymentReversal")
        return reverse(request);
    if (!request.amount || !request.amount->isPositive())
        return giveUp(request, u"ValidationError"_s);
    if (script.scenario == OpiScenario::Decline || request.amount->cents() % 100 == 5)
        return declined(request, u"refused by the bank"_s);
    if (request.type == u"PaymentRefund")
        return book(request, OpiBooking::Kind::Refund, -*request.amount);
    return book(request, OpiBooking::Kind::Payment, authorisedOf(*request.amount, script));
}

std::vector<OpiTotal> SimulatedOpiBook::totals(bool closes)
{
    Money taken;
    Money given;
    int takenCount = 0;
    int givenCount = 0;
    for (size_t at = m_countedFrom; at < m_bookings.size(); ++at) {
        const Money amount = m_bookings[at].amount;
        (amount.isNegative() ? given : taken) += amount;
        ++(amount.isNegative() ? givenCount : takenCount);
    }
    if (closes)
        m_countedFrom = m_bookings.size();
    std::vector<OpiTotal> totals;
    if (takenCount > 0)
        totals.push_back(totalOf(u"Debit"_s, takenCount, taken));
    if (givenCount > 0)
        totals.push_back(totalOf(u"Credit"_s, givenCount, given));
    return totals;
}

} // namespace guichet
