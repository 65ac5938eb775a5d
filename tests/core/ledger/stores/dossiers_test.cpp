// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CapacityStore.h"
#include "core/ledger/CodeUseStore.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Query.h"
#include "core/ledger/StockStore.h"
#include "tests/core/ledger/stores/StoresFixture.h"

using namespace guichet;

namespace {

int peopleInTheCave(StoresFixture &till)
{
    const auto occupancy = CapacityStore{*till.db}.occupancy({QDate{2026, 11, 23}}, till.catalogue);
    REQUIRE(occupancy);
    return occupancy->slotUnits.value(u"boat"_s).value(QDate{2026, 11, 23}).value(QTime{14, 30});
}

qint64 stockOf(StoresFixture &till, const QString &product)
{
    const auto level = StockStore{*till.db}.level(product);
    REQUIRE(level);
    return *level;
}

std::vector<DossierRow> found(StoresFixture &till, const DossierSearch &search)
{
    const auto rows = DossierStore{*till.db}.search(search);
    REQUIRE(rows);
    return *rows;
}

std::vector<DossierRow> foundByText(StoresFixture &till, const QString &text)
{
    DossierSearch search;
    search.text = text;
    return found(till, search);
}

/// The titles that searches know: those of the documents.
void putTitles(StoresFixture &till)
{
    const DocumentChange change{.user = u"u1"_s, .at = till.clock.now()};
    DocumentStore store{*till.db};
    REQUIRE(store.put(DocumentKind::Formula, {{u"key"_s, u"cave"_s}, {u"name"_s, QJsonObject{{u"fr"_s, u"Grotte"_s}}}}, change));
    REQUIRE(store.put(DocumentKind::Resource, {{u"key"_s, u"adult"_s}, {u"name"_s, QJsonObject{{u"fr"_s, u"Adulte"_s}}}}, change));
    REQUIRE(store.put(DocumentKind::Resource, {{u"key"_s, u"child"_s}, {u"name"_s, QJsonObject{{u"fr"_s, u"Enfant"_s}}}}, change));
    Product bat;
    bat.key = u"bat"_s;
    bat.name = LocalizedText{u"Chauve-souris en peluche"_s};
    bat.price = cents(1499);
    REQUIRE(store.put(DocumentKind::Product, toJson(bat), change));
}

} // namespace

TEST_CASE_METHOD(StoresFixture, "a sale is projected whole or not at all, whichever statement fails")
{
    open();
    const Cart two = cart({ticket(u"adult"_s, 2), good(u"bat"_s, 1, 1499)}, u"DIX"_s);
    const qint64 facts = count(u"fact"_s);
    int n = 0;
    for (failNthQueryForTest(n); !tryToSell(two, {paymentBy(u"bancontact"_s, 3509)}); failNthQueryForTest(++n)) {
        REQUIRE(n < 60); // Everything has a limit, loops in tests too.
        failNthQueryForTest(-1);
        REQUIRE(count(u"fact"_s) == facts);
        for (const QString &table : {u"payment"_s, u"dossier"_s, u"receipt"_s, u"sale_line"_s, u"price_change"_s, u"vat_line"_s,
                                     u"stock_level"_s, u"visit_use"_s, u"code_use"_s, u"day_turnover"_s}) {
            INFO(table.toStdString() << " after statement " << n);
            REQUIRE(count(table) == 0);
        }
    }
    failNthQueryForTest(-1);
    REQUIRE(n > 15); // payment, dossier, receipt, lines, changes, VAT, stock, capacity, code, day: each has failed once
    REQUIRE(count(u"receipt"_s) == 1);
    REQUIRE(count(u"sale_line"_s) == 2);
}

TEST_CASE_METHOD(StoresFixture, "receipt numbers have no gap, whatever failed in between")
{
    open();
    const Cart one = cart({good(u"pen"_s, 1, 300)});
    for (int i = 0; i < 5; ++i) {
        failNthQueryForTest(5 + i % 3);
        REQUIRE_FALSE(tryToSell(one, {paymentBy(u"bancontact"_s, 300)}));
        failNthQueryForTest(-1);
        REQUIRE(tryToSell(cart({good(u"pen"_s, 1, 300)}), {paymentBy(u"bancontact"_s, 300)}));
    }
    const Report x = report();
    REQUIRE(x.series == std::vector<SeriesRange>{{.series = u"R"_s, .first = 1, .last = 5}});
    REQUIRE(x.saleCount == 5);
}

TEST_CASE_METHOD(StoresFixture, "a sale takes stock, places and a use of its code; a refund gives stock and places back")
{
    open();
    const SaleContent sale =
        sell(cart({ticket(u"adult"_s, 2), ticket(u"child"_s, 3), good(u"bat"_s, 2, 1499)}, u"DIX"_s), {paymentBy(u"bancontact"_s, 6883)});
    REQUIRE(peopleInTheCave(*this) == 5);
    REQUIRE(stockOf(*this, u"bat"_s) == -2);
    REQUIRE(*CodeUseStore{*db}.uses(u"dix"_s) == 1);

    refund(sale.dossier,
           {.lines = {{.line = sale.lines[1].priced.id, .units = 1}, {.line = sale.lines[2].priced.id, .units = 1}},
            .reason = u"rain"_s,
            .restock = true},
           paymentBy(u"bancontact"_s, 0));
    REQUIRE(peopleInTheCave(*this) == 4);
    REQUIRE(stockOf(*this, u"bat"_s) == -1);
    const auto sold = DossierStore{*db}.sold(sale.dossier);
    REQUIRE(sold);
    REQUIRE(sold->sale.lines[0].refundedUnits == 0);
    REQUIRE(sold->sale.lines[1].refundedUnits == 1);
    REQUIRE(sold->sale.lines[2].refundedUnits == 1);

    refund(sale.dossier, {.lines = {}, .reason = u"rain"_s, .restock = false}, paymentBy(u"bancontact"_s, 0));
    REQUIRE(peopleInTheCave(*this) == 0);
    REQUIRE(stockOf(*this, u"bat"_s) == -1); // Not put back on the shelf.
    const auto row = DossierStore{*db}.row(sale.dossier);
    REQUIRE(row);
    REQUIRE(row->refunded == row->total);
}

TEST_CASE_METHOD(StoresFixture, "the stock of a product is known at any moment")
{
    open();
    const StockMovement opening{.id = Id<StockMovement>::generate(),
                                .product = u"bat"_s,
                                .kind = StockMovementKind::Opening,
                                .quantity = 40,
                                .user = u"u1"_s,
                                .at = clock.now()};
    REQUIRE(append(FactType::StockMoved, toJson(StockContent{.movements = {opening}})));
    clock.advance(std::chrono::minutes{10});
    const QDateTime before = clock.now();
    sell(cart({good(u"bat"_s, 3, 1499)}), {paymentBy(u"bancontact"_s, 4497)});
    REQUIRE(stockOf(*this, u"bat"_s) == 37);
    REQUIRE(*StockStore{*db}.levelAt(u"bat"_s, before) == 40);
    REQUIRE(*StockStore{*db}.levelAt(u"bat"_s, QDateTime{QDate{2026, 11, 22}, QTime{12, 0}, brussels()}) == 0);
    const auto movements = StockStore{*db}.movements(u"bat"_s, 10);
    REQUIRE(movements);
    REQUIRE(movements->size() == 2);
    REQUIRE(movements->front().kind == StockMovementKind::Sale);
    REQUIRE(movements->front().quantity == -3);
}

TEST_CASE_METHOD(StoresFixture, "an order takes its places once, and gives them back when it is cancelled")
{
    open();
    const SaleContent kept = order(cart({ticket(u"adult"_s, 4)}), cents(2000));
    const SaleContent dropped = order(cart({ticket(u"child"_s, 6)}), {});
    REQUIRE(peopleInTheCave(*this) == 10);
    REQUIRE(DossierStore{*db}.row(kept.dossier)->state == DossierState::Confirmed);
    REQUIRE(DossierStore{*db}.row(kept.dossier)->due == cents(2800));

    REQUIRE(append(FactType::DossierCancelled,
                   toJson(CancelContent{.dossier = dropped.dossier, .dossierNumber = dropped.dossierNumber, .reason = u"rain"_s})));
    REQUIRE(peopleInTheCave(*this) == 4);
    REQUIRE(DossierStore{*db}.row(dropped.dossier)->state == DossierState::Cancelled);
    REQUIRE_FALSE(DossierStore{*db}.order(dropped.dossier));

    settle(kept, {paymentBy(u"cash"_s, 2800)});
    REQUIRE(peopleInTheCave(*this) == 4);
    REQUIRE(DossierStore{*db}.row(kept.dossier)->state == DossierState::Settled);
    REQUIRE(DossierStore{*db}.row(kept.dossier)->due == Money{});
}

TEST_CASE_METHOD(StoresFixture, "a dossier is found by its numbers, its customer and the words of what was bought, in any order")
{
    open();
    putTitles(*this);
    const QString customer = u"c-1"_s;
    Client client;
    client.firstName = u"Zoé"_s;
    client.name = u"Lambert"_s;
    REQUIRE(DocumentStore{*db}.putCustomer(customer, client, {.user = u"u1"_s, .at = clock.now()}));
    const SaleContent family = sell(cart({ticket(u"adult"_s, 2), ticket(u"child"_s, 1)}), {paymentBy(u"bancontact"_s, 3150)});
    const SaleContent shop = sellForCash(cart({good(u"bat"_s, 1, 1499)}));
    SaleContent named = content(cart({ticket(u"adult"_s, 1)}));
    named.customer = customer;
    REQUIRE(writePayments(named, {paymentBy(u"bancontact"_s, 1200)}));

    REQUIRE(found(*this, {}).size() == 3);
    REQUIRE(found(*this, {}).front().id == named.dossier); // The newest first.
    REQUIRE(foundByText(*this, u"enfant grot"_s).size() == 1);
    REQUIRE(foundByText(*this, u"grotte"_s).size() == 2);
    REQUIRE(foundByText(*this, u"peluche chauve"_s).front().id == shop.dossier);
    REQUIRE(foundByText(*this, u"ZOE lamb"_s).front().customerName == u"Zoé Lambert"_s);
    REQUIRE(foundByText(*this, family.dossierNumber.toLower()).front().id == family.dossier);
    REQUIRE(foundByText(*this, u"grotte peluche"_s).empty());
    REQUIRE(foundByText(*this, u"%"_s).size() == 3); // No wildcards: punctuation is nothing.
    REQUIRE(foundByText(*this, u"' OR 1=1 --"_s).empty());

    REQUIRE(*DossierStore{*db}.find(u"R1"_s) == family.dossier);
    REQUIRE(*DossierStore{*db}.find(u" r-2 "_s) == shop.dossier);
    REQUIRE(DossierStore{*db}.find(u"R99"_s).error().code == ErrorCode::DossierUnknown);
    REQUIRE(foundByText(*this, u"enfant"_s).front().summary == u"Grotte 14:30 · 2 Adulte, 1 Enfant"_s);
}

TEST_CASE_METHOD(StoresFixture, "dossiers are restricted by dates, method and state")
{
    open();
    const Visit later{.date = QDate{2026, 12, 5}, .slot = QTime{14, 30}};
    sell(cart({ticket(u"adult"_s, 2)}), {paymentBy(u"bancontact"_s, 2400)});
    const SaleContent december = sell(cart({ticket(u"adult"_s, 1, later)}), {paymentBy(u"cheque"_s, 1200)});
    order(cart({ticket(u"child"_s, 1, later)}), {});

    DossierSearch visits;
    visits.visitFrom = QDate{2026, 12, 1};
    REQUIRE(found(*this, visits).size() == 2);
    visits.method = u"cheque"_s;
    REQUIRE(found(*this, visits).front().id == december.dossier);
    DossierSearch confirmed;
    confirmed.state = DossierState::Confirmed;
    REQUIRE(found(*this, confirmed).size() == 1);
    DossierSearch yesterday;
    yesterday.createdTo = QDate{2026, 11, 22};
    REQUIRE(found(*this, yesterday).empty());
    DossierSearch page;
    page.limit = 1;
    page.offset = 1;
    REQUIRE(found(*this, page).front().id == december.dossier);
}

TEST_CASE_METHOD(StoresFixture, "the page of a dossier tells its payments and its history")
{
    open();
    const SaleContent sale = sellForCash(cart({ticket(u"adult"_s, 2), good(u"pen"_s, 1, 303)}));
    REQUIRE(append(FactType::CheckIn, toJson(CheckInContent{.dossier = sale.dossier, .line = sale.lines[0].priced.id, .units = 2})));
    const CorrectionContent correction{.dossier = sale.dossier,
                                       .payment = sale.tenders[0].payment.id,
                                       .fromMethod = u"cash"_s,
                                       .fromType = PaymentType::Cash,
                                       .toMethod = u"bancontact"_s,
                                       .toType = PaymentType::CardDebit,
                                       .toTitle = LocalizedText{u"Bancontact"_s},
                                       .amount = sale.tenders[0].payment.amount,
                                       .rounding = sale.tenders[0].payment.rounding};
    REQUIRE(append(FactType::PaymentCorrected, toJson(correction)));
    refund(sale.dossier, {.lines = {{.line = sale.lines[1].priced.id, .units = 1}}, .reason = u"broken"_s, .restock = false},
           paymentBy(u"bancontact"_s, 0));

    const auto detail = DossierStore{*db}.detail(sale.dossier);
    REQUIRE(detail);
    REQUIRE(detail->content.total == cents(2703));
    REQUIRE(detail->lines[1].refundedUnits == 1);
    REQUIRE(detail->arrived.value(sale.lines[0].priced.id.toString()) == 2);
    REQUIRE(detail->payments.size() == 2);
    REQUIRE(detail->payments[0].method == u"bancontact"_s); // As corrected.
    std::vector<FactType> types;
    for (const HistoryEntry &entry : detail->history)
        types.push_back(entry.type);
    REQUIRE(types == std::vector{FactType::Payment, FactType::Sale, FactType::CheckIn, FactType::PaymentCorrected, FactType::Payment,
                                 FactType::Refund});
    REQUIRE(detail->history[5].amount == cents(-303));
    REQUIRE(detail->history[3].key == correction.fromMethod); // keys, whose names the catalogue has
    REQUIRE(detail->history[3].detail == correction.toTitle);
    REQUIRE(detail->history[5].key == u"broken"_s);
}

TEST_CASE_METHOD(StoresFixture, "the counter of dossier numbers follows the last number of the till's day")
{
    open();
    REQUIRE(*DossierStore{*db}.countOfDay(chain.till, businessDate) == 0);
    for (int i = 0; i < 40; ++i)
        sell(cart({good(u"pen"_s, 1, 300)}), {paymentBy(u"bancontact"_s, 300)});
    REQUIRE(*DossierStore{*db}.countOfDay(chain.till, businessDate) == 40);
    REQUIRE(*DossierStore{*db}.countOfDay(chain.till, businessDate.addDays(1)) == 0);
    REQUIRE(*DossierStore{*db}.countOfDay(u"another till"_s, businessDate) == 0);
}
