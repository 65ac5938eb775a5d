// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>

#include <chrono>

namespace guichet {

/// *Not found* means that a payment was never started only when an idle terminal says it twice, a gap apart (hardware.md §2.7): once, the
/// request may still be on its way.
class AbsenceProof
{
public:
    explicit AbsenceProof(std::chrono::milliseconds gap) : m_gap{gap} {}

    /// It was not found, by a terminal that is idle or not. Whether that proves it.
    bool isComplete(bool idle)
    {
        if (!idle) // it may be busy with this very request
            refute();
        else if (m_since.isForever())
            m_since = QDeadlineTimer{m_gap};
        else
            return m_since.hasExpired();
        return false;
    }
    /// Something else was said.
    void refute() { m_since = QDeadlineTimer{QDeadlineTimer::Forever}; }

private:
    std::chrono::milliseconds m_gap;
    QDeadlineTimer m_since{QDeadlineTimer::Forever}; ///< Expires when a second time may count.
};

} // namespace guichet
