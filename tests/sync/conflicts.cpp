// SPDX-License-Identifier: GPL-3.0-or-later
// What two tills sell, cancel and use without knowing of each other: the rows of docs/protocol/conflicts.md about facts. Nothing that was
// validated is taken back; what is too much is shown.
#include "core/ledger/CodeUseStore.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/StockStore.h"
#include "core/usecases/ConflictDesk.h"
#include "core/usecases/DossierDesk.h"
#include "sync/central/StatusPage.h"
#include "tests/sync/SyncDesk.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

void sellGiftCard(SyncedTill &till, const QString &code, Money amount)
{
    must(till.checkout().sellGift(CommandId::generate(), GiftKind::Card, amount, code));
    must(till.pay(u"cash"_s, amount));
    must(till.validate());
}

} // namespace

TEST_CASE("the same places sold at both tills without a line: both sales stand, and nothing more is sold there")
{
    TwoTills tills;
    for (SyncedTill *till : tills.both()) { // 20 places
        till->addAdults(15, {14, 0});
        must(till->pay(u"cash"_s));
        must(till->validate());
    }
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(must(selectInteger(till->workplace().db(), "SELECT SUM(persons) FROM receipt WHERE kind = 'sale'")) == 30);
        const FormulaOrder order{.formula = u"grotte"_s, .date = {}, .slot = {14, 0}, .units = {{u"adulte"_s, 1}}};
        CHECK(refusal(till->checkout().add(CommandId::generate(), order)) == ErrorCode::CapacityFull);
        const Overuse overuse = must(ConflictDesk{till->workplace()}.overuse());
        CHECK(overuse.codes.empty());
        REQUIRE(overuse.visits.size() == 1);
        CHECK(overuse.visits.front().visit == Visit{.date = QDate{2026, 11, 23}, .slot = {14, 0}});
        CHECK(overuse.visits.front().sold == 30);
        CHECK(overuse.visits.front().capacity == 20);
    }
    CHECK(must(tills.line.trial.centre->overuse(u"roches"_s)).visits.size() == 1);
}

TEST_CASE("a gift card spent at both tills without a line: both payments stand, and the balance says what is too much")
{
    TwoTills tills;
    sellGiftCard(tills.first, u"ABCD1234"_s, cents(3000));
    tills.meet();
    tills.meet();
    for (SyncedTill *till : tills.both()) { // 2 × 11,49 each
        till->addAdults(2);
        must(till->pay(u"gift_card"_s, {}, u"ABCD1234"_s));
        must(till->validate());
    }
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(must(GiftStore{till->workplace().db()}.balance(u"ABCD1234"_s, QDate{2026, 11, 23})).balance == cents(3000 - 2 * 2298));
        till->addAdults(1);
        CHECK_FALSE(till->pay(u"gift_card"_s, {}, u"ABCD1234"_s));
    }
}

TEST_CASE("a code used beyond its number without a line: all sales stand, and it is used up everywhere")
{
    TwoTills tills;
    const auto sell = [](SyncedTill &till) {
        till.addAdults(1);
        const Result<> applied = till.checkout().applyPromoCode(CommandId::generate(), u"MOINS10"_s);
        if (applied) {
            must(till.pay(u"cash"_s));
            must(till.validate());
        }
        return applied.has_value();
    };
    for (SyncedTill *till : tills.both()) // twice in all, says the code
        CHECK((sell(*till) && sell(*till)));
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(must(CodeUseStore{till->workplace().db()}.uses(u"moins10"_s)) == 4);
        CHECK_FALSE(sell(*till));
        CHECK(must(ConflictDesk{till->workplace()}.overuse()).codes ==
              std::vector{OverusedCode{.code = u"MOINS10"_s, .used = 4, .limit = 2}});
    }
    const Overuse known = must(tills.line.trial.centre->overuse(u"roches"_s));
    CHECK(known.codes == std::vector{OverusedCode{.code = u"MOINS10"_s, .used = 4, .limit = 2}});
    const QByteArray page = status::overviewPage(
        {.account = u"Roches"_s, .now = tills.line.trial.clock.now(), .today = {}, .logOutKey = {}, .tills = {}, .overuse = known});
    CHECK(QString::fromUtf8(page).contains(u"code MOINS10 : utilisé 4 fois pour 2"_s));
    CHECK_FALSE(
        status::overviewPage({.account = u"Roches"_s, .now = tills.line.trial.clock.now(), .today = {}, .logOutKey = {}, .tills = {}})
            .contains("<ul"));
}

TEST_CASE("goods sold at both tills without a line: the stock is what both have left, less than nothing if so it is")
{
    TwoTills tills;
    const qint64 before = must(StockStore{tills.first.workplace().db()}.level(u"ours"_s));
    for (SyncedTill *till : tills.both()) {
        till->addBear(3);
        must(till->pay(u"cash"_s));
        must(till->validate());
    }
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(must(StockStore{till->workplace().db()}.level(u"ours"_s)) == before - 6);
}

TEST_CASE("a price that another till changes is the price of an open cart too, before it is paid")
{
    TwoTills tills;
    tills.second.addAdults(2);
    const Money told = must(tills.second.checkout().view()).priced.total;
    DocumentStore documents{tills.first.workplace().db()};
    QJsonObject formula = must(documents.get(DocumentKind::Formula, u"grotte"_s))->body;
    QJsonArray resources = formula[u"resources"_s].toArray();
    QJsonObject adult = resources[0].toObject();
    QJsonObject price = adult[u"prices"_s].toArray().first().toObject();
    price[u"price"_s] = 2000;
    adult[u"prices"_s] = QJsonArray{price};
    resources[0] = adult;
    formula[u"resources"_s] = resources;
    must(documents.put(DocumentKind::Formula, formula, {.user = u"boss"_s, .at = tills.first.clock.now()}));
    tills.meet();
    const Money now = must(tills.second.checkout().view()).priced.total;
    CHECK(now == cents(4000));
    CHECK(now > told);
    must(tills.second.pay(u"cash"_s));
    CHECK(must(tills.second.validate()).content.total == now);
}

TEST_CASE("an order cancelled at both tills without a line is cancelled, once for everybody")
{
    TwoTills tills;
    tills.first.putReason(u"pluie"_s, Reason::Kind::Cancellation);
    tills.second.putReason(u"pluie"_s, Reason::Kind::Cancellation);
    tills.first.addAdults(4, {14, 0});
    ValidateRequest later;
    later.paymentToCome = true;
    later.dueOn = QDate{2026, 12, 1};
    const QString number = must(tills.first.validate(later)).dossierNumber;
    tills.meet();
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        till->approveBy();
        must(DossierDesk{till->workplace()}.cancel(CommandId::generate(), number, u"pluie"_s));
    }
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(must(DossierDesk{till->workplace()}.detail(number)).row.state == DossierState::Cancelled);
        const FormulaOrder all{.formula = u"grotte"_s, .date = {}, .slot = {14, 0}, .units = {{u"adulte"_s, 20}}};
        CHECK(till->checkout().add(CommandId::generate(), all)); // all places are free again, not more
        must(till->checkout().clear(CommandId::generate()));
    }
}

TEST_CASE("an order cancelled at one till while its visitors come to another: who came, came, and nobody gets their places")
{
    TwoTills tills;
    for (SyncedTill *till : tills.both())
        till->putReason(u"pluie"_s, Reason::Kind::Cancellation);
    tills.first.addAdults(4, {14, 0});
    ValidateRequest later;
    later.paymentToCome = true;
    later.dueOn = QDate{2026, 12, 1};
    const QString number = must(tills.first.validate(later)).dossierNumber;
    tills.meet();
    tills.meet();
    const bool cameFirst = GENERATE(true, false); // whose clock is earlier changes nothing
    tills.first.clock.advance(cameFirst ? std::chrono::minutes{2} : std::chrono::minutes{1});
    tills.second.clock.advance(cameFirst ? std::chrono::minutes{1} : std::chrono::minutes{2});
    tills.first.approveBy();
    must(DossierDesk{tills.first.workplace()}.cancel(CommandId::generate(), number, u"pluie"_s));
    CHECK(must(DossierDesk{tills.first.workplace()}.detail(number)).row.state == DossierState::Cancelled);
    CHECK(must(DossierDesk{tills.second.workplace()}.checkIn(CommandId::generate(), number, 4)) == 4);
    tills.meet();
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        const DossierDetail detail = must(DossierDesk{till->workplace()}.detail(number));
        CHECK(detail.row.state == DossierState::Settled); // on credit: the customer owes what was not paid
        CHECK(detail.row.due == cents(4 * 1149));
        const FormulaOrder rest{.formula = u"grotte"_s, .date = {}, .slot = {14, 0}, .units = {{u"adulte"_s, 17}}};
        CHECK(refusal(till->checkout().add(CommandId::generate(), rest)) == ErrorCode::CapacityFull);
        const FormulaOrder free{.formula = u"grotte"_s, .date = {}, .slot = {14, 0}, .units = {{u"adulte"_s, 16}}};
        CHECK(till->checkout().add(CommandId::generate(), free));
        must(till->checkout().clear(CommandId::generate()));
        till->approveBy();
        CHECK(refusal(DossierDesk{till->workplace()}.cancel(CommandId::generate(), number, u"pluie"_s)) == ErrorCode::CorrectionRefused);
    }
}
