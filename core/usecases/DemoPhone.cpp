// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoPhone.h"

#include "core/base/JsonReader.h"
#include "core/ledger/DocumentStore.h"
#include "core/usecases/DemoAttraction.h"
#include "core/usecases/Workplace.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int largestParty = 200;
constexpr int daysLookedAt = 30;

Result<std::vector<FormulaOrder::Units>> unitsIn(const QJsonArray &array)
{
    std::vector<FormulaOrder::Units> units;
    for (const QJsonValue &value : array) {
        JsonReader reader{value.toObject(), u"units"_s};
        units.push_back({.key = reader.requiredString(u"key"_s), .quantity = reader.smallInteger(u"quantity"_s, 1, 1, largestParty)});
        TRY(reader.finish());
    }
    return units;
}

} // namespace

Result<DemoPhone::Call> DemoPhone::callFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"call"_s};
    Call call;
    call.formula = reader.requiredString(u"formula"_s);
    TRY_LET(units, unitsIn(reader.array(u"units"_s)));
    call.units = std::move(units);
    if (const auto deposit = reader.optionalInteger(u"deposit"_s, 0, largestAmount.cents()))
        call.deposit = Money::fromCents(*deposit);
    const QJsonObject person = reader.object(u"client"_s);
    TRY(reader.finish());
    TRY_LET(client, customerFromJson(person));
    call.client = std::move(client);
    return call;
}

Result<> DemoPhone::prepare()
{
    TRY_LET(file, demoFile(u":/demo/calls.json"_s));
    for (const QJsonValue &value : file[u"calls"].toArray()) {
        TRY_LET(call, callFromJson(value.toObject()));
        m_calls.push_back(std::move(call));
    }
    return {};
}

int DemoPhone::personsOf(const Call &call) const
{
    int persons = 0;
    for (const FormulaOrder::Units &units : call.units)
        persons += units.quantity * m_till.workplace.catalogue->resources.value(units.key).persons;
    return persons;
}

/// Those of the first day from `first` on that has room for the whole party; none within a month: empty.
Result<std::vector<Visit>> DemoPhone::freeVisits(const Call &call, QDate first) const
{
    std::vector<Visit> visits;
    const int persons = personsOf(call);
    for (QDate date = first; visits.empty() && date < first.addDays(daysLookedAt); date = date.addDays(1)) {
        TRY_LET(state, Checkout{m_till.workplace}.formula(call.formula, date));
        for (const SlotState &slot : state.slotStates)
            if (!state.refusal && !slot.refusal && (slot.free < 0 || slot.free >= persons))
                visits.push_back(slot.visit);
    }
    return visits;
}

Result<> DemoPhone::takeCall(QDate today)
{
    const Call &call = m_calls[m_taken++ % m_calls.size()];
    TRY_LET(visits, freeVisits(call, m_till.date.addDays(demoBookingLead + m_till.dice.below(demoBookingLead))));
    if (visits.empty())
        return {};
    const Visit &visit = m_till.dice.pick(visits);
    return book(call, visit, visit.date < today);
}

Result<> DemoPhone::payByPhone(std::optional<Money> amount)
{
    const QString reference = u"TV-%1"_s.arg(m_taken, 6, 10, QChar{u'0'});
    TRY(Checkout{m_till.workplace}.pay({}, {.method = u"virtual_terminal"_s, .amount = amount, .reference = reference, .giftCode = {}}));
    return {};
}

Result<> DemoPhone::book(const Call &call, const Visit &visit, bool isGoneBy)
{
    Checkout checkout{m_till.workplace};
    FormulaOrder order;
    order.formula = call.formula;
    order.date = visit.date;
    order.slot = visit.slot;
    order.units = call.units;
    TRY(checkout.add({}, order));
    TRY(checkout.setClient({}, call.client));
    ValidateRequest request;
    request.paymentToCome = call.deposit && !isGoneBy;
    if (request.paymentToCome) {
        request.deposit = *call.deposit;
        request.dueOn = visit.date;
        request.expectedMethod = u"transfer"_s;
    }
    if (!request.paymentToCome || request.deposit.isPositive())
        TRY(payByPhone(request.paymentToCome ? call.deposit : std::nullopt));
    TRY(checkout.validate({}, request));
    return {};
}

} // namespace guichet
