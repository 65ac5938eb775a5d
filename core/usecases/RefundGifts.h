// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SessionStore.h"
#include "core/selling/Refund.h"

/// What a refund does to gift value (PAY-7, decisions 7). In the caller's transaction; not for screens.
namespace guichet {

struct Workplace;

/// Gift value goes back to its card, which is then the reference of the payment, unless that is expired, blocked or single-use, or there
/// was none: then the reference stays empty, for a new card.
Result<> chooseKnownCards(const Workplace &workplace, const SessionRecord &session, std::vector<Payment> &payments);

/// chooseKnownCards(), and for the rest the code of a new card, so that paper and answer name it.
Result<> chooseGiftCards(const Workplace &workplace, const SessionRecord &session, std::vector<Payment> &payments);

/// Puts the value on the card that chooseGiftCards() has chosen, and prints its slip.
Result<> returnGift(Workplace &workplace, const SessionRecord &session, const Actor &actor, const Payment &payment, Language language);

/// Gift value that was sold is taken back only while nothing of it has been used: GiftEmpty.
Result<> takeBackSoldGift(Workplace &workplace, const SessionRecord &session, const Actor &actor, const RefundContent &content);

} // namespace guichet
