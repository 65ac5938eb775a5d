// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/ConflictDesk.h"
#include "core/usecases/PrinterDesk.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/more/MoreScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/DataTable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Report preview(PageDesk &desk)
{
    return *desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview(); });
}

} // namespace

TEST_CASE("Cash out asks for an amount and a reason, once is once")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.pictures(u"more"_s);
    desk.press(u"tile.cashOut"_s);
    desk.press(u"pad.2"_s);
    desk.press(u"pad.5"_s);
    CHECK_FALSE(desk.button(u"amount.confirm"_s)->isEnabled());
    desk.press(u"chip.achat"_s);
    desk.pictures(u"more-cash"_s);
    desk.press(u"amount.confirm"_s);
    CHECK(preview(desk).cash.out == Money::fromCents(-2'500));
}

TEST_CASE("Four tiles stand in a row on an old screen, beside a scroll bar too")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.resize(1024, 500); // too low for all: a scroll bar
    desk.settleAll();
    const auto *first = desk.findChild<QWidget *>(u"tile.cashIn"_s);
    const auto *fourth = desk.findChild<QWidget *>(u"tile.drawer"_s);
    REQUIRE((first && fourth));
    CHECK(first->y() == fourth->y());
}

TEST_CASE("Keypad and keyboard write the same amount, one after the other")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.press(u"tile.cashOut"_s);
    desk.press(u"pad.2"_s); // takes no focus, nor does the page behind it
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_5);
    desk.press(u"chip.achat"_s);
    for (const Qt::Key key : {Qt::Key_Comma, Qt::Key_5, Qt::Key_0, Qt::Key_Return})
        QTest::keyClick(QApplication::focusWidget(), key);
    desk.settleAll();
    CHECK(preview(desk).cash.out == Money::fromCents(-2'550));
}

TEST_CASE("The drawer opens with a reason that the Z shows")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.press(u"tile.drawer"_s);
    desk.press(u"chip.monnaie"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(preview(desk).drawerOpenings.size() == 1);
}

TEST_CASE("A seller's cash movement waits for an approval and keeps what was typed")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    desk.open<MoreScreen>();
    desk.press(u"tile.cashIn"_s);
    desk.press(u"pad.9"_s);
    desk.press(u"chip.appoint"_s);
    desk.press(u"amount.confirm"_s);
    REQUIRE(desk.navigator.refusals == std::vector{ErrorCode::NeedsApproval});
    desk.ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.approve(u"Ahmed"_s, u"4444"_s));
        return true;
    });
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(preview(desk).cash.in == Money::fromCents(900));
}

TEST_CASE("A doubtful payment is decided by a person")
{
    PageDesk desk;
    desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const Result<PaymentOutcome> asked =
            checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}});
        REQUIRE(asked);
        REQUIRE(checkout.finishCharge(asked->intent, Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}}));
        return true;
    });
    desk.open<MoreScreen>(u"doubtful"_s);
    CHECK(desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 1);
    desk.pictures(u"more-doubtful"_s);
    desk.press(u"doubtful.declined"_s);
    CHECK(desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 0);
    CHECK(preview(desk).manualResolutions == 1);
}

TEST_CASE("What the terminal has accepted after somebody said no is a task: a manager has it given back")
{
    PageDesk desk;
    desk.terminal.manual().setScripted(true);
    const bool isNamed = GENERATE(true, false);
    desk.ask([isNamed](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const Result<PaymentOutcome> asked =
            checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}});
        REQUIRE(asked);
        REQUIRE(checkout.resolve(CommandId::generate(), asked->intent, ChargeState::Declined, {}));
        Charge late{.state = ChargeState::Approved, .authorised = asked->asked, .reference = {}, .text = {}};
        late.transaction = isNamed ? u"T7"_s : QString{};
        REQUIRE(checkout.recordLookUp(asked->intent, late));
        return true;
    });
    desk.open<MoreScreen>(u"doubtful"_s);
    CHECK(desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 1);
    REQUIRE((desk.button(u"doubtful.giveBack"_s) != nullptr) == isNamed); // only what is to be seen is found
    if (!isNamed)
        return;
    desk.pictures(u"more-late"_s);
    CHECK(desk.button(u"doubtful.approved"_s)->text() == u"Comptabiliser"); // that it is paid is known
    desk.press(u"doubtful.giveBack"_s);
    CHECK(QTest::qWaitFor([&desk] { return desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 0; }, 20'000));
    CHECK(desk.navigator.toasts.size() == 1);
    CHECK(preview(desk).manualResolutions == 1);
}

TEST_CASE("Training is entered and left from here")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.press(u"tile.training"_s);
    CHECK(desk.ask([](Workplace &workplace) { return workplace.training; }));
    desk.press(u"tile.training"_s);
    CHECK_FALSE(desk.ask([](Workplace &workplace) { return workplace.training; }));
}

TEST_CASE("Settings are saved whole: what the form does not show stays as it was")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const TillSettings before = desk.ask([](Workplace &workplace) { return workplace.settings; });
    auto *page = desk.open<MoreScreen>(u"settings"_s);
    desk.pictures(u"more-settings"_s);
    QSignalSpy saved{page, &MoreScreen::settingsSaved};
    desk.findChild<QCheckBox *>(u"settings.blindCount"_s)->setChecked(true);
    auto *darkMode = desk.findChild<QComboBox *>(u"settings.darkMode"_s);
    darkMode->setCurrentIndex(darkMode->findData(u"dark"_s));
    desk.press(u"settings.save"_s);
    TillSettings expected = before;
    expected.blindCount = true;
    expected.darkMode = u"dark"_s;
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings; }) == expected);
    CHECK(saved.count() == 1);
}

TEST_CASE("The start of the day, the rounding of all payments, SCE and the language of the till are set on the page")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    TillSettings expected = desk.ask([](Workplace &workplace) { return workplace.settings; });
    desk.open<MoreScreen>(u"settings"_s);
    const auto choose = [&desk](const QString &name, const QVariant &value) {
        auto *box = desk.findChild<QComboBox *>(name);
        REQUIRE(box->findData(value) >= 0);
        box->setCurrentIndex(box->findData(value));
    };
    CHECK(desk.findChild<QComboBox *>(u"settings.dayStart"_s)->currentData() == expected.businessDayStartsAtHour);
    choose(u"settings.dayStart"_s, 6);
    choose(u"settings.language"_s, u"nl"_s);
    desk.findChild<QCheckBox *>(u"settings.roundAll"_s)->setChecked(true);
    desk.findChild<QCheckBox *>(u"settings.sce"_s)->setChecked(true);
    desk.press(u"settings.save"_s);
    expected.businessDayStartsAtHour = 6;
    expected.language = Language::Dutch;
    expected.roundAllTenders = true;
    expected.sceRequired = true;
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings; }) == expected);
}

TEST_CASE("Settings leave a USB or serial printer as it is, and lead to the page of the devices")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const QString printer = GENERATE(u"usb:/dev/usb/lp0"_s, u"serial:/dev/ttyUSB0"_s);
    desk.ask([printer](Workplace &workplace) {
        REQUIRE(PrinterDesk{workplace}.save({}, PrintJob::Printer::Receipt, printer, u"generic58"_s));
        return true;
    });
    desk.open<MoreScreen>(u"settings"_s);
    desk.press(u"settings.save"_s);
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings.receiptPrinter; }) == printer);
    desk.press(u"tile.settings"_s);
    desk.press(u"settings.devices"_s);
    CHECK(desk.navigator.places.back() == Place::Devices);
}

TEST_CASE("A manager says how much of a gift code a till takes without a line; a limit that a script has set stays")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    desk.ask([](Workplace &workplace) {
        workplace.settings.giftOfflineLimitCents = 3750;
        return true;
    });
    const auto limit = [&desk] { return desk.ask([](Workplace &workplace) { return workplace.settings.giftOfflineLimitCents; }); };
    desk.open<MoreScreen>(u"settings"_s);
    auto *box = desk.findChild<QComboBox *>(u"settings.giftOffline"_s);
    CHECK(box->currentText() == formatMoney(Money::fromCents(3750)));
    desk.press(u"settings.save"_s);
    CHECK(limit() == 3750);
    desk.press(u"tile.settings"_s);
    for (const int cents : {10'000, 0}) {
        box->setCurrentIndex(box->findData(cents));
        desk.press(u"settings.save"_s);
        CHECK(limit() == cents);
        desk.press(u"tile.settings"_s);
    }
}

TEST_CASE("The validity of gifts and the labels of a scale are set without a technical word")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    desk.open<MoreScreen>(u"settings"_s);
    const auto choose = [&desk](const QString &name, const QVariant &value) {
        auto *box = desk.findChild<QComboBox *>(name);
        box->setCurrentIndex(box->findData(value));
        CHECK(box->currentIndex() >= 0);
    };
    choose(u"settings.giftValidity"_s, 36);
    desk.press(u"scale.remove"_s);
    desk.press(u"scale.add"_s);
    choose(u"scale.digits"_s, u"5-1-4"_s);
    desk.press(u"settings.save"_s);
    const TillSettings saved = desk.ask([](Workplace &workplace) { return workplace.settings; });
    CHECK(saved.giftValidityMonths == 36);
    REQUIRE(saved.embeddedCodes.size() == 1);
    CHECK(saved.embeddedCodes.front().verifier);
    CHECK(saved.embeddedCodes.front().valueDigits == 4);
}

TEST_CASE("What the form cannot keep is said at its field, and nothing is saved")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const TillSettings before = desk.ask([](Workplace &workplace) { return workplace.settings; });
    desk.open<MoreScreen>(u"settings"_s);
    const auto shown = [&desk](const QString &name) {
        auto *label = desk.findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString{};
    };
    desk.findChild<QCheckBox *>(u"settings.blindCount"_s)->setChecked(!before.blindCount);
    SECTION("the label of a scale that does not fill a code")
    {
        auto *prefix = desk.findChild<QLineEdit *>(u"scale.prefix"_s);
        const QString whole = prefix->text();
        prefix->setText(whole.left(1));
        desk.press(u"settings.save"_s);
        CHECK(shown(u"scale.refusal"_s) == u"Le début et les parts font 11 chiffres ensemble ; il en faut 12."_s);
        CHECK(desk.ask([](Workplace &workplace) { return workplace.settings; }) == before);
        prefix->setText(whole);
        desk.press(u"settings.save"_s);
        CHECK(desk.ask([](Workplace &workplace) { return workplace.settings.embeddedCodes; }) == before.embeddedCodes);
    }
    CHECK(desk.ask([](Workplace &workplace) { return workplace.settings.blindCount; }) != before.blindCount);
}

TEST_CASE("Help and about open from their subject")
{
    PageDesk desk;
    auto *page = desk.open<MoreScreen>(u"help"_s);
    desk.pictures(u"more-help"_s);
    CHECK(page->goBack());
    CHECK_FALSE(page->goBack());
    page->enter(u"about"_s);
    desk.settleAll();
    desk.pictures(u"more-about"_s);
    CHECK(page->goBack());
}

namespace {

/// A price of this till that another one overrules.
void overrulePrice(Workplace &workplace, const QString &product, int mine, int theirs)
{
    DocumentStore documents{workplace.db()};
    DocumentFeed feed{workplace.db()};
    QJsonObject body = documents.get(DocumentKind::Product, product)->value().body;
    body[u"price"_s] = mine;
    const auto said = documents.put(DocumentKind::Product, body, {.user = u"claire"_s, .at = workplace.now()});
    REQUIRE(said);
    const SharedChange change{.kind = DocumentKind::Product,
                              .key = product,
                              .stamp = {*said + 1, u"other"_s},
                              .fields = {{u"price"_s, {.value = theirs, .over = {}}}},
                              .erased = false,
                              .user = u"paul"_s,
                              .at = workplace.now()};
    REQUIRE(inTransaction(workplace.db(), [&] { return feed.take(change, workplace.now()); }).value());
    REQUIRE(workplace.documentsChanged());
}

void overrule(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        workplace.centre = {
            .enrolled = true, .account = u"roches"_s, .waiting = 3, .overruled = 1, .lastContact = workplace.now(), .trouble = {}};
        REQUIRE(DocumentFeed{workplace.db()}.begin(workplace.tillUid(), false, {.user = u"claire"_s, .at = workplace.now()}));
        overrulePrice(workplace, u"p002"_s, 1234, 1500);
        return true;
    });
}

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
    CHECK(rowOf(DocumentKind::PaymentMethod, u"refundable"_s, true).cells.mid(1, 4) ==
          QStringList{u"Moyen de paiement · Été"_s, u"peut être rendu"_s, u"oui"_s, u"une autre"_s});
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

namespace {

/// Another till makes Marie, who sells here, a manager.
void promoteElsewhere(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        workplace.centre = {.enrolled = true, .account = u"roches"_s, .waiting = 0, .usersToConfirm = 1, .lastContact = workplace.now()};
        DocumentFeed feed{workplace.db()};
        REQUIRE(inTransaction(workplace.db(), [&] { return feed.begin(workplace.tillUid(), true, {u"claire"_s, workplace.now()}); }));
        const SharedChange theirs{.kind = DocumentKind::User,
                                  .key = u"u1"_s,
                                  .stamp = {hlcOf(workplace.now().addSecs(60)), u"other"_s},
                                  .fields = {{u"role"_s, {.value = u"manager"_s, .over = {}}}},
                                  .erased = false,
                                  .user = u"u1"_s,
                                  .at = workplace.now()};
        REQUIRE(inTransaction(workplace.db(), [&] { return feed.take(theirs, workplace.now()); }));
        return true;
    });
}

Role roleOfMarie(PageDesk &desk)
{
    return desk.ask([](Workplace &workplace) { return DocumentStore{workplace.db()}.user(u"u1"_s)->value().role; });
}

void giveAdministratorsPin(PageDesk &desk)
{
    REQUIRE(desk.navigator.refusals == std::vector{ErrorCode::NeedsAdministrator});
    desk.ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.approve(u"Claire"_s, u"5555"_s));
        return true;
    });
    desk.navigator.lastRetry();
    desk.settleAll();
}

} // namespace

TEST_CASE("Who rises at another till waits on the page Plus; an administrator's PIN lets it take effect, and nothing else")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s}; // connected as administrator: the PIN is asked all the same
    promoteElsewhere(desk);
    desk.open<MoreScreen>();
    desk.press(u"tile.users"_s);
    auto *table = desk.findChild<DataTable *>(u"users.table"_s);
    REQUIRE(table->count() == 1);
    table->selectId(u"0"_s);
    desk.settleAll();
    desk.pictures(u"more-users"_s);
    desk.press(u"users.confirm"_s);
    CHECK(roleOfMarie(desk) == Role::Seller);
    giveAdministratorsPin(desk);
    CHECK(roleOfMarie(desk) == Role::Manager);
    CHECK(table->count() == 0);
}

TEST_CASE("Who rises at another till and is refused here is asked for no more")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    promoteElsewhere(desk);
    desk.open<MoreScreen>(u"users"_s);
    auto *table = desk.findChild<DataTable *>(u"users.table"_s);
    table->selectId(u"0"_s);
    desk.settleAll();
    desk.press(u"users.refuse"_s);
    giveAdministratorsPin(desk);
    CHECK(roleOfMarie(desk) == Role::Seller);
    CHECK(table->count() == 0);
}

TEST_CASE("What rises is said in words; of the last administrator nothing is decided")
{
    UserDesk::Waiting waiting;
    waiting.name = u"Joris"_s;
    waiting.standsAs = u"Marie"_s;
    waiting.rise = {.from = Role::Seller, .to = Role::Manager, .hasNewPin = true};
    UserDesk::Waiting last;
    last.name = u"Claire"_s;
    last.rise.isLastAdministrator = true;
    const UsersSheetState state = presentUsers({waiting, last});
    CHECK(state.rows[0].cells[0] == u"Joris (ici : Marie)");
    CHECK(state.rows[0].cells[1] == u"devient utilisateur, reçoit un nouveau code");
    CHECK(state.rows[0].cells[2] == u"une autre caisse");
    CHECK(state.rows[1].cells[1].contains(u"tant qu’il n’y en a pas d’autre"_s));
    CHECK(state.fixed == QStringList{u"1"_s});
    CentreState centre{.enrolled = true, .account = u"roches"_s, .usersToConfirm = 2};
    CHECK(presentCentre(centre, {}).users.contains(u"2 utilisateurs à confirmer"_s));
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

namespace {

/// Answers what it is told; remembers what it was asked.
struct ToldEnrolment final : CentreEnrolment
{
    Result<> enrol(const CentreAccess &access) override
    {
        asked.push_back(access);
        return answer;
    }
    std::vector<CentreAccess> asked;
    Result<> answer;
};

/// The page of a till whose window can enrol.
MoreScreen *openWith(PageDesk &desk, CentreEnrolment &enrolment, const QString &subject)
{
    ScreenContext context = desk.context();
    context.centre = &enrolment;
    auto *page = new MoreScreen{context, &desk};
    desk.show(page);
    page->enter(subject);
    desk.settleAll();
    return page;
}

} // namespace

TEST_CASE("A till that is alone says so, and can be enrolled from the page of the centre")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    openWith(desk, enrolment, u"centre"_s);
    desk.pictures(u"more-centre-alone"_s);
    CHECK_FALSE(desk.has(u"centre.table"_s));
    desk.press(u"centre.enrol"_s);
    desk.settleAll();
    CHECK_FALSE(desk.button(u"enrol.enrol"_s)->isEnabled());
    desk.type(u"enrol.address"_s, u"centrale.exemple.be"_s);
    desk.type(u"enrol.code"_s, u"abcde-12345"_s);
    desk.type(u"enrol.authority"_s, u"/etc/centre.pem"_s);
    desk.pictures(u"more-enrolment"_s);
    desk.checkTouch();
    desk.press(u"enrol.enrol"_s);
    desk.settleAside();
    REQUIRE(enrolment.asked.size() == 1);
    CHECK(enrolment.asked.front() ==
          CentreAccess{.address = u"https://centrale.exemple.be"_s, .code = u"ABCDE12345"_s, .authority = u"/etc/centre.pem"_s});
    CHECK(desk.navigator.toasts.contains(u"La caisse est reliée au serveur central"_s));
    CHECK_FALSE(desk.has(u"enrol.enrol"_s));
}

TEST_CASE("Why a till was not enrolled is said at the form; who may not is asked for an approval, and the same is sent again")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    CHECK(page->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s));
    QStringList sentences;
    for (const ErrorCode code : {ErrorCode::CodeRejected, ErrorCode::CentreUnreachable, ErrorCode::CentreNotTrusted}) {
        enrolment.answer = failure(code);
        desk.press(u"enrol.enrol"_s);
        desk.settleAside();
        sentences << desk.findChild<Banner *>(u"enrol.failure"_s)->text();
    }
    CHECK(sentences.removeDuplicates() == 0);
    CHECK(sentences[2].contains(u"certificat"_s));
    CHECK(desk.navigator.refusals.empty());
    enrolment.answer = failure(ErrorCode::NeedsApproval);
    desk.press(u"enrol.enrol"_s);
    desk.settleAside();
    REQUIRE(desk.navigator.refusals == std::vector{ErrorCode::NeedsApproval});
    enrolment.answer = {};
    desk.navigator.lastRetry();
    desk.settleAside();
    CHECK(enrolment.asked.size() == 5);
    CHECK(enrolment.asked.front() == enrolment.asked.back());
}

TEST_CASE("The form of the enrolment is filled by keyboard: Enter goes to what is missing, then sends; a foreign scan is said there")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    desk.press(u"centre.enrol"_s);
    CHECK(desk.button(u"enrol.enrol"_s)->shortcut() == QKeySequence{Qt::Key_F12});
    desk.type(u"enrol.address"_s, u"centrale.exemple.be"_s);
    auto *code = desk.findChild<QLineEdit *>(u"enrol.code"_s);
    QTest::keyClick(desk.findChild<QLineEdit *>(u"enrol.address"_s), Qt::Key_Return);
    CHECK(desk.focusWidget() == code);
    CHECK(page->takeScan(u"5412345678908"_s));
    CHECK(code->text().isEmpty());
    QTest::keyClicks(code, u"ZZZZZZZZZZ"_s);
    enrolment.answer = failure(ErrorCode::CodeRejected);
    QTest::keyClick(code, Qt::Key_Return);
    desk.settleAside();
    CHECK(enrolment.asked.size() == 1);
    CHECK(desk.focusWidget() == code);
    auto *failed = desk.findChild<Banner *>(u"enrol.failure"_s);
    CHECK_FALSE(failed->isHidden());
    QTest::keyClicks(code, u"ABCDE12345"_s);
    CHECK(failed->isHidden());
    CHECK(code->text() == u"ABCDE12345");
    enrolment.answer = {};
    QTest::keyClick(code, Qt::Key_Return);
    desk.settleAside();
    CHECK(enrolment.asked.size() == 2);
}

TEST_CASE("A till that its centre has revoked can be enrolled again, and one that is enrolled takes no scan for it")
{
    CHECK(presentCentre({.enrolled = true, .trouble = ErrorCode::TillRevoked}, {}).canEnrol);
    CHECK(presentCentre({.enrolled = true, .trouble = ErrorCode::CentreNotTrusted}, {}).canEnrol); // its certificate is another one
    CHECK_FALSE(presentCentre({.enrolled = true, .trouble = ErrorCode::TillReplaced}, {}).canEnrol);
    PageDesk desk;
    ToldEnrolment enrolment;
    overrule(desk);
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    CHECK_FALSE(desk.has(u"centre.enrol"_s));
    CHECK_FALSE(page->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s));
}

TEST_CASE("The form that links a till says of which account it is now, and that a file is no certificate")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    desk.ask([](Workplace &workplace) {
        workplace.centre = {.enrolled = true, .account = u"roches"_s, .trouble = ErrorCode::TillRevoked};
        return true;
    });
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    CHECK(page->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s));
    QStringList words;
    for (const QLabel *label : desk.findChildren<QLabel *>())
        words << label->text();
    CHECK(words.join(u'\n').contains(u"« roches »"_s));
    enrolment.answer = failure(ErrorCode::InvalidInput, {}, {u"authority"_s, u"not a certificate"_s});
    desk.press(u"enrol.enrol"_s);
    desk.settleAside();
    CHECK(desk.findChild<Banner *>(u"enrol.failure"_s)->text().contains(u"ce n’est pas un certificat"_s));
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
