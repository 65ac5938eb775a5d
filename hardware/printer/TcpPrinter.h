// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "hardware/escpos/EscPos.h"

#include <chrono>

class QTcpSocket;

namespace guichet {

/// Where a network printer listens and how long it may take.
struct TcpPrinterAddress
{
    QString host;
    quint16 port = 9100;
    std::chrono::milliseconds connectTimeout{3000};
    std::chrono::milliseconds statusTimeout{1000};  ///< For `10 04 n`.
    std::chrono::milliseconds writeTimeout{10000};  ///< Without any progress.
    std::chrono::milliseconds markerTimeout{10000}; ///< Until the printer says that it has printed (`1D 72 01`).
};

/// Prints over TCP, raw (hardware.md §7.3): one connection a job, closed in order, never kept idle. A printer that replies to status is
/// asked first and acknowledges the job at its end; another counts as printed once it has taken every byte. Errors: PrinterUnavailable
/// (refused, lost, no paper, cover open), Timeout. Blocks; call on the device thread.
class TcpPrinter : public ReceiptPrinter
{
public:
    TcpPrinter(TcpPrinterAddress address, PrinterProfile profile, EscPosOptions options = {});
    QString name() const override;
    Result<> print(const Paper &paper) override;
    Result<> openDrawer() override;

private:
    Result<> send(const QByteArray &job);
    Result<bool> checkStatus(QTcpSocket &socket) const; ///< Whether the printer replied.
    Result<> write(QTcpSocket &socket, const QByteArray &bytes) const;
    Result<> awaitMarker(QTcpSocket &socket) const;
    Result<> close(QTcpSocket &socket) const;

    TcpPrinterAddress m_address;
    PrinterProfile m_profile;
    EscPosOptions m_options;
};

} // namespace guichet
