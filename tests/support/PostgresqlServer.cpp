// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresqlServer.h"

#include <QDir>
#include <QThread>

#include <csignal>
#include <unistd.h>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int startTimeout = 60'000;

/// Debian keeps each version in a folder of its own.
Result<QString> folderOfPrograms()
{
    const QDir versions{u"/usr/lib/postgresql"_s};
    const QStringList newest = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (newest.isEmpty() || !QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return failure(ErrorCode::NotFound,
                       u"PostgreSQL, or its driver for Qt, is not installed here (packages: .ci/packages-check.txt)"_s);
    return versions.filePath(newest.last() + u"/bin"_s);
}

/// Runs as who may run a PostgreSQL, and ends with this program.
QStringList asServerUser(const QStringList &words)
{
    QStringList line{u"--pdeathsig"_s, u"INT"_s};
    if (::geteuid() == 0)
        line << u"--reuid"_s << u"postgres"_s << u"--regid"_s << u"postgres"_s << u"--clear-groups"_s;
    return line + words;
}

Result<> runToEnd(const QString &program, const QStringList &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    if (process.waitForFinished(startTimeout) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return failure(ErrorCode::FileFailed, program + u": "_s + QString::fromUtf8(process.readAll()));
}

} // namespace

Result<std::unique_ptr<PostgresqlServer>> PostgresqlServer::make(Durability durability)
{
    std::unique_ptr<PostgresqlServer> made{new PostgresqlServer{durability}};
    TRY_LET(programs, folderOfPrograms());
    made->m_programs = programs;
    TRY(made->makeCluster());
    TRY(made->start());
    return made;
}

PostgresqlServer::~PostgresqlServer()
{
    stop();
}

Result<> PostgresqlServer::makeCluster()
{
    if (!m_folder.isValid())
        return failure(ErrorCode::FileFailed, m_folder.errorString());
    if (::geteuid() == 0)
        TRY(runToEnd(u"chown"_s, {u"postgres"_s, m_folder.path()}));
    return runToEnd(u"setpriv"_s,
                    asServerUser({m_programs + u"/initdb"_s, u"--pgdata"_s, m_folder.filePath(u"data"_s), u"--auth"_s, u"trust"_s,
                                  u"--username"_s, u"guichet"_s, u"--encoding"_s, u"UTF8"_s, u"--locale"_s, u"C"_s, u"--no-sync"_s}));
}

Result<> PostgresqlServer::start()
{
    QStringList settings{u"listen_addresses="_s, u"max_connections=200"_s};
    if (m_durability == Durability::None)
        settings << u"fsync=off"_s << u"full_page_writes=off"_s;
    QStringList words{m_programs + u"/postgres"_s, u"-D"_s, m_folder.filePath(u"data"_s), u"-k"_s, m_folder.path()};
    for (const QString &setting : std::as_const(settings))
        words << u"-c"_s << setting;
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.filePath(u"log"_s));
    m_server.start(u"setpriv"_s, asServerUser(words));
    if (!m_server.waitForStarted())
        return failure(ErrorCode::FileFailed, u"setpriv: "_s + m_server.errorString());
    for (int waited = 0;; waited += 50) {
        const auto db = Database::open(addressOf(u"postgres"_s).withSchema(u"public"_s));
        if (db)
            return {};
        if (waited >= startTimeout)
            return std::unexpected(db.error());
        QThread::msleep(50);
    }
}

void PostgresqlServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT);
    if (!m_server.waitForFinished(startTimeout))
        m_server.kill();
}

PostgresqlAddress PostgresqlServer::addressOf(const QString &database) const
{
    return {.host = m_folder.path(), .port = 0, .user = u"guichet"_s, .database = database, .schema = {}};
}

Result<PostgresqlAddress> PostgresqlServer::newDatabase()
{
    const QString name = u"test%1"_s.arg(++m_databases);
    TRY_LET(db, Database::open(addressOf(u"postgres"_s).withSchema(u"public"_s)));
    TRY(db->pragma(u"CREATE DATABASE "_s + name));
    return addressOf(name);
}

void PostgresqlServer::dropDatabase(const PostgresqlAddress &address)
{
    if (const auto db = Database::open(addressOf(u"postgres"_s).withSchema(u"public"_s)))
        std::ignore = (*db)->pragma(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(address.database));
}

} // namespace guichet
