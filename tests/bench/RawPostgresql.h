// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/PostgresqlAddress.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <map>
#include <string>
#include <vector>

namespace guichet::bench {

/// A statement with `?` for its values.
struct BoundStatement
{
    std::string sql;
    QVariantList values;
};
/// What a Recorder has of one on SQLite, which has written its values in place: `text` as it was prepared, `expanded` as it was run.
BoundStatement boundStatement(const std::string &text, const std::string &expanded);

/// A connection that prepares each text once, and otherwise does what it is told: what a plain program would do.
class BarePostgresql
{
public:
    /// To a schema that is there.
    explicit BarePostgresql(const PostgresqlAddress &address);
    ~BarePostgresql();
    BarePostgresql(const BarePostgresql &) = delete;
    BarePostgresql &operator=(const BarePostgresql &) = delete;
    /// Seconds to run them as one durable transaction; what is not prepared yet is prepared before the clock starts.
    double run(const std::vector<BoundStatement> &statements);

private:
    void runText(const QString &sql);
    QSqlQuery &prepared(const std::string &sql);

    QSqlDatabase m_db;
    std::map<std::string, QSqlQuery> m_prepared;
};

} // namespace guichet::bench
