// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/EscPosPrinter.h"
#include "hardware/printer/FilePrinter.h"
#include "hardware/printer/MakeReceiptPrinter.h"
#include "hardware/printer/NullPrinter.h"
#include "hardware/simulated/escpos/SimulatedPrinter.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using End = PrintOutcome::End;

// Long enough for a busy machine; a line that is scripted is never late.
constexpr PrinterTimes quick{
    .open = 5000ms, .status = 1500ms, .write = 1000ms, .marker = 4000ms, .question = 100ms, .mending = 20'000ms, .settling = 100ms};
constexpr PrinterTimes scripted{
    .open = 100ms, .status = 100ms, .write = 100ms, .marker = 250ms, .question = 50'000ms, .mending = 500ms, .settling = 20ms};

Paper receipt()
{
    return receiptPaper(samples::context(), samples::cashSale());
}

PrinterProfile profileThat(bool answers)
{
    return *printerProfile(answers ? u"epson-tm80"_s : u"generic80"_s);
}

EscPosPrinter printerAt(const QString &address, bool answers = true, const PrinterTimes &times = quick)
{
    return EscPosPrinter{*makeByteStream(address), profileThat(answers), {}, times};
}

/// The same printer behind a node that is read and written as a file.
QString asUsb(const SimulatedPrinter &printer)
{
    return u"usb:"_s + printer.address().section(u':', 1);
}

/// The same printer as it is, over TCP and over a serial line.
std::vector<std::unique_ptr<SimulatedPrinter>> onEachLine()
{
    std::vector<std::unique_ptr<SimulatedPrinter>> printers;
    printers.push_back(*SimulatedPrinter::start());
    printers.push_back(*SimulatedPrinter::startSerial());
    return printers;
}

bool waitFor(const std::function<bool()> &done)
{
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 10'000; std::this_thread::sleep_for(5ms))
        if (done())
            return true;
    return false;
}

/// What a spool sees of a job.
struct Seen
{
    int begun = 0;
    std::vector<ErrorCode> troubles = {};
    PrintWatch watch()
    {
        return {.begin = [this]() -> Result<> {
                    ++begun;
                    return {};
                },
                .trouble = [this](const Error &trouble) { troubles.push_back(trouble.code); }};
    }
};

QByteArray readAll(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// A line that says what it was told to say, and keeps what it was sent.
class ScriptedLine final : public ByteStream
{
public:
    ScriptedLine(QList<QByteArray> answers, QByteArrayList &sent) : m_answers{std::move(answers)}, m_sent{sent} {}
    QString name() const override { return u"tcp:192.0.2.1:9100"_s; }
    Result<> open(std::chrono::milliseconds) override
    {
        m_isOpen = true;
        return {};
    }
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds) override
    {
        m_sent << bytes;
        if (!m_answers.isEmpty())
            m_ready += m_answers.takeFirst();
        return {};
    }
    Result<QByteArray> read(std::chrono::milliseconds limit) override
    {
        if (m_ready.isEmpty())
            std::this_thread::sleep_for(limit);
        return std::exchange(m_ready, {});
    }
    void close() override { m_isOpen = false; }
    bool isOpen() const override { return m_isOpen; }

private:
    QList<QByteArray> m_answers;
    QByteArrayList &m_sent;
    QByteArray m_ready;
    bool m_isOpen = false;
};

const QByteArray ready = QByteArray::fromHex("12");
const QByteArray marker = QByteArray::fromHex("00");
const QByteArray coverOpens = QByteArray::fromHex("3008000f"); // an automatic group whose last three bytes look like markers

} // namespace

TEST_CASE("a job over the wire: three questions, an opening marker, the job, its own marker")
{
    QByteArrayList sent;
    EscPosPrinter printer{
        std::make_unique<ScriptedLine>(QList<QByteArray>{ready, ready, ready, marker, {}, marker}, sent), profileThat(true), {}, scripted};
    REQUIRE(printer.print(receipt()) == PrintOutcome{});
    const QByteArray job = encodeEscPos(receipt(), profileThat(true));
    CHECK(sent == QByteArrayList{QByteArray::fromHex("100401"), QByteArray::fromHex("100404"), QByteArray::fromHex("100402"),
                                 QByteArray::fromHex("1d7201"), job, QByteArray::fromHex("1d7201")});
}

TEST_CASE("an automatic status, a stale answer or flow control is not the end of a job")
{
    QByteArrayList sent;
    const QByteArray noise = ready + coverOpens + QByteArray::fromHex("1311");
    EscPosPrinter printer{std::make_unique<ScriptedLine>(QList<QByteArray>{ready, ready, ready, marker, noise, noise}, sent),
                          profileThat(true),
                          {},
                          scripted};
    const auto outcome = printer.print(receipt());
    REQUIRE(outcome);
    CHECK(outcome->end == End::Doubtful);
    CHECK(outcome->doubt->code == ErrorCode::PrinterCoverOpen); // it is heard all the same
}

TEST_CASE("an answer that an earlier job still owes is not taken for the end of the next one")
{
    QByteArrayList sent;
    // The opening marker is answered too late: its answer comes with the job, and only the second one is that of the job.
    EscPosPrinter late{
        std::make_unique<ScriptedLine>(QList<QByteArray>{ready, ready, ready, {}, marker, {}}, sent), profileThat(true), {}, scripted};
    CHECK(late.print(receipt())->end == End::Doubtful);
    EscPosPrinter both{
        std::make_unique<ScriptedLine>(QList<QByteArray>{ready, ready, ready, {}, marker, marker}, sent), profileThat(true), {}, scripted};
    CHECK(both.print(receipt())->end == End::Printed);
    // Two answers come to the opening marker, the first one owed: neither counts.
    EscPosPrinter owed{std::make_unique<ScriptedLine>(QList<QByteArray>{ready, ready, ready, marker + marker, {}, {}}, sent),
                       profileThat(true),
                       {},
                       scripted};
    CHECK(owed.print(receipt())->end == End::Doubtful);
}

TEST_CASE("a receipt is printed whole over TCP and over a serial line, with and without a proof of its end")
{
    for (const auto &simulated : onEachLine())
        for (const bool answers : {true, false}) {
            INFO(simulated->address().toStdString() << " answers " << answers);
            const size_t before = simulated->sheets().size();
            Seen seen;
            REQUIRE(printerAt(simulated->address(), answers).print(receipt(), seen.watch()) == PrintOutcome{});
            CHECK(seen.begun == 1);
            REQUIRE(waitFor([&] { return simulated->sheets().size() == before + 1 && simulated->sheets().back().isCut; }));
            CHECK(simulated->sheets().back().text.contains(u"À payer"_s));
            CHECK(simulated->unknown().isEmpty());
        }
}

TEST_CASE("what ails the printer is said before a byte of the job is sent, and the job may be sent again")
{
    const auto simulated = *SimulatedPrinter::start();
    EscPosPrinter printer = printerAt(simulated->address());
    using Switch = bool SimulatedPrinterSwitches::*;
    const std::vector<std::pair<Switch, ErrorCode>> all{{&SimulatedPrinterSwitches::paperOut, ErrorCode::PrinterOutOfPaper},
                                                        {&SimulatedPrinterSwitches::coverOpen, ErrorCode::PrinterCoverOpen},
                                                        {&SimulatedPrinterSwitches::cutterBlocked, ErrorCode::PrinterCutterBlocked},
                                                        {&SimulatedPrinterSwitches::offline, ErrorCode::PrinterOffline}};
    for (const auto &[which, code] : all) {
        simulated->change([&](SimulatedPrinterSwitches &switches) { switches.*which = true; });
        Seen seen;
        CHECK(printer.print(receipt(), seen.watch()).error().code == code);
        CHECK(seen.begun == 0);
        simulated->change([&](SimulatedPrinterSwitches &switches) { switches.*which = false; });
    }
    CHECK(simulated->text().isEmpty());
    CHECK(printer.print(receipt()) == PrintOutcome{});
    CHECK(simulated->text().count(u"À payer"_s) == 1);
}

TEST_CASE("paper that runs out in the middle of a job is waited for, and the job comes out once")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = 5; });
    Seen seen;
    PrintWatch watch = seen.watch();
    watch.trouble = [&](const Error &trouble) {
        seen.troubles.push_back(trouble.code);
        simulated->change([](SimulatedPrinterSwitches &switches) { switches.paperOut = false; });
    };
    REQUIRE(printerAt(simulated->address()).print(receipt(), watch) == PrintOutcome{});
    CHECK(seen.troubles == std::vector{ErrorCode::PrinterOutOfPaper});
    CHECK(simulated->text().count(u"À payer"_s) == 1);
}

TEST_CASE("a job that is given up for lack of paper is doubtful, though the printer prints it later; its late answer proves nothing")
{
    const auto simulated = *SimulatedPrinter::startSerial();
    PrinterTimes times = quick;
    times.mending = 300ms;
    EscPosPrinter printer = printerAt(simulated->address(), true, times);
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = 5; });
    const auto outcome = printer.print(receipt());
    REQUIRE(outcome);
    CHECK(outcome->end == End::Doubtful);
    CHECK(outcome->doubt->code == ErrorCode::PrinterOutOfPaper);
    simulated->change([](SimulatedPrinterSwitches &switches) { switches = {}; });
    REQUIRE(waitFor([&] { return simulated->sheets().size() == 1 && simulated->sheets().front().isCut; }));
    CHECK(simulated->text().count(u"À payer"_s) == 1);
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = 5; });
    CHECK(printer.print(receipt())->end == End::Doubtful); // the marker of the first job lay in the line
}

TEST_CASE("a printer that keeps silent gets one job, which is doubtful, and no more until it speaks")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.isSilent = true; });
    EscPosPrinter printer = printerAt(simulated->address());
    const auto outcome = printer.print(receipt());
    REQUIRE(outcome);
    CHECK(outcome->end == End::Doubtful);
    CHECK(outcome->doubt->code == ErrorCode::Timeout);
    Seen seen;
    CHECK(printer.print(receipt(), seen.watch()).error().code == ErrorCode::PrinterOffline);
    CHECK(seen.begun == 0);
    CHECK(simulated->text().count(u"À payer"_s) == 1);
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.isSilent = false; });
    CHECK(printer.print(receipt()) == PrintOutcome{});
}

TEST_CASE("a printer that hangs up in the middle of a job leaves it doubtful")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.closesAfter = 100; });
    Seen seen;
    const auto outcome = printerAt(simulated->address()).print(receipt(), seen.watch());
    REQUIRE(outcome);
    CHECK(seen.begun == 1);
    CHECK(outcome->end == End::Doubtful);
    CHECK(outcome->doubt->code == ErrorCode::PrinterUnavailable);
}

TEST_CASE("a slow printer is waited for, and one that takes nothing more is not waited for without end")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.perLine = 5ms; });
    CHECK(printerAt(simulated->address()).print(receipt()) == PrintOutcome{});

    QTcpServer deaf; // takes the call and never reads
    REQUIRE(deaf.listen(QHostAddress::LocalHost));
    QImage picture{576, 4000, QImage::Format_RGB32};
    picture.fill(Qt::black);
    Paper large;
    large.items.assign(40, PaperLogo{}); // more than any socket holds
    EscPosPrinter printer{*makeByteStream(u"tcp:127.0.0.1:%1"_s.arg(deaf.serverPort())), profileThat(false), picture, quick};
    QElapsedTimer clock;
    clock.start();
    const auto outcome = printer.print(large);
    REQUIRE(outcome);
    CHECK(outcome->end == End::Doubtful);
    CHECK(outcome->doubt->code == ErrorCode::Timeout);
    CHECK(clock.elapsed() < 10'000);
}

TEST_CASE("a refused connection is an error at once: nothing was sent")
{
    quint16 port = 0;
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port = server.serverPort();
    }
    Seen seen;
    CHECK(printerAt(u"tcp:127.0.0.1:%1"_s.arg(port)).print(receipt(), seen.watch()).error().code == ErrorCode::PrinterUnavailable);
    CHECK(printerAt(u"usb:/dev/usb/lp-nobody"_s).print(receipt(), seen.watch()).error().code == ErrorCode::PrinterUnavailable);
    CHECK(seen.begun == 0);
}

TEST_CASE("a spool that cannot commit keeps the job: not a byte of it is sent")
{
    const auto simulated = *SimulatedPrinter::start();
    const PrintWatch full{.begin = []() -> Result<> { return failure(ErrorCode::DiskFull); }};
    CHECK(printerAt(simulated->address()).print(receipt(), full).error().code == ErrorCode::DiskFull);
    CHECK(simulated->text().isEmpty());
}

TEST_CASE("a till that closes gives up what the printer is waited for")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = 2; });
    PrinterTimes patient = quick;
    patient.marker = patient.mending = 60s;
    QElapsedTimer clock;
    clock.start();
    const auto outcome = printerAt(simulated->address(), true, patient).print(receipt(), {.stopped = [] { return true; }});
    REQUIRE(outcome);
    CHECK(outcome->end == End::Doubtful);
    CHECK(clock.elapsed() < 10'000);
}

TEST_CASE("the drawer opens through the printer, without paper too, and the printer says so")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.paperLow = true; });
    Paper kick;
    kick.openDrawer = true;
    const PrinterProfile profile = profileThat(true);
    EscPosPrinter printer{*makeByteStream(simulated->address()), profile, {}, quick};
    const auto before = printer.ask();
    REQUIRE(before);
    REQUIRE(before->has_value());
    CHECK((*before)->model == u"GUICHET SIMULATED"_s);
    CHECK_FALSE((*before)->trouble); // low paper prints
    CHECK((*before)->paperLow);
    CHECK_FALSE((*before)->drawerLevel);
    REQUIRE(printer.print(kick) == PrintOutcome{});
    REQUIRE(waitFor([&] { return simulated->kicks() == 1; }));
    CHECK(printer.ask().value()->drawerLevel);
    CHECK(drawerKick(profile, 5).toHex() == "1b401b700119fa");
    CHECK(simulated->text().isEmpty());
    CHECK(drawerKick(profile).toHex() == "1b401b700019fa");
}

TEST_CASE("a file printer writes bytes and text, numbered, whatever the title")
{
    const QTemporaryDir folder;
    FilePrinter printer{folder.filePath(u"out/papers"_s), *printerProfile(u"generic80"_s)};
    Paper paper = receipt();
    REQUIRE(printer.print(paper));
    paper.title = u"../../etc/passwd \x1B"_s;
    REQUIRE(printer.print(paper));
    Paper kick;
    kick.openDrawer = true;
    REQUIRE(printer.print(kick));
    const QDir out{folder.filePath(u"out/papers"_s)};
    CHECK(out.entryList(QDir::Files) == QStringList{u"000001-ticket-de-caisse-r123.bin"_s, u"000001-ticket-de-caisse-r123.txt"_s,
                                                    u"000002-etc-passwd.bin"_s, u"000002-etc-passwd.txt"_s, u"000003-drawer.bin"_s});
    CHECK(readAll(out.filePath(u"000001-ticket-de-caisse-r123.bin"_s)) == encodeEscPos(receipt(), *printerProfile(u"generic80"_s)));
    CHECK(QString::fromUtf8(readAll(out.filePath(u"000001-ticket-de-caisse-r123.txt"_s))).contains(u"À payer"_s));
}

TEST_CASE("a file printer whose folder cannot be made is unavailable")
{
    const QTemporaryDir folder;
    QFile blocker{folder.filePath(u"blocker"_s)};
    REQUIRE(blocker.open(QIODevice::WriteOnly));
    FilePrinter printer{folder.filePath(u"blocker/papers"_s), *printerProfile(u"generic80"_s)};
    CHECK(printer.print(receipt()).error().code == ErrorCode::PrinterUnavailable);
}

TEST_CASE("the setting names the printer")
{
    const auto named = [](const QString &setting) { return makeReceiptPrinter({.line = setting, .profile = u"generic80"_s}); };
    CHECK((*named(u"tcp:192.0.2.7"_s))->name() == u"tcp:192.0.2.7:9100"_s);
    CHECK((*named(u"tcp:printer.example:9101"_s))->name() == u"tcp:printer.example:9101"_s);
    CHECK((*named(u"tcp:[2001:db8::1]:9100"_s))->name() == u"tcp:[2001:db8::1]:9100"_s);
    CHECK((*named(u"file:/tmp/papers"_s))->name() == u"file:/tmp/papers"_s);
    CHECK((*named(u"serial:/dev/ttyS0:19200"_s))->name() == u"serial:/dev/ttyS0:19200:rts"_s);
    CHECK((*named(u"usb:/dev/usb/lp0"_s))->name() == u"usb:/dev/usb/lp0"_s);
    CHECK((*named(u"none"_s))->print(receipt()));
    for (const QString &wrong : {u"screen"_s, u"tcp:"_s, u"file:"_s, u"tcp:a:0"_s, u"tcp:a:99999"_s, u"tcp:a/b"_s, u"usb"_s, QString{}})
        CHECK(named(wrong).error().code == ErrorCode::InvalidInput);
    CHECK(makeReceiptPrinter({.line = u"none"_s, .profile = u"sword"_s}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a USB printer says over its node what keeps it, and prints once it can")
{
    const auto simulated = *SimulatedPrinter::startSerial();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.coverOpen = true; });
    EscPosPrinter printer = printerAt(asUsb(*simulated));
    CHECK(printer.ask().value()->trouble->code == ErrorCode::PrinterCoverOpen);
    CHECK(printer.print(receipt()).error().code == ErrorCode::PrinterCoverOpen);
    CHECK(simulated->text().isEmpty());
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.coverOpen = false; });
    CHECK(printer.print(receipt()) == PrintOutcome{});
    CHECK(simulated->text().contains(u"TICKET DE CAISSE"_s));
}
