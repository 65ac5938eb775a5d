// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/gift/GiftState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Gift)
};

constexpr int amountsProposed[] = {2500, 5000, 7500, 10000};

QString kindWord(GiftKind kind)
{
    return kind == GiftKind::Card ? Words::tr("Carte cadeau") : Words::tr("Chèque cadeau");
}

void presentFound(GiftState &state, const GiftBalance &gift)
{
    state.showsFound = true;
    state.title = kindWord(gift.kind) + u' ' + gift.code;
    state.balance = gift.balance;
    state.statusTone = Tone::Positive;
    state.status =
        gift.expiresOn.isValid() ? Words::tr("valable jusqu’au %1").arg(formatShortDate(gift.expiresOn)) : Words::tr("valable sans limite");
    if (gift.balance.isZero()) {
        state.status = Words::tr("il ne reste rien");
        state.statusTone = Tone::Muted;
    }
    if (gift.expired || gift.blocked) {
        state.status = gift.blocked ? Words::tr("bloqué") : Words::tr("expiré depuis le %1").arg(formatShortDate(gift.expiresOn));
        state.statusTone = Tone::Danger;
    }
    state.offersBlock = !gift.blocked;
}

} // namespace

GiftState presentGift(const GiftInput &input, Language language)
{
    GiftState state;
    const bool recharges = input.found && input.found->kind == GiftKind::Card;
    if (input.found)
        presentFound(state, *input.found);
    state.canBlock = state.offersBlock && input.mayBlock;
    state.addTitle = recharges ? Words::tr("Recharger cette carte") : Words::tr("Vendre une valeur cadeau");
    if (!recharges)
        for (const GiftKind kind : {GiftKind::Card, GiftKind::Voucher})
            state.kinds.push_back({.id = kind == GiftKind::Card ? u"card"_s : u"voucher"_s,
                                   .text = kindWord(kind),
                                   .note = kind == GiftKind::Card ? Words::tr("un solde, rechargeable") : Words::tr("un montant, une fois"),
                                   .selected = kind == input.kind});
    state.asksCode = !recharges;
    for (const int cents : amountsProposed) {
        const Money amount = Money::fromCents(cents);
        state.amounts.push_back(
            {.id = QString::number(cents), .text = formatMoney(amount, EuroSign::Shown, language), .selected = amount == input.amount});
    }
    const QString amount = formatMoney(input.amount, EuroSign::Shown, language);
    state.addText = recharges ? Words::tr("Recharger %1").arg(amount) : Words::tr("Ajouter au panier  %1").arg(amount);
    const bool usable = !recharges || (!input.found->blocked && !input.found->expired);
    state.canAdd = input.amount.isPositive() && usable;
    return state;
}

} // namespace guichet
