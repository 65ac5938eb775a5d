// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "hardware/escpos/PrinterProfile.h"

#include <QImage>

namespace guichet {

/// Beside the paper.
struct EscPosOptions
{
    QByteArray logo = {}; ///< escPosLogo() of the same profile, made once; empty prints none.
};

/// The commands that print a picture, dithered to black and white, at most as wide as the paper. Empty for none, or a printer without
/// pictures.
QByteArray escPosLogo(const QImage &image, const PrinterProfile &profile);

/// The bytes of a job: initialises the printer, kicks the drawer first when the paper asks for it, prints, cuts. Characters that no code
/// page of the profile has are simplified, else the line goes as an image (needs a QGuiApplication; without one they print as `?`). Nothing
/// in a text can reach the printer as a command. Thread-safe.
QByteArray encodeEscPos(const Paper &paper, const PrinterProfile &profile, const EscPosOptions &options = {});

/// A sheet by which a person sees what the numbers of `1B 74 n` select on this printer: for each table that it may have, the number and the
/// name, then accents and the euro as that table writes them (hardware.md §7.4). First those of the profile, then Epson's.
QByteArray codePageSheet(const PrinterProfile &profile);

/// `1B 70 m t1 t2`, after the initialisation that some printers need, or `10 14 01 m t`. `pin`: 2 or 5; 0: that of the profile.
QByteArray drawerKick(const PrinterProfile &profile, int pin = 0);

} // namespace guichet
