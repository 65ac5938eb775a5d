// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <QJsonObject>

namespace guichet {

/// The attraction as it prints on receipts (ACC-1).
struct Attraction
{
    QString legalName;
    QString commercialName;
    QString street;
    QString postcode;
    QString city;
    QString country = QStringLiteral("BE");
    QString enterpriseNumber; ///< 10 digits, checked by isValidEnterpriseNumber().
    bool vatLiable = true;    ///< Prints `TVA BE0…`; else the enterprise number alone.
    QString establishmentUnit;
    QString iban; ///< Checked by isValidIban(); may be empty.
    QString telephone;
    QString email;
    QString web;
    LocalizedText receiptFooter;
    friend bool operator==(const Attraction &, const Attraction &) = default;
};

/// 10 digits, first 0 or 1, last two = 97 − (first eight mod 97) (belgium.md §6.2). Accepts `BE 0xxx.xxx.xxx` as typed.
bool isValidEnterpriseNumber(const QString &typed);
QString normalisedEnterpriseNumber(const QString &typed); ///< 10 digits; empty when invalid.
/// ISO 13616 check; spaces ignored.
bool isValidIban(const QString &typed);

QJsonObject toJson(const Attraction &attraction);
Result<Attraction> attractionFromJson(const QJsonObject &document);

} // namespace guichet
