// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/SettingsSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/Card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

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
    card->body()->addWidget(partHeading(label, card));
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

/// Selects `value`; one that is not offered is added as it is, so that saving changes nothing that was not touched.
void select(QComboBox *box, const QVariant &value)
{
    if (box->findData(value) < 0)
        box->addItem(value.toString(), value);
    box->setCurrentIndex(box->findData(value));
}

} // namespace

SettingsSheet::SettingsSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"settingsSheet"_s);
    setContentWidth(960);
    setTitle(tr("Réglages de cette caisse"));
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout{content};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    columns->addWidget(makeScreenCard(), 1);
    columns->addWidget(makeTillCard(), 1);
    setContent(content);
    BigButton *save = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"settings.save"_s);
    connect(save, &BigButton::clicked, this, [this] { Q_EMIT saved(settings()); });
}

QWidget *SettingsSheet::makeScreenCard()
{
    auto *card = new Card{tr("Écran et sons"), this};
    m_darkMode = choice(card, tr("Affichage"), u"settings.darkMode"_s,
                        {{tr("Comme l’ordinateur"), u"auto"_s}, {tr("Clair"), u"light"_s}, {tr("Sombre"), u"dark"_s}});
    m_lock = choice(card, tr("Se verrouille après"), u"settings.lock"_s,
                    {{tr("1 minute"), 60}, {tr("5 minutes"), 300}, {tr("15 minutes"), 900}, {tr("jamais"), 0}});
    m_sounds = check(card, tr("Sons (scan, paiement)"), u"settings.sounds"_s);
    card->body()->addStretch(1);
    return card;
}

QWidget *SettingsSheet::makeTillCard()
{
    auto *card = new Card{tr("Caisse et imprimante"), this};
    m_blindCount = check(card, tr("Comptage à l’aveugle à la fermeture"), u"settings.blindCount"_s);
    m_askOrigin = check(card, tr("Demander l’origine des visiteurs après la vente"), u"settings.askOrigin"_s);
    m_admissionTickets = check(card, tr("Imprimer les billets d’entrée"), u"settings.admissionTickets"_s);
    m_oneTicket = check(card, tr("Un seul billet pour tout le dossier"), u"settings.oneTicket"_s);
    m_printer = new QLineEdit{card};
    m_printer->setObjectName(u"settings.printer"_s);
    m_printer->setAccessibleName(tr("Imprimante"));
    m_printer->setMaxLength(200);
    card->body()->addWidget(partHeading(tr("Imprimante : screen, file:DOSSIER ou tcp:ADRESSE"), card));
    card->body()->addWidget(m_printer);
    m_columns =
        choice(card, tr("Largeur du papier"), u"settings.columns"_s, {{tr("80 mm, 48 colonnes"), 48}, {tr("58 mm, 32 colonnes"), 32}});
    card->body()->addStretch(1);
    return card;
}

void SettingsSheet::ask(const TillSettings &settings)
{
    m_before = settings;
    select(m_darkMode, settings.darkMode);
    select(m_lock, settings.lockAfterIdleSeconds);
    select(m_columns, settings.receiptColumns);
    m_sounds->setChecked(settings.sounds);
    m_blindCount->setChecked(settings.blindCount);
    m_askOrigin->setChecked(settings.askOriginAfterSale);
    m_oneTicket->setChecked(settings.oneTicketForAll);
    m_admissionTickets->setChecked(settings.printAdmissionTickets);
    m_printer->setText(settings.receiptPrinter);
    open();
}

TillSettings SettingsSheet::settings() const
{
    TillSettings settings = m_before;
    settings.darkMode = m_darkMode->currentData().toString();
    settings.lockAfterIdleSeconds = m_lock->currentData().toInt();
    settings.receiptColumns = m_columns->currentData().toInt();
    settings.sounds = m_sounds->isChecked();
    settings.blindCount = m_blindCount->isChecked();
    settings.askOriginAfterSale = m_askOrigin->isChecked();
    settings.oneTicketForAll = m_oneTicket->isChecked();
    settings.printAdmissionTickets = m_admissionTickets->isChecked();
    settings.receiptPrinter = m_printer->text().trimmed();
    return settings;
}

} // namespace guichet
