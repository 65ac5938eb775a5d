// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "core/receipt/Paper.h"
#include "ui/closing/ClosingState.h"
#include "ui/shell/Screen.h"

class QStackedLayout;

namespace guichet {

class AmountSheet;
class ClosedPage;
class ClosingView;
class PdfSheet;

/// Counts the drawer, states the differences, makes the Z (CASH-4). A closing always closes: what is missing is said once, then the second
/// tap closes.
class ClosingScreen : public Screen
{
    Q_OBJECT

public:
    explicit ClosingScreen(const ScreenContext &context, QWidget *parent = nullptr);
    void enter(const QString &subject) override;
    bool goBack() override;
    /// Draws the page for these facts: for pictures and tests, and what enter() does.
    void showFacts(const ClosingFacts &facts);

private:
    struct Closed
    {
        Report report;
        Paper receipt;
        Paper page;
    };
    void connectView();
    void render();
    void change();
    void askMethod(const QString &method);
    void askFloat();
    void takeAmount(Money amount);
    void askTerminal();
    void takeTerminal(const Result<TerminalTotals> &totals);
    void tapClose();
    void endTerminalDay();
    void close();
    void showClosed(const Closed &closed);
    void reprint();
    void finish();

    ScreenContext m_context;
    ClosingFacts m_facts;
    ClosingInput m_input;
    CommandId m_command; ///< One per shown page: once is once.
    int m_round = 0;     ///< Answers of the terminal to an earlier page or tap are not waited for any more.
    QString m_asked;     ///< What the amount sheet asks for; empty: the float.
    Closed m_closed;
    QStackedLayout *m_pages;
    ClosingView *m_view;
    ClosedPage *m_closedPage;
    AmountSheet *m_amountSheet;
    PdfSheet *m_pdfSheet;
};

} // namespace guichet
