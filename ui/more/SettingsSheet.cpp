// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/SettingsSheet.h"

#include "core/money/FormatMoney.h"
#include "ui/more/ScaleCodes.h"
#include "ui/pages/PageHead.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Translation.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QComboBox *choice(Card *card, const QString &label, const QString &objectName, const std::vector<std::pair<QString, QVariant>> &options)
{
    auto *box = new QComboBox{card};
    box->setObjectName(objectName);
    box->setAccessibleName(label);
    for (const auto &[text, value] : options)
        box->addItem(text, value);
    card->body()->addWidget(caption(label, card));
    card->body()->addWidget(box);
    return box;
}

QCheckBox *check(Card *card, const QString &label, const QString &objectName)
{
    auto *box = new QCheckBox{label, card};
    box->setObjectName(objectName);
    card->body()->addWidget(box);
    return box;
}

/// Selects `value`; one that is not offered is added, as `text` or as it is, so that saving changes nothing that was not touched.
void select(QComboBox *box, const QVariant &value, const QString &text = {})
{
    if (box->findData(value) < 0)
        box->addItem(text.isEmpty() ? value.toString() : text, value);
    box->setCurrentIndex(box->findData(value));
}

/// Hours at which a day can turn.
std::vector<std::pair<QString, QVariant>> hours()
{
    std::vector<std::pair<QString, QVariant>> options;
    for (int hour = 0; hour <= latestDayStart; ++hour)
        options.emplace_back(SettingsSheet::tr("%1 h").arg(hour), hour);
    return options;
}

QString amountOf(int cents)
{
    return formatMoney(Money::fromCents(cents), EuroSign::Shown, spokenLanguage());
}

/// In cents, what a code may pay without a line.
std::vector<std::pair<QString, QVariant>> offlineLimits()
{
    std::vector<std::pair<QString, QVariant>> options{{SettingsSheet::tr("rien"), 0}};
    for (const int cents : {1000, 2000, 5000, 10'000, 20'000, 50'000})
        options.emplace_back(amountOf(cents), cents);
    return options;
}

} // namespace

SettingsSheet::SettingsSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"settingsSheet"_s);
    setContentWidth(960);
    setTitle(tr("Réglages de cette caisse"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout{content};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(16);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeScreenCard(), 0, 0);
    grid->addWidget(makePaperCard(), 0, 1);
    grid->addWidget(makeDayCard(), 1, 0);
    grid->addWidget(makeGiftCard(), 1, 1);
    grid->addWidget(makeScaleCard(), 2, 0, 1, 2);
    setContent(content);
    BigButton *button = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"settings.save"_s);
    connect(button, &BigButton::clicked, this, &SettingsSheet::save);
}

QWidget *SettingsSheet::makeScreenCard()
{
    auto *card = new Card{tr("Écran et sons"), this};
    m_language = choice(card, tr("Langue avant la connexion, au prochain démarrage"), u"settings.language"_s,
                        {{u"Français"_s, u"fr"_s}, {u"Nederlands"_s, u"nl"_s}});
    m_darkMode = choice(card, tr("Affichage"), u"settings.darkMode"_s,
                        {{tr("Comme l’ordinateur"), u"auto"_s}, {tr("Clair"), u"light"_s}, {tr("Sombre"), u"dark"_s}});
    m_lock = choice(card, tr("Se verrouille après"), u"settings.lock"_s,
                    {{tr("1 minute"), 60}, {tr("5 minutes"), 300}, {tr("15 minutes"), 900}, {tr("jamais"), 0}});
    m_sounds = check(card, tr("Sons (scan, paiement)"), u"settings.sounds"_s);
    card->body()->addStretch(1);
    return card;
}

QWidget *SettingsSheet::makePaperCard()
{
    auto *card = new Card{tr("Papier et billets"), this};
    auto *devices = new BigButton{tr("Imprimante, terminal : périphériques"), BigButton::Kind::Normal, card};
    devices->setObjectName(u"settings.devices"_s);
    devices->setIconName(IconName::Printer);
    card->body()->addWidget(devices);
    connect(devices, &BigButton::clicked, this, &SettingsSheet::devicesWanted);
    m_columns =
        choice(card, tr("Largeur du papier"), u"settings.columns"_s, {{tr("80 mm, 48 colonnes"), 48}, {tr("58 mm, 32 colonnes"), 32}});
    m_admissionTickets = check(card, tr("Imprimer les billets d’entrée"), u"settings.admissionTickets"_s);
    m_oneTicket = check(card, tr("Un seul billet pour tout le dossier"), u"settings.oneTicket"_s);
    card->body()->addStretch(1);
    return card;
}

QWidget *SettingsSheet::makeDayCard()
{
    auto *card = new Card{tr("La vente et la fermeture"), this};
    m_dayStart = choice(card, tr("La journée commence à"), u"settings.dayStart"_s, hours());
    m_askOrigin = check(card, tr("Demander l’origine des visiteurs"), u"settings.askOrigin"_s);
    m_blindCount = check(card, tr("Compter à l’aveugle à la fermeture"), u"settings.blindCount"_s);
    m_roundAll = check(card, tr("Arrondir tous les paiements, aussi par carte"), u"settings.roundAll"_s);
    auto *notice = caption(tr("À afficher alors : « Le montant total est toujours arrondi »."), card);
    notice->setWordWrap(true);
    card->body()->addWidget(notice);
    m_sce = check(card, tr("SCE requise pour les repas"), u"settings.sce"_s);
    card->body()->addStretch(1);
    return card;
}

QWidget *SettingsSheet::makeGiftCard()
{
    auto *card = new Card{tr("Cartes et chèques cadeaux"), this};
    m_giftValidity = choice(card, tr("Valables, de la vente ou de la dernière recharge"), u"settings.giftValidity"_s,
                            {{tr("12 mois"), 12}, {tr("24 mois"), 24}, {tr("36 mois"), 36}, {tr("60 mois"), 60}, {tr("sans limite"), 0}});
    m_giftRest = check(card, tr("Rendre le reste d’un chèque en nouveau chèque"), u"settings.giftRest"_s);
    m_giftOffline = choice(card, tr("Hors ligne, un même code paie au plus"), u"settings.giftOffline"_s, offlineLimits());
    auto *why = caption(
        tr("Une autre caisse a peut-être déjà pris sa valeur : c’est ce que chaque caisse risque, jusqu’au retour de la liaison."), card);
    why->setWordWrap(true);
    card->body()->addWidget(why);
    card->body()->addStretch(1);
    return card;
}

QWidget *SettingsSheet::makeScaleCard()
{
    auto *card = new Card{tr("Étiquettes de balance : premiers chiffres, partage des chiffres, ce qu’elles disent"), this};
    m_scaleCodes = new ScaleCodes{card};
    card->body()->addWidget(m_scaleCodes);
    return card;
}

void SettingsSheet::save()
{
    QWidget *wrong = m_scaleCodes->refuseWrongRow();
    if (!wrong)
        return Q_EMIT saved(settings());
    wrong->setFocus();
    reveal(*wrong);
}

void SettingsSheet::ask(const TillSettings &settings)
{
    m_before = settings;
    select(m_language, languageCode(settings.language));
    select(m_darkMode, settings.darkMode);
    select(m_lock, settings.lockAfterIdleSeconds);
    select(m_columns, settings.receiptColumns);
    m_sounds->setChecked(settings.sounds);
    select(m_dayStart, settings.businessDayStartsAtHour);
    m_blindCount->setChecked(settings.blindCount);
    m_roundAll->setChecked(settings.roundAllTenders);
    m_sce->setChecked(settings.sceRequired);
    m_askOrigin->setChecked(settings.askOriginAfterSale);
    m_oneTicket->setChecked(settings.oneTicketForAll);
    m_admissionTickets->setChecked(settings.printAdmissionTickets);
    select(m_giftValidity, settings.giftValidityMonths);
    m_giftRest->setChecked(settings.voucherRestIsNewVoucher);
    select(m_giftOffline, settings.giftOfflineLimitCents, amountOf(settings.giftOfflineLimitCents));
    m_scaleCodes->setLayouts(settings.embeddedCodes);
    open();
}

TillSettings SettingsSheet::settings() const
{
    TillSettings settings = m_before;
    settings.language = languageFromCode(m_language->currentData().toString());
    settings.darkMode = m_darkMode->currentData().toString();
    settings.lockAfterIdleSeconds = m_lock->currentData().toInt();
    settings.receiptColumns = m_columns->currentData().toInt();
    settings.sounds = m_sounds->isChecked();
    settings.businessDayStartsAtHour = m_dayStart->currentData().toInt();
    settings.blindCount = m_blindCount->isChecked();
    settings.roundAllTenders = m_roundAll->isChecked();
    settings.sceRequired = m_sce->isChecked();
    settings.askOriginAfterSale = m_askOrigin->isChecked();
    settings.oneTicketForAll = m_oneTicket->isChecked();
    settings.printAdmissionTickets = m_admissionTickets->isChecked();
    settings.giftValidityMonths = m_giftValidity->currentData().toInt();
    settings.voucherRestIsNewVoucher = m_giftRest->isChecked();
    settings.giftOfflineLimitCents = m_giftOffline->currentData().toInt();
    settings.embeddedCodes = m_scaleCodes->layouts();
    return settings;
}

} // namespace guichet
