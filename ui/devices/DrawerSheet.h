// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/DrawerState.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class TextLabel;

/// Opens the drawer by one pin or the other and asks whether it has; then whether it is closed. Draws a DrawerState.
class DrawerSheet : public Sheet
{
    Q_OBJECT

public:
    explicit DrawerSheet(QWidget *host);
    /// Each opening without a sale needs a reason.
    void ask(const std::vector<ChipState> &reasons);
    void render(const DrawerState &state);

Q_SIGNALS:
    void tried(int pin, const QString &reason);
    void answered(bool hasOpened);
    void closedByHand();

private:
    BigButton *addKey(const QString &text, const QString &name, BigButton::Kind kind, QLayout &row);
    void chooseReason(const QString &reason);

    std::vector<ChipState> m_reasons;
    ChipRow *m_chips;
    TextLabel *m_words;
    BigButton *m_two;
    BigButton *m_five;
    BigButton *m_yes;
    BigButton *m_no;
    BigButton *m_isClosed;
};

} // namespace guichet
