// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CapacityStore.h"
#include "core/usecases/Approvers.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/CheckoutParts.h"

#include <algorithm>

/// Another day or departure for what is on the cart: the one that was chosen has left, or the family changes its mind (SELL-4, SELL-5).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// The lines bought together for one visit, taken out of the cart and put back one by one on another.
class VisitMover
{
public:
    VisitMover(const Workplace &workplace, WorkingCart &working, const VisitMove &move, QString approver)
        : m_workplace{workplace}, m_working{working}, m_move{move}, m_approver{std::move(approver)}
    {}

    Result<> moveAllWith(const CartLine &line)
    {
        const auto stays = [formula = line.formula, visit = line.visit](const CartLine &other) {
            return other.formula != formula || other.visit != visit;
        };
        std::vector<CartLine> &lines = m_working.cart.lines;
        const auto moved = std::stable_partition(lines.begin(), lines.end(), stays);
        std::vector<CartLine> group{std::make_move_iterator(moved), std::make_move_iterator(lines.end())};
        lines.erase(moved, lines.end());
        TRY_LET(now, sellingNow(m_workplace));
        TRY_LET(occupancy, occupancyWith(m_workplace, m_move.to.date, &m_working.cart));
        for (CartLine &mover : group)
            TRY(put(std::move(mover), now, occupancy));
        return {};
    }

private:
    Result<> put(CartLine line, const QDateTime &now, Occupancy &occupancy)
    {
        line.visit = m_move.to;
        const AddRequest request{.formula = line.formula,
                                 .item = line.item,
                                 .supplement = line.kind == LineKind::Supplement,
                                 .visit = line.visit,
                                 .quantity = line.quantity};
        const Catalogue &catalogue = *m_workplace.catalogue;
        const Result<> fits = checkAdd(request, m_working.cart, now, catalogue, occupancy, salePoint(m_workplace), m_move.force);
        if (!fits)
            return std::unexpected(withOwn(fits.error(), line));
        Cart put;
        put.lines.push_back(line);
        addCart(occupancy, put, catalogue);
        m_working.cart.lines.push_back(line);
        renewForce(m_working.cart.lines.back());
        return {};
    }

    /// The places left for the whole family: those that the cart has on the new visit already are its own.
    Error withOwn(Error refusal, const CartLine &line) const
    {
        if (refusal.code != ErrorCode::CapacityFull)
            return refusal;
        int own = 0;
        for (const CartLine &there : m_working.cart.lines)
            if (there.kind == line.kind && there.formula == line.formula && there.visit == line.visit)
                own += there.quantity;
        const int left = refusal.values.value(1).toInt() + own;
        refusal.values = refusal.values.mid(0, 1);
        if (left > 0)
            refusal.values << QString::number(left);
        return refusal;
    }

    /// What was forced for the old visit says nothing of the new one.
    void renewForce(CartLine &line)
    {
        m_working.forcedLines.removeAll(line.id.toString());
        line.forceReason.clear();
        line.forceApprover.clear();
        if (m_move.force != Force::None)
            markForced(m_working, line, m_move.forceReason, m_approver);
    }

    const Workplace &m_workplace;
    WorkingCart &m_working;
    const VisitMove &m_move;
    QString m_approver;
};

Result<> moveInCart(Workplace &workplace, const VisitMove &move)
{
    TRY_LET(actor, authoriseForce(workplace, move.force, move.forceReason));
    TRY_LET(working, loadWorkingCart(workplace));
    TRY_LET(session, sellingSession(workplace, working));
    if (!working.collecting.isEmpty())
        return failure(ErrorCode::CartNotEmpty, u"collecting"_s);
    const CartLine *found = working.cart.line(move.line);
    if (!found || (found->kind != LineKind::Resource && found->kind != LineKind::Supplement))
        return failure(ErrorCode::LineUnknown, move.line.toString());
    TRY(checkAgreedDay(move.to.date, session.businessDate));
    if (found->visit == move.to && move.force == Force::None) // forced where it is: the centre has not all its places
        return {};
    TRY((VisitMover{workplace, working, move, actor.approver}.moveAllWith(CartLine{*found})));
    working.approver = withApprover(working.approver, actor.approver);
    return keepWorkingCart(workplace, working);
}

} // namespace

Result<> Checkout::moveVisit(const CommandId &id, const VisitMove &move)
{
    return m_workplace.onceDone(id, [&] { return moveInCart(m_workplace, move); });
}

} // namespace guichet
