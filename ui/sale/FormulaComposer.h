// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/CartModel.h"
#include "ui/sale/SaleState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class FormulaSheet;

/// Composes a formula (SELL-3, SELL-4): the sheet, what is chosen in it, what the till answers. The sheet stays open until the till has
/// taken the choice; what only a manager can pass is offered there with its reasons. GUI thread.
class FormulaComposer : public QObject
{
    Q_OBJECT

public:
    /// `surroundings`: what the sale knows at the moment.
    FormulaComposer(const ScreenContext &context, CartModel &cart, QWidget *host, std::function<SaleContext()> surroundings);

    /// Opens the sheet on today, nothing chosen.
    void compose(const QString &formula);
    /// Opens the sheet with a choice that the till has refused.
    void compose(const QString &formula, const FormulaChoice &choice);
    /// Opens the sheet on the visit of a line: another day or departure for it and all that was bought with it. `refused`: why it may not
    /// stay, unless a manager forces it there.
    void move(const CartLine &line, const std::optional<Error> &refused);
    /// One tap: so many units on the next slot. When a manager could pass the refusal, the sheet opens with it; when that slot is not the
    /// one of the tickets on the cart, it is said, and one tap brings all together where there is room.
    void add(const QString &formula, const QString &resource, int quantity);

private:
    FormulaSheet &sheet();
    void connectSheet();
    void changeChoice(const FormulaChoice &choice);
    void ask();
    void show(const Result<FormulaState> &state);
    void takeChoice();
    void moveChosen();
    bool hear(const Result<> &answer);
    FormulaOrder order() const;
    Force force() const;
    void put(const FormulaOrder &order, const CartModel::Hearer &hearer);
    void watchSplit(int added);
    void offerToGather(const SplitVisit &split, const FormulaState &state);
    void gather(const SplitVisit &split, const SplitNotice &notice);

    ScreenContext m_context;
    CartModel &m_cart;
    QWidget *m_host;
    FormulaSheet *m_sheet = nullptr; ///< Made when it is first wanted: the till starts without it.
    std::function<SaleContext()> m_surroundings;
    QString m_formula;
    Id<CartLine> m_movedLine; ///< Of the choice that moves.
    FormulaState m_state;
    FormulaChoice m_choice;
    FormulaSheetState m_shown;
    int m_askNumber = 0; ///< Answers to older questions are dropped.
    bool m_adding = false;
};

} // namespace guichet
