// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/WorkingStore.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostCheckoutStatements = 400;

/// Runs `command` with each of its statements failing once, until it succeeds; `untouched` looks after each failure. Returns how many
/// failed.
template <typename Command, typename Check>
int failEachStatement(Command command, Check untouched)
{
    for (int statement = 0; statement < mostCheckoutStatements; ++statement) {
        failNthQueryForTest(statement);
        const auto done = command();
        failNthQueryForTest(-1);
        if (done)
            return statement;
        untouched();
    }
    FAIL("never succeeded");
    return 0;
}

} // namespace

TEST_CASE_METHOD(TillFixture, "whichever statement fails, a sale is validated whole or not at all, and the retry validates it once")
{
    startDay();
    addAdults(2);
    addBear();
    must(payByCard(cents(1000)));
    must(pay(u"cash"_s, cents(5000)));
    const auto before = must(checkout().view());
    const auto command = CommandId::generate();
    const int failed = failEachStatement([&] { return checkout().validate(command); },
                                         [&] {
                                             // Behind the COMMIT only reading the answer can fail: then all of it is there.
                                             const bool whole = countFacts(u"SALE"_s) == 1;
                                             CHECK(countFacts(u"PAYMENT"_s) == (whole ? 2 : 1));
                                             CHECK(must(WorkingStore{workplace().db()}.openJobs()).empty() == !whole);
                                             const auto now = must(checkout().view());
                                             CHECK((whole ? now.cart.isEmpty() : now == before));
                                         });
    CHECK(failed > 20);
    CHECK(countFacts(u"SALE"_s) == 1);
    CHECK(countFacts(u"PAYMENT"_s) == 2);
    CHECK(must(checkout().validate(command)).receipt == DocumentNumber{u"R"_s, 1});
    CHECK(countFacts(u"SALE"_s) == 1);
}

TEST_CASE_METHOD(TillFixture, "whichever statement fails, cash is laid down once")
{
    startDay();
    addBear();
    PaymentRequest request;
    request.method = u"cash"_s;
    request.amount = cents(2000);
    const auto command = CommandId::generate();
    const int failed =
        failEachStatement([&] { return checkout().pay(command, request); }, [&] { CHECK(must(checkout().view()).payments.empty()); });
    CHECK(failed > 3);
    CHECK(must(checkout().view()).payments.size() == 1);
}

TEST_CASE_METHOD(TillFixture, "whichever statement fails, a gift card is debited once and together with its payment")
{
    startDay();
    must(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(5000), u"ABCD1234"_s));
    must(pay(u"cash"_s));
    must(validate());
    addBear();
    PaymentRequest request;
    request.method = u"gift_card"_s;
    request.giftCode = u"ABCD1234"_s;
    const auto command = CommandId::generate();
    failEachStatement([&] { return checkout().pay(command, request); },
                      [&] {
                          CHECK(countFacts(u"GIFT_USED"_s) == 0);
                          CHECK(countFacts(u"PAYMENT"_s) == 1);
                      });
    CHECK(countFacts(u"GIFT_USED"_s) == 1);
    CHECK(countFacts(u"PAYMENT"_s) == 2);
    CHECK(must(checkout().view()).payments.size() == 1);
}

TEST_CASE_METHOD(TillFixture, "whichever statement fails, what is known is never said to be unknown")
{
    startDay();
    must(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(5000), u"ABCD1234"_s));
    must(pay(u"cash"_s));
    const QString dossier = must(validate()).dossierNumber;
    for (const QString &code : {u"ABCD1234"_s, dossier}) {
        std::optional<ErrorCode> refused;
        const auto scans = [&] {
            const auto outcome = checkout().scan(CommandId::generate(), code);
            refused = outcome ? std::nullopt : std::optional{outcome.error().code};
            return outcome;
        };
        const int failed = failEachStatement(scans, [&] { CHECK(refused == ErrorCode::DatabaseFailed); });
        CHECK(failed > 3);
    }
    std::optional<ErrorCode> refused;
    const auto sells = [&] {
        const auto line = checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(5000), u"ABCD1234"_s);
        refused = line ? std::nullopt : std::optional{line.error().code};
        return refused == ErrorCode::DuplicateKey;
    };
    failEachStatement(sells, [&] { CHECK(refused == ErrorCode::DatabaseFailed); });
}

TEST_CASE_METHOD(TillFixture, "whichever statement fails, a cart is parked and recalled, never lost or doubled")
{
    startDay();
    addBear();
    const auto parks = CommandId::generate();
    failEachStatement([&] { return checkout().park(parks, u"A"_s); },
                      [&] {
                          CHECK(must(checkout().view()).cart.lines.size() == 1);
                          CHECK(must(checkout().parked()).empty());
                      });
    const auto parked = must(checkout().parked());
    REQUIRE(parked.size() == 1);
    const auto recalls = CommandId::generate();
    failEachStatement([&] { return checkout().recall(recalls, parked[0].id); },
                      [&] {
                          CHECK(must(checkout().parked()).size() == 1);
                          CHECK(must(checkout().view()).cart.isEmpty());
                      });
    CHECK(must(checkout().view()).cart.lines.size() == 1);
}
