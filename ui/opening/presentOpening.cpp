// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/opening/OpeningState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

OpeningState earlierDay(const TillState &till, Language language)
{
    OpeningState state;
    state.earlierDay = true;
    state.date = formatLongDate(till.businessDate, language);
    state.title = Words::tr("La journée du %1 n’est pas fermée").arg(state.date);
    state.explanation =
        Words::tr("Fermez-la d’abord : ses ventes gardent leur date. Si le tiroir ne peut plus être compté, la caisse ferme sans comptage "
                  "et un utilisateur le complète plus tard.");
    return state;
}

OpeningState replacedTill(const TillState &till, Language language)
{
    OpeningState state;
    state.replaced = true;
    state.date = formatLongDate(till.businessDate, language);
    state.title = Words::tr("La caisse « %1 » est maintenant sur une autre machine").arg(till.tillName);
    state.explanation =
        Words::tr("Ouvrez la journée là-bas. Ce qui restait à envoyer part tout seul tant que cette machine-ci reste allumée. "
                  "Si ce n’est pas voulu, prévenez un responsable : un administrateur de cette caisse peut ouvrir ici quand "
                  "même.");
    return state;
}

void sayDifference(OpeningState &state, Money expected, Language language)
{
    const Money difference = state.opening - expected;
    if (expected.isZero() && difference.isPositive()) { // the first day, or an emptied drawer: a float is no surplus
        state.difference = Words::tr("Ce sera le fond de la journée");
        state.differenceTone = Tone::Positive;
        return;
    }
    if (difference.isZero()) {
        state.difference = Words::tr("Juste : comme à la dernière fermeture");
        state.differenceTone = Tone::Positive;
        return;
    }
    const QString amount = formatMoney(difference.absolute(), EuroSign::Shown, language);
    state.difference = difference.isNegative() ? Words::tr("Il manque %1 : la différence sera notée").arg(amount)
                                               : Words::tr("Il y a %1 de trop : la différence sera notée").arg(amount);
    state.differenceTone = Tone::Warning;
}

QString originOf(OpeningInput::Way way, Money expected)
{
    switch (way) {
    case OpeningInput::Way::Proposed:
        return expected.isZero() ? Words::tr("Aucun fond laissé dans le tiroir") : Words::tr("Fond laissé à la dernière fermeture");
    case OpeningInput::Way::Counted: return Words::tr("Fond compté");
    case OpeningInput::Way::Typed: return Words::tr("Fond tapé");
    }
    Q_UNREACHABLE();
}

} // namespace

OpeningState presentOpening(const TillState &till, const OpeningInput &input, Language language)
{
    if (till.phase == TillState::Phase::MustCloseEarlierDay)
        return earlierDay(till, language);
    if (till.replaced && !input.replacedConfirmed)
        return replacedTill(till, language);
    OpeningState state;
    state.date = formatLongDate(till.businessDate, language);
    state.title = Words::tr("Ouvrir %1").arg(till.tillName);
    state.explanation = state.date;
    const bool isProposed = input.way == OpeningInput::Way::Proposed;
    state.canReset = !isProposed && !till.expectedFloat.isZero();
    state.opening = isProposed ? till.expectedFloat : input.amount;
    state.floatOrigin = originOf(input.way, till.expectedFloat);
    if (!isProposed)
        sayDifference(state, till.expectedFloat, language);
    else
        state.difference = till.expectedFloat.isZero() ? Words::tr("Comptez le tiroir, ou touchez OUVRIR s’il est vide.")
                                                       : Words::tr("Touchez OUVRIR s’il est juste, ou comptez le tiroir.");
    if (till.replaced)
        state.question =
            Words::tr("Deux machines vendraient comme une seule caisse, et les ventes d’ici ne seraient dans aucun Z de l’autre. "
                      "N’ouvrez que si l’autre n’existe pas, ou ne vend pas.");
    if (input.clockQuestion)
        state.question = Words::tr("La dernière activité date de plus de 12 heures. Est-on bien le %1 ?").arg(state.date);
    state.openText = input.clockQuestion ? Words::tr("Oui, ouvrir ce jour-là")
                                         : Words::tr("OUVRIR  %1").arg(formatMoney(state.opening, EuroSign::Shown, language));
    return state;
}

} // namespace guichet
