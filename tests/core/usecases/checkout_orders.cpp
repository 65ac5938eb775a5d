// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/receipt/PlainText.h"
#include "core/receipt/SaleReceipt.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/DossierPapers.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

ValidateRequest later(qint64 deposit = 0)
{
    ValidateRequest request;
    request.paymentToCome = true;
    request.deposit = cents(deposit);
    request.dueOn = QDate{2026, 12, 1};
    return request;
}

} // namespace

TEST_CASE_METHOD(TillFixture, "something still due makes an order: no turnover, the deposits are advances with their VAT")
{
    startDay();
    addAdults(2);
    addBear();
    must(payByCard(cents(1000)));
    must(pay(u"cash"_s, cents(500)));
    const auto order = must(validate(later(1500)));
    CHECK(order.order);
    CHECK(order.receipt.series == u"R"_s);
    CHECK(order.content.structuredCommunication.size() == 12);
    CHECK(must(workplace().journal().head()).totals.net.isZero());
    CHECK(countFacts(u"SALE"_s) == 0);
    CHECK(countFacts(u"ADVANCE"_s) == 1);
    const auto money = must(PaymentStore{workplace().db()}.money(order.content.dossier));
    CHECK(money.advances == cents(1500));
    CHECK(money.unassigned.isZero());
    const auto report = must(desk().preview());
    CHECK(report.advancesReceived == cents(1500));
    CHECK(report.net.isZero());
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE_METHOD(TillFixture, "the balance of an order is collected and becomes the sale of the whole")
{
    startDay();
    addAdults(2);
    addBear();
    must(payByCard(cents(1000)));
    const auto order = must(validate(later()));
    CHECK(must(checkout().collect(CommandId::generate(), order.dossierNumber)).balance.due() == cents(2597));
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s)) == ErrorCode::CartNotEmpty);
    const auto paid = must(pay(u"cash"_s, cents(5000)));
    CHECK(paid.rounding == cents(-2));
    const auto sale = must(validate());
    CHECK_FALSE(sale.order);
    CHECK(sale.dossierNumber == order.dossierNumber);
    CHECK(sale.content.total == cents(3597));
    REQUIRE(sale.content.tenders.size() == 2);
    CHECK(sale.content.tenders[0].kind == Tender::Kind::AdvanceUsed);
    CHECK(sale.content.tenders[0].payment.amount == cents(1000));
    CHECK(must(DossierStore{workplace().db()}.row(order.content.dossier)).due.isZero());
    CHECK(refusal(checkout().collect(CommandId::generate(), order.dossierNumber)) == ErrorCode::NothingDue);
    const auto report = must(desk().preview());
    CHECK(report.net == cents(3597));
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE_METHOD(TillFixture, "a company that collects its order in cash is not rounded, and its receipt names it")
{
    startDay();
    addAdults(2);
    Client buyer;
    buyer.company = u"Autocars Legrand SA"_s;
    buyer.vatNumber = u"BE 0999.999.922"_s;
    must(checkout().setClient(CommandId::generate(), buyer));
    const auto order = must(validate(later()));
    const auto view = must(checkout().collect(CommandId::generate(), order.dossierNumber));
    CHECK(view.cart.client.company == u"Autocars Legrand SA");
    CHECK(view.cashToPay == cents(2298));
    CHECK(must(pay(u"cash"_s, cents(2300))).change == cents(2));
    const auto sale = must(validate());
    CHECK(sale.rounding.isZero());
    const QString receipt = plainText(must(DossierDesk{workplace()}.receiptPaper(documentNumberText(sale.receipt))));
    CHECK(receipt.contains(u"Autocars Legrand SA"_s));
    CHECK(receipt.contains(u"BE 0999.999.922"_s));
}

TEST_CASE_METHOD(TillFixture, "a VAT number alone names a buyer; the receipt of a private person names nobody")
{
    startDay();
    const auto receiptFor = [&](const Client &client) {
        addBear();
        must(checkout().setClient(CommandId::generate(), client));
        must(payByCard());
        return plainText(must(DossierDesk{workplace()}.receiptPaper(documentNumberText(must(validate()).receipt))));
    };
    Client company;
    company.vatNumber = u"BE 0999.999.922"_s;
    CHECK(receiptFor(company).contains(u"BE 0999.999.922"_s));
    Client person;
    person.name = u"Dupont"_s;
    CHECK_FALSE(receiptFor(person).contains(u"Dupont"_s));
}

TEST_CASE_METHOD(TillFixture, "a second deposit is another advance, the last payment settles")
{
    startDay();
    addAdults(2);
    const auto order = must(validate(later()));
    must(checkout().collect(CommandId::generate(), order.dossierNumber));
    must(pay(u"cash"_s, cents(1000)));
    CHECK(refusal(validate()) == ErrorCode::StillDue);
    CHECK(must(validate(later())).order);
    CHECK(must(DossierStore{workplace().db()}.row(order.content.dossier)).due == cents(1298));
    const Fact first = must(workplace().journal().document({u"R"_s, order.receipt.number + 1}));
    CHECK(first.body.type == FactType::Payment);
    const QString copy = plainText(must(documentPaper(workplace(), first, 1)));
    CHECK(copy.contains(u"REÇU D’ACOMPTE"_s));
    CHECK(copy.contains(u"DUPLICATA"_s));
    must(checkout().collect(CommandId::generate(), order.dossierNumber));
    CHECK(refusal(validate(later())) == ErrorCode::StillDue);
    must(payByCard(cents(500)));
    CHECK(must(validate(later())).order);
    const Fact second = must(workplace().journal().document({u"R"_s, order.receipt.number + 2}));
    CHECK(second.body.type == FactType::Advance); // a card payment was certain before anybody knew that it is a deposit
    const QString paper = plainText(must(documentPaper(workplace(), second)));
    CHECK(paper.contains(u"Déjà payé"_s));
    CHECK(paper.contains(u"5,00"_s));
    must(checkout().collect(CommandId::generate(), order.dossierNumber));
    must(payByCard());
    CHECK(must(validate()).content.total == cents(2298));
    CHECK(must(desk().preview()).advancesUsed == cents(-1500));
}

TEST_CASE_METHOD(TillFixture, "two instalments in cash are rounded together: 10,02 is 10,00 in all")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"p1002"_s));
    must(pay(u"cash"_s, cents(501)));
    const auto order = must(validate(later()));
    const auto collecting = must(checkout().collect(CommandId::generate(), order.dossierNumber));
    CHECK(collecting.cashToPay == cents(499));
    must(pay(u"cash"_s));
    must(validate());
    CHECK(cashReceived() == cents(1000));
    const auto report = must(desk().preview());
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE_METHOD(TillFixture, "tills with the last letters in their codes ask for transfers with communications of their own")
{
    startDay();
    addBear();
    auto catalogue = std::make_shared<Catalogue>(*workplace().catalogue);
    catalogue->tills.at(0).code = u"0Y"_s;
    workplace().catalogue = catalogue;
    CHECK(must(validate(later())).content.structuredCommunication.left(3) == u"030"_s);
}

TEST_CASE_METHOD(TillFixture, "instalments in cash count together for the limit")
{
    startDay();
    must(checkout().addProduct(CommandId::generate(), u"cher"_s));
    must(pay(u"cash"_s, cents(200'000)));
    const auto order = must(validate(later()));
    must(checkout().collect(CommandId::generate(), order.dossierNumber));
    CHECK(refusal(pay(u"cash"_s, cents(150'000))) == ErrorCode::CashLimitExceeded);
    must(pay(u"cash"_s, cents(100'000)));
}

TEST_CASE_METHOD(TillFixture, "gift value is paid at once, and a date in the past is refused")
{
    startDay();
    must(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(1000)));
    CHECK(refusal(validate(later())) == ErrorCode::StillDue);
    must(checkout().clear(CommandId::generate()));
    addBear();
    ValidateRequest past = later();
    past.dueOn = QDate{2026, 11, 1};
    CHECK(refusal(validate(past)) == ErrorCode::DateNotValid);
    ValidateRequest odd = later(-1);
    CHECK(refusal(validate(odd)) == ErrorCode::AmountInvalid);
}

TEST_CASE_METHOD(TillFixture, "a card payment of yesterday's parked cart is used as an advance today")
{
    startDay();
    addBear(2);
    must(payByCard(cents(1000)));
    must(checkout().park(CommandId::generate(), u"A"_s));
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CloseRequest closing;
    closing.countedCash = cents(10'000);
    closing.nextFloat = cents(10'000);
    must(desk().close(CommandId::generate(), closing));
    clock.set(fromRfc3339(u"2026-11-24T10:00:00.000+01:00"_s));
    startDay();
    must(checkout().recall(CommandId::generate(), must(checkout().parked()).front().id));
    CHECK(must(checkout().view()).balance.due() == cents(1598));
    must(payByCard());
    const auto sale = must(validate());
    REQUIRE(sale.content.tenders.size() == 2);
    CHECK(sale.content.tenders[0].kind == Tender::Kind::AdvanceUsed);
    const auto report = must(desk().preview());
    CHECK(report.advancesUsed == cents(-1000));
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE_METHOD(TillFixture, "a quote is numbered in its own series and takes nothing")
{
    startDay();
    addAdults(2);
    CHECK(refusal(checkout().quote(CommandId::generate(), QDate{2026, 1, 1})) == ErrorCode::DateNotValid);
    const auto quote = must(checkout().quote(CommandId::generate(), QDate{2026, 12, 31}));
    CHECK(quote.receipt == DocumentNumber{u"Q"_s, 1});
    CHECK(must(checkout().view()).cart.isEmpty());
    CHECK(must(workplace().journal().head()).totals.net.isZero());
}

TEST_CASE_METHOD(TillFixture, "a quote becomes a sale of the same dossier, at its price whatever the catalogue says by then")
{
    startDay();
    addAdults(3);
    const auto quote = must(checkout().quote(CommandId::generate(), QDate{2026, 12, 31}));
    auto cave = *workplace().catalogue->formula(u"grotte"_s);
    cave.resources.front().prices.front().price = cents(1250);
    must(DocumentStore{workplace().db()}.put(DocumentKind::Formula, toJson(cave), {u"boss"_s, clock.now()}));
    must(workplace().documentsChanged());
    must(checkout().collect(CommandId::generate(), quote.dossierNumber));
    must(payByCard());
    const auto sale = must(validate());
    CHECK(sale.dossierNumber == quote.dossierNumber);
    CHECK(sale.content.total == cents(3447)); // 3 × 11,49
    CHECK(refusal(checkout().collect(CommandId::generate(), quote.dossierNumber)) == ErrorCode::NothingDue);
}

TEST_CASE_METHOD(TillFixture, "collecting asks for a dossier that exists and owes something")
{
    startDay();
    CHECK(refusal(checkout().collect(CommandId::generate(), u"P261123ZZZZ"_s)) == ErrorCode::DossierUnknown);
    addBear();
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    CHECK(refusal(checkout().collect(CommandId::generate(), sale.dossierNumber)) == ErrorCode::NothingDue);
}

TEST_CASE_METHOD(TillFixture, "a balance is collected by one cart at a time, parked ones included")
{
    startDay();
    addAdults(2);
    const auto order = must(validate(later()));
    must(checkout().collect(CommandId::generate(), order.dossierNumber));
    must(pay(u"cash"_s));
    must(checkout().park(CommandId::generate(), u"A"_s));
    CHECK(refusal(checkout().collect(CommandId::generate(), order.dossierNumber)) == ErrorCode::CartNotEmpty);
    must(checkout().recall(CommandId::generate(), must(checkout().parked()).front().id));
    must(validate());
    CHECK(refusal(checkout().collect(CommandId::generate(), order.dossierNumber)) == ErrorCode::NothingDue);
}
