// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/CentralProgram.h"
#include "tests/sync/SyncDesk.h"

#include <QTimer>
#include <random>

namespace guichet {

/// The centre of a simulation, which dies and comes back on the ports that it had.
class SimulatedCentre
{
public:
    virtual ~SimulatedCentre() = default;
    virtual QString enrolmentCode() = 0; ///< Before start().
    virtual void start() = 0;
    virtual QList<quint16> ports() const = 0; ///< Of each process; requests may go to any.
    virtual void setClock(const QDateTime &) {}
    virtual void kill() = 0; ///< It, or a part of it, loses what it has in memory, and comes back.
    /// Waits until all of it is there again.
    virtual void waitUntilServes() {}
    /// The ledger of the account, opened: it serves no more.
    virtual std::unique_ptr<Database> stopAndOpen() = 0;
    /// What became of it, for the log of the test.
    virtual QString told() const { return {}; }
};

/// In this process: what happens is drawn from the seed alone.
class CentreHere : public SimulatedCentre
{
public:
    QString enrolmentCode() override { return m_trial.code(); }
    void start() override;
    QList<quint16> ports() const override { return {m_port}; }
    void setClock(const QDateTime &now) override { m_trial.clock.set(now); }
    void kill() override;
    std::unique_ptr<Database> stopAndOpen() override;

private:
    TrialCentre m_trial;
    std::unique_ptr<CentralServer> m_server;
    quint16 m_port = 0;
};

/// guichet-central as a program that dies and comes back. Its clock is the real one: the tills' are wrong by months.
class CentralProcess
{
public:
    CentralProcess(); ///< With a folder of its own.
    /// `home`: the options that say where its data is.
    explicit CentralProcess(const QStringList &home);
    ~CentralProcess() { kill(); }
    CentralProcess(const CentralProcess &) = delete;
    CentralProcess &operator=(const CentralProcess &) = delete;

    const CentralProgram &program() const { return m_central; }
    void addAccount() const;
    QString enrolmentCode() const;
    /// Begins to serve, on the port that it had. Does not wait.
    void start();
    /// Whether it listens. It may have said so meanwhile.
    bool serves();
    void waitUntilServes();
    quint16 port() const { return m_port; }
    void kill(); ///< SIGKILL, in the middle of whatever it does.

private:
    CentralProgram m_central;
    QProcess m_server;
    QByteArray m_said; ///< Since it was started.
    quint16 m_port = 0;
};

/// One process with a folder.
class CentreOfItsOwn : public SimulatedCentre
{
public:
    CentreOfItsOwn();
    QString enrolmentCode() override { return m_process.enrolmentCode(); }
    void start() override;
    QList<quint16> ports() const override { return {m_process.port()}; }
    void kill() override;
    std::unique_ptr<Database> stopAndOpen() override;

private:
    CentralProcess m_process;
};

/// Two processes side by side on one PostgreSQL, which is the test's own. One of them is killed, and while it starts again the other goes
/// on; or PostgreSQL is restarted under both.
class CentreOfTwo : public SimulatedCentre
{
public:
    explicit CentreOfTwo(quint32 seed);
    QString enrolmentCode() override { return m_processes.front().enrolmentCode(); }
    void start() override;
    QList<quint16> ports() const override;
    /// Nothing while the last one is not back yet.
    void kill() override;
    void waitUntilServes() override;
    std::unique_ptr<Database> stopAndOpen() override;
    QString told() const override;

private:
    QStringList options() const;
    void startDatabase();

    std::mt19937 m_random;
    PostgresqlCluster m_cluster;
    PostgresqlAddress m_database = m_cluster.newDatabase();
    QTemporaryDir m_folder;
    std::array<CentralProcess, 2> m_processes{{CentralProcess{options()}, CentralProcess{options()}}};
    QTimer m_databaseIsBack; ///< Runs while PostgreSQL is stopped.
    int m_kills = 0;
    int m_restarts = 0;
};

} // namespace guichet
