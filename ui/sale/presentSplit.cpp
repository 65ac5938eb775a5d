// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Dates.h"
#include "ui/sale/SaleState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct SplitWords
{
    Q_DECLARE_TR_FUNCTIONS(Shelf)
};

const SlotState *slotOf(const FormulaState &state, const Visit &visit)
{
    const auto found = std::ranges::find(state.slotStates, visit, &SlotState::visit);
    return found == state.slotStates.end() ? nullptr : &*found;
}

int ticketsAt(const Cart &cart, const QString &formula, const Visit &visit)
{
    int tickets = 0;
    for (const CartLine &line : cart.lines)
        if (line.kind == LineKind::Resource && line.formula == formula && line.visit == visit)
            tickets += line.quantity;
    return tickets;
}

bool hasRoom(const SlotState *slot, int tickets)
{
    return slot && (slot->free < 0 || slot->free >= tickets);
}

} // namespace

std::optional<SplitVisit> splitVisit(const Cart &cart, const Id<CartLine> &added, int units)
{
    const CartLine *line = cart.line(added);
    if (!line || !line->visit.slot.isValid())
        return std::nullopt;
    const CartLine *elsewhere = nullptr;
    int here = 0;
    for (const CartLine &other : cart.lines) {
        if (other.formula != line->formula || other.visit.date != line->visit.date)
            continue;
        if (other.visit == line->visit)
            here += other.quantity;
        else
            elsewhere = &other;
    }
    if (!elsewhere || here > units)
        return std::nullopt;
    return SplitVisit{.cart = cart.id,
                      .formula = line->formula,
                      .taken = line->visit,
                      .takenTickets = ticketsAt(cart, line->formula, line->visit),
                      .before = elsewhere->visit,
                      .beforeTickets = ticketsAt(cart, line->formula, elsewhere->visit)};
}

SplitNotice presentSplit(const SplitVisit &split, const FormulaState &state, const SaleContext &context)
{
    const Formula *formula = context.catalogue->formula(split.formula);
    const QString title = formula ? formula->name.in(context.language) : split.formula;
    const QString taken = formatTime(split.taken.slot);
    const QString before = formatTime(split.before.slot);
    const SlotState *slot = slotOf(state, split.before);
    const bool isFull = slot && slot->refusal && slot->refusal->code == ErrorCode::CapacityFull;
    const bool isSold = slot && !slot->refusal;
    SplitNotice notice{.from = isSold ? split.taken : split.before, .to = isSold ? split.before : split.taken};
    notice.text = isFull ? SplitWords::tr("%1, %2 : c’est complet. Ajouté au départ de %3.").arg(title, before, taken)
                         : SplitWords::tr("%1 : ajouté au départ de %3. Le panier a aussi celui de %2.").arg(title, before, taken);
    if (hasRoom(slotOf(state, notice.to), isSold ? split.takenTickets : split.beforeTickets))
        notice.action = SplitWords::tr("Tous à %1").arg(formatTime(notice.to.slot));
    return notice;
}

} // namespace guichet
