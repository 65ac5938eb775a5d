// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"
#include "core/till/TillSettings.h"

#include <QStringList>
#include <optional>

namespace guichet {

/// What a scanner delivered, read as far as its characters allow (SELL-2, hardware.md §8.3). What a free text means (ticket, gift code,
/// promo code, own barcode) is for the use case, which can look it up.
struct ScanCode
{
    enum class Kind {
        Article,  ///< EAN-13, EAN-8 or UPC-A with a right check digit.
        Embedded, ///< In-store EAN-13 that carries a price or a weight.
        Dossier,  ///< A dossier number.
        Text      ///< Anything else.
    };
    Kind kind = Kind::Text;
    QString text;                ///< Without AIM identifier and surrounding white space.
    QStringList candidates = {}; ///< Barcodes to look a product up by, the likeliest first.
    QString item = {};           ///< Embedded: the item digits.
    std::optional<Money> price = {};
    std::optional<qint64> grams = {};
    bool misread = false; ///< Text that looks like an EAN whose check digit is wrong.
    friend bool operator==(const ScanCode &, const ScanCode &) = default;
};

/// Longest code that is taken: a GS1 QR holds less.
inline constexpr int longestScan = 400;

/// Reads a scan. InvalidInput: empty, too long or with control characters; BarcodeInvalid: a code that the scanner itself called an EAN, or
/// an in-store code, whose check digit or price verifier is wrong.
Result<ScanCode> parseScanCode(const QString &raw, const QList<EmbeddedCodeLayout> &layouts);

/// The price verifier of GS1 General Specifications 7.9 for four or five digits (hardware.md §8.4); −1 for anything else.
int priceVerifier(const QString &digits);

/// True for `P` + yymmdd + 4 or more characters of Crockford base 32 (decisions 20), in any case.
bool looksLikeDossierNumber(const QString &text);

} // namespace guichet
