// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// A message without card numbers: of each run of 13 digits or more the last four stay, track data after one goes; the same of numbers in
/// groups, when they are printed as cards are or bear their check digit (hardware.md §2.13).
QString maskCardData(const QString &message);
/// Of a card number the last four digits; at most 40 characters.
QString maskedPan(const QString &pan);

} // namespace guichet
