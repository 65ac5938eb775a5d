// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/AbandonedCarts.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/HeldPlaces.h"
#include "core/usecases/QuotedCart.h"
#include "core/usecases/Staff.h"

#include <algorithm>

/// The cart as a whole: shown, emptied, put aside, taken back, or collecting a balance (SELL-7, PAY-5).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int quickNoteCount = 4;
constexpr int longestName = 80;

Result<CartView> viewOf(const Workplace &workplace, const PricedWork &work)
{
    CartView view;
    TRY_LET(intents, PaymentStore{workplace.db()}.openIntentsOf(work.working.cart.dossier));
    view.cart = work.working.cart;
    view.priced = work.priced;
    view.payments = work.payments;
    for (const LaidPayment &laid : work.working.payments)
        if (laid.certain && laid.reverses.isNull() && !work.working.isReversed(laid.payment.id))
            view.returnable.push_back(laid.payment.id);
    view.openIntents = std::move(intents);
    view.balance = {.total = work.rules.total, .paid = paidAmount(work.working, work.payments)};
    view.cashToPay = cashThatSettles(work.working, work.rules);
    view.quickNotes = quickNotes(view.cashToPay, quickNoteCount);
    view.collecting = work.working.collecting;
    view.roundsAll = work.rules.roundAllTenders && !work.rules.companyBuyer;
    view.training = workplace.training;
    TRY_LET(places, placesToMention(workplace, work.working));
    view.places = std::move(places);
    return view;
}

Result<> checkNothingRuns(const Workplace &workplace, const WorkingCart &working)
{
    TRY_LET(intents, PaymentStore{workplace.db()}.openIntentsOf(working.cart.dossier));
    if (!intents.empty())
        return failure(ErrorCode::IntentPending);
    return {};
}

/// A parked cart under its new owner: places that it lost meanwhile are asked again before it is paid.
Result<WorkingCart> takenBack(const Workplace &workplace, const KeptCart &kept)
{
    TRY_LET(working, workingCartFromText(kept.body));
    working.cart.parkedName.clear();
    const bool expired = kept.at.addSecs(std::chrono::seconds{placesHeldFor}.count()) <= workplace.now();
    working.capacityLost = working.capacityLost || expired;
    return working;
}

/// Cash that instalments of a dossier have taken already: it counts for the cash limit.
Result<Money> cashPaid(const Workplace &workplace, const Id<Dossier> &dossier)
{
    TRY_LET(payments, PaymentStore{workplace.db()}.ofDossier(dossier));
    Money cash;
    for (const RecordedPayment &recorded : payments)
        if (recorded.payment.type == PaymentType::Cash)
            cash += recorded.payment.amount;
    return cash;
}

/// Who ordered: a company is not rounded when it pays either (belgium.md §1, row 13).
Result<Client> buyerOf(const Workplace &workplace, const SaleContent &content)
{
    Client buyer;
    if (!content.customer.isEmpty()) {
        TRY_LET(known, DocumentStore{workplace.db()}.customer(content.customer));
        buyer = known.value_or(Client{});
    }
    buyer.language = content.language;
    return buyer;
}

/// A quote becomes the cart that it was, with its client.
Result<WorkingCart> sellingQuote(const Workplace &workplace, const DossierRow &row)
{
    TRY_LET(quote, validQuote(workplace, row.id));
    TRY_LET(working, quotedCart(workplace, quote));
    TRY_LET(client, buyerOf(workplace, quote));
    working.cart.client = client;
    return working;
}

Result<WorkingCart> collectingCart(const Workplace &workplace, const DossierRow &row)
{
    WorkingCart working;
    working.cart.id = Id<Cart>::generate();
    working.cart.dossier = row.id;
    working.cart.startedAt = workplace.now();
    working.collecting = row.number;
    TRY_LET(content, collectedContent(workplace, working));
    TRY_LET(cash, cashPaid(workplace, row.id));
    TRY_LET(client, buyerOf(workplace, content));
    working.cart.client = client;
    working.paidBefore = content.total - row.due;
    working.cashBefore = cash;
    return working;
}

/// A dossier is collected by one cart at a time, parked ones included: nobody pays a balance twice.
Result<> checkCollectedOnce(const Workplace &workplace, const Id<Dossier> &dossier)
{
    TRY_LET(parked, WorkingStore{workplace.db()}.parked());
    for (const KeptCart &kept : parked) {
        TRY_LET(working, workingCartFromText(kept.body));
        if (working.cart.dossier == dossier)
            return failure(ErrorCode::CartNotEmpty, u"parked while collecting"_s, {kept.name});
    }
    return {};
}

Result<> checkCollectable(const DossierRow &row)
{
    if (row.state == DossierState::Cancelled)
        return failure(ErrorCode::AlreadyCancelled, {}, {row.number});
    if (row.state != DossierState::Quote && !row.due.isPositive())
        return failure(ErrorCode::NothingDue, {}, {row.number});
    return {};
}

} // namespace

Result<CartView> Checkout::view() const
{
    TRY_LET(work, loadPricedWork(m_workplace));
    return viewOf(m_workplace, work);
}

Result<> Checkout::clear(const CommandId &id)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::Sell));
        TRY_LET(working, loadWorkingCart(m_workplace));
        if (working.hasCertainPayments())
            return failure(ErrorCode::CartHasPayments);
        TRY(checkNothingRuns(m_workplace, working));
        if (!working.cart.isEmpty() && working.quote.isEmpty() && !m_workplace.training) { // a quote lives on
            TRY_LET(kept, keptForm(m_workplace, working));
            WorkingStore store{m_workplace.db()};
            TRY(countAbandonedCart(store, kept.total));
        }
        TRY(releasePlaces(m_workplace, working.cart.dossier));
        return dropWorkingCart(m_workplace);
    });
}

Result<> Checkout::park(const CommandId &id, const QString &name)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::Park));
        TRY(checkText(name, u"name"_s, longestName));
        TRY_LET(working, loadWorkingCart(m_workplace));
        if (working.cart.isEmpty() && working.collecting.isEmpty())
            return failure(ErrorCode::CartEmpty);
        const QString given = printable(name).trimmed();
        working.cart.parkedName = given.isEmpty() ? m_workplace.now().toString(u"HH:mm"_s) : given;
        TRY_LET(kept, keptForm(m_workplace, working));
        TRY(dropWorkingCart(m_workplace));
        return WorkingStore{m_workplace.db()}.park(kept, m_workplace.training);
    });
}

Result<> Checkout::recall(const CommandId &id, const Id<Cart> &parkedCart)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::Park));
        TRY_LET(working, loadWorkingCart(m_workplace));
        if (!working.isUntouched())
            return failure(ErrorCode::CartNotEmpty);
        TRY_LET(kept, WorkingStore{m_workplace.db()}.unpark(parkedCart, m_workplace.training));
        TRY_LET(back, takenBack(m_workplace, kept));
        return keepWorkingCart(m_workplace, back);
    });
}

Result<std::vector<ParkedCart>> Checkout::parked() const
{
    TRY_LET(kept, WorkingStore{m_workplace.db()}.parked(m_workplace.training));
    std::vector<ParkedCart> carts;
    carts.reserve(kept.size());
    for (const KeptCart &cart : kept)
        carts.push_back({.id = cart.id, .name = cart.name, .at = cart.at, .units = cart.units, .total = cart.total, .paid = cart.paid});
    return carts;
}

Result<CartView> Checkout::collect(const CommandId &id, const QString &dossierNumber)
{
    TRY(m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::CollectBalance));
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive);
        TRY_LET(working, loadWorkingCart(m_workplace));
        TRY(sellingSession(m_workplace, working));
        if (!working.isUntouched())
            return failure(ErrorCode::CartNotEmpty);
        const DossierStore dossiers{m_workplace.db()};
        TRY_LET(dossier, dossiers.find(dossierNumber, m_workplace.tillUid()));
        TRY_LET(row, dossiers.row(dossier));
        TRY(checkCollectable(row));
        TRY(checkCollectedOnce(m_workplace, dossier));
        TRY_LET(taken, row.state == DossierState::Quote ? sellingQuote(m_workplace, row) : collectingCart(m_workplace, row));
        return keepWorkingCart(m_workplace, taken);
    }));
    return view();
}

} // namespace guichet
