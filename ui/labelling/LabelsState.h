// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"
#include "core/labels/LabelPrinterSettings.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/DataTable.h"

#include <optional>

/// What the page *Étiquettes* shows, as plain values, and the pure functions that decide it (CAT-7).
namespace guichet {

/// Labels of one product that are wanted.
struct LabelLine
{
    QString product; ///< Its key.
    Label label;
    int copies = 1;
    friend bool operator==(const LabelLine &, const LabelLine &) = default;
};

/// How labels come out.
enum class LabelWay { Sheets, Roll };

/// What the page knows.
struct LabelsFacts
{
    std::vector<LabelLine> lines;
    QString selected; ///< Key of the product whose number is changed; empty: none.
    LabelWay way = LabelWay::Sheets;
    QString format = sheetFormats().front().key;
    int start = 0;
    int page = 0;
    LabelPrinterSettings printer;
    bool isBusy = false; ///< Labels are on their way to a printer.
};

/// Everything the page shows beside the search.
struct LabelsState
{
    std::vector<TableRow> rows;
    QString selected;
    int copies = 1;   ///< Of the selected line.
    QString newCodes; ///< On the button that makes codes; empty: no product lacks one.
    std::vector<ChipState> formats;
    int lastStart = 0; ///< The highest position.
    QString summary;   ///< `14 étiquettes · 2 feuilles`
    QString page;      ///< `Feuille 1 sur 2`; empty: there is one.
    QString note;      ///< What is missing before labels can come out, or that some have no barcode.
    Tone noteTone = Tone::Muted;
    bool canGoOut = false; ///< To a file or a printer.
    friend bool operator==(const LabelsState &, const LabelsState &) = default;
};

LabelsState presentLabels(const LabelsFacts &facts, Language language = Language::French);

/// The sheets as they will be printed.
LabelSheets labelSheets(const LabelsFacts &facts);
std::vector<LabelBatch> labelBatches(const LabelsFacts &facts);
/// Adds a copy of the label of a product, or the product with one; at most mostCopies of each.
void addLabel(LabelsFacts &facts, const QString &product, const Label &label);

} // namespace guichet
