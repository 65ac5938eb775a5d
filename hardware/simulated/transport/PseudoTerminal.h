// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/ByteStream.h"

namespace guichet {

/// The device's end of a serial line that exists in this computer only (HW-6). The till opens the other end, `portName()`, as any serial
/// port. On systems without pseudo-terminals it never opens.
class PseudoTerminal final : public ByteStream
{
public:
    PseudoTerminal() = default;
    ~PseudoTerminal() override;
    PseudoTerminal(const PseudoTerminal &) = delete;
    PseudoTerminal &operator=(const PseudoTerminal &) = delete;

    QString name() const override { return QStringLiteral("pty:") + m_port; }
    Result<> open(std::chrono::milliseconds limit) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit) override;
    Result<QByteArray> read(std::chrono::milliseconds limit) override;
    void close() override;
    bool isOpen() const override { return m_device >= 0; }

    /// `/dev/pts/3`; empty: not open.
    QString portName() const { return m_port; }

private:
    Result<bool> isReady(short events, std::chrono::milliseconds limit) const;

    int m_device = -1;
    int m_till = -1; ///< The till's end, kept open so that the line stays when no till is there.
    QString m_port;
};

} // namespace guichet
