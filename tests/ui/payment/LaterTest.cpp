// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "ui/payment/LaterForm.h"

#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

PricedLine lineOf(const QString &formula, Money net)
{
    PricedLine line;
    line.formula = formula;
    line.net = net;
    return line;
}

/// A group at 30 %, a visit that is paid at once, a product.
CartView groupCart()
{
    CartView view;
    view.priced.lines = {lineOf(u"groupe"_s, cents(19'503)), lineOf(u"groupe"_s, cents(7500)), lineOf(u"grotte"_s, cents(2298)),
                         lineOf({}, cents(500))};
    return view;
}

std::shared_ptr<Catalogue> groupCatalogue()
{
    auto catalogue = std::make_shared<Catalogue>();
    Formula group;
    group.key = u"groupe"_s;
    group.collection = CollectionMode::Deposit;
    group.deposit = BasisPoints{3000};
    Formula cave;
    cave.key = u"grotte"_s;
    cave.deposit = BasisPoints{5000}; // says nothing: it is paid at once
    catalogue->formulas = {group, cave};
    return catalogue;
}

} // namespace

TEST_CASE("The deposit that the formulas ask is proposed with a payment to come, and what is typed stays (ACC-5)")
{
    LaterForm form;
    form.reset({2026, 11, 25});
    const PaymentContext context{.catalogue = groupCatalogue(), .now = {}, .till = {}, .language = Language::French, .terminal = {}};
    form.render(groupCart(), context);
    CHECK(form.request().deposit == cents(8101)); // 30 % of 270,03 €
    QKeyEvent key{QEvent::KeyPress, Qt::Key_5, Qt::NoModifier, u"5"_s};
    REQUIRE(form.handleKey(&key));
    form.render(groupCart(), context);
    CHECK(form.request().deposit == cents(500));
    form.reset({2026, 11, 25});
    form.render({}, context);
    CHECK(form.request().deposit == Money{});
}

} // namespace guichet
