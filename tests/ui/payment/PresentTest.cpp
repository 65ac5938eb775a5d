// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
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
