// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/SerialStream.h"

#include "hardware/transport/QtLimit.h"

namespace guichet {
using namespace Qt::StringLiterals;

SerialStream::~SerialStream() = default;

QString SerialStream::name() const
{
    const QString line = u"serial:%1:%2"_s.arg(m_line.port).arg(m_line.baud);
    if (m_line.flowControl == QSerialPort::HardwareControl)
        return line + u":rts"_s;
    return m_line.flowControl == QSerialPort::SoftwareControl ? line + u":xon"_s : line;
}

std::unexpected<Error> SerialStream::lost(ErrorCode code) const
{
    return failure(code, u"%1: %2"_s.arg(name(), m_port ? m_port->errorString() : u"closed"_s), {name()});
}

Result<> SerialStream::open(std::chrono::milliseconds)
{
    m_port = std::make_unique<QSerialPort>();
    m_port->setPortName(m_line.port);
    m_port->setBaudRate(m_line.baud);
    m_port->setStopBits(m_line.stopBits);
    m_port->setFlowControl(m_line.flowControl);
    if (m_port->open(QIODevice::ReadWrite)) {
        m_port->clearError(); // a pseudo-terminal has no modem lines: "inappropriate ioctl" is no fault (hardware.md §8.2)
        return {};
    }
    const auto refused = lost(ErrorCode::DeviceUnavailable);
    m_port.reset();
    return refused;
}

bool SerialStream::isGone() const
{
    const bool isHungUp = isOpen() && m_port->error() == QSerialPort::ReadError; // ready, and nothing to read: the other end has left
    return !isOpen() || isHungUp || m_port->error() == QSerialPort::ResourceError;
}

Result<> SerialStream::write(const QByteArray &bytes, std::chrono::milliseconds limit)
{
    if (!isOpen())
        return lost(ErrorCode::DeviceUnavailable);
    m_port->clearError();
    m_port->write(bytes);
    while (m_port->bytesToWrite() > 0)
        if (!m_port->waitForBytesWritten(qtLimit(limit)))
            return lost(isGone() ? ErrorCode::DeviceUnavailable : ErrorCode::Timeout);
    return {};
}

Result<QByteArray> SerialStream::read(std::chrono::milliseconds limit)
{
    if (!isOpen())
        return lost(ErrorCode::DeviceUnavailable);
    m_port->clearError();
    if (m_port->bytesAvailable() == 0 && !m_port->waitForReadyRead(qtLimit(limit)) && isGone())
        return lost(ErrorCode::DeviceUnavailable);
    return m_port->readAll();
}

void SerialStream::close()
{
    if (isOpen())
        m_port->flush();
    m_port.reset();
}

bool SerialStream::isOpen() const
{
    return m_port && m_port->isOpen();
}

} // namespace guichet
