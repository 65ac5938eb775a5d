// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/CentreInvitation.h"
#include "ui/pages/CentreForm.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct CentreFormWords
{
    Q_DECLARE_TR_FUNCTIONS(CentreForm)
};

FieldNote addressNote(const QString &address)
{
    if (address.isEmpty())
        return {CentreFormWords::tr("L’adresse du serveur central, comme https://centrale.exemple.be ; ou scannez son code QR")};
    return centralUrl(address) ? FieldNote{CentreFormWords::tr("juste"), Tone::Positive}
                               : FieldNote{CentreFormWords::tr("Ce n’est pas une adresse https"), Tone::Danger};
}

FieldNote codeNote(const QString &code)
{
    if (code.isEmpty())
        return {CentreFormWords::tr("10 signes, tapés ou scannés ; le serveur central les donne pour cette caisse")};
    if (isCentreCode(code)) // whether it is one, the centre alone knows
        return {CentreFormWords::tr("complet"), Tone::Positive};
    return code.size() < digitsOfCentreCode ? FieldNote{CentreFormWords::tr("Encore quelques signes")}
                                            : FieldNote{CentreFormWords::tr("Ce code n’est pas juste : vérifiez-le"), Tone::Danger};
}

} // namespace

QString notTrustedSentence(const QString &authority)
{
    if (authority.isEmpty())
        return CentreFormWords::tr("Le certificat de ce serveur n’est pas reconnu. Si le serveur a le sien, indiquez-en le fichier ; "
                                   "sinon, ne continuez pas et prévenez le technicien.");
    return CentreFormWords::tr("Le certificat de ce serveur n’est pas celui du fichier indiqué. Vérifiez le fichier ; si c’est le bon, ne "
                               "continuez pas et prévenez le technicien.");
}

CentreAccess plainAccess(CentreAccess typed)
{
    typed.address = typed.address.trimmed();
    if (!typed.address.isEmpty() && !typed.address.contains(u"://"_s))
        typed.address.prepend(u"https://"_s);
    typed.code = plainCentreCode(typed.code);
    typed.authority = typed.authority.trimmed();
    return typed;
}

CentreFormState presentCentreForm(const CentreAccess &typed)
{
    const CentreAccess access = plainAccess(typed);
    return {.address = addressNote(access.address),
            .code = codeNote(access.code),
            .authority = {CentreFormWords::tr("Le fichier du certificat, si le serveur a le sien ; peut rester vide")},
            .isWhole = centralUrl(access.address).has_value() && isCentreCode(access.code)};
}

} // namespace guichet
