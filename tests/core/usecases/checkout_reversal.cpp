// SPDX-License-Identifier: GPL-3.0-or-later
// Card payments of a cart that go back, and approvals that come too late (decisions 3, hardware.md §2.9, §2.10).
#include "core/facts/DocumentNumberText.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TerminalThread.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Charge named(qint64 amount, const QString &transaction)
{
    Charge charge{.state = ChargeState::Approved, .authorised = cents(amount), .reference = u"A1"_s, .text = {}};
    charge.transaction = transaction;
    charge.card.brand = u"Bancontact"_s;
    charge.card.maskedPan = u"6703444444444449"_s;
    return charge;
}

Charge saying(ChargeState state)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = {}};
}

/// A manager, a bear on the cart, and terminals that name what they did.
class ReversalFixture : public TillFixture
{
public:
    ReversalFixture()
    {
        startDay();
        must(staff().logIn(u"manager"_s, u"2222"_s));
    }
    /// A card payment of the cart, which the terminal named.
    PaymentOutcome paidAs(const QString &transaction, qint64 amount = 1000)
    {
        addBear();
        const auto started = must(pay(u"bancontact"_s, cents(amount)));
        return must(checkout().finishCharge(started.intent, named(amount, transaction)));
    }
    Result<PaymentOutcome> giveBack(const Id<Payment> &payment) { return checkout().reverse(CommandId::generate(), payment); }
    PaymentIntent intent(const Id<PaymentIntent> &id) { return must(PaymentStore{workplace().db()}.intent(id)).value(); }
    /// A bear that a person says was not paid by card, and that was sold for cash; the terminal approves it all the same.
    Id<PaymentIntent> lateApproval()
    {
        addBear();
        terminal.scriptNext(ChargeState::Unknown);
        const auto doubt = must(payByCard());
        must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Declined, {}));
        must(pay(u"cash"_s));
        must(validate());
        must(checkout().finishCharge(doubt.intent, named(1299, u"T7"_s)));
        return doubt.intent;
    }
    void balances()
    {
        const auto report = must(desk().preview());
        CHECK(report.identityLeft() == report.identityRight());
    }
};

/// Takes back only with the card.
class NoReversals final : public PaymentTerminal
{
public:
    QString name() const override { return u"manual"_s; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money amount, const Progress &) override
    {
        charged.push_back(amount);
        return Charge{.state = ChargeState::Approved, .authorised = amount, .reference = {}, .text = {}};
    }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money) override
    {
        ++lookUps;
        return found;
    }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money amount, const QString &transaction) override
    {
        reversed << u"%1 %2"_s.arg(transaction).arg(amount.cents());
        return saying(ChargeState::Declined);
    }
    Result<QString> diagnose() override { return QString{}; }
    Result<TerminalTotals> totals(bool) override { return TerminalTotals{}; }
    void cancel() noexcept override {}

    std::vector<Money> charged;
    QStringList reversed;
    int lookUps = 0;
    Charge found = saying(ChargeState::Unknown);
};

/// A till on a thread of its own, with a terminal that is not the scripted one.
struct RunningTill
{
    RunningTill(TillFixture &fixture, PaymentTerminal &terminal) : terminals{terminal, till}
    {
        fixture.closeTill();
        must(till.open({.dataFolder = fixture.folder.path(), .clock = &fixture.clock, .terminal = &terminal}));
        must(till.call([](Workplace &workplace) { return Staff{workplace}.logIn(u"manager"_s, u"2222"_s); }).result());
    }
    ~RunningTill() { terminals.stop(); }

    TillThread till;
    TerminalThread terminals;
};

} // namespace

TEST_CASE_METHOD(ReversalFixture, "a card payment that the terminal has named goes back as a reversal of exactly that")
{
    const auto paid = paidAs(u"T1"_s);
    restart();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(intent(paid.intent).transaction == u"T1");
    CHECK(intent(paid.intent).card.brand == u"Bancontact");
    CHECK(intent(paid.intent).card.maskedPan == u"************4449");
    const auto back = must(giveBack(paid.payment));
    CHECK(back.transaction == u"T1");
    CHECK(back.asked == cents(-1000));
    CHECK(intent(back.intent).reverses == u"T1");
    CHECK(must(checkout().finishCharge(back.intent, named(-1000, u"T2"_s))).due == cents(1299));
    CHECK(refusal(giveBack(paid.payment)) == ErrorCode::CorrectionRefused);
    must(checkout().clear(CommandId::generate()));
    balances();
}

TEST_CASE_METHOD(ReversalFixture, "what the terminal gave back is what counts: a part leaves a rest, which goes back with the card")
{
    const auto paid = paidAs(u"T1"_s);
    const auto part = must(giveBack(paid.payment));
    CHECK(must(checkout().finishCharge(part.intent, named(-600, u"T2"_s))).due == cents(899));
    CHECK(must(checkout().view()).returnable == std::vector{paid.payment});
    const auto rest = must(giveBack(paid.payment));
    CHECK(rest.transaction.isEmpty());
    CHECK(rest.asked == cents(-400));
    CHECK(must(checkout().finishCharge(rest.intent, named(-500, u"T3"_s))).due == cents(1299));
    CHECK(must(checkout().view()).returnable.empty());
    must(pay(u"cash"_s));
    const auto sale = must(validate());
    REQUIRE(sale.content.tenders.size() == 4);
    CHECK(sale.content.tenders[2].payment.received() == cents(-500)); // a euro too much is the till's loss
    CHECK(sale.content.tenders[2].payment.tip == cents(-100));
    balances();
}

TEST_CASE_METHOD(ReversalFixture, "a reversal that the terminal refuses becomes a refund with the card, now and later")
{
    const auto paid = paidAs(u"T1"_s);
    const auto back = must(giveBack(paid.payment));
    const bool isAnswer = GENERATE(true, false);
    const auto refused = must(checkout().finishCharge(back.intent, isAnswer ? Result<Charge>{saying(ChargeState::Declined)}
                                                                            : failure(ErrorCode::InvalidInput, u"not mine"_s)));
    CHECK(refused.reversalRefused);
    const auto card = must(checkout().refundInstead(back.intent));
    CHECK(card.state == IntentState::Sent);
    CHECK(card.transaction.isEmpty());
    CHECK(card.asked == cents(-1000));
    CHECK(refusal(checkout().refundInstead(back.intent)) == ErrorCode::IntentPending);
    CHECK_FALSE(must(checkout().finishCharge(card.intent, saying(ChargeState::Declined))).reversalRefused);
    CHECK(refusal(checkout().refundInstead(card.intent)) == ErrorCode::CorrectionRefused);
    CHECK(must(giveBack(paid.payment)).transaction == (isAnswer ? QString{} : u"T1"_s));
}

TEST_CASE_METHOD(ReversalFixture, "a reversal that never reached the terminal is tried again as one")
{
    const auto paid = paidAs(u"T1"_s);
    const auto back = must(giveBack(paid.payment));
    CHECK_FALSE(must(checkout().finishCharge(back.intent, failure(ErrorCode::TerminalUnavailable))).reversalRefused);
    CHECK(must(giveBack(paid.payment)).transaction == u"T1");
}

TEST_CASE_METHOD(ReversalFixture, "the terminal's thread reverses, and asks for the card where the terminal refuses")
{
    const auto paid = paidAs(u"T1"_s);
    NoReversals linked;
    RunningTill running{*this, linked};
    const auto back = must(
        running.till
            .call([payment = paid.payment](Workplace &workplace) { return Checkout{workplace}.reverse(CommandId::generate(), payment); })
            .result());
    const auto done = must(running.terminals.charge(back.request(), {}).result());
    CHECK(linked.reversed == QStringList{u"T1 1000"_s});
    CHECK(linked.charged == std::vector{cents(-1000)});
    CHECK(done.state == IntentState::Approved);
    CHECK(done.due == cents(1299));
}

TEST_CASE_METHOD(ReversalFixture, "a late approval is a task that no look-up books and that keeps nobody from selling")
{
    const auto late = lateApproval();
    CHECK(intent(late).late);
    CHECK(must(desk().state()).doubtfulPayments == 1);
    must(checkout().recordLookUp(late, named(1299, u"T7"_s)));
    must(checkout().finishCharge(late, named(1299, u"T7"_s)));
    CHECK(must(checkout().lookUps()).empty());
    CHECK(must(TerminalDesk{workplace()}.questions(u"manual"_s)) == TerminalQuestions{});
    CHECK(must(desk().state()).doubtfulPayments == 1);
    CHECK(must(desk().preview()).identityLeft() == must(desk().preview()).identityRight());
    addBear();
    must(payByCard());
    must(validate());
    must(checkout().resolve(CommandId::generate(), late, ChargeState::Declined, {})); // it was cancelled at the terminal
    CHECK(must(checkout().openIntents()).empty());
    CHECK(must(checkout().unconfirmed()).empty());
    balances();
}

TEST_CASE_METHOD(ReversalFixture, "a late approval is booked with what the terminal took, when a manager says so")
{
    addBear();
    terminal.scriptNext(ChargeState::Unknown);
    const auto doubt = must(payByCard());
    must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Declined, {}));
    must(checkout().recordLookUp(doubt.intent, named(1000, u"T7"_s)));
    CHECK(refusal(validate()) == ErrorCode::IntentPending);
    CHECK(must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Approved, {})).due == cents(299));
    CHECK(intent(doubt.intent).reference == u"A1");
}

TEST_CASE_METHOD(ReversalFixture, "a late approval that nobody needs is given back: it came and it went")
{
    const auto late = lateApproval();
    const auto back = must(checkout().giveBackLate(CommandId::generate(), late));
    CHECK(back.transaction == u"T7");
    CHECK(back.asked == cents(-1299));
    CHECK(refusal(checkout().resolve(CommandId::generate(), late, ChargeState::Approved, {})) == ErrorCode::IntentPending);
    CHECK(refusal(checkout().giveBackLate(CommandId::generate(), late)) == ErrorCode::IntentPending);
    SECTION("the terminal agrees")
    {
        CHECK(must(checkout().finishCharge(back.intent, named(-1299, u"T8"_s))).state == IntentState::Approved);
        CHECK(must(checkout().openIntents()).empty());
        CHECK(countFacts(u"PAYMENT"_s) == 3);
        const auto charged = must(PaymentStore{workplace().db()}.chargedAt(u"manual"_s, must(workplace().openSession()).id));
        CHECK(charged.amount.isZero());
        CHECK(charged.count == 2);
    }
    SECTION("the terminal refuses: the task stays")
    {
        const auto refused = must(checkout().finishCharge(back.intent, saying(ChargeState::Declined)));
        CHECK_FALSE(refused.reversalRefused);
        CHECK(must(checkout().openIntents()).front().id == late);
        CHECK(countFacts(u"PAYMENT"_s) == 1);
    }
    balances();
}

TEST_CASE_METHOD(ReversalFixture, "only a late approval that the terminal has named is given back like that")
{
    addBear();
    terminal.scriptNext(ChargeState::Unknown);
    const auto doubt = must(payByCard());
    CHECK(refusal(checkout().giveBackLate(CommandId::generate(), doubt.intent)) == ErrorCode::CorrectionRefused);
    must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Declined, {}));
    must(checkout().recordLookUp(doubt.intent, named(1299, {})));
    CHECK(refusal(checkout().giveBackLate(CommandId::generate(), doubt.intent)) == ErrorCode::CorrectionRefused);
}

TEST_CASE_METHOD(ReversalFixture, "money that went back after a person said that it had not is booked when a person says so")
{
    const auto paid = paidAs(u"T1"_s, 1299);
    const auto back = must(giveBack(paid.payment));
    must(checkout().finishCharge(back.intent, saying(ChargeState::Unknown)));
    must(checkout().resolve(CommandId::generate(), back.intent, ChargeState::Declined, {}));
    const bool isSold = GENERATE(true, false);
    if (isSold)
        must(validate());
    must(checkout().recordLookUp(back.intent, named(-1299, u"T2"_s)));
    const auto decided = must(checkout().resolve(CommandId::generate(), back.intent, ChargeState::Approved, {}));
    CHECK_FALSE(decided.payment.isNull());
    CHECK(countFacts(u"PAYMENT"_s) == 2);
    CHECK(must(PaymentStore{workplace().db()}.payment(decided.payment)).payment.received() == cents(-1299));
}

TEST_CASE_METHOD(ReversalFixture, "a refund that the terminal made after a person said that it had not is booked when a person says so")
{
    putReason(u"retour"_s, Reason::Kind::Refund);
    must(workplace().documentsChanged());
    addBear();
    must(payByCard());
    const auto sale = must(validate());
    DossierDesk dossiers{workplace()};
    const auto started =
        must(dossiers.refund(CommandId::generate(), sale.dossierNumber, {.lines = {}, .reason = u"retour"_s, .restock = true},
                             {.method = u"bancontact"_s, .reference = {}, .giftCode = {}}));
    must(dossiers.finishRefund(started.intent, saying(ChargeState::Unknown)));
    must(checkout().resolve(CommandId::generate(), started.intent, ChargeState::Declined, {}));
    CHECK(must(dossiers.finishRefund(started.intent, named(-1299, {}))).state == IntentState::Unknown);
    CHECK(must(dossiers.finishRefund(started.intent, named(-1299, {}))).state == IntentState::Unknown);
    CHECK(countFacts(u"REFUND"_s) == 0);
    must(checkout().resolve(CommandId::generate(), started.intent, ChargeState::Approved, {}));
    CHECK(countFacts(u"REFUND"_s) == 1);
    balances();
}

TEST_CASE_METHOD(ReversalFixture, "what a person has decided is asked about until the terminal has answered, and its approval is a task")
{
    addBear();
    terminal.scriptNext(ChargeState::Unknown);
    const auto doubt = must(payByCard());
    must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Declined, {}));
    NoReversals linked;
    const auto state = GENERATE(ChargeState::Unknown, ChargeState::NotStarted, ChargeState::Approved);
    linked.found = state == ChargeState::Approved ? named(1299, u"T7"_s) : saying(state);
    RunningTill running{*this, linked};
    for (int times = 0; times < 6; ++times)
        running.terminals.confirmDecisions().result();
    CHECK(linked.lookUps == (state == ChargeState::Unknown ? 3 : 1));
    const auto open = must(running.till.call([](Workplace &workplace) { return Checkout{workplace}.openIntents(); }).result());
    CHECK(open.size() == (state == ChargeState::Approved ? 1 : 0));
    const auto doubts = running.till.call([](Workplace &workplace) { return Checkout{workplace}.unconfirmed(); }).result();
    CHECK(must(doubts).size() == (state == ChargeState::Unknown ? 1 : 0));
}

namespace {

QStringList linesOf(const Paper &paper)
{
    QStringList texts;
    for (const PaperItem &item : paper.items)
        if (const auto *text = std::get_if<PaperText>(&item))
            texts << text->text;
    return texts;
}

Charge withSlip(qint64 amount, const QString &line)
{
    Charge charge = named(amount, {});
    charge.customerSlip = {line};
    return charge;
}

} // namespace

TEST_CASE_METHOD(ReversalFixture, "the slip of a deposit is printed with its order, that of the refund with the paper that says it is back")
{
    putReason(u"retour"_s, Reason::Kind::Refund);
    must(workplace().documentsChanged());
    addBear();
    const auto started = must(pay(u"bancontact"_s, cents(500)));
    must(checkout().finishCharge(started.intent, withSlip(500, u"SLIP OF THE DEPOSIT"_s)));
    ValidateRequest later;
    later.paymentToCome = true;
    later.dueOn = QDate{2026, 12, 1};
    const auto order = must(validate(later));
    PrintQueue queue{workplace()};
    const auto printed = must(queue.next());
    CHECK(linesOf(printed->paper).contains(u"SLIP OF THE DEPOSIT"_s));
    must(queue.discard(printed->id));
    DossierDesk dossiers{workplace()};
    const auto back =
        must(dossiers.refund(CommandId::generate(), order.dossierNumber, {.lines = {}, .reason = u"retour"_s, .restock = true},
                             {.method = u"bancontact"_s, .reference = {}, .giftCode = {}}));
    must(dossiers.finishRefund(back.intent, withSlip(-500, u"SLIP OF THE RETURN"_s)));
    CHECK(linesOf(must(queue.next())->paper).contains(u"SLIP OF THE RETURN"_s));
}

TEST_CASE_METHOD(ReversalFixture, "the slip of a refund is kept over a restart and printed with the refund and with its copy")
{
    putReason(u"retour"_s, Reason::Kind::Refund);
    must(workplace().documentsChanged());
    addBear();
    must(pay(u"cash"_s, cents(5000)));
    const auto sale = must(validate());
    addBear();
    must(payByCard());
    const auto byCard = must(validate());
    PrintQueue queue{workplace()};
    while (const auto job = must(queue.next()))
        must(queue.discard(job->id));
    const auto back = must(DossierDesk{workplace()}.refund(CommandId::generate(), byCard.dossierNumber,
                                                           {.lines = {}, .reason = u"retour"_s, .restock = true},
                                                           {.method = u"bancontact"_s, .reference = {}, .giftCode = {}}));
    const auto done = must(DossierDesk{workplace()}.finishRefund(back.intent, withSlip(-1299, u"SLIP OF THE REFUND"_s)));
    restart();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(linesOf(must(PrintQueue{workplace()}.next())->paper).contains(u"SLIP OF THE REFUND"_s));
    const Paper copy = must(DossierDesk{workplace()}.copy(CommandId::generate(), documentNumberText(done.receipt)));
    CHECK(linesOf(copy).contains(u"SLIP OF THE REFUND"_s));
}
