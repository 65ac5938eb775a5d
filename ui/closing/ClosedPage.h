// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "core/reports/Report.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

namespace guichet {

class AmountLabel;
class BigButton;
class MoneyRow;
class PaperPane;
class TextLabel;

/// After the closing: the Z as paper, and what can be done with it.
class ClosedPage : public QWidget
{
    Q_OBJECT

public:
    explicit ClosedPage(QWidget *parent = nullptr);
    void render(const Report &report, const Paper &paper);

Q_SIGNALS:
    void printWanted();
    void pdfWanted();
    void doneWanted();

private:
    void renderTerminal(const Report &report);

    PaperPane *m_paper;
    TextLabel *m_title;
    TextLabel *m_difference;
    TextLabel *m_terminal;
    AmountLabel *m_net;
    MoneyRow *m_bank;
    MoneyRow *m_float;
    BigButton *m_done;
};

} // namespace guichet
