// SPDX-License-Identifier: GPL-3.0-or-later
// A machine takes the place of a till and goes on with its day; the one before comes back (SYN-4, docs/decisions/0040).
#include "tests/sync/ReplacementDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("a machine that takes a till's place goes on with its day: the same totals, numbers that nobody has, and all verifies")
{
    TillToReplace t;
    const Report before = dayOf(t.old);
    const FactPosition last = must(t.old.workplace().journal().head()).position;
    const GrandTotals totals = must(t.old.workplace().journal().head()).totals;
    const ReplacedTill replaced = must(replaceBy(t.machine, t.line, replacementCode(t.line)));
    CHECK(replaced.tillCode == u"01");
    CHECK(replaced.incarnation == 2);
    CHECK(replaced.lastNumber == last.number);
    CHECK(t.machine.workplace().tillUid() == last.till);
    CHECK(t.machine.workplace().settings.tillKey == u"accueil");
    CHECK(reportDifferences(before, dayOf(t.machine)).isEmpty());
    CHECK(isKnownAt(t.machine, t.sent));

    must(t.machine.staff().logIn(u"seller"_s, u"1111"_s)); // the users came with it
    t.machine.addAdults(1);
    must(t.machine.pay(u"cash"_s));
    const SaleOutcome sold = must(t.machine.validate());
    CHECK(sold.receipt == DocumentNumber{u"R2-"_s, 1});
    CHECK(sold.dossierNumber != t.sent);
    CHECK(dayOf(t.machine).saleCount == before.saleCount + 1);
    CHECK(must(t.machine.workplace().journal().head()).totals.net == totals.net + dayOf(t.machine).net - before.net);
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().waiting == 0);
    must(t.line.exchange(t.other));
    CHECK(isKnownAt(t.other, sold.dossierNumber));
    t.machine.closeDay();
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().found == 0);
    CHECK(holdsWhole(t.machine));
    CHECK(holdsWhole(t.other));
}

TEST_CASE("what the others do goes on to a machine that took a till's place, and its own changes to them")
{
    TillToReplace t;
    t.replace();
    const QString theirs = t.other.sell();
    must(t.line.exchange(t.other));
    must(t.line.exchange(t.machine));
    CHECK(isKnownAt(t.machine, theirs));
    DocumentStore documents{t.machine.workplace().db()};
    QJsonObject adult = must(documents.get(DocumentKind::Resource, u"adulte"_s))->body;
    adult[u"name"_s] = u"Grande personne"_s;
    must(documents.put(DocumentKind::Resource, adult, {.user = u"boss"_s, .at = t.machine.clock.now().addSecs(60)}));
    must(t.line.exchange(t.machine));
    must(t.line.exchange(t.other));
    CHECK(must(DocumentStore{t.other.workplace().db()}.get(DocumentKind::Resource, u"adulte"_s))->body[u"name"_s] == adult[u"name"_s]);
}

TEST_CASE("the machine before comes back: told that it was replaced, it closes its day, and what it had not sent is found by all")
{
    TillToReplace t;
    const QString unsent = t.old.sell(3);
    t.replace();
    const QString after = t.machine.sell();
    CHECK(after != unsent);
    t.machine.closeDay();
    must(t.line.exchange(t.machine));

    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillReplaced); // after its facts went up
    CHECK(t.old.state().trouble == ErrorCode::TillReplaced);
    CHECK(t.old.state().waiting == 0);
    t.old.closeDay();
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillReplaced);
    CHECK(t.old.state().trouble == ErrorCode::TillReplaced); // whatever went well since
    CHECK(t.old.state().waiting == 0);
    CHECK(holdsWhole(t.old));

    for (SyncedTill *till : {&t.machine, &t.other}) {
        must(t.line.exchange(*till));
        CHECK(isKnownAt(*till, unsent));
        CHECK(isKnownAt(*till, after));
        CHECK(holdsWhole(*till));
        const FoundFacts found = must(foundFactsOf(till->workplace().db(), t.machine.workplace().tillUid()));
        CHECK(found.sales == 1);
        CHECK(found.sold == cents(3 * 1149));
    }
    CHECK(t.machine.state().foundSales == 1);
    CHECK(t.machine.state().foundAmount == cents(3 * 1149));
    const TillStanding standing = must(t.line.trial.centre->standing(t.atCentre()));
    CHECK(standing.found.sales == 1);
    REQUIRE(standing.former.size() == 1);
    CHECK_FALSE(standing.openDay); // its Z is the new machine's
    CHECK(standing.closing->number == u"2-1");
}

TEST_CASE("the first start in the place of a machine that was never stopped says nothing of a crash")
{
    TillToReplace t; // its start went up, and no stop
    t.replace();
    CHECK_FALSE(t.machine.workplace().interrupted);
    CHECK_FALSE(must(t.machine.desk().state()).interrupted);
}

TEST_CASE("a machine that was replaced ends its day, whatever it sells meanwhile, and opens no other one")
{
    TillToReplace t;
    t.replace();
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillReplaced);
    CHECK_FALSE(must(t.old.desk().state()).replaced); // the day that is open is no other one's
    t.old.sell();
    t.old.closeDay();
    CHECK(must(t.old.desk().state()).replaced);
    t.old.restart();
    must(t.old.staff().logIn(u"seller"_s, u"1111"_s));
    const auto opened = t.old.desk().open(CommandId::generate(), {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::TillReplaced);
    CHECK(opened.error().values.value(1) == u"new day");
    t.machine.closeDay(); // the one in its place
    must(t.machine.desk().open(CommandId::generate(), {}));
}

TEST_CASE("what is found before the closing is in no X and no Z either: its money is in another drawer")
{
    TillToReplace t;
    t.old.sell(3);
    t.replace();
    const Report before = dayOf(t.machine);
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillReplaced);
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().foundSales == 1);
    CHECK(reportDifferences(before, dayOf(t.machine)).isEmpty());
    t.machine.closeDay();
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("what the machine before hands in late ends nothing that was promised to the one in its place")
{
    TillToReplace t;
    Centre &centre = *t.line.trial.centre;
    t.old.addAdults(4, {14, 0});
    must(t.old.pay(u"cash"_s));
    must(t.old.validate());
    t.replace();
    must(centre.accounts().setAllotmentRule(u"roches"_s, {.places = 6, .percent = 50}));
    must(centre.allot(must(centre.tillOf(t.machine.address().token))));
    const CentralTill other = must(centre.tillOf(t.other.address().token));
    const auto free = [&] {
        const Visit visit{.date = QDate{2026, 11, 23}, .slot = {14, 0}};
        const auto probe = Id<Dossier>::generate();
        const VisitPlaces all{
            .formula = u"grotte"_s, .item = u"adulte"_s, .supplement = false, .visit = visit, .units = 20, .forced = false};
        const int units = must(centre.hold(other, {.id = probe, .places = {all}})).granted.front();
        must(centre.hold(other, {.id = probe, .places = {}}));
        return units;
    };
    const int before = free();
    t.old.closeDay();
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillReplaced); // after its sale and its Z went up
    CHECK(free() == before - 4);
}

TEST_CASE("a machine that was replaced speaks for its own incarnations only, and only in facts")
{
    TillToReplace t;
    t.old.sell();
    const QByteArray token = t.old.address().token;
    t.replace();
    t.machine.sell();
    const FormerTill former = must(t.line.trial.centre->formerTillOf(token)).value();
    const auto facts = must(ownFactsAfter(t.machine.workplace().db(), t.machine.workplace().journal().identity(), 0, protocol::mostFacts));
    CHECK(refusal(t.line.trial.centre->take(former.till, {.facts = facts}, former.incarnation)) == ErrorCode::NotAllowed);
    CentralClient client{{.url = t.line.url(), .token = token}};
    CHECK(refusal(client.changes(0, 0)) == ErrorCode::TillReplaced);
    CHECK(refusal(client.snapshot({}, 1)) == ErrorCode::TillReplaced);
    CHECK(client.pushHome({.tillKey = u"accueil"_s, .documents = {}}).error().code == ErrorCode::TillReplaced);
}
