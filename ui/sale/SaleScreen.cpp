// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/SaleScreen.h"

#include "ui/format/ErrorText.h"
#include "ui/sale/CartPanel.h"
#include "ui/sale/FormulaSheet.h"
#include "ui/sale/LineSheets.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int productsOnShelf = 300;
constexpr int productsFound = 40;

bool belongsTo(const Group &group, const QString &tab)
{
    const bool cafeteria = group.restaurant || group.key.startsWith(u"caf-");
    return group.kind == Group::Kind::Products && cafeteria == (tab == u"cafeteria");
}

} // namespace

SaleScreen::SaleScreen(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *parent)
    : Screen{parent}, m_context{context}, m_cart{cart}, m_panel{panel}, m_tabs{new TabBar{this}}, m_grid{new TileGrid{this}},
      m_formulaSheet{new FormulaSheet{this}}, m_freeSheet{new FreeSheet{this}}, m_priceSheet{new PriceSheet{this}},
      m_commentSheet{new TextSheet{this, u"commentSheet"_s}}, m_parkSheet{new TextSheet{this, u"parkSheet"_s}},
      m_promoSheet{new PromoSheet{this}}, m_clockTick{new QTimer{this}}
{
    setObjectName(u"sale"_s);
    m_tabs->setObjectName(u"tabs"_s);
    m_grid->setObjectName(u"shelf"_s);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tabs);
    layout->addWidget(m_grid, 1);
    connect(m_tabs, &TabBar::currentChanged, this, &SaleScreen::showTab);
    connect(m_grid, &TileGrid::activated, this, &SaleScreen::tapTile);
    connect(m_grid, &TileGrid::keyPressed, this, &SaleScreen::tapKey);
    connect(&m_cart, &CartModel::changed, this, [this] {
        renderCart();
        askShelf();
    });
    connect(&m_cart, &CartModel::refused, this, &SaleScreen::takeRefusal);
    connect(&m_cart, &CartModel::scanned, this, &SaleScreen::takeScanOutcome);
    connect(m_clockTick, &QTimer::timeout, this, &SaleScreen::askShelf);
    m_clockTick->setInterval(30s);
    connectPanel();
    connectSheets();
}

void SaleScreen::connectPanel()
{
    connect(&m_panel, &CartPanel::lineTapped, this, &SaleScreen::tapLine);
    connect(&m_panel, &CartPanel::quantityWanted, this, [this](const Id<CartLine> &line, int quantity) {
        m_cart.perform([line, quantity](Checkout &checkout, const CommandId &id) { return checkout.setQuantity(id, line, quantity); });
    });
    connect(&m_panel, &CartPanel::removeWanted, this, [this](const Id<CartLine> &line) {
        m_cart.perform([line](Checkout &checkout, const CommandId &id) { return checkout.remove(id, line); });
    });
    connect(&m_panel, &CartPanel::freeWanted, this, [this](const Id<CartLine> &line) {
        const CartLine *cartLine = m_cart.view().cart.line(line);
        if (const PricedLine *priced = pricedLine(line); priced && cartLine)
            m_freeSheet->ask(*priced, cartLine->freeUnits, m_cart.catalogue()->reasons, saleContext().language);
    });
    connect(&m_panel, &CartPanel::priceWanted, this, [this](const Id<CartLine> &line) {
        if (const PricedLine *priced = pricedLine(line))
            m_priceSheet->ask(*priced, m_cart.catalogue()->reasons, saleContext().language);
    });
    connect(&m_panel, &CartPanel::commentWanted, this, [this](const Id<CartLine> &line) {
        if (const CartLine *cartLine = m_cart.view().cart.line(line))
            m_commentSheet->ask(tr("Commentaire"), pricedLine(line) ? pricedLine(line)->title.french() : QString{}, cartLine->comment,
                                tr("Enregistrer"));
    });
    connect(&m_panel, &CartPanel::promoWanted, this,
            [this] { m_promoSheet->ask(m_cart.catalogue()->promoCodes, m_cart.view().cart.promoCode, saleContext().language); });
    connect(&m_panel, &CartPanel::parkWanted, this, &SaleScreen::parkOrRecall);
    connect(&m_panel, &CartPanel::clearWanted, this,
            [this] { m_cart.perform([](Checkout &checkout, const CommandId &id) { return checkout.clear(id); }); });
    connect(&m_panel, &CartPanel::clientWanted, this, [this] { m_context.navigator.go(Place::Payment, u"client"_s); });
    connect(&m_panel, &CartPanel::lastSaleWanted, this, [this] { m_context.navigator.go(Place::Payment, u"last"_s); });
    connect(&m_panel, &CartPanel::payWanted, this, [this] { m_context.navigator.go(Place::Payment); });
}

void SaleScreen::connectSheets()
{
    connect(m_formulaSheet, &FormulaSheet::dateChosen, this, [this](QDate date) {
        m_choice.date = date;
        m_choice.slot = {};
        askFormula();
    });
    connect(m_formulaSheet, &FormulaSheet::slotChosen, this, [this](QTime slot) {
        m_choice.slot = slot;
        askFormula();
    });
    connect(m_formulaSheet, &FormulaSheet::quantityChosen, this, [this](const QString &key, bool supplement, int quantity) {
        (supplement ? m_choice.supplements : m_choice.resources)[key] = quantity;
        askFormula();
    });
    connect(m_formulaSheet, &FormulaSheet::addWanted, this, &SaleScreen::addChosen);
    connect(m_freeSheet, &FreeSheet::confirmed, this, [this](const Id<CartLine> &line, int units, const QString &reason) {
        m_cart.perform([=](Checkout &checkout, const CommandId &id) { return checkout.giveFree(id, line, units, reason); });
    });
    connect(m_priceSheet, &PriceSheet::confirmed, this, [this](const Id<CartLine> &line, Money price, const QString &reason) {
        m_cart.perform([=](Checkout &checkout, const CommandId &id) { return checkout.changePrice(id, line, price, reason); });
    });
    connect(m_commentSheet, &TextSheet::confirmed, this, [this](const QString &text) {
        m_cart.perform([line = m_openLine, text](Checkout &checkout, const CommandId &id) { return checkout.comment(id, line, text); });
    });
    connect(m_parkSheet, &TextSheet::confirmed, this, [this](const QString &name) {
        m_cart.perform([name](Checkout &checkout, const CommandId &id) { return checkout.park(id, name); });
        m_context.navigator.refresh();
    });
    connect(m_promoSheet, &PromoSheet::applied, this, [this](const QString &code, const QString &reference) {
        m_cart.perform([=](Checkout &checkout, const CommandId &id) { return checkout.applyPromoCode(id, code, reference); });
    });
    connect(m_promoSheet, &PromoSheet::removed, this,
            [this] { m_cart.perform([](Checkout &checkout, const CommandId &id) { return checkout.removePromoCode(id); }); });
}

void SaleScreen::enter(const QString &)
{
    m_panel.setFoot(nullptr);
    m_clockTick->start();
    m_cart.refresh();
}

bool SaleScreen::goBack()
{
    for (Sheet *sheet : findChildren<Sheet *>())
        if (sheet->isOpen()) {
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

void SaleScreen::setTill(const QString &till, bool phone)
{
    m_till = till;
    m_phone = phone;
}

SaleContext SaleScreen::saleContext() const
{
    const QDateTime now = m_context.clock.now();
    return {.catalogue = m_cart.catalogue(),
            .now = now,
            .today = now.date(),
            .till = m_till,
            .language = m_context.language(),
            .phone = m_phone};
}

int SaleScreen::takeMultiplier()
{
    Q_EMIT multiplierUsed();
    return std::exchange(m_multiplier, 1);
}

const PricedLine *SaleScreen::pricedLine(const Id<CartLine> &line) const
{
    const auto &lines = m_cart.view().priced.lines;
    const auto found = std::ranges::find(lines, line, &PricedLine::id);
    return found == lines.end() ? nullptr : &*found;
}

void SaleScreen::askShelf()
{
    if (!isVisible())
        return;
    const int number = ++m_askNumber;
    m_context.till
        .call([tab = m_tab, text = m_searchText, catalogue = m_cart.catalogue(), today = saleContext().today](Workplace &workplace) {
            Shelf shelf;
            BackOffice office{workplace};
            if (tab == u"offers" || !text.isEmpty())
                shelf.states = Checkout{workplace}.shelf(today).value_or(std::vector<FormulaState>{});
            if (!text.isEmpty())
                shelf.found = office.searchProducts(text, productsFound).value_or(std::vector<ProductHit>{});
            else if (tab != u"offers")
                for (const Group &group : catalogue->groups)
                    if (belongsTo(group, tab))
                        shelf.groups.emplace_back(
                            group.key, office.productsOfGroup(group.key, 0, productsOnShelf).value_or(std::vector<ProductHit>{}));
            return shelf;
        })
        .then(this, [this, number](const Shelf &shelf) {
            if (number != m_askNumber)
                return;
            m_shelf = shelf;
            renderShelf();
        });
}

void SaleScreen::renderShelf()
{
    const SaleContext context = saleContext();
    m_tabs->setTabs(presentTabs(context));
    m_tabs->setCurrent(m_tab);
    if (!m_searchText.isEmpty()) {
        m_grid->setEmptyText(tr("Rien ne correspond"), tr("Essayez un autre mot, une référence ou un code."));
        m_grid->render(presentFound(m_searchText, m_shelf.states, m_shelf.found, context));
    } else if (m_tab == u"offers") {
        m_grid->setEmptyText(tr("Aucune offre aujourd’hui"), tr("Le catalogue ne montre aucune formule sur cette caisse."));
        m_grid->render(presentOffers(m_shelf.states, context));
    } else {
        std::vector<TileSection> sections;
        for (const auto &[key, products] : m_shelf.groups)
            if (const Group *group = context.catalogue->group(key); group && !products.empty())
                sections.push_back(presentProducts(*group, products, context));
        m_grid->setEmptyText(tr("Aucun produit sur cette étagère"), tr("Scannez un article pour le créer."));
        m_grid->render(sections);
    }
}

void SaleScreen::renderCart()
{
    m_panel.render(presentCart(m_cart.view(), m_openLine, m_cart.freshLine(), saleContext()));
}

void SaleScreen::showTab(const QString &tab)
{
    if (tab == u"dossiers") {
        m_tabs->setCurrent(m_tab);
        m_context.navigator.go(Place::Dossiers);
        return;
    }
    if (tab == u"more") {
        m_tabs->setCurrent(m_tab);
        m_context.navigator.go(Place::Help);
        return;
    }
    m_tab = tab;
    m_searchText.clear();
    Q_EMIT searchCleared();
    askShelf();
}

void SaleScreen::search(const QString &text)
{
    m_searchText = text.trimmed();
    askShelf();
}

void SaleScreen::submitSearch(const QString &text)
{
    const bool onlyOne = m_shelf.found.size() == 1;
    if (onlyOne && text.trimmed() == m_searchText) {
        addProduct(m_shelf.found.front().product.key);
        m_searchText.clear();
        Q_EMIT searchCleared();
        return;
    }
    m_cart.scan(text.trimmed(), takeMultiplier());
}

void SaleScreen::tapTile(const QString &id)
{
    if (id.startsWith(u"product:"))
        addProduct(id.sliced(8));
    else
        openFormula(id);
}

void SaleScreen::addProduct(const QString &product)
{
    m_cart.performOnLine([product, quantity = takeMultiplier()](Checkout &checkout, const CommandId &id) {
        return checkout.addProduct(id, product, quantity);
    });
}

void SaleScreen::tapKey(const QString &formula, const QString &key)
{
    if (key == u"compose" || key == u"other") {
        openFormula(formula);
        return;
    }
    FormulaOrder order{.formula = formula, .units = {{key, takeMultiplier()}}};
    m_cart.performOnLine([order](Checkout &checkout, const CommandId &id) -> Result<Id<CartLine>> {
        TRY_LET(lines, checkout.add(id, order));
        return lines.empty() ? Id<CartLine>{} : lines.back();
    });
}

void SaleScreen::openFormula(const QString &key)
{
    m_formula = key;
    m_choice = {.date = saleContext().today};
    askFormula();
}

void SaleScreen::askFormula()
{
    m_context.till.call([key = m_formula, date = m_choice.date](Workplace &workplace) { return Checkout{workplace}.formula(key, date); })
        .then(this, [this](const Result<FormulaState> &state) {
            const Formula *formula = m_cart.catalogue()->formula(m_formula);
            if (!state || !formula) {
                m_context.navigator.refuse(state ? Error{ErrorCode::NotFound} : state.error());
                return;
            }
            m_formulaState = *state;
            if (!m_choice.slot.isValid())
                if (const SlotState *next = m_formulaState.next())
                    m_choice.slot = next->visit.slot;
            m_formulaSheet->render(presentFormulaSheet(*formula, m_formulaState, m_choice, saleContext()));
            if (!m_formulaSheet->isOpen())
                m_formulaSheet->open();
        });
}

void SaleScreen::addChosen()
{
    FormulaOrder order{.formula = m_formula, .date = m_choice.date, .slot = m_choice.slot, .units = {}, .supplements = {}};
    const auto take = [](const QMap<QString, int> &quantities, std::vector<FormulaOrder::Units> &units) {
        for (auto it = quantities.begin(); it != quantities.end(); ++it)
            if (it.value() > 0)
                units.push_back({it.key(), it.value()});
    };
    take(m_choice.resources, order.units);
    take(m_choice.supplements, order.supplements);
    m_formulaSheet->close();
    m_cart.performOnLine([order](Checkout &checkout, const CommandId &id) -> Result<Id<CartLine>> {
        TRY_LET(lines, checkout.add(id, order));
        return lines.empty() ? Id<CartLine>{} : lines.back();
    });
}

void SaleScreen::tapLine(const Id<CartLine> &line)
{
    m_openLine = m_openLine == line ? Id<CartLine>{} : line;
    renderCart();
}

void SaleScreen::parkOrRecall()
{
    if (m_cart.view().cart.isEmpty())
        m_context.navigator.go(Place::Parked);
    else
        m_parkSheet->ask(tr("Garder le panier"), tr("Sous quel nom ? Les places sont tenues 15 minutes."),
                         m_context.clock.now().toString(u"HH:mm"_s), tr("Garder"));
}

void SaleScreen::takeScanOutcome(const ScanOutcome &outcome)
{
    m_context.sounds.play(Sound::ScanAccepted);
    switch (outcome.kind) {
    case ScanOutcome::Kind::Line: break;
    case ScanOutcome::Kind::Dossier: m_context.navigator.go(Place::Dossiers, outcome.dossierNumber); break;
    case ScanOutcome::Kind::GiftValue: m_context.navigator.go(Place::Gift, outcome.giftCode); break;
    case ScanOutcome::Kind::PromoCode: m_context.navigator.toast(tr("Code promo appliqué"), Tone::Positive); break;
    }
    if (!m_searchText.isEmpty()) {
        m_searchText.clear();
        Q_EMIT searchCleared();
        askShelf();
    }
}

void SaleScreen::takeRefusal(const Error &error, const std::function<void()> &retry)
{
    if (error.code == ErrorCode::UnknownCode)
        m_context.sounds.play(Sound::ScanUnknown);
    m_context.navigator.refuse(error, retry);
}

} // namespace guichet
