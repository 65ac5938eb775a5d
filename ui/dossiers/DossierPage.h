// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossiers/DossierState.h"

namespace guichet {

class BigButton;
class MoneyRow;
class PageHead;
class TextLabel;

/// The page of one dossier: lines, payments, history, and what can be done with it (DOS-3). Draws a DossierPageState; decides nothing.
class DossierPage : public QWidget
{
    Q_OBJECT

public:
    explicit DossierPage(QWidget *parent = nullptr);
    void render(const DossierPageState &state);

Q_SIGNALS:
    void backWanted();
    void viewWanted();
    void reprintWanted();
    void refundWanted();
    void collectWanted();
    void cancelWanted();
    void eraseWanted();
    void paymentTapped(const QString &payment);
    void documentTapped(const QString &document); ///< A receipt, order, quote or refund of the history.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    QLayout *makeClient();
    QWidget *makeLines();
    QWidget *makeSide();
    void setHistoryColumns();

    PageHead *m_head;
    BigButton *m_refund;
    BigButton *m_cancel;
    BigButton *m_collect;
    DataTable *m_lines;
    DataTable *m_payments;
    DataTable *m_history;
    MoneyRow *m_total;
    MoneyRow *m_refunded;
    MoneyRow *m_due;
    TextLabel *m_client;
    BigButton *m_erase;
    TextLabel *m_details;
    bool m_isNarrow = false; ///< As on an old screen of 1024.
};

} // namespace guichet
