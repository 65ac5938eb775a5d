// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/plugin/PluginScript.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>
#include <mutex>
#include <optional>
#include <vector>

namespace guichet {

/// A payment, refund or reversal as it reaches the terminal.
struct PluginWish
{
    QString id;
    Money amount;
    QString original; ///< Of a reversal: the transaction to give back.
};

/// The mind of the simulated terminal: decides, remembers its answers, counts. From any thread.
class SimulatedPluginBook
{
public:
    void noteArrival(const QString &id);
    /// Does it, and remembers the answer: a line of the wire without its end.
    QByteArray perform(const PluginWish &wish, const PluginScript &script);
    /// It was asked to stop in time.
    QByteArray abort(const PluginWish &wish);
    /// It will be done in so long.
    void postpone(const PluginWish &wish, const PluginScript &script);
    /// What is known of it now.
    QByteArray status(const QString &id);
    bool isBusy();
    QList<QByteArray> totals(bool endOfDay);

    std::vector<PluginBooking> bookings();
    int arrivals(const QString &id) const;

private:
    struct Postponed
    {
        PluginWish wish;
        PluginScript script;
        QDeadlineTimer due;
    };
    QByteArray performNow(const PluginWish &wish, const PluginScript &script);
    Money movedBy(const PluginWish &wish, const PluginScript &script);
    void catchUp();
    QByteArray remember(const QString &id, const QByteArray &state, Money amount, const QString &transaction);

    mutable std::mutex m_mutex;
    QHash<QString, QByteArray> m_answers;
    QHash<QString, int> m_arrivals;
    std::vector<PluginBooking> m_bookings;
    std::optional<Postponed> m_postponed;
    size_t m_counted = 0; ///< Bookings of earlier days.
};

} // namespace guichet
