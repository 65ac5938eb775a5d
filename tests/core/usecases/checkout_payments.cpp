// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/GiftDesk.h"
#include "core/usecases/PrintQueue.h"
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

QDate expiry(TillFixture &till, const QString &code)
{
    return must(GiftDesk{till.workplace()}.balance(code)).expiresOn;
}

void openOn(TillFixture &till, const QString &date)
{
    till.clock.set(fromRfc3339(date + u"T10:00:00.000+01:00"_s));
    must(till.desk().open(CommandId::generate(), {.amount = cents(0), .count = {}, .clockConfirmed = true}));
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

TEST_CASE_METHOD(TillFixture, "cheques of fixed value are taken at one of their values each, whatever is due")
{
    startDay();
    takeChequesAs(u"ancv"_s);
    addBear(2); // 25,98
    const auto refused = pay(u"ancv"_s, cents(3000));
    CHECK(refusal(refused) == ErrorCode::NotAFaceValue);
    CHECK(refused.error().values.value(1) == u"10,00\u202f€, 20,00\u202f€, 50,00\u202f€"_s);
    CHECK(refusal(pay(u"ancv"_s)) == ErrorCode::NotAFaceValue); // 25,98 is what is due, and no cheque
    CHECK(refusal(pay(u"ancv"_s, cents(0))) == ErrorCode::AmountInvalid);
    CHECK(must(checkout().view()).payments.empty());
    CHECK(must(pay(u"ancv"_s, cents(1000))).due == cents(1598));
    const auto last = must(pay(u"ancv"_s, cents(2000)));
    CHECK(last.due.isZero());
    CHECK(last.change.isZero());
    const auto sale = must(validate());
    REQUIRE(sale.content.tenders.size() == 2);
    CHECK(sale.content.tenders.back().payment.excess == cents(402)); // 30,00 − 25,98
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
    const auto paid = must(pay(u"gift_card"_s, {}, kept));
    CHECK(must(validate()).content.tenders.front().payment.excess.isZero());
    CHECK(balance(*this, kept).isZero());
    REQUIRE(paid.newVoucher.startsWith(u"GV"));
    const auto rest = must(GiftDesk{workplace()}.balance(paid.newVoucher));
    CHECK(rest.balance == cents(701));
    CHECK(rest.kind == GiftKind::Voucher);
    CHECK(rest.expiresOn == expiry(*this, kept));
    const auto report = must(desk().preview());
    CHECK(report.giftUsed == cents(1299 + 2000)); // the first voucher whole, its rest lost
    CHECK(report.giftLiabilityAfter == cents(701));
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE_METHOD(TillFixture, "a slip is printed for what is left of a voucher")
{
    startDay();
    changeSettings([](TillSettings &settings) { settings.voucherRestIsNewVoucher = true; });
    const QString code = sellGift(*this, GiftKind::Voucher, 2000);
    addBear();
    const auto before = must(PrintQueue{workplace()}.waiting()).size();
    const auto paid = must(pay(u"gift_card"_s, {}, code));
    const auto jobs = must(PrintQueue{workplace()}.waiting());
    REQUIRE(jobs.size() == before + 1);
    CHECK(std::ranges::any_of(jobs.back().paper.items, [&](const PaperItem &item) {
        const auto *qr = std::get_if<PaperQr>(&item);
        return qr && qr->payload == paid.newVoucher;
    }));
}

namespace {

/// The papers in the spool, oldest first, as text; codes without the dashes that group them.
QStringList spooled(TillFixture &till)
{
    QStringList papers;
    for (const PrintJob &job : must(PrintQueue{till.workplace()}.waiting()))
        papers.append(plainText(job.paper).remove(u'-'));
    return papers;
}

} // namespace

TEST_CASE_METHOD(TillFixture, "gift value is handed over as a slip with its whole code, and a receipt says what is left on it")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 5000);
    const QStringList slips = spooled(*this).filter(code);
    REQUIRE(slips.size() == 1);
    CHECK(slips.front().contains(u"50,00"));
    addBear();
    must(pay(u"gift_card"_s, {}, code));
    must(validate());
    CHECK(spooled(*this).back().contains(u"37,01")); // 50,00 less 12,99
    must(checkout().rechargeGift(CommandId::generate(), code, cents(1000)));
    must(pay(u"cash"_s));
    must(validate());
    CHECK(spooled(*this).back().contains(u"47,01"));
}

TEST_CASE_METHOD(TillFixture, "gift value is booked under the method of its kind, whichever was touched")
{
    startDay();
    auto catalogue = std::make_shared<Catalogue>(*workplace().catalogue);
    for (PaymentMethod &method : catalogue->paymentMethods)
        if (method.type == PaymentType::VoucherStore)
            method.giftKind = GiftKind::Card;
    PaymentMethod vouchers = *catalogue->paymentMethod(u"gift_card"_s);
    vouchers.key = u"gift_voucher"_s;
    vouchers.giftKind = GiftKind::Voucher;
    catalogue->paymentMethods.push_back(vouchers);
    workplace().catalogue = catalogue;
    const QString voucher = sellGift(*this, GiftKind::Voucher, 500);
    const QString card = sellGift(*this, GiftKind::Card, 500);
    addBear();
    must(pay(u"gift_card"_s, {}, voucher));
    must(pay(u"gift_voucher"_s, {}, card));
    const auto payments = must(checkout().view()).payments;
    REQUIRE(payments.size() == 2);
    CHECK(payments[0].method == u"gift_voucher");
    CHECK(payments[1].method == u"gift_card");
}

TEST_CASE_METHOD(TillFixture, "a kind of gift value for which this till has no method is refused")
{
    startDay();
    const QString voucher = sellGift(*this, GiftKind::Voucher, 500);
    auto catalogue = std::make_shared<Catalogue>(*workplace().catalogue);
    for (PaymentMethod &method : catalogue->paymentMethods)
        method.giftKind = GiftKind::Card;
    workplace().catalogue = catalogue;
    addBear();
    CHECK(refusal(pay(u"gift_card"_s, {}, voucher)) == ErrorCode::MethodNotAllowed);
    CHECK(countFacts(u"GIFT_USED"_s) == 0);
}

TEST_CASE_METHOD(TillFixture, "gift value is good for the months of the setting, the Z after the date writes it off")
{
    startDay();
    changeSettings([](TillSettings &settings) { settings.giftValidityMonths = 12; });
    const QString code = sellGift(*this, GiftKind::Card, 2000);
    CHECK(expiry(*this, code) == QDate(2027, 11, 23));
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(desk().close(CommandId::generate(), {}));
    openOn(*this, u"2027-11-23"_s);
    CHECK(must(desk().close(CommandId::generate(), {})).giftExpired.isZero());
    openOn(*this, u"2027-11-24"_s);
    addBear();
    CHECK(refusal(pay(u"gift_card"_s, {}, code)) == ErrorCode::GiftExpired);
    CHECK(must(desk().close(CommandId::generate(), {})).giftExpired == cents(2000));
    CHECK(balance(*this, code).isZero());
}

TEST_CASE_METHOD(TillFixture, "a recharge renews the date of a card, not of one that is good for ever")
{
    startDay();
    changeSettings([](TillSettings &settings) { settings.giftValidityMonths = 0; });
    const QString forEver = sellGift(*this, GiftKind::Card, 1000);
    changeSettings([](TillSettings &settings) { settings.giftValidityMonths = 12; });
    const QString dated = sellGift(*this, GiftKind::Card, 500);
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(desk().close(CommandId::generate(), {}));
    openOn(*this, u"2027-03-01"_s);
    for (const QString &code : {forEver, dated}) {
        must(checkout().rechargeGift(CommandId::generate(), code, cents(100)));
        must(pay(u"cash"_s));
        must(validate());
    }
    CHECK(expiry(*this, forEver).isNull());
    CHECK(expiry(*this, dated) == QDate(2028, 3, 1));
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
    const auto typed = GiftDesk{workplace()}.block(CommandId::generate(), code, u"volée à Marie"_s);
    CHECK(refusal(typed) == ErrorCode::ReasonMissing);
    CHECK(countFacts(u"GIFT_BLOCKED"_s) == 0);
    must(GiftDesk{workplace()}.block(CommandId::generate(), code, u"stolen"_s));
    addBear();
    CHECK(refusal(pay(u"gift_card"_s, {}, code)) == ErrorCode::GiftBlocked);
    CHECK(refusal(pay(u"gift_card"_s, {}, u"XXXX"_s)) == ErrorCode::GiftUnknown);
    CHECK(refusal(pay(u"gift_card"_s)) == ErrorCode::ReferenceMissing);
}

TEST_CASE_METHOD(TillFixture, "without the centre a gift code pays up to the limit since the last contact (decisions 7)")
{
    startDay();
    const QString code = sellGift(*this, GiftKind::Card, 10'000);
    workplace().settings.giftOfflineLimitCents = 2000;
    addBear();
    must(pay(u"gift_card"_s, {}, code)); // a till without a centre knows all
    must(validate());
    clock.advance(std::chrono::minutes{1});
    workplace().centre = {.enrolled = true, .lastContact = clock.now(), .trouble = ErrorCode::CentreUnreachable};
    clock.advance(std::chrono::minutes{1});
    addBear();
    must(pay(u"gift_card"_s, {}, code));
    must(validate());
    addBear();
    const auto refused = pay(u"gift_card"_s, {}, code);
    REQUIRE(refusal(refused) == ErrorCode::GiftOfflineLimit);
    CHECK(refused.error().values == QStringList{code, formatMoney(cents(701))});
    must(pay(u"gift_card"_s, cents(701), code));
    const auto spent = pay(u"gift_card"_s, cents(1), code);
    REQUIRE(refusal(spent) == ErrorCode::GiftOfflineLimit);
    CHECK(spent.error().values == QStringList{code});
    workplace().centre = {.enrolled = true, .lastContact = clock.now(), .trouble = {}};
    CHECK(must(pay(u"gift_card"_s, {}, code)).due == Money{});
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
