// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ProductStore.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/Approvers.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/ClientRules.h"
#include "core/usecases/Staff.h"

#include <algorithm>

/// What is done to the lines of the cart (SELL-5, SELL-6), and who buys (SELL-8).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestComment = 2000;
constexpr int longestField = 200;

/// What is done to a line; `approver` is who approved it on the spot, empty when nobody had to.
using LineChange = std::function<Result<>(WorkingCart &working, CartLine &line, const QString &approver)>;

/// Changes the cart in progress and keeps it.
Result<> changeCart(Workplace &workplace, Right right, const std::function<Result<>(WorkingCart &, const QString &approver)> &change)
{
    TRY_LET(actor, Staff{workplace}.authorise(right));
    TRY_LET(working, loadWorkingCart(workplace));
    if (!working.collecting.isEmpty())
        return failure(ErrorCode::CartNotEmpty, u"collecting"_s);
    TRY(change(working, actor.approver));
    working.approver = withApprover(working.approver, actor.approver);
    return keepWorkingCart(workplace, working);
}

Result<> changeLine(Workplace &workplace, Right right, const Id<CartLine> &id, const LineChange &change)
{
    return changeCart(workplace, right, [&](WorkingCart &working, const QString &approver) -> Result<> {
        CartLine *line = working.cart.line(id);
        if (!line)
            return failure(ErrorCode::LineUnknown, id.toString());
        return change(working, *line, approver);
    });
}

Result<> checkMoreUnits(const Workplace &workplace, const WorkingCart &working, const CartLine &line, int more)
{
    if (line.kind == LineKind::Product) {
        TRY_LET(product, ProductStore{workplace.db()}.byKey(line.item));
        return product ? checkStock(workplace, working.cart, *product, more) : Result<>{};
    }
    TRY_LET(occupancy, occupancyWith(workplace, line.visit.date, &working.cart));
    TRY_LET(now, sellingNow(workplace));
    const AddRequest request{
        .formula = line.formula, .item = line.item, .supplement = line.kind == LineKind::Supplement, .visit = line.visit, .quantity = more};
    return checkAdd(request, working.cart, now, *workplace.catalogue, occupancy, salePoint(workplace));
}

Result<> changeQuantity(const Workplace &workplace, const WorkingCart &working, CartLine &line, int quantity)
{
    const bool fixed = line.kind == LineKind::GiftValue || line.grams > 0;
    if (quantity < 1 || quantity > largestLineQuantity || (fixed && quantity != 1))
        return failure(ErrorCode::QuantityInvalid, {}, {QString::number(quantity)});
    if (quantity > line.quantity)
        TRY(checkMoreUnits(workplace, working, line, quantity - line.quantity));
    line.quantity = quantity;
    line.freeUnits = std::min(line.freeUnits, quantity);
    return {};
}

} // namespace

Result<> putPromoCode(Workplace &workplace, const QString &code, const QString &reference)
{
    return changeCart(workplace, Right::Sell, [&](WorkingCart &working, const QString &) -> Result<> {
        TRY(checkText(code, u"code"_s, longestField));
        TRY(checkText(reference, u"reference"_s, longestField));
        TRY_LET(session, sellingSession(workplace, working));
        Cart tried = working.cart;
        tried.promoCode = code;
        TRY_LET(context, pricingContext(workplace, tried, session.businessDate));
        TRY(checkPromoCode(code, working.cart, *workplace.catalogue, context));
        const PromoCode *known = workplace.catalogue->promoCode(code);
        if (known && known->needsReference && reference.trimmed().isEmpty())
            return failure(ErrorCode::ReferenceMissing, {}, {known->name.french()});
        working.cart.promoCode = code;
        working.cart.promoReference = reference.trimmed();
        return {};
    });
}

Result<> Checkout::setQuantity(const CommandId &id, const Id<CartLine> &line, int quantity)
{
    return m_workplace.onceDone(id, [&] {
        return changeLine(m_workplace, Right::Sell, line, [&](WorkingCart &working, CartLine &changed, const QString &) {
            return changeQuantity(m_workplace, working, changed, quantity);
        });
    });
}

Result<> Checkout::remove(const CommandId &id, const Id<CartLine> &line)
{
    return m_workplace.onceDone(id, [&] {
        return changeLine(m_workplace, Right::Sell, line, [&](WorkingCart &working, CartLine &removed, const QString &) -> Result<> {
            const Id<CartLine> gone = removed.id;
            std::erase_if(working.cart.lines, [&](const CartLine &other) { return other.id == gone; });
            working.forcedLines.removeAll(gone.toString());
            return {};
        });
    });
}

Result<> Checkout::giveFree(const CommandId &id, const Id<CartLine> &line, int units, const QString &reason)
{
    return m_workplace.onceDone(id, [&] {
        const Right right = units == 0 ? Right::Sell : Right::GiveFree;
        return changeLine(m_workplace, right, line, [&](WorkingCart &, CartLine &changed, const QString &approver) -> Result<> {
            if (changed.kind == LineKind::GiftValue)
                return failure(ErrorCode::PriceInvalid, u"gift value is never free"_s);
            if (units < 0 || units > changed.quantity)
                return failure(ErrorCode::QuantityInvalid, {}, {QString::number(units)});
            if (units > 0)
                TRY(checkReason(m_workplace, Reason::Kind::Complimentary, reason));
            changed.freeUnits = units;
            changed.freeReason = units > 0 ? reason : QString{};
            changed.freeApprover = approver;
            return {};
        });
    });
}

Result<> Checkout::changePrice(const CommandId &id, const Id<CartLine> &line, Money unitPrice, const QString &reason)
{
    return m_workplace.onceDone(id, [&] {
        return changeLine(m_workplace, Right::ChangePrice, line,
                          [&](WorkingCart &, CartLine &changed, const QString &approver) -> Result<> {
                              if (changed.kind == LineKind::GiftValue || unitPrice.isNegative() || unitPrice > largestAmount)
                                  return failure(ErrorCode::PriceInvalid, {}, {formatMoney(unitPrice)});
                              TRY(checkReason(m_workplace, Reason::Kind::PriceChange, reason));
                              changed.changedPrice = unitPrice;
                              changed.priceReason = reason;
                              changed.priceApprover = approver;
                              return {};
                          });
    });
}

Result<> Checkout::comment(const CommandId &id, const Id<CartLine> &line, const QString &text)
{
    return m_workplace.onceDone(id, [&] {
        return changeLine(m_workplace, Right::Sell, line, [&](WorkingCart &, CartLine &changed, const QString &) -> Result<> {
            TRY(checkText(text, u"comment"_s, longestComment));
            changed.comment = text;
            return {};
        });
    });
}

Result<> Checkout::applyPromoCode(const CommandId &id, const QString &code, const QString &reference)
{
    return m_workplace.onceDone(id, [&] { return putPromoCode(m_workplace, code, reference); });
}

Result<> Checkout::removePromoCode(const CommandId &id)
{
    return m_workplace.onceDone(id, [&] {
        return changeCart(m_workplace, Right::Sell, [](WorkingCart &working, const QString &) -> Result<> {
            working.cart.promoCode.clear();
            working.cart.promoReference.clear();
            return {};
        });
    });
}

Result<> Checkout::setClient(const CommandId &id, const Client &client)
{
    return m_workplace.onceDone(id, [&] {
        return changeCart(m_workplace, Right::Sell, [&](WorkingCart &working, const QString &) -> Result<> {
            TRY(checkClient(client));
            working.cart.client = client;
            return {};
        });
    });
}

} // namespace guichet
