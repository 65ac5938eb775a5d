// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TerminalThread.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Charge approved(qint64 amount)
{
    return {.state = ChargeState::Approved, .authorised = cents(amount), .reference = u"A1"_s, .text = {}};
}
Charge answered(ChargeState state)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = {}};
}

} // namespace

TEST_CASE_METHOD(TillFixture, "the intent is in the ledger as sent before the terminal is called")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    CHECK(started.state == IntentState::Sent);
    CHECK(started.asked == cents(1299));
    CHECK(started.payment.isNull());
    restart();
    const auto open = must(checkout().openIntents());
    REQUIRE(open.size() == 1);
    CHECK(open[0].state == IntentState::Sent);
    CHECK(open[0].asked == cents(1299));
    CHECK(countFacts(u"INTENT_PERSISTED"_s) == 1);
    CHECK(countFacts(u"INTENT_SENT"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "an approval books the payment, and the same answer again books nothing")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    const auto first = must(checkout().finishCharge(started.intent, approved(1299)));
    const auto again = must(checkout().finishCharge(started.intent, approved(1299)));
    CHECK(first.state == IntentState::Approved);
    CHECK(first.due.isZero());
    CHECK(again.payment == first.payment);
    CHECK(countFacts(u"PAYMENT"_s) == 1);
    must(validate());
    CHECK(countFacts(u"PAYMENT"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "a declined or unstarted charge leaves everything due, and can be tried again")
{
    startDay();
    addBear();
    terminal.scriptNext(ChargeState::Declined);
    CHECK(must(payByCard()).state == IntentState::Declined);
    const auto started = must(pay(u"bancontact"_s));
    const auto failed = must(checkout().finishCharge(started.intent, failure(ErrorCode::TerminalUnavailable)));
    CHECK(failed.state == IntentState::NotStarted);
    CHECK(failed.due == cents(1299));
    CHECK(must(payByCard()).due.isZero());
    CHECK(must(checkout().openIntents()).empty());
}

TEST_CASE_METHOD(TillFixture, "an unknown charge stays open and lets nobody pay again until it is decided")
{
    startDay();
    addBear();
    terminal.scriptNext(ChargeState::Unknown);
    CHECK(must(payByCard()).state == IntentState::Unknown);
    CHECK(refusal(pay(u"bancontact"_s)) == ErrorCode::IntentPending);
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::IntentPending);
    CHECK(refusal(validate()) == ErrorCode::IntentPending);
    CHECK(refusal(checkout().clear(CommandId::generate())) == ErrorCode::IntentPending);
    CHECK(must(checkout().view()).openIntents.size() == 1);
    restart();
    must(staff().logIn(u"seller"_s, u"1111"_s));
    const auto open = must(checkout().openIntents());
    REQUIRE(open.size() == 1);
    CHECK(open[0].state == IntentState::Unknown);
    CHECK(refusal(checkout().resolve(CommandId::generate(), open[0].id, ChargeState::Approved, u"A9"_s)) == ErrorCode::NeedsApproval);
    approveBy();
    const auto command = CommandId::generate();
    const auto resolved = must(checkout().resolve(command, open[0].id, ChargeState::Approved, u"A9"_s));
    CHECK(resolved.due.isZero());
    CHECK(must(checkout().resolve(command, open[0].id, ChargeState::Approved, u"A9"_s)).payment == resolved.payment);
    CHECK(countFacts(u"PAYMENT"_s) == 1);
    must(validate());
    CHECK(must(desk().preview()).manualResolutions == 1);
}

TEST_CASE_METHOD(TillFixture, "a doubt decided as not paid leaves the sale to be paid otherwise")
{
    startDay();
    addBear();
    terminal.scriptNext(ChargeState::Unknown);
    const auto doubt = must(payByCard());
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(refusal(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Unknown, {})) == ErrorCode::InvalidInput);
    CHECK(must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Declined, {})).due == cents(1299));
    CHECK(refusal(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Approved, {})) == ErrorCode::CorrectionRefused);
    must(pay(u"cash"_s));
    must(validate());
}

TEST_CASE_METHOD(TillFixture, "what was authorised is booked: less leaves a rest, more is a tip")
{
    startDay();
    addBear();
    terminal.scriptNext(ChargeState::Approved, cents(1000));
    CHECK(must(payByCard()).due == cents(299));
    terminal.scriptNext(ChargeState::Approved, cents(399));
    CHECK(must(payByCard()).due.isZero());
    const auto sale = must(validate());
    CHECK(sale.content.tenders[0].payment.amount == cents(1000));
    CHECK(sale.content.tenders[1].payment.tip == cents(100));
    CHECK(sale.content.total == cents(1299));
}

TEST_CASE_METHOD(TillFixture, "a late approval reaches the cart that was parked meanwhile")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    must(checkout().finishCharge(started.intent, answered(ChargeState::Unknown)));
    must(checkout().park(CommandId::generate(), u"A"_s));
    addBear();
    must(pay(u"cash"_s));
    must(validate());
    must(checkout().finishCharge(started.intent, approved(1299)));
    const auto parked = must(checkout().parked());
    REQUIRE(parked.size() == 1);
    CHECK(parked[0].paid == cents(1299));
    must(checkout().recall(CommandId::generate(), parked[0].id));
    must(validate());
    CHECK(countFacts(u"SALE"_s) == 2);
}

TEST_CASE_METHOD(TillFixture, "a second charge is refused while one is open, on another cart too")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    must(checkout().park(CommandId::generate(), u"A"_s));
    addBear();
    CHECK(refusal(pay(u"bancontact"_s)) == ErrorCode::IntentPending);
    must(checkout().finishCharge(started.intent, answered(ChargeState::Declined)));
    must(payByCard());
}

TEST_CASE_METHOD(TillFixture, "a command repeated after its answer was lost never charges again")
{
    startDay();
    addBear();
    PaymentRequest request;
    request.method = u"bancontact"_s;
    const auto command = CommandId::generate();
    const auto started = must(checkout().pay(command, request));
    const auto repeated = must(checkout().pay(command, request));
    CHECK(repeated.intent == started.intent);
    CHECK(repeated.state == IntentState::Unknown);
    must(checkout().finishCharge(started.intent, approved(1299)));
    CHECK(must(checkout().pay(command, request)).state == IntentState::Approved);
    CHECK(countFacts(u"INTENT_SENT"_s) == 1);
    CHECK(countFacts(u"PAYMENT"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "a crash between the two facts of an intent sends once, after the restart")
{
    startDay();
    addBear();
    PaymentRequest request;
    request.method = u"bancontact"_s;
    const auto command = CommandId::generate();
    int statement = 0;
    for (;; ++statement) {
        REQUIRE(statement < 200);
        failNthQueryForTest(statement);
        const auto started = checkout().pay(command, request);
        failNthQueryForTest(-1);
        restart();
        must(staff().logIn(u"seller"_s, u"1111"_s));
        const auto open = must(checkout().openIntents());
        CHECK(open.size() <= 1);
        if (started)
            break;
        CHECK((open.empty() || open[0].state == IntentState::Persisted));
    }
    CHECK(countFacts(u"INTENT_PERSISTED"_s) == 1);
    CHECK(countFacts(u"INTENT_SENT"_s) == 1);
    CHECK(statement > 10);
}

TEST_CASE_METHOD(TillFixture, "whichever statement fails while an approval is booked, it is booked whole, and once")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    int statement = 0;
    for (failNthQueryForTest(0); !checkout().finishCharge(started.intent, approved(1299)); failNthQueryForTest(++statement)) {
        failNthQueryForTest(-1);
        REQUIRE(statement < 200);
        CHECK(countFacts(u"PAYMENT"_s) == 0);
        CHECK(must(checkout().openIntents()).size() == 1);
        CHECK(must(checkout().view()).balance.paid.isZero());
    }
    failNthQueryForTest(-1);
    CHECK(statement > 10);
    CHECK(countFacts(u"PAYMENT"_s) == 1);
    CHECK(countFacts(u"INTENT_RESOLVED"_s) == 1);
    CHECK(must(checkout().view()).balance.due().isZero());
}

TEST_CASE_METHOD(TillFixture, "an approval that comes after a person said not paid opens the doubt again instead of being lost")
{
    startDay();
    addBear();
    terminal.scriptNext(ChargeState::Unknown);
    const auto doubt = must(payByCard());
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Declined, {}));
    must(pay(u"cash"_s));
    must(validate());
    must(checkout().recordLookUp(doubt.intent, answered(ChargeState::Declined)));
    CHECK(must(checkout().openIntents()).empty());
    must(checkout().recordLookUp(doubt.intent, approved(1299)));
    const auto open = must(checkout().openIntents());
    REQUIRE(open.size() == 1);
    CHECK(open[0].state == IntentState::Unknown);
    CHECK(open[0].reference == u"A1");
    CHECK(must(desk().state()).doubtfulPayments == 1);
    must(checkout().resolve(CommandId::generate(), doubt.intent, ChargeState::Approved, {}));
    CHECK(must(desk().state()).doubtfulPayments == 0);
    CHECK(must(desk().preview()).pendingPayments == cents(1299));
}

namespace {

/// Knows what became of what it was asked before; takes nothing new.
class AskedTerminal : public PaymentTerminal
{
public:
    QString name() const override { return u"manual"_s; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money, const Progress &) override { return failure(ErrorCode::TerminalUnavailable); }
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money) override
    {
        asked.push_back(intent);
        return knows ? Result<Charge>{approved(1299)} : failure(ErrorCode::TerminalUnavailable);
    }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money, const QString &) override { return failure(ErrorCode::TerminalUnavailable); }
    Result<QString> diagnose() override { return QString{}; }
    Result<TerminalTotals> totals(bool) override { return TerminalTotals{}; }
    void cancel() noexcept override {}

    std::vector<Id<PaymentIntent>> asked;
    bool knows = true;
};

} // namespace

TEST_CASE_METHOD(TillFixture, "at the start the terminal is asked what became of a charge that a crash has cut, before anything is sent")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    closeTill();
    AskedTerminal asked;
    const bool knows = GENERATE(true, false);
    asked.knows = knows;
    TillThread till;
    must(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &asked}));
    TerminalThread terminals{asked, till};
    terminals.resolveOpen().result();
    CHECK(asked.asked == std::vector{started.intent});
    const auto view = till.call([](Workplace &workplace) { return Checkout{workplace}.view(); }).result();
    CHECK(must(view).balance.due() == (knows ? cents(0) : cents(1299)));
    const auto state = till.call([](Workplace &workplace) { return TillDesk{workplace}.state(); }).result();
    CHECK(must(state).doubtfulPayments == (knows ? 0 : 1));
    terminals.stop();
}

TEST_CASE_METHOD(TillFixture,
                 "the slips of the terminal are kept, printed with the receipt, and printed again with its copy; card numbers are masked")
{
    startDay();
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    Charge charge = approved(1299);
    charge.customerSlip = {u"   BANCONTACT"_s, u"PAN 6703 4444 4444 4449"_s};
    charge.merchantSlip = {u"SIGNATURE"_s};
    charge.signatureRequired = GENERATE(false, true);
    must(checkout().finishCharge(started.intent, charge));
    restart();
    must(staff().logIn(u"seller"_s, u"1111"_s));
    const auto sold = must(validate());
    const auto lines = [&](const Paper &paper) {
        QStringList texts;
        for (const PaperItem &item : paper.items)
            if (const auto *text = std::get_if<PaperText>(&item))
                texts << text->text;
        return texts;
    };
    const QStringList printed = lines(must(PrintQueue{workplace()}.next())->paper);
    CHECK(printed.contains(u"   BANCONTACT"_s));
    CHECK(printed.contains(u"PAN ***************4449"_s));
    CHECK(printed.contains(u"SIGNATURE"_s) == charge.signatureRequired);
    const Paper copy = must(DossierDesk{workplace()}.copy(CommandId::generate(), sold.dossierNumber));
    CHECK(lines(copy).contains(u"   BANCONTACT"_s));
}
