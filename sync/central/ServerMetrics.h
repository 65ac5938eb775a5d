// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ServerLimits.h"

#include <QString>
#include <array>
#include <map>

namespace guichet {

/// What the server counts, for Prometheus (text format 0.0.4). No account, no till, no person in it. On one thread.
class ServerMetrics
{
public:
    /// `endpoint` as CentralApi::endpointOf(); `ms` without the time that a long poll waited.
    void answered(const QString &endpoint, int status, qint64 ms);
    void tookFacts(qint64 facts) { m_facts += facts; }
    void met(Limit limit) { ++m_met[limit]; }
    /// What is so now, beside what was counted.
    struct Now
    {
        int connections = 0;
        int waiting = 0; ///< Long polls.
    };
    QByteArray text(const Now &now) const;

private:
    static constexpr std::array<qint64, 9> bounds{5, 10, 25, 50, 100, 250, 500, 1000, 5000}; ///< Milliseconds.

    std::map<std::pair<QString, int>, qint64> m_answers;
    std::array<qint64, bounds.size()> m_within{}; ///< Each bound counts what the smaller ones do.
    qint64 m_count = 0;
    qint64 m_totalMs = 0;
    qint64 m_facts = 0;
    std::map<Limit, qint64> m_met;
};

} // namespace guichet
