// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/FileSecretStore.h"
#include "sync/central/CentralServer.h"
#include "sync/client/Exchange.h"
#include "tests/core/usecases/TillFixture.h"
#include "tests/support/PostgresqlCluster.h"

#include <QEventLoop>
#include <array>
#include <mutex>

namespace guichet {

/// A till with what it needs to speak with a centre.
class SyncedTill : public TillFixture, public LedgerAccess
{
public:
    SyncedTill() { startDay(); }

    /// Sells tickets in cash; returns the number of the dossier.
    QString sell(int adults = 1)
    {
        addAdults(adults);
        must(pay(QStringLiteral("cash")));
        return must(validate()).dossierNumber;
    }

    /// The manager closes the day, without a count; returns its Z.
    Report closeDay()
    {
        must(staff().logIn(QStringLiteral("manager"), QStringLiteral("2222")));
        return must(desk().close(CommandId::generate(), {}));
    }

    Result<> run(const std::function<Result<>(SyncLedger &)> &work) override
    {
        const std::scoped_lock lock{m_mutex};
        SyncLedger ledger{*workplace().ledger};
        const Result<> done = work(ledger);
        return done && ledger.tookDocuments() ? workplace().documentsChanged() : done;
    }
    CentreState state()
    {
        CentreState state;
        must(run([&](SyncLedger &ledger) -> Result<> {
            TRY_LET(now, ledger.state());
            state = now;
            return {};
        }));
        return state;
    }
    EnrolRequest enrolment(const QString &code)
    {
        SyncLedger ledger{*workplace().ledger};
        return must(ledger.enrolment(code));
    }
    TillEnrolment wanted(const CentralAddress &address, const QString &code = {}) const
    {
        return {.address = address,
                .code = code,
                .profile = QStringLiteral("accueil"),
                .change = {.user = QStringLiteral("boss"), .at = clock.now()}};
    }
    Result<> keep(const CentralAddress &address, const EnrolAnswer &answer)
    {
        TRY(secrets.write(centreTokenName, answer.token));
        TRY(run([&](SyncLedger &ledger) { return ledger.keepEnrolment(wanted(address), answer); }));
        return workplace().documentsChanged();
    }
    Result<> keep(const QUrl &url, const EnrolAnswer &answer) { return keep(CentralAddress{.url = url, .token = {}}, answer); }
    CentralAddress address()
    {
        SyncLedger ledger{*workplace().ledger};
        return must(must(ledger.notes().centre()).withToken(secrets));
    }

    FileSecretStore secrets{folder.path()};

private:
    std::mutex m_mutex; ///< Instead of a ledger thread.
};

/// What it has written, from its first fact on.
inline std::vector<StoredBytes> factsOf(SyncedTill &till)
{
    return must(ownFactsAfter(till.workplace().db(), till.workplace().journal().identity(), 0, protocol::mostFacts));
}

/// A home on a database, with its key in `folder`.
inline CentreHome sharedHome(const PostgresqlAddress &database, const QTemporaryDir &folder)
{
    CentreHome home = CentreHome::shared(database, folder.filePath(QStringLiteral("shared.key")));
    must(home.makeKey());
    return home;
}

/// A centre with one account: in a folder of its own, or on a database of its own (testsRunOnPostgresql()).
class TrialCentre
{
public:
    TrialCentre()
    {
        open();
        must(centre->addAccount({QStringLiteral("roches"), QStringLiteral("Domaine des Roches-Brunes")}));
    }
    ~TrialCentre()
    {
        m_served.reset();
        centre.reset();
        if (home.isShared())
            PostgresqlCluster::ofThisProgram().dropDatabase(*home.common());
    }
    TrialCentre(const TrialCentre &) = delete;
    TrialCentre &operator=(const TrialCentre &) = delete;
    void open() { centre = must(Centre::open(home, clock)); }
    /// What a server serves: on a database with connections of its own, since the test goes on using those of `centre`.
    Centre &served()
    {
        if (!home.isShared())
            return *centre;
        if (!m_served)
            m_served = must(Centre::open(home, clock));
        return *m_served;
    }
    void closeServed() { m_served.reset(); }
    QString code(const QString &name = QStringLiteral("Accueil"), const QString &account = QStringLiteral("roches"))
    {
        return must(centre->addTill(account, name)).enrolment;
    }

    QTemporaryDir folder;
    CentreHome home =
        testsRunOnPostgresql() ? sharedHome(PostgresqlCluster::ofThisProgram().newDatabase(), folder) : CentreHome::trial(folder.path());
    SimulatedClock clock{fromRfc3339(QStringLiteral("2026-11-23T10:00:00.000+01:00"))};
    std::unique_ptr<Centre> centre;

private:
    std::unique_ptr<Centre> m_served;
};

/// Centre and server of a test; both sides are asked from one thread: whoever waits lets the other work.
class Line
{
public:
    Line() { plugIn(); }
    void plugIn()
    {
        server = std::make_unique<CentralServer>(trial.served());
        port = must(server->start(QHostAddress::LocalHost, port));
    }
    void unplug() { server.reset(); }
    QUrl url() const { return must(centralUrl(QStringLiteral("http://127.0.0.1:%1").arg(port))); }

    void enrol(SyncedTill &till, UserManagement users = UserManagement::Local)
    {
        CentralClient client{{.url = url(), .token = {}}};
        const QString code = must(trial.centre->addTill(QStringLiteral("roches"), QStringLiteral("Accueil"), users)).enrolment;
        must(till.keep(url(), must(client.enrol(till.enrolment(code)))));
    }
    /// Up and down once.
    Result<int> exchange(SyncedTill &till)
    {
        CentralClient client{till.address()};
        Exchange exchange{client, till, till.clock};
        TRY(exchange.push());
        return exchange.pullAll();
    }

    TrialCentre trial;
    std::unique_ptr<CentralServer> server;
    quint16 port = 0;
};

/// Two tills of one attraction that have exchanged what they began with; apart until they meet again.
struct TwoTills
{
    /// `users`: of the second.
    explicit TwoTills(UserManagement users = UserManagement::Local)
    {
        line.enrol(first);
        must(line.exchange(first)); // its catalogue is there when the second comes
        line.enrol(second, users);
        meet();
    }
    /// Both ways until nothing is left: what the second sends reaches the first.
    void meet()
    {
        must(line.exchange(first));
        must(line.exchange(second));
        must(line.exchange(first));
    }
    std::array<SyncedTill *, 2> both() { return {&first, &second}; }
    Line line;
    SyncedTill first;
    SyncedTill second;
};

} // namespace guichet
