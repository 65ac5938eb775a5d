// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace guichet {

/// Amounts in nexo are JSON numbers in euros (hardware.md §3.4). They never become a `double` here: written from cents, read from the
/// digits.

/// `12.95`, `-0.50`: always two decimals.
QString nexoAmountText(Money amount);
/// The inverse; also `12`, `12.9` and `12.9500`. None: not an amount, a fraction of a cent, more than `largestAmount`.
std::optional<Money> nexoAmountFrom(const QString &digits);

/// An amount for a QJsonObject: becomes a number when the whole is written by writeNexoJson().
QJsonValue nexoAmount(Money amount);
/// Compact JSON in which nexoAmount() stands as a number.
QByteArray writeNexoJson(const QJsonObject &object);
/// The object that `json` holds, all its numbers as strings of their digits. None: not an object.
std::optional<QJsonObject> readNexoJson(const QByteArray &json);

} // namespace guichet
