// SPDX-License-Identifier: GPL-3.0-or-later
// What a till makes of users, settings and profiles that others changed (decisions 25, docs/decisions/0032).
#include "core/crypto/Crypto.h"
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/LostValues.h"
#include "core/ledger/UserAdmission.h"
#include "core/ledger/WorkingStore.h"
#include "core/till/TillSettings.h"
#include "tests/core/ledger/stores/StoresFixture.h"

#include <algorithm>

using namespace guichet;

namespace {

QString oldPin()
{
    static const QString hash = hashPin(u"1111"_s).value_or(QString{});
    return hash;
}

QString newPin()
{
    static const QString hash = hashPin(u"2222"_s).value_or(QString{});
    return hash;
}

User person(const QString &key, Role role, const QString &pinHash = oldPin())
{
    return {.key = key, .email = {}, .displayName = key, .language = Language::French, .role = role, .pinHash = pinHash, .active = true};
}

/// A till whose only administrator is `boss`, in an account in which others speak.
struct AdmissionFixture : StoresFixture
{
    AdmissionFixture()
    {
        REQUIRE(WorkingStore{*db}.setValue(workingvalue::tillKey, u"accueil"_s));
        put(person(u"boss"_s, Role::Administrator));
        put(person(u"anne"_s, Role::Manager));
        begin();
    }
    void begin(UserManagement management = UserManagement::Local)
    {
        REQUIRE(inTransaction(*db, [&]() -> Result<> {
            TRY(admission.setManagement(management));
            return feed.begin(u"here"_s, true, now());
        }));
    }
    DocumentChange now()
    {
        clock.advance(std::chrono::seconds{1});
        return {.user = u"boss"_s, .at = clock.now()};
    }
    void put(const User &user) { REQUIRE(documents.put(DocumentKind::User, toJson(user), now())); }
    /// Another till says it, after all that was said here.
    bool says(DocumentKind kind, const QString &of, const QMap<QString, QJsonValue> &fields)
    {
        clock.advance(std::chrono::seconds{1});
        SharedChange change{.kind = kind,
                            .key = of,
                            .stamp = {hlcOf(clock.now()), u"there"_s},
                            .fields = {},
                            .erased = false,
                            .user = u"paul"_s,
                            .at = clock.now()};
        for (auto it = fields.begin(); it != fields.end(); ++it)
            change.fields[it.key()] = {.value = it.value(), .over = {}};
        const auto taken = inTransaction(*db, [&] { return feed.take(change, clock.now()); });
        REQUIRE(taken);
        return *taken;
    }
    bool says(const QString &user, const QMap<QString, QJsonValue> &fields) { return says(DocumentKind::User, user, fields); }
    void saysNew(const User &user)
    {
        QMap<QString, QJsonValue> fields;
        const QJsonObject body = toJson(user);
        for (auto it = body.begin(); it != body.end(); ++it)
            fields[it.key()] = it.value();
        says(user.key, fields);
    }
    User standing(const QString &user) { return documents.user(user)->value_or(User{}); }
    std::vector<WaitingUser> waiting() { return *admission.waiting(); }

    DocumentStore documents{*db};
    DocumentFeed feed{*db};
    UserAdmission admission{*db};
};

} // namespace

TEST_CASE_METHOD(AdmissionFixture, "a manager who is lowered elsewhere is lowered here at once; what was raised elsewhere waits")
{
    CHECK(says(u"anne"_s, {{u"role"_s, u"administrator"_s}}) == false);
    CHECK(standing(u"anne"_s).role == Role::Manager);
    REQUIRE(waiting().size() == 1);
    CHECK(waiting().front().origin == u"there");
    CHECK(waiting().front().by == u"paul");
    CHECK(says(u"anne"_s, {{u"role"_s, u"seller"_s}}));
    CHECK(standing(u"anne"_s).role == Role::Seller);
    CHECK(waiting().empty());
}

TEST_CASE_METHOD(AdmissionFixture, "what waits takes effect when it is confirmed as it was shown, and not when more was said since")
{
    says(u"anne"_s, {{u"role"_s, u"administrator"_s}});
    const WaitingUser shown = waiting().front();
    says(u"anne"_s, {{u"pinHash"_s, newPin()}});
    CHECK(admission.confirm(shown, now()).error().code == ErrorCode::NotFound);
    CHECK(standing(u"anne"_s) == person(u"anne"_s, Role::Manager));
    REQUIRE(admission.confirm(waiting().front(), now()));
    CHECK(standing(u"anne"_s) == person(u"anne"_s, Role::Administrator, newPin()));
    CHECK(waiting().empty());
}

TEST_CASE_METHOD(AdmissionFixture, "what is refused is asked no more, until something else is said; a new name is nothing else")
{
    says(u"anne"_s, {{u"role"_s, u"administrator"_s}});
    REQUIRE(admission.refuse(waiting().front()));
    CHECK(waiting().empty());
    CHECK(says(u"anne"_s, {{u"displayName"_s, u"Anna"_s}}));
    CHECK(standing(u"anne"_s).displayName == u"Anna");
    CHECK(standing(u"anne"_s).role == Role::Manager);
    CHECK(waiting().empty());
    says(u"anne"_s, {{u"pinHash"_s, newPin()}});
    CHECK(waiting().size() == 1);
}

TEST_CASE_METHOD(AdmissionFixture,
                 "a new manager is nobody here until confirmed, and what is changed of him here meanwhile is said over it")
{
    saysNew(person(u"leo"_s, Role::Manager));
    CHECK(standing(u"leo"_s) == User{});
    REQUIRE(waiting().size() == 1);
    put(person(u"leo"_s, Role::Seller, newPin())); // an administrator here makes him a seller
    CHECK(waiting().empty());
    CHECK(standing(u"leo"_s) == person(u"leo"_s, Role::Seller, newPin()));
}

TEST_CASE_METHOD(AdmissionFixture, "what is said here of a user who waits does not say what waits")
{
    says(u"anne"_s, {{u"role"_s, u"administrator"_s}});
    User anne = standing(u"anne"_s);
    anne.email = u"anne@example.org"_s;
    put(anne);
    const auto said = feed.ownAfter(0, u"here"_s, 100);
    REQUIRE(said);
    CHECK(said->back().change.fields.keys() == QStringList{u"email"_s});
    REQUIRE(waiting().size() == 1);
    REQUIRE(admission.confirm(waiting().front(), now()));
    CHECK(standing(u"anne"_s).role == Role::Administrator);
    CHECK(standing(u"anne"_s).email == u"anne@example.org");
}

TEST_CASE_METHOD(AdmissionFixture,
                 "in whatever order it comes what others say of a user, the same waits, and the same stands once it is confirmed")
{
    const QDateTime tomorrow = clock.now().addDays(1);
    const auto change = [&](int minute, const QString &field, const QJsonValue &value) {
        return SharedChange{.kind = DocumentKind::User,
                            .key = u"anne"_s,
                            .stamp = {hlcOf(tomorrow.addSecs(60 * minute)), u"there"_s},
                            .fields = {{field, {.value = value, .over = {}}}},
                            .erased = false,
                            .user = u"paul"_s,
                            .at = tomorrow};
    };
    std::vector<SharedChange> changes{change(1, u"displayName"_s, u"Anna"_s), change(2, u"role"_s, u"administrator"_s),
                                      change(3, u"role"_s, u"seller"_s), change(4, u"role"_s, u"administrator"_s),
                                      change(5, u"pinHash"_s, newPin())};
    User expected = person(u"anne"_s, Role::Administrator, newPin());
    expected.displayName = u"Anna"_s;
    do {
        put(person(u"anne"_s, Role::Manager));
        begin();
        for (const SharedChange &one : changes)
            REQUIRE(inTransaction(*db, [&] { return feed.take(one, clock.now()); }));
        REQUIRE(waiting().size() == 1);
        CHECK(standing(u"anne"_s).role != Role::Administrator);
        CHECK(waiting().front().body == toJson(expected));
        REQUIRE(admission.confirm(waiting().front(), now()));
        CHECK(standing(u"anne"_s) == expected);
    } while (std::ranges::next_permutation(changes, {}, &SharedChange::stamp).found);
}

TEST_CASE_METHOD(AdmissionFixture, "the last administrator of a till stays one until another is confirmed, then goes by himself")
{
    const auto said = GENERATE(QMap<QString, QJsonValue>{{u"role"_s, u"seller"_s}}, QMap<QString, QJsonValue>{{u"active"_s, false}},
                               QMap<QString, QJsonValue>{{archivedField, true}});
    says(u"boss"_s, said);
    CHECK(standing(u"boss"_s) == person(u"boss"_s, Role::Administrator));
    REQUIRE(waiting().size() == 1);
    CHECK(admission.rise(waiting().front())->isLastAdministrator);
    CHECK(admission.confirm(waiting().front(), now()).error().code == ErrorCode::InvalidInput);
    CHECK(admission.refuse(waiting().front()).error().code == ErrorCode::InvalidInput);
    says(u"anne"_s, {{u"role"_s, u"administrator"_s}});
    CHECK(standing(u"boss"_s).role == Role::Administrator);
    const auto rows = waiting();
    const auto anne = std::ranges::find(rows, u"anne"_s, &WaitingUser::key);
    REQUIRE(anne != rows.end());
    REQUIRE(admission.confirm(*anne, now()));
    CHECK(waiting().empty());
    const auto boss = documents.get(DocumentKind::User, u"boss"_s);
    CHECK_FALSE(canAdminister({.user = standing(u"boss"_s), .archived = boss->value().archived}));
}

TEST_CASE_METHOD(AdmissionFixture, "an administrator whom somebody makes here lets the one go whom others have blocked")
{
    says(u"boss"_s, {{u"active"_s, false}});
    CHECK(standing(u"boss"_s).active);
    put(person(u"zoe"_s, Role::Administrator));
    CHECK_FALSE(standing(u"boss"_s).active);
    CHECK(waiting().empty());
}

TEST_CASE_METHOD(AdmissionFixture, "with central management users rise at once, and still nobody is locked out")
{
    begin(UserManagement::Central);
    says(u"boss"_s, {{u"active"_s, false}});
    CHECK(standing(u"boss"_s).active);
    saysNew(person(u"leo"_s, Role::Administrator));
    CHECK(standing(u"leo"_s).role == Role::Administrator);
    CHECK_FALSE(standing(u"boss"_s).active);
    CHECK(waiting().empty());
}

TEST_CASE_METHOD(AdmissionFixture, "a user is nobody's to forget by a line, and a hash that takes for ever to try is no user")
{
    const SharedChange gone{.kind = DocumentKind::User,
                            .key = u"boss"_s,
                            .stamp = {hlcOf(clock.now().addSecs(60)), u"there"_s},
                            .fields = {},
                            .erased = true,
                            .user = {},
                            .at = clock.now()};
    CHECK_FALSE(DocumentFeed::isTaken(gone));
    CHECK_FALSE(inTransaction(*db, [&] { return feed.take(gone, clock.now()); }));
    QString slow = oldPin();
    slow.replace(u"m=16384"_s, u"m=4194304"_s);
    REQUIRE(slow != oldPin());
    says(u"anne"_s, {{u"role"_s, u"seller"_s}, {u"pinHash"_s, slow}});
    CHECK(standing(u"anne"_s) == person(u"anne"_s, Role::Manager));
    CHECK(isPinHash(oldPin()));
    CHECK_FALSE(isPinHash(u"x"_s));
}

TEST_CASE_METHOD(AdmissionFixture, "the settings of the establishment are those of each till; what is of its machine stays and is not said")
{
    TillSettings settings;
    settings.tillKey = u"accueil"_s;
    settings.receiptPrinter = u"tcp:192.0.2.7"_s;
    REQUIRE(documents.put(DocumentKind::Settings, toJson(settings), now()));
    const auto said = feed.ownAfter(0, u"here"_s, 100);
    REQUIRE(said);
    CHECK(said->back().change.key == establishmentKey);
    CHECK_FALSE(said->back().change.fields.contains(u"receiptPrinter"_s));
    CHECK(said->back().change.fields.value(u"tillKey"_s).value == establishmentKey);
    CHECK(says(DocumentKind::Settings, establishmentKey, {{u"blindCount"_s, true}, {u"receiptPrinter"_s, u"screen"_s}}));
    TillSettings expected = settings;
    expected.blindCount = true;
    CHECK(*documents.ownSettings() == expected);
    expected.sounds = false; // of this machine: nobody hears of it
    REQUIRE(documents.put(DocumentKind::Settings, toJson(expected), now()));
    const auto after = feed.ownAfter(0, u"here"_s, 100);
    CHECK(after->size() == said->size());
    CHECK(*documents.ownSettings() == expected);
}

TEST_CASE_METHOD(AdmissionFixture, "a setting of the establishment that lost is said again, and is that of this till too")
{
    TillSettings settings;
    settings.tillKey = u"accueil"_s;
    settings.giftValidityMonths = 12;
    REQUIRE(documents.put(DocumentKind::Settings, toJson(settings), now()));
    settings.giftValidityMonths = 36;
    REQUIRE(documents.put(DocumentKind::Settings, toJson(settings), now()));
    says(DocumentKind::Settings, establishmentKey, {{u"giftValidityMonths"_s, 6}}); // not knowing
    CHECK(documents.ownSettings()->giftValidityMonths == 6);
    const auto lost = LostValues{*db}.all();
    REQUIRE(lost);
    REQUIRE(lost->size() == 1);
    REQUIRE(LostValues{*db}.restore(lost->front(), now()));
    CHECK(documents.ownSettings()->giftValidityMonths == 36);
}

TEST_CASE("what is of one machine is a field of the settings or of a profile")
{
    for (const QString &field : ownFields(DocumentKind::Settings))
        CHECK(toJson(TillSettings{}).contains(field));
    for (const QString &field : ownFields(DocumentKind::TillProfile))
        CHECK(toJson(TillProfile{}).contains(field));
}

TEST_CASE_METHOD(AdmissionFixture, "a till keeps its own profile and its code, whatever is said of it; the name may be another")
{
    const QJsonObject profile{{u"key"_s, u"accueil"_s}, {u"name"_s, u"Accueil"_s}, {u"kind"_s, u"desk"_s}, {u"code"_s, u"07"_s}};
    REQUIRE(documents.put(DocumentKind::TillProfile, profile, now()));
    const auto said = feed.ownAfter(0, u"here"_s, 100);
    REQUIRE(said);
    CHECK_FALSE(said->back().change.fields.contains(u"code"_s));
    CHECK(says(DocumentKind::TillProfile, u"accueil"_s, {{u"code"_s, u"01"_s}, {u"name"_s, u"Entrée"_s}, {archivedField, true}}));
    const Document standing = documents.get(DocumentKind::TillProfile, u"accueil"_s)->value();
    CHECK(standing.body.value(u"code").toString() == u"07");
    CHECK(standing.body.value(u"name").toString() == u"Entrée");
    CHECK_FALSE(standing.archived);
    CHECK_FALSE(says(DocumentKind::TillProfile, u"accueil"_s, {{u"code"_s, u"02"_s}})); // nothing is left of it
}
