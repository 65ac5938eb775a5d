// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/TcpPrinter.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int blockBytes = 4096;

int milliseconds(std::chrono::milliseconds duration)
{
    return static_cast<int>(duration.count());
}

/// The reply to `10 04 n`: (b & 93h) = 12h; anything else in the line is an old or automatic status (hardware.md §7.2).
std::optional<int> statusIn(const QByteArray &bytes)
{
    for (const char byte : bytes)
        if ((byte & 0x93) == 0x12)
            return static_cast<unsigned char>(byte);
    return std::nullopt;
}

std::optional<int> askStatus(QTcpSocket &socket, int what, std::chrono::milliseconds timeout)
{
    socket.readAll(); // a stale reply would be taken for this one
    socket.write(QByteArray::fromHex("1004").append(static_cast<char>(what)));
    for (QDeadlineTimer deadline{timeout}; !deadline.hasExpired();) {
        if (!socket.waitForReadyRead(static_cast<int>(std::max<qint64>(1, deadline.remainingTime()))))
            return std::nullopt;
        if (const auto status = statusIn(socket.readAll()))
            return status;
    }
    return std::nullopt;
}

} // namespace

TcpPrinter::TcpPrinter(TcpPrinterAddress address, PrinterProfile profile, EscPosOptions options)
    : m_address{std::move(address)}, m_profile{std::move(profile)}, m_options{std::move(options)}
{}

QString TcpPrinter::name() const
{
    return u"tcp:%1:%2"_s.arg(m_address.host).arg(m_address.port);
}

Result<> TcpPrinter::print(const Paper &paper)
{
    return send(encodeEscPos(paper, m_profile, m_options));
}

Result<> TcpPrinter::openDrawer()
{
    return send(drawerKick(m_profile));
}

Result<> TcpPrinter::send(const QByteArray &job)
{
    QTcpSocket socket;
    socket.connectToHost(m_address.host, m_address.port);
    if (!socket.waitForConnected(milliseconds(m_address.connectTimeout)))
        return failure(ErrorCode::PrinterUnavailable, u"%1: %2"_s.arg(name(), socket.errorString()), {name()});
    bool replies = false;
    if (m_profile.repliesToStatus) {
        TRY_LET(replied, checkStatus(socket));
        replies = replied;
    }
    TRY(write(socket, job));
    if (replies) // the marker is only worth waiting for from a printer that speaks
        TRY(awaitMarker(socket));
    return close(socket);
}

Result<bool> TcpPrinter::checkStatus(QTcpSocket &socket) const
{
    const auto paper = askStatus(socket, 4, m_address.statusTimeout);
    if (!paper)
        return false;
    if (*paper & 0x60)
        return failure(ErrorCode::PrinterUnavailable, name() + u": no paper"_s, {name()});
    const auto cover = askStatus(socket, 2, m_address.statusTimeout);
    if (cover && (*cover & 0x44))
        return failure(ErrorCode::PrinterUnavailable, name() + u": cover open or error"_s, {name()});
    return true;
}

Result<> TcpPrinter::write(QTcpSocket &socket, const QByteArray &bytes) const
{
    for (qsizetype at = 0; at < bytes.size(); at += blockBytes) {
        socket.write(bytes.mid(at, blockBytes));
        while (socket.bytesToWrite() > 0)
            if (!socket.waitForBytesWritten(milliseconds(m_address.writeTimeout))) {
                const bool lost = socket.state() != QAbstractSocket::ConnectedState;
                return failure(lost ? ErrorCode::PrinterUnavailable : ErrorCode::Timeout, u"%1: %2"_s.arg(name(), socket.errorString()),
                               {name()});
            }
    }
    return {};
}

Result<> TcpPrinter::awaitMarker(QTcpSocket &socket) const
{
    socket.readAll();
    TRY(write(socket, QByteArray::fromHex("1d7201")));
    for (QDeadlineTimer deadline{m_address.markerTimeout}; !deadline.hasExpired();) {
        if (!socket.waitForReadyRead(static_cast<int>(std::max<qint64>(1, deadline.remainingTime()))))
            break;
        for (const char byte : socket.readAll())
            if ((byte & 0x90) == 0) // the paper status that `1D 72 01` answers
                return {};
    }
    const bool lost = socket.state() != QAbstractSocket::ConnectedState;
    return failure(lost ? ErrorCode::PrinterUnavailable : ErrorCode::Timeout, name() + u": the job was not acknowledged"_s, {name()});
}

/// Sends FIN and waits for the printer's own: a reset means that it did not read what we wrote.
Result<> TcpPrinter::close(QTcpSocket &socket) const
{
    if (socket.state() == QAbstractSocket::UnconnectedState)
        return failure(ErrorCode::PrinterUnavailable, u"%1: %2"_s.arg(name(), socket.errorString()), {name()});
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        socket.waitForDisconnected(milliseconds(m_address.statusTimeout));
    return {};
}

} // namespace guichet
