// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "hardware/terminal/TipCeiling.h"

#include <QByteArray>
#include <chrono>
#include <optional>

namespace guichet {

/// How long the driver waits (hardware.md §3.6). Tests divide them.
struct NexoLimits
{
    std::chrono::milliseconds connect{5'000};      ///< For the TCP connection, and again for the TLS handshake.
    std::chrono::milliseconds write{5'000};        ///< Without progress.
    std::chrono::milliseconds payment{120'000};    ///< For the answer to a payment or refund; then it is aborted.
    std::chrono::milliseconds afterAbort{10'000};  ///< After having given up: the answer may still come.
    std::chrono::milliseconds abort{5'000};        ///< For the empty answer to an Abort.
    std::chrono::milliseconds reversal{60'000};    ///< For the answer to a Reversal.
    std::chrono::milliseconds status{10'000};      ///< For one answer to TransactionStatus or Diagnosis.
    std::chrono::milliseconds statusPause{5'000};  ///< Between two questions about a payment in progress.
    std::chrono::milliseconds notFoundGap{5'000};  ///< At least, between the two NotFound that together mean: never started.
    std::chrono::milliseconds lookUp{150'000};     ///< One lookUp() in all; what is still in progress then is unknown.
    std::chrono::milliseconds totals{30'000};      ///< For the answer to GetTotals.
    std::chrono::milliseconds endOfDay{120'000};   ///< For the answer to Reconciliation.
    std::chrono::milliseconds noticeClient{2'000}; ///< For one whole notice of the terminal.

    /// Those of a terminal that lives `divisor` times as fast. What computers need among themselves keeps at least a second.
    NexoLimits dividedBy(int divisor) const;
    friend bool operator==(const NexoLimits &, const NexoLimits &) = default;
};

/// The key shared with the terminal, as set in the back office (hardware.md §3.2). The passphrase is a secret: kept in the keychain.
struct NexoKey
{
    QString identifier;
    int version = 1;
    QString passphrase;
    friend bool operator==(const NexoKey &, const NexoKey &) = default;
};

/// A nexo terminal on the LAN, as plain values (hardware.md §3.1).
struct NexoProfile
{
    QString host; ///< Name or address; fixed or reserved.
    quint16 port = 8443;
    QString poiId;                                                              ///< Model-serial: `V400m-123456789`.
    QString saleId;                                                             ///< This till, in the terminal's eyes.
    bool isLive = true;                                                         ///< Else of the test environment: another leaf name.
    bool hasLegacyCertificate = false;                                          ///< An old terminal without a certificate of its own.
    QByteArray rootPem;                                                         ///< The only authority that is believed. One certificate.
    NexoKey key;                                                                ///< Of the envelope.
    QString saleToAcquirerData = QStringLiteral("tenderOption=ReceiptHandler"); ///< The till prints.
    std::optional<quint16> noticePort; ///< Where the terminal may send its Display and Event notices; 0: any free port; none: no listening.
    TipCeiling tips;
    NexoLimits limits;

    /// The name that the certificate of the terminal must bear.
    QString peerName() const;
    /// InvalidInput, naming the field that is missing or wrong.
    Result<> check() const;
    friend bool operator==(const NexoProfile &, const NexoProfile &) = default;
};

} // namespace guichet
