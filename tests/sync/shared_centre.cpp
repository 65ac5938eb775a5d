// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes on one PostgreSQL. What each centre does is tested as sync_postgresql; here is what they do to each other.
#include "core/ledger/Engine.h"
#include "sync/central/StatusLogin.h"
#include "tests/support/Schemas.h"
#include "tests/sync/RawClient.h"
#include "tests/sync/SyncDesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <atomic>
#include <future>
#include <set>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// These start a PostgreSQL, which the run of `sync` need not wait for.
bool isTheirRun()
{
    return testsRunOnPostgresql();
}

/// A home with one account, at which centres are opened as processes would.
struct SharedHome
{
    explicit SharedHome(PostgresqlCluster &cluster = PostgresqlCluster::ofThisProgram())
        : server{cluster}, home{sharedHome(cluster.newDatabase(), folder)}
    {
        must(open()->addAccount({u"roches"_s, u"Domaine des Roches-Brunes"_s}));
    }
    ~SharedHome() { server.dropDatabase(*home.common()); }
    SharedHome(const SharedHome &) = delete;
    SharedHome &operator=(const SharedHome &) = delete;
    std::unique_ptr<Centre> open() const { return must(Centre::open(home, clock)); }

    PostgresqlCluster &server;
    QTemporaryDir folder;
    CentreHome home;
    SimulatedClock clock{fromRfc3339(u"2026-11-23T10:00:00.000+01:00"_s)};
};

/// A server as a process is one: its own centres, connections and waits.
struct ServerOfMany
{
    explicit ServerOfMany(const SharedHome &shared)
    {
        std::vector<Centre *> workers;
        for (int i = 0; i < 2; ++i)
            workers.push_back(centres.emplace_back(shared.open()).get());
        server = std::make_unique<CentralServer>(workers);
        port = must(server->start(QHostAddress::LocalHost, 0));
    }
    QUrl url() const { return must(centralUrl(u"http://127.0.0.1:%1"_s.arg(port))); }
    void enrol(SyncedTill &till, const QString &account = u"roches"_s)
    {
        CentralClient client{{.url = url(), .token = {}}};
        const QString code = must(centres.front()->addTill(account, u"Caisse"_s)).enrolment;
        must(till.keep(url(), must(client.enrol(till.enrolment(code)))));
    }
    /// Up and down once, here, wherever the till has enrolled.
    void exchange(SyncedTill &till)
    {
        CentralClient client{{.url = url(), .token = till.address().token}};
        Exchange exchange{client, till, till.clock};
        must(exchange.push());
        must(exchange.pullAll());
    }
    /// A till that has all and waits for more.
    std::unique_ptr<RawClient> wait(SyncedTill &till)
    {
        CentralClient client{{.url = url(), .token = till.address().token}};
        ChangesPage page;
        do
            page = must(client.changes(page.cursor, page.documentCursor));
        while (page.more);
        const QString path = u"/v1/changes?after=%1&documentsAfter=%2&wait=20"_s.arg(page.cursor).arg(page.documentCursor);
        auto waiting = std::make_unique<RawClient>(port);
        waiting->say("GET " + path.toLatin1() + " HTTP/1.1\r\nHost: centre\r\nAuthorization: Bearer " + till.address().token + "\r\n\r\n");
        REQUIRE(soon([&] { return server->waiting() > 0; }));
        return waiting;
    }

    std::vector<std::unique_ptr<Centre>> centres;
    std::unique_ptr<CentralServer> server;
    quint16 port = 0;
};

QByteArray bodyOf(const std::vector<StoredBytes> &facts)
{
    return QJsonDocument{toJson(FactPush{.facts = facts})}.toJson(QJsonDocument::Compact);
}

QByteArray authorization(SyncedTill &till)
{
    return "Authorization: Bearer " + till.address().token + "\r\n";
}

/// Sends facts one by one, as a process of its own; whether all were taken.
bool sendEach(const SharedHome &shared, const CentralTill &till, const std::vector<StoredBytes> &facts)
{
    const auto centre = Centre::open(shared.home, shared.clock);
    return centre &&
           std::ranges::all_of(facts, [&](const StoredBytes &fact) { return (*centre)->take(till, {.facts = {fact}}).has_value(); });
}

/// Reads behind a cursor what arrives, until `isOver` and nothing more is there. Hashes, in order.
std::vector<QByteArray> readAll(const SharedHome &shared, const std::atomic_bool &isOver)
{
    std::vector<QByteArray> seen;
    const auto centre = Centre::open(shared.home, shared.clock);
    qint64 cursor = 0;
    for (bool wasOver = false; centre && !wasOver;) {
        wasOver = isOver;
        for (bool more = true; more;) {
            const auto page = (*centre)->changes({.account = u"roches"_s, .uid = u"probe"_s}, cursor);
            if (!page)
                return {};
            for (const StoredBytes &fact : page->facts)
                seen.push_back(fact.hash);
            cursor = page->cursor;
            more = page->more;
        }
    }
    return seen;
}

} // namespace

TEST_CASE("what the accounts have in common has the same tables, columns and indexes on both engines")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    const QTemporaryDir folder;
    const CentreHome trial = CentreHome::trial(folder.path());
    must(Centre::open(trial, shared.clock));
    const auto sqlite = must(trial.openCommon());
    const auto postgresql = must(shared.home.openCommon());
    CHECK(columnsIn(*sqlite).size() > 15);
    CHECK(differences(columnsIn(*sqlite), columnsIn(*postgresql)).isEmpty());
    CHECK(differences(indexesIn(*sqlite), indexesIn(*postgresql)).isEmpty());
    CHECK(withoutPostgresql(u":/migrations/central-sqlite"_s, u":/migrations/central-postgresql"_s).isEmpty());
}

TEST_CASE("a centre on a database has the key that somebody made, once")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    CHECK(refusal(shared.home.makeKey()) == ErrorCode::DuplicateKey);
    CHECK(shared.open()->key() == shared.open()->key());
    const CentreHome without = CentreHome::shared(PostgresqlCluster::ofThisProgram().newDatabase(), shared.folder.filePath(u"none.key"_s));
    CHECK(refusal(Centre::open(without, shared.clock)) == ErrorCode::NotFound);
}

TEST_CASE("two processes give no code to two tills, and one enrolment code to one till")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    const auto inParallel = [](auto work) {
        std::vector<std::future<QString>> all;
        for (int i = 0; i < 4; ++i)
            all.push_back(std::async(std::launch::async, work));
        std::multiset<QString> results;
        for (auto &one : all)
            results.insert(one.get());
        return results;
    };
    const auto codes = inParallel([&] {
        const auto centre = Centre::open(shared.home, shared.clock);
        const auto ticket = centre ? (*centre)->addTill(u"roches"_s, u"Caisse"_s) : std::unexpected(centre.error());
        return ticket ? ticket->code : QString{};
    });
    CHECK(codes == std::multiset<QString>{u"01"_s, u"02"_s, u"03"_s, u"04"_s});
    const QString code = must(shared.open()->addTill(u"roches"_s, u"Caisse"_s)).enrolment;
    std::array<SyncedTill, 4> tills;
    std::vector<EnrolRequest> requests;
    for (SyncedTill &till : tills)
        requests.push_back(till.enrolment(code));
    std::atomic_size_t next = 0;
    const auto answers = inParallel([&] {
        const EnrolRequest &request = requests[next++];
        const auto centre = Centre::open(shared.home, shared.clock);
        const auto answer = centre ? (*centre)->enrol(request) : std::unexpected(centre.error());
        return answer ? u"enrolled"_s : QString{codeName(answer.error().code)};
    });
    CHECK(answers == std::multiset<QString>{u"code_rejected"_s, u"code_rejected"_s, u"code_rejected"_s, u"enrolled"_s});
}

TEST_CASE("wrong passwords that are tried at once are each counted")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    const auto first = shared.open();
    StatusLogin login{first->accounts(), shared.clock};
    const QString password = must(login.newPassword(u"roches"_s));
    const auto tryWrongly = [&] {
        const auto centre = Centre::open(shared.home, shared.clock);
        return centre && !StatusLogin{(*centre)->accounts(), shared.clock}.logIn(u"roches"_s, u"WRONG"_s);
    };
    std::vector<std::future<bool>> tries;
    for (int i = 0; i < 5; ++i)
        tries.push_back(std::async(std::launch::async, tryWrongly));
    for (auto &one : tries)
        CHECK(one.get());
    CHECK(refusal(login.logIn(u"roches"_s, password)) == ErrorCode::LockedOut);
}

TEST_CASE("a cursor skips nothing and shows nothing twice, however many processes write and read one account")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    const auto centre = shared.open();
    std::vector<CentralTill> known;
    std::vector<std::vector<StoredBytes>> facts;
    size_t total = 0;
    for (int i = 0; i < 3; ++i) {
        SyncedTill till;
        for (int sale = 0; sale < 8; ++sale)
            till.sell();
        const EnrolAnswer answer = must(centre->enrol(till.enrolment(must(centre->addTill(u"roches"_s, u"Caisse"_s)).enrolment)));
        known.push_back(must(centre->tillOf(answer.token)));
        facts.push_back(factsOf(till));
        total += facts.back().size();
    }
    std::atomic_bool isOver = false;
    std::vector<std::future<std::vector<QByteArray>>> readers;
    for (int i = 0; i < 2; ++i)
        readers.push_back(std::async(std::launch::async, [&] { return readAll(shared, isOver); }));
    std::vector<std::future<bool>> writers;
    for (size_t i = 0; i < known.size(); ++i)
        writers.push_back(std::async(std::launch::async, [&, i] { return sendEach(shared, known[i], facts[i]); }));
    for (auto &writer : writers)
        CHECK(writer.get());
    isOver = true;
    const std::vector<QByteArray> one = readers[0].get();
    CHECK(one.size() == total);
    CHECK(std::set<QByteArray>{one.begin(), one.end()}.size() == total);
    CHECK(readers[1].get() == one);
}

TEST_CASE("what a till sends to one process ends the wait of a till at another")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    ServerOfMany here{shared};
    ServerOfMany there{shared};
    SyncedTill first;
    SyncedTill second;
    here.enrol(first);
    there.enrol(second);
    here.exchange(first);
    const auto waiting = there.wait(second);
    const QString sold = first.sell();
    here.exchange(first);
    QElapsedTimer timer;
    timer.start();
    const RawAnswer answer = waiting->answer();
    CHECK(timer.elapsed() < 5'000); // it would have waited 20 s; how quick it is, is measured elsewhere
    CHECK(answer.status == 200);
    CHECK_FALSE(QJsonDocument::fromJson(answer.body)[u"facts"_s].toArray().isEmpty());
    there.exchange(second);
    here.exchange(second); // goes on where the other left it
    CHECK(second.state().waiting == 0);
}

TEST_CASE("PostgreSQL restarts in mid-load: what is under way is asked again, what comes next is answered, nothing is lost or twice")
{
    if (!isTheirRun())
        return;
    PostgresqlCluster cluster;
    const SharedHome shared{cluster};
    ServerOfMany served{shared};
    SyncedTill till;
    served.enrol(till);
    till.sell();
    const std::vector<StoredBytes> facts = factsOf(till);
    REQUIRE(facts.size() > 2);
    const auto send = [&](const std::vector<StoredBytes> &some) {
        return RawClient{served.port}.post("/v1/facts", bodyOf(some), authorization(till));
    };
    CHECK(send({facts[0]}).status == 200);
    cluster.stop();
    const RawAnswer refused = send({facts[0], facts[1]});
    CHECK(refused.status == 503);
    CHECK(refused.head.contains("Retry-After: "));
    CHECK_FALSE(refused.body.contains("guichet@")); // whose database it is, is nobody's business
    CHECK(RawClient{served.port}.get("/health").status == 503);
    cluster.start();
    CHECK(send({facts[0], facts[1]}).status == 200);

    const auto blocker = must(shared.home.openLedger(u"roches"_s));
    RawAnswer broken;
    CHECK_FALSE(inTransaction(*blocker, [&]() -> Result<> {
        RawClient client{served.port};
        const QByteArray body = bodyOf(facts);
        client.say("POST /v1/facts HTTP/1.1\r\nHost: centre\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
                   authorization(till) + "\r\n" + body);
        soon([] { return false; }, 500); // it waits for the row that the other holds
        cluster.stop();
        broken = client.answer();
        cluster.start();
        return failure(ErrorCode::Internal);
    }));
    CHECK(broken.status == 503);
    CHECK(send(facts).status == 200);
    const ChangesPage page = must(shared.open()->changes({.account = u"roches"_s, .uid = u"probe"_s}, 0));
    CHECK(page.facts.size() == facts.size());
}

TEST_CASE("a till that waits while PostgreSQL restarts hears what comes after it")
{
    if (!isTheirRun())
        return;
    PostgresqlCluster cluster;
    const SharedHome shared{cluster};
    ServerOfMany here{shared};
    ServerOfMany there{shared};
    SyncedTill first;
    SyncedTill second;
    here.enrol(first);
    there.enrol(second);
    here.exchange(first);
    const auto waiting = there.wait(second);
    cluster.stop();
    cluster.start();
    first.sell();
    here.exchange(first);
    const RawAnswer answer = waiting->answer();
    CHECK(answer.status == 200);
    CHECK_FALSE(QJsonDocument::fromJson(answer.body)[u"facts"_s].toArray().isEmpty());
}

TEST_CASE("tills that wait for the row of their account keep no other account waiting")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    ServerOfMany served{shared}; // two threads
    must(shared.open()->addAccount({u"cascade"_s, u"La Cascade"_s}));
    SyncedTill first;
    SyncedTill second;
    SyncedTill elsewhere;
    served.enrol(first);
    served.enrol(second);
    served.enrol(elsewhere, u"cascade"_s);
    for (SyncedTill *till : {&first, &second}) {
        till->sell();
        served.exchange(*till); // from here on it is known whose token it is
        till->sell();
    }
    const auto push = [&](SyncedTill &till, RawClient &line) {
        const QByteArray body = bodyOf(factsOf(till));
        line.say("POST /v1/facts HTTP/1.1\r\nHost: centre\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
                 authorization(till) + "\r\n" + body);
    };
    RawClient one{served.port};
    RawClient other{served.port};
    const auto blocker = must(shared.home.openLedger(u"roches"_s));
    must(inTransaction(*blocker, [&]() -> Result<> {
        push(first, one);
        push(second, other);
        soon([] { return false; }, 300);
        QElapsedTimer timer;
        timer.start();
        CHECK(RawClient{served.port}.get("/v1/changes?after=0", authorization(elsewhere)).status == 200);
        CHECK(timer.elapsed() < 5'000); // the row is waited for up to 10 s
        return {};
    }));
    CHECK(one.answer().status == 200);
    CHECK(other.answer().status == 200);
}

TEST_CASE("the ledger of an account is open on one thread, though all threads answer its tills")
{
    if (!isTheirRun())
        return;
    const SharedHome shared;
    const QStringList accounts{u"roches"_s, u"cascade"_s, u"citadelle"_s, u"kayaks"_s};
    std::vector<std::unique_ptr<SyncedTill>> tills;
    {
        ServerOfMany before{shared};
        for (const QString &account : accounts) {
            if (account != u"roches")
                must(shared.open()->addAccount({account, account}));
            before.enrol(*tills.emplace_back(std::make_unique<SyncedTill>()), account);
        }
    }
    const ServerOfMany served{shared}; // knows no token yet
    for (int times = 0; times < 2; ++times)
        for (const auto &till : tills)
            CHECK(RawClient{served.port}.get("/v1/changes?after=0", authorization(*till)).status == 200);
    constexpr int common = 3; // of two threads, and the listener's
    CHECK(must(engine::otherConnections(*must(shared.home.openCommon()))) == common + accounts.size());
}
