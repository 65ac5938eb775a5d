// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/CatalogueJson.h"

#include <QStringList>

namespace guichet {

/// A row of an import as a document: columns are field names, `name.fr` for texts in a language, euros for money (`12,80`), per cent for
/// percent, `|` between the items of a list, oui/non, JSON for what is nested. Empty cells are left out. InvalidInput names the column and
/// the cause.
Result<QJsonObject> documentFromRow(const QStringList &columns, const QStringList &cells);

/// The inverse, for an export: the columns that the documents use, and a row each. Read again, they are the same documents.
std::vector<QStringList> rowsFromDocuments(const std::vector<QJsonObject> &documents);

} // namespace guichet
