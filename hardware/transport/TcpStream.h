// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/ByteStream.h"

#include <QTcpSocket>

namespace guichet {

/// A TCP line, plain.
class TcpStream final : public ByteStream
{
public:
    TcpStream(QString host, quint16 port) : m_host{std::move(host)}, m_port{port} {}
    /// A line that a server has accepted.
    explicit TcpStream(std::unique_ptr<QTcpSocket> accepted);
    ~TcpStream() override;

    QString name() const override;
    Result<> open(std::chrono::milliseconds limit) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit) override;
    Result<QByteArray> read(std::chrono::milliseconds limit) override;
    void close() override;
    bool isOpen() const override;

private:
    std::unexpected<Error> lost(ErrorCode code) const;

    QString m_host;
    quint16 m_port = 0;
    std::unique_ptr<QTcpSocket> m_socket;
};

} // namespace guichet
