// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/Plural.h"
#include "ui/sale/SaleState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormulaSheet)
};

constexpr int daysOfStrip = 7;

std::vector<ChipState> dateChips(QDate chosen, const SaleContext &context)
{
    std::vector<ChipState> chips;
    for (int day = 0; day < daysOfStrip; ++day) {
        const QDate date = context.today.addDays(day);
        chips.push_back(
            {.id = date.toString(Qt::ISODate), .text = chipDay(date, context.today, context.language), .selected = date == chosen});
    }
    const bool beyond = chosen >= context.today.addDays(daysOfStrip);
    chips.push_back({.id = u"calendar"_s, .text = beyond ? formatShortDate(chosen) : Words::tr("Autre date…"), .selected = beyond});
    return chips;
}

std::vector<ChipState> slotChips(const FormulaState &state, QTime chosen, const SaleContext &context)
{
    std::vector<ChipState> chips;
    for (const SlotState &slot : state.slotStates) {
        if (!slot.visit.slot.isValid())
            continue;
        ChipState chip{.id = slot.visit.slot.toString(u"HH:mm"_s), .text = formatTime(slot.visit.slot)};
        const bool full = slot.refusal && slot.refusal->code == ErrorCode::CapacityFull;
        chip.note = full ? Words::tr("complet") : counted(slot.free, Words::tr("place"), Words::tr("places"), context.language);
        chip.noteTone = full ? Tone::Danger : slot.free * 100 <= slot.capacity * 15 ? Tone::Warning : Tone::Muted;
        chip.available = !slot.refusal;
        chip.selected = slot.visit.slot == chosen;
        chips.push_back(std::move(chip));
    }
    return chips;
}

struct ItemNames
{
    QString title;
    QString description;
    bool flatRate = false;
};

std::vector<FormulaItemState> presentItems(const std::vector<OfferedItem> &items, bool supplements, const Formula &formula,
                                           const FormulaChoice &choice, const SaleContext &context)
{
    std::vector<FormulaItemState> states;
    for (const OfferedItem &item : items) {
        const PriceRule *rule = priceRuleFor(item, formula, choice.date);
        const Resource *resource = supplements ? nullptr : context.catalogue->resource(item.key);
        const Supplement *supplement = supplements ? context.catalogue->supplement(item.key) : nullptr;
        if (!rule || (!resource && !supplement))
            continue;
        const LocalizedText &name = resource ? resource->name : supplement->name;
        FormulaItemState state{.key = item.key,
                               .title = name.in(context.language),
                               .subLine = {},
                               .price = formatMoney(rule->price, EuroSign::Shown, context.language)};
        state.subLine = (resource ? resource->description : supplement->description).in(context.language);
        if (!rule->season.isEmpty())
            state.subLine += (state.subLine.isEmpty() ? QString{} : u" · "_s) + rule->season;
        state.maximum = supplement && supplement->flatRate ? 1 : item.maximum > 0 ? item.maximum : 999;
        state.quantity = (supplements ? choice.supplements : choice.resources).value(item.key);
        state.supplement = supplements;
        if (item.minimum > 0)
            state.subLine += (state.subLine.isEmpty() ? QString{} : u" · "_s) + Words::tr("minimum %1").arg(item.minimum);
        states.push_back(std::move(state));
    }
    return states;
}

Money chosenTotal(const Formula &formula, const FormulaChoice &choice)
{
    Money total;
    const auto addAll = [&](const std::vector<OfferedItem> &items, const QMap<QString, int> &quantities) {
        for (const OfferedItem &item : items)
            if (const PriceRule *rule = priceRuleFor(item, formula, choice.date); rule && quantities.value(item.key) > 0)
                total += rule->price * quantities.value(item.key);
    };
    addAll(formula.resources, choice.resources);
    addAll(formula.supplements, choice.supplements);
    return total;
}

} // namespace

FormulaSheetState presentFormulaSheet(const Formula &formula, const FormulaState &state, const FormulaChoice &choice,
                                      const SaleContext &context)
{
    FormulaSheetState sheet{
        .formula = formula.key, .title = formula.name.in(context.language), .subtitle = formula.comprises.in(context.language)};
    sheet.dates = dateChips(choice.date, context);
    sheet.slotChips = slotChips(state, choice.slot, context);
    if (state.refusal)
        sheet.notice = errorSentence(*state.refusal, context.language);
    else if (!state.slotStates.empty() && !state.next())
        sheet.notice = Words::tr("Complet ce jour-là : choisissez une autre date.");
    sheet.resources = presentItems(formula.resources, false, formula, choice, context);
    sheet.supplements = presentItems(formula.supplements, true, formula, choice, context);
    sheet.total = chosenTotal(formula, choice);
    const auto some = [](const QMap<QString, int> &quantities) { return std::ranges::any_of(quantities, [](int n) { return n > 0; }); };
    const bool slotChosen = sheet.slotChips.empty() || choice.slot.isValid();
    sheet.canAdd = slotChosen && (some(choice.resources) || some(choice.supplements));
    sheet.addText =
        sheet.canAdd ? Words::tr("Ajouter  %1").arg(formatMoney(sheet.total, EuroSign::Shown, context.language)) : Words::tr("Ajouter");
    return sheet;
}

} // namespace guichet
