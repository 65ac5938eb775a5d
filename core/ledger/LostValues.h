// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentMerge.h"
#include "core/ledger/DocumentStore.h"

namespace guichet {

/// A lost value with the document that it belongs to.
struct LostValue
{
    DocumentKind kind = DocumentKind::Formula;
    QString key;
    LostField lost;
};

/// What lost against another till's change, as this ledger saw it, until somebody says it again or lets it be (decisions 24). Fields that
/// only say something together (fieldsWith()) are said again, and let be, together. On the thread of `db`.
class LostValues
{
public:
    explicit LostValues(Database &db) : m_db{db} {}

    Result<> keep(DocumentKind kind, const QString &key, const std::vector<LostField> &lost);
    /// Newest first; with an origin, only what was said there.
    Result<std::vector<LostValue>> all(const QString &origin = {}) const;
    /// Says the lost value again, as a new change over what won; it is lost no more. NotFound, InvalidInput.
    Result<> restore(const LostValue &value, const DocumentChange &change);
    /// Lets it be: it is lost, and shown here no more. NotFound.
    Result<> dismiss(const LostValue &value);

    /// What stands after all is lost no more, nor is a value that somebody has said again.
    Result<> dropStanding(DocumentKind kind, const QString &key, const SharedDocument &document);
    Result<> forget(DocumentKind kind, const QString &key);
    Result<> forgetAll();

private:
    Result<> drop(DocumentKind kind, const QString &key, const QString &field, const FieldStamp &stamp);
    Result<QJsonObject> bodyWith(const Document &document, const LostField &lost) const;
    Result<> sayAgain(const Document &document, const LostField &lost, const DocumentChange &change);

    Database &m_db;
};

} // namespace guichet
