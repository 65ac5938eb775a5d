// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"
#include "core/money/Money.h"
#include "core/money/Vat.h"

#include <QString>

namespace guichet {

enum class EuroSign { Shown, Hidden };

/// The one way in which amounts are written for people: `1 234,50 €` (narrow no-break spaces U+202F, U+2212 minus); English: `€1,234.50`;
/// Dutch and German group with a point: `1.234,50 €`.
QString formatMoney(Money amount, EuroSign sign = EuroSign::Shown, Language language = Language::French);

/// `6 %`, `5,5 %`.
QString formatPercent(BasisPoints part, Language language = Language::French);
/// As a VAT rate is shown: `21 %`, `0 %`, `exonéré`, `hors champ`.
QString formatVatRate(const VatRate &rate, Language language = Language::French);

/// What a person types: `12`, `12,5`, `12.50`, `1 234,50 €`, `-3,00`. nullopt when it is not an amount, has more than two decimals or
/// exceeds largestAmount.
std::optional<Money> parseMoney(const QString &text);

} // namespace guichet
