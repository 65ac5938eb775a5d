// SPDX-License-Identifier: GPL-3.0-or-later
// What tills of one attraction change of its documents (decisions 24, docs/protocol/conflicts.md).
#include "core/facts/HybridClock.h"
#include "core/ledger/LostValues.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/Restore.h"
#include "core/usecases/ConflictDesk.h"
#include "tests/sync/SyncDesk.h"

#include <QFile>
#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QJsonObject body(SyncedTill &till, DocumentKind kind, const QString &key)
{
    return must(DocumentStore{till.workplace().db()}.get(kind, key)).value_or(Document{}).body;
}

void edit(SyncedTill &till, DocumentKind kind, const QString &key, const QString &field, const QJsonValue &value)
{
    till.clock.advance(std::chrono::seconds{1});
    QJsonObject changed = body(till, kind, key);
    changed[field] = value;
    must(DocumentStore{till.workplace().db()}.put(kind, changed, {.user = u"boss"_s, .at = till.clock.now()}));
    must(till.workplace().documentsChanged());
}

std::vector<LostValue> lost(SyncedTill &till)
{
    return must(LostValues{till.workplace().db()}.all());
}

std::vector<LostValue> lostAtCentre(TwoTills &tills)
{
    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    return must(LostValues{*centre}.all());
}

/// What a line brings.
Result<int> takePage(SyncedTill &till, const ChangesPage &page)
{
    Result<int> taken = 0;
    std::ignore = till.run([&](SyncLedger &ledger) -> Result<> {
        taken = ledger.inbox().take(page, till.clock.now());
        return {};
    });
    return taken;
}

const QString grotte = u"grotte"_s;

} // namespace

TEST_CASE("a price that one till changes is the price at the other, and what it archives is gone there")
{
    TwoTills tills;
    edit(tills.first, DocumentKind::Resource, u"adulte"_s, u"name"_s, u"Grande personne"_s);
    must(DocumentStore{tills.first.workplace().db()}.archive(DocumentKind::Formula, grotte,
                                                             {.user = u"boss"_s, .at = tills.first.clock.now()}));
    CHECK(tills.first.state().waiting >= 2);
    tills.meet();
    CHECK(tills.first.state().waiting == 0);
    CHECK(tills.second.workplace().catalogue->resources.value(u"adulte"_s).name.french() == u"Grande personne");
    CHECK(must(DocumentStore{tills.second.workplace().db()}.get(DocumentKind::Formula, grotte))->archived);
    CHECK(tills.second.workplace().catalogue->formula(grotte) == nullptr);
    CHECK(lost(tills.first).empty());
    CHECK(lost(tills.second).empty());
}

TEST_CASE("two edits of one formula: other fields both stand; of the same field the later stands, and the other can be said again")
{
    TwoTills tills;
    tills.second.clock.advance(std::chrono::minutes{1});
    edit(tills.first, DocumentKind::Formula, grotte, u"order"_s, 7);
    edit(tills.first, DocumentKind::Formula, grotte, u"name"_s, u"La première"_s);
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"La seconde"_s);
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(body(*till, DocumentKind::Formula, grotte).value(u"name").toString() == u"La seconde");
        CHECK(body(*till, DocumentKind::Formula, grotte).value(u"order") == 7);
        REQUIRE(lost(*till).size() == 1);
        CHECK(lost(*till).front().lost.value.toString() == u"La première");
    }
    CHECK(tills.first.state().overruled == 1);
    CHECK(tills.second.state().overruled == 0);
    tills.first.clock.advance(std::chrono::minutes{5});
    must(LostValues{tills.first.workplace().db()}.restore(lost(tills.first).front(), {.user = u"boss"_s, .at = tills.first.clock.now()}));
    CHECK(tills.first.state().overruled == 0);
    CHECK(lostAtCentre(tills).size() == 1);
    tills.meet();
    CHECK(body(tills.second, DocumentKind::Formula, grotte).value(u"name").toString() == u"La première");
    CHECK(lost(tills.second).empty()); // what was overruled stands now
    CHECK(lostAtCentre(tills).empty());
}

TEST_CASE("what lost is told with what is in force and the till that said it: by its code until it has made a Z, then by its name")
{
    TwoTills tills;
    tills.first.sell();
    tills.second.clock.advance(std::chrono::minutes{1});
    edit(tills.first, DocumentKind::Formula, grotte, u"name"_s, u"La première"_s);
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"La seconde"_s);
    tills.meet();
    const auto told = [&] {
        auto all = must(ConflictDesk{tills.second.workplace()}.all());
        REQUIRE(all.size() == 1);
        return all.front();
    };
    CHECK(told().standing.toString() == u"La seconde");
    CHECK(told().till.french() == u"caisse 01");
    CHECK_FALSE(told().mine);
    tills.first.closeDay();
    tills.meet();
    CHECK(told().till.french() == u"Accueil");
}

TEST_CASE("what lost and is typed again elsewhere is lost nowhere any more")
{
    TwoTills tills;
    tills.second.clock.advance(std::chrono::minutes{1});
    edit(tills.first, DocumentKind::Formula, grotte, u"name"_s, u"La première"_s);
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"La seconde"_s);
    tills.meet();
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"La troisième"_s);
    CHECK(lost(tills.second).size() == 1);
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"La première"_s);
    CHECK(lost(tills.second).empty());
    tills.meet();
    CHECK(tills.first.state().overruled == 0);
    CHECK(lost(tills.first).empty());
    CHECK(lostAtCentre(tills).empty());
}

TEST_CASE("an edit against an archiving: both stand, the document is archived with its edit")
{
    TwoTills tills;
    must(DocumentStore{tills.first.workplace().db()}.archive(DocumentKind::Formula, grotte,
                                                             {.user = u"boss"_s, .at = tills.first.clock.now()}));
    edit(tills.second, DocumentKind::Formula, grotte, u"order"_s, 9);
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        const Document document = *must(DocumentStore{till->workplace().db()}.get(DocumentKind::Formula, grotte));
        CHECK(document.body.value(u"order") == 9);
        CHECK(document.archived);
    }
}

TEST_CASE("a product made twice with one code: both tills have both and sell the same one, until a manager archives it")
{
    TwoTills tills;
    const auto make = [](SyncedTill &till, const QString &key) {
        QJsonObject product = body(till, DocumentKind::Product, u"p001"_s);
        if (product.isEmpty())
            product = must(DocumentStore{till.workplace().db()}.list(DocumentKind::Product)).front().body;
        product[u"key"_s] = key;
        product[u"barcodes"_s] = QJsonArray{u"2000000000008"_s};
        must(DocumentStore{till.workplace().db()}.put(DocumentKind::Product, product, {.user = u"boss"_s, .at = till.clock.now()}));
    };
    make(tills.first, u"neuf-a"_s);
    make(tills.second, u"neuf-b"_s);
    tills.meet();
    const auto scanned = [](SyncedTill &till) {
        must(till.checkout().scan(CommandId::generate(), u"2000000000008"_s));
        const QString product = must(till.checkout().view()).cart.lines.front().item;
        must(till.checkout().clear(CommandId::generate()));
        return product;
    };
    const auto found = [](SyncedTill &till) {
        QStringList keys;
        for (const ProductHit &hit : must(ProductStore{till.workplace().db()}.search(u"2000000000008"_s, 10)))
            keys << hit.product.key;
        keys.sort();
        return keys;
    };
    for (SyncedTill *till : tills.both()) {
        CHECK(found(*till) == QStringList{u"neuf-a"_s, u"neuf-b"_s}); // who searches sees both
        CHECK(scanned(*till) == u"neuf-a");
    }
    must(DocumentStore{tills.second.workplace().db()}.archive(DocumentKind::Product, u"neuf-a"_s,
                                                              {.user = u"boss"_s, .at = tills.second.clock.now()}));
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(found(*till) == QStringList{u"neuf-b"_s});
        CHECK(scanned(*till) == u"neuf-b");
    }
}

TEST_CASE("a customer who is forgotten at one till is forgotten everywhere, also when an edit arrives late")
{
    TwoTills tills;
    Client client;
    client.name = u"Lambert"_s;
    DocumentStore first{tills.first.workplace().db()};
    must(first.putCustomer(u"c1"_s, client, {.user = u"boss"_s, .at = tills.first.clock.now()}));
    tills.meet();
    REQUIRE(body(tills.second, DocumentKind::Customer, u"c1"_s).value(u"name").toString() == u"Lambert");
    edit(tills.second, DocumentKind::Customer, u"c1"_s, u"name"_s, u"Lambert-Dumont"_s);
    must(first.erase(DocumentKind::Customer, u"c1"_s, {.user = u"boss"_s, .at = tills.first.clock.now()}));
    tills.meet();
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(body(*till, DocumentKind::Customer, u"c1"_s).isEmpty());
    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    CHECK(must(selectText(*centre, "SELECT COALESCE(MAX(body), '') FROM document_change WHERE key = 'c1' AND body LIKE '%Lambert%'"))
              .isEmpty());
}

TEST_CASE("notes and the settings of one till stay at home: a line that sends them, or nonsense, changes nothing, and the others go on")
{
    TwoTills tills;
    const auto take = [&](const SharedChange &change) {
        ChangesPage page;
        page.documents = {change};
        return takePage(tills.first, page);
    };
    const qint64 later = hlcOf(tills.first.clock.now().addSecs(60));
    SharedChange change{.kind = DocumentKind::Settings,
                        .key = u"accueil"_s,
                        .stamp = {later, u"server"_s},
                        .fields = {{u"receiptPrinter"_s, {.value = u"tcp:192.0.2.1"_s, .over = {}}}},
                        .erased = false,
                        .user = {},
                        .at = tills.first.clock.now()};
    const TillSettings before = tills.first.workplace().settings;
    CHECK(take(change));
    change.kind = DocumentKind::Note;
    CHECK(take(change));
    change = {.kind = DocumentKind::User,
              .key = u"boss"_s,
              .stamp = {later, u"server"_s},
              .fields = {},
              .erased = true,
              .user = {},
              .at = change.at};
    CHECK(take(change)); // nobody forgets a user by a line
    CHECK(tills.first.workplace().settings == before);
    CHECK_FALSE(body(tills.first, DocumentKind::User, u"boss"_s).isEmpty());
    CHECK(tills.first.state().unread == 3);
    change.kind = DocumentKind::Formula;
    change.key = grotte;
    change.erased = false;
    change.fields = {{u"name"_s, {.value = 12, .over = {}}}};
    const QJsonObject formula = body(tills.first, DocumentKind::Formula, grotte);
    CHECK(take(change));
    CHECK(body(tills.first, DocumentKind::Formula, grotte) == formula);
    CHECK(tills.first.workplace().documentsChanged());
    CHECK(tills.first.workplace().catalogue->formula(grotte) != nullptr);
    CHECK(lost(tills.first).size() == 1);
}

TEST_CASE("what another attraction's till changes stays there, and nobody changes in another's name")
{
    TwoTills tills;
    SyncedTill stranger;
    must(tills.line.trial.centre->addAccount({u"autre"_s, u"Autre"_s}));
    CentralClient anonymous{{.url = tills.line.url(), .token = {}}};
    must(stranger.keep(tills.line.url(), must(anonymous.enrol(stranger.enrolment(tills.line.trial.code(u"Caisse"_s, u"autre"_s))))));
    edit(stranger, DocumentKind::Formula, grotte, u"name"_s, u"Ailleurs"_s);
    must(tills.line.exchange(stranger));
    tills.meet();
    CHECK(body(tills.first, DocumentKind::Formula, grotte).value(u"name").toString() != u"Ailleurs");
    SharedChange forged{.kind = DocumentKind::Formula,
                        .key = grotte,
                        .stamp = {1, tills.second.workplace().tillUid()},
                        .fields = {{u"order"_s, {.value = 1, .over = {}}}},
                        .erased = false,
                        .user = {},
                        .at = tills.first.clock.now()};
    CentralClient client{tills.first.address()};
    CHECK_FALSE(client.pushDocuments({.changes = {forged}}));
}

TEST_CASE("a till that goes to another centre brings its catalogue there")
{
    Line trial;
    Line real;
    SyncedTill till;
    trial.enrol(till);
    must(trial.exchange(till));
    real.enrol(till);
    must(real.exchange(till));
    SyncedTill other;
    real.enrol(other);
    edit(till, DocumentKind::Formula, grotte, u"name"_s, u"Ici"_s);
    must(real.exchange(till));
    must(real.exchange(other));
    CHECK(body(other, DocumentKind::Formula, grotte).value(u"name").toString() == u"Ici");
    CHECK(till.state().waiting == 0);
}

TEST_CASE("a till that enrols again at its centre loses no change that it had not sent")
{
    TwoTills tills;
    edit(tills.first, DocumentKind::Formula, grotte, u"name"_s, u"Ici"_s);
    tills.line.enrol(tills.first);
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(body(*till, DocumentKind::Formula, grotte).value(u"name").toString() == u"Ici");
    CHECK(tills.first.state().waiting == 0);
}

TEST_CASE("what lost is not said again of a document that has left the sale")
{
    TwoTills tills;
    tills.second.clock.advance(std::chrono::minutes{1});
    edit(tills.first, DocumentKind::Formula, grotte, u"name"_s, u"La première"_s);
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"La seconde"_s);
    tills.meet();
    REQUIRE(lost(tills.first).size() == 1);
    const DocumentChange change{.user = u"boss"_s, .at = tills.first.clock.now()};
    must(DocumentStore{tills.first.workplace().db()}.archive(DocumentKind::Formula, grotte, change));
    LostValues values{tills.first.workplace().db()};
    CHECK(refusal(values.restore(lost(tills.first).front(), change)) == ErrorCode::InvalidInput);
    CHECK(must(DocumentStore{tills.first.workplace().db()}.get(DocumentKind::Formula, grotte))->archived);
}

TEST_CASE("what this version cannot read is counted, holds nothing up, and is asked for again by a later version")
{
    TwoTills tills;
    const auto cursors = [&](const QString &version) {
        SyncLedger ledger{*tills.first.workplace().ledger, version};
        return must(ledger.inbox().cursors());
    };
    const CentreNotes::Cursors before = cursors(QStringLiteral(GUICHET_VERSION));
    ChangesPage page{.cursor = before.facts, .documentCursor = before.documents + 2, .chains = {}, .facts = {}};
    page.unread = 1;
    page.documents = {{.kind = DocumentKind::Formula,
                       .key = grotte,
                       .stamp = {hlcOf(tills.first.clock.now().addSecs(60)), u"server"_s},
                       .fields = {{u"order"_s, {.value = 12, .over = {}}}},
                       .erased = false,
                       .user = {},
                       .at = tills.first.clock.now()}};
    CHECK(takePage(tills.first, page));
    CHECK(body(tills.first, DocumentKind::Formula, grotte).value(u"order") == 12);
    CHECK(tills.first.state().unread == 1);
    CHECK(cursors(QStringLiteral(GUICHET_VERSION)).documents == before.documents + 2);
    CHECK(cursors(u"99.0"_s).documents == before.documents);
    CHECK(tills.first.state().unread == 0);
}

TEST_CASE("a till whose clock is a day ahead is told so; what it says stands at the centre's time, and rules nobody")
{
    TwoTills tills;
    tills.first.clock.advance(std::chrono::hours{25});
    edit(tills.first, DocumentKind::Formula, grotte, u"name"_s, u"Demain"_s);
    edit(tills.first, DocumentKind::Formula, grotte, u"order"_s, 8);
    tills.meet();
    CHECK(tills.first.state().clockAhead >= std::chrono::hours{25}); // and what each edit took
    CHECK(tills.first.state().hasWrongClock());
    CHECK(tills.first.state().waiting == 0);
    CHECK(tills.second.state().clockAhead == std::chrono::seconds{0});
    CHECK(body(tills.second, DocumentKind::Formula, grotte).value(u"name").toString() == u"Demain");
    tills.second.clock.advance(std::chrono::minutes{1});
    edit(tills.second, DocumentKind::Formula, grotte, u"name"_s, u"Aujourd’hui"_s);
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(body(*till, DocumentKind::Formula, grotte).value(u"name").toString() == u"Aujourd’hui");
        CHECK(body(*till, DocumentKind::Formula, grotte).value(u"order") == 8);
    }
    CHECK(lost(tills.first).empty()); // the second knew what it overruled
    tills.first.clock.advance(-std::chrono::hours{25});
    edit(tills.first, DocumentKind::Formula, grotte, u"order"_s, 9);
    tills.meet();
    CHECK_FALSE(tills.first.state().hasWrongClock());
    CHECK(body(tills.second, DocumentKind::Formula, grotte).value(u"order") == 9);
}

TEST_CASE("a till that was restored gets back from the centre what it had changed itself since the backup")
{
    TwoTills tills;
    SyncedTill &till = tills.first;
    must(backUp(till.workplace().db(), DataFolder{till.folder.path()}, till.clock.now()));
    edit(till, DocumentKind::Formula, grotte, u"name"_s, u"Après la sauvegarde"_s);
    must(DocumentStore{till.workplace().db()}.archive(DocumentKind::Formula, grotte, {.user = u"boss"_s, .at = till.clock.now()}));
    must(tills.line.exchange(till));
    till.closeTill();
    REQUIRE(QFile::remove(DataFolder{till.folder.path()}.ledgerFile()));
    TillProjector projector;
    must(restoreNewest(till.folder.path(), {.projector = projector, .clock = till.clock, .keychain = till.secrets, .preferFile = true}));
    till.restart();
    REQUIRE(body(till, DocumentKind::Formula, grotte).value(u"name").toString() != u"Après la sauvegarde");
    CentralClient client{till.address()};
    must(Exchange{client, till, till.clock}.pullAll());
    CHECK(body(till, DocumentKind::Formula, grotte).value(u"name").toString() == u"Après la sauvegarde");
    CHECK(must(DocumentStore{till.workplace().db()}.get(DocumentKind::Formula, grotte))->archived);
}
