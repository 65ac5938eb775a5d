// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of the goods (CAT-7): chosen, numbered, on sheets, on a roll.
#include "core/catalogue/CatalogueJson.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/DeskDevices.h"
#include "core/usecases/Staff.h"
#include "tests/support/Catch.h"
#include "tests/support/Zbar.h"
#include "tests/ui/support/FakeDeviceBench.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/labelling/LabelsScreen.h"
#include "ui/labelling/SheetPreview.h"
#include "ui/labels/paintLabelSheets.h"
#include "ui/stock/StockScreen.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString coded = u"p002"_s;

/// A product that has no barcode yet.
Product uncoded()
{
    return {.key = u"miel"_s, .name = LocalizedText{u"Miel de fleurs"_s}, .price = Money::fromCents(750), .group = u"boutique-souvenirs"_s};
}

struct LabelsDesk
{
    explicit LabelsDesk(const QString &user = u"Claire"_s, const QString &pin = u"5555"_s) : desk{PageDesk::Till::Open, user, pin} {}
    void open(const QString &subject = {})
    {
        page = new LabelsScreen{desk.context(), bench, &desk};
        desk.show(page);
        page->enter(subject);
        settle();
    }
    void settle() { desk.settleAside(); }
    void press(const QString &name)
    {
        desk.press(name);
        settle();
    }
    DataTable *table(const QString &name) const { return desk.findChild<DataTable *>(name); }
    QString cell(int row, int column) const
    {
        const QAbstractItemModel *model = table(u"labels.lines"_s)->model();
        return model->data(model->index(row, column)).toString();
    }
    void setCopies(int copies)
    {
        auto *steps = desk.findChild<QWidget *>(u"labels.copies"_s)->findChild<QWidget *>(u"value"_s);
        steps->setFocus();
        QTest::keyClicks(steps, QString::number(copies));
        settle();
    }
    FakeDeviceBench bench;
    PageDesk desk;
    LabelsScreen *page = nullptr;
};

} // namespace

TEST_CASE("Labels of goods that were found go on a sheet from the position that is free, and are read back from its PDF")
{
    LabelsDesk labels;
    labels.open();
    labels.desk.pictures(u"labels-none"_s);
    CHECK_FALSE(labels.desk.button(u"labels.pdf"_s)->isEnabled());
    labels.desk.type(u"labels.search"_s, u"loup"_s);
    REQUIRE(labels.desk.waitFor([&] { return labels.table(u"labels.found"_s)->count() > 0; }));
    labels.desk.pressRow(u"labels.found"_s, 0);
    labels.desk.pressRow(u"labels.found"_s, 0);
    CHECK(labels.cell(0, 2) == u"2"_s);
    labels.setCopies(12);
    CHECK(labels.cell(0, 2) == u"12"_s);
    labels.press(u"chip.3x7-63x38"_s);
    auto *start = labels.desk.findChild<QWidget *>(u"labels.start"_s)->findChild<QWidget *>(u"value"_s);
    QTest::keyClicks(start, u"15"_s);
    labels.settle();
    CHECK(labels.desk.text(u"labels.summary"_s) == u"12 étiquettes · 2 feuilles"_s);
    labels.desk.pictures(u"labels-sheet"_s);
    labels.press(u"labels.pdf"_s);
    labels.desk.type(u"pdf.folder"_s, labels.desk.folder.path());
    labels.desk.type(u"pdf.name"_s, u"miel"_s);
    labels.press(u"pdf.save"_s);
    const QString pdf = labels.desk.folder.filePath(u"miel.pdf"_s);
    QProcess process;
    process.start(u"pdftoppm"_s, {u"-png"_s, u"-r"_s, u"300"_s, pdf, labels.desk.folder.filePath(u"page"_s)});
    REQUIRE(process.waitForFinished(60'000));
    const QStringList code{u"EAN-13:"_s + labels.cell(0, 1)}; // of several that are equal zbar tells one
    CHECK(readBarcodes(QImage{labels.desk.folder.filePath(u"page-1.png"_s)}) == code);
    CHECK(readBarcodes(QImage{labels.desk.folder.filePath(u"page-2.png"_s)}) == code);
}

TEST_CASE("A tap on the sheet says where the first label goes, and what is seen is what zbar reads")
{
    LabelsDesk labels;
    labels.open(coded);
    auto *preview = labels.desk.findChild<SheetPreview *>();
    REQUIRE(preview);
    Q_EMIT preview->tapped({0.5, 0.2}); // the second of the second row
    labels.settle();
    const LabelSheets sheets{
        .labels = {Label{.title = u"x"_s, .barcode = labels.cell(0, 1)}}, .format = sheetFormats().front(), .start = 4};
    CHECK(readBarcodes(sheetPicture(sheets, 0, 8)) == QStringList{u"EAN-13:"_s + labels.cell(0, 1)});
    labels.press(u"labels.print"_s);
    CHECK(labels.desk.text(u"print.words"_s).startsWith(u"Aucune imprimante"_s));
    CHECK_FALSE(labels.desk.button(u"print.confirm"_s)->isEnabled());
    labels.desk.pictures(u"labels-no-printer"_s);
}

TEST_CASE("Sheets go to the printer of the system that is chosen")
{
    LabelsDesk labels;
    labels.bench.printers = {u"Bureau"_s, u"Atelier"_s};
    labels.open(coded);
    labels.press(u"labels.print"_s);
    labels.desk.pictures(u"labels-printer"_s);
    labels.press(u"chip.Atelier"_s);
    labels.press(u"print.confirm"_s);
    REQUIRE(labels.bench.sheetsOn.contains(u"Atelier"_s));
    CHECK(labels.bench.sheetsOn[u"Atelier"_s].labels.size() == 1);
    CHECK(labels.desk.navigator.toasts.back() == u"Étiquettes envoyées à l’imprimante"_s);
}

TEST_CASE("Goods without a barcode get one of the till, from a person who may change goods")
{
    const bool isAdministrator = GENERATE(true, false);
    LabelsDesk labels{isAdministrator ? u"Claire"_s : u"Marie"_s, isAdministrator ? u"5555"_s : u"1111"_s};
    labels.desk.ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.logIn(u"Claire"_s, u"5555"_s));
        REQUIRE(BackOffice{workplace}.put(CommandId::generate(), DocumentKind::Product, toJson(uncoded())));
        return true;
    });
    if (!isAdministrator)
        labels.desk.ask([](Workplace &workplace) { return Staff{workplace}.logIn(u"Marie"_s, u"1111"_s).has_value(); });
    labels.open(uncoded().key);
    CHECK(labels.cell(0, 1) == u"sans code"_s);
    CHECK(labels.desk.text(u"labels.note"_s).startsWith(u"1 article sans code-barres"_s));
    CHECK(labels.desk.button(u"labels.codes"_s)->text() == u"Créer 1 code"_s);
    labels.press(u"labels.codes"_s);
    if (!isAdministrator) {
        REQUIRE_FALSE(labels.desk.navigator.refusals.empty());
        CHECK(labels.cell(0, 1) == u"sans code"_s);
        return;
    }
    CHECK(labels.cell(0, 1).size() == 13);
    CHECK(isValidEan(labels.cell(0, 1)));
    CHECK_FALSE(labels.desk.has(u"labels.codes"_s));
    labels.page->takeScan(labels.cell(0, 1)); // the code is known at once
    labels.settle();
    CHECK(labels.cell(0, 2) == u"2"_s);
}

TEST_CASE("Labels go to the printer of labels that is set; without one the page leads to where it is set up")
{
    LabelsDesk labels;
    labels.open(coded);
    auto *tabs = labels.desk.findChild<QWidget *>(u"labels.way"_s);
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    labels.settle();
    labels.desk.pictures(u"labels-roll-none"_s);
    labels.press(u"labels.setUp"_s);
    CHECK(labels.desk.navigator.places.back() == Place::Devices);
    CHECK(labels.desk.navigator.subjects.back() == u"labels"_s);
    labels.desk.ask([](Workplace &workplace) {
        return DeskDevices{workplace}
            .save(CommandId::generate(), LabelPrinterSettings{.printer = u"tcp:192.0.2.20"_s, .roll = u"40x25"_s})
            .has_value();
    });
    labels.page->enter({});
    labels.settle();
    labels.setCopies(3);
    labels.desk.pictures(u"labels-roll"_s);
    labels.press(u"labels.roll"_s);
    REQUIRE(labels.bench.printed.size() == 1);
    CHECK(labels.bench.printed.front().copies == 3);
    CHECK(labels.bench.printedOn->roll == u"40x25"_s);
    labels.bench.labelTrouble = Error{.code = ErrorCode::LabelsOut};
    labels.press(u"labels.roll"_s);
    CHECK(labels.desk.navigator.refusals.back() == ErrorCode::LabelsOut);
    CHECK(labels.desk.button(u"labels.roll"_s)->isEnabled()); // it can be tried again
}

TEST_CASE("The stock page leads to labels of what it shows; lines are taken away again; Esc leads back to the goods")
{
    LabelsDesk labels;
    labels.desk.open<StockScreen>(coded);
    labels.desk.press(u"stock.labels"_s);
    CHECK(labels.desk.navigator.places.back() == Place::Labels);
    CHECK(labels.desk.navigator.subjects.back() == coded);
    labels.desk.open<StockScreen>();
    labels.desk.type(u"stock.search"_s, u"loup"_s);
    REQUIRE(labels.desk.waitFor([&] { return labels.table(u"stock.products"_s)->count() > 1; }));
    const int found = labels.table(u"stock.products"_s)->count();
    labels.desk.press(u"stock.labels"_s);
    labels.open(labels.desk.navigator.subjects.back());
    CHECK(labels.table(u"labels.lines"_s)->count() == found);
    labels.press(u"labels.remove"_s);
    CHECK(labels.table(u"labels.lines"_s)->count() == found - 1);
    labels.press(u"labels.clear"_s);
    CHECK(labels.table(u"labels.lines"_s)->count() == 0);
    CHECK(labels.page->goBack());
    CHECK(labels.desk.navigator.places.back() == Place::Stock);
}

TEST_CASE("A code that nobody knows is said, and too many labels are refused before they go out")
{
    LabelsDesk labels;
    labels.open();
    labels.page->takeScan(u"4006381333931"_s);
    labels.settle();
    CHECK(labels.desk.navigator.refusals.back() == ErrorCode::NotFound);
    LabelsFacts facts;
    for (int i = 0; i < 5; ++i)
        facts.lines.push_back({.product = QString::number(i), .label = {.barcode = u"2900000000001"_s}, .copies = mostCopies});
    CHECK_FALSE(presentLabels(facts).canGoOut);
    CHECK(presentLabels(facts).note == u"2000 étiquettes au plus à la fois"_s);
    facts.lines.pop_back();
    CHECK(presentLabels(facts).canGoOut);
}

} // namespace guichet
