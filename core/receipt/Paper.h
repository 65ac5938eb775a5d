// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/barcode/Barcode.h"
#include "core/base/Text.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <functional>
#include <variant>
#include <vector>

/// One layout model for everything that a till prints: rendered as ESC/POS bytes (hardware/escpos), plain text (core/receipt/PlainText.h),
/// on-screen paper and PDF (ui/paper). Widths are in columns; renderers wrap and pad.
namespace guichet {

enum class Align { Left, Centre, Right };
/// Small: a third more characters in a line (font B of receipt printers).
enum class TextSize { Normal, Tall, Large, Small };

/// A line of text, wrapped when longer than the paper.
struct PaperText
{
    QString text;
    Align align = Align::Left;
    bool bold = false;
    TextSize size = TextSize::Normal;
    bool underline = false;
    bool inverse = false; ///< Light on dark.
    friend bool operator==(const PaperText &, const PaperText &) = default;
};

/// Text on the left, text on the right; the left wraps, the right never does.
struct PaperPair
{
    QString left;
    QString right;
    bool bold = false;
    TextSize size = TextSize::Normal;
    int indent = 0; ///< Columns before the left text.
    friend bool operator==(const PaperPair &, const PaperPair &) = default;
};

/// A table row: cells with widths in 48ths of the paper; the last cells align right when asked.
struct PaperRow
{
    struct Cell
    {
        QString text;
        int width = 12; ///< Of 48.
        Align align = Align::Left;
        friend bool operator==(const Cell &, const Cell &) = default;
    };
    std::vector<Cell> cells;
    bool bold = false;
    friend bool operator==(const PaperRow &, const PaperRow &) = default;
};

struct PaperRule
{
    bool strong = false;
    friend bool operator==(const PaperRule &, const PaperRule &) = default;
};
struct PaperSpace
{
    int lines = 1;
    friend bool operator==(const PaperSpace &, const PaperSpace &) = default;
};
/// A QR code, centred; payload in UTF-8.
struct PaperQr
{
    QString payload;
    QString caption;
    friend bool operator==(const PaperQr &, const PaperQr &) = default;
};
/// A bar code, centred, with its text under it.
struct PaperBarcode
{
    BarcodeKind kind = BarcodeKind::Ean13;
    QString text;
    friend bool operator==(const PaperBarcode &, const PaperBarcode &) = default;
};
struct PaperLogo
{
    friend bool operator==(const PaperLogo &, const PaperLogo &) = default;
};
/// Ends a sheet: the printer cuts here.
struct PaperCut
{
    friend bool operator==(const PaperCut &, const PaperCut &) = default;
};

using PaperItem = std::variant<PaperText, PaperPair, PaperRow, PaperRule, PaperSpace, PaperQr, PaperBarcode, PaperLogo, PaperCut>;

/// Something to print, from top to bottom.
struct Paper
{
    QString title; ///< For the file name, the PDF's title and the spool list.
    Language language = Language::French;
    bool openDrawer = false;
    int drawerPin = 0; ///< 2 or 5: by this pin, whatever is set; 0: as the printer is set up.
    std::vector<PaperItem> items;
    friend bool operator==(const Paper &, const Paper &) = default;
};

/// The paper with each text that is read by people put through `spell`; payloads of codes stay as they are.
Paper respelt(Paper paper, const std::function<QString(const QString &)> &spell);

/// For the spool: jobs survive a restart.
QJsonObject toJson(const Paper &paper);
Paper paperFromJson(const QJsonObject &object);

} // namespace guichet
