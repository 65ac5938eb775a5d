// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <chrono>
#include <memory>

namespace guichet {

/// A line of bytes to a device: TCP, serial, USB. Blocking, each call with its time limit; used on one thread. A driver that must be
/// stopped from another one reads in short turns and looks at its own flag. Errors: DeviceUnavailable (refused, unplugged, lost), Timeout.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    virtual QString name() const = 0; ///< `tcp:192.0.2.10:9100`, `serial:/dev/ttyS0`: as in the settings.
    virtual Result<> open(std::chrono::milliseconds limit) = 0;
    /// All of it, or an error; after an error part of it may have left. Timeout: no progress for so long.
    virtual Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit) = 0;
    /// What has arrived, at once when there is something; empty when nothing came in time.
    virtual Result<QByteArray> read(std::chrono::milliseconds limit) = 0;
    /// Ends the line in order: what was written still leaves.
    virtual void close() = 0;
    virtual bool isOpen() const = 0;
};

/// Reads exactly `count` bytes; what came too much stays in `buffer`, which starts each read. Timeout: not all came within `limit`.
Result<QByteArray> readExactly(ByteStream &stream, QByteArray &buffer, qsizetype count, std::chrono::milliseconds limit);

/// The line that a setting names: `tcp:HOST:PORT` (IPv6 in brackets), `serial:PORT[:BAUD]`, `usb:/dev/usb/lp0`. InvalidInput: none of
/// these. `defaultPort` for a TCP address without one; 0: it must be there.
Result<std::unique_ptr<ByteStream>> makeByteStream(const QString &setting, quint16 defaultPort = 0);

/// The same to a printer: TCP port 9100 unless another is said, and a serial line may end in how a full printer says that it is full,
/// `serial:PORT[:BAUD][:rts|:xon|:none]`. It prints slower than a line brings, so `rts` is the default (hardware.md §7.3).
Result<std::unique_ptr<ByteStream>> makePrinterStream(const QString &setting);

} // namespace guichet
