// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/ByteStream.h"

namespace guichet {

/// A device node that is read and written like a file: a USB printer at `/dev/usb/lp0` (hardware.md §7.3). On systems without such nodes it
/// never opens.
class DeviceFileStream final : public ByteStream
{
public:
    explicit DeviceFileStream(QString path) : m_path{std::move(path)} {}
    ~DeviceFileStream() override;

    QString name() const override;
    Result<> open(std::chrono::milliseconds limit) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit) override;
    Result<QByteArray> read(std::chrono::milliseconds limit) override;
    void close() override;
    bool isOpen() const override { return m_descriptor >= 0; }

private:
    std::unexpected<Error> lost(ErrorCode code, int error) const;
    /// Whether the device is ready for `events` (poll) within the limit; an error when it is gone.
    Result<bool> isReady(short events, std::chrono::milliseconds limit) const;
    bool isHungUp() const;

    QString m_path;
    int m_descriptor = -1;
};

} // namespace guichet
