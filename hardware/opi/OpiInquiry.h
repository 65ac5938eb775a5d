// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/opi/OpiConversation.h"
#include "hardware/opi/OpiMemory.h"
#include "hardware/opi/OpiOutcome.h"

namespace guichet {

/// Finds out what became of one intent (hardware.md §4.6): RepeatLastMessage until the terminal repeats the answer to that very request, or
/// is certain never to have had it, or the time is over. NotStarted needs the answer to an earlier payment twice, a gap between, an idle
/// terminal after each, and no ticket that fits. Where the terminal does not say whose answer it repeats, the last ticket must fit in
/// amount, currency, time, number and approval code; only for payments, since a refund's looks the same as that of its payment.
class OpiInquiry
{
public:
    /// What it asks with; all outlive it.
    struct Means
    {
        const OpiProfile &profile;
        OpiConversation &conversation;
        OpiTillDevices &devices;
        OpiMemory &memory;
        StopRequest &stop;
    };
    OpiInquiry(const Means &means, const Id<PaymentIntent> &intent, Money amount);
    /// An error: the terminal cannot be asked now. Unknown: it was not certain in time, or a stop was asked; the reference is then that of
    /// its journal, if it sent an approval, for the person who decides.
    Result<Charge> run();

private:
    enum class Meaning {
        Ours,
        Busy,
        TicketFirst,   ///< It wants to print the last ticket before it says anything.
        Earlier,       ///< Of an earlier payment of this till.
        Other,         ///< Of something else, or it does not say of what.
        Contradiction, ///< Of our RequestID, but not of what we asked.
    };
    struct Repeated
    {
        Meaning meaning = Meaning::Other;
        Charge charge;
    };
    Result<Repeated> askForAnswer();
    Repeated judge(const OpiAnswer &answer) const;
    Result<std::optional<Charge>> askForTicket();
    bool fits(const OpiAnswer &ticket) const;
    bool isWithinTime(const QString &timeStamp) const;
    Result<bool> isIdle();
    Result<bool> provesAbsence(Meaning meaning);
    void addSlips(Charge &charge);
    Charge unknown(const QString &why) const;
    Charge notStarted() const;

    const OpiProfile &m_profile;
    OpiConversation &m_conversation;
    OpiTillDevices &m_devices;
    OpiMemory &m_memory;
    StopRequest &m_stop;
    OpiAsked m_asked;
    QDateTime m_madeAt;
    QDeadlineTimer m_missingSince{QDeadlineTimer::Forever}; ///< Expires when a second answer to an earlier payment may count.
};

} // namespace guichet
