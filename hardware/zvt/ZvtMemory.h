// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payment/Payment.h"
#include "core/ports/DeviceLog.h"
#include "core/ports/DeviceMemory.h"
#include "hardware/zvt/ZvtStatus.h"

namespace guichet {

/// What the last transaction of the terminal was, before ours. It numbers its receipts; nothing else tells two transactions apart
/// (hardware.md §6.5).
struct ZvtBaseline
{
    bool isKnown = false; ///< False: it could not be asked.
    int receipt = 0;      ///< 0: it had none.
    std::optional<qint64> trace = {};
    friend bool operator==(const ZvtBaseline &, const ZvtBaseline &) = default;

    static ZvtBaseline of(const std::optional<ZvtStatus> &last);
    /// Whether the terminal still says the same. A reversal may bear the number of what it reverses, never its trace number.
    bool isStill(const std::optional<ZvtStatus> &last) const;
};

/// What was sent for an intent, and what the terminal has said to it.
struct ZvtRecord
{
    enum class Kind { Payment, Refund, Reversal };
    struct Answer
    {
        int receipt = 0;
        Money amount;
        bool isApproval = false;
        friend bool operator==(const Answer &, const Answer &) = default;
    };
    Id<PaymentIntent> intent;
    Kind kind = Kind::Payment;
    Money amount; ///< > 0.
    ZvtBaseline before;
    QDateTime at;                      ///< By the till's clock, before the command left.
    std::optional<Answer> answer = {}; ///< Of the last status information that had a number.
    friend bool operator==(const ZvtRecord &, const ZvtRecord &) = default;
};

/// What the driver still knows after a power cut: its last commands that moved money, and how far the terminal's clock is off. The memory
/// is this terminal's own.
class ZvtMemory
{
public:
    static constexpr int kept = 16; ///< The newest records.

    /// Both outlive it.
    ZvtMemory(DeviceMemory &memory, DeviceLog &log) : m_memory{memory}, m_log{log} {}

    /// On disk when it returns. An error: nothing must be sent.
    Result<> begin(const ZvtRecord &record);
    /// What the terminal says to the command of this intent, before it is acknowledged. A failure is noted in the log: the money moves.
    void keepAnswer(const Id<PaymentIntent> &intent, const ZvtStatus &status);
    /// Nothing was moved: the number of that answer may be given to another one.
    void dropAnswer(const Id<PaymentIntent> &intent);
    std::optional<ZvtRecord> find(const Id<PaymentIntent> &intent) const;
    /// Whether the receipt is that of an approval for another intent.
    bool isOfAnother(const Id<PaymentIntent> &intent, int receipt) const;
    /// There is no record of the intent, and one was never made: an older one is still kept.
    bool isKnownNeverSent(const Id<PaymentIntent> &intent) const;

    void keepClock(std::chrono::seconds ahead); ///< Of the terminal, before the till's.
    std::chrono::seconds clock() const;

private:
    std::vector<ZvtRecord> records() const;
    Result<> keep(const std::vector<ZvtRecord> &records);
    void replaceAnswer(const Id<PaymentIntent> &intent, const std::optional<ZvtRecord::Answer> &answer);
    void noteUnlessDone(const Result<> &done) const;

    DeviceMemory &m_memory;
    DeviceLog &m_log;
};

} // namespace guichet
