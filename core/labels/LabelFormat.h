// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>
#include <vector>

namespace guichet {

/// What stands on one label.
struct Label
{
    QString title;
    QString price;   ///< As it is read; empty: none.
    QString barcode; ///< EAN-13, 13 digits; empty: none.
    friend bool operator==(const Label &, const Label &) = default;
};

inline constexpr int mostCopies = 500; ///< Of one label.

/// Some copies of a label.
struct LabelBatch
{
    Label label;
    int copies = 1;
    friend bool operator==(const LabelBatch &, const LabelBatch &) = default;
};
/// How many labels these are in all.
int labelCount(const std::vector<LabelBatch> &batches);
/// One label after the other, as they go on sheets.
std::vector<Label> eachLabel(const std::vector<LabelBatch> &batches);

/// A sheet of self-adhesive labels, or one label of a roll. Lengths in tenths of a millimetre.
struct LabelFormat
{
    QString key;
    int columns = 1;
    int rows = 1;
    int width = 0; ///< Of one label.
    int height = 0;
    int left = 0; ///< Of the first label on the sheet.
    int top = 0;
    int stepX = 0; ///< From one label to the next.
    int stepY = 0;
    int count() const { return columns * rows; }
    friend bool operator==(const LabelFormat &, const LabelFormat &) = default;
};

inline constexpr int a4Width = 2100;
inline constexpr int a4Height = 2970;

/// The A4 sheets that shops buy; the key says columns, rows and the size: `3x8-70x37`.
const std::vector<LabelFormat> &sheetFormats();
/// The labels of rolls: `56x32`.
const std::vector<LabelFormat> &rollFormats();
/// InvalidInput names the key.
Result<LabelFormat> formatNamed(const std::vector<LabelFormat> &formats, const QString &key);

/// Where a label lies: which page from 0, and its top left corner.
struct LabelPlace
{
    int page = 0;
    int x = 0;
    int y = 0;
    friend bool operator==(const LabelPlace &, const LabelPlace &) = default;
};
/// How many sheets they take. 0: no label.
int sheetCount(const LabelFormat &format, int labels, int start);
/// The place of label `index` (from 0) when the first one goes to position `start` of the first sheet (from 0: the ones before are used
/// up).
LabelPlace placeOf(const LabelFormat &format, int index, int start);

/// Labels one after the other on sheets of one format.
struct LabelSheets
{
    std::vector<Label> labels;
    LabelFormat format;
    int start = 0; ///< Position of the first one.
    friend bool operator==(const LabelSheets &, const LabelSheets &) = default;
};

} // namespace guichet
