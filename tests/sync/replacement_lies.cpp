// SPDX-License-Identifier: GPL-3.0-or-later
// What a centre, or a server in its place, may say in the copy from which a machine takes the place of a till: no lie makes a till.
#include "core/ledger/Snapshot.h"
#include "core/ledger/TakeOver.h"
#include "core/usecases/NoKeychain.h"
#include "sync/central/CentralApi.h"
#include "tests/sync/LyingServer.h"
#include "tests/sync/ReplacementDesk.h"

#include <QUrlQuery>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// The pages of a centre, of which a liar may change something before they are written.
struct LyingCopy
{
    explicit LyingCopy(TillToReplace &t)
    {
        const QByteArray attempt = "attempt";
        takeOver = must(TakeOver::begin(t.machine.folder.path(), needs, attempt));
        answer = must(t.line.trial.centre->enrol(takeOverRequest(replacementCode(t.line), takeOver->key())));
        const CentralTill till = must(t.line.trial.centre->tillOf(answer.token));
        SnapshotPage page = must(t.line.trial.centre->snapshot(till, {}, 1));
        for (;; page = must(t.line.trial.centre->snapshot(till, page.id, page.page + 1))) {
            tables.push_back(must(snapshotRowsFromBytes(page.rows)));
            if (!page.more)
                return;
        }
    }
    SnapshotRows &table(const QString &name) { return *std::ranges::find(tables, name, &SnapshotRows::table); }
    Result<> write()
    {
        for (const SnapshotRows &rows : tables)
            TRY(writeSnapshotRows(takeOver->database(), answer.chains.back().till, rows.table, rows.columns, rows.rows));
        return takeOver->open(answer.chains);
    }
    /// Of a till that the centre has made up, and of which it has no fact.
    Result<> openEmpty(const QString &till)
    {
        const ChainIdentity first{.till = till, .key = KeyPair::generate().publicKey()};
        const ChainIdentity next{.till = till, .incarnation = 2, .key = takeOver->key().publicKey(), .previousHash = genesisHash(first)};
        for (const ChainIdentity &chain : {first, next})
            TRY(Journal::registerChain(takeOver->database(), chain));
        return takeOver->open({first, next});
    }

    NoKeychain keychain;
    TillProjector projector;
    SimulatedClock clock{fromRfc3339(u"2026-11-23T11:00:00.000+01:00"_s)};
    LedgerNeeds needs{.projector = projector, .clock = clock, .keychain = keychain, .preferFile = true};
    std::unique_ptr<TakeOver> takeOver;
    EnrolAnswer answer;
    std::vector<SnapshotRows> tables;
};

} // namespace

TEST_CASE("a centre that lies makes no till: every fact is proven, every row is of its table")
{
    TillToReplace t;
    LyingCopy copy{t};
    SECTION("the truth is taken")
    {
        CHECK(copy.write());
    }
    SECTION("an amount of a fact is another")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        const qsizetype content = facts.columns.indexOf(u"content"_s);
        QByteArray forged = facts.rows.back()[content].toByteArray();
        facts.rows.back()[content] = forged.replace("\"", "'");
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("a column beside a fact says something else")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        facts.rows.back()[facts.columns.indexOf(u"business_date"_s)] = u"2020-01-01"_s;
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("the last fact of the till is kept back")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        const qsizetype till = facts.columns.indexOf(u"till"_s);
        const QString own = copy.answer.chains.back().till;
        const auto last = std::ranges::find_if(facts.rows.rbegin(), facts.rows.rend(),
                                               [&](const QVariantList &row) { return row[till].toString() == own; });
        facts.rows.erase(std::next(last).base());
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("a past of the till under another key")
    {
        copy.answer.chains.front().key = KeyPair::generate().publicKey();
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("a table that does not travel")
    {
        copy.tables.push_back({.table = u"machine_state"_s, .columns = {u"name"_s, u"value"_s}, .rows = {{u"defect"_s, u""_s}}});
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("other columns")
    {
        copy.table(u"dossier"_s).columns.removeLast();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("the last fact has the last number of all")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        facts.rows.back()[facts.columns.indexOf(u"arrival"_s)] = std::numeric_limits<qint64>::max();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a document has a clock after which none comes")
    {
        SnapshotRows &documents = copy.table(u"document"_s);
        documents.rows.back()[documents.columns.indexOf(u"hlc"_s)] = std::numeric_limits<qint64>::max();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a number of a change is nearly the last, and a text that the table would take")
    {
        SnapshotRows &changes = copy.table(u"document_change"_s);
        REQUIRE_FALSE(changes.rows.empty());
        changes.rows.back()[changes.columns.indexOf(u"arrival"_s)] = u"9.2e18"_s;
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a document that no till could read")
    {
        SnapshotRows &documents = copy.table(u"document"_s);
        const qsizetype kind = documents.columns.indexOf(u"kind"_s);
        const auto resource =
            std::ranges::find_if(documents.rows, [&](const QVariantList &row) { return row[kind].toString() == u"resource"; });
        REQUIRE(resource != documents.rows.end());
        (*resource)[documents.columns.indexOf(u"body"_s)] = u"{}"_s;
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("the PIN of somebody takes more to try than a till has")
    {
        SnapshotRows &documents = copy.table(u"document"_s);
        const qsizetype kind = documents.columns.indexOf(u"kind"_s);
        const qsizetype body = documents.columns.indexOf(u"body"_s);
        const auto user = std::ranges::find_if(documents.rows, [&](const QVariantList &row) { return row[kind].toString() == u"user"; });
        REQUIRE(user != documents.rows.end());
        QJsonObject json = QJsonDocument::fromJson((*user)[body].toString().toUtf8()).object();
        json[u"pinHash"_s] = u"$argon2id$v=19$m=4194304,t=99,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"_s;
        (*user)[body] = QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact));
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a till by the name of a path")
    {
        CHECK(copy.openEmpty(u"/../../till"_s).error().code == ErrorCode::ChainBroken);
    }
    SECTION("a till by a name of tills")
    {
        CHECK(copy.openEmpty(u"018f0000-0000-7000-8000-000000000001"_s));
    }
    SECTION("a row without its last value")
    {
        copy.table(u"receipt"_s).rows.back().removeLast();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a text where a number is")
    {
        SnapshotRows &receipts = copy.table(u"receipt"_s);
        receipts.rows.front()[receipts.columns.indexOf(u"total_cents"_s)] = u"all of it"_s;
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    copy.takeOver.reset();
    CHECK_FALSE(DataFolder{t.machine.folder.path()}.hasTill()); // finish() alone makes it one
}

namespace {

QByteArray headField(const QByteArray &request, const QByteArray &name)
{
    const qsizetype at = request.toLower().indexOf("\r\n" + name + ": ");
    return at < 0 ? QByteArray{} : request.sliced(at + 4 + name.size()).split('\r').first();
}

CentralRequest centralRequest(const QByteArray &request)
{
    const QByteArrayList words = request.split(' ');
    const QUrl target{QString::fromLatin1(words.value(1))};
    CentralRequest asked{.method = words.front() == "GET" ? CentralRequest::Method::Get : CentralRequest::Method::Post,
                         .path = target.path(),
                         .query = {},
                         .authorization = headField(request, "authorization"),
                         .encoding = headField(request, "content-encoding"),
                         .body = request.sliced(request.indexOf("\r\n\r\n") + 4)};
    for (const auto &[name, value] : QUrlQuery{target}.queryItems())
        asked.query.insert(name, value);
    return asked;
}

/// A server that says what a centre says, but of the pages of a snapshot what it likes.
struct LyingPages
{
    using Lie = std::function<void(SnapshotPage &page)>;
    explicit LyingPages(Centre &centre) : api{centre}
    {
        server.say = [this](const QByteArray &request) {
            const CentralRequest asked = centralRequest(request);
            CentralReply reply = api.answer(asked);
            if (asked.path.endsWith(u"/snapshot") && reply.status == 200) {
                SnapshotPage page = must(snapshotPageFromJson(reply.json));
                lie(page);
                reply.json = toJson(page);
            }
            return httpAnswer(jsonBytes(reply.json), reply.status);
        };
    }
    Result<ReplacedTill> replace(SyncedTill &machine, const QString &code) { return takeOverAt(server.url(), machine, code); }

    CentralApi api;
    LyingServer server;
    Lie lie = [](SnapshotPage &) {};
};

struct LieOfPages
{
    std::string name;
    ErrorCode refused;
    LyingPages::Lie lie;
};

std::vector<LieOfPages> liesOfPages()
{
    return {{"the page before again", ErrorCode::InvalidInput, [](SnapshotPage &page) { page.page -= page.page == 3 ? 1 : 0; }},
            {"other rows than were signed", ErrorCode::ChainBroken,
             [](SnapshotPage &page) {
                 if (page.page == 4)
                     page.rows = toBytes({.table = u"home_till"_s, .columns = {u"till"_s, u"till_key"_s}, .rows = {}});
             }},
            {"a page too far", ErrorCode::InvalidInput, [](SnapshotPage &page) { page.page += page.page == 2 ? 1 : 0; }},
            {"of another snapshot", ErrorCode::InvalidInput, [](SnapshotPage &page) { page.id += page.page == 2 ? u"0"_s : u""_s; }},
            {"of a later version", ErrorCode::SchemaTooNew, [](SnapshotPage &page) { page.schema += 1; }},
            {"of an earlier version", ErrorCode::SchemaTooOld, [](SnapshotPage &page) { page.schema -= page.page == 2 ? 1 : 0; }},
            {"an end before the end", ErrorCode::ChainBroken,
             [](SnapshotPage &page) {
                 page.more = page.page < 5;
                 page.signature = page.more ? QByteArray{} : QByteArray{64, 'x'};
             }},
            {"signed by somebody else", ErrorCode::ChainBroken, [](SnapshotPage &page) {
                 if (!page.more)
                     page.signature = KeyPair::generate().sign("anything");
             }}};
}

} // namespace

TEST_CASE("whatever a server that lies makes of the pages, there is no till, and the same code goes on with a centre that does not")
{
    TillToReplace t;
    t.machine.closeTill();
    const QString code = replacementCode(t.line);
    const DataFolder folder{t.machine.folder.path()};
    LyingPages liar{*t.line.trial.centre};
    for (const LieOfPages &one : liesOfPages()) {
        INFO(one.name);
        liar.lie = one.lie;
        const auto replaced = liar.replace(t.machine, code);
        REQUIRE_FALSE(replaced);
        CHECK(replaced.error().code == one.refused);
        CHECK_FALSE(folder.hasTill());
        CHECK_FALSE(QFile::exists(folder.ledgerFile()));
    }
    CHECK(must(replaceBy(t.machine, t.line, code)).incarnation == 2);
    CHECK(isKnownAt(t.machine, t.sent));
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("a till to which a liar says that it was replaced ends its day, and opens the next one by an administrator: it sells on")
{
    SyncedTill till;
    LyingServer liar;
    liar.say = [](const QByteArray &) { return httpAnswer(R"({"error": "till_replaced"})", 403); };
    must(till.keep(liar.url(), {.token = "aabb",
                                .account = u"roches"_s,
                                .tillCode = u"07"_s,
                                .tillName = u"Accueil"_s,
                                .centre = KeyPair::generate().publicKey(),
                                .bringsDocuments = true}));
    CentralClient asking{till.address()};
    CHECK(refusal(Exchange{asking, till, till.clock}.pullAll()) == ErrorCode::TillReplaced);
    till.sell(); // the day goes on
    till.closeDay();
    CHECK(refusal(till.desk().open(CommandId::generate(), {.replacedConfirmed = true})) == ErrorCode::NeedsAdministrator);
    must(till.staff().logIn(u"boss"_s, u"3333"_s));
    must(till.desk().open(CommandId::generate(), {.replacedConfirmed = true}));
    must(till.staff().logIn(u"seller"_s, u"1111"_s));
    till.sell();
    CHECK(till.closeDay().saleCount == 1);
    CHECK(holdsWhole(till));
}
