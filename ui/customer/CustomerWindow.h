// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customer/CustomerState.h"
#include "ui/widgets/Card.h"

#include <QLabel>
#include <QPointer>

namespace guichet {

class AmountLabel;
class MoneyRow;
class TextLabel;

/// The second screen, towards the customer (HW-4): the newest lines, the total, the change, a QR at the end. Draws a CustomerState; takes
/// neither keys nor taps. GUI thread. Object names: `customer.welcome`, `customer.rows`, `customer.total`, `customer.change`,
/// `customer.qr`.
class CustomerWindow : public Ground
{
    Q_OBJECT

public:
    explicit CustomerWindow(QWidget *parent = nullptr);
    void render(const CustomerState &state);
    /// Full screen on the screen that is not the till's, or a plain window where there is one only; nothing where `wanted` is false. A
    /// screen that is plugged in or pulled out later moves it. The till's window outlives it.
    void place(bool wanted, const QWidget &till);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void settleIn();
    void draw(const CustomerState &state);
    void renderRows(const std::vector<CustomerRow> &rows);
    void renderQr(const CustomerState &state);

    CustomerState m_state;
    bool m_isWanted = false;
    QPointer<const QWidget> m_till;
    TextLabel *m_welcome;
    QWidget *m_sale;
    QWidget *m_rows;
    TextLabel *m_totalLabel;
    AmountLabel *m_total;
    TextLabel *m_roundingNote;
    QWidget *m_changeBox;
    TextLabel *m_changeLabel;
    AmountLabel *m_change;
    TextLabel *m_thanks;
    QLabel *m_qr;
    TextLabel *m_qrCaption;
};

} // namespace guichet
