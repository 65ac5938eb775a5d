// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator decides on what other tills said of users (decisions 25).
#include "core/facts/HybridClock.h"
#include "core/ledger/CentreTrouble.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/MachineState.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/ConflictDesk.h"
#include "core/usecases/UserDesk.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A till in an account; another one speaks.
struct UserDeskFixture : TillFixture
{
    UserDeskFixture()
    {
        startDay();
        Database &db = workplace().db();
        must(inTransaction(db, [&] { return DocumentFeed{db}.begin(workplace().tillUid(), true, {u"boss"_s, clock.now()}); }));
    }
    void says(const QString &user, const QString &field, const QJsonValue &value)
    {
        clock.advance(std::chrono::seconds{1});
        const SharedChange change{.kind = DocumentKind::User,
                                  .key = user,
                                  .stamp = {hlcOf(clock.now()), u"there"_s},
                                  .fields = {{field, {.value = value, .over = {}}}},
                                  .erased = false,
                                  .user = u"boss"_s, // there
                                  .at = clock.now()};
        Database &db = workplace().db();
        must(inTransaction(db, [&]() -> Result<> {
            TRY(DocumentFeed{db}.take(change, clock.now()));
            return workplace().documentsChanged();
        }));
    }
    Role roleOf(const QString &user) { return must(DocumentStore{workplace().db()}.user(user))->role; }
    UserDesk users() { return UserDesk{workplace()}; }
};

} // namespace

TEST_CASE_METHOD(UserDeskFixture, "an administrator's PIN lets a user rise, once for the same command, and the journal says who did")
{
    says(u"manager"_s, u"role"_s, u"administrator"_s);
    CHECK(roleOf(u"manager"_s) == Role::Manager);
    const std::vector<UserDesk::Waiting> all = must(users().all());
    REQUIRE(all.size() == 1);
    CHECK(all.front().name == u"manager");
    CHECK(all.front().till.isEmpty()); // it has no Z here
    const CommandId id = CommandId::generate();
    approveBy(u"boss"_s, u"3333"_s);
    must(users().confirm(id, all.front().value));
    must(users().confirm(id, all.front().value)); // the answer was lost: no PIN is asked again
    CHECK(roleOf(u"manager"_s) == Role::Administrator);
    const QString last = must(selectText(workplace().db(), "SELECT CAST(body AS TEXT) FROM fact ORDER BY number DESC LIMIT 1"));
    CHECK(last.contains(u"boss"_s));
}

TEST_CASE_METHOD(UserDeskFixture, "who said it is named as his till calls him, and by nobody of that key here")
{
    REQUIRE(must(DocumentStore{workplace().db()}.user(u"boss"_s))); // another person than there
    says(u"manager"_s, u"role"_s, u"administrator"_s);
    CHECK(must(users().all()).front().by.isEmpty());
    says(u"boss"_s, u"displayName"_s, u"Bob"_s);
    CHECK(must(users().all()).front().by == u"Bob");
}

TEST_CASE_METHOD(UserDeskFixture, "nobody decides on users in training, nor with the PIN of a manager")
{
    says(u"seller"_s, u"role"_s, u"manager"_s);
    const WaitingUser waiting = must(users().all()).front().value;
    approveBy();
    CHECK(refusal(users().confirm(CommandId::generate(), waiting)) == ErrorCode::NeedsAdministrator);
    workplace().training = true;
    approveBy(u"boss"_s, u"3333"_s);
    CHECK(refusal(users().confirm(CommandId::generate(), waiting)) == ErrorCode::TrainingActive);
    CHECK(refusal(users().refuse(CommandId::generate(), waiting)) == ErrorCode::TrainingActive);
    workplace().training = false;
    CHECK(roleOf(u"seller"_s) == Role::Seller);
}

TEST_CASE_METHOD(UserDeskFixture, "what lost of a user is decided by an administrator, and takes no administrator away")
{
    must(staff().logIn(u"boss"_s, u"3333"_s));
    clock.advance(std::chrono::seconds{1});
    must(BackOffice{workplace()}.addUser(CommandId::generate(), {.key = u"zoe"_s, .email = {}, .displayName = u"Zoé"_s}, u"9999"_s));
    Database &db = workplace().db();
    QJsonObject zoe = must(DocumentStore{db}.get(DocumentKind::User, u"zoe"_s))->body;
    zoe[u"displayName"_s] = u"Zoé D."_s;
    clock.advance(std::chrono::seconds{1});
    must(BackOffice{workplace()}.put(CommandId::generate(), DocumentKind::User, zoe));
    says(u"zoe"_s, u"displayName"_s, u"Zoé M."_s); // not knowing
    const auto conflicts = must(ConflictDesk{workplace()}.all());
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().title.french() == u"Zoé M.");
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(refusal(ConflictDesk{workplace()}.restore(CommandId::generate(), conflicts.front().value)) == ErrorCode::NotAllowed);
    must(staff().logIn(u"boss"_s, u"3333"_s));
    must(setMachineState(db, centretrouble::up, codeName(ErrorCode::TillReplaced))); // nobody would hear it
    CHECK(refusal(ConflictDesk{workplace()}.restore(CommandId::generate(), conflicts.front().value)) == ErrorCode::TillReplaced);
    CHECK(must(ConflictDesk{workplace()}.all()).size() == 1);
    must(setMachineState(db, centretrouble::up, {}));
    must(ConflictDesk{workplace()}.restore(CommandId::generate(), conflicts.front().value));
    CHECK(must(DocumentStore{db}.user(u"zoe"_s))->displayName == u"Zoé D.");
}
