// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Text.h"

namespace guichet {

struct Workplace;

/// What people call this till. On the ledger thread.
LocalizedText ownTillName(const Workplace &workplace);
/// What people call a till of which only the chain is known: the name of the profile that it names on its Z, else the code in its dossier
/// numbers (`caisse 02`). Empty: it has neither here. On the ledger thread; errors of the database. Not for screens.
Result<LocalizedText> tillNameOf(const Workplace &workplace, const QString &till);

} // namespace guichet
