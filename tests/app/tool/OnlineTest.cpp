// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts of two tills with one centre: what is asked before a sale, as the window asks it (docs/decisions/0039).
#include "core/base/Clock.h"
#include "sync/central/CentralServer.h"
#include "tests/app/tool/Tool.h"

#include <array>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// One account, in a folder of its own; a till has no places but those that it is promised.
struct OneCentre
{
    OneCentre()
    {
        REQUIRE(centre->addAccount({u"roches"_s, u"Domaine des Roches-Brunes"_s}));
        REQUIRE(centre->accounts().setAllotmentRule(u"roches"_s, {.places = 0, .percent = 0}));
        port = server->start(QHostAddress::LocalHost, 0).value();
    }
    QByteArray enrolment() const
    {
        const TillTicket ticket = centre->addTill(u"roches"_s, u"Caisse"_s).value();
        return QJsonDocument{
            QJsonObject{{u"do"_s, u"enrol"_s}, {u"url"_s, u"http://127.0.0.1:%1"_s.arg(port)}, {u"code"_s, ticket.enrolment}}}
            .toJson(QJsonDocument::Compact);
    }

    QTemporaryDir folder;
    SimulatedClock clock{fromRfc3339(u"2026-11-23T10:00:00.000+01:00"_s)};
    std::unique_ptr<Centre> centre = Centre::open(folder.path(), clock).value();
    std::unique_ptr<CentralServer> server = std::make_unique<CentralServer>(*centre);
    quint16 port = 0;
};

/// Anne is its administrator; ten places a departure.
class CaveTill : public Tool
{
public:
    explicit CaveTill(const OneCentre &centre)
    {
        must(
            R"({"do":"create","attraction":{"legalName":"Essais","street":"Rue Une 1","postcode":"5000","city":"Ville","enterpriseNumber":"0999999922"},"till":"Caisse","administrator":"Anne","pin":"4321","secretStore":"file"})");
        must(R"({"do":"login","user":"Anne","pin":"4321"})");
        must(R"({"do":"put","kind":"pool","document":{"key":"grotte","name":"Visiteurs","capacity":10}})");
        must(R"({"do":"put","kind":"resource","document":{"key":"adulte","name":"Adulte","category":"adult"}})");
        must(
            R"({"do":"put","kind":"formula","document":{"key":"grotte","name":"Grotte","group":"offres","vat":"C","resources":[{"key":"adulte","prices":[{"price":1400}]}],"slotPatterns":[{"first":"10:00","last":"17:00","everyMinutes":30}],"pools":[{"pool":"grotte"}]}})");
        must(R"({"do":"open","float":10000})");
        must(centre.enrolment());
        must(R"({"do":"sync"})");
    }
    void add(int adults, const QByteArray &slot)
    {
        must(R"({"do":"add","formula":"grotte","slot":")" + slot + R"(","units":[{"resource":"adulte","quantity":)" +
             QByteArray::number(adults) + "}]}");
    }
    QJsonObject firstLine() { return must(R"({"do":"cart"})")[u"lines"_s].toArray().first().toObject(); }
    QByteArray paying() const { return R"({"do":"pay","method":"transfer","reference":"V1"})"; }
};

} // namespace

TEST_CASE("a script asks the centre for its places: sold out is said on the line and refused, and without a line the till sells on")
{
    OneCentre centre;
    CaveTill one{centre};
    CaveTill two{centre};
    one.add(8, "11:00");
    CHECK_FALSE(one.firstLine().contains(u"places"_s));
    two.add(5, "11:00");
    CHECK(two.firstLine()[u"places"_s] == u"sold_out"_s);
    CHECK(two.firstLine()[u"left"_s] == 2);
    CHECK(two.refusal(two.paying()) == u"capacity_full");
    one.must(one.paying());
    one.must(R"({"do":"validate"})");

    centre.server.reset();
    two.must(R"({"do":"clear"})");
    two.add(5, "11:30");
    CHECK(two.firstLine()[u"places"_s] == u"unconfirmed"_s);
    two.must(two.paying());
    two.must(R"({"do":"validate"})");
}

TEST_CASE("a script enrols with the text of the centre's QR, and with nothing that only looks like one")
{
    const OneCentre centre;
    Tool tool;
    tool.must(R"({"do":"create","demo":true,"secretStore":"file"})");
    tool.must(R"({"do":"login","user":"Claire","pin":"5555"})");
    const QString code = centre.centre->addTill(u"roches"_s, u"Caisse"_s).value().enrolment;
    const auto enrol = [](const QString &invitation) {
        return QJsonDocument{QJsonObject{{u"do"_s, u"enrol"_s}, {u"invitation"_s, invitation}}}.toJson(QJsonDocument::Compact);
    };
    CHECK(tool.refusal(enrol(u"guichet-enrol:http://centre.example#%1"_s.arg(code))) == u"invalid_input");
    CHECK(tool.refusal(enrol(u"https://centre.example"_s)) == u"invalid_input");
    CHECK(tool.must(enrol(u"guichet-enrol:http://127.0.0.1:%1#%2"_s.arg(centre.port).arg(code)))[u"enrolled"_s].toBool());
    tool.must(enrol(u"guichet-enrol:http://127.0.0.1:%1#%2"_s.arg(centre.port).arg(code))); // the same till, as after a lost answer
    CHECK(tool.refusal(enrol(u"guichet-enrol:http://127.0.0.1:%1#ABCDE12345"_s.arg(centre.port))) == u"code_rejected");
}

TEST_CASE("a script enrols with a code as people type it, and sends none that no centre gives")
{
    const OneCentre centre;
    Tool tool;
    tool.must(R"({"do":"create","demo":true,"secretStore":"file"})");
    tool.must(R"({"do":"login","user":"Claire","pin":"5555"})");
    const QString code = centre.centre->addTill(u"roches"_s, u"Caisse"_s).value().enrolment;
    const auto enrol = [&](const QString &typed) {
        return QJsonDocument{QJsonObject{{u"do"_s, u"enrol"_s}, {u"url"_s, u"http://127.0.0.1:%1"_s.arg(centre.port)}, {u"code"_s, typed}}}
            .toJson(QJsonDocument::Compact);
    };
    CHECK(tool.refusal(enrol(u"CODE"_s)) == u"invalid_input");
    CHECK(tool.refusal(enrol(code.left(9) + u"U"_s)) == u"invalid_input"); // no such digit
    CHECK(tool.must(enrol(code.left(5).toLower() + u"-"_s + code.mid(5)))[u"enrolled"_s].toBool());
}

TEST_CASE("a script moves a till to another account when it says so only, and with the same code")
{
    OneCentre centre;
    REQUIRE(centre.centre->addAccount({u"autre"_s, u"Autre"_s}));
    CaveTill till{centre};
    const QString code = centre.centre->addTill(u"autre"_s, u"Caisse"_s).value().enrolment;
    QJsonObject enrol{{u"do"_s, u"enrol"_s}, {u"url"_s, u"http://127.0.0.1:%1"_s.arg(centre.port)}, {u"code"_s, code}};
    const auto line = [&enrol] { return QJsonDocument{enrol}.toJson(QJsonDocument::Compact); };
    const QJsonObject refused = till.run(line());
    CHECK(refused[u"error"_s].toString() == u"invalid_input"_s);
    CHECK(refused[u"detail"_s].toString().contains(u"account roches"_s));
    CHECK(till.must(R"({"do":"sync_state"})")[u"account"_s].toString() == u"roches"_s);
    till.must(R"({"do":"sync"})"); // with the token that it had
    till.must(centre.enrolment()); // again in its own account: no question
    enrol[u"move"_s] = true;
    CHECK(till.must(line())[u"account"_s].toString() == u"autre"_s);
    till.must(R"({"do":"sync"})");
}

TEST_CASE("a script that names no certificate as the one to believe is told so, and that a centre elsewhere has https")
{
    const OneCentre centre;
    Tool tool;
    tool.must(R"({"do":"create","demo":true,"secretStore":"file"})");
    tool.must(R"({"do":"login","user":"Claire","pin":"5555"})");
    QJsonObject enrol{{u"do"_s, u"enrol"_s},
                      {u"url"_s, u"http://127.0.0.1:%1"_s.arg(centre.port)},
                      {u"code"_s, u"ABCDE12345"_s},
                      {u"authority"_s, u"no certificate"_s}};
    const QJsonObject garbage = tool.run(QJsonDocument{enrol}.toJson(QJsonDocument::Compact));
    CHECK(garbage[u"error"_s].toString() == u"invalid_input"_s);
    CHECK(garbage[u"detail"_s].toString().contains(u"no certificate in PEM"_s));
    enrol[u"url"_s] = u"http://192.0.2.20:8765"_s;
    const QJsonObject plain = tool.run(QJsonDocument{enrol}.toJson(QJsonDocument::Compact));
    CHECK(plain[u"detail"_s].toString().contains(u"https"_s));
}

TEST_CASE("a script that enrols at an address where somebody answers, but no centre is, is told to check it")
{
    const OneCentre centre;
    Tool tool;
    tool.must(R"({"do":"create","demo":true,"secretStore":"file"})");
    tool.must(R"({"do":"login","user":"Claire","pin":"5555"})");
    const QString address = u"http://127.0.0.1:%1/guichet"_s.arg(centre.port);
    const QJsonObject enrol{{u"do"_s, u"enrol"_s}, {u"url"_s, address}, {u"code"_s, u"ABCDE12345"_s}};
    const QJsonObject refused = tool.run(QJsonDocument{enrol}.toJson(QJsonDocument::Compact));
    CHECK(refused[u"error"_s].toString() == u"centre_unreachable"_s);
    CHECK(refused[u"detail"_s].toString() == u"no centre at %1: check the address"_s.arg(address));
}
