// SPDX-License-Identifier: GPL-3.0-or-later
// The threads of a centre: in which order, and on which of them, what is asked is answered.
#include "sync/central/CentralWorkers.h"
#include "tests/sync/RawClient.h"
#include "tests/sync/SyncDesk.h"

#include <QJsonDocument>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Three threads of one centre, asked without a network.
struct ThreeWorkers
{
    ThreeWorkers() { restart(); }
    /// Knows no token any more.
    void restart()
    {
        workers.reset();
        workers = std::make_unique<CentralWorkers>(std::vector<Centre *>{centres[0].get(), centres[1].get(), centres[2].get()});
    }
    QByteArray enrol(SyncedTill &till)
    {
        const QString code = must(trial.centre->addTill(u"roches"_s, u"Accueil"_s)).enrolment;
        return must(trial.centre->enrol(till.enrolment(code))).token;
    }
    void ask(const CentralRequest &request)
    {
        workers->answer(request, [this, index = asked++](const CentralReply &reply) { answers.emplace_back(index, reply.status); });
    }
    void push(const QByteArray &token, const StoredBytes &fact)
    {
        ask({.method = CentralRequest::Method::Post,
             .path = u"/v1/facts"_s,
             .authorization = "Bearer " + token,
             .body = QJsonDocument{toJson(FactPush{.facts = {fact}})}.toJson(QJsonDocument::Compact)});
    }

    TrialCentre trial;
    std::array<std::unique_ptr<Centre>, 3> centres{must(Centre::open(trial.home, trial.clock)), must(Centre::open(trial.home, trial.clock)),
                                                   must(Centre::open(trial.home, trial.clock))};
    std::unique_ptr<CentralWorkers> workers;
    int asked = 0;
    std::vector<std::pair<int, int>> answers; ///< Which request, and its status, in the order of the answers.
};

} // namespace

TEST_CASE("what a till sends at once is taken in its order, also while nobody knows whose token it is")
{
    ThreeWorkers three;
    SyncedTill first;
    SyncedTill second;
    const std::array tokens{three.enrol(first), three.enrol(second)};
    const std::array facts{factsOf(first), factsOf(second)};
    REQUIRE(facts[0].size() > 2);
    for (size_t i = 0; i < std::min(facts[0].size(), facts[1].size()); ++i)
        for (const size_t till : {0U, 1U})
            three.push(tokens[till], facts[till][i]);
    REQUIRE(soon([&] { return std::ssize(three.answers) == three.asked; }));
    for (const auto &[request, status] : three.answers)
        CHECK(status == 200); // a fact that comes before the one before it breaks the chain
}

TEST_CASE("who only reads waits neither for a write of his account nor for its thread")
{
    if (!testsRunOnPostgresql()) // on SQLite nobody waits for long, and a trial has one thread
        return;
    ThreeWorkers three;
    SyncedTill till;
    const QByteArray token = three.enrol(till);
    const auto blocker = must(three.trial.home.openLedger(u"roches"_s));
    must(inTransaction(*blocker, [&]() -> Result<> {
        three.push(token, factsOf(till).front());
        three.ask({.method = CentralRequest::Method::Get, .path = u"/v1/changes"_s, .authorization = "Bearer " + token});
        CHECK(soon([&] { return !three.answers.empty(); }, 8'000)); // a write waits for its row for 10 s
        return {};
    }));
    REQUIRE(soon([&] { return three.answers.size() == 2; }));
    CHECK(three.answers.front().first == 1);
    for (const auto &[request, status] : three.answers)
        CHECK(status == 200);
}

TEST_CASE("a token that is nobody's gets its refusals, and threads that stop say nothing more")
{
    ThreeWorkers three;
    const CentralRequest unknown{.method = CentralRequest::Method::Get, .path = u"/v1/changes"_s, .authorization = "Bearer nobody's"};
    for (int i = 0; i < 5; ++i)
        three.ask(unknown);
    REQUIRE(soon([&] { return three.answers.size() == 5; }));
    for (const auto &[request, status] : three.answers)
        CHECK(status == 401);
    for (int i = 0; i < 5; ++i)
        three.ask(unknown);
    three.restart();
    std::ignore = soon([] { return false; }, 100);
    CHECK(three.answers.size() == 5);
}

TEST_CASE("whose token it is, is looked up where a till asks and nowhere else")
{
    for (const CentralApi::Endpoint &endpoint : CentralApi::endpoints()) {
        const bool isOfTill = endpoint.path.startsWith(u"/v1/") && endpoint.path != u"/v1/enrol";
        QString path = endpoint.path;
        CHECK(CentralApi::isOfTill({.method = endpoint.method, .path = path.replace(u"{code}"_s, u"ABC"_s)}) == isOfTill);
    }
    CHECK_FALSE(CentralApi::isOfTill({.path = u"/v1/nothing"_s, .authorization = "Bearer x"}));
}
