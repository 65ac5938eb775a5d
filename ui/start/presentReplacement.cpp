// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Crockford.h"
#include "core/people/User.h"
#include "ui/start/StartState.h"

#include <QUrl>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct ReplacementWords
{
    Q_DECLARE_TR_FUNCTIONS(Replacement)
};

constexpr qsizetype digitsOfReplacement = 10;

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || host == u"127.0.0.1" || host == u"::1";
}

bool isAddress(const QString &text)
{
    const QUrl url{text, QUrl::StrictMode};
    const bool isSafe = url.scheme() == u"https" || (url.scheme() == u"http" && isThisMachine(url.host()));
    return url.isValid() && !url.host().isEmpty() && isSafe;
}

bool isCode(const QString &code)
{
    return code.size() == digitsOfReplacement && fromCrockford(code).has_value();
}

FieldNote addressNote(const QString &address)
{
    if (address.isEmpty())
        return {ReplacementWords::tr("L’adresse du serveur central, comme https://centrale.exemple.be")};
    return isAddress(address) ? FieldNote{ReplacementWords::tr("juste"), Tone::Positive}
                              : FieldNote{ReplacementWords::tr("Ce n’est pas une adresse https"), Tone::Danger};
}

FieldNote codeNote(const QString &code)
{
    if (code.isEmpty())
        return {ReplacementWords::tr("10 signes, tapés ou scannés ; le serveur central les donne pour cette caisse")};
    if (isCode(code))
        return {ReplacementWords::tr("juste"), Tone::Positive};
    return code.size() < digitsOfReplacement ? FieldNote{ReplacementWords::tr("Encore quelques signes")}
                                             : FieldNote{ReplacementWords::tr("Ce code n’est pas juste : vérifiez-le"), Tone::Danger};
}

FieldNote administratorNote(const ReplacementInput &input)
{
    if (input.pin.isEmpty() || isValidPin(input.pin))
        return {ReplacementWords::tr("Seulement si la caisse n’avait laissé personne au serveur central")};
    return {ReplacementWords::tr("Le code PIN a 4 à 8 chiffres"), Tone::Danger};
}

} // namespace

ReplacementInput plainReplacement(ReplacementInput input)
{
    input.address = input.address.trimmed();
    if (!input.address.isEmpty() && !input.address.contains(u"://"_s))
        input.address.prepend(u"https://"_s);
    input.code = input.code.toUpper().remove(u' ').remove(u'-').trimmed();
    input.authority = input.authority.trimmed();
    input.administrator = input.administrator.trimmed();
    return input;
}

ReplacementState presentReplacement(const ReplacementInput &typed)
{
    const ReplacementInput input = plainReplacement(typed);
    return {.address = addressNote(input.address),
            .code = codeNote(input.code),
            .authority = {ReplacementWords::tr("Le fichier du certificat, si le serveur a le sien ; peut rester vide")},
            .administrator = administratorNote(input),
            .canReplace = isAddress(input.address) && isCode(input.code) && (input.pin.isEmpty() || isValidPin(input.pin))};
}

} // namespace guichet
