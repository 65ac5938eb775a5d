// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/ByteStream.h"

#include "hardware/transport/DeviceFileStream.h"
#include "hardware/transport/SerialStream.h"
#include "hardware/transport/TcpStream.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr quint16 rawPort = 9100;

std::unexpected<Error> refused(const QString &setting)
{
    return failure(ErrorCode::InvalidInput, u"no such line: "_s + setting, {u"address"_s, setting});
}

Result<std::unique_ptr<ByteStream>> tcpStream(const QString &setting, quint16 defaultPort)
{
    static const QRegularExpression form{u"^tcp:(?:\\[([0-9a-fA-F:.%]+)\\]|([^\\s:/@\\[\\]]+))(?::(\\d{1,5}))?$"_s};
    const auto match = form.match(setting);
    const QString host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    const int port = match.captured(3).isEmpty() ? defaultPort : match.captured(3).toInt();
    if (host.isEmpty() || port < 1 || port > 65535)
        return refused(setting);
    return std::make_unique<TcpStream>(host, static_cast<quint16>(port));
}

Result<SerialLine> serialLine(const QString &setting)
{
    static const QRegularExpression form{u"^serial:([^\\s:]+)(?::(\\d{3,7}))?$"_s};
    const auto match = form.match(setting);
    if (!match.hasMatch())
        return refused(setting);
    SerialLine line{.port = match.captured(1)};
    if (!match.captured(2).isEmpty())
        line.baud = match.captured(2).toInt();
    return line;
}

QSerialPort::FlowControl flowControlNamed(const QString &name)
{
    if (name == u"none")
        return QSerialPort::NoFlowControl;
    return name == u"xon" ? QSerialPort::SoftwareControl : QSerialPort::HardwareControl;
}

} // namespace

Result<QByteArray> readExactly(ByteStream &stream, QByteArray &buffer, qsizetype count, std::chrono::milliseconds limit)
{
    for (const QDeadlineTimer deadline{limit}; buffer.size() < count;) {
        const auto left = std::chrono::milliseconds{deadline.remainingTime()};
        TRY_LET(bytes, stream.read(left));
        buffer += bytes;
        if (bytes.isEmpty() && deadline.hasExpired())
            return failure(ErrorCode::Timeout, u"%1: %2 of %3 bytes"_s.arg(stream.name()).arg(buffer.size()).arg(count), {stream.name()});
    }
    const QByteArray wanted = buffer.left(count);
    buffer.remove(0, count);
    return wanted;
}

Result<std::unique_ptr<ByteStream>> makeByteStream(const QString &setting, quint16 defaultPort)
{
    if (setting.startsWith(u"tcp:"))
        return tcpStream(setting, defaultPort);
    if (setting.startsWith(u"serial:")) {
        TRY_LET(line, serialLine(setting));
        return std::make_unique<SerialStream>(line);
    }
    if (setting.startsWith(u"usb:/") && !setting.contains(u".."))
        return std::make_unique<DeviceFileStream>(setting.mid(4));
    return refused(setting);
}

Result<std::unique_ptr<ByteStream>> makePrinterStream(const QString &setting)
{
    if (!setting.startsWith(u"serial:"))
        return makeByteStream(setting, rawPort);
    static const QRegularExpression flow{u":(rts|xon|none)$"_s};
    const auto match = flow.match(setting);
    TRY_LET(line, serialLine(match.hasMatch() ? setting.left(match.capturedStart()) : setting));
    line.flowControl = flowControlNamed(match.captured(1));
    return std::make_unique<SerialStream>(line);
}

} // namespace guichet
