// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QByteArray>
#include <QDateTime>
#include <optional>

namespace guichet {

/// What a status information or a completion says (hardware.md §6.3), as plain values. What was not sent is none or empty.
struct ZvtStatus
{
    std::optional<quint8> result = {};          ///< 27: 0 is success.
    std::optional<Money> amount = {};           ///< 04, a tip included. Never negative.
    std::optional<Money> tip = {};              ///< TLV 1F36.
    QString currency = {};                      ///< 49: `0978`.
    std::optional<int> receipt = {};            ///< 87: 1 to 9999.
    std::optional<qint64> trace = {};           ///< 0B, or TLV 1F2B.
    std::optional<qint64> originalTrace = {};   ///< 37: only of a reversal.
    std::optional<qint64> turnover = {};        ///< 88.
    QTime time = {};                            ///< 0C, the terminal's own.
    QDate date = {};                            ///< AA.
    QString monthAndDay = {};                   ///< 0D: `0308`.
    QString expiry = {};                        ///< 0E: YYMM.
    QString maskedPan = {};                     ///< 22: at most the last four digits.
    std::optional<quint8> cardSequence = {};    ///< 17, its last two digits.
    std::optional<quint8> paymentType = {};     ///< 19; after a registration the state of the terminal.
    std::optional<quint8> cardType = {};        ///< 8A.
    std::optional<quint8> networkCardType = {}; ///< 8C.
    std::optional<quint8> hostResult = {};      ///< A0.
    QString cardName = {};                      ///< 8B.
    QString terminalId = {};                    ///< 29.
    QString merchantId = {};                    ///< 2A.
    QString approval = {};                      ///< 3B.
    QString text = {};                          ///< 3C, else TLV 24.
    QByteArray totals = {};                     ///< 60, as it stands.
    QString applicationId = {};                 ///< TLV 43: AID.
    std::optional<quint8> authentication = {};  ///< TLV 1F10: how the cardholder was known.
    std::optional<quint8> technology = {};      ///< TLV 1F12: 0 stripe, 1 chip, 2 contactless.
    std::optional<quint8> onlineFlag = {};      ///< TLV 1F11.
    QString errorText = {};                     ///< TLV 1F17.
    std::optional<quint8> charset = {};         ///< TLV 14: what a registration has agreed to.
    bool isWhole = true;                        ///< False: an unknown field hides the rest.
    friend bool operator==(const ZvtStatus &, const ZvtStatus &) = default;

    /// When it was, by the terminal's clock; the year and, where it is not said, the day are those nearest to `about`. Null: no time said.
    QDateTime at(const QDateTime &about) const;
    bool isInEuros() const { return currency.isEmpty() || currency == u"0978"; }
    bool needsSignature() const;
};

/// DeviceAnswerInvalid: a field is cut off or holds what it cannot, or a field that decides (27, 04, 49, 87) is there twice.
Result<ZvtStatus> zvtStatusFrom(QByteArrayView data);

/// The words that a container carries for the display: TLV 24 with 07, lines joined. Empty: none, or it cannot be read.
QString zvtDisplayText(QByteArrayView container);

} // namespace guichet
