// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DeviceDesk.h"
#include "app/simulators/DevicesWindow.h"
#include "hardware/printer/MakeReceiptPrinter.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 30'000;

ErrorCode refusal(DeviceDesk &desk, const QString &line)
{
    const auto done = desk.run(line);
    INFO(line.toStdString());
    REQUIRE_FALSE(done);
    return done.error().code;
}

QJsonObject must(DeviceDesk &desk, const QString &line)
{
    const auto done = desk.run(line);
    INFO(line.toStdString() << (done ? "" : done.error().detail.toStdString()));
    REQUIRE(done);
    return *done;
}

} // namespace

TEST_CASE("a receipt goes to the printer of a script and is read there as text and as a picture")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    const QString address = must(desk, u"printer tcp"_s)[u"address"_s].toString();
    const auto printer = makeReceiptPrinter(address, u"epson-tm80"_s);
    REQUIRE(printer);
    REQUIRE((*printer)->print(receiptPaper(samples::context(), samples::cashSale())) == PrintOutcome{});
    must(desk, u"paper until À payer"_s);
    const QJsonObject paper = must(desk, u"paper text"_s);
    CHECK(paper[u"text"_s].toString().contains(u"TICKET DE CAISSE"_s));
    CHECK(paper[u"kicks"_s].toInt() == 1);
    const QTemporaryDir folder;
    must(desk, u"paper save "_s + folder.filePath(u"paper.png"_s));
    CHECK(QImage{folder.filePath(u"paper.png"_s)}.width() == 576);
    must(desk, u"cover open"_s);
    CHECK((*printer)->print(receiptPaper(samples::context(), samples::cashSale())).error().code == ErrorCode::PrinterCoverOpen);
}

TEST_CASE("every word of a script is understood, every other one is refused")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    CHECK(refusal(desk, u"cover open"_s) == ErrorCode::InvalidInput); // no printer yet
    must(desk, u"printer serial"_s);
    must(desk, u"printer tcp"_s);
    for (const QString &line :
         {u"# a remark"_s, QString{}, u"paper out"_s, u"paper in"_s, u"paper low"_s, u"paper enough"_s, u"paper lines 3"_s,
          u"cover closed"_s, u"cutter blocked"_s, u"cutter free"_s, u"line off"_s, u"line on"_s, u"answers off"_s, u"answers on"_s,
          u"speed 5"_s, u"hangup 100"_s, u"hangup never"_s, u"drawer closed"_s, u"wait 0"_s})
        must(desk, line);
    for (const QString &line : {u"printer"_s, u"printer usb"_s, u"printer tcp 70000"_s, u"paper"_s, u"paper lines x"_s, u"cover"_s,
                                u"speed -1"_s, u"hangup soon"_s, u"wait 99999"_s, u"dance"_s, u"nexo approve"_s, u"scale"_s})
        CHECK(refusal(desk, line) == ErrorCode::InvalidInput);
    CHECK(refusal(desk, u"paper save /nowhere/at/all.png"_s) == ErrorCode::FileFailed);
}

TEST_CASE("each terminal is switched on by a line, and takes its orders")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    for (const QString &kind : terminalBoothKinds()) {
        INFO(kind.toStdString());
        const QJsonObject settings = must(desk, kind + u" start"_s)[u"terminal"_s].toObject();
        CHECK(settings[u"kind"_s] == kind);
        CHECK_FALSE(settings[u"address"_s].toString().isEmpty());
        for (const QString &words : {u"approve"_s, u"decline"_s, u"partial"_s, u"tip"_s, u"card"_s, u"card wait"_s, u"card now"_s})
            must(desk, kind + u' ' + words);
        for (const QString &fault : desk.terminal(kind)->faults())
            must(desk, kind + u" fault "_s + fault);
        CHECK(must(desk, kind + u" bookings"_s)[u"bookings"_s].toArray().isEmpty());
        CHECK(refusal(desk, kind + u" fault earthquake"_s) == ErrorCode::InvalidInput);
        CHECK(refusal(desk, kind + u" card maybe"_s) == ErrorCode::InvalidInput);
    }
}

TEST_CASE("guichet-devices runs a script without a window and says how it went")
{
    QProcess program;
    program.start(QStringLiteral(GUICHET_DEVICES), {u"--headless"_s, u"-"_s});
    REQUIRE(program.waitForStarted(longest));
    program.write("printer tcp\npaper out\nzvt-tcp start\ndance\n");
    program.closeWriteChannel();
    REQUIRE(program.waitForFinished(longest));
    CHECK(program.exitCode() == 1);
    const QList<QByteArray> answers = program.readAllStandardOutput().trimmed().split('\n');
    REQUIRE(answers.size() == 4);
    CHECK(QJsonDocument::fromJson(answers[0])[u"address"_s].toString().startsWith(u"tcp:127.0.0.1:"_s));
    CHECK(QJsonDocument::fromJson(answers[2])[u"ok"_s].toBool());
    CHECK(QJsonDocument::fromJson(answers[3])[u"error"_s].toString() == u"invalid_input"_s);
    program.start(QStringLiteral(GUICHET_DEVICES), {u"--headless"_s, u"/nowhere"_s});
    REQUIRE(program.waitForFinished(longest));
    CHECK(program.exitCode() == 3);
}

TEST_CASE("the window shows the paper that is printed, and its switches are those of the printer")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    DevicesWindow window{desk};
    window.start();
    window.show();
    REQUIRE(desk.printer());
    const auto printer = makeReceiptPrinter(desk.printer()->address(), u"epson-tm80"_s);
    REQUIRE(printer);
    REQUIRE((*printer)->print(receiptPaper(samples::context(), samples::cashSale())) == PrintOutcome{});
    const auto *paper = window.findChild<QLabel *>(u"paper"_s);
    REQUIRE(QTest::qWaitFor([&] { return !paper->pixmap(Qt::ReturnByValue).isNull(); }, longest));
    auto *cover = window.findChild<QCheckBox *>(u"cover open"_s);
    REQUIRE(cover);
    cover->click();
    CHECK(desk.printer()->switches().coverOpen);
    cover->click();
    CHECK_FALSE(desk.printer()->switches().coverOpen);
    window.findChild<QPushButton *>(u"zvt-tcp start"_s)->click();
    REQUIRE(desk.terminal(u"zvt-tcp"_s));
}
