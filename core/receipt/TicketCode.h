// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace guichet {

/// What the QR of an admission ticket says: `T` + dossier number without its `P` + line (2 characters) + unit (3) + check (2), all in
/// Crockford base 32, upper case, without separators so that any scanner and keyboard layout passes it. The check characters are a weighted
/// sum modulo 1021: every wrong character and every swap of two is found. It is no proof of payment: the check-in looks the dossier up.
struct TicketCode
{
    QString dossierNumber;
    int line = 0; ///< 1-based position in the sale; 0: the whole dossier.
    int unit = 0; ///< 1-based; 0: all units of the line.

    QString toString() const;
    /// Blanks and hyphens are ignored; O, I and L are read as 0 and 1. nullopt for anything else.
    static std::optional<TicketCode> fromString(const QString &scanned);
    friend bool operator==(const TicketCode &, const TicketCode &) = default;
};

} // namespace guichet
