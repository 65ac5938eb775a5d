// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/HybridClock.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/ConflictDesk.h"
#include "tests/ui/pages/CentreDesk.h"
#include "ui/more/MoreScreen.h"
#include "ui/widgets/DataTable.h"

#include <QJsonArray>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

DataTable *lostValues(PageDesk &desk)
{
    return desk.findChild<DataTable *>(u"centre.table"_s);
}

void selectRow(PageDesk &desk, int row)
{
    DataTable *table = lostValues(desk);
    table->setCurrentIndex(table->model()->index(row, 0));
    desk.settleAll();
}

qint64 priceOf(PageDesk &desk, const QString &product)
{
    return desk.ask([product](Workplace &workplace) {
        return DocumentStore{workplace.db()}.get(DocumentKind::Product, product)->value().body.value(u"price").toInteger();
    });
}

bool says(const PageDesk &desk, const QString &text)
{
    return std::ranges::any_of(desk.findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

/// Another till makes a seller a manager, of whom this one has said nothing yet.
void promoteElsewhere(Workplace &workplace, const QString &user)
{
    DocumentFeed feed{workplace.db()};
    SharedChange theirs{.kind = DocumentKind::User,
                        .key = user,
                        .stamp = {hlcOf(workplace.now().addSecs(60)), u"other"_s},
                        .fields = {},
                        .erased = false,
                        .user = user,
                        .at = workplace.now()};
    const QJsonObject body = DocumentStore{workplace.db()}.get(DocumentKind::User, user)->value().body;
    for (auto field = body.begin(); field != body.end(); ++field)
        theirs.fields[field.key()] = {.value = *field, .over = {}};
    theirs.fields[u"role"_s] = {.value = u"manager"_s, .over = {}};
    REQUIRE(inTransaction(workplace.db(), [&] { return feed.take(theirs, workplace.now()); }));
}

/// The row that says this of this field.
TableRow rowOf(DocumentKind kind, const QString &field, const QJsonValue &value, const LocalizedText &title = LocalizedText{u"Été"_s})
{
    const LostValue lost{.kind = kind, .key = u"k1"_s, .lost = {.field = field, .value = value, .stamp = {1, u"here"_s}, .winner = {}}};
    return presentCentre({.enrolled = true}, {{.value = lost, .title = title}}).rows.front();
}

} // namespace

TEST_CASE("A change that another till overruled is shown in words, and said again by a manager")
{
    PageDesk desk;
    overrule(desk);
    desk.open<MoreScreen>(u"centre"_s);
    auto *table = desk.findChild<DataTable *>(u"centre.table"_s);
    CHECK(table->count() == 1);
    desk.pictures(u"more-centre"_s);
    selectRow(desk, 0);
    desk.press(u"centre.restore"_s);
    desk.settleAll();
    CHECK(table->count() == 0);
    CHECK(priceOf(desk, u"p002"_s) == 1234);
}

TEST_CASE("A till that was replaced or taken away puts no value back: it would reach nobody, and the page says so")
{
    const ErrorCode trouble = GENERATE(ErrorCode::TillReplaced, ErrorCode::TillRevoked);
    PageDesk desk;
    overrule(desk);
    desk.ask([trouble](Workplace &workplace) {
        workplace.centre.trouble = trouble;
        return true;
    });
    desk.open<MoreScreen>(u"centre"_s);
    selectRow(desk, 0);
    CHECK_FALSE(desk.button(u"centre.restore"_s)->isEnabled());
    CHECK(desk.button(u"centre.dismiss"_s)->isEnabled());
    CHECK(says(desk, u"Plus rien ne part de cette caisse"_s));
}

TEST_CASE("A change that was overruled is let be: it leaves the list, and what won stands")
{
    PageDesk desk;
    overrule(desk);
    desk.open<MoreScreen>(u"centre"_s);
    auto *table = desk.findChild<DataTable *>(u"centre.table"_s);
    REQUIRE(table->count() == 1);
    selectRow(desk, 0);
    desk.press(u"centre.dismiss"_s);
    desk.settleAll();
    CHECK(table->count() == 0);
    CHECK(priceOf(desk, u"p002"_s) == 1500);
}

TEST_CASE("The open page of the centre goes on with the exchange: what waits, and what is overruled meanwhile; the chosen row stays chosen")
{
    PageDesk desk;
    overrule(desk);
    auto *page = desk.open<MoreScreen>(u"centre"_s);
    REQUIRE(says(desk, u"3 écritures"_s));
    CHECK(says(desk, u"Choisissez une ligne"_s));
    selectRow(desk, 0);
    desk.ask([](Workplace &workplace) {
        workplace.centre.waiting = 1;
        overrulePrice(workplace, u"p001"_s, 4321, 2000); // above the other
        return true;
    });
    page->showCentre();
    desk.settleAll();
    CHECK(says(desk, u"1 écriture"_s));
    CHECK_FALSE(says(desk, u"3 écritures"_s));
    REQUIRE(lostValues(desk)->count() == 2);
    CHECK(lostValues(desk)->currentIndex().row() == 1);
    desk.press(u"centre.restore"_s);
    CHECK(priceOf(desk, u"p002"_s) == 1234);
    CHECK(priceOf(desk, u"p001"_s) == 2000);
}

TEST_CASE("The page Plus goes on with the exchange while it is shown, and the page of the centre opens as things are now")
{
    PageDesk desk;
    overrule(desk);
    auto *page = desk.open<MoreScreen>();
    const auto *users = desk.findChild<DataTable *>(u"users.table"_s);
    REQUIRE_FALSE(desk.has(u"tile.users"_s));
    const auto rises = [&](const QString &user) {
        desk.ask([user](Workplace &workplace) { promoteElsewhere(workplace, user); });
        page->showCentre();
        desk.settleAll();
    };
    rises(u"u1"_s);
    desk.press(u"tile.users"_s);
    CHECK(users->count() == 1);
    rises(u"u2"_s);
    CHECK(users->count() == 1); // not under the hand of who decides
    REQUIRE(page->goBack());
    desk.settleAll();
    CHECK(users->count() == 2);
    desk.ask([](Workplace &workplace) { return workplace.centre.waiting = 7; }); // nobody tells the page
    desk.press(u"tile.centre"_s);
    CHECK(says(desk, u"7 écritures"_s));
    CHECK_FALSE(says(desk, u"3 écritures"_s));
}

TEST_CASE("The list of what was overruled stays where it was scrolled to while the exchange goes on")
{
    PageDesk desk;
    overrule(desk);
    desk.ask([](Workplace &workplace) {
        for (int i = 10; i < 30; ++i)
            overrulePrice(workplace, u"p0%1"_s.arg(i), 100 + i, 200 + i);
        return true;
    });
    auto *page = desk.open<MoreScreen>(u"centre"_s);
    QScrollBar *bar = lostValues(desk)->verticalScrollBar();
    REQUIRE(bar->maximum() > 100);
    selectRow(desk, 0);
    bar->setValue(100); // on to others than the chosen one
    desk.ask([](Workplace &workplace) {
        overrulePrice(workplace, u"p001"_s, 4321, 2000);
        return true;
    });
    page->showCentre();
    desk.settleAll();
    REQUIRE(lostValues(desk)->count() == 22);
    CHECK(bar->value() == 100);
    CHECK(lostValues(desk)->currentIndex().row() == 1);
}

TEST_CASE("What was overruled is said in the words of people: no internal name, no JSON, no bare cents")
{
    const auto value = [](DocumentKind kind, const QString &field, const QJsonValue &lost) { return rowOf(kind, field, lost).cells[3]; };
    CHECK(rowOf(DocumentKind::PaymentMethod, u"refundable"_s, true).cells.mid(1, 5) ==
          QStringList{u"Moyen de paiement · Été"_s, u"peut être rendu"_s, u"oui"_s, u"rien"_s, u"une autre"_s});
    CHECK(rowOf(DocumentKind::VatRates, u"rates"_s, {}, LocalizedText{u"vat_rates"_s}).cells[1] == u"Taux de TVA");
    CHECK(value(DocumentKind::Formula, u"name"_s, QJsonObject{{u"fr"_s, u"Adulte"_s}, {u"nl"_s, u"Volwassene"_s}}) == u"Adulte");
    CHECK(value(DocumentKind::Formula, u"minimumQuantity"_s, 5) == u"5");
    CHECK(value(DocumentKind::Promotion, u"amount"_s, 500) == formatMoney(Money::fromCents(500)));
    CHECK(value(DocumentKind::PromoCode, u"fixedPrice"_s, 125) == formatMoney(Money::fromCents(125)));
    CHECK(value(DocumentKind::Settings, u"giftOfflineLimitCents"_s, 5000) == formatMoney(Money::fromCents(5000)));
    CHECK(value(DocumentKind::Promotion, u"percent"_s, 1000) == formatPercent(BasisPoints{1000}));
    CHECK(value(DocumentKind::Formula, u"valid"_s, QJsonObject{{u"from"_s, u"2026-07-01"_s}, {u"to"_s, u"2026-08-31"_s}}) ==
          u"du 01/07/2026 au 31/08/2026");
    CHECK(value(DocumentKind::Formula, u"weekdays"_s, QJsonArray{1, 7}) == u"lun., dim.");
    CHECK(value(DocumentKind::Formula, u"collection"_s, u"postpaid"_s) == u"après la visite");
    CHECK(value(DocumentKind::User, u"role"_s, u"seller"_s) == u"vendeur");
    CHECK(value(DocumentKind::PaymentMethod, u"faceValues"_s, QJsonArray{1000}) == formatMoney(Money::fromCents(1000)));
}

TEST_CASE(
    "What was overruled stands beside what is in force, with its till; of texts the language that differs is shown, whatever is spoken")
{
    const auto text = [](const QString &french, const QString &dutch) { return QJsonObject{{u"fr"_s, french}, {u"nl"_s, dutch}}; };
    const auto cells = [](const QJsonValue &lost, const QJsonValue &standing) {
        const LostValue value{.kind = DocumentKind::Formula,
                              .key = u"k1"_s,
                              .lost = {.field = u"name"_s, .value = lost, .stamp = {1, u"there"_s}, .winner = {}}};
        return presentCentre({.enrolled = true},
                             {{.value = value, .title = u"Grot"_s, .standing = standing, .till = LocalizedText{u"Boutique"_s}}},
                             Language::Dutch)
            .rows.front()
            .cells.mid(2);
    };
    CHECK(cells(text(u"Cave"_s, u"Grot"_s), text(u"Grotte"_s, u"Grot"_s)) ==
          QStringList{u"nom (fr)"_s, u"Cave"_s, u"Grotte"_s, u"Boutique"_s});
    CHECK(cells(text(u"Cave"_s, u"Kelder"_s), text(u"Grotte"_s, u"Grot"_s)) ==
          QStringList{u"nom (fr, nl)"_s, u"fr : Cave, nl : Kelder"_s, u"fr : Grotte, nl : Grot"_s, u"Boutique"_s});
}

TEST_CASE("Every field of every document that tills share has a word")
{
    PageDesk desk;
    desk.sell();
    desk.ask([](Workplace &workplace) {
        for (int i = 0; i < static_cast<int>(DocumentKind::Note); ++i) {
            const auto kind = static_cast<DocumentKind>(i);
            const auto documents = DocumentStore{workplace.db()}.list(kind, true);
            REQUIRE(documents);
            for (const Document &document : *documents) {
                const QJsonObject shared = withoutOwnFields(kind, document.body);
                for (auto it = shared.begin(); it != shared.end(); ++it) {
                    const TableRow row = rowOf(kind, it.key(), it.value());
                    CAPTURE(documentKindName(kind), it.key(), row.cells[3]);
                    const bool isName = it.key() == u"key" || it.key() == u"tillKey"; // by which it is known: never overruled
                    CHECK((isName || row.cells[2] != u"autre chose"));
                    CHECK_FALSE(row.cells[3].contains(u'{'));
                    CHECK_FALSE(row.cells[3].contains(u'['));
                    CHECK_FALSE(row.cells[1].contains(u'_'));
                }
            }
        }
        return true;
    });
}

TEST_CASE("A clock that is ahead and a version that is behind are said in words")
{
    CentreState centre{.enrolled = true, .account = u"roches"_s, .waiting = 0, .overruled = 0, .lastContact = {}, .trouble = {}};
    CHECK(presentCentre(centre, {}).tone == Tone::Positive);
    centre.unread = 1;
    CHECK(presentCentre(centre, {}).state.contains(u"version plus récente"_s));
    CHECK(presentCentre(centre, {}).tone == Tone::Warning);
    centre.clockAhead = 12min;
    CHECK(presentCentre(centre, {}).state.contains(u"horloge avance de 12 min"_s));
    centre.clockAhead = -25h;
    CHECK(presentCentre(centre, {}).state.contains(u"horloge retarde de 25 h"_s));
    centre.unread = 0;
    CHECK(presentCentre(centre, {}).tone == Tone::Warning);
    centre.clockAhead = -3min;
    CHECK(presentCentre(centre, {}).tone == Tone::Positive);
    centre.lastContact = fromRfc3339(u"2026-11-23T14:05:00.000+01:00"_s);
    CHECK(presentCentre(centre, {}).contact.contains(u"retarde de 3 min"_s)); // said, without alarm
}

TEST_CASE("The page of the centre says which till it is, as the centre knows it")
{
    const CentreState centre{.enrolled = true, .account = u"roches"_s, .server = u"centrale.exemple.be"_s};
    CHECK(presentCentre(centre, {}, Language::French, {}, {}, u"02"_s).till == u"02 · compte roches · centrale.exemple.be");
    PageDesk desk;
    overrule(desk);
    desk.open<MoreScreen>(u"centre"_s);
    const auto labels = desk.findChildren<QLabel *>();
    CHECK(std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text() == u"01 · compte roches"; }));
}

TEST_CASE("Nobody is told that the line is up when the centre has been silent for a minute, nor while the token cannot be read")
{
    CentreState centre{.enrolled = true, .lastContact = fromRfc3339(u"2026-11-23T14:05:00.000+01:00"_s)};
    const auto sheetAfter = [&centre](std::chrono::seconds time) {
        return presentCentre(centre, {}, Language::French, {}, centre.lastContact.addSecs(time.count()));
    };
    CHECK(sheetAfter(50s).tone == Tone::Positive); // a long poll brings no word sooner
    CHECK(sheetAfter(61s).tone == Tone::Warning);
    CHECK(sheetAfter(61s).state == u"Pas de réponse depuis 14:05 ; rien n’attend");
    CHECK(sheetAfter(-61s).tone == Tone::Warning); // the clock was put back
    CHECK(sheetAfter(24h).state.contains(u"23/11/2026"_s));
    centre.waiting = 1;
    CHECK(sheetAfter(61s).state.startsWith(u"Hors ligne"_s));
    centre.trouble = ErrorCode::KeyUnavailable;
    CHECK(sheetAfter(0s).state.contains(u"trousseau"_s));
    CHECK(sheetAfter(0s).tone == Tone::Warning);
}

TEST_CASE("the centre page says that another machine has taken the place, and what was found of one before")
{
    CentreState centre{.enrolled = true};
    CHECK(presentCentre(centre, {}).found.isEmpty());
    centre.found = 7;
    centre.foundSales = 2;
    centre.foundAmount = Money::fromCents(4650);
    CHECK(presentCentre(centre, {}).found.contains(u"2 ventes"_s));
    CHECK(presentCentre(centre, {}).found.contains(u"46,50"_s));
    CHECK(presentCentre(centre, {}).found.contains(u"comptabilité"_s));
    CHECK(presentCentre(centre, {}).waiting == u"rien");
    centre.trouble = ErrorCode::TillReplaced;
    CHECK(presentCentre(centre, {}).tone == Tone::Warning);
    CHECK(presentCentre(centre, {}).state.contains(u"autre machine"_s));
    CHECK(presentCentreTile(centre, 3, {}).notice == u"caisse remplacée");
}

TEST_CASE("A till that its centre took away, or that is not let in, says so on its tile though nothing waits, and what to do")
{
    CentreState centre{.enrolled = true, .trouble = ErrorCode::TillRevoked};
    CHECK(presentCentreTile(centre, 3, {}).notice == u"caisse retirée");
    CHECK(presentCentreTile(centre, 3, {}).noticeTone == Tone::Warning);
    const CentreSheetState sheet = presentCentre(centre, {});
    CHECK(sheet.tone == Tone::Warning);
    CHECK(sheet.state.contains(u"fermez-la"_s));
    CHECK(sheet.state.contains(u"appelez un responsable"_s));
    for (const ErrorCode code : {ErrorCode::CentreNotTrusted, ErrorCode::CentreRefused}) {
        centre.trouble = code;
        CHECK_FALSE(presentCentreTile(centre, 0, {}).notice.isEmpty());
        CHECK(presentCentreTile(centre, 0, {}).subLine.isEmpty());
    }
    centre.trouble = ErrorCode::CentreUnreachable;
    CHECK(presentCentreTile(centre, 0, {}).subLine == u"hors ligne");
    centre.waiting = 12;
    CHECK(presentCentreTile(centre, 0, {}).subLine == u"à envoyer : 12");
}

TEST_CASE("What was sold beyond its number is said on the page of the centre and on its tile")
{
    const CentreState centre{.enrolled = true};
    CHECK(presentCentre(centre, {}).overuse.isEmpty());
    Overuse overuse{
        .codes = {{.code = u"ETE"_s, .used = 5, .limit = 3}},
        .visits = {
            {.pool = LocalizedText{u"Visiteurs"_s}, .visit = {.date = QDate{2026, 11, 25}, .slot = {14, 0}}, .sold = 30, .capacity = 20}}};
    const QString words = presentCentre(centre, {}, Language::French, overuse).overuse;
    CHECK(words.contains(u"code ETE : utilisé 5 fois pour 3"_s));
    CHECK(words.contains(u"30 vendus pour 20"_s));
    CHECK(presentCentreTile(centre, 0, {}, Language::French, overuse).notice == u"2 dépassements");
    overuse.codes.resize(4, overuse.codes.front());
    CHECK(presentCentre(centre, {}, Language::French, overuse).overuse.endsWith(u"et 2 de plus"_s));
}

} // namespace guichet
