// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Plural.h"
#include "ui/payment/PaymentState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct ChequeWords
{
    Q_DECLARE_TR_FUNCTIONS(Cheques)
};

/// Cheques of one value.
struct ChequePile
{
    Money value;
    int count = 0;
    Id<Payment> last; ///< In the cart; null: none yet.
};

ChequePile &pileOf(std::vector<ChequePile> &piles, Money value)
{
    const auto found = std::ranges::find(piles, value, &ChequePile::value);
    return found != piles.end() ? *found : piles.emplace_back(ChequePile{.value = value, .count = 0, .last = {}});
}

/// In the order of the payments, then of the touches that are not among them yet.
std::vector<ChequePile> pilesOf(const CartView &view, const ChequeEntry &entry)
{
    std::vector<ChequePile> piles;
    for (const Payment &payment : view.payments) {
        if (payment.method != entry.method)
            continue;
        ChequePile &pile = pileOf(piles, payment.amount + payment.excess); // what exceeds the sale is on the cheque too
        ++pile.count;
        pile.last = payment.id;
    }
    for (const Money value : entry.touched)
        ++pileOf(piles, value).count;
    return piles;
}

ChequeRowState presentPile(const ChequePile &pile, const ChequeEntry &entry, const PaymentContext &context)
{
    return {.value = pile.value,
            .text = u"%1 × %2"_s.arg(pile.count).arg(euros(pile.value, context)),
            .amount = euros(pile.value * pile.count, context),
            .takeBack = ChequeWords::tr("Retirer un chèque de %1").arg(euros(pile.value, context)),
            .last = pile.last,
            .canTakeBack = !entry.busy && !pile.last.isNull()};
}

QString takenText(const std::vector<ChequePile> &piles, const PaymentContext &context)
{
    int count = 0;
    Money sum;
    for (const ChequePile &pile : piles) {
        count += pile.count;
        sum += pile.value * pile.count;
    }
    const QString cheques = counted(count, ChequeWords::tr("chèque reçu"), ChequeWords::tr("chèques reçus"), context.language);
    return cheques + u" · "_s + euros(sum, context);
}

QString validityText(const PaymentMethod &method, QDate today)
{
    if (method.validYears == 0)
        return {};
    return ChequeWords::tr("Acceptés : émis de %1 à %2. Les plus anciens ont expiré.")
        .arg(today.year() - method.validYears)
        .arg(today.year());
}

} // namespace

ChequeState presentCheques(const CartView &view, const ChequeEntry &entry, const PaymentContext &context)
{
    const PaymentMethod *method = context.catalogue->paymentMethod(entry.method);
    ChequeState state;
    state.done = !method || !view.balance.due().isPositive();
    if (!method)
        return state;
    Money due = view.balance.due();
    for (const Money value : entry.touched)
        due -= value;
    const std::vector<ChequePile> piles = pilesOf(view, entry);
    state.title = method->name.in(context.language);
    state.due = ChequeWords::tr("À encaisser : %1").arg(euros(std::max(Money{}, due), context));
    state.validity = validityText(*method, entry.today);
    for (const Money value : method->faceValues)
        state.keys.push_back({.value = value, .text = euros(value, context), .enabled = due.isPositive()});
    state.taken = takenText(piles, context);
    for (const ChequePile &pile : piles)
        state.rows.push_back(presentPile(pile, entry, context));
    return state;
}

} // namespace guichet
