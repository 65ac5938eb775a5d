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

struct FormulaSheetWords
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
    chips.push_back(
        {.id = u"calendar"_s, .text = beyond ? formatShortDate(chosen) : FormulaSheetWords::tr("Autre date…"), .selected = beyond});
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
        const bool unlimited = slot.free < 0;
        const bool few = !unlimited && slot.free * 100 <= slot.capacity * 15;
        if (full)
            chip.note = FormulaSheetWords::tr("complet");
        else if (!unlimited)
            chip.note = counted(slot.free, FormulaSheetWords::tr("place"), FormulaSheetWords::tr("places"), context.language);
        chip.noteTone = full ? Tone::Danger : few ? Tone::Warning : Tone::Muted;
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
            state.subLine += (state.subLine.isEmpty() ? QString{} : u" · "_s) + FormulaSheetWords::tr("minimum %1").arg(item.minimum);
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

/// The state of what is chosen: its slot, or the day of a formula without slots.
const SlotState *chosenState(const FormulaState &state, const FormulaChoice &choice)
{
    const auto chosen = std::ranges::find_if(
        state.slotStates, [&](const SlotState &slot) { return !slot.visit.slot.isValid() || slot.visit.slot == choice.slot; });
    return chosen == state.slotStates.end() ? nullptr : &*chosen;
}

/// What stands in the way of this choice: the answer to it, or what its slot says before it is asked.
std::optional<Error> obstacleOf(const FormulaState &state, const FormulaChoice &choice)
{
    if (choice.refused)
        return choice.refused;
    if (state.refusal)
        return state.refusal;
    const SlotState *chosen = chosenState(state, choice);
    return chosen ? chosen->refusal : std::nullopt;
}

void presentObstacle(FormulaSheetState &sheet, const FormulaState &state, const FormulaChoice &choice, const SaleContext &context)
{
    const std::optional<Error> obstacle = obstacleOf(state, choice);
    if (obstacle && isForceable(*obstacle)) {
        sheet.obstacle = errorSentence(*obstacle, context.language);
        for (const Reason &reason : context.catalogue->reasons)
            if (reason.kind == Reason::Kind::Force)
                sheet.forceReasons.push_back(
                    {.id = reason.key, .text = reason.name.in(context.language), .selected = reason.key == choice.forceReason});
    } else if (obstacle) {
        sheet.notice = errorSentence(*obstacle, context.language);
    } else if (!state.slotStates.empty() && !state.next()) {
        sheet.notice = FormulaSheetWords::tr("Complet ce jour-là : choisissez une autre date.");
    }
}

/// Of lines on the cart: where they are already.
bool stays(const FormulaChoice &choice)
{
    return choice.moved && *choice.moved == Visit{.date = choice.date, .slot = choice.slot};
}

QString addWords(const FormulaSheetState &sheet, const FormulaChoice &choice, const SaleContext &context)
{
    const bool forces = !sheet.obstacle.isEmpty();
    if (stays(choice) && choice.refused)
        return FormulaSheetWords::tr("Forcer");
    if (choice.moved)
        return forces ? FormulaSheetWords::tr("Forcer et déplacer") : FormulaSheetWords::tr("Déplacer");
    if (!sheet.canAdd)
        return forces ? FormulaSheetWords::tr("Forcer et ajouter") : FormulaSheetWords::tr("Ajouter");
    const QString total = formatMoney(sheet.total, EuroSign::Shown, context.language);
    return forces ? FormulaSheetWords::tr("Forcer et ajouter  %1").arg(total) : FormulaSheetWords::tr("Ajouter  %1").arg(total);
}

} // namespace

bool isForceable(const Error &refusal)
{
    return refusal.code == ErrorCode::CapacityFull || refusal.code == ErrorCode::CutOffPassed;
}

FormulaSheetState presentFormulaSheet(const Formula &formula, const FormulaState &state, const FormulaChoice &choice,
                                      const SaleContext &context)
{
    FormulaSheetState sheet{
        .formula = formula.key, .title = formula.name.in(context.language), .subtitle = formula.comprises.in(context.language)};
    sheet.dates = dateChips(choice.date, context);
    sheet.slotChips = slotChips(state, choice.slot, context);
    presentObstacle(sheet, state, choice, context);
    const bool slotChosen = sheet.slotChips.empty() || choice.slot.isValid();
    const bool mayPass = sheet.obstacle.isEmpty() || !choice.forceReason.isEmpty();
    if (choice.moved) {
        sheet.subtitle = FormulaSheetWords::tr("Une autre séance ou un autre jour : ce qui a été pris ensemble suit.");
        sheet.canAdd = slotChosen && mayPass && sheet.notice.isEmpty() && (!stays(choice) || choice.refused);
        sheet.addText = addWords(sheet, choice, context);
        return sheet;
    }
    sheet.resources = presentItems(formula.resources, false, formula, choice, context);
    sheet.supplements = presentItems(formula.supplements, true, formula, choice, context);
    sheet.total = chosenTotal(formula, choice);
    const auto some = [](const QMap<QString, int> &quantities) { return std::ranges::any_of(quantities, [](int n) { return n > 0; }); };
    sheet.canAdd = slotChosen && mayPass && (some(choice.resources) || some(choice.supplements));
    sheet.addText = addWords(sheet, choice, context);
    return sheet;
}

} // namespace guichet
