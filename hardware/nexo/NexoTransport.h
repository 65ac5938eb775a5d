// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoHttp.h"
#include "hardware/nexo/NexoProfile.h"

#include <QSslSocket>
#include <functional>
#include <memory>

namespace guichet {

/// One HTTPS exchange with the terminal (hardware.md §3.1): TLS 1.2 or later, only the pinned root is believed, the leaf must bear the
/// name of this terminal. Blocking, on one thread.
class NexoTransport
{
public:
    /// Called several times a second while an answer is awaited; false: wait no longer.
    using Turn = std::function<bool()>;

    /// The line, before anything is sent: an error (TerminalUnavailable) means that nothing was.
    static Result<std::unique_ptr<NexoTransport>> open(const NexoProfile &profile);

    /// Posts `json` and waits for the body of the answer, which may be empty. Once only. After an error the terminal may have got it:
    /// TerminalUnavailable (the line was lost), Timeout, DeviceAnswerInvalid (no HTTP, too much of it, not a status of success).
    Result<QByteArray> post(const QByteArray &json, std::chrono::milliseconds limit, const Turn &turn);

private:
    explicit NexoTransport(const NexoProfile &profile) : m_profile{profile} {}
    Result<> connect();
    Result<> write(const QByteArray &bytes);
    Result<QByteArray> read(std::chrono::milliseconds limit, const Turn &turn);
    void feed(NexoHttp &answer);
    std::unexpected<Error> lost(ErrorCode code, const QString &when) const;

    NexoProfile m_profile;
    QSslSocket m_socket;
};

} // namespace guichet
