// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/plugin/SimulatedPluginTerminal.h"

#include "hardware/simulated/transport/nextCall.h"

#include <QCoreApplication>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pluginTurn = 10ms;
constexpr auto lineLimit = 5s;
constexpr qsizetype longestWord = 400;

void tell(ByteStream &line, const QByteArray &words)
{
    std::ignore = line.write(words + '\n', lineLimit);
}

/// The call of a connection; empty: none came.
QByteArray callFrom(ByteStream &line)
{
    QByteArray said;
    for (const QDeadlineTimer deadline{lineLimit}; !said.contains('\n') && said.size() < longestWord && !deadline.hasExpired();) {
        const auto bytes = line.read(pluginTurn);
        if (!bytes)
            return {};
        said += *bytes;
    }
    return said.left(std::max<qsizetype>(0, said.indexOf('\n')));
}

/// What the example does wrong once the money is taken; empty: nothing.
QByteArray playedAfter(PluginFault fault)
{
    switch (fault) {
    case PluginFault::CrashAfter: return "PLAY crash"_ba;
    case PluginFault::Hang: return "PLAY hang"_ba;
    case PluginFault::Flood: return "PLAY flood"_ba;
    case PluginFault::Garbage: return "PLAY garbage"_ba;
    case PluginFault::WrongId: return "PLAY wrong_id"_ba;
    default: return {};
    }
}

} // namespace

QString SimulatedPluginTerminal::library()
{
    return QCoreApplication::applicationDirPath() + u"/guichet-terminal-example.so"_s;
}

Result<std::unique_ptr<SimulatedPluginTerminal>> SimulatedPluginTerminal::start(quint16 port)
{
    std::unique_ptr<SimulatedPluginTerminal> terminal{new SimulatedPluginTerminal};
    std::promise<quint16> promise;
    auto listening = promise.get_future();
    terminal->m_thread = std::thread{&SimulatedPluginTerminal::run, terminal.get(), port, std::move(promise)};
    terminal->m_port = listening.get();
    if (terminal->m_port == 0)
        return failure(ErrorCode::DeviceUnavailable, u"port %1 is taken"_s.arg(port));
    return terminal;
}

SimulatedPluginTerminal::~SimulatedPluginTerminal()
{
    {
        const std::lock_guard lock{m_mutex};
        m_isOff = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SimulatedPluginTerminal::setScript(const PluginScript &standing)
{
    const std::lock_guard lock{m_mutex};
    m_standing = standing;
}

void SimulatedPluginTerminal::scriptNext(const PluginScript &script)
{
    const std::lock_guard lock{m_mutex};
    m_next.push_back(script);
}

void SimulatedPluginTerminal::presentCard()
{
    const std::lock_guard lock{m_mutex};
    m_hasCard = true;
}

bool SimulatedPluginTerminal::takeCard()
{
    const std::lock_guard lock{m_mutex};
    return std::exchange(m_hasCard, false);
}

bool SimulatedPluginTerminal::isOff() const
{
    const std::lock_guard lock{m_mutex};
    return m_isOff;
}

PluginScript SimulatedPluginTerminal::takeScript()
{
    const std::lock_guard lock{m_mutex};
    if (m_next.empty())
        return m_standing;
    const PluginScript script = m_next.front();
    m_next.pop_front();
    return script;
}

void SimulatedPluginTerminal::sleep(std::chrono::milliseconds duration)
{
    std::unique_lock lock{m_mutex};
    m_changed.wait_for(lock, duration, [this] { return m_isOff; });
}

/// Zero for a port: it could not listen.
void SimulatedPluginTerminal::run(quint16 port, std::promise<quint16> promise)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, port);
    const quint16 taken = server.serverPort();
    promise.set_value(taken);
    while (!isOff() && taken != 0) {
        if (!server.isListening() && !server.listen(QHostAddress::LocalHost, taken))
            sleep(pluginTurn);
        else if (const auto line = nextCall(server, pluginTurn))
            serve(*line);
        if (const auto outage = std::exchange(m_outage, 0ms); outage > 0ms) {
            server.close();
            sleep(outage);
        }
    }
}

void SimulatedPluginTerminal::serve(ByteStream &line)
{
    const QList<QByteArray> words = callFrom(line).split(' ');
    const QByteArray &what = words[0];
    if (what == "CHARGE" || what == "REVERSE")
        return take(line, {.id = QString::fromUtf8(words.value(1)),
                           .amount = Money::fromCents(words.value(2).toLongLong()),
                           .original = QString::fromUtf8(words.value(3))});
    if (what == "STATUS")
        return tell(line, m_book.status(QString::fromUtf8(words.value(1))));
    if (what == "IDLE")
        return tell(line, m_book.isBusy() ? "BUSY"_ba : "READY prêt"_ba);
    if (what == "TOTALS")
        for (const QByteArray &row : m_book.totals(words.value(1) == "1"))
            tell(line, row);
    tell(line, "END"_ba);
}

/// Whether the line or the terminal breaks before the money moves.
bool SimulatedPluginTerminal::breaksBefore(ByteStream &line, const PluginWish &wish, const PluginScript &script)
{
    switch (script.fault) {
    case PluginFault::CutBeforeRead:
    case PluginFault::CutAfterRead: return true;
    case PluginFault::RebootForgetting: m_outage = script.outage; return true;
    case PluginFault::Busy: tell(line, "BUSY"_ba); return true;
    case PluginFault::CrashBefore: tell(line, "PLAY crash"_ba); return true;
    case PluginFault::InProgress: m_book.postpone(wish, script); return true;
    default: return false;
    }
}

/// Waits for the card, and for what is late. Whether it was asked to stop in time.
bool SimulatedPluginTerminal::isStopped(ByteStream &line, const PluginScript &script)
{
    const bool isLate = script.fault == PluginFault::Late;
    const QDeadlineTimer card{script.customer};
    QByteArray said;
    while (!isLate && !isOff() && (script.waitsForCard ? !takeCard() : !card.hasExpired())) {
        const auto bytes = line.read(pluginTurn);
        if (!bytes)
            return true; // whoever asked is gone
        said += bytes->left(longestWord);
        if (said.contains("CANCEL"))
            return true;
    }
    if (isLate)
        sleep(script.outage);
    return false;
}

void SimulatedPluginTerminal::take(ByteStream &line, const PluginWish &wish)
{
    const PluginScript script = takeScript();
    if (script.fault != PluginFault::CutBeforeRead)
        m_book.noteArrival(wish.id);
    if (breaksBefore(line, wish, script))
        return;
    tell(line, "PROMPT Présentez la carte"_ba);
    const QByteArray said = isStopped(line, script) ? m_book.abort(wish) : m_book.perform(wish, script);
    answer(line, said, script);
}

void SimulatedPluginTerminal::answer(ByteStream &line, const QByteArray &answer, const PluginScript &script)
{
    if (script.fault == PluginFault::RebootRemembering)
        m_outage = script.outage;
    if (script.fault == PluginFault::RebootRemembering || script.fault == PluginFault::CutAfterApproval)
        return;
    if (const QByteArray wrong = playedAfter(script.fault); !wrong.isEmpty())
        tell(line, wrong);
    if (script.fault == PluginFault::Slow) {
        for (const char byte : answer) {
            std::ignore = line.write({1, byte}, lineLimit);
            sleep(script.outage / answer.size());
        }
        return tell(line, {});
    }
    tell(line, answer);
    if (script.fault == PluginFault::DuplicateAnswer)
        tell(line, answer);
}

} // namespace guichet
