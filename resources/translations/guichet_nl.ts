<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_BE" sourcelanguage="fr_BE">
<context>
    <name>AfterSale</name>
    <message>
        <source>Total %1</source>
        <translation>Totaal %1</translation>
    </message>
    <message>
        <source>arrondi %1%2</source>
        <translation>afronding %1%2</translation>
    </message>
    <message>
        <source>Devis %1</source>
        <translation>Offerte %1</translation>
    </message>
    <message>
        <source>Reçu %1 · dossier %2</source>
        <translation>Kasticket %1 · dossier %2</translation>
    </message>
    <message>
        <source>Devis enregistré</source>
        <translation>Offerte opgeslagen</translation>
    </message>
    <message>
        <source>valable jusqu’au %1</source>
        <translation>geldig tot %1</translation>
    </message>
    <message>
        <source>Dernière vente</source>
        <translation>Laatste verkoop</translation>
    </message>
    <message>
        <source>Dossier enregistré, paiement à venir</source>
        <translation>Dossier opgeslagen, betaling volgt</translation>
    </message>
    <message>
        <source>Vente validée</source>
        <translation>Verkoop bevestigd</translation>
    </message>
    <message>
        <source>à payer pour le %1</source>
        <translation>te betalen tegen %1</translation>
    </message>
    <message>
        <source>À RENDRE</source>
        <translation>TERUG TE GEVEN</translation>
    </message>
    <message>
        <source>RIEN À RENDRE</source>
        <translation>NIETS TERUG TE GEVEN</translation>
    </message>
    <message>
        <source>reçu %1</source>
        <translation>ontvangen %1</translation>
    </message>
    <message>
        <source>reste %1</source>
        <translation>rest %1</translation>
    </message>
    <message>
        <source>Acompte</source>
        <translation>Voorschot</translation>
    </message>
</context>
<context>
    <name>CardPayment</name>
    <message>
        <source>On ne sait pas encore si ce paiement est passé</source>
        <translation>We weten nog niet of deze betaling gelukt is</translation>
    </message>
    <message>
        <source>Demandé à %1, sans réponse certaine du terminal. Regardez son écran ou son dernier ticket.</source>
        <translation>Gevraagd om %1, zonder zeker antwoord van de terminal. Kijk op het scherm of op het laatste ticket ervan.</translation>
    </message>
    <message>
        <source>La caisse garde cette demande et n’en envoie pas d’autre pour ce panier : personne ne paie deux fois.</source>
        <translation>De kassa bewaart deze vraag en stuurt er geen andere voor dit mandje: niemand betaalt twee keer.</translation>
    </message>
    <message>
        <source>En attendant, gardez le panier et servez le client suivant : il se reprend d’un geste.</source>
        <translation>Bewaar intussen het mandje en help de volgende klant: het wordt met één tik hervat.</translation>
    </message>
    <message>
        <source>Tapez ce montant sur le terminal</source>
        <translation>Tik dit bedrag in op de terminal</translation>
    </message>
    <message>
        <source>Que montre-t-il ensuite ?</source>
        <translation>Wat toont hij daarna?</translation>
    </message>
    <message>
        <source>Envoi du montant au terminal…</source>
        <translation>Bedrag wordt naar de terminal gestuurd…</translation>
    </message>
    <message>
        <source>Paiement refusé</source>
        <translation>Betaling geweigerd</translation>
    </message>
    <message>
        <source>Rien n’a été demandé à la carte</source>
        <translation>Er is niets aan de kaart gevraagd</translation>
    </message>
    <message>
        <source>Rien n’a été débité. Proposez une autre carte ou un autre moyen de paiement.</source>
        <translation>Er is niets afgeschreven. Stel een andere kaart of een ander betaalmiddel voor.</translation>
    </message>
    <message>
        <source>Rien n’a été débité. Vous pouvez recommencer sans risque.</source>
        <translation>Er is niets afgeschreven. U kunt gerust opnieuw beginnen.</translation>
    </message>
    <message>
        <source>%1 : rendre</source>
        <translation>%1: teruggeven</translation>
    </message>
    <message>
        <source>On ne sait pas encore si ce montant est rendu</source>
        <translation>Het is nog niet zeker of dit bedrag is teruggegeven</translation>
    </message>
    <message>
        <source>Rendez ce montant sur le terminal (remboursement ou annulation)</source>
        <translation>Geef dit bedrag terug op de terminal (terugbetaling of annulering)</translation>
    </message>
    <message>
        <source>Rien n’est rendu</source>
        <translation>Er is niets teruggegeven</translation>
    </message>
    <message>
        <source>Le paiement reste dans le panier. Vous pouvez recommencer, ou terminer la vente.</source>
        <translation>De betaling blijft in het mandje. U kunt opnieuw proberen, of de verkoop afronden.</translation>
    </message>
    <message>
        <source>Le terminal a fini par accepter ce montant</source>
        <translation>De terminal heeft dit bedrag uiteindelijk aanvaard</translation>
    </message>
    <message>
        <source>Le terminal attend votre réponse. Sans réponse, c’est non.</source>
        <translation>De terminal wacht op uw antwoord. Geen antwoord is nee.</translation>
    </message>
    <message>
        <source>Le terminal a fini par rendre ce montant</source>
        <translation>De terminal heeft dit bedrag uiteindelijk teruggegeven</translation>
    </message>
    <message>
        <source>Quelqu’un avait dit le contraire : la caisse ne décide pas seule. Un utilisateur le comptabilise, ou ne le comptabilise pas si le terminal l’a déjà annulé.</source>
        <translation>Iemand had het tegendeel gezegd: de kassa beslist niet alleen. Een gebruiker boekt het, of boekt het niet als de terminal het al geannuleerd heeft.</translation>
    </message>
    <message>
        <source>Pour le rendre au client : Plus › Paiements sans réponse.</source>
        <translation>Om het aan de klant terug te geven: Meer › Kaart zonder antwoord.</translation>
    </message>
    <message>
        <source>C’est éclairci : ce paiement n’est pas passé</source>
        <translation>Het is duidelijk: deze betaling is niet doorgegaan</translation>
    </message>
</context>
<context>
    <name>Cart</name>
    <message>
        <source>Valeur cadeau</source>
        <translation>Cadeauwaarde</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Sous-total</source>
        <translation>Subtotaal</translation>
    </message>
    <message>
        <source>Remises et gratuités</source>
        <translation>Kortingen en gratis</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artikelen</translation>
    </message>
    <message>
        <source>%1 gratuité · %2</source>
        <translation>%1 gratis · %2</translation>
    </message>
    <message>
        <source>gratuité · %1</source>
        <translation>gratis · %1</translation>
    </message>
    <message>
        <source>prix changé · %1</source>
        <translation>prijs gewijzigd · %1</translation>
    </message>
    <message>
        <source>Panier</source>
        <translation>Mandje</translation>
    </message>
    <message>
        <source>Dossier %1</source>
        <translation>Dossier %1</translation>
    </message>
    <message>
        <source>PAYER</source>
        <translation>BETALEN</translation>
    </message>
    <message>
        <source>PAYER  %1</source>
        <translation>BETALEN  %1</translation>
    </message>
    <message>
        <source>TVA %1 sur %2</source>
        <translation>Btw %1 op %2</translation>
    </message>
    <message>
        <source>Places non confirmées</source>
        <translation>Niet bevestigd</translation>
    </message>
    <message>
        <source>Il en reste %1 ici</source>
        <translation>Hier nog %1</translation>
    </message>
    <message>
        <source>Plus de place ici</source>
        <translation>Hier volzet</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Formule</source>
        <translation>Formule</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Tarief</translation>
    </message>
    <message>
        <source>Supplément</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Produit</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Promotie</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Calendrier</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>en vente ou retiré</source>
        <translation>te koop of niet</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>prix</source>
        <translation>prijs</translation>
    </message>
    <message>
        <source>tarifs</source>
        <translation>tarieven</translation>
    </message>
    <message>
        <source>retiré</source>
        <translation>uit verkoop</translation>
    </message>
    <message>
        <source>en vente</source>
        <translation>te koop</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>non</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>En ligne, mais d’autres caisses ont une version plus récente : mettez celle-ci à jour</source>
        <translation>Online, maar andere kassa’s hebben een nieuwere versie: werk deze bij</translation>
    </message>
    <message>
        <source>En ligne, envoi en cours</source>
        <translation>Online, verzending loopt</translation>
    </message>
    <message>
        <source>En ligne, tout est envoyé</source>
        <translation>Online, alles is verzonden</translation>
    </message>
    <message>
        <source>Hors ligne : la caisse vend, elle enverra plus tard</source>
        <translation>Offline: de kassa verkoopt, ze verzendt later</translation>
    </message>
    <message>
        <source>La centrale refuse l’échange : voyez avec le technicien</source>
        <translation>De centrale weigert de uitwisseling: vraag de technicus</translation>
    </message>
    <message>
        <source>jamais</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>écriture</source>
        <translation>boeking</translation>
    </message>
    <message>
        <source>écritures</source>
        <translation>boekingen</translation>
    </message>
    <message>
        <source>Centrale</source>
        <translation>Centrale</translation>
    </message>
    <message>
        <source>à jour</source>
        <translation>bijgewerkt</translation>
    </message>
    <message>
        <source>modification écartée</source>
        <translation>opzijgezette wijziging</translation>
    </message>
    <message>
        <source>modifications écartées</source>
        <translation>opzijgezette wijzigingen</translation>
    </message>
    <message>
        <source>à envoyer : %1</source>
        <translation>te verzenden: %1</translation>
    </message>
    <message>
        <source>Utilisateur</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Kassa</translation>
    </message>
    <message>
        <source>code personnel</source>
        <translation>persoonlijke code</translation>
    </message>
    <message>
        <source>rôle</source>
        <translation>rol</translation>
    </message>
    <message>
        <source>peut travailler</source>
        <translation>mag werken</translation>
    </message>
    <message>
        <source>un autre code</source>
        <translation>een andere code</translation>
    </message>
    <message>
        <source>personne n’attend d’être confirmé</source>
        <translation>niemand wacht op bevestiging</translation>
    </message>
    <message>
        <source>utilisateur</source>
        <translation>gebruiker</translation>
    </message>
    <message>
        <source>utilisateurs</source>
        <translation>gebruikers</translation>
    </message>
    <message>
        <source>%1 à confirmer : voyez Plus › Utilisateurs</source>
        <translation>%1 te bevestigen: zie Meer › Gebruikers</translation>
    </message>
    <message>
        <source>Une autre machine a pris la place de cette caisse : fermez la journée ici</source>
        <translation>Een ander toestel heeft de plaats van deze kassa ingenomen: sluit hier de dag af</translation>
    </message>
    <message>
        <source>vente</source>
        <translation>verkoop</translation>
    </message>
    <message>
        <source>ventes</source>
        <translation>verkopen</translation>
    </message>
    <message>
        <source>caisse remplacée</source>
        <translation>kassa vervangen</translation>
    </message>
    <message>
        <source>Cette caisse travaille seule : elle n’est reliée à aucun serveur central</source>
        <translation>Deze kassa werkt alleen: ze is met geen centrale server verbonden</translation>
    </message>
    <message>
        <source>Le certificat du serveur central n’est pas reconnu : voyez avec le technicien</source>
        <translation>Het certificaat van de centrale server wordt niet herkend: vraag de technicus</translation>
    </message>
    <message>
        <source>Aucun serveur central ne répond à cette adresse. Vérifiez l’adresse et la ligne, puis réessayez.</source>
        <translation>Geen centrale server antwoordt op dit adres. Controleer het adres en de lijn, en probeer opnieuw.</translation>
    </message>
    <message>
        <source>relier la caisse</source>
        <translation>de kassa verbinden</translation>
    </message>
    <message>
        <source>%1, %2 : %3 vendus pour %4</source>
        <translation>%1, %2: %3 verkocht voor %4</translation>
    </message>
    <message>
        <source>code %1 : utilisé %2 fois pour %3</source>
        <translation>code %1: %2 keer gebruikt voor %3</translation>
    </message>
    <message>
        <source>%1 · et %2 de plus</source>
        <translation>%1 · en nog %2</translation>
    </message>
    <message>
        <source>dépassement</source>
        <translation>overschrijding</translation>
    </message>
    <message>
        <source>dépassements</source>
        <translation>overschrijdingen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 u</translation>
    </message>
    <message>
        <source>horloge à l’heure</source>
        <translation>klok juist</translation>
    </message>
    <message>
        <source>l’horloge avance de %1</source>
        <translation>de klok loopt %1 voor</translation>
    </message>
    <message>
        <source>l’horloge retarde de %1</source>
        <translation>de klok loopt %1 achter</translation>
    </message>
    <message>
        <source>Pas encore de réponse du serveur central ; rien n’attend</source>
        <translation>Nog geen antwoord van de centrale server; niets wacht</translation>
    </message>
    <message>
        <source>Pas de réponse depuis %1 ; rien n’attend</source>
        <translation>Geen antwoord sinds %1; niets wacht</translation>
    </message>
    <message>
        <source>En ligne, mais %1 : mettez cette caisse à l’heure</source>
        <translation>Online, maar %1: zet de klok van deze kassa juist</translation>
    </message>
    <message>
        <source>Le trousseau de cet ordinateur est fermé : la caisse vend, elle enverra dès qu’il sera ouvert</source>
        <translation>De sleutelbos van deze computer is gesloten: de kassa verkoopt, ze verstuurt zodra hij open is</translation>
    </message>
    <message>
        <source>Cette caisse n’est plus reconnue par la centrale : reliez-la à nouveau</source>
        <translation>De centrale herkent deze kassa niet meer: verbind ze opnieuw</translation>
    </message>
    <message>
        <source>description</source>
        <translation>omschrijving</translation>
    </message>
    <message>
        <source>image</source>
        <translation>afbeelding</translation>
    </message>
    <message>
        <source>ordre d’affichage</source>
        <translation>volgorde op het scherm</translation>
    </message>
    <message>
        <source>code TVA</source>
        <translation>btw-code</translation>
    </message>
    <message>
        <source>taux</source>
        <translation>tarieven</translation>
    </message>
    <message>
        <source>prix d’achat</source>
        <translation>aankoopprijs</translation>
    </message>
    <message>
        <source>vendu à la caisse</source>
        <translation>verkocht aan de kassa</translation>
    </message>
    <message>
        <source>vendu en ligne</source>
        <translation>online verkocht</translation>
    </message>
    <message>
        <source>nombre par jour</source>
        <translation>aantal per dag</translation>
    </message>
    <message>
        <source>catégorie de visiteurs</source>
        <translation>categorie van bezoekers</translation>
    </message>
    <message>
        <source>personnes par billet</source>
        <translation>personen per ticket</translation>
    </message>
    <message>
        <source>âge minimum</source>
        <translation>minimumleeftijd</translation>
    </message>
    <message>
        <source>forfait par dossier</source>
        <translation>forfait per dossier</translation>
    </message>
    <message>
        <source>genre</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>public</source>
        <translation>publiek</translation>
    </message>
    <message>
        <source>rayon</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>rayons</source>
        <translation>afdelingen</translation>
    </message>
    <message>
        <source>durée en minutes</source>
        <translation>duur in minuten</translation>
    </message>
    <message>
        <source>tarif</source>
        <translation>tarief</translation>
    </message>
    <message>
        <source>suppléments</source>
        <translation>supplementen</translation>
    </message>
    <message>
        <source>heures de départ</source>
        <translation>vertrektijden</translation>
    </message>
    <message>
        <source>heure de départ</source>
        <translation>vertrektijd</translation>
    </message>
    <message>
        <source>jauges</source>
        <translation>capaciteiten</translation>
    </message>
    <message>
        <source>jauge</source>
        <translation>capaciteit</translation>
    </message>
    <message>
        <source>jours de vente</source>
        <translation>verkoopdagen</translation>
    </message>
    <message>
        <source>jours de validité</source>
        <translation>geldige dagen</translation>
    </message>
    <message>
        <source>jours de visite</source>
        <translation>bezoekdagen</translation>
    </message>
    <message>
        <source>jours d’affichage</source>
        <translation>zichtbare dagen</translation>
    </message>
    <message>
        <source>jours de la semaine</source>
        <translation>dagen van de week</translation>
    </message>
    <message>
        <source>semaine du mois</source>
        <translation>week van de maand</translation>
    </message>
    <message>
        <source>nombre minimum</source>
        <translation>minimumaantal</translation>
    </message>
    <message>
        <source>nombre maximum</source>
        <translation>maximumaantal</translation>
    </message>
    <message>
        <source>fin de vente à la caisse, minutes avant</source>
        <translation>einde verkoop aan de kassa, minuten vooraf</translation>
    </message>
    <message>
        <source>fin de vente en ligne, minutes avant</source>
        <translation>einde onlineverkoop, minuten vooraf</translation>
    </message>
    <message>
        <source>moment du paiement</source>
        <translation>moment van betaling</translation>
    </message>
    <message>
        <source>acompte</source>
        <translation>voorschot</translation>
    </message>
    <message>
        <source>un gratuit par</source>
        <translation>één gratis per</translation>
    </message>
    <message>
        <source>ce qui est compris</source>
        <translation>wat inbegrepen is</translation>
    </message>
    <message>
        <source>ce qui est compté</source>
        <translation>wat geteld wordt</translation>
    </message>
    <message>
        <source>compté par</source>
        <translation>geteld per</translation>
    </message>
    <message>
        <source>nombre de places</source>
        <translation>aantal plaatsen</translation>
    </message>
    <message>
        <source>remise en état en minutes</source>
        <translation>klaarmaken in minuten</translation>
    </message>
    <message>
        <source>heures d’ouverture</source>
        <translation>openingsuren</translation>
    </message>
    <message>
        <source>jours de fermeture</source>
        <translation>sluitingsdagen</translation>
    </message>
    <message>
        <source>jour</source>
        <translation>dag</translation>
    </message>
    <message>
        <source>jours</source>
        <translation>dagen</translation>
    </message>
    <message>
        <source>formule</source>
        <translation>formule</translation>
    </message>
    <message>
        <source>formules</source>
        <translation>formules</translation>
    </message>
    <message>
        <source>motif</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>couleur</source>
        <translation>kleur</translation>
    </message>
    <message>
        <source>caisses</source>
        <translation>kassa’s</translation>
    </message>
    <message>
        <source>restaurant</source>
        <translation>restaurant</translation>
    </message>
    <message>
        <source>délai</source>
        <translation>termijn</translation>
    </message>
    <message>
        <source>réduction en pour cent</source>
        <translation>korting in procent</translation>
    </message>
    <message>
        <source>montant de la réduction</source>
        <translation>bedrag van de korting</translation>
    </message>
    <message>
        <source>prix fixe</source>
        <translation>vaste prijs</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>nombre d’utilisations</source>
        <translation>aantal keren</translation>
    </message>
    <message>
        <source>billets par utilisation</source>
        <translation>tickets per keer</translation>
    </message>
    <message>
        <source>produits</source>
        <translation>producten</translation>
    </message>
    <message>
        <source>rayons de produits</source>
        <translation>productafdelingen</translation>
    </message>
    <message>
        <source>cumulable</source>
        <translation>cumuleerbaar</translation>
    </message>
    <message>
        <source>numéro demandé</source>
        <translation>nummer gevraagd</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>ouvre le tiroir</source>
        <translation>opent de lade</translation>
    </message>
    <message>
        <source>rend la monnaie</source>
        <translation>geeft wisselgeld</translation>
    </message>
    <message>
        <source>passe par le terminal</source>
        <translation>via de terminal</translation>
    </message>
    <message>
        <source>au comptoir seulement</source>
        <translation>alleen aan de balie</translation>
    </message>
    <message>
        <source>peut être rendu</source>
        <translation>kan teruggegeven worden</translation>
    </message>
    <message>
        <source>compté à la fermeture</source>
        <translation>geteld bij de sluiting</translation>
    </message>
    <message>
        <source>valeurs des chèques</source>
        <translation>waarden van de cheques</translation>
    </message>
    <message>
        <source>années de validité</source>
        <translation>jaren geldig</translation>
    </message>
    <message>
        <source>sorte de cadeau</source>
        <translation>soort geschenk</translation>
    </message>
    <message>
        <source>codes-barres</source>
        <translation>streepjescodes</translation>
    </message>
    <message>
        <source>vendu au poids</source>
        <translation>per gewicht verkocht</translation>
    </message>
    <message>
        <source>vendu sans stock</source>
        <translation>verkocht zonder voorraad</translation>
    </message>
    <message>
        <source>stock de départ</source>
        <translation>beginvoorraad</translation>
    </message>
    <message>
        <source>stock d’alerte</source>
        <translation>alarmvoorraad</translation>
    </message>
    <message>
        <source>retiré de la vente</source>
        <translation>uit de verkoop</translation>
    </message>
    <message>
        <source>référence</source>
        <translation>referentie</translation>
    </message>
    <message>
        <source>fournisseur</source>
        <translation>leverancier</translation>
    </message>
    <message>
        <source>langue</source>
        <translation>taal</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>téléphone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>land</translation>
    </message>
    <message>
        <source>code postal</source>
        <translation>postcode</translation>
    </message>
    <message>
        <source>province</source>
        <translation>provincie</translation>
    </message>
    <message>
        <source>prénom</source>
        <translation>voornaam</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>société</source>
        <translation>bedrijf</translation>
    </message>
    <message>
        <source>numéro de TVA</source>
        <translation>btw-nummer</translation>
    </message>
    <message>
        <source>commentaire</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>commentaire interne</source>
        <translation>interne opmerking</translation>
    </message>
    <message>
        <source>nom légal</source>
        <translation>wettelijke naam</translation>
    </message>
    <message>
        <source>nom commercial</source>
        <translation>handelsnaam</translation>
    </message>
    <message>
        <source>rue</source>
        <translation>straat</translation>
    </message>
    <message>
        <source>localité</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>numéro d’entreprise</source>
        <translation>ondernemingsnummer</translation>
    </message>
    <message>
        <source>assujettie à la TVA</source>
        <translation>btw-plichtig</translation>
    </message>
    <message>
        <source>unité d’établissement</source>
        <translation>vestigingseenheid</translation>
    </message>
    <message>
        <source>compte bancaire</source>
        <translation>bankrekening</translation>
    </message>
    <message>
        <source>site web</source>
        <translation>website</translation>
    </message>
    <message>
        <source>bas des reçus</source>
        <translation>onderaan de kassabons</translation>
    </message>
    <message>
        <source>heure où la journée commence</source>
        <translation>uur waarop de dag begint</translation>
    </message>
    <message>
        <source>comptage à l’aveugle</source>
        <translation>blinde telling</translation>
    </message>
    <message>
        <source>caisse enregistreuse exigée (SCE)</source>
        <translation>geregistreerde kassa vereist (GKS)</translation>
    </message>
    <message>
        <source>arrondi de tous les paiements</source>
        <translation>afronding van alle betalingen</translation>
    </message>
    <message>
        <source>origine demandée après la vente</source>
        <translation>herkomst gevraagd na de verkoop</translation>
    </message>
    <message>
        <source>un seul billet d’entrée pour tous</source>
        <translation>één toegangsticket voor allen</translation>
    </message>
    <message>
        <source>le reste d’un chèque cadeau en fait un nouveau</source>
        <translation>de rest van een cadeaubon wordt een nieuwe</translation>
    </message>
    <message>
        <source>mois de validité des cadeaux</source>
        <translation>maanden geldigheid van geschenken</translation>
    </message>
    <message>
        <source>cadeau sans ligne, au plus</source>
        <translation>geschenk zonder lijn, hoogstens</translation>
    </message>
    <message>
        <source>codes de balance</source>
        <translation>weegschaalcodes</translation>
    </message>
    <message>
        <source>activité</source>
        <translation>activiteit</translation>
    </message>
    <message>
        <source>location</source>
        <translation>verhuur</translation>
    </message>
    <message>
        <source>événement</source>
        <translation>evenement</translation>
    </message>
    <message>
        <source>ordinaire</source>
        <translation>gewoon</translation>
    </message>
    <message>
        <source>dernière minute</source>
        <translation>last minute</translation>
    </message>
    <message>
        <source>réservé tôt</source>
        <translation>vroegboeking</translation>
    </message>
    <message>
        <source>gratuité</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>prix changé</source>
        <translation>gewijzigde prijs</translation>
    </message>
    <message>
        <source>mouvement d’argent</source>
        <translation>geldbeweging</translation>
    </message>
    <message>
        <source>ouverture du tiroir</source>
        <translation>opening van de lade</translation>
    </message>
    <message>
        <source>remboursement</source>
        <translation>terugbetaling</translation>
    </message>
    <message>
        <source>annulation</source>
        <translation>annulering</translation>
    </message>
    <message>
        <source>vente forcée</source>
        <translation>geforceerde verkoop</translation>
    </message>
    <message>
        <source>accueil</source>
        <translation>onthaal</translation>
    </message>
    <message>
        <source>boutique</source>
        <translation>winkel</translation>
    </message>
    <message>
        <source>cafétéria</source>
        <translation>cafetaria</translation>
    </message>
    <message>
        <source>individuels</source>
        <translation>individueel</translation>
    </message>
    <message>
        <source>groupes</source>
        <translation>groepen</translation>
    </message>
    <message>
        <source>à la réservation</source>
        <translation>bij de reservatie</translation>
    </message>
    <message>
        <source>acompte d’abord</source>
        <translation>eerst een voorschot</translation>
    </message>
    <message>
        <source>après la visite</source>
        <translation>na het bezoek</translation>
    </message>
    <message>
        <source>des personnes</source>
        <translation>personen</translation>
    </message>
    <message>
        <source>des objets</source>
        <translation>voorwerpen</translation>
    </message>
    <message>
        <source>départ</source>
        <translation>vertrek</translation>
    </message>
    <message>
        <source>durée</source>
        <translation>duur</translation>
    </message>
    <message>
        <source>chèque cadeau</source>
        <translation>cadeaubon</translation>
    </message>
    <message>
        <source>carte cadeau</source>
        <translation>cadeaukaart</translation>
    </message>
    <message>
        <source>espèces</source>
        <translation>contant</translation>
    </message>
    <message>
        <source>carte de débit</source>
        <translation>debetkaart</translation>
    </message>
    <message>
        <source>carte de crédit</source>
        <translation>kredietkaart</translation>
    </message>
    <message>
        <source>autre carte</source>
        <translation>andere kaart</translation>
    </message>
    <message>
        <source>chèque-repas</source>
        <translation>maaltijdcheque</translation>
    </message>
    <message>
        <source>autre chèque</source>
        <translation>andere cheque</translation>
    </message>
    <message>
        <source>application</source>
        <translation>app</translation>
    </message>
    <message>
        <source>en ligne</source>
        <translation>online</translation>
    </message>
    <message>
        <source>crédit du client</source>
        <translation>krediet van de klant</translation>
    </message>
    <message>
        <source>bon de la maison</source>
        <translation>bon van het huis</translation>
    </message>
    <message>
        <source>autre bon</source>
        <translation>andere bon</translation>
    </message>
    <message>
        <source>virement</source>
        <translation>overschrijving</translation>
    </message>
    <message>
        <source>autre</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>français</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>néerlandais</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>anglais</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>allemand</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>Rayon</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Jauge</source>
        <translation>Capaciteit</translation>
    </message>
    <message>
        <source>Moyen de paiement</source>
        <translation>Betaalwijze</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Arrêt des ventes</source>
        <translation>Verkoopstop</translation>
    </message>
    <message>
        <source>Places d’un départ</source>
        <translation>Plaatsen van een vertrek</translation>
    </message>
    <message>
        <source>Taux de TVA</source>
        <translation>Btw-tarieven</translation>
    </message>
    <message>
        <source>Attraction</source>
        <translation>Attractie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>dès le %1</source>
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>tot %1</translation>
    </message>
    <message>
        <source>du %1 au %2</source>
        <translation>van %1 tot %2</translation>
    </message>
    <message>
        <source>autre chose</source>
        <translation>iets anders</translation>
    </message>
    <message>
        <source>La centrale a retiré cette caisse, plus rien n’est envoyé : finissez la journée, fermez-la et appelez un responsable. Un nouveau code la relie</source>
        <translation>De centrale heeft deze kassa ingetrokken, er wordt niets meer verstuurd: maak de dag af, sluit hem en bel een verantwoordelijke. Een nieuwe code verbindt ze weer</translation>
    </message>
    <message>
        <source>caisse retirée</source>
        <translation>kassa ingetrokken</translation>
    </message>
    <message>
        <source>rien ne part : à voir</source>
        <translation>er vertrekt niets: na te kijken</translation>
    </message>
    <message>
        <source>hors ligne</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>celle-ci</source>
        <translation>deze</translation>
    </message>
    <message>
        <source>une autre</source>
        <translation>een andere</translation>
    </message>
    <message>
        <source>%1 pour %2, dans aucun Z : comptez cet argent à part et dites-le à la comptabilité</source>
        <translation>%1 voor %2, in geen enkele Z: tel dit geld apart en meld het aan de boekhouding</translation>
    </message>
    <message>
        <source>compte %1</source>
        <translation>account %1</translation>
    </message>
    <message>
        <source>le code d’aujourd’hui</source>
        <translation>de huidige code</translation>
    </message>
</context>
<context>
    <name>CentreForm</name>
    <message>
        <source>L’adresse du serveur central, comme https://centrale.exemple.be ; ou scannez son code QR</source>
        <translation>Het adres van de centrale server, zoals https://centrale.voorbeeld.be; of scan zijn QR-code</translation>
    </message>
    <message>
        <source>juste</source>
        <translation>juist</translation>
    </message>
    <message>
        <source>Ce n’est pas une adresse https</source>
        <translation>Dit is geen https-adres</translation>
    </message>
    <message>
        <source>10 signes, tapés ou scannés ; le serveur central les donne pour cette caisse</source>
        <translation>10 tekens, ingetikt of gescand; de centrale server geeft ze voor deze kassa</translation>
    </message>
    <message>
        <source>Encore quelques signes</source>
        <translation>Nog enkele tekens</translation>
    </message>
    <message>
        <source>Ce code n’est pas juste : vérifiez-le</source>
        <translation>Deze code is niet juist: controleer ze</translation>
    </message>
    <message>
        <source>Le fichier du certificat, si le serveur a le sien ; peut rester vide</source>
        <translation>Het bestand van het certificaat, als de server een eigen heeft; mag leeg blijven</translation>
    </message>
    <message>
        <source>complet</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>Le certificat de ce serveur n’est pas reconnu. Si le serveur a le sien, indiquez-en le fichier ; sinon, ne continuez pas et prévenez le technicien.</source>
        <translation>Het certificaat van deze server wordt niet herkend. Heeft de server een eigen certificaat, geef dan het bestand op; ga anders niet verder en verwittig de technicus.</translation>
    </message>
    <message>
        <source>Le certificat de ce serveur n’est pas celui du fichier indiqué. Vérifiez le fichier ; si c’est le bon, ne continuez pas et prévenez le technicien.</source>
        <translation>Het certificaat van deze server is niet dat van het opgegeven bestand. Controleer het bestand; is het het juiste, ga dan niet verder en verwittig de technicus.</translation>
    </message>
</context>
<context>
    <name>Cheques</name>
    <message>
        <source>Retirer un chèque de %1</source>
        <translation>Een cheque van %1 weghalen</translation>
    </message>
    <message>
        <source>chèque reçu</source>
        <translation>cheque ontvangen</translation>
    </message>
    <message>
        <source>chèques reçus</source>
        <translation>cheques ontvangen</translation>
    </message>
    <message>
        <source>Acceptés : émis de %1 à %2. Les plus anciens ont expiré.</source>
        <translation>Aanvaard: uitgegeven van %1 tot %2. Oudere zijn vervallen.</translation>
    </message>
    <message>
        <source>À encaisser : %1</source>
        <translation>Te ontvangen: %1</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>%1 h : %2</source>
        <translation>%1 u: %2</translation>
    </message>
    <message>
        <source>visiteur</source>
        <translation>bezoeker</translation>
    </message>
    <message>
        <source>visiteurs</source>
        <translation>bezoekers</translation>
    </message>
    <message>
        <source>vente</source>
        <translation>verkoop</translation>
    </message>
    <message>
        <source>ventes</source>
        <translation>verkopen</translation>
    </message>
    <message>
        <source>Ventes brutes</source>
        <translation>Bruto-omzet</translation>
    </message>
    <message>
        <source>Remises et gratuités</source>
        <translation>Kortingen en gratis</translation>
    </message>
    <message>
        <source>Remboursements</source>
        <translation>Terugbetalingen</translation>
    </message>
    <message>
        <source>TVA %1 sur %2</source>
        <translation>Btw %1 op %2</translation>
    </message>
    <message>
        <source>Arrondis espèces</source>
        <translation>Afrondingen contant</translation>
    </message>
    <message>
        <source>Valeur cadeau vendue</source>
        <translation>Verkochte cadeauwaarde</translation>
    </message>
    <message>
        <source>Acomptes reçus</source>
        <translation>Ontvangen voorschotten</translation>
    </message>
    <message>
        <source>Paiements à venir</source>
        <translation>Nog te betalen</translation>
    </message>
    <message>
        <source>Panier en cours, %1</source>
        <translation>Open mandje, %1</translation>
    </message>
    <message>
        <source>Panier gardé, %1</source>
        <translation>Bewaard mandje, %1</translation>
    </message>
    <message>
        <source>Paiement par carte sans réponse, %1</source>
        <translation>Kaartbetaling zonder antwoord, %1</translation>
    </message>
    <message>
        <source>Dossier %1, %2 à encaisser</source>
        <translation>Dossier %1, %2 te ontvangen</translation>
    </message>
    <message>
        <source>impression en attente</source>
        <translation>afdruk in de wacht</translation>
    </message>
    <message>
        <source>impressions en attente</source>
        <translation>afdrukken in de wacht</translation>
    </message>
    <message>
        <source>Le tiroir n’est pas compté. Touchez encore une fois pour fermer sans comptage.</source>
        <translation>De lade is niet geteld. Tik nog eens om zonder telling af te sluiten.</translation>
    </message>
    <message>
        <source>Un mot sur l’écart aide à le retrouver. Touchez encore une fois pour fermer sans commentaire.</source>
        <translation>Een woord over het verschil helpt om het terug te vinden. Tik nog eens om zonder opmerking af te sluiten.</translation>
    </message>
    <message>
        <source>Fermer la journée du %1</source>
        <translation>De dag van %1 afsluiten</translation>
    </message>
    <message>
        <source>Fermer %1</source>
        <translation>%1 afsluiten</translation>
    </message>
    <message>
        <source>%1 · ouverte à %2 · %3</source>
        <translation>%1 · geopend om %2 · %3</translation>
    </message>
    <message>
        <source>Z n° %1</source>
        <translation>Z nr. %1</translation>
    </message>
    <message>
        <source>Commentaire sur l’écart de %1</source>
        <translation>Opmerking over het verschil van %1</translation>
    </message>
    <message>
        <source>FERMER LA CAISSE</source>
        <translation>KASSA AFSLUITEN</translation>
    </message>
    <message>
        <source>Commentaire sur l’écart</source>
        <translation>Opmerking bij het verschil</translation>
    </message>
    <message>
        <source>Ce qui est compté n’est pas ce que la caisse attend. Recomptez ou dites un mot de l’écart ; touchez encore une fois pour fermer ainsi.</source>
        <translation>Wat geteld is, is niet wat de kassa verwacht. Tel opnieuw of zeg iets over het verschil; raak nog eens aan om zo te sluiten.</translation>
    </message>
    <message>
        <source>OUI, FERMER</source>
        <translation>JA, AFSLUITEN</translation>
    </message>
    <message>
        <source>Le terminal de paiement n’a pas donné ses totaux.</source>
        <translation>De betaalterminal gaf zijn totalen niet.</translation>
    </message>
    <message>
        <source>Le terminal de paiement donne ses totaux …</source>
        <translation>De betaalterminal geeft zijn totalen …</translation>
    </message>
    <message>
        <source>Le terminal de paiement a donné ses totaux.</source>
        <translation>De betaalterminal gaf zijn totalen.</translation>
    </message>
    <message>
        <source>Terminal de paiement : %1, comme la caisse.</source>
        <translation>Betaalterminal: %1, zoals de kassa.</translation>
    </message>
    <message>
        <source>Terminal de paiement : %1, caisse : %2, écart %3.</source>
        <translation>Betaalterminal: %1, kassa: %2, verschil %3.</translation>
    </message>
    <message>
        <source>Le terminal de paiement termine sa journée …</source>
        <translation>De betaalterminal sluit zijn dag af …</translation>
    </message>
    <message>
        <source>NE PAS ATTENDRE</source>
        <translation>NIET WACHTEN</translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>À payer</source>
        <translation>Te betalen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Scannez pour payer par virement</source>
        <translation>Scan om per overschrijving te betalen</translation>
    </message>
    <message>
        <source>Votre dossier : %1</source>
        <translation>Uw dossier: %1</translation>
    </message>
    <message>
        <source>Merci et bonne visite !</source>
        <translation>Dank u en een fijn bezoek!</translation>
    </message>
    <message>
        <source>Rendu</source>
        <translation>Wisselgeld</translation>
    </message>
    <message>
        <source>Merci !</source>
        <translation>Dank u!</translation>
    </message>
    <message>
        <source>Essai : é à ç €</source>
        <translation>Test: é à ç €</translation>
    </message>
    <message>
        <source>Le montant total est toujours arrondi</source>
        <translation>Het totaalbedrag wordt altijd afgerond</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Comptabiliser</source>
        <translation>Boeken</translation>
    </message>
    <message>
        <source>Ne pas comptabiliser</source>
        <translation>Niet boeken</translation>
    </message>
    <message>
        <source>C’est rendu</source>
        <translation>Het is teruggegeven</translation>
    </message>
    <message>
        <source>Ce n’est pas rendu</source>
        <translation>Niet teruggegeven</translation>
    </message>
    <message>
        <source>C’est payé</source>
        <translation>Het is betaald</translation>
    </message>
    <message>
        <source>Ce n’est pas payé</source>
        <translation>Niet betaald</translation>
    </message>
</context>
<context>
    <name>DeskDevices</name>
    <message>
        <source>Débranché : %1 n’est pas là</source>
        <translation>Losgekoppeld: %1 is er niet</translation>
    </message>
    <message>
        <source>Ne répond pas</source>
        <translation>Antwoordt niet</translation>
    </message>
    <message>
        <source>Relié</source>
        <translation>Verbonden</translation>
    </message>
    <message>
        <source>Pas encore entendu</source>
        <translation>Nog niet gehoord</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>comme la caisse</source>
        <translation>zoals de kassa</translation>
    </message>
    <message>
        <source>américain, sur un clavier belge</source>
        <translation>Amerikaans, op een Belgisch toetsenbord</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>CP437 (sans €)</source>
        <translation>CP437 (zonder €)</translation>
    </message>
    <message>
        <source>Un scanner qui tape comme un clavier marche sans réglage</source>
        <translation>Een scanner die typt als een toetsenbord werkt zonder instelling</translation>
    </message>
    <message>
        <source>Le scanner</source>
        <translation>De scanner</translation>
    </message>
    <message>
        <source>a une ligne à lui</source>
        <translation>heeft een eigen lijn</translation>
    </message>
    <message>
        <source>tape comme un clavier</source>
        <translation>typt als een toetsenbord</translation>
    </message>
    <message>
        <source>Appareil USB</source>
        <translation>USB-toestel</translation>
    </message>
    <message>
        <source>Son clavier</source>
        <translation>Zijn toetsenbord</translation>
    </message>
    <message>
        <source>Essai</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>lisez un code maintenant</source>
        <translation>lees nu een code</translation>
    </message>
    <message>
        <source>Dernier code lu</source>
        <translation>Laatst gelezen code</translation>
    </message>
    <message>
        <source>Le client voit le second écran, s’il y en a un</source>
        <translation>De klant ziet het tweede scherm, als er een is</translation>
    </message>
    <message>
        <source>Le client ne voit rien : aucun afficheur n’est réglé</source>
        <translation>De klant ziet niets: er is geen display ingesteld</translation>
    </message>
    <message>
        <source>Afficheur</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Second écran</source>
        <translation>Tweede scherm</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>non</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>imprimante du réseau</source>
        <translation>netwerkprinter</translation>
    </message>
    <message>
        <source>imprimante USB</source>
        <translation>USB-printer</translation>
    </message>
    <message>
        <source>imprimante série</source>
        <translation>seriële printer</translation>
    </message>
    <message>
        <source>Les étiquettes sortent sur des planches A4</source>
        <translation>De etiketten komen op A4-vellen</translation>
    </message>
    <message>
        <source>Le dernier essai a échoué</source>
        <translation>De laatste poging is mislukt</translation>
    </message>
    <message>
        <source>Prête : les dernières étiquettes sont parties</source>
        <translation>Klaar: de laatste etiketten zijn verstuurd</translation>
    </message>
    <message>
        <source>Pas encore essayée</source>
        <translation>Nog niet getest</translation>
    </message>
    <message>
        <source>Débranchée : %1 n’est pas là</source>
        <translation>Losgekoppeld: %1 is er niet</translation>
    </message>
    <message>
        <source>Les étiquettes sortent</source>
        <translation>De etiketten komen uit</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Rouleau</source>
        <translation>Rol</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Sans liaison : le caissier tape le montant sur le terminal</source>
        <translation>Zonder verbinding: de kassier toetst het bedrag in op de terminal</translation>
    </message>
    <message>
        <source>Essai en cours …</source>
        <translation>Bezig met testen …</translation>
    </message>
    <message>
        <source>Réglages incomplets : %1</source>
        <translation>Instellingen onvolledig: %1</translation>
    </message>
    <message>
        <source>Débranché : %1 n’est pas là</source>
        <translation>Losgekoppeld: %1 is er niet</translation>
    </message>
    <message>
        <source>Pas encore essayé</source>
        <translation>Nog niet getest</translation>
    </message>
    <message>
        <source>Prêt à %1</source>
        <translation>Klaar om %1</translation>
    </message>
    <message>
        <source>Totaux</source>
        <translation>Totalen</translation>
    </message>
    <message>
        <source>opération</source>
        <translation>verrichting</translation>
    </message>
    <message>
        <source>opérations</source>
        <translation>verrichtingen</translation>
    </message>
    <message>
        <source>Total du terminal</source>
        <translation>Totaal van de terminal</translation>
    </message>
    <message>
        <source>Pas d’imprimante : les reçus restent à l’écran</source>
        <translation>Geen printer: kastickets blijven op het scherm</translation>
    </message>
    <message>
        <source>Débranchée : %1 n’est pas là</source>
        <translation>Losgekoppeld: %1 is er niet</translation>
    </message>
    <message>
        <source>document en attente</source>
        <translation>document wacht</translation>
    </message>
    <message>
        <source>documents en attente</source>
        <translation>documenten wachten</translation>
    </message>
    <message>
        <source>Prête : rien n’attend</source>
        <translation>Klaar: niets wacht</translation>
    </message>
    <message>
        <source>sans liaison</source>
        <translation>zonder verbinding</translation>
    </message>
    <message>
        <source>Adyen (nexo)</source>
        <translation>Adyen (nexo)</translation>
    </message>
    <message>
        <source>CCV, Nexi (OPI, deux liaisons)</source>
        <translation>CCV, Nexi (OPI, twee verbindingen)</translation>
    </message>
    <message>
        <source>CCV (OPI, une liaison)</source>
        <translation>CCV (OPI, één verbinding)</translation>
    </message>
    <message>
        <source>ZVT par le réseau</source>
        <translation>ZVT via het netwerk</translation>
    </message>
    <message>
        <source>ZVT par câble série</source>
        <translation>ZVT via seriële kabel</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Geheime zin</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>à l’écran seulement</source>
        <translation>alleen op het scherm</translation>
    </message>
    <message>
        <source>imprimante du réseau</source>
        <translation>netwerkprinter</translation>
    </message>
    <message>
        <source>imprimante USB</source>
        <translation>USB-printer</translation>
    </message>
    <message>
        <source>imprimante série</source>
        <translation>seriële printer</translation>
    </message>
    <message>
        <source>dossier de l’ordinateur</source>
        <translation>map op de computer</translation>
    </message>
    <message>
        <source>Sorte</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Numéro du terminal</source>
        <translation>Nummer van de terminal</translation>
    </message>
    <message>
        <source>gardé en lieu sûr</source>
        <translation>veilig bewaard</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>À la fermeture</source>
        <translation>Bij het sluiten</translation>
    </message>
    <message>
        <source>termine aussi la journée du terminal</source>
        <translation>sluit ook de dag van de terminal af</translation>
    </message>
    <message>
        <source>la journée du terminal continue</source>
        <translation>de dag van de terminal loopt door</translation>
    </message>
    <message>
        <source>Le terminal dit</source>
        <translation>De terminal zegt</translation>
    </message>
    <message>
        <source>Sans réponse</source>
        <translation>Zonder antwoord</translation>
    </message>
    <message>
        <source>paiement</source>
        <translation>betaling</translation>
    </message>
    <message>
        <source>paiements</source>
        <translation>betalingen</translation>
    </message>
    <message>
        <source>Les reçus sortent</source>
        <translation>Kastickets komen</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Modèle</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Wachtend</translation>
    </message>
    <message>
        <source>module d’un fabricant</source>
        <translation>module van een fabrikant</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>L’imprimante dit</source>
        <translation>De printer zegt</translation>
    </message>
    <message>
        <source>rien : ce modèle ne répond pas</source>
        <translation>niets: dit model antwoordt niet</translation>
    </message>
    <message>
        <source>prête</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>Tiroir</source>
        <translation>Lade</translation>
    </message>
    <message>
        <source>ouvert</source>
        <translation>open</translation>
    </message>
    <message>
        <source>fermé</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>Le tiroir s’ouvre</source>
        <translation>De lade opent</translation>
    </message>
    <message>
        <source>Aucune : tout attend l’imprimante des reçus</source>
        <translation>Geen: alles wacht op de kasticketprinter</translation>
    </message>
    <message>
        <source>Prête : le papier est bientôt fini</source>
        <translation>Klaar: het papier is bijna op</translation>
    </message>
    <message>
        <source>Prête</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>prête, le papier est bientôt fini</source>
        <translation>klaar, het papier is bijna op</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>par les fils du câble (RTS/CTS)</source>
        <translation>via de draden van de kabel (RTS/CTS)</translation>
    </message>
    <message>
        <source>par des caractères (XON/XOFF)</source>
        <translation>via tekens (XON/XOFF)</translation>
    </message>
    <message>
        <source>elle ne le dit pas</source>
        <translation>ze zegt het niet</translation>
    </message>
    <message>
        <source>Elle imprime</source>
        <translation>Ze drukt af</translation>
    </message>
    <message>
        <source>ce qu’on lui envoie, dans Impressions</source>
        <translation>wat men ernaar stuurt, in Afdrukken</translation>
    </message>
    <message>
        <source>celui d’Adyen</source>
        <translation>dat van Adyen</translation>
    </message>
    <message>
        <source>Attention : celui d’Adyen pour les vrais paiements, pas pour l’essai</source>
        <translation>Opgelet: dat van Adyen voor echte betalingen, niet om te testen</translation>
    </message>
    <message>
        <source>Attention : celui d’Adyen pour l’essai, pas pour de vrais paiements</source>
        <translation>Opgelet: dat van Adyen om te testen, niet voor echte betalingen</translation>
    </message>
    <message>
        <source>celui d’Adyen pour l’essai</source>
        <translation>dat van Adyen om te testen</translation>
    </message>
    <message>
        <source>Attention : aucun des deux d’Adyen (empreinte %1…). Vérifiez d’où il vient.</source>
        <translation>Opgelet: geen van de twee van Adyen (vingerafdruk %1…). Kijk na waar het vandaan komt.</translation>
    </message>
    <message>
        <source>Certificat racine</source>
        <translation>Rootcertificaat</translation>
    </message>
</context>
<context>
    <name>Dossiers</name>
    <message>
        <source>Vente</source>
        <translation>Verkoop</translation>
    </message>
    <message>
        <source>Commande</source>
        <translation>Bestelling</translation>
    </message>
    <message>
        <source>Devis</source>
        <translation>Offerte</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Acompte</source>
        <translation>Voorschot</translation>
    </message>
    <message>
        <source>Remboursement</source>
        <translation>Terugbetaling</translation>
    </message>
    <message>
        <source>Annulation</source>
        <translation>Annulering</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Toegang</translation>
    </message>
    <message>
        <source>Moyen corrigé</source>
        <translation>Betaalwijze verbeterd</translation>
    </message>
    <message>
        <source>Duplicata</source>
        <translation>Duplicaat</translation>
    </message>
    <message>
        <source>Demande au terminal</source>
        <translation>Vraag aan de terminal</translation>
    </message>
    <message>
        <source>Réponse du terminal</source>
        <translation>Antwoord van de terminal</translation>
    </message>
    <message>
        <source>Valeur cadeau</source>
        <translation>Cadeauwaarde</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>devis</source>
        <translation>offerte</translation>
    </message>
    <message>
        <source>à confirmer</source>
        <translation>te bevestigen</translation>
    </message>
    <message>
        <source>confirmé, non soldé</source>
        <translation>bevestigd, niet vereffend</translation>
    </message>
    <message>
        <source>soldé</source>
        <translation>vereffend</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Hier</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>7 jours</source>
        <translation>7 dagen</translation>
    </message>
    <message>
        <source>30 jours</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>remboursé</source>
        <translation>terugbetaald</translation>
    </message>
    <message>
        <source>remboursé en partie</source>
        <translation>deels terugbetaald</translation>
    </message>
    <message>
        <source>reçu %1</source>
        <translation>kasticket %1</translation>
    </message>
    <message>
        <source>valable jusqu’au %1</source>
        <translation>geldig tot %1</translation>
    </message>
    <message>
        <source>Charger la suite : %1 sur %2</source>
        <translation>Meer laden: %1 van %2</translation>
    </message>
    <message>
        <source>À payer pour le %1</source>
        <translation>Te betalen tegen %1</translation>
    </message>
    <message>
        <source>TVA %1</source>
        <translation>Btw %1</translation>
    </message>
    <message>
        <source>Adresse : %1</source>
        <translation>Adres: %1</translation>
    </message>
    <message>
        <source>Visiteurs : %1</source>
        <translation>Bezoekers: %1</translation>
    </message>
    <message>
        <source>Commentaire : %1</source>
        <translation>Opmerking: %1</translation>
    </message>
    <message>
        <source>Note interne : %1</source>
        <translation>Interne nota: %1</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>dossiers</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>Vendre ce devis</source>
        <translation>Deze offerte verkopen</translation>
    </message>
    <message>
        <source>Encaisser le solde</source>
        <translation>Saldo ontvangen</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>ticket %1</translation>
    </message>
    <message>
        <source>terminal %1</source>
        <translation>terminal %1</translation>
    </message>
    <message>
        <source>accordé par %1</source>
        <translation>goedgekeurd door %1</translation>
    </message>
    <message>
        <source>entré</source>
        <translation>binnen</translation>
    </message>
    <message>
        <source>entrés</source>
        <translation>binnen</translation>
    </message>
    <message>
        <source>non entré</source>
        <translation>niet binnen</translation>
    </message>
    <message>
        <source>non entrés</source>
        <translation>niet binnen</translation>
    </message>
    <message>
        <source>attendu</source>
        <translation>verwacht</translation>
    </message>
    <message>
        <source>attendus</source>
        <translation>verwacht</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>code %1</translation>
    </message>
    <message>
        <source>prix changé</source>
        <translation>prijs gewijzigd</translation>
    </message>
    <message>
        <source>gratuit</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>gratuits</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>remboursés</source>
        <translation>terugbetaald</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>C’est noté. Cette imprimante ne dit pas si le tiroir est ouvert.</source>
        <translation>Genoteerd. Deze printer zegt niet of de lade open is.</translation>
    </message>
    <message>
        <source>C’est noté. Ce tiroir n’a pas de contact : la caisse ne saura pas s’il est ouvert.</source>
        <translation>Genoteerd. Deze lade heeft geen contact: de kassa weet niet of ze open is.</translation>
    </message>
    <message>
        <source>C’est noté. La caisse sait maintenant si le tiroir est ouvert.</source>
        <translation>Genoteerd. De kassa weet nu of de lade open is.</translation>
    </message>
    <message>
        <source>Fermez le tiroir, puis essayez la broche 2 : c’est la plus courante.</source>
        <translation>Sluit de lade en probeer dan pen 2: dat is de gewone.</translation>
    </message>
    <message>
        <source>La caisse ouvre le tiroir …</source>
        <translation>De kassa opent de lade …</translation>
    </message>
    <message>
        <source>Le tiroir s’est-il ouvert ?</source>
        <translation>Is de lade opengegaan?</translation>
    </message>
    <message>
        <source>Essayez l’autre broche. Si aucune n’ouvre : le câble est-il dans la prise « tiroir » de l’imprimante, la serrure n’est-elle pas fermée ?</source>
        <translation>Probeer de andere pen. Opent geen van beide: zit de kabel in de ladeaansluiting van de printer, is het slot niet dicht?</translation>
    </message>
    <message>
        <source>La caisse demande à l’imprimante …</source>
        <translation>De kassa vraagt het aan de printer …</translation>
    </message>
    <message>
        <source>Refermez maintenant le tiroir.</source>
        <translation>Sluit nu de lade.</translation>
    </message>
    <message>
        <source>pas encore essayé</source>
        <translation>nog niet getest</translation>
    </message>
    <message>
        <source>par la broche %1</source>
        <translation>met pen %1</translation>
    </message>
    <message>
        <source>sans contact</source>
        <translation>zonder contact</translation>
    </message>
    <message>
        <source>son contact est lu</source>
        <translation>het contact wordt gelezen</translation>
    </message>
</context>
<context>
    <name>FormulaSheet</name>
    <message>
        <source>Autre date…</source>
        <translation>Andere dag…</translation>
    </message>
    <message>
        <source>complet</source>
        <translation>volzet</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>places</source>
        <translation>plaatsen</translation>
    </message>
    <message>
        <source>minimum %1</source>
        <translation>minimum %1</translation>
    </message>
    <message>
        <source>Complet ce jour-là : choisissez une autre date.</source>
        <translation>Die dag is volzet: kies een andere datum.</translation>
    </message>
    <message>
        <source>Ajouter  %1</source>
        <translation>Toevoegen  %1</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Forcer et ajouter</source>
        <translation>Forceren en toevoegen</translation>
    </message>
    <message>
        <source>Forcer et ajouter  %1</source>
        <translation>Forceren en toevoegen  %1</translation>
    </message>
    <message>
        <source>Forcer et déplacer</source>
        <translation>Forceren en verplaatsen</translation>
    </message>
    <message>
        <source>Déplacer</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Une autre séance ou un autre jour : ce qui a été pris ensemble suit.</source>
        <translation>Een ander vertrek of een andere dag: wat samen gekozen is, gaat mee.</translation>
    </message>
    <message>
        <source>Forcer</source>
        <translation>Forceren</translation>
    </message>
</context>
<context>
    <name>Gift</name>
    <message>
        <source>Carte cadeau</source>
        <translation>Cadeaukaart</translation>
    </message>
    <message>
        <source>Chèque cadeau</source>
        <translation>Cadeaubon</translation>
    </message>
    <message>
        <source>valable jusqu’au %1</source>
        <translation>geldig tot %1</translation>
    </message>
    <message>
        <source>valable sans limite</source>
        <translation>onbeperkt geldig</translation>
    </message>
    <message>
        <source>il ne reste rien</source>
        <translation>er staat niets meer op</translation>
    </message>
    <message>
        <source>bloqué</source>
        <translation>geblokkeerd</translation>
    </message>
    <message>
        <source>expiré depuis le %1</source>
        <translation>vervallen sinds %1</translation>
    </message>
    <message>
        <source>Recharger cette carte</source>
        <translation>Deze kaart opladen</translation>
    </message>
    <message>
        <source>Vendre une valeur cadeau</source>
        <translation>Cadeauwaarde verkopen</translation>
    </message>
    <message>
        <source>un solde, rechargeable</source>
        <translation>een saldo, oplaadbaar</translation>
    </message>
    <message>
        <source>un montant, une fois</source>
        <translation>een bedrag, één keer</translation>
    </message>
    <message>
        <source>Recharger %1</source>
        <translation>%1 opladen</translation>
    </message>
    <message>
        <source>Ajouter au panier  %1</source>
        <translation>In het mandje  %1</translation>
    </message>
</context>
<context>
    <name>Goods</name>
    <message>
        <source>%1 le kilo</source>
        <translation>%1 per kilo</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Ajouter  %1</source>
        <translation>Toevoegen  %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Vendre</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Touchez « + Adulte » sur une offre : le billet va sur le prochain départ. Touchez l’offre elle-même pour choisir le jour, l’heure et le nombre. Scannez les articles : le panier se remplit, où que soit l’écran. Tapez 3 avant de scanner pour en mettre trois.</source>
        <translation>Tik op “+ Volwassene” bij een aanbod: het ticket gaat naar het volgende vertrek. Tik op het aanbod zelf om dag, uur en aantal te kiezen. Scan de artikelen: het mandje vult zich, op welk scherm u ook bent. Tik 3 voor u scant om er drie te nemen.</translation>
    </message>
    <message>
        <source>Changer une ligne</source>
        <translation>Een lijn wijzigen</translation>
    </message>
    <message>
        <source>Touchez une ligne du panier : − et + changent le nombre, « Gratuité » et « Prix » demandent un motif et l’accord d’un utilisateur.</source>
        <translation>Tik op een lijn van het mandje: − en + wijzigen het aantal, “Gratis” en “Prijs” vragen een reden en het akkoord van een gebruiker.</translation>
    </message>
    <message>
        <source>Encaisser</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>« PAYER », puis le moyen. En espèces, touchez le billet reçu : la monnaie à rendre s’affiche en grand. Plusieurs moyens se suivent : tapez le montant de chacun. Si le terminal ne répond pas, dites ce qu’il montre ; « je ne sais pas » est une bonne réponse.</source>
        <translation>“BETALEN”, dan de betaalwijze. Contant: tik op het ontvangen biljet, het wisselgeld staat in het groot. Meerdere betaalwijzen volgen elkaar: tik telkens het bedrag. Antwoordt de terminal niet, zeg dan wat hij toont; “ik weet het niet” is een goed antwoord.</translation>
    </message>
    <message>
        <source>Garder un panier</source>
        <translation>Een mandje bewaren</translation>
    </message>
    <message>
        <source>Rembourser</source>
        <translation>Terugbetalen</translation>
    </message>
    <message>
        <source>Scannez le reçu ou cherchez le dossier, puis « Rembourser » : choisissez les unités, le motif et le moyen. Le reçu de remboursement s’imprime.</source>
        <translation>Scan het kasticket of zoek het dossier, dan “Terugbetalen”: kies de eenheden, de reden en de betaalwijze. Het ticket van de terugbetaling wordt afgedrukt.</translation>
    </message>
    <message>
        <source>Réimprimer</source>
        <translation>Opnieuw afdrukken</translation>
    </message>
    <message>
        <source>Plus, Impressions, Dernier reçu ; ou la page du dossier. Toute copie porte DUPLICATA et est comptée. Une imprimante en panne ne perd rien : le document attend.</source>
        <translation>Meer, Afdrukken, Laatste kasticket; of de pagina van het dossier. Elke kopie draagt DUPLICAAT en wordt geteld. Een defecte printer verliest niets: het document wacht.</translation>
    </message>
    <message>
        <source>Fermer la journée</source>
        <translation>De dag afsluiten</translation>
    </message>
    <message>
        <source>« FERMER » : comptez le tiroir, touchez chaque moyen pour noter ce que disent le terminal et les bons. Un écart se note, il n’empêche jamais de fermer. Le Z s’imprime et s’enregistre en PDF.</source>
        <translation>“AFSLUITEN”: tel de lade, tik op elke betaalwijze om te noteren wat de terminal en de bonnen zeggen. Een verschil wordt genoteerd, het belet nooit om af te sluiten. De Z wordt afgedrukt en kan als PDF bewaard worden.</translation>
    </message>
    <message>
        <source>S’exercer</source>
        <translation>Oefenen</translation>
    </message>
    <message>
        <source>Plus, Mode école : tout se fait comme en vrai, rien n’est compté, les reçus le disent. Quittez-le de la même façon.</source>
        <translation>Meer, Oefenmodus: alles gaat zoals in het echt, niets wordt geteld, de kastickets zeggen het. U verlaat hem op dezelfde manier.</translation>
    </message>
    <message>
        <source>cette aide</source>
        <translation>deze hulp</translation>
    </message>
    <message>
        <source>l’action principale : payer, valider, fermer</source>
        <translation>de hoofdactie: betalen, bevestigen, afsluiten</translation>
    </message>
    <message>
        <source>revenir sans rien changer</source>
        <translation>terug zonder iets te wijzigen</translation>
    </message>
    <message>
        <source>aller d’un champ à l’autre</source>
        <translation>van veld naar veld gaan</translation>
    </message>
    <message>
        <source>tenu : montre la touche de chaque bouton</source>
        <translation>ingedrukt: toont de toets van elke knop</translation>
    </message>
    <message>
        <source>hors d’un champ : multiplient le prochain scan, 3 ×</source>
        <translation>buiten een veld: vermenigvuldigen de volgende scan, 3 ×</translation>
    </message>
    <message>
        <source>« Garder » met le panier de côté sous un nom. Le reprendre : « Reprendre » avec un panier vide, ou Plus, Paniers gardés.</source>
        <translation>“Bewaren” legt het mandje opzij onder een naam. Terugnemen: “Hervatten” met een leeg mandje, of Meer, Bewaarde mandjes.</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>presser ce qui a le cadre</source>
        <translation>indrukken wat het kader heeft</translation>
    </message>
    <message>
        <source>0 à 9</source>
        <translation>0 tot 9</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>sans code</source>
        <translation>zonder code</translation>
    </message>
    <message>
        <source>par feuille</source>
        <translation>per vel</translation>
    </message>
    <message>
        <source>%1 étiquettes au plus à la fois</source>
        <translation>Hoogstens %1 etiketten tegelijk</translation>
    </message>
    <message>
        <source>Aucune imprimante d’étiquettes n’est réglée sur cette caisse.</source>
        <translation>Op deze kassa is geen etikettenprinter ingesteld.</translation>
    </message>
    <message>
        <source>Les étiquettes partent …</source>
        <translation>De etiketten vertrekken …</translation>
    </message>
    <message>
        <source>article sans code-barres : son étiquette n’en aura pas</source>
        <translation>artikel zonder streepjescode: het etiket krijgt er geen</translation>
    </message>
    <message>
        <source>articles sans code-barres : leurs étiquettes n’en auront pas</source>
        <translation>artikels zonder streepjescode: de etiketten krijgen er geen</translation>
    </message>
    <message>
        <source>Créer %1</source>
        <translation>%1 maken</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>etiket</translation>
    </message>
    <message>
        <source>étiquettes</source>
        <translation>etiketten</translation>
    </message>
    <message>
        <source>feuille</source>
        <translation>vel</translation>
    </message>
    <message>
        <source>feuilles</source>
        <translation>vellen</translation>
    </message>
    <message>
        <source>Feuille %1 sur %2</source>
        <translation>Vel %1 van %2</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>Le tiroir</source>
        <translation>De lade</translation>
    </message>
    <message>
        <source>Entrée d’argent</source>
        <translation>Geld in de lade</translation>
    </message>
    <message>
        <source>monnaie, appoint</source>
        <translation>wisselgeld, aanvulling</translation>
    </message>
    <message>
        <source>Sortie d’argent</source>
        <translation>Geld uit de lade</translation>
    </message>
    <message>
        <source>achat, dépannage</source>
        <translation>aankoop, noodgeval</translation>
    </message>
    <message>
        <source>Vers la banque</source>
        <translation>Naar de bank</translation>
    </message>
    <message>
        <source>alléger le tiroir</source>
        <translation>de lade lichter maken</translation>
    </message>
    <message>
        <source>Ouvrir le tiroir</source>
        <translation>Lade openen</translation>
    </message>
    <message>
        <source>sans vente, avec un motif</source>
        <translation>zonder verkoop</translation>
    </message>
    <message>
        <source>Paniers gardés</source>
        <translation>Bewaarde mandjes</translation>
    </message>
    <message>
        <source>les reprendre</source>
        <translation>hervatten</translation>
    </message>
    <message>
        <source>panier</source>
        <translation>mandje</translation>
    </message>
    <message>
        <source>paniers</source>
        <translation>mandjes</translation>
    </message>
    <message>
        <source>Le comptoir</source>
        <translation>De balie</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Voorraad</translation>
    </message>
    <message>
        <source>réassort, inventaire, casse</source>
        <translation>aanvulling, inventaris, breuk</translation>
    </message>
    <message>
        <source>X et Z</source>
        <translation>X en Z</translation>
    </message>
    <message>
        <source>en cours et précédents</source>
        <translation>lopende en vorige</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>dernier reçu, file d’attente</source>
        <translation>laatste kasticket, wachtrij</translation>
    </message>
    <message>
        <source>document en attente</source>
        <translation>document in de wacht</translation>
    </message>
    <message>
        <source>documents en attente</source>
        <translation>documenten in de wacht</translation>
    </message>
    <message>
        <source>Paiements sans réponse</source>
        <translation>Kaart zonder antwoord</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>paiement à régler</source>
        <translation>betaling op te lossen</translation>
    </message>
    <message>
        <source>paiements à régler</source>
        <translation>betalingen op te lossen</translation>
    </message>
    <message>
        <source>À surveiller</source>
        <translation>In het oog te houden</translation>
    </message>
    <message>
        <source>Quitter le mode école</source>
        <translation>Oefenmodus verlaten</translation>
    </message>
    <message>
        <source>Mode école</source>
        <translation>Oefenmodus</translation>
    </message>
    <message>
        <source>revenir aux vraies ventes</source>
        <translation>terug naar de echte verkoop</translation>
    </message>
    <message>
        <source>s’exercer sans rien compter</source>
        <translation>oefenen zonder iets te tellen</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>La maison</source>
        <translation>Het huis</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>F1, et les touches du clavier</source>
        <translation>F1, en de toetsen</translation>
    </message>
    <message>
        <source>À propos</source>
        <translation>Over Guichet</translation>
    </message>
    <message>
        <source>version et clé de la caisse</source>
        <translation>versie en sleutel van de kassa</translation>
    </message>
    <message>
        <source>remboursement</source>
        <translation>terugbetaling</translation>
    </message>
    <message>
        <source>paiement</source>
        <translation>betaling</translation>
    </message>
    <message>
        <source>Cartes cadeaux</source>
        <translation>Cadeaukaarten</translation>
    </message>
    <message>
        <source>et chèques : solde, vente</source>
        <translation>en bonnen: saldo, verkoop</translation>
    </message>
    <message>
        <source>affichage, sons, billets</source>
        <translation>weergave, geluiden, tickets</translation>
    </message>
    <message>
        <source>Périphériques</source>
        <translation>Randapparatuur</translation>
    </message>
    <message>
        <source>état, essai, réglages</source>
        <translation>toestand, test, instellen</translation>
    </message>
    <message>
        <source>remboursement fait après coup</source>
        <translation>terugbetaling achteraf gedaan</translation>
    </message>
    <message>
        <source>paiement accepté après coup</source>
        <translation>betaling achteraf aanvaard</translation>
    </message>
    <message>
        <source>annulation d’un paiement</source>
        <translation>annulering van een betaling</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>La journée du %1 n’est pas fermée</source>
        <translation>De dag van %1 is niet afgesloten</translation>
    </message>
    <message>
        <source>Fermez-la d’abord : ses ventes gardent leur date. Si le tiroir ne peut plus être compté, la caisse ferme sans comptage et un utilisateur le complète plus tard.</source>
        <translation>Sluit hem eerst af: de verkopen behouden hun datum. Kan de lade niet meer geteld worden, dan sluit de kassa zonder telling en vult een gebruiker die later aan.</translation>
    </message>
    <message>
        <source>Juste : comme à la dernière fermeture</source>
        <translation>Juist: zoals bij de laatste afsluiting</translation>
    </message>
    <message>
        <source>Il manque %1 : la différence sera notée</source>
        <translation>Er ontbreekt %1: het verschil wordt genoteerd</translation>
    </message>
    <message>
        <source>Il y a %1 de trop : la différence sera notée</source>
        <translation>Er is %1 te veel: het verschil wordt genoteerd</translation>
    </message>
    <message>
        <source>Ouvrir %1</source>
        <translation>%1 openen</translation>
    </message>
    <message>
        <source>Fond laissé à la dernière fermeture</source>
        <translation>Wisselgeld van de laatste afsluiting</translation>
    </message>
    <message>
        <source>Fond compté</source>
        <translation>Geteld wisselgeld</translation>
    </message>
    <message>
        <source>Fond tapé</source>
        <translation>Ingetikt wisselgeld</translation>
    </message>
    <message>
        <source>La dernière activité date de plus de 12 heures. Est-on bien le %1 ?</source>
        <translation>De laatste activiteit is meer dan 12 uur geleden. Is het wel %1?</translation>
    </message>
    <message>
        <source>Oui, ouvrir ce jour-là</source>
        <translation>Ja, op die dag openen</translation>
    </message>
    <message>
        <source>OUVRIR  %1</source>
        <translation>OPENEN  %1</translation>
    </message>
    <message>
        <source>Ce sera le fond de la journée</source>
        <translation>Dit wordt het wisselgeld van de dag</translation>
    </message>
    <message>
        <source>Aucun fond laissé dans le tiroir</source>
        <translation>Geen wisselgeld in de lade gelaten</translation>
    </message>
    <message>
        <source>Comptez le tiroir, ou touchez OUVRIR s’il est vide.</source>
        <translation>Tel de lade, of tik op OPENEN als ze leeg is.</translation>
    </message>
    <message>
        <source>Touchez OUVRIR s’il est juste, ou comptez le tiroir.</source>
        <translation>Tik op OPENEN als het juist is, of tel de lade.</translation>
    </message>
    <message>
        <source>La caisse « %1 » est maintenant sur une autre machine</source>
        <translation>De kassa “%1” staat nu op een ander toestel</translation>
    </message>
    <message>
        <source>Ouvrez la journée là-bas. Ce qui restait à envoyer part tout seul tant que cette machine-ci reste allumée. Si ce n’est pas voulu, prévenez un responsable : un administrateur de cette caisse peut ouvrir ici quand même.</source>
        <translation>Open de dag daar. Wat nog te versturen was, vertrekt vanzelf zolang dit toestel aan blijft. Is dit niet de bedoeling, verwittig dan een verantwoordelijke: een beheerder van deze kassa kan hier toch openen.</translation>
    </message>
    <message>
        <source>Deux machines vendraient comme une seule caisse, et les ventes d’ici ne seraient dans aucun Z de l’autre. N’ouvrez que si l’autre n’existe pas, ou ne vend pas.</source>
        <translation>Twee toestellen zouden als één kassa verkopen, en de verkopen van hier zouden in geen enkele Z van het andere staan. Open alleen als het andere niet bestaat, of niet verkoopt.</translation>
    </message>
</context>
<context>
    <name>Parked</name>
    <message>
        <source>Sans nom</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artikelen</translation>
    </message>
    <message>
        <source>gardé à %1</source>
        <translation>bewaard om %1</translation>
    </message>
    <message>
        <source>déjà payé : %1</source>
        <translation>al betaald: %1</translation>
    </message>
    <message>
        <source>Touchez un panier pour le reprendre</source>
        <translation>Tik op een mandje om het te hervatten</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>à payer %1</source>
        <translation>te betalen %1</translation>
    </message>
    <message>
        <source>rendu %1</source>
        <translation>terug %1</translation>
    </message>
    <message>
        <source>reste %1</source>
        <translation>rest %1</translation>
    </message>
    <message>
        <source>mode école</source>
        <translation>oefenmodus</translation>
    </message>
    <message>
        <source>pas de terminal</source>
        <translation>geen terminal</translation>
    </message>
    <message>
        <source>terminal prêt</source>
        <translation>terminal klaar</translation>
    </message>
    <message>
        <source>Autre…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>gepast</translation>
    </message>
    <message>
        <source>reçu %1</source>
        <translation>ontvangen %1</translation>
    </message>
    <message>
        <source>arrondi %1</source>
        <translation>afronding %1</translation>
    </message>
    <message>
        <source>non rendu %1</source>
        <translation>niet teruggegeven %1</translation>
    </message>
    <message>
        <source>pourboire %1</source>
        <translation>fooi %1</translation>
    </message>
    <message>
        <source>VALIDER L’ENCAISSEMENT</source>
        <translation>ONTVANGST BEVESTIGEN</translation>
    </message>
    <message>
        <source>VALIDER LE DOSSIER</source>
        <translation>DOSSIER BEVESTIGEN</translation>
    </message>
    <message>
        <source>VALIDER LA VENTE</source>
        <translation>VERKOOP BEVESTIGEN</translation>
    </message>
    <message>
        <source>PAIEMENT IMMÉDIAT</source>
        <translation>NU BETALEN</translation>
    </message>
    <message>
        <source>CLIENT</source>
        <translation>KLANT</translation>
    </message>
    <message>
        <source>PAIEMENT À VENIR</source>
        <translation>LATER BETALEN</translation>
    </message>
    <message>
        <source>Rendre %1</source>
        <translation>%1 teruggeven</translation>
    </message>
    <message>
        <source>Rendre  %1</source>
        <translation>%1 teruggeven</translation>
    </message>
    <message>
        <source>%1 : le terminal rend ce montant sur la carte du client.</source>
        <translation>%1: de terminal stort dit bedrag terug op de kaart van de klant.</translation>
    </message>
    <message>
        <source>%1 : ce montant revient sur %2.</source>
        <translation>%1: dit bedrag komt terug op %2.</translation>
    </message>
    <message>
        <source>à encoder sur le terminal</source>
        <translation>in te toetsen op de terminal</translation>
    </message>
    <message>
        <source>Arrondi %1
en espèces %2</source>
        <translation>Afronding %1
contant %2</translation>
    </message>
    <message>
        <source>La centrale est interrogée…</source>
        <translation>De centrale wordt bevraagd…</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Ce document est peut-être sorti. Regardez l’imprimante : s’il est là en entier, touchez « Il est sorti » ; sinon, « Imprimer à nouveau ».</source>
        <translation>Dit document is misschien al afgedrukt. Kijk naar de printer: ligt het er volledig, tik dan op “Het is er”; anders op “Opnieuw afdrukken”.</translation>
    </message>
    <message>
        <source>s’imprime</source>
        <translation>wordt afgedrukt</translation>
    </message>
    <message>
        <source>peut-être sorti</source>
        <translation>misschien afgedrukt</translation>
    </message>
    <message>
        <source>en attente, autre imprimante</source>
        <translation>wacht, andere printer</translation>
    </message>
    <message>
        <source>essayé %1 fois</source>
        <translation>%1 keer geprobeerd</translation>
    </message>
    <message>
        <source>en attente</source>
        <translation>in de wacht</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>%1 déjà remboursé</source>
        <translation>%1 al terugbetaald</translation>
    </message>
    <message>
        <source>au terminal</source>
        <translation>op de terminal</translation>
    </message>
    <message>
        <source>comme payé</source>
        <translation>zoals betaald</translation>
    </message>
    <message>
        <source>Rembourser %1</source>
        <translation>%1 terugbetalen</translation>
    </message>
    <message>
        <source>Rendre l’acompte de %1</source>
        <translation>Voorschot van %1 teruggeven</translation>
    </message>
    <message>
        <source>L’acompte est rendu en entier. Le dossier reste ouvert ; annulez-le ensuite si le client ne vient plus.</source>
        <translation>Het voorschot wordt volledig teruggegeven. Het dossier blijft open; annuleer het daarna als de klant niet meer komt.</translation>
    </message>
    <message>
        <source>acheté : %1</source>
        <translation>gekocht: %1</translation>
    </message>
    <message>
        <source>Comme payé</source>
        <translation>Zoals betaald</translation>
    </message>
    <message>
        <source>sur une nouvelle carte cadeau</source>
        <translation>op een nieuwe cadeaukaart</translation>
    </message>
    <message>
        <source>sur la carte cadeau %1</source>
        <translation>op cadeaukaart %1</translation>
    </message>
    <message>
        <source>déduit de ce que le client doit</source>
        <translation>in mindering van wat de klant schuldig is</translation>
    </message>
    <message>
        <source>%1 sur carte cadeau</source>
        <translation>%1 op cadeaukaart</translation>
    </message>
    <message>
        <source>%1, dont %2 sur carte cadeau</source>
        <translation>%1, waarvan %2 op cadeaukaart</translation>
    </message>
    <message>
        <source>Remboursé : %1</source>
        <translation>Terugbetaald: %1</translation>
    </message>
    <message>
        <source>Ce qui fut payé par carte cadeau ou par chèque qui ne se rembourse pas ne devient jamais de l’argent.</source>
        <translation>Wat met een cadeaukaart of een niet terugbetaalbare cheque betaald werd, wordt nooit geld.</translation>
    </message>
</context>
<context>
    <name>Replacement</name>
    <message>
        <source>Seulement si la caisse n’avait laissé personne au serveur central</source>
        <translation>Alleen als de kassa niemand op de centrale server had achtergelaten</translation>
    </message>
    <message>
        <source>Le code PIN a 4 à 8 chiffres</source>
        <translation>De pincode heeft 4 tot 8 cijfers</translation>
    </message>
    <message>
        <source>Le serveur central ne répond pas. Vérifiez l’adresse et la ligne, puis réessayez avec le même code.</source>
        <translation>De centrale server antwoordt niet. Controleer het adres en de lijn, en probeer opnieuw met dezelfde code.</translation>
    </message>
    <message>
        <source>Le serveur central a refusé. Réessayez avec le même code ; s’il refuse encore, demandez un autre code.</source>
        <translation>De centrale server heeft geweigerd. Probeer opnieuw met dezelfde code; weigert hij nog, vraag dan een andere code.</translation>
    </message>
    <message>
        <source>Ce que le serveur central a envoyé n’est pas juste : la caisse n’a pas été créée. Prévenez le technicien.</source>
        <translation>Wat de centrale server gestuurd heeft, klopt niet: de kassa werd niet gemaakt. Verwittig de technicus.</translation>
    </message>
    <message>
        <source>Ce code de remplacement n’est pas valable, ou plus. Demandez-en un autre au serveur central.</source>
        <translation>Deze vervangingscode is niet of niet meer geldig. Vraag een andere aan de centrale server.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>non compté</source>
        <translation>niet geteld</translation>
    </message>
    <message>
        <source>juste</source>
        <translation>juist</translation>
    </message>
    <message>
        <source>Z %1</source>
        <translation>Z %1</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>session en cours</source>
        <translation>lopende sessie</translation>
    </message>
    <message>
        <source>vente</source>
        <translation>verkoop</translation>
    </message>
    <message>
        <source>ventes</source>
        <translation>verkopen</translation>
    </message>
    <message>
        <source>Z n° %1</source>
        <translation>Z nr. %1</translation>
    </message>
    <message>
        <source>%1 · fermé à %2 · %3</source>
        <translation>%1 · afgesloten om %2 · %3</translation>
    </message>
    <message>
        <source>Session en cours</source>
        <translation>Lopende sessie</translation>
    </message>
    <message>
        <source>Aperçu à %1 · %2 · rien n’est imprimé</source>
        <translation>Voorbeeld om %1 · %2 · er is niets afgedrukt</translation>
    </message>
    <message>
        <source>X n° %1</source>
        <translation>X nr. %1</translation>
    </message>
    <message>
        <source>Édité à %1 · %2</source>
        <translation>Afgedrukt om %1 · %2</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>bateau</source>
        <translation>boot</translation>
    </message>
    <message>
        <source>bateaux</source>
        <translation>boten</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>places</source>
        <translation>plaatsen</translation>
    </message>
    <message>
        <source>gratuit</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>dès %1</source>
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>1 gratuit sur %1</source>
        <translation>1 gratis per %1</translation>
    </message>
    <message>
        <source>complet aujourd’hui</source>
        <translation>vandaag volzet</translation>
    </message>
    <message>
        <source>fermé aujourd’hui</source>
        <translation>vandaag gesloten</translation>
    </message>
    <message>
        <source>ventes arrêtées</source>
        <translation>verkoop stopgezet</translation>
    </message>
    <message>
        <source>passé pour aujourd’hui</source>
        <translation>voorbij voor vandaag</translation>
    </message>
    <message>
        <source>pas aujourd’hui</source>
        <translation>niet vandaag</translation>
    </message>
    <message>
        <source>module fiscal requis</source>
        <translation>fiscale module vereist</translation>
    </message>
    <message>
        <source>Autre date</source>
        <translation>Andere datum</translation>
    </message>
    <message>
        <source>entrée libre toute la journée</source>
        <translation>de hele dag doorlopend toegang</translation>
    </message>
    <message>
        <source>Composer…</source>
        <translation>Samenstellen…</translation>
    </message>
    <message>
        <source>Offres</source>
        <translation>Aanbod</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Cafétéria</source>
        <translation>Cafetaria</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>%1 le kilo</source>
        <translation>%1 per kilo</translation>
    </message>
    <message>
        <source>stock : %1</source>
        <translation>voorraad: %1</translation>
    </message>
    <message>
        <source>Produits</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>reste %1 à payer</source>
        <translation>nog %1 te betalen</translation>
    </message>
    <message>
        <source>%1, %2 : c’est complet. Ajouté au départ de %3.</source>
        <translation>%1, %2: volzet. Toegevoegd aan het vertrek van %3.</translation>
    </message>
    <message>
        <source>%1 : ajouté au départ de %3. Le panier a aussi celui de %2.</source>
        <translation>%1: toegevoegd aan het vertrek van %3. In het mandje staat ook dat van %2.</translation>
    </message>
    <message>
        <source>Tous à %1</source>
        <translation>Allen om %1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>vendeur</source>
        <translation>verkoper</translation>
    </message>
    <message>
        <source>utilisateur</source>
        <translation>gebruiker</translation>
    </message>
    <message>
        <source>administrateur</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>bloqué jusqu’à %1</source>
        <translation>geblokkeerd tot %1</translation>
    </message>
    <message>
        <source>Code d’%1</source>
        <translation>Code van %1</translation>
    </message>
    <message>
        <source>Code de %1</source>
        <translation>Code van %1</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>10 chiffres, comme 0xxx.xxx.xxx</source>
        <translation>10 cijfers, zoals 0xxx.xxx.xxx</translation>
    </message>
    <message>
        <source>%1 : juste</source>
        <translation>%1: juist</translation>
    </message>
    <message>
        <source>Ce numéro n’existe pas : vérifiez les chiffres</source>
        <translation>Dit nummer bestaat niet: kijk de cijfers na</translation>
    </message>
    <message>
        <source>Encore quelques chiffres</source>
        <translation>Nog enkele cijfers</translation>
    </message>
    <message>
        <source>Pour les virements ; peut rester vide</source>
        <translation>Voor overschrijvingen; mag leeg blijven</translation>
    </message>
    <message>
        <source>juste</source>
        <translation>juist</translation>
    </message>
    <message>
        <source>Ce compte n’est pas juste : vérifiez-le</source>
        <translation>Deze rekening klopt niet: kijk ze na</translation>
    </message>
    <message>
        <source>Encore quelques caractères</source>
        <translation>Nog enkele tekens</translation>
    </message>
    <message>
        <source>4 à 8 chiffres, tapés deux fois</source>
        <translation>4 tot 8 cijfers, twee keer ingetikt</translation>
    </message>
    <message>
        <source>4 à 8 chiffres, rien d’autre</source>
        <translation>4 tot 8 cijfers, niets anders</translation>
    </message>
    <message>
        <source>Tapez-le une seconde fois</source>
        <translation>Tik hem een tweede keer in</translation>
    </message>
    <message>
        <source>les deux sont pareils</source>
        <translation>beide zijn gelijk</translation>
    </message>
    <message>
        <source>Les deux codes diffèrent</source>
        <translation>De twee codes verschillen</translation>
    </message>
    <message>
        <source>le nom</source>
        <translation>de naam</translation>
    </message>
    <message>
        <source>la rue</source>
        <translation>de straat</translation>
    </message>
    <message>
        <source>le code postal</source>
        <translation>de postcode</translation>
    </message>
    <message>
        <source>la localité</source>
        <translation>de gemeente</translation>
    </message>
    <message>
        <source>la caisse</source>
        <translation>de kassa</translation>
    </message>
    <message>
        <source>l’administrateur</source>
        <translation>de beheerder</translation>
    </message>
    <message>
        <source>le numéro d’entreprise</source>
        <translation>het ondernemingsnummer</translation>
    </message>
    <message>
        <source>le code PIN</source>
        <translation>de pincode</translation>
    </message>
    <message>
        <source>le compte bancaire</source>
        <translation>de bankrekening</translation>
    </message>
    <message>
        <source>Il manque : %1</source>
        <translation>Ontbreekt: %1</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>La caisse n’a pas pu s’ouvrir</source>
        <translation>De kassa kon niet openen</translation>
    </message>
    <message>
        <source>Les données de la caisse sont abîmées : elle ne peut pas s’ouvrir.</source>
        <translation>De gegevens van de kassa zijn beschadigd: ze kan niet openen.</translation>
    </message>
    <message>
        <source>Ces données ne sont pas celles que la caisse avait laissées : c’est une copie plus ancienne, ou il en manque.</source>
        <translation>Deze gegevens zijn niet die van de kassa zoals ze was: het is een oudere kopie, of er ontbreekt iets.</translation>
    </message>
    <message>
        <source>Cherchez l’autre fenêtre de la caisse, ou fermez-la et réessayez.</source>
        <translation>Zoek het andere venster van de kassa, of sluit het en probeer opnieuw.</translation>
    </message>
    <message>
        <source>Réessayez quand c’est fait.</source>
        <translation>Probeer opnieuw als dat gebeurd is.</translation>
    </message>
    <message>
        <source>Il n’y a pas de sauvegarde dans le dossier de la caisse. Ne changez rien et appelez le technicien.</source>
        <translation>Er is geen back-up in de map van de kassa. Verander niets en bel de technicus.</translation>
    </message>
    <message>
        <source>Une sauvegarde du %1 peut être remise en place. Les fichiers abîmés sont gardés à côté.</source>
        <translation>Een back-up van %1 kan worden teruggezet. De beschadigde bestanden worden ernaast bewaard.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Restaurer la sauvegarde…</source>
        <translation>Back-up terugzetten…</translation>
    </message>
    <message>
        <source>Restaurer la sauvegarde ?</source>
        <translation>Back-up terugzetten?</translation>
    </message>
    <message>
        <source>La sauvegarde du %1 revient, avec tout ce qui peut encore être prouvé des fichiers abîmés.</source>
        <translation>De back-up van %1 komt terug, met alles wat van de beschadigde bestanden nog bewezen kan worden.</translation>
    </message>
    <message>
        <source>Ce qui a été fait depuis et ne peut plus être lu manquera. La caisse le dira, et ouvrira une nouvelle série de numéros.</source>
        <translation>Wat sindsdien gebeurd is en niet meer gelezen kan worden, zal ontbreken. De kassa zegt het, en begint een nieuwe nummerreeks.</translation>
    </message>
    <message>
        <source>Ne rien changer</source>
        <translation>Niets veranderen</translation>
    </message>
    <message>
        <source>Restaurer</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>La sauvegarde est remise en place</source>
        <translation>De back-up is teruggezet</translation>
    </message>
    <message>
        <source>Les données vont jusqu’au %1 : ce qui est venu après manque.</source>
        <translation>De gegevens gaan tot %1: wat daarna kwam, ontbreekt.</translation>
    </message>
    <message>
        <source>Notez l’empreinte de la nouvelle clé : %1</source>
        <translation>Noteer de vingerafdruk van de nieuwe sleutel: %1</translation>
    </message>
    <message>
        <source>Sauvegarde du %1 · %2 faits retrouvés ensuite · fichiers abîmés : %3</source>
        <translation>Back-up van %1 · daarna %2 feiten teruggevonden · beschadigde bestanden: %3</translation>
    </message>
    <message>
        <source>Ouvrir la caisse</source>
        <translation>Kassa openen</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>Stock de départ</source>
        <translation>Beginvoorraad</translation>
    </message>
    <message>
        <source>Vente</source>
        <translation>Verkoop</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Réassort</source>
        <translation>Aanvulling</translation>
    </message>
    <message>
        <source>Prélèvement</source>
        <translation>Uitname</translation>
    </message>
    <message>
        <source>Inventaire</source>
        <translation>Inventaris</translation>
    </message>
    <message>
        <source>Casse</source>
        <translation>Breuk</translation>
    </message>
    <message>
        <source>Transfert</source>
        <translation>Overdracht</translation>
    </message>
    <message>
        <source>sous zéro : un inventaire remettra le compte juste</source>
        <translation>onder nul: een inventaris zet de telling recht</translation>
    </message>
    <message>
        <source>à commander : seuil d’alerte %1</source>
        <translation>te bestellen: drempel %1</translation>
    </message>
    <message>
        <source>en stock</source>
        <translation>in voorraad</translation>
    </message>
    <message>
        <source>Rien à commander : tout est au-dessus de son seuil.</source>
        <translation>Niets te bestellen: alles staat boven zijn drempel.</translation>
    </message>
    <message>
        <source>Tapez un mot, une référence ou un code, ou scannez l’article.</source>
        <translation>Typ een woord, een referentie of een code, of scan het artikel.</translation>
    </message>
    <message>
        <source>Rien trouvé pour «&#xa0;%1&#xa0;».</source>
        <translation>Niets gevonden voor “%1”.</translation>
    </message>
</context>
<context>
    <name>TerminalPrompts</name>
    <message>
        <source>Présentez la carte</source>
        <translation>Bied de kaart aan</translation>
    </message>
    <message>
        <source>Carte lue</source>
        <translation>Kaart gelezen</translation>
    </message>
    <message>
        <source>Le client choisit sur le terminal</source>
        <translation>De klant kiest op de terminal</translation>
    </message>
    <message>
        <source>Le client a choisi</source>
        <translation>De klant heeft gekozen</translation>
    </message>
    <message>
        <source>Le client choisit un pourboire</source>
        <translation>De klant kiest een fooi</translation>
    </message>
    <message>
        <source>Le client choisit la devise</source>
        <translation>De klant kiest de munt</translation>
    </message>
    <message>
        <source>Le client tape son code</source>
        <translation>De klant toetst zijn code in</translation>
    </message>
    <message>
        <source>Code tapé, la banque répond bientôt</source>
        <translation>Code ingetoetst, de bank antwoordt zo meteen</translation>
    </message>
    <message>
        <source>Le client signe</source>
        <translation>De klant tekent</translation>
    </message>
    <message>
        <source>Vérifiez la signature</source>
        <translation>Controleer de handtekening</translation>
    </message>
    <message>
        <source>Signature vérifiée</source>
        <translation>Handtekening gecontroleerd</translation>
    </message>
    <message>
        <source>Le terminal prépare son ticket</source>
        <translation>De terminal maakt zijn ticket klaar</translation>
    </message>
    <message>
        <source>Le ticket du terminal est prêt</source>
        <translation>Het ticket van de terminal is klaar</translation>
    </message>
    <message>
        <source>Retirez la carte</source>
        <translation>Neem de kaart uit</translation>
    </message>
    <message>
        <source>Carte retirée</source>
        <translation>Kaart uitgenomen</translation>
    </message>
    <message>
        <source>Le terminal a terminé</source>
        <translation>De terminal is klaar</translation>
    </message>
    <message>
        <source>Un instant…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Le client confirme le montant</source>
        <translation>De klant bevestigt het bedrag</translation>
    </message>
    <message>
        <source>Le terminal attend la banque</source>
        <translation>De terminal wacht op de bank</translation>
    </message>
    <message>
        <source>Le terminal annule un paiement de lui-même</source>
        <translation>De terminal annuleert zelf een betaling</translation>
    </message>
    <message>
        <source>Le terminal envoie d’anciens paiements</source>
        <translation>De terminal stuurt oudere betalingen door</translation>
    </message>
    <message>
        <source>Le terminal fait sa clôture</source>
        <translation>De terminal maakt zijn afsluiting</translation>
    </message>
    <message>
        <source>Cette carte n’est pas acceptée</source>
        <translation>Deze kaart wordt niet aanvaard</translation>
    </message>
    <message>
        <source>Cette carte n’est plus valable</source>
        <translation>Deze kaart is vervallen</translation>
    </message>
    <message>
        <source>Carte illisible</source>
        <translation>Kaart onleesbaar</translation>
    </message>
    <message>
        <source>Code faux</source>
        <translation>Verkeerde code</translation>
    </message>
    <message>
        <source>La carte n’a pas assez de crédit</source>
        <translation>Er staat niet genoeg op de kaart</translation>
    </message>
    <message>
        <source>Le terminal a un problème</source>
        <translation>De terminal heeft een probleem</translation>
    </message>
    <message>
        <source>Le terminal demande une confirmation</source>
        <translation>De terminal vraagt een bevestiging</translation>
    </message>
    <message>
        <source>Accepté</source>
        <translation>Aanvaard</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Suivez ce que montre le terminal</source>
        <translation>Volg wat de terminal toont</translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>vendeur</source>
        <translation>verkoper</translation>
    </message>
    <message>
        <source>utilisateur</source>
        <translation>gebruiker</translation>
    </message>
    <message>
        <source>administrateur</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>n’est plus administrateur ; il le reste ici tant qu’il n’y en a pas d’autre</source>
        <translation>is geen beheerder meer; blijft het hier zolang er geen andere is</translation>
    </message>
    <message>
        <source>nouveau : %1</source>
        <translation>nieuw: %1</translation>
    </message>
    <message>
        <source>devient %1</source>
        <translation>wordt %1</translation>
    </message>
    <message>
        <source>revient comme %1</source>
        <translation>komt terug als %1</translation>
    </message>
    <message>
        <source>reçoit un nouveau code</source>
        <translation>krijgt een nieuwe code</translation>
    </message>
    <message>
        <source>%1 (ici : %2)</source>
        <translation>%1 (hier: %2)</translation>
    </message>
    <message>
        <source>une autre caisse</source>
        <translation>een andere kassa</translation>
    </message>
    <message>
        <source>Utilisateurs</source>
        <translation>Gebruikers</translation>
    </message>
    <message>
        <source>utilisateur à confirmer</source>
        <translation>gebruiker te bevestigen</translation>
    </message>
    <message>
        <source>utilisateurs à confirmer</source>
        <translation>gebruikers te bevestigen</translation>
    </message>
</context>
<context>
    <name>guichet::AboutSheet</name>
    <message>
        <source>Guichet</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>Version %1 · logiciel libre, GPL-3.0-or-later</source>
        <translation>Versie %1 · vrije software, GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Kassa</translation>
    </message>
    <message>
        <source>Empreinte de la clé qui signe le journal</source>
        <translation>Vingerafdruk van de sleutel die het journaal ondertekent</translation>
    </message>
    <message>
        <source>Son secret est dans un fichier du dossier de la caisse : protégez ce dossier.</source>
        <translation>Haar geheim staat in een bestand in de map van de kassa: bescherm die map.</translation>
    </message>
    <message>
        <source>Son secret est dans le trousseau de cet ordinateur.</source>
        <translation>Haar geheim staat in de sleutelhanger van deze computer.</translation>
    </message>
</context>
<context>
    <name>guichet::AmountSheet</name>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>guichet::ApprovalSheet</name>
    <message>
        <source>Accord d’un utilisateur</source>
        <translation>Goedkeuring van een gebruiker</translation>
    </message>
    <message>
        <source>Aucun utilisateur n’est enregistré</source>
        <translation>Er is geen gebruiker geregistreerd</translation>
    </message>
</context>
<context>
    <name>guichet::CardPage</name>
    <message>
        <source>Annuler</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Retour au paiement</source>
        <translation>Terug naar de betaling</translation>
    </message>
    <message>
        <source>Accepté</source>
        <translation>Aanvaard</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Ik weet het niet</translation>
    </message>
    <message>
        <source>Garder le panier et servir le suivant</source>
        <translation>Mandje bewaren en de volgende helpen</translation>
    </message>
    <message>
        <source>Le terminal ou son ticket le dit clairement :</source>
        <translation>De terminal of het ticket zegt het duidelijk:</translation>
    </message>
    <message>
        <source>Code d’autorisation du ticket, s’il y en a un</source>
        <translation>Goedkeuringscode van het ticket, als die er is</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>Nee</translation>
    </message>
</context>
<context>
    <name>guichet::CartDesk</name>
    <message>
        <source>Commentaire</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Garder le panier</source>
        <translation>Mandje bewaren</translation>
    </message>
    <message>
        <source>Sous quel nom ? Les places sont tenues 15 minutes.</source>
        <translation>Onder welke naam? De plaatsen worden 15 minuten vastgehouden.</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>guichet::CartLineActions</name>
    <message>
        <source>Gratuité</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Retirer la ligne</source>
        <translation>Lijn verwijderen</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Séance</source>
        <translation>Vertrek</translation>
    </message>
    <message>
        <source>Autre séance ou autre jour</source>
        <translation>Ander vertrek of andere dag</translation>
    </message>
</context>
<context>
    <name>guichet::CartPanel</name>
    <message>
        <source>Garder</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Code promo</source>
        <translation>Promocode</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>PAYER</source>
        <translation>BETALEN</translation>
    </message>
    <message>
        <source>MONTANT TOTAL</source>
        <translation>TOTAALBEDRAG</translation>
    </message>
    <message>
        <source>Montant total</source>
        <translation>Totaalbedrag</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Hervatten</translation>
    </message>
    <message>
        <source>Dernière vente</source>
        <translation>Laatste verkoop</translation>
    </message>
    <message>
        <source>Vider</source>
        <translation>Leegmaken</translation>
    </message>
    <message>
        <source>Touchez une offre, scannez un article ou cherchez un nom.</source>
        <translation>Tik op een aanbod, scan een artikel of zoek een naam.</translation>
    </message>
    <message>
        <source>Abandonner</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>guichet::CentreForm</name>
    <message>
        <source>Serveur central</source>
        <translation>Centrale server</translation>
    </message>
    <message>
        <source>Certificat propre</source>
        <translation>Eigen certificaat</translation>
    </message>
    <message>
        <source>Ce code n’est pas celui d’un serveur central</source>
        <translation>Deze code is niet die van een centrale server</translation>
    </message>
</context>
<context>
    <name>guichet::CentreSheet</name>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Dernier contact</source>
        <translation>Laatste contact</translation>
    </message>
    <message>
        <source>À envoyer</source>
        <translation>Te verzenden</translation>
    </message>
    <message>
        <source>Centrale</source>
        <translation>Centrale</translation>
    </message>
    <message>
        <source>Ce que les caisses partagent. Sans ligne, la caisse vend comme d’habitude et envoie plus tard.</source>
        <translation>Wat de kassa’s delen. Zonder lijn verkoopt de kassa zoals gewoonlijk en verzendt later.</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Valeur écartée</source>
        <translation>Opzijgezette waarde</translation>
    </message>
    <message>
        <source>Aucune modification n’a été écartée.</source>
        <translation>Geen enkele wijziging werd opzijgezet.</translation>
    </message>
    <message>
        <source>Remettre cette valeur</source>
        <translation>Deze waarde terugzetten</translation>
    </message>
    <message>
        <source>Utilisateurs</source>
        <translation>Gebruikers</translation>
    </message>
    <message>
        <source>Retrouvé</source>
        <translation>Teruggevonden</translation>
    </message>
    <message>
        <source>Relier à la centrale…</source>
        <translation>Met de centrale verbinden…</translation>
    </message>
    <message>
        <source>Vendu en trop</source>
        <translation>Te veel verkocht</translation>
    </message>
    <message>
        <source>Deux caisses ont changé la même chose : la dernière valeur est en vigueur, l’autre est ici. Choisissez une ligne : remettez sa valeur pour toutes les caisses, ou laissez ainsi.</source>
        <translation>Twee kassa’s hebben hetzelfde gewijzigd: de laatste waarde geldt, de andere staat hier. Kies een regel: zet die waarde terug voor alle kassa’s, of laat het zo.</translation>
    </message>
    <message>
        <source>Ce qui changeait</source>
        <translation>Wat veranderde</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Kassa</translation>
    </message>
    <message>
        <source>Laisser ainsi</source>
        <translation>Zo laten</translation>
    </message>
    <message>
        <source>En vigueur</source>
        <translation>Geldig</translation>
    </message>
    <message>
        <source>Deux caisses ont changé la même chose : la dernière valeur est en vigueur, l’autre est ici. Plus rien ne part de cette caisse : une valeur se remet à une autre caisse.</source>
        <translation>Twee kassa’s hebben hetzelfde gewijzigd: de laatste waarde geldt, de andere staat hier. Van deze kassa vertrekt niets meer: zet een waarde terug op een andere kassa.</translation>
    </message>
</context>
<context>
    <name>guichet::ChequeRow</name>
    <message>
        <source>Retirer un</source>
        <translation>Eén weghalen</translation>
    </message>
</context>
<context>
    <name>guichet::ChequeSheet</name>
    <message>
        <source>Touchez chaque chèque reçu. Rien n’est rendu sur un chèque.</source>
        <translation>Tik op elke ontvangen cheque. Op een cheque wordt niets teruggegeven.</translation>
    </message>
</context>
<context>
    <name>guichet::Chip</name>
    <message>
        <source>%1, choisi</source>
        <translation>%1, gekozen</translation>
    </message>
</context>
<context>
    <name>guichet::ClearSheet</name>
    <message>
        <source>Vider le panier ?</source>
        <translation>Mandje leegmaken?</translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation>Mandje leegmaken</translation>
    </message>
    <message>
        <source>%1, %2 : rien n’en sera gardé.</source>
        <translation>%1, %2: er wordt niets van bewaard.</translation>
    </message>
</context>
<context>
    <name>guichet::ClientForm</name>
    <message>
        <source>Enregistrer et continuer</source>
        <translation>Opslaan en doorgaan</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Province…</source>
        <translation>Provincie…</translation>
    </message>
    <message>
        <source>Autre pays…</source>
        <translation>Ander land…</translation>
    </message>
    <message>
        <source>D’OÙ VIENNENT LES VISITEURS</source>
        <translation>VANWAAR KOMEN DE BEZOEKERS</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Société</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Numéro de TVA</source>
        <translation>Btw-nummer</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Commentaire interne</source>
        <translation>Interne opmerking</translation>
    </message>
    <message>
        <source>LANGUE DU TICKET</source>
        <translation>TAAL VAN HET TICKET</translation>
    </message>
    <message>
        <source>Rien n’est à demander pour cette vente : tout est facultatif ici.</source>
        <translation>Voor deze verkoop hoeft u niets te vragen: alles is hier vrijblijvend.</translation>
    </message>
    <message>
        <source>COORDONNÉES (FACULTATIF)</source>
        <translation>GEGEVENS (FACULTATIEF)</translation>
    </message>
</context>
<context>
    <name>guichet::ClosedPage</name>
    <message>
        <source>Remise en banque</source>
        <translation>Afdracht aan de bank</translation>
    </message>
    <message>
        <source>Fond pour demain</source>
        <translation>Wisselgeld voor morgen</translation>
    </message>
    <message>
        <source>Imprimer encore</source>
        <translation>Nog eens afdrukken</translation>
    </message>
    <message>
        <source>Enregistrer en PDF A4</source>
        <translation>Opslaan als PDF A4</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>La caisse est fermée. Z n° %1</source>
        <translation>De kassa is afgesloten. Z nr. %1</translation>
    </message>
    <message>
        <source>Le tiroir n’est pas compté : un utilisateur complétera le comptage.</source>
        <translation>De lade is niet geteld: een gebruiker vult de telling aan.</translation>
    </message>
    <message>
        <source>Le tiroir est juste.</source>
        <translation>De lade klopt.</translation>
    </message>
    <message>
        <source>Écart du tiroir : %1</source>
        <translation>Verschil van de lade: %1</translation>
    </message>
    <message>
        <source>NET</source>
        <translation>NETTO</translation>
    </message>
    <message>
        <source>OUVRIR LA CAISSE</source>
        <translation>KASSA OPENEN</translation>
    </message>
    <message>
        <source>Le terminal de paiement n’a pas donné ses totaux.</source>
        <translation>De betaalterminal gaf zijn totalen niet.</translation>
    </message>
    <message>
        <source>Le terminal de paiement dit comme la caisse.</source>
        <translation>De betaalterminal zegt hetzelfde als de kassa.</translation>
    </message>
    <message>
        <source>Écart avec le terminal de paiement : %1</source>
        <translation>Verschil met de betaalterminal: %1</translation>
    </message>
</context>
<context>
    <name>guichet::ClosingScreen</name>
    <message>
        <source>Ce que disent le terminal, les chèques ou les bons</source>
        <translation>Wat de terminal, de cheques of de bonnen zeggen</translation>
    </message>
    <message>
        <source>COMPTÉ</source>
        <translation>GETELD</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Noteren</translation>
    </message>
    <message>
        <source>Fond pour demain</source>
        <translation>Wisselgeld voor morgen</translation>
    </message>
    <message>
        <source>Ce qui reste dans le tiroir ; le reste va à la banque.</source>
        <translation>Wat in de lade blijft; de rest gaat naar de bank.</translation>
    </message>
    <message>
        <source>FOND</source>
        <translation>WISSELGELD</translation>
    </message>
    <message>
        <source>Garder ce fond</source>
        <translation>Dit wisselgeld houden</translation>
    </message>
    <message>
        <source>Le Z s’imprime, marqué DUPLICATA</source>
        <translation>De Z wordt afgedrukt, gemarkeerd DUPLICAAT</translation>
    </message>
</context>
<context>
    <name>guichet::ClosingView</name>
    <message>
        <source>ÉDITER LE X</source>
        <translation>X AFDRUKKEN</translation>
    </message>
    <message>
        <source>Compter le tiroir</source>
        <translation>De lade tellen</translation>
    </message>
    <message>
        <source>Encaissements</source>
        <translation>Ontvangsten</translation>
    </message>
    <message>
        <source>Moyen</source>
        <translation>Betaalwijze</translation>
    </message>
    <message>
        <source>Nb</source>
        <translation>Aant.</translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation>Verw.</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Geteld</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Versch.</translation>
    </message>
    <message>
        <source>Aucun encaissement</source>
        <translation>Geen ontvangsten</translation>
    </message>
    <message>
        <source>Le reste est juste</source>
        <translation>De rest klopt</translation>
    </message>
    <message>
        <source>Ventes par heure</source>
        <translation>Verkoop per uur</translation>
    </message>
    <message>
        <source>Reste ouvert, et le restera</source>
        <translation>Staat open, en blijft open</translation>
    </message>
    <message>
        <source>NET</source>
        <translation>NETTO</translation>
    </message>
    <message>
        <source>Fond pour demain</source>
        <translation>Voor morgen</translation>
    </message>
    <message>
        <source>Remise en banque</source>
        <translation>Afdracht aan de bank</translation>
    </message>
    <message>
        <source>Commentaire sur l’écart</source>
        <translation>Opmerking over het verschil</translation>
    </message>
    <message>
        <source>Ce qui l’explique, si vous le savez</source>
        <translation>De verklaring, als u die kent</translation>
    </message>
    <message>
        <source>FERMER LA CAISSE</source>
        <translation>KASSA AFSLUITEN</translation>
    </message>
</context>
<context>
    <name>guichet::DataTable</name>
    <message>
        <source>Rien à montrer.</source>
        <translation>Niets te tonen.</translation>
    </message>
</context>
<context>
    <name>guichet::DateField</name>
    <message>
        <source>Mois précédent</source>
        <translation>Vorige maand</translation>
    </message>
    <message>
        <source>Mois suivant</source>
        <translation>Volgende maand</translation>
    </message>
</context>
<context>
    <name>guichet::DeskCards</name>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Régler</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>Afficheur client</source>
        <translation>Klantendisplay</translation>
    </message>
    <message>
        <source>Réglages enregistrés</source>
        <translation>Instellingen opgeslagen</translation>
    </message>
    <message>
        <source>Imprimante d’étiquettes</source>
        <translation>Etikettenprinter</translation>
    </message>
    <message>
        <source>Étiquette d’essai</source>
        <translation>Testetiket</translation>
    </message>
    <message>
        <source>L’étiquette d’essai est partie</source>
        <translation>Het testetiket is verstuurd</translation>
    </message>
</context>
<context>
    <name>guichet::DeviceCard</name>
    <message>
        <source>Compté par le terminal</source>
        <translation>Geteld door de terminal</translation>
    </message>
    <message>
        <source>Dernières erreurs</source>
        <translation>Laatste fouten</translation>
    </message>
</context>
<context>
    <name>guichet::DeviceForm</name>
    <message>
        <source>Branché maintenant</source>
        <translation>Nu aangesloten</translation>
    </message>
    <message>
        <source>Vérifier l’adresse</source>
        <translation>Adres controleren</translation>
    </message>
    <message>
        <source>Rien n’est branché</source>
        <translation>Niets aangesloten</translation>
    </message>
    <message>
        <source>Vérification …</source>
        <translation>Controleren …</translation>
    </message>
    <message>
        <source>Quelqu’un répond à cette adresse.</source>
        <translation>Op dit adres wordt geantwoord.</translation>
    </message>
    <message>
        <source>Rien ne répond à cette adresse : l’appareil est-il allumé, sur le même réseau ?</source>
        <translation>Niets antwoordt op dit adres: staat het toestel aan, op hetzelfde netwerk?</translation>
    </message>
</context>
<context>
    <name>guichet::DevicesScreen</name>
    <message>
        <source>Périphériques</source>
        <translation>Randapparatuur</translation>
    </message>
    <message>
        <source>Ce qui est relié à cette caisse : son état, un essai, ses réglages</source>
        <translation>Wat met deze kassa verbonden is: toestand, test, instellingen</translation>
    </message>
    <message>
        <source>Terminal de paiement</source>
        <translation>Betaalterminal</translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Ses totaux</source>
        <translation>Totalen</translation>
    </message>
    <message>
        <source>Redemander</source>
        <translation>Opnieuw vragen</translation>
    </message>
    <message>
        <source>Régler</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>Journal des appareils</source>
        <translation>Logboek van de toestellen</translation>
    </message>
    <message>
        <source>Les appareils n’ont encore rien dit aujourd’hui.</source>
        <translation>De toestellen hebben vandaag nog niets gezegd.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Ce que la caisse et les appareils se sont dit aujourd’hui ; les numéros de carte sont masqués</source>
        <translation>Wat kassa en toestellen vandaag tegen elkaar zeiden; kaartnummers zijn gemaskeerd</translation>
    </message>
    <message>
        <source>Pour l’assistance</source>
        <translation>Voor de helpdesk</translation>
    </message>
    <message>
        <source>Terminal enregistré</source>
        <translation>Terminal opgeslagen</translation>
    </message>
    <message>
        <source>Enregistré : %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
</context>
<context>
    <name>guichet::DisplayForm</name>
    <message>
        <source>Afficheur à deux lignes</source>
        <translation>Display met twee regels</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>Vitesse de la ligne</source>
        <translation>Snelheid van de lijn</translation>
    </message>
    <message>
        <source>Ses caractères</source>
        <translation>Zijn tekens</translation>
    </message>
    <message>
        <source>Entre deux clients</source>
        <translation>Tussen twee klanten</translation>
    </message>
    <message>
        <source>Montrer le panier sur un second écran</source>
        <translation>Het mandje op een tweede scherm tonen</translation>
    </message>
    <message>
        <source>Afficheur client</source>
        <translation>Klantendisplay</translation>
    </message>
    <message>
        <source>ENREGISTRER</source>
        <translation>OPSLAAN</translation>
    </message>
    <message>
        <source>d’habitude %1</source>
        <translation>gewoonlijk %1</translation>
    </message>
    <message>
        <source>le nom de l’attraction</source>
        <translation>de naam van de attractie</translation>
    </message>
</context>
<context>
    <name>guichet::DonePage</name>
    <message>
        <source>Réimprimer</source>
        <translation>Opnieuw afdrukken</translation>
    </message>
    <message>
        <source>Voir le ticket</source>
        <translation>Ticket bekijken</translation>
    </message>
    <message>
        <source>VENTE SUIVANTE</source>
        <translation>VOLGENDE VERKOOP</translation>
    </message>
</context>
<context>
    <name>guichet::DossierList</name>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Numéro, client, offre, article</source>
        <translation>Nummer, klant, aanbod, artikel</translation>
    </message>
    <message>
        <source>Moyen de paiement</source>
        <translation>Betaalwijze</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Moyens</source>
        <translation>Betaalwijzen</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Aucun dossier ne correspond. Élargissez les dates ou changez de mot.</source>
        <translation>Geen dossier gevonden. Neem ruimere data of een ander woord.</translation>
    </message>
    <message>
        <source>Tous les états</source>
        <translation>Alle statussen</translation>
    </message>
    <message>
        <source>Tous les moyens</source>
        <translation>Alle betaalwijzen</translation>
    </message>
</context>
<context>
    <name>guichet::DossierPage</name>
    <message>
        <source>La liste</source>
        <translation>De lijst</translation>
    </message>
    <message>
        <source>Voir le reçu</source>
        <translation>Ticket tonen</translation>
    </message>
    <message>
        <source>Réimprimer</source>
        <translation>Herdrukken</translation>
    </message>
    <message>
        <source>Annuler le dossier</source>
        <translation>Dossier annuleren</translation>
    </message>
    <message>
        <source>Rembourser</source>
        <translation>Terugbetalen</translation>
    </message>
    <message>
        <source>Encaisser le solde</source>
        <translation>Saldo ontvangen</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Qté</source>
        <translation>Aant.</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Remboursé</source>
        <translation>Terugbetaald</translation>
    </message>
    <message>
        <source>À encaisser</source>
        <translation>Te ontvangen</translation>
    </message>
    <message>
        <source>Paiements · touchez-en un pour corriger son moyen</source>
        <translation>Betalingen · tik om de betaalwijze te verbeteren</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Moyen</source>
        <translation>Betaalwijze</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Bedrag</translation>
    </message>
    <message>
        <source>Aucun paiement</source>
        <translation>Geen betaling</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Qui a fait quoi, quand · touchez un reçu pour le voir</source>
        <translation>Wie deed wat, wanneer · tik op een ticket</translation>
    </message>
    <message>
        <source>Effacer le client</source>
        <translation>De klant wissen</translation>
    </message>
</context>
<context>
    <name>guichet::DossiersScreen</name>
    <message>
        <source>Enregistrer en PDF A4</source>
        <translation>Opslaan als PDF A4</translation>
    </message>
    <message>
        <source>Imprimer un duplicata</source>
        <translation>Duplicaat afdrukken</translation>
    </message>
    <message>
        <source>Dossier %1</source>
        <translation>Dossier %1</translation>
    </message>
    <message>
        <source>Le duplicata s’imprime</source>
        <translation>Het duplicaat wordt afgedrukt</translation>
    </message>
    <message>
        <source>Rien n’est remboursé. Si vous n’êtes pas sûr, voyez Plus, paiements sans réponse.</source>
        <translation>Er is niets terugbetaald. Bent u niet zeker, kijk dan onder Meer, betalingen zonder antwoord.</translation>
    </message>
    <message>
        <source>Annuler le dossier %1</source>
        <translation>Dossier %1 annuleren</translation>
    </message>
    <message>
        <source>Les places retournent à la vente.</source>
        <translation>De plaatsen komen weer vrij.</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Annuler le dossier</source>
        <translation>Dossier annuleren</translation>
    </message>
    <message>
        <source>Dossier annulé</source>
        <translation>Dossier geannuleerd</translation>
    </message>
    <message>
        <source>Corriger le moyen de paiement</source>
        <translation>Betaalwijze verbeteren</translation>
    </message>
    <message>
        <source>%1 : le montant ne change pas, la correction est notée.</source>
        <translation>%1: het bedrag verandert niet, de verbetering wordt genoteerd.</translation>
    </message>
    <message>
        <source>Payé en réalité avec</source>
        <translation>In werkelijkheid betaald met</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Moyen corrigé</source>
        <translation>Betaalwijze verbeterd</translation>
    </message>
    <message>
        <source>Reçu %1</source>
        <translation>Kasticket %1</translation>
    </message>
    <message>
        <source>Effacer le client du dossier %1</source>
        <translation>De klant van dossier %1 wissen</translation>
    </message>
    <message>
        <source>Son nom, ses coordonnées et les commentaires disparaissent pour toujours, aux autres caisses aussi. Le dossier garde ses montants.</source>
        <translation>Naam, gegevens en opmerkingen verdwijnen voorgoed, ook aan de andere kassa’s. Het dossier behoudt zijn bedragen.</translation>
    </message>
    <message>
        <source>%1 : seulement si cette personne le demande.</source>
        <translation>%1: alleen als deze persoon erom vraagt.</translation>
    </message>
    <message>
        <source>Effacer le client</source>
        <translation>De klant wissen</translation>
    </message>
    <message>
        <source>Client effacé</source>
        <translation>Klant gewist</translation>
    </message>
</context>
<context>
    <name>guichet::DoubtfulSheet</name>
    <message>
        <source>Paiements sans réponse</source>
        <translation>Kaart zonder antwoord</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Moyen</source>
        <translation>Betaalwijze</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Bedrag</translation>
    </message>
    <message>
        <source>Aucun : tous les paiements par carte ont leur réponse.</source>
        <translation>Geen: alle kaartbetalingen hebben hun antwoord.</translation>
    </message>
    <message>
        <source>Numéro d’autorisation du ticket, s’il y en a un</source>
        <translation>Goedkeuringsnummer van het ticket, als dat er is</translation>
    </message>
    <message>
        <source>Regardez le terminal, choisissez le paiement, dites ce qui s’est passé. Le Z le note.</source>
        <translation>Kijk naar de terminal, kies de betaling, zeg wat er gebeurd is. De Z noteert het.</translation>
    </message>
    <message>
        <source>Rendre au client</source>
        <translation>Teruggeven aan de klant</translation>
    </message>
</context>
<context>
    <name>guichet::DrawerSheet</name>
    <message>
        <source>Régler le tiroir</source>
        <translation>Lade instellen</translation>
    </message>
    <message>
        <source>Chaque ouverture sans vente est notée dans le Z.</source>
        <translation>Elke opening zonder verkoop staat in de Z.</translation>
    </message>
    <message>
        <source>Ouvrir par la broche 2</source>
        <translation>Openen met pen 2</translation>
    </message>
    <message>
        <source>Ouvrir par la broche 5</source>
        <translation>Openen met pen 5</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Il est fermé</source>
        <translation>Ze is dicht</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
</context>
<context>
    <name>guichet::EnrolmentSheet</name>
    <message>
        <source>Code d’inscription</source>
        <translation>Inschrijvingscode</translation>
    </message>
    <message>
        <source>Les caisses d’une attraction partagent par le serveur central ce qu’elles vendent. Qui le gère donne un code par caisse, ou un code QR à scanner.</source>
        <translation>De kassa’s van een attractie delen via de centrale server wat ze verkopen. Wie hem beheert, geeft per kassa een code, of een QR-code om te scannen.</translation>
    </message>
    <message>
        <source>Relier la caisse</source>
        <translation>De kassa verbinden</translation>
    </message>
    <message>
        <source>Relier à la centrale</source>
        <translation>Met de centrale verbinden</translation>
    </message>
    <message>
        <source>Cette caisse est du compte « %1 » : un code d’un autre compte l’y déplace.</source>
        <translation>Deze kassa hoort bij het account “%1”: een code van een ander account verplaatst haar daarheen.</translation>
    </message>
</context>
<context>
    <name>guichet::FirstStartScreen</name>
    <message>
        <source>Essayer avec la démo</source>
        <translation>Proberen met de demo</translation>
    </message>
    <message>
        <source>Créer ma caisse</source>
        <translation>Mijn kassa aanmaken</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Cette caisse n’a pas encore de données. La démo montre une attraction inventée, avec ses offres, sa boutique et cinq utilisateurs : tout peut s’y essayer. Votre propre caisse se crée en une page.</source>
        <translation>Deze kassa heeft nog geen gegevens. De demo toont een verzonnen attractie, met haar aanbod, haar winkel en vijf gebruikers: alles kan er geprobeerd worden. Uw eigen kassa maakt u aan op één pagina.</translation>
    </message>
    <message>
        <source>L’attraction, comme elle s’imprime sur les reçus</source>
        <translation>De attractie, zoals ze op de kastickets staat</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Numéro d’entreprise</source>
        <translation>Ondernemingsnummer</translation>
    </message>
    <message>
        <source>Assujettie à la TVA</source>
        <translation>Btw-plichtig</translation>
    </message>
    <message>
        <source>Rue et numéro</source>
        <translation>Straat en nummer</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Localité</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>La caisse et qui la gère</source>
        <translation>De kassa en wie ze beheert</translation>
    </message>
    <message>
        <source>Nom de la caisse</source>
        <translation>Naam van de kassa</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Onthaal</translation>
    </message>
    <message>
        <source>Compte bancaire (IBAN)</source>
        <translation>Bankrekening (IBAN)</translation>
    </message>
    <message>
        <source>Administrateur</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Son e-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Code PIN</source>
        <translation>Pincode</translation>
    </message>
    <message>
        <source>Encore une fois</source>
        <translation>Nog eens</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Créer la caisse</source>
        <translation>Kassa aanmaken</translation>
    </message>
    <message>
        <source>Remplacer une caisse</source>
        <translation>Een kassa vervangen</translation>
    </message>
</context>
<context>
    <name>guichet::FolderPicker</name>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>Bureaublad</translation>
    </message>
    <message>
        <source>Téléchargements</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Clé %1</source>
        <translation>Stick %1</translation>
    </message>
    <message>
        <source>Dossier personnel</source>
        <translation>Eigen map</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Où ?</source>
        <translation>Waar?</translation>
    </message>
</context>
<context>
    <name>guichet::FormulaSheet</name>
    <message>
        <source>Départ</source>
        <translation>Vertrek</translation>
    </message>
    <message>
        <source>Suppléments</source>
        <translation>Supplementen</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Toevoegen</translation>
    </message>
</context>
<context>
    <name>guichet::FreeSheet</name>
    <message>
        <source>Unités gratuites</source>
        <translation>Gratis eenheden</translation>
    </message>
    <message>
        <source>Combien d’unités gratuites ?</source>
        <translation>Hoeveel eenheden gratis?</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Donner gratuitement</source>
        <translation>Gratis geven</translation>
    </message>
    <message>
        <source>Gratuité</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Retirer la gratuité</source>
        <translation>Niet langer gratis</translation>
    </message>
</context>
<context>
    <name>guichet::GiftScreen</name>
    <message>
        <source>Cartes et chèques cadeaux</source>
        <translation>Cadeaukaarten en -bonnen</translation>
    </message>
    <message>
        <source>Que reste-t-il dessus ?</source>
        <translation>Hoeveel staat er nog op?</translation>
    </message>
    <message>
        <source>Scanner ou taper le code</source>
        <translation>Code scannen of intikken</translation>
    </message>
    <message>
        <source>Scannez la carte</source>
        <translation>Scan de kaart</translation>
    </message>
    <message>
        <source>Son solde, sa validité et de quoi la recharger s’affichent ici.</source>
        <translation>Saldo, geldigheid en opladen verschijnen hier.</translation>
    </message>
    <message>
        <source>Bloquer</source>
        <translation>Blokkeren</translation>
    </message>
    <message>
        <source>En vendre une autre</source>
        <translation>Een andere verkopen</translation>
    </message>
    <message>
        <source>MONTANT</source>
        <translation>BEDRAG</translation>
    </message>
    <message>
        <source>Bloquer %1</source>
        <translation>%1 blokkeren</translation>
    </message>
    <message>
        <source>Plus personne ne peut payer avec. Cela ne se défait pas à la caisse.</source>
        <translation>Niemand kan er nog mee betalen. Dit kan aan de kassa niet ongedaan gemaakt worden.</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Perdue</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Volée</source>
        <translation>Gestolen</translation>
    </message>
    <message>
        <source>Abîmée</source>
        <translation>Beschadigd</translation>
    </message>
    <message>
        <source>Doute sur l’origine</source>
        <translation>Twijfel over de herkomst</translation>
    </message>
    <message>
        <source>Bloqué : %1</source>
        <translation>Geblokkeerd: %1</translation>
    </message>
    <message>
        <source>Code déjà imprimé sur la carte, s’il y en a un</source>
        <translation>Code die al op de kaart staat, als er een is</translation>
    </message>
    <message>
        <source>Code déjà imprimé sur la carte</source>
        <translation>Code die al op de kaart staat</translation>
    </message>
    <message>
        <source>demande un utilisateur</source>
        <translation>vraagt een gebruiker</translation>
    </message>
</context>
<context>
    <name>guichet::GiftSheet</name>
    <message>
        <source>Scannez la carte ou tapez son code</source>
        <translation>Scan de kaart of tik haar code in</translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation>Code van de kaart</translation>
    </message>
    <message>
        <source>Voir le solde</source>
        <translation>Saldo bekijken</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Betalen</translation>
    </message>
    <message>
        <source>À encaisser : %1</source>
        <translation>Te ontvangen: %1</translation>
    </message>
    <message>
        <source>Solde %1</source>
        <translation>Saldo %1</translation>
    </message>
    <message>
        <source>Cette carte est bloquée.</source>
        <translation>Deze kaart is geblokkeerd.</translation>
    </message>
    <message>
        <source>Elle est expirée depuis le %1.</source>
        <translation>Vervallen sinds %1.</translation>
    </message>
    <message>
        <source>Il ne reste rien sur cette carte.</source>
        <translation>Er staat niets meer op deze kaart.</translation>
    </message>
    <message>
        <source>Il restera %1 à encaisser autrement.</source>
        <translation>Er blijft %1 op een andere manier te ontvangen.</translation>
    </message>
    <message>
        <source>Un chèque cadeau s’utilise en une fois : le reste n’est pas rendu.</source>
        <translation>Een cadeaubon wordt in één keer gebruikt: de rest wordt niet teruggegeven.</translation>
    </message>
    <message>
        <source>Il restera %1 sur la carte.</source>
        <translation>Er blijft %1 op de kaart.</translation>
    </message>
    <message>
        <source>Payer %1</source>
        <translation>%1 betalen</translation>
    </message>
    <message>
        <source>La caisse est hors ligne : cette carte paie ici %1 au plus. Il restera %2 à encaisser autrement.</source>
        <translation>De kassa is offline: deze kaart betaalt hier hoogstens %1. Er blijft nog %2 anders te betalen.</translation>
    </message>
</context>
<context>
    <name>guichet::GoodsDesk</name>
    <message>
        <source>Créer ce produit</source>
        <translation>Dit product aanmaken</translation>
    </message>
</context>
<context>
    <name>guichet::HelpSheet</name>
    <message>
        <source>Les touches du clavier</source>
        <translation>De toetsen</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Hulp</translation>
    </message>
</context>
<context>
    <name>guichet::Keypad</name>
    <message>
        <source>virgule</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>effacer</source>
        <translation>wissen</translation>
    </message>
    <message>
        <source>effacer le dernier chiffre</source>
        <translation>laatste cijfer wissen</translation>
    </message>
</context>
<context>
    <name>guichet::LabelPrinterForm</name>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Étiquettes du rouleau</source>
        <translation>Etiketten op de rol</translation>
    </message>
    <message>
        <source>Imprimante d’étiquettes</source>
        <translation>Etikettenprinter</translation>
    </message>
    <message>
        <source>Une imprimante qui comprend ZPL, à 203 points par pouce</source>
        <translation>Een printer die ZPL verstaat, 203 punten per inch</translation>
    </message>
    <message>
        <source>ENREGISTRER</source>
        <translation>OPSLAAN</translation>
    </message>
    <message>
        <source>Il manque l’adresse de l’imprimante.</source>
        <translation>Het adres van de printer ontbreekt.</translation>
    </message>
    <message>
        <source>Quand elle ne peut plus suivre</source>
        <translation>Als ze niet meer kan volgen</translation>
    </message>
</context>
<context>
    <name>guichet::LabelsOutput</name>
    <message>
        <source>Précédente</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Suivante</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>La régler</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Planche A4</source>
        <translation>A4-vel</translation>
    </message>
    <message>
        <source>Rouleau d’étiquettes</source>
        <translation>Etikettenrol</translation>
    </message>
    <message>
        <source>Première étiquette libre</source>
        <translation>Eerste vrije etiket</translation>
    </message>
    <message>
        <source>Aperçu de la planche</source>
        <translation>Voorbeeld van het vel</translation>
    </message>
    <message>
        <source>Aperçu de l’étiquette</source>
        <translation>Voorbeeld van het etiket</translation>
    </message>
</context>
<context>
    <name>guichet::LabelsPicker</name>
    <message>
        <source>Nom, référence ou code</source>
        <translation>Naam, referentie of code</translation>
    </message>
    <message>
        <source>Tout ajouter</source>
        <translation>Alles toevoegen</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Tout retirer</source>
        <translation>Alles weghalen</translation>
    </message>
    <message>
        <source>Articles trouvés</source>
        <translation>Gevonden artikels</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Referentie</translation>
    </message>
    <message>
        <source>Tapez un mot, une référence ou un code, ou scannez l’article.</source>
        <translation>Typ een woord, een referentie of een code, of scan het artikel.</translation>
    </message>
    <message>
        <source>Étiquettes à faire</source>
        <translation>Te maken etiketten</translation>
    </message>
    <message>
        <source>Code-barres</source>
        <translation>Streepjescode</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>Touchez un article trouvé : une étiquette de plus à chaque fois.</source>
        <translation>Tik op een gevonden artikel: telkens één etiket meer.</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Rien trouvé pour «&#xa0;%1&#xa0;».</source>
        <translation>Niets gevonden voor “%1”.</translation>
    </message>
</context>
<context>
    <name>guichet::LabelsScreen</name>
    <message>
        <source>Étiquettes</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Le nom, le prix et le code-barres de chaque article</source>
        <translation>Naam, prijs en streepjescode van elk artikel</translation>
    </message>
    <message>
        <source>Codes-barres créés</source>
        <translation>Streepjescodes gemaakt</translation>
    </message>
    <message>
        <source>Étiquettes %1</source>
        <translation>Etiketten %1</translation>
    </message>
    <message>
        <source>Étiquettes envoyées à l’imprimante</source>
        <translation>Etiketten naar de printer gestuurd</translation>
    </message>
</context>
<context>
    <name>guichet::LargeQuantitySheet</name>
    <message>
        <source>%1 d’un coup ?</source>
        <translation>%1 in één keer?</translation>
    </message>
    <message>
        <source>C’est beaucoup, et rien n’est encore changé au panier. Un code se tape dans le champ de recherche.</source>
        <translation>Dat is veel, en aan het mandje is nog niets veranderd. Een code typt u in het zoekveld.</translation>
    </message>
    <message>
        <source>Oui, %1</source>
        <translation>Ja, %1</translation>
    </message>
</context>
<context>
    <name>guichet::LaterForm</name>
    <message>
        <source>ACOMPTE DEMANDÉ</source>
        <translation>GEVRAAGD VOORSCHOT</translation>
    </message>
    <message>
        <source>Montant total</source>
        <translation>Totaalbedrag</translation>
    </message>
    <message>
        <source>Déjà encaissé</source>
        <translation>Reeds ontvangen</translation>
    </message>
    <message>
        <source>Restera à encaisser</source>
        <translation>Blijft te ontvangen</translation>
    </message>
    <message>
        <source>Le dossier est enregistré avec ce qui reste dû ; il s’encaisse plus tard depuis l’onglet Dossiers.</source>
        <translation>Het dossier wordt opgeslagen met wat nog verschuldigd is; u ontvangt het later via het tabblad Dossiers.</translation>
    </message>
    <message>
        <source>À PAYER POUR LE</source>
        <translation>TE BETALEN TEGEN</translation>
    </message>
    <message>
        <source>COMMENT LE CLIENT COMPTE PAYER</source>
        <translation>HOE DE KLANT WIL BETALEN</translation>
    </message>
</context>
<context>
    <name>guichet::LogSheet</name>
    <message>
        <source>Enregistrer le journal des appareils</source>
        <translation>Logboek van de toestellen opslaan</translation>
    </message>
    <message>
        <source>Pour l’assistance. Les numéros de carte y sont masqués, les secrets n’y sont pas.</source>
        <translation>Voor de helpdesk. Kaartnummers zijn gemaskeerd, geheimen staan er niet in.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Opslaan</translation>
    </message>
</context>
<context>
    <name>guichet::LoginScreen</name>
    <message>
        <source>Qui est à la caisse ?</source>
        <translation>Wie staat aan de kassa?</translation>
    </message>
    <message>
        <source>Choisissez votre nom</source>
        <translation>Kies uw naam</translation>
    </message>
</context>
<context>
    <name>guichet::MainWindow</name>
    <message>
        <source>impression incertaine : %1</source>
        <translation>onzekere afdruk: %1</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>impression : %1</source>
        <translation>afdrukken: %1</translation>
    </message>
    <message>
        <source>mode école</source>
        <translation>oefenmodus</translation>
    </message>
    <message>
        <source>caisse prête</source>
        <translation>kassa klaar</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Le tiroir du Z n° %1 n’est pas compté.</source>
        <translation>De lade van Z nr. %1 is niet geteld.</translation>
    </message>
    <message>
        <source>Compter</source>
        <translation>Tellen</translation>
    </message>
    <message>
        <source>Un paiement par carte est resté sans réponse : regardez le terminal et décidez.</source>
        <translation>Een kaartbetaling bleef zonder antwoord: kijk op de terminal en beslis.</translation>
    </message>
    <message>
        <source>Décider</source>
        <translation>Beslissen</translation>
    </message>
    <message>
        <source>La caisse s’était arrêtée d’un coup. Rien de validé n’est perdu, et le panier commencé est là où il en était.</source>
        <translation>De kassa was plots uitgevallen. Niets wat bevestigd was is verloren, en de begonnen mand staat waar ze stond.</translation>
    </message>
    <message>
        <source>hors ligne · à envoyer : %1</source>
        <translation>offline · te verzenden: %1</translation>
    </message>
    <message>
        <source>serveur central : à voir</source>
        <translation>centrale server: na te kijken</translation>
    </message>
    <message>
        <source>papier bientôt fini</source>
        <translation>papier bijna op</translation>
    </message>
    <message>
        <source>imprimante : plus de papier</source>
        <translation>printer: geen papier</translation>
    </message>
    <message>
        <source>imprimante : capot ouvert</source>
        <translation>printer: klep open</translation>
    </message>
    <message>
        <source>imprimante : massicot bloqué</source>
        <translation>printer: mes geblokkeerd</translation>
    </message>
    <message>
        <source>imprimante : hors ligne</source>
        <translation>printer: offline</translation>
    </message>
    <message>
        <source>imprimante : sans réponse</source>
        <translation>printer: geen antwoord</translation>
    </message>
    <message>
        <source>imprimante : à voir</source>
        <translation>printer: te bekijken</translation>
    </message>
    <message>
        <source>Scan non pris : l’accord d’un utilisateur est attendu</source>
        <translation>Scan niet aanvaard: er wordt op de goedkeuring van een gebruiker gewacht</translation>
    </message>
    <message>
        <source>caisse remplacée : fermez la journée</source>
        <translation>kassa vervangen: sluit de dag af</translation>
    </message>
    <message>
        <source>C’est le code QR d’un serveur central : voyez Plus › Centrale</source>
        <translation>Dit is de QR-code van een centrale server: zie Meer › Centrale</translation>
    </message>
    <message>
        <source>hors ligne</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>caisse retirée : appelez un responsable</source>
        <translation>kassa ingetrokken: bel een verantwoordelijke</translation>
    </message>
    <message>
        <source>caisse remplacée</source>
        <translation>kassa vervangen</translation>
    </message>
</context>
<context>
    <name>guichet::MethodsSheet</name>
    <message>
        <source>Tous les moyens de paiement</source>
        <translation>Alle betaalmiddelen</translation>
    </message>
</context>
<context>
    <name>guichet::MoreScreen</name>
    <message>
        <source>Entrée d’argent</source>
        <translation>Geld in de lade</translation>
    </message>
    <message>
        <source>Sortie d’argent</source>
        <translation>Geld uit de lade</translation>
    </message>
    <message>
        <source>Vers la banque</source>
        <translation>Naar de bank</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Mode école : rien n’est compté</source>
        <translation>Oefenmodus: niets wordt geteld</translation>
    </message>
    <message>
        <source>Le tiroir s’ouvre et un bon s’imprime, à signer.</source>
        <translation>De lade gaat open en er wordt een bon afgedrukt, te ondertekenen.</translation>
    </message>
    <message>
        <source>MONTANT</source>
        <translation>BEDRAG</translation>
    </message>
    <message>
        <source>Noté, le bon s’imprime</source>
        <translation>Genoteerd, de bon wordt afgedrukt</translation>
    </message>
    <message>
        <source>Ouvrir le tiroir</source>
        <translation>Lade openen</translation>
    </message>
    <message>
        <source>Chaque ouverture sans vente est notée dans le Z.</source>
        <translation>Elke opening zonder verkoop staat in de Z.</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Le tiroir s’ouvre</source>
        <translation>De lade gaat open</translation>
    </message>
    <message>
        <source>Mode école : exercez-vous, rien n’est compté</source>
        <translation>Oefenmodus: oefen maar, niets wordt geteld</translation>
    </message>
    <message>
        <source>Retour aux vraies ventes</source>
        <translation>Terug naar de echte verkoop</translation>
    </message>
    <message>
        <source>Réglages enregistrés</source>
        <translation>Instellingen opgeslagen</translation>
    </message>
    <message>
        <source>Noté : le paiement a sa réponse</source>
        <translation>Genoteerd: de betaling heeft haar antwoord</translation>
    </message>
    <message>
        <source>Le terminal l’a rendu au client</source>
        <translation>De terminal heeft het aan de klant teruggegeven</translation>
    </message>
    <message>
        <source>Le terminal n’a pas répondu : le remboursement est dans la liste</source>
        <translation>De terminal heeft niet geantwoord: de terugbetaling staat in de lijst</translation>
    </message>
    <message>
        <source>Le terminal ne peut pas l’annuler : comptabilisez-le, puis remboursez</source>
        <translation>De terminal kan het niet annuleren: boek het, en betaal dan terug</translation>
    </message>
    <message>
        <source>Laissé : ce qui est en vigueur reste</source>
        <translation>Gelaten: wat geldt blijft staan</translation>
    </message>
    <message>
        <source>La valeur est remise, pour toutes les caisses</source>
        <translation>De waarde is teruggezet, voor alle kassa’s</translation>
    </message>
    <message>
        <source>Confirmé : cela vaut à cette caisse</source>
        <translation>Bevestigd: het geldt aan deze kassa</translation>
    </message>
    <message>
        <source>Refusé : à cette caisse rien ne change</source>
        <translation>Geweigerd: aan deze kassa verandert niets</translation>
    </message>
    <message>
        <source>La caisse est reliée au serveur central</source>
        <translation>De kassa is met de centrale server verbonden</translation>
    </message>
    <message>
        <source>Confirmer %1</source>
        <translation>%1 bevestigen</translation>
    </message>
    <message>
        <source>Refuser %1</source>
        <translation>%1 weigeren</translation>
    </message>
</context>
<context>
    <name>guichet::NewProductSheet</name>
    <message>
        <source>Créer ce produit</source>
        <translation>Dit product aanmaken</translation>
    </message>
    <message>
        <source>Créer et ajouter</source>
        <translation>Aanmaken en toevoegen</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>PRIX TVA COMPRISE</source>
        <translation>PRIJS INCL. BTW</translation>
    </message>
    <message>
        <source>TVA</source>
        <translation>Btw</translation>
    </message>
    <message>
        <source>Rayon</source>
        <translation>Afdeling</translation>
    </message>
</context>
<context>
    <name>guichet::OpeningScreen</name>
    <message>
        <source>Reprendre le fond proposé</source>
        <translation>Voorgesteld wisselgeld nemen</translation>
    </message>
    <message>
        <source>Compter le tiroir</source>
        <translation>De lade tellen</translation>
    </message>
    <message>
        <source>Taper le montant</source>
        <translation>Bedrag intikken</translation>
    </message>
    <message>
        <source>FOND</source>
        <translation>WISSELGELD</translation>
    </message>
    <message>
        <source>FERMER CETTE JOURNÉE</source>
        <translation>DEZE DAG AFSLUITEN</translation>
    </message>
    <message>
        <source>Ouvrir ici quand même…</source>
        <translation>Hier toch openen…</translation>
    </message>
</context>
<context>
    <name>guichet::OriginCard</name>
    <message>
        <source>D’où viennent les visiteurs ?</source>
        <translation>Vanwaar komen de bezoekers?</translation>
    </message>
    <message>
        <source>Ne pas demander</source>
        <translation>Niet vragen</translation>
    </message>
    <message>
        <source>Autre pays…</source>
        <translation>Ander land…</translation>
    </message>
    <message>
        <source>Code postal ?</source>
        <translation>Postcode?</translation>
    </message>
    <message>
        <source>Noté : %1</source>
        <translation>Genoteerd: %1</translation>
    </message>
</context>
<context>
    <name>guichet::PaidRow</name>
    <message>
        <source>Retirer</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Retirer %1</source>
        <translation>%1 verwijderen</translation>
    </message>
    <message>
        <source>Rendre…</source>
        <translation>Teruggeven…</translation>
    </message>
    <message>
        <source>Rendre %1</source>
        <translation>%1 teruggeven</translation>
    </message>
    <message>
        <source>Retirer un</source>
        <translation>Eén weghalen</translation>
    </message>
</context>
<context>
    <name>guichet::PaperView</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
</context>
<context>
    <name>guichet::ParkedScreen</name>
    <message>
        <source>Paniers gardés</source>
        <translation>Bewaarde mandjes</translation>
    </message>
    <message>
        <source>Aucun panier gardé</source>
        <translation>Geen bewaard mandje</translation>
    </message>
    <message>
        <source>« Garder » met un panier de côté pendant que le client réfléchit.</source>
        <translation>“Bewaren” legt een mandje opzij terwijl de klant nadenkt.</translation>
    </message>
    <message>
        <source>panier</source>
        <translation>mandje</translation>
    </message>
    <message>
        <source>paniers</source>
        <translation>mandjes</translation>
    </message>
</context>
<context>
    <name>guichet::PaymentCommands</name>
    <message>
        <source>Le duplicata est à l’impression</source>
        <translation>Het duplicaat wordt afgedrukt</translation>
    </message>
</context>
<context>
    <name>guichet::PaymentFoot</name>
    <message>
        <source>FAIRE UN DEVIS</source>
        <translation>OFFERTE MAKEN</translation>
    </message>
    <message>
        <source>VALIDER LA VENTE</source>
        <translation>VERKOOP BEVESTIGEN</translation>
    </message>
</context>
<context>
    <name>guichet::PaymentScreen</name>
    <message>
        <source>Retour au panier</source>
        <translation>Terug naar het mandje</translation>
    </message>
    <message>
        <source>Paiement accepté</source>
        <translation>Betaling aanvaard</translation>
    </message>
    <message>
        <source>Pas encore de vente aujourd’hui</source>
        <translation>Vandaag nog geen verkoop</translation>
    </message>
    <message>
        <source>Un paiement de %1 n’est pas encore éclairci</source>
        <translation>Een betaling van %1 is nog niet opgehelderd</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Le paiement est rendu</source>
        <translation>De betaling is teruggegeven</translation>
    </message>
    <message>
        <source>Panier gardé</source>
        <translation>Mandje bewaard</translation>
    </message>
    <message>
        <source>Scan non pris : la centrale est interrogée</source>
        <translation>Scan niet aanvaard: de centrale wordt bevraagd</translation>
    </message>
</context>
<context>
    <name>guichet::PaymentView</name>
    <message>
        <source>PAIEMENT</source>
        <translation>BETALING</translation>
    </message>
    <message>
        <source>MONTANT TOTAL</source>
        <translation>TOTAALBEDRAG</translation>
    </message>
    <message>
        <source>DÉJÀ ENCAISSÉ</source>
        <translation>REEDS ONTVANGEN</translation>
    </message>
    <message>
        <source>À ENCAISSER</source>
        <translation>TE ONTVANGEN</translation>
    </message>
    <message>
        <source>HISTORIQUE DES PAIEMENTS</source>
        <translation>OVERZICHT VAN DE BETALINGEN</translation>
    </message>
    <message>
        <source>Aucun paiement pour l’instant</source>
        <translation>Nog geen betaling</translation>
    </message>
</context>
<context>
    <name>guichet::PdfSheet</name>
    <message>
        <source>Enregistrer en PDF A4</source>
        <translation>Opslaan als PDF A4</translation>
    </message>
    <message>
        <source>Nom du fichier</source>
        <translation>Bestandsnaam</translation>
    </message>
    <message>
        <source>Sous quel nom ?</source>
        <translation>Onder welke naam?</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Enregistré : %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
</context>
<context>
    <name>guichet::PinPad</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>guichet::PriceSheet</name>
    <message>
        <source>NOUVEAU PRIX</source>
        <translation>NIEUWE PRIJS</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Changer le prix</source>
        <translation>Prijs wijzigen</translation>
    </message>
</context>
<context>
    <name>guichet::PrintSheet</name>
    <message>
        <source>Imprimer les planches</source>
        <translation>Vellen afdrukken</translation>
    </message>
    <message>
        <source>Sur quelle imprimante ?</source>
        <translation>Op welke printer?</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Les imprimantes de cet ordinateur sont cherchées …</source>
        <translation>De printers van deze computer worden gezocht …</translation>
    </message>
    <message>
        <source>Aucune imprimante A4 n’est installée sur cet ordinateur. Enregistrez un PDF et imprimez-le ailleurs.</source>
        <translation>Op deze computer is geen A4-printer geïnstalleerd. Sla een pdf op en druk die elders af.</translation>
    </message>
    <message>
        <source>Mettez la planche dans le bac, face à imprimer comme l’imprimante le veut. Rien n’est réduit.</source>
        <translation>Leg het vel in de lade zoals de printer het wil. Er wordt niets verkleind.</translation>
    </message>
</context>
<context>
    <name>guichet::PrinterForm</name>
    <message>
        <source>Les reçus sortent</source>
        <translation>Kastickets komen</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Modèle</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Imprimante des reçus</source>
        <translation>Kasticketprinter</translation>
    </message>
    <message>
        <source>ENREGISTRER</source>
        <translation>OPSLAAN</translation>
    </message>
    <message>
        <source>Il manque le dossier où écrire les reçus.</source>
        <translation>De map voor de kastickets ontbreekt.</translation>
    </message>
    <message>
        <source>Il manque l’adresse de l’imprimante.</source>
        <translation>Het adres van de printer ontbreekt.</translation>
    </message>
    <message>
        <source>Comment l’atteindre</source>
        <translation>Hoe bereikbaar</translation>
    </message>
    <message>
        <source>Quand elle ne peut plus suivre</source>
        <translation>Als ze niet meer kan volgen</translation>
    </message>
    <message>
        <source>Autre imprimante</source>
        <translation>Andere printer</translation>
    </message>
</context>
<context>
    <name>guichet::PrintingScreen</name>
    <message>
        <source>Autre imprimante</source>
        <translation>Andere printer</translation>
    </message>
    <message>
        <source>Imprimer à nouveau</source>
        <translation>Opnieuw afdrukken</translation>
    </message>
    <message>
        <source>Il est sorti</source>
        <translation>Het is er</translation>
    </message>
    <message>
        <source>C’est noté : le document est sorti</source>
        <translation>Genoteerd: het document is afgedrukt</translation>
    </message>
    <message>
        <source>Le document s’imprime à nouveau, marqué DUPLICATA</source>
        <translation>Het document wordt opnieuw afgedrukt, met DUPLICAAT erop</translation>
    </message>
    <message>
        <source>Le document part à l’autre imprimante</source>
        <translation>Het document gaat naar de andere printer</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Rien n’attend</source>
        <translation>Niets in de wacht</translation>
    </message>
    <message>
        <source>Tout est imprimé. Le dernier reçu reste à portée.</source>
        <translation>Alles is afgedrukt. Het laatste kasticket blijft bij de hand.</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Aucune impression n’attend</source>
        <translation>Geen afdruk in de wacht</translation>
    </message>
    <message>
        <source>Écarter</source>
        <translation>Weglaten</translation>
    </message>
    <message>
        <source>Imprimer un duplicata</source>
        <translation>Duplicaat afdrukken</translation>
    </message>
    <message>
        <source>Dernier reçu</source>
        <translation>Laatste kasticket</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>In de wacht</translation>
    </message>
    <message>
        <source>Nouvel essai d’impression</source>
        <translation>Nieuwe poging om af te drukken</translation>
    </message>
    <message>
        <source>Pas encore de vente dans cette session</source>
        <translation>Nog geen verkoop in deze sessie</translation>
    </message>
    <message>
        <source>Le duplicata s’imprime</source>
        <translation>Het duplicaat wordt afgedrukt</translation>
    </message>
    <message>
        <source>Écarté : le document reste dans les dossiers</source>
        <translation>Weggelaten: het document blijft in de dossiers</translation>
    </message>
    <message>
        <source>document en attente</source>
        <translation>document in de wacht</translation>
    </message>
    <message>
        <source>documents en attente</source>
        <translation>documenten in de wacht</translation>
    </message>
</context>
<context>
    <name>guichet::PromoSheet</name>
    <message>
        <source>Taper ou scanner le code</source>
        <translation>Code intikken of scannen</translation>
    </message>
    <message>
        <source>Numéro du pass ou du bon</source>
        <translation>Nummer van de pas of bon</translation>
    </message>
    <message>
        <source>Les codes de la maison</source>
        <translation>De codes van het huis</translation>
    </message>
    <message>
        <source>Retirer le code</source>
        <translation>Code verwijderen</translation>
    </message>
    <message>
        <source>Appliquer</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Code promo</source>
        <translation>Promocode</translation>
    </message>
    <message>
        <source>Un seul code par panier ; la meilleure réduction est gardée.</source>
        <translation>Eén code per mandje; de beste korting telt.</translation>
    </message>
</context>
<context>
    <name>guichet::QuantityStepper</name>
    <message>
        <source>Moins : %1</source>
        <translation>Minder: %1</translation>
    </message>
    <message>
        <source>Plus : %1</source>
        <translation>Meer: %1</translation>
    </message>
    <message>
        <source>Quantité : %1</source>
        <translation>Aantal: %1</translation>
    </message>
</context>
<context>
    <name>guichet::QuoteSheet</name>
    <message>
        <source>Aujourd’hui</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>%1 jours</source>
        <translation>%1 dagen</translation>
    </message>
    <message>
        <source>Faire un devis</source>
        <translation>Offerte maken</translation>
    </message>
    <message>
        <source>Rien n’est encaissé ; les places ne sont pas tenues.</source>
        <translation>Er wordt niets ontvangen; de plaatsen worden niet vastgehouden.</translation>
    </message>
    <message>
        <source>Valable jusqu’au</source>
        <translation>Geldig tot</translation>
    </message>
    <message>
        <source>Enregistrer le devis</source>
        <translation>Offerte opslaan</translation>
    </message>
</context>
<context>
    <name>guichet::ReceiptPrinterCard</name>
    <message>
        <source>Imprimante des reçus</source>
        <translation>Kasticketprinter</translation>
    </message>
    <message>
        <source>Page d’essai</source>
        <translation>Testpagina</translation>
    </message>
    <message>
        <source>Ouvrir le tiroir</source>
        <translation>Lade openen</translation>
    </message>
    <message>
        <source>Régler le tiroir</source>
        <translation>Lade instellen</translation>
    </message>
    <message>
        <source>Son état</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Régler</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>Imprimante enregistrée</source>
        <translation>Printer opgeslagen</translation>
    </message>
    <message>
        <source>La page d’essai s’imprime</source>
        <translation>De testpagina wordt afgedrukt</translation>
    </message>
    <message>
        <source>Chaque ouverture sans vente est notée dans le Z.</source>
        <translation>Elke opening zonder verkoop staat in de Z.</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Le tiroir s’ouvre</source>
        <translation>De lade gaat open</translation>
    </message>
    <message>
        <source>Autre imprimante</source>
        <translation>Andere printer</translation>
    </message>
    <message>
        <source>Ses accents</source>
        <translation>Zijn accenten</translation>
    </message>
    <message>
        <source>Les tables d’accents s’impriment</source>
        <translation>De accenttabellen worden afgedrukt</translation>
    </message>
</context>
<context>
    <name>guichet::ReferenceSheet</name>
    <message>
        <source>Numéro ou référence, tapé ou scanné</source>
        <translation>Nummer of referentie, ingetikt of gescand</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Betalen</translation>
    </message>
    <message>
        <source>Quelle référence ?</source>
        <translation>Welke referentie?</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Referentie</translation>
    </message>
    <message>
        <source>Payer %1</source>
        <translation>%1 betalen</translation>
    </message>
</context>
<context>
    <name>guichet::RefundSheet</name>
    <message>
        <source>Remettre les articles en stock</source>
        <translation>Artikelen terug in voorraad</translation>
    </message>
    <message>
        <source>Rembourser</source>
        <translation>Terugbetalen</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Rien</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>Que rend le client ?</source>
        <translation>Wat geeft de klant terug?</translation>
    </message>
    <message>
        <source>Pour quelle raison ?</source>
        <translation>Om welke reden?</translation>
    </message>
    <message>
        <source>Rendu comment ?</source>
        <translation>Hoe teruggegeven?</translation>
    </message>
    <message>
        <source>À RENDRE</source>
        <translation>TERUG TE GEVEN</translation>
    </message>
</context>
<context>
    <name>guichet::ReplacementForm</name>
    <message>
        <source>Remplacer une caisse</source>
        <translation>Een kassa vervangen</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Cette machine prend la place d’une caisse dont la machine n’est plus là</source>
        <translation>Dit toestel neemt de plaats in van een kassa waarvan het toestel er niet meer is</translation>
    </message>
    <message>
        <source>Code de remplacement</source>
        <translation>Vervangingscode</translation>
    </message>
    <message>
        <source>Administrateur</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Son code PIN</source>
        <translation>Zijn pincode</translation>
    </message>
    <message>
        <source>Prendre la place de la caisse</source>
        <translation>De plaats van de kassa innemen</translation>
    </message>
</context>
<context>
    <name>guichet::ReportScreen</name>
    <message>
        <source>X et Z</source>
        <translation>X en Z</translation>
    </message>
    <message>
        <source>Aucun rapport à montrer</source>
        <translation>Geen rapport om te tonen</translation>
    </message>
    <message>
        <source>Le premier Z se fait à la fermeture de la caisse.</source>
        <translation>De eerste Z wordt gemaakt bij het afsluiten van de kassa.</translation>
    </message>
    <message>
        <source>Compléter le comptage</source>
        <translation>Telling aanvullen</translation>
    </message>
    <message>
        <source>PDF A4</source>
        <translation>PDF A4</translation>
    </message>
    <message>
        <source>Réimprimer</source>
        <translation>Opnieuw afdrukken</translation>
    </message>
    <message>
        <source>ÉDITER LE X</source>
        <translation>X AFDRUKKEN</translation>
    </message>
    <message>
        <source>Rapports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>N°</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Journée</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Tiroir</source>
        <translation>Lade</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Pas encore de Z</source>
        <translation>Nog geen Z</translation>
    </message>
    <message>
        <source>Ce que contenait le tiroir à cette fermeture. Le Z ne change pas : le comptage s’y ajoute.</source>
        <translation>Wat er bij die afsluiting in de lade zat. De Z verandert niet: de telling komt erbij.</translation>
    </message>
    <message>
        <source>Enregistrer le comptage</source>
        <translation>Telling opslaan</translation>
    </message>
    <message>
        <source>Le X n° %1 s’imprime</source>
        <translation>De X nr. %1 wordt afgedrukt</translation>
    </message>
    <message>
        <source>Le Z s’imprime, marqué DUPLICATA</source>
        <translation>De Z wordt afgedrukt, gemarkeerd DUPLICAAT</translation>
    </message>
    <message>
        <source>Le comptage est enregistré</source>
        <translation>De telling is opgeslagen</translation>
    </message>
    <message>
        <source>X et Z disent ce que contient le tiroir</source>
        <translation>X en Z zeggen wat er in de lade zit</translation>
    </message>
    <message>
        <source>Ils demandent les droits d’un utilisateur.</source>
        <translation>Ze vragen de rechten van een gebruiker.</translation>
    </message>
    <message>
        <source>Le X s’imprime, marqué FORMATION</source>
        <translation>De X wordt afgedrukt, gemarkeerd OPLEIDING</translation>
    </message>
</context>
<context>
    <name>guichet::SaleScreen</name>
    <message>
        <source>Rien ne correspond</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Essayez un autre mot, une référence ou un code.</source>
        <translation>Probeer een ander woord, een referentie of een code.</translation>
    </message>
    <message>
        <source>Aucune offre aujourd’hui</source>
        <translation>Geen aanbod vandaag</translation>
    </message>
    <message>
        <source>Le catalogue ne montre aucune formule sur cette caisse.</source>
        <translation>De catalogus toont geen enkele formule aan deze kassa.</translation>
    </message>
    <message>
        <source>Aucun produit sur cette étagère</source>
        <translation>Geen product op dit schap</translation>
    </message>
    <message>
        <source>Scannez un article pour le créer.</source>
        <translation>Scan een artikel om het aan te maken.</translation>
    </message>
    <message>
        <source>Code promo appliqué</source>
        <translation>Promocode toegepast</translation>
    </message>
</context>
<context>
    <name>guichet::ScaleCodes</name>
    <message>
        <source>Le début et les parts font %1 chiffres ensemble ; il en faut %2.</source>
        <translation>Het begin en de delen maken samen %1 cijfers; er zijn er %2 nodig.</translation>
    </message>
    <message>
        <source>article %1, contrôle 1, valeur %2</source>
        <translation>artikel %1, controle 1, waarde %2</translation>
    </message>
    <message>
        <source>article %1, valeur %2 chiffres</source>
        <translation>artikel %1, waarde %2 cijfers</translation>
    </message>
    <message>
        <source>Chiffres</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>prix, 2 décimales</source>
        <translation>prijs, 2 decimalen</translation>
    </message>
    <message>
        <source>poids en grammes</source>
        <translation>gewicht in gram</translation>
    </message>
    <message>
        <source>prix, %1 décimales</source>
        <translation>prijs, %1 decimalen</translation>
    </message>
    <message>
        <source>poids en kg, %1 décimales</source>
        <translation>gewicht in kg, %1 decimalen</translation>
    </message>
    <message>
        <source>Ajouter une étiquette</source>
        <translation>Etiket toevoegen</translation>
    </message>
    <message>
        <source>Commence par</source>
        <translation>Begint met</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>nombre de pièces</source>
        <translation>aantal stuks</translation>
    </message>
</context>
<context>
    <name>guichet::ScannerForm</name>
    <message>
        <source>Le scanner</source>
        <translation>De scanner</translation>
    </message>
    <message>
        <source>tape comme un clavier</source>
        <translation>typt als een toetsenbord</translation>
    </message>
    <message>
        <source>a un port série</source>
        <translation>heeft een seriële poort</translation>
    </message>
    <message>
        <source>se reconnaît à son numéro USB</source>
        <translation>wordt herkend aan zijn USB-nummer</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>Vitesse de la ligne</source>
        <translation>Snelheid van de lijn</translation>
    </message>
    <message>
        <source>Numéro USB (fabricant:modèle)</source>
        <translation>USB-nummer (fabrikant:model)</translation>
    </message>
    <message>
        <source>Son clavier</source>
        <translation>Zijn toetsenbord</translation>
    </message>
    <message>
        <source>Ce qu’il tape avant un code</source>
        <translation>Wat hij voor een code typt</translation>
    </message>
    <message>
        <source>Temps entre deux caractères (ms)</source>
        <translation>Tijd tussen twee tekens (ms)</translation>
    </message>
    <message>
        <source>Il ne tape ni Enter ni Tab après un code</source>
        <translation>Hij typt geen Enter of Tab na een code</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>ENREGISTRER</source>
        <translation>OPSLAAN</translation>
    </message>
    <message>
        <source>d’habitude %1</source>
        <translation>gewoonlijk %1</translation>
    </message>
    <message>
        <source>rien, ou stx, ou F1 à F35</source>
        <translation>niets, of stx, of F1 tot F35</translation>
    </message>
</context>
<context>
    <name>guichet::SettingsSheet</name>
    <message>
        <source>Réglages de cette caisse</source>
        <translation>Instellingen van deze kassa</translation>
    </message>
    <message>
        <source>ENREGISTRER</source>
        <translation>OPSLAAN</translation>
    </message>
    <message>
        <source>Écran et sons</source>
        <translation>Scherm en geluid</translation>
    </message>
    <message>
        <source>Affichage</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Comme l’ordinateur</source>
        <translation>Zoals de computer</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Se verrouille après</source>
        <translation>Vergrendelt na</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuut</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minuten</translation>
    </message>
    <message>
        <source>jamais</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>Sons (scan, paiement)</source>
        <translation>Geluid (scan, betaling)</translation>
    </message>
    <message>
        <source>Imprimer les billets d’entrée</source>
        <translation>Toegangstickets afdrukken</translation>
    </message>
    <message>
        <source>Un seul billet pour tout le dossier</source>
        <translation>Eén ticket voor het hele dossier</translation>
    </message>
    <message>
        <source>Largeur du papier</source>
        <translation>Papierbreedte</translation>
    </message>
    <message>
        <source>80 mm, 48 colonnes</source>
        <translation>80 mm, 48 kolommen</translation>
    </message>
    <message>
        <source>58 mm, 32 colonnes</source>
        <translation>58 mm, 32 kolommen</translation>
    </message>
    <message>
        <source>La vente et la fermeture</source>
        <translation>Verkoop en afsluiting</translation>
    </message>
    <message>
        <source>Demander l’origine des visiteurs</source>
        <translation>Herkomst van de bezoekers vragen</translation>
    </message>
    <message>
        <source>Compter à l’aveugle à la fermeture</source>
        <translation>Blind tellen bij het afsluiten</translation>
    </message>
    <message>
        <source>Cartes et chèques cadeaux</source>
        <translation>Cadeaukaarten en -bonnen</translation>
    </message>
    <message>
        <source>Valables, de la vente ou de la dernière recharge</source>
        <translation>Geldig, vanaf de verkoop of de laatste oplading</translation>
    </message>
    <message>
        <source>12 mois</source>
        <translation>12 maanden</translation>
    </message>
    <message>
        <source>24 mois</source>
        <translation>24 maanden</translation>
    </message>
    <message>
        <source>36 mois</source>
        <translation>36 maanden</translation>
    </message>
    <message>
        <source>60 mois</source>
        <translation>60 maanden</translation>
    </message>
    <message>
        <source>sans limite</source>
        <translation>onbeperkt</translation>
    </message>
    <message>
        <source>Rendre le reste d’un chèque en nouveau chèque</source>
        <translation>Rest van een bon als nieuwe bon teruggeven</translation>
    </message>
    <message>
        <source>Étiquettes de balance : premiers chiffres, partage des chiffres, ce qu’elles disent</source>
        <translation>Etiketten van de weegschaal: eerste cijfers, verdeling van de cijfers, wat ze zeggen</translation>
    </message>
    <message>
        <source>Papier et billets</source>
        <translation>Papier en tickets</translation>
    </message>
    <message>
        <source>Imprimante, terminal : périphériques</source>
        <translation>Printer, terminal: randapparatuur</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 u</translation>
    </message>
    <message>
        <source>Langue avant la connexion, au prochain démarrage</source>
        <translation>Taal vóór het aanmelden, bij de volgende start</translation>
    </message>
    <message>
        <source>La journée commence à</source>
        <translation>De dag begint om</translation>
    </message>
    <message>
        <source>Arrondir tous les paiements, aussi par carte</source>
        <translation>Alle betalingen afronden, ook met kaart</translation>
    </message>
    <message>
        <source>À afficher alors : « Le montant total est toujours arrondi ».</source>
        <translation>Dan uit te hangen: ‘Het totaalbedrag wordt altijd afgerond’.</translation>
    </message>
    <message>
        <source>SCE requise pour les repas</source>
        <translation>GKS vereist voor maaltijden</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>Hors ligne, un même code paie au plus</source>
        <translation>Offline betaalt eenzelfde code hoogstens</translation>
    </message>
    <message>
        <source>Une autre caisse a peut-être déjà pris sa valeur : c’est ce que chaque caisse risque, jusqu’au retour de la liaison.</source>
        <translation>Een andere kassa heeft de waarde misschien al gebruikt: zoveel riskeert elke kassa, tot de verbinding terug is.</translation>
    </message>
</context>
<context>
    <name>guichet::Sheet</name>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>guichet::StartFailureScreen</name>
    <message>
        <source>La caisse s’ouvre…</source>
        <translation>De kassa opent…</translation>
    </message>
    <message>
        <source>La sauvegarde revient…</source>
        <translation>De back-up komt terug…</translation>
    </message>
</context>
<context>
    <name>guichet::StockExportSheet</name>
    <message>
        <source>Exporter le stock</source>
        <translation>Voorraad exporteren</translation>
    </message>
    <message>
        <source>Ce qu’il y avait de chaque article à la fin d’une journée, en fichier CSV pour un tableur.</source>
        <translation>Hoeveel er van elk artikel was aan het einde van een dag, als CSV-bestand voor een rekenblad.</translation>
    </message>
    <message>
        <source>Journée</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>À la fin de quelle journée ?</source>
        <translation>Aan het einde van welke dag?</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Opslaan</translation>
    </message>
</context>
<context>
    <name>guichet::StockScreen</name>
    <message>
        <source>Choisissez un article</source>
        <translation>Kies een artikel</translation>
    </message>
    <message>
        <source>Scannez-le, ou touchez-le dans la liste.</source>
        <translation>Scan het, of tik het aan in de lijst.</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Voorraad</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>À commander</source>
        <translation>Te bestellen</translation>
    </message>
    <message>
        <source>Nom, référence ou code</source>
        <translation>Naam, referentie of code</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Referentie</translation>
    </message>
    <message>
        <source>Alerte</source>
        <translation>Drempel</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Mouvement</source>
        <translation>Beweging</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Quantité</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>Aucun mouvement</source>
        <translation>Geen beweging</translation>
    </message>
    <message>
        <source>Combien y en a-t-il vraiment ?</source>
        <translation>Hoeveel zijn er echt?</translation>
    </message>
    <message>
        <source>Combien ?</source>
        <translation>Hoeveel?</translation>
    </message>
    <message>
        <source>grammes</source>
        <translation>gram</translation>
    </message>
    <message>
        <source>pièces</source>
        <translation>stuks</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>%1 enregistré</source>
        <translation>%1 opgeslagen</translation>
    </message>
    <message>
        <source>Enregistrer un mouvement demande un utilisateur.</source>
        <translation>Een beweging opslaan vraagt een gebruiker.</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Enregistré : %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
</context>
<context>
    <name>guichet::TabBar</name>
    <message>
        <source>Onglets</source>
        <translation>Tabbladen</translation>
    </message>
</context>
<context>
    <name>guichet::TerminalForm</name>
    <message>
        <source>Terminal de paiement</source>
        <translation>Betaalterminal</translation>
    </message>
    <message>
        <source>ENREGISTRER</source>
        <translation>OPSLAAN</translation>
    </message>
    <message>
        <source>Sorte de terminal</source>
        <translation>Soort terminal</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>Vitesse de la ligne</source>
        <translation>Snelheid van de lijn</translation>
    </message>
    <message>
        <source>Port où la caisse écoute le terminal</source>
        <translation>Poort waarop de kassa naar de terminal luistert</translation>
    </message>
    <message>
        <source>Numéro du terminal (modèle-série)</source>
        <translation>Nummer van de terminal (model-serie)</translation>
    </message>
    <message>
        <source>Nom de cette caisse pour le terminal</source>
        <translation>Naam van deze kassa voor de terminal</translation>
    </message>
    <message>
        <source>Numéro de caissier</source>
        <translation>Kassiernummer</translation>
    </message>
    <message>
        <source>Nom de la clé partagée</source>
        <translation>Naam van de gedeelde sleutel</translation>
    </message>
    <message>
        <source>Version de la clé</source>
        <translation>Versie van de sleutel</translation>
    </message>
    <message>
        <source>Secret du terminal</source>
        <translation>Geheim van de terminal</translation>
    </message>
    <message>
        <source>Certificat racine (PEM, collé ici)</source>
        <translation>Rootcertificaat (PEM, hier geplakt)</translation>
    </message>
    <message>
        <source>Vrais paiements (sinon terminal d’essai)</source>
        <translation>Echte betalingen (anders testterminal)</translation>
    </message>
    <message>
        <source>Fermer la caisse termine aussi la journée du terminal</source>
        <translation>De kassa sluiten sluit ook de dag van de terminal af</translation>
    </message>
    <message>
        <source>d’habitude %1</source>
        <translation>gewoonlijk %1</translation>
    </message>
    <message>
        <source>gardé ; vide : ne change pas</source>
        <translation>bewaard; leeg: blijft</translation>
    </message>
    <message>
        <source>Module du fabricant (chemin du fichier)</source>
        <translation>Module van de fabrikant (pad van het bestand)</translation>
    </message>
    <message>
        <source>Options du module</source>
        <translation>Opties van de module</translation>
    </message>
    <message>
        <source>Port où la caisse lit l’écran du terminal (facultatif)</source>
        <translation>Poort waarop de kassa het scherm van de terminal leest (optioneel)</translation>
    </message>
</context>
<context>
    <name>guichet::TerminalRefundSheet</name>
    <message>
        <source>Remboursement au terminal</source>
        <translation>Terugbetaling op de terminal</translation>
    </message>
    <message>
        <source>Faites le remboursement sur le terminal, puis dites ce qu’il a montré.</source>
        <translation>Doe de terugbetaling op de terminal en zeg dan wat hij toonde.</translation>
    </message>
    <message>
        <source>Le terminal rend ce montant : suivez ce qu’il demande.</source>
        <translation>De terminal betaalt dit bedrag terug: volg wat hij vraagt.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Accepté</source>
        <translation>Aanvaard</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Ik weet het niet</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Le terminal attend votre réponse. Sans réponse, c’est non.</source>
        <translation>De terminal wacht op uw antwoord. Geen antwoord is nee.</translation>
    </message>
</context>
<context>
    <name>guichet::TileGrid</name>
    <message>
        <source>Rien à vendre ici</source>
        <translation>Hier is niets te koop</translation>
    </message>
    <message>
        <source>Choisissez un autre onglet.</source>
        <translation>Kies een ander tabblad.</translation>
    </message>
</context>
<context>
    <name>guichet::TopBar</name>
    <message>
        <source>Chercher ou scanner : offre, produit, dossier…</source>
        <translation>Zoeken of scannen: aanbod, product, dossier…</translation>
    </message>
    <message>
        <source>ÉDITER LE X</source>
        <translation>X BEKIJKEN</translation>
    </message>
    <message>
        <source>FERMER</source>
        <translation>AFSLUITEN</translation>
    </message>
    <message>
        <source>Verrouiller ou changer d’utilisateur</source>
        <translation>Vergrendelen of van gebruiker wisselen</translation>
    </message>
    <message>
        <source>Verrouiller ou changer d’utilisateur (F9)</source>
        <translation>Vergrendelen of van gebruiker wisselen (F9)</translation>
    </message>
</context>
<context>
    <name>guichet::TrainingBand</name>
    <message>
        <source>FORMATION · exercez-vous : rien n’est vendu, rien n’est compté</source>
        <translation>OEFENMODUS · oefen gerust: er wordt niets verkocht en niets geteld</translation>
    </message>
</context>
<context>
    <name>guichet::UsersSheet</name>
    <message>
        <source>Utilisateurs à confirmer</source>
        <translation>Gebruikers te bevestigen</translation>
    </message>
    <message>
        <source>Changés ailleurs. Ce qui leur est retiré vaut déjà ; ce qui leur est donné attend ici le code d’un administrateur.</source>
        <translation>Elders gewijzigd. Wat hun is ontnomen, geldt al; wat hun is gegeven, wacht hier op de code van een beheerder.</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>Wat verandert</translation>
    </message>
    <message>
        <source>Dit par</source>
        <translation>Gezegd door</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Personne n’attend.</source>
        <translation>Niemand wacht.</translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation>Weigeren</translation>
    </message>
    <message>
        <source>Confirmer</source>
        <translation>Bevestigen</translation>
    </message>
</context>
<context>
    <name>guichet::WeightSheet</name>
    <message>
        <source>Poids en grammes</source>
        <translation>Gewicht in gram</translation>
    </message>
</context>
</TS>
