// SPDX-License-Identifier: GPL-3.0-or-later
// A centre with a certificate in order that means ill: whatever it answers, the till's own ledger stays as it is, and the till sells.
#include "core/ledger/Verifier.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TerminalThread.h"
#include "sync/client/SyncThread.h"
#include "sync/protocol/Deflate.h"
#include "tests/sync/LyingServer.h"
#include "tests/sync/RawClient.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray marker = "Eine-Luege-des-Servers"; ///< Of a server that lies: it may stand nowhere.

const OwnCertificate &certificateOfLiar()
{
    static const OwnCertificate made = makeOwnCertificate(u"ec"_s);
    return made;
}

/// A till that enrolled at a server that lies, which therefore may sign anchors.
class DeceivedTill : public SyncedTill
{
public:
    DeceivedTill() : server{must(serverIdentityOf(certificateOfLiar().certificate, certificateOfLiar().key))}
    {
        must(keep({.url = server.url(), .token = {}, .authority = certificateOfLiar().certificate}, {.token = "aabb",
                                                                                                     .account = u"roches"_s,
                                                                                                     .tillCode = u"07"_s,
                                                                                                     .tillName = u"Accueil"_s,
                                                                                                     .centre = key.publicKey(),
                                                                                                     .bringsDocuments = true}));
        sell(2);
        before = must(workplace().journal().head());
        waiting = state().waiting;
    }
    Result<int> push()
    {
        CentralClient asking{address()};
        return Exchange{asking, *this, clock}.push();
    }
    Result<int> pull()
    {
        CentralClient asking{address()};
        return Exchange{asking, *this, clock}.pullAll();
    }
    /// The next answers are these bytes.
    void hears(const QByteArray &answer)
    {
        server.say = [answer](const QByteArray &) { return answer; };
    }
    void hears(const QJsonObject &json) { hears(httpAnswer(jsonBytes(json))); }
    CentreAnchor signedAnchor(qint64 number, const QByteArray &hash, qint64 incarnation = 1)
    {
        CentreAnchor anchor{.incarnation = incarnation, .number = number, .hash = hash, .signature = {}};
        anchor.signature = key.sign(anchorMessage(workplace().tillUid(), anchor));
        return anchor;
    }
    bool verifies()
    {
        TillProjector projector;
        const DataFolder data{folder.path()};
        const auto report = verifyLedger(data.ledgerFile(), {.record = must(readIdentity(data))}, projector);
        return report && !report->defect;
    }
    /// Nothing of it stands in the ledger, which is where papers wait for the printer too.
    bool isWrittenNowhere()
    {
        for (const QString &ending : {u""_s, u"-wal"_s})
            if (QFile file{DataFolder{folder.path()}.ledgerFile() + ending};
                file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
                return false;
        return true;
    }
    void isUntouched()
    {
        const Journal::Head now = must(workplace().journal().head());
        CHECK(now.position == before.position);
        CHECK(now.hash == before.hash);
        CHECK(now.totals == before.totals);
        CHECK(state().waiting == waiting);
    }
    void sellsOn()
    {
        const qint64 sold = countFacts(u"SALE"_s);
        sell();
        CHECK(countFacts(u"SALE"_s) == sold + 1);
        CHECK(verifies());
        before = must(workplace().journal().head());
        waiting = state().waiting;
    }

    KeyPair key = KeyPair::generate();
    LyingServer server;
    Journal::Head before;
    qint64 waiting = 0;
};

struct Lie
{
    std::string name;
    QByteArray answer;
};

QJsonObject pageWith(const QJsonObject &fields = {})
{
    QJsonObject json{{u"cursor"_s, 1},   {u"documentCursor"_s, 1},    {u"documents"_s, QJsonArray{}},
                     {u"more"_s, false}, {u"chains"_s, QJsonArray{}}, {u"facts"_s, QJsonArray{}}};
    for (auto it = fields.begin(); it != fields.end(); ++it)
        json[it.key()] = it.value();
    return json;
}

/// What is no JSON of ours at all.
std::vector<Lie> wrongBodies()
{
    const QByteArray name = marker;
    std::vector<Lie> lies{{"nothing", ""},
                          {"null", "null"},
                          {"a list", "[]"},
                          {"a text", "\"" + name + "\""},
                          {"an empty object", "{}"},
                          {"half an object", R"({"cursor": 1, "documents": [)"},
                          {"bytes", QByteArray::fromHex("00ff80c0fe") + name},
                          {"other fields", R"({"message": ")" + name + R"(", "cursor": 1})"},
                          {"another type of each", R"({"cursor": "1", "documents": 1, "chains": {}, "facts": "x", "more": 1})"},
                          {"numbers beyond all", R"({"cursor": 1e999, "documentCursor": 99999999999999999999})"},
                          {"a cursor before the first", R"({"cursor": -1})"},
                          {"a deep list", QByteArray{200'000, '['}},
                          {"a deep object", QByteArray{R"({"facts":)"}.repeated(50'000)},
                          {"a long text", R"({"cursor": ")" + QByteArray{7'000'000, 'x'} + R"("})"},
                          {"one field a million times", "{" + QByteArray{R"("cursor":1,)"}.repeated(500'000) + R"("cursor":2,"x":1})"}};
    for (Lie &lie : lies)
        lie.answer = httpAnswer(lie.answer);
    return lies;
}

std::vector<Lie> wrongAnswers()
{
    const QByteArray words = R"({"error": ")" + marker + R"(", "detail": ")" + QByteArray{marker}.repeated(1000) + R"("})";
    return {{"no HTTP", marker + "\r\n\r\n"},
            {"a head without end", "HTTP/1.1 200 OK\r\nX-A: " + QByteArray{50'000, 'a'}},
            {"a body that is cut", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"cursor\":"},
            {"a broken chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}"},
            {"deflate", httpAnswer(deflated(QByteArray{64'000'000, ' '}), 200, "Content-Encoding: deflate\r\n")},
            {"a gzip that is none", httpAnswer("not gzip", 200, "Content-Encoding: gzip\r\n")},
            {"words with 400", httpAnswer(words, 400)},
            {"revoked, it says, in words", httpAnswer(R"({"error": "till_revoked", "detail": ")" + marker + R"("})", 403)},
            {"another number, far ahead", httpAnswer(R"({"error": "chain_broken", "expected": 9007199254740991})", 409)},
            {"another number, none", httpAnswer(R"({"error": "chain_broken", "expected": "1"})", 409)},
            {"busy for years", httpAnswer(words, 429, "Retry-After: 999999999\r\n")},
            {"a page of HTML", httpAnswer("<html>" + marker + "</html>", 500)},
            {"status 999", httpAnswer(words, 999)}};
}

const QString clockOfLies = QString::number(1'795'424'460'000LL * 65'536); ///< A minute after all that the till knows: it would win.

QJsonObject changeThatWasNever(const QString &kind, const QString &key, const QString &hlc, const QJsonObject &fields)
{
    QJsonObject written;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        written[it.key()] = QJsonObject{{u"value"_s, it.value()}};
    return QJsonObject{{u"kind"_s, kind},
                       {u"key"_s, key},
                       {u"hlc"_s, hlc},
                       {u"origin"_s, u"elsewhere"_s},
                       {u"at"_s, u"2026-11-23T10:00:00.000+01:00"_s},
                       {u"fields"_s, written}};
}

/// Pages that would print, or pay, if a server could make a till do so.
std::vector<Lie> commands()
{
    const QString name = QString::fromLatin1(marker);
    const auto page = [](const QString &kind, const QString &key, const QJsonObject &fields) {
        return httpAnswer(jsonBytes(pageWith({{u"documents"_s, QJsonArray{changeThatWasNever(kind, key, clockOfLies, fields)}}})));
    };
    return {{"another printer", page(u"settings"_s, u"accueil"_s, {{u"receiptPrinter"_s, u"tcp:192.0.2.1"_s}})},
            {"a printer for all", page(u"settings"_s, u"@establishment"_s, {{u"receiptPrinter"_s, u"tcp:192.0.2.1"_s}})},
            {"bytes for a printer", page(u"attraction"_s, u"attraction"_s, {{u"receiptFooter"_s, u"\u001bp0"_s + name}})},
            {"a job", page(u"print_job"_s, name, {{u"paper"_s, QJsonObject{{u"title"_s, name}}}, {u"state"_s, u"waiting"_s}})},
            {"a charge", page(u"payment_intent"_s, name, {{u"amount"_s, 100}, {u"state"_s, u"sent"_s}})},
            {"other fields", httpAnswer(jsonBytes(pageWith({{u"print"_s, name}, {u"charge"_s, 100}})))}};
}

/// All that waits for a printer, taken as a printer takes it.
QStringList printedOf(SyncedTill &till)
{
    PrintQueue queue{till.workplace()};
    QStringList papers;
    for (const auto printer : {PrintJob::Printer::Receipt, PrintJob::Printer::Spare})
        for (auto job = must(queue.next(printer)); job; job = must(queue.next(printer))) {
            REQUIRE(papers.size() < 100);
            must(queue.sending(job->id));
            papers << plainText(job->paper);
            must(queue.printed(job->id));
        }
    return papers;
}

/// A terminal that counts how often somebody wants something of it.
class ListeningTerminal final : public PaymentTerminal
{
public:
    QString name() const override { return u"manual"_s; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money, const Progress &) override { return heardCharge(); }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money) override { return heardCharge(); }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money, const QString &) override { return heardCharge(); }
    Result<QString> diagnose() override
    {
        ++heard;
        return QString{};
    }
    Result<TerminalTotals> totals(bool) override
    {
        ++heard;
        return TerminalTotals{};
    }
    void cancel() noexcept override {}

    std::atomic_int heard = 0; ///< On its thread.

private:
    Result<Charge> heardCharge()
    {
        ++heard;
        return failure(ErrorCode::TerminalUnavailable);
    }
};

/// How often the terminal of that till is asked when it is started: about each charge that is open in its ledger.
int questionsToTerminal(SyncedTill &till)
{
    till.closeTill();
    ListeningTerminal terminal;
    TillThread thread;
    must(thread.open({.dataFolder = till.folder.path(), .clock = &till.clock, .terminal = &terminal, .keychain = nullptr}));
    TerminalThread terminals{terminal, thread};
    terminals.resolveOpen().result();
    terminals.confirmDecisions().result();
    terminals.stop();
    thread.close();
    till.restart();
    return terminal.heard;
}

} // namespace

TEST_CASE("whatever is answered that is no answer, nothing of the till changes and it sells on")
{
    DeceivedTill till;
    std::vector<Lie> lies = wrongBodies();
    std::ranges::move(wrongAnswers(), std::back_inserter(lies));
    for (const Lie &lie : lies) {
        INFO(lie.name);
        till.hears(lie.answer);
        CHECK_FALSE(till.push());
        CHECK_FALSE(till.pull());
        till.isUntouched();
    }
    CHECK(till.isWrittenNowhere());
    till.sellsOn();
}

TEST_CASE("an answer that is cut in the middle is a line that dropped, and no refusal")
{
    DeceivedTill till;
    const QByteArray page = jsonBytes(pageWith());
    till.hears(httpAnswer(page).chopped(page.size() / 2));
    CHECK(refusal(till.push()) == ErrorCode::CentreUnreachable);
    CHECK(till.state().trouble == ErrorCode::CentreUnreachable);
    CHECK(refusal(till.pull()) == ErrorCode::CentreUnreachable);
    CentralClient asking{till.address()};
    CHECK(refusal(asking.snapshot({}, 1)) == ErrorCode::CentreUnreachable); // so a replacement asks for its page again
    till.isUntouched();
    till.sellsOn();
}

TEST_CASE("a body without end is not read to its end")
{
    DeceivedTill till;
    till.server.isEndless = true;
    till.hears("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{");
    CHECK(refusal(till.push()) == ErrorCode::CentreUnreachable);
    CHECK(refusal(till.pull()) == ErrorCode::CentreUnreachable);
    till.isUntouched();
    till.sellsOn();
}

TEST_CASE("who is sent elsewhere does not go, and shows nobody the token")
{
    DeceivedTill till;
    LyingServer elsewhere;
    for (const int status : {301, 302, 303, 307, 308}) {
        till.hears(httpAnswer("{}", status, "Location: " + elsewhere.url().toString().toUtf8() + "/v1/changes\r\n"));
        CHECK(refusal(till.pull()) == ErrorCode::CentreRefused);
        CHECK(refusal(till.push()) == ErrorCode::CentreRefused);
    }
    CHECK(elsewhere.requests == 0);
    till.isUntouched();
}

TEST_CASE("an anchor that says less or more than was sent, or of something else, is not kept, and the same is not sent for ever")
{
    DeceivedTill till;
    const Fact first = must(till.workplace().journal().fact({till.workplace().tillUid(), 1, 1}));
    const qint64 last = till.before.position.number;
    CentreAnchor forged = till.signedAnchor(last, till.before.hash);
    forged.signature = KeyPair::generate().sign(anchorMessage(till.workplace().tillUid(), forged));
    for (const CentreAnchor &anchor : {till.signedAnchor(0, QByteArray{32, 'x'}), till.signedAnchor(1, first.hash),
                                       till.signedAnchor(last, first.hash), till.signedAnchor(last + 1, till.before.hash),
                                       till.signedAnchor(last, till.before.hash, 2), till.signedAnchor(1LL << 52, first.hash), forged}) {
        INFO(anchor.number);
        till.hears(toJson(anchor));
        const int asked = till.server.requests;
        CHECK_FALSE(till.push());
        CHECK(till.server.requests <= asked + 1);
        till.isUntouched();
    }
    till.sellsOn();
}

TEST_CASE("the centre cannot talk a till out of sending: a number that it expects counts only when it is behind")
{
    DeceivedTill till;
    till.hears(toJson(till.signedAnchor(till.before.position.number, till.before.hash)));
    CHECK_FALSE(till.push()); // facts are acknowledged; what it says of documents is none
    CHECK(till.state().waiting < till.waiting);
    till.waiting = till.state().waiting;
    till.before = must(till.workplace().journal().head());
    till.sellsOn();
    const QByteArray ahead = QByteArray::number(till.before.position.number + 1);
    till.hears(httpAnswer(R"({"error": "chain_broken", "expected": )" + ahead + "}", 409));
    CHECK_FALSE(till.push());
    till.isUntouched(); // it still waits
    till.hears(httpAnswer(R"({"error": "chain_broken", "expected": 2})", 409));
    CHECK_FALSE(till.push());
    CHECK(till.state().waiting > till.waiting);
    CHECK(till.verifies());
}

TEST_CASE("a number from which a till could not count on is none")
{
    DeceivedTill till;
    CentralClient asking{till.address()};
    const PlaceHold hold{.id = Id<Dossier>::generate(), .places = {}, .turn = 1};
    const auto valuesFor = [&](const QByteArray &number) {
        till.hears(httpAnswer(R"({"error": "centre_refused", "expected": )" + number + "}", 409));
        return asking.hold(hold).error().values;
    };
    CHECK(valuesFor("12") == QStringList{u"12"_s});
    CHECK(valuesFor("9223372036854775807").isEmpty());
    CHECK(valuesFor("-1").isEmpty());
}

TEST_CASE("pages that lead nowhere come to an end, and a till in the background does not ask without rest")
{
    DeceivedTill till;
    till.hears(pageWith({{u"more"_s, true}, {u"cursor"_s, 0}, {u"documentCursor"_s, 0}}));
    CHECK(till.pull());
    CHECK(till.server.requests == 1);
    till.hears(pageWith({{u"more"_s, true}, {u"cursor"_s, 1000}, {u"documentCursor"_s, 1000}})); // of which there is nothing
    CHECK(till.pull());
    CHECK(till.server.requests == 2);
    till.hears(pageWith({{u"cursor"_s, 0}, {u"documentCursor"_s, 0}}));
    const SyncPace pace{.lookEvery = 200ms, .firstRest = 200ms, .longestRest = 200ms, .longPoll = 5s};
    {
        SyncThread thread{till, till.secrets, till.clock, pace};
        std::ignore = soon([] { return false; }, 2000);
    }
    CHECK(till.server.requests < 60); // each of two directions some ten times
    till.sellsOn();
}

TEST_CASE("the way that is answered again wakes the other, which still had long to rest")
{
    DeceivedTill till;
    CentreAnchor anchor = till.signedAnchor(till.before.position.number, till.before.hash);
    bool takes = true; // what the till pushes
    bool tells = false;
    int pushes = 0;
    int pages = 0;
    till.server.say = [&](const QByteArray &request) {
        const bool isPage = request.startsWith("GET ");
        const bool isFacts = request.startsWith("POST /v1/facts");
        pages += isPage ? 1 : 0;
        pushes += isFacts ? 1 : 0;
        if (isPage ? !tells : !takes)
            return httpAnswer("{}", 503);
        if (isPage)
            return httpAnswer(jsonBytes(pageWith({{u"cursor"_s, 0}, {u"documentCursor"_s, 0}})));
        return httpAnswer(jsonBytes(isFacts ? toJson(anchor) : toJson(DocumentReceipt{})));
    };
    SyncThread thread{till, till.secrets, till.clock, {.lookEvery = 20ms, .firstRest = 20ms, .longestRest = 1h, .longPoll = 1s}};
    REQUIRE(soon([&] { return pages >= 10 && till.state().waiting == 0; }, 60'000));
    const int asked = pages; // now it rests for 5 s at least: 20 ms, doubled nine times, half of it
    const int sent = pushes;
    tells = true;
    takes = false;
    must(till.run([&](SyncLedger &) -> Result<> {
        till.sell();
        const Journal::Head head = must(till.workplace().journal().head());
        anchor = till.signedAnchor(head.position.number, head.hash);
        return {};
    }));
    REQUIRE(soon([&] { return pushes > sent; }));
    takes = true;
    CHECK(soon([&] { return pages > asked; }, 4'000));
}

TEST_CASE("cursors that jump or go back harm nothing that is the till's")
{
    DeceivedTill till;
    for (const qint64 cursor : {1LL << 52, 5LL, 0LL, (1LL << 53) - 1}) {
        till.hears(pageWith({{u"cursor"_s, cursor}, {u"documentCursor"_s, cursor}}));
        CHECK(till.pull());
        till.isUntouched();
    }
    till.sellsOn();
}

TEST_CASE("facts of a till that was made up do not reach the session, the drawer or the numbers of this one")
{
    DeceivedTill till;
    const Id<TillSession> session = must(till.workplace().sessionIfOpen())->id;
    const QString dossier = till.sell();
    till.before = must(till.workplace().journal().head());
    till.waiting = till.state().waiting;
    SyncedTill madeUp;
    FactDraft draft;
    draft.type = FactType::CashMoved;
    draft.session = session;
    draft.content = toJson(CashMovedContent{.kind = CashMovementKind::Drop, .amount = cents(10'000), .reason = u"x"_s});
    must(madeUp.workplace().journal().append(draft));
    ChainIdentity chain = madeUp.workplace().journal().identity();
    chain.own = false;
    ChangesPage lie{.cursor = 9, .chains = {chain}, .facts = must(ownFactsAfter(madeUp.workplace().db(), chain, 0, 100))};
    till.hears(toJson(lie));
    CHECK(refusal(till.pull()) == ErrorCode::ChainBroken);
    CHECK(till.state().trouble == ErrorCode::ChainBroken); // somebody is told
    till.isUntouched();
    ChainIdentity ours = till.workplace().journal().identity(); // and with our name on its chain
    ours.incarnation = 2;
    lie.chains = {ours};
    till.hears(toJson(lie));
    CHECK(refusal(till.pull()) == ErrorCode::ChainBroken);
    lie.chains = {chain};
    lie.facts = must(ownFactsAfter(till.workplace().db(), till.workplace().journal().identity(), 0, 100)); // ours, given back
    till.hears(toJson(lie));
    CHECK(refusal(till.pull()) == ErrorCode::ChainBroken);
    till.isUntouched();
    CHECK(till.sell() > dossier);
    till.sellsOn();
}

TEST_CASE("documents that no till would send are passed over, and counted")
{
    DeceivedTill till;
    const auto change = changeThatWasNever;
    const QString now = clockOfLies;
    const QString clock = u"9223372036854775807"_s;
    const QJsonArray documents{change(u"product"_s, u"ours"_s, clock, {{u"price"_s, 1}}),
                               change(u"nothing"_s, u"x"_s, now, {{u"price"_s, 1}}),
                               change(u"product"_s, u"ours"_s, now, {{u"price"_s, -1'000'000}}),
                               change(u"product"_s, u"ours"_s, now, {{u"price"_s, 1e300}}),
                               change(u"formula"_s, u"grotte"_s, now, {{u"resources"_s, u"none"_s}}),
                               change(u"settings"_s, u"settings"_s, now, {{u"tillKey"_s, u"x"_s}}),
                               change(u"payment_method"_s, u"cash"_s, now, {{u"type"_s, u"GOLD"_s}})};
    till.hears(pageWith({{u"documents"_s, documents}}));
    std::ignore = till.pull();
    CHECK(must(DocumentStore{till.workplace().db()}.get(DocumentKind::Product, u"ours"_s))->body[u"price"_s].toInteger() == 1299);
    till.isUntouched();
    till.sellsOn();
}

TEST_CASE("nothing that a server says reaches the printer or the terminal")
{
    DeceivedTill till;
    CHECK_FALSE(printedOf(till).empty()); // its own sale
    const QString printer = till.workplace().settings.receiptPrinter;
    std::vector<Lie> lies = commands();
    for (auto more : {wrongBodies, wrongAnswers})
        std::ranges::move(more(), std::back_inserter(lies));
    for (const Lie &lie : lies) {
        INFO(lie.name);
        till.hears(lie.answer);
        const int asked = till.server.requests;
        std::ignore = till.push();
        std::ignore = till.pull();
        CHECK(till.server.requests > asked);
        CHECK(printedOf(till).isEmpty());
        CHECK(till.workplace().settings.receiptPrinter == printer);
    }
    CHECK(questionsToTerminal(till) == 0);
    must(till.staff().logIn(u"seller"_s, u"1111"_s));
    till.sellsOn();
    CHECK_FALSE(printedOf(till).join(u'\n').contains(QString::fromLatin1(marker)));
}

TEST_CASE("where a page of somebody else answers that enrols nobody, there is no centre")
{
    LyingServer server;
    server.say = [](const QByteArray &) { return httpAnswer("<html>Not Found</html>", 404); };
    SyncedTill till;
    CentralClient client{{.url = server.url(), .token = {}}};
    CHECK(refusal(client.enrol(till.enrolment(u"CODE"_s))) == ErrorCode::CentreUnreachable);
    CHECK_FALSE(till.state().enrolled);
}

TEST_CASE("who would give a till a token, a number or a key that is none does not get it")
{
    SyncedTill till;
    LyingServer server;
    const QJsonObject good{{u"token"_s, u"aabb"_s},
                           {u"account"_s, u"roches"_s},
                           {u"tillCode"_s, u"07"_s},
                           {u"tillName"_s, u"Accueil"_s},
                           {u"centre"_s, QString{64, u'a'}}};
    const std::vector<std::pair<QString, QJsonValue>> lies{{u"token"_s, u"aa\r\nX-Other: 1"_s},
                                                           {u"token"_s, 5},
                                                           {u"account"_s, QString{10'000, u'x'}},
                                                           {u"tillCode"_s, u"007"_s},
                                                           {u"tillCode"_s, u"\u0007\u0008"_s},
                                                           {u"tillName"_s, QString{10'000, u'x'}},
                                                           {u"centre"_s, u"key"_s},
                                                           {u"more"_s, true}};
    for (const auto &[field, value] : lies) {
        QJsonObject said = good;
        said[field] = value;
        server.say = [said](const QByteArray &) { return httpAnswer(jsonBytes(said)); };
        CentralClient client{{.url = server.url(), .token = {}}};
        CHECK(refusal(client.enrol(till.enrolment(u"CODE"_s))) == ErrorCode::InvalidInput);
    }
    CHECK_FALSE(till.state().enrolled);
}
