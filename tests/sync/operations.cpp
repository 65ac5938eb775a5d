// SPDX-License-Identifier: GPL-3.0-or-later
// What the people who run a centre see: health, figures, log lines, and the status page of a manager.
#include "core/crypto/Crypto.h"
#include "sync/central/StatusPage.h"
#include "tests/sync/ServedCentre.h"

#include <QJsonDocument>
#include <QXmlStreamReader>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

qint64 waitingAt(ServedCentre &served)
{
    return must(served.trial.centre->accounts().tills(u"roches"_s)).front().waiting;
}

/// A page as a browser without scripts reads it.
struct ReadPage
{
    explicit ReadPage(const QByteArray &html)
    {
        QXmlStreamReader reader{html};
        while (!reader.atEnd())
            read(reader);
        INFO(reader.errorString() << " in line " << reader.lineNumber());
        REQUIRE_FALSE(reader.hasError());
    }
    void read(QXmlStreamReader &reader)
    {
        reader.readNext();
        if (reader.isCharacters())
            text += reader.text();
        if (reader.isEndElement() && reader.name() == u"td")
            cells.append(text.trimmed());
        if (!reader.isStartElement())
            return;
        text.clear();
        elements.append(reader.name().toString());
        for (const QXmlStreamAttribute &attribute : reader.attributes())
            attributes.append(attribute.name().toString());
    }
    /// No script, and nothing that a browser would fetch from elsewhere.
    bool isPlain() const
    {
        const QStringList active{u"script"_s, u"img"_s, u"link"_s, u"iframe"_s, u"object"_s, u"embed"_s, u"base"_s, u"svg"_s, u"a"_s};
        const bool runs = std::ranges::any_of(elements, [&](const QString &name) { return active.contains(name); });
        return !runs && std::ranges::none_of(attributes, [](const QString &name) {
            return name.startsWith(u"on") || name == u"src" || name == u"href" || name == u"style";
        });
    }

    QStringList elements;
    QStringList attributes;
    QStringList cells; ///< The last text in each.
    QString text;
};

ServerOptions patientRate()
{
    ServerOptions options;
    options.limits.requestsPerSecond = 1;
    options.limits.requestsAtOnce = 60;
    return options;
}

} // namespace

TEST_CASE("health says whether the database answers, in a word")
{
    TrialCentre trial;
    CentralApi api{*trial.centre};
    const CentralRequest request{
        .method = CentralRequest::Method::Get, .path = u"/health"_s, .query = {}, .authorization = {}, .encoding = {}, .body = {}};
    CHECK(api.answer(request).status == 200);
    failNthQueryForTest(0);
    const CentralReply ill = api.answer(request);
    failNthQueryForTest(-1);
    CHECK(ill.status == 503);
    CHECK(ill.json[u"error"].toString() == u"database_failed");
    CHECK(api.answer(request).status == 200);
}

TEST_CASE("figures are for this machine, name endpoints and nobody")
{
    ServedCentre served;
    SyncedTill till;
    till.sell();
    served.enrol(till);
    CentralClient client{till.address()};
    Exchange exchange{client, till, till.clock};
    const int sent = must(exchange.push());
    REQUIRE(sent > 0);
    RawClient here{served.port};
    here.get("/nothing/of/roches");
    const RawAnswer figures = here.get("/metrics");
    CHECK(figures.status == 200);
    CHECK(figures.body.contains("guichet_requests_total{endpoint=\"/v1/enrol\",status=\"200\"} 1\n"));
    CHECK(figures.body.contains("guichet_requests_total{endpoint=\"other\",status=\"404\"} 1\n"));
    CHECK(figures.body.contains("guichet_facts_total " + QByteArray::number(sent) + "\n"));
    CHECK(figures.body.contains("guichet_request_seconds_bucket{le=\"+Inf\"}"));
    CHECK_FALSE(figures.body.toLower().contains("roches"));
    CHECK(here.get("/metrics", "X-Forwarded-For: 192.0.2.1\r\n").status == 404); // through the proxy
    ServedCentre open{{.openMetrics = true}};
    CHECK(RawClient{open.port}.get("/metrics", "X-Forwarded-For: 192.0.2.1\r\n").status == 200);
}

TEST_CASE("a log line says what was asked by which till, and no name")
{
    QList<QByteArray> lines;
    ServedCentre served{{.log = [&](const QByteArray &line) { lines.append(line); }}};
    SyncedTill till;
    served.enrol(till);
    CentralClient client{till.address()};
    must(client.changes(0, 0));
    REQUIRE(lines.size() == 2);
    const QJsonObject line = QJsonDocument::fromJson(lines.last()).object();
    CHECK(line[u"method"].toString() == u"GET");
    CHECK(line[u"path"].toString() == u"/v1/changes");
    CHECK(line[u"status"] == 200);
    CHECK(line[u"account"].toString() == u"roches");
    CHECK(line[u"till"].toString() == u"01");
    CHECK_FALSE(line[u"at"].toString().isEmpty());
    for (const QByteArray &each : lines) {
        CHECK_FALSE(each.contains("Domaine"));
        CHECK_FALSE(each.contains("Accueil"));
        CHECK_FALSE(each.contains('\n'));
    }
}

TEST_CASE("without a cookie the status page is a way to the login")
{
    ServedCentre served;
    RawClient browser{served.port};
    const RawAnswer nobody = browser.get("/status");
    CHECK(nobody.status == 303);
    CHECK(nobody.head.contains("Location: /status/login"));
    CHECK(browser.get("/status", "Cookie: guichet_status=abc\r\n").status == 303);
    const RawAnswer login = browser.get("/status/login");
    CHECK(login.status == 200);
    CHECK(login.body.contains("Mot de passe"));
    CHECK(login.head.contains("Content-Security-Policy: default-src 'none'"));
    CHECK(browser.get("/status/elsewhere").status == 404);
}

TEST_CASE("the password opens the page; wrong ones are counted, and after five even the right one waits")
{
    ServedCentre served;
    Manager manager{served};
    CHECK(manager.logIn(u"wrong"_s).status == 403);
    const RawAnswer answer = manager.logIn(manager.password.toLower());
    CHECK(answer.status == 303);
    CHECK(answer.head.contains("HttpOnly; SameSite=Strict"));
    CHECK_FALSE(answer.head.contains("Secure"));
    CHECK(manager.page().status == 200);
    for (int i = 0; i < 5; ++i)
        CHECK(manager.logIn(u"wrong"_s).status == 403);
    const RawAnswer locked = manager.logIn(manager.password);
    CHECK(locked.status == 429);
    CHECK(locked.body.contains("attendez 30 secondes"));
    CHECK(manager.page().status == 200); // who is in stays in
    served.trial.clock.advance(31s);
    CHECK(manager.logIn(manager.password, "X-Forwarded-Proto: https\r\n").head.contains("; Secure"));
}

TEST_CASE("who typed a wrong password finds the account that was typed, as text whatever it is")
{
    ServedCentre served;
    Manager manager{served};
    CHECK(manager.logIn(u"wrong"_s).body.contains(" value=\"roches\""));
    CHECK(RawClient{served.port}.get("/status/login").body.contains(" value=\"\""));
    const QByteArray evil = QByteArray{"\x01\"><script>"}.toPercentEncoding();
    const ReadPage page{RawClient{served.port}.post("/status/login", "account=" + evil + "&password=x").body};
    CHECK(page.isPlain());
}

TEST_CASE("an account without password is entered by nobody, nor is one that does not exist")
{
    ServedCentre served;
    RawClient browser{served.port};
    CHECK(browser.post("/status/login", "account=roches&password=").status == 403);
    CHECK(browser.post("/status/login", "account=nobody&password=x").status == 403);
    CHECK(browser.post("/status/login", "").status == 403);
}

TEST_CASE("logins are throttled by address, whatever account they name")
{
    ServedCentre served{patientRate()};
    RawClient browser{served.port};
    int status = 403;
    for (int i = 0; status == 403 && i < 50; ++i) // each costs what comes back in 20 seconds
        status = browser
                     .post("/status/login", "account=nobody" + QByteArray::number(i) + "&password=x",
                           "Authorization: Bearer " + QByteArray::number(i) + "\r\n") // no way around
                     .status;
    CHECK(status == 429);
}

TEST_CASE("a session ends after half a day, with the logout, and with a new password")
{
    ServedCentre served;
    Manager manager{served};
    manager.logIn(manager.password);
    served.trial.clock.advance(12h + 1s);
    CHECK(manager.page().status == 303);
    manager.logIn(manager.password);
    CHECK(manager.logOut("guessed").status == 403);
    CHECK(manager.logOut(manager.logOutKey(), "Sec-Fetch-Site: cross-site\r\n").status == 403);
    CHECK(manager.page().status == 200);
    CHECK(manager.logOut(manager.logOutKey()).status == 303);
    CHECK(manager.page().status == 303);
    manager.logIn(manager.password);
    CHECK(manager.page().status == 200);
    Manager again{served};
    CHECK(manager.page().status == 303);
}

TEST_CASE("a manager sees the tills of one account and no others")
{
    ServedCentre served;
    must(served.trial.centre->addAccount({u"cascade"_s, u"La Cascade"_s}));
    served.trial.code(u"Chalet"_s);
    served.trial.code(u"Belvédère"_s, u"cascade"_s);
    Manager ours{served};
    Manager theirs{served, u"cascade"_s};
    ours.logIn(ours.password);
    theirs.logIn(theirs.password);
    const QByteArray own = ours.page().body;
    CHECK(own.contains("Chalet"));
    CHECK_FALSE(own.contains("Cascade"));
    CHECK_FALSE(own.contains("Belv"));
    const QByteArray other = theirs.page().body;
    CHECK(other.contains("Belvédère"));
    CHECK_FALSE(other.contains("Chalet"));
    CHECK(ours.logOut(theirs.logOutKey()).status == 403);
    Manager mixed{served};
    CHECK(mixed.logIn(theirs.password).status == 403);
}

TEST_CASE("names are text on the status page, whatever they are")
{
    ServedCentre served;
    must(served.trial.centre->addAccount({u"evil"_s, u"<script>alert(1)</script>"_s}));
    served.trial.code(u"\"><img src=x onerror=alert(2)>"_s, u"evil"_s);
    Manager manager{served, u"evil"_s};
    manager.logIn(manager.password);
    const QByteArray html = manager.page().body;
    const ReadPage page{html};
    CHECK(page.isPlain());
    REQUIRE(page.cells.size() > 1);
    CHECK(page.cells[1] == u"\"><img src=x onerror=alert(2)>");
    CHECK(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("both pages are whole, without script, and their policy allows their own style alone")
{
    ServedCentre served;
    served.trial.code();
    Manager manager{served};
    manager.logIn(manager.password);
    for (const RawAnswer &answer : {RawClient{served.port}.get("/status/login"), manager.page(), manager.logIn(u"wrong"_s)}) {
        CHECK(ReadPage{answer.body}.isPlain());
        const qsizetype begin = answer.body.indexOf("<style>") + 7;
        const QByteArray style = answer.body.sliced(begin, answer.body.indexOf("</style>") - begin);
        CHECK(answer.head.contains("Content-Security-Policy: default-src 'none'; style-src 'sha256-" + sha256(style).toBase64() + "'"));
        CHECK(answer.head.contains("Content-Type: text/html; charset=utf-8"));
        CHECK(answer.head.contains("Cache-Control: no-store"));
    }
}

TEST_CASE("the status page shows the day of each till, its Z, and what it has not sent")
{
    ServedCentre served;
    SyncedTill till;
    served.enrol(till);
    Manager manager{served};
    manager.logIn(manager.password);
    till.sell();
    CentralClient client{till.address()};
    Exchange exchange{client, till, till.clock};
    must(exchange.pull());
    CHECK(waitingAt(served) > 0);
    must(exchange.push());
    CHECK(waitingAt(served) == 0);
    CHECK(ReadPage{manager.page().body}.cells == QStringList{u"01"_s, u"Accueil"_s, u"10:00"_s, u"0"_s, u"0"_s, u"journée ouverte"_s});
    till.closeDay();
    must(exchange.push());
    const QByteArray html = manager.page().body;
    CHECK(html.contains("Z 1 du 23/11/2026 (10:"));
    CHECK_FALSE(html.contains("journée ouverte"));
}

TEST_CASE("the status page says that the clock of a till is ahead until it has sent with a right one; its facts are taken")
{
    ServedCentre served;
    SyncedTill till;
    served.enrol(till);
    Manager manager{served};
    manager.logIn(manager.password);
    const auto sendSale = [&] {
        till.sell();
        served.exchange(till);
        CHECK(waitingAt(served) == 0);
        return manager.page().body;
    };
    served.trial.clock.advance(-4min);
    CHECK_FALSE(sendSale().contains("horloge"));
    served.trial.clock.advance(-3h);
    CHECK(sendSale().contains("horloge en avance de 184 min"));
    served.trial.clock.advance(4h);
    CHECK_FALSE(sendSale().contains("horloge"));
}

TEST_CASE("the status page says what was never there, what is revoked, what was left open, and what was overruled")
{
    ServedCentre served;
    SyncedTill first;
    SyncedTill second;
    served.enrol(first);
    served.exchange(first);
    served.enrol(second);
    served.exchange(second);
    served.trial.code(u"Chalet"_s);
    const auto rename = [](SyncedTill &till, const QString &name) {
        DocumentStore documents{till.workplace().db()};
        QJsonObject adult = must(documents.get(DocumentKind::Resource, u"adulte"_s))->body;
        adult[u"name"_s] = name;
        till.clock.advance(1s);
        must(documents.put(DocumentKind::Resource, adult, {.user = u"boss"_s, .at = till.clock.now()}));
    };
    rename(first, u"La première"_s);
    second.clock.advance(1min);
    rename(second, u"La seconde"_s);
    served.exchange(first);
    served.exchange(second);
    must(served.trial.centre->revoke({u"roches"_s, u"02"_s}));
    served.trial.clock.advance(24h);
    Manager manager{served};
    manager.logIn(manager.password);
    const QByteArray html = manager.page().body;
    const QStringList cells = ReadPage{html}.cells;
    REQUIRE(cells.size() == 18);
    const QString then = u"au dernier contact"_s; // the last words of a cell
    CHECK(cells.mid(0, 6) ==
          QStringList{u"01"_s, u"Accueil"_s, u"23/11/2026 10:00"_s, then, u"1"_s, u"journée du 23/11/2026 pas clôturée"_s});
    CHECK(html.contains("0<br/>au dernier contact"));
    CHECK(html.contains("au dernier contact :<br/>"));
    CHECK(html.contains("retirée</span><br/>23/11/2026 10:00"));
    CHECK(cells[8] == u"23/11/2026 10:00");
    CHECK(cells[9] == then);
    CHECK(cells[10] == u"0");
    CHECK(cells.mid(12, 6) == QStringList{u"03"_s, u"Chalet"_s, u"pas encore inscrite"_s, u"0"_s, u"0"_s, u"aucun Z"_s});
}

TEST_CASE("the status page counts what was found as people do: one sale, two entries")
{
    const TillStanding standing{
        .till = {}, .openDay = {}, .closing = {}, .found = {.facts = 2, .sales = 1, .sold = Money::fromCents(2800)}, .former = {}};
    const QByteArray page =
        status::overviewPage({.account = {}, .now = {}, .today = {}, .logOutKey = {}, .tills = {standing}, .overuse = {}});
    CHECK(QString::fromUtf8(page).contains(u"dans aucun Z : 2 écritures, 1 vente, 28,00"_s));
}
