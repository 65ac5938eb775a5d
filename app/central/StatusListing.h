// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/Centre.h"

#include <QTextStream>

namespace guichet {

/// Writes accounts, their tills and what was sold beyond its number, for people: times in Europe/Brussels, amounts in euros. Errors of the
/// database.
Result<> writeStatus(QTextStream &stream, Centre &centre);

} // namespace guichet
