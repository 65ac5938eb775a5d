// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/barcode/Barcode.h"
#include "core/scan/CentreInvitation.h"

namespace guichet {

/// A QR of the invitation as lines of a terminal, two modules above each other in one character. Black on white whatever the terminal's
/// colours are: scanners do not read the reverse.
Result<QString> invitationLines(const CentreInvitation &invitation);
/// The same as an SVG of its own, with the quiet zone around it: to be printed, or sent to whom it is for.
Result<QByteArray> invitationSvg(const CentreInvitation &invitation);

} // namespace guichet
