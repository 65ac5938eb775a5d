// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/LostWords.h"

#include "core/money/FormatMoney.h"
#include "core/receipt/VisitorWords.h"
#include "ui/format/Countries.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"
#include "ui/more/UsersState.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <span>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLostValue = 40;

const QStringList textLanguages{u"fr"_s, u"nl"_s, u"en"_s, u"de"_s};

struct LostWords
{
    Q_DECLARE_TR_FUNCTIONS(Centre)
};

/// A name inside documents, and what people call it.
struct NamedWord
{
    const char *name;
    const char *word;
};

QString wordIn(const QHash<QString, const char *> &words, const QString &name)
{
    const char *word = words.value(name);
    return word ? LostWords::tr(word) : QString{};
}

QHash<QString, const char *> hashOf(std::span<const NamedWord> words)
{
    QHash<QString, const char *> hash;
    for (const NamedWord &one : words)
        hash.insert(QString::fromLatin1(one.name), one.word);
    return hash;
}

/// As documents have them (core/catalogue, core/people, core/till); one name means the same wherever it stands.
constexpr NamedWord fieldNames[] = {
    {"name", QT_TRANSLATE_NOOP("Centre", "nom")},
    {"displayName", QT_TRANSLATE_NOOP("Centre", "nom")},
    {"description", QT_TRANSLATE_NOOP("Centre", "description")},
    {"icon", QT_TRANSLATE_NOOP("Centre", "image")},
    {"order", QT_TRANSLATE_NOOP("Centre", "ordre d’affichage")},
    {"vat", QT_TRANSLATE_NOOP("Centre", "code TVA")},
    {"rates", QT_TRANSLATE_NOOP("Centre", "taux")},
    {"price", QT_TRANSLATE_NOOP("Centre", "prix")},
    {"purchasePrice", QT_TRANSLATE_NOOP("Centre", "prix d’achat")},
    {"soldAtTill", QT_TRANSLATE_NOOP("Centre", "vendu à la caisse")},
    {"soldOnline", QT_TRANSLATE_NOOP("Centre", "vendu en ligne")},
    {"stockPerDay", QT_TRANSLATE_NOOP("Centre", "nombre par jour")},
    {"category", QT_TRANSLATE_NOOP("Centre", "catégorie de visiteurs")},
    {"persons", QT_TRANSLATE_NOOP("Centre", "personnes par billet")},
    {"minimumAge", QT_TRANSLATE_NOOP("Centre", "âge minimum")},
    {"flatRate", QT_TRANSLATE_NOOP("Centre", "forfait par dossier")},
    // Formulas, places, calendar
    {"kind", QT_TRANSLATE_NOOP("Centre", "genre")},
    {"audience", QT_TRANSLATE_NOOP("Centre", "public")},
    {"group", QT_TRANSLATE_NOOP("Centre", "rayon")},
    {"groups", QT_TRANSLATE_NOOP("Centre", "rayons")},
    {"durationMinutes", QT_TRANSLATE_NOOP("Centre", "durée en minutes")},
    {"resources", QT_TRANSLATE_NOOP("Centre", "tarifs")},
    {"resource", QT_TRANSLATE_NOOP("Centre", "tarif")},
    {"supplements", QT_TRANSLATE_NOOP("Centre", "suppléments")},
    {"slotPatterns", QT_TRANSLATE_NOOP("Centre", "heures de départ")},
    {"slot", QT_TRANSLATE_NOOP("Centre", "heure de départ")},
    {"pools", QT_TRANSLATE_NOOP("Centre", "jauges")},
    {"pool", QT_TRANSLATE_NOOP("Centre", "jauge")},
    {"published", QT_TRANSLATE_NOOP("Centre", "jours de vente")},
    {"valid", QT_TRANSLATE_NOOP("Centre", "jours de validité")},
    {"visits", QT_TRANSLATE_NOOP("Centre", "jours de visite")},
    {"visible", QT_TRANSLATE_NOOP("Centre", "jours d’affichage")},
    {"weekdays", QT_TRANSLATE_NOOP("Centre", "jours de la semaine")},
    {"weekOfMonth", QT_TRANSLATE_NOOP("Centre", "semaine du mois")},
    {"minimumQuantity", QT_TRANSLATE_NOOP("Centre", "nombre minimum")},
    {"maximumQuantity", QT_TRANSLATE_NOOP("Centre", "nombre maximum")},
    {"cutOffTillMinutes", QT_TRANSLATE_NOOP("Centre", "fin de vente à la caisse, minutes avant")},
    {"cutOffOnlineMinutes", QT_TRANSLATE_NOOP("Centre", "fin de vente en ligne, minutes avant")},
    {"collection", QT_TRANSLATE_NOOP("Centre", "moment du paiement")},
    {"deposit", QT_TRANSLATE_NOOP("Centre", "acompte")},
    {"freePerPaying", QT_TRANSLATE_NOOP("Centre", "un gratuit par")},
    {"comprises", QT_TRANSLATE_NOOP("Centre", "ce qui est compris")},
    {"unit", QT_TRANSLATE_NOOP("Centre", "ce qui est compté")},
    {"mode", QT_TRANSLATE_NOOP("Centre", "compté par")},
    {"capacity", QT_TRANSLATE_NOOP("Centre", "nombre de places")},
    {"turnaroundMinutes", QT_TRANSLATE_NOOP("Centre", "remise en état en minutes")},
    {"periods", QT_TRANSLATE_NOOP("Centre", "heures d’ouverture")},
    {"closures", QT_TRANSLATE_NOOP("Centre", "jours de fermeture")},
    {"date", QT_TRANSLATE_NOOP("Centre", "jour")},
    {"dates", QT_TRANSLATE_NOOP("Centre", "jours")},
    {"formula", QT_TRANSLATE_NOOP("Centre", "formule")},
    {"formulas", QT_TRANSLATE_NOOP("Centre", "formules")},
    {"reason", QT_TRANSLATE_NOOP("Centre", "motif")},
    {"colour", QT_TRANSLATE_NOOP("Centre", "couleur")},
    {"tills", QT_TRANSLATE_NOOP("Centre", "caisses")},
    {"restaurant", QT_TRANSLATE_NOOP("Centre", "restaurant")},
    // Promotions and codes
    {"threshold", QT_TRANSLATE_NOOP("Centre", "délai")},
    {"percent", QT_TRANSLATE_NOOP("Centre", "réduction en pour cent")},
    {"amount", QT_TRANSLATE_NOOP("Centre", "montant de la réduction")},
    {"fixedPrice", QT_TRANSLATE_NOOP("Centre", "prix fixe")},
    {"code", QT_TRANSLATE_NOOP("Centre", "code")},
    {"uses", QT_TRANSLATE_NOOP("Centre", "nombre d’utilisations")},
    {"unitsPerUse", QT_TRANSLATE_NOOP("Centre", "billets par utilisation")},
    {"products", QT_TRANSLATE_NOOP("Centre", "produits")},
    {"productGroups", QT_TRANSLATE_NOOP("Centre", "rayons de produits")},
    {"cumulative", QT_TRANSLATE_NOOP("Centre", "cumulable")},
    {"needsReference", QT_TRANSLATE_NOOP("Centre", "numéro demandé")},
    // Payment methods
    {"type", QT_TRANSLATE_NOOP("Centre", "type")},
    {"opensDrawer", QT_TRANSLATE_NOOP("Centre", "ouvre le tiroir")},
    {"givesChange", QT_TRANSLATE_NOOP("Centre", "rend la monnaie")},
    {"usesTerminal", QT_TRANSLATE_NOOP("Centre", "passe par le terminal")},
    {"inPerson", QT_TRANSLATE_NOOP("Centre", "au comptoir seulement")},
    {"refundable", QT_TRANSLATE_NOOP("Centre", "peut être rendu")},
    {"countedAtClosing", QT_TRANSLATE_NOOP("Centre", "compté à la fermeture")},
    {"faceValues", QT_TRANSLATE_NOOP("Centre", "valeurs des chèques")},
    {"validYears", QT_TRANSLATE_NOOP("Centre", "années de validité")},
    {"giftKind", QT_TRANSLATE_NOOP("Centre", "sorte de cadeau")},
    // Products
    {"barcodes", QT_TRANSLATE_NOOP("Centre", "codes-barres")},
    {"byWeight", QT_TRANSLATE_NOOP("Centre", "vendu au poids")},
    {"sellBelowZero", QT_TRANSLATE_NOOP("Centre", "vendu sans stock")},
    {"openingStock", QT_TRANSLATE_NOOP("Centre", "stock de départ")},
    {"alertStock", QT_TRANSLATE_NOOP("Centre", "stock d’alerte")},
    {"archived", QT_TRANSLATE_NOOP("Centre", "retiré de la vente")},
    {"reference", QT_TRANSLATE_NOOP("Centre", "référence")},
    {"supplier", QT_TRANSLATE_NOOP("Centre", "fournisseur")},
    // People
    {"role", QT_TRANSLATE_NOOP("Centre", "rôle")},
    {"pinHash", QT_TRANSLATE_NOOP("Centre", "code personnel")},
    {"active", QT_TRANSLATE_NOOP("Centre", "peut travailler")},
    {"language", QT_TRANSLATE_NOOP("Centre", "langue")},
    {"email", QT_TRANSLATE_NOOP("Centre", "e-mail")},
    {"telephone", QT_TRANSLATE_NOOP("Centre", "téléphone")},
    {"country", QT_TRANSLATE_NOOP("Centre", "pays")},
    {"postcode", QT_TRANSLATE_NOOP("Centre", "code postal")},
    {"province", QT_TRANSLATE_NOOP("Centre", "province")},
    {"firstName", QT_TRANSLATE_NOOP("Centre", "prénom")},
    {"address", QT_TRANSLATE_NOOP("Centre", "adresse")},
    {"company", QT_TRANSLATE_NOOP("Centre", "société")},
    {"vatNumber", QT_TRANSLATE_NOOP("Centre", "numéro de TVA")},
    {"comment", QT_TRANSLATE_NOOP("Centre", "commentaire")},
    {"internalComment", QT_TRANSLATE_NOOP("Centre", "commentaire interne")},
    // The attraction
    {"legalName", QT_TRANSLATE_NOOP("Centre", "nom légal")},
    {"commercialName", QT_TRANSLATE_NOOP("Centre", "nom commercial")},
    {"street", QT_TRANSLATE_NOOP("Centre", "rue")},
    {"city", QT_TRANSLATE_NOOP("Centre", "localité")},
    {"enterpriseNumber", QT_TRANSLATE_NOOP("Centre", "numéro d’entreprise")},
    {"vatLiable", QT_TRANSLATE_NOOP("Centre", "assujettie à la TVA")},
    {"establishmentUnit", QT_TRANSLATE_NOOP("Centre", "unité d’établissement")},
    {"iban", QT_TRANSLATE_NOOP("Centre", "compte bancaire")},
    {"web", QT_TRANSLATE_NOOP("Centre", "site web")},
    {"receiptFooter", QT_TRANSLATE_NOOP("Centre", "bas des reçus")},
    // Settings of the establishment
    {"businessDayStartsAtHour", QT_TRANSLATE_NOOP("Centre", "heure où la journée commence")},
    {"blindCount", QT_TRANSLATE_NOOP("Centre", "comptage à l’aveugle")},
    {"sceRequired", QT_TRANSLATE_NOOP("Centre", "caisse enregistreuse exigée (SCE)")},
    {"roundAllTenders", QT_TRANSLATE_NOOP("Centre", "arrondi de tous les paiements")},
    {"askOriginAfterSale", QT_TRANSLATE_NOOP("Centre", "origine demandée après la vente")},
    {"oneTicketForAll", QT_TRANSLATE_NOOP("Centre", "un seul billet d’entrée pour tous")},
    {"voucherRestIsNewVoucher", QT_TRANSLATE_NOOP("Centre", "le reste d’un chèque cadeau en fait un nouveau")},
    {"giftValidityMonths", QT_TRANSLATE_NOOP("Centre", "mois de validité des cadeaux")},
    {"giftOfflineLimitCents", QT_TRANSLATE_NOOP("Centre", "cadeau sans ligne, au plus")},
    {"embeddedCodes", QT_TRANSLATE_NOOP("Centre", "codes de balance")},
};

/// What stands in fields that take one of a few values.
constexpr NamedWord choiceNames[] = {
    {"activity", QT_TRANSLATE_NOOP("Centre", "activité")},
    {"rental", QT_TRANSLATE_NOOP("Centre", "location")},
    {"event", QT_TRANSLATE_NOOP("Centre", "événement")},
    {"formulas", QT_TRANSLATE_NOOP("Centre", "formules")},
    {"products", QT_TRANSLATE_NOOP("Centre", "produits")},
    {"classic", QT_TRANSLATE_NOOP("Centre", "ordinaire")},
    {"last_minute", QT_TRANSLATE_NOOP("Centre", "dernière minute")},
    {"early_bird", QT_TRANSLATE_NOOP("Centre", "réservé tôt")},
    {"complimentary", QT_TRANSLATE_NOOP("Centre", "gratuité")},
    {"price_change", QT_TRANSLATE_NOOP("Centre", "prix changé")},
    {"cash_movement", QT_TRANSLATE_NOOP("Centre", "mouvement d’argent")},
    {"drawer", QT_TRANSLATE_NOOP("Centre", "ouverture du tiroir")},
    {"refund", QT_TRANSLATE_NOOP("Centre", "remboursement")},
    {"cancellation", QT_TRANSLATE_NOOP("Centre", "annulation")},
    {"force", QT_TRANSLATE_NOOP("Centre", "vente forcée")},
    {"desk", QT_TRANSLATE_NOOP("Centre", "accueil")},
    {"shop", QT_TRANSLATE_NOOP("Centre", "boutique")},
    {"cafeteria", QT_TRANSLATE_NOOP("Centre", "cafétéria")},
    {"phone", QT_TRANSLATE_NOOP("Centre", "téléphone")},
    {"individual", QT_TRANSLATE_NOOP("Centre", "individuels")},
    {"group", QT_TRANSLATE_NOOP("Centre", "groupes")},
    {"prepaid", QT_TRANSLATE_NOOP("Centre", "à la réservation")},
    {"deposit", QT_TRANSLATE_NOOP("Centre", "acompte d’abord")},
    {"postpaid", QT_TRANSLATE_NOOP("Centre", "après la visite")},
    {"person", QT_TRANSLATE_NOOP("Centre", "des personnes")},
    {"item", QT_TRANSLATE_NOOP("Centre", "des objets")},
    {"slot", QT_TRANSLATE_NOOP("Centre", "départ")},
    {"day", QT_TRANSLATE_NOOP("Centre", "jour")},
    {"interval", QT_TRANSLATE_NOOP("Centre", "durée")},
    {"voucher", QT_TRANSLATE_NOOP("Centre", "chèque cadeau")},
    {"card", QT_TRANSLATE_NOOP("Centre", "carte cadeau")},
    {"CASH", QT_TRANSLATE_NOOP("Centre", "espèces")},
    {"CARD_DEBIT", QT_TRANSLATE_NOOP("Centre", "carte de débit")},
    {"CARD_CREDIT", QT_TRANSLATE_NOOP("Centre", "carte de crédit")},
    {"CARD_OTHER", QT_TRANSLATE_NOOP("Centre", "autre carte")},
    {"CHEQUE_MEAL", QT_TRANSLATE_NOOP("Centre", "chèque-repas")},
    {"CHEQUE_OTHER", QT_TRANSLATE_NOOP("Centre", "autre chèque")},
    {"APP", QT_TRANSLATE_NOOP("Centre", "application")},
    {"ONLINE", QT_TRANSLATE_NOOP("Centre", "en ligne")},
    {"CUSTOMER_CREDIT", QT_TRANSLATE_NOOP("Centre", "crédit du client")},
    {"VOUCHER_STORE", QT_TRANSLATE_NOOP("Centre", "bon de la maison")},
    {"VOUCHER_OTHER", QT_TRANSLATE_NOOP("Centre", "autre bon")},
    {"TRANSFER", QT_TRANSLATE_NOOP("Centre", "virement")},
    {"OTHER", QT_TRANSLATE_NOOP("Centre", "autre")},
    {"fr", QT_TRANSLATE_NOOP("Centre", "français")},
    {"nl", QT_TRANSLATE_NOOP("Centre", "néerlandais")},
    {"en", QT_TRANSLATE_NOOP("Centre", "anglais")},
    {"de", QT_TRANSLATE_NOOP("Centre", "allemand")},
};

bool isOneOf(const QString &field, std::initializer_list<QLatin1StringView> fields)
{
    return std::ranges::find(fields, field) != fields.end();
}

QString kindWord(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Resource: return LostWords::tr("Tarif");
    case DocumentKind::Supplement: return LostWords::tr("Supplément");
    case DocumentKind::Formula: return LostWords::tr("Formule");
    case DocumentKind::Group: return LostWords::tr("Rayon");
    case DocumentKind::Pool: return LostWords::tr("Jauge");
    case DocumentKind::Promotion: return LostWords::tr("Promotion");
    case DocumentKind::PromoCode: return LostWords::tr("Code");
    case DocumentKind::PaymentMethod: return LostWords::tr("Moyen de paiement");
    case DocumentKind::Reason: return LostWords::tr("Motif");
    case DocumentKind::StopSale: return LostWords::tr("Arrêt des ventes");
    case DocumentKind::SlotCapacity: return LostWords::tr("Places d’un départ");
    case DocumentKind::Calendar: return LostWords::tr("Calendrier");
    case DocumentKind::VatRates: return LostWords::tr("Taux de TVA");
    case DocumentKind::TillProfile: return LostWords::tr("Caisse");
    case DocumentKind::Product: return LostWords::tr("Produit");
    case DocumentKind::User: return LostWords::tr("Utilisateur");
    case DocumentKind::Customer: return LostWords::tr("Client");
    case DocumentKind::Settings: return LostWords::tr("Réglages");
    case DocumentKind::Attraction: return LostWords::tr("Attraction");
    case DocumentKind::Note: return LostWords::tr("Note");
    }
    Q_UNREACHABLE();
}

/// What stands for the document after its kind; empty: there is but one, or its key says nothing to anybody.
QString documentName(const ConflictDesk::Conflict &conflict, Language language)
{
    switch (conflict.value.kind) {
    case DocumentKind::Settings:
    case DocumentKind::Attraction:
    case DocumentKind::VatRates:
    case DocumentKind::Calendar: return {};
    case DocumentKind::SlotCapacity: {
        const QStringList parts = conflict.value.key.split(u'|');
        const QString day = formatShortDate(QDate::fromString(parts.value(1), Qt::ISODate));
        return QStringList{parts.value(0), day, parts.value(2)}.join(u' ').trimmed();
    }
    case DocumentKind::Customer:
    case DocumentKind::StopSale: {
        const QString title = conflict.title.in(language);
        return title == conflict.value.key ? QString{} : title;
    }
    default: return conflict.title.in(language);
    }
}

QString rangeWord(const QJsonObject &range)
{
    const QString from = formatShortDate(QDate::fromString(range[u"from"_s].toString(), Qt::ISODate));
    const QString to = formatShortDate(QDate::fromString(range[u"to"_s].toString(), Qt::ISODate));
    if (to.isEmpty())
        return LostWords::tr("dès le %1").arg(from);
    return from.isEmpty() ? LostWords::tr("jusqu’au %1").arg(to) : LostWords::tr("du %1 au %2").arg(from, to);
}

QString objectWord(const QString &field, const QJsonObject &object, Language language)
{
    if (object.isEmpty())
        return LostWords::tr("rien");
    if (object.contains(u"from"_s) || object.contains(u"to"_s))
        return rangeWord(object);
    if (field != u"closures")
        return LocalizedText::fromJson(object).in(language);
    QStringList days;
    for (const QString &day : object.keys())
        days << formatShortDate(QDate::fromString(day, Qt::ISODate));
    return days.join(u", "_s);
}

/// An item of a formula with its first price, a pool, a departure, an hour of opening, a rate, a code of scales.
QString elementWord(const QJsonObject &element, Language language)
{
    if (element.contains(u"rate"_s))
        return u"%1 %2"_s.arg(element[u"code"_s].toString(), formatPercent(BasisPoints{element[u"rate"_s].toInteger()}, language));
    const QJsonArray prices = element[u"prices"_s].toArray();
    if (!prices.isEmpty()) {
        const Money price = Money::fromCents(prices.first()[u"price"_s].toInteger());
        return u"%1 %2"_s.arg(element[u"key"_s].toString(), formatMoney(price, EuroSign::Shown, language));
    }
    if (element.contains(u"opens"_s))
        return u"%1–%2"_s.arg(element[u"opens"_s].toString(), element[u"closes"_s].toString());
    for (const QString &name : {u"key"_s, u"pool"_s, u"first"_s, u"prefix"_s})
        if (element.contains(name))
            return element[name].toString();
    return u"…"_s;
}

QString listElementWord(const QString &field, const QJsonValue &element, Language language)
{
    if (element.isObject())
        return elementWord(element.toObject(), language);
    if (element.isString())
        return element.toString();
    if (field == u"weekdays") {
        const QDate monday{2026, 11, 23};
        return formatDate(monday.addDays(element.toInteger() - 1), language).section(u' ', 0, 0);
    }
    return formatMoney(Money::fromCents(element.toInteger()), EuroSign::Shown, language); // faceValues
}

QString listWord(const QString &field, const QJsonArray &list, Language language)
{
    QStringList words;
    for (const QJsonValue element : list)
        words << listElementWord(field, element, language);
    return words.isEmpty() ? LostWords::tr("rien") : words.join(u", "_s);
}

QString numberWord(const QString &field, qint64 number, Language language)
{
    if (isOneOf(field, {"price"_L1, "purchasePrice"_L1, "amount"_L1, "fixedPrice"_L1, "giftOfflineLimitCents"_L1}))
        return formatMoney(Money::fromCents(number), EuroSign::Shown, language);
    if (isOneOf(field, {"percent"_L1, "deposit"_L1}))
        return formatPercent(BasisPoints{number}, language);
    return QString::number(number);
}

QString textWord(const QString &field, const QString &text, Language language)
{
    static const QHash<QString, const char *> choices = hashOf(choiceNames);
    if (text.isEmpty())
        return LostWords::tr("rien");
    if (field == u"role") {
        const auto role = roleFromName(text);
        return role ? roleNoun(*role) : text;
    }
    if (field == u"category")
        return visitorWord(text, language);
    if (field == u"country")
        return countryName(text, language);
    if (field == u"date")
        return formatShortDate(QDate::fromString(text, Qt::ISODate));
    if (!isOneOf(field, {"kind"_L1, "audience"_L1, "collection"_L1, "unit"_L1, "mode"_L1, "type"_L1, "giftKind"_L1, "language"_L1}))
        return text;
    const QString word = wordIn(choices, text);
    return word.isEmpty() ? text : word;
}

QString wholeValueWord(const LostField &lost, Language language)
{
    const QJsonValue &value = lost.value;
    if (lost.field == archivedField)
        return value.toBool() ? LostWords::tr("retiré") : LostWords::tr("en vente");
    if (lost.field == u"pinHash")
        return LostWords::tr("un autre code"); // nobody sees even its hash
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? LostWords::tr("oui") : LostWords::tr("non");
    case QJsonValue::Double: return numberWord(lost.field, value.toInteger(), language);
    case QJsonValue::String: return textWord(lost.field, value.toString(), language);
    case QJsonValue::Array: return listWord(lost.field, value.toArray(), language);
    case QJsonValue::Object: return objectWord(lost.field, value.toObject(), language);
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return LostWords::tr("rien");
}

bool isTexts(const QJsonValue &value)
{
    const QStringList keys = value.toObject().keys();
    return !keys.isEmpty() && std::ranges::all_of(keys, [](const QString &key) { return textLanguages.contains(key); });
}

/// Of a text in several languages on both sides: their codes; of anything else none.
QStringList languagesThatDiffer(const ConflictDesk::Conflict &conflict)
{
    QStringList languages;
    const QJsonValue &lost = conflict.value.lost.value;
    if (!isTexts(lost) || !isTexts(conflict.standing))
        return languages;
    for (const QString &language : textLanguages)
        if (lost.toObject().value(language) != conflict.standing.toObject().value(language))
            languages << language;
    return languages;
}

/// One of the two values.
QString sideWord(const ConflictDesk::Conflict &conflict, const QJsonValue &value, Language language)
{
    QStringList words;
    const QStringList languages = languagesThatDiffer(conflict);
    for (const QString &code : languages) {
        const QString text = textWord({}, value.toObject().value(code).toString(), language);
        words << (languages.size() == 1 ? text : u"%1 : %2"_s.arg(code, text));
    }
    const LostField side{.field = conflict.value.lost.field, .value = value, .stamp = {}, .winner = {}};
    const QString word = words.isEmpty() ? wholeValueWord(side, language) : words.join(u", "_s);
    return word.size() > longestLostValue ? word.left(longestLostValue - 1) + u'…' : word;
}

} // namespace

QString lostDocumentWord(const ConflictDesk::Conflict &conflict, Language language)
{
    const QString kind = kindWord(conflict.value.kind);
    const QString name = documentName(conflict, language);
    return name.isEmpty() ? kind : u"%1 · %2"_s.arg(kind, name);
}

QString lostFieldWord(const ConflictDesk::Conflict &conflict)
{
    static const QHash<QString, const char *> fields = hashOf(fieldNames);
    const QString &field = conflict.value.lost.field;
    if (field == archivedField)
        return LostWords::tr("en vente ou retiré");
    const QString known = wordIn(fields, field);
    const QString word = known.isEmpty() ? LostWords::tr("autre chose") : known; // only what a later version has
    const QStringList languages = languagesThatDiffer(conflict);
    return languages.isEmpty() ? word : u"%1 (%2)"_s.arg(word, languages.join(u", "_s));
}

QString lostValueWord(const ConflictDesk::Conflict &conflict, Language language)
{
    return sideWord(conflict, conflict.value.lost.value, language);
}

QString standingValueWord(const ConflictDesk::Conflict &conflict, Language language)
{
    if (conflict.value.lost.field == u"pinHash")
        return LostWords::tr("le code d’aujourd’hui");
    return sideWord(conflict, conflict.standing, language);
}

} // namespace guichet
