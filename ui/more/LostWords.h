// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/ConflictDesk.h"

namespace guichet {

/// What the sheet *Centrale* calls a change that lost: words that a person knows, no name of the program's, no JSON, no bare cents.

/// `Produit · Loupe`; what there is one of has no name.
QString lostDocumentWord(const ConflictDesk::Conflict &conflict, Language language = Language::French);
/// Every field that a shared document can have; of a text in several languages those that differ: `nom (fr)`.
QString lostFieldWord(const ConflictDesk::Conflict &conflict);
/// The value that was passed over; cut where a row ends. Of a text in several languages what differs, whatever the language.
QString lostValueWord(const ConflictDesk::Conflict &conflict, Language language = Language::French);
/// What is in force in its place, as lostValueWord().
QString standingValueWord(const ConflictDesk::Conflict &conflict, Language language = Language::French);

} // namespace guichet
