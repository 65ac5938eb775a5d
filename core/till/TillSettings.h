// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

#include <QJsonObject>

namespace guichet {

/// Layout of an in-store EAN-13 with an embedded price, weight or count (hardware.md §8.4): prefix, item digits, optional verifier, value
/// digits.
struct EmbeddedCodeLayout
{
    enum class Field { Price, Weight, Pieces };
    QString prefix = QStringLiteral("22");
    int itemDigits = 5;
    bool verifier = false;
    int valueDigits = 5;
    Field field = Field::Price;
    int decimals = 2; ///< Of the value: 2 → cents; weights in kilograms with 3 decimals → grams; pieces have none.
    friend bool operator==(const EmbeddedCodeLayout &, const EmbeddedCodeLayout &) = default;
};

constexpr int latestDayStart = 12; ///< Hour; TillSettings::businessDayStartsAtHour.

/// Everything that can be set on this till, with its default (style example 9). Secrets are in the keychain, not here. A document of kind
/// Settings.
struct TillSettings
{
    QString tillKey = QStringLiteral("accueil");
    Language language = Language::French; ///< Of the screens before somebody connects, and of those whose language has no translation.
    int businessDayStartsAtHour = usualDayStart;
    int lockAfterIdleSeconds = 300;
    bool blindCount = false;
    bool sceRequired = false;                  ///< *SCE requise* (decisions 9).
    bool roundAllTenders = false;              ///< belgium.md §1; needs the displayed text.
    bool askOriginAfterSale = true;            ///< decisions 21.
    bool oneTicketForAll = false;              ///< Admission tickets: one each, or one for all.
    bool voucherRestIsNewVoucher = false;      ///< decisions 7.
    int giftValidityMonths = 24;               ///< Of gift value, from its sale or last recharge; 0: for ever.
    int giftOfflineLimitCents = 5000;          ///< Per code since the last contact with the centre (decisions 7).
    QString darkMode = QStringLiteral("auto"); ///< auto, light, dark.
    bool sounds = true;
    QString receiptPrinter = QStringLiteral("screen"); ///< screen, file:DIR, tcp:HOST[:PORT], serial:PORT[:BAUD][:FLOW], usb:/dev/….
    int receiptColumns = 48;
    QString printerProfile = QStringLiteral("generic80");
    QString sparePrinter = {}; ///< As receiptPrinter, for papers that a person sends there; empty: none.
    QString sparePrinterProfile = QStringLiteral("generic80");
    int drawerPin = 0;         ///< Of the printer's socket, 2 or 5; 0: as the profile says.
    QString drawerSensor = {}; ///< Level of its contact while the drawer is open: high, low; none: it has none. Empty: not tried yet.
    bool printAdmissionTickets = true;
    QString secretStore = QStringLiteral("keychain"); ///< keychain, file; decisions 14.
    QList<EmbeddedCodeLayout> embeddedCodes{EmbeddedCodeLayout{}};
    friend bool operator==(const TillSettings &, const TillSettings &) = default;
};

QJsonObject toJson(const TillSettings &settings);
/// Absent fields keep their default; unknown fields are refused.
Result<TillSettings> tillSettingsFromJson(const QJsonObject &document);

} // namespace guichet
