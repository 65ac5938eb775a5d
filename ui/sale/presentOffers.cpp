// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/Plural.h"
#include "ui/sale/SaleState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct ShelfWords
{
    Q_DECLARE_TR_FUNCTIONS(Shelf)
};

constexpr int fewPlacesPercent = 15;

bool shownOn(const Group &group, const SaleContext &context)
{
    return group.tills.isEmpty() || group.tills.contains(context.till);
}

/// The shelves of this till in its own order (CAT-5).
std::vector<const Group *> shelvesOf(Group::Kind kind, const SaleContext &context)
{
    std::vector<const Group *> shelves;
    for (const Group &group : context.catalogue->groups)
        if (group.kind == kind && shownOn(group, context))
            shelves.push_back(&group);
    const TillProfile *till = context.catalogue->till(context.till);
    if (!till || till->groups.isEmpty())
        return shelves;
    std::erase_if(shelves, [till](const Group *group) { return !till->groups.contains(group->key); });
    std::ranges::stable_sort(shelves, {}, [till](const Group *group) { return till->groups.indexOf(group->key); });
    return shelves;
}

QString placesWords(const Formula &formula, int free, const SaleContext &context)
{
    const Pool *pool = formula.pools.empty() ? nullptr : context.catalogue->pool(formula.pools.front().pool);
    const bool items = formula.kind == FormulaKind::Rental || (pool && pool->unit == Pool::Unit::Item);
    return items ? counted(free, ShelfWords::tr("bateau"), ShelfWords::tr("bateaux"), context.language)
                 : counted(free, ShelfWords::tr("place"), ShelfWords::tr("places"), context.language);
}

TilePlaces presentPlaces(const Formula &formula, const SlotState &slot, const SaleContext &context)
{
    const int percent = slot.capacity > 0 ? std::clamp(slot.free * 100 / slot.capacity, 0, 100) : 100;
    return {.slot = formatTime(slot.visit.slot),
            .places = slot.free < 0 ? QString{} : placesWords(formula, slot.free, context), // no pool: no count
            .filledPercent = 100 - percent,
            .tone = percent <= fewPlacesPercent ? Tone::Warning : Tone::Muted};
}

QString priceWords(const Formula &formula, const FormulaState &state, const SaleContext &context)
{
    if (state.refusal && state.fromPrice.isZero())
        return {};
    QString words = state.fromPrice.isZero()
                        ? ShelfWords::tr("gratuit")
                        : ShelfWords::tr("dès %1").arg(formatMoney(state.fromPrice, EuroSign::Shown, context.language));
    if (formula.freePerPaying > 0)
        words += u" · "_s + ShelfWords::tr("1 gratuit sur %1").arg(formula.freePerPaying);
    return words;
}

std::vector<TileKey> quickKeys(const Formula &formula, const SaleContext &context)
{
    std::vector<TileKey> keys;
    for (const OfferedItem &item : formula.resources)
        if (const Resource *resource = context.catalogue->resource(item.key); item.quickKey && resource && keys.size() < 3)
            keys.push_back({item.key, u"+ "_s + resource->name.in(context.language)});
    return keys;
}

/// The reason in few words where the tile has room for few; the tap says it whole.
QString shortReason(const Error &refusal, const SaleContext &context)
{
    switch (refusal.code) {
    case ErrorCode::CapacityFull: return ShelfWords::tr("complet aujourd’hui");
    case ErrorCode::Closed: return ShelfWords::tr("fermé aujourd’hui");
    case ErrorCode::StopSale: return ShelfWords::tr("ventes arrêtées");
    case ErrorCode::SlotPassed:
    case ErrorCode::CutOffPassed: return ShelfWords::tr("passé pour aujourd’hui");
    case ErrorCode::WeekdayNotSold: return ShelfWords::tr("pas aujourd’hui");
    case ErrorCode::SceRequired: return ShelfWords::tr("module fiscal requis");
    default: return errorSentence(refusal, context.language);
    }
}

void presentStatus(TileState &tile, const Formula &formula, const FormulaState &state, const SaleContext &context)
{
    const SlotState *next = state.next();
    if (state.refusal || !next) {
        const Error reason =
            state.refusal.value_or(state.slotStates.empty() || !state.slotStates.back().refusal ? Error{ErrorCode::CapacityFull}
                                                                                                : *state.slotStates.back().refusal);
        tile.notice = shortReason(reason, context);
        tile.noticeTone = Tone::Danger;
        tile.faded = true;
        tile.keys = {{u"other"_s, ShelfWords::tr("Autre date")}};
    } else if (next->visit.slot.isValid()) {
        tile.places = presentPlaces(formula, *next, context);
    } else if (next->free >= 0) {
        tile.notice = placesWords(formula, next->free, context);
    } else {
        tile.notice = ShelfWords::tr("entrée libre toute la journée");
    }
}

TileState presentFormula(const Formula &formula, const FormulaState &state, const Group *group, const SaleContext &context)
{
    TileState tile{.id = formula.key, .title = formula.name.in(context.language), .subLine = priceWords(formula, state, context)};
    tile.keys = quickKeys(formula, context);
    if (tile.keys.empty())
        tile.keys = {{u"compose"_s, ShelfWords::tr("Composer…")}};
    tile.groupColour = QColor{group ? group->colour : u"#5B6472"_s};
    presentStatus(tile, formula, state, context);
    return tile;
}

bool matches(const QString &text, const QString &title)
{
    const QString normalTitle = normalised(title);
    return std::ranges::all_of(searchWords(text), [&normalTitle](const QString &word) { return normalTitle.contains(word); });
}

} // namespace

std::vector<TabState> presentTabs(const SaleContext &context)
{
    std::vector<TabState> tabs;
    if (!shelvesOf(Group::Kind::Formulas, context).empty())
        tabs.push_back({u"offers"_s, ShelfWords::tr("Offres")});
    bool shop = false;
    bool cafeteria = false;
    for (const Group *group : shelvesOf(Group::Kind::Products, context))
        (group->key.startsWith(u"caf-") || group->restaurant ? cafeteria : shop) = true;
    if (shop)
        tabs.push_back({u"shop"_s, ShelfWords::tr("Boutique")});
    if (cafeteria)
        tabs.push_back({u"cafeteria"_s, ShelfWords::tr("Cafétéria")});
    tabs.push_back({u"dossiers"_s, ShelfWords::tr("Dossiers")});
    tabs.push_back({u"more"_s, ShelfWords::tr("Plus")});
    return tabs;
}

std::vector<TileSection> presentOffers(const std::vector<FormulaState> &states, const SaleContext &context)
{
    std::vector<TileSection> sections;
    for (const Group *group : shelvesOf(Group::Kind::Formulas, context)) {
        TileSection section{.title = group->name.in(context.language), .tiles = {}};
        for (const FormulaState &state : states)
            if (const Formula *formula = context.catalogue->formula(state.formula); formula && formula->group == group->key)
                section.tiles.push_back(presentFormula(*formula, state, group, context));
        if (!section.tiles.empty())
            sections.push_back(std::move(section));
    }
    return sections;
}

TileSection presentProducts(const Group &group, const std::vector<ProductHit> &products, const SaleContext &context)
{
    TileSection section{.title = group.name.in(context.language), .tiles = {}};
    for (const ProductHit &hit : products) {
        const QString price = formatMoney(hit.product.price, EuroSign::Shown, context.language);
        TileState tile{.id = u"product:"_s + hit.product.key,
                       .title = hit.product.name.in(context.language),
                       .subLine = hit.product.byWeight ? ShelfWords::tr("%1 le kilo").arg(price) : price};
        tile.groupColour = QColor{group.colour};
        if (hit.stock <= 0) {
            tile.notice = ShelfWords::tr("stock : %1").arg(hit.stock);
            tile.noticeTone = Tone::Warning;
        }
        section.tiles.push_back(std::move(tile));
    }
    return section;
}

namespace {

TileSection foundOffers(const Found &found, const SaleContext &context)
{
    TileSection section{.title = ShelfWords::tr("Offres"), .tiles = {}};
    for (const FormulaState &state : found.states)
        if (const Formula *formula = context.catalogue->formula(state.formula);
            formula && matches(found.text, formula->name.in(context.language)))
            section.tiles.push_back(presentFormula(*formula, state, context.catalogue->group(formula->group), context));
    return section;
}

TileSection foundProducts(const Found &found, const SaleContext &context)
{
    TileSection section{.title = ShelfWords::tr("Produits"), .tiles = {}};
    for (const ProductHit &hit : found.products) {
        const Group *group = context.catalogue->group(hit.product.group);
        TileSection one = presentProducts(group ? *group : Group{}, {hit}, context);
        section.tiles.push_back(std::move(one.tiles.front()));
    }
    return section;
}

TileSection foundDossiers(const Found &found, const SaleContext &context)
{
    TileSection section{.title = ShelfWords::tr("Dossiers"), .tiles = {}};
    for (const DossierRow &dossier : found.dossiers) {
        TileState tile{.id = u"dossier:"_s + dossier.number, .title = dossier.number, .subLine = dossier.summary};
        if (!dossier.customerName.isEmpty())
            tile.title = dossier.customerName + u" · "_s + dossier.number;
        tile.notice = formatDateTime(dossier.at) + u" · "_s + formatMoney(dossier.total, EuroSign::Shown, context.language);
        if (dossier.due.isPositive()) {
            tile.notice = ShelfWords::tr("reste %1 à payer").arg(formatMoney(dossier.due, EuroSign::Shown, context.language));
            tile.noticeTone = Tone::Warning;
        }
        section.tiles.push_back(std::move(tile));
    }
    return section;
}

} // namespace

std::vector<TileSection> presentFound(const Found &found, const SaleContext &context)
{
    std::vector<TileSection> sections{foundOffers(found, context), foundProducts(found, context), foundDossiers(found, context)};
    std::erase_if(sections, [](const TileSection &section) { return section.tiles.empty(); });
    return sections;
}

} // namespace guichet
