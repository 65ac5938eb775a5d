// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/CartModel.h"
#include "ui/sale/SaleState.h"
#include "ui/sale/ShelfQuestion.h"
#include "ui/shell/Screen.h"

class QTimer;

namespace guichet {

class CartDesk;
class CartPanel;
class FormulaComposer;
class GoodsDesk;
class LargeQuantitySheet;
class Sheet;

/// At which till the sale is.
struct SalePlace
{
    QString key;
    bool phone = false;
    QDate businessDate; ///< Of the session; the calendar says tomorrow between midnight and four (decisions 19).
};

/// The shelf side of the sale (SELL-1 to SELL-8): tabs, tiles, what the search finds. The cart column beside it is CartPanel; what is
/// done from there to the lines is CartDesk.
class SaleScreen : public Screen
{
    Q_OBJECT

public:
    SaleScreen(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *parent = nullptr);

    void enter(const QString &subject) override;
    bool takeScan(const QString &code) override;
    bool goBack() override;
    /// A question over the shelf is open: what is typed is for it.
    bool isAsking() const;
    /// Text of the search field in the top bar, as it is typed.
    void search(const QString &text);
    /// Enter in the search field: a scan, a dossier number, or the only thing found.
    void submitSearch(const QString &text);
    /// A scan that no page wanted goes to the cart, as often as was typed before it.
    void sellScan(const QString &code);
    /// Figures typed with an empty focus multiply the next scan or tap: *3 ×*; 1 by default.
    void setMultiplier(int multiplier) { m_multiplier = multiplier; }
    void setTill(const SalePlace &place);

Q_SIGNALS:
    void multiplierUsed();
    void searchCleared();

private:
    void connectPanel();
    void keepTabShown();
    void askShelf();
    void takeShelf(const Result<Shelf> &shelf);
    void askDossiers();
    void renderShelf();
    std::vector<TileSection> shopSections() const;
    void renderJumps(const std::vector<TileSection> &sections);
    void renderCart();
    void showTab(const QString &tab);
    void tapTile(const QString &id);
    void tapKey(const QString &formula, const QString &key);
    void changeQuantity(const Id<CartLine> &line, int quantity);
    void setQuantity(const Id<CartLine> &line, int quantity);
    std::optional<Error> lackOf(const CartLine &line) const;
    void moveLine(const Id<CartLine> &line);
    bool askToForce(const Id<CartLine> &line, int quantity, const Result<> &answer);
    void clearSearch();
    void tapLine(const Id<CartLine> &line);
    void goPaying(const QString &subject);
    Sheet *openSheet() const;
    void takeScanOutcome(const ScanOutcome &outcome);
    void takeRefusal(const Error &error, const std::function<void()> &retry);
    SaleContext saleContext() const;
    int takeMultiplier();
    void addMultiplied(const std::function<void(int)> &add);
    LargeQuantitySheet &largeSheet();

    ScreenContext m_context;
    CartModel &m_cart;
    CartPanel &m_panel;
    TabBar *m_tabs;
    ChipRow *m_jumps; ///< The shelves of a long shop: a tap goes to one.
    TileGrid *m_grid;
    FormulaComposer *m_composer;
    GoodsDesk *m_goods;
    CartDesk *m_cartDesk;
    LargeQuantitySheet *m_largeSheet = nullptr; ///< Made when it is first wanted.
    QTimer *m_clockTick;
    QTimer *m_typingPause; ///< Dossiers are looked for when the typing rests.
    QTimer *m_shelfPause;  ///< From a change of the cart to the question what can still be sold.
    Shelf m_shelf;
    QString m_tab = QStringLiteral("offers");
    QString m_searchText;
    QString m_submitted; ///< Entered before its answer was there; empty: nothing waits.
    SalePlace m_place;
    int m_multiplier = 1;
    int m_askNumber = 0; ///< Answers to older questions are dropped.
    Id<CartLine> m_openLine;
};

} // namespace guichet
