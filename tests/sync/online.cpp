// SPDX-License-Identifier: GPL-3.0-or-later
// A till that asks its centre before it sells, and the rules when nobody answers (decisions 7, 23; SYN-3). Real tills, a real centre.
#include "core/ledger/AskedHoldStore.h"
#include "core/ledger/MachineState.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/DecisionThread.h"
#include "sync/client/OnlineCentre.h"
#include "tests/sync/RawClient.h"
#include "tests/sync/SyncDesk.h"

#include <QTcpServer>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A till with its way to the centre.
class AskingTill
{
public:
    explicit AskingTill(SyncedTill &asking) : till{asking} { link(); }
    /// As the window does every few seconds.
    void link() { till.workplace().centre = till.state(); }
    OnLedger ledger()
    {
        return [this](const std::function<Result<>(Workplace &)> &work) { return work(till.workplace()); };
    }
    bool ask(CentreQuestions::Carts carts = CentreQuestions::Carts::All) { return must(askCentre(centre, ledger(), carts)); }
    /// What the cashier is told of the places on the cart.
    std::vector<LinePlaces> told() { return must(till.checkout().view()).places; }
    Result<PaymentOutcome> pay(const QString &method, const QString &code = {}, std::optional<Money> amount = {})
    {
        ask(CentreQuestions::Carts::InProgress);
        const auto id = CommandId::generate();
        const PaymentRequest request{.method = method, .amount = amount, .reference = {}, .giftCode = code};
        return till.checkout().pay(id, withGiftDecision(centre, ledger(), id, request));
    }
    void sell(int adults)
    {
        till.addAdults(adults, {14, 0});
        must(pay(u"cash"_s));
        must(till.validate());
    }
    /// The payment of an attempt, as the centre's word leaves it.
    PaymentRequest decided(const CommandId &id, const QString &card)
    {
        return withGiftDecision(centre, ledger(), id, {.method = u"gift_card"_s, .amount = {}, .reference = {}, .giftCode = card});
    }
    void sellCard(const QString &code, Money amount)
    {
        must(till.checkout().sellGift(CommandId::generate(), GiftKind::Card, amount, code));
        must(till.pay(u"cash"_s, amount));
        must(till.validate());
    }
    void clear() { must(till.checkout().clear(CommandId::generate())); }

    SyncedTill &till;
    /// Patient: a busy machine is not a centre that says nothing.
    OnlineCentre centre{[this]() -> Result<CentralAddress> { return till.address(); }, 20s};
};

struct TwoAskingTills : TwoTills
{
    /// Without a share of what is free nobody has places but those that the centre promises.
    explicit TwoAskingTills(const AllotmentRule &rule = {.places = 0, .percent = 0})
    {
        must(line.trial.centre->accounts().setAllotmentRule(u"roches"_s, rule));
        for (int times = 0; times < 2; ++times) // that they are fewer, and that they have heard it
            for (SyncedTill *till : both()) {
                till->clock.advance(1min); // they are told anew
                must(line.exchange(*till));
            }
        one.link();
        two.link();
    }
    /// Both tills and the centre know a code that may be used once, UNEFOIS.
    void limitCode(const QString &key)
    {
        DocumentStore documents{first.workplace().db()};
        QJsonObject code = must(documents.get(DocumentKind::PromoCode, u"moins10"_s))->body;
        code[u"key"_s] = key;
        code[u"code"_s] = u"UNEFOIS"_s;
        code[u"uses"_s] = 1;
        must(documents.put(DocumentKind::PromoCode, code, {.user = u"boss"_s, .at = first.clock.now()}));
        must(first.workplace().documentsChanged());
        meet();
    }
    AskingTill one{first};
    AskingTill two{second};
};

} // namespace

TEST_CASE("with a line two tills never sell the last places twice: the line of the second says so before payment, and a manager may force")
{
    TwoAskingTills tills;
    tills.second.addAdults(15, {14, 0});
    CHECK(tills.two.ask());
    CHECK(tills.two.told().empty());
    const auto line = tills.first.addAdults(8, {14, 0});
    CHECK(tills.one.ask());
    CHECK(tills.one.told() == std::vector{LinePlaces{.line = line, .state = LinePlaces::State::SoldOut, .left = 5}});
    const auto refused = tills.one.pay(u"cash"_s);
    CHECK(refusal(refused) == ErrorCode::CapacityFull);
    CHECK(refused.error().values.value(1) == u"5");
    must(tills.two.pay(u"cash"_s));
    must(tills.second.validate());

    must(tills.first.checkout().remove(CommandId::generate(), line));
    tills.first.approveBy();
    must(tills.first.checkout().add(CommandId::generate(), {.formula = u"grotte"_s,
                                                            .date = {},
                                                            .slot = {14, 0},
                                                            .units = {{u"adulte"_s, 8}},
                                                            .supplements = {},
                                                            .force = Force::CapacityAndCutOff,
                                                            .forceReason = u"affluence"_s}));
    must(tills.one.pay(u"cash"_s));
    must(tills.first.validate());
}

TEST_CASE("places that somebody gives back are there for who waits for them")
{
    TwoAskingTills tills;
    tills.second.addAdults(20, {14, 0});
    tills.two.ask();
    tills.first.addAdults(1, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told().front().left == 0);
    CHECK_FALSE(tills.one.ask()); // nothing new
    tills.two.clear();
    tills.two.ask();
    CHECK(tills.one.ask());
    CHECK(tills.one.told().empty());
    must(tills.one.pay(u"cash"_s));
}

TEST_CASE("without a line a till sells the places that it borrowed; beyond them it sells too, and says that nobody has confirmed it")
{
    TwoAskingTills tills{{.places = 2, .percent = 50}};
    tills.line.unplug();
    tills.first.addAdults(2, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told().empty());
    must(tills.one.pay(u"cash"_s));
    must(tills.first.validate());
    const auto line = tills.first.addAdults(1, {14, 0});
    CHECK(tills.one.told().empty()); // nobody was asked yet
    tills.one.ask();
    CHECK(tills.one.told() == std::vector{LinePlaces{.line = line, .state = LinePlaces::State::Unconfirmed, .left = 0}});
    must(tills.one.pay(u"cash"_s));
    must(tills.first.validate());
    tills.line.plugIn();
    must(tills.line.exchange(tills.first));
    CHECK(tills.first.state().waiting == 0);
}

TEST_CASE("what a till has sold of its allotment without a line is not promised to it again when the line is back")
{
    TwoAskingTills tills{{.places = 2, .percent = 50}};
    tills.second.addAdults(16, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().empty());
    tills.line.unplug();
    tills.first.addAdults(2, {14, 0});
    tills.one.ask();
    must(tills.one.pay(u"cash"_s));
    must(tills.first.validate());
    tills.line.plugIn();
    const auto line = tills.first.addAdults(1, {14, 0}); // before its sale is sent
    tills.one.ask();
    CHECK(tills.one.told() == std::vector{LinePlaces{.line = line, .state = LinePlaces::State::SoldOut, .left = 0}});
}

TEST_CASE("a till adds what it has borrowed to what the centre has left, once")
{
    TwoAskingTills tills{{.places = 2, .percent = 50}};
    tills.second.addAdults(15, {14, 0});
    tills.two.ask(); // one is left, and two are borrowed by each
    const auto line = tills.first.addAdults(4, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told() == std::vector{LinePlaces{.line = line, .state = LinePlaces::State::SoldOut, .left = 3}});
    must(tills.first.checkout().remove(CommandId::generate(), line));
    tills.one.sell(3);
    tills.first.addAdults(1, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told().front().left == 0);
    CHECK(refusal(tills.one.pay(u"cash"_s)) == ErrorCode::CapacityFull);
}

TEST_CASE("with all tills in line the last places go to the cart that asks: the others give back what they are lent within a minute")
{
    TwoAskingTills tills{{.places = 2, .percent = 50}};
    const auto line = tills.first.addAdults(20, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told() == std::vector{LinePlaces{.line = line, .state = LinePlaces::State::SoldOut, .left = 18}});
    for (const auto passed : {30s, 5s}) // what is told anew, and that it was heard
        for (SyncedTill *till : tills.both()) {
            till->clock.advance(passed);
            must(tills.line.exchange(*till));
        }
    CHECK(tills.one.ask());
    CHECK(tills.one.told().empty());
    must(tills.one.pay(u"cash"_s));
}

TEST_CASE("what the centre granted before is not believed beyond a smaller question that it may have heard")
{
    TwoAskingTills tills;
    const auto line = tills.first.addAdults(8, {14, 0});
    tills.one.ask();
    tills.line.unplug();
    must(tills.first.checkout().setQuantity(CommandId::generate(), line, 5));
    tills.one.ask();
    CHECK(tills.one.told().empty());
    must(tills.first.checkout().setQuantity(CommandId::generate(), line, 8));
    tills.one.ask();
    CHECK(tills.one.told() == std::vector{LinePlaces{.line = line, .state = LinePlaces::State::Unconfirmed, .left = 0}});
    must(tills.one.pay(u"cash"_s)); // a till sells always
}

TEST_CASE("an allotment ends after two hours, or with the Z")
{
    TwoAskingTills tills{{.places = 2, .percent = 50}};
    tills.line.unplug();
    tills.first.clock.advance(121min);
    tills.first.addAdults(1, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told().size() == 1);
    tills.second.addAdults(1, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().empty());
    tills.two.clear();
    tills.second.closeDay();
    CHECK(must(selectInteger(tills.second.workplace().db(), "SELECT COUNT(*) FROM allotment")) == 0);
}

TEST_CASE("a cart that was emptied without a line is released when it is back, after a restart too")
{
    TwoAskingTills tills;
    tills.first.addAdults(20, {14, 0});
    tills.one.ask();
    tills.line.unplug();
    tills.one.clear();
    tills.one.ask();
    tills.first.restart();
    tills.one.link();
    tills.line.plugIn();
    tills.second.addAdults(1, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().size() == 1);
    tills.one.ask();
    CHECK(must(AskedHoldStore{tills.first.workplace().db()}.waiting()).empty());
    tills.two.ask();
    CHECK(tills.two.told().empty());
}

TEST_CASE("a till that has forgotten how far it had asked goes on from what the centre knows")
{
    TwoAskingTills tills;
    for (int adults = 1; adults < 4; ++adults) {
        tills.first.addAdults(1, {14, 0});
        tills.one.ask();
    }
    must(setMachineState(tills.first.workplace().db(), u"questions.turn"_s, u"1"_s)); // as a copy of before
    tills.first.addAdults(17, {14, 0});
    CHECK(tills.one.ask()); // nobody has confirmed it
    CHECK(tills.one.ask());
    CHECK(tills.one.told().empty());
    tills.second.addAdults(1, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().front().left == 0);
}

TEST_CASE("a cart that takes long keeps its places: its hold is asked again before it lapses; a parked one does not")
{
    TwoAskingTills tills;
    tills.first.addAdults(12, {14, 0});
    tills.one.ask();
    tills.second.addAdults(8, {14, 0});
    tills.two.ask();
    must(tills.second.checkout().park(CommandId::generate(), u"famille"_s));
    for (int i = 0; i < 2; ++i) {
        for (SimulatedClock *clock : {&tills.line.trial.clock, &tills.first.clock, &tills.second.clock})
            clock->advance(11min);
        tills.one.ask();
        tills.two.ask();
    }
    tills.second.addAdults(20, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().front().left == 8);
}

TEST_CASE("a till whose clock is a day wrong is told of sold out places all the same")
{
    TwoAskingTills tills;
    tills.line.trial.clock.advance(-24h);
    tills.second.addAdults(20, {14, 0});
    tills.two.ask();
    tills.first.addAdults(1, {14, 0});
    tills.one.ask();
    CHECK(tills.one.told().size() == 1);
}

TEST_CASE("in training the centre is asked nothing, and promises nothing")
{
    TwoAskingTills tills;
    must(tills.first.staff().logIn(u"manager"_s, u"2222"_s));
    must(tills.first.desk().setTraining(CommandId::generate(), true));
    tills.first.addAdults(20, {14, 0});
    CHECK_FALSE(tills.one.ask());
    must(tills.one.pay(u"cash"_s));
    tills.second.addAdults(20, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().empty());
}

TEST_CASE("a gift card at two tills with a line: the second is refused, and hears what is left")
{
    TwoAskingTills tills;
    must(tills.first.checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(3000), u"ABCD1234"_s));
    must(tills.first.pay(u"cash"_s));
    must(tills.first.validate());
    tills.meet();
    tills.first.addAdults(2); // 22,98
    must(tills.one.pay(u"gift_card"_s, u"ABCD1234"_s));
    must(tills.first.validate()); // the second has not heard of it
    tills.second.addAdults(2);
    const auto refused = tills.two.pay(u"gift_card"_s, u"ABCD1234"_s);
    CHECK(refusal(refused) == ErrorCode::GiftSpentElsewhere);
    CHECK(refused.error().values == QStringList{u"ABCD1234"_s, formatMoney(cents(702))});
    must(tills.two.pay(u"gift_card"_s, u"ABCD1234"_s, cents(702)));
    must(tills.two.pay(u"cash"_s));
    must(tills.second.validate());
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(must(selectInteger(till->workplace().db(), "SELECT balance_cents FROM gift WHERE code = 'ABCD1234'")) == 0);
}

TEST_CASE("a card that takes another's place in the same payment is another debit, whatever became of the first")
{
    TwoAskingTills tills;
    for (const QString &card : {u"ABCD1234"_s, u"EFGH5678"_s})
        tills.one.sellCard(card, cents(3000));
    tills.meet();
    tills.first.addAdults(2); // 22,98
    const auto attempt = CommandId::generate();
    for (int times = 0; times < 2; ++times)
        CHECK(must(*tills.one.decided(attempt, u"ABCD1234"_s).gift).approved); // and the answer was late
    const PaymentRequest other = tills.one.decided(attempt, u"EFGH5678"_s);
    CHECK(must(*other.gift).approved);
    must(tills.first.checkout().pay(attempt, other));
    must(tills.first.validate());
}

TEST_CASE("the centre's word on a gift card covers what was asked; of a cart that grew meanwhile the rule without a line holds")
{
    TwoAskingTills tills;
    tills.one.sellCard(u"ABCD1234"_s, cents(3000));
    tills.meet();
    tills.first.workplace().settings.giftOfflineLimitCents = 0;
    const auto line = tills.first.addAdults(1); // 11,49
    const PaymentRequest asked = tills.one.decided(CommandId::generate(), u"ABCD1234"_s);
    CHECK(must(*asked.gift).approved);
    must(tills.first.checkout().setQuantity(CommandId::generate(), line, 2));
    CHECK(refusal(tills.first.checkout().pay(CommandId::generate(), asked)) == ErrorCode::GiftOfflineLimit);
    must(tills.first.checkout().setQuantity(CommandId::generate(), line, 1));
    must(tills.first.checkout().pay(CommandId::generate(), asked));
}

TEST_CASE("a gift card without a line pays as much as the settings allow, whenever the centre was last heard")
{
    TwoAskingTills tills;
    must(tills.first.checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(3000), u"ABCD1234"_s));
    must(tills.first.pay(u"cash"_s));
    must(tills.first.validate());
    tills.meet();
    tills.one.link();
    tills.first.workplace().settings.giftOfflineLimitCents = 1500;
    tills.line.unplug();
    tills.first.addAdults(2);
    CHECK(refusal(tills.one.pay(u"gift_card"_s, u"ABCD1234"_s)) == ErrorCode::GiftOfflineLimit);
    CHECK(tills.one.pay(u"gift_card"_s, u"ABCD1234"_s, cents(1500)));
}

TEST_CASE("a limited code is used up over all tills with a line; without one it is taken, and all sales stand")
{
    TwoAskingTills tills;
    const auto apply = [](SyncedTill &till) {
        till.addAdults(1);
        return till.checkout().applyPromoCode(CommandId::generate(), u"MOINS10"_s);
    };
    must(apply(tills.first)); // twice in all, says the code
    tills.one.ask();
    must(tills.first.checkout().park(CommandId::generate(), u"un"_s));
    must(apply(tills.first));
    tills.one.ask();
    must(apply(tills.second));
    CHECK(refusal(tills.two.pay(u"cash"_s)) == ErrorCode::PromoCodeUsedUp);
    tills.line.unplug();
    must(tills.second.checkout().removePromoCode(CommandId::generate()));
    must(tills.two.pay(u"cash"_s));
    must(tills.second.validate());
    must(apply(tills.second));
    must(tills.two.pay(u"cash"_s));
    must(tills.second.validate());
}

TEST_CASE("a limited code is asked for, whatever its key holds")
{
    TwoAskingTills tills;
    const QString key = GENERATE(u"rentree-20%"_s, u"a/b?c#d\\e%2F"_s, u"été;1+1"_s);
    tills.limitCode(key);
    const auto apply = [](SyncedTill &till) {
        till.addAdults(1);
        must(till.checkout().applyPromoCode(CommandId::generate(), u"UNEFOIS"_s));
    };
    apply(tills.first);
    tills.one.ask();
    apply(tills.second);
    CHECK(refusal(tills.two.pay(u"cash"_s)) == ErrorCode::PromoCodeUsedUp);
    must(tills.one.pay(u"cash"_s));
}

TEST_CASE("a question that the centre never takes leaves its cart the places that were granted, and the others their turn")
{
    TwoAskingTills tills;
    tills.limitCode(u"."_s); // no step of a path
    tills.first.addAdults(15, {14, 0});
    tills.one.ask();
    tills.one.clear(); // which is still to be said
    tills.first.addAdults(5, {14, 0});
    must(tills.first.checkout().applyPromoCode(CommandId::generate(), u"UNEFOIS"_s));
    tills.one.ask();
    CHECK(tills.one.told().empty());
    tills.second.addAdults(15, {14, 0});
    tills.two.ask();
    CHECK(tills.two.told().empty());
    must(tills.one.pay(u"cash"_s)); // a till sells always
}

TEST_CASE("a payment waits for the centre as long as its patience, and not for one that says nothing")
{
    QTcpServer silent; // takes the question, and keeps quiet
    REQUIRE(silent.listen(QHostAddress::LocalHost));
    TwoTills tills;
    const CentralAddress address{.url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()))), .token = "token"};
    tills.first.closeTill();
    TillThread till;
    must(till.open({.dataFolder = tills.first.folder.path(), .clock = &tills.first.clock, .terminal = &tills.first.terminal}));
    must(till.call([](Workplace &workplace) -> Result<> {
                 workplace.centre.enrolled = true;
                 TRY(Staff{workplace}.logIn(u"seller"_s, u"1111"_s));
                 TRY(Checkout{workplace}.add(CommandId::generate(), {.formula = u"grotte"_s,
                                                                     .date = {},
                                                                     .slot = {14, 0},
                                                                     .units = {{u"adulte"_s, 4}},
                                                                     .supplements = {},
                                                                     .force = Force::None,
                                                                     .forceReason = {}}));
                 return {};
             })
             .result());
    OnlineCentre centre{[&]() -> Result<CentralAddress> { return address; }, 5s};
    DecisionThread decisions{centre, till, {.patience = 100ms, .askEvery = 60s}};
    std::atomic_bool isSettled = false;
    QElapsedTimer waited;
    waited.start();
    decisions.settle().then(QCoreApplication::instance(), [&] { isSettled = true; });
    REQUIRE(soon([&] { return isSettled.load(); }));
    CHECK(waited.elapsed() >= 90);
    CHECK(waited.elapsed() < 4'500);
    const auto places = must(till.call([](Workplace &workplace) -> Result<std::vector<LinePlaces>> {
                                     TRY_LET(view, Checkout{workplace}.view());
                                     return view.places;
                                 })
                                 .result());
    CHECK(places.empty()); // the question is still under way
    std::atomic_bool isAnswered = false;
    QObject::connect(&decisions, &DecisionThread::answered, QCoreApplication::instance(), [&] { isAnswered = true; });
    REQUIRE(soon([&] { return isAnswered.load(); }));
    const auto unconfirmed = must(till.call([](Workplace &workplace) -> Result<std::vector<LinePlaces>> {
                                          TRY_LET(view, Checkout{workplace}.view());
                                          return view.places;
                                      })
                                      .result());
    CHECK(unconfirmed.size() == 1);
    decisions.stop();
    till.close();
}
