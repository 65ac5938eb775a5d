// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/zvt/SimulatedZvtControls.h"

#include <utility>

namespace guichet {

void SimulatedZvtControls::setStanding(const ZvtScript &script)
{
    const std::lock_guard lock{m_mutex};
    m_standing = script;
}

void SimulatedZvtControls::queue(const ZvtScript &script)
{
    const std::lock_guard lock{m_mutex};
    m_next.push_back(script);
}

ZvtScript SimulatedZvtControls::takeScript()
{
    const std::lock_guard lock{m_mutex};
    if (m_next.empty())
        return m_standing;
    const ZvtScript script = m_next.front();
    m_next.pop_front();
    return script;
}

void SimulatedZvtControls::presentCard()
{
    const std::lock_guard lock{m_mutex};
    m_hasCard = true;
}

bool SimulatedZvtControls::takeCard()
{
    const std::lock_guard lock{m_mutex};
    return std::exchange(m_hasCard, false);
}

void SimulatedZvtControls::setState(quint8 code)
{
    const std::lock_guard lock{m_mutex};
    m_state = code;
}

quint8 SimulatedZvtControls::state() const
{
    const std::lock_guard lock{m_mutex};
    return m_state;
}

void SimulatedZvtControls::setServing(bool isServing)
{
    const std::lock_guard lock{m_mutex};
    m_isServing = isServing;
}

bool SimulatedZvtControls::isServing() const
{
    const std::lock_guard lock{m_mutex};
    return m_isServing;
}

void SimulatedZvtControls::switchOff()
{
    const std::lock_guard lock{m_mutex};
    m_isOff = true;
    m_changed.notify_all();
}

bool SimulatedZvtControls::isOff() const
{
    const std::lock_guard lock{m_mutex};
    return m_isOff;
}

void SimulatedZvtControls::sleep(std::chrono::milliseconds duration) const
{
    std::unique_lock lock{m_mutex};
    m_changed.wait_for(lock, duration, [this] { return m_isOff; });
}

} // namespace guichet
