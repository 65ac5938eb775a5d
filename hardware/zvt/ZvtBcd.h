// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace guichet {

/// A number as `bytes` packed decimal digits, with leading zeros; what does not fit is cut off at the left.
QByteArray zvtBcd(qint64 number, int bytes);
/// The inverse. None: a digit beyond 9, nothing, or more than nine bytes.
std::optional<qint64> zvtNumberFrom(QByteArrayView bcd);
/// The half-bytes as they stand: `0122`, `EEEE5726`.
QString zvtDigits(QByteArrayView bcd);

/// The length that precedes a field: two or three bytes `Fx` (hardware.md §6.1). `length` < 100 or 1000.
QByteArray zvtVariableLength(qsizetype length, int digits);

} // namespace guichet
