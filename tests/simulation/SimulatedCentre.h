// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/CentralProgram.h"
#include "tests/sync/SyncDesk.h"

namespace guichet {

/// The centre of a simulation, which dies and comes back on the port that it had. Another kind of it may run several processes.
class SimulatedCentre
{
public:
    virtual ~SimulatedCentre() = default;
    virtual QString enrolmentCode() = 0; ///< Before start().
    virtual void start() = 0;
    virtual quint16 port() const = 0;
    virtual void setClock(const QDateTime &) {}
    virtual void kill() = 0; ///< It loses what it has in memory, and is there again.
    /// The ledger of the account as a file that is opened: it serves no more.
    virtual std::unique_ptr<Database> stopAndOpen() = 0;
};

/// In this process: what happens is drawn from the seed alone.
class CentreHere : public SimulatedCentre
{
public:
    QString enrolmentCode() override { return m_trial.code(); }
    void start() override;
    quint16 port() const override { return m_port; }
    void setClock(const QDateTime &now) override { m_trial.clock.set(now); }
    void kill() override;
    std::unique_ptr<Database> stopAndOpen() override;

private:
    TrialCentre m_trial;
    std::unique_ptr<CentralServer> m_server;
    quint16 m_port = 0;
};

/// guichet-central, killed with SIGKILL in the middle of whatever it does. Its clock is the real one: the tills' are wrong by months.
class CentreOfItsOwn : public SimulatedCentre
{
public:
    CentreOfItsOwn();
    ~CentreOfItsOwn() override { end(); }
    QString enrolmentCode() override;
    void start() override;
    quint16 port() const override { return m_port; }
    void kill() override;
    std::unique_ptr<Database> stopAndOpen() override;

private:
    void end();

    CentralProgram m_central;
    QProcess m_server;
    quint16 m_port = 0;
};

} // namespace guichet
