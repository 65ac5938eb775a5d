// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SessionStore.h"
#include "core/selling/GiftBalance.h"

/// Facts of gift value that several use cases write, in the caller's transaction (PAY-9). Not for screens.
namespace guichet {

struct Workplace;

/// Writes one fact of gift value: `type` says which.
Result<Fact> recordGift(Workplace &workplace, const Actor &actor, const SessionRecord &session, FactType type, const GiftContent &content);

/// What a code may still pay without a word from the centre, since another till may have spent it (decisions 7); nullopt: as much as is on
/// it. `unanswered`: the centre was asked just now, and said nothing.
Result<std::optional<Money>> payableUnheard(const Workplace &workplace, const QString &code, bool unanswered);

/// DuplicateKey when value is known under the code.
Result<> checkGiftCodeFree(const Workplace &workplace, const QString &code);
/// A free code that nobody can guess: `GC` or `GV` and 60 random bits.
Result<QString> newGiftCode(const Workplace &workplace, GiftKind kind);
/// The last day on which value that is sold on a day can be used; null: for ever.
QDate giftExpiry(const Workplace &workplace, QDate soldOn);
/// The same for a code that is sold or recharged; a known one that was good for ever stays so.
Result<QDate> giftValidAfter(const Workplace &workplace, const QString &code, QDate soldOn);

/// Moves what is left of a voucher to a new one, as long valid as the old one, and prints it; answers its code (decisions 7).
Result<QString> moveRestToNewVoucher(Workplace &workplace, const Actor &actor, const SessionRecord &session, const GiftContent &rest,
                                     Language language);

} // namespace guichet
