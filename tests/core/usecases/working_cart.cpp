// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/WorkingCart.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

LaidPayment cash(qint64 tendered)
{
    return {.payment = {.id = Id<Payment>::generate(), .type = PaymentType::Cash}, .face = cents(tendered)};
}
LaidPayment card(qint64 amount)
{
    return {
        .payment = {.id = Id<Payment>::generate(), .type = PaymentType::CardDebit, .amount = cents(amount)}, .face = {}, .certain = true};
}
LaidPayment paper(qint64 face)
{
    return {
        .payment = {.id = Id<Payment>::generate(), .type = PaymentType::ChequeOther}, .face = cents(face), .certain = false, .paper = true};
}

struct Settled
{
    std::vector<Payment> payments;
    Money due;
};
Settled settle(qint64 total, const std::vector<LaidPayment> &laid, SettlementRules rules = {}, qint64 cashBefore = 0)
{
    WorkingCart working;
    working.paidBefore = working.cashBefore = cents(cashBefore);
    working.payments = laid;
    rules.total = cents(total);
    const auto payments = settled(working, rules);
    return {payments, rules.total - paidAmount(working, payments)};
}

struct WorkedRow
{
    int row;
    qint64 total;
    std::vector<LaidPayment> laid;
    qint64 rounding;
    qint64 change;
    qint64 excess;
    SettlementRules rules;
    qint64 cashBefore = 0; ///< In cash, by earlier instalments.
};

} // namespace

TEST_CASE("the worked table of cash rounding comes out of the payments on the cart")
{
    const SettlementRules company{.total = {}, .companyBuyer = true};
    const std::vector<WorkedRow> table{
        {1, 1002, {cash(1000)}, -2, 0, 0, {}},
        {2, 1003, {cash(5000)}, 2, 3995, 0, {}},
        {3, 1007, {cash(1005)}, -2, 0, 0, {}},
        {4, 1008, {cash(1010)}, 2, 0, 0, {}},
        {5, 4, {cash(4)}, 0, 0, 0, {}},
        {6, 2347, {card(2347)}, 0, 0, 0, {}},
        {7, 2347, {card(1000), cash(1345)}, -2, 0, 0, {}},
        {8, 2347, {cash(2000), card(347)}, 0, 0, 0, {}},
        {9, 2347, {card(1500), cash(845)}, -2, 0, 0, {}},
        {10, 2347, {paper(2000), cash(345)}, -2, 0, 0, {}},
        {11, 2347, {paper(3000)}, 0, 0, 653, {}},
        {13, 2347, {cash(2347)}, 0, 0, 0, company},
        // Instalments: rounding is over all cash of the sale, earlier cash included (decisions 5).
        {16, 1002, {cash(499)}, -2, 0, 0, {}, 501},
        {17, 1002, {cash(1000)}, -2, 501, 0, {}, 501},
        {18, 1002, {cash(0)}, -2, 0, 0, {}, 1000},
        {19, 1003, {cash(503)}, 2, 0, 0, {}, 502},
        {20, 2000, {card(1000), cash(499)}, 0, 0, 0, {}, 501},
        {21, 1002, {card(501)}, 0, 0, 0, {}, 501},
        {22, 1002, {cash(501)}, 0, 0, 0, company, 501},
    };
    for (const WorkedRow &row : table) {
        INFO("row " << row.row);
        const Settled result = settle(row.total, row.laid, row.rules, row.cashBefore);
        Money rounding;
        Money change;
        Money excess;
        for (const Payment &payment : result.payments) {
            rounding += payment.rounding;
            change += payment.change;
            excess += payment.excess;
        }
        CHECK(result.due.isZero());
        CHECK(rounding == cents(row.rounding));
        CHECK(change == cents(row.change));
        CHECK(excess == cents(row.excess));
    }
}

TEST_CASE("cash laid down is worked out again when the cart changes")
{
    CHECK(settle(2298, {cash(5000)}).payments[0].change == cents(2700));
    CHECK(settle(1149, {cash(5000)}).payments[0].change == cents(3850));
    CHECK(settle(9000, {cash(5000)}).due == cents(4000));
}

TEST_CASE("cash before a card gives back what the card makes too much")
{
    const Settled result = settle(5500, {cash(5000), card(1000)});
    CHECK(result.due.isZero());
    CHECK(result.payments[0].amount == cents(4500));
    CHECK(result.payments[0].change == cents(500));
}

TEST_CASE("rounding is over all cash of the sale, not over the last coin")
{
    const Settled result = settle(1003, {cash(502), cash(503)});
    CHECK(result.due.isZero());
    CHECK(result.payments[0].rounding.isZero());
    CHECK(result.payments[1].rounding == cents(2));
    CHECK(result.payments[1].change.isZero());
}

TEST_CASE("a rest of two cents needs no coin when the sale exceeds five cents")
{
    WorkingCart working;
    working.payments = {card(1000)};
    const SettlementRules rules{.total = cents(1002)};
    CHECK(cashThatSettles(working, rules).isZero());
    CHECK(settle(1002, {card(1000), cash(0)}).due.isZero());
}

TEST_CASE("a working cart survives being written and read")
{
    WorkingCart working;
    working.cart.id = Id<Cart>::generate();
    working.cart.dossier = Id<Dossier>::generate();
    working.payments = {cash(500), paper(700)};
    working.collecting = u"P26112301A7"_s;
    working.paidBefore = cents(100);
    working.approver = u"u2"_s;
    working.forcedLines = {u"x"_s};
    working.capacityLost = true;
    const auto read = workingCartFromText(keptText(working));
    REQUIRE(read);
    CHECK(*read == working);
}
