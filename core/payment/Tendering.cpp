// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/CashRounding.h"
#include "core/payment/Payment.h"

#include <algorithm>
#include <array>

namespace guichet {
namespace {

constexpr std::array<qint64, 7> notes{500, 1000, 2000, 5000, 10'000, 20'000, 50'000};
constexpr qint64 fifty = 5000;
constexpr qint64 smallAmount = 2000; ///< Under it coins round up to a note of five.

/// What the settling cash payment adds to `due`. Rounding is of all cash of the sale; it never asks the till to give money back.
Money settlingRounding(Money saleTotal, Money due, bool companyBuyer, Money cashBefore)
{
    const Money rounding = cashRounding(saleTotal, cashBefore + due, companyBuyer);
    const bool turnsRound = due.isPositive() && (due + rounding).isNegative();
    return turnsRound ? -due : rounding;
}

/// People also lay down several notes: 40 € for 32 €, 15 € for 12 €.
void addNextPile(std::vector<Money> &amounts, Money toPay)
{
    const qint64 step = toPay.cents() < smallAmount ? 500 : 1000;
    const Money pile = Money::fromCents((toPay.cents() / step + 1) * step);
    if (toPay.cents() % step != 0 && std::ranges::find(amounts, pile) == amounts.end())
        amounts.push_back(pile);
}

} // namespace

CashTender tenderCash(Money saleTotal, Money due, Money tendered, bool companyBuyer, Money cashBefore)
{
    const Money rounding = settlingRounding(saleTotal, due, companyBuyer, cashBefore);
    const Money toPay = due + rounding;
    if (tendered >= toPay)
        return {.amount = due, .rounding = rounding, .change = tendered - toPay, .settles = true};
    if (tendered >= due)
        return {};
    return {.amount = tendered, .rounding = {}, .change = {}, .settles = false};
}

Money cashToPay(Money saleTotal, Money due, bool companyBuyer, Money cashBefore)
{
    return due + settlingRounding(saleTotal, due, companyBuyer, cashBefore);
}

std::vector<Money> quickNotes(Money toPay, int count)
{
    std::vector<Money> amounts;
    for (const qint64 note : notes)
        if (note > toPay.cents())
            amounts.push_back(Money::fromCents(note));
    addNextPile(amounts, toPay);
    const auto wanted = static_cast<size_t>(std::max(count, 0));
    for (qint64 pile = (toPay.cents() / fifty + 1) * fifty; amounts.size() < wanted; pile += fifty)
        if (std::ranges::find(amounts, Money::fromCents(pile)) == amounts.end())
            amounts.push_back(Money::fromCents(pile));
    std::ranges::sort(amounts);
    amounts.resize(std::min(amounts.size(), wanted));
    return amounts;
}

} // namespace guichet
