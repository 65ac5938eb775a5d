// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

/// A schema of a PostgreSQL database: a ledger, or what is common to many. The password is none of ours: libpq takes it from PGPASSWORD or
/// from the file that PGPASSFILE names, so that neither a command line nor a log can show it.
struct PostgresqlAddress
{
    QString host = {}; ///< A name, or the folder of a socket; empty: libpq's own.
    int port = 0;      ///< 0: libpq's own.
    QString user = {};
    QString database = {};
    QString schema = {};

    /// `user@host:port/database schema`, for logs.
    QString text() const;
    PostgresqlAddress withSchema(const QString &name) const;
    friend bool operator==(const PostgresqlAddress &, const PostgresqlAddress &) = default;
};

/// Reads `postgresql://user@host:port/database`; a socket is `postgresql://user@/database?host=/folder`. InvalidInput: it is none, or holds
/// a password.
Result<PostgresqlAddress> postgresqlAddress(const QString &url);

} // namespace guichet
