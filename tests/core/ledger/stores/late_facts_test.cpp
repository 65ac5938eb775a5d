// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"
#include "core/ledger/Rebuild.h"
#include "tests/core/ledger/stores/StoresFixture.h"

using namespace guichet;

namespace {

/// Another till of the attraction, with a key and a ledger of its own.
struct OtherTill : StoresFixture
{
    explicit OtherTill(const QString &till)
    {
        key = KeyPair::generate();
        chain = {.till = till, .key = key.publicKey()};
        REQUIRE(Journal::registerChain(*db, chain));
        journal.emplace(*db, projector, clock, chain, key);
    }
};

void knows(StoresFixture &till, const StoresFixture &other)
{
    ChainIdentity seen = other.chain;
    seen.own = false;
    REQUIRE(Journal::registerChain(*till.db, seen));
}

/// Everything that `from` wrote itself.
void receiveAll(StoresFixture &till, StoresFixture &from)
{
    REQUIRE(forEachFact(*from.db, 0, [&](const Fact &fact, qint64) -> Result<> {
        return fact.body.position.till == from.chain.till ? till.journal->receive(fact) : Result<>{};
    }));
}

qint64 rowsOfProjections(StoresFixture &till)
{
    qint64 rows = 0;
    for (const QString &table : till.projector.projectionTables())
        rows += till.count(table);
    return rows;
}

/// Appends the fact with each statement failing once: nothing of it may stay behind.
void appendWithEveryFailure(StoresFixture &till, const FactDraft &draft)
{
    INFO(factTypeName(draft.type).toStdString());
    const qint64 before = rowsOfProjections(till);
    int n = 0;
    for (failNthQueryForTest(n); !till.journal->append(draft); failNthQueryForTest(++n)) {
        failNthQueryForTest(-1);
        REQUIRE(n < 80); // Everything has a limit, loops in tests too.
        REQUIRE(rowsOfProjections(till) == before);
    }
    failNthQueryForTest(-1);
    REQUIRE(n >= 2); // At least the fact and one row.
}

} // namespace

TEST_CASE("facts of several tills give the same rows in whatever order they arrive")
{
    OtherTill desk{u"018f0000-0000-7000-8000-00000000000a"_s};
    OtherTill shop{u"018f0000-0000-7000-8000-00000000000b"_s};
    desk.open();
    const SaleContent sale =
        desk.sell(desk.cart({ticket(u"adult"_s, 2), good(u"bat"_s, 1, 1499)}, u"DIX"_s), {paymentBy(u"bancontact"_s, 3509)});
    const SaleContent dropped = desk.order(desk.cart({ticket(u"child"_s, 6)}), {});
    const SaleContent kept = desk.order(desk.cart({ticket(u"adult"_s, 3)}, u"DIX"_s), cents(1000));
    desk.gift(FactType::GiftIssued, u"G1"_s, cents(5000), QDate{2027, 11, 23});

    knows(shop, desk);
    receiveAll(shop, desk);
    shop.clock.advance(std::chrono::hours{1});
    shop.open();
    shop.refund(sale.dossier, {.lines = {{.line = sale.lines[1].priced.id, .units = 1}}, .reason = u"broken"_s, .restock = true},
                paymentBy(u"bancontact"_s, 0));
    REQUIRE(shop.append(FactType::DossierCancelled,
                        toJson(CancelContent{.dossier = dropped.dossier, .dossierNumber = dropped.dossierNumber, .reason = u"rain"_s})));
    shop.settle(kept, {paymentBy(u"bancontact"_s, kept.total.cents() - 1000)});
    REQUIRE(shop.append(FactType::CheckIn, toJson(CheckInContent{.dossier = sale.dossier, .line = sale.lines[0].priced.id, .units = 2})));
    shop.gift(FactType::GiftUsed, u"G1"_s, cents(-2000));

    StoresFixture inOrder;
    StoresFixture reversed;
    for (StoresFixture *till : {&inOrder, &reversed}) {
        knows(*till, desk);
        knows(*till, shop);
    }
    receiveAll(inOrder, desk);
    receiveAll(inOrder, shop);
    receiveAll(reversed, shop); // Refund, cancellation and settlement before what they speak of.
    receiveAll(reversed, desk);
    const auto difference = firstDifference(*inOrder.db, *reversed.db, inOrder.projector.projectionTables());
    REQUIRE(difference);
    REQUIRE(*difference == QString{});
    REQUIRE(selectInteger(*reversed.db, "SELECT CAST(SUM(units) AS BIGINT) FROM visit_use") == 5);
    REQUIRE(DossierStore{*reversed.db}.row(dropped.dossier)->state == DossierState::Cancelled);
}

TEST_CASE("a dossier that names two customers names the same of them in whatever order the facts arrive")
{
    OtherTill desk{u"018f0000-0000-7000-8000-00000000000a"_s};
    OtherTill shop{u"018f0000-0000-7000-8000-00000000000b"_s};
    desk.open();
    shop.open();
    SaleContent quoted = desk.content(desk.cart({good(u"bat"_s, 1, 1499)}));
    quoted.customer = dossierCustomerKey(quoted.dossier);
    SaleContent ordered = quoted; // the first was erased meanwhile
    ordered.customer = dossierCustomerKey(quoted.dossier, true);
    REQUIRE(desk.append(FactType::Quote, toJson(quoted)));
    REQUIRE(shop.append(FactType::Order, toJson(ordered)));
    StoresFixture inOrder;
    StoresFixture reversed;
    for (StoresFixture *till : {&inOrder, &reversed}) {
        knows(*till, desk);
        knows(*till, shop);
    }
    receiveAll(inOrder, desk);
    receiveAll(inOrder, shop);
    receiveAll(reversed, shop);
    receiveAll(reversed, desk);
    for (StoresFixture *till : {&inOrder, &reversed})
        REQUIRE(DossierStore{*till->db}.row(quoted.dossier)->customer == ordered.customer);
}

TEST_CASE_METHOD(StoresFixture, "any fact is projected whole or not at all, whichever statement fails")
{
    open();
    const SaleContent sold = sell(cart({ticket(u"adult"_s, 2), good(u"bat"_s, 2, 1499)}), {paymentBy(u"bancontact"_s, 5398)});
    const SaleContent booked = content(cart({ticket(u"child"_s, 4), good(u"pen"_s, 1, 300)}, u"DIX"_s));
    FactDraft draft;
    draft.session = session;
    draft.businessDate = businessDate;
    draft.actor.user = u"u1"_s;
    const auto next = [&](FactType type, const QJsonObject &json) {
        draft.type = type;
        draft.content = json;
        appendWithEveryFailure(*this, draft);
    };
    Payment deposit = paymentBy(u"bancontact"_s, 1000);
    deposit.dossier = booked.dossier;
    next(FactType::Payment,
         toJson(PaymentContent{
             .payment = deposit, .purpose = PaymentPurpose::Advance, .dossierNumber = booked.dossierNumber, .vat = booked.vat}));
    next(FactType::Order, toJson(booked));
    next(FactType::Quote, toJson(content(cart({good(u"pen"_s, 1, 300)}))));
    const auto refund = composeRefund(*DossierStore{*db}.sold(sold.dossier), {.lines = {}, .reason = u"rain"_s, .restock = true});
    REQUIRE(refund);
    next(FactType::Refund, toJson(*refund));
    next(FactType::GiftIssued,
         toJson(
             GiftContent{.code = u"G1"_s, .kind = GiftKind::Voucher, .amount = cents(2500), .dossier = {}, .expiresOn = {}, .reason = {}}));
    next(FactType::StockMoved, toJson(StockContent{.movements = {{.id = Id<StockMovement>::generate(),
                                                                  .product = u"bat"_s,
                                                                  .kind = StockMovementKind::Restock,
                                                                  .quantity = 12,
                                                                  .user = u"u1"_s,
                                                                  .at = clock.now()}}}));
    next(FactType::Visitors,
         toJson(VisitorsContent{.rows = {{.origin = {.country = u"FR"_s, .postcode = {}, .province = {}}, .persons = 2}}}));
    next(FactType::CashMoved, toJson(CashMovedContent{.kind = CashMovementKind::Drop, .amount = cents(10'000), .reason = u"bank"_s}));
    next(FactType::DossierCancelled,
         toJson(CancelContent{.dossier = booked.dossier, .dossierNumber = booked.dossierNumber, .reason = u"rain"_s}));
    const Report x = report();
    REQUIRE(x.cancellationCount == 1);
    REQUIRE(x.cancellations == booked.total);
    REQUIRE(x.quotes == 1);
    REQUIRE(x.cash.drops == cents(-10'000));
    next(FactType::ZReport, reportToJson(x));

    const auto fresh = Database::openInMemory();
    REQUIRE(fresh);
    REQUIRE(migrate(**fresh));
    REQUIRE(replayInto(*db, **fresh, projector));
    REQUIRE(firstDifference(*db, **fresh, projector.projectionTables()) == QString{});
}
