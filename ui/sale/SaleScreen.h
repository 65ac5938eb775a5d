// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/CartModel.h"
#include "ui/sale/SaleState.h"
#include "ui/shell/Screen.h"

class QTimer;

namespace guichet {

class CartPanel;
class FormulaSheet;
class FreeSheet;
class PriceSheet;
class PromoSheet;
class TextSheet;

/// The shelf side of the sale (SELL-1 to SELL-8): tabs, tiles, what the search finds, the sheets that ask. The cart column beside it is
/// CartPanel, which it also serves.
class SaleScreen : public Screen
{
    Q_OBJECT

public:
    SaleScreen(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *parent = nullptr);

    void enter(const QString &subject) override;
    bool goBack() override;
    /// Text of the search field in the top bar, as it is typed.
    void search(const QString &text);
    /// Enter in the search field: a scan, a dossier number, or the only thing found.
    void submitSearch(const QString &text);
    /// Figures typed with an empty focus multiply the next scan or tap: *3 ×*; 1 by default.
    void setMultiplier(int multiplier) { m_multiplier = multiplier; }
    void setTill(const QString &till, bool phone);

Q_SIGNALS:
    void multiplierUsed();
    void searchCleared();

private:
    struct Shelf
    {
        std::vector<FormulaState> states;
        std::vector<std::pair<QString, std::vector<ProductHit>>> groups;
        std::vector<ProductHit> found;
    };
    void connectPanel();
    void connectSheets();
    void askShelf();
    void renderShelf();
    void renderCart();
    void showTab(const QString &tab);
    void tapTile(const QString &id);
    void tapKey(const QString &formula, const QString &key);
    void addProduct(const QString &product);
    void openFormula(const QString &key);
    void askFormula();
    void addChosen();
    void tapLine(const Id<CartLine> &line);
    void parkOrRecall();
    void takeScanOutcome(const ScanOutcome &outcome);
    void takeRefusal(const Error &error, const std::function<void()> &retry);
    SaleContext saleContext() const;
    int takeMultiplier();
    const PricedLine *pricedLine(const Id<CartLine> &line) const;

    ScreenContext m_context;
    CartModel &m_cart;
    CartPanel &m_panel;
    TabBar *m_tabs;
    TileGrid *m_grid;
    FormulaSheet *m_formulaSheet;
    FreeSheet *m_freeSheet;
    PriceSheet *m_priceSheet;
    TextSheet *m_commentSheet;
    TextSheet *m_parkSheet;
    PromoSheet *m_promoSheet;
    QTimer *m_clockTick;
    Shelf m_shelf;
    QString m_tab = QStringLiteral("offers");
    QString m_searchText;
    QString m_till;
    bool m_phone = false;
    int m_multiplier = 1;
    int m_askNumber = 0; ///< Answers to older questions are dropped.
    Id<CartLine> m_openLine;
    QString m_formula;
    FormulaState m_formulaState;
    FormulaChoice m_choice;
};

} // namespace guichet
