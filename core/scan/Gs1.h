// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QDate>
#include <QString>
#include <optional>

namespace guichet {

/// Ends an element of variable length in a GS1 element string (FNC1).
inline constexpr QChar groupSeparator{0x1D};

/// What a till needs of a GS1 element string or Digital Link (hardware.md §8.4).
struct Gs1Content
{
    QString gtin = {}; ///< 14 digits with a right check digit; empty: none.
    QString lot = {};
    QString serial = {};
    QDate expiry = {}; ///< AI 17, else *best before* (AI 15); null: none.
    std::optional<qint64> grams = {};
    std::optional<Money> price = {};
    std::optional<int> pieces = {};
    friend bool operator==(const Gs1Content &, const Gs1Content &) = default;
};

/// Reads `(01)…(10)…`, or the elements as a scanner delivers them, with or without a GS in front. BarcodeInvalid: not a whole element
/// string, a wrong check digit, or a value out of range. Application identifiers that a till does not need are passed over.
Result<Gs1Content> gs1FromElements(const QString &text);

/// Reads `https://any.domain/01/GTIN[/10/lot][/21/serial]?17=…`; none: not a Digital Link. BarcodeInvalid as above.
std::optional<Result<Gs1Content>> gs1FromLink(const QString &text);

} // namespace guichet
