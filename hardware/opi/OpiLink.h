// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/opi/OpiMessages.h"
#include "hardware/opi/OpiTillDevices.h"
#include "hardware/transport/ByteStream.h"

#include <QDeadlineTimer>
#include <functional>

namespace guichet {

/// Channel 0: one request and its answer on a connection of its own; device requests that come in between, as in OPI-DE, are answered there
/// (hardware.md §4.1). Every message is logged. On one thread.
class OpiLink
{
public:
    /// Called several times a second while an answer is awaited; false: wait no longer.
    using Turn = std::function<bool()>;

    /// All outlive it.
    OpiLink(const OpiProfile &profile, OpiTillDevices &devices, DeviceLog &log) : m_profile{profile}, m_devices{devices}, m_log{log} {}

    /// A line for one request. TerminalUnavailable: nobody answers there, and nothing was sent.
    Result<std::unique_ptr<ByteStream>> open();
    /// Sends it, once, and waits for the answer that echoes its ids; what answers something else is only logged. After an error the
    /// terminal may have got the request: TerminalUnavailable (the line broke), Timeout, DeviceAnswerInvalid.
    Result<OpiAnswer> ask(ByteStream &line, const OpiRequest &request, const QDeadlineTimer &deadline, const Turn &turn = {});
    void note(const QString &text) { m_log.write(QStringLiteral("terminal"), DeviceLog::Direction::Note, text); }

private:
    Result<OpiAnswer> exchange(ByteStream &line, const OpiRequest &request, const QDeadlineTimer &deadline, const Turn &turn);
    Result<> send(ByteStream &line, const QByteArray &xml);
    /// The answer in one message; none: it was something else.
    Result<std::optional<OpiAnswer>> take(ByteStream &line, const QByteArray &xml, const OpiRequest &request);
    bool isAnswerTo(const OpiRequest &request, const OpiAnswer &answer) const;

    const OpiProfile &m_profile;
    OpiTillDevices &m_devices;
    DeviceLog &m_log;
};

} // namespace guichet
