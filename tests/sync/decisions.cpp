// SPDX-License-Identifier: GPL-3.0-or-later
// What the centre decides while there is a line (decisions 7, 23): places of carts, debits of gift cards, uses of codes, allotments.
#include "tests/sync/SyncDesk.h"

#include "sync/protocol/Decisions.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Visit atTwo{QDate{2026, 11, 23}, {14, 0}}; // 20 places

PlaceHold adults(int units, const Id<Dossier> &id = Id<Dossier>::generate(), bool forced = false)
{
    return {
        .id = id,
        .places = {{.formula = u"grotte"_s, .item = u"adulte"_s, .supplement = false, .visit = atTwo, .units = units, .forced = forced}}};
}

/// Two tills that ask, and what the centre tells each.
struct AskedCentre : TwoTills
{
    AskedCentre()
    {
        one = must(centre().tillOf(first.address().token));
        two = must(centre().tillOf(second.address().token));
        allotBoth({.places = 0, .percent = 0});
    }
    /// What both were told when they met is no more.
    void allotBoth(const AllotmentRule &rule)
    {
        must(centre().accounts().setAllotmentRule(u"roches"_s, rule));
        for (const CentralTill &till : {one, two})
            must(centre().allot(till));
    }
    Centre &centre() { return *line.trial.centre; }
    int granted(const CentralTill &till, const PlaceHold &hold) { return must(centre().hold(till, hold)).granted.front(); }
    bool debits(const CentralTill &till, const QString &id, Money amount, const Id<Dossier> &dossier = Id<Dossier>::generate())
    {
        return must(centre().debit(till, {.id = id, .code = u"ABCD1234"_s, .amount = amount, .dossier = dossier})).approved;
    }
    int allotted(const CentralTill &till, const Visit &visit)
    {
        for (const Allotment &borrowed : must(centre().allot(till)).allotments)
            if (borrowed.pool == u"grotte" && borrowed.visit == visit)
                return borrowed.units;
        return 0;
    }
    void sellCard(SyncedTill &till, Money amount)
    {
        must(till.checkout().sellGift(CommandId::generate(), GiftKind::Card, amount, u"ABCD1234"_s));
        must(till.pay(u"cash"_s, amount));
        must(till.validate());
        must(line.exchange(till));
    }

    CentralTill one;
    CentralTill two;
};

} // namespace

TEST_CASE("two tills ask for the last places: no more are promised than there are, and none to a third")
{
    AskedCentre desk;
    CHECK(desk.granted(desk.one, adults(15)) == 15);
    CHECK(desk.granted(desk.two, adults(15)) == 5);
    CHECK(desk.granted(desk.two, adults(1)) == 0);
}

TEST_CASE("the same id is the same hold: asked again, grown, shrunk and released")
{
    AskedCentre desk;
    const auto cart = Id<Dossier>::generate();
    CHECK(desk.granted(desk.one, adults(20, cart)) == 20);
    CHECK(desk.granted(desk.one, adults(20, cart)) == 20); // its answer was lost
    CHECK(desk.granted(desk.two, adults(1)) == 0);
    CHECK(desk.granted(desk.one, adults(12, cart)) == 12);
    CHECK(desk.granted(desk.two, adults(10)) == 8);
    CHECK(desk.granted(desk.one, adults(20, cart)) == 12);
    must(desk.centre().hold(desk.one, {.id = cart, .places = {}}));
    CHECK(desk.granted(desk.two, adults(12)) == 12);
}

TEST_CASE("a question that the line held back undoes nothing that its till has asked since, and another till's questions are others")
{
    AskedCentre desk;
    const auto cart = Id<Dossier>::generate();
    const auto asked = [&](int units, qint64 turn) {
        PlaceHold hold = adults(units, cart);
        hold.turn = turn;
        return hold;
    };
    CHECK(desk.granted(desk.one, asked(12, 7)) == 12);
    const auto late = desk.centre().hold(desk.one, asked(1, 6));
    CHECK(refusal(late) == ErrorCode::ChainBroken);
    CHECK(late.error().values == QStringList{u"7"_s});
    CHECK(refusal(desk.centre().hold(desk.one, {.id = cart, .places = {}, .turn = 5})) == ErrorCode::ChainBroken);
    CHECK(desk.granted(desk.one, asked(12, 7)) == 12); // its answer was lost
    CHECK(desk.granted(desk.two, adults(20)) == 8);
    PlaceHold other = adults(0);
    other.turn = 1;
    CHECK(desk.granted(desk.two, other) == 0);
}

TEST_CASE("another till's id is another hold")
{
    AskedCentre desk;
    const auto cart = Id<Dossier>::generate();
    CHECK(desk.granted(desk.one, adults(20, cart)) == 20);
    CHECK(desk.granted(desk.two, adults(20, cart)) == 0);
    must(desk.centre().hold(desk.two, {.id = cart, .places = {}}));
    CHECK(desk.granted(desk.two, adults(1)) == 0);
}

TEST_CASE("a hold lapses after a quarter of an hour, unless it is asked again")
{
    AskedCentre desk;
    const auto renewed = Id<Dossier>::generate();
    CHECK(desk.granted(desk.one, adults(8, renewed)) == 8);
    CHECK(desk.granted(desk.one, adults(8)) == 8);
    desk.line.trial.clock.advance(10min);
    CHECK(desk.granted(desk.one, adults(8, renewed)) == 8);
    desk.line.trial.clock.advance(6min);
    CHECK(desk.granted(desk.two, adults(20)) == 12);
}

TEST_CASE("a manager's forced places are held whole; what is left is none, not less")
{
    AskedCentre desk;
    CHECK(desk.granted(desk.one, adults(20)) == 20);
    CHECK(desk.granted(desk.two, adults(3, Id<Dossier>::generate(), true)) == 3);
    CHECK(desk.granted(desk.two, adults(1)) == 0);
}

TEST_CASE("the sale's fact takes the place of its hold: the places are taken once")
{
    AskedCentre desk;
    desk.first.addAdults(12, {14, 0});
    const auto dossier = must(desk.first.checkout().view()).cart.dossier;
    CHECK(desk.granted(desk.one, adults(12, dossier)) == 12);
    must(desk.first.pay(u"cash"_s));
    must(desk.first.validate());
    must(desk.line.exchange(desk.first));
    CHECK(desk.granted(desk.two, adults(20)) == 8);
}

TEST_CASE("a till does not hold without end: so many carts, so many lines")
{
    AskedCentre desk;
    for (int i = 0; i < protocol::mostHolds; ++i)
        CHECK(desk.centre().hold(desk.one, adults(0)));
    CHECK(refusal(desk.centre().hold(desk.one, adults(0))) == ErrorCode::InvalidInput);
    CHECK(desk.centre().hold(desk.two, adults(1)));
    QJsonObject tooMany = toJson(adults(1));
    QJsonArray lines;
    for (int i = 0; i <= protocol::mostPlaces; ++i)
        lines.append(tooMany[u"places"_s].toArray().first());
    tooMany[u"places"_s] = lines;
    CHECK(refusal(placeHoldFromJson(tooMany)) == ErrorCode::InvalidInput);
}

TEST_CASE("two tills debit one card: together no more than its balance, and the answer says what is left")
{
    AskedCentre desk;
    desk.sellCard(desk.first, cents(3000));
    CHECK(desk.debits(desk.one, u"a"_s, cents(2000)));
    const GiftDecision second = must(
        desk.centre().debit(desk.two, {.id = u"b"_s, .code = u"ABCD1234"_s, .amount = cents(2000), .dossier = Id<Dossier>::generate()}));
    CHECK_FALSE(second.approved);
    CHECK(second.available == cents(1000));
    CHECK(desk.debits(desk.one, u"a"_s, cents(2000))); // the same one, asked again
    CHECK(desk.debits(desk.two, u"b"_s, cents(1000)));
    CHECK_FALSE(desk.debits(desk.two, u"c"_s, cents(1)));
    CHECK(desk.debits(desk.one, u"a"_s, Money{})); // given back
    CHECK(desk.debits(desk.two, u"c"_s, cents(2000)));
}

TEST_CASE("a debit that no payment followed lapses; one that was paid is taken once")
{
    AskedCentre desk;
    desk.sellCard(desk.first, cents(3000));
    desk.first.addAdults(1); // 11,49
    const auto dossier = must(desk.first.checkout().view()).cart.dossier;
    CHECK(desk.debits(desk.one, u"paid"_s, cents(1149), dossier));
    must(desk.first.pay(u"gift_card"_s, {}, u"ABCD1234"_s));
    must(desk.first.validate());
    must(desk.line.exchange(desk.first));
    CHECK(desk.debits(desk.one, u"paid"_s, cents(1149), dossier)); // an attempt that was late
    CHECK(desk.debits(desk.two, u"rest"_s, cents(1851)));
    CHECK_FALSE(desk.debits(desk.one, u"more"_s, cents(1)));
    desk.line.trial.clock.advance(16min);
    CHECK(desk.debits(desk.one, u"more"_s, cents(1851)));
}

TEST_CASE("a debit that is asked for after its payment reserves nothing more; the next one of as much does")
{
    AskedCentre desk;
    desk.sellCard(desk.first, cents(3000));
    desk.first.addAdults(1); // 11,49
    const auto dossier = must(desk.first.checkout().view()).cart.dossier;
    must(desk.first.pay(u"gift_card"_s, {}, u"ABCD1234"_s)); // without an answer
    must(desk.first.validate());
    must(desk.line.exchange(desk.first));
    for (int times = 0; times < 2; ++times)
        CHECK(desk.debits(desk.one, u"late"_s, cents(1149), dossier));
    CHECK(desk.debits(desk.two, u"rest"_s, cents(1851)));
    CHECK_FALSE(desk.debits(desk.one, u"next"_s, cents(1149), dossier));
}

TEST_CASE("a card that nobody knows, or that is blocked, is refused by name")
{
    AskedCentre desk;
    const auto ask = [&] {
        return must(desk.centre().debit(desk.one, {.id = u"x"_s, .code = u"ABCD1234"_s, .amount = cents(100), .dossier = {}})).refusal;
    };
    CHECK(ask() == ErrorCode::GiftUnknown);
    desk.sellCard(desk.first, cents(3000));
    CHECK_FALSE(ask());
}

TEST_CASE("a limited code is promised as often as it may be used, once a cart")
{
    AskedCentre desk;
    const auto use = [&](const CentralTill &till, const Id<Dossier> &cart, bool wanted = true) {
        return must(desk.centre().use(till, {.code = u"moins10"_s, .dossier = cart, .wanted = wanted})).granted;
    };
    const auto cart = Id<Dossier>::generate();
    const auto other = Id<Dossier>::generate();
    CHECK(use(desk.one, cart)); // twice in all, says the code
    CHECK(use(desk.one, cart));
    CHECK(use(desk.two, other));
    CHECK_FALSE(use(desk.two, Id<Dossier>::generate()));
    CHECK(use(desk.two, other, false));
    CHECK(use(desk.two, Id<Dossier>::generate()));
    CHECK(must(desk.centre().use(desk.one, {.code = u"nobody's"_s, .dossier = cart})).granted); // no limit is known
}

TEST_CASE("a use that is given back late frees nothing that its till has asked for since; after the sale it reserves nothing more")
{
    AskedCentre desk;
    const auto cart = Id<Dossier>::generate();
    const auto use = [&](const Id<Dossier> &dossier, bool wanted, qint64 turn) {
        return desk.centre().use(desk.one, {.code = u"moins10"_s, .dossier = dossier, .wanted = wanted, .turn = turn});
    };
    CHECK(must(use(cart, true, 7)).granted);
    CHECK(must(use(Id<Dossier>::generate(), true, 8)).granted);
    CHECK(refusal(use(cart, false, 6)) == ErrorCode::ChainBroken);
    CHECK_FALSE(must(use(Id<Dossier>::generate(), true, 9)).granted);
    CHECK(must(use(cart, false, 10)).granted);

    desk.first.addAdults(1, {14, 0});
    const auto sold = must(desk.first.checkout().view()).cart.dossier;
    must(desk.first.pay(u"cash"_s));
    must(desk.first.validate());
    must(desk.line.exchange(desk.first));
    CHECK(must(use(sold, true, 11)).granted);
    CHECK(must(use(Id<Dossier>::generate(), true, 12)).granted);
}

TEST_CASE("allotments are a small share of what is free, none for a slot far away, and what others borrowed is not promised")
{
    AskedCentre desk;
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {})); // 2 places, a tenth
    CHECK(desk.allotted(desk.one, atTwo) == 2);                       // a tenth of 20
    CHECK(desk.allotted(desk.two, atTwo) == 1);                       // a tenth of 18
    CHECK(desk.allotted(desk.one, atTwo) == 1);                       // a tenth of 19, anew: what it had came back first
    CHECK(desk.allotted(desk.one, {QDate{2026, 11, 24}, {9, 30}}) == 0);
    CHECK(desk.allotted(desk.one, {QDate{2026, 11, 24}, {14, 0}}) == 0); // beyond 24 hours
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {.places = 5, .percent = 50}));
    CHECK(desk.allotted(desk.two, atTwo) == 5);
    CHECK(desk.granted(desk.one, adults(20)) == 14); // its own is not in it
}

TEST_CASE("an allotment is the till's own to sell, and no room for a hold; lapsed or after its Z it is everybody's")
{
    AskedCentre desk;
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {}));
    CHECK(desk.allotted(desk.one, atTwo) == 2);
    CHECK(desk.granted(desk.two, adults(20)) == 18);
    CHECK(desk.granted(desk.one, adults(2)) == 0);
    desk.line.trial.clock.advance(16min); // the holds lapse
    CHECK(desk.allotted(desk.one, atTwo) == 2);
    desk.line.trial.clock.advance(136min);
    CHECK(desk.granted(desk.two, adults(20)) == 20);
}

TEST_CASE("allotments that become fewer are nobody else's before their till has heard of it")
{
    AskedCentre desk;
    const auto ask = [&](const QString &question, const QString &heard) {
        return must(desk.centre().allot(desk.one, {.question = question, .heard = heard})).allotments.size();
    };
    const auto others = [&] {
        const auto probe = Id<Dossier>::generate();
        const int units = desk.granted(desk.two, adults(20, probe));
        must(desk.centre().hold(desk.two, {.id = probe, .places = {}}));
        return units;
    };
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {.places = 4, .percent = 50}));
    CHECK(ask(u"a"_s, {}) > 0);
    CHECK(others() == 16);
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {.places = 0, .percent = 0}));
    CHECK(ask(u"b"_s, u"a"_s) == 0);
    CHECK(others() == 16);
    CHECK(ask(u"c"_s, u"a"_s) == 0); // that answer was lost
    CHECK(others() == 16);
    CHECK(ask(u"c"_s, u"a"_s) == 0); // it came twice
    CHECK(ask(u"d"_s, u"c"_s) == 0);
    CHECK(others() == 16);
    CHECK(ask(u"e"_s, u"d"_s) == 0);
    CHECK(others() == 20);
}

TEST_CASE("a cart that lacks what tills are lent gets it once they have heard; a till that does not ask keeps its own")
{
    AskedCentre desk;
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {.places = 2, .percent = 50}));
    const auto lent = [&](const CentralTill &till, const QString &question, const QString &heard) {
        for (const Allotment &one : must(desk.centre().allot(till, {.question = question, .heard = heard})).allotments)
            if (one.pool == u"grotte" && one.visit == atTwo)
                return one.units;
        return 0;
    };
    CHECK(lent(desk.one, u"a"_s, {}) == 2);
    CHECK(lent(desk.two, u"x"_s, {}) == 2);
    const PlaceHold all = adults(20);
    CHECK(desk.granted(desk.two, all) == 16);
    CHECK(lent(desk.one, u"b"_s, u"a"_s) == 0);
    CHECK(desk.granted(desk.two, all) == 16); // it may not have heard it
    CHECK(lent(desk.one, u"c"_s, u"b"_s) == 0);
    CHECK(desk.granted(desk.two, all) == 18); // the second has not asked
    CHECK(lent(desk.two, u"y"_s, u"x"_s) == 0);
    CHECK(lent(desk.two, u"z"_s, u"y"_s) == 0);
    CHECK(desk.granted(desk.two, all) == 20);
    must(desk.centre().hold(desk.two, {.id = all.id, .places = {}}));
    CHECK(lent(desk.one, u"d"_s, u"c"_s) == 0);
    desk.line.trial.clock.advance(5min);
    CHECK(lent(desk.one, u"e"_s, u"d"_s) == 2);
}

TEST_CASE("a till that shows no formula is lent no places, and gives back what it had")
{
    AskedCentre desk;
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {.places = 2, .percent = 50}));
    CHECK(desk.allotted(desk.two, atTwo) == 2);
    DocumentStore documents{desk.first.workplace().db()};
    QJsonObject profile = must(documents.get(DocumentKind::TillProfile, u"accueil"_s))->body;
    profile[u"groups"_s] = QJsonArray{u"boutique"_s};
    must(documents.put(DocumentKind::TillProfile, profile, {.user = u"boss"_s, .at = desk.first.clock.now()}));
    must(desk.first.workplace().documentsChanged());
    desk.meet();
    CHECK(desk.allotted(desk.two, atTwo) == 0);
    CHECK(desk.granted(desk.one, adults(20)) == 20);
}

TEST_CASE("what a till sells without a line comes out of its allotment; a Z gives back what is left")
{
    AskedCentre desk;
    must(desk.centre().accounts().setAllotmentRule(u"roches"_s, {.places = 6, .percent = 50}));
    CHECK(desk.allotted(desk.one, atTwo) == 6);
    desk.first.addAdults(4, {14, 0});
    must(desk.first.pay(u"cash"_s));
    must(desk.first.validate());
    SyncLedger sent{*desk.first.workplace().ledger};
    must(desk.centre().take(desk.one, must(sent.outbox().nextFacts()).push)); // without asking for more
    const auto probe = Id<Dossier>::generate();
    CHECK(desk.granted(desk.two, adults(20, probe)) == 14); // 20 − 4 sold − 2 that it may still sell
    must(desk.centre().hold(desk.two, {.id = probe, .places = {}}));
    desk.first.closeDay();
    must(desk.line.exchange(desk.first));
    CHECK(desk.granted(desk.two, adults(20)) == 16);
}

TEST_CASE("what no centre says is not believed: units below nothing, a refusal without a name, places without a day")
{
    CHECK(refusal(holdAnswerFromJson({{u"granted"_s, QJsonArray{2, -1}}})) == ErrorCode::InvalidInput);
    CHECK(refusal(holdAnswerFromJson({{u"granted"_s, QJsonArray{u"2"_s}}})) == ErrorCode::InvalidInput);
    CHECK(refusal(giftDecisionFromJson({{u"approved"_s, false}, {u"refused"_s, u"no"_s}})) == ErrorCode::InvalidInput);
    CHECK(refusal(allotmentsAnswerFromJson({{u"allotments"_s, QJsonArray{QJsonObject{{u"pool"_s, u"grotte"_s}, {u"units"_s, 2}}}}})) ==
          ErrorCode::InvalidInput);
    const HoldAnswer answer{.granted = {3, 0}, .until = {}};
    const HoldAnswer read = must(holdAnswerFromJson(toJson(answer)));
    CHECK(read.granted == answer.granted);
    const AllotmentsAsked asked = must(allotmentsAskedFromJson(toJson(AllotmentsAsked{.question = u"b"_s, .heard = u"a"_s})));
    CHECK(asked.question == u"b");
    CHECK(asked.heard == u"a");
    const PlaceHold hold = adults(4, Id<Dossier>::generate(), true);
    CHECK(must(placeHoldFromJson(toJson(hold))).places == hold.places);
    CHECK(must(placeHoldFromJson(toJson(PlaceHold{.id = hold.id, .places = {}, .turn = 3}))).turn == 3);
    const CodeUse use{.code = u"moins10"_s, .dossier = hold.id, .wanted = false, .turn = 4};
    CHECK(must(codeUseFromJson(use.code, toJson(use))).turn == 4);
    CHECK_FALSE(must(codeUseFromJson(use.code, toJson(use))).wanted);
}
