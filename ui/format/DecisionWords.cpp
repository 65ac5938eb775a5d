// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/DecisionWords.h"

#include <QCoreApplication>

namespace guichet {
namespace {

struct Decisions
{
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

} // namespace

DecisionWords decisionWords(const PaymentIntent &intent)
{
    if (intent.late) // that the terminal did it is known
        return {.approve = Decisions::tr("Comptabiliser"), .reject = Decisions::tr("Ne pas comptabiliser")};
    if (intent.asked.isNegative())
        return {.approve = Decisions::tr("C’est rendu"), .reject = Decisions::tr("Ce n’est pas rendu")};
    return {.approve = Decisions::tr("C’est payé"), .reject = Decisions::tr("Ce n’est pas payé")};
}

} // namespace guichet
