// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/opi/OpiJournal.h"

#include <QStringList>

namespace guichet {

/// Something for a device of the till.
struct OpiOutput
{
    QString target;     ///< OutDeviceTarget: `CashierDisplay`, `Printer`, …
    QString ticketType; ///< `MerchantReceipt`, when the terminal says so.
    QStringList lines;  ///< Card numbers masked, control characters removed; at most 300 of at most 100 characters.
    std::optional<OpiJournal> journal;
    friend bool operator==(const OpiOutput &, const OpiOutput &) = default;
};

/// A question to the person at the till.
struct OpiInput
{
    QString target;  ///< InDeviceTarget: `CashierKeyboard`.
    QString command; ///< `GetConfirmation`.
    QString text;
    friend bool operator==(const OpiInput &, const OpiInput &) = default;
};

/// A request of the terminal (hardware.md §4.4).
struct OpiDeviceRequest
{
    QString workstationId;
    QString requestId; ///< `8.3`: of channel 0, then a counter; or the first alone.
    QString requestType;
    std::vector<OpiOutput> outputs; ///< At most two.
    std::optional<OpiInput> input;
    friend bool operator==(const OpiDeviceRequest &, const OpiDeviceRequest &) = default;

    /// Of the request on channel 0; −1: it does not say.
    qint64 ofRequest() const;
};
/// DeviceAnswerInvalid: it is none.
Result<OpiDeviceRequest> opiDeviceRequestFrom(const OpiElement &root);

/// What the till answers, at once.
struct OpiDeviceResponse
{
    QString overallResult = QStringLiteral("Success");
    bool takesOutputs = true;
    std::optional<bool> confirmed; ///< The answer to the question; none: no such question can be asked here.
};
QByteArray toXml(const OpiDeviceResponse &response, const OpiDeviceRequest &request);

} // namespace guichet
