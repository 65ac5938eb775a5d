// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "hardware/nexo/NexoMessage.h"
#include "hardware/simulated/nexo/NexoScript.h"

#include <QHash>
#include <QJsonArray>
#include <map>

namespace guichet {

/// The mind of a simulated nexo terminal: decides payments, remembers its answers, counts its totals. Knows no lines. Bodies in, bodies
/// out.
class SimulatedNexoBook
{
public:
    /// The clock outlives it.
    explicit SimulatedNexoBook(const Clock &clock) : m_clock{clock} {}

    /// Does what a Payment or a Reversal asks and remembers the answer.
    QJsonObject perform(const NexoMessage &request, const NexoScript &script);
    /// It was aborted: the answer, remembered too.
    QJsonObject abort(const NexoMessage &request);
    /// `running`: what is being done at present; null: nothing.
    QJsonObject status(const NexoMessage &request, const NexoMessage *running) const;
    QJsonObject totals(const NexoMessage &request);
    static QJsonObject diagnosis(bool isBusy);
    static QJsonObject refused(const QString &condition, const QString &reason = {});

    /// Loses all answers; what was booked stays booked.
    void forget() { m_answers.clear(); }
    const std::vector<NexoBooking> &bookings() const { return m_bookings; }

private:
    struct Total
    {
        int count = 0;
        Money amount;
    };
    QJsonObject pay(const NexoMessage &request, const NexoScript &script);
    QJsonObject reverse(const NexoMessage &request, const NexoScript &script);
    QJsonObject book(NexoBooking booking, const NexoMessage &request, bool isPartial);
    QJsonObject poiData(const QString &transaction) const;
    void count(const QString &type, Money amount);

    const Clock &m_clock;
    QHash<QString, NexoMessage> m_answers; ///< By category and ServiceID.
    std::vector<NexoBooking> m_bookings;
    std::map<QString, Total> m_totals; ///< By transaction type, since the last reconciliation.
    int m_reconciliation = 1;
};

} // namespace guichet
