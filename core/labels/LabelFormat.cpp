// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/LabelFormat.h"

#include <algorithm>
#include <numeric>

namespace guichet {
using namespace Qt::StringLiterals;

const std::vector<LabelFormat> &sheetFormats()
{
    static const std::vector<LabelFormat> formats{
        {.key = u"3x8-70x37"_s, .columns = 3, .rows = 8, .width = 700, .height = 370, .left = 0, .top = 5, .stepX = 700, .stepY = 370},
        {.key = u"3x7-63x38"_s, .columns = 3, .rows = 7, .width = 635, .height = 381, .left = 72, .top = 152, .stepX = 660, .stepY = 381},
        {.key = u"5x13-38x21"_s, .columns = 5, .rows = 13, .width = 381, .height = 212, .left = 47, .top = 107, .stepX = 406, .stepY = 212},
        {.key = u"2x7-99x38"_s, .columns = 2, .rows = 7, .width = 991, .height = 381, .left = 46, .top = 152, .stepX = 1017, .stepY = 381}};
    return formats;
}

const std::vector<LabelFormat> &rollFormats()
{
    static const std::vector<LabelFormat> formats{{.key = u"56x32"_s, .width = 560, .height = 320},
                                                  {.key = u"40x25"_s, .width = 400, .height = 250},
                                                  {.key = u"70x37"_s, .width = 700, .height = 370}};
    return formats;
}

Result<LabelFormat> formatNamed(const std::vector<LabelFormat> &formats, const QString &key)
{
    const auto found = std::ranges::find(formats, key, &LabelFormat::key);
    if (found == formats.end())
        return failure(ErrorCode::InvalidInput, u"format: no such labels"_s, {u"format"_s, key});
    return *found;
}

int labelCount(const std::vector<LabelBatch> &batches)
{
    return std::accumulate(batches.begin(), batches.end(), 0, [](int sum, const LabelBatch &batch) { return sum + batch.copies; });
}

std::vector<Label> eachLabel(const std::vector<LabelBatch> &batches)
{
    std::vector<Label> labels;
    for (const LabelBatch &batch : batches)
        labels.insert(labels.end(), static_cast<size_t>(std::max(0, batch.copies)), batch.label);
    return labels;
}

int sheetCount(const LabelFormat &format, int labels, int start)
{
    return labels == 0 ? 0 : (start + labels + format.count() - 1) / format.count();
}

LabelPlace placeOf(const LabelFormat &format, int index, int start)
{
    const int position = start + index;
    const int onPage = position % format.count();
    return {.page = position / format.count(),
            .x = format.left + onPage % format.columns * format.stepX,
            .y = format.top + onPage / format.columns * format.stepY};
}

} // namespace guichet
