// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/User.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto sellerAlone = {Right::OpenSession, Right::Sell,       Right::Park,        Right::CollectBalance,
                              Right::SellGift,    Right::RedeemGift, Right::ReprintLast, Right::LateClosing};
constexpr auto sellerApproved = {Right::GiveFree, Right::ChangePrice, Right::Refund,        Right::Cancel,        Right::ChangeDossier,
                                 Right::MoveCash, Right::OpenDrawer,  Right::ForceCapacity, Right::CorrectPayment};
constexpr auto managerOnly = {Right::ReportX,       Right::ReportZ,        Right::Reprint,    Right::MoveStock, Right::EditCatalogue,
                              Right::EraseCustomer, Right::ResolvePayment, Right::RefundGift, Right::BlockGift, Right::Training};
constexpr auto administratorOnly = {Right::EditUsers, Right::EditSettings, Right::EditVat, Right::ManageKeys, Right::OpenReplaced};

void checkAll(Role role, std::initializer_list<Right> rights, Permission expected)
{
    for (const Right right : rights) {
        INFO("right " << static_cast<int>(right));
        CHECK(permission(role, right) == expected);
    }
}

User aManager()
{
    return {.key = u"u2"_s,
            .email = u"marie@example.org"_s,
            .displayName = u"Marie"_s,
            .language = Language::Dutch,
            .role = Role::Manager,
            .pinHash = u"$argon2id$v=19$x"_s,
            .active = false};
}

} // namespace

TEST_CASE("a vendeur sells alone, corrects with a manager's PIN and does nothing else")
{
    checkAll(Role::Seller, sellerAlone, Permission::Granted);
    checkAll(Role::Seller, sellerApproved, Permission::WithApproval);
    checkAll(Role::Seller, managerOnly, Permission::Denied);
    checkAll(Role::Seller, administratorOnly, Permission::Denied);
}

TEST_CASE("an utilisateur does all but users, settings, VAT and keys")
{
    checkAll(Role::Manager, sellerAlone, Permission::Granted);
    checkAll(Role::Manager, sellerApproved, Permission::Granted);
    checkAll(Role::Manager, managerOnly, Permission::Granted);
    checkAll(Role::Manager, administratorOnly, Permission::Denied);
}

TEST_CASE("an administrateur does everything")
{
    checkAll(Role::Administrator, sellerAlone, Permission::Granted);
    checkAll(Role::Administrator, sellerApproved, Permission::Granted);
    checkAll(Role::Administrator, managerOnly, Permission::Granted);
    checkAll(Role::Administrator, administratorOnly, Permission::Granted);
}

TEST_CASE("a PIN is four to eight digits")
{
    CHECK(isValidPin(u"1234"_s));
    CHECK(isValidPin(u"00000000"_s));
    CHECK_FALSE(isValidPin(u"123"_s));
    CHECK_FALSE(isValidPin(u"123456789"_s));
    CHECK_FALSE(isValidPin(u"12a4"_s));
    CHECK_FALSE(isValidPin(u"١٢٣٤"_s));
    CHECK_FALSE(isValidPin(u" 1234"_s));
    CHECK_FALSE(isValidPin({}));
}

TEST_CASE("the fifth wrong PIN locks for half a minute, then twice as long each time, at most a quarter of an hour")
{
    CHECK(lockOutAfter(0) == 0s);
    CHECK(lockOutAfter(4) == 0s);
    CHECK(lockOutAfter(5) == 30s);
    CHECK(lockOutAfter(6) == 60s);
    CHECK(lockOutAfter(7) == 2min);
    CHECK(lockOutAfter(9) == 8min);
    CHECK(lockOutAfter(10) == 15min);
    CHECK(lockOutAfter(1'000'000) == 15min);
}

TEST_CASE("a user read back is the user written")
{
    const auto read = userFromJson(toJson(aManager()));
    REQUIRE(read);
    CHECK(*read == aManager());
}

TEST_CASE("a user document with an unknown role, language or field is refused")
{
    const auto refused = [](const QString &field, const QJsonValue &value) {
        QJsonObject document = toJson(aManager());
        document.insert(field, value);
        const auto read = userFromJson(document);
        return !read && read.error().code == ErrorCode::InvalidInput;
    };
    CHECK(refused(u"role"_s, u"boss"_s));
    CHECK(refused(u"language"_s, u"it"_s));
    CHECK(refused(u"pin"_s, u"1234"_s));
    CHECK(refused(u"active"_s, 1));
    CHECK(refused(u"key"_s, QJsonValue{}));
    CHECK(refused(u"displayName"_s, QString{u'\0'}));
}
