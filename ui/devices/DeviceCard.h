// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/DevicesState.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/Card.h"

class QVBoxLayout;

namespace guichet {

class FlowGrid;
class TextLabel;
class WordRow;

/// A device of the till: its state in words, what is set, the last errors, and its buttons. Draws a DeviceCardState; decides nothing.
class DeviceCard : public Card
{
    Q_OBJECT

public:
    explicit DeviceCard(const QString &heading, const QString &objectName, QWidget *parent = nullptr);
    /// Buttons follow each other in this order; enabled when the state names them.
    BigButton *addButton(const QString &text, const QString &objectName, IconName icon, BigButton::Kind kind = BigButton::Kind::Normal);
    void render(const DeviceCardState &state);

private:
    using Rows = std::vector<std::pair<QString, QString>>;
    static void renderRows(QVBoxLayout &layout, const Rows &rows);

    TextLabel *m_state;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_totals;
    TextLabel *m_totalsTitle;
    TextLabel *m_troublesTitle;
    TextLabel *m_troubles;
    FlowGrid *m_buttons;
    DeviceCardState m_shown;
};

} // namespace guichet
