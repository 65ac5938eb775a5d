// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

class Database;

/// Under which keys of the SecretStore the secrets of a kind of terminal are: working state. A new secret gets a key of its own, noted
/// before it is stored: a crash leaves nothing that nobody knows of, and what a slow store does late meets no other secret. On the thread
/// of `db`.
class TerminalKeys
{
public:
    /// `db` outlives it.
    TerminalKeys(Database &db, const QString &kind);

    /// Of the secret in use, which may not be there; empty: the kind has none.
    Result<QString> current() const;
    /// Those whose secret is in use no more, or not yet.
    Result<QStringList> spare() const;

    // In the caller's transaction.
    Result<QString> add();                       ///< A new one, spare until it is used.
    Result<> use(const QString &key);            ///< The one before is spare from now on.
    Result<> forget(const QStringList &removed); ///< They hold nothing any more.

private:
    struct Kept
    {
        QString current;
        QStringList spare;
    };
    Result<Kept> kept() const;
    Result<> keep(const Kept &kept);

    Database &m_db;
    QString m_first; ///< The key of a till on which none was changed yet.
};

} // namespace guichet
