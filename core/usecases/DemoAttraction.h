// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/CatalogueJson.h"

#include <vector>

namespace guichet {

/// Documents that make a till, as a file of resources/demo holds them: an object of kinds, each a document or a list of documents.
struct DocumentBundle
{
    QString tillKey; ///< Key of the till profile that is ours.
    std::vector<std::pair<DocumentKind, QJsonObject>> documents;
};

/// Reads a file of resources/demo (`:/demo/…`). FileFailed, InvalidInput.
Result<QJsonObject> demoFile(const QString &path);
/// Reads such a file as a bundle.
Result<DocumentBundle> loadBundle(const QString &path);

/// The demo attraction, seen from one of its tills (`accueil` when empty; NotFound).
Result<DocumentBundle> demoDocuments(const QString &tillKey);

} // namespace guichet
