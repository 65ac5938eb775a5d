// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "core/ports/PaymentTerminal.h"
#include "hardware/opi/OpiDeviceMessages.h"
#include "hardware/opi/OpiMemory.h"
#include "hardware/opi/OpiProfile.h"

#include <deque>
#include <functional>

namespace guichet {

/// The two tickets of a payment, lines as the terminal wants them printed.
struct OpiSlips
{
    QStringList customer;
    QStringList merchant;
    bool isEmpty() const { return customer.isEmpty() && merchant.isEmpty(); }
    friend bool operator==(const OpiSlips &, const OpiSlips &) = default;
};

/// The devices of the till as the terminal may use them: the cashier's display, printers, journal and keyboard (hardware.md §4.4). Keeps
/// what comes and answers at once; paper is printed later by the till. From any thread.
class OpiTillDevices
{
public:
    /// All outlive it.
    OpiTillDevices(const OpiProfile &profile, OpiMemory &memory, DeviceLog &log) : m_profile{profile}, m_memory{memory}, m_log{log} {}

    /// Who answers a question of the terminal (`signature OK?`), on the thread of the channel on which it came; none: no.
    void setQuestion(AskCashier question);
    /// From now on tickets are those of this request on channel 0, unless they name another one.
    void begin(qint64 requestId);
    OpiDeviceResponse answer(const OpiDeviceRequest &request);

    /// What the cashier should read and has not been taken yet; empty: nothing new.
    QString takePrompt();
    /// What has come for a request, if it is one of the last few.
    OpiSlips slipsOf(qint64 requestId) const;
    /// Grows with every request: the terminal is alive.
    quint64 answeredCount() const;

private:
    struct Tickets
    {
        qint64 requestId = -1;
        OpiSlips slips;
    };
    void take(const OpiOutput &output, qint64 ofRequest);
    void takeTicket(const OpiOutput &output, qint64 ofRequest);
    std::optional<bool> confirm(const OpiInput &input);

    const OpiProfile &m_profile;
    OpiMemory &m_memory;
    DeviceLog &m_log;
    mutable std::mutex m_mutex;
    AskCashier m_question;
    std::deque<Tickets> m_tickets; ///< The newest first.
    QString m_prompt;
    quint64 m_answered = 0;
};

} // namespace guichet
