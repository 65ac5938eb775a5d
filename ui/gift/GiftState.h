// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selling/GiftBalance.h"
#include "ui/widgets/ChipRow.h"

#include <QCoreApplication>
#include <optional>

namespace guichet {

/// What the person has chosen on the gift page so far.
struct GiftInput
{
    std::optional<GiftBalance> found; ///< The card or voucher that was scanned; none: a new one is sold.
    GiftKind kind = GiftKind::Card;   ///< Of a new one.
    QString newCode;                  ///< Printed on a new one beforehand; empty: the till makes a code.
    Money amount;
    bool mayBlock = true; ///< Right::BlockGift of who is connected.
    friend bool operator==(const GiftInput &, const GiftInput &) = default;
};

/// Everything the gift page shows.
struct GiftState
{
    QString title;  ///< `Carte GC7F3K`.
    QString status; ///< `valable jusqu’au 23/11/2027`.
    Tone statusTone = Tone::Muted;
    Money balance;
    bool showsFound = false;
    bool offersBlock = false;
    bool canBlock = false;        ///< Offered, and allowed to who is connected.
    QString addTitle;             ///< Over the amount: what would be sold.
    std::vector<ChipState> kinds; ///< Empty when a card is recharged.
    bool asksCode = false;        ///< A new one: it may have its code already.
    std::vector<ChipState> amounts;
    QString addText;
    bool canAdd = false;
    friend bool operator==(const GiftState &, const GiftState &) = default;
};
GiftState presentGift(const GiftInput &input, Language language = Language::French);

} // namespace guichet
