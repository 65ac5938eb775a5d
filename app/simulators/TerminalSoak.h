// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"

#include <QJsonObject>

#include <functional>

namespace guichet {

struct SoakFigures;

/// Many payments at a simulated terminal by a till that is killed at random.
struct SoakPlan
{
    QString protocol;  ///< One of soakProtocols().
    int payments = 0;  ///< At least; half of them with a fault, all faults in turn.
    int timesEach = 0; ///< Each fault at least so often, even if more than half must have one then.
    unsigned seed = 20'261'126;
    QString tool = {}; ///< A guichet-tool, killed now and then while it waits for the terminal; empty: the till dies between steps only.
    std::function<void(const SoakFigures &)> soFar = {}; ///< Called every 500 payments.
};

/// What came of it. The terminal's log is the truth.
struct SoakFigures
{
    QString protocol;
    int payments = 0; ///< Asked of the terminal: charges, and money of the cart given back.
    int faults = 0;
    int fewestOfAFault = 0;
    int kills = 0;
    int killedAtWork = 0; ///< Of them: the terminal had been asked and had not answered.
    int approved = 0;
    int reversed = 0;    ///< Of them: given back as a reversal of exactly what was taken.
    int doubtful = 0;    ///< Had no certain answer at first.
    int byPerson = 0;    ///< Of them: the terminal could not tell, a person looked at its log.
    int otherAmount = 0; ///< Of those: the person could say *approved*, but not that a tip or a part made it another amount.
    int lost = 0;        ///< The terminal moved money that the ledger does not know, or other money.
    int invented = 0;    ///< The ledger knows money that the terminal did not move.
    int doubled = 0;     ///< The terminal moved money twice for one intent.
    double seconds = 0;
};

QJsonObject toJson(const SoakFigures &figures);

/// nexo, opi-nl, opi-de, zvt-tcp, zvt-keeps, plugin.
QStringList soakProtocols();

/// Runs it in `folder`, which is empty: a demo till through the use cases of the real one (intent, charge, answer, look-up, decision of a
/// person, sale), all time limits of driver and terminal divided by 1000. Killed means: between any two steps everything of the till but
/// its folder is gone, and it starts again as after a power cut. With `tool` it is also killed as a program, at any moment of a charge.
/// InvalidInput: no such protocol; whatever the till refuses ends it.
Result<SoakFigures> soakTerminal(const SoakPlan &plan, const QString &folder, const Clock &clock);

} // namespace guichet
