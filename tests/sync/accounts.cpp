// SPDX-License-Identifier: GPL-3.0-or-later
// No endpoint answers another account's data: each is tried with another account's token and cookie, and with nobody's.
#include "core/facts/HybridClock.h"
#include "tests/sync/ServedCentre.h"

#include <QJsonDocument>
#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const QString mark = u"Marque-7f3a"_s; ///< In every name of ours.

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

/// What somebody asks of an endpoint to get at ours; the status for another account, and for nobody.
struct Attempt
{
    QByteArray method;
    QByteArray target; ///< Path and query.
    QByteArray body;
    int status = 200;
    int statusForNobody = 200;
};

/// Ours, of which the others want to know something, and theirs, at one centre.
struct TwoAccounts
{
    TwoAccounts()
    {
        must(served.trial.centre->addAccount({u"ours"_s, u"Domaine "_s + mark}));
        served.enrol(ours, served.trial.code(u"Caisse "_s + mark, u"ours"_s));
        served.enrol(theirs, served.trial.code(u"Chalet"_s));
        dossier = ours.sell();
        must(ours.checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(5000), u"OURS1234"_s));
        must(ours.pay(u"cash"_s));
        must(ours.validate());
        nameResource();
        served.exchange(ours);
        served.exchange(theirs);
        for (auto *manager : {&ourManager.emplace(served, u"ours"_s), &theirManager.emplace(served)})
            REQUIRE(manager->logIn(manager->password).status == 303);
    }
    void nameResource()
    {
        DocumentStore documents{ours.workplace().db()};
        QJsonObject adult = must(documents.get(DocumentKind::Resource, u"adulte"_s))->body;
        adult[u"name"_s] = mark;
        must(documents.put(DocumentKind::Resource, adult, {.user = u"boss"_s, .at = ours.clock.now()}));
    }
    RawAnswer ask(const Attempt &attempt, const QByteArray &credentials)
    {
        RawClient client{served.port};
        return attempt.method == "GET" ? client.get(attempt.target, credentials) : client.post(attempt.target, attempt.body, credentials);
    }
    static QByteArray credentials(SyncedTill &till, const Manager &manager)
    {
        return "Authorization: Bearer " + till.address().token + "\r\nCookie: " + manager.cookie + "\r\n";
    }
    QByteArray ourFacts()
    {
        Workplace &workplace = ours.workplace();
        return jsonText(toJson(FactPush{.facts = must(ownFactsAfter(workplace.db(), workplace.journal().identity(), 0, 500))}));
    }
    QByteArray changeInOurName()
    {
        const SharedChange change{.kind = DocumentKind::Resource,
                                  .key = u"adulte"_s,
                                  .stamp = {hlcOf(served.trial.clock.now()), ours.workplace().tillUid()},
                                  .fields = {{u"name"_s, {.value = u"Chalet"_s, .over = {}}}},
                                  .erased = false,
                                  .user = {},
                                  .at = served.trial.clock.now()};
        return jsonText(toJson(DocumentPush{.changes = {change}}));
    }
    QByteArray ourChainsWithoutCode() { return jsonText(toJson(ours.enrolment(u"0000000000"_s))); }
    /// All places of a departure of ours, as a hold of theirs.
    QByteArray allOurPlaces()
    {
        const VisitPlaces all{.formula = u"grotte"_s, .item = u"adulte"_s, .visit = {QDate{2026, 11, 23}, {14, 0}}, .units = 20};
        return jsonText(toJson(PlaceHold{.id = Id<Dossier>::generate(), .places = {all}}));
    }
    QByteArray ourDebit()
    {
        return jsonText(toJson(GiftDebit{.id = u"probe"_s, .code = {}, .amount = cents(100), .dossier = Id<Dossier>::generate()}));
    }
    QByteArray ourUse() { return jsonText(toJson(CodeUse{.code = {}, .dossier = Id<Dossier>::generate()})); }
    std::vector<Attempt> attempts();
    /// What nobody else may read.
    QList<QByteArray> secrets() { return {mark.toUtf8(), ours.workplace().tillUid().toUtf8(), dossier.toUtf8(), ours.address().token}; }
    /// What stands at the centre for ours: it must be the same after all attempts.
    std::tuple<size_t, size_t, qint64> ourState()
    {
        const ChangesPage page = must(served.trial.centre->changes({.account = u"ours"_s, .uid = u"probe"_s}, 0));
        return {page.facts.size(), page.documents.size(), must(served.trial.centre->accounts().tills(u"ours"_s)).front().waiting};
    }
    /// How many places of that departure, and how much of that card, a till of ours gets.
    std::pair<int, Money> ourReservations()
    {
        const CentralTill probe{.account = u"ours"_s, .uid = u"probe"_s};
        const VisitPlaces all{.formula = u"grotte"_s, .item = u"adulte"_s, .visit = {QDate{2026, 11, 23}, {14, 0}}, .units = 20};
        const HoldAnswer held = must(served.trial.centre->hold(probe, {.id = Id<Dossier>::generate(), .places = {all}}));
        const GiftDebit debit{.id = u"all"_s, .code = u"OURS1234"_s, .amount = cents(5000), .dossier = Id<Dossier>::generate()};
        return {held.granted.front(), must(served.trial.centre->debit(probe, debit)).available};
    }

    ServedCentre served;
    SyncedTill ours;
    SyncedTill theirs;
    std::optional<Manager> ourManager;
    std::optional<Manager> theirManager;
    QString dossier;
};

std::vector<Attempt> TwoAccounts::attempts()
{
    const QByteArray ourLogin = "account=ours&password=" + theirManager->password.toUtf8();
    return {
        {.method = "GET", .target = "/health", .body = {}},
        {.method = "GET", .target = "/metrics", .body = {}},
        {.method = "GET", .target = "/v1/changes?after=0&documentsAfter=0&waiting=999", .body = {}, .statusForNobody = 401},
        {.method = "GET", .target = "/v1/changes?account=ours&till=01", .body = {}, .statusForNobody = 401},
        {.method = "POST", .target = "/v1/facts", .body = ourFacts(), .status = 403, .statusForNobody = 401},
        {.method = "POST", .target = "/v1/documents", .body = changeInOurName(), .status = 403, .statusForNobody = 401},
        {.method = "POST", .target = "/v1/holds", .body = allOurPlaces(), .statusForNobody = 401},
        {.method = "POST", .target = "/v1/gift-cards/OURS1234/debits", .body = ourDebit(), .statusForNobody = 401},
        {.method = "POST", .target = "/v1/promo-codes/moins10/uses", .body = ourUse(), .statusForNobody = 401},
        {.method = "POST", .target = "/v1/allotments", .body = "{}", .statusForNobody = 401},
        {.method = "POST", .target = "/v1/home", .body = R"({"tillKey":"probe","documents":[],"erased":[]})", .statusForNobody = 401},
        {.method = "GET", .target = "/v1/snapshot?account=ours&till=01", .body = {}, .statusForNobody = 401},
        {.method = "POST", .target = "/v1/enrol", .body = ourChainsWithoutCode(), .status = 401, .statusForNobody = 401},
        {.method = "GET", .target = "/status?account=ours", .body = {}, .statusForNobody = 303},
        {.method = "GET", .target = "/status/login?account=ours", .body = {}},
        {.method = "POST", .target = "/status/login", .body = ourLogin, .status = 403, .statusForNobody = 403},
        {.method = "POST", .target = "/status/logout", .body = "key=" + ourManager->logOutKey(), .status = 403, .statusForNobody = 403}};
}

bool tries(const Attempt &attempt, const CentralApi::Endpoint &endpoint)
{
    const bool isMethod = (endpoint.method == CentralRequest::Method::Get) == (attempt.method == "GET");
    return isMethod && CentralApi::isPathOf(endpoint.path, QString::fromUtf8(attempt.target.split('?').first()));
}

} // namespace

TEST_CASE("no endpoint answers another account's data, nor nobody's, and nothing of it changes")
{
    TwoAccounts both;
    const std::vector<Attempt> attempts = both.attempts();
    for (const CentralApi::Endpoint &endpoint : CentralApi::endpoints()) {
        INFO(endpoint.path);
        CHECK(std::ranges::any_of(attempts, [&](const Attempt &attempt) { return tries(attempt, endpoint); }));
    }
    const auto before = both.ourState();
    const QByteArray theirs = TwoAccounts::credentials(both.theirs, *both.theirManager);
    const QByteArray nobodys = "Authorization: Bearer nobody's\r\nCookie: guichet_status=nobody's\r\n";
    for (const Attempt &attempt : attempts)
        for (const QByteArray &credentials : {theirs, nobodys}) {
            const RawAnswer answer = both.ask(attempt, credentials);
            INFO(attempt.method << " " << attempt.target << (credentials == theirs ? " by another account" : " by nobody"));
            CHECK(answer.status == (credentials == theirs ? attempt.status : attempt.statusForNobody));
            for (const QByteArray &secret : both.secrets())
                CHECK_FALSE((answer.head + answer.body).contains(secret));
        }
    CHECK(both.ourState() == before);
    const auto [places, onCard] = both.ourReservations();
    CHECK(places == 18); // 20, less the two that ours may sell without a line
    CHECK(onCard == cents(5000));
}

TEST_CASE("what no other account sees, its own till and manager do")
{
    TwoAccounts both;
    const QByteArray own = TwoAccounts::credentials(both.ours, *both.ourManager);
    RawClient client{both.served.port};
    CHECK(client.get("/v1/changes?after=0", own).body.contains(mark.toUtf8()));
    CHECK(client.get("/status", own).body.contains(mark.toUtf8()));
}
