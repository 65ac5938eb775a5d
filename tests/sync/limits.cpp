// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody may ask of the server (decisions 29, docs/decisions/0035). Each time it goes on answering others.
#include "sync/central/RequestWatch.h"
#include "sync/protocol/Deflate.h"
#include "tests/sync/ServedCentre.h"

#include <QThread>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ServerOptions limited(const std::function<void(ServerLimits &)> &change)
{
    ServerOptions options;
    change(options.limits);
    return options;
}

std::optional<Limit> metBy(const QByteArray &request, const ServerLimits &limits = {})
{
    RequestWatch watch{limits};
    return watch.take(request);
}

QByteArray headWith(const QByteArray &fields)
{
    return "POST /v1/facts HTTP/1.1\r\nHost: centre\r\n" + fields + "\r\n";
}

/// Says a byte now and then until it is cut.
bool isCutThoughItDrips(RawClient &client)
{
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &client.socket, [&] { client.say("a"); });
    drip.start(20);
    return soon([&] { return client.isCut(); });
}

/// Whether an answer is there to its end.
bool isWhole(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const qsizetype length = answer.indexOf("Content-Length: ") + 16;
    return end > length && answer.size() - end - 4 == answer.mid(length, answer.indexOf('\r', length) - length).toLongLong();
}

/// A centre that has some megabytes to say to a till that asks.
struct TalkativeCentre
{
    explicit TalkativeCentre(ServerOptions options) : served{std::move(options)}
    {
        SyncedTill writer;
        served.enrol(writer);
        Workplace &workplace = writer.workplace();
        for (int i = 0; i < 100; ++i)
            must(workplace.journal().appendTechnical(TechnicalEvent::PrintFailed, {{u"error"_s, QString{30'000, u'x'}}}));
        const auto facts = must(ownFactsAfter(workplace.db(), workplace.journal().identity(), 0, protocol::mostFacts));
        Centre &centre = *served.trial.centre;
        must(centre.take(must(centre.accounts().tills(u"roches"_s)).front(), {.facts = facts}));
        served.enrol(reader);
    }
    /// What a slow line brings of the answer until it is whole or cut: some 1.6 MB a second.
    QByteArray saidSlowly()
    {
        RawClient client{served.port};
        client.socket.setReadBufferSize(64 * 1024);
        client.say("GET /v1/changes HTTP/1.1\r\nHost: centre\r\nAuthorization: Bearer " + reader.address().token + "\r\n\r\n");
        QByteArray said;
        QTimer line;
        QObject::connect(&line, &QTimer::timeout, &client.socket, [&] { said += client.socket.read(64 * 1024); });
        line.start(40);
        CHECK(soon([&] { return isWhole(said) || client.isCut(); }, 60'000));
        return said;
    }
    ServedCentre served;
    SyncedTill reader;
};

} // namespace

TEST_CASE("a request is followed to its end, in whatever pieces it comes")
{
    const QByteArray request = "\r\n" + headWith("Content-Length: 5\r\n") + "12345";
    for (qsizetype piece = 1; piece <= request.size(); ++piece) {
        RequestWatch watch{{}};
        for (qsizetype at = 0; at < request.size(); at += piece) {
            CHECK(watch.stage() != RequestWatch::Stage::Whole);
            CHECK_FALSE(watch.take(request.sliced(at, std::min(piece, request.size() - at))));
        }
        CHECK(watch.stage() == RequestWatch::Stage::Whole);
        CHECK(watch.bodySize() == 5);
    }
}

TEST_CASE("a request that two readers could read in two ways is refused")
{
    CHECK_FALSE(metBy(headWith("Content-Length: 0\r\n")));
    for (const char *const fields :
         {"Content-Length: -1\r\n", "Content-Length: +5\r\n", "Content-Length: 5, 5\r\n", "Content-Length:\r\n",
          "Content-Length: 99999999999999999999\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length : 5\r\n",
          "Transfer-Encoding: chunked\r\n", "Connection: Upgrade\r\nUpgrade: websocket\r\n", "A: b\r\n c: d\r\n", "no field\r\n"})
        CHECK(metBy(headWith(fields)) == Limit::Malformed);
    CHECK(metBy(headWith("A: " + QByteArray{20'000, 'a'})) == Limit::HeadSize);
    CHECK(metBy(headWith(QByteArray{"a:b\r\n"}.repeated(70))) == Limit::HeadSize);
    CHECK(metBy(headWith("Content-Length: 11\r\n"), {.body = 10}) == Limit::BodySize);
}

TEST_CASE("another request behind the first is refused, a line end behind it is not")
{
    CHECK_FALSE(metBy(headWith("Content-Length: 5\r\n") + "12345\r\n"));
    CHECK(metBy(headWith("Content-Length: 5\r\n") + "12345G") == Limit::Malformed);
    CHECK(metBy("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n") == Limit::Malformed);
}

TEST_CASE("a bucket is emptied, fills again at its pace, and is each asker's own")
{
    RateLimit rates{{.perSecond = 10, .atOnce = 3}};
    for (int i = 0; i < 3; ++i)
        CHECK(rates.take("a", 0) == 0ms);
    CHECK(rates.take("a", 0) == 100ms);
    CHECK(rates.take("b", 0) == 0ms);
    CHECK(rates.take("a", 99) > 0ms);
    CHECK(rates.take("a", 100) == 0ms);
    CHECK(rates.take("a", 60'000, 3) == 0ms); // never more than full
    CHECK(rates.take("a", 60'000) > 0ms);
    CHECK(rates.waitOf("c", 60'000) == 0ms);
    CHECK(rates.take("c", 60'000, 50) == 0ms); // what costs more than a bucket takes a full one
    CHECK(rates.waitOf("c", 60'000) == 100ms);
    RateLimit large{{.perSecond = std::numeric_limits<int>::max(), .atOnce = std::numeric_limits<int>::max()}};
    large.take("a", 0);
    CHECK(large.take("a", std::numeric_limits<qint64>::max() / 2) == 0ms);
}

TEST_CASE("askers with ever new names fill no memory")
{
    RateLimit rates{{.perSecond = 1, .atOnce = 100}};
    for (int i = 0; i < 25'000; ++i)
        rates.take(QByteArray::number(i), 0);
    CHECK(rates.remembered() <= 10'000);
}

TEST_CASE("an endless body is refused before it comes")
{
    ServedCentre served;
    RawClient client{served.port};
    client.say(headWith("Content-Length: 999999999999999\r\n"));
    CHECK(client.answer().status == 413);
    CHECK(soon([&] { return client.isCut(); }));
    RawClient nonsense{served.port};
    nonsense.say(headWith("Content-Length: 99999999999999999999999999\r\n"));
    CHECK(nonsense.answer().status == 400);
    RawClient chunks{served.port};
    chunks.say(headWith("Transfer-Encoding: chunked\r\n") + "5\r\n12345\r\n");
    CHECK(chunks.answer().status == 400);
    CHECK(served.answers());
}

TEST_CASE("a body beyond the limit is refused, and what is sent beyond its declared end ends the connection")
{
    ServedCentre served{limited([](ServerLimits &limits) { limits.body = 1000; })};
    CHECK(RawClient{served.port}.post("/v1/enrol", QByteArray{1001, 'a'}).status == 413);
    CHECK(RawClient{served.port}.post("/v1/enrol", QByteArray{1000, 'a'}).status == 400); // it is read, and is no JSON
    RawClient more{served.port};
    more.say(headWith("Content-Length: 10\r\n") + QByteArray{100'000, 'a'});
    CHECK(soon([&] { return more.isCut(); }));
    CHECK(served.answers());
}

TEST_CASE("a head without end is refused")
{
    ServedCentre served;
    RawClient client{served.port};
    client.say("GET /" + QByteArray{100'000, 'a'});
    CHECK(client.answer().status == 431);
    CHECK(served.answers());
}

TEST_CASE("who says a byte of a head now and then is cut")
{
    ServedCentre served{limited([](ServerLimits &limits) { limits.headTime = 300ms; })};
    RawClient client{served.port};
    client.say("GET /");
    CHECK(isCutThoughItDrips(client));
    CHECK(soon([&] { return served.answers(); })); // also where this machine is slow itself
}

TEST_CASE("who says a byte of a body now and then is cut, and counted")
{
    ServedCentre served{limited([](ServerLimits &limits) { limits.bodyTime = 300ms; })};
    RawClient client{served.port};
    client.say(headWith("Content-Length: 1000000\r\n"));
    CHECK(isCutThoughItDrips(client));
    CHECK(RawClient{served.port}.get("/metrics").body.contains("guichet_refused_total{limit=\"slow\"} 1\n"));
}

TEST_CASE("a connection that says nothing is closed, before a request and after one")
{
    ServedCentre impatient{limited([](ServerLimits &limits) { limits.headTime = 300ms; })};
    RawClient silent{impatient.port};
    CHECK(soon([&] { return silent.isCut(); }));
    ServedCentre served{limited([](ServerLimits &limits) { limits.idleTime = 300ms; })};
    std::unique_ptr<RawClient> once;
    CHECK(soon([&] {
        once = std::make_unique<RawClient>(served.port);
        return once->get("/health").status == 200;
    }));
    CHECK(soon([&] { return once->isCut(); }));
}

TEST_CASE("who takes no answers and goes on asking is cut, and counted")
{
    int answered = 0;
    ServerOptions options = limited([](ServerLimits &limits) {
        limits.requestsPerSecond = 1'000'000;
        limits.requestsAtOnce = 1'000'000;
    });
    options.log = [&](const QByteArray &line) { answered += line.contains("/status/login") ? 1 : 0; };
    ServedCentre served{options};
    const auto isCounted = [&] {
        return RawClient{served.port}.get("/metrics").body.contains("guichet_refused_total{limit=\"slow\"} 1\n");
    };
    RawClient deaf{served.port};
    deaf.socket.setReadBufferSize(1);
    bool isCut = false;
    for (int asked = 1; asked < 10'000 && !isCut; ++asked) { // until what the systems of both keep is full
        deaf.say("GET /status/login HTTP/1.1\r\nHost: centre\r\n\r\n");
        REQUIRE(soon([&] { return answered == asked || (isCut = isCounted()); }));
    }
    CHECK(isCut);
    CHECK(served.answers());
}

TEST_CASE("who takes its answer slowly but steadily gets it whole, though it lasts longer than an idle connection may")
{
    TalkativeCentre centre{limited([](ServerLimits &limits) { limits.idleTime = 1s; })};
    CHECK(isWhole(centre.saidSlowly()));
}

TEST_CASE("nobody takes an answer for ever")
{
    TalkativeCentre centre{limited([](ServerLimits &limits) {
        limits.idleTime = 200ms;
        limits.answerTime = 200ms;
    })};
    CHECK_FALSE(isWhole(centre.saidSlowly()));
    CHECK(centre.served.answers());
}

TEST_CASE("a till whose idle connection was closed meanwhile asks again as if nothing was")
{
    ServedCentre served{limited([](ServerLimits &limits) { limits.idleTime = 300ms; })};
    std::vector<Result<ChangesPage>> answers;
    const std::unique_ptr<QThread> till{QThread::create([&] { // which looks at its connections when it asks only
        CentralClient client{{.url = served.url(), .token = "nobody's"}};
        answers.push_back(client.changes(0, 0));
        QThread::msleep(1500);
        answers.push_back(client.changes(0, 0));
    })};
    till->start();
    CHECK(soon([&] { return till->isFinished(); }, 120'000));
    till->wait();
    REQUIRE(answers.size() == 2);
    for (const Result<ChangesPage> &answer : answers)
        CHECK(refusal(answer) == ErrorCode::NotEnrolled); // it was answered
}

TEST_CASE("so many connections and no more: those that are there are served, and one that ends makes room")
{
    ServedCentre served{limited([](ServerLimits &limits) { limits.connections = 3; })};
    std::array<std::unique_ptr<RawClient>, 3> clients;
    for (auto &client : clients) {
        client = std::make_unique<RawClient>(served.port);
        REQUIRE(client->get("/health").status == 200);
    }
    RawClient fourth{served.port};
    CHECK(fourth.get("/health").status == 0);
    CHECK(clients.front()->get("/health").status == 200);
    clients.back().reset();
    CHECK(soon([&] { return served.answers(); }));
}

TEST_CASE("all bodies under way take so much memory and no more")
{
    ServedCentre served{limited([](ServerLimits &limits) { limits.bodiesAtOnce = 1000; })};
    auto first = std::make_unique<RawClient>(served.port);
    first->say(headWith("Content-Length: 900\r\n"));
    CHECK(soon([&] { return RawClient{served.port}.post("/v1/enrol", QByteArray{200, 'a'}).status == 503; }));
    CHECK(RawClient{served.port}.post("/v1/enrol", QByteArray{50, 'a'}).status == 400);
    first.reset();
    CHECK(soon([&] { return RawClient{served.port}.post("/v1/enrol", QByteArray{200, 'a'}).status == 400; }));
}

TEST_CASE("a small body that inflates to a large one is refused")
{
    ServedCentre served;
    const QByteArray bomb = deflated(QByteArray{64 * 1024 * 1024, ' '});
    REQUIRE(bomb.size() < 100'000);
    CHECK(RawClient{served.port}.post("/v1/enrol", bomb, "Content-Encoding: deflate\r\n").status == 400);
    CHECK(served.answers());
}

TEST_CASE("too many requests with one token are put off, those with another are not")
{
    ServedCentre served{limited([](ServerLimits &limits) {
        limits.requestsPerSecond = 1;
        limits.requestsAtOnce = 3;
    })};
    std::array<SyncedTill, 2> tills;
    for (SyncedTill &till : tills)
        served.enrol(till);
    RawClient client{served.port};
    const auto ask = [&](SyncedTill &till) { return client.get("/v1/changes", "Authorization: Bearer " + till.address().token + "\r\n"); };
    RawAnswer answer;
    int asked = 0;
    for (; answer.status != 429 && asked < 100; ++asked) // one comes back each second: on a slow machine it takes some more
        answer = ask(tills[0]);
    CHECK(asked > 3);
    CHECK(answer.status == 429);
    CHECK(answer.head.contains("Retry-After: 1"));
    CHECK(ask(tills[1]).status == 200);
    CHECK(served.answers());
}

TEST_CASE("ever new headers that show no till are no way around the rate, whatever they ask and are answered")
{
    using Ask = std::function<RawAnswer(RawClient &, const QByteArray &)>;
    const auto get = [](const QByteArray &path) {
        return Ask{[path](RawClient &client, const QByteArray &header) { return client.get(path, header); }};
    };
    const Ask enrolBadly = [](RawClient &client, const QByteArray &header) { return client.post("/v1/enrol", "{", header); };
    for (const Ask &ask : {get("/v1/changes"), get("/health"), get("/metrics"), get("/status"), get("/nothing"), enrolBadly}) {
        ServedCentre served{limited([](ServerLimits &limits) {
            limits.requestsPerSecond = 1;
            limits.requestsAtOnce = 3;
        })};
        RawClient client{served.port};
        int status = 0;
        int asked = 0;
        for (; status != 429 && asked < 100; ++asked) // one comes back each second
            status = ask(client, "Authorization: Bearer " + QByteArray::number(asked) + "\r\n").status;
        CHECK(asked > 3);
        CHECK(status == 429);
    }
}

TEST_CASE("a till that is put off takes it for a line that is down, and knows for how long")
{
    ServedCentre served{limited([](ServerLimits &limits) {
        limits.requestsPerSecond = 1;
        limits.requestsAtOnce = 1;
    })};
    CentralClient client{{.url = served.url(), .token = "nobody's"}};
    CHECK(refusal(client.changes(0, 0)) == ErrorCode::NotEnrolled);
    CHECK(client.retryAfter() == 0s);
    ErrorCode code = ErrorCode::NotEnrolled;
    for (int asked = 0; code == ErrorCode::NotEnrolled && asked < 100; ++asked) // one comes back each second
        code = refusal(client.changes(0, 0));
    CHECK(code == ErrorCode::CentreUnreachable);
    CHECK(client.retryAfter() == 1s);
}

TEST_CASE("two requests at once on one connection: it is closed, since answers could overtake each other")
{
    ServedCentre served;
    RawClient client{served.port};
    client.say("GET /health HTTP/1.1\r\n\r\nGET /health HTTP/1.1\r\n\r\n");
    CHECK(client.answer().status == 400);
    CHECK(soon([&] { return client.isCut(); }));
    CHECK(served.answers());
}

TEST_CASE("a second request before the first is answered closes the connection")
{
    ServedCentre served;
    SyncedTill till;
    served.enrol(till);
    served.exchange(till);
    const ChangesPage seen = must(CentralClient{till.address()}.changes(0, 0));
    RawClient client{served.port};
    const QByteArray poll = u"GET /v1/changes?wait=25&documentsAfter=%1"_s.arg(seen.documentCursor).toUtf8();
    client.say(poll + " HTTP/1.1\r\nAuthorization: Bearer " + till.address().token + "\r\n\r\n");
    REQUIRE(soon([&] { return served.server.waiting() == 1; }));
    client.say("GET /health HTTP/1.1\r\n\r\n");
    CHECK(soon([&] { return client.isCut(); }));
    CHECK(served.answers());
}
