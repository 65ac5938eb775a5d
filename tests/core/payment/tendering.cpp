// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/CashRounding.h"
#include "core/payment/Payment.h"
#include "tests/support/Amounts.h"
#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

CashTender settled(qint64 amount, qint64 rounding, qint64 change)
{
    return {.amount = cents(amount), .rounding = cents(rounding), .change = cents(change), .settles = true};
}

CashTender partial(qint64 amount)
{
    return {.amount = cents(amount), .rounding = {}, .change = {}, .settles = false};
}

std::vector<Money> amounts(std::initializer_list<qint64> values)
{
    std::vector<Money> result;
    for (const qint64 value : values)
        result.push_back(cents(value));
    return result;
}

} // namespace

namespace Catch {
template <>
struct StringMaker<CashTender>
{
    static std::string convert(const CashTender &tender)
    {
        std::ostringstream out;
        out << "amount " << tender.amount << " rounding " << tender.rounding << " change " << tender.change
            << (tender.settles ? " settles" : "");
        return out.str();
    }
};
} // namespace Catch

// The rows of the worked table of belgium.md §1, by their numbers.

TEST_CASE("cash alone is rounded to the nearest five cents (rows 1 to 4)")
{
    CHECK(tenderCash(cents(1002), cents(1002), cents(1000)) == settled(1002, -2, 0));
    CHECK(tenderCash(cents(1003), cents(1003), cents(5000)) == settled(1003, 2, 3995));
    CHECK(tenderCash(cents(1007), cents(1007), cents(1005)) == settled(1007, -2, 0));
    CHECK(tenderCash(cents(1008), cents(1008), cents(1010)) == settled(1008, 2, 0));
}

TEST_CASE("a total of five cents or less is not rounded (row 5)")
{
    CHECK(tenderCash(cents(4), cents(4), cents(4)) == settled(4, 0, 0));
    CHECK(tenderCash(cents(5), cents(5), cents(10)) == settled(5, 0, 5));
    CHECK(tenderCash(cents(6), cents(6), cents(5)) == settled(6, -1, 0));
}

TEST_CASE("a sale paid by card has no cash part to round (row 6)")
{
    CHECK(cashToPay(cents(2347), cents(0)) == cents(0));
    CHECK(cashRounding(cents(2347), cents(0)) == cents(0));
}

TEST_CASE("only the part that cash settles is rounded, whatever paid the rest (rows 7, 9, 10)")
{
    CHECK(tenderCash(cents(2347), cents(1347), cents(1345)) == settled(1347, -2, 0)); // card 10,00 before
    CHECK(tenderCash(cents(2347), cents(847), cents(1000)) == settled(847, -2, 155)); // gift card 15,00 before
    CHECK(tenderCash(cents(2347), cents(347), cents(500)) == settled(347, -2, 155));  // ANCV 20,00 before
}

TEST_CASE("cash that does not settle the sale is not rounded: the card takes the odd cents (row 8)")
{
    CHECK(tenderCash(cents(2347), cents(2347), cents(2000)) == partial(2000));
    CHECK(tenderCash(cents(2347), cents(2347), cents(2003)) == partial(2003));
}

TEST_CASE("a paper tender beyond the total leaves nothing for cash to round (row 11)")
{
    CHECK(cashToPay(cents(2347), cents(0)) == cents(0));
}

TEST_CASE("a refund in cash mirrors the rounding of the sale (row 12)")
{
    CHECK(cashToPay(cents(-1003), cents(-1003)) == cents(-1005));
    CHECK(cashToPay(cents(-1002), cents(-1002)) == cents(-1000));
}

TEST_CASE("a company pays to the cent (row 13)")
{
    CHECK(tenderCash(cents(2347), cents(2347), cents(5000), true) == settled(2347, 0, 2653));
    CHECK(cashToPay(cents(2347), cents(2347), true) == cents(2347));
}

TEST_CASE("with round-all-tenders the whole total is what is rounded (row 14)")
{
    CHECK(cashRounding(cents(2347), cents(2347)) == cents(-2));
}

TEST_CASE("a rest of two cents becomes nothing when the total is above five cents")
{
    CHECK(cashToPay(cents(2002), cents(2)) == cents(0));
    CHECK(tenderCash(cents(2002), cents(2), cents(0)) == settled(2, -2, 0));
}

TEST_CASE("earlier cash counts: all cash of the sale is rounded together")
{
    // 10,01 in coins was laid down before; all cash of 10,03 makes 10,05.
    CHECK(tenderCash(cents(1003), cents(2), cents(5), false, cents(1001)) == settled(2, 2, 1));
    CHECK(cashToPay(cents(1003), cents(2), false, cents(1001)) == cents(4));
    // 10,01 then 0,01: 10,02 would round to 10,00, but what was paid is not given back.
    CHECK(cashToPay(cents(1002), cents(1), false, cents(1001)) == cents(0));
}

TEST_CASE("a tender between the amount due and the rounded amount is not taken")
{
    CHECK(tenderCash(cents(1003), cents(1003), cents(1003)) == partial(0));
    CHECK(tenderCash(cents(1003), cents(1003), cents(1004)) == partial(0));
    CHECK(tenderCash(cents(1003), cents(1003), cents(1005)) == settled(1003, 2, 0));
}

TEST_CASE("one and two cent coins are legal tender: what is beyond the rounded amount is change")
{
    CHECK(tenderCash(cents(1002), cents(1002), cents(1002)) == settled(1002, -2, 2));
}

TEST_CASE("cash handed over is always amount, rounding and change together")
{
    property("tendered = amount + rounding + change", [] {
        const Money total = cents(*rc::gen::inRange<qint64>(1, 500'000));
        const Money due = cents(*rc::gen::inRange<qint64>(1, total.cents() + 1));
        const Money tendered = cents(*rc::gen::inRange<qint64>(0, 600'000));
        const CashTender tender = tenderCash(total, due, tendered);
        const bool taken = tender.settles || !tender.amount.isZero() || tendered.isZero();
        RC_ASSERT((!taken || tender.amount + tender.rounding + tender.change == tendered));
        RC_ASSERT((tender.settles == (tendered >= cashToPay(total, due))));
        RC_ASSERT(tender.rounding.absolute() <= cents(2));
        RC_ASSERT((tender.settles ? tender.amount == due : tender.amount < due));
    });
}

TEST_CASE("what settles in cash is a multiple of five cents when all is paid in cash")
{
    property("cashToPay(total, total) % 5 == 0 above five cents", [] {
        const Money total = cents(*rc::gen::inRange<qint64>(6, 500'000));
        RC_ASSERT((cashToPay(total, total).cents() % 5 == 0));
    });
}

TEST_CASE("the quick buttons offer the next notes above the amount")
{
    CHECK(quickNotes(cents(1880), 3) == amounts({2000, 5000, 10'000}));
    CHECK(quickNotes(cents(450), 3) == amounts({500, 1000, 2000}));
    CHECK(quickNotes(cents(2000), 3) == amounts({5000, 10'000, 20'000}));
    CHECK(quickNotes(cents(3200), 3) == amounts({4000, 5000, 10'000})); // two notes of twenty
    CHECK(quickNotes(cents(1200), 3) == amounts({1500, 2000, 5000}));   // ten and five
    CHECK(quickNotes(cents(1880), 1) == amounts({2000}));
    CHECK(quickNotes(cents(1880), 0).empty());
}

TEST_CASE("beyond the notes there are, the quick buttons count in fifties")
{
    CHECK(quickNotes(cents(62'000), 3) == amounts({65'000, 70'000, 75'000}));
    CHECK(quickNotes(cents(25'000), 3) == amounts({30'000, 35'000, 50'000}));
    CHECK(quickNotes(cents(50'000), 2) == amounts({55'000, 60'000}));
}

TEST_CASE("payment types, purposes and intent states keep their names for ever")
{
    CHECK(paymentTypeName(PaymentType::CardDebit) == u"CARD_DEBIT"_s);
    CHECK(paymentTypeName(PaymentType::Other) == u"OTHER"_s);
    CHECK(paymentTypeFromName(u"VOUCHER_STORE"_s) == PaymentType::VoucherStore);
    CHECK(paymentTypeFromName(u"cash"_s) == std::nullopt);
    CHECK(intentStateName(IntentState::NotStarted) == u"not_started"_s);
    CHECK(intentStateFromName(u"unknown"_s) == IntentState::Unknown);
    CHECK(paymentPurposeName(PaymentPurpose::Refund) == u"refund"_s);
    CHECK(paymentPurposeFromName(u""_s) == std::nullopt);
    for (int type = 0; type <= static_cast<int>(PaymentType::Other); ++type)
        CHECK(paymentTypeFromName(paymentTypeName(static_cast<PaymentType>(type))) == static_cast<PaymentType>(type));
}

TEST_CASE("what reached the till is amount, rounding, excess and tip")
{
    Payment payment;
    payment.amount = cents(1003);
    payment.rounding = cents(2);
    payment.excess = cents(500);
    payment.tip = cents(100);
    CHECK(payment.received() == cents(1605));
}
