// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/WorkingStore.h"
#include "core/planning/Availability.h"
#include "core/pricing/Pricing.h"
#include "core/usecases/WorkingCart.h"
#include "core/usecases/Workplace.h"

/// What the parts of Checkout share: the cart in progress, read and kept in the caller's transaction. Not for screens.
namespace guichet {

/// A parked cart holds its places for so long (SELL-7, decisions 23).
inline constexpr std::chrono::minutes placesHeldFor{15};

/// The cart in progress with its price and what its payments come to.
struct PricedWork
{
    WorkingCart working;
    PricedCart priced;
    SettlementRules rules;
    std::vector<Payment> payments; ///< settled().
    Money due() const { return rules.total - paidAmount(working, payments); }
};

/// The cart in progress (that of training in training); a new one when there is none.
Result<WorkingCart> loadWorkingCart(const Workplace &workplace);
/// Keeps it. AmountTooHigh when it comes to more than a till can count; CartHasPayments when its total falls under what is certainly paid
/// (decisions 3).
Result<> keepWorkingCart(Workplace &workplace, const WorkingCart &working);
/// As it is listed among the parked ones.
Result<KeptCart> keptForm(const Workplace &workplace, const WorkingCart &working);
Result<> dropWorkingCart(Workplace &workplace);
/// NothingDue when the dossier of the cart has been sold: a restore may bring such a cart back, or a late fact of its sale.
Result<> checkNotSold(const Workplace &workplace, const WorkingCart &working);
/// What checkNotSold() refuses is nobody's cart any more: it goes, so that the till sells on.
Result<> dropSoldCart(Workplace &workplace);

Result<PricedWork> priceWork(const Workplace &workplace, const WorkingCart &working);
Result<PricedWork> loadPricedWork(const Workplace &workplace);
/// The content of the order or sale whose balance a cart collects.
Result<SaleContent> collectedContent(const Workplace &workplace, const WorkingCart &working);

/// The session in which this cart is sold: of today, or of the day on which the cart was begun (decisions 19). SessionNotOpen,
/// SessionOfEarlierDay.
Result<SessionRecord> sellingSession(const Workplace &workplace, const WorkingCart &working);

/// Now, for the rules of selling. When the clock has gone back behind the open session, the beginning of that day: a flat battery stops
/// nothing.
Result<QDateTime> sellingNow(const Workplace &workplace);

/// Places taken on a day: sales and orders, parked carts that still hold theirs, and `own`.
Result<Occupancy> occupancyWith(const Workplace &workplace, QDate date, const Cart *own);
SalePoint salePoint(const Workplace &workplace);

/// What pricing needs for this cart: the clock, the session's date, how many uses its code has left.
Result<PricingContext> pricingContext(const Workplace &workplace, const Cart &cart, QDate businessDate);

/// ReasonMissing unless the catalogue lists it: facts hold keys of reasons, never what somebody typed (decisions 11).
Result<> checkReason(const Workplace &workplace, Reason::Kind kind, const QString &reason);
/// Free text from a person: no forbidden characters, at most `longest` characters. InvalidInput names the field.
Result<> checkText(const QString &text, const QString &field, int longest);
/// A day that people agree upon (a visit, the end of a quote, a payment to come): DateNotValid when it is past or years away.
Result<> checkAgreedDay(QDate date, QDate today);

} // namespace guichet
