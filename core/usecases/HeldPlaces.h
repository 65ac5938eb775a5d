// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/usecases/WorkingCart.h"

/// What a cart wants of the centre and what became of it (decisions 23), kept beside the cart in the caller's transaction; who asks the
/// centre is CentreQuestions.h. A till without a centre, and training, want nothing. Not for screens. On the ledger thread.
namespace guichet {

struct LinePlaces;
struct Workplace;

/// Whether this till asks a centre now.
bool asksCentre(const Workplace &workplace);

/// The cart has changed: so has what it wants.
Result<> wantPlaces(Workplace &workplace, const WorkingCart &working);
/// The cart is no more: the centre is told when there is a line.
Result<> releasePlaces(Workplace &workplace, const Id<Dossier> &dossier);
/// It became a sale or an order, whose fact ends the hold. What the centre has not promised comes out of the allotment.
Result<> notePlacesSold(Workplace &workplace, const SaleContent &sale);
/// The till is closed: what it borrowed goes back.
Result<> returnAllotments(Workplace &workplace);

/// CapacityFull for a line of which the centre has not all, PromoCodeUsedUp for a code. Where it has not answered, all is well: the till
/// sells, and says what nobody has confirmed.
Result<> checkHeld(const Workplace &workplace, const WorkingCart &working);
/// What the cashier should know of the places of the cart, line by line; mostly nothing.
Result<std::vector<LinePlaces>> placesToMention(const Workplace &workplace, const WorkingCart &working);

} // namespace guichet
