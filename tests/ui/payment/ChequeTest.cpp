// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

PaymentContext contextOfCheques(int validYears = 2)
{
    PaymentMethod method;
    method.key = u"ancv"_s;
    method.name = u"ANCV papier"_s;
    method.type = PaymentType::ChequeOther;
    method.faceValues = {cents(1000), cents(2000), cents(5000)};
    method.validYears = validYears;
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->paymentMethods = {method};
    return {.catalogue = catalogue, .now = {}, .till = u"accueil"_s, .language = Language::French, .terminal = {}};
}

ChequeEntry entryOf(std::vector<Money> touched = {})
{
    const bool busy = !touched.empty();
    return {.method = u"ancv"_s, .today = {2026, 11, 25}, .touched = std::move(touched), .busy = busy};
}

Payment chequeOf(qint64 amount, qint64 excess = 0, const QString &method = u"ancv"_s)
{
    Payment payment;
    payment.id = Id<Payment>::generate();
    payment.method = method;
    payment.amount = cents(amount);
    payment.excess = cents(excess);
    return payment;
}

/// A cart of 100,00 € with these payments.
CartView cartWith(std::vector<Payment> payments)
{
    CartView view;
    view.balance.total = cents(10'000);
    for (const Payment &payment : payments)
        view.balance.paid += payment.amount;
    view.payments = std::move(payments);
    return view;
}

std::vector<Money> facesIn(const SaleDesk &desk)
{
    std::vector<Money> faces;
    for (const Payment &payment : desk.cart->view().payments)
        faces.push_back(payment.amount + payment.excess);
    return faces;
}

/// Touches without waiting for the till.
void touchAtOnce(const SaleDesk &desk, const QString &name)
{
    QAbstractButton *key = desk.button(name);
    INFO(name);
    REQUIRE(key);
    key->click();
}

} // namespace

TEST_CASE("The sheet of cheques shows what was taken, pile by pile in the order of the payments, and what is still due")
{
    const Payment first = chequeOf(2000);
    const Payment second = chequeOf(1000);
    const Payment third = chequeOf(2000);
    const ChequeState state = presentCheques(cartWith({first, chequeOf(500, 0, u"cash"_s), second, third}), entryOf(), contextOfCheques());
    CHECK(state.title == u"ANCV papier"_s);
    CHECK(state.due == u"À encaisser : 45,00\u202f€"_s);
    CHECK(state.taken == u"3 chèques reçus · 50,00\u202f€"_s);
    CHECK(state.validity == u"Acceptés : émis de 2024 à 2026. Les plus anciens ont expiré."_s);
    REQUIRE(state.rows.size() == 2);
    CHECK(state.rows[0] == ChequeRowState{.value = cents(2000),
                                          .text = u"2 × 20,00\u202f€"_s,
                                          .amount = u"40,00\u202f€"_s,
                                          .takeBack = u"Retirer un chèque de 20,00\u202f€"_s,
                                          .last = third.id,
                                          .canTakeBack = true});
    CHECK(state.rows[1].text == u"1 × 10,00\u202f€"_s);
    CHECK(state.rows[1].last == second.id);
    CHECK_FALSE(state.done);
}

TEST_CASE("Before the first cheque there is nothing to take back, and a method without a limit names no years")
{
    const ChequeState state = presentCheques(cartWith({}), entryOf(), contextOfCheques(0));
    CHECK(state.rows.empty());
    CHECK(state.taken == u"0 chèque reçu · 0,00\u202f€"_s);
    CHECK(state.validity.isEmpty());
    REQUIRE(state.keys.size() == 3);
    CHECK(state.keys[2] == ChequeKeyState{.value = cents(5000), .text = u"50,00\u202f€"_s, .enabled = true});
}

TEST_CASE("A touch counts at once, and nothing is taken back while the till is writing")
{
    const Payment written = chequeOf(5000);
    const ChequeState state = presentCheques(cartWith({written}), entryOf({cents(1000), cents(5000)}), contextOfCheques());
    CHECK(state.due == u"À encaisser : 0,00\u202f€"_s);
    CHECK(state.taken == u"3 chèques reçus · 110,00\u202f€"_s);
    REQUIRE(state.rows.size() == 2);
    CHECK(state.rows[0].text == u"2 × 50,00\u202f€"_s);
    CHECK(state.rows[0].last == written.id);
    CHECK_FALSE(state.rows[0].canTakeBack);
    CHECK_FALSE(state.rows[1].canTakeBack);
    CHECK(std::ranges::none_of(state.keys, &ChequeKeyState::enabled)); // what is touched covers it
    CHECK_FALSE(state.done);                                           // but it is not in the cart yet
}

TEST_CASE("A cheque that exceeds the sale is counted at its face value, and then the sheet is done")
{
    const ChequeState state = presentCheques(cartWith({chequeOf(5000), chequeOf(5000), chequeOf(0, 1000)}), entryOf(), contextOfCheques());
    CHECK(state.done);
    CHECK(state.taken == u"3 chèques reçus · 110,00\u202f€"_s);
    ChequeEntry gone = entryOf();
    gone.method = u"other"_s;
    CHECK(presentCheques(cartWith({}), gone, contextOfCheques()).done);
}

TEST_CASE("Cheques of fixed value are taken one by one until nothing is due, and the X counts them by value")
{
    SaleDesk desk;
    desk.addAdults(3);
    desk.press(u"pay"_s);
    desk.press(u"method.ancv"_s);
    CHECK(desk.cart->view().payments.empty());
    desk.press(u"cheque.1000"_s);
    CHECK(desk.has(u"cheque.1000"_s)); // something is due: the sheet stays
    desk.key(Qt::Key_Return);
    CHECK(desk.cart->view().payments.size() == 1); // and Enter takes nothing in cash under it
    desk.press(u"cheque.1000"_s);
    desk.press(u"cheque.5000"_s);
    CHECK_FALSE(desk.has(u"cheque.1000"_s));
    REQUIRE(desk.cart->view().balance.due().isZero());
    desk.press(u"validate"_s);
    const auto x = desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview(); });
    REQUIRE(x);
    const auto cheques = std::ranges::find(x->methods, u"ancv"_s, &MethodTotal::method);
    REQUIRE(cheques != x->methods.end());
    REQUIRE(cheques->cheques.size() == 2);
    CHECK(cheques->cheques[0] == NamedTotal{.key = u"1000"_s, .title = {}, .count = 2, .amount = cents(2000)});
    CHECK(cheques->cheques[1] == NamedTotal{.key = u"5000"_s, .title = {}, .count = 1, .amount = cents(5000)});
}

TEST_CASE("A stack touched faster than the till writes counts every cheque once, in its order")
{
    SaleDesk desk;
    desk.addAdults(5); // 80,00
    desk.press(u"pay"_s);
    desk.press(u"method.ancv"_s);
    for (const QString &key : {u"cheque.1000"_s, u"cheque.2000"_s, u"cheque.1000"_s, u"cheque.1000"_s})
        touchAtOnce(desk, key);
    CHECK(desk.cart->view().payments.empty()); // the till has not answered
    CHECK(desk.text(u"cheque.1000.count"_s) == u"3 × 10,00\u202f€"_s);
    CHECK(desk.text(u"cheque.due"_s) == u"À encaisser : 30,00\u202f€"_s);
    CHECK_FALSE(desk.button(u"cheque.1000.back"_s)->isEnabled());
    REQUIRE(desk.waitFor([&] { return facesIn(desk).size() == 4; }));
    CHECK(facesIn(desk) == std::vector{cents(1000), cents(2000), cents(1000), cents(1000)});
    CHECK(desk.text(u"cheque.1000.count"_s) == u"3 × 10,00\u202f€"_s);
    CHECK(desk.text(u"cheque.due"_s) == u"À encaisser : 30,00\u202f€"_s);
    CHECK(desk.button(u"cheque.1000.back"_s)->isEnabled());
    CHECK(desk.navigator.refusals.empty());
}

TEST_CASE("A product scanned over the sheet of cheques joins the cart, and the sheet asks for more; an unknown code is refused")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s); // 12,80
    desk.press(u"pay"_s);
    desk.press(u"method.ancv"_s);
    const QString before = desk.text(u"cheque.due"_s);
    CHECK(desk.payment->takeScan(u"2900000000018"_s));
    CHECK(desk.waitFor([&] { return desk.cart->view().cart.lines.size() == 2; }));
    CHECK(desk.text(u"cheque.due"_s) != before);
    CHECK(desk.text(u"cheque.due"_s) ==
          u"À encaisser : %1"_s.arg(formatMoney(desk.cart->view().balance.due(), EuroSign::Shown, Language::French)));
    CHECK(desk.has(u"cheque.1000"_s));
    CHECK(desk.payment->takeScan(u"DOSSIER-4711"_s));
    CHECK(
        desk.waitFor([&] { return !desk.navigator.refusals.empty() || !desk.navigator.offers.empty() || !desk.navigator.toasts.empty(); }));
}

TEST_CASE("No cheque is taken beyond what the ones touched before it cover")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s); // 12,80
    desk.press(u"pay"_s);
    desk.press(u"method.ancv"_s);
    desk.pressTwice(u"cheque.2000"_s);
    CHECK(facesIn(desk) == std::vector{cents(2000)});
    CHECK(desk.navigator.refusals.empty());
    CHECK_FALSE(desk.has(u"cheque.2000"_s));
}

TEST_CASE("The last cheque of a value is taken back by touch, once for a double tap")
{
    SaleDesk desk;
    desk.addAdults(5);
    desk.press(u"pay"_s);
    desk.press(u"method.ancv"_s);
    desk.press(u"cheque.1000"_s);
    desk.press(u"cheque.2000"_s);
    desk.press(u"cheque.1000"_s);
    const Id<Payment> first = desk.cart->view().payments.front().id;
    desk.pressTwice(u"cheque.1000.back"_s);
    CHECK(facesIn(desk) == std::vector{cents(1000), cents(2000)});
    CHECK(desk.cart->view().payments.front().id == first);
    CHECK(desk.text(u"cheque.1000.count"_s) == u"1 × 10,00\u202f€"_s);
    CHECK(desk.text(u"cheque.due"_s) == u"À encaisser : 50,00\u202f€"_s);
    CHECK(desk.navigator.refusals.empty());
    desk.press(u"cheque.1000.back"_s);
    CHECK(facesIn(desk) == std::vector{cents(2000)});
    CHECK_FALSE(desk.has(u"cheque.1000.back"_s));
}

TEST_CASE("A cheque that is refused is said, is not counted, and its retry has one effect")
{
    SaleDesk desk;
    desk.addAdults(5);
    desk.press(u"pay"_s);
    desk.press(u"method.ancv"_s);
    desk.ask([](Workplace &workplace) {
        Staff{workplace}.logOut();
        return true;
    });
    desk.press(u"cheque.2000"_s);
    CHECK(desk.navigator.refusals == std::vector{ErrorCode::NotLoggedIn});
    CHECK(desk.text(u"cheque.taken"_s) == u"0 chèque reçu · 0,00\u202f€"_s);
    desk.ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.logIn(u"Marie"_s, u"1111"_s));
        return true;
    });
    const auto retry = desk.navigator.lastRetry;
    REQUIRE(retry);
    retry();
    retry();
    REQUIRE(desk.waitFor([&] { return !facesIn(desk).empty(); }));
    desk.settleAll();
    CHECK(facesIn(desk) == std::vector{cents(2000)});
    CHECK(desk.text(u"cheque.2000.count"_s) == u"1 × 20,00\u202f€"_s);
}

} // namespace guichet
