// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossiers/DossierState.h"
#include "ui/widgets/Sheet.h"

class QCheckBox;
class QVBoxLayout;

namespace guichet {

class AmountLabel;
class MoneyRow;
class QuantityStepper;
class TextLabel;

/// One line of a dossier: how many of its units are given back. Object name `refund.<line>`.
class RefundRow : public QWidget
{
    Q_OBJECT

public:
    explicit RefundRow(QWidget *parent = nullptr);
    void render(const RefundLineState &state);

Q_SIGNALS:
    void unitsChanged(const QString &line, int units);

private:
    QString m_line;
    TextLabel *m_title;
    TextLabel *m_subLine;
    QuantityStepper *m_units;
    TextLabel *m_amount;
};

/// *Rembourser*: which units, why, and how (PAY-7). Draws a RefundState; decides nothing.
class RefundSheet : public Sheet
{
    Q_OBJECT

public:
    explicit RefundSheet(QWidget *host);
    void render(const RefundState &state);

Q_SIGNALS:
    void unitsChanged(const QString &line, int units);
    void allWanted();
    void noneWanted();
    void reasonChosen(const QString &reason);
    void methodChosen(const QString &method);
    void restockChanged(bool restock);
    void confirmed();

private:
    void renderParts(const RefundState &state);

    QWidget *m_choice; ///< All or nothing, over the lines.
    TextLabel *m_whole;
    QVBoxLayout *m_lines;
    std::vector<RefundRow *> m_rows;
    ChipRow *m_reasons;
    TextLabel *m_how; ///< Above the methods, if there is a choice.
    ChipRow *m_methods;
    QCheckBox *m_restock;
    QVBoxLayout *m_parts;
    std::vector<MoneyRow *> m_partRows; ///< Object names `refund.part.<position>`.
    TextLabel *m_partsNote;
    AmountLabel *m_total;
    BigButton *m_confirm;
};

} // namespace guichet
