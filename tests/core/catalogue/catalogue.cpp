// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Catalogue.h"

#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Group group(const QString &key, int order)
{
    Group group;
    group.key = key;
    group.order = order;
    return group;
}

PromoCode code(const QString &key, const QString &printed)
{
    PromoCode code;
    code.key = key;
    code.code = printed;
    return code;
}

} // namespace

TEST_CASE("a promo code is found however it is typed")
{
    Catalogue catalogue;
    catalogue.promoCodes = {code(u"dix"_s, u"DIX10"_s), code(u"ete"_s, u"Été 2026"_s)};
    for (const QString &typed : {u"ete2026"_s, u" ÉTÉ 2026 "_s, u"été-2026"_s}) {
        REQUIRE(catalogue.promoCode(typed));
        CHECK(catalogue.promoCode(typed)->key == u"ete"_s);
    }
    CHECK_FALSE(catalogue.promoCode(u"ete"_s));
    CHECK_FALSE(catalogue.promoCode({}));
    CHECK_FALSE(catalogue.promoCode(u" - "_s));
}

TEST_CASE("things are found by their key and nothing by an unknown one")
{
    Catalogue catalogue;
    catalogue.groups = {group(u"a"_s, 0), group(u"b"_s, 0)};
    Pool boats;
    boats.key = u"boats"_s;
    catalogue.pools.insert(boats.key, boats);
    REQUIRE(catalogue.group(u"b"_s) == &catalogue.groups[1]);
    CHECK(catalogue.pool(u"boats"_s)->key == u"boats"_s);
    CHECK_FALSE(catalogue.group(u"c"_s));
    CHECK_FALSE(catalogue.pool(u"b"_s));
    CHECK_FALSE(catalogue.formula({}));
}

TEST_CASE("one reason key can stand in two lists")
{
    Catalogue catalogue;
    catalogue.reasons = {{.key = u"other"_s, .name = u"Autre geste"_s, .kind = Reason::Kind::Complimentary},
                         {.key = u"other"_s, .name = u"Autre mouvement"_s, .kind = Reason::Kind::CashMovement}};
    CHECK(catalogue.reason(Reason::Kind::CashMovement, u"other"_s)->name.french() == u"Autre mouvement"_s);
    CHECK_FALSE(catalogue.reason(Reason::Kind::Drawer, u"other"_s));
}

TEST_CASE("lists stand in their order, equal ones by key")
{
    Catalogue catalogue;
    catalogue.groups = {group(u"c"_s, 1), group(u"b"_s, 2), group(u"a"_s, 2), group(u"d"_s, -1)};
    catalogue.sort();
    QStringList keys;
    for (const Group &one : catalogue.groups)
        keys.push_back(one.key);
    CHECK(keys == QStringList{u"d"_s, u"c"_s, u"a"_s, u"b"_s});
}

TEST_CASE("days of the week are those of ISO 8601")
{
    constexpr Weekdays weekend = Weekdays::of({6, 7});
    CHECK(weekend.contains(QDate{2026, 11, 22}.dayOfWeek()));
    CHECK_FALSE(weekend.contains(QDate{2026, 11, 23}.dayOfWeek()));
    CHECK(Weekdays{}.contains(1));
}

TEST_CASE("a till without a profile is called by its key")
{
    Catalogue catalogue;
    catalogue.tills.push_back({.key = u"accueil"_s, .name = u"Accueil"_s});
    CHECK(catalogue.tillName(u"accueil"_s).french() == u"Accueil"_s);
    CHECK(catalogue.tillName(u"cafe"_s).french() == u"cafe"_s);
}
