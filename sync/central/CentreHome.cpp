// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentreHome.h"

#include "core/ledger/Engine.h"
#include "core/ledger/PrivateFile.h"

#include <QDir>
#include <QRegularExpression>
#include <QThread>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString commonSchema = u"guichet"_s;
constexpr int triesToBeAlone = 50; ///< A server takes a moment to see that a program has gone.
constexpr unsigned long restOfTry = 100;

QString schemaOf(const QString &account)
{
    return u"account_"_s + account;
}

QString stagedSchema(const QString &account)
{
    return schemaOf(account) + u"_restoring"_s;
}

std::unexpected<Error> notAlone()
{
    return failure(ErrorCode::DatabaseBusy, u"stop all programs of the centre first"_s);
}

Result<> moveFile(const QString &from, const QString &to)
{
    if (QFile::exists(from) && !QFile::rename(from, to))
        return failure(ErrorCode::FileFailed, u"%1 could not become %2"_s.arg(from, to));
    return {};
}

} // namespace

bool isAccountKey(const QString &key)
{
    static const QRegularExpression form{u"\\A[a-z0-9-]{1,40}\\z"_s};
    return form.match(key).hasMatch();
}

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

bool CentreHome::isThere() const
{
    return m_database || QFile::exists(m_keyFile) || QFile::exists(commonFile());
}

QString CentreHome::commonFile() const
{
    return QDir{m_folder}.filePath(u"central.db"_s);
}

Result<std::unique_ptr<FolderLock>> CentreHome::holdToServe() const
{
    if (m_database)
        return std::unique_ptr<FolderLock>{};
    auto lock = FolderLock::take(QDir{m_folder}.filePath(u"serve.lock"_s));
    if (!lock && lock.error().code == ErrorCode::FolderInUse)
        return failure(ErrorCode::FolderInUse, u"another guichet-central serves %1"_s.arg(m_folder), {m_folder});
    return lock;
}

Result<std::unique_ptr<Database>> CentreHome::openCommon() const
{
    if (m_database)
        return Database::open(*common());
    const QDir folder{m_folder};
    TRY(makePrivateFolder(folder.path()));
    TRY(makePrivateFolder(folder.filePath(u"accounts"_s)));
    return Database::open(commonFile());
}

/// isAccountKey().
Result<std::unique_ptr<Database>> CentreHome::openLedger(const QString &account) const
{
    if (m_database)
        return Database::open(m_database->withSchema(schemaOf(account)));
    TRY(makePrivateFile(ledgerFile(account)));
    return Database::open(ledgerFile(account));
}

QString CentreHome::ledgerFile(const QString &account) const
{
    return QDir{m_folder}.filePath(u"accounts/%1.db"_s.arg(account));
}

QString CentreHome::stagedFile(const QString &account) const
{
    return ledgerFile(account) + u".restoring"_s;
}

QString CentreHome::asideOf(const QString &account, const QDateTime &now) const
{
    const QString stamp = now.toUTC().toString(u"yyyyMMddHHmmss"_s);
    return m_database ? schemaOf(account) + u'_' + stamp : ledgerFile(account) + u".before-"_s + stamp;
}

Result<std::unique_ptr<Database>> CentreHome::openLedgerIfThere(const QString &account) const
{
    if (!m_database && !QFile::exists(ledgerFile(account)))
        return std::unique_ptr<Database>{};
    TRY_LET(ledger, openLedger(account));
    TRY_LET(version, engine::schemaVersion(*ledger));
    return version > 0 ? std::move(ledger) : std::unique_ptr<Database>{};
}

Result<> CentreHome::requireAlone(Database &common, const QString &account) const
{
    if (m_database) {
        for (int tries = 0; tries < triesToBeAlone; ++tries) {
            TRY_LET(others, engine::otherConnections(common));
            if (others == 0)
                return {};
            QThread::msleep(restOfTry);
        }
        return notAlone();
    }
    const auto unserved = holdToServe(); // a server opens the ledger only when a till asks
    if (!unserved)
        return unserved.error().code == ErrorCode::FolderInUse ? notAlone() : std::unexpected(unserved.error());
    if (!QFile::exists(ledgerFile(account)))
        return {};
    const Result<std::unique_ptr<Database>> ledger = Database::open(ledgerFile(account));
    const Result<> alone = ledger ? engine::joinAlone(**ledger) : std::unexpected(ledger.error());
    return !alone && alone.error().code == ErrorCode::DatabaseBusy ? notAlone() : Result<>{}; // a damaged one is nobody's
}

Result<> CentreHome::dropStaged(Database &common, const QString &account) const
{
    if (m_database)
        return engine::dropSchema(common, stagedSchema(account));
    for (const QString &part : engine::partsOf(stagedFile(account)))
        QFile::remove(part);
    return {};
}

Result<std::unique_ptr<Database>> CentreHome::openStaged(Database &common, const QString &account) const
{
    TRY(dropStaged(common, account)); // of a program that was cut off
    if (m_database)
        return Database::open(m_database->withSchema(stagedSchema(account)));
    TRY(makePrivateFile(stagedFile(account)));
    return Database::open(stagedFile(account));
}

/// Cut off between the names, there is no ledger of the account: what is staged is put in place again by the next attempt.
Result<> CentreHome::putStagedFile(const QString &account, const QDateTime &now) const
{
    {
        TRY_LET(staged, Database::open(stagedFile(account)));
        TRY(engine::joinAlone(*staged));
    }
    TRY(engine::flushCopy(stagedFile(account)));
    const QStringList parts = engine::partsOf(ledgerFile(account));
    const QStringList asides = engine::partsOf(asideOf(account, now));
    for (qsizetype part = parts.size(); part-- > 0;) // the log before what it is of
        TRY(moveFile(parts[part], asides[part]));
    TRY(moveFile(stagedFile(account), ledgerFile(account)));
    return engine::flushCopy(ledgerFile(account)); // and the names
}

Result<> CentreHome::putStaged(Database &common, const QString &account, const QDateTime &now) const
{
    if (!m_database)
        return putStagedFile(account, now);
    const Result<> aside = engine::renameSchema(common, schemaOf(account), asideOf(account, now));
    if (!aside && aside.error().code != ErrorCode::NotFound)
        return aside;
    return engine::renameSchema(common, stagedSchema(account), schemaOf(account));
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
