// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimulatedCentre.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int databaseIsAwayFor = 200; ///< Milliseconds.
constexpr int killsAndARestart = 5;    ///< Every so manieth time it is the database.

ServerOptions withoutRates()
{
    ServerOptions options;
    options.limits.requestsPerSecond = 1'000'000;
    options.limits.requestsAtOnce = 1'000'000;
    return options;
}

} // namespace

void CentreHere::start()
{
    m_server = std::make_unique<CentralServer>(*m_trial.centre, withoutRates());
    m_port = must(m_server->start(QHostAddress::LocalHost, m_port));
}

void CentreHere::kill()
{
    m_server.reset();
    m_trial.centre.reset();
    m_trial.open();
    start();
}

std::unique_ptr<Database> CentreHere::stopAndOpen()
{
    m_server.reset();
    m_trial.centre.reset();
    return must(Database::open(m_trial.folder.filePath(u"accounts/roches.db"_s)));
}

CentralProcess::CentralProcess()
{
    m_server.setStandardErrorFile(QProcess::nullDevice()); // a line an answer
}

CentralProcess::CentralProcess(const QStringList &home) : m_central{home}
{
    m_server.setStandardErrorFile(QProcess::nullDevice());
}

void CentralProcess::addAccount() const
{
    const auto said = m_central.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s});
    INFO(said.err.toStdString());
    REQUIRE(said.status == 0);
}

QString CentralProcess::enrolmentCode() const
{
    return m_central.code({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s});
}

void CentralProcess::start()
{
    m_said.clear();
    m_central.begin(m_server, m_port, {u"--rate"_s, u"1000000"_s, u"--burst"_s, u"1000000"_s});
}

bool CentralProcess::serves()
{
    m_said += m_server.readAllStandardOutput();
    return m_said.contains('\n') && m_server.state() == QProcess::Running;
}

void CentralProcess::waitUntilServes()
{
    while (!serves() && m_server.waitForReadyRead(CentralProgram::patience))
        continue;
    REQUIRE(serves()); // or it has ended by itself
    m_port = CentralProgram::portIn(m_said);
}

void CentralProcess::kill()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.kill();
    m_server.waitForFinished(CentralProgram::patience);
}

CentreOfItsOwn::CentreOfItsOwn()
{
    m_process.addAccount();
}

void CentreOfItsOwn::start()
{
    m_process.start();
    m_process.waitUntilServes();
}

void CentreOfItsOwn::kill()
{
    m_process.kill();
    start();
}

std::unique_ptr<Database> CentreOfItsOwn::stopAndOpen()
{
    m_process.kill();
    return must(Database::open(m_process.program().folder() + u"/accounts/roches.db"_s));
}

CentreOfTwo::CentreOfTwo(quint32 seed) : m_random{seed}
{
    m_databaseIsBack.setSingleShot(true);
    m_databaseIsBack.setInterval(databaseIsAwayFor);
    QObject::connect(&m_databaseIsBack, &QTimer::timeout, [this] { startDatabase(); });
    REQUIRE(m_processes.front().program().call({u"key"_s, u"new"_s}).status == 0);
    m_processes.front().addAccount();
}

QStringList CentreOfTwo::options() const
{
    return {u"--database"_s,   u"postgresql://%1@/%2?host=%3"_s.arg(m_database.user, m_database.database, m_database.host),
            u"--anchor-key"_s, m_folder.filePath(u"centre.key"_s),
            u"--workers"_s,    u"2"_s};
}

void CentreOfTwo::start()
{
    for (CentralProcess &process : m_processes)
        process.start();
    waitUntilServes();
}

QList<quint16> CentreOfTwo::ports() const
{
    QList<quint16> all;
    for (const CentralProcess &process : m_processes)
        all << process.port();
    return all;
}

void CentreOfTwo::kill()
{
    if (m_databaseIsBack.isActive() || !std::ranges::all_of(m_processes, &CentralProcess::serves))
        return;
    if ((m_kills + m_restarts) % killsAndARestart == 1) {
        ++m_restarts;
        m_cluster.stop();
        return m_databaseIsBack.start();
    }
    ++m_kills;
    CentralProcess &one = m_processes[m_random() % m_processes.size()];
    one.kill();
    one.start();
}

void CentreOfTwo::startDatabase()
{
    m_databaseIsBack.stop();
    m_cluster.start();
}

void CentreOfTwo::waitUntilServes()
{
    if (m_databaseIsBack.isActive())
        startDatabase();
    for (CentralProcess &process : m_processes)
        process.waitUntilServes();
}

std::unique_ptr<Database> CentreOfTwo::stopAndOpen()
{
    for (CentralProcess &process : m_processes)
        process.kill();
    return must(CentreHome::shared(m_database, {}).openLedger(u"roches"_s));
}

QString CentreOfTwo::told() const
{
    return u"processes killed: %1, PostgreSQL restarted: %2"_s.arg(m_kills).arg(m_restarts);
}

} // namespace guichet
