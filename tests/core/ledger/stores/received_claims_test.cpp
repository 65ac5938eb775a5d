// SPDX-License-Identifier: GPL-3.0-or-later
// What a made-up till may not say of this one (docs/decisions/0044), whoever signs it.
#include "core/base/CanonicalJson.h"
#include "core/facts/HybridClock.h"
#include "core/selling/Settlement.h"
#include "tests/core/ledger/stores/StoresFixture.h"

using namespace guichet;

namespace {

/// A till that a server made up: its chain holds, what it says does not. Each is another one.
struct MadeUpTill : StoresFixture
{
    MadeUpTill()
    {
        chain = {.till = Id<TillSession>::generate().toString(), .key = key.publicKey()};
        REQUIRE(Journal::registerChain(*db, chain));
        journal.emplace(*db, projector, clock, chain, key);
        clock.advance(std::chrono::hours{2}); // it speaks of what this till has done
    }
    /// What the other till says to all that this one wrote.
    Result<> tell(StoresFixture &till)
    {
        ChainIdentity seen = chain;
        seen.own = false;
        TRY(Journal::registerChain(*till.db, seen));
        return forEachFact(*db, 0, [&](const Fact &fact, qint64) { return till.journal->receive(fact); });
    }
};

/// A till with a sale, and what may not change there.
struct HonestTill : StoresFixture
{
    HonestTill()
    {
        open();
        sold = sell(cart({good(u"bat"_s, 2, 1499)}), {paymentBy(u"bancontact"_s, 2998)});
        before = report();
    }
    void refuses(MadeUpTill &other)
    {
        const Result<> told = other.tell(*this);
        REQUIRE_FALSE(told);
        CHECK(told.error().code == ErrorCode::ChainBroken);
        CHECK(report() == before);
        CHECK(SessionStore{*db}.openOf(chain.till)->value().id == session);
    }
    SaleContent sold;
    Report before;
};

Fact withClock(const Fact &fact, qint64 hlc, const KeyPair &key)
{
    Fact changed = fact;
    changed.body.hlc = hlc;
    changed.hash = sha256(*toCanonicalJson(toJson(changed.body)));
    changed.signature = key.sign(changed.hash);
    return changed;
}

} // namespace

TEST_CASE_METHOD(HonestTill, "nobody else writes into a session of this till: no sale, no cash, no Z")
{
    const auto refusesInItsSession = [&](const std::function<void(MadeUpTill &)> &lie) {
        MadeUpTill other;
        other.session = session;
        other.businessDate = businessDate;
        lie(other);
        refuses(other);
    };
    refusesInItsSession([](MadeUpTill &other) { other.sellForCash(other.cart({good(u"pen"_s, 1, 300)})); });
    refusesInItsSession([](MadeUpTill &other) { other.moveCash(CashMovementKind::Drop, cents(5000)); });
    refusesInItsSession([](MadeUpTill &other) { other.gift(FactType::GiftIssued, u"G9"_s, cents(5000)); });
    refusesInItsSession([](MadeUpTill &other) {
        REQUIRE(other.append(
            FactType::Visitors,
            toJson(VisitorsContent{.rows = {{.origin = {.country = u"FR"_s, .postcode = {}, .province = {}}, .persons = 2}}})));
    });
    refusesInItsSession([&](MadeUpTill &other) {
        other.open();
        Report closing = other.report();
        closing.kind = Report::Kind::Z;
        closing.number = 1;
        closing.closedAt = other.clock.now();
        other.session = session;
        REQUIRE(other.append(FactType::ZReport, reportToJson(closing), EventLabel::R, u"Z"_s));
    });
    refusesInItsSession([&](MadeUpTill &other) {
        other.session = {};
        REQUIRE(other.append(FactType::SessionOpened,
                             toJson(SessionOpenedContent{.session = session, .expectedFloat = {}, .countedFloat = {}, .count = {}})));
    });
    close();
    CHECK_FALSE(SessionStore{*db}.openOf(chain.till)->has_value());
}

TEST_CASE_METHOD(HonestTill, "an intent is moved by its own till only, and a payment is made once")
{
    PaymentIntent intent;
    intent.id = Id<PaymentIntent>::generate();
    intent.dossier = sold.dossier;
    intent.method = u"bancontact"_s;
    intent.terminal = u"manual"_s;
    intent.asked = cents(500);
    intent.state = IntentState::Sent;
    REQUIRE(append(FactType::IntentSent, toJson(IntentContent{.intent = intent})));
    before = report();
    MadeUpTill approving;
    approving.open();
    intent.state = IntentState::Approved;
    intent.authorised = cents(500);
    REQUIRE(approving.append(FactType::IntentResolved, toJson(IntentContent{.intent = intent})));
    refuses(approving);
    CHECK(PaymentStore{*db}.openIntents(chain.till)->size() == 1);

    MadeUpTill paying;
    Payment again = sold.tenders.front().payment;
    again.amount = cents(-2998);
    REQUIRE(paying.append(
        FactType::Payment,
        toJson(PaymentContent{.payment = again, .purpose = PaymentPurpose::Sale, .dossierNumber = sold.dossierNumber, .vat = {}})));
    refuses(paying);
}

TEST_CASE_METHOD(HonestTill,
                 "nobody else speaks of a cart that is still being paid here: no intent, no sale and no cancellation holds it up")
{
    const SaleContent begun = content(cart({good(u"pen"_s, 1, 300)}));
    PaymentIntent intent;
    intent.id = Id<PaymentIntent>::generate();
    intent.dossier = begun.dossier;
    intent.method = u"bancontact"_s;
    intent.terminal = u"manual"_s;
    intent.asked = cents(300);
    intent.state = IntentState::Declined;
    REQUIRE(append(FactType::IntentResolved, toJson(IntentContent{.intent = intent})));
    before = report();
    const auto refusesOfCart = [&](FactType type, const QJsonObject &said) {
        MadeUpTill other;
        other.open();
        REQUIRE(other.append(type, said));
        refuses(other);
    };
    intent.id = Id<PaymentIntent>::generate();
    intent.state = IntentState::Sent;
    refusesOfCart(FactType::IntentSent, toJson(IntentContent{.intent = intent}));
    refusesOfCart(FactType::Order, toJson(begun));
    refusesOfCart(FactType::DossierCancelled,
                  toJson(CancelContent{.dossier = begun.dossier, .dossierNumber = begun.dossierNumber, .reason = u"rain"_s}));
    CHECK(PaymentStore{*db}.openIntentsOf(begun.dossier)->empty());
}

TEST_CASE_METHOD(HonestTill, "a dossier of this till keeps its number and its maker, so that the next number is the next one")
{
    MadeUpTill renaming;
    renaming.open();
    SaleContent renamed = sold;
    renamed.dossierNumber = dossierNumber(businessDate, u"01"_s, 99'999);
    REQUIRE(renaming.append(FactType::Quote, toJson(renamed)));
    CHECK_FALSE(renaming.tell(*this));
    MadeUpTill earlier;
    earlier.clock.advance(-std::chrono::hours{24});
    REQUIRE(earlier.append(FactType::Quote, toJson(sold)));
    CHECK_FALSE(earlier.tell(*this));
    CHECK(DossierStore{*db}.countOfDay(chain.till, businessDate) == 1);
    CHECK(DossierStore{*db}.row(sold.dossier)->number == sold.dossierNumber);
}

TEST_CASE_METHOD(HonestTill, "of two dossiers with one number the own one is found")
{
    MadeUpTill other;
    other.clock.advance(-std::chrono::hours{24});
    other.open();
    SaleContent same = other.content(other.cart({good(u"pen"_s, 1, 300)}));
    same.dossierNumber = sold.dossierNumber;
    REQUIRE(other.append(FactType::Quote, toJson(same)));
    REQUIRE(other.tell(*this));
    CHECK(DossierStore{*db}.find(sold.dossierNumber, chain.till) == sold.dossier);
}

TEST_CASE_METHOD(HonestTill, "numbers that no till writes are refused, so that sums stay sums")
{
    MadeUpTill rich;
    rich.gift(FactType::GiftIssued, u"G9"_s, cents((1LL << 53) - 1));
    refuses(rich);
    MadeUpTill full;
    StockMovement movement;
    movement.id = Id<StockMovement>::generate();
    movement.product = u"bat"_s;
    movement.quantity = -((1LL << 53) - 1);
    REQUIRE(full.append(FactType::StockMoved, toJson(StockContent{.movements = {movement}})));
    refuses(full);
    MadeUpTill copying;
    REQUIRE(copying.append(FactType::Copy, toJson(CopyContent{.document = {u"R"_s, 1}, .copy = std::numeric_limits<int>::max()})));
    refuses(copying);
}

TEST_CASE_METHOD(HonestTill, "a clock at the end of time does not become that of this till")
{
    MadeUpTill other;
    REQUIRE(other.append(FactType::Technical, toJson(TechnicalContent{.event = TechnicalEvent::Start, .details = {}})));
    const Result<Fact> first = other.journal->fact({other.chain.till, 1, 1});
    REQUIRE(first);
    ChainIdentity seen = other.chain;
    seen.own = false;
    REQUIRE(Journal::registerChain(*db, seen));
    CHECK_FALSE(journal->receive(withClock(*first, std::numeric_limits<qint64>::max(), other.key)));
    CHECK_FALSE(journal->receive(withClock(*first, latestHlc + 1, other.key)));
    REQUIRE(journal->receive(withClock(*first, latestHlc, other.key))); // the last that nobody refuses
    sellForCash(cart({good(u"pen"_s, 1, 303)}));
    const qint64 own = journal->fact(journal->head()->position)->body.hlc;
    CHECK(own > lastFollowedHlc);
    CHECK(own < latestHlc); // others go on believing this till
    journal.emplace(*db, projector, clock, chain, key);
    sellForCash(cart({good(u"pen"_s, 1, 303)}));
    CHECK(journal->fact(journal->head()->position)->body.hlc < own + 100);
}
