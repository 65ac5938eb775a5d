// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QWidget>

namespace guichet {

class AmountLabel;
class QuantityStepper;

/// So many coins or notes of one value.
struct DenominationCount
{
    Money value;
    int count = 0;
    friend bool operator==(const DenominationCount &, const DenominationCount &) = default;
};

/// Counting the drawer: a row *50 € − 6 + 300,00 €* for each note and coin. Enter goes to the next row, and beyond the last one.
/// Object names of the steppers: `count.<cents>`.
class DenominationCounter : public QWidget
{
    Q_OBJECT
public:
    /// Euro notes and coins of at most `largest`: from 100 € to 0,05 €, below when `withCents`, and last the notes that few have in a
    /// drawer.
    static std::vector<Money> euro(bool withCents = false, Money largest = Money::fromCents(50'000));

    explicit DenominationCounter(const std::vector<Money> &values = euro(), QWidget *parent = nullptr);
    void setCounts(const std::vector<DenominationCount> &counts); ///< Values not named become 0; unknown ones are ignored.
    std::vector<DenominationCount> counts() const;
    Money total() const;
    void focusFirst();

Q_SIGNALS:
    void changed(Money total);     ///< By the person only.
    void finished();               ///< Enter in the last row.
    void rowEntered(QWidget *row); ///< The focus came to a row: what scrolls shows it.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goOn();
    struct Row
    {
        Money value;
        QuantityStepper *stepper;
        AmountLabel *amount;
    };
    void addRow(Money value);
    void refresh(Row &row);

    std::vector<Row> m_rows;
};

} // namespace guichet
