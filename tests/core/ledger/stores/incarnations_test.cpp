// SPDX-License-Identifier: GPL-3.0-or-later
// A till that was restored: its numbers begin again at 1 while its session goes on (decisions 13).
#include "core/ledger/FoundFacts.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"
#include "core/ledger/Rebuild.h"
#include "core/ledger/StockStore.h"
#include "core/selling/Settlement.h"
#include "tests/core/ledger/stores/StoresFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

void requireReplay(StoresFixture &till)
{
    const auto fresh = Database::openInMemory();
    REQUIRE(migrate(**fresh));
    REQUIRE(replayInto(*till.db, **fresh, till.projector));
    REQUIRE(*firstDifference(*till.db, **fresh, till.projector.projectionTables()) == QString{});
}

void sellSome(StoresFixture &till)
{
    const SaleContent sold = till.sellForCash(till.cart({good(u"pen"_s, 2, 303), ticket(u"adult"_s, 1)}, u"DIX"_s));
    till.refund(sold.dossier, {.lines = {{.line = sold.lines[0].priced.id, .units = 1}}, .reason = u"rain"_s}, paymentBy(u"cash"_s, 0));
    const SaleContent order = till.order(till.cart({ticket(u"child"_s, 2)}), cents(500));
    till.settle(order, {paymentBy(u"bancontact"_s, order.total.cents() - 500)});
    till.gift(FactType::GiftIssued, u"G%1"_s.arg(++till.counter), cents(1000));
    till.moveCash(CashMovementKind::In, cents(700));
    REQUIRE(till.append(FactType::DrawerOpened, toJson(DrawerOpenedContent{u"change"_s})));
}

} // namespace

TEST_CASE_METHOD(StoresFixture,
                 "a session goes on after a restore: what was sold before and after adds up, and a replay gives the same rows")
{
    open();
    sellSome(*this);
    const Report half = report();
    reincarnate();
    sellSome(*this);
    const Report whole = report();
    CHECK(whole.net == half.net + half.net);
    CHECK(whole.saleCount == 2 * half.saleCount);
    CHECK(whole.refunds == half.refunds + half.refunds);
    CHECK(whole.cash.expected() - whole.cash.openingFloat == (half.cash.expected() - half.cash.openingFloat) * 2);
    CHECK(whole.advancesReceived == half.advancesReceived * 2);
    REQUIRE(whole.items.size() == half.items.size());
    for (size_t i = 0; i < half.items.size(); ++i) {
        CHECK(whole.items[i].quantity == 2 * half.items[i].quantity);
        CHECK(whole.items[i].title == half.items[i].title);
    }
    CHECK(whole.identityLeft() == whole.identityRight());
    const Report closed = close();
    CHECK(reportDifferences(closed, report()).isEmpty());
    requireReplay(*this);
}

TEST_CASE_METHOD(StoresFixture, "facts that name themselves are those of their incarnation, in histories and as last sale")
{
    open();
    const SaleContent before = sellForCash(cart({good(u"pen"_s, 1, 303)}));
    reincarnate();
    const SaleContent after = sellForCash(cart({good(u"bat"_s, 1, 505)}));
    const DossierStore dossiers{*db};
    CHECK(dossiers.lastSale(session)->value() == after.dossier);
    CHECK(dossiers.detail(before.dossier)->history.size() == 2);
    CHECK(dossiers.detail(after.dossier)->history.size() == 2);
    CHECK(dossiers.detail(after.dossier)->history.back().document == DocumentNumber{u"R2-"_s, 1});
    CHECK(dossiers.detail(before.dossier)->history.back().document == DocumentNumber{u"R"_s, 1});
    CHECK(StockStore{*db}.movements(u"bat"_s, 10)->size() == 1);
}

TEST_CASE_METHOD(StoresFixture, "two Z of one number are two, and a count that is completed is that of its own")
{
    open();
    sellForCash(cart({good(u"pen"_s, 1, 303)}));
    const Id<TillSession> first = session;
    Report uncounted = report();
    uncounted.kind = Report::Kind::Z;
    uncounted.number = 1;
    uncounted.closedAt = clock.now();
    REQUIRE(append(FactType::ZReport, reportToJson(uncounted), EventLabel::R, u"Z"_s));
    reincarnate();
    open();
    sellForCash(cart({good(u"pen"_s, 2, 303)}));
    Report other = report();
    other.kind = Report::Kind::Z;
    other.number = 1;
    other.incarnation = 2;
    other.closedAt = clock.now();
    REQUIRE(append(FactType::ZReport, reportToJson(other), EventLabel::R, u"Z"_s));
    const ZStore reports{*db};
    CHECK(*reports.zNumbers(chain.till) == std::vector<ZNumber>{{1, 2}, {1, 1}});
    CHECK(*reports.uncountedZ(chain.till) == std::vector<ZNumber>{{1, 2}, {1, 1}});
    session = first;
    REQUIRE(append(FactType::CountCompleted, {{u"zNumber"_s, 1}, {u"countedAmount"_s, 15'300}, {u"count"_s, QJsonObject{}}}));
    CHECK(*reports.uncountedZ(chain.till) == std::vector<ZNumber>{{1, 2}});
    CHECK(reports.zReport(chain.till, {1, 1})->cash.countedAmount == cents(15'300));
    CHECK_FALSE(reports.zReport(chain.till, {1, 2})->cash.counted);
    CHECK(reports.zReport(chain.till, {1, 2})->net == cents(606));
    CHECK(SessionStore{*db}.session(first)->value().counted);
    CHECK_FALSE(SessionStore{*db}.lastClosed(chain.till)->value().counted);
}

TEST_CASE_METHOD(
    StoresFixture,
    "what was written after the fact from which the next incarnation goes on is found: in no session, and a replay says the same")
{
    open();
    sellSome(*this);
    const Report known = report();
    const Journal::Head handover = *journal->head();
    sellSome(*this);
    const int sales = report().saleCount - known.saleCount;
    REQUIRE(sales > 0);
    close(); // of the machine before: it closes nothing
    const Id<TillSession> first = session;
    open();
    sellForCash(cart({good(u"pen"_s, 1, 303)})); // in a session of its own, which nobody knows either
    session = first;
    CHECK(*foundFactsOf(*db, chain.till) == FoundFacts{});

    key = KeyPair::generate();
    chain = {.till = chain.till,
             .incarnation = 2,
             .key = key.publicKey(),
             .previousNumber = handover.position.number,
             .previousHash = handover.hash,
             .previousTotals = handover.totals};
    REQUIRE(Journal::registerChain(*db, chain));
    journal.emplace(*db, projector, clock, chain, key);
    z = 0;
    CHECK(reportDifferences(known, report()).isEmpty());
    CHECK(SessionStore{*db}.openOf(chain.till)->value().id == first);
    CHECK(ZStore{*db}.zNumbers(chain.till)->empty());
    const FoundFacts found = *foundFactsOf(*db, chain.till);
    CHECK(found.sales == sales + 1);
    CHECK(found.facts > found.sales);
    CHECK(*isFound(*db, {chain.till, 1, handover.position.number + 1}));
    CHECK_FALSE(*isFound(*db, handover.position));
    CHECK_FALSE(*isFound(*db, {chain.till, 2, 1}));
    requireReplay(*this);

    sellSome(*this);
    const Report closed = close();
    CHECK(closed.saleCount == known.saleCount + sales);
    CHECK(reportDifferences(closed, report()).isEmpty());
    requireReplay(*this);
}

TEST_CASE_METHOD(StoresFixture, "no incarnation gives a number that another may have given")
{
    const DossierStore dossiers{*db};
    const QDate day = clock.now().date();
    CHECK(*dossiers.countOfDay(chain.till, day) == 0);
    CHECK(*dossiers.countOfDay(chain.till, day, 2) == 32'768);
    CHECK(*dossiers.countOfDay(chain.till, day, 3) == 65'536);
    CHECK(*dossiers.orderCount(chain.till) == 0);
    CHECK(*dossiers.orderCount(chain.till, 2) == 100'000);
    CHECK(dossierNumber(day, u"01"_s, 32'769).endsWith(u"011001"_s));
}

TEST_CASE("how a Z is called is read as it is written")
{
    CHECK(ZNumber{7}.toString() == u"7");
    CHECK(ZNumber{7, 2}.toString() == u"2-7");
    for (const ZNumber &number : {ZNumber{7}, ZNumber{7, 2}})
        CHECK(ZNumber::fromString(number.toString()) == number);
    for (const auto &bad : {u""_s, u"0"_s, u"-1"_s, u"1-"_s, u"a"_s, u"1-2-3"_s, u" 1"_s})
        CHECK_FALSE(ZNumber::fromString(bad));
}

TEST_CASE_METHOD(StoresFixture, "migrations: a ledger whose tables do not know their incarnation becomes equal to a replay", "[sqlite]")
{
    open();
    sellSome(*this);
    close();
    REQUIRE(journal->appendTechnical(TechnicalEvent::Start));
    reincarnate();
    open();
    sellSome(*this);
    session = {}; // stock comes in outside any session
    StockMovement movement;
    movement.id = Id<StockMovement>::generate();
    movement.product = u"pen"_s;
    movement.quantity = 40;
    REQUIRE(append(FactType::StockMoved, toJson(StockContent{.movements = {movement}})));

    const auto old = asOf(4);
    REQUIRE(migrate(*old));
    CHECK(*firstDifference(*old, *db, projector.projectionTables()) == QString{});
}
