// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/PostgresqlAddress.h"

#include <QUrl>
#include <QUrlQuery>

namespace guichet {

using namespace Qt::StringLiterals;

QString PostgresqlAddress::text() const
{
    const QString where = port > 0 ? u"%1:%2"_s.arg(host).arg(port) : host;
    return u"%1@%2/%3 %4"_s.arg(user, where, database, schema).trimmed();
}

PostgresqlAddress PostgresqlAddress::withSchema(const QString &name) const
{
    PostgresqlAddress address = *this;
    address.schema = name;
    return address;
}

Result<PostgresqlAddress> postgresqlAddress(const QString &url)
{
    const QUrl read{url, QUrl::StrictMode};
    const bool isOurs = read.isValid() && (read.scheme() == u"postgresql" || read.scheme() == u"postgres");
    if (!isOurs || read.path().size() < 2 || read.path().indexOf(u'/', 1) > 0 || read.hasFragment())
        return failure(ErrorCode::InvalidInput, u"not postgresql://user@host/database"_s, {u"database"_s});
    if (!read.password().isEmpty())
        return failure(ErrorCode::InvalidInput, u"a password is not said here: PGPASSWORD, or PGPASSFILE"_s, {u"database"_s});
    const QString folder = QUrlQuery{read}.queryItemValue(u"host"_s, QUrl::FullyDecoded);
    return PostgresqlAddress{.host = folder.isEmpty() ? read.host() : folder,
                             .port = read.port(0),
                             .user = read.userName(),
                             .database = read.path().mid(1),
                             .schema = {}};
}

} // namespace guichet
