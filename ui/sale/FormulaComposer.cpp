// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/FormulaComposer.h"

#include "ui/sale/FormulaSheet.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

std::vector<FormulaOrder::Units> unitsOf(const QMap<QString, int> &quantities)
{
    std::vector<FormulaOrder::Units> units;
    for (auto it = quantities.begin(); it != quantities.end(); ++it)
        if (it.value() > 0)
            units.push_back({it.key(), it.value()});
    return units;
}

} // namespace

FormulaComposer::FormulaComposer(const ScreenContext &context, CartModel &cart, QWidget *host, std::function<SaleContext()> surroundings)
    : QObject{host}, m_context{context}, m_cart{cart}, m_host{host}, m_surroundings{std::move(surroundings)}
{}

FormulaSheet &FormulaComposer::sheet()
{
    if (!m_sheet) {
        m_sheet = new FormulaSheet{m_host};
        connectSheet();
    }
    return *m_sheet;
}

void FormulaComposer::connectSheet()
{
    connect(m_sheet, &FormulaSheet::dateChosen, this, [this](QDate date) {
        FormulaChoice choice = m_choice;
        choice.date = date;
        choice.slot = {};
        changeChoice(choice);
    });
    connect(m_sheet, &FormulaSheet::slotChosen, this, [this](QTime slot) {
        FormulaChoice choice = m_choice;
        choice.slot = slot;
        changeChoice(choice);
    });
    connect(m_sheet, &FormulaSheet::quantityChosen, this, [this](const QString &key, bool supplement, int quantity) {
        FormulaChoice choice = m_choice;
        (supplement ? choice.supplements : choice.resources)[key] = quantity;
        changeChoice(choice);
    });
    connect(m_sheet, &FormulaSheet::forceReasonChosen, this, [this](const QString &reason) {
        m_choice.forceReason = reason;
        ask();
    });
    connect(m_sheet, &FormulaSheet::addWanted, this, &FormulaComposer::takeChoice);
    connect(m_sheet, &FormulaSheet::closed, this, [this] { ++m_askNumber; });
}

void FormulaComposer::compose(const QString &formula)
{
    compose(formula, {.date = m_surroundings().today});
}

void FormulaComposer::compose(const QString &formula, const FormulaChoice &choice)
{
    m_formula = formula;
    m_choice = choice;
    m_adding = false;
    ask();
}

void FormulaComposer::move(const CartLine &line, const std::optional<Error> &refused)
{
    m_movedLine = line.id;
    compose(line.formula, {.date = line.visit.date, .slot = line.visit.slot, .refused = refused, .moved = line.visit});
}

/// Another choice: what the till said to the last one says nothing any more.
void FormulaComposer::changeChoice(const FormulaChoice &choice)
{
    m_choice = choice;
    m_choice.refused.reset();
    ask();
}

void FormulaComposer::ask()
{
    const int number = ++m_askNumber;
    m_context.till.call([key = m_formula, date = m_choice.date](Workplace &workplace) { return Checkout{workplace}.formula(key, date); })
        .then(this, [this, number](const Result<FormulaState> &state) {
            if (number == m_askNumber)
                show(state);
        });
}

void FormulaComposer::show(const Result<FormulaState> &state)
{
    const SaleContext surroundings = m_surroundings();
    const Formula *formula = surroundings.catalogue->formula(m_formula);
    if (!state || !formula) {
        m_context.navigator.refuse(state ? Error{ErrorCode::NotFound} : state.error());
        return;
    }
    m_state = *state;
    if (!m_choice.slot.isValid())
        if (const SlotState *next = m_state.next())
            m_choice.slot = next->visit.slot;
    m_shown = presentFormulaSheet(*formula, m_state, m_choice, surroundings);
    sheet().render(m_shown);
    if (!sheet().isOpen())
        sheet().open();
}

Force FormulaComposer::force() const
{
    return m_shown.obstacle.isEmpty() ? Force::None : Force::CapacityAndCutOff;
}

FormulaOrder FormulaComposer::order() const
{
    return {.formula = m_formula,
            .date = m_choice.date,
            .slot = m_choice.slot,
            .units = unitsOf(m_choice.resources),
            .supplements = unitsOf(m_choice.supplements),
            .force = force(),
            .forceReason = force() == Force::None ? QString{} : m_choice.forceReason};
}

void FormulaComposer::put(const FormulaOrder &order, const CartModel::Hearer &hearer)
{
    m_cart.performOnLine(
        [order](Checkout &checkout, const CommandId &id) -> Result<Id<CartLine>> {
            TRY_LET(lines, checkout.add(id, order));
            return lines.empty() ? Id<CartLine>{} : lines.back();
        },
        hearer);
}

void FormulaComposer::takeChoice()
{
    if (m_adding) // an impatient finger
        return;
    m_adding = true;
    if (m_choice.moved)
        moveChosen();
    else
        put(order(), [this](const Result<> &answer) { return hear(answer); });
}

void FormulaComposer::moveChosen()
{
    const VisitMove wanted{.line = m_movedLine,
                           .to = {.date = m_choice.date, .slot = m_choice.slot},
                           .force = force(),
                           .forceReason = force() == Force::None ? QString{} : m_choice.forceReason};
    m_cart.perform([wanted](Checkout &checkout, const CommandId &id) { return checkout.moveVisit(id, wanted); },
                   [this](const Result<> &answer) { return hear(answer); });
}

/// Taken: the sheet has done its work. Refused: it stays with all that was chosen.
bool FormulaComposer::hear(const Result<> &answer)
{
    m_adding = false;
    if (!m_sheet || !m_sheet->isOpen())
        return false;
    if (answer) {
        m_sheet->close();
        return true;
    }
    if (!isForceable(answer.error()))
        return false;
    m_choice.refused = answer.error();
    ask();
    return true;
}

void FormulaComposer::add(const QString &formula, const QString &resource, int quantity)
{
    const FormulaOrder order{.formula = formula, .units = {{resource, quantity}}};
    put(order, [this, formula, resource, quantity](const Result<> &answer) {
        if (answer)
            watchSplit(quantity);
        if (answer || !isForceable(answer.error()))
            return false;
        FormulaChoice choice{.date = m_surroundings().today};
        choice.resources[resource] = quantity;
        choice.refused = answer.error();
        compose(formula, choice);
        return true;
    });
}

/// The tap has gone on to another departure: neither the cashier nor the family may find that out at the gate.
void FormulaComposer::watchSplit(int added)
{
    const auto split = splitVisit(m_cart.view().cart, m_cart.freshLine(), added);
    if (!split)
        return;
    const auto ask = [key = split->formula, date = split->taken.date](Workplace &workplace) {
        return Checkout{workplace}.formula(key, date);
    };
    m_context.till.call(ask).then(
        this, [this, split = *split](const Result<FormulaState> &state) { offerToGather(split, state.value_or(FormulaState{})); });
}

/// Of a cart that is before the cashier no more, nothing is said.
void FormulaComposer::offerToGather(const SplitVisit &split, const FormulaState &state)
{
    if (!m_host->isVisible() || m_cart.view().cart.id != split.cart)
        return;
    const SplitNotice notice = presentSplit(split, state, m_surroundings());
    if (notice.action.isEmpty())
        return m_context.navigator.toast(notice.text, Tone::Warning);
    m_context.navigator.offer(notice.text, notice.action, [this, split, notice] { gather(split, notice); });
}

/// Nothing, when it is sold or was changed meanwhile, or another cart is there.
void FormulaComposer::gather(const SplitVisit &split, const SplitNotice &notice)
{
    const Cart &cart = m_cart.view().cart;
    const auto apart =
        std::ranges::find_if(cart.lines, [&](const CartLine &line) { return line.formula == split.formula && line.visit == notice.from; });
    if (cart.id != split.cart || apart == cart.lines.end())
        return;
    const VisitMove wanted{.line = apart->id, .to = notice.to, .force = Force::None, .forceReason = {}};
    m_cart.perform([wanted](Checkout &checkout, const CommandId &id) { return checkout.moveVisit(id, wanted); });
}

} // namespace guichet
