// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "hardware/simulated/zvt/ZvtScript.h"
#include "hardware/zvt/ZvtApdu.h"

#include <mutex>
#include <optional>

namespace guichet {

/// The mind of a simulated ZVT terminal: decides payments, numbers receipts, counts totals, knows its last transaction. Knows no lines. On
/// the terminal's thread, but for what is said to be from any.
class SimulatedZvtBook
{
public:
    /// What is asked of it: `06 01`, `06 30` or `06 31`, read.
    struct Request
    {
        ZvtRecord::Kind kind = ZvtRecord::Kind::Payment;
        Money amount;
        int receipt = 0; ///< Of what is to be reversed.
        bool takesPartialApprovals = false;
    };
    /// None: it cannot be read.
    static std::optional<Request> requestFrom(const ZvtApdu &apdu);

    /// What became of one: decided, not stored yet.
    struct Decision
    {
        Request request;
        quint8 result = 0;
        Money amount; ///< > 0.
        Money tip;
        int receipt = 0;
        int trace = 0;
        int originalTrace = 0; ///< Of a reversal.
        QDateTime at;
        size_t booking = 0; ///< Of an approval: its place in bookings().
    };

    /// Settings and clock outlive it.
    SimulatedZvtBook(const SimulatedZvtSettings &settings, const Clock &clock) : m_settings{settings}, m_clock{clock} {}
    /// The bank's answer; from now on the money has moved.
    Decision decide(const Request &request, const ZvtScript &script);
    /// It is final: the receipt number is taken, it is the last transaction, it counts.
    void store(const Decision &decision);
    /// The terminal gives it back by itself.
    void undo(const Decision &decision);
    const std::optional<Decision> &last() const { return m_last; }
    /// The end of the day: totals begin anew.
    void close();
    QByteArray totals() const; ///< Fields `04` and `60`.
    QDateTime now() const { return m_clock.now().addSecs(m_settings.clockAhead.count()); }

    void countArrival();
    std::vector<ZvtBooking> bookings() const; ///< From any thread.
    int arrivals() const;                     ///< From any thread.

private:
    struct Stored
    {
        int receipt = 0;
        int trace = 0;
        size_t booking = 0;
        Money amount;
    };
    quint8 resultOf(const Request &request, const ZvtScript &script) const;
    quint8 resultOfReversal(const Request &request) const;
    const Stored *stored(int receipt) const;
    size_t book(const Decision &decision);

    const SimulatedZvtSettings &m_settings;
    const Clock &m_clock;
    std::optional<Decision> m_last;
    std::vector<Stored> m_day; ///< Payments since the end of day.
    int m_count = 0;
    Money m_sum;
    int m_receipt = 0;
    int m_trace = 0;
    mutable std::mutex m_mutex;
    std::vector<ZvtBooking> m_bookings;
    int m_arrivals = 0;
};

} // namespace guichet
