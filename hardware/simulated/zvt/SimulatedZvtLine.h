// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/SimulatedZvtControls.h"
#include "hardware/zvt/ZvtLine.h"

namespace guichet {

/// The terminal's end of one connection: says things and waits for the till's word, can be cut and can misbehave. Serial lines cannot be
/// cut: the terminal says no more until it is asked anew.
class SimulatedZvtLine
{
public:
    /// `stream` is open. Settings and controls outlive it.
    SimulatedZvtLine(std::unique_ptr<ByteStream> stream, bool isSerial, const SimulatedZvtSettings &settings,
                     const SimulatedZvtControls &controls);

    /// The till's next command; none: nothing yet, or the line has ended.
    std::optional<ZvtApdu> nextCommand(std::chrono::milliseconds limit);
    /// An answer, nothing follows.
    void answer(const ZvtApdu &apdu);
    /// A command to the till. Whether it was acknowledged.
    bool tell(const ZvtApdu &apdu);
    bool tellAll(const std::vector<ZvtApdu> &apdus);
    /// The same in small pieces over so long.
    bool trickle(const ZvtApdu &apdu, std::chrono::milliseconds duration);
    /// Does not wait for the till's word.
    void shout(const ZvtApdu &apdu);
    void shoutGarbage();
    void cut();
    bool hasEnded() const { return m_hasEnded; }

    /// Whether the till wants what goes on aborted; asked and answered by whoever serves it.
    bool isAbortAsked() const { return m_isAbortAsked; }
    void answerAbort(bool isInTime);

private:
    bool awaitAcknowledgement();
    std::optional<ZvtApdu> receive(std::chrono::milliseconds limit);

    const SimulatedZvtSettings &m_settings;
    const SimulatedZvtControls &m_controls;
    ByteStream *m_stream;
    std::unique_ptr<ZvtLine> m_line;
    bool m_isSerial;
    bool m_hasEnded = false;
    bool m_isSilent = false;
    bool m_isAbortAsked = false;
};

} // namespace guichet
