// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/CartWork.h"

#include "core/base/Absence.h"
#include "core/ledger/CapacityStore.h"
#include "core/ledger/CodeUseStore.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/pricing/VisitStart.h"
#include "core/usecases/HeldPlaces.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int furthestYears = 3; // Groups book for the season after next.

WorkingCart newCart(const QDateTime &now)
{
    WorkingCart working;
    working.cart.id = Id<Cart>::generate();
    working.cart.dossier = Id<Dossier>::generate();
    working.cart.startedAt = now;
    return working;
}

/// A dossier as recorded, seen as a priced cart.
PricedCart pricedContent(const SaleContent &content)
{
    PricedCart priced;
    for (const SaleLine &line : content.lines)
        priced.lines.push_back(line.priced);
    priced.gross = content.gross;
    priced.discounts = content.discounts;
    priced.total = content.total;
    priced.vat = content.vat;
    priced.promoCodeUsed = !content.promoCode.isEmpty();
    return priced;
}

Result<QDate> businessDateOf(const Workplace &workplace)
{
    TRY_LET(session, workplace.sessionIfOpen());
    return session ? session->businessDate : workplace.businessToday();
}

/// What a balance comes to was checked when it was sold.
Result<> checkCountable(const Workplace &workplace, const WorkingCart &working)
{
    if (!working.collecting.isEmpty())
        return {};
    TRY_LET(businessDate, businessDateOf(workplace));
    return checkAmounts(working.cart, *workplace.catalogue, businessDate);
}

Result<PricedCart> priceOf(const Workplace &workplace, const WorkingCart &working)
{
    if (!working.collecting.isEmpty()) {
        TRY_LET(content, collectedContent(workplace, working));
        return pricedContent(content);
    }
    TRY_LET(businessDate, businessDateOf(workplace));
    TRY_LET(context, pricingContext(workplace, working.cart, businessDate));
    return price(working.cart, *workplace.catalogue, context);
}

int unitsOf(const Cart &cart)
{
    int units = 0;
    for (const CartLine &line : cart.lines)
        units += line.quantity;
    return units;
}

} // namespace

Result<WorkingCart> loadWorkingCart(const Workplace &workplace)
{
    TRY_LET(kept, WorkingStore{workplace.db()}.currentCart(workplace.training));
    if (!kept)
        return newCart(workplace.now());
    RememberedCart &remembered = *workplace.lastCart;
    if (remembered.text != kept->body) {
        TRY_LET(working, workingCartFromText(kept->body));
        remembered = {.text = kept->body, .working = std::move(working)};
    }
    return remembered.working;
}

Result<KeptCart> keptForm(const Workplace &workplace, const WorkingCart &working)
{
    TRY_LET(work, priceWork(workplace, working));
    KeptCart kept;
    kept.id = working.cart.id;
    kept.name = working.cart.parkedName;
    kept.at = workplace.now();
    kept.units = unitsOf(working.cart);
    kept.total = work.rules.total;
    kept.paid = paidAmount(working, work.payments);
    kept.body = keptText(working);
    return kept;
}

Result<> keepWorkingCart(Workplace &workplace, const WorkingCart &working)
{
    TRY(checkCountable(workplace, working));
    TRY_LET(kept, keptForm(workplace, working));
    WorkingStore store{workplace.db()};
    if (working.certainAmount() > kept.total - working.paidBefore) {
        TRY_LET(before, store.currentCart(workplace.training));
        if (before && kept.total < before->total)
            return failure(ErrorCode::CartHasPayments, u"paid more than the new total"_s);
    }
    TRY(store.keepCart(kept, workplace.training));
    TRY(wantPlaces(workplace, working));
    *workplace.lastCart = {.text = kept.body, .working = working};
    return {};
}

Result<> dropWorkingCart(Workplace &workplace)
{
    return WorkingStore{workplace.db()}.dropCart(workplace.training);
}

Result<> checkNotSold(const Workplace &workplace, const WorkingCart &working)
{
    TRY_LET(number, DossierStore{workplace.db()}.soldAs(working.cart.dossier));
    return number ? failure(ErrorCode::NothingDue, u"sold already"_s, {*number}) : Result<>{};
}

Result<> dropSoldCart(Workplace &workplace)
{
    TRY_LET(working, loadWorkingCart(workplace));
    return checkNotSold(workplace, working) ? Result<>{} : dropWorkingCart(workplace);
}

Result<PricedWork> priceWork(const Workplace &workplace, const WorkingCart &working)
{
    TRY_LET(priced, priceOf(workplace, working));
    PricedWork work{.working = working, .priced = std::move(priced), .rules = {}, .payments = {}};
    work.rules = {
        .total = work.priced.total, .companyBuyer = working.cart.client.isCompany(), .roundAllTenders = workplace.settings.roundAllTenders};
    work.payments = settled(working, work.rules);
    return work;
}

Result<PricedWork> loadPricedWork(const Workplace &workplace)
{
    TRY_LET(working, loadWorkingCart(workplace));
    return priceWork(workplace, working);
}

Result<SaleContent> collectedContent(const Workplace &workplace, const WorkingCart &working)
{
    const DossierStore dossiers{workplace.db()};
    TRY_LET(order, foundOrNone(dossiers.order(working.cart.dossier), ErrorCode::DossierUnknown));
    if (order)
        return *order;
    TRY_LET(sold, dossiers.sold(working.cart.dossier));
    return sold.sale;
}

Result<SessionRecord> sellingSession(const Workplace &workplace, const WorkingCart &working)
{
    TRY_LET(session, workplace.openSession());
    const int hour = workplace.settings.businessDayStartsAtHour;
    const bool begunThen = !working.cart.isEmpty() && businessDateAt(working.cart.startedAt, hour) == session.businessDate;
    if (session.businessDate < workplace.businessToday() && !begunThen) // ahead: the clock went back, selling goes on
        return failure(ErrorCode::SessionOfEarlierDay, {}, {session.businessDate.toString(u"dd/MM/yyyy"_s)});
    return session;
}

Result<QDateTime> sellingNow(const Workplace &workplace)
{
    TRY_LET(session, workplace.sessionIfOpen());
    if (!session || session->businessDate <= workplace.businessToday())
        return workplace.now();
    return brusselsInstant(session->businessDate, {workplace.settings.businessDayStartsAtHour, 0});
}

Result<Occupancy> occupancyWith(const Workplace &workplace, QDate date, const Cart *own)
{
    TRY_LET(occupancy, CapacityStore{workplace.db()}.occupancy({date}, *workplace.catalogue));
    TRY_LET(parked, WorkingStore{workplace.db()}.parked(workplace.training));
    for (const KeptCart &kept : parked) {
        if (kept.at.addSecs(std::chrono::seconds{placesHeldFor}.count()) <= workplace.now())
            continue;
        TRY_LET(working, workingCartFromText(kept.body));
        addCart(occupancy, working.cart, *workplace.catalogue);
    }
    if (own)
        addCart(occupancy, *own, *workplace.catalogue);
    return occupancy;
}

SalePoint salePoint(const Workplace &workplace)
{
    return {.channel = Channel::Till, .till = workplace.settings.tillKey, .dayStartsAtHour = workplace.settings.businessDayStartsAtHour};
}

Result<PricingContext> pricingContext(const Workplace &workplace, const Cart &cart, QDate businessDate)
{
    PricingContext context{.now = workplace.now(), .businessDate = businessDate};
    const PromoCode *code = cart.promoCode.isEmpty() ? nullptr : workplace.catalogue->promoCode(cart.promoCode);
    if (code && code->uses > 0) {
        TRY_LET(used, CodeUseStore{workplace.db()}.uses(code->key));
        context.promoCodeUsesLeft = std::max(0, code->uses - used);
    }
    return context;
}

Result<> checkReason(const Workplace &workplace, Reason::Kind kind, const QString &reason)
{
    if (!workplace.catalogue->reason(kind, reason))
        return failure(ErrorCode::ReasonMissing, u"unknown reason: %1"_s.arg(reason));
    return {};
}

Result<> checkText(const QString &text, const QString &field, int longest)
{
    if (text.size() > longest || hasForbiddenCharacters(text))
        return failure(ErrorCode::InvalidInput, u"%1: too long or with forbidden characters"_s.arg(field), {field});
    return {};
}

Result<> checkAgreedDay(QDate date, QDate today)
{
    const QString shown = date.toString(u"dd/MM/yyyy"_s);
    if (date < today)
        return failure(ErrorCode::DateNotValid, u"past"_s, {shown, u"past"_s});
    if (date > today.addYears(furthestYears))
        return failure(ErrorCode::DateNotValid, u"too far"_s, {shown, u"too far"_s});
    return {};
}

} // namespace guichet
