// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/ByteStream.h"

#include <QSerialPort>

namespace guichet {

/// How a serial line is set. Defaults: 9600 8N1, no flow control.
struct SerialLine
{
    QString port; ///< `/dev/ttyUSB0`, `COM3`.
    int baud = 9600;
    QSerialPort::StopBits stopBits = QSerialPort::OneStop;
    QSerialPort::FlowControl flowControl = QSerialPort::NoFlowControl;
};

/// A serial line or a USB one that looks like it (CDC); pseudo-terminals too.
class SerialStream final : public ByteStream
{
public:
    explicit SerialStream(SerialLine line) : m_line{std::move(line)} {}
    ~SerialStream() override;

    QString name() const override;
    Result<> open(std::chrono::milliseconds limit) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit) override;
    Result<QByteArray> read(std::chrono::milliseconds limit) override;
    void close() override;
    bool isOpen() const override;

private:
    std::unexpected<Error> lost(ErrorCode code) const;
    bool isGone() const;

    SerialLine m_line;
    std::unique_ptr<QSerialPort> m_port;
};

} // namespace guichet
