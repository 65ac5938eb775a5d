// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TillDesk.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>

namespace guichet {

/// What the closing page knows of the till.
struct ClosingFacts
{
    TillState till;
    Report report; ///< TillDesk::preview().
    ZNumber nextZ;
    bool blind = false;           ///< Setting, or the person may not see the expected amounts.
    TerminalDayEnd terminal = {}; ///< What is still to be asked of the card terminal.
    std::shared_ptr<const Catalogue> catalogue;
};

/// What the person has counted and said so far (CASH-4).
struct ClosingInput
{
    CashCount count;
    bool counted = false;           ///< Anything of the drawer was counted; none of it may be zero.
    QMap<QString, Money> methods;   ///< Other methods that were counted.
    std::optional<Money> nextFloat; ///< None: as at opening.
    QString comment;
    bool saidDifference = false; ///< Blind: the first tap has said that something differs, but not how much.
    bool warned = false;         ///< The first tap said what is missing; the second closes.
    bool terminalSilent = false; ///< It was asked and gave no totals.
    bool waiting = false;        ///< The terminal ends its day; one more tap closes without it.
    friend bool operator==(const ClosingInput &, const ClosingInput &) = default;
};

struct ClosingAmount
{
    QString label;
    Money amount;
    bool strong = false;
    Tone tone = Tone::Normal;
    friend bool operator==(const ClosingAmount &, const ClosingAmount &) = default;
};

/// Everything the closing page shows.
struct ClosingState
{
    QString title;
    QString subtitle;
    std::vector<TableRow> methods; ///< Id: key of the method.
    QString terminal;              ///< The card terminal beside the till, in words; empty: it has no link.
    Tone terminalTone = Tone::Muted;
    bool methodsLeft = false; ///< Something can be said to be right by one tap.
    std::vector<Bar> hours;
    QStringList openItems;
    QString number; ///< `Z n° 412`.
    std::vector<ClosingAmount> summary;
    Money net;
    bool showsNet = true;
    bool offersX = true; ///< Not while counting blindly: it says what is in the drawer.
    Money counted;
    Money nextFloat;
    bool showsFloat = true; ///< Not when it would say what a blind count is to find.
    Money bank;
    QString difference; ///< `Commentaire sur l’écart de − 5,00 €`.
    bool asksComment = false;
    QString warning; ///< What the first tap said.
    QString closeText;
    friend bool operator==(const ClosingState &, const ClosingState &) = default;
};

/// What the closing page shows. A pure function. Blind: no expected amount, no difference, no total (CASH-4).
ClosingState presentClosing(const ClosingFacts &facts, const ClosingInput &input, Language language = Language::French);

/// What is sent to TillDesk::close().
CloseRequest closeRequest(const ClosingFacts &facts, const ClosingInput &input);

/// The float that stays when nothing else is said: that of the opening, never more than what was counted; a late closing without a count
/// leaves all that is expected.
Money proposedFloat(const ClosingFacts &facts, const ClosingInput &input);

/// Cash in the drawer for the key of cash, what was taken otherwise.
Money expectedOf(const Report &report, const MethodTotal &method);

} // namespace guichet
