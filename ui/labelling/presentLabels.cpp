// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Plural.h"
#include "ui/labelling/LabelsState.h"
#include "ui/labels/paintLabelSheets.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Labels)
};

const LabelFormat &sheetOf(const QString &key)
{
    const auto found = std::ranges::find(sheetFormats(), key, &LabelFormat::key);
    return found == sheetFormats().end() ? sheetFormats().front() : *found;
}

/// `70`, `63,5`: tenths of a millimetre.
QString millimetres(int tenths)
{
    return tenths % 10 == 0 ? QString::number(tenths / 10) : u"%1,%2"_s.arg(tenths / 10).arg(tenths % 10);
}

std::vector<TableRow> rowsOf(const std::vector<LabelLine> &lines)
{
    std::vector<TableRow> rows;
    for (const LabelLine &line : lines) {
        const bool hasCode = !line.label.barcode.isEmpty();
        rows.push_back({.id = line.product,
                        .cells = {line.label.title, hasCode ? line.label.barcode : Words::tr("sans code"), QString::number(line.copies)},
                        .cellTones = {Tone::Normal, hasCode ? Tone::Muted : Tone::Warning, Tone::Normal}});
    }
    return rows;
}

std::vector<ChipState> formatChips(const LabelsFacts &facts, Language language)
{
    std::vector<ChipState> chips;
    for (const LabelFormat &format : sheetFormats())
        chips.push_back({.id = format.key,
                         .text = u"%1 × %2"_s.arg(millimetres(format.width), millimetres(format.height)),
                         .note = counted(format.count(), Words::tr("par feuille"), Words::tr("par feuille"), language),
                         .selected = format.key == facts.format});
    return chips;
}

void presentNote(LabelsState &state, const LabelsFacts &facts, int count, Language language)
{
    const auto lacking = std::ranges::count_if(facts.lines, [](const LabelLine &line) { return line.label.barcode.isEmpty(); });
    if (count > mostLabels) {
        state.note = Words::tr("%1 étiquettes au plus à la fois").arg(mostLabels);
        state.noteTone = Tone::Danger;
    } else if (facts.way == LabelWay::Roll && facts.printer.printer.isEmpty()) {
        state.note = Words::tr("Aucune imprimante d’étiquettes n’est réglée sur cette caisse.");
        state.noteTone = Tone::Warning;
    } else if (facts.isBusy) {
        state.note = Words::tr("Les étiquettes partent …");
    } else if (lacking > 0) {
        state.note = counted(lacking, Words::tr("article sans code-barres : son étiquette n’en aura pas"),
                             Words::tr("articles sans code-barres : leurs étiquettes n’en auront pas"), language);
        state.noteTone = Tone::Warning;
    }
    state.newCodes =
        lacking == 0 ? QString{} : Words::tr("Créer %1").arg(counted(lacking, Words::tr("code"), Words::tr("codes"), language));
    state.canGoOut = count > 0 && count <= mostLabels && !facts.isBusy && !(facts.way == LabelWay::Roll && facts.printer.printer.isEmpty());
}

} // namespace

LabelsState presentLabels(const LabelsFacts &facts, Language language)
{
    LabelsState state;
    const LabelFormat &format = sheetOf(facts.format);
    const int count = labelCount(labelBatches(facts));
    const int sheets = sheetCount(format, count, facts.start);
    state.rows = rowsOf(facts.lines);
    if (const auto found = std::ranges::find(facts.lines, facts.selected, &LabelLine::product); found != facts.lines.end()) {
        state.selected = found->product;
        state.copies = found->copies;
    }
    state.formats = formatChips(facts, language);
    state.lastStart = format.count();
    state.summary = counted(count, Words::tr("étiquette"), Words::tr("étiquettes"), language);
    if (facts.way == LabelWay::Sheets && sheets > 0)
        state.summary += u" · "_s + counted(sheets, Words::tr("feuille"), Words::tr("feuilles"), language);
    if (sheets > 1)
        state.page = Words::tr("Feuille %1 sur %2").arg(std::min(facts.page, sheets - 1) + 1).arg(sheets);
    presentNote(state, facts, count, language);
    return state;
}

LabelSheets labelSheets(const LabelsFacts &facts)
{
    return {.labels = eachLabel(labelBatches(facts)), .format = sheetOf(facts.format), .start = facts.start};
}

std::vector<LabelBatch> labelBatches(const LabelsFacts &facts)
{
    std::vector<LabelBatch> batches;
    for (const LabelLine &line : facts.lines)
        batches.push_back({.label = line.label, .copies = line.copies});
    return batches;
}

void addLabel(LabelsFacts &facts, const QString &product, const Label &label)
{
    const auto found = std::ranges::find(facts.lines, product, &LabelLine::product);
    if (found == facts.lines.end()) {
        facts.lines.push_back({.product = product, .label = label});
    } else {
        found->copies = std::min(found->copies + 1, mostCopies);
        found->label = label;
    }
    facts.selected = product;
}

} // namespace guichet
