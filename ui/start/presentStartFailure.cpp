// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/start/StartFailureState.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct StartFailureWords
{
    Q_DECLARE_TR_FUNCTIONS(StartFailure)
};

/// The usual sentences say that selling goes on: here it cannot.
QString sentenceOf(const Error &error, Language language)
{
    if (error.code == ErrorCode::DatabaseCorrupt)
        return StartFailureWords::tr("Les données de la caisse sont abîmées : elle ne peut pas s’ouvrir.");
    if (error.code == ErrorCode::ChainBroken)
        return StartFailureWords::tr(
            "Ces données ne sont pas celles que la caisse avait laissées : c’est une copie plus ancienne, ou il en manque.");
    return errorSentence(error, language);
}

QString adviceOf(const Error &error, const QDateTime &newestBackup)
{
    if (error.code == ErrorCode::FolderInUse)
        return StartFailureWords::tr("Cherchez l’autre fenêtre de la caisse, ou fermez-la et réessayez.");
    if (!isMendedByRestore(error))
        return StartFailureWords::tr("Réessayez quand c’est fait.");
    if (!newestBackup.isValid())
        return StartFailureWords::tr("Il n’y a pas de sauvegarde dans le dossier de la caisse. Ne changez rien et appelez le technicien.");
    return StartFailureWords::tr("Une sauvegarde du %1 peut être remise en place. Les fichiers abîmés sont gardés à côté.")
        .arg(formatDateTime(newestBackup));
}

} // namespace

StartFailureState presentStartFailure(const Error &error, const QString &folder, const QDateTime &newestBackup, Language language)
{
    StartFailureState state;
    state.title = StartFailureWords::tr("La caisse n’a pas pu s’ouvrir");
    state.sentence = sentenceOf(error, language);
    state.advice = adviceOf(error, newestBackup);
    state.detail = u"%1 · %2 · %3"_s.arg(codeName(error.code), error.detail, folder);
    state.retry = StartFailureWords::tr("Réessayer");
    if (isMendedByRestore(error) && newestBackup.isValid())
        state.restore = StartFailureWords::tr("Restaurer la sauvegarde…");
    return state;
}

StartFailureState presentRestoreQuestion(const QDateTime &newestBackup)
{
    StartFailureState state;
    state.title = StartFailureWords::tr("Restaurer la sauvegarde ?");
    state.sentence = StartFailureWords::tr("La sauvegarde du %1 revient, avec tout ce qui peut encore être prouvé des fichiers abîmés.")
                         .arg(formatDateTime(newestBackup));
    state.advice =
        StartFailureWords::tr("Ce qui a été fait depuis et ne peut plus être lu manquera. La caisse le dira, et ouvrira une nouvelle série "
                              "de numéros.");
    state.retry = StartFailureWords::tr("Ne rien changer");
    state.restore = StartFailureWords::tr("Restaurer");
    return state;
}

StartFailureState presentRestored(const RestoredTill &restored)
{
    StartFailureState state;
    state.title = StartFailureWords::tr("La sauvegarde est remise en place");
    state.sentence =
        StartFailureWords::tr("Les données vont jusqu’au %1 : ce qui est venu après manque.").arg(formatDateTime(restored.lastKnownAt));
    state.advice = StartFailureWords::tr("Notez l’empreinte de la nouvelle clé : %1").arg(restored.fingerprint);
    state.detail = StartFailureWords::tr("Sauvegarde du %1 · %2 faits retrouvés ensuite · fichiers abîmés : %3")
                       .arg(formatDateTime(restored.backupAt), QString::number(restored.recovered), restored.damagedFolder);
    state.retry = StartFailureWords::tr("Ouvrir la caisse");
    return state;
}

} // namespace guichet
