// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralWorkers.h"
#include "sync/central/GrowthListener.h"
#include "sync/central/LimitedListener.h"
#include "sync/central/RateLimit.h"
#include "sync/central/ServerMetrics.h"

#include <QAbstractHttpServer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace guichet {

/// How the server serves, all on one page.
struct ServerOptions
{
    ServerLimits limits = {};
    std::optional<QSslConfiguration> tls = {};        ///< None: plain HTTP, on loopback only.
    bool openMetrics = false;                         ///< Figures also for who does not ask on this machine.
    std::function<void(const QByteArray &)> log = {}; ///< Gets one line of JSON for each answer; without line end.
};

/// What is between the centre and the net: HTTP, limits, figures, and the requests that wait for something to happen (decisions 29).
/// Centres work on threads of their own; a waiting request costs none. On one thread, whose event loop runs.
class CentralServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// `centre` is used on a thread of the server's until it is destroyed.
    explicit CentralServer(Centre &centre, ServerOptions options = {}, QObject *parent = nullptr);
    /// As many threads as centres; more than one needs a home that is shared.
    explicit CentralServer(const std::vector<Centre *> &centres, ServerOptions options = {}, QObject *parent = nullptr);
    ~CentralServer() override;

    /// Listens; 0: any free port. Returns the port; CentreUnreachable: nobody can listen there; NotAllowed: not there without TLS.
    Result<quint16> start(const QHostAddress &address, quint16 port);
    /// Takes no more, ends long polls, and says stopped() when all that was asked is answered: in a few seconds, whoever does not take it.
    void stop();
    int waiting() const { return static_cast<int>(m_waiting.size()); }

Q_SIGNALS:
    void stopped();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    /// A request and who waits for its answer.
    struct Asked
    {
        QPointer<QTcpSocket> socket;
        CentralRequest request;
        QByteArray method;  ///< As it was written.
        QByteArray address; ///< Whose bucket pays for a token that is nobody's.
        qint64 sinceMs = 0; ///< Of m_clock: when it was asked, or last asked again.
        qint64 growths = 0; ///< Of m_growths: what grew later may not be in the answer.
    };
    struct Waiting
    {
        Asked asked;
        QString account;
        qint64 untilMs = 0; ///< Of m_clock.
    };
    std::chrono::milliseconds takeFromBuckets(const Asked &asked);
    void chargeAddress(const Asked &asked);
    void giveMetrics(const Asked &asked, bool mayRead);
    void ask(const Asked &asked);
    void take(const Asked &asked, const CentralReply &reply);
    void write(const Asked &asked, const CentralReply &reply);
    void note(const Asked &asked, const CentralReply &reply);
    void askAgain(const std::vector<Waiting> &waits, bool endsWait);
    void wake(const QString &account);
    void wakeAll();
    bool hasGrownSince(const QString &account, qint64 growths) const;
    void listenTo(const CentreHome &home);
    void endWaits();
    void stopIfDone();

    const Clock &m_timeOfDay;
    ServerOptions m_options;
    std::shared_ptr<ConnectionRules> m_rules;
    RateLimit m_rates;
    ServerMetrics m_metrics;
    QPointer<LimitedListener> m_listener;
    CentralWorkers m_workers;
    std::unique_ptr<GrowthListener> m_growth; ///< Of a shared home.
    bool m_hears = false;                     ///< It says what grows, also by this process.
    qint64 m_growths = 0;                     ///< How often something has grown.
    qint64 m_allGrownAt = 0;                  ///< Of m_growths: when that was anything.
    QHash<QString, qint64> m_grownAt;         ///< Of m_growths: when that was an account.
    std::vector<Waiting> m_waiting;
    QTimer m_tick;
    std::optional<qint64> m_stopsBy; ///< Of m_clock, once it is to stop.
    QElapsedTimer m_clock;
};

} // namespace guichet
