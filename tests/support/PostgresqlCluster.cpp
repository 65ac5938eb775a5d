// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresqlCluster.h"

#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>

#include <csignal>
#include <unistd.h>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int startTimeout = 60'000;

std::unique_ptr<PostgresqlCluster> shared;

/// Debian keeps each version in a folder of its own.
QString programOf(const QString &name)
{
    const QDir versions{u"/usr/lib/postgresql"_s};
    const QStringList newest = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    INFO("packages: .ci/packages-check.txt");
    REQUIRE_FALSE(newest.isEmpty());
    return versions.filePath(newest.last() + u"/bin/"_s + name);
}

/// Runs as who may run a PostgreSQL, and ends with this program.
QStringList asServerUser(const QStringList &words)
{
    QStringList line{u"--pdeathsig"_s, u"INT"_s};
    if (::geteuid() == 0)
        line << u"--reuid"_s << u"postgres"_s << u"--regid"_s << u"postgres"_s << u"--clear-groups"_s;
    return line + words;
}

void runToEnd(const QString &program, const QStringList &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    REQUIRE(process.waitForFinished(startTimeout));
    INFO(process.readAll().toStdString());
    REQUIRE(process.exitCode() == 0);
}

} // namespace

PostgresqlCluster::PostgresqlCluster()
{
    REQUIRE(m_folder.isValid());
    if (::geteuid() == 0)
        runToEnd(u"chown"_s, {u"postgres"_s, m_folder.path()});
    runToEnd(u"setpriv"_s,
             asServerUser({programOf(u"initdb"_s), u"--pgdata"_s, m_folder.filePath(u"data"_s), u"--auth"_s, u"trust"_s, u"--username"_s,
                           u"guichet"_s, u"--encoding"_s, u"UTF8"_s, u"--locale"_s, u"C"_s, u"--no-sync"_s}));
    start();
}

PostgresqlCluster::~PostgresqlCluster()
{
    stop();
}

PostgresqlCluster &PostgresqlCluster::ofThisProgram()
{
    if (!shared) {
        shared = std::make_unique<PostgresqlCluster>();
        qAddPostRoutine([] { shared.reset(); }); // before the application goes, which QProcess needs
    }
    return *shared;
}

void PostgresqlCluster::start()
{
    QStringList words{programOf(u"postgres"_s), u"-D"_s, m_folder.filePath(u"data"_s), u"-k"_s, m_folder.path()};
    for (const QString &setting : {u"listen_addresses="_s, u"fsync=off"_s, u"full_page_writes=off"_s, u"max_connections=200"_s})
        words << u"-c"_s << setting;
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.filePath(u"log"_s));
    m_server.start(u"setpriv"_s, asServerUser(words));
    REQUIRE(m_server.waitForStarted());
    for (int waited = 0; !Database::open(addressOf(u"postgres"_s).withSchema(u"public"_s)); waited += 50) {
        REQUIRE(waited < startTimeout);
        QThread::msleep(50);
    }
}

void PostgresqlCluster::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT);
    if (!m_server.waitForFinished(startTimeout))
        m_server.kill();
}

PostgresqlAddress PostgresqlCluster::addressOf(const QString &database) const
{
    return {.host = m_folder.path(), .port = 0, .user = u"guichet"_s, .database = database, .schema = {}};
}

PostgresqlAddress PostgresqlCluster::newDatabase()
{
    const QString name = u"test%1"_s.arg(++m_databases);
    const auto db = Database::open(addressOf(u"postgres"_s).withSchema(u"public"_s));
    REQUIRE(db);
    REQUIRE((*db)->pragma(u"CREATE DATABASE "_s + name));
    return addressOf(name);
}

void PostgresqlCluster::dropDatabase(const PostgresqlAddress &address)
{
    if (const auto db = Database::open(addressOf(u"postgres"_s).withSchema(u"public"_s)))
        std::ignore = (*db)->pragma(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(address.database));
}

bool testsRunOnPostgresql()
{
    return qEnvironmentVariable("GUICHET_TEST_ENGINE") == u"postgresql";
}

std::unique_ptr<Database> emptyDatabase()
{
    static int schemas = 0;
    static std::optional<PostgresqlAddress> address;
    if (testsRunOnPostgresql() && !address)
        address = PostgresqlCluster::ofThisProgram().newDatabase();
    auto opened = address ? Database::open(address->withSchema(u"ledger%1"_s.arg(++schemas))) : Database::openInMemory();
    REQUIRE(opened);
    return std::move(*opened);
}

} // namespace guichet
