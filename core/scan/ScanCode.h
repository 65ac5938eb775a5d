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
        Article,  ///< EAN, UPC or GTIN with a right check digit, alone or in a GS1 code.
        Embedded, ///< In-store EAN-13 that carries a price, a weight or a count.
        Dossier,  ///< A dossier number.
        Text      ///< Anything else.
    };
    Kind kind = Kind::Text;
    QString text;                ///< Without AIM identifier and surrounding white space.
    QStringList candidates = {}; ///< Barcodes to look a product up by, the likeliest first.
    QString item = {};           ///< Embedded: the item digits.
    std::optional<Money> price = {};
    std::optional<qint64> grams = {};
    std::optional<int> pieces = {}; ///< A code of several: a case of twelve.
    bool misread = false;           ///< Text that looks like an EAN whose check digit is wrong.
    friend bool operator==(const ScanCode &, const ScanCode &) = default;
};

/// Longest code that is taken: a GS1 QR holds less.
inline constexpr int longestScan = 400;

/// Reads a scan. InvalidInput: empty, too long or with control characters; BarcodeInvalid: a code that the scanner itself called an EAN, a
/// GS1 code or an in-store code that does not hold: check digit, price verifier, elements.
Result<ScanCode> parseScanCode(const QString &raw, const QList<EmbeddedCodeLayout> &layouts);

/// True for `P` + yymmdd + 4 or more characters of Crockford base 32 (decisions 20), in any case.
bool looksLikeDossierNumber(const QString &text);

} // namespace guichet
