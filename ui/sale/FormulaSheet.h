// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/SaleState.h"
#include "ui/widgets/Sheet.h"

class QCalendarWidget;
class QVBoxLayout;

namespace guichet {

class QuantityStepper;
class ChipRow;

/// One resource or supplement of the sheet: title, price, − n +. Object name `item.<key>`.
class FormulaItemRow : public QWidget
{
    Q_OBJECT

public:
    explicit FormulaItemRow(QWidget *parent = nullptr);
    void render(const FormulaItemState &state);

Q_SIGNALS:
    void quantityChanged(const QString &key, bool supplement, int quantity);

private:
    FormulaItemState m_state;
    TextLabel *m_title;
    TextLabel *m_subLine;
    TextLabel *m_price;
    QuantityStepper *m_stepper;
};

/// The sheet in which a formula is composed (SELL-3). Draws a FormulaSheetState; decides nothing.
class FormulaSheet : public Sheet
{
    Q_OBJECT

public:
    explicit FormulaSheet(QWidget *host);
    void render(const FormulaSheetState &state);

Q_SIGNALS:
    void dateChosen(QDate date);
    void slotChosen(QTime slot);
    void quantityChosen(const QString &key, bool supplement, int quantity);
    void forceReasonChosen(const QString &reason);
    void addWanted();

private:
    void renderItems(std::vector<FormulaItemRow *> &rows, QVBoxLayout *layout, const std::vector<FormulaItemState> &items);
    void chooseChip(const QString &id);

    ChipRow *m_dates;
    QCalendarWidget *m_calendar;
    ChipRow *m_slots;
    TextLabel *m_slotsTitle;
    TextLabel *m_notice;
    TextLabel *m_obstacle;
    ChipRow *m_forceReasons;
    QVBoxLayout *m_resources;
    TextLabel *m_supplementsTitle;
    QVBoxLayout *m_supplements;
    std::vector<FormulaItemRow *> m_resourceRows;
    std::vector<FormulaItemRow *> m_supplementRows;
    BigButton *m_add;
};

} // namespace guichet
