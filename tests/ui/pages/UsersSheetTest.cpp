// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/usecases/Staff.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/format/ErrorText.h"
#include "ui/more/MoreScreen.h"
#include "ui/widgets/DataTable.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Another till makes Marie, who sells here, a manager.
void promoteElsewhere(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        workplace.centre = {.enrolled = true, .account = u"roches"_s, .waiting = 0, .usersToConfirm = 1, .lastContact = workplace.now()};
        DocumentFeed feed{workplace.db()};
        REQUIRE(inTransaction(workplace.db(), [&] { return feed.begin(workplace.tillUid(), true, {u"claire"_s, workplace.now()}); }));
        const SharedChange theirs{.kind = DocumentKind::User,
                                  .key = u"u1"_s,
                                  .stamp = {hlcOf(workplace.now().addSecs(60)), u"other"_s},
                                  .fields = {{u"role"_s, {.value = u"manager"_s, .over = {}}}},
                                  .erased = false,
                                  .user = u"u1"_s,
                                  .at = workplace.now()};
        REQUIRE(inTransaction(workplace.db(), [&] { return feed.take(theirs, workplace.now()); }));
        return true;
    });
}

Role roleOfMarie(PageDesk &desk)
{
    return desk.ask([](Workplace &workplace) { return DocumentStore{workplace.db()}.user(u"u1"_s)->value().role; });
}

void giveAdministratorsPin(PageDesk &desk)
{
    REQUIRE(desk.navigator.refusals == std::vector{ErrorCode::NeedsAdministrator});
    desk.ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.approve(u"Claire"_s, u"5555"_s));
        return true;
    });
    desk.navigator.lastRetry();
    desk.settleAll();
}

} // namespace

TEST_CASE("Who rises at another till waits on the page Plus; an administrator's PIN lets it take effect, and nothing else")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s}; // connected as administrator: the PIN is asked all the same
    promoteElsewhere(desk);
    desk.open<MoreScreen>();
    desk.press(u"tile.users"_s);
    auto *table = desk.findChild<DataTable *>(u"users.table"_s);
    REQUIRE(table->count() == 1);
    table->selectId(u"0"_s);
    desk.settleAll();
    desk.pictures(u"more-users"_s);
    desk.press(u"users.confirm"_s);
    CHECK(roleOfMarie(desk) == Role::Seller);
    CHECK(errorSentence(desk.navigator.lastRefusal).startsWith(u"Confirmer Marie : "_s)); // who gives the code reads for whom
    giveAdministratorsPin(desk);
    CHECK(roleOfMarie(desk) == Role::Manager);
    CHECK(table->count() == 0);
}

TEST_CASE("Who rises at another till and is refused here is asked for no more")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    promoteElsewhere(desk);
    desk.open<MoreScreen>(u"users"_s);
    auto *table = desk.findChild<DataTable *>(u"users.table"_s);
    table->selectId(u"0"_s);
    desk.settleAll();
    desk.press(u"users.refuse"_s);
    CHECK(errorSentence(desk.navigator.lastRefusal).startsWith(u"Refuser Marie : "_s));
    giveAdministratorsPin(desk);
    CHECK(roleOfMarie(desk) == Role::Seller);
    CHECK(table->count() == 0);
}

TEST_CASE("What rises is said in words; of the last administrator nothing is decided")
{
    UserDesk::Waiting waiting;
    waiting.name = u"Joris"_s;
    waiting.standsAs = u"Marie"_s;
    waiting.rise = {.from = Role::Seller, .to = Role::Manager, .hasNewPin = true};
    UserDesk::Waiting last;
    last.name = u"Claire"_s;
    last.rise.isLastAdministrator = true;
    const UsersSheetState state = presentUsers({waiting, last});
    CHECK(state.rows[0].cells[0] == u"Joris (ici : Marie)");
    CHECK(state.rows[0].cells[1] == u"devient utilisateur, reçoit un nouveau code");
    CHECK(state.rows[0].cells[2] == u"une autre caisse");
    CHECK(state.rows[1].cells[1].contains(u"tant qu’il n’y en a pas d’autre"_s));
    CHECK(state.fixed == QStringList{u"1"_s});
    CentreState centre{.enrolled = true, .account = u"roches"_s, .usersToConfirm = 2};
    CHECK(presentCentre(centre, {}).users.contains(u"2 utilisateurs à confirmer"_s));
}

} // namespace guichet
