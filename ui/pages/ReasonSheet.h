// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ChipRow.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

/// What a ReasonSheet asks: one choice among several.
struct ReasonQuestion
{
    QString title;
    QString subtitle;
    QString heading; ///< Over the chips: *Pour quelle raison ?*
    std::vector<ChipState> choices;
    QString confirm;
    bool danger = false;
    QString current; ///< What it is now: choosing it changes nothing, so it cannot be confirmed.
};

/// Asks for one choice among several: a reason, a method.
class ReasonSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ReasonSheet(QWidget *host);
    void ask(const ReasonQuestion &question);

Q_SIGNALS:
    void confirmed(const QString &choice);

private:
    void choose(const QString &choice);

    std::vector<ChipState> m_choices;
    QString m_choice;
    QString m_current;
    TextLabel *m_heading;
    ChipRow *m_chips;
    BigButton *m_confirm;
};

} // namespace guichet
