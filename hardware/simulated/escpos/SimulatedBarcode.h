// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/barcode/Barcode.h"

#include <QByteArray>
#include <QImage>
#include <optional>

namespace guichet {

/// A bar code as a printer makes it of the data of `1D 6B m …`.
struct SimulatedBarcode
{
    QString text; ///< What stands under it; FNC1 leaves none.
    BitMatrix bars;
};

/// `system`: m, function A (0–6) or B (65–73): EAN-13, EAN-8, UPC-A, CODE128. None: another system, or data that it cannot hold. CODE128 is
/// made from its own table of patterns, symbol by symbol, so that a wrong code set or a lost FNC1 is seen by whoever reads the bars.
std::optional<SimulatedBarcode> simulatedBarcode(int system, const QByteArray &data);

/// The bars with quiet zones; `hri` as `1D 48 n` says: 1 above, 2 below, 3 both. Words need a program with a screen.
QImage simulatedBarcodeImage(const SimulatedBarcode &code, int module, int height, int hri);

} // namespace guichet
