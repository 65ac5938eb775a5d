// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/scanner/SerialScanner.h"

#include "hardware/scanner/scannerLine.h"

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString deviceName = u"scanner"_s;
constexpr auto openLimit = 2s;
constexpr auto turn = 200ms; // between two looks at whether to stop
constexpr auto betweenTries = 1s;

} // namespace

void SerialScanner::run()
{
    while (!isStopped()) {
        const Result<> ended = listen();
        if (isStopped())
            return;
        say(ended);
        m_stop.sleep(betweenTries);
    }
}

Result<std::unique_ptr<ByteStream>> SerialScanner::openLine() const
{
    TRY_LET(line, scannerLine(m_settings, m_settings.usb.isEmpty() ? std::vector<SerialPortFound>{} : serialPortsNow()));
    TRY_LET(stream, makeByteStream(line));
    TRY(stream->open(openLimit));
    return stream;
}

/// Until it is stopped or the line is gone.
Result<> SerialScanner::listen()
{
    TRY_LET(line, openLine());
    m_reader = {}; // half a code from before the cut belongs to nothing
    say({});
    while (!isStopped()) {
        const auto patience = m_reader.isReading() ? std::chrono::milliseconds{m_settings.silenceMs} : turn;
        TRY_LET(bytes, line->read(patience));
        if (bytes.isEmpty())
            tell(m_reader.silence());
        else
            hear(bytes);
    }
    line->close();
    return {};
}

void SerialScanner::hear(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    while (const auto code = m_reader.take())
        tell(code);
}

/// The log has how long a code was, not what it held: gift cards are money.
void SerialScanner::tell(const std::optional<QString> &code)
{
    if (!code)
        return;
    m_log.write(deviceName, DeviceLog::Direction::Received, u"%1… (%2)"_s.arg(code->left(4)).arg(code->size()));
    m_listener.scanned(*code);
}

/// Once each time it changes, not at every try.
void SerialScanner::say(const Result<> &state)
{
    const bool isKnown = m_said && m_said->has_value() == state.has_value();
    if (isKnown)
        return;
    m_said = state;
    m_log.writeState(deviceName, state);
    if (m_listener.changed)
        m_listener.changed(state);
}

} // namespace guichet
