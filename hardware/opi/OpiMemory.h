// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "core/ports/DeviceMemory.h"
#include "hardware/opi/OpiJournal.h"
#include "hardware/opi/OpiMessages.h"

#include <mutex>

namespace guichet {

/// What the driver still knows of its terminal after a power cut: the number of the last ticket, so that an older one is never taken for
/// that of a lost payment (hardware.md §2.6), and the last journal. Answers on channel 0 and journals on channel 1 are remembered on two
/// threads, one after the other. What cannot be written is noted in the log: it must not stop a payment.
class OpiMemory
{
public:
    /// Both outlive it; the memory is this terminal's own.
    OpiMemory(DeviceMemory &memory, DeviceLog &log) : m_memory{memory}, m_log{log} {}

    /// A payment, refund or reversal goes out. If the one before it was never settled, the number of its ticket is not known, and no ticket
    /// counts as new until the next approval.
    void begin(qint64 requestId);
    /// It has ended, with no ticket.
    void settle(qint64 requestId);
    /// It was approved, with this answer.
    void settle(qint64 requestId, const OpiAnswer &approval);
    /// Whether the ticket in `answer` is younger than all before this request. False when that is not known.
    bool isNewTicket(qint64 requestId, const OpiAnswer &answer) const;

    /// Nothing when it is of another request than the one that is out: that of a reprint must not hide it.
    void rememberJournal(const OpiJournal &journal);
    /// The newest journal, if it is that of this request.
    std::optional<OpiJournal> journalOf(qint64 requestId) const;

private:
    void remember(const QString &key, const QJsonObject &value);
    QJsonObject recall(const QString &key) const;

    mutable std::mutex m_mutex;
    DeviceMemory &m_memory;
    DeviceLog &m_log;
};

} // namespace guichet
