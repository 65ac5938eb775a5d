// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace guichet {

/// Crockford base 32: figures and upper-case letters without I, L, O and U (decisions 20).

/// The value of one character, 0 to 31; −1 for any other.
int crockfordDigit(QChar character);
/// `value`, not negative, with at least `width` characters.
QString crockford(qint64 value, int width);
/// Nothing for any other character, for no character and for more than 12.
std::optional<qint64> fromCrockford(QStringView text);

} // namespace guichet
