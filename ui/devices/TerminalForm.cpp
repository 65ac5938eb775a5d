// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeviceForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString digits(int value)
{
    return value > 0 ? QString::number(value) : QString{};
}

/// What is no number stays out of range and is refused with its field.
int number(const QLineEdit &field, int fallback)
{
    if (field.text().trimmed().isEmpty())
        return fallback;
    bool isNumber = false;
    const int value = field.text().trimmed().toInt(&isNumber);
    return isNumber ? value : -1;
}

int usualPort(const QString &kind)
{
    if (kind == u"nexo")
        return 8443;
    if (kind == u"opi-nl")
        return 4100;
    if (kind == u"plugin")
        return 0;
    return kind == u"opi-de" ? 20'002 : 20'007;
}

} // namespace

TerminalForm::TerminalForm(QWidget *host) : DeviceForm{host}
{
    setObjectName(u"terminalForm"_s);
    setTitle(tr("Terminal de paiement"));
    makeFields();
    const BigButton *save = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"terminal.save"_s);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TerminalForm::showFields);
    connect(save, &BigButton::clicked, this, [this] { Q_EMIT saved(settings(), m_secret->text().toUtf8()); });
}

void TerminalForm::makeFields()
{
    m_kind = addChoice(tr("Sorte de terminal"), u"terminal.kind"_s, terminalKindNames());
    m_library = addField(tr("Module du fabricant (chemin du fichier)"), u"terminal.library"_s, 1000);
    m_address = addField(tr("Adresse"), u"terminal.address"_s, 253);
    m_port = addField(tr("Port"), u"terminal.port"_s, 5);
    m_baud = addField(tr("Vitesse de la ligne"), u"terminal.baud"_s, 6);
    m_tillPort = addField(tr("Port où la caisse écoute le terminal"), u"terminal.tillPort"_s, 5);
    m_noticePort = addField(tr("Port où la caisse lit l’écran du terminal (facultatif)"), u"terminal.noticePort"_s, 5);
    m_options = addField(tr("Options du module"), u"terminal.options"_s, 1000);
    m_poiId = addField(tr("Numéro du terminal (modèle-série)"), u"terminal.poiId"_s, 60);
    m_tillId = addField(tr("Nom de cette caisse pour le terminal"), u"terminal.tillId"_s, 32);
    m_clerk = addField(tr("Numéro de caissier"), u"terminal.clerk"_s, 20);
    m_keyIdentifier = addField(tr("Nom de la clé partagée"), u"terminal.keyIdentifier"_s, 200);
    m_keyVersion = addField(tr("Version de la clé"), u"terminal.keyVersion"_s, 7);
    m_secret = addField(tr("Secret du terminal"), u"terminal.secret"_s, 200);
    m_secret->setEchoMode(QLineEdit::Password);
    m_root = addField(tr("Certificat racine (PEM, collé ici)"), u"terminal.root"_s, 20'000);
    m_isLive = addCheck(tr("Vrais paiements (sinon terminal d’essai)"), u"terminal.isLive"_s);
    m_endsDay = addCheck(tr("Fermer la caisse termine aussi la journée du terminal"), u"terminal.endsDay"_s);
}

void TerminalForm::showFields()
{
    const QString kind = m_kind->currentData().toString();
    const QString name = terminalName(kind);
    std::vector<QWidget *> fields{m_kind};
    if (kind == u"plugin")
        fields.push_back(m_library);
    if (kind != u"manual")
        fields.push_back(m_address);
    if (kind == u"zvt-serial")
        fields.push_back(m_baud);
    else if (kind != u"manual")
        fields.push_back(m_port);
    if (name == u"nexo")
        fields.insert(fields.end(), {m_poiId, m_tillId, m_keyIdentifier, m_keyVersion, m_secret, m_root, m_noticePort, m_isLive});
    if (kind == u"opi-nl")
        fields.push_back(m_tillPort);
    if (name == u"opi")
        fields.insert(fields.end(), {m_tillId, m_clerk});
    if (name == u"zvt")
        fields.push_back(m_secret);
    if (kind == u"plugin")
        fields.insert(fields.end(), {m_tillId, m_options, m_secret});
    if (kind != u"manual")
        fields.push_back(m_endsDay);
    layOut(fields);
    m_address->setPlaceholderText(kind == u"zvt-serial" ? u"/dev/ttyUSB0"_s : u"192.0.2.10"_s);
    m_library->setPlaceholderText(u"/opt/acme/terminal.so"_s);
    m_port->setPlaceholderText(usualPort(kind) > 0 ? tr("d’habitude %1").arg(usualPort(kind)) : QString{});
    m_secret->setPlaceholderText(m_secretKept && terminalName(m_before.kind) == name ? tr("gardé ; vide : ne change pas")
                                                                                     : secretWord(kind));
    offerPorts(kind == u"zvt-serial" ? std::optional{FoundPort::Kind::Serial} : std::nullopt, m_address);
    offerProbe(kind != u"manual" && kind != u"zvt-serial" && kind != u"plugin");
}

void TerminalForm::ask(const TerminalSettings &settings, bool secretKept)
{
    m_before = settings;
    m_secretKept = secretKept;
    m_kind->setCurrentIndex(m_kind->findData(settings.kind));
    m_library->setText(settings.library);
    m_options->setText(settings.options);
    m_address->setText(settings.address);
    m_port->setText(digits(settings.port));
    m_baud->setText(digits(settings.baud));
    m_tillPort->setText(digits(settings.tillPort));
    m_noticePort->setText(digits(settings.noticePort));
    m_poiId->setText(settings.poiId);
    m_tillId->setText(settings.tillId);
    m_clerk->setText(settings.clerk);
    m_keyIdentifier->setText(settings.keyIdentifier);
    m_keyVersion->setText(digits(settings.keyVersion));
    m_secret->clear();
    m_root->setText(settings.rootPem.simplified());
    m_isLive->setChecked(settings.isLive);
    m_endsDay->setChecked(settings.endsDay);
    showFields();
    open();
}

TerminalSettings TerminalForm::settings() const
{
    TerminalSettings settings = m_before;
    settings.kind = m_kind->currentData().toString();
    settings.library = m_library->text().trimmed();
    settings.options = m_options->text().trimmed();
    settings.address = m_address->text().trimmed();
    settings.port = number(*m_port, 0);
    settings.baud = number(*m_baud, m_before.baud);
    settings.tillPort = number(*m_tillPort, m_before.tillPort);
    settings.noticePort = number(*m_noticePort, 0);
    settings.poiId = m_poiId->text().trimmed();
    settings.tillId = m_tillId->text().trimmed();
    settings.clerk = m_clerk->text().trimmed();
    settings.keyIdentifier = m_keyIdentifier->text().trimmed();
    settings.keyVersion = number(*m_keyVersion, m_before.keyVersion);
    settings.rootPem = m_root->text() == m_before.rootPem.simplified() ? m_before.rootPem : pemOf(m_root->text());
    settings.isLive = m_isLive->isChecked();
    settings.endsDay = m_endsDay->isChecked();
    return settings;
}

std::pair<QString, int> TerminalForm::probedPlace() const
{
    return {m_address->text().trimmed(), number(*m_port, usualPort(m_kind->currentData().toString()))};
}

} // namespace guichet
