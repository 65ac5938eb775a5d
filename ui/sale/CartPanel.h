// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/SaleState.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/Card.h"

class QScrollArea;
class QVBoxLayout;

namespace guichet {

class CartRows;

/// The right column: the lines, the totals, the main key. Draws a CartState and reports what the cashier wants; decides nothing. It never
/// scrolls its total away.
class CartPanel : public Ground
{
    Q_OBJECT

public:
    explicit CartPanel(QWidget *parent = nullptr);
    void render(const CartState &state);
    /// On the payment screen the lines are only shown and the foot is the payment's: `foot` replaces the keys; null gives them back.
    void setFoot(QWidget *foot);

Q_SIGNALS:
    void lineTapped(const guichet::Id<guichet::CartLine> &line);
    void quantityWanted(const guichet::Id<guichet::CartLine> &line, int quantity);
    void freeWanted(const guichet::Id<guichet::CartLine> &line);
    void priceWanted(const guichet::Id<guichet::CartLine> &line);
    void commentWanted(const guichet::Id<guichet::CartLine> &line);
    void moveWanted(const guichet::Id<guichet::CartLine> &line);
    void removeWanted(const guichet::Id<guichet::CartLine> &line);
    void parkWanted();
    void promoWanted();
    void clientWanted();
    void lastSaleWanted(); ///< SELL-9: the key of the client while the cart is empty.
    void clearWanted();
    void payWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead(QVBoxLayout *layout);
    void buildTotals(QVBoxLayout *layout);
    void buildKeys(QVBoxLayout *layout);
    void renderTotals(const std::vector<CartTotal> &totals);
    void keepInView();
    void layOutRows();
    void scrollTo(int top, int room);

    CartState m_state;
    TextLabel *m_title;
    TextLabel *m_count;
    BigButton *m_clear;
    TextLabel *m_hint; ///< What to do with an empty cart.
    QScrollArea *m_scroll;
    CartRows *m_rows;
    QVBoxLayout *m_totals;
    std::vector<MoneyRow *> m_totalRows;
    AmountLabel *m_total;
    QWidget *m_keys;
    BigButton *m_park;
    BigButton *m_promo;
    BigButton *m_client;
    BigButton *m_pay;
    QVBoxLayout *m_footPlace;
    QWidget *m_foot = nullptr;
};

} // namespace guichet
