// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/PlaceHold.h"

namespace guichet {

/// So much of a gift card, before its payment is recorded (PAY-9). `id`: made by the till, the same in every attempt; an amount of zero
/// gives a debit of that id back.
struct GiftDebit
{
    QString id;
    QString code;
    Money amount;
    Id<Dossier> dossier;
};

/// What the centre says of a debit.
struct GiftDecision
{
    bool approved = false;
    Money available;                       ///< Of the card for this debit, what others have reserved taken off.
    std::optional<ErrorCode> refusal = {}; ///< GiftBlocked, GiftExpired, GiftUnknown; none: the balance alone decides.
    friend bool operator==(const GiftDecision &, const GiftDecision &) = default;
};

/// A use of a limited promo code by a cart; without `wanted` it is given back. `turn`: that of the hold of the cart.
struct CodeUse
{
    QString code; ///< Key of the code.
    Id<Dossier> dossier;
    bool wanted = true;
    qint64 turn = 0;
};

struct CodeDecision
{
    bool granted = false; ///< False: it is used up over all tills.
};

/// What must not be oversold is decided at the centre while there is a line (design.md, Sync). Each call blocks until the answer or the end
/// of its patience; on a thread of its own, never that of the window or of the ledger. Asked again, the same id is the same reservation.
/// Errors of all: CentreUnreachable, CentreNotTrusted, NotEnrolled, KeyUnavailable (its token), TillRevoked, TillReplaced, CentreRefused,
/// InvalidInput: nothing is known, and the offline rule holds.
class OnlineDecisions
{
public:
    virtual ~OnlineDecisions() = default;
    virtual Result<HoldAnswer> hold(const PlaceHold &hold) = 0;
    virtual Result<GiftDecision> debit(const GiftDebit &debit) = 0;
    virtual Result<CodeDecision> use(const CodeUse &use) = 0;
};

} // namespace guichet
