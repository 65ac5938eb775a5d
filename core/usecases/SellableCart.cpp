// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/SellableCart.h"

#include "core/ledger/CapacityStore.h"
#include "core/pricing/VisitStart.h"
#include "core/usecases/HeldPlaces.h"

#include <map>

namespace guichet {
namespace {

/// The moment whose rules count. A cart begun before the day turned finishes in its session (decisions 19). Money that is certain keeps
/// the departure of a cart as long as a parked one would keep its places: nobody who has just paid is told that the slot is gone.
QDateTime ruleTime(const Workplace &workplace, const WorkingCart &working, const SessionRecord &session, const QDateTime &now)
{
    const QTime turn{workplace.settings.businessDayStartsAtHour, 0};
    QDateTime moment = std::min(now, brusselsInstant(session.businessDate.addDays(1), turn).addSecs(-1));
    if (!working.hasCertainPayments())
        return moment;
    const qint64 kept = std::chrono::seconds{placesHeldFor}.count();
    for (const LaidPayment &laid : working.payments)
        if (laid.certain && laid.payment.at.secsTo(now) < kept)
            moment = std::min(moment, laid.payment.at);
    return moment;
}

AddRequest requestOf(const CartLine &line)
{
    return {.formula = line.formula,
            .item = line.item,
            .supplement = line.kind == LineKind::Supplement,
            .visit = line.visit,
            .quantity = line.quantity};
}

/// The lines of a cart, one after the other: each finds the places that those before it left.
class LineRules
{
public:
    LineRules(const Workplace &workplace, QDateTime moment, bool asksPlaces)
        : m_workplace{workplace}, m_moment{std::move(moment)}, m_asksPlaces{asksPlaces}
    {}

    Result<> check(const CartLine &line, Force force)
    {
        if (line.kind != LineKind::Resource && line.kind != LineKind::Supplement)
            return {};
        TRY_LET(taken, takenOn(line.visit.date));
        const Catalogue &catalogue = *m_workplace.catalogue;
        TRY(checkStillSold(requestOf(line), m_moment, catalogue, *taken, salePoint(m_workplace), force));
        Cart put;
        put.lines.push_back(line);
        addCart(*taken, put, catalogue);
        return {};
    }

private:
    Result<Occupancy *> takenOn(QDate date)
    {
        if (const auto known = m_taken.find(date); known != m_taken.end())
            return &known->second;
        if (!m_asksPlaces)
            return &m_taken[date];
        TRY_LET(occupancy, occupancyWith(m_workplace, date, nullptr));
        return &m_taken.emplace(date, std::move(occupancy)).first->second;
    }

    const Workplace &m_workplace;
    QDateTime m_moment;
    bool m_asksPlaces;
    std::map<QDate, Occupancy> m_taken;
};

} // namespace

Result<> checkSellable(const Workplace &workplace, const WorkingCart &working, const SessionRecord &session)
{
    TRY(checkMinimums(working.cart, *workplace.catalogue));
    const bool asksPlaces = working.capacityLost || working.payments.empty();
    TRY_LET(now, sellingNow(workplace));
    LineRules rules{workplace, ruleTime(workplace, working, session, now), asksPlaces};
    for (const CartLine &line : working.cart.lines) {
        const bool forced = working.forcedLines.contains(line.id.toString());
        TRY(rules.check(line, forced ? Force::CapacityAndCutOff : Force::None));
    }
    return asksPlaces ? checkHeld(workplace, working) : Result<>{};
}

} // namespace guichet
