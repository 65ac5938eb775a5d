// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selling/Dossier.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/Checkout.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/TabBar.h"
#include "ui/widgets/TileGrid.h"

#include <QCoreApplication>
#include <memory>

/// What the sale screen shows, as plain values, and the pure functions that decide it (SELL-1, SELL-3, SELL-5). No widget, no clock, no
/// database.
namespace guichet {

/// What all presenters of the sale need to know.
struct SaleContext
{
    std::shared_ptr<const Catalogue> catalogue;
    QDateTime now;
    QDate today; ///< The business date.
    QString till;
    Language language = Language::French;
    bool phone = false; ///< *Réservation par téléphone* (PAY-10).
};

/// The tabs over the shelf: offers, shop, cafeteria, dossiers …
std::vector<TabState> presentTabs(const SaleContext &context);

/// The shelf of the offers: one tile a formula, with its next slot and its quick keys.
std::vector<TileSection> presentOffers(const std::vector<FormulaState> &states, const SaleContext &context);
/// A shelf of products.
TileSection presentProducts(const Group &group, const std::vector<ProductHit> &products, const SaleContext &context);
/// What the search field found.
struct Found
{
    QString text;
    std::vector<FormulaState> states; ///< Of all offers.
    std::vector<ProductHit> products;
    std::vector<DossierRow> dossiers;
};
/// Offers first, then products, then dossiers (tile ids `dossier:<number>`).
std::vector<TileSection> presentFound(const Found &found, const SaleContext &context);

/// `6 articles`; empty: no line.
QString unitWords(const CartView &view, Language language);

/// Why a line costs what it costs, as one line: `early bird −2,00 €`.
QString changeWords(const PricedLine &line, const SaleContext &context);

/// One row of the cart: a heading (visit or shelf) or a line.
struct CartRow
{
    enum class Kind { Heading, Line };
    Kind kind = Kind::Line;
    QString heading;
    Id<CartLine> line;
    QString quantity; ///< `2 ×`, `0,350 kg`.
    int units = 1;
    bool byWeight = false;
    bool ofVisit = false; ///< Its day or departure can be chosen again.
    QString title;
    QString subLine;
    bool warns = false; ///< The sub-line is about its places: sold out meanwhile, or confirmed by nobody.
    QString comment;    ///< What was noted about the line (SELL-5).
    QString oldPrice;   ///< Crossed out; empty: the price is the catalogue's.
    QString price;
    bool fresh = false; ///< The newest one, briefly tinted; never beside an open one.
    bool open = false;  ///< Its actions are shown.
    friend bool operator==(const CartRow &, const CartRow &) = default;
};

/// A line of the totals over the big total.
struct CartTotal
{
    QString label;
    Money amount;
    friend bool operator==(const CartTotal &, const CartTotal &) = default;
};

/// The right column.
struct CartState
{
    QString title;
    QString count; ///< `6 articles`.
    std::vector<CartRow> rows;
    std::vector<CartTotal> totals;
    std::vector<CartTotal> vat; ///< Shown instead of the totals while paying.
    Money total;
    QString promoCode; ///< On the cart; empty: none.
    bool collecting = false;
    bool canPay = false;
    bool canPark = false;
    bool canRecall = true;   ///< A parked cart waits.
    bool canShowLast = true; ///< There is a last sale (SELL-9).
    bool isEmpty = true;
    QString payText; ///< `PAYER 68,80 €`.
    friend bool operator==(const CartState &, const CartState &) = default;
};
CartState presentCart(const CartView &view, const Id<CartLine> &openLine, const Id<CartLine> &freshLine, const SaleContext &context);

/// One resource or supplement in the sheet of a formula.
struct FormulaItemState
{
    QString key;
    QString title;
    QString subLine;
    QString price;
    int quantity = 0;
    int minimum = 0;
    int maximum = 999;
    bool supplement = false;
    friend bool operator==(const FormulaItemState &, const FormulaItemState &) = default;
};

/// The sheet in which a formula is composed: date, slot, quantities, supplements.
struct FormulaSheetState
{
    QString formula;
    QString title;
    QString subtitle;
    std::vector<ChipState> dates;
    std::vector<ChipState> slotChips;
    QString notice; ///< Why nothing can be sold on this day; empty: it can.
    std::vector<FormulaItemState> resources;
    std::vector<FormulaItemState> supplements;
    QString obstacle; ///< What a manager may pass with a reason (SELL-4): full, too late; empty: nothing.
    std::vector<ChipState> forceReasons;
    Money total;
    QString addText; ///< `Ajouter 48,00 €`, `Forcer et ajouter 48,00 €`, `Déplacer`.
    bool canAdd = false;
    friend bool operator==(const FormulaSheetState &, const FormulaSheetState &) = default;
};

/// What the cashier has chosen in the sheet so far.
struct FormulaChoice
{
    QDate date;
    QTime slot;
    QMap<QString, int> resources;
    QMap<QString, int> supplements;
    std::optional<Error> refused; ///< What the till answered to exactly this choice.
    QString forceReason;          ///< Why a manager passes the obstacle; empty: none chosen.
    std::optional<Visit> moved;   ///< Of lines that are on the cart already: only day and departure are chosen.
    friend bool operator==(const FormulaChoice &, const FormulaChoice &) = default;
};
/// Whether a manager may pass a refusal with a reason (SELL-4): places and cut-off, nothing else.
bool isForceable(const Error &refusal);
FormulaSheetState presentFormulaSheet(const Formula &formula, const FormulaState &state, const FormulaChoice &choice,
                                      const SaleContext &context);

/// A tap on a quick key has begun a second departure of a formula on one day: the next one with places is not that of the other tickets.
struct SplitVisit
{
    Id<Cart> cart;
    QString formula;
    Visit taken; ///< Of what was added.
    int takenTickets = 0;
    Visit before; ///< Of the others.
    int beforeTickets = 0;
    friend bool operator==(const SplitVisit &, const SplitVisit &) = default;
};
/// `units` were `added` last; none: nothing is apart, or it was before.
std::optional<SplitVisit> splitVisit(const Cart &cart, const Id<CartLine> &added, int units);

/// What is said of it, and what one tap does about it.
struct SplitNotice
{
    QString text = {};
    QString action = {}; ///< `Tous à 15:00`; empty: there is no room for all.
    Visit from;          ///< All of the formula that is there …
    Visit to;            ///< … goes there: where there are places, else where it was chosen.
    friend bool operator==(const SplitNotice &, const SplitNotice &) = default;
};
/// `state`: of the formula on that day, with what was added.
SplitNotice presentSplit(const SplitVisit &split, const FormulaState &state, const SaleContext &context);

} // namespace guichet
