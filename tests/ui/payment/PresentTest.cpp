// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "ui/format/ErrorText.h"
#include "ui/payment/PaymentState.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

PaymentMethod method(const QString &key, PaymentType type, int order)
{
    PaymentMethod made;
    made.key = key;
    made.name = key;
    made.type = type;
    made.order = order;
    made.usesTerminal = type == PaymentType::CardDebit;
    return made;
}

PaymentContext contextWith(int others)
{
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->paymentMethods = {method(u"cash"_s, PaymentType::Cash, 0), method(u"bancontact"_s, PaymentType::CardDebit, 1),
                                 method(u"transfer"_s, PaymentType::Transfer, 2)};
    catalogue->paymentMethods.back().inPerson = false;
    for (int i = 0; i < others; ++i)
        catalogue->paymentMethods.push_back(method(u"m%1"_s.arg(i), PaymentType::Other, 3 + i));
    TillProfile phone;
    phone.key = u"telephone"_s;
    phone.kind = TillProfile::Kind::Phone;
    catalogue->tills = {phone};
    return {.catalogue = catalogue,
            .now = {},
            .till = u"accueil"_s,
            .language = Language::French,
            .terminal = u"manual"_s,
            .askOriginAfterSale = true};
}

/// A cart of 10,03 €: in cash 10,05 €.
CartView oddCart()
{
    CartView view;
    view.cart.lines.resize(1);
    view.balance.total = cents(1003);
    view.cashToPay = cents(1005);
    view.quickNotes = {cents(2000), cents(5000)};
    return view;
}

} // namespace

TEST_CASE("A payment that could not begin says why")
{
    PaymentIntent intent;
    intent.method = u"bancontact"_s;
    intent.state = IntentState::NotStarted;
    const PaymentContext context = contextWith(0);
    const Error cause{.code = ErrorCode::TerminalBusy, .detail = {}, .values = {}};
    CHECK(presentChargeOutcome(intent, context).sentences.size() == 1);
    CHECK(presentChargeOutcome(intent, context, cause).sentences.value(0) == errorSentence(cause));
}

TEST_CASE("What a person decides about a card is asked in words that fit: paid, given back, accepted too late")
{
    PaymentIntent intent;
    intent.method = u"bancontact"_s;
    intent.asked = cents(1280);
    intent.state = IntentState::Unknown;
    const PaymentContext context = contextWith(0);
    CHECK(presentChargeOutcome(intent, context).decision.approve == u"C’est payé");
    intent.late = true;
    intent.authorised = cents(1480);
    const CardState late = presentChargeOutcome(intent, context);
    CHECK(late.decision == DecisionWords{.approve = u"Comptabiliser"_s, .reject = u"Ne pas comptabiliser"_s});
    CHECK(late.amount == formatMoney(cents(1480))); // with its tip: that is what is booked
    intent.asked = cents(-1280);
    intent.authorised = cents(-1280);
    CHECK(presentChargeOutcome(intent, context).prompt == u"Le terminal a fini par rendre ce montant");
    intent.late = false;
    CHECK(presentChargeOutcome(intent, context).decision.approve == u"C’est rendu");
}

TEST_CASE("The rounding of cash is said before it is paid")
{
    const PaymentState state = presentPayment(oddCart(), {}, contextWith(0));
    CHECK(state.rounding == u"Arrondi +0,02\nen espèces 10,05\u202f€"_s);
    CHECK(state.mainMethods.front().note.contains(u"10,05"));
    CHECK(state.proposed == cents(1003));
}

TEST_CASE("The note of cash follows what is typed")
{
    CHECK(presentPayment(oddCart(), cents(2000), contextWith(0)).mainMethods.front().note.startsWith(u"rendu 9,95"));
    CHECK(presentPayment(oddCart(), cents(500), contextWith(0)).mainMethods.front().note.startsWith(u"reste 5,03"));
}

TEST_CASE("Typing the price or its rounded form in cash asks for the exact amount")
{
    CHECK_FALSE(cashAsked(oddCart(), cents(1003)));
    CHECK_FALSE(cashAsked(oddCart(), cents(1005)));
    CHECK_FALSE(cashAsked(oddCart(), {}));
    CHECK(cashAsked(oddCart(), cents(1004)) == cents(1004));
}

TEST_CASE("Methods that do not fit are behind one key")
{
    CHECK(presentPayment(oddCart(), {}, contextWith(6)).otherMethods.size() == 6);
    const PaymentState many = presentPayment(oddCart(), {}, contextWith(7));
    REQUIRE(many.otherMethods.size() == 6);
    CHECK(many.otherMethods.back().key == u"more");
    CHECK(many.allMethods.size() == 10);
}

TEST_CASE("The telephone till shows no cash and no card (PAY-10)")
{
    PaymentContext context = contextWith(0);
    context.till = u"telephone"_s;
    const PaymentState state = presentPayment(oddCart(), {}, context);
    REQUIRE(state.allMethods.size() == 1);
    CHECK(state.allMethods.front().key == u"transfer");
    CHECK(state.quickCash.empty());
    CHECK(state.rounding.isEmpty());
}

TEST_CASE("Without a terminal its methods are named but cannot be taken")
{
    PaymentContext context = contextWith(0);
    context.terminal.clear();
    const PaymentState state = presentPayment(oddCart(), {}, context);
    CHECK_FALSE(state.mainMethods.at(1).enabled);
    CHECK(state.mainMethods.at(1).note == u"pas de terminal");
}

TEST_CASE("The foot allows what the cart allows")
{
    CartView view = oddCart();
    CHECK_FALSE(presentPaymentFoot(view, false).canValidate);
    CHECK_FALSE(presentPaymentFoot(view, true, true).canValidate); // the centre is asked
    CHECK(presentPaymentFoot(view, true).canValidate);
    CHECK(presentPaymentFoot(view, false).canQuote);
    view.balance.paid = cents(1003);
    view.payments.resize(1);
    CHECK(presentPaymentFoot(view, false).canValidate);
    CHECK_FALSE(presentPaymentFoot(view, false).canQuote);
    view.openIntents.resize(1);
    CHECK_FALSE(presentPaymentFoot(view, false).canValidate);
}

TEST_CASE("A doubtful payment says what is known, what the till does and what to do meanwhile")
{
    PaymentIntent intent;
    intent.method = u"bancontact"_s;
    intent.asked = cents(1880);
    intent.state = IntentState::Unknown;
    const CardState state = presentChargeOutcome(intent, contextWith(0));
    CHECK(state.stage == CardState::Stage::Doubtful);
    CHECK(state.sentences.size() == 3);
    CHECK(state.canResolve);
    intent.state = IntentState::Declined;
    CHECK_FALSE(presentChargeOutcome(intent, contextWith(0)).canResolve);
}

TEST_CASE("What a terminal shows is read in words on the page of the card, whoever sends it")
{
    PaymentIntent intent;
    intent.method = u"bancontact"_s;
    intent.asked = cents(1880);
    const auto shown = [&](const QString &prompt) { return presentCharge(intent, prompt, TerminalWish::Nothing, contextWith(0)).prompt; };
    CHECK(shown(u"WAIT_FOR_PIN"_s) == u"Le client tape son code");
    CHECK(shown(u"WRONG_PIN REMOVE_CARD"_s) == u"Code faux · Retirez la carte");
    CHECK(shown(u"Insérez la carte SVP"_s) == u"Insérez la carte SVP");
    CHECK(shown(u"OK"_s) == u"OK");
    CHECK(shown(u"SOME_NEW_STEP"_s) == u"Suivez ce que montre le terminal");
    CHECK(shown({}) == u"Envoi du montant au terminal…");
}

TEST_CASE("A question of the terminal has two keys, and can be cancelled")
{
    PaymentIntent intent;
    intent.method = u"bancontact"_s;
    intent.asked = cents(1880);
    const CardState state = presentCharge(intent, u"Signature OK ?"_s, TerminalWish::YesOrNo, contextWith(0));
    CHECK(state.stage == CardState::Stage::Asked);
    CHECK(state.prompt == u"Signature OK ?");
    CHECK(state.canReply);
    CHECK(state.canCancel);
    CHECK_FALSE(state.canAnswer);
    CHECK_FALSE(presentCharge(intent, u"WAIT"_s, TerminalWish::Nothing, contextWith(0)).canReply);
}

TEST_CASE("The history sums cheques by value, and the last of them is the one that is taken back")
{
    PaymentContext context = contextWith(0);
    auto catalogue = std::make_shared<Catalogue>(*context.catalogue);
    PaymentMethod cheques = method(u"ancv"_s, PaymentType::ChequeOther, 5);
    cheques.faceValues = {cents(1000), cents(2500)};
    catalogue->paymentMethods.push_back(cheques);
    context.catalogue = catalogue;
    CartView view = oddCart();
    for (const auto &[key, amount, excess] :
         {std::tuple{u"ancv"_s, 1000, 0}, {u"cash"_s, 1000, 0}, {u"cash"_s, 1000, 0}, {u"ancv"_s, 1000, 0}, {u"ancv"_s, 1000, 1500}}) {
        Payment payment;
        payment.id = Id<Payment>::generate();
        payment.method = key;
        payment.methodTitle = key;
        payment.amount = cents(amount);
        payment.excess = cents(excess);
        view.payments.push_back(payment);
    }
    const auto history = presentPayment(view, {}, context).history;
    REQUIRE(history.size() == 4); // cash is never summed, nor a cheque of which a part is not given back
    CHECK(history[0].text.endsWith(u"ancv · 2 × 10,00\u202f€"_s));
    CHECK(history[0].amount == u"20,00\u202f€"_s);
    CHECK(history[0].payment == view.payments[3].id);
    CHECK(history[0].count == 2);
    CHECK(history[1].count == 1);
    CHECK(history[1].text.endsWith(u"cash"));
    CHECK(history[3].payment == view.payments[4].id);
}

TEST_CASE("After the sale, cheques of one value are said together, in the order in which they came")
{
    SaleOutcome outcome;
    outcome.content.total = cents(5000);
    for (const auto &[title, amount] : {std::pair{u"ANCV papier"_s, 1000},
                                        {u"Espèces"_s, 1000},
                                        {u"ANCV papier"_s, 1000},
                                        {u"ANCV papier"_s, 2500},
                                        {u"ANCV papier"_s, 1000}}) {
        Tender tender;
        tender.payment.methodTitle = title;
        tender.payment.amount = cents(amount);
        outcome.content.tenders.push_back(tender);
    }
    CHECK(presentDone(outcome, false, contextWith(0)).details.mid(1) ==
          QStringList{u"ANCV papier 3 × 10,00\u202f€"_s, u"Espèces 10,00\u202f€"_s, u"ANCV papier 25,00\u202f€"_s});
}

TEST_CASE("An order says when it is to be paid and asks for no change")
{
    SaleOutcome outcome;
    outcome.order = true;
    outcome.receipt = {u"R"_s, 12};
    outcome.content.total = cents(3600);
    outcome.content.dueOn = QDate{2026, 12, 10};
    const DoneState state = presentDone(outcome, false, contextWith(0));
    CHECK(state.label.isEmpty());
    CHECK(state.details.join(u' ').contains(u"10/12/2026"));
}

} // namespace guichet
