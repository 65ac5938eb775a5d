// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentStore.h"

#include <algorithm>
#include <array>

namespace guichet {

/// What each till keeps a copy of at the centre, as it stands there: what is of its machine, and what no other till has.
inline constexpr std::array homeKinds{DocumentKind::User, DocumentKind::Settings, DocumentKind::TillProfile, DocumentKind::Note};
constexpr bool isOfHome(DocumentKind kind)
{
    return std::ranges::find(homeKinds, kind) != homeKinds.end();
}

/// The documents that stay at home with each till, as the centre keeps them for the machine that may have to take its place. On the thread
/// of `db`.
class HomeStore
{
public:
    explicit HomeStore(Database &db) : m_db{db} {}

    /// `tillKey`: of the till's profile and settings.
    Result<> setTillKey(const QString &till, const QString &tillKey);
    Result<QString> tillKey(const QString &till) const; ///< Empty: it has left nothing.
    /// An earlier revision than the one that is here is passed over.
    Result<> put(const QString &till, const Document &document);
    Result<> forget(const QString &till, DocumentKind kind, const QString &key);
    Result<std::vector<Document>> of(const QString &till) const; ///< In the order of their revisions.
    /// What the tills left of one document, each with the till.
    Result<std::vector<std::pair<QString, Document>>> copiesOf(DocumentKind kind, const QString &key) const;
    /// A ledger keeps nothing of other tills' homes.
    Result<> clear();

private:
    Database &m_db;
};

} // namespace guichet
