// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceMemory.h"
#include "hardware/zvt/ZvtOutcome.h"
#include "tests/hardware/zvt/ZvtFixture.h"

#include <QTemporaryDir>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using End = ZvtAnswer::End;
using Kept = ZvtRecord::Kind;

const QDateTime sent{QDate{2026, 11, 24}, QTime{14, 0}, brussels()};

ZvtRecord record(Kept kind = Kept::Payment)
{
    return {.intent = Id<PaymentIntent>::generate(), .kind = kind, .amount = price, .before = {.isKnown = true, .receipt = 22}, .at = sent};
}

ZvtStatus status(int receipt, Money amount = price, quint8 result = 0)
{
    return {.result = result, .amount = amount, .currency = u"0978"_s, .receipt = receipt, .time = QTime{14, 1}};
}

ChargeState stateOf(const ZvtAnswer &answer, const ZvtRecord &of = record())
{
    return zvtChargeFrom(answer, of, false).state;
}

TEST_CASE("only a completion after a fitting success is an approval")
{
    using enum ChargeState;
    CHECK(stateOf({.end = End::Completed, .status = status(23)}) == Approved);
    CHECK(stateOf({.end = End::Completed, .status = std::nullopt}) == Unknown);
    CHECK(stateOf({.end = End::Completed, .status = status(23), .isGarbled = true}) == Unknown);
    CHECK(stateOf({.end = End::Completed, .status = status(23, price, 5)}) == Unknown);
    CHECK(stateOf({.end = End::Completed, .status = status(22)}) == Unknown); // the transaction before
    CHECK(stateOf({.end = End::Completed, .status = status(23, Money::fromCents(1350))}) == Unknown);
    CHECK(stateOf({.end = End::Completed, .status = status(23, Money::fromCents(1150))}) == Unknown);
    CHECK(stateOf({.end = End::Lost, .status = status(23)}) == Unknown);
    ZvtStatus dollars = status(23);
    dollars.currency = u"0840"_s;
    CHECK(stateOf({.end = End::Completed, .status = dollars}) == Unknown);
    ZvtStatus silent = status(23);
    silent.amount.reset();
    CHECK(stateOf({.end = End::Completed, .status = silent}) == Unknown);
}

TEST_CASE("a failure is a refusal unless it contradicts itself")
{
    using enum ChargeState;
    CHECK(stateOf({.end = End::Failed, .code = 0x6C}) == Declined);
    CHECK(stateOf({.end = End::Failed, .code = 0x05, .status = status(23, price, 5)}) == Declined);
    CHECK(stateOf({.end = End::Failed, .code = 0x9C}) == NotStarted);
    CHECK(stateOf({.end = End::Failed, .code = 0xC2}) == NotStarted);
    CHECK(stateOf({.end = End::Refused, .code = 0x9C}) == NotStarted);
    CHECK(stateOf({.end = End::Failed, .code = 0xFF}) == Unknown);
    CHECK(stateOf({.end = End::Failed, .code = 0x00}) == Unknown);
    CHECK(stateOf({.end = End::Failed, .code = 0xCC, .status = status(23)}) == Unknown); // it had approved
    CHECK(stateOf({.end = End::Failed, .code = 0x6C, .isGarbled = true}) == Unknown);
}

TEST_CASE("what was authorised is booked: a tip that is named, a part where the till takes parts, a refund as it was asked")
{
    const auto authorised = [](const ZvtStatus &of, Kept kind, bool takesParts) {
        return zvtChargeFrom({.end = End::Completed, .status = of}, record(kind), takesParts).authorised;
    };
    ZvtStatus tipped = status(23, Money::fromCents(1450));
    tipped.tip = Money::fromCents(200);
    CHECK(authorised(tipped, Kept::Payment, false) == Money::fromCents(1450));
    CHECK(authorised(tipped, Kept::Refund, false).isZero());
    tipped.tip = Money::fromCents(300);
    CHECK(authorised(tipped, Kept::Payment, false).isZero());
    CHECK(authorised(status(23, Money::fromCents(1000)), Kept::Payment, true) == Money::fromCents(1000));
    CHECK(authorised(status(23, Money{}), Kept::Payment, true).isZero());
    CHECK(authorised(status(23), Kept::Refund, true) == -price);
    CHECK(authorised(status(23, Money::fromCents(1000)), Kept::Refund, true).isZero());
    CHECK(authorised(status(23), Kept::Reversal, false) == -price);
}

ZvtRelation relate(const std::optional<ZvtStatus> &last, const ZvtRecord &of = record(), std::chrono::seconds ahead = 0s)
{
    return zvtRelate(last, {.record = of, .clock = ahead, .mostDuration = 10min, .clockDifference = 5min});
}

TEST_CASE("the last transaction is ours only when number, amount, currency and time say so")
{
    using enum ZvtRelation;
    CHECK(relate(status(23)) == Ours);
    CHECK(relate(status(23, price, 5)) == Ours);
    CHECK(relate(status(22)) == Unchanged);
    CHECK(relate(status(22, Money::fromCents(1))) == Unchanged);
    CHECK(relate(status(24)) == Other); // somebody was there in between
    CHECK(relate(status(21)) == Other);
    CHECK(relate(status(23, Money::fromCents(1251))) == Other);
    CHECK(relate(std::nullopt) == Other);
    ZvtStatus reversal = status(23);
    reversal.originalTrace = 7;
    CHECK(relate(reversal) == Other);
    ZvtStatus late = status(23);
    late.time = QTime{14, 20};
    CHECK(relate(late) == Other);
    CHECK(relate(late, record(), 20min) == Ours); // its clock is known to be ahead
    late.time = QTime{13, 40};
    CHECK(relate(late) == Other);
    late.time = {};
    CHECK(relate(late) == Ours);
    ZvtStatus undecided = status(23);
    undecided.result.reset();
    CHECK(relate(undecided) == Other);
}

TEST_CASE("numbers begin anew after 9999, and a terminal without a transaction may have had none before")
{
    using enum ZvtRelation;
    ZvtRecord last = record();
    last.before.receipt = 9999;
    CHECK(relate(status(1), last) == Ours);
    last.before.receipt = 0;
    CHECK(relate(std::nullopt, last) == Unchanged);
    CHECK(relate(status(17), last) == Ours);
    last.before = {};
    CHECK(relate(status(23), last) == Other);
}

TEST_CASE("the receipt of an answer that was kept is the only one that counts")
{
    using enum ZvtRelation;
    ZvtRecord kept = record();
    kept.answer = ZvtRecord::Answer{.receipt = 25, .amount = Money::fromCents(1450), .isApproval = true};
    CHECK(relate(status(25, Money::fromCents(1450)), kept) == Ours);
    CHECK(relate(status(25), kept) == Other);
    CHECK(relate(status(23), kept) == Other);
    CHECK(relate(status(22), kept) == Unchanged); // the terminal has given it back
}

TEST_CASE("a reversal may keep the number of what it reverses, but not its trace number")
{
    using enum ZvtRelation;
    ZvtRecord reversing = record(Kept::Reversal);
    reversing.before.trace = 40;
    ZvtStatus last = status(22);
    last.trace = 40;
    CHECK(relate(last, reversing) == Unchanged);
    last.trace = 41;
    CHECK(relate(last, reversing) == Other);
    last.originalTrace = 40;
    CHECK(relate(last, reversing) == Ours);
    last.receipt = 23;
    CHECK(relate(last, reversing) == Ours);
}

TEST_CASE("what was sent survives a restart, and what was never sent is known")
{
    const QTemporaryDir folder;
    RecordedLog log;
    const Id<PaymentIntent> before = Id<PaymentIntent>::generate();
    std::this_thread::sleep_for(2ms); // ids sort by the millisecond
    ZvtRecord made = record();
    std::this_thread::sleep_for(2ms);
    const Id<PaymentIntent> after = Id<PaymentIntent>::generate();
    made.before.trace = 40;
    {
        FileDeviceMemory file{folder.filePath(u"zvt.json"_s)};
        ZvtMemory memory{file, log};
        CHECK_FALSE(memory.isKnownNeverSent(after));
        REQUIRE(memory.begin(made));
        memory.keepAnswer(made.intent, status(23));
        memory.keepClock(-90s);
    }
    FileDeviceMemory file{folder.filePath(u"zvt.json"_s)};
    ZvtMemory memory{file, log};
    made.answer = ZvtRecord::Answer{.receipt = 23, .amount = price, .isApproval = true};
    CHECK(memory.find(made.intent) == made);
    CHECK(memory.clock() == -90s);
    CHECK(memory.isOfAnother(after, 23));
    CHECK_FALSE(memory.isOfAnother(made.intent, 23));
    CHECK(memory.isKnownNeverSent(after));
    CHECK_FALSE(memory.isKnownNeverSent(before));
    CHECK_FALSE(memory.isKnownNeverSent(made.intent));
    memory.dropAnswer(made.intent);
    CHECK_FALSE(memory.isOfAnother(after, 23));
    for (int number = 0; number < ZvtMemory::kept; ++number)
        REQUIRE(memory.begin(record()));
    CHECK_FALSE(memory.find(made.intent));
}

TEST_CASE("the card is named by its type when it has no name, and a signature is asked for by the way the holder was known")
{
    ZvtStatus shown = status(23);
    shown.cardType = 87;
    shown.technology = 1;
    shown.authentication = 1;
    const Charge charge = zvtChargeFrom({.end = End::Completed, .status = shown}, record(), false);
    CHECK(charge.card.brand == u"Bancontact");
    CHECK(charge.card.entry == u"chip");
    CHECK(charge.card.receiptNumber == u"0023");
    CHECK(charge.transaction == u"0023");
    CHECK(charge.card.at == sent.addSecs(60));
    CHECK(charge.signatureRequired);
}

} // namespace
} // namespace guichet
