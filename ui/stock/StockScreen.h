// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CommandId.h"
#include "ui/shell/Screen.h"
#include "ui/stock/StockState.h"

class QTimer;

namespace guichet {

class BigButton;
class EmptyState;
class QuantitySheet;
class SearchField;
class StockExportSheet;
class TabBar;
class TextLabel;

/// Goods: found by word or scan, their level and movements, réassort, prélèvement, inventaire, casse, what to order again (STK-1 to STK-3),
/// and all levels of a day in a file.
class StockScreen : public Screen
{
    Q_OBJECT

public:
    explicit StockScreen(const ScreenContext &context, QWidget *parent = nullptr);
    /// `subject`: key or code of a product.
    void enter(const QString &subject) override;
    bool takeScan(const QString &code) override;
    bool goBack() override;

private:
    QWidget *makeList();
    QWidget *makeCard();
    void askList();
    void openProduct(const QString &keyOrCode, bool scanned);
    void showCard(const StockCard &card);
    void goLabels();
    void askQuantity(StockMovementKind kind);
    void move(qint64 quantity);
    void askExport();
    void exportStock(QDate day, const QString &path);

    ScreenContext m_context;
    int m_askNumber = 0;
    std::vector<ProductHit> m_found;
    StockCard m_shown;
    StockMovementKind m_kind = StockMovementKind::Restock;
    CommandId m_command;
    TabBar *m_tabs;
    SearchField *m_search;
    DataTable *m_table;
    QTimer *m_typing;
    EmptyState *m_nothing;
    QWidget *m_card;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    TextLabel *m_level;
    TextLabel *m_levelNote;
    TextLabel *m_rightNote;
    std::vector<BigButton *> m_keys; ///< One a kind of movement.
    DataTable *m_movements;
    QuantitySheet *m_quantitySheet;
    StockExportSheet *m_exportSheet;
};

} // namespace guichet
