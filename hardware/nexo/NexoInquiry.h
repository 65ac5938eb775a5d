// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoLink.h"
#include "hardware/nexo/NexoRequests.h"
#include "hardware/nexo/NexoStatus.h"
#include "hardware/terminal/AbsenceProof.h"
#include "hardware/terminal/StopRequest.h"

namespace guichet {

/// Finds out what became of one intent (hardware.md §3.6): asks TransactionStatus until the terminal is certain or the time is over. An
/// intent may have been a Payment or a Reversal; the terminal is asked for both before it counts as not found. NotStarted needs two such
/// rounds, a gap between them, and an idle terminal after each.
class NexoInquiry
{
public:
    /// Profile, link and stop outlive it.
    NexoInquiry(const NexoProfile &profile, NexoLink &link, StopRequest &stop, const Id<PaymentIntent> &intent, Money amount);
    /// An error: the terminal cannot be asked now. Unknown: it was not certain in time, or a stop was asked.
    Result<Charge> run();

private:
    Result<NexoStatus> ask();
    Result<NexoStatus> ask(const QString &category);
    Result<bool> isIdle();
    /// Whether that proves that it never started.
    Result<bool> proves(const NexoStatus &status);

    const NexoProfile &m_profile;
    NexoLink &m_link;
    StopRequest &m_stop;
    NexoRequests m_requests;
    Id<PaymentIntent> m_intent;
    Money m_amount;
    AbsenceProof m_absence;
};

} // namespace guichet
