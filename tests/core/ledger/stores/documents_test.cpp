// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/Query.h"
#include "core/ledger/WorkingStore.h"
#include "tests/core/ledger/stores/StoresFixture.h"

#include <QFile>
#include <QTemporaryDir>

using namespace guichet;

namespace {

Product product(const QString &key, const QString &name, const QStringList &barcodes = {}, const QString &reference = {})
{
    Product made;
    made.key = key;
    made.name = LocalizedText{name};
    made.barcodes = barcodes;
    made.reference = reference;
    made.group = u"shop"_s;
    made.price = cents(500);
    return made;
}

struct DocumentsFixture : StoresFixture
{
    DocumentStore documents{*db};
    ProductStore products{*db};
    WorkingStore working{*db};

    DocumentChange now(const QString &user = u"u5"_s) { return {.user = user, .at = clock.now()}; }
    void put(const Product &made) { REQUIRE(documents.put(DocumentKind::Product, toJson(made), now())); }
    QStringList search(const QString &text, int limit = 30)
    {
        const auto hits = products.search(text, limit);
        REQUIRE(hits);
        QStringList keys;
        for (const ProductHit &hit : *hits)
            keys.append(hit.product.key);
        return keys;
    }
};

KeptCart kept(const QString &name)
{
    return {.id = Id<Cart>::generate(),
            .name = name,
            .at = QDateTime{QDate{2026, 11, 23}, QTime{10, 0}, brussels()},
            .units = 2,
            .total = cents(2400),
            .paid = cents(500),
            .body = uR"({"lines":2})"_s};
}

} // namespace

TEST_CASE_METHOD(DocumentsFixture, "a document remembers what it was, who changed it and when")
{
    const QJsonObject first{{u"key"_s, u"rain"_s}, {u"name"_s, QJsonObject{{u"fr"_s, u"Pluie"_s}}}, {u"kind"_s, u"refund"_s}};
    QJsonObject second = first;
    second.insert(u"order"_s, 3);
    const auto one = documents.put(DocumentKind::Reason, first, now());
    REQUIRE(one);
    REQUIRE(documents.put(DocumentKind::Reason, first, now()) == *one); // The same again changes nothing.
    clock.advance(std::chrono::minutes{1});
    const auto two = documents.put(DocumentKind::Reason, second, now(u"u4"_s));
    REQUIRE(two);
    REQUIRE(*two > *one);
    REQUIRE(documents.revision() == *two);

    const auto history = documents.history(DocumentKind::Reason, u"rain"_s);
    REQUIRE(history);
    REQUIRE(history->size() == 2);
    REQUIRE(history->front().user == u"u4"_s);
    REQUIRE(history->front().before == first);
    REQUIRE(history->front().after == second);
    REQUIRE(history->back().before.isEmpty());

    REQUIRE(documents.archive(DocumentKind::Reason, u"rain"_s, now()));
    REQUIRE(documents.list(DocumentKind::Reason)->empty());
    REQUIRE(documents.list(DocumentKind::Reason, true)->size() == 1);
    REQUIRE(documents.archive(DocumentKind::Reason, u"snow"_s, now()).error().code == ErrorCode::NotFound);
    REQUIRE(documents.put(DocumentKind::Reason, {{u"name"_s, u"x"_s}}, now()).error().code == ErrorCode::InvalidInput);
}

TEST_CASE_METHOD(DocumentsFixture, "revisions only grow, also when the newest document is forgotten")
{
    put(product(u"bat"_s, u"Chauve-souris"_s));
    put(product(u"bear"_s, u"Ours"_s));
    const auto seen = documents.revision();
    REQUIRE(seen);
    REQUIRE(documents.forget(DocumentKind::Product, u"bear"_s));
    CHECK(documents.revision().value_or(0) > *seen); // what was loaded is not the same
    put(product(u"owl"_s, u"Hibou"_s));
    const auto after = documents.changedAfter(*seen);
    REQUIRE(after);
    REQUIRE(after->size() == 1);
    CHECK(after->front().key == u"owl"_s);
}

TEST_CASE_METHOD(DocumentsFixture, "a document is stored whole or not at all, whichever statement fails")
{
    const QJsonObject bat = toJson(product(u"bat"_s, u"Chauve-souris"_s, {u"5449000000996"_s}));
    int n = 0;
    for (failNthQueryForTest(n); !documents.put(DocumentKind::Product, bat, now()); failNthQueryForTest(++n)) {
        REQUIRE(n < 40);
        failNthQueryForTest(-1);
        for (const QString &table : {u"document"_s, u"document_history"_s, u"product"_s, u"product_word"_s, u"product_code"_s})
            REQUIRE(count(table) == 0);
    }
    failNthQueryForTest(-1);
    REQUIRE(n >= 10);
    REQUIRE(count(u"product"_s) == 1);
}

TEST_CASE_METHOD(DocumentsFixture, "the catalogue is made of its documents")
{
    REQUIRE(documents.put(DocumentKind::Resource, toJson(catalogue.resources.value(u"adult"_s)), now()));
    REQUIRE(documents.put(DocumentKind::Resource, toJson(catalogue.resources.value(u"child"_s)), now()));
    REQUIRE(documents.put(DocumentKind::Formula, toJson(catalogue.formulas.front()), now()));
    REQUIRE(documents.put(DocumentKind::Pool, toJson(catalogue.pools.value(u"boat"_s)), now()));
    REQUIRE(documents.put(DocumentKind::PromoCode, toJson(catalogue.promoCodes.front()), now()));
    const auto loaded = documents.catalogue();
    REQUIRE(loaded);
    REQUIRE(loaded->formulas == catalogue.formulas);
    REQUIRE(loaded->resources == catalogue.resources);
    REQUIRE(loaded->promoCodes == catalogue.promoCodes);
}

TEST_CASE_METHOD(DocumentsFixture, "settings, attraction and people are documents too")
{
    TillSettings settings;
    settings.tillKey = u"boutique"_s;
    settings.blindCount = true;
    REQUIRE(documents.put(DocumentKind::Settings, toJson(settings), now()));
    REQUIRE(documents.settings(u"boutique"_s)->value() == settings);
    REQUIRE_FALSE(documents.settings(u"accueil"_s)->has_value());
    User user;
    user.key = u"u9"_s;
    user.displayName = u"Ana"_s;
    user.role = Role::Manager;
    REQUIRE(documents.put(DocumentKind::User, toJson(user), now()));
    REQUIRE(documents.users() == std::vector<User>{user});
    REQUIRE(documents.user(u"u9"_s)->value() == user);
}

TEST_CASE_METHOD(DocumentsFixture, "a customer who asks to be forgotten leaves nothing behind")
{
    Client client;
    client.name = u"Lambert"_s;
    client.email = u"zoe@example.org"_s;
    REQUIRE(documents.putCustomer(u"c1"_s, client, now()));
    REQUIRE(documents.customer(u"c1"_s)->value() == client);
    REQUIRE(count(u"document_word WHERE kind = 'customer'"_s) > 0);
    REQUIRE(documents.erase(DocumentKind::Customer, u"c1"_s, now()));
    REQUIRE_FALSE(documents.customer(u"c1"_s)->has_value());
    REQUIRE(count(u"document_word WHERE kind = 'customer'"_s) == 0);
    REQUIRE(count(u"document_history WHERE kind = 'customer'"_s) == 0);
}

TEST_CASE_METHOD(DocumentsFixture, "a product is found by words in any order, by its codes, its reference")
{
    put(product(u"bat"_s, u"Chauve-souris en peluche"_s, {u"5449000000996"_s}, u"PEL-01"_s));
    put(product(u"egg"_s, u"Œuf de dinosaure à éclore"_s));
    put(product(u"mug"_s, u"Mug peluche et café"_s, {u"036000291452"_s}));
    REQUIRE(search(u"peluche chauve"_s) == QStringList{u"bat"_s});
    REQUIRE(search(u"PELU"_s) == QStringList{u"bat"_s, u"mug"_s});
    REQUIRE(search(u"oeuf eclore"_s) == QStringList{u"egg"_s});
    REQUIRE(search(u"5449000"_s) == QStringList{u"bat"_s});
    REQUIRE(search(u"peluche dinosaure"_s).isEmpty());
    REQUIRE(search(u""_s).isEmpty());
    REQUIRE(search(u"%"_s).isEmpty());
    REQUIRE(products.byBarcode(u"5449000000996"_s)->value().key == u"bat"_s);
    REQUIRE(products.byBarcode(u"pel-01"_s)->value().key == u"bat"_s);
    REQUIRE(products.byBarcode(u"0036000291452"_s)->value().key == u"mug"_s); // UPC-A read as EAN-13.
    REQUIRE_FALSE(products.byBarcode(u"4006381333931"_s)->has_value());

    Product renamed = product(u"bat"_s, u"Renard roux"_s);
    put(renamed);
    REQUIRE(search(u"chauve"_s).isEmpty());
    REQUIRE_FALSE(products.byBarcode(u"5449000000996"_s)->has_value());
    REQUIRE(documents.archive(DocumentKind::Product, u"bat"_s, now()));
    REQUIRE(search(u"renard"_s).isEmpty());
    REQUIRE(products.byKey(u"bat"_s)->value() == renamed); // Old dossiers still know it.
}

TEST_CASE_METHOD(DocumentsFixture, "fifty thousand products are searched by their index, not one by one", "[sqlite]")
{
    REQUIRE(inTransaction(*db, [&]() -> Result<> {
        for (int i = 0; i < 50'000; ++i)
            TRY(products.index(product(u"k%1"_s.arg(i), u"Carte %1 des grottes"_s.arg(i % 977))));
        return {};
    }));
    put(product(u"rare"_s, u"Carte géologique des grottes"_s));
    REQUIRE(search(u"carte geolo gro"_s) == QStringList{u"rare"_s});
    REQUIRE(search(u"carte"_s, 30).size() <= 30);

    QStringList plan;
    auto rows = selectRowsOf(*db,
                             u"EXPLAIN QUERY PLAN SELECT w.product FROM product_word w WHERE w.word >= ? AND w.word < ? "
                             "AND EXISTS (SELECT 1 FROM product_word o WHERE o.product = w.product AND o.word >= ? AND o.word < ?) "
                             "ORDER BY w.word, w.product LIMIT ?"_s,
                             {u"a"_s, u"b"_s, u"a"_s, u"b"_s, 30});
    REQUIRE(rows);
    while (rows->next())
        plan.append(rows->row().text(3));
    INFO(plan.join(u"\n").toStdString());
    REQUIRE(plan.filter(u"SCAN"_s).isEmpty());
    REQUIRE(plan.filter(u"TEMP B-TREE"_s).isEmpty());
}

TEST_CASE_METHOD(DocumentsFixture, "an X reads its own session by index, however long the journal is", "[sqlite]")
{
    open();
    for (const QString &table :
         {u"receipt"_s, u"sale_line"_s, u"payment"_s, u"vat_line"_s, u"price_change"_s, u"gift_movement"_s, u"cash_movement"_s}) {
        auto rows = selectRowsOf(*db, u"EXPLAIN QUERY PLAN SELECT * FROM %1 WHERE session = ?"_s.arg(table), {u"s"_s});
        REQUIRE(rows);
        REQUIRE(rows->next());
        INFO(table.toStdString());
        REQUIRE(rows->row().text(3).startsWith(u"SEARCH"_s));
    }
}

TEST_CASE_METHOD(DocumentsFixture, "products of a shelf come in their order, with their stock; what runs out is listed")
{
    Product second = product(u"b"_s, u"Bracelet"_s);
    second.order = 2;
    second.alertStock = 5;
    Product first = product(u"a"_s, u"Zèbre"_s);
    first.order = 1;
    put(second);
    put(first);
    put(product(u"c"_s, u"Ailleurs"_s));
    open();
    const StockMovement in{.id = Id<StockMovement>::generate(),
                           .product = u"b"_s,
                           .kind = StockMovementKind::Restock,
                           .quantity = 5,
                           .user = u"u1"_s,
                           .at = clock.now()};
    REQUIRE(append(FactType::StockMoved, toJson(StockContent{.movements = {in}})));
    const auto shelf = products.ofGroup(u"shop"_s, 0, 10);
    REQUIRE(shelf);
    REQUIRE(shelf->size() == 3);
    REQUIRE((*shelf)[1].product.key == u"a"_s);
    REQUIRE((*shelf)[2].stock == 5);
    const auto reorder = products.toReorder();
    REQUIRE(reorder);
    REQUIRE(reorder->size() == 1);
    REQUIRE(reorder->front().product.key == u"b"_s);
}

TEST_CASE_METHOD(DocumentsFixture, "the cart in progress and the parked ones survive, training apart")
{
    const KeptCart first = kept({});
    const KeptCart second = kept(u"Famille Dupont"_s);
    REQUIRE(working.keepCart(first));
    REQUIRE(working.keepCart(second)); // One at a time.
    REQUIRE(working.currentCart()->value() == second);
    REQUIRE_FALSE(working.currentCart(true)->has_value());
    REQUIRE(working.park(second));
    REQUIRE(working.dropCart());
    REQUIRE_FALSE(working.currentCart()->has_value());
    REQUIRE(working.parked() == std::vector<KeptCart>{second});
    REQUIRE(working.keepCart(first, true));
    REQUIRE(working.dropOverlay());
    REQUIRE_FALSE(working.currentCart(true)->has_value());
    REQUIRE(working.unpark(second.id) == second);
    REQUIRE(working.unpark(second.id).error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(DocumentsFixture, "once is once: a command keeps its answer")
{
    const auto id = Id<Command>::generate();
    REQUIRE_FALSE(working.answer(id)->has_value());
    REQUIRE(working.remember(id, {{u"receipt"_s, 15}}, clock.now()));
    REQUIRE(working.answer(id)->value().value(u"receipt"_s).toInt() == 15);
    REQUIRE_FALSE(working.remember(id, {{u"receipt"_s, 16}}, clock.now())); // Never two answers.
    REQUIRE(working.forgetAnswersBefore(clock.now().addSecs(1)));
    REQUIRE_FALSE(working.answer(id)->has_value());
}

TEST_CASE_METHOD(DocumentsFixture, "print jobs wait in order until they are printed")
{
    const auto job = [&](const QString &id, int minute) {
        PrintJob made;
        made.id = id;
        made.paper.title = u"Ticket "_s + id;
        made.at = clock.now().addSecs(minute * 60);
        return made;
    };
    REQUIRE(working.putJob(job(u"b"_s, 2)));
    REQUIRE(working.putJob(job(u"a"_s, 1)));
    const auto next = [&] { return working.nextJob(PrintJob::Printer::Receipt)->value().id; };
    REQUIRE(next() == u"a"_s);
    PrintJob tried = *working.job(u"a"_s);
    tried.attempts = 1;
    tried.lastError = u"paper out"_s;
    REQUIRE(working.updateJob(tried));
    REQUIRE(*working.job(u"a"_s) == tried);
    REQUIRE(working.openJobs()->size() == 2); // Never lost.
    tried.printer = PrintJob::Printer::Spare;
    REQUIRE(working.updateJob(tried));
    REQUIRE(next() == u"b"_s);
    REQUIRE(working.nextJob(PrintJob::Printer::Spare)->value() == tried);
    tried.state = PrintJob::State::Printed;
    REQUIRE(working.updateJob(tried));
    REQUIRE(working.openJobCount() == 1);
    REQUIRE_FALSE(working.nextJob(PrintJob::Printer::Spare)->has_value());
    REQUIRE(working.job(u"a"_s)->paper.title == u"Ticket a"_s);
    REQUIRE(working.updateJob(job(u"zz"_s, 0)).error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(DocumentsFixture,
                 "the papers of a dossier are forgotten by its whole number; of the one under the printer only the job stays")
{
    const auto put = [&](const QString &id, const QString &dossier, PrintJob::State state) {
        PrintJob job;
        job.id = id;
        job.at = clock.now();
        job.state = state;
        job.paper.items = {PaperPair{.left = u"Dossier"_s, .right = dossier}, PaperText{.text = u"Lambert"_s}};
        REQUIRE(working.putJob(job));
    };
    put(u"waiting"_s, u"P2611230110"_s, PrintJob::State::Waiting);
    put(u"printed"_s, u"P2611230110"_s, PrintJob::State::Printed);
    put(u"sending"_s, u"P2611230110"_s, PrintJob::State::Sending);
    put(u"longer"_s, u"P26112301101"_s, PrintJob::State::Waiting);
    REQUIRE(working.forgetJobsOf(u"P2611230110"_s));
    CHECK(working.job(u"waiting"_s).error().code == ErrorCode::NotFound);
    CHECK(working.job(u"printed"_s).error().code == ErrorCode::NotFound);
    CHECK(working.job(u"sending"_s)->paper == Paper{});
    CHECK(working.job(u"sending"_s)->state == PrintJob::State::Sending);
    CHECK(working.job(u"longer"_s)->paper.items.size() == 2);
}

TEST_CASE_METHOD(DocumentsFixture, "a job that was being sent when the program ended is doubtful, and never the next one again")
{
    PrintJob job;
    job.id = u"a"_s;
    job.at = clock.now();
    job.state = PrintJob::State::Sending;
    REQUIRE(working.putJob(job));
    REQUIRE_FALSE(working.nextJob(PrintJob::Printer::Receipt)->has_value());
    REQUIRE(working.doubtfulJobCount() == 0);
    REQUIRE(working.doubtSendingJobs());
    REQUIRE(working.job(u"a"_s)->state == PrintJob::State::Doubtful);
    REQUIRE(working.doubtfulJobCount() == 1);
    REQUIRE(working.openJobCount() == 1);
    REQUIRE_FALSE(working.nextJob(PrintJob::Printer::Receipt)->has_value());
    REQUIRE(working.forgetJobsBefore(clock.now().addDays(1)));
    REQUIRE(working.openJobCount() == 1); // Not forgotten before a person has looked.
}

TEST_CASE_METHOD(DocumentsFixture, "a job in a state that nobody knows is an error, not one that waits", "[sqlite]")
{
    PrintJob job;
    job.id = u"a"_s;
    job.at = clock.now();
    REQUIRE(working.putJob(job));
    REQUIRE(db->pragma(u"PRAGMA ignore_check_constraints = 1"_s));
    REQUIRE(runText(*db, u"UPDATE print_job SET state = 'burnt'"_s));
    REQUIRE(working.job(u"a"_s).error().code == ErrorCode::DatabaseCorrupt);
    REQUIRE(runText(*db, u"UPDATE print_job SET state = 'waiting', printer = 'oven'"_s));
    REQUIRE(working.openJobs().error().code == ErrorCode::DatabaseCorrupt);
}

TEST_CASE("migrations: a print job that had failed waits, whatever was done stays done")
{
    const QTemporaryDir older;
    for (const QString &name : {u"0001_journal.sql"_s, u"0002_projections.sql"_s, u"0003_documents.sql"_s, u"0004_working_state.sql"_s,
                                u"0005_incarnations.sql"_s})
        REQUIRE(QFile::copy(u":/migrations/sqlite/"_s + name, older.filePath(name)));
    const auto db = Database::openInMemory();
    REQUIRE(migrate(**db, {}, older.path()).value() == 5);
    for (const QString &state : {u"waiting"_s, u"failed"_s, u"printed"_s, u"discarded"_s})
        REQUIRE(runText(**db, u"INSERT INTO print_job (id, state, attempts, last_error, at, paper) VALUES (?, ?, 3, 'e', ?, '{}')"_s,
                        {state, state, u"2026-11-25T10:00:00.000Z"_s}));
    REQUIRE(migrate(**db));
    const WorkingStore working{**db};
    CHECK(working.job(u"waiting"_s)->state == PrintJob::State::Waiting);
    CHECK(working.job(u"printed"_s)->state == PrintJob::State::Printed);
    CHECK(working.job(u"discarded"_s)->state == PrintJob::State::Discarded);
    const auto failed = working.job(u"failed"_s);
    CHECK(failed->state == PrintJob::State::Waiting);
    CHECK(failed->printer == PrintJob::Printer::Receipt);
    CHECK(failed->attempts == 3);
}

TEST_CASE_METHOD(DocumentsFixture, "wrong PINs are counted until the right one")
{
    REQUIRE(working.lockOut(u"u1"_s) == LockOut{});
    const LockOut locked{.wrongTries = 5, .until = clock.now().addSecs(30)};
    REQUIRE(working.setLockOut(u"u1"_s, locked));
    REQUIRE(working.lockOut(u"u1"_s) == locked);
    REQUIRE(working.setLockOut(u"u1"_s, {}));
    REQUIRE(working.lockOut(u"u1"_s) == LockOut{});
    REQUIRE(working.setValue(u"training"_s, u"1"_s));
    REQUIRE(working.value(u"training"_s) == u"1"_s);
    REQUIRE(working.setValue(u"training"_s, {}));
    REQUIRE(working.value(u"training"_s) == QString{});
}
