// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/HybridClock.h"
#include "tests/sync/SyncDesk.h"

#include "sync/protocol/Deflate.h"

#include <QJsonDocument>

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

FactPush allOf(SyncedTill &till, qint64 after = 0)
{
    return {.facts = must(ownFactsAfter(till.workplace().db(), till.workplace().journal().identity(), after, protocol::mostFacts))};
}

CentralTill enrolled(TrialCentre &trial, SyncedTill &till, const QString &account = u"roches"_s)
{
    const EnrolAnswer answer = must(trial.centre->enrol(till.enrolment(trial.code(u"Caisse"_s, account))));
    return must(trial.centre->tillOf(answer.token));
}

} // namespace

TEST_CASE("an enrolment code is good for one till, for a day, however it is typed")
{
    TrialCentre trial;
    SyncedTill till;
    SyncedTill other;
    const QString code = trial.code();
    const EnrolAnswer answer = must(trial.centre->enrol(till.enrolment(code.left(5).toLower() + u"-"_s + code.mid(5))));
    CHECK(answer.account == u"roches");
    CHECK(answer.tillCode == u"01");
    CHECK(refusal(trial.centre->enrol(other.enrolment(code))) == ErrorCode::CodeRejected);
    const QString late = trial.code();
    trial.clock.advance(std::chrono::hours{25});
    CHECK(refusal(trial.centre->enrol(other.enrolment(late))) == ErrorCode::CodeRejected);
    CHECK(refusal(trial.centre->tillOf("nobody's")) == ErrorCode::NotLoggedIn);
}

TEST_CASE("facts are taken in order, once; a gap is answered with the number that is expected")
{
    TrialCentre trial;
    SyncedTill till;
    till.sell();
    const CentralTill known = enrolled(trial, till);
    const FactPush all = allOf(till);
    const auto count = static_cast<qint64>(all.facts.size());
    const Result<CentreAnchor> gap = trial.centre->take(known, {.facts = {all.facts.begin() + 2, all.facts.end()}});
    CHECK(refusal(gap) == ErrorCode::ChainBroken);
    CHECK(gap.error().values == QStringList{u"1"_s});
    const CentreAnchor anchor = must(trial.centre->take(known, all));
    CHECK(anchor.number == count);
    CHECK(anchor.hash == all.facts.back().hash);
    CHECK(trial.centre->key().verifies(anchorMessage(till.workplace().tillUid(), anchor), anchor.signature));
    CHECK(must(trial.centre->take(known, all)).number == count); // the answer was lost: nothing twice
    till.sell();
    CHECK(must(trial.centre->take(known, allOf(till, count))).number > count);
}

TEST_CASE("what waits at a till is less by the facts that are new, once")
{
    TrialCentre trial;
    SyncedTill till;
    const CentralTill known = enrolled(trial, till);
    const auto waiting = [&] { return must(trial.centre->accounts().tills(u"roches"_s)).front().waiting; };
    must(trial.centre->accounts().noteWaiting(known, 100));
    const FactPush all = allOf(till);
    const auto count = static_cast<qint64>(all.facts.size());
    must(trial.centre->take(known, all));
    CHECK(waiting() == 100 - count);
    must(trial.centre->take(known, all)); // the answer was lost
    CHECK(waiting() == 100 - count);
}

TEST_CASE("facts that were taken are answered as taken, and who waits is woken, whatever fails after them")
{
    TrialCentre trial;
    SyncedTill till;
    const EnrolAnswer answer = must(trial.centre->enrol(till.enrolment(trial.code())));
    CentralApi api{*trial.centre};
    const CentralRequest push{.method = CentralRequest::Method::Post,
                              .path = u"/v1/facts"_s,
                              .query = {},
                              .authorization = "Bearer " + answer.token,
                              .encoding = {},
                              .body = QJsonDocument{toJson(allOf(till))}.toJson()};
    CentralReply reply{.status = 0};
    for (int n = 0; reply.status != 200; ++n) {
        REQUIRE(n < 1000);
        failNthQueryForTest(n);
        reply = api.answer(push);
        failNthQueryForTest(-1);
        const bool isTaken = !must(trial.centre->changes({.account = u"roches"_s, .uid = u"probe"_s}, 0)).facts.empty();
        CHECK(isTaken == (reply.status == 200));
    }
    CHECK(reply.grown == u"roches");
}

TEST_CASE("facts that are large come in pages that a till takes, each once and in order")
{
    TwoTills tills;
    for (int i = 0; i < 200; ++i) // 16 MB as written: a quote takes four bytes of a page
        must(tills.first.workplace().journal().appendTechnical(TechnicalEvent::PrintFailed, {{u"error"_s, QString{20'000, u'"'}}}));
    Centre &centre = *tills.line.trial.centre;
    const std::vector<CentralTill> known = must(centre.accounts().tills(u"roches"_s));
    const FactPush all = allOf(tills.first);
    must(centre.take(known.front(), all));
    std::vector<QByteArray> hashes;
    int pages = 0;
    for (ChangesPage page{.more = true, .chains = {}, .facts = {}}; page.more; ++pages) {
        page = must(centre.changes(known.back(), page.cursor, page.documentCursor));
        CHECK(QJsonDocument{toJson(page)}.toJson(QJsonDocument::Compact).size() < protocol::largestBody);
        for (const StoredBytes &fact : page.facts)
            hashes.push_back(fact.hash);
    }
    CHECK(pages > 3);
    CHECK(std::ranges::equal(hashes, all.facts, {}, {}, &StoredBytes::hash));
    CHECK(must(tills.line.exchange(tills.second)) == 200);
}

TEST_CASE("documents that are large share the page with facts")
{
    TrialCentre trial;
    SyncedTill till;
    const CentralTill known = enrolled(trial, till);
    DocumentPush push;
    for (int i = 0; i < 30; ++i)
        push.changes.push_back({.kind = DocumentKind::Formula,
                                .key = u"large-%1"_s.arg(i),
                                .stamp = {hlcOf(trial.clock.now()) + i, till.workplace().tillUid()},
                                .fields = {{u"name"_s, {.value = QString{500'000, u'x'}, .over = {}}}},
                                .erased = false,
                                .user = {},
                                .at = trial.clock.now()});
    must(trial.centre->takeDocuments(known, push));
    must(trial.centre->take(known, allOf(till)));
    size_t documents = 0;
    size_t facts = 0;
    int pages = 0;
    for (ChangesPage page{.more = true, .chains = {}, .facts = {}}; page.more; ++pages) {
        page = must(trial.centre->changes({.account = u"roches"_s, .uid = u"probe"_s}, page.cursor, page.documentCursor));
        CHECK(QJsonDocument{toJson(page)}.toJson(QJsonDocument::Compact).size() < protocol::largestBody);
        documents += page.documents.size();
        facts += page.facts.size();
    }
    CHECK(pages > 3);
    CHECK(documents == push.changes.size());
    CHECK(facts == allOf(till).facts.size());
}

TEST_CASE("a fork, a forged amount and another till's facts are refused, and nothing of them stays")
{
    TrialCentre trial;
    SyncedTill till;
    SyncedTill other;
    till.sell();
    other.sell();
    const CentralTill known = enrolled(trial, till);
    enrolled(trial, other);
    CHECK(refusal(trial.centre->take(known, allOf(other))) == ErrorCode::NotAllowed);
    FactPush forged = allOf(till);
    forged.facts[1].content.replace("a", "b");
    CHECK(refusal(trial.centre->take(known, forged)) == ErrorCode::ChainBroken);
    FactPush strangeKey = allOf(till);
    strangeKey.facts[0].signature = KeyPair::generate().sign(strangeKey.facts[0].hash);
    CHECK(refusal(trial.centre->take(known, strangeKey)) == ErrorCode::ChainBroken);
    CHECK(must(trial.centre->changes({.account = u"roches"_s, .uid = u"x"_s}, 0)).facts.empty());
}

TEST_CASE("no till learns anything of another account, through no endpoint")
{
    TrialCentre trial;
    must(trial.centre->addAccount({u"cascade"_s, u"La Cascade"_s}));
    SyncedTill ours;
    SyncedTill theirs;
    ours.sell();
    must(trial.centre->take(enrolled(trial, ours), allOf(ours)));
    const CentralTill stranger = enrolled(trial, theirs, u"cascade"_s);
    CHECK(must(trial.centre->changes(stranger, 0)).facts.empty());
    CHECK(refusal(trial.centre->take(stranger, allOf(ours))) == ErrorCode::NotAllowed);
}

TEST_CASE("what a revoked till says is heard no more, by any endpoint")
{
    TrialCentre trial;
    SyncedTill till;
    const EnrolAnswer answer = must(trial.centre->enrol(till.enrolment(trial.code())));
    must(trial.centre->revoke({u"roches"_s, u"01"_s}));
    CentralApi api{*trial.centre};
    CentralRequest request{.method = CentralRequest::Method::Get,
                           .path = u"/v1/changes"_s,
                           .query = {},
                           .authorization = "Bearer " + answer.token,
                           .encoding = {},
                           .body = {}};
    CHECK(api.answer(request).status == 403);
    request.method = CentralRequest::Method::Post;
    request.path = u"/v1/facts"_s;
    CHECK(api.answer(request).status == 403);
}

TEST_CASE("bad requests are answered by a code, whatever they are")
{
    TrialCentre trial;
    SyncedTill till;
    const EnrolAnswer answer = must(trial.centre->enrol(till.enrolment(trial.code())));
    CentralApi api{*trial.centre};
    const auto ask = [&](CentralRequest::Method method, const QString &path, const QByteArray &body, const QByteArray &encoding = {}) {
        return api.answer(
            {.method = method, .path = path, .query = {}, .authorization = "Bearer " + answer.token, .encoding = encoding, .body = body});
    };
    using Method = CentralRequest::Method;
    CHECK(ask(Method::Get, u"/v1/nothing"_s, {}).status == 404);
    CHECK(ask(Method::Other, u"/v1/facts"_s, {}).status == 404);
    CHECK(ask(Method::Post, u"/v1/facts"_s, "no json").status == 400);
    CHECK(ask(Method::Post, u"/v1/facts"_s, "[1]").status == 400);
    CHECK(ask(Method::Post, u"/v1/facts"_s, "{}", "deflate").status == 400);
    CHECK(ask(Method::Post, u"/v1/facts"_s, QByteArray{9 * 1024 * 1024, '{'}).status == 400);
    CHECK(ask(Method::Post, u"/v1/enrol"_s, R"({"code":"X","chains":[{}]})").status == 400);
    CHECK(ask(Method::Get, u"/health"_s, {}).status == 200);
    CentralRequest nobody{.method = Method::Get, .path = u"/v1/changes"_s, .query = {}, .authorization = {}, .encoding = {}, .body = {}};
    CHECK(api.answer(nobody).status == 401);
}

TEST_CASE("the centre holds what it took, across its own restart")
{
    TrialCentre trial;
    SyncedTill till;
    till.sell();
    const CentralTill known = enrolled(trial, till);
    const CentreAnchor before = must(trial.centre->take(known, allOf(till)));
    trial.centre.reset();
    trial.open();
    CHECK(must(trial.centre->take(known, allOf(till))) == before);
}

TEST_CASE(
    "a change whose clock is far ahead stands at the centre's time, the same whenever it comes again; the others of the batch as they are")
{
    TrialCentre trial;
    SyncedTill till;
    const CentralTill known = enrolled(trial, till);
    const auto said = [&](const QString &field, std::chrono::minutes ahead) {
        return SharedChange{.kind = DocumentKind::Formula,
                            .key = u"grotte"_s,
                            .stamp = {hlcOf(trial.clock.now().addSecs(std::chrono::seconds{ahead}.count())), till.workplace().tillUid()},
                            .fields = {{field, {.value = 3, .over = {}}}},
                            .erased = false,
                            .user = {},
                            .at = trial.clock.now()};
    };
    const SharedChange near = said(u"order"_s, std::chrono::minutes{4});
    const SharedChange far = said(u"durationMinutes"_s, std::chrono::hours{24 * 400});
    const SharedChange further = said(u"freePerPaying"_s, std::chrono::hours{24 * 500});
    const QDateTime then = trial.clock.now();
    const DocumentReceipt first = must(trial.centre->takeDocuments(known, {.changes = {far, further, near}}));
    CHECK(first.taken == 3);
    REQUIRE(first.clamped.size() == 2);
    CHECK(first.clamped[0].hlc == far.stamp.hlc);
    CHECK(first.clamped[0].to == hlcOf(then));
    CHECK(first.clamped[1].to > first.clamped[0].to); // in the order in which they were said
    trial.clock.advance(std::chrono::hours{1});
    CHECK(must(trial.centre->takeDocuments(known, {.changes = {far, further, near}})).clamped == first.clamped); // the answer was lost
    const ChangesPage page = must(trial.centre->changes({.account = u"roches"_s, .uid = u"x"_s}, 0));
    REQUIRE(page.documents.size() == 3);
    CHECK(page.documents[0].stamp.hlc == hlcOf(then));
    CHECK(page.documents[2].stamp == near.stamp);
}
