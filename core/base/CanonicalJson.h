// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QJsonObject>

namespace guichet {

/// The largest integer that every reader of JSON keeps exactly (RFC 8785, RFC 7493 §2.2).
inline constexpr qint64 largestJsonInteger = (qint64{1} << 53) - 1;

/// RFC 8785 bytes of `object`: keys sorted by UTF-16 units, no white space, shortest escapes. Only what facts may hold: strings, booleans,
/// null, arrays, objects and integers within ±2^53−1. Refuses fractions, U+0000 and lone surrogates (InvalidInput, decisions 26).
Result<QByteArray> toCanonicalJson(const QJsonObject &object);

/// Parses bytes that must be canonical already: anything that toCanonicalJson() would not write is refused (InvalidInput).
Result<QJsonObject> fromCanonicalJson(const QByteArray &bytes);

} // namespace guichet
