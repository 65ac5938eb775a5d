// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "hardware/terminal/StopRequest.h"
#include "hardware/zvt/ZvtConversation.h"
#include "hardware/zvt/ZvtOutcome.h"

namespace guichet {

/// Finds out what became of one intent (hardware.md §6.5): asks for the last transaction until it is that of the intent, or is twice the
/// one from before, a gap between and an idle terminal after each, or the time is over.
class ZvtInquiry
{
public:
    /// All outlive it.
    struct Means
    {
        const ZvtProfile &profile;
        ZvtMemory &memory;
        DeviceLog &log;
        StopRequest &stop;
    };
    ZvtInquiry(const Means &means, const Id<PaymentIntent> &intent, Money amount) : m_means{means}, m_intent{intent}, m_amount{amount} {}
    /// An error: the terminal cannot be asked now. Unknown: it was not certain in time, a stop was asked, or the last transaction is
    /// neither of the two.
    Result<Charge> run();

private:
    enum class Found { Ours, Busy, Unchanged, Other };
    struct Round
    {
        Found found = Found::Other;
        bool isIdle = false;
        Charge charge = {}; ///< Ours: the result. Other: what there is instead.
    };
    Result<Charge> ask(const ZvtRecord &record);
    Result<Round> round(const ZvtRecord &record);
    Result<Round> judge(ZvtConversation &conversation, const ZvtRecord &record, const std::optional<ZvtStatus> &last);
    Round ours(ZvtConversation &conversation, const ZvtRecord &record, const ZvtStatus &last);
    Result<bool> isIdle(ZvtConversation &conversation) const;
    /// Whether it is certain that it never started.
    bool provesAbsence(const Round &round);

    Means m_means;
    Id<PaymentIntent> m_intent;
    Money m_amount;
    QDeadlineTimer m_unchangedSince{QDeadlineTimer::Forever}; ///< Expires when a second unchanged answer may count.
};

} // namespace guichet
