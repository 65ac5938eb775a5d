// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/GiftDesk.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Sells gift value in cash; returns its code.
QString sellGift(TillFixture &till, GiftKind kind, qint64 amount, const QString &code = {})
{
    must(till.checkout().sellGift(CommandId::generate(), kind, cents(amount), code));
    const QString sold = must(till.checkout().view()).cart.lines.back().giftCode;
    must(till.pay(u"cash"_s));
    must(till.validate());
    return sold;
}

Money balance(TillFixture &till, const QString &code)
{
    return must(GiftDesk{till.workplace()}.balance(code)).balance;
}

} // namespace

TEST_CASE_METHOD(TillFixture, "amounts and methods that make no sense are refused and change nothing")
{
    startDay();
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::CartEmpty);
    addBear();
    CHECK(refusal(pay(u"bitcoin"_s)) == ErrorCode::MethodUnknown);
    CHECK(refusal(pay(u"cash"_s, cents(-100))) == ErrorCode::AmountInvalid);
    CHECK(refusal(pay(u"cash"_s, cents(0))) == ErrorCode::AmountInvalid);
    CHECK(refusal(pay(u"bancontact"_s, cents(1300))) == ErrorCode::AmountTooHigh);
    CHECK(refusal(pay(u"bancontact"_s, cents(0))) == ErrorCode::AmountInvalid);
    CHECK(refusal(pay(u"cash"_s, cents(99'999'999'999))) == ErrorCode::AmountTooHigh);
    PaymentRequest noReference;
    noReference.method = u"transfer"_s;
    CHECK(refusal(checkout().pay(CommandId::generate(), noReference)) == ErrorCode::ReferenceMissing);
    CHECK(refusal(validate()) == ErrorCode::StillDue);
    CHECK(must(checkout().view()).payments.empty());
    CHECK(countFacts(u"INTENT_PERSISTED"_s) == 0);
    must(pay(u"cash"_s));
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::NothingDue);
}

TEST_CASE_METHOD(TillFixture, "a till by telephone takes neither cash nor card in person")
{
    startDay();
    auto catalogue = std::make_shared<Catalogue>(*workplace().catalogue);
    catalogue->tills.front().kind = TillProfile::Kind::Phone;
    for (PaymentMethod &method : catalogue->paymentMethods)
        method.inPerson = method.key != u"transfer";
    workplace().catalogue = catalogue;
    addBear();
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::MethodNotAllowed);
    CHECK(refusal(pay(u"bancontact"_s)) == ErrorCode::MethodNotAllowed);
    must(pay(u"transfer"_s));
    must(validate());
}

TEST_CASE_METHOD(TillFixture, "cash laid down can be taken back, a card payment cannot")
{
    startDay();
    addBear(2);
    const auto cash = must(pay(u"cash"_s, cents(500)));
    const auto card = must(payByCard(cents(1000)));
    must(checkout().removePayment(CommandId::generate(), cash.payment));
    CHECK(refusal(checkout().removePayment(CommandId::generate(), card.payment)) == ErrorCode::CorrectionRefused);
    CHECK(refusal(checkout().removePayment(CommandId::generate(), cash.payment)) == ErrorCode::NotFound);
    CHECK(must(checkout().view()).balance.paid == cents(1000));
}

TEST_CASE_METHOD(TillFixture, "gift value sold is no turnover, and its card pays in part until it is empty")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 2000);
    CHECK(code.startsWith(u"GC"));
    CHECK(countFacts(u"GIFT_ISSUED"_s) == 1);
    CHECK(must(workplace().journal().head()).totals.net.isZero());
    CHECK(balance(*this, code) == cents(2000));
    addBear();
    CHECK(must(pay(u"gift_card"_s, {}, code.toLower())).due.isZero());
    must(validate());
    CHECK(balance(*this, code) == cents(701));
    addBear();
    CHECK(must(pay(u"gift_card"_s, {}, code)).due == cents(598));
    CHECK(refusal(pay(u"gift_card"_s, {}, code)) == ErrorCode::GiftEmpty);
    must(pay(u"cash"_s));
    must(validate());
    CHECK(balance(*this, code).isZero());
    CHECK(countFacts(u"GIFT_USED"_s) == 2);
}

TEST_CASE_METHOD(TillFixture, "what a voucher exceeds the sale by is lost, unless the setting keeps it")
{
    startDay();
    const QString lost = sellGift(*this, GiftKind::Voucher, 2000, u"BON-1234"_s);
    addBear();
    must(pay(u"gift_card"_s, {}, lost));
    CHECK(must(validate()).content.tenders.front().payment.excess == cents(701));
    CHECK(balance(*this, lost).isZero());
    const QString kept = sellGift(*this, GiftKind::Voucher, 2000);
    changeSettings([](TillSettings &settings) { settings.voucherRestIsNewVoucher = true; });
    addBear();
    must(pay(u"gift_card"_s, {}, kept));
    must(validate());
    CHECK(balance(*this, kept) == cents(701));
}

TEST_CASE_METHOD(TillFixture, "gift value cannot buy gift value, in whichever order")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 5000);
    must(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(1000)));
    CHECK(refusal(pay(u"gift_card"_s, {}, code)) == ErrorCode::GiftCannotBuyGift);
    addBear();
    CHECK(refusal(pay(u"gift_card"_s, cents(1500), code)) == ErrorCode::GiftCannotBuyGift);
    CHECK(must(pay(u"gift_card"_s, {}, code)).due == cents(1000));
    must(pay(u"cash"_s));
    must(validate());
    CHECK(balance(*this, code) == cents(3701));
}

TEST_CASE_METHOD(TillFixture, "a card is recharged, a blocked or unknown one is refused")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 1000, u"ABCD1234"_s);
    CHECK(refusal(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(100), u"abcd 1234"_s)) == ErrorCode::DuplicateKey);
    CHECK(refusal(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(0))) == ErrorCode::AmountInvalid);
    CHECK(refusal(checkout().rechargeGift(CommandId::generate(), u"NOPE1"_s, cents(100))) == ErrorCode::GiftUnknown);
    must(checkout().rechargeGift(CommandId::generate(), code, cents(500)));
    must(pay(u"cash"_s));
    must(validate());
    CHECK(balance(*this, code) == cents(1500));
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(GiftDesk{workplace()}.block(CommandId::generate(), code, u"volée"_s));
    addBear();
    CHECK(refusal(pay(u"gift_card"_s, {}, code)) == ErrorCode::GiftBlocked);
    CHECK(refusal(pay(u"gift_card"_s, {}, u"XXXX"_s)) == ErrorCode::GiftUnknown);
    CHECK(refusal(pay(u"gift_card"_s)) == ErrorCode::ReferenceMissing);
}

TEST_CASE_METHOD(TillFixture, "a scanned gift card shows its balance")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 2000);
    const auto found = must(checkout().scan(CommandId::generate(), code));
    CHECK(found.kind == ScanOutcome::Kind::GiftValue);
    CHECK(found.giftBalance == cents(2000));
}

TEST_CASE_METHOD(TillFixture, "gift value on a cart that is not sold goes back to its card with a manager's approval, once")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 2000);
    addBear();
    const auto paid = must(pay(u"gift_card"_s, {}, code));
    CHECK(refusal(checkout().reverse(CommandId::generate(), paid.payment)) == ErrorCode::NeedsApproval);
    approveBy();
    CHECK(must(checkout().reverse(CommandId::generate(), paid.payment)).due == cents(1299));
    CHECK(balance(*this, code) == cents(2000));
    approveBy();
    CHECK(refusal(checkout().reverse(CommandId::generate(), paid.payment)) == ErrorCode::CorrectionRefused);
    must(checkout().clear(CommandId::generate()));
    const auto report = must(desk().preview());
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE_METHOD(TillFixture, "a card payment on a cart that is not sold is given back through the terminal")
{
    startDay();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    addBear(2);
    const auto paid = must(payByCard(cents(1000)));
    const auto back = must(checkout().reverse(CommandId::generate(), paid.payment));
    CHECK(back.state == IntentState::Sent);
    CHECK(back.asked == cents(-1000));
    const auto done = must(checkout().finishCharge(back.intent, terminal.charge(back.intent, back.asked, {})));
    CHECK(done.due == cents(2598));
    CHECK(must(checkout().finishCharge(back.intent, failure(ErrorCode::Timeout))).payment == done.payment);
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    CHECK(sale.content.tenders.size() == 3);
    const auto report = must(desk().preview());
    CHECK(report.net == cents(2598));
    CHECK(report.identityLeft() == report.identityRight());
}
