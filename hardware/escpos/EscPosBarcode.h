// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/barcode/Barcode.h"

#include <QByteArray>

namespace guichet {

/// The commands that print a bar code with its text under it (hardware.md §7.1): height and width of the bars, the text, `1D 6B m n data`.
/// CODE128 and GS1-128 begin with their code set and its FNC1. Empty: not what that kind holds, or too wide for the paper of `dots`.
QByteArray barcodeCommands(BarcodeKind kind, const QString &text, int dots);

/// The data of `1D 6B 49`: code set C for pairs of digits, B for the rest, `{` doubled. At most 255 bytes are of use.
QByteArray code128Data(const QString &text);
/// The same for GS1 elements `(01)…(10)…`: FNC1 first and after each element of open length that another follows.
QByteArray gs1Code128Data(const QString &elements);

/// The widest bars, at most 3 dots a module, that fit on the paper with their quiet zones; 0: none do.
int barModuleFor(int modules, int dots);

} // namespace guichet
