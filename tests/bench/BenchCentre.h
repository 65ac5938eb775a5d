// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralServer.h"
#include "sync/client/Exchange.h"
#include "tests/bench/CentralProcess.h"

#include <QTemporaryDir>
#include <QThread>

namespace guichet::bench {

/// Ends the program with an error.
[[noreturn]] void fail(const Error &error);

/// The value, or the end of the program.
template <typename T>
T got(Result<T> result)
{
    if (!result)
        fail(result.error());
    return std::move(*result);
}
void done(const Result<> &result);

/// What a centre keeps its ledgers on.
enum class BenchEngine {
    Sqlite,    ///< Files of a folder.
    Postgresql ///< A database of the PostgreSQL of the bench, which waits for the disk. Not installed: the end of the program.
};

/// A database with nothing in it.
PostgresqlAddress newDatabaseOfBench();

/// A centre with real HTTP on loopback and its data on disk: in this program, with its own thread and event loop, or as one or several
/// processes of guichet-central.
class BenchCentre
{
public:
    explicit BenchCentre(BenchEngine engine = BenchEngine::Sqlite);
    ~BenchCentre();
    BenchCentre(const BenchCentre &) = delete;
    BenchCentre &operator=(const BenchCentre &) = delete;

    /// Before start(): an account, a token for a till in it that asks with a code, and a code for the machine that takes a till's place.
    void addAccount(const QString &key);
    EnrolAnswer enrol(const QString &account, const std::function<EnrolRequest(const QString &code)> &ask);
    QString replacementCode(const TillName &till);
    void start();                   ///< In this program.
    void startProcesses(int count); ///< Instead; more than one on PostgreSQL only.
    void stop();
    QUrl url(size_t process = 0) const;
    /// Megabytes that its processes have had in memory, at most, together.
    double memoryOfProcesses() const;
    /// After stop().
    std::unique_ptr<Database> openLedger(const QString &account) const;

private:
    QTemporaryDir m_folder;
    CentreHome m_home;
    QStringList m_words; ///< How guichet-central is told of it.
    SystemClock m_clock;
    std::unique_ptr<Centre> m_centre; ///< Until start(): of this thread.
    std::unique_ptr<QThread> m_thread;
    std::vector<std::unique_ptr<CentralProcess>> m_processes;
    quint16 m_port = 0;
};

} // namespace guichet::bench
