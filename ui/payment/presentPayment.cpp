// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/payment/PaymentState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct PaymentWords
{
    Q_DECLARE_TR_FUNCTIONS(Payment)
};

constexpr size_t tallMethods = 3;
constexpr size_t smallMethods = 6;

QString signedEuros(Money amount, const PaymentContext &context)
{
    return (amount.isPositive() ? u"+"_s : QString{}) + formatMoney(amount, EuroSign::Hidden, context.language);
}

bool offered(const PaymentMethod &method, const PaymentContext &context)
{
    const TillProfile *till = context.catalogue->till(context.till);
    const bool byPhone = till && till->kind == TillProfile::Kind::Phone;
    return (method.tills.isEmpty() || method.tills.contains(context.till)) && !(byPhone && method.inPerson);
}

IconName iconOf(const PaymentMethod &method)
{
    switch (method.type) {
    case PaymentType::Cash: return IconName::Cash;
    case PaymentType::CardDebit:
    case PaymentType::CardCredit:
    case PaymentType::CardOther: return IconName::Card;
    case PaymentType::VoucherStore: return IconName::Gift;
    case PaymentType::ChequeMeal:
    case PaymentType::ChequeOther:
    case PaymentType::VoucherOther: return IconName::Cheque;
    case PaymentType::Transfer:
    case PaymentType::Online: return IconName::Bank;
    default: return IconName::Receipt;
    }
}

QString cashNote(const CartView &view, std::optional<Money> typed, const PaymentContext &context)
{
    if (!view.balance.due().isPositive())
        return {};
    if (!cashAsked(view, typed))
        return view.cashToPay == view.balance.due() ? QString{} : PaymentWords::tr("à payer %1").arg(euros(view.cashToPay, context));
    if (*typed > view.cashToPay)
        return PaymentWords::tr("rendu %1").arg(euros(*typed - view.cashToPay, context));
    return typed->isPositive() && *typed < view.cashToPay ? PaymentWords::tr("reste %1").arg(euros(view.balance.due() - *typed, context))
                                                          : QString{};
}

QString terminalNote(const CartView &view, const PaymentContext &context)
{
    if (view.training)
        return PaymentWords::tr("mode école");
    if (context.terminal.isEmpty())
        return PaymentWords::tr("pas de terminal");
    return context.terminal == u"manual" ? PaymentWords::tr("à encoder sur le terminal") : PaymentWords::tr("terminal prêt");
}

MethodState presentMethod(const PaymentMethod &method, const CartView &view, std::optional<Money> typed, const PaymentContext &context)
{
    MethodState state{.key = method.key, .title = method.name.in(context.language), .note = {}, .icon = iconOf(method)};
    if (method.type == PaymentType::Cash)
        state.note = cashNote(view, typed, context);
    else if (method.usesTerminal) {
        state.note = terminalNote(view, context);
        state.enabled = view.training || !context.terminal.isEmpty();
    }
    state.enabled = state.enabled && view.balance.due().isPositive() && view.openIntents.empty();
    return state;
}

void placeMethods(PaymentState &state)
{
    const auto &all = state.allMethods;
    const size_t tall = std::min(tallMethods, all.size());
    state.mainMethods.assign(all.begin(), all.begin() + static_cast<qsizetype>(tall));
    state.otherMethods.assign(all.begin() + static_cast<qsizetype>(tall), all.end());
    if (state.otherMethods.size() > smallMethods) {
        state.otherMethods.resize(smallMethods - 1);
        state.otherMethods.push_back({.key = u"more"_s,
                                      .title = PaymentWords::tr("Autre…"),
                                      .note = {},
                                      .icon = IconName::More,
                                      .enabled = state.canPay && !state.waits});
    }
    for (MethodState &method : state.otherMethods)
        method.note.clear(); // too narrow for two texts
}

std::vector<QuickCashState> presentQuickCash(const CartView &view, const PaymentContext &context)
{
    std::vector<QuickCashState> keys;
    keys.push_back({.id = u"exact"_s, .text = PaymentWords::tr("exact"), .tendered = {}});
    for (const Money note : view.quickNotes)
        keys.push_back({.id = QString::number(note.cents()), .text = euros(note, context), .tendered = note});
    for (QuickCashState &key : keys)
        key.text.remove(u",00"_s);
    return keys;
}

QString paidText(const Payment &payment, const PaymentContext &context)
{
    QStringList words{formatTime(payment.at.time()), payment.methodTitle.in(context.language)};
    if (!payment.giftCode.isEmpty())
        words.last() += u' ' + payment.giftCode;
    else if (!payment.reference.isEmpty())
        words.last() += u' ' + payment.reference;
    if (payment.change.isPositive())
        words << PaymentWords::tr("reçu %1").arg(euros(payment.tendered, context))
              << PaymentWords::tr("rendu %1").arg(euros(payment.change, context));
    if (!payment.rounding.isZero())
        words << PaymentWords::tr("arrondi %1").arg(signedEuros(payment.rounding, context));
    if (payment.excess.isPositive())
        words << PaymentWords::tr("non rendu %1").arg(euros(payment.excess, context));
    if (payment.tip.isPositive())
        words << PaymentWords::tr("pourboire %1").arg(euros(payment.tip, context));
    return words.join(u" · "_s);
}

bool isCertain(const Payment &payment)
{
    return !payment.intent.isNull() || !payment.giftCode.isEmpty();
}

/// Payments that one line of the history says together.
struct PaidPile
{
    Payment last;
    int count = 1;
};

/// A cheque of fixed value of which the whole counts: another of that value is told from it by nothing.
bool isWholeCheque(const Payment &payment, const PaymentContext &context)
{
    const PaymentMethod *method = context.catalogue->paymentMethod(payment.method);
    return method && !method->faceValues.empty() && payment.excess.isZero() && payment.reference.isEmpty() && !isCertain(payment);
}

std::vector<PaidPile> paidPiles(const CartView &view, const PaymentContext &context)
{
    std::vector<PaidPile> piles;
    for (const Payment &payment : view.payments) {
        const auto takesIt = [&](const PaidPile &pile) {
            return pile.last.method == payment.method && pile.last.amount == payment.amount && isWholeCheque(pile.last, context);
        };
        const auto found = isWholeCheque(payment, context) ? std::ranges::find_if(piles, takesIt) : piles.end();
        if (found == piles.end())
            piles.push_back({.last = payment});
        else
            *found = {.last = payment, .count = found->count + 1};
    }
    return piles;
}

PaidState presentPaid(const PaidPile &pile, const CartView &view, const PaymentContext &context)
{
    const Payment &payment = pile.last;
    const QString times = pile.count > 1 ? u" · %1 × %2"_s.arg(pile.count).arg(euros(payment.amount, context)) : QString{};
    return {.payment = payment.id,
            .text = paidText(payment, context) + times,
            .amount = euros((payment.amount + payment.rounding) * pile.count, context),
            .count = pile.count,
            .removable = !isCertain(payment) || view.training,
            .returnable = std::ranges::find(view.returnable, payment.id) != view.returnable.end()};
}

} // namespace

QString euros(Money amount, const PaymentContext &context)
{
    return formatMoney(amount, EuroSign::Shown, context.language);
}

std::optional<Money> cashAsked(const CartView &view, std::optional<Money> typed)
{
    return typed && *typed != view.balance.due() && *typed != view.cashToPay ? typed : std::nullopt;
}

PaymentState presentPayment(const CartView &view, std::optional<Money> typed, const PaymentContext &context)
{
    PaymentState state;
    state.total = view.balance.total;
    state.paid = view.balance.paid;
    state.due = view.balance.due();
    state.proposed = std::max(Money{}, state.due);
    state.canPay = state.due.isPositive();
    state.waits = !view.openIntents.empty();
    for (const PaymentMethod &method : context.catalogue->paymentMethods) {
        if (!offered(method, context))
            continue;
        state.allMethods.push_back(presentMethod(method, view, typed, context));
        if (method.type == PaymentType::Cash && state.cashMethod.isEmpty())
            state.cashMethod = method.key;
    }
    placeMethods(state);
    const Money rounding = view.cashToPay - state.due;
    if (!state.cashMethod.isEmpty() && state.canPay && !rounding.isZero())
        state.rounding = PaymentWords::tr("Arrondi %1\nen espèces %2").arg(signedEuros(rounding, context), euros(view.cashToPay, context));
    if (!state.cashMethod.isEmpty() && state.canPay)
        state.quickCash = presentQuickCash(view, context);
    for (const PaidPile &pile : paidPiles(view, context))
        state.history.push_back(presentPaid(pile, view, context));
    return state;
}

GiveBackState presentGiveBack(const Payment &payment, const PaymentContext &context)
{
    const QString amount = euros(payment.received(), context);
    const QString title = payment.methodTitle.in(context.language);
    GiveBackState state;
    state.payment = payment.id;
    state.method = payment.method;
    state.title = PaymentWords::tr("Rendre %1").arg(amount);
    state.sentence = payment.giftCode.isEmpty() ? PaymentWords::tr("%1 : le terminal rend ce montant sur la carte du client.").arg(title)
                                                : PaymentWords::tr("%1 : ce montant revient sur %2.").arg(title, payment.giftCode);
    state.confirm = PaymentWords::tr("Rendre  %1").arg(amount);
    return state;
}

PaymentFootState presentPaymentFoot(const CartView &view, bool paymentToCome, bool asksCentre)
{
    if (asksCentre)
        return {.validateText = PaymentWords::tr("La centrale est interrogée…")};
    PaymentFootState state;
    const bool collecting = !view.collecting.isEmpty();
    const bool settled = !view.balance.due().isPositive();
    const bool sells = !view.cart.isEmpty();
    state.validateText = collecting                  ? PaymentWords::tr("VALIDER L’ENCAISSEMENT")
                         : paymentToCome && !settled ? PaymentWords::tr("VALIDER LE DOSSIER")
                                                     : PaymentWords::tr("VALIDER LA VENTE");
    const bool clear = view.openIntents.empty();
    state.canValidate = clear && (collecting ? !view.payments.empty() : sells && (settled || paymentToCome));
    state.canQuote = clear && sells && !collecting && view.payments.empty();
    return state;
}

std::vector<TabState> presentPaymentTabs(const CartView &view)
{
    if (!view.collecting.isEmpty())
        return {{u"now"_s, PaymentWords::tr("PAIEMENT IMMÉDIAT")}};
    return {{u"client"_s, PaymentWords::tr("CLIENT")},
            {u"now"_s, PaymentWords::tr("PAIEMENT IMMÉDIAT")},
            {u"later"_s, PaymentWords::tr("PAIEMENT À VENIR")}};
}

} // namespace guichet
