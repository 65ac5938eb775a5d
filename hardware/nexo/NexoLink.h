// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/nexo/NexoMessage.h"
#include "hardware/nexo/NexoTransport.h"

namespace guichet {

/// Messages to the terminal and their answers: sealed, sent, logged in the clear, opened, and checked to be the answer. On one thread.
class NexoLink
{
public:
    /// Both outlive it.
    NexoLink(const NexoProfile &profile, DeviceLog &log) : m_profile{profile}, m_log{log} {}

    /// A line for one request. An error means that nothing was sent: InvalidInput (the profile), TerminalUnavailable.
    Result<std::unique_ptr<NexoTransport>> open();
    /// The body of the answer. After an error the terminal may have got the request; DeviceAnswerInvalid: what came is not its answer.
    Result<QJsonObject> ask(NexoTransport &line, const NexoMessage &request, std::chrono::milliseconds limit,
                            const NexoTransport::Turn &turn = {});
    /// On a line of its own.
    Result<QJsonObject> ask(const NexoMessage &request, std::chrono::milliseconds limit, const NexoTransport::Turn &turn = {});
    /// What has no answer (Abort): on a line of its own, whatever comes back is only logged.
    Result<> tell(const NexoMessage &request, std::chrono::milliseconds limit);
    const NexoKeys &keys();

private:
    Result<QByteArray> exchange(NexoTransport &line, const NexoMessage &request, std::chrono::milliseconds limit,
                                const NexoTransport::Turn &turn);
    Result<NexoMessage> read(const QByteArray &wire);
    void note(const QString &text) { m_log.write(QStringLiteral("terminal"), DeviceLog::Direction::Note, text); }

    const NexoProfile &m_profile;
    DeviceLog &m_log;
    std::optional<NexoKeys> m_keys; ///< Derived once, when first needed.
};

} // namespace guichet
