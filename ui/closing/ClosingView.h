// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/closing/ClosingState.h"

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace guichet {

class AmountLabel;
class BarChart;
class BigButton;
class ClosingRows;
class DenominationCounter;
class MoneyRow;
class PageHead;
class TextLabel;

/// The three columns of the closing: drawer, tenders, Z. Draws a ClosingState and reports what the person counts; decides nothing.
class ClosingView : public QWidget
{
    Q_OBJECT

public:
    explicit ClosingView(QWidget *parent = nullptr);
    void render(const ClosingState &state);
    /// The focus goes to the first note.
    void startCounting();
    /// Empties the count and the comment, for a new closing.
    void reset();

Q_SIGNALS:
    void countChanged(const guichet::CashCount &count);
    void methodTapped(const QString &method);
    void allRightWanted();
    void floatWanted();
    void commentChanged(const QString &comment);
    void reportWanted();
    void closeWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeDrawer();
    QWidget *makeTenders();
    QWidget *makeSummary();
    void renderSummary(const std::vector<ClosingAmount> &rows);

    BigButton *m_report = nullptr;
    PageHead *m_head;
    DenominationCounter *m_counter;
    AmountLabel *m_counted;
    DataTable *m_methods;
    TextLabel *m_terminal;
    BigButton *m_allRight;
    TextLabel *m_hoursTitle;
    BarChart *m_hours;
    TextLabel *m_openTitle;
    TextLabel *m_openItems;
    TextLabel *m_number;
    ClosingRows *m_rowsArea;
    QVBoxLayout *m_rowsLayout;
    std::vector<MoneyRow *> m_rows;
    QWidget *m_netLine;
    AmountLabel *m_net;
    BigButton *m_float;
    MoneyRow *m_bank;
    TextLabel *m_difference;
    QPlainTextEdit *m_comment;
    TextLabel *m_warning;
    BigButton *m_close;
};

} // namespace guichet
