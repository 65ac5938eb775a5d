// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentState.h"
#include "ui/widgets/Sheet.h"

class QVBoxLayout;

namespace guichet {

class FlowGrid;

/// Cheques of one value that were taken, and the key that takes the last of them back. Object names: `cheque.2000.count`,
/// `cheque.2000.back`.
class ChequeRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChequeRow(QWidget *parent);
    void render(const ChequeRowState &state);

Q_SIGNALS:
    void takenBack(const guichet::Id<guichet::Payment> &payment);

private:
    Id<Payment> m_last;
    TextLabel *m_text;
    BigButton *m_back;
    TextLabel *m_amount;
};

/// Draws a ChequeState: cheques of fixed value, one key a value, one tap a cheque, until nothing is due (belgium.md §8.4). Decides
/// nothing. Object names: `cheque.2000` … in cents, `cheque.due`, `cheque.taken`.
class ChequeSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ChequeSheet(QWidget *host);
    /// Closes when there is nothing more to take.
    void render(const ChequeState &state);

Q_SIGNALS:
    void taken(guichet::Money value);
    void takenBack(const guichet::Id<guichet::Payment> &payment);

private:
    QWidget *buildContent();
    void renderKeys(const std::vector<ChequeKeyState> &keys);
    void makeKeys(const std::vector<ChequeKeyState> &keys);
    void renderRows(const std::vector<ChequeRowState> &rows);

    TextLabel *m_due;
    TextLabel *m_taken;
    TextLabel *m_validity;
    FlowGrid *m_grid;
    QVBoxLayout *m_list = nullptr;
    std::vector<ChequeKeyState> m_keyStates; ///< That the grid shows.
    std::vector<ChequeRow *> m_rows;
};

} // namespace guichet
