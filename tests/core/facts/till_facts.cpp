// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/facts/FactGenerators.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

StockMovement anyMovement()
{
    return {.id = anyId<StockMovement>(),
            .product = anyText(),
            .kind = anyOf(StockMovementKind::Transfer),
            .quantity = anyCount(),
            .user = anyText(),
            .at = anyInstantOrNone()};
}

VisitorsContent::Row anyVisitors()
{
    return {.origin = {.country = anyText(), .postcode = anyText(), .province = anyText()}, .persons = anyCount()};
}

CashCount anyCashCount()
{
    CashCount count;
    count.set(5000, *rc::gen::inRange(0, 5));
    count.set(1, *rc::gen::inRange(0, 5));
    return count;
}

} // namespace

TEST_CASE("any fact of the till itself read back is the one written")
{
    property("round trip", [] {
        const StockContent stock{.movements = several(anyMovement)};
        RC_ASSERT((stockContentFromJson(toJson(stock)) == stock));
        const VisitorsContent visitors{.rows = several(anyVisitors)};
        RC_ASSERT((visitorsContentFromJson(toJson(visitors)) == visitors));
        const SessionOpenedContent session{
            .session = anyId<TillSession>(), .expectedFloat = anyAmount(), .countedFloat = anyAmount(), .count = anyCashCount()};
        RC_ASSERT((sessionOpenedContentFromJson(toJson(session)) == session));
        const CashMovedContent cash{.kind = anyOf(CashMovementKind::Drop), .amount = anyAmount(), .reason = anyText()};
        RC_ASSERT((cashMovedContentFromJson(toJson(cash)) == cash));
        const DrawerOpenedContent drawer{.reason = anyText()};
        RC_ASSERT((drawerOpenedContentFromJson(toJson(drawer)) == drawer));
        const CopyContent copy{.document = anyDocument(), .copy = anyCount()};
        RC_ASSERT((copyContentFromJson(toJson(copy)) == copy));
        const TechnicalContent technical{.event = anyOf(TechnicalEvent::CustomerErased),
                                         .details = {{u"file"_s, anyText()}, {u"n"_s, anyCount()}}};
        RC_ASSERT((technicalContentFromJson(toJson(technical)) == technical));
    });
}

TEST_CASE("a technical event carries its JET code, and no other")
{
    const QJsonObject start = toJson(TechnicalContent{.event = TechnicalEvent::Start, .details = {}});
    CHECK(start == QJsonObject{{u"event"_s, u"START"_s}, {u"jet"_s, 80}});
    CHECK(technicalContentFromJson({{u"event"_s, u"START"_s}, {u"jet"_s, 40}}).error().detail == u"jet: is not that of the event"_s);
    CHECK_FALSE(technicalContentFromJson({{u"event"_s, u"START"_s}}));
    CHECK_FALSE(technicalContentFromJson({{u"event"_s, u"CLOCK_JUMP"_s}, {u"jet"_s, 80}}));
    CHECK(technicalContentFromJson({{u"event"_s, u"CLOCK_JUMP"_s}}));
}

TEST_CASE("a float is counted in denominations that exist")
{
    QJsonObject opened = toJson(SessionOpenedContent{});
    opened.insert(u"session"_s, u"018f0000-0000-7000-8000-000000000001"_s);
    REQUIRE(sessionOpenedContentFromJson(opened));
    opened.insert(u"count"_s, QJsonObject{{u"300"_s, 1}});
    CHECK_FALSE(sessionOpenedContentFromJson(opened));
    opened.insert(u"count"_s, QJsonObject{{u"500"_s, 0}});
    CHECK_FALSE(sessionOpenedContentFromJson(opened));
}
