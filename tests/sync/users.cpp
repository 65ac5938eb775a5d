// SPDX-License-Identifier: GPL-3.0-or-later
// What tills of one attraction say of its users, settings and tills (decisions 25): every till here has administrators of its own, `boss`
// among them, each with the PIN of that till.
#include "core/ledger/Restore.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/UserDesk.h"
#include "tests/sync/SyncDesk.h"

#include <QFile>
#include <QJsonDocument>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

void logInAs(SyncedTill &till, const QString &user, const QString &pin)
{
    must(till.staff().logIn(user, pin));
}

/// By the administrator of that till; who was connected is so again.
void putUser(SyncedTill &till, const QJsonObject &user)
{
    till.clock.advance(std::chrono::seconds{1});
    logInAs(till, u"boss"_s, u"3333"_s);
    must(BackOffice{till.workplace()}.put(CommandId::generate(), DocumentKind::User, user));
    logInAs(till, u"seller"_s, u"1111"_s);
}

QJsonObject user(const QString &key, Role role, const QString &pin = {})
{
    QJsonObject document{{u"key"_s, key}, {u"displayName"_s, key}, {u"role"_s, roleName(role)}};
    if (!pin.isEmpty())
        document[u"pin"_s] = pin;
    return document;
}

/// What waits of a user; none: nothing.
std::optional<UserDesk::Waiting> waitingOf(SyncedTill &till, const QString &key)
{
    for (const UserDesk::Waiting &waiting : must(UserDesk{till.workplace()}.all()))
        if (waiting.value.key == key)
            return waiting;
    return std::nullopt;
}

Role roleOf(SyncedTill &till, const QString &key)
{
    return must(DocumentStore{till.workplace().db()}.user(key)).value_or(User{}).role;
}

} // namespace

TEST_CASE("a user's role is reduced at one till while the other is offline: there he goes on until the line is back, and keeps his cart")
{
    TwoTills tills;
    SyncedTill &away = tills.second;
    logInAs(away, u"manager"_s, u"2222"_s);
    away.addAdults(2);
    CHECK(must(away.staff().permissionFor(Right::Refund)) == Permission::Granted);
    putUser(tills.first, user(u"manager"_s, Role::Seller));
    must(tills.line.exchange(tills.first));
    CHECK(must(away.staff().authorise(Right::Refund)).user == u"manager"); // nobody has told this till
    must(tills.line.exchange(away));
    CHECK(refusal(away.staff().authorise(Right::Refund)) == ErrorCode::NeedsApproval);
    CHECK(must(away.staff().current()).role == Role::Seller);
    CHECK(must(away.checkout().view()).cart.lines.size() == 1);
    must(away.pay(u"cash"_s));
    CHECK(must(away.validate()).content.lines.size() == 1); // a seller sells
    CHECK_FALSE(waitingOf(away, u"manager"_s));
}

TEST_CASE("an approval that was given is worth what its giver may when it is used")
{
    TwoTills tills;
    SyncedTill &away = tills.second;
    away.approveBy();
    putUser(tills.first, user(u"manager"_s, Role::Seller));
    tills.meet();
    CHECK(refusal(away.staff().authorise(Right::Refund)) == ErrorCode::NeedsApproval);
}

TEST_CASE("a user who is blocked at one till is nobody at the other once it hears of it; the cart stays for whoever comes next")
{
    TwoTills tills;
    SyncedTill &away = tills.second;
    logInAs(away, u"manager"_s, u"2222"_s);
    away.addAdults(2);
    QJsonObject blocked = user(u"manager"_s, Role::Manager);
    blocked[u"active"_s] = false;
    putUser(tills.first, blocked);
    tills.meet();
    CHECK(refusal(away.staff().current()) == ErrorCode::NotLoggedIn);
    CHECK_FALSE(away.staff().logIn(u"manager"_s, u"2222"_s));
    logInAs(away, u"seller"_s, u"1111"_s);
    CHECK(must(away.checkout().view()).cart.lines.size() == 1);
}

TEST_CASE("a manager made at one till is one at the other after a PIN of an administrator there, and no other")
{
    TwoTills tills;
    putUser(tills.first, user(u"anne"_s, Role::Manager, u"7777"_s));
    tills.meet();
    SyncedTill &there = tills.second;
    CHECK(there.state().usersToConfirm >= 1);
    CHECK_FALSE(there.staff().logIn(u"anne"_s, u"7777"_s));
    const auto waiting = waitingOf(there, u"anne"_s);
    REQUIRE(waiting);
    CHECK((waiting->rise.isNew && waiting->rise.to == Role::Manager));
    CHECK(waiting->by == u"boss");
    UserDesk desk{there.workplace()};
    CHECK(refusal(desk.confirm(CommandId::generate(), waiting->value)) == ErrorCode::NeedsAdministrator);
    there.approveBy(); // a manager's is not enough
    CHECK(refusal(desk.confirm(CommandId::generate(), waiting->value)) == ErrorCode::NeedsAdministrator);
    there.approveBy(u"boss"_s, u"3333"_s);
    const qint64 changes = there.countFacts(u"TECHNICAL"_s);
    must(desk.confirm(CommandId::generate(), waiting->value));
    CHECK(there.countFacts(u"TECHNICAL"_s) == changes + 1);
    CHECK(must(there.staff().logIn(u"anne"_s, u"7777"_s)).role == Role::Manager);
    CHECK_FALSE(waitingOf(there, u"anne"_s));
}

TEST_CASE("tills that were founded apart have other people under the same key: who made a manager is named as where he did")
{
    TwoTills tills;
    putUser(tills.first, {{u"key"_s, u"boss"_s}, {u"displayName"_s, u"Bob"_s}, {u"role"_s, roleName(Role::Administrator)}});
    putUser(tills.first, user(u"anne"_s, Role::Manager, u"7777"_s));
    tills.meet();
    SyncedTill &there = tills.second;
    REQUIRE(must(DocumentStore{there.workplace().db()}.user(u"boss"_s))->displayName == u"boss"); // a name goes with its PIN
    const auto made = waitingOf(there, u"anne"_s);
    REQUIRE(made);
    CHECK(made->name == u"anne");
    CHECK(made->by == u"Bob");
    const auto bob = waitingOf(there, u"boss"_s);
    REQUIRE(bob);
    CHECK((bob->name == u"Bob" && bob->standsAs == u"boss" && bob->by == u"Bob"));
}

TEST_CASE(
    "a till that came second brings no people: who made a manager there has no name at the first, least of all that of another person")
{
    TwoTills tills;
    SyncedTill &here = tills.first;
    putUser(here, {{u"key"_s, u"boss"_s}, {u"displayName"_s, u"Alice"_s}, {u"role"_s, roleName(Role::Administrator)}});
    tills.meet();
    putUser(tills.second, user(u"anne"_s, Role::Manager, u"7777"_s)); // by another boss
    tills.meet();
    const auto made = waitingOf(here, u"anne"_s);
    REQUIRE(made);
    CHECK(made->value.by == u"boss");
    CHECK(made->by.isEmpty());
    putUser(tills.second, {{u"key"_s, u"boss"_s}, {u"displayName"_s, u"Bob"_s}, {u"role"_s, roleName(Role::Administrator)}});
    tills.meet();
    CHECK(waitingOf(here, u"anne"_s)->by == u"Bob"); // said by now
}

TEST_CASE("what an administrator refuses stays as it was at his till, also for who is connected as administrator without a PIN")
{
    TwoTills tills;
    putUser(tills.first, user(u"seller"_s, Role::Administrator));
    tills.meet();
    SyncedTill &there = tills.second;
    CHECK(roleOf(there, u"seller"_s) == Role::Seller);
    const auto waiting = waitingOf(there, u"seller"_s);
    REQUIRE(waiting);
    CHECK((waiting->rise.from == Role::Seller && waiting->rise.to == Role::Administrator && !waiting->rise.hasNewPin));
    logInAs(there, u"boss"_s, u"3333"_s);
    UserDesk desk{there.workplace()};
    CHECK(refusal(desk.refuse(CommandId::generate(), waiting->value)) == ErrorCode::NeedsAdministrator);
    there.approveBy(u"boss"_s, u"3333"_s);
    must(desk.refuse(CommandId::generate(), waiting->value));
    CHECK_FALSE(waitingOf(there, u"seller"_s));
    CHECK(roleOf(there, u"seller"_s) == Role::Seller);
    CHECK(roleOf(tills.first, u"seller"_s) == Role::Administrator);
}

TEST_CASE("the PIN of an administrator is that of his till until it is confirmed; a seller's is everywhere at once")
{
    TwoTills tills;
    putUser(tills.first, user(u"boss"_s, Role::Administrator, u"8888"_s));
    tills.meet();
    CHECK(tills.second.staff().logIn(u"boss"_s, u"3333"_s));
    CHECK_FALSE(tills.second.staff().logIn(u"boss"_s, u"8888"_s));
    CHECK(tills.first.staff().logIn(u"boss"_s, u"8888"_s));
    tills.first.clock.advance(std::chrono::seconds{1});
    must(BackOffice{tills.first.workplace()}.setPin(CommandId::generate(), u"seller"_s, u"4444"_s));
    tills.meet();
    CHECK(tills.second.staff().logIn(u"seller"_s, u"4444"_s));
}

TEST_CASE("a till that was enrolled with central management of users lets them rise without a PIN")
{
    TwoTills tills{UserManagement::Central};
    putUser(tills.first, user(u"anne"_s, Role::Administrator, u"7777"_s));
    tills.meet();
    CHECK(must(tills.second.staff().logIn(u"anne"_s, u"7777"_s)).role == Role::Administrator);
    CHECK(tills.second.state().usersToConfirm == 0);
    putUser(tills.second, user(u"leo"_s, Role::Manager, u"6666"_s)); // the boss has the PIN that he has everywhere
    tills.meet();
    CHECK(waitingOf(tills.first, u"leo"_s)); // the first till was enrolled otherwise
}

TEST_CASE("all administrators of a till blocked from elsewhere: the last one stays, and goes when another is confirmed")
{
    TwoTills tills;
    putUser(tills.first, user(u"anne"_s, Role::Administrator, u"7777"_s));
    QJsonObject boss = user(u"boss"_s, Role::Administrator);
    boss[u"active"_s] = false;
    logInAs(tills.first, u"anne"_s, u"7777"_s);
    tills.first.clock.advance(std::chrono::seconds{1});
    must(BackOffice{tills.first.workplace()}.put(CommandId::generate(), DocumentKind::User, boss));
    tills.meet();
    SyncedTill &there = tills.second;
    REQUIRE(there.staff().logIn(u"boss"_s, u"3333"_s)); // or nobody could confirm anybody here
    const auto stays = waitingOf(there, u"boss"_s);
    REQUIRE(stays);
    CHECK(stays->rise.isLastAdministrator);
    there.approveBy(u"boss"_s, u"3333"_s);
    CHECK(refusal(UserDesk{there.workplace()}.confirm(CommandId::generate(), stays->value)) == ErrorCode::InvalidInput);
    there.approveBy(u"boss"_s, u"3333"_s);
    must(UserDesk{there.workplace()}.confirm(CommandId::generate(), waitingOf(there, u"anne"_s)->value));
    CHECK_FALSE(there.staff().logIn(u"boss"_s, u"3333"_s));
    CHECK(refusal(there.staff().current()) == ErrorCode::NotLoggedIn);
    CHECK(there.staff().logIn(u"anne"_s, u"7777"_s));
}

TEST_CASE("a till that is restored keeps whom its administrator had confirmed since the backup; without its ledger it asks again")
{
    TwoTills tills;
    SyncedTill &there = tills.second;
    putUser(tills.first, user(u"anne"_s, Role::Manager, u"7777"_s));
    tills.meet();
    must(backUp(there.workplace().db(), DataFolder{there.folder.path()}, there.clock.now()));
    there.clock.advance(std::chrono::seconds{1});
    there.approveBy(u"boss"_s, u"3333"_s);
    must(UserDesk{there.workplace()}.confirm(CommandId::generate(), waitingOf(there, u"anne"_s)->value));
    there.closeTill();
    const bool isLedgerLeft = GENERATE(true, false);
    if (!isLedgerLeft)
        REQUIRE(QFile::remove(DataFolder{there.folder.path()}.ledgerFile()));
    TillProjector projector;
    must(restoreNewest(there.folder.path(), {.projector = projector, .clock = there.clock, .keychain = there.secrets, .preferFile = true}));
    there.restart();
    CHECK(waitingOf(there, u"anne"_s).has_value() == !isLedgerLeft);
    CHECK(there.staff().logIn(u"anne"_s, u"7777"_s).has_value() == isLedgerLeft);
    CHECK(there.staff().logIn(u"boss"_s, u"3333"_s));
}

TEST_CASE("no PIN and no secret leaves a till: of a PIN its hash travels, of a machine nothing")
{
    TwoTills tills;
    putUser(tills.first, user(u"anne"_s, Role::Seller, u"76543210"_s));
    logInAs(tills.first, u"boss"_s, u"3333"_s);
    TillSettings settings = tills.first.workplace().settings;
    settings.receiptPrinter = u"tcp:192.0.2.77"_s;
    settings.blindCount = true;
    must(BackOffice{tills.first.workplace()}.saveSettings(CommandId::generate(), settings));
    tills.meet();
    const ChangesPage page = must(tills.line.trial.centre->changes({.account = u"roches"_s, .uid = u"x"_s}, 0));
    const QByteArray said = QJsonDocument{toJson(page)}.toJson();
    CHECK(said.contains("argon2id"));
    CHECK_FALSE(said.contains("76543210"));
    CHECK_FALSE(said.contains("192.0.2.77"));
    CHECK_FALSE(said.contains("secretStore"));
    CHECK(tills.second.workplace().settings.blindCount);
    CHECK(tills.second.workplace().settings.receiptPrinter != u"tcp:192.0.2.77");
}

TEST_CASE("the code of a till is its own: the profile that tills share does not bring another's")
{
    TwoTills tills;
    const auto codeOf = [](SyncedTill &till) { return till.workplace().catalogue->till(u"accueil"_s)->code; };
    CHECK(codeOf(tills.first) == u"01");
    CHECK(codeOf(tills.second) == u"02");
    logInAs(tills.first, u"boss"_s, u"3333"_s);
    QJsonObject profile = must(DocumentStore{tills.first.workplace().db()}.get(DocumentKind::TillProfile, u"accueil"_s))->body;
    profile[u"name"_s] = u"Entrée"_s;
    tills.first.clock.advance(std::chrono::seconds{1});
    must(BackOffice{tills.first.workplace()}.put(CommandId::generate(), DocumentKind::TillProfile, profile));
    tills.meet();
    CHECK(tills.second.workplace().catalogue->till(u"accueil"_s)->name.french() == u"Entrée");
    CHECK(codeOf(tills.second) == u"02");
    CHECK(tills.second.sell().mid(7, 2) == u"02"); // P, the date, the code
}
