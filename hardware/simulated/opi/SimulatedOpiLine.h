// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/opi/OpiFraming.h"
#include "hardware/opi/OpiXml.h"
#include "hardware/transport/TcpStream.h"

#include <atomic>
#include <memory>

namespace guichet {

/// A connection of the simulated terminal, to either side. Blocking, on one thread; ends early when the terminal is switched off.
class SimulatedOpiLine
{
public:
    /// `isOff` outlives it.
    SimulatedOpiLine(std::unique_ptr<TcpStream> stream, const std::atomic<bool> &isOff) : m_stream{std::move(stream)}, m_isOff{isOff} {}

    bool send(const QByteArray &xml) { return sendRaw(opiFrame(xml)); }
    bool sendRaw(const QByteArray &bytes) { return m_stream && m_stream->write(bytes, std::chrono::seconds{2}).has_value(); }
    /// The next message; none: not in time, no XML, or the line is gone.
    std::optional<OpiElement> receive(std::chrono::milliseconds limit);
    /// As if somebody had pulled the cable.
    void cut() { m_stream.reset(); }
    bool isCut() const { return !m_stream; }

private:
    std::unique_ptr<TcpStream> m_stream;
    OpiFrameReader m_reader;
    const std::atomic<bool> &m_isOff;
};

} // namespace guichet
