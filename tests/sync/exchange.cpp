// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/SyncDesk.h"

#include "core/ledger/Verifier.h"
#include "core/usecases/DossierDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

bool knows(SyncedTill &till, const QString &dossier)
{
    return DossierDesk{till.workplace()}.detail(dossier).has_value();
}

bool verifies(SyncedTill &till)
{
    TillProjector projector;
    const auto report = verifyLedger(DataFolder{till.folder.path()}.ledgerFile(),
                                     {.record = must(readIdentity(DataFolder{till.folder.path()}))}, projector);
    return report && !report->defect;
}

} // namespace

TEST_CASE("what one till sells the other knows, each keeps its own chain, and both verify")
{
    Line line;
    SyncedTill first;
    SyncedTill second;
    line.enrol(first);
    line.enrol(second);
    const QString one = first.sell(2);
    const QString two = second.sell(3);
    CHECK(one != two); // each has the code that the centre gave it
    CHECK(first.state().waiting > 0);
    must(line.exchange(first));
    must(line.exchange(second));
    must(line.exchange(first));
    CHECK(first.state().waiting == 0);
    CHECK(knows(first, two));
    CHECK(knows(second, one));
    CHECK(must(first.workplace().journal().head()).position.till == first.workplace().tillUid());
    CHECK(verifies(first));
    CHECK(verifies(second));
}

TEST_CASE("places sold at one till are gone at the other")
{
    Line line;
    SyncedTill first;
    SyncedTill second;
    line.enrol(first);
    line.enrol(second);
    first.addAdults(18, {14, 0});
    must(first.pay(u"cash"_s));
    must(first.validate());
    must(line.exchange(first));
    must(line.exchange(second));
    FormulaOrder order{.formula = u"grotte"_s, .date = {}, .slot = {14, 0}, .units = {{u"adulte"_s, 3}}};
    CHECK(refusal(second.checkout().add(CommandId::generate(), order)) == ErrorCode::CapacityFull);
}

TEST_CASE("without a line the till sells on, and everything goes up once when it is back")
{
    Line line;
    SyncedTill till;
    SyncedTill other;
    line.enrol(till);
    line.enrol(other);
    line.unplug();
    QStringList sold;
    for (int i = 0; i < 5; ++i)
        sold << till.sell();
    CHECK(refusal(line.exchange(till)) == ErrorCode::CentreUnreachable);
    CHECK(till.state().trouble == ErrorCode::CentreUnreachable);
    line.plugIn();
    must(line.exchange(till));
    must(line.exchange(till));
    CHECK(till.state().waiting == 0);
    CHECK_FALSE(till.state().trouble);
    must(line.exchange(other));
    for (const QString &dossier : sold)
        CHECK(knows(other, dossier));
}

TEST_CASE("what troubles one way is not mended by the other, and the graver of both is told")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    must(line.exchange(till));
    CentralClient client{till.address()};
    Exchange exchange{client, till, till.clock};
    const auto note = [&till](SyncDirection direction, ErrorCode code) {
        must(till.run([&](SyncLedger &ledger) { return ledger.notes().noteTrouble(direction, code); }));
    };
    note(SyncDirection::Down, ErrorCode::ChainBroken);
    till.sell();
    must(exchange.push());
    CHECK(till.state().waiting == 0);
    CHECK(till.state().trouble == ErrorCode::ChainBroken); // nothing of the others comes
    note(SyncDirection::Up, ErrorCode::CentreUnreachable);
    CHECK(till.state().trouble == ErrorCode::ChainBroken);
    must(exchange.pullAll());
    CHECK(till.state().trouble == ErrorCode::CentreUnreachable);
    must(exchange.push()); // nothing waits any more
    CHECK_FALSE(till.state().trouble);
}

TEST_CASE("at each contact a till learns how far its clock is from the centre's, ahead or behind, and that it was set right")
{
    using namespace std::chrono_literals;
    Line line;
    SyncedTill till;
    line.enrol(till);
    till.clock.set(line.trial.clock.now().addSecs(-600));
    must(line.exchange(till));
    CHECK(till.state().clockAhead == -10min);
    CHECK(till.state().hasWrongClock());
    till.clock.set(line.trial.clock.now().addSecs(3600));
    must(line.exchange(till));
    CHECK(till.state().clockAhead == 1h);
    CHECK(till.state().hasWrongClock());
    till.clock.set(line.trial.clock.now().addSecs(120));
    must(line.exchange(till));
    CHECK(till.state().clockAhead == 2min);
    CHECK_FALSE(till.state().hasWrongClock());
    CHECK_FALSE(till.state().isSilent(till.clock.now()));
    till.clock.advance(61s);
    CHECK(till.state().isSilent(till.clock.now()));
}

TEST_CASE("facts go up however long they are: a push ends before the centre would refuse to read it")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    must(line.exchange(till));
    const Id<TillSession> session = must(till.workplace().sessionIfOpen())->id;
    const auto append = [&](qsizetype characters) {
        FactDraft draft;
        draft.type = FactType::CashMoved;
        draft.session = session;
        draft.content = toJson(CashMovedContent{.kind = CashMovementKind::Drop, .amount = cents(1), .reason = QString{characters, u'x'}});
        must(till.workplace().journal().append(draft));
    };
    for (int i = 0; i < 50; ++i)
        append(protocol::largestBody / 40);
    must(line.exchange(till));
    CHECK(till.state().waiting == 0);
    append(protocol::largestBody);
    append(1);
    SyncLedger ledger{*till.workplace().ledger};
    CHECK(must(ledger.outbox().nextFacts()).push.facts.size() == 1); // one at least
}

TEST_CASE("a till that was revoked is told so, and still closes its day")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    must(line.trial.centre->revoke({u"roches"_s, u"01"_s}));
    till.sell();
    CHECK(refusal(line.exchange(till)) == ErrorCode::TillRevoked);
    till.closeDay();
}

TEST_CASE("a server that lies changes nothing at a till")
{
    SyncedTill till;
    SyncedTill stranger;
    stranger.sell();
    const auto facts = must(ownFactsAfter(stranger.workplace().db(), stranger.workplace().journal().identity(), 0, 100));
    ChainIdentity chain = stranger.workplace().journal().identity();
    chain.own = false;
    const auto take = [&](const ChangesPage &page) {
        Result<int> taken = 0;
        std::ignore = till.run([&](SyncLedger &ledger) -> Result<> {
            taken = ledger.inbox().take(page, till.clock.now());
            return {};
        });
        return taken;
    };
    const auto before = till.state();
    ChainIdentity pretended = till.workplace().journal().identity();
    pretended.incarnation = 2;
    CHECK(refusal(take({.cursor = 9, .more = false, .chains = {pretended}, .facts = {}})) == ErrorCode::ChainBroken);
    CHECK(refusal(take({.cursor = 9, .more = false, .chains = {}, .facts = facts})) == ErrorCode::ChainBroken); // a key that nobody named
    ChangesPage forged{.cursor = 9, .more = false, .chains = {chain}, .facts = facts};
    forged.facts.back().content.replace("\"", "'");
    CHECK_FALSE(take(forged));
    CHECK(till.state() == before);
    CHECK(must(take({.cursor = 9, .more = false, .chains = {chain}, .facts = facts})) > 0);
    ChainIdentity otherKey = chain;
    otherKey.key = KeyPair::generate().publicKey();
    CHECK(refusal(take({.cursor = 12, .more = false, .chains = {otherKey}, .facts = {}})) == ErrorCode::ChainBroken);
    CHECK(verifies(till));
}

TEST_CASE("an anchor that the centre did not sign, or of another chain, is not kept")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    const auto own = must(ownFactsAfter(till.workplace().db(), till.workplace().journal().identity(), 0, 1));
    CentreAnchor anchor{.incarnation = 1, .number = 1, .hash = own.front().hash, .signature = QByteArray{64, 'x'}};
    const auto acknowledge = [&] {
        return till.run([&](SyncLedger &ledger) { return ledger.outbox().acknowledge(anchor, till.clock.now()); });
    };
    CHECK_FALSE(acknowledge());
    CHECK(till.state().waiting > 0);
    must(line.exchange(till));
    std::optional<CentreAnchor> kept;
    must(till.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(found, ledger.chains().anchor());
        kept = found;
        return {};
    }));
    REQUIRE(kept);
    CHECK(kept->number == must(till.workplace().journal().head()).position.number);
}

TEST_CASE("what a centre says that it lacks is sent again")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    till.sell();
    must(line.exchange(till));
    must(till.run([&](SyncLedger &ledger) { return ledger.chains().goBackTo(1, 2); })); // as if it had asked for number 2
    CHECK(till.state().waiting > 0);
    must(line.exchange(till));
    CHECK(till.state().waiting == 0);
}

TEST_CASE("addresses that would show the token to others are refused")
{
    CHECK(centralUrl(u"https://centre.example/guichet"_s));
    CHECK(centralUrl(u"http://127.0.0.1:8765"_s));
    for (const QString &bad :
         {u"http://centre.example"_s, u"ftp://centre.example"_s, u"centre"_s, u""_s, u"https://"_s, u"https://a/?x=1"_s})
        CHECK_FALSE(centralUrl(bad));
}
