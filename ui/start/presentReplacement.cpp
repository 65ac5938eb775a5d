// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/User.h"
#include "ui/start/StartState.h"

namespace guichet {
namespace {

struct ReplacementWords
{
    Q_DECLARE_TR_FUNCTIONS(Replacement)
};

FieldNote administratorNote(const ReplacementInput &input)
{
    if (input.pin.isEmpty() || isValidPin(input.pin))
        return {ReplacementWords::tr("Seulement si la caisse n’avait laissé personne au serveur central")};
    return {ReplacementWords::tr("Le code PIN a 4 à 8 chiffres"), Tone::Danger};
}

} // namespace

ReplacementInput plainReplacement(ReplacementInput input)
{
    input.centre = plainAccess(input.centre);
    input.administrator = input.administrator.trimmed();
    return input;
}

ReplacementState presentReplacement(const ReplacementInput &typed)
{
    const ReplacementInput input = plainReplacement(typed);
    return {.administrator = administratorNote(input),
            .canReplace = presentCentreForm(input.centre).isWhole && (input.pin.isEmpty() || isValidPin(input.pin))};
}

} // namespace guichet
