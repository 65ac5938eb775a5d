// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/Tool.h"
#include "core/base/Csv.h"
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Query.h"
#include "core/ledger/Verifier.h"
#include "core/usecases/StockDesk.h"
#include "core/usecases/Workplace.h"

#include <QFile>
#include <QRegularExpression>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A little attraction: Anne is its administrator, Marie sells, the till is open.
class LittleTill : public Tool
{
public:
    LittleTill()
    {
        must(
            R"({"do":"create","attraction":{"legalName":"Essais","street":"Rue Une 1","postcode":"5000","city":"Ville","enterpriseNumber":"0999999922"},"till":"Caisse","administrator":"Anne","pin":"4321","secretStore":"file"})");
        must(R"({"do":"login","user":"Anne","pin":"4321"})");
        must(R"({"do":"put","kind":"user","document":{"key":"u2","displayName":"Marie","role":"seller","pin":"1111"}})");
        must(R"({"do":"put","kind":"pool","document":{"key":"grotte","name":"Visiteurs","capacity":10}})");
        must(R"({"do":"put","kind":"resource","document":{"key":"adulte","name":"Adulte","category":"adult"}})");
        must(
            R"({"do":"put","kind":"formula","document":{"key":"grotte","name":"Grotte","group":"offres","vat":"C","resources":[{"key":"adulte","prices":[{"price":1400}]}],"slotPatterns":[{"first":"10:00","last":"17:00","everyMinutes":30}],"pools":[{"pool":"grotte"}]}})");
        must(
            R"({"do":"put","kind":"product","document":{"key":"mug","name":"Mug","vat":"A","price":990,"group":"boutique","openingStock":10}})");
        must(R"({"do":"open","float":10000})");
    }
    void sellMug()
    {
        must(R"({"do":"add","product":"mug"})");
        must(R"({"do":"pay","method":"transfer","reference":"V1"})");
        must(R"({"do":"validate"})");
    }
    QString sellVisit(const QByteArray &date)
    {
        must(R"({"do":"add","formula":"grotte","date":")" + date + R"(","slot":"11:00","units":[{"resource":"adulte","quantity":2}]})");
        must(R"({"do":"pay","method":"transfer","reference":"V2"})");
        return must(R"({"do":"validate"})")[u"dossier"].toString();
    }
};

} // namespace

TEST_CASE_METHOD(LittleTill, "rates of VAT that leave a code without one are refused")
{
    CHECK(refusal(R"({"do":"put","kind":"vat_rates","document":{}})") == u"invalid_input"_s);
    CHECK(refusal(R"({"do":"put","kind":"vat_rates","document":{"rates":[{"code":"A","rate":2100},{"code":"B","rate":1200}]}})") ==
          u"invalid_input"_s);
    CHECK(
        refusal(
            R"({"do":"put","kind":"vat_rates","document":{"rates":[{"code":"A","rate":0},{"code":"B","rate":1200},{"code":"C","rate":600}]}})") ==
        u"invalid_input"_s);
    CHECK(
        refusal(
            R"({"do":"put","kind":"vat_rates","document":{"rates":[{"code":"A","rate":2100,"validFrom":"2026-12-01"},{"code":"B","rate":1200},{"code":"C","rate":600}]}})") ==
        u"invalid_input"_s);
    const QJsonObject cart = must(R"({"do":"add","product":"mug"})");
    CHECK(cart[u"vat"].toArray().at(0).toObject()[u"rate"].toInt() == 2100);
}

TEST_CASE_METHOD(LittleTill, "the last administrator stays one, and a change of name keeps the PIN")
{
    CHECK(refusal(R"({"do":"put","kind":"user","document":{"key":"u1","displayName":"Anne","role":"seller"}})") == u"invalid_input"_s);
    CHECK(refusal(R"({"do":"put","kind":"user","document":{"key":"u1","displayName":"Anne","role":"administrator","active":false}})") ==
          u"invalid_input"_s);
    must(R"({"do":"put","kind":"user","document":{"key":"u1","displayName":"Anna","role":"administrator"}})");
    restart();
    must(R"({"do":"login","user":"Anna","pin":"4321"})");
}

TEST_CASE_METHOD(LittleTill, "who rises at another till waits here; an administrator approves, then confirms or refuses by script")
{
    Workplace &workplace = **session().workplace();
    DocumentFeed feed{workplace.db()};
    SharedChange change{
        .kind = DocumentKind::User, .key = u"u2"_s, .stamp = {hlcOf(workplace.now().addSecs(60)), u"there"_s}, .fields = {}};
    change.fields[u"role"_s] = {.value = u"manager"_s, .over = {}};
    change.user = u"u9"_s;
    change.at = workplace.now();
    REQUIRE(inTransaction(workplace.db(), [&]() -> Result<> {
        TRY(feed.begin(workplace.tillUid(), true, {.user = {}, .at = workplace.now()}));
        TRY(feed.take(change, workplace.now()));
        return {};
    }));
    CHECK(must(R"({"do":"sync_state"})")[u"usersToConfirm"].toInt() == 1);
    const QJsonArray users = must(R"({"do":"waiting_users"})")[u"users"].toArray();
    REQUIRE(users.size() == 1);
    CHECK(users[0][u"user"].toString() == u"u2");
    CHECK(users[0][u"role"].toString() == u"manager");
    CHECK(users[0][u"roleHere"].toString() == u"seller");
    CHECK(users[0][u"by"].toString().isEmpty()); // nobody said who that is
    CHECK(refusal(R"({"do":"confirm_user","user":"u2"})") == u"needs_administrator"_s);
    CHECK(refusal(R"({"do":"confirm_user","user":"u3"})") == u"not_found"_s);
    must(R"({"do":"approve","user":"Anne","pin":"4321"})");
    const bool confirms = GENERATE(true, false);
    must(confirms ? R"({"do":"confirm_user","user":"u2"})" : R"({"do":"refuse_user","user":"u2"})");
    CHECK(must(R"({"do":"login","user":"Marie","pin":"1111"})")[u"role"].toString() == (confirms ? u"manager"_s : u"seller"_s));
    CHECK(must(R"({"do":"waiting_users"})")[u"users"].toArray().isEmpty());
}

TEST_CASE_METHOD(LittleTill, "what is real is refused in training")
{
    must(R"({"do":"training","on":true})");
    CHECK(refusal(R"({"do":"z","counted":{"cash":10000},"nextFloat":0})") == u"training_active"_s);
    CHECK(refusal(R"({"do":"stock","product":"mug","move":{"kind":"restock","quantity":5}})") == u"training_active"_s);
    CHECK(refusal(R"({"do":"put","kind":"product","document":{"key":"mug","name":"Mug","price":1}})") == u"training_active"_s);
}

TEST_CASE_METHOD(LittleTill, "a clock that went back stops neither the sale nor the closing by a seller")
{
    must(R"({"do":"clock","now":"2000-01-01T10:00:00+01:00"})");
    must(R"({"do":"login","user":"Marie","pin":"1111"})");
    CHECK(must(R"({"do":"state"})")[u"phase"].toString() == u"open"_s);
    must(R"({"do":"add","formula":"grotte","slot":"11:00","units":[{"resource":"adulte","quantity":1}]})");
    sellMug();
    must(R"({"do":"z","counted":{"cash":10000},"nextFloat":10000})");
}

TEST_CASE_METHOD(LittleTill, "a closing count names methods that exist, and leaves no more than there is")
{
    CHECK(refusal(R"({"do":"z","counted":{"cahs":10000},"nextFloat":0})") == u"method_unknown"_s);
    CHECK(refusal(R"({"do":"z","counted":{"cash":10000},"nextFloat":10001})") == u"amount_too_high"_s);
    must(R"({"do":"z","counted":{"cash":10000},"nextFloat":10000})");
}

TEST_CASE_METHOD(LittleTill, "stock at a date is that of its end, and no date is refused")
{
    CHECK(must(R"({"do":"stock","product":"mug","at":"2026-11-22"})")[u"quantity"].toInt() == 0);
    CHECK(must(R"({"do":"stock","product":"mug","at":"2026-11-23"})")[u"quantity"].toInt() == 10);
    CHECK(refusal(R"({"do":"stock","product":"mug","at":"hier"})") == u"invalid_input"_s);
    CHECK(refusal(R"({"do":"stock","product":"mug","at":""})") == u"invalid_input"_s);
}

TEST_CASE_METHOD(LittleTill, "the stock at a date is written as CSV, and a movement keeps its reason")
{
    const QString path = folder.filePath(u"stock.csv"_s);
    const auto quantityOn = [&](const QString &at) {
        must(QJsonDocument{QJsonObject{{u"do"_s, u"stock"_s}, {u"file"_s, path}, {u"at"_s, at}}}.toJson(QJsonDocument::Compact));
        QFile file{path};
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto rows = parseCsv(file.readAll());
        REQUIRE(rows);
        CHECK(rows->front() == QStringList{u"key"_s, u"reference"_s, u"name.fr"_s, u"byWeight"_s, u"quantity"_s});
        const auto mug = std::ranges::find_if(*rows, [](const QStringList &row) { return row.front() == u"mug"; });
        REQUIRE(mug != rows->end());
        return mug->last();
    };
    must(R"({"do":"stock","product":"mug","move":{"kind":"breakage","quantity":3,"reason":"tombé du rayon"}})");
    CHECK(quantityOn(u"2026-11-22"_s) == u"0"_s);
    CHECK(quantityOn(u"2026-11-23"_s) == u"7"_s);
    CHECK(quantityOn(u"2026-11-23T09:59:59+01:00"_s) == u"0"_s);
    CHECK(refusal(R"({"do":"stock","file":"/x.csv","at":"hier"})") == u"invalid_input"_s);
    CHECK(refusal(R"({"do":"stock","file":"/x.csv","at":"2026-11-23","product":"mug"})") == u"invalid_input"_s);
    const auto workplace = session().workplace();
    REQUIRE(workplace);
    const auto head = (*workplace)->journal().head();
    REQUIRE(head);
    const auto fact = (*workplace)->journal().fact(head->position);
    REQUIRE(fact);
    const QJsonValue moved = fact->content[u"movements"_s][0];
    CHECK(moved[u"reason"_s].isUndefined()); // a person could be named there
    const auto id = Id<StockMovement>::fromString(moved[u"id"_s].toString());
    REQUIRE(id);
    const auto note = DocumentStore{(*workplace)->db()}.get(DocumentKind::Note, stockNoteKey(*id));
    REQUIRE((note && *note));
    CHECK((*note)->body[u"text"_s].toString() == u"tombé du rayon"_s);
}

TEST_CASE_METHOD(LittleTill, "an id belongs to one command, and is known again before anybody logs in")
{
    must(R"({"do":"add","product":"mug","id":"A"})");
    CHECK(refusal(R"({"do":"clear","id":"A"})") == u"invalid_input"_s);
    CHECK(refusal(R"({"do":"add","product":"mug","quantity":2,"id":"A"})") == u"invalid_input"_s);
    restart();
    CHECK(must(R"({"do":"add","product":"mug","id":"A"})")[u"replayed"].toBool());
    must(R"({"do":"login","user":"Anne","pin":"4321"})");
    CHECK(must(R"({"do":"cart"})")[u"total"].toInt() == 990);
}

TEST_CASE_METHOD(LittleTill, "an origin is a country that exists, told once a dossier")
{
    const QByteArray dossier = sellVisit("2026-11-23").toUtf8();
    CHECK(refusal(R"({"do":"origin","country":"QQ","dossier":")" + dossier + R"("})") == u"invalid_input"_s);
    must(R"({"do":"origin","country":"BE","dossier":")" + dossier + R"("})");
    CHECK(refusal(R"({"do":"origin","country":"FR","dossier":")" + dossier + R"("})") == u"correction_refused"_s);
}

TEST_CASE_METHOD(LittleTill, "a ticket of another day waits for its day, or for a manager; no ticket is for a day beyond all plans")
{
    const QByteArray dossier = sellVisit("2026-12-05").toUtf8();
    must(R"({"do":"login","user":"Marie","pin":"1111"})");
    const QJsonObject early = run(R"({"do":"checkin","code":")" + dossier + R"("})");
    CHECK(early[u"error"].toString() == u"date_not_valid"_s);
    CHECK(early[u"message"].toString().contains(u"05/12/2026"_s));
    CHECK(refusal(R"({"do":"checkin","force":true,"code":")" + dossier + R"("})") == u"needs_approval"_s);
    must(R"({"do":"login","user":"Anne","pin":"4321"})");
    CHECK(must(R"({"do":"checkin","force":true,"quantity":2,"code":")" + dossier + R"("})")[u"arrived"].toInt() == 2);
    CHECK(refusal(R"({"do":"add","formula":"grotte","date":"9999-12-31","slot":"11:00","units":[{"resource":"adulte","quantity":1}]})") ==
          u"date_not_valid"_s);
}

TEST_CASE_METHOD(LittleTill, "a till tells nothing of its dossiers to somebody who has not logged in")
{
    sellMug();
    restart();
    for (const QByteArray &command : {QByteArray{R"({"do":"search"})"}, QByteArray{R"({"do":"dossier","number":"R1"})"},
                                      QByteArray{R"({"do":"receipt","number":"R1"})"}, QByteArray{R"({"do":"jobs"})"},
                                      QByteArray{R"({"do":"parked"})"}, QByteArray{R"({"do":"export","kind":"products","file":"x.csv"})"}})
        CHECK(refusal(command) == u"not_logged_in"_s);
    must(R"({"do":"state"})");
}

TEST_CASE_METHOD(LittleTill, "a receipt that leaves the screen is a counted copy, for a seller of the last one only")
{
    sellMug();
    sellMug();
    CHECK_FALSE(must(R"({"do":"receipt","number":"R1","as":"screen"})")[u"text"].toString().contains(u"DUPLICATA"_s));
    CHECK(must(R"({"do":"receipt","number":"R1","as":"text"})")[u"text"].toString().contains(u"DUPLICATA"_s));
    CHECK(must(R"({"do":"x"})")[u"copies"].toInt() == 1);
    must(R"({"do":"login","user":"Marie","pin":"1111"})");
    must(R"({"do":"receipt","number":"R2","as":"escpos"})");
    CHECK(refusal(R"({"do":"receipt","number":"R1","as":"escpos"})") == u"not_allowed"_s);
}

TEST_CASE_METHOD(LittleTill, "what a document names must exist")
{
    CHECK(
        refusal(
            R"({"do":"put","kind":"formula","document":{"key":"f","name":"F","resources":[{"key":"adulte","prices":[{"price":1}]}],"pools":[{"pool":"grote"}]}})") ==
        u"not_found"_s);
    CHECK(refusal(R"({"do":"put","kind":"stop_sale","document":{"key":"s","formula":"grote"}})") == u"not_found"_s);
    CHECK(refusal(R"({"do":"put","kind":"promo_code","document":{"key":"c","name":"C","code":"C","percent":1000,"products":["mgu"]}})") ==
          u"not_found"_s);
    CHECK(refusal(R"({"do":"put","kind":"product","document":{"key":"p","name":"P","price":1,"group":"boutiqe"}})") == u"not_found"_s);
    CHECK(refusal(R"({"do":"put","kind":"settings","document":{"tillKey":"ailleurs"}})") == u"not_found"_s);
}

TEST_CASE_METHOD(LittleTill, "a client is checked before anything is printed")
{
    for (const QByteArray &client :
         {QByteArray{R"("company":"X","vat":"BE0403170702")"}, QByteArray{R"("email":"notmail")"}, QByteArray{R"("country":"ZZ")"},
          QByteArray{R"("language":"xx")"}, QByteArray{R"("name":"a\u001b[31mb")"}, QByteArray{R"("name":"a\u202e")"}})
        CHECK(refusal(R"({"do":"client",)" + client + "}") == u"invalid_input"_s);
    must(R"({"do":"client","company":"Essais","vat":"BE 0999.999.922","email":"zoe@example.org","country":"BE","language":"nl"})");
}

namespace {

/// Another till calls the customer otherwise, earlier: what it said is lost here.
void loseName(Workplace &workplace, const QString &customer, const QString &name)
{
    DocumentFeed feed{workplace.db()};
    SharedChange change{.kind = DocumentKind::Customer,
                        .key = customer,
                        .stamp = {.hlc = hlcOf(workplace.now()) - 1, .origin = u"there"_s},
                        .fields = {},
                        .erased = false,
                        .user = u"u9"_s,
                        .at = workplace.now()};
    change.fields[u"name"_s] = {.value = name, .over = {}};
    REQUIRE(inTransaction(workplace.db(), [&]() -> Result<> {
        TRY(feed.begin(workplace.tillUid(), true, {.user = {}, .at = workplace.now()}));
        TRY(feed.take(change, workplace.now()));
        return {};
    }));
}

/// The tables of a ledger in which a word stands somewhere.
QStringList tablesThatSay(Database &ledger, const QString &word)
{
    QStringList tables;
    REQUIRE(forEachRow(ledger, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", {},
                       [&](const Row &row) { tables << row.text(0); }));
    tables.removeIf([&](const QString &table) {
        auto rows = selectRowsOf(ledger, u"SELECT * FROM "_s + table);
        REQUIRE(rows);
        bool says = false;
        while (rows->next())
            for (int column = 0; column < rows->row().columns(); ++column)
                says = says || QString::fromUtf8(rows->row().blob(column)).contains(word, Qt::CaseInsensitive);
        REQUIRE(rows->finish());
        return !says;
    });
    return tables;
}

} // namespace

TEST_CASE_METHOD(LittleTill, "somebody who asks for it is erased: what was theirs is nowhere, and the journal holds")
{
    must(R"({"do":"client","company":"Zweigelt SA","name":"Zweigelt","internalComment":"Zweigelt passe le mardi"})");
    sellMug();
    const QJsonObject sold = must(R"({"do":"search","client":"zweig"})")[u"dossiers"][0].toObject();
    const QByteArray customer = sold[u"customer"].toString().toUtf8();
    const QByteArray number = sold[u"dossier"].toString().toUtf8();
    CHECK(must(R"({"do":"dossier","number":")" + number + R"("})")[u"customer"].toString().toUtf8() == customer);
    loseName(**session().workplace(), QString::fromUtf8(customer), u"Zweigelt-Dumont"_s);
    REQUIRE(must(R"({"do":"conflicts"})")[u"conflicts"].toArray().size() == 1);
    const auto receipt = [&] { return must(R"({"do":"receipt","as":"screen","number":")" + number + R"("})")[u"text"].toString(); };
    REQUIRE(receipt().contains(u"Zweigelt"_s));
    const auto ledger = [&]() -> Database & { return (*session().workplace())->db(); };
    REQUIRE(tablesThatSay(ledger(), u"zweigelt"_s) == QStringList{u"document"_s, u"document_change"_s, u"document_history"_s,
                                                                  u"document_lost"_s, u"document_word"_s, u"print_job"_s});

    const QByteArray erase = R"({"do":"erase","kind":"customer","key":")" + customer + R"("})";
    CHECK(must(erase)[u"key"].toString().toUtf8() == customer);
    CHECK(must(R"({"do":"search","client":"zweig"})")[u"dossiers"].toArray().isEmpty());
    CHECK(must(R"({"do":"search","text":"zweig"})")[u"dossiers"].toArray().isEmpty());
    CHECK(must(R"({"do":"conflicts"})")[u"conflicts"].toArray().isEmpty());
    CHECK_FALSE(receipt().contains(u"Zweigelt"_s));
    CHECK(must(R"({"do":"dossier","number":")" + number + R"("})")[u"total"].toInt() == 990);
    CHECK(tablesThatSay(ledger(), u"zweigelt"_s).isEmpty());
    CHECK(must(erase) == must(erase)); // again: the same answer
    TillProjector projector;
    const auto report = verifyLedger(ledger().file(), {.record = (*session().workplace())->ledger->identity()}, projector);
    REQUIRE(report);
    CHECK(report->exitStatus() == 0);
}

TEST_CASE_METHOD(LittleTill, "an erasure is refused without login, to a seller, for what is no customer and for one that nobody knows")
{
    CHECK(refusal(R"({"do":"erase","kind":"customer","key":"c-nobody"})") == u"not_found"_s);
    CHECK(refusal(R"({"do":"erase","kind":"product","key":"mug"})") == u"invalid_input"_s);
    CHECK(run(R"({"do":"erase","kind":"user","key":"u2"})")[u"message"].toString().contains(u"seul un client s’efface"_s));
    CHECK(refusal(R"({"do":"erase","kind":"nobody","key":"u2"})") == u"invalid_input"_s);
    CHECK(refusal(R"({"do":"erase","kind":"customer"})") == u"invalid_input"_s);
    must(R"({"do":"login","user":"Marie","pin":"1111"})");
    CHECK(refusal(R"({"do":"erase","kind":"customer","key":"c-nobody"})") == u"not_allowed"_s);
    restart();
    CHECK(refusal(R"({"do":"erase","kind":"customer","key":"c-nobody"})") == u"not_logged_in"_s);
}

TEST_CASE_METHOD(LittleTill, "dossiers are found by number, item, till and amount, and one that owes is not settled")
{
    sellMug();
    must(R"({"do":"add","formula":"grotte","slot":"11:00","units":[{"resource":"adulte","quantity":1}]})");
    const QByteArray visit = must(R"({"do":"validate","due":{"on":"2026-12-24"}})")[u"dossier"].toString().toUtf8();
    must(R"({"do":"checkin","code":")" + visit + R"("})");
    CHECK(must(R"({"do":"dossier","number":")" + visit + R"("})")[u"state"].toString() == u"confirmed"_s);
    const auto found = [this](const QByteArray &criteria) {
        return must(R"({"do":"search",)" + criteria + "}")[u"dossiers"].toArray().size();
    };
    CHECK(found(R"("number":"R1")") == 1);
    CHECK(found(R"("item":"mug")") == 1);
    CHECK(found(R"("amount":1400)") == 1);
    CHECK(found(R"("till":"caisse")") == 2);
    CHECK(found(R"("state":"settled")") == 1);
    CHECK(refusal(R"({"do":"search","state":"zz"})") == u"invalid_input"_s);
}

TEST_CASE_METHOD(Tool, "every command of docs/tool.md is one of the program")
{
    QFile page{QStringLiteral(GUICHET_TOOL_PAGE)};
    REQUIRE(page.open(QIODevice::ReadOnly));
    static const QRegularExpression row{u"^\\| ((?:`[a-z]+`(?:, )?)+) \\|"_s, QRegularExpression::MultilineOption};
    QStringList names;
    for (const QRegularExpressionMatch &match : row.globalMatch(QString::fromUtf8(page.readAll())))
        names += match.captured(1).remove(u'`').split(u", "_s);
    CHECK(names.size() > 45);
    for (const QString &name : names) {
        const QJsonObject answer = run(R"({"nothing":1,"do":")" + name.toUtf8() + R"("})");
        INFO(name.toStdString());
        CHECK_FALSE(answer[u"detail"].toString().startsWith(u"unknown command"_s));
    }
}
