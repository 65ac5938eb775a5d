// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/DocumentNumberText.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/DossierPapers.h"
#include "tests/core/usecases/TillFixture.h"

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A till with reasons to give back, and a manager at it.
class RefundFixture : public TillFixture
{
public:
    RefundFixture()
    {
        startDay();
        must(staff().logIn(u"manager"_s, u"2222"_s));
        putReason(u"retour"_s, Reason::Kind::Refund);
        putReason(u"pluie"_s, Reason::Kind::Cancellation);
        must(workplace().documentsChanged());
    }

    DossierDesk dossiers() { return DossierDesk{workplace()}; }
    Result<RefundOutcome> refund(const QString &number, const QString &method = {}, const CommandId &id = CommandId::generate())
    {
        return dossiers().refund(id, number, {.lines = {}, .reason = u"retour"_s, .restock = true},
                                 {.method = method, .reference = {}, .giftCode = {}});
    }
    SaleOutcome order(qint64 depositInCash)
    {
        addBear();
        must(pay(u"cash"_s, cents(depositInCash)));
        ValidateRequest later;
        later.paymentToCome = true;
        later.dueOn = QDate{2026, 12, 1};
        return must(validate(later));
    }
    /// 12,99: 10,00 with a holiday cheque, the rest in cash.
    SaleOutcome sellForCheque()
    {
        PaymentMethod ancv = *workplace().catalogue->paymentMethod(u"ancv"_s);
        ancv.refundable = false;
        must(DocumentStore{workplace().db()}.put(DocumentKind::PaymentMethod, toJson(ancv), {u"boss"_s, clock.now()}));
        must(workplace().documentsChanged());
        addBear();
        must(pay(u"ancv"_s, cents(1000)));
        must(pay(u"cash"_s, cents(1000)));
        return must(validate());
    }
    void balances()
    {
        const auto report = must(desk().preview());
        CHECK(report.identityLeft() == report.identityRight());
    }
};

} // namespace

TEST_CASE_METHOD(RefundFixture, "a deposit goes back with its VAT, and then the order can be cancelled")
{
    const auto sale = order(500);
    CHECK(refusal(dossiers().cancel(CommandId::generate(), sale.dossierNumber, u"pluie"_s)) == ErrorCode::CorrectionRefused);
    const auto back = must(refund(sale.dossierNumber));
    REQUIRE(back.content.payments.size() == 1);
    CHECK(back.content.payments[0].received() == cents(-500));
    CHECK(back.receipt == DocumentNumber{u"R"_s, sale.receipt.number + 1}); // a paper of its own, with its number (belgium.md §2.2)
    const QString paper = plainText(must(documentPaper(workplace(), must(workplace().journal().document(back.receipt)))));
    CHECK(paper.contains(u"ACOMPTE RENDU"_s));
    CHECK(paper.contains(documentNumberText(back.receipt)));
    CHECK_FALSE(paper.contains(u"CONFIRMATION"_s));
    CHECK(countFacts(u"REFUND"_s) == 0);
    const auto money = must(PaymentStore{workplace().db()}.money(sale.content.dossier));
    CHECK(money.advances.isZero());
    for (const VatAmount &row : money.advanceVat)
        CHECK(row.vat.isZero());
    const auto report = must(desk().preview());
    CHECK(report.advancesReceived.isZero());
    CHECK(cashReceived().isZero());
    balances();
    CHECK(refusal(refund(sale.dossierNumber)) == ErrorCode::AlreadyRefunded);
    must(dossiers().cancel(CommandId::generate(), sale.dossierNumber, u"pluie"_s));
}

TEST_CASE_METHOD(RefundFixture, "what was never received is not paid out: a refund takes off what the customer owes first")
{
    addAdults(1);
    must(pay(u"cash"_s, cents(1000)));
    ValidateRequest later;
    later.paymentToCome = true;
    later.dueOn = QDate{2026, 12, 1};
    const auto sale = must(validate(later));
    must(dossiers().checkIn(CommandId::generate(), sale.dossierNumber, 1)); // settled at arrival: 1,49 on credit
    const Money due = must(DossierStore{workplace().db()}.row(sale.content.dossier)).due;
    REQUIRE(due == sale.content.total - cents(1000));
    const auto back = must(refund(sale.dossierNumber));
    CHECK(back.content.creditReduced == due);
    REQUIRE(back.content.payments.size() == 1);
    CHECK(back.content.payments[0].amount == cents(-1000));
    CHECK(must(DossierStore{workplace().db()}.row(sale.content.dossier)).due.isZero());
    CHECK(must(desk().preview()).receivablesCreated.isZero());
    balances();
}

TEST_CASE_METHOD(RefundFixture, "a card gets back at most what it paid")
{
    addBear(2);
    must(payByCard(cents(500)));
    must(pay(u"cash"_s, cents(5000)));
    const auto sale = must(validate());
    CHECK(refusal(refund(sale.dossierNumber, u"bancontact"_s)) == ErrorCode::RefundMethodRefused);
    must(refund(sale.dossierNumber, u"cash"_s));
    balances();
}

TEST_CASE_METHOD(RefundFixture, "a sale paid in parts goes back as it was paid, to the cent of each method")
{
    addBear(2);
    must(payByCard(cents(501)));
    must(pay(u"cash"_s, cents(5000))); // 20,97 due: 20,95 in cash
    const auto sale = must(validate());
    const auto started = must(refund(sale.dossierNumber));
    CHECK(started.asked == cents(-501));
    const Charge approved{.state = ChargeState::Approved, .authorised = cents(-501), .reference = {}, .text = {}};
    const auto done = must(dossiers().finishRefund(started.intent, approved));
    REQUIRE(done.content.payments.size() == 2);
    CHECK(cashReceived().isZero());
    const auto report = must(desk().preview());
    for (const MethodTotal &method : report.methods)
        CHECK(method.received + method.refunded == cents(0));
    balances();
}

TEST_CASE_METHOD(RefundFixture, "a refund at the terminal is asked for once, however often the button is touched")
{
    addBear();
    must(payByCard());
    const auto sale = must(validate());
    const auto command = CommandId::generate();
    const auto first = must(refund(sale.dossierNumber, u"bancontact"_s, command));
    CHECK(first.state == IntentState::Sent);
    CHECK(first.asked == cents(-1299));
    const auto again = must(refund(sale.dossierNumber, u"bancontact"_s, command));
    CHECK(again.intent == first.intent);
    CHECK(again.state == IntentState::Unknown);
    CHECK(refusal(refund(sale.dossierNumber, u"cash"_s)) == ErrorCode::IntentPending);
    const Charge approved{.state = ChargeState::Approved, .authorised = cents(-1299), .reference = u"R1"_s, .text = {}};
    const auto done = must(dossiers().finishRefund(first.intent, approved));
    CHECK(done.state == IntentState::Approved);
    CHECK(must(refund(sale.dossierNumber, u"bancontact"_s, command)).state == IntentState::Approved);
    CHECK(countFacts(u"REFUND"_s) == 1);
    balances();
}

TEST_CASE_METHOD(RefundFixture, "what the terminal gave back is booked, not what it was asked")
{
    addBear();
    must(payByCard());
    const auto sale = must(validate());
    const auto started = must(refund(sale.dossierNumber, u"bancontact"_s));
    const Charge less{.state = ChargeState::Approved, .authorised = cents(1000), .reference = {}, .text = {}};
    const auto done = must(dossiers().finishRefund(started.intent, less));
    REQUIRE(done.content.payments.size() == 1);
    CHECK(done.content.payments[0].received() == cents(-1000));
    balances();
}

TEST_CASE_METHOD(RefundFixture, "holiday cheques never become money: their share comes back as a gift card")
{
    const auto sale = sellForCheque();
    const auto back = must(refund(sale.dossierNumber));
    REQUIRE(back.content.payments.size() == 2);
    CHECK(back.content.payments[1].type == PaymentType::VoucherStore);
    CHECK(back.content.payments[1].amount == cents(-1000));
    CHECK(back.content.payments[1].reference.startsWith(u"GC"_s));
    CHECK(countFacts(u"GIFT_ISSUED"_s) == 1);
    balances();
}

TEST_CASE_METHOD(RefundFixture, "what a refund in cash puts on a new card is known before it is made, and nothing is made of it")
{
    const auto sale = sellForCheque();
    const auto before = must(selectInteger(workplace().db(), selectHeadNumber));
    const auto preview = must(dossiers().refundPreview(sale.dossierNumber, {.lines = {}, .reason = {}, .restock = true},
                                                       {.method = u"cash"_s, .reference = {}, .giftCode = {}}));
    CHECK(must(selectInteger(workplace().db(), selectHeadNumber)) == before);
    REQUIRE(preview.payments.size() == 2);
    CHECK(preview.payments[0].method == u"cash"_s);
    CHECK(preview.payments[0].received() == cents(-300));
    CHECK(preview.payments[1].method == u"gift_card"_s);
    CHECK(preview.payments[1].amount == cents(-1000));
    CHECK(preview.payments[1].reference.isEmpty()); // a new card
    const auto back = must(refund(sale.dossierNumber, u"cash"_s));
    REQUIRE(back.content.payments.size() == 2);
    for (size_t i = 0; i < 2; ++i)
        CHECK(back.content.payments[i].received() == preview.payments[i].received());
    CHECK(refusal(dossiers().refundPreview(sale.dossierNumber, {}, {})) == ErrorCode::AlreadyRefunded);
}

TEST_CASE_METHOD(RefundFixture, "face values bind what is taken, not what is corrected to them or given back (decisions 0034)")
{
    takeChequesAs(u"ancv"_s);
    addBear(); // 12,99
    must(payByCard());
    const auto sale = must(validate());
    must(dossiers().correctMethod(CommandId::generate(), sale.content.tenders[0].payment.id, u"ancv"_s)); // keyed as a card
    const auto report = must(desk().preview());
    const auto cheques = std::ranges::find(report.methods, u"ancv"_s, &MethodTotal::method);
    REQUIRE(cheques != report.methods.end());
    CHECK(cheques->total() == cents(1299));
    const auto back = must(refund(sale.dossierNumber, u"ancv"_s));
    REQUIRE(back.content.payments.size() == 1);
    CHECK(back.content.payments[0].received() == cents(-1299));
    balances();
}

TEST_CASE_METHOD(RefundFixture, "the law's limit on cash holds for a correction too")
{
    must(checkout().addProduct(CommandId::generate(), u"cher"_s));
    must(payByCard());
    const auto sale = must(validate());
    const Id<Payment> paid = sale.content.tenders[0].payment.id;
    CHECK(refusal(dossiers().correctMethod(CommandId::generate(), paid, u"cash"_s)) == ErrorCode::CashLimitExceeded);
    must(dossiers().correctMethod(CommandId::generate(), paid, u"transfer"_s));
}

TEST_CASE_METHOD(RefundFixture, "a till that books by telephone gives nothing back in person")
{
    addBear();
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    TillProfile phone = *workplace().catalogue->till(u"accueil"_s);
    phone.kind = TillProfile::Kind::Phone;
    PaymentMethod transfer = *workplace().catalogue->paymentMethod(u"transfer"_s);
    transfer.inPerson = false;
    must(DocumentStore{workplace().db()}.put(DocumentKind::TillProfile, toJson(phone), {u"boss"_s, clock.now()}));
    must(DocumentStore{workplace().db()}.put(DocumentKind::PaymentMethod, toJson(transfer), {u"boss"_s, clock.now()}));
    must(workplace().documentsChanged());
    CHECK(refusal(refund(sale.dossierNumber, u"cash"_s)) == ErrorCode::RefundMethodRefused);
    must(refund(sale.dossierNumber, u"transfer"_s));
}

TEST_CASE_METHOD(RefundFixture, "the paper of a refund speaks the language of the sale")
{
    Client client;
    client.language = Language::Dutch;
    addBear();
    must(checkout().setClient(CommandId::generate(), client));
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    const auto back = must(refund(sale.dossierNumber));
    CHECK(must(dossiers().receiptPaper(back.receipt.series + QString::number(back.receipt.number))).language == Language::Dutch);
}
