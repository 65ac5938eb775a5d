// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

#include <QStringList>

namespace guichet {

/// What one line of a fixed-pitch printer shows. `text` fits the columns (half of them when Large is printed double-wide) and holds no
/// control character.
struct PrintLine
{
    enum class Kind { Text, Qr, Barcode, Logo, Cut };
    Kind kind = Kind::Text;
    QString text = {};    ///< Already padded to its place; no trailing blanks. Qr: the caption.
    QString payload = {}; ///< Qr, Barcode.
    BarcodeKind barcode = BarcodeKind::Ean13;
    bool bold = false;
    TextSize size = TextSize::Normal;
    bool underline = false;
    bool inverse = false;
    friend bool operator==(const PrintLine &, const PrintLine &) = default;
};

/// Whether TextSize::Large takes two columns a character and Small three quarters of one (receipt printers), or each one (plain text).
enum class LargeText { DoubleWide, SingleWide };

/// Lays paper out in columns: wraps, pads, aligns. Lower limit: 20 columns.
std::vector<PrintLine> layOut(const Paper &paper, int columns, LargeText large);

/// Breaks at blanks (never at no-break spaces) into lines of at most `columns`; longer words are cut. An empty text is one empty line.
QStringList wrapped(const QString &text, int columns);

/// What a fixed-pitch font can show: composed, control characters removed, typographic spaces to blanks, the minus sign to a hyphen.
QString fixedPitch(const QString &text);

} // namespace guichet
