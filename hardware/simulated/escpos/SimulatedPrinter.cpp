// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/escpos/SimulatedPrinter.h"

#include "hardware/simulated/transport/PseudoTerminal.h"
#include "hardware/transport/TcpStream.h"

#include <QTcpServer>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pause = 10ms;
constexpr qsizetype bufferBytes = 65'536; ///< Then it takes no more before it has printed.

std::unique_ptr<QTcpSocket> nextCall(QTcpServer &server)
{
    if (!server.waitForNewConnection(static_cast<int>(pause.count())))
        return nullptr;
    std::unique_ptr<QTcpSocket> socket{server.nextPendingConnection()};
    if (socket) {
        socket->setParent(nullptr);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setReadBufferSize(bufferBytes);
    }
    return socket;
}

} // namespace

SimulatedPrinter::~SimulatedPrinter()
{
    m_isOff = true;
    if (m_thread.joinable())
        m_thread.join();
}

Result<std::unique_ptr<SimulatedPrinter>> SimulatedPrinter::start(const SimulatedPrinterSettings &settings)
{
    std::unique_ptr<SimulatedPrinter> printer{new SimulatedPrinter{settings}};
    std::promise<quint16> promise;
    auto listening = promise.get_future();
    printer->m_thread = std::thread{&SimulatedPrinter::runTcp, printer.get(), std::move(promise)};
    const quint16 port = listening.get();
    if (port == 0)
        return failure(ErrorCode::DeviceUnavailable, u"port %1 is taken"_s.arg(settings.port));
    printer->m_address = u"tcp:127.0.0.1:%1"_s.arg(port);
    return printer;
}

Result<std::unique_ptr<SimulatedPrinter>> SimulatedPrinter::startSerial(const SimulatedPrinterSettings &settings)
{
    auto stream = std::make_unique<PseudoTerminal>();
    TRY(stream->open(1s));
    std::unique_ptr<SimulatedPrinter> printer{new SimulatedPrinter{settings}};
    printer->m_address = u"serial:"_s + stream->portName();
    printer->m_thread = std::thread{&SimulatedPrinter::runSerial, printer.get(), std::move(stream)};
    return printer;
}

SimulatedPrinterSwitches SimulatedPrinter::switches() const
{
    const std::lock_guard lock{m_mutex};
    return m_switches;
}

void SimulatedPrinter::change(const std::function<void(SimulatedPrinterSwitches &)> &change)
{
    const std::lock_guard lock{m_mutex};
    change(m_switches);
    ++m_version;
}

std::vector<SimulatedSheet> SimulatedPrinter::sheets() const
{
    const std::lock_guard lock{m_mutex};
    std::vector<SimulatedSheet> sheets = m_printer.paper().sheets();
    if (SimulatedSheet current = m_printer.paper().current(); !current.text.isEmpty() || !current.image.isNull())
        sheets.push_back(std::move(current));
    return sheets;
}

QString SimulatedPrinter::text() const
{
    QString text;
    for (const SimulatedSheet &sheet : sheets())
        text += sheet.text;
    return text;
}

int SimulatedPrinter::kicks() const
{
    const std::lock_guard lock{m_mutex};
    return m_printer.kicks();
}

QByteArray SimulatedPrinter::unknown() const
{
    const std::lock_guard lock{m_mutex};
    return m_printer.unknown();
}

void SimulatedPrinter::runTcp(std::promise<quint16> promise)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, m_settings.port);
    promise.set_value(server.serverPort());
    while (!m_isOff && server.isListening()) {
        if (auto socket = nextCall(server)) {
            TcpStream stream{std::move(socket)};
            serve(stream);
        }
        printOn(); // what it still holds
    }
}

void SimulatedPrinter::runSerial(std::unique_ptr<ByteStream> stream)
{
    serve(*stream);
}

void SimulatedPrinter::serve(ByteStream &stream)
{
    qint64 ofThisCall = 0;
    while (!m_isOff && turn(stream, ofThisCall))
        continue;
    stream.close();
}

/// Reads, prints, answers. Whether the line goes on.
bool SimulatedPrinter::turn(ByteStream &stream, qint64 &ofThisCall)
{
    const auto full = [this] {
        const std::lock_guard lock{m_mutex};
        return m_printer.waiting() >= bufferBytes;
    };
    if (full()) {
        std::this_thread::sleep_for(pause);
    } else {
        const auto bytes = stream.read(pause);
        if (!bytes)
            return false;
        ofThisCall += bytes->size();
        takeIn(*bytes);
    }
    printOn();
    if (const auto most = switches().closesAfter; most && ofThisCall >= *most)
        return false;
    const QByteArray said = answers();
    return said.isEmpty() || stream.write(said, 1s).has_value();
}

void SimulatedPrinter::takeIn(const QByteArray &bytes)
{
    const std::lock_guard lock{m_mutex};
    m_received += bytes.size();
    if (!m_printer.takeRealTime(bytes, m_switches))
        m_printer.receive(bytes);
}

/// Prints what it has, as far as it can.
void SimulatedPrinter::printOn()
{
    while (!m_isOff && printLine())
        std::this_thread::sleep_for(switches().perLine);
}

/// Whether a line came out: then there may be more.
bool SimulatedPrinter::printLine()
{
    const std::lock_guard lock{m_mutex};
    while (!m_switches.isStopped()) {
        const auto step = m_printer.step(m_switches);
        if (step == SimulatedEscPos::Step::Starved)
            return false;
        ++m_version;
        if (step != SimulatedEscPos::Step::Line)
            continue;
        if (m_switches.linesOfPaper && --*m_switches.linesOfPaper <= 0) {
            m_switches.linesOfPaper.reset();
            m_switches.paperOut = true;
        }
        return true;
    }
    return false;
}

QByteArray SimulatedPrinter::answers()
{
    const std::lock_guard lock{m_mutex};
    m_printer.sayChanges(m_switches);
    const QByteArray said = m_printer.takeAnswers();
    return m_switches.isSilent ? QByteArray{} : said;
}

} // namespace guichet
