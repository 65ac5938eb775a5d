// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/User.h"
#include "ui/format/ErrorText.h"
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

QString firstStartSentence(const Error &error, const QString &authority)
{
    switch (error.code) {
    case ErrorCode::CentreUnreachable:
        return ReplacementWords::tr("Le serveur central ne répond pas. Vérifiez l’adresse et la ligne, puis réessayez avec le même code.");
    case ErrorCode::CentreNotTrusted: return notTrustedSentence(authority);
    case ErrorCode::CodeRejected:
        return ReplacementWords::tr("Ce code de remplacement n’est pas valable, ou plus. Demandez-en un autre au serveur central.");
    case ErrorCode::CentreRefused:
    case ErrorCode::NotEnrolled:
    case ErrorCode::TillReplaced:
    case ErrorCode::TillRevoked:
        return ReplacementWords::tr(
            "Le serveur central a refusé. Réessayez avec le même code ; s’il refuse encore, demandez un autre code.");
    case ErrorCode::ChainBroken:
        return ReplacementWords::tr(
            "Ce que le serveur central a envoyé n’est pas juste : la caisse n’a pas été créée. Prévenez le technicien.");
    default: return errorSentence(error);
    }
}

ReplacementState presentReplacement(const ReplacementInput &typed)
{
    const ReplacementInput input = plainReplacement(typed);
    return {.administrator = administratorNote(input),
            .canReplace = presentCentreForm(input.centre).isWhole && (input.pin.isEmpty() || isValidPin(input.pin))};
}

} // namespace guichet
