// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchCentre.h"

#include "tests/bench/Figure.h"
#include "tests/support/PostgresqlServer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <future>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

/// Every simulated till comes from one address here, and the bench asks more often than tills do.
ServerOptions benchOptions()
{
    ServerOptions options;
    options.limits.connections = 2'000;
    options.limits.requestsPerSecond = 1'000'000;
    options.limits.requestsAtOnce = 1'000'000;
    return options;
}

/// The same in the words of guichet-central.
QStringList benchWords()
{
    return {u"--connections"_s, u"2000"_s, u"--rate"_s, u"1000000"_s, u"--burst"_s, u"1000000"_s};
}

/// Made by who asks first; it ends with the program.
PostgresqlServer &postgresqlOfBench()
{
    static std::unique_ptr<PostgresqlServer> server;
    if (!server) {
        server = got(PostgresqlServer::make(PostgresqlServer::Durability::Full));
        qAddPostRoutine([] { server.reset(); }); // before the application goes, which QProcess needs
    }
    return *server;
}

} // namespace

void fail(const Error &error)
{
    fail(codeName(error.code) + u": "_s + error.detail);
}

void done(const Result<> &result)
{
    if (!result)
        fail(result.error());
}

PostgresqlAddress newDatabaseOfBench()
{
    return got(postgresqlOfBench().newDatabase());
}

BenchCentre::BenchCentre(BenchEngine engine)
{
    if (engine == BenchEngine::Sqlite) {
        m_home = CentreHome::trial(m_folder.path());
        m_words = QStringList{u"--trial"_s, m_folder.path()};
    } else {
        const PostgresqlAddress database = newDatabaseOfBench();
        const QString key = m_folder.filePath(u"centre.key"_s);
        m_home = CentreHome::shared(database, key);
        got(m_home.makeKey());
        m_words = QStringList{u"--anchor-key"_s, key, u"--database"_s,
                              u"postgresql://%1@/%2?host=%3"_s.arg(database.user, database.database, database.host)};
    }
    m_centre = got(Centre::open(m_home, m_clock));
}

BenchCentre::~BenchCentre()
{
    stop();
    m_centre.reset();
    if (m_home.isShared())
        postgresqlOfBench().dropDatabase(*m_home.common());
}

void BenchCentre::addAccount(const QString &key)
{
    done(m_centre->addAccount({.key = key, .name = key}));
}

EnrolAnswer BenchCentre::enrol(const QString &account, const std::function<EnrolRequest(const QString &code)> &ask)
{
    const TillTicket ticket = got(m_centre->addTill(account, u"till"_s));
    return got(m_centre->enrol(ask(ticket.enrolment)));
}

QString BenchCentre::replacementCode(const TillName &till)
{
    return got(m_centre->replaceTill(till)).enrolment;
}

void BenchCentre::start()
{
    m_centre.reset(); // its connections are of the thread that uses them
    const auto port = std::make_shared<std::promise<quint16>>();
    std::future<quint16> known = port->get_future();
    m_thread.reset(QThread::create([this, port] {
        const std::unique_ptr<Centre> centre = got(Centre::open(m_home, m_clock));
        QEventLoop loop;
        {
            CentralServer server{*centre, benchOptions()};
            port->set_value(got(server.start(QHostAddress::LocalHost, m_port)));
            QTimer look;
            look.callOnTimeout(&loop, [&loop] {
                if (QThread::currentThread()->isInterruptionRequested())
                    loop.quit();
            });
            look.start(std::chrono::milliseconds{50});
            loop.exec();
        }
    }));
    m_thread->start();
    m_port = known.get();
}

void BenchCentre::startProcesses(int count)
{
    m_centre.reset(); // a trial is of one process
    for (int i = 0; i < count; ++i)
        m_processes.push_back(std::make_unique<CentralProcess>(m_words + benchWords(), m_folder.filePath(u"process%1.log"_s.arg(i))));
}

void BenchCentre::stop()
{
    m_processes.clear();
    if (!m_thread)
        return;
    m_thread->requestInterruption();
    m_thread->wait();
    m_thread.reset();
}

QUrl BenchCentre::url(size_t process) const
{
    return got(centralUrl(u"http://127.0.0.1:%1"_s.arg(m_processes.empty() ? m_port : m_processes.at(process)->port())));
}

double BenchCentre::memoryOfProcesses() const
{
    double all = 0;
    for (const auto &process : m_processes)
        all += process->memory();
    return all;
}

std::unique_ptr<Database> BenchCentre::openLedger(const QString &account) const
{
    return got(m_home.openLedger(account));
}

} // namespace guichet::bench
