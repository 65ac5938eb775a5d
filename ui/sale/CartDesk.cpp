// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/CartDesk.h"

#include "core/money/FormatMoney.h"
#include "ui/format/ErrorText.h"
#include "ui/sale/CartPanel.h"
#include "ui/sale/LineSheets.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int unitsOfFewTouches = 3; ///< Of one line: typed again as fast as a question is answered.

/// More would be lost than a touch or two made.
bool isWorthAsking(const Cart &cart)
{
    return cart.lines.size() > 1 || (cart.lines.size() == 1 && cart.lines.front().quantity > unitsOfFewTouches);
}

} // namespace

CartDesk::CartDesk(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *host)
    : QObject{host}, m_context{context}, m_cart{cart}, m_panel{panel}, m_host{host}
{
    connectPanel();
}

void CartDesk::connectPanel()
{
    connect(&m_panel, &CartPanel::removeWanted, this, &CartDesk::remove);
    connect(&m_panel, &CartPanel::freeWanted, this, &CartDesk::askFree);
    connect(&m_panel, &CartPanel::priceWanted, this, &CartDesk::askPrice);
    connect(&m_panel, &CartPanel::commentWanted, this, &CartDesk::askComment);
    connect(&m_panel, &CartPanel::promoWanted, this, &CartDesk::askPromo);
    connect(&m_panel, &CartPanel::parkWanted, this, &CartDesk::parkOrRecall);
    connect(&m_panel, &CartPanel::clearWanted, this, &CartDesk::askToClear);
}

FreeSheet &CartDesk::freeSheet()
{
    if (!m_freeSheet) {
        m_freeSheet = new FreeSheet{m_host};
        connect(m_freeSheet, &FreeSheet::confirmed, this, [this](const Id<CartLine> &line, int units, const QString &reason) {
            m_cart.perform([=](Checkout &checkout, const CommandId &id) { return checkout.giveFree(id, line, units, reason); });
        });
    }
    return *m_freeSheet;
}

PriceSheet &CartDesk::priceSheet()
{
    if (!m_priceSheet) {
        m_priceSheet = new PriceSheet{m_host};
        connect(m_priceSheet, &PriceSheet::confirmed, this, [this](const Id<CartLine> &line, Money price, const QString &reason) {
            m_cart.perform([=](Checkout &checkout, const CommandId &id) { return checkout.changePrice(id, line, price, reason); });
        });
    }
    return *m_priceSheet;
}

TextSheet &CartDesk::commentSheet()
{
    if (!m_commentSheet) {
        m_commentSheet = new TextSheet{m_host, u"commentSheet"_s};
        connect(m_commentSheet, &TextSheet::confirmed, this, [this](const QString &text) {
            m_cart.perform(
                [line = m_commented, text](Checkout &checkout, const CommandId &id) { return checkout.comment(id, line, text); });
        });
    }
    return *m_commentSheet;
}

TextSheet &CartDesk::parkSheet()
{
    if (!m_parkSheet) {
        m_parkSheet = new TextSheet{m_host, u"parkSheet"_s};
        connect(m_parkSheet, &TextSheet::confirmed, this, &CartDesk::park);
    }
    return *m_parkSheet;
}

PromoSheet &CartDesk::promoSheet()
{
    if (!m_promoSheet) {
        m_promoSheet = new PromoSheet{m_host};
        connect(m_promoSheet, &PromoSheet::applied, this, &CartDesk::applyPromo);
        connect(m_promoSheet, &PromoSheet::removed, this,
                [this] { m_cart.perform([](Checkout &checkout, const CommandId &id) { return checkout.removePromoCode(id); }); });
    }
    return *m_promoSheet;
}

ClearSheet &CartDesk::clearSheet()
{
    if (!m_clearSheet) {
        m_clearSheet = new ClearSheet{m_host};
        connect(m_clearSheet, &ClearSheet::confirmed, this, &CartDesk::clear);
    }
    return *m_clearSheet;
}

bool CartDesk::takeScan(const QString &code)
{
    if (!m_promoSheet || !m_promoSheet->isOpen())
        return false;
    m_promoSheet->takeScan(code);
    return true;
}

const PricedLine *CartDesk::pricedLine(const Id<CartLine> &line) const
{
    const auto &lines = m_cart.view().priced.lines;
    const auto found = std::ranges::find(lines, line, &PricedLine::id);
    return found == lines.end() ? nullptr : &*found;
}

void CartDesk::remove(const Id<CartLine> &line)
{
    m_cart.perform([line](Checkout &checkout, const CommandId &id) { return checkout.remove(id, line); });
}

void CartDesk::askFree(const Id<CartLine> &line)
{
    const CartLine *cartLine = m_cart.view().cart.line(line);
    if (const PricedLine *priced = pricedLine(line); priced && cartLine)
        freeSheet().ask(*priced, cartLine->freeUnits, m_cart.catalogue()->reasons, m_context.language());
}

void CartDesk::askPrice(const Id<CartLine> &line)
{
    if (const PricedLine *priced = pricedLine(line))
        priceSheet().ask(*priced, m_cart.catalogue()->reasons, m_context.language());
}

void CartDesk::askComment(const Id<CartLine> &line)
{
    const CartLine *cartLine = m_cart.view().cart.line(line);
    const PricedLine *priced = pricedLine(line);
    if (!cartLine || !priced)
        return;
    m_commented = line;
    commentSheet().ask(tr("Commentaire"), priced->title.in(m_context.language()), cartLine->comment, tr("Enregistrer"));
}

void CartDesk::parkOrRecall()
{
    if (m_cart.view().cart.isEmpty())
        m_context.navigator.go(Place::Parked);
    else
        parkSheet().ask(tr("Garder le panier"), tr("Sous quel nom ? Les places sont tenues 15 minutes."),
                        m_context.clock.now().toString(u"HH:mm"_s), tr("Garder"));
}

void CartDesk::park(const QString &name)
{
    m_cart.perform([name](Checkout &checkout, const CommandId &id) { return checkout.park(id, name); });
    m_context.navigator.refresh();
}

void CartDesk::askPromo()
{
    promoSheet().ask(m_cart.catalogue()->promoCodes, m_cart.view().cart.promoCode, m_context.language());
}

void CartDesk::applyPromo(const QString &code, const QString &reference)
{
    m_cart.perform([=](Checkout &checkout, const CommandId &id) { return checkout.applyPromoCode(id, code, reference); },
                   [this](const Result<> &answer) { return hearPromo(answer); });
}

/// Taken: the sheet has done its work. Refused: it stays, says why, and what was typed can be mended.
bool CartDesk::hearPromo(const Result<> &answer)
{
    if (!m_promoSheet || !m_promoSheet->isOpen())
        return false;
    if (answer)
        m_promoSheet->close();
    else
        m_promoSheet->showRefusal(errorSentence(answer.error(), m_context.language()), answer.error().code == ErrorCode::ReferenceMissing);
    return true;
}

void CartDesk::askToClear()
{
    const CartView &view = m_cart.view();
    if (isWorthAsking(view.cart) && view.collecting.isEmpty())
        clearSheet().ask(unitWords(view, m_context.language()), formatMoney(view.balance.total, EuroSign::Shown, m_context.language()));
    else
        clear();
}

void CartDesk::clear()
{
    m_cart.perform([](Checkout &checkout, const CommandId &id) { return checkout.clear(id); });
}

} // namespace guichet
