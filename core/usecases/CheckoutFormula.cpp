// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CapacityStore.h"
#include "core/usecases/Approvers.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/Staff.h"

#include <QJsonArray>
#include <algorithm>

/// Formulas: what the shelf shows, and their units into the cart (SELL-3, SELL-4).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

bool sameOffer(const CartLine &a, const CartLine &b)
{
    return a.kind == b.kind && a.formula == b.formula && a.item == b.item && a.visit == b.visit;
}

/// Why nothing of the formula can be sold on its day: its own refusal, or that of its last slot.
std::unexpected<Error> notSellable(const FormulaState &state)
{
    if (state.refusal)
        return std::unexpected(*state.refusal);
    for (const SlotState &slot : state.slotStates)
        if (slot.refusal)
            return std::unexpected(*slot.refusal);
    return failure(ErrorCode::SlotPassed, {}, {state.formula});
}

Result<Visit> visitOf(const FormulaOrder &order, const Formula &formula, QDate date, const QDateTime &now, const Workplace &workplace,
                      const Occupancy &occupancy)
{
    const bool chooses = !order.slot.isValid() && !formula.slotPatterns.empty();
    if (!chooses)
        return Visit{.date = date, .slot = order.slot};
    const FormulaState state = formulaState(formula, date, now, *workplace.catalogue, occupancy, salePoint(workplace));
    if (const SlotState *next = state.next())
        return next->visit;
    if (order.force != Force::None && !state.slotStates.empty())
        return state.slotStates.front().visit;
    return notSellable(state);
}

/// Adds units of one order to the cart, line by line, each checked against what is left.
class FormulaAdder
{
public:
    FormulaAdder(const Workplace &workplace, QDateTime now, Occupancy occupancy, WorkingCart &working, const FormulaOrder &order,
                 Visit visit, QString approver)
        : m_workplace{workplace}, m_now{std::move(now)}, m_occupancy{std::move(occupancy)}, m_working{working}, m_order{order},
          m_visit{visit}, m_approver{std::move(approver)}
    {}

    Result<> add(const FormulaOrder::Units &units, LineKind kind)
    {
        if (units.quantity < 1 || units.quantity > largestLineQuantity)
            return failure(ErrorCode::QuantityInvalid, {}, {QString::number(units.quantity)});
        const AddRequest request{.formula = m_order.formula,
                                 .item = units.key,
                                 .supplement = kind == LineKind::Supplement,
                                 .visit = m_visit,
                                 .quantity = units.quantity};
        TRY(checkAdd(request, m_working.cart, m_now, *m_workplace.catalogue, m_occupancy, salePoint(m_workplace), m_order.force));
        CartLine line;
        line.id = Id<CartLine>::generate();
        line.kind = kind;
        line.formula = m_order.formula;
        line.item = units.key;
        line.visit = m_visit;
        line.quantity = units.quantity;
        hold(line);
        return put(line);
    }

    const std::vector<Id<CartLine>> &lines() const { return m_lines; }

private:
    void hold(const CartLine &line)
    {
        Cart added;
        added.lines.push_back(line);
        addCart(m_occupancy, added, *m_workplace.catalogue);
    }

    Result<> put(const CartLine &line)
    {
        auto &lines = m_working.cart.lines;
        const auto known = std::ranges::find_if(lines, [&](const CartLine &other) { return isPlain(other) && sameOffer(other, line); });
        const Id<CartLine> id = known == lines.end() ? line.id : known->id;
        if (known == lines.end())
            lines.push_back(line);
        else if (known->quantity + line.quantity <= largestLineQuantity)
            known->quantity += line.quantity;
        else
            return failure(ErrorCode::QuantityInvalid, {}, {QString::number(known->quantity + line.quantity)});
        m_lines.push_back(id);
        if (m_order.force != Force::None)
            markForced(m_working, *m_working.cart.line(id), m_order.forceReason, m_approver);
        return {};
    }

    const Workplace &m_workplace;
    QDateTime m_now;
    Occupancy m_occupancy;
    WorkingCart &m_working;
    const FormulaOrder &m_order;
    Visit m_visit;
    QString m_approver;
    std::vector<Id<CartLine>> m_lines;
};

Result<const Formula *> soldFormula(const Workplace &workplace, const QString &key)
{
    const Formula *formula = workplace.catalogue->formula(key);
    if (!formula)
        return failure(ErrorCode::NotFound, u"formula %1"_s.arg(key), {key});
    const Group *group = workplace.catalogue->group(formula->group);
    if (workplace.settings.sceRequired && group && group->restaurant)
        return failure(ErrorCode::SceRequired, {}, {group->name.french()});
    return formula;
}

Result<std::vector<Id<CartLine>>> addOrder(Workplace &workplace, const FormulaOrder &order)
{
    TRY_LET(actor, authoriseForce(workplace, order.force, order.forceReason));
    TRY_LET(working, loadWorkingCart(workplace));
    TRY_LET(session, sellingSession(workplace, working));
    if (!working.collecting.isEmpty())
        return failure(ErrorCode::CartNotEmpty, u"collecting"_s);
    if (order.units.empty() && order.supplements.empty())
        return failure(ErrorCode::QuantityInvalid);
    TRY_LET(formula, soldFormula(workplace, order.formula));
    const QDate date = order.date.isValid() ? order.date : session.businessDate;
    TRY(checkAgreedDay(date, session.businessDate));
    TRY_LET(now, sellingNow(workplace));
    TRY_LET(occupancy, occupancyWith(workplace, date, &working.cart));
    TRY_LET(visit, visitOf(order, *formula, date, now, workplace, occupancy));
    FormulaAdder adder{workplace, now, std::move(occupancy), working, order, visit, actor.approver};
    for (const FormulaOrder::Units &units : order.units)
        TRY(adder.add(units, LineKind::Resource));
    for (const FormulaOrder::Units &units : order.supplements)
        TRY(adder.add(units, LineKind::Supplement));
    working.approver = withApprover(working.approver, actor.approver);
    TRY(keepWorkingCart(workplace, working));
    return adder.lines();
}

bool isOnShelf(const Workplace &workplace, const Formula &formula)
{
    const Group *group = workplace.catalogue->group(formula.group);
    const TillProfile *till = workplace.catalogue->till(workplace.settings.tillKey);
    const bool groupHere = !group || group->tills.isEmpty() || group->tills.contains(workplace.settings.tillKey);
    const bool tillShows = !till || till->groups.isEmpty() || till->groups.contains(formula.group);
    return formula.soldAtTill && groupHere && tillShows;
}

} // namespace

Result<Actor> authoriseForce(Workplace &workplace, Force force, const QString &reason)
{
    Staff staff{workplace};
    if (force == Force::None)
        return staff.authorise(Right::Sell);
    TRY(checkReason(workplace, Reason::Kind::Force, reason));
    return staff.authorise(Right::ForceCapacity);
}

void markForced(WorkingCart &working, CartLine &line, const QString &reason, const QString &approver)
{
    line.forceReason = reason;
    line.forceApprover = withApprover(line.forceApprover, approver);
    if (!working.forcedLines.contains(line.id.toString()))
        working.forcedLines.append(line.id.toString());
}

Result<std::vector<Id<CartLine>>> Checkout::add(const CommandId &id, const FormulaOrder &order)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(lines, addOrder(m_workplace, order));
        QJsonArray ids;
        for (const Id<CartLine> &line : lines)
            ids.append(line.toString());
        return QJsonObject{{u"lines"_s, ids}};
    }));
    std::vector<Id<CartLine>> lines;
    for (const QJsonValue &line : answer[u"lines"].toArray())
        lines.push_back(Id<CartLine>::fromString(line.toString()).value_or(Id<CartLine>{}));
    return lines;
}

Result<std::vector<FormulaState>> Checkout::shelf(QDate date) const
{
    TRY_LET(working, loadWorkingCart(m_workplace));
    TRY_LET(now, sellingNow(m_workplace));
    const QDate day = date.isValid() ? date : businessDateAt(now, m_workplace.settings.businessDayStartsAtHour);
    TRY_LET(occupancy, occupancyWith(m_workplace, day, &working.cart));
    std::vector<FormulaState> states;
    for (const Formula &formula : m_workplace.catalogue->formulas)
        if (isOnShelf(m_workplace, formula))
            states.push_back(formulaState(formula, day, now, *m_workplace.catalogue, occupancy, salePoint(m_workplace)));
    return states;
}

Result<FormulaState> Checkout::formula(const QString &key, QDate date) const
{
    const Formula *known = m_workplace.catalogue->formula(key);
    if (!known)
        return failure(ErrorCode::NotFound, u"formula %1"_s.arg(key), {key});
    TRY_LET(working, loadWorkingCart(m_workplace));
    TRY_LET(now, sellingNow(m_workplace));
    const QDate day = date.isValid() ? date : businessDateAt(now, m_workplace.settings.businessDayStartsAtHour);
    TRY_LET(occupancy, occupancyWith(m_workplace, day, &working.cart));
    return formulaState(*known, day, now, *m_workplace.catalogue, occupancy, salePoint(m_workplace));
}

} // namespace guichet
