// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoTransport.h"

#include <QDeadlineTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 readAhead = 64 * 1024;
constexpr std::chrono::milliseconds turnLength{50};

int count(std::chrono::milliseconds limit)
{
    return static_cast<int>(limit.count());
}

/// Nothing of the system's own authorities, no older TLS.
QSslConfiguration tlsOf(const NexoProfile &profile)
{
    QSslConfiguration tls;
    tls.setCaCertificates(QSslCertificate::fromData(profile.rootPem, QSsl::Pem));
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

} // namespace

std::unexpected<Error> NexoTransport::lost(ErrorCode code, const QString &when) const
{
    return failure(code, u"nexo %1, %2: %3"_s.arg(m_profile.poiId, when, m_socket.errorString()), {m_profile.poiId});
}

Result<std::unique_ptr<NexoTransport>> NexoTransport::open(const NexoProfile &profile)
{
    std::unique_ptr<NexoTransport> transport{new NexoTransport{profile}};
    TRY(transport->connect());
    return transport;
}

Result<> NexoTransport::connect()
{
    m_socket.setSslConfiguration(tlsOf(m_profile));
    m_socket.setPeerVerifyName(m_profile.peerName());
    m_socket.setReadBufferSize(readAhead);
    m_socket.connectToHost(m_profile.host, m_profile.port);
    if (!m_socket.waitForConnected(count(m_profile.limits.connect)))
        return lost(ErrorCode::TerminalUnavailable, u"connecting"_s);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket.startClientEncryption();
    if (!m_socket.waitForEncrypted(count(m_profile.limits.connect)))
        return lost(ErrorCode::TerminalUnavailable, u"TLS"_s);
    return {};
}

Result<QByteArray> NexoTransport::post(const QByteArray &json, std::chrono::milliseconds limit, const Turn &turn)
{
    TRY(write(httpPost("/nexo/"_ba, m_profile.host.toUtf8(), json)));
    return read(limit, turn);
}

Result<> NexoTransport::write(const QByteArray &bytes)
{
    if (m_socket.write(bytes) != bytes.size())
        return lost(ErrorCode::TerminalUnavailable, u"writing"_s);
    while (m_socket.encryptedBytesToWrite() > 0 || m_socket.bytesToWrite() > 0)
        if (!m_socket.waitForBytesWritten(count(m_profile.limits.write)))
            return lost(m_socket.state() == QAbstractSocket::ConnectedState ? ErrorCode::Timeout : ErrorCode::TerminalUnavailable,
                        u"writing"_s);
    return {};
}

void NexoTransport::feed(NexoHttp &answer)
{
    answer.feed(m_socket.readAll());
    if (m_socket.state() != QAbstractSocket::ConnectedState && m_socket.bytesAvailable() == 0)
        answer.end();
}

Result<QByteArray> NexoTransport::read(std::chrono::milliseconds limit, const Turn &turn)
{
    NexoHttp answer{NexoHttp::Kind::Answer};
    const QDeadlineTimer deadline{limit};
    for (feed(answer); answer.state() == NexoHttp::State::Reading; feed(answer)) {
        if (deadline.hasExpired() || (turn && !turn()))
            return lost(ErrorCode::Timeout, u"awaiting the answer"_s);
        m_socket.waitForReadyRead(count(std::clamp(std::chrono::milliseconds{deadline.remainingTime()}, 1ms, turnLength)));
    }
    const bool cut = m_socket.state() != QAbstractSocket::ConnectedState;
    if (answer.state() == NexoHttp::State::Broken)
        return lost(cut ? ErrorCode::TerminalUnavailable : ErrorCode::DeviceAnswerInvalid, u"awaiting the answer"_s);
    if (answer.status() / 100 != 2)
        return failure(ErrorCode::DeviceAnswerInvalid, u"nexo: HTTP %1"_s.arg(answer.status()), {m_profile.poiId});
    return answer.body();
}

} // namespace guichet
