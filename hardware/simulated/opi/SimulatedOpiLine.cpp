// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiLine.h"

#include <QDeadlineTimer>

namespace guichet {

std::optional<OpiElement> SimulatedOpiLine::receive(std::chrono::milliseconds limit)
{
    for (const QDeadlineTimer deadline{limit}; m_stream && !m_reader.isBroken() && !m_isOff;) {
        if (const auto xml = m_reader.take()) {
            const auto root = readOpiXml(*xml);
            return root ? std::optional{*root} : std::nullopt;
        }
        if (deadline.hasExpired())
            return std::nullopt;
        const auto bytes = m_stream->read(std::chrono::milliseconds{20});
        if (!bytes)
            return std::nullopt;
        m_reader.feed(*bytes);
    }
    return std::nullopt;
}

} // namespace guichet
