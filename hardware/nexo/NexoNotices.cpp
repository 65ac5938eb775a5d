// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoNotices.h"

#include "hardware/nexo/NexoHttp.h"
#include "hardware/nexo/NexoText.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrlQuery>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostNotice = 64 * 1024;
constexpr int turnMilliseconds = 100;

/// A text, or the event of a predefined one: `…&event=WAIT_FOR_PIN`.
QString textOf(const QJsonObject &output)
{
    const QJsonObject content = output.value(u"OutputContent"_s).toObject();
    const QUrlQuery predefined{nexoTextAt(content, u"PredefinedContent.ReferenceID")};
    if (predefined.hasQueryItem(u"event"_s))
        return predefined.queryItemValue(u"event"_s);
    return nexoTextAt(content.value(u"OutputText"_s).toArray().first().toObject(), u"Text");
}

} // namespace

std::optional<NexoNotice> nexoNoticeFrom(const NexoMessage &message)
{
    if (!message.toTerminal)
        return std::nullopt;
    NexoNotice notice;
    notice.isDisplay = message.header.category == u"Display";
    if (notice.isDisplay) // the last output is the newest
        notice.text = textOf(message.body.value(u"DisplayOutput"_s).toArray().last().toObject());
    else if (message.header.category == u"Event")
        notice.text = nexoTextAt(message.body, u"EventToNotify");
    return notice.text.isEmpty() ? std::nullopt : std::optional{notice};
}

NexoNotices::NexoNotices(const NexoProfile &profile, DeviceLog &log, Heard heard)
    : m_profile{profile}, m_keys{deriveNexoKeys(profile.key.passphrase)}, m_log{log}, m_heard{std::move(heard)}
{
    std::promise<void> listening;
    m_thread = std::thread{[this, &listening] { listen(listening); }};
    listening.get_future().wait();
}

NexoNotices::~NexoNotices()
{
    m_stopping = true;
    m_thread.join();
}

void NexoNotices::listen(std::promise<void> &listening)
{
    QTcpServer server;
    if (!takePort(server))
        m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"no notices: "_s + server.errorString());
    listening.set_value();
    while (!m_stopping) {
        if (!takePort(server)) // the driver of the settings before may still be ending
            QThread::msleep(turnMilliseconds);
        else if (server.waitForNewConnection(turnMilliseconds))
            serve(*std::unique_ptr<QTcpSocket>{server.nextPendingConnection()});
    }
}

bool NexoNotices::takePort(QTcpServer &server)
{
    if (!server.isListening() && server.listen(QHostAddress::Any, m_profile.noticePort.value_or(0)))
        m_port = server.serverPort();
    return server.isListening();
}

void NexoNotices::serve(QTcpSocket &socket)
{
    socket.setReadBufferSize(mostNotice);
    NexoHttp request{NexoHttp::Kind::Request, mostNotice};
    for (const QDeadlineTimer deadline{m_profile.limits.noticeClient}; request.state() == NexoHttp::State::Reading;) {
        if (deadline.hasExpired() || m_stopping)
            return;
        if (socket.waitForReadyRead(turnMilliseconds))
            request.feed(socket.readAll());
        else if (socket.state() != QAbstractSocket::ConnectedState)
            return;
    }
    const bool taken = request.state() == NexoHttp::State::Complete && take(request.body());
    socket.write(httpAnswer(taken ? "200 OK"_ba : "400 Bad Request"_ba, {}));
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        socket.waitForDisconnected(turnMilliseconds);
}

bool NexoNotices::take(const QByteArray &wire)
{
    const auto plain = openNexo(wire, m_keys);
    if (!plain)
        return false;
    m_log.write(u"terminal"_s, DeviceLog::Direction::Received, QString::fromUtf8(*plain));
    const auto message = nexoMessageFromJson(*plain);
    if (!message || message->header.poiId != m_profile.poiId)
        return false;
    if (const auto notice = nexoNoticeFrom(*message))
        m_heard(*notice);
    return true;
}

} // namespace guichet
