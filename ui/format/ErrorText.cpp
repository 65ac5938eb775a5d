// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/ErrorText.h"

#include "ui/format/ErrorCauses.h"

#include <QHash>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// What a code says when the error names nothing, one thing (%1), or two (%1, %2).
struct Sentence
{
    QString bare;
    QString namingOne = {};
    QString namingTwo = {};
};

// clang-format off
Sentence frenchSentence(ErrorCode code)
{
    switch (code) {
    // Machine room
    case ErrorCode::DatabaseBusy: return {u"La caisse est encore occupée. Réessayez dans un instant."_s};
    case ErrorCode::DatabaseCorrupt: return {u"Les données de la caisse sont abîmées et rien n’a été enregistré. Prévenez un responsable."_s};
    case ErrorCode::DatabaseFailed: return {u"L’enregistrement n’a pas réussi et rien n’a changé. Réessayez ; si cela se répète, prévenez un responsable."_s};
    case ErrorCode::DatabaseUnreachable: return {u"La centrale n’atteint pas ses données et rien n’a changé. Réessayez dans un instant."_s};
    case ErrorCode::DiskFull: return {u"Il n’y a plus de place sur cet ordinateur et rien n’a été enregistré. Prévenez un responsable pour libérer de la place."_s};
    case ErrorCode::FileFailed: return {u"Le fichier n’a pas pu être lu ou écrit. Choisissez un autre emplacement."_s, u"Le fichier « %1 » n’a pas pu être lu ou écrit. Choisissez un autre emplacement."_s};
    case ErrorCode::FolderInUse: return {u"Cette caisse est déjà ouverte par un autre programme. Fermez-le d’abord."_s};
    case ErrorCode::FolderReadOnly: return {u"La caisse ne peut rien écrire dans son dossier. Demandez à un responsable de le rendre modifiable."_s};
    case ErrorCode::Internal: return {u"Quelque chose d’inattendu s’est produit et rien n’a changé. Réessayez ; si cela se répète, prévenez un responsable."_s};
    case ErrorCode::InvalidInput: return {u"Une donnée n’est pas valable. Vérifiez ce qui a été encodé."_s, u"%1 : ce n’est pas valable. Vérifiez ce qui a été encodé."_s, u"%1 : %2. Vérifiez ce qui a été encodé."_s};
    case ErrorCode::KeyUnavailable: return {u"Le trousseau de cet ordinateur est fermé. Continuez à vendre : les ventes seront signées dès qu’il sera ouvert."_s};
    case ErrorCode::NotFound: return {u"Introuvable : cela n’existe pas ou plus. Cherchez à nouveau."_s, u"« %1 » est introuvable. Cherchez à nouveau."_s};
    case ErrorCode::NotSupported: return {u"Cette caisse ne sait pas encore faire cela."_s};
    case ErrorCode::SchemaTooNew: return {u"Ces données viennent d’une version plus récente de Guichet. Mettez le programme à jour pour les ouvrir."_s};
    case ErrorCode::SchemaTooOld: return {u"Ces données viennent d’une version plus ancienne de Guichet. Ouvrez la caisse une fois avec cette version du programme, puis recommencez."_s};
    case ErrorCode::TillExists: return {u"Il y a déjà une caisse à cet endroit. Ouvrez-la, ou choisissez un autre dossier."_s};
    case ErrorCode::TillMissing: return {u"Il n’y a pas encore de caisse ici. Créez-en une, ou choisissez un autre dossier."_s};
    // People
    case ErrorCode::LockedOut: return {u"Trop d’essais. Patientez un peu avant de réessayer, ou demandez à un utilisateur."_s, u"Trop d’essais. Réessayez à partir de %1, ou demandez à un utilisateur."_s};
    case ErrorCode::NeedsAdministrator: return {u"Il faut l’accord d’un administrateur de cette caisse. Demandez-lui de choisir son nom et de taper son code."_s, u"%1 : il faut l’accord d’un administrateur de cette caisse. Demandez-lui de choisir son nom et de taper son code."_s};
    case ErrorCode::NeedsApproval: return {u"Il faut l’accord d’un utilisateur. Demandez-lui de choisir son nom et de taper son code."_s, u"%1 : il faut l’accord d’un utilisateur. Demandez-lui de choisir son nom et de taper son code."_s};
    case ErrorCode::NotAllowed: return {u"Vous n’avez pas le droit de faire cela. Demandez à un utilisateur ou à un administrateur."_s, u"%1 n’a pas le droit de faire cela. Demandez à un utilisateur ou à un administrateur."_s};
    case ErrorCode::NotLoggedIn: return {u"Personne n’est connecté à cette caisse. Choisissez votre nom et tapez votre code."_s};
    case ErrorCode::PinInvalid: return {u"Le code doit compter de 4 à 8 chiffres."_s};
    case ErrorCode::PinWrong: return {u"Ce code n’est pas le bon. Réessayez."_s, u"Ce code n’est pas le bon. Essais restants : %1."_s};
    // Catalogue and planning
    case ErrorCode::BarcodeInvalid: return {u"Ce code-barres n’est pas valable. Vérifiez-le ou scannez-le à nouveau."_s, u"Le code-barres %1 n’est pas valable. Vérifiez-le ou scannez-le à nouveau."_s};
    case ErrorCode::CapacityFull: return {u"C’est complet. Choisissez une autre séance, ou demandez à un utilisateur de forcer."_s, u"C’est complet pour %1. Choisissez une autre séance, ou demandez à un utilisateur de forcer."_s, u"Il ne reste que %2 pour %1. Diminuez la quantité, choisissez une autre séance, ou demandez à un utilisateur de forcer."_s};
    case ErrorCode::Closed: return {u"L’attraction est fermée à ce moment. Choisissez une autre date."_s, u"C’est fermé : %1. Choisissez une autre date."_s};
    case ErrorCode::CutOffPassed: return {u"Il est trop tard pour ce départ. Choisissez le suivant, ou demandez à un utilisateur de forcer."_s, u"Il est trop tard pour %1. Choisissez le départ suivant, ou demandez à un utilisateur de forcer."_s};
    case ErrorCode::DateNotValid: return {u"Cette offre ne vaut pas à cette date. Choisissez-en une autre."_s, u"%1 ne vaut pas à cette date. Choisissez-en une autre."_s, u"%1 vaut pour le %2, pas pour aujourd’hui. Un utilisateur peut laisser entrer quand même."_s};
    case ErrorCode::DuplicateKey: return {u"Ce nom ou ce code est déjà pris. Choisissez-en un autre."_s, u"« %1 » est déjà pris. Choisissez un autre nom ou un autre code."_s, u"« %1 » est déjà pris par « %2 ». Choisissez un autre nom ou un autre code."_s};
    case ErrorCode::MaximumExceeded: return {u"C’est plus que ce qui est permis. Diminuez la quantité."_s, u"Le maximum est %1. Diminuez la quantité."_s, u"%2 : le maximum est %1. Diminuez la quantité."_s};
    case ErrorCode::MinimumNotReached: return {u"Il en faut davantage. Augmentez la quantité."_s, u"Il en faut au moins %1. Augmentez la quantité."_s, u"%2 : il en faut au moins %1. Augmentez la quantité."_s};
    case ErrorCode::NotPublished: return {u"Cette offre n’est pas en vente pour le moment."_s, u"%1 n’est pas en vente pour le moment."_s};
    case ErrorCode::NotSoldHere: return {u"Cela ne se vend pas à cette caisse."_s, u"%1 ne se vend pas à cette caisse."_s};
    case ErrorCode::NoPrice: return {u"Aucun prix n’est prévu à cette date. Choisissez une autre date ou un autre tarif."_s, u"Aucun prix n’est prévu pour %1 à cette date. Choisissez une autre date ou un autre tarif."_s};
    case ErrorCode::SlotPassed: return {u"Cette séance est passée. Choisissez la suivante."_s, u"%1 : cette séance est passée. Choisissez la suivante."_s};
    case ErrorCode::SlotUnknown: return {u"Cette séance n’existe pas. Choisissez-en une dans la liste."_s, u"Il n’y a pas de séance à %1. Choisissez-en une dans la liste."_s};
    case ErrorCode::StockForbidden: return {u"Il n’y en a plus en stock. Demandez à un utilisateur si la marchandise est bien là."_s, u"Il n’y a plus de %1 en stock. Demandez à un utilisateur si la marchandise est bien là."_s};
    case ErrorCode::StockPerDayExceeded: return {u"Le nombre prévu pour cette journée est atteint. Choisissez une autre date."_s, u"Le nombre prévu pour cette journée est atteint (%1). Choisissez une autre date."_s};
    case ErrorCode::StopSale: return {u"La vente est arrêtée pour cette offre. Choisissez-en une autre, ou voyez le planning."_s, u"La vente est arrêtée : %1. Choisissez une autre offre, ou voyez le planning."_s};
    case ErrorCode::UnknownCode: return {u"Ce code est inconnu. Scannez-le à nouveau ou cherchez par le nom."_s, u"Le code %1 est inconnu. Scannez-le à nouveau ou cherchez par le nom."_s};
    case ErrorCode::WeekdayNotSold: return {u"Cette offre ne se vend pas ce jour de la semaine. Choisissez un autre jour."_s, u"%1 ne se vend pas ce jour de la semaine. Choisissez un autre jour."_s};
    // Cart and promotions
    case ErrorCode::CartEmpty: return {u"Le panier est vide. Ajoutez d’abord un article."_s};
    case ErrorCode::CartHasPayments: return {u"Ce panier contient déjà un paiement. Terminez la vente, ou remboursez d’abord."_s, u"Ce panier contient déjà un paiement de %1. Terminez la vente, ou remboursez d’abord."_s};
    case ErrorCode::CartNotEmpty: return {u"Le panier n’est pas vide. Terminez la vente, gardez-la ou videz le panier d’abord."_s};
    case ErrorCode::LineUnknown: return {u"Cette ligne n’est plus dans le panier."_s};
    case ErrorCode::PriceInvalid: return {u"Ce prix n’est pas valable. Tapez un montant comme 12,50."_s, u"« %1 » n’est pas un prix. Tapez un montant comme 12,50."_s};
    case ErrorCode::PromoCodeExpired: return {u"Ce code promo n’est plus valable."_s, u"Ce code promo n’est plus valable depuis le %1."_s};
    case ErrorCode::PromoCodeNotApplicable: return {u"Ce code promo ne vaut pour rien dans ce panier."_s, u"Le code promo %1 ne vaut pour rien dans ce panier."_s};
    case ErrorCode::PromoCodeUnknown: return {u"Ce code promo est inconnu. Vérifiez-le."_s, u"Le code promo %1 est inconnu. Vérifiez-le."_s};
    case ErrorCode::PromoCodeUsedUp: return {u"Ce code promo a déjà servi autant de fois que permis."_s, u"Le code promo %1 a déjà servi autant de fois que permis."_s};
    case ErrorCode::QuantityInvalid: return {u"Cette quantité n’est pas valable. Tapez un nombre entier à partir de 1."_s, u"La quantité %1 n’est pas valable. Tapez un nombre entier à partir de 1."_s, u"%1, c’est trop : il n’en reste que %2."_s};
    case ErrorCode::ReasonMissing: return {u"Choisissez d’abord un motif."_s};
    case ErrorCode::SceRequired: return {u"Les repas demandent une caisse enregistreuse certifiée, qui n’est pas reliée ici. Vendez-les à une autre caisse."_s, u"%1 : il faut une caisse enregistreuse certifiée, qui n’est pas reliée ici. Vendez-le à une autre caisse."_s};
    // Session
    case ErrorCode::ClockSuspicious: return {u"L’heure de cet ordinateur paraît fausse. Vérifiez la date et confirmez-la."_s, u"L’ordinateur indique le %1, ce qui paraît faux. Vérifiez la date et confirmez-la."_s};
    case ErrorCode::SessionAlreadyOpen: return {u"La caisse est déjà ouverte."_s};
    case ErrorCode::SessionNotOpen: return {u"La caisse est fermée. Ouvrez-la avec le fond de caisse."_s};
    case ErrorCode::SessionOfEarlierDay: return {u"La journée précédente n’est pas encore fermée. Fermez-la d’abord."_s, u"La journée du %1 n’est pas encore fermée. Fermez-la d’abord."_s};
    case ErrorCode::TrainingActive: return {u"Ce n’est pas possible en mode école. Quittez-le d’abord."_s};
    // Payment
    case ErrorCode::AmountInvalid: return {u"Ce montant n’est pas valable. Tapez un montant comme 12,50."_s, u"Le montant %1 n’est pas possible ici. Tapez un autre montant."_s};
    case ErrorCode::AmountTooHigh: return {u"Ce montant est trop élevé pour ce moyen de paiement."_s, u"Ce montant est trop élevé. Le maximum est %1."_s};
    case ErrorCode::CashLimitExceeded: return {u"La loi limite à 3 000 € ce qui peut se payer en espèces. Prenez le reste autrement."_s, u"La loi limite les espèces : %1 au plus pour ce dossier. Prenez le reste autrement."_s};
    case ErrorCode::GiftBlocked: return {u"Cette carte ou ce chèque cadeau est bloqué. Proposez un autre moyen de paiement."_s, u"La carte ou le chèque cadeau %1 est bloqué. Proposez un autre moyen de paiement."_s};
    case ErrorCode::GiftCannotBuyGift: return {u"Une valeur cadeau ne peut pas payer une carte ou un chèque cadeau. Proposez un autre moyen de paiement."_s};
    case ErrorCode::GiftEmpty: return {u"Il ne reste rien sur cette carte ou ce chèque cadeau. Proposez un autre moyen de paiement."_s, u"Il ne reste rien sur la carte ou le chèque cadeau %1. Proposez un autre moyen de paiement."_s};
    case ErrorCode::GiftExpired: return {u"Cette carte ou ce chèque cadeau n’est plus valable. Proposez un autre moyen de paiement."_s, u"La carte ou le chèque cadeau %1 n’est plus valable. Proposez un autre moyen de paiement."_s, u"La carte ou le chèque cadeau %1 n’est plus valable depuis le %2. Proposez un autre moyen de paiement."_s};
    case ErrorCode::GiftOfflineLimit: return {u"La caisse est hors ligne : ce code ne peut plus payer ici jusqu’au retour de la liaison. Proposez un autre moyen de paiement."_s, u"La caisse est hors ligne : %1 ne peut plus payer ici jusqu’au retour de la liaison. Proposez un autre moyen de paiement."_s, u"La caisse est hors ligne : %1 ne peut plus payer que %2 jusqu’au retour de la liaison. Prenez le reste autrement."_s};
    case ErrorCode::GiftSpentElsewhere: return {u"Une autre caisse vient de se servir de cette carte ou de ce chèque cadeau. Proposez un autre moyen de paiement."_s, u"Une autre caisse vient de se servir de %1. Proposez un autre moyen de paiement."_s, u"Une autre caisse vient de se servir de %1 : il n’y reste que %2. Prenez le reste autrement."_s};
    case ErrorCode::GiftUnknown: return {u"Cette carte ou ce chèque cadeau est inconnu. Vérifiez le code."_s, u"La carte ou le chèque cadeau %1 est inconnu. Vérifiez le code."_s};
    case ErrorCode::IntentPending: return {u"Un paiement par carte attend encore sa réponse. Réglez-le d’abord."_s, u"Un paiement par carte de %1 attend encore sa réponse. Réglez-le d’abord."_s};
    case ErrorCode::MethodNotAllowed: return {u"Ce moyen de paiement n’est pas accepté ici. Choisissez-en un autre."_s, u"%1 n’est pas accepté ici. Choisissez un autre moyen de paiement."_s};
    case ErrorCode::MethodUnknown: return {u"Ce moyen de paiement n’existe pas. Choisissez-en un autre."_s, u"Le moyen de paiement « %1 » n’existe pas. Choisissez-en un autre."_s};
    case ErrorCode::NotAFaceValue: return {u"Ces chèques ont une valeur fixe. Encaissez-les un à un, chacun à sa valeur."_s, u"%1 : les chèques ont une valeur fixe. Encaissez-les un à un, chacun à sa valeur."_s, u"%1 : les chèques valent %2. Encaissez-les un à un."_s};
    case ErrorCode::NothingDue: return {u"Il ne reste rien à payer."_s, u"Il ne reste rien à payer pour le dossier %1."_s};
    case ErrorCode::ReferenceMissing: return {u"Ce moyen de paiement demande un numéro. Tapez-le."_s, u"%1 demande un numéro. Tapez-le."_s};
    case ErrorCode::StillDue: return {u"Il reste un montant à payer."_s, u"Il reste %1 à payer."_s};
    case ErrorCode::TerminalBusy: return {u"Le terminal de paiement est occupé. Attendez qu’il ait fini, ou proposez un autre moyen."_s};
    case ErrorCode::TerminalUnavailable: return {u"Le terminal de paiement ne répond pas. Vérifiez qu’il est allumé, ou proposez un autre moyen."_s};
    // Dossiers
    case ErrorCode::AlreadyCancelled: return {u"Ce dossier est déjà annulé."_s, u"Le dossier %1 est déjà annulé."_s};
    case ErrorCode::AlreadyCheckedIn: return {u"Ce billet est déjà entré."_s, u"Le dossier %1 est déjà entré."_s};
    case ErrorCode::AlreadyRefunded: return {u"C’est déjà remboursé."_s, u"C’est déjà remboursé : il ne reste que %1 à rendre."_s};
    case ErrorCode::CorrectionRefused: return {u"Le moyen de ce paiement ne peut plus être corrigé. Remboursez, puis encaissez à nouveau."_s};
    case ErrorCode::DossierUnknown: return {u"Ce dossier est introuvable. Vérifiez le numéro."_s, u"Le dossier %1 est introuvable. Vérifiez le numéro."_s};
    case ErrorCode::RefundMethodRefused: return {u"On ne peut pas rembourser de cette façon. Choisissez un autre moyen."_s, u"On ne peut pas rembourser de cette façon. Ce qui est possible : %1."_s};
    // Devices
    case ErrorCode::DeviceAnswerInvalid: return {u"L’appareil a répondu quelque chose d’inattendu. Réessayez ; si cela revient, prévenez un responsable."_s};
    case ErrorCode::DeviceUnavailable: return {u"L’appareil ne répond pas. Vérifiez qu’il est branché et allumé."_s, u"%1 ne répond pas. Vérifiez que l’appareil est branché et allumé."_s};
    case ErrorCode::PrinterCoverOpen: return {u"Le capot de l’imprimante est ouvert. Fermez-le : le document sortira aussitôt."_s};
    case ErrorCode::LabelsOut: return {u"L’imprimante d’étiquettes n’a plus d’étiquettes ou de ruban. Remettez-en, puis imprimez à nouveau."_s};
    case ErrorCode::LabelPrinterOpen: return {u"L’imprimante d’étiquettes est ouverte. Refermez la tête, puis imprimez à nouveau."_s};
    case ErrorCode::LabelPrinterPaused: return {u"L’imprimante d’étiquettes est en pause. Appuyez sur son bouton, puis imprimez à nouveau."_s};
    case ErrorCode::PrinterCutterBlocked: return {u"Le massicot de l’imprimante est bloqué. Ouvrez le capot, ôtez le papier, puis refermez."_s};
    case ErrorCode::PrinterOffline: return {u"L’imprimante est hors ligne. Le document sortira dès qu’elle sera prête."_s};
    case ErrorCode::PrinterOutOfPaper: return {u"L’imprimante n’a plus de papier. Mettez un rouleau : le document sortira aussitôt."_s};
    case ErrorCode::PrinterUnavailable: return {u"L’imprimante ne répond pas. Le document attend et sortira dès qu’elle sera prête."_s, u"L’imprimante attend : %1. Le document sortira dès qu’elle sera prête."_s};
    case ErrorCode::Timeout: return {u"Cela prend trop de temps. Réessayez dans un instant."_s};
    // Sync
    case ErrorCode::CentreNotTrusted: return {u"Le certificat du serveur central n’est pas reconnu. Vous pouvez continuer à vendre ; prévenez le technicien : le certificat est à renouveler, ou à indiquer à la caisse."_s};
    case ErrorCode::CentreRefused: return {u"Le serveur central n’a pas accepté ce que la caisse envoie. Vous pouvez continuer à vendre ; prévenez un responsable."_s};
    case ErrorCode::CentreUnreachable: return {u"Le serveur central ne répond pas. Vous pouvez continuer à vendre : tout partira quand la ligne sera revenue."_s};
    case ErrorCode::CodeRejected: return {u"Ce code d’inscription n’est pas valable, ou plus. Demandez-en un autre au serveur central."_s};
    case ErrorCode::NotEnrolled: return {u"Cette caisse n’est reliée à aucun serveur central. Inscrivez-la d’abord."_s};
    case ErrorCode::TillReplaced: return {u"Cette caisse a été remplacée par une autre machine. Ne vendez plus ici : fermez la journée ; ce qui restait à envoyer part tout seul."_s};
    case ErrorCode::TillRevoked: return {u"Le serveur central ne connaît plus cette caisse. Vous pouvez finir la journée et la fermer ; prévenez un responsable."_s};
    // Proof
    case ErrorCode::ChainBroken: return {u"Une anomalie a été trouvée dans le journal de la caisse. Vous pouvez continuer à vendre ; prévenez un responsable."_s};
    case ErrorCode::NoBackup: return {u"Il n’y a pas de sauvegarde utilisable. Prévenez un responsable."_s};
    }
    Q_UNREACHABLE();
}

Sentence dutchSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NeedsAdministrator: return {u"Een beheerder van deze kassa moet dit goedkeuren. Laat die zijn naam kiezen en zijn code intikken."_s, u"%1: een beheerder van deze kassa moet dit goedkeuren. Laat die zijn naam kiezen en zijn code intikken."_s};
    case ErrorCode::NeedsApproval: return {u"Een gebruiker moet dit goedkeuren. Laat die zijn naam kiezen en zijn code intikken."_s};
    case ErrorCode::NotAllowed: return {u"U mag dit niet doen. Vraag het aan een gebruiker of een beheerder."_s, u"%1 mag dit niet doen. Vraag het aan een gebruiker of een beheerder."_s};
    case ErrorCode::PinWrong: return {u"Deze code is niet juist. Probeer opnieuw."_s, u"Deze code is niet juist. Resterende pogingen: %1."_s};
    case ErrorCode::LockedOut: return {u"Te veel pogingen. Wacht even, of vraag het aan een gebruiker."_s, u"Te veel pogingen. Probeer opnieuw vanaf %1, of vraag het aan een gebruiker."_s};
    case ErrorCode::InvalidInput: return {u"Een gegeven is niet geldig. Controleer wat u hebt ingevoerd."_s, u"%1: dit is niet geldig. Controleer wat u hebt ingevoerd."_s, u"%1: %2. Controleer wat u hebt ingevoerd."_s};
    case ErrorCode::NotFound: return {u"Niet gevonden. Zoek opnieuw."_s, u"“%1” is niet gevonden. Zoek opnieuw."_s};
    case ErrorCode::BarcodeInvalid: return {u"Deze streepjescode is niet geldig. Controleer ze of scan opnieuw."_s, u"De streepjescode %1 is niet geldig. Controleer ze of scan opnieuw."_s};
    case ErrorCode::CapacityFull: return {u"Volzet. Kies een ander tijdstip, of vraag een gebruiker om te forceren."_s, u"Volzet voor %1. Kies een ander tijdstip, of vraag een gebruiker om te forceren."_s, u"Voor %1 blijft er maar %2 over. Verminder het aantal, kies een ander tijdstip, of vraag een gebruiker om te forceren."_s};
    case ErrorCode::Closed: return {u"De attractie is dan gesloten. Kies een andere datum."_s, u"Gesloten: %1. Kies een andere datum."_s};
    case ErrorCode::CutOffPassed: return {u"Het is te laat voor dit vertrek. Kies het volgende, of vraag een gebruiker om te forceren."_s, u"Het is te laat voor %1. Kies het volgende vertrek, of vraag een gebruiker om te forceren."_s};
    case ErrorCode::DateNotValid: return {u"Dit aanbod geldt niet op deze datum. Kies een andere."_s, u"%1 geldt niet op deze datum. Kies een andere."_s, u"%1 geldt op %2, niet vandaag. Een gebruiker kan toch binnenlaten."_s};
    case ErrorCode::MaximumExceeded: return {u"Dat is meer dan toegestaan. Verminder het aantal."_s, u"Het maximum is %1. Verminder het aantal."_s, u"%2: het maximum is %1. Verminder het aantal."_s};
    case ErrorCode::MinimumNotReached: return {u"Er zijn er meer nodig. Verhoog het aantal."_s, u"Er zijn er minstens %1 nodig. Verhoog het aantal."_s, u"%2: er zijn er minstens %1 nodig. Verhoog het aantal."_s};
    case ErrorCode::NotPublished: return {u"Dit aanbod is nu niet te koop."_s, u"%1 is nu niet te koop."_s};
    case ErrorCode::NotSoldHere: return {u"Dit wordt niet aan deze kassa verkocht."_s, u"%1 wordt niet aan deze kassa verkocht."_s};
    case ErrorCode::NoPrice: return {u"Er is geen prijs voor deze datum. Kies een andere datum of een ander tarief."_s, u"Er is geen prijs voor %1 op deze datum. Kies een andere datum of een ander tarief."_s};
    case ErrorCode::SlotPassed: return {u"Dit tijdstip is voorbij. Kies het volgende."_s, u"%1: dit tijdstip is voorbij. Kies het volgende."_s};
    case ErrorCode::SlotUnknown: return {u"Dit tijdstip bestaat niet. Kies er een uit de lijst."_s, u"Er is geen tijdstip om %1. Kies er een uit de lijst."_s};
    case ErrorCode::StockForbidden: return {u"Niet meer in voorraad. Vraag een gebruiker of het artikel er toch is."_s, u"%1 is niet meer in voorraad. Vraag een gebruiker of het artikel er toch is."_s};
    case ErrorCode::StockPerDayExceeded: return {u"Het aantal voor deze dag is bereikt. Kies een andere datum."_s, u"Het aantal voor deze dag is bereikt (%1). Kies een andere datum."_s};
    case ErrorCode::StopSale: return {u"De verkoop van dit aanbod is stopgezet. Kies een ander, of bekijk de planning."_s, u"De verkoop is stopgezet: %1. Kies een ander aanbod, of bekijk de planning."_s};
    case ErrorCode::UnknownCode: return {u"Deze code is onbekend. Scan opnieuw of zoek op naam."_s, u"De code %1 is onbekend. Scan opnieuw of zoek op naam."_s};
    case ErrorCode::WeekdayNotSold: return {u"Dit aanbod wordt op deze weekdag niet verkocht. Kies een andere dag."_s, u"%1 wordt op deze weekdag niet verkocht. Kies een andere dag."_s};
    case ErrorCode::CartEmpty: return {u"Het mandje is leeg. Voeg eerst een artikel toe."_s};
    case ErrorCode::CartHasPayments: return {u"Dit mandje bevat al een betaling. Rond de verkoop af, of betaal eerst terug."_s, u"Dit mandje bevat al een betaling van %1. Rond de verkoop af, of betaal eerst terug."_s};
    case ErrorCode::CartNotEmpty: return {u"Het mandje is niet leeg. Rond de verkoop af, bewaar ze of maak het mandje eerst leeg."_s};
    case ErrorCode::LineUnknown: return {u"Deze lijn zit niet meer in het mandje."_s};
    case ErrorCode::PriceInvalid: return {u"Deze prijs is niet geldig. Tik een bedrag zoals 12,50."_s, u"“%1” is geen prijs. Tik een bedrag zoals 12,50."_s};
    case ErrorCode::PromoCodeExpired: return {u"Deze promotiecode is niet meer geldig."_s, u"Deze promotiecode is niet meer geldig sinds %1."_s};
    case ErrorCode::PromoCodeNotApplicable: return {u"Deze promotiecode geldt voor niets in dit mandje."_s, u"De promotiecode %1 geldt voor niets in dit mandje."_s};
    case ErrorCode::PromoCodeUnknown: return {u"Deze promotiecode is onbekend. Controleer ze."_s, u"De promotiecode %1 is onbekend. Controleer ze."_s};
    case ErrorCode::PromoCodeUsedUp: return {u"Deze promotiecode is al zo vaak gebruikt als toegestaan."_s, u"De promotiecode %1 is al zo vaak gebruikt als toegestaan."_s};
    case ErrorCode::QuantityInvalid: return {u"Dit aantal is niet geldig. Tik een geheel getal vanaf 1."_s, u"Het aantal %1 is niet geldig. Tik een geheel getal vanaf 1."_s, u"%1 is te veel: er blijven er maar %2 over."_s};
    case ErrorCode::ReasonMissing: return {u"Kies eerst een reden."_s};
    case ErrorCode::SceRequired: return {u"Maaltijden vragen een gecertificeerde kassa, die hier niet is aangesloten. Verkoop ze aan een andere kassa."_s, u"%1: hiervoor is een gecertificeerde kassa nodig, die hier niet is aangesloten. Verkoop het aan een andere kassa."_s};
    case ErrorCode::SessionNotOpen: return {u"De kassa is gesloten. Open ze met het wisselgeld."_s};
    case ErrorCode::SessionOfEarlierDay: return {u"De vorige dag is nog niet afgesloten. Sluit die eerst af."_s, u"De dag van %1 is nog niet afgesloten. Sluit die eerst af."_s};
    case ErrorCode::TrainingActive: return {u"Dit kan niet in oefenmodus. Verlaat die eerst."_s};
    case ErrorCode::AmountInvalid: return {u"Dit bedrag is niet geldig. Tik een bedrag zoals 12,50."_s, u"Het bedrag %1 is hier niet mogelijk. Tik een ander bedrag."_s};
    case ErrorCode::AmountTooHigh: return {u"Dit bedrag is te hoog voor dit betaalmiddel."_s, u"Dit bedrag is te hoog. Het maximum is %1."_s};
    case ErrorCode::CashLimitExceeded: return {u"De wet beperkt contante betalingen tot € 3.000. Neem de rest op een andere manier."_s, u"De wet beperkt contant geld: hoogstens %1 voor dit dossier. Neem de rest op een andere manier."_s};
    case ErrorCode::GiftBlocked: return {u"Deze cadeaukaart of -cheque is geblokkeerd. Stel een ander betaalmiddel voor."_s, u"De cadeaukaart of -cheque %1 is geblokkeerd. Stel een ander betaalmiddel voor."_s};
    case ErrorCode::GiftCannotBuyGift: return {u"Met een cadeauwaarde kan geen cadeaukaart of -cheque worden betaald. Stel een ander betaalmiddel voor."_s};
    case ErrorCode::GiftEmpty: return {u"Er staat niets meer op deze cadeaukaart of -cheque. Stel een ander betaalmiddel voor."_s, u"Er staat niets meer op de cadeaukaart of -cheque %1. Stel een ander betaalmiddel voor."_s};
    case ErrorCode::GiftExpired: return {u"Deze cadeaukaart of -cheque is niet meer geldig. Stel een ander betaalmiddel voor."_s, u"De cadeaukaart of -cheque %1 is niet meer geldig. Stel een ander betaalmiddel voor."_s, u"De cadeaukaart of -cheque %1 is niet meer geldig sinds %2. Stel een ander betaalmiddel voor."_s};
    case ErrorCode::GiftOfflineLimit: return {u"De kassa is offline: deze code kan hier niet meer betalen tot de verbinding terug is. Stel een ander betaalmiddel voor."_s, u"De kassa is offline: %1 kan hier niet meer betalen tot de verbinding terug is. Stel een ander betaalmiddel voor."_s, u"De kassa is offline: %1 kan nog maar %2 betalen tot de verbinding terug is. Neem de rest op een andere manier."_s};
    case ErrorCode::GiftSpentElsewhere: return {u"Een andere kassa heeft deze cadeaukaart of -cheque net gebruikt. Stel een ander betaalmiddel voor."_s, u"Een andere kassa heeft %1 net gebruikt. Stel een ander betaalmiddel voor."_s, u"Een andere kassa heeft %1 net gebruikt: er blijft maar %2 op. Neem de rest op een andere manier."_s};
    case ErrorCode::GiftUnknown: return {u"Deze cadeaukaart of -cheque is onbekend. Controleer de code."_s, u"De cadeaukaart of -cheque %1 is onbekend. Controleer de code."_s};
    case ErrorCode::IntentPending: return {u"Een kaartbetaling wacht nog op antwoord. Handel die eerst af."_s, u"Een kaartbetaling van %1 wacht nog op antwoord. Handel die eerst af."_s};
    case ErrorCode::MethodNotAllowed: return {u"Dit betaalmiddel wordt hier niet aanvaard. Kies een ander."_s, u"%1 wordt hier niet aanvaard. Kies een ander betaalmiddel."_s};
    case ErrorCode::MethodUnknown: return {u"Dit betaalmiddel bestaat niet. Kies een ander."_s, u"Het betaalmiddel “%1” bestaat niet. Kies een ander."_s};
    case ErrorCode::NotAFaceValue: return {u"Deze cheques hebben een vaste waarde. Neem ze één voor één, elk aan zijn waarde."_s, u"%1: de cheques hebben een vaste waarde. Neem ze één voor één, elk aan zijn waarde."_s, u"%1: de cheques zijn %2 waard. Neem ze één voor één."_s};
    case ErrorCode::NothingDue: return {u"Er blijft niets te betalen."_s, u"Er blijft niets te betalen voor dossier %1."_s};
    case ErrorCode::ReferenceMissing: return {u"Dit betaalmiddel vraagt een nummer. Tik het in."_s, u"%1 vraagt een nummer. Tik het in."_s};
    case ErrorCode::StillDue: return {u"Er blijft nog een bedrag te betalen."_s, u"Er blijft %1 te betalen."_s};
    case ErrorCode::TerminalBusy: return {u"De betaalterminal is bezig. Wacht tot hij klaar is, of stel een ander middel voor."_s};
    case ErrorCode::TerminalUnavailable: return {u"De betaalterminal antwoordt niet. Controleer of hij aanstaat, of stel een ander middel voor."_s};
    case ErrorCode::PrinterCoverOpen: return {u"De klep van de printer is open. Sluit ze: het document komt dan meteen."_s};
    case ErrorCode::LabelsOut: return {u"De etikettenprinter heeft geen etiketten of lint meer. Vul aan en druk opnieuw af."_s};
    case ErrorCode::LabelPrinterOpen: return {u"De etikettenprinter staat open. Sluit de kop en druk opnieuw af."_s};
    case ErrorCode::LabelPrinterPaused: return {u"De etikettenprinter is gepauzeerd. Druk op zijn knop en druk opnieuw af."_s};
    case ErrorCode::PrinterCutterBlocked: return {u"Het snijmes van de printer zit vast. Open de klep, haal het papier weg en sluit ze."_s};
    case ErrorCode::PrinterOffline: return {u"De printer is offline. Het document komt zodra hij klaar is."_s};
    case ErrorCode::PrinterOutOfPaper: return {u"De printer heeft geen papier meer. Leg een rol in: het document komt dan meteen."_s};
    case ErrorCode::PrinterUnavailable: return {u"De printer antwoordt niet. Het document wacht en komt zodra hij klaar is."_s, u"De printer wacht: %1. Het document komt zodra hij klaar is."_s};
    // Machine room, dossiers, devices, sync
    case ErrorCode::DatabaseBusy: return {u"De kassa is nog bezig. Probeer zo meteen opnieuw."_s};
    case ErrorCode::DatabaseCorrupt: return {u"De gegevens van de kassa zijn beschadigd en er is niets bewaard. Verwittig een verantwoordelijke."_s};
    case ErrorCode::DatabaseFailed: return {u"Bewaren is niet gelukt en er is niets veranderd. Probeer opnieuw; gebeurt het nog eens, verwittig dan een verantwoordelijke."_s};
    case ErrorCode::DatabaseUnreachable: return {u"De centrale bereikt haar gegevens niet en er is niets veranderd. Probeer zo meteen opnieuw."_s};
    case ErrorCode::DiskFull: return {u"Er is geen plaats meer op deze computer en er is niets bewaard. Verwittig een verantwoordelijke om plaats te maken."_s};
    case ErrorCode::FileFailed: return {u"Het bestand kon niet worden gelezen of geschreven. Kies een andere plaats."_s, u"Het bestand “%1” kon niet worden gelezen of geschreven. Kies een andere plaats."_s};
    case ErrorCode::FolderInUse: return {u"Deze kassa is al geopend door een ander programma. Sluit dat eerst."_s};
    case ErrorCode::FolderReadOnly: return {u"De kassa kan niets schrijven in haar map. Vraag een verantwoordelijke om ze schrijfbaar te maken."_s};
    case ErrorCode::Internal: return {u"Er is iets onverwachts gebeurd en er is niets veranderd. Probeer opnieuw; gebeurt het nog eens, verwittig dan een verantwoordelijke."_s};
    case ErrorCode::KeyUnavailable: return {u"De sleutelbos van deze computer is gesloten. Verkoop gewoon verder: de verkopen worden ondertekend zodra hij open is."_s};
    case ErrorCode::NotSupported: return {u"Deze kassa kan dat nog niet."_s};
    case ErrorCode::SchemaTooNew: return {u"Deze gegevens komen van een recentere versie van Guichet. Werk het programma bij om ze te openen."_s};
    case ErrorCode::SchemaTooOld: return {u"Deze gegevens komen van een oudere versie van Guichet. Open de kassa een keer met deze versie van het programma en begin opnieuw."_s};
    case ErrorCode::TillExists: return {u"Er is hier al een kassa. Open ze, of kies een andere map."_s};
    case ErrorCode::TillMissing: return {u"Er is hier nog geen kassa. Maak er een, of kies een andere map."_s};
    case ErrorCode::NotLoggedIn: return {u"Niemand is aangemeld aan deze kassa. Kies uw naam en tik uw code."_s};
    case ErrorCode::PinInvalid: return {u"De code moet 4 tot 8 cijfers tellen."_s};
    case ErrorCode::DuplicateKey: return {u"Deze naam of deze code is al in gebruik. Kies een andere."_s, u"“%1” is al in gebruik. Kies een andere naam of een andere code."_s, u"“%1” is al in gebruik door “%2”. Kies een andere naam of een andere code."_s};
    case ErrorCode::ClockSuspicious: return {u"Het uur van deze computer lijkt verkeerd. Controleer de datum en bevestig ze."_s, u"De computer geeft %1 aan, wat verkeerd lijkt. Controleer de datum en bevestig ze."_s};
    case ErrorCode::SessionAlreadyOpen: return {u"De kassa is al open."_s};
    case ErrorCode::AlreadyCancelled: return {u"Dit dossier is al geannuleerd."_s, u"Het dossier %1 is al geannuleerd."_s};
    case ErrorCode::AlreadyCheckedIn: return {u"Dit ticket is al binnen."_s, u"Het dossier %1 is al binnen."_s};
    case ErrorCode::AlreadyRefunded: return {u"Dat is al terugbetaald."_s, u"Dat is al terugbetaald: er blijft maar %1 terug te geven."_s};
    case ErrorCode::CorrectionRefused: return {u"De betaalwijze kan niet meer worden verbeterd. Betaal terug en ontvang opnieuw."_s};
    case ErrorCode::DossierUnknown: return {u"Dit dossier is niet gevonden. Controleer het nummer."_s, u"Het dossier %1 is niet gevonden. Controleer het nummer."_s};
    case ErrorCode::RefundMethodRefused: return {u"Zo kan er niet worden terugbetaald. Kies een ander middel."_s, u"Zo kan er niet worden terugbetaald. Wat wel kan: %1."_s};
    case ErrorCode::DeviceAnswerInvalid: return {u"Het toestel heeft iets onverwachts geantwoord. Probeer opnieuw; komt het terug, verwittig dan een verantwoordelijke."_s};
    case ErrorCode::DeviceUnavailable: return {u"Het toestel antwoordt niet. Controleer of het aangesloten is en aanstaat."_s, u"%1 antwoordt niet. Controleer of het toestel aangesloten is en aanstaat."_s};
    case ErrorCode::Timeout: return {u"Dit duurt te lang. Probeer zo meteen opnieuw."_s};
    case ErrorCode::CentreNotTrusted: return {u"Het certificaat van de centrale server wordt niet herkend. U kunt verder verkopen; verwittig de technicus: het certificaat moet vernieuwd worden, of aan de kassa opgegeven worden."_s};
    case ErrorCode::CentreRefused: return {u"De centrale server heeft niet aanvaard wat de kassa stuurt. U kunt verder verkopen; verwittig een verantwoordelijke."_s};
    case ErrorCode::CentreUnreachable: return {u"De centrale server antwoordt niet. U kunt verder verkopen: alles vertrekt zodra de lijn terug is."_s};
    case ErrorCode::CodeRejected: return {u"Deze inschrijvingscode is niet of niet meer geldig. Vraag een andere aan de centrale server."_s};
    case ErrorCode::NotEnrolled: return {u"Deze kassa is met geen centrale server verbonden. Schrijf ze eerst in."_s};
    case ErrorCode::TillReplaced: return {u"Deze kassa werd door een ander toestel vervangen. Verkoop hier niet meer: sluit de dag af; wat nog te versturen was, vertrekt vanzelf."_s};
    case ErrorCode::TillRevoked: return {u"De centrale server kent deze kassa niet meer. U kunt de dag afmaken en de kassa sluiten; verwittig een verantwoordelijke."_s};
    case ErrorCode::ChainBroken: return {u"Er is een afwijking gevonden in het journaal van de kassa. U kunt verder verkopen; verwittig een verantwoordelijke."_s};
    case ErrorCode::NoBackup: return {u"Er is geen bruikbare back-up. Verwittig een verantwoordelijke."_s};
    }
    Q_UNREACHABLE();
}
// clang-format on

/// Fields as forms and scripts call them, in the words of the screen; empty for those that mean nothing to a cashier.
QString fieldName(const QString &field, Language language)
{
    static const QHash<QString, QString> french{
        {u"address"_s, u"Adresse"_s},
        {u"administrator"_s, u"Nom de l’administrateur"_s},
        {u"at"_s, u"Date"_s},
        {u"authority"_s, u"Certificat propre"_s},
        {u"barcode"_s, u"Code-barres"_s},
        {u"birthday"_s, u"Date de naissance"_s},
        {u"code"_s, u"Code"_s},
        {u"comment"_s, u"Commentaire"_s},
        {u"company"_s, u"Société"_s},
        {u"country"_s, u"Pays"_s},
        {u"date"_s, u"Date"_s},
        {u"dueOn"_s, u"Échéance"_s},
        {u"email"_s, u"E-mail"_s},
        {u"enterpriseNumber"_s, u"Numéro d’entreprise"_s},
        {u"faceValues"_s, u"Valeurs des chèques"_s},
        {u"file"_s, u"Fichier"_s},
        {u"firstName"_s, u"Prénom"_s},
        {u"grams"_s, u"Poids"_s},
        {u"host"_s, u"Adresse"_s},
        {u"iban"_s, u"IBAN"_s},
        {u"id"_s, u"Numéro de commande"_s},
        {u"internalComment"_s, u"Commentaire interne"_s},
        {u"kind"_s, u"Sorte"_s},
        {u"language"_s, u"Langue"_s},
        {u"library"_s, u"Module du fabricant"_s},
        {u"legalName"_s, u"Nom légal"_s},
        {u"name"_s, u"Nom"_s},
        {u"outcome"_s, u"Décision"_s},
        {u"password"_s, u"Mot de passe"_s},
        {u"phone"_s, u"Téléphone"_s},
        {u"poiId"_s, u"Numéro du terminal"_s},
        {u"postcode"_s, u"Code postal"_s},
        {u"price"_s, u"Prix"_s},
        {u"province"_s, u"Province"_s},
        {u"quantity"_s, u"Quantité"_s},
        {u"rates"_s, u"Taux de TVA"_s},
        {u"reason"_s, u"Motif"_s},
        {u"role"_s, u"Rôle"_s},
        {u"root"_s, u"Certificat racine"_s},
        {u"telephone"_s, u"Téléphone"_s},
        {u"till"_s, u"Nom de la caisse"_s},
        {u"until"_s, u"Valable jusqu’au"_s},
        {u"vatNumber"_s, u"Numéro de TVA"_s},
    };
    static const QHash<QString, QString> dutch{
        {u"address"_s, u"Adres"_s},
        {u"administrator"_s, u"Naam van de beheerder"_s},
        {u"at"_s, u"Datum"_s},
        {u"authority"_s, u"Eigen certificaat"_s},
        {u"barcode"_s, u"Streepjescode"_s},
        {u"birthday"_s, u"Geboortedatum"_s},
        {u"code"_s, u"Code"_s},
        {u"comment"_s, u"Opmerking"_s},
        {u"company"_s, u"Bedrijf"_s},
        {u"country"_s, u"Land"_s},
        {u"date"_s, u"Datum"_s},
        {u"dueOn"_s, u"Vervaldag"_s},
        {u"email"_s, u"E-mail"_s},
        {u"enterpriseNumber"_s, u"Ondernemingsnummer"_s},
        {u"faceValues"_s, u"Waarden van de cheques"_s},
        {u"file"_s, u"Bestand"_s},
        {u"firstName"_s, u"Voornaam"_s},
        {u"grams"_s, u"Gewicht"_s},
        {u"host"_s, u"Adres"_s},
        {u"iban"_s, u"IBAN"_s},
        {u"id"_s, u"Bestelnummer"_s},
        {u"internalComment"_s, u"Interne opmerking"_s},
        {u"kind"_s, u"Soort"_s},
        {u"language"_s, u"Taal"_s},
        {u"library"_s, u"Module van de fabrikant"_s},
        {u"legalName"_s, u"Wettelijke naam"_s},
        {u"name"_s, u"Naam"_s},
        {u"outcome"_s, u"Beslissing"_s},
        {u"password"_s, u"Wachtwoord"_s},
        {u"phone"_s, u"Telefoon"_s},
        {u"poiId"_s, u"Nummer van de terminal"_s},
        {u"postcode"_s, u"Postcode"_s},
        {u"price"_s, u"Prijs"_s},
        {u"province"_s, u"Provincie"_s},
        {u"quantity"_s, u"Aantal"_s},
        {u"rates"_s, u"Btw-tarieven"_s},
        {u"reason"_s, u"Reden"_s},
        {u"role"_s, u"Rol"_s},
        {u"root"_s, u"Basiscertificaat"_s},
        {u"telephone"_s, u"Telefoon"_s},
        {u"till"_s, u"Naam van de kassa"_s},
        {u"until"_s, u"Geldig tot"_s},
        {u"vatNumber"_s, u"Btw-nummer"_s},
    };
    return (language == Language::Dutch ? dutch : french).value(field);
}

/// A reader of something inside something says the way to the cause: `resources: 1.price: missing`.
QString causeOf(const Error &error, Language language)
{
    return inputCause(error.values.value(1).section(u": "_s, -1), language);
}

QStringList namesIn(const Error &error, Language language)
{
    if (error.code == ErrorCode::NeedsApproval)
        return {approvalWords(error.values.value(0))};
    if (error.code != ErrorCode::InvalidInput)
        return error.values;
    const QString field = fieldName(error.values.value(0), language);
    const QString cause = causeOf(error, language);
    return field.isEmpty() || cause.isEmpty() ? QStringList{field} : QStringList{field, cause};
}

Sentence sentenceOf(const Error &error, Language language)
{
    const Sentence usual = language == Language::Dutch ? dutchSentence(error.code) : frenchSentence(error.code);
    const QString special = sentenceOfCause(error.code, error.values.value(1), language);
    return special.isEmpty() ? usual : Sentence{usual.bare, special};
}

QString filled(const Sentence &sentence, const QStringList &values)
{
    if (values.size() >= 2 && !sentence.namingTwo.isEmpty())
        return sentence.namingTwo.arg(values[0], values[1]);
    if (!values.isEmpty() && !values[0].isEmpty() && !sentence.namingOne.isEmpty())
        return sentence.namingOne.arg(values[0]);
    return sentence.bare;
}

} // namespace

QString errorSentence(const Error &error, Language language)
{
    return filled(sentenceOf(error, language), namesIn(error, language));
}

QString cellSentence(const Error &error)
{
    const QString cause = causeOf(error, Language::French);
    if (error.code != ErrorCode::InvalidInput || cause.isEmpty())
        return errorSentence(error);
    return u"« %1 » : %2."_s.arg(error.values.value(0), cause);
}

} // namespace guichet
