// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/CartModel.h"
#include "ui/sale/SaleState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class CartPanel;
class ClearSheet;
class FreeSheet;
class PriceSheet;
class PromoSheet;
class TextSheet;

/// What is done to the cart from its column: free units, price, comment, removal of a line, promo code, keeping, clearing (SELL-5 to
/// SELL-7). GUI thread.
class CartDesk : public QObject
{
    Q_OBJECT

public:
    /// `host`: over which its sheets open; they are made when they are first wanted.
    CartDesk(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *host);

    /// A scan that an open sheet waits for.
    bool takeScan(const QString &code);

private:
    void connectPanel();
    FreeSheet &freeSheet();
    PriceSheet &priceSheet();
    TextSheet &commentSheet();
    TextSheet &parkSheet();
    PromoSheet &promoSheet();
    ClearSheet &clearSheet();
    const PricedLine *pricedLine(const Id<CartLine> &line) const;
    void remove(const Id<CartLine> &line);
    void askFree(const Id<CartLine> &line);
    void askPrice(const Id<CartLine> &line);
    void askComment(const Id<CartLine> &line);
    void parkOrRecall();
    void park(const QString &name);
    void askPromo();
    void applyPromo(const QString &code, const QString &reference);
    bool hearPromo(const Result<> &answer);
    void askToClear();
    void clear();

    ScreenContext m_context;
    CartModel &m_cart;
    CartPanel &m_panel;
    QWidget *m_host;
    FreeSheet *m_freeSheet = nullptr;
    PriceSheet *m_priceSheet = nullptr;
    TextSheet *m_commentSheet = nullptr;
    TextSheet *m_parkSheet = nullptr;
    PromoSheet *m_promoSheet = nullptr;
    ClearSheet *m_clearSheet = nullptr;
    Id<CartLine> m_commented; ///< The line that the comment sheet asks about.
};

} // namespace guichet
