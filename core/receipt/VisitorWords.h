// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Words.h"

namespace guichet {

/// A visitor category of the catalogue in words: `adult` → `Adultes`; one of the attraction's own stays as it is.
QString visitorWord(const QString &category, Language language);
/// An origin in words: `BE 5000` → `Belgique 5000`, `NL Zeeland` → `Pays-Bas Zeeland`; a rarer country keeps its code. Empty: not asked.
QString originWord(const QString &origin, Language language);

} // namespace guichet
