// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"
#include "core/till/TillSettings.h"

#include <QStringList>
#include <optional>

namespace guichet {

/// What an in-store EAN-13 carries: an article, and the price, the weight or the pieces of this package (hardware.md §8.4).
struct EmbeddedCode
{
    QString item;
    QStringList candidates; ///< Barcodes to look the product up by, the likeliest first.
    std::optional<Money> price = {};
    std::optional<qint64> grams = {};
    std::optional<int> pieces = {};
};

/// Reads an EAN-13 by the first layout that it begins with; none: it is an ordinary article. BarcodeInvalid: its price verifier is
/// wrong, or it counts more pieces than there can be.
Result<std::optional<EmbeddedCode>> readEmbeddedCode(const QString &ean13, const QList<EmbeddedCodeLayout> &layouts);

/// The price verifier of GS1 General Specifications 7.9 for four or five digits (hardware.md §8.4); −1 for anything else.
int priceVerifier(const QString &digits);

} // namespace guichet
