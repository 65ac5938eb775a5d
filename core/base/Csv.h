// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace guichet {

/// Rows of a CSV text (RFC 4180): UTF-8 with or without BOM, comma or semicolon (told by the first line), quoted cells with line breaks.
/// Refuses what is not UTF-8, forbidden characters, an open quote, and more than 200 000 rows or 200 columns (InvalidInput).
Result<std::vector<QStringList>> parseCsv(const QByteArray &bytes);

/// Writes rows with semicolons and a BOM, as the spreadsheets of the region open them. Cells that a spreadsheet would take for a formula
/// get an apostrophe.
QByteArray writeCsv(const std::vector<QStringList> &rows);

/// A cell as it was before writeCsv() defused it.
QString withoutFormulaGuard(const QString &cell);

} // namespace guichet
