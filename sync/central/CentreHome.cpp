// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentreHome.h"

#include "core/ledger/PrivateFile.h"

#include <QDir>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString commonSchema = u"guichet"_s;

} // namespace

CentreHome CentreHome::trial(const QString &folder)
{
    CentreHome home;
    home.m_folder = folder;
    home.m_keyFile = QDir{folder}.filePath(u"centre.key"_s);
    return home;
}

CentreHome CentreHome::shared(const PostgresqlAddress &database, const QString &keyFile)
{
    CentreHome home;
    home.m_keyFile = keyFile;
    home.m_database = database;
    return home;
}

std::optional<PostgresqlAddress> CentreHome::common() const
{
    return m_database ? std::optional{m_database->withSchema(commonSchema)} : std::nullopt;
}

Result<std::unique_ptr<Database>> CentreHome::openCommon() const
{
    if (m_database)
        return Database::open(*common());
    const QDir folder{m_folder};
    TRY(makePrivateFolder(folder.path()));
    TRY(makePrivateFolder(folder.filePath(u"accounts"_s)));
    return Database::open(folder.filePath(u"central.db"_s));
}

/// Keys of accounts are small letters, figures and dashes (Centre::addAccount()): names of files and schemas that nothing escapes from.
Result<std::unique_ptr<Database>> CentreHome::openLedger(const QString &account) const
{
    if (m_database)
        return Database::open(m_database->withSchema(u"account_"_s + account));
    const QString file = QDir{m_folder}.filePath(u"accounts/%1.db"_s.arg(account));
    TRY(makePrivateFile(file));
    return Database::open(file);
}

/// Only a trial makes its key by itself: a second process that made another would sign what no till believes.
Result<KeyPair> CentreHome::key() const
{
    const Result<QByteArray> seed = readPrivateFile(m_keyFile);
    if (seed)
        return KeyPair::fromSeed(*seed);
    if (seed.error().code != ErrorCode::NotFound)
        return std::unexpected(seed.error());
    if (isShared())
        return failure(ErrorCode::NotFound, u"no key at %1: make it once, and copy it to every machine of the centre"_s.arg(m_keyFile));
    return makeKey();
}

Result<KeyPair> CentreHome::makeKey() const
{
    if (QFile::exists(m_keyFile))
        return failure(ErrorCode::DuplicateKey, m_keyFile, {m_keyFile});
    const KeyPair made = KeyPair::generate();
    TRY(writePrivateFile(m_keyFile, made.secretSeed()));
    return made;
}

} // namespace guichet
