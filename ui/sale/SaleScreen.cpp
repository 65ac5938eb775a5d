// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/SaleScreen.h"

#include "core/planning/DayRules.h"
#include "core/usecases/DossierDesk.h"
#include "ui/sale/CartDesk.h"
#include "ui/sale/CartPanel.h"
#include "ui/sale/FormulaComposer.h"
#include "ui/sale/GoodsDesk.h"
#include "ui/sale/LargeQuantitySheet.h"
#include "ui/widgets/Sheet.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int dossiersFound = 8;
constexpr int shortestDossierWord = 3;
constexpr size_t fewestJumps = 3;
constexpr int quantityStride = 10; ///< More at once is no touch of + held down.

/// A tab that is a page of its own: no shelf.
bool leadsElsewhere(const QString &tab)
{
    return tab == u"dossiers" || tab == u"more";
}

} // namespace

SaleScreen::SaleScreen(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *parent)
    : Screen{parent}, m_context{context}, m_cart{cart}, m_panel{panel}, m_tabs{new TabBar{this}}, m_jumps{new ChipRow{120, this}},
      m_grid{new TileGrid{this}}, m_composer{new FormulaComposer{context, cart, this, [this] { return saleContext(); }}},
      m_goods{new GoodsDesk{context, cart, this, [this] { return saleContext(); }}}, m_cartDesk{new CartDesk{context, cart, panel, this}},
      m_clockTick{new QTimer{this}}, m_typingPause{new QTimer{this}}, m_shelfPause{new QTimer{this}}
{
    setObjectName(u"sale"_s);
    m_tabs->setObjectName(u"tabs"_s);
    m_grid->setObjectName(u"shelf"_s);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tabs);
    layout->addWidget(m_jumps);
    layout->addWidget(m_grid, 1);
    m_jumps->hide();
    connect(m_jumps, &ChipRow::chosen, this, [this](const QString &section) { m_grid->showSection(section.toULongLong()); });
    connect(m_tabs, &TabBar::currentChanged, this, &SaleScreen::showTab);
    connect(m_grid, &TileGrid::activated, this, &SaleScreen::tapTile);
    connect(m_grid, &TileGrid::keyPressed, this, &SaleScreen::tapKey);
    connect(&m_cart, &CartModel::changed, this, [this] {
        if (!m_cart.freshLine().isNull() && m_cart.freshLine() != m_openLine)
            m_openLine = {}; // the sale has gone on to another line
        renderCart();
        if (!m_shelfPause->isActive())
            m_shelfPause->start();
    });
    connect(&m_cart, &CartModel::refused, this, &SaleScreen::takeRefusal);
    connect(&m_cart, &CartModel::scanned, this, &SaleScreen::takeScanOutcome);
    connect(m_clockTick, &QTimer::timeout, this, &SaleScreen::askShelf);
    m_clockTick->setInterval(30s);
    connect(m_typingPause, &QTimer::timeout, this, &SaleScreen::askDossiers);
    m_typingPause->setSingleShot(true);
    m_typingPause->setInterval(250ms);
    connect(m_shelfPause, &QTimer::timeout, this, &SaleScreen::askShelf);
    m_shelfPause->setSingleShot(true);
    m_shelfPause->setInterval(0); // a timer comes after what is to be painted: the cart first
    connectPanel();
}

void SaleScreen::connectPanel()
{
    connect(&m_panel, &CartPanel::lineTapped, this, &SaleScreen::tapLine);
    connect(&m_panel, &CartPanel::quantityWanted, this, &SaleScreen::changeQuantity);
    connect(&m_panel, &CartPanel::moveWanted, this, &SaleScreen::moveLine);
    connect(&m_panel, &CartPanel::clientWanted, this, [this] { goPaying(u"client"_s); });
    connect(&m_panel, &CartPanel::lastSaleWanted, this, [this] { goPaying(u"last"_s); });
    connect(&m_panel, &CartPanel::payWanted, this, [this] { goPaying({}); });
}

void SaleScreen::enter(const QString &)
{
    m_panel.setFoot(nullptr);
    m_clockTick->start();
    m_cart.refresh();
}

Sheet *SaleScreen::openSheet() const
{
    for (Sheet *sheet : findChildren<Sheet *>())
        if (sheet->isOpen())
            return sheet;
    return nullptr;
}

bool SaleScreen::isAsking() const
{
    return openSheet() != nullptr;
}

bool SaleScreen::takeScan(const QString &code)
{
    return m_cartDesk->takeScan(code);
}

bool SaleScreen::goBack()
{
    if (Sheet *sheet = openSheet()) {
        sheet->close();
        return true;
    }
    if (!m_openLine.isNull()) {
        m_openLine = {};
        renderCart();
        return true;
    }
    return false;
}

void SaleScreen::setTill(const SalePlace &place)
{
    m_place = place;
}

SaleContext SaleScreen::saleContext() const
{
    return {.catalogue = m_cart.catalogue(),
            .now = m_context.clock.now(),
            .today = m_place.businessDate,
            .till = m_place.key,
            .language = m_context.language(),
            .phone = m_place.phone};
}

int SaleScreen::takeMultiplier()
{
    const int taken = std::exchange(m_multiplier, 1);
    Q_EMIT multiplierUsed(); // the window takes it back: only after it is taken
    return taken;
}

LargeQuantitySheet &SaleScreen::largeSheet()
{
    if (!m_largeSheet) {
        m_largeSheet = new LargeQuantitySheet{this};
        // the quantity box of the line goes back to what the cart holds
        connect(m_largeSheet, &LargeQuantitySheet::closed, this, &SaleScreen::renderCart);
    }
    return *m_largeSheet;
}

/// `add` hears how often; a large number is asked about first.
void SaleScreen::addMultiplied(const std::function<void(int)> &add)
{
    const int quantity = takeMultiplier();
    if (quantity < largeQuantity)
        add(quantity);
    else
        largeSheet().ask(quantity, [add, quantity] { add(quantity); });
}

/// A till without formulas begins at its goods, and a shelf that is gone is left.
void SaleScreen::keepTabShown()
{
    const std::vector<TabState> tabs = presentTabs(saleContext());
    const bool isShown = std::ranges::find(tabs, m_tab, &TabState::id) != tabs.end();
    if (!isShown && !leadsElsewhere(tabs.front().id))
        m_tab = tabs.front().id;
}

void SaleScreen::askShelf()
{
    if (!isVisible() || !m_cart.catalogue())
        return;
    keepTabShown();
    const int number = ++m_askNumber;
    const ShelfQuestion question{.tab = m_tab, .text = m_searchText, .catalogue = m_cart.catalogue(), .today = m_place.businessDate};
    m_context.till.call(question).then(this, [this, number](const Result<Shelf> &shelf) {
        if (number == m_askNumber)
            takeShelf(shelf);
    });
}

void SaleScreen::takeShelf(const Result<Shelf> &shelf)
{
    if (!shelf)
        return m_context.navigator.refuse(shelf.error());
    const bool same = shelf->text == m_shelf.text;
    std::vector<DossierRow> dossiers = std::move(m_shelf.dossiers);
    m_shelf = *shelf;
    if (same)
        m_shelf.dossiers = std::move(dossiers);
    renderShelf();
    if (!m_submitted.isEmpty() && m_submitted == m_shelf.text)
        submitSearch(m_submitted);
}

void SaleScreen::askDossiers()
{
    if (m_searchText.size() < shortestDossierWord)
        return;
    DossierSearch search;
    search.text = m_searchText;
    search.limit = dossiersFound;
    m_context.till.call([search](Workplace &workplace) { return DossierDesk{workplace}.search(search); })
        .then(this, [this, text = m_searchText](const Result<std::vector<DossierRow>> &found) {
            if (!found)
                return m_context.navigator.refuse(found.error());
            if (text != m_shelf.text)
                return;
            m_shelf.dossiers = *found;
            renderShelf();
        });
}

void SaleScreen::renderShelf()
{
    const SaleContext context = saleContext();
    m_tabs->setTabs(presentTabs(context));
    m_tabs->setCurrent(m_tab);
    renderJumps(m_searchText.isEmpty() && m_tab != u"offers" ? shopSections() : std::vector<TileSection>{});
    if (!m_searchText.isEmpty()) {
        m_grid->setEmptyText(tr("Rien ne correspond"), tr("Essayez un autre mot, une référence ou un code."));
        m_grid->render(presentFound(
            {.text = m_searchText, .states = m_shelf.states, .products = m_shelf.found, .dossiers = m_shelf.dossiers}, context));
    } else if (m_tab == u"offers") {
        m_grid->setEmptyText(tr("Aucune offre aujourd’hui"), tr("Le catalogue ne montre aucune formule sur cette caisse."));
        m_grid->render(presentOffers(m_shelf.states, context));
    } else {
        m_grid->setEmptyText(tr("Aucun produit sur cette étagère"), tr("Scannez un article pour le créer."));
        m_grid->render(shopSections());
    }
    renderCart();
}

std::vector<TileSection> SaleScreen::shopSections() const
{
    const SaleContext context = saleContext();
    std::vector<TileSection> sections;
    for (const auto &[key, products] : m_shelf.groups)
        if (const Group *group = context.catalogue->group(key); group && !products.empty())
            sections.push_back(presentProducts(*group, products, context));
    return sections;
}

void SaleScreen::renderJumps(const std::vector<TileSection> &sections)
{
    std::vector<ChipState> chips;
    for (size_t i = 0; i < sections.size(); ++i)
        chips.push_back({.id = QString::number(i), .text = sections[i].title});
    m_jumps->setVisible(chips.size() >= fewestJumps);
    m_jumps->render(chips);
}

void SaleScreen::renderCart()
{
    CartState state = presentCart(m_cart.view(), m_openLine, m_cart.freshLine(), saleContext());
    state.canRecall = m_shelf.hasParked;
    state.canShowLast = m_shelf.hasSold;
    m_panel.render(state);
}

/// While paying the lines are only shown: none stays open, nor a question about one.
void SaleScreen::goPaying(const QString &subject)
{
    if (Sheet *sheet = openSheet())
        sheet->close();
    m_openLine = {};
    renderCart();
    m_context.navigator.go(Place::Payment, subject);
}

void SaleScreen::showTab(const QString &tab)
{
    if (leadsElsewhere(tab)) {
        m_tabs->setCurrent(m_tab);
        m_context.navigator.go(tab == u"more" ? Place::Help : Place::Dossiers);
        return;
    }
    m_tab = tab;
    clearSearch();
    askShelf();
}

void SaleScreen::clearSearch()
{
    m_searchText.clear();
    m_submitted.clear();
    Q_EMIT searchCleared();
}

void SaleScreen::search(const QString &text)
{
    m_searchText = text.trimmed();
    m_submitted.clear();
    m_typingPause->start();
    askShelf();
}

void SaleScreen::submitSearch(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_searchText && wanted != m_shelf.text) {
        m_submitted = wanted; // the answer to what was typed last is under way
        return;
    }
    m_submitted.clear();
    if (wanted == m_shelf.text && m_shelf.found.size() == 1) {
        addMultiplied([this, product = m_shelf.found.front().product.key](int quantity) { m_goods->add(product, quantity); });
        clearSearch();
        askShelf();
        return;
    }
    sellScan(wanted);
}

void SaleScreen::sellScan(const QString &code)
{
    addMultiplied([this, code](int quantity) { m_cart.scan(code, quantity); });
}

void SaleScreen::tapTile(const QString &id)
{
    if (id.startsWith(u"product:"))
        addMultiplied([this, product = id.sliced(8)](int quantity) { m_goods->add(product, quantity); });
    else if (id.startsWith(u"dossier:"))
        m_context.navigator.go(Place::Dossiers, id.sliced(8));
    else
        m_composer->compose(id);
}

void SaleScreen::tapKey(const QString &formula, const QString &key)
{
    if (key == u"compose" || key == u"other")
        m_composer->compose(formula);
    else
        addMultiplied([this, formula, key](int quantity) { m_composer->add(formula, key, quantity); });
}

void SaleScreen::changeQuantity(const Id<CartLine> &line, int quantity)
{
    const CartLine *known = m_cart.view().cart.line(line);
    const bool leaps = known && quantity >= largeQuantity && quantity > known->quantity + quantityStride;
    if (leaps)
        largeSheet().ask(quantity, [this, line, quantity] { setQuantity(line, quantity); });
    else
        setQuantity(line, quantity);
}

void SaleScreen::setQuantity(const Id<CartLine> &line, int quantity)
{
    m_cart.perform([line, quantity](Checkout &checkout, const CommandId &id) { return checkout.setQuantity(id, line, quantity); },
                   [this, line, quantity](const Result<> &answer) { return askToForce(line, quantity, answer); });
}

/// More than there are places: the sheet opens with the rest, for a manager to force (SELL-4).
bool SaleScreen::askToForce(const Id<CartLine> &line, int quantity, const Result<> &answer)
{
    const CartLine *changed = m_cart.view().cart.line(line);
    if (answer || !isForceable(answer.error()) || !changed || quantity <= changed->quantity)
        return false;
    FormulaChoice choice{.date = changed->visit.date, .slot = changed->visit.slot};
    (changed->kind == LineKind::Supplement ? choice.supplements : choice.resources)[changed->item] = quantity - changed->quantity;
    choice.refused = answer.error();
    m_composer->compose(changed->formula, choice);
    return true;
}

/// What the centre lacks of a line, as the payment would say it; nothing: it has all.
std::optional<Error> SaleScreen::lackOf(const CartLine &line) const
{
    const auto &mentioned = m_cart.view().places;
    const auto places = std::ranges::find(mentioned, line.id, &LinePlaces::line);
    if (places == mentioned.end() || places->state != LinePlaces::State::SoldOut)
        return std::nullopt;
    Error lack{.code = ErrorCode::CapacityFull, .detail = {}, .values = {}};
    if (const Formula *formula = m_cart.catalogue()->formula(line.formula))
        lack.values << visitTitle(*formula, line.visit);
    if (places->left > 0 && !lack.values.isEmpty())
        lack.values << QString::number(places->left);
    return lack;
}

/// Sold out elsewhere, a line may stay where it is too: a manager forces it (SELL-4, decisions 23).
void SaleScreen::moveLine(const Id<CartLine> &line)
{
    if (const CartLine *known = m_cart.view().cart.line(line))
        m_composer->move(*known, lackOf(*known));
}

void SaleScreen::tapLine(const Id<CartLine> &line)
{
    m_openLine = m_openLine == line ? Id<CartLine>{} : line;
    renderCart();
}

void SaleScreen::takeScanOutcome(const ScanOutcome &outcome)
{
    m_context.sounds.play(Sound::ScanAccepted);
    switch (outcome.kind) {
    case ScanOutcome::Kind::Line: break;
    case ScanOutcome::Kind::Dossier: m_context.navigator.go(Place::Dossiers, outcome.dossierNumber); break;
    case ScanOutcome::Kind::GiftValue: m_context.navigator.go(Place::Gift, outcome.giftCode); break;
    case ScanOutcome::Kind::Weight: m_goods->askWeight(outcome.product); break;
    case ScanOutcome::Kind::PromoCode: m_context.navigator.toast(tr("Code promo appliqué"), Tone::Positive); break;
    }
    if (!m_searchText.isEmpty()) {
        clearSearch();
        askShelf();
    }
}

void SaleScreen::takeRefusal(const Error &error, const std::function<void()> &retry)
{
    const bool misread = error.code == ErrorCode::BarcodeInvalid || error.code == ErrorCode::DossierUnknown;
    if (misread || error.code == ErrorCode::UnknownCode)
        m_context.sounds.play(Sound::ScanUnknown);
    if (error.code == ErrorCode::UnknownCode)
        m_goods->sayUnknown(error);
    else
        m_context.navigator.refuse(error, retry);
}

} // namespace guichet
