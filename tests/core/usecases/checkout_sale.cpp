// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DossierStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PrintQueue.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE_METHOD(TillFixture, "the example of tool.md comes out with its numbers")
{
    startDay();
    addAdults(2);
    CHECK(must(checkout().view()).balance.total == cents(2298));
    const auto paid = must(pay(u"cash"_s, cents(5000)));
    CHECK(paid.due == cents(0));
    CHECK(paid.change == cents(2700));
    CHECK(paid.rounding == cents(2));
    const auto sale = must(validate());
    CHECK(sale.content.total == cents(2298));
    CHECK(sale.rounding == cents(2));
    CHECK(sale.change == cents(2700));
    REQUIRE(sale.content.vat.size() == 1);
    CHECK(sale.content.vat[0] ==
          VatAmount{.rate = {VatCode::C, BasisPoints{600}}, .base = cents(2168), .vat = cents(130), .total = cents(2298)});
    CHECK(sale.receipt == DocumentNumber{u"R"_s, 1});
    CHECK(sale.dossierNumber == u"P2611230101"_s);
    CHECK_FALSE(sale.order);
}

TEST_CASE_METHOD(TillFixture, "a validated sale leaves an empty cart, its receipt and its tickets in the spool")
{
    startDay();
    addAdults(2);
    addBear();
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    CHECK(sale.printJobs.size() == 2);
    CHECK(must(PrintQueue{workplace()}.waiting()).size() == 2);
    const auto view = must(checkout().view());
    CHECK(view.cart.isEmpty());
    CHECK(view.payments.empty());
    CHECK(countFacts(u"SALE"_s) == 1);
    CHECK(countFacts(u"PAYMENT"_s) == 1);
    CHECK(refusal(validate()) == ErrorCode::CartEmpty);
}

TEST_CASE_METHOD(TillFixture, "the worked table of cash rounding holds through the till")
{
    startDay();
    struct Row
    {
        QString product;
        std::optional<Money> other;
        QString otherMethod;
        qint64 cash;
        qint64 rounding;
        qint64 change;
    };
    const std::vector<Row> table{{u"p1002"_s, {}, {}, 1000, -2, 0},
                                 {u"p1003"_s, {}, {}, 5000, 2, 3995},
                                 {u"p1007"_s, {}, {}, 1005, -2, 0},
                                 {u"p1008"_s, {}, {}, 1010, 2, 0},
                                 {u"cent"_s, {}, {}, 4, 0, 0},
                                 {u"p2347"_s, cents(1000), u"bancontact"_s, 1345, -2, 0},
                                 {u"p2347"_s, cents(2000), u"ancv"_s, 345, -2, 0}};
    for (const Row &row : table) {
        INFO(row.product.toStdString() << " " << row.cash);
        must(checkout().addProduct(CommandId::generate(), row.product));
        if (row.other)
            must(row.otherMethod == u"bancontact" ? payByCard(row.other) : pay(row.otherMethod, row.other));
        must(pay(u"cash"_s, cents(row.cash)));
        const auto sale = must(validate());
        CHECK(sale.rounding == cents(row.rounding));
        CHECK(sale.change == cents(row.change));
    }
}

TEST_CASE_METHOD(TillFixture, "paper counts at its face value and what exceeds the sale is not returned")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"p2347"_s));
    const auto paid = must(pay(u"ancv"_s, cents(3000)));
    CHECK(paid.due.isZero());
    CHECK(paid.change.isZero());
    const auto sale = must(validate());
    CHECK(sale.content.tenders.front().payment.excess == cents(653));
}

TEST_CASE_METHOD(TillFixture, "cash that covers the price but not its rounding is refused with what is to be paid")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"p1003"_s));
    CHECK(refusal(pay(u"cash"_s, cents(1003))) == ErrorCode::AmountInvalid);
    CHECK(must(checkout().view()).payments.empty());
    CHECK(must(checkout().view()).cashToPay == cents(1005));
}

TEST_CASE_METHOD(TillFixture, "a company buyer pays cash without rounding")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"p2347"_s));
    Client client;
    client.company = u"École de Test"_s;
    must(checkout().setClient(CommandId::generate(), client));
    CHECK(must(pay(u"cash"_s, cents(2347))).rounding.isZero());
    const auto sale = must(validate());
    CHECK_FALSE(sale.content.customer.isEmpty());
}

namespace {

/// The papers that wait for the printer, one after another.
QString waitingPapers(TillFixture &till)
{
    QString papers;
    for (const PrintJob &job : must(PrintQueue{till.workplace()}.waiting()))
        papers += plainText(job.paper);
    return papers;
}

} // namespace

TEST_CASE_METHOD(TillFixture, "rows 6 and 8 of the table: a card pays to the cent, alone or after cash that was fixed first")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"p2347"_s));
    CHECK(must(payByCard()).asked == cents(2347));
    const auto alone = must(validate());
    CHECK(alone.rounding.isZero());
    CHECK(alone.content.tenders.front().payment.amount == cents(2347));

    must(checkout().addProduct(CommandId::generate(), u"p2347"_s));
    CHECK(must(pay(u"cash"_s, cents(2000))).due == cents(347));
    CHECK(must(payByCard()).asked == cents(347));
    const auto mixed = must(validate());
    CHECK(mixed.rounding.isZero());
    CHECK(mixed.change.isZero());
    REQUIRE(mixed.content.tenders.size() == 2);
    CHECK_FALSE(waitingPapers(*this).contains(u"toujours arrondi"_s));
}

TEST_CASE_METHOD(TillFixture, "row 9 of the table: what a gift card leaves is rounded in cash")
{
    startDay();
    must(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(1500), u"OR15"_s));
    must(pay(u"cash"_s));
    must(validate());
    must(checkout().addProduct(CommandId::generate(), u"p2347"_s));
    CHECK(must(pay(u"gift_card"_s, {}, u"OR15"_s)).due == cents(847));
    CHECK(must(checkout().view()).cashToPay == cents(845));
    must(pay(u"cash"_s, cents(845)));
    const auto sale = must(validate());
    CHECK(sale.rounding == cents(-2));
    CHECK(sale.change.isZero());
}

TEST_CASE_METHOD(TillFixture, "row 12 of the table: a refund in cash gives back what was paid in cash")
{
    startDay();
    putReason(u"retour"_s, Reason::Kind::Refund);
    must(checkout().addProduct(CommandId::generate(), u"p1003"_s));
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    CHECK(sale.rounding == cents(2));
    must(staff().logIn(u"manager"_s, u"2222"_s));
    const RefundRequest whole{.lines = {}, .reason = u"retour"_s, .restock = true};
    const RefundPayment inCash{.method = u"cash"_s, .reference = {}, .giftCode = {}};
    const auto back = must(DossierDesk{workplace()}.refund(CommandId::generate(), sale.dossierNumber, whole, inCash));
    CHECK(back.content.total == cents(-1003));
    REQUIRE(back.content.payments.size() == 1);
    CHECK(back.content.payments.front().rounding == cents(-2));
    CHECK(back.content.payments.front().received() == cents(-1005));
}

TEST_CASE_METHOD(TillFixture, "row 14 of the table: with the setting every means of payment is rounded, and paper says so")
{
    startDay();
    changeSettings([](TillSettings &settings) { settings.roundAllTenders = true; });
    must(checkout().addProduct(CommandId::generate(), u"p2347"_s));
    CHECK(must(checkout().view()).roundsAll);
    const auto paid = must(payByCard());
    CHECK(paid.asked == cents(2345));
    CHECK(paid.due.isZero());
    const auto sale = must(validate());
    CHECK(sale.rounding == cents(-2));
    CHECK(waitingPapers(*this).contains(u"Le montant total est toujours arrondi"_s));

    changeSettings([](TillSettings &settings) { settings.roundAllTenders = false; });
    const auto copy = must(DossierDesk{workplace()}.receiptPaper(sale.dossierNumber));
    CHECK(plainText(copy).contains(u"Le montant total est toujours arrondi"_s)); // as it was sold
}

TEST_CASE_METHOD(TillFixture, "more than 3 000 euro in cash is refused, instalments included")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"cher"_s));
    CHECK(refusal(pay(u"cash"_s, cents(350'000))) == ErrorCode::CashLimitExceeded);
    must(pay(u"cash"_s, cents(300'000)));
    CHECK(refusal(pay(u"cash"_s, cents(100))) == ErrorCode::CashLimitExceeded);
    must(payByCard());
    must(validate());
}

TEST_CASE_METHOD(TillFixture, "nothing is sold without an open session of today")
{
    must(staff().logIn(u"seller"_s, u"1111"_s));
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s)) == ErrorCode::SessionNotOpen);
    startDay();
    addBear();
    clock.set(fromRfc3339(u"2026-11-24T09:30:00.000+01:00"_s));
    must(pay(u"cash"_s));
    must(validate());
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s)) == ErrorCode::SessionOfEarlierDay);
}

TEST_CASE_METHOD(TillFixture, "a cart begun before four o'clock finishes in its session")
{
    clock.set(fromRfc3339(u"2026-11-24T03:50:00.000+01:00"_s));
    startDay();
    addBear();
    clock.set(fromRfc3339(u"2026-11-24T04:05:00.000+01:00"_s));
    addBear();
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    CHECK(must(workplace().journal().fact(sale.fact)).body.businessDate == QDate(2026, 11, 23));
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s)) == ErrorCode::SessionOfEarlierDay);
}

TEST_CASE_METHOD(TillFixture, "the same command twice has one effect and the same answer")
{
    startDay();
    const auto add = CommandId::generate();
    const auto first = must(checkout().addProduct(add, u"ours"_s));
    CHECK(must(checkout().addProduct(add, u"ours"_s)) == first);
    CHECK(must(checkout().view()).cart.lines.front().quantity == 1);
    PaymentRequest request;
    request.method = u"cash"_s;
    request.amount = cents(2000);
    const auto pays = CommandId::generate();
    const auto paid = must(checkout().pay(pays, request));
    CHECK(must(checkout().pay(pays, request)).payment == paid.payment);
    CHECK(must(checkout().view()).payments.size() == 1);
    const auto validates = CommandId::generate();
    const auto sale = must(checkout().validate(validates));
    const auto again = must(checkout().validate(validates));
    CHECK(workplace().replayed);
    CHECK(again.fact == sale.fact);
    CHECK(again.change == cents(700));
    CHECK(again.printJobs == sale.printJobs);
    CHECK(toJson(again.content) == toJson(sale.content));
    restart();
    CHECK(must(checkout().validate(validates)).fact == sale.fact);
    CHECK(countFacts(u"SALE"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "the last sale shows its change again")
{
    startDay();
    CHECK(refusal(checkout().lastSale()) == ErrorCode::NotFound);
    addBear();
    must(pay(u"cash"_s, cents(2000)));
    const auto sale = must(validate());
    const auto last = must(checkout().lastSale());
    CHECK(last.fact == sale.fact);
    CHECK(last.change == sale.change);
}

TEST_CASE_METHOD(TillFixture, "the cart in progress is there again after a restart, with the cash laid down")
{
    startDay();
    addAdults(2);
    must(pay(u"cash"_s, cents(1000)));
    const auto before = must(checkout().view());
    restart();
    CHECK(must(checkout().view()) == before);
    CHECK(countFacts(u"PAYMENT"_s) == 0);
}

TEST_CASE_METHOD(TillFixture, "training sells like the real till and touches nothing")
{
    startDay();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(desk().setTraining(CommandId::generate(), true));
    addAdults(2);
    must(pay(u"bancontact"_s, cents(1000)));
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    CHECK(sale.receipt.series == u"F"_s);
    const auto fact = must(workplace().journal().fact(sale.fact));
    CHECK(fact.body.label == EventLabel::T);
    CHECK(fact.body.totals.net.isZero());
    CHECK(countFacts(u"PAYMENT"_s) == 0);
    CHECK(countFacts(u"INTENT_PERSISTED"_s) == 0);
    must(desk().setTraining(CommandId::generate(), false));
    CHECK(must(DossierStore{workplace().db()}.search({})).empty());
    addAdults(2);
    must(pay(u"cash"_s));
    CHECK(must(validate()).receipt == DocumentNumber{u"R"_s, 1});
}
