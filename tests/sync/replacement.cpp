// SPDX-License-Identifier: GPL-3.0-or-later
// A machine takes the place of a till (SYN-4, docs/decisions/0040); the one before comes back; a backup is restored.
#include "tests/sync/LyingServer.h"
#include "tests/sync/SyncDesk.h"

#include "core/ledger/Backup.h"
#include "core/ledger/FoundFacts.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/Restore.h"
#include "core/ledger/Snapshot.h"
#include "core/ledger/TakeOver.h"
#include "core/ledger/Verifier.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/NoKeychain.h"
#include "sync/central/CentralApi.h"
#include "sync/client/Replacement.h"

#include <QUrlQuery>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isKnownAt(SyncedTill &till, const QString &dossier)
{
    return DossierDesk{till.workplace()}.detail(dossier).has_value();
}

/// In full: chains, sums of each Z, and a replay.
bool holdsWhole(SyncedTill &till)
{
    const DataFolder folder{till.folder.path()};
    TillProjector projector;
    const auto report = verifyLedger(folder.ledgerFile(), {.record = must(readIdentity(folder))}, projector);
    if (report && report->defect)
        UNSCOPED_INFO(report->defect->what.toStdString());
    return report && !report->defect && report->replayed;
}

Report dayOf(SyncedTill &till)
{
    return must(ReportStore{till.workplace().db()}.session(must(till.workplace().openSession()).id));
}

QString replacementCode(Line &line)
{
    return must(line.trial.centre->replaceTill({u"roches"_s, u"01"_s})).enrolment;
}

/// `machine`, whatever it was, in the place of the till of the code; open when it succeeds.
Result<ReplacedTill> replaceBy(SyncedTill &machine, Line &line, const QString &code, const std::function<void(int)> &fetched = {})
{
    machine.closeTill();
    const TillReplacement wanted{
        .address = {.url = line.url(), .token = {}}, .code = code, .administrator = {}, .pin = {}, .preferFile = true};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &, const QByteArray &token) { return machine.secrets.write(centreTokenName, token); },
        .fetched = fetched,
        .rest = 0ms};
    Result<ReplacedTill> replaced = replaceTill(machine.folder.path(), wanted, machine.clock, machine.secrets, hooks);
    if (replaced)
        machine.restart();
    return replaced;
}

/// A till that has sold and sent, another one of the attraction, and an empty machine.
struct TillToReplace
{
    TillToReplace()
    {
        line.enrol(old);
        must(line.exchange(old));
        line.enrol(other);
        sent = old.sell(2);
        must(line.exchange(old));
        must(line.exchange(other));
        machine.emptyFolder();
    }
    void replace()
    {
        must(replaceBy(machine, line, replacementCode(line)));
        must(machine.staff().logIn(u"seller"_s, u"1111"_s));
    }
    CentralTill atCentre() { return must(line.trial.centre->accounts().tills(u"roches"_s)).front(); }

    Line line;
    SyncedTill old;
    SyncedTill other;
    SyncedTill machine;
    QString sent;
};

/// A key that asks for the place of a till.
EnrolRequest asking(const QString &code, const KeyPair &key)
{
    return {.code = code, .chains = {}, .key = key.publicKey(), .proof = key.sign(takeOverMessage(code, key.publicKey()))};
}

} // namespace

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

TEST_CASE("the line drops after any page: no till is left, and the same code goes on")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    const DataFolder folder{t.machine.folder.path()};
    bool done = false;
    for (int last = 1; !done; last += 4) {
        REQUIRE(last < 200);
        const auto replaced = replaceBy(t.machine, t.line, code, [&](int page) {
            if (page == last)
                t.line.unplug();
        });
        done = replaced.has_value();
        t.line.plugIn();
        if (done)
            continue;
        CHECK(replaced.error().code == ErrorCode::CentreUnreachable);
        CHECK_FALSE(folder.hasTill());
        CHECK_FALSE(QFile::exists(folder.ledgerFile()));
    }
    CHECK(t.machine.workplace().journal().identity().incarnation == 2); // one, however often it was asked for
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("a centre that has forgotten the copy under way is asked for another one, once; then the same code goes on")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    int begun = 0;
    int patience = 2;
    const auto pause = [&](int page) { // after which the centre waits no more
        begun += page == 1 ? 1 : 0;
        if (page == 3 && patience-- > 0)
            t.line.trial.clock.advance(11min);
    };
    CHECK(refusal(replaceBy(t.machine, t.line, code, pause)) == ErrorCode::CentreRefused);
    CHECK(begun == 2);
    CHECK_FALSE(DataFolder{t.machine.folder.path()}.hasTill());
    begun = 0;
    patience = 1;
    CHECK(must(replaceBy(t.machine, t.line, code, pause)).incarnation == 2);
    CHECK(begun == 2);
    CHECK(isKnownAt(t.machine, t.sent));
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("the program is killed while it takes over: what is left is no till, and the same code goes on from there")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    SyncedTill again; // the same disk after the kill
    again.emptyFolder();
    const DataFolder folder{t.machine.folder.path()};
    CHECK_FALSE(replaceBy(t.machine, t.line, code, [&](int page) {
        if (page != 9)
            return;
        for (const QString &name : QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden))
            if (name != u"till.lock")
                REQUIRE(QFile::copy(QDir{folder.path()}.filePath(name), again.folder.filePath(name)));
        t.line.unplug();
    }));
    t.line.plugIn();
    const DataFolder left{again.folder.path()};
    REQUIRE(QFile::exists(left.ledgerFile()));
    CHECK_FALSE(left.hasTill());
    CHECK(must(replaceBy(again, t.line, code)).incarnation == 2);
    CHECK_FALSE(QFile::exists(left.takeOverFile()));
    CHECK(isKnownAt(again, t.sent));
    CHECK(holdsWhole(again));
}

TEST_CASE("whichever statement of the centre fails, the same machine gets the same incarnation, once")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    const KeyPair key = KeyPair::generate();
    Result<EnrolAnswer> answer = failure(ErrorCode::Internal);
    for (int n = 0; !answer; ++n) {
        REQUIRE(n < 100);
        failNthQueryForTest(n);
        answer = t.line.trial.centre->enrol(asking(code, key));
    }
    failNthQueryForTest(-1);
    CHECK(answer->chains.size() == 2);
    CHECK(must(t.line.trial.centre->standing(t.atCentre())).former.size() == 1);
    CHECK(must(t.line.trial.centre->tillOf(answer->token)).code == u"01");
}

TEST_CASE("a till that had left nobody at the centre asks for an administrator, and the same code goes on")
{
    Line line;
    SyncedTill old;
    line.enrol(old); // and never exchanged anything: the centre has its chain, and no fact
    SyncedTill machine;
    machine.emptyFolder();
    const QString code = replacementCode(line);
    const auto refused = replaceBy(machine, line, code);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InvalidInput);
    CHECK(refused.error().values == QStringList{u"administrator"_s});
    const TillReplacement wanted{
        .address = {.url = line.url(), .token = {}}, .code = code, .administrator = u"Chef"_s, .pin = u"9876"_s, .preferFile = true};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &, const QByteArray &token) { return machine.secrets.write(centreTokenName, token); }};
    must(replaceTill(machine.folder.path(), wanted, machine.clock, machine.secrets, hooks));
    machine.restart();
    const std::vector<User> users = must(DocumentStore{machine.workplace().db()}.users());
    REQUIRE(users.size() == 1);
    must(machine.staff().logIn(users.front().key, u"9876"_s));
    CHECK(machine.workplace().catalogue->till(machine.workplace().settings.tillKey)->code == u"01");
    must(line.exchange(machine));
    CHECK(machine.state().waiting == 0);
    CHECK(refusal(line.exchange(old)) == ErrorCode::TillReplaced); // all that it did is found
    must(line.exchange(machine));
    CHECK(machine.state().found > 0);
    CHECK(holdsWhole(machine));
}

TEST_CASE("a replacement code is good for one machine, for a day, and for nothing else")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    SyncedTill stranger;
    CHECK(refusal(t.line.trial.centre->enrol(stranger.enrolment(code))) == ErrorCode::CodeRejected);
    const KeyPair key = KeyPair::generate();
    EnrolRequest unproven = asking(code, key);
    unproven.proof = KeyPair::generate().sign(takeOverMessage(code, key.publicKey()));
    CHECK(refusal(t.line.trial.centre->enrol(unproven)) == ErrorCode::CodeRejected);
    CHECK(refusal(t.line.trial.centre->enrol(asking(u"0000000000"_s, key))) == ErrorCode::CodeRejected);
    const QString usual = t.line.trial.code(u"Une autre"_s);
    CHECK(refusal(t.line.trial.centre->enrol(asking(usual, key))) == ErrorCode::CodeRejected);
    CHECK(refusal(t.line.trial.centre->replaceTill({u"roches"_s, u"03"_s})) == ErrorCode::NotFound); // it never enrolled
    CHECK(refusal(t.line.trial.centre->replaceTill({u"roches"_s, u"99"_s})) == ErrorCode::NotFound);

    must(replaceBy(t.machine, t.line, code));
    stranger.emptyFolder();
    CHECK(refusal(replaceBy(stranger, t.line, code)) == ErrorCode::CodeRejected);
    const QString lapsed = replacementCode(t.line);
    t.line.trial.clock.advance(25h);
    CHECK(refusal(replaceBy(stranger, t.line, lapsed)) == ErrorCode::CodeRejected);
    CHECK_FALSE(DataFolder{stranger.folder.path()}.hasTill());
}

TEST_CASE("the answer to a replacement was lost: the same key gets the same incarnation, and another code the one after")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    const KeyPair key = KeyPair::generate();
    const EnrolAnswer first = must(t.line.trial.centre->enrol(asking(code, key)));
    const EnrolAnswer again = must(t.line.trial.centre->enrol(asking(code, key)));
    CHECK(again.chains == first.chains);
    CHECK(again.chains.size() == 2);
    CHECK(refusal(t.line.trial.centre->tillOf(first.token)) == ErrorCode::NotLoggedIn);
    CHECK(must(t.line.trial.centre->tillOf(again.token)).code == u"01");
    CHECK(refusal(t.line.trial.centre->enrol(asking(code, KeyPair::generate()))) == ErrorCode::CodeRejected);

    const ReplacedTill replaced = must(replaceBy(t.machine, t.line, replacementCode(t.line))); // that machine never came to be
    CHECK(replaced.incarnation == 3);
    CHECK(replaced.lastNumber == 0);
    must(t.machine.staff().logIn(u"seller"_s, u"1111"_s));
    t.machine.sell();
    must(t.line.exchange(t.machine));
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("a till that was revoked can be replaced; the machine that was taken away is heard no more")
{
    TillToReplace t;
    t.old.sell();
    must(t.line.trial.centre->revoke({u"roches"_s, u"01"_s}));
    t.replace();
    t.machine.sell();
    must(t.line.exchange(t.machine));
    CHECK_FALSE(t.atCentre().revoked);
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillRevoked);
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().found == 0);
}

TEST_CASE("the replacement code of a till that is revoked is good no more, revoked before or not; a new one is")
{
    TillToReplace t;
    for (int i = 0; i < 2; ++i) {
        const QString leaked = replacementCode(t.line);
        must(t.line.trial.centre->revoke({u"roches"_s, u"01"_s}));
        CHECK(refusal(t.line.trial.centre->enrol(asking(leaked, KeyPair::generate()))) == ErrorCode::CodeRejected);
        CHECK(t.atCentre().revoked);
    }
    t.replace();
    must(t.line.exchange(t.machine));
    CHECK_FALSE(t.atCentre().revoked);
}

TEST_CASE("a till that is revoked takes the machines before it along; the last one comes back with a code, they do not")
{
    TillToReplace t;
    t.old.sell();
    t.replace();
    t.machine.sell();
    must(t.line.trial.centre->revoke({u"roches"_s, u"01"_s}));
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillRevoked);
    CHECK(refusal(t.line.exchange(t.machine)) == ErrorCode::TillRevoked);
    CHECK(refusal(t.line.trial.centre->enrol(t.old.enrolment(t.line.trial.code(u"Ancienne"_s)))) == ErrorCode::TillReplaced);
    t.line.enrol(t.machine);
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().waiting == 0);
    CHECK(t.machine.state().found == 0);
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillRevoked);
}

namespace {

/// The pages of a centre, of which a liar may change something before they are written.
struct LyingCopy
{
    explicit LyingCopy(TillToReplace &t)
    {
        const QByteArray attempt = "attempt";
        takeOver = must(TakeOver::begin(t.machine.folder.path(), needs, attempt));
        answer = must(t.line.trial.centre->enrol(asking(replacementCode(t.line), takeOver->key())));
        const CentralTill till = must(t.line.trial.centre->tillOf(answer.token));
        SnapshotPage page = must(t.line.trial.centre->snapshot(till, {}, 1));
        for (;; page = must(t.line.trial.centre->snapshot(till, page.id, page.page + 1))) {
            tables.push_back(must(snapshotRowsFromBytes(page.rows)));
            if (!page.more)
                return;
        }
    }
    SnapshotRows &table(const QString &name) { return *std::ranges::find(tables, name, &SnapshotRows::table); }
    Result<> write()
    {
        for (const SnapshotRows &rows : tables)
            TRY(writeSnapshotRows(takeOver->database(), answer.chains.back().till, rows.table, rows.columns, rows.rows));
        return takeOver->open(answer.chains);
    }
    /// Of a till that the centre has made up, and of which it has no fact.
    Result<> openEmpty(const QString &till)
    {
        const ChainIdentity first{.till = till, .key = KeyPair::generate().publicKey()};
        const ChainIdentity next{.till = till, .incarnation = 2, .key = takeOver->key().publicKey(), .previousHash = genesisHash(first)};
        for (const ChainIdentity &chain : {first, next})
            TRY(Journal::registerChain(takeOver->database(), chain));
        return takeOver->open({first, next});
    }

    NoKeychain keychain;
    TillProjector projector;
    SimulatedClock clock{fromRfc3339(u"2026-11-23T11:00:00.000+01:00"_s)};
    LedgerNeeds needs{.projector = projector, .clock = clock, .keychain = keychain, .preferFile = true};
    std::unique_ptr<TakeOver> takeOver;
    EnrolAnswer answer;
    std::vector<SnapshotRows> tables;
};

} // namespace

TEST_CASE("a centre that lies makes no till: every fact is proven, every row is of its table")
{
    TillToReplace t;
    LyingCopy copy{t};
    SECTION("the truth is taken")
    {
        CHECK(copy.write());
    }
    SECTION("an amount of a fact is another")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        const qsizetype content = facts.columns.indexOf(u"content"_s);
        QByteArray forged = facts.rows.back()[content].toByteArray();
        facts.rows.back()[content] = forged.replace("\"", "'");
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("a column beside a fact says something else")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        facts.rows.back()[facts.columns.indexOf(u"business_date"_s)] = u"2020-01-01"_s;
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("the last fact of the till is kept back")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        const qsizetype till = facts.columns.indexOf(u"till"_s);
        const QString own = copy.answer.chains.back().till;
        const auto last = std::ranges::find_if(facts.rows.rbegin(), facts.rows.rend(),
                                               [&](const QVariantList &row) { return row[till].toString() == own; });
        facts.rows.erase(std::next(last).base());
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("a past of the till under another key")
    {
        copy.answer.chains.front().key = KeyPair::generate().publicKey();
        CHECK(copy.write().error().code == ErrorCode::ChainBroken);
    }
    SECTION("a table that does not travel")
    {
        copy.tables.push_back({.table = u"machine_state"_s, .columns = {u"name"_s, u"value"_s}, .rows = {{u"defect"_s, u""_s}}});
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("other columns")
    {
        copy.table(u"dossier"_s).columns.removeLast();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("the last fact has the last number of all")
    {
        SnapshotRows &facts = copy.table(u"fact"_s);
        facts.rows.back()[facts.columns.indexOf(u"arrival"_s)] = std::numeric_limits<qint64>::max();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a document has a clock after which none comes")
    {
        SnapshotRows &documents = copy.table(u"document"_s);
        documents.rows.back()[documents.columns.indexOf(u"hlc"_s)] = std::numeric_limits<qint64>::max();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a number of a change is nearly the last, and a text that the table would take")
    {
        SnapshotRows &changes = copy.table(u"document_change"_s);
        REQUIRE_FALSE(changes.rows.empty());
        changes.rows.back()[changes.columns.indexOf(u"arrival"_s)] = u"9.2e18"_s;
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a document that no till could read")
    {
        SnapshotRows &documents = copy.table(u"document"_s);
        const qsizetype kind = documents.columns.indexOf(u"kind"_s);
        const auto resource =
            std::ranges::find_if(documents.rows, [&](const QVariantList &row) { return row[kind].toString() == u"resource"; });
        REQUIRE(resource != documents.rows.end());
        (*resource)[documents.columns.indexOf(u"body"_s)] = u"{}"_s;
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("the PIN of somebody takes more to try than a till has")
    {
        SnapshotRows &documents = copy.table(u"document"_s);
        const qsizetype kind = documents.columns.indexOf(u"kind"_s);
        const qsizetype body = documents.columns.indexOf(u"body"_s);
        const auto user = std::ranges::find_if(documents.rows, [&](const QVariantList &row) { return row[kind].toString() == u"user"; });
        REQUIRE(user != documents.rows.end());
        QJsonObject json = QJsonDocument::fromJson((*user)[body].toString().toUtf8()).object();
        json[u"pinHash"_s] = u"$argon2id$v=19$m=4194304,t=99,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"_s;
        (*user)[body] = QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact));
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a till by the name of a path")
    {
        CHECK(copy.openEmpty(u"/../../till"_s).error().code == ErrorCode::ChainBroken);
    }
    SECTION("a till by a name of tills")
    {
        CHECK(copy.openEmpty(u"018f0000-0000-7000-8000-000000000001"_s));
    }
    SECTION("a row without its last value")
    {
        copy.table(u"receipt"_s).rows.back().removeLast();
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    SECTION("a text where a number is")
    {
        SnapshotRows &receipts = copy.table(u"receipt"_s);
        receipts.rows.front()[receipts.columns.indexOf(u"total_cents"_s)] = u"all of it"_s;
        CHECK(copy.write().error().code == ErrorCode::InvalidInput);
    }
    copy.takeOver.reset();
    CHECK_FALSE(DataFolder{t.machine.folder.path()}.hasTill()); // finish() alone makes it one
}

namespace {

QByteArray headField(const QByteArray &request, const QByteArray &name)
{
    const qsizetype at = request.toLower().indexOf("\r\n" + name + ": ");
    return at < 0 ? QByteArray{} : request.sliced(at + 4 + name.size()).split('\r').first();
}

CentralRequest centralRequest(const QByteArray &request)
{
    const QByteArrayList words = request.split(' ');
    const QUrl target{QString::fromLatin1(words.value(1))};
    CentralRequest asked{.method = words.front() == "GET" ? CentralRequest::Method::Get : CentralRequest::Method::Post,
                         .path = target.path(),
                         .query = {},
                         .authorization = headField(request, "authorization"),
                         .encoding = headField(request, "content-encoding"),
                         .body = request.sliced(request.indexOf("\r\n\r\n") + 4)};
    for (const auto &[name, value] : QUrlQuery{target}.queryItems())
        asked.query.insert(name, value);
    return asked;
}

/// A server that says what a centre says, but of the pages of a snapshot what it likes.
struct LyingPages
{
    using Lie = std::function<void(SnapshotPage &page)>;
    explicit LyingPages(Centre &centre) : api{centre}
    {
        server.say = [this](const QByteArray &request) {
            const CentralRequest asked = centralRequest(request);
            CentralReply reply = api.answer(asked);
            if (asked.path.endsWith(u"/snapshot") && reply.status == 200) {
                SnapshotPage page = must(snapshotPageFromJson(reply.json));
                lie(page);
                reply.json = toJson(page);
            }
            return httpAnswer(jsonBytes(reply.json), reply.status);
        };
    }
    Result<ReplacedTill> replace(SyncedTill &machine, const QString &code)
    {
        const TillReplacement wanted{
            .address = {.url = server.url(), .token = {}}, .code = code, .administrator = {}, .pin = {}, .preferFile = true};
        const ReplacementHooks hooks{
            .keepToken = [&](const TillIdentity &, const QByteArray &token) { return machine.secrets.write(centreTokenName, token); },
            .rest = 0ms};
        return replaceTill(machine.folder.path(), wanted, machine.clock, machine.secrets, hooks);
    }

    CentralApi api;
    LyingServer server;
    Lie lie = [](SnapshotPage &) {};
};

struct LieOfPages
{
    std::string name;
    ErrorCode refused;
    LyingPages::Lie lie;
};

std::vector<LieOfPages> liesOfPages()
{
    return {{"the page before again", ErrorCode::InvalidInput, [](SnapshotPage &page) { page.page -= page.page == 3 ? 1 : 0; }},
            {"other rows than were signed", ErrorCode::ChainBroken,
             [](SnapshotPage &page) {
                 if (page.page == 4)
                     page.rows = toBytes({.table = u"home_till"_s, .columns = {u"till"_s, u"till_key"_s}, .rows = {}});
             }},
            {"a page too far", ErrorCode::InvalidInput, [](SnapshotPage &page) { page.page += page.page == 2 ? 1 : 0; }},
            {"of another snapshot", ErrorCode::InvalidInput, [](SnapshotPage &page) { page.id += page.page == 2 ? u"0"_s : u""_s; }},
            {"of a later version", ErrorCode::SchemaTooNew, [](SnapshotPage &page) { page.schema += 1; }},
            {"of an earlier version", ErrorCode::SchemaTooOld, [](SnapshotPage &page) { page.schema -= page.page == 2 ? 1 : 0; }},
            {"an end before the end", ErrorCode::ChainBroken,
             [](SnapshotPage &page) {
                 page.more = page.page < 5;
                 page.signature = page.more ? QByteArray{} : QByteArray{64, 'x'};
             }},
            {"signed by somebody else", ErrorCode::ChainBroken, [](SnapshotPage &page) {
                 if (!page.more)
                     page.signature = KeyPair::generate().sign("anything");
             }}};
}

} // namespace

TEST_CASE("whatever a server that lies makes of the pages, there is no till, and the same code goes on with a centre that does not")
{
    TillToReplace t;
    t.machine.closeTill();
    const QString code = replacementCode(t.line);
    const DataFolder folder{t.machine.folder.path()};
    LyingPages liar{*t.line.trial.centre};
    for (const LieOfPages &one : liesOfPages()) {
        INFO(one.name);
        liar.lie = one.lie;
        const auto replaced = liar.replace(t.machine, code);
        REQUIRE_FALSE(replaced);
        CHECK(replaced.error().code == one.refused);
        CHECK_FALSE(folder.hasTill());
        CHECK_FALSE(QFile::exists(folder.ledgerFile()));
    }
    CHECK(must(replaceBy(t.machine, t.line, code)).incarnation == 2);
    CHECK(isKnownAt(t.machine, t.sent));
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("a page is the next one or the last one again, of one's own copy")
{
    TillToReplace t;
    const CentralTill own = t.atCentre();
    CentralTill other = must(t.line.trial.centre->accounts().tills(u"roches"_s)).back();
    const SnapshotPage first = must(t.line.trial.centre->snapshot(own, {}, 1));
    CHECK(must(t.line.trial.centre->snapshot(own, first.id, 1)).rows == first.rows);
    CHECK(refusal(t.line.trial.centre->snapshot(own, first.id, 3)) == ErrorCode::NotFound);
    CHECK(refusal(t.line.trial.centre->snapshot(other, first.id, 2)) == ErrorCode::NotFound);
    t.old.sell();
    must(t.line.exchange(t.old)); // goes on meanwhile, and is not in it
    CHECK(must(t.line.trial.centre->snapshot(own, first.id, 2)).page == 2);
    t.line.trial.clock.advance(11min);
    t.line.trial.centre->forgetSnapshots();
    CHECK(refusal(t.line.trial.centre->snapshot(own, first.id, 3)) == ErrorCode::NotFound);
}

TEST_CASE("a copy that is whole, and one for which nobody comes back, keep nothing of the ledger from being put away")
{
    TillToReplace t;
    Centre &centre = *t.line.trial.centre;
    if (centre.home().isShared())
        return; // a file has a WAL
    const CentralTill own = t.atCentre();
    const auto walIsFree = [&] {
        t.old.sell();
        must(t.line.exchange(t.old));
        const auto ledger = must(centre.home().openLedger(u"roches"_s));
        return must(ledger->pragma(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)).toInt() == 0; // 1: somebody reads in it
    };
    SnapshotPage page = must(centre.snapshot(own, {}, 1));
    CHECK_FALSE(walIsFree());
    while (page.more)
        page = must(centre.snapshot(own, page.id, page.page + 1));
    CHECK(walIsFree());
    CHECK(must(centre.snapshot(own, page.id, page.page)).signature == page.signature); // its answer was lost

    must(centre.snapshot(own, {}, 1));
    CHECK_FALSE(walIsFree());
    t.line.trial.clock.advance(11min);
    CHECK(walIsFree()); // whatever is asked
}

TEST_CASE("a backup that is restored never forks the chain: the centre takes the next incarnation, and gives back what the backup lacked")
{
    TillToReplace t;
    Workplace &workplace = t.old.workplace();
    must(backUp(workplace.db(), workplace.ledger->folder(), t.old.clock.now()));
    const QString lost = t.old.sell(3);
    must(t.line.exchange(t.old));
    must(t.line.exchange(t.other));
    t.old.closeTill();
    const DataFolder folder{t.old.folder.path()};
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(folder.ledgerFile() + part);
    TillProjector projector;
    NoKeychain keychain;
    const RestoreOutcome restored =
        must(restoreNewest(t.old.folder.path(), {.projector = projector, .clock = t.old.clock, .keychain = keychain, .preferFile = true}));
    CHECK(restored.incarnation == 2);
    t.old.restart();
    CHECK_FALSE(isKnownAt(t.old, lost));

    must(t.old.staff().logIn(u"seller"_s, u"1111"_s));
    const QString after = t.old.sell();
    CHECK(after != lost);
    must(t.line.exchange(t.old));
    CHECK(t.old.state().waiting == 0);
    CHECK_FALSE(t.old.state().trouble);
    CHECK(isKnownAt(t.old, lost));
    CHECK(t.old.state().foundSales == 1);
    t.old.closeDay();
    must(t.line.exchange(t.old));
    must(t.line.exchange(t.other));
    CHECK(isKnownAt(t.other, after));
    CHECK(holdsWhole(t.old));
    CHECK(holdsWhole(t.other)); // where the lost facts had been in their session
}

TEST_CASE("an incarnation that goes on from what the centre does not have, or with another's key, is refused")
{
    TillToReplace t;
    const ChainIdentity own = t.old.workplace().journal().identity();
    const auto facts = must(ownFactsAfter(t.old.workplace().db(), own, 0, 1));
    ChainIdentity next{.till = own.till,
                       .incarnation = 2,
                       .key = KeyPair::generate().publicKey(),
                       .previousNumber = 1,
                       .previousHash = sha256("somewhere else"),
                       .own = false};
    const auto take = [&] { return t.line.trial.centre->take(t.atCentre(), {.facts = facts, .chain = next}); };
    CHECK(refusal(take()) == ErrorCode::ChainBroken);
    next.previousHash = facts.front().hash;
    next.key = own.key;
    CHECK(refusal(take()) == ErrorCode::ChainBroken);
    next.key = KeyPair::generate().publicKey();
    CHECK(take());
    CHECK(take()); // again: nothing happens
}
