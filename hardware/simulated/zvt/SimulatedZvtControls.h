// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/ZvtScript.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace guichet {

/// The hands at a simulated ZVT terminal: what is scripted, the card, the switch. From any thread.
class SimulatedZvtControls
{
public:
    void setStanding(const ZvtScript &script);
    void queue(const ZvtScript &script);
    /// How the next payment is taken.
    ZvtScript takeScript();

    void presentCard();
    bool takeCard();
    /// What a status enquiry says; `51` and `C2` go away by themselves when they are remedied.
    void setState(quint8 code);
    quint8 state() const;
    void setServing(bool isServing);
    bool isServing() const;

    void switchOff();
    bool isOff() const;
    /// Sleeps so long, or until it is switched off.
    void sleep(std::chrono::milliseconds duration) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    ZvtScript m_standing;
    std::deque<ZvtScript> m_next;
    quint8 m_state = 0;
    bool m_hasCard = false;
    bool m_isServing = false;
    bool m_isOff = false;
};

} // namespace guichet
