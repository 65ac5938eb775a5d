// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/opening/OpeningState.h"
#include "ui/shell/Screen.h"

class QStackedLayout;

namespace guichet {

class AmountField;
class AmountLabel;
class Banner;
class BigButton;
class DenominationCounter;
class EmptyState;
class Keypad;
class TabBar;
class TextLabel;

/// Opens the till: the float of the last Z with one tap, or counted, or typed (CASH-1). A session of an earlier day leads to its closing; a
/// machine that was replaced opens for an administrator only.
class OpeningScreen : public Screen
{
    Q_OBJECT

public:
    explicit OpeningScreen(const ScreenContext &context, QWidget *parent = nullptr);
    void enter(const QString &subject) override;
    /// Draws the page for this state of the till: for pictures and tests, and what enter() does.
    void showTill(const TillState &till);

private:
    QWidget *makeProposal();
    QWidget *makeCounting();
    void chooseWay(OpeningInput::Way way, Money amount);
    void showWay(const QString &tab);
    void focusFirst();
    void confirmReplaced();
    void reset();
    void render();
    void open();

    ScreenContext m_context;
    TillState m_till;
    OpeningInput m_input;
    CommandId m_command;
    QStackedLayout *m_pages;
    QWidget *m_proposal; ///< The float, and how it is counted.
    EmptyState *m_earlierDay;
    EmptyState *m_replaced;
    TextLabel *m_title;
    TextLabel *m_date;
    TextLabel *m_origin;
    AmountLabel *m_amount;
    TextLabel *m_difference;
    Banner *m_question;
    BigButton *m_reset;
    BigButton *m_open;
    TabBar *m_tabs;
    QStackedLayout *m_ways;
    DenominationCounter *m_counter;
    AmountField *m_typed;
};

} // namespace guichet
