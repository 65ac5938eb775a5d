// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierDesk.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE_METHOD(TillFixture, "nobody sells who has not logged in")
{
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s)) == ErrorCode::NotLoggedIn);
    CHECK(refusal(staff().current()) == ErrorCode::NotLoggedIn);
}

TEST_CASE_METHOD(TillFixture, "a user is found by key, e-mail or name, and never shows a hash")
{
    CHECK(must(staff().logIn(u"SELLER@example.org"_s, u"1111"_s)).user == u"seller"_s);
    CHECK(must(staff().logIn(u"Manager"_s, u"2222"_s)).role == Role::Manager);
    CHECK(must(staff().tiles()).size() == 3);
    CHECK(refusal(staff().logIn(u"nobody"_s, u"1111"_s)) == ErrorCode::NotFound);
    CHECK(refusal(staff().logIn({}, u"1111"_s)) == ErrorCode::NotFound);
}

TEST_CASE_METHOD(TillFixture, "five wrong PINs lock a user for a growing time, also across a restart")
{
    for (int tries = 0; tries < 5; ++tries)
        CHECK(refusal(staff().logIn(u"seller"_s, u"9999"_s)) == ErrorCode::PinWrong);
    CHECK(refusal(staff().logIn(u"seller"_s, u"1111"_s)) == ErrorCode::LockedOut);
    restart();
    CHECK(refusal(staff().logIn(u"seller"_s, u"1111"_s)) == ErrorCode::LockedOut);
    CHECK(must(staff().tiles())[2].lockedUntil.isValid());
    must(staff().logIn(u"manager"_s, u"2222"_s));
    clock.advance(std::chrono::seconds{31});
    CHECK(refusal(staff().logIn(u"seller"_s, u"9999"_s)) == ErrorCode::PinWrong);
    clock.advance(std::chrono::seconds{31});
    CHECK(refusal(staff().logIn(u"seller"_s, u"1111"_s)) == ErrorCode::LockedOut);
    clock.advance(std::chrono::seconds{30});
    must(staff().logIn(u"seller"_s, u"1111"_s));
    CHECK(refusal(staff().logIn(u"seller"_s, u"9999"_s)) == ErrorCode::PinWrong);
    must(staff().logIn(u"seller"_s, u"1111"_s));
}

TEST_CASE_METHOD(TillFixture, "an approval serves one command, and is given back when that command is refused")
{
    startDay();
    const auto line = addBear(2);
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s)) == ErrorCode::NeedsApproval);
    CHECK(refusal(staff().approve(u"seller"_s, u"1111"_s)) == ErrorCode::NotAllowed);
    approveBy();
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 3, u"presse"_s)) == ErrorCode::QuantityInvalid);
    must(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s));
    CHECK(refusal(checkout().changePrice(CommandId::generate(), line, cents(1000), u"geste"_s)) == ErrorCode::NeedsApproval);
}

TEST_CASE_METHOD(TillFixture, "the sale records the seller and who approved")
{
    startDay();
    const auto line = addBear();
    approveBy();
    must(checkout().changePrice(CommandId::generate(), line, cents(1000), u"geste"_s));
    must(pay(u"cash"_s, cents(1000)));
    const auto sale = must(validate());
    const auto fact = must(workplace().journal().fact(sale.fact));
    CHECK(fact.body.actor.user == u"seller"_s);
    CHECK(fact.body.actor.approver == u"manager"_s);
    CHECK(staff().displayName(u"manager"_s) == u"manager"_s);
}

TEST_CASE_METHOD(TillFixture, "who approved stands at what was approved, and with the sale (ACC-2)")
{
    startDay();
    const auto bear = addBear(2);
    const auto tickets = addAdults(2);
    approveBy();
    must(checkout().giveFree(CommandId::generate(), tickets, 1, u"presse"_s));
    approveBy(u"boss"_s, u"3333"_s);
    must(checkout().changePrice(CommandId::generate(), bear, cents(1000), u"geste"_s));
    restart(); // the cart in progress keeps it
    must(staff().logIn(u"seller"_s, u"1111"_s));
    must(pay(u"cash"_s, cents(10'000)));
    const auto fact = must(workplace().journal().fact(must(validate()).fact));
    const auto sale = must(saleContentFromJson(fact.content));
    CHECK(fact.body.actor.approver == u"manager boss"_s);
    REQUIRE(sale.lines.size() == 2);
    REQUIRE(sale.lines[0].priced.changes.size() == 1);
    CHECK(sale.lines[0].priced.changes[0].approver == u"boss"_s);
    REQUIRE(sale.lines[1].priced.changes.size() == 1);
    CHECK(sale.lines[1].priced.changes[0].approver == u"manager"_s);
}

TEST_CASE_METHOD(TillFixture, "an approval on a line says nothing of the money that is taken later (ACC-2)")
{
    startDay();
    const auto bear = addBear(2);
    approveBy();
    must(checkout().changePrice(CommandId::generate(), bear, cents(1000), u"geste"_s));
    must(pay(u"ancv"_s, cents(1000)));
    must(pay(u"cash"_s, cents(1000)));
    const auto sale = must(validate());
    CHECK(must(workplace().journal().fact(sale.fact)).body.actor.approver == u"manager"_s);
    int payments = 0;
    for (const HistoryEntry &entry : must(DossierDesk{workplace()}.detail(sale.dossierNumber)).history) {
        if (entry.type != FactType::Payment)
            continue;
        ++payments;
        CHECK(entry.approver.isEmpty());
    }
    CHECK(payments == 2);
}

TEST_CASE_METHOD(TillFixture, "what a manager does himself names no approver")
{
    startDay();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(checkout().changePrice(CommandId::generate(), addBear(), cents(1000), u"geste"_s));
    CHECK(must(checkout().view()).cart.lines.front().priceApprover.isEmpty());
}

TEST_CASE_METHOD(TillFixture, "switching the user keeps the cart and drops a pending approval")
{
    startDay();
    const auto line = addBear();
    approveBy();
    must(staff().logIn(u"seller"_s, u"1111"_s));
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s)) == ErrorCode::NeedsApproval);
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(must(checkout().view()).cart.lines.size() == 1);
    must(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s));
}

TEST_CASE_METHOD(TillFixture, "an approval that a refused command gave back is good for the same right alone")
{
    startDay();
    const auto line = addBear(2);
    approveBy();
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 3, u"presse"_s)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(checkout().changePrice(CommandId::generate(), line, cents(1000), u"geste"_s)) == ErrorCode::NeedsApproval);
    must(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s));
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 2, u"presse"_s)) == ErrorCode::NeedsApproval);
}

TEST_CASE_METHOD(TillFixture, "an approval that nobody uses lapses after a minute")
{
    startDay();
    const auto line = addBear(2);
    approveBy();
    clock.advance(std::chrono::seconds{61});
    CHECK(refusal(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s)) == ErrorCode::NeedsApproval);
    approveBy();
    clock.advance(std::chrono::seconds{59});
    must(checkout().giveFree(CommandId::generate(), line, 1, u"presse"_s));
}
