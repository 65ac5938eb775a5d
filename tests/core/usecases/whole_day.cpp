// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Rebuild.h"
#include "core/ledger/Verifier.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

ValidateRequest later()
{
    ValidateRequest request;
    request.paymentToCome = true;
    return request;
}

/// A bit of everything that a cart can do.
void sellAllKinds(TillFixture &till)
{
    till.addAdults(2);
    must(till.pay(u"cash"_s, cents(5000)));
    must(till.validate());
    till.addBear();
    must(till.checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(3000), u"ABCD1234"_s));
    must(till.payByCard());
    must(till.validate());
    till.addBear(2);
    must(till.pay(u"gift_card"_s, cents(1000), u"ABCD1234"_s));
    must(till.pay(u"ancv"_s, cents(5000)));
    must(till.validate());
    till.addAdults(3);
    must(till.payByCard(cents(1000)));
    const auto order = must(till.validate(later()));
    must(till.checkout().collect(CommandId::generate(), order.dossierNumber));
    must(till.pay(u"cash"_s, cents(500)));
    CHECK(must(till.validate(later())).printJobs.size() == 1);
    must(till.checkout().collect(CommandId::generate(), order.dossierNumber));
    must(till.pay(u"cash"_s));
    must(till.validate());
    till.addBear();
    till.terminal.scriptNext(ChargeState::Approved, cents(1500));
    must(till.payByCard());
    must(till.validate());
    till.addBear();
    must(till.payByCard(cents(600)));
    must(till.checkout().park(CommandId::generate(), u"A"_s));
}

} // namespace

TEST_CASE_METHOD(TillFixture, "a day of all kinds keeps the identity, closes, and verifies with a replay")
{
    startDay();
    sellAllKinds(*this);
    const Report before = must(desk().preview());
    CHECK(before.pendingPayments == cents(600));
    CHECK(before.identityLeft() + before.pendingPayments == before.identityRight());
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CloseRequest closing;
    closing.countedCash = before.cash.expected();
    closing.nextFloat = cents(10'000);
    const Report z = must(desk().close(CommandId::generate(), closing));
    CHECK(z.identityLeft() == z.identityRight());
    CHECK(z.cash.difference().isZero());
    CHECK(z.grandTotals.net == z.net);
    TillProjector projector;
    VerifyOptions options;
    options.record = workplace().ledger->identity();
    const VerifyReport verified = must(verifyLedger(workplace().db().file(), options, projector));
    if (verified.defect)
        FAIL(verified.defect->position.number << ": " << verified.defect->what.toStdString());
    CHECK(verified.replayed);
    CHECK(verified.zReports == 1);
}
