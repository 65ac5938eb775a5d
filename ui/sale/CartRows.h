// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/SaleState.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

class QVBoxLayout;

namespace guichet {

class QuantityStepper;

/// One line of the cart, painted: quantity, title on up to two lines, reason, old price crossed out, price. A tap opens its actions. Object
/// name `line.<id>`.
class CartLineView : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CartLineView(QWidget *parent = nullptr);
    void render(const CartRow &row);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool hasLower() const { return !m_row.subLine.isEmpty() || !m_row.oldPrice.isEmpty(); }
    int quantityRoom() const;
    int priceRoom() const;
    int upperHeight(int width) const;

    CartRow m_row;
};

/// The actions of the open line: − n +, séance, retirer, gratuité, prix, commentaire (SELL-5).
class CartLineActions : public QWidget
{
    Q_OBJECT

public:
    explicit CartLineActions(QWidget *parent = nullptr);
    void render(const CartRow &row);

Q_SIGNALS:
    void quantityWanted(int quantity);
    void freeWanted();
    void priceWanted();
    void commentWanted();
    void moveWanted();
    void removeWanted();

private:
    QuantityStepper *m_stepper;
    BigButton *m_move; ///< For what is sold for a visit.
};

/// The rows of the cart: headings, lines, and the actions of the open one. Rendering again keeps the widgets that stay.
class CartRows : public QWidget
{
    Q_OBJECT

public:
    explicit CartRows(QWidget *parent = nullptr);
    void render(const std::vector<CartRow> &rows);
    /// What to keep in view: the fresh line, else the open one, with its actions; empty: nothing.
    QRect partInView() const;
    /// Top of the first row that begins at `y` or below; `y`: none does.
    int rowTopFrom(int y) const;
    /// Of all rows, pixels.
    int usedHeight() const;
    /// Left free under the last row, so that the first one shown can be a whole one.
    void setRoomBelow(int pixels);
    bool hasOpenLine() const { return !m_open.isNull(); }

Q_SIGNALS:
    void lineTapped(const guichet::Id<guichet::CartLine> &line);
    void quantityWanted(const guichet::Id<guichet::CartLine> &line, int quantity);
    void freeWanted(const guichet::Id<guichet::CartLine> &line);
    void priceWanted(const guichet::Id<guichet::CartLine> &line);
    void commentWanted(const guichet::Id<guichet::CartLine> &line);
    void moveWanted(const guichet::Id<guichet::CartLine> &line);
    void removeWanted(const guichet::Id<guichet::CartLine> &line);

private:
    TextLabel *headingAt(size_t index);
    CartLineView *lineAt(size_t index);

    QVBoxLayout *m_layout;
    std::vector<TextLabel *> m_headings;
    std::vector<CartLineView *> m_lines;
    std::vector<Id<CartLine>> m_ids;
    CartLineActions *m_actions;
    Id<CartLine> m_open;
    QWidget *m_inView = nullptr;
    bool m_actionsInView = false;
};

} // namespace guichet
