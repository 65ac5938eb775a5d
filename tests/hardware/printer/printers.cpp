// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/FilePrinter.h"
#include "hardware/printer/MakeReceiptPrinter.h"
#include "hardware/printer/NullPrinter.h"
#include "hardware/printer/TcpPrinter.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"
#include "tests/support/EscPosDecoder.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How the simulated printer behaves.
struct Behaviour
{
    qint64 closesAfter = -1;    ///< Bytes of the job; then it hangs up. −1: never.
    bool replies = false;       ///< To `10 04 n` and `1D 72 01`.
    int paperStatus = 0x12;     ///< Answer to `10 04 04`: 0x72 means no paper.
    bool neverFinishes = false; ///< Replies to status, not to the marker.
    bool neverReads = false;
};

/// A printer on the loopback: takes one connection on a thread of its own and keeps what it was sent.
class SimulatedPrinter
{
public:
    explicit SimulatedPrinter(Behaviour behaviour) : m_behaviour{behaviour}
    {
        m_thread.reset(QThread::create([this] { run(); }));
        m_thread->start();
        m_listening.acquire();
    }
    ~SimulatedPrinter()
    {
        m_stop = true;
        m_thread->wait();
    }
    quint16 port() const { return m_port; }
    /// Once the till has hung up.
    QByteArray received()
    {
        m_thread->wait(10'000);
        m_stop = true;
        m_thread->wait();
        return m_received;
    }

private:
    void run()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        m_listening.release();
        while (!m_stop && !server.waitForNewConnection(20)) {
        }
        if (const std::unique_ptr<QTcpSocket> socket{server.nextPendingConnection()})
            serve(*socket);
    }

    void serve(QTcpSocket &socket)
    {
        if (m_behaviour.neverReads)
            socket.setReadBufferSize(1);
        while (!m_stop && socket.state() == QAbstractSocket::ConnectedState) {
            if (m_behaviour.neverReads) {
                QThread::msleep(10);
                continue;
            }
            socket.waitForReadyRead(20);
            m_received += socket.readAll();
            if (m_behaviour.replies)
                reply(socket);
            if (m_behaviour.closesAfter >= 0 && m_received.size() >= m_behaviour.closesAfter)
                return socket.abort();
        }
        m_received += socket.readAll();
    }

    void reply(QTcpSocket &socket)
    {
        const auto answer = [&](const char *request, char reply) {
            const QByteArray bytes = QByteArray::fromHex(request);
            if (!m_received.endsWith(bytes))
                return;
            m_received.chop(bytes.size());
            socket.write(QByteArray(1, reply));
            socket.flush();
        };
        answer("100404", static_cast<char>(m_behaviour.paperStatus));
        answer("100402", '\x12');
        if (!m_behaviour.neverFinishes)
            answer("1d7201", '\x00');
    }

    Behaviour m_behaviour;
    std::unique_ptr<QThread> m_thread;
    QSemaphore m_listening;
    quint16 m_port = 0;
    std::atomic<bool> m_stop{false};
    QByteArray m_received;
};

Paper receipt()
{
    return receiptPaper(samples::context(), samples::cashSale());
}

/// A job larger than any socket buffer: pictures, which are quickly encoded.
Paper longPaper()
{
    Paper paper;
    paper.items.assign(20, PaperLogo{});
    return paper;
}

EscPosOptions largeLogo()
{
    QImage logo{576, 4000, QImage::Format_RGB32};
    logo.fill(Qt::black);
    return {.logo = logo};
}

TcpPrinter printerAt(quint16 port, bool replies, const EscPosOptions &options = {})
{
    PrinterProfile profile = *printerProfile(u"generic80"_s);
    profile.repliesToStatus = replies;
    return {
        {.host = u"127.0.0.1"_s, .port = port, .connectTimeout = 1s, .statusTimeout = 300ms, .writeTimeout = 500ms, .markerTimeout = 500ms},
        profile,
        options};
}

QByteArray readAll(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

TEST_CASE("a network printer takes the whole job and the line is closed in order")
{
    for (const bool replies : {false, true}) {
        SimulatedPrinter simulated{{.replies = replies}};
        TcpPrinter printer = printerAt(simulated.port(), replies);
        REQUIRE(printer.print(receipt()));
        CHECK(simulated.received() == encodeEscPos(receipt(), *printerProfile(u"generic80"_s)));
    }
}

TEST_CASE("a printer that never replies to status still prints")
{
    SimulatedPrinter simulated{{}};
    TcpPrinter printer = printerAt(simulated.port(), true);
    REQUIRE(printer.print(receipt()));
    EscPosDecoder decoder;
    decoder.feed(simulated.received().mid(3)); // after the question
    CHECK(decoder.text().contains(u"À payer"_s));
}

TEST_CASE("a refused connection is an error at once")
{
    quint16 port = 0;
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port = server.serverPort();
    }
    QElapsedTimer clock;
    clock.start();
    CHECK(printerAt(port, false).print(receipt()).error().code == ErrorCode::PrinterUnavailable);
    CHECK(clock.elapsed() < 3000);
}

TEST_CASE("a printer that hangs up in the middle of a job is an error")
{
    SimulatedPrinter simulated{{.closesAfter = 20'000}};
    CHECK(printerAt(simulated.port(), false, largeLogo()).print(longPaper()).error().code == ErrorCode::PrinterUnavailable);
    SimulatedPrinter speaking{{.closesAfter = 200, .replies = true}};
    CHECK(printerAt(speaking.port(), true).print(receipt()).error().code == ErrorCode::PrinterUnavailable);
}

TEST_CASE("a printer that takes nothing more ends in a timeout, not in a wait without end")
{
    SimulatedPrinter simulated{{.neverReads = true}};
    QElapsedTimer clock;
    clock.start();
    CHECK(printerAt(simulated.port(), false, largeLogo()).print(longPaper()).error().code == ErrorCode::Timeout);
    CHECK(clock.elapsed() < 10'000);
}

TEST_CASE("without paper nothing is sent; without acknowledgement the job is not taken for printed")
{
    SimulatedPrinter empty{{.replies = true, .paperStatus = 0x72}};
    CHECK(printerAt(empty.port(), true).print(receipt()).error().code == ErrorCode::PrinterUnavailable);
    CHECK(empty.received().isEmpty());
    SimulatedPrinter stuck{{.replies = true, .neverFinishes = true}};
    CHECK(printerAt(stuck.port(), true).print(receipt()).error().code == ErrorCode::Timeout);
}

TEST_CASE("the drawer opens through the printer")
{
    SimulatedPrinter simulated{{}};
    REQUIRE(printerAt(simulated.port(), false).openDrawer());
    CHECK(simulated.received().toHex() == "1b401b700019fa");
}

TEST_CASE("a file printer writes bytes and text, numbered, whatever the title")
{
    const QTemporaryDir folder;
    FilePrinter printer{folder.filePath(u"out/papers"_s), *printerProfile(u"generic80"_s)};
    Paper paper = receipt();
    REQUIRE(printer.print(paper));
    paper.title = u"../../etc/passwd \x1B"_s;
    REQUIRE(printer.print(paper));
    REQUIRE(printer.openDrawer());
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
    const auto named = [](const QString &setting) { return makeReceiptPrinter(setting, u"generic80"_s); };
    CHECK((*named(u"tcp:192.0.2.7"_s))->name() == u"tcp:192.0.2.7:9100"_s);
    CHECK((*named(u"tcp:printer.example:9101"_s))->name() == u"tcp:printer.example:9101"_s);
    CHECK((*named(u"tcp:[2001:db8::1]:9100"_s))->name() == u"tcp:2001:db8::1:9100"_s);
    CHECK((*named(u"file:/tmp/papers"_s))->name() == u"file:/tmp/papers"_s);
    CHECK((*named(u"none"_s))->print(receipt()));
    for (const QString &wrong : {u"screen"_s, u"tcp:"_s, u"file:"_s, u"tcp:a:0"_s, u"tcp:a:99999"_s, u"tcp:a/b"_s, u"usb"_s, QString{}})
        CHECK(named(wrong).error().code == ErrorCode::InvalidInput);
    CHECK(makeReceiptPrinter(u"none"_s, u"sword"_s).error().code == ErrorCode::NotFound);
}
