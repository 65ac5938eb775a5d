// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalKeys.h"

#include "core/base/Id.h"
#include "core/ledger/Columns.h"
#include "core/ledger/WorkingStore.h"
#include "core/till/TerminalSettings.h"

#include <QJsonArray>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString keysName(const QString &firstKey)
{
    return u"secret_keys_"_s + firstKey;
}

} // namespace

TerminalKeys::TerminalKeys(Database &db, const QString &kind) : m_db{db}, m_first{terminalSecretKey(kind)} {}

Result<TerminalKeys::Kept> TerminalKeys::kept() const
{
    if (m_first.isEmpty())
        return Kept{};
    TRY_LET(text, WorkingStore{m_db}.value(keysName(m_first)));
    const QJsonObject object = jsonObject(text);
    Kept kept{.current = object[u"current"_s].toString(m_first), .spare = {}};
    for (const QJsonValue &key : object[u"spare"_s].toArray())
        kept.spare << key.toString();
    return kept;
}

Result<> TerminalKeys::keep(const Kept &kept)
{
    const QJsonObject object{{u"current"_s, kept.current}, {u"spare"_s, QJsonArray::fromStringList(kept.spare)}};
    return WorkingStore{m_db}.setValue(keysName(m_first), jsonText(object));
}

Result<QString> TerminalKeys::current() const
{
    TRY_LET(now, kept());
    return now.current;
}

Result<QStringList> TerminalKeys::spare() const
{
    TRY_LET(now, kept());
    return now.spare;
}

Result<QString> TerminalKeys::add()
{
    TRY_LET(now, kept());
    const QString key = m_first + u'-' + makeUuidV7().toString(QUuid::WithoutBraces);
    now.spare << key;
    TRY(keep(now));
    return key;
}

Result<> TerminalKeys::use(const QString &key)
{
    TRY_LET(now, kept());
    now.spare.removeAll(key);
    now.spare << std::exchange(now.current, key);
    return keep(now);
}

Result<> TerminalKeys::forget(const QStringList &removed)
{
    TRY_LET(now, kept());
    for (const QString &key : removed)
        now.spare.removeAll(key);
    return keep(now);
}

} // namespace guichet
