// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/report/ReportScreen.h"

#include <QDir>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

size_t jobs(PageDesk &desk)
{
    return desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); });
}

void close(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        REQUIRE(TillDesk{workplace}.close(CommandId::generate(), {}));
        return true;
    });
}

} // namespace

TEST_CASE("The running session is shown without being recorded; ÉDITER LE X numbers and prints it")
{
    PageDesk desk;
    desk.sellMorning();
    const size_t before = jobs(desk);
    desk.open<ReportScreen>();
    CHECK(jobs(desk) == before);
    desk.pictures(u"report-running"_s);
    desk.press(u"report.makeX"_s);
    CHECK(jobs(desk) == before + 1);
    CHECK(desk.navigator.toasts.back().contains(u"X n° 1"_s));
}

TEST_CASE("An earlier Z is printed again as a DUPLICATA, kept as PDF, and its count completed")
{
    PageDesk desk;
    desk.sell();
    close(desk);
    const size_t before = jobs(desk);
    desk.open<ReportScreen>();
    desk.pictures(u"report-z"_s);
    desk.press(u"report.reprint"_s);
    CHECK(jobs(desk) == before + 1);
    desk.press(u"report.pdf"_s);
    desk.findChild<QLineEdit *>(u"pdf.folder"_s)->setText(desk.folder.path());
    desk.findChild<QLineEdit *>(u"pdf.name"_s)->setText(u"Z 1"_s);
    desk.pictures(u"report-pdf"_s);
    desk.press(u"pdf.save"_s);
    CHECK(QDir{desk.folder.path()}.exists(u"Z 1.pdf"_s));
    desk.press(u"report.complete"_s);
    desk.findChild<QWidget *>(u"count.5000"_s)->findChild<QAbstractButton *>(u"plus"_s)->click();
    desk.press(u"count.confirm"_s);
    CHECK(desk.navigator.toasts.back().contains(u"comptage"_s));
}

TEST_CASE("A seller is not shown what the drawer should hold")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    desk.sell();
    desk.open<ReportScreen>();
    CHECK_FALSE(desk.has(u"report.pdf"_s));
    CHECK_FALSE(desk.has(u"report.makeX"_s)); // the page says whose it is
}

} // namespace guichet
