// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QUrl>

namespace guichet {

/// Digits of the code by which a centre takes a till or lets a machine replace one, Crockford base 32.
inline constexpr int digitsOfCentreCode = 10;

/// The address of a centre: https, or http on this machine alone (SYN-5). InvalidInput: anything else, also a user, a query or a fragment.
Result<QUrl> centralUrl(const QString &text);

/// What a centre gives out to have a till enrolled, or replaced: where it is, and the code. On paper and screens a QR of one text,
/// `guichet-enrol:https://centre.example#ABCDE12345`, which any scanner reads (docs/protocol/openapi.yaml).
struct CentreInvitation
{
    QUrl url;
    QString code; ///< Capitals.
    friend bool operator==(const CentreInvitation &, const CentreInvitation &) = default;
};

/// InvalidInput: longer than a scan may be.
Result<QString> invitationText(const CentreInvitation &invitation);
/// Whether the text means to be one, right or wrong: it is nothing to sell.
bool looksLikeInvitation(const QString &text);
/// InvalidInput: not such a text, no address of a centre, no code, or too long.
Result<CentreInvitation> readInvitation(const QString &text);

/// A code as it is sent: in capitals, without the blanks and dashes that people type.
QString plainCentreCode(const QString &typed);
/// Whether a plain code can be one.
bool isCentreCode(const QString &plain);

} // namespace guichet
