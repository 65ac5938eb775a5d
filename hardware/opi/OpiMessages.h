// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"
#include "hardware/opi/OpiProfile.h"
#include "hardware/opi/OpiXml.h"

#include <QDateTime>
#include <optional>

namespace guichet {

/// A question of the till on channel 0 (hardware.md §4.2).
struct OpiRequest
{
    enum class Element { Service, Card };
    Element element = Element::Service;
    QString type; ///< RequestType: `CardPayment`.
    qint64 id = 0;
    QDateTime at;
    std::optional<Money> amount = {}; ///< Never negative: the type says which way.
    QString originalStan = {};        ///< Of the transaction that is reversed.
    friend bool operator==(const OpiRequest &, const OpiRequest &) = default;
};
QByteArray toXml(const OpiRequest &request, const OpiProfile &profile);

/// Whom a repeated answer answers.
struct OpiOriginal
{
    QString workstationId;
    QString requestId;
    QString requestType;
    QString overallResult; ///< Empty: not said.
    friend bool operator==(const OpiOriginal &, const OpiOriginal &) = default;
};

/// What the authorisation system said; the card as the terminal tells it, masked or not.
struct OpiAuthorisation
{
    QString acquirerId;
    QString cardPan;
    QString timeStamp;
    QString merchant;
    QString approvalCode;
    QString cardCircuit;
    QString receiptNumber;
    QString reference;
    QString actionCode;
    friend bool operator==(const OpiAuthorisation &, const OpiAuthorisation &) = default;
};

/// A row of a reconciliation.
struct OpiTotal
{
    QString circuit;
    QString paymentType; ///< `Debit`: taken; `Credit`: given back.
    QString count;
    QString currency;
    QString amount;
    friend bool operator==(const OpiTotal &, const OpiTotal &) = default;
};

/// An answer of the terminal on channel 0, as it stands there: nothing is judged yet (hardware.md §4.3). What is not said is empty.
struct OpiAnswer
{
    OpiRequest::Element element = OpiRequest::Element::Service;
    QString workstationId;
    QString requestId;
    QString requestType;
    QString overallResult;
    QString terminalId;
    QString stan;
    QString currency;
    QString amount;
    std::optional<OpiAuthorisation> authorisation;
    QString cardPan; ///< Of CardValue.
    QString cardCircuit;
    QString entryMode;
    QString technology;
    QString verification; ///< CardVerificationMethod and CardHolderAuthentication.
    QString errorCode;
    QString errorText;
    std::optional<OpiOriginal> original;
    std::vector<OpiTotal> totals;
    friend bool operator==(const OpiAnswer &, const OpiAnswer &) = default;
};
/// DeviceAnswerInvalid: it is no answer.
Result<OpiAnswer> opiAnswerFrom(const OpiElement &root);

inline constexpr QStringView opiNamespace = u"http://www.nrf-arts.org/IXRetail/namespace";

} // namespace guichet
