// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/GiftStore.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/StockStore.h"
#include "core/money/FormatMoney.h"
#include "core/receipt/Words.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/GiftFacts.h"
#include "core/usecases/Staff.h"

#include <algorithm>

/// Goods and gift value into the cart (SELL-2, STK-3, PAY-9).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int shortestGiftCode = 4;
constexpr int longestGiftCode = 40;

/// What a line takes from the stock: units, or grams.
qint64 takenBy(const CartLine &line)
{
    return line.grams > 0 ? line.grams : line.quantity;
}

Result<> checkSoldHere(const Workplace &workplace, const Product &product)
{
    if (product.archived || !product.soldAtTill)
        return failure(ErrorCode::NotSoldHere, {}, {product.name.french()});
    const Group *group = workplace.catalogue->group(product.group);
    if (workplace.settings.sceRequired && group && group->restaurant)
        return failure(ErrorCode::SceRequired, {}, {group->name.french()});
    return {};
}

CartLine lineOf(const Product &product)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::Product;
    line.item = product.key;
    line.title = product.name;
    line.group = product.group;
    line.barcode = product.barcodes.isEmpty() ? QString{} : product.barcodes.front();
    line.unitPrice = product.price;
    line.vat = product.vat;
    return line;
}

/// A price on the label of a scale says how much it was, near enough for the stock.
qint64 gramsFor(Money price, Money perKilogram)
{
    return perKilogram.isPositive() ? std::max<qint64>(1, divRoundHalfUp(price.cents() * 1000, perKilogram.cents())) : 0;
}

CartLine weighedLine(const Product &product, const ProductAmount &amount)
{
    CartLine line = lineOf(product);
    line.grams = amount.price ? gramsFor(*amount.price, product.price) : amount.grams;
    line.labelPrice = amount.price;
    return line;
}

Result<CartLine> amountedLine(const Product &product, const ProductAmount &amount)
{
    const bool isWeighed = amount.grams > 0 || amount.price;
    if (product.byWeight && !isWeighed)
        return failure(ErrorCode::InvalidInput, u"by weight: grams"_s, {u"grams"_s});
    if (product.byWeight && amount.quantity != 1)
        return failure(ErrorCode::QuantityInvalid, u"one piece a weighing"_s, {QString::number(amount.quantity)});
    if (product.byWeight)
        return weighedLine(product, amount);
    CartLine line = lineOf(product);
    line.quantity = amount.quantity;
    line.unitPrice = amount.price.value_or(product.price);
    return line;
}

bool canJoin(const CartLine &line, const CartLine &added)
{
    const bool same =
        line.kind == LineKind::Product && line.item == added.item && line.unitPrice == added.unitPrice && line.vat == added.vat;
    const bool weighed = line.grams > 0 || added.grams > 0 || line.labelPrice || added.labelPrice;
    return isPlain(line) && same && !weighed;
}

Id<CartLine> putLine(Cart &cart, const CartLine &added)
{
    const auto known = std::ranges::find_if(cart.lines, [&](const CartLine &line) { return canJoin(line, added); });
    if (known == cart.lines.end()) {
        cart.lines.push_back(added);
        return added.id;
    }
    known->quantity += added.quantity;
    return known->id;
}

Result<> checkGiftAmount(Money amount)
{
    if (!amount.isPositive())
        return failure(ErrorCode::AmountInvalid, {}, {formatMoney(amount)});
    if (amount > largestAmount)
        return failure(ErrorCode::AmountTooHigh, {}, {formatMoney(largestAmount)});
    return {};
}

/// A code for new value: free here and on the cart.
Result<QString> freeGiftCode(const Workplace &workplace, const Cart &cart, GiftKind kind, const QString &typed)
{
    if (typed.isEmpty())
        return newGiftCode(workplace, kind);
    TRY(checkText(typed, u"code"_s, longestGiftCode));
    const QString code = normalisedCode(typed);
    if (code.size() < shortestGiftCode)
        return failure(ErrorCode::InvalidInput, u"gift code too short"_s, {u"code"_s});
    const bool onCart = std::ranges::any_of(cart.lines, [&](const CartLine &line) { return line.giftCode == code; });
    if (onCart)
        return failure(ErrorCode::DuplicateKey, {}, {code});
    TRY(checkGiftCodeFree(workplace, code));
    return code;
}

CartLine giftLine(const QString &item, const LocalizedText &title, Money amount, const QString &code)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::GiftValue;
    line.item = item;
    line.title = title;
    line.unitPrice = amount;
    line.vat = VatCode::X;
    line.giftCode = code;
    return line;
}

Result<WorkingCart> cartForAdding(Workplace &workplace, Right right)
{
    TRY(Staff{workplace}.authorise(right));
    TRY_LET(working, loadWorkingCart(workplace));
    TRY(sellingSession(workplace, working));
    if (!working.collecting.isEmpty())
        return failure(ErrorCode::CartNotEmpty, u"collecting"_s);
    return working;
}

Result<Id<CartLine>> lineAnswer(const Result<QJsonObject> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    return Id<CartLine>::fromString((*answer)[u"line"].toString()).value_or(Id<CartLine>{});
}

} // namespace

bool isPlain(const CartLine &line)
{
    return line.freeUnits == 0 && !line.changedPrice && line.comment.isEmpty();
}

Result<> checkStock(const Workplace &workplace, const Cart &cart, const Product &product, qint64 more)
{
    if (product.sellBelowZero)
        return {};
    TRY_LET(level, StockStore{workplace.db()}.level(product.key));
    qint64 taken = more;
    for (const CartLine &line : cart.lines)
        if (line.kind == LineKind::Product && line.item == product.key)
            taken += takenBy(line);
    if (taken > level)
        return failure(ErrorCode::StockForbidden, {}, {product.name.french(), QString::number(level)});
    return {};
}

Result<Id<CartLine>> putProduct(Workplace &workplace, const Product &product, const ProductAmount &amount)
{
    TRY_LET(working, cartForAdding(workplace, Right::Sell));
    TRY(checkSoldHere(workplace, product));
    if (amount.quantity < 1 || amount.quantity > largestLineQuantity || amount.grams < 0 || amount.grams > largestWeight)
        return failure(ErrorCode::QuantityInvalid, {}, {QString::number(amount.quantity)});
    TRY_LET(line, amountedLine(product, amount));
    TRY(checkStock(workplace, working.cart, product, takenBy(line)));
    const Id<CartLine> put = putLine(working.cart, line);
    if (const CartLine *joined = working.cart.line(put); joined->quantity > largestLineQuantity)
        return failure(ErrorCode::QuantityInvalid, {}, {QString::number(joined->quantity)});
    TRY(keepWorkingCart(workplace, working));
    return put;
}

Result<Id<CartLine>> Checkout::addProduct(const CommandId &id, const QString &product, int quantity, qint64 grams)
{
    return lineAnswer(m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(known, ProductStore{m_workplace.db()}.byKey(product));
        if (!known)
            return failure(ErrorCode::NotFound, u"product %1"_s.arg(product), {product});
        TRY_LET(line, putProduct(m_workplace, *known, {.quantity = quantity, .grams = grams}));
        return QJsonObject{{u"line"_s, line.toString()}};
    }));
}

Result<Id<CartLine>> Checkout::sellGift(const CommandId &id, GiftKind kind, Money amount, const QString &code)
{
    return lineAnswer(m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(working, cartForAdding(m_workplace, Right::SellGift));
        TRY(checkGiftAmount(amount));
        TRY_LET(giftCode, freeGiftCode(m_workplace, working.cart, kind, code));
        const QString item = kind == GiftKind::Card ? u"card"_s : u"voucher"_s;
        working.cart.lines.push_back(giftLine(item, giftValueTitle(item), amount, giftCode));
        TRY(keepWorkingCart(m_workplace, working));
        return QJsonObject{{u"line"_s, working.cart.lines.back().id.toString()}};
    }));
}

Result<Id<CartLine>> Checkout::rechargeGift(const CommandId &id, const QString &code, Money amount)
{
    return lineAnswer(m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(working, cartForAdding(m_workplace, Right::SellGift));
        TRY(checkGiftAmount(amount));
        TRY_LET(gift, usableGift(m_workplace, code));
        if (gift.kind != GiftKind::Card)
            return failure(ErrorCode::NotSupported, u"a voucher is not recharged"_s, {gift.code});
        working.cart.lines.push_back(giftLine(u"recharge"_s, giftValueTitle(u"recharge"_s), amount, gift.code));
        TRY(keepWorkingCart(m_workplace, working));
        return QJsonObject{{u"line"_s, working.cart.lines.back().id.toString()}};
    }));
}

Result<GiftBalance> usableGift(const Workplace &workplace, const QString &code)
{
    TRY(checkText(code, u"code"_s, longestGiftCode));
    TRY_LET(gift, GiftStore{workplace.db()}.balance(code, workplace.businessToday()));
    if (gift.blocked)
        return failure(ErrorCode::GiftBlocked, {}, {gift.code});
    if (gift.expired)
        return failure(ErrorCode::GiftExpired, {}, {gift.code, gift.expiresOn.toString(u"dd/MM/yyyy"_s)});
    return gift;
}

} // namespace guichet
