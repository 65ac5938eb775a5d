// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeskForms.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString typedWay = u"typed"_s;

void choose(QComboBox &box, const QString &key)
{
    box.setCurrentIndex(std::max(0, box.findData(key)));
}

SerialPlace placeIn(const QLineEdit &port, const QLineEdit &baud)
{
    return {.port = port.text().trimmed(), .baud = baud.text().trimmed()};
}

} // namespace

ScannerForm::ScannerForm(QWidget *host)
    : DeviceForm{host},
      m_way{addChoice(
          tr("Le scanner"), u"scanner.way"_s,
          {{typedWay, tr("tape comme un clavier")}, {u"line"_s, tr("a un port série")}, {u"usb"_s, tr("se reconnaît à son numéro USB")}})},
      m_port{addField(tr("Port"), u"scanner.port"_s, 200)}, m_baud{addField(tr("Vitesse de la ligne"), u"scanner.baud"_s, 7)},
      m_usb{addField(tr("Numéro USB (fabricant:modèle)"), u"scanner.usb"_s, 60)},
      m_keyboard{addChoice(tr("Son clavier"), u"scanner.keyboard"_s, scannerKeyboardNames())},
      m_prefix{addField(tr("Ce qu’il tape avant un code"), u"scanner.prefix"_s, 3)},
      m_gap{addField(tr("Temps entre deux caractères (ms)"), u"scanner.gap"_s, 3)},
      m_endsBySilence{addCheck(tr("Il ne tape ni Enter ni Tab après un code"), u"scanner.endsBySilence"_s)}
{
    setObjectName(u"scannerForm"_s);
    setTitle(tr("Scanner"));
    const BigButton *button = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"scanner.save"_s);
    m_port->setPlaceholderText(u"/dev/ttyACM0"_s);
    m_baud->setPlaceholderText(tr("d’habitude %1").arg(9600));
    m_usb->setPlaceholderText(u"05e0:1701"_s);
    m_prefix->setPlaceholderText(tr("rien, ou stx, ou F1 à F35"));
    offerProbe(false);
    connect(m_way, &QComboBox::currentIndexChanged, this, &ScannerForm::showFields);
    connect(button, &BigButton::clicked, this, [this] { Q_EMIT saved(settings()); });
}

void ScannerForm::showFields()
{
    const QString way = m_way->currentData().toString();
    std::vector<QWidget *> fields{m_way};
    if (way == u"line")
        fields.insert(fields.end(), {m_port, m_baud});
    if (way == u"usb")
        fields.push_back(m_usb);
    fields.insert(fields.end(), {m_keyboard, m_prefix, m_gap, m_endsBySilence});
    layOut(fields);
    offerPorts(way == u"line" ? std::optional{FoundPort::Kind::Serial} : std::nullopt, m_port);
}

void ScannerForm::ask(const ScannerSettings &settings)
{
    m_before = settings;
    const SerialPlace place = serialPlaceOf(settings.line);
    choose(*m_way, !settings.usb.isEmpty() ? u"usb"_s : settings.line.isEmpty() ? typedWay : u"line"_s);
    m_port->setText(place.port);
    m_baud->setText(place.baud);
    m_usb->setText(settings.usb);
    choose(*m_keyboard, settings.keyboard);
    m_prefix->setText(settings.prefix);
    m_gap->setText(QString::number(settings.longestGapMs));
    m_endsBySilence->setChecked(settings.endsBySilence);
    showFields();
    open();
}

ScannerSettings ScannerForm::settings() const
{
    const QString way = m_way->currentData().toString();
    ScannerSettings settings = m_before;
    settings.line = way == u"line" ? placeIn(*m_port, *m_baud).setting() : way == typedWay ? QString{} : m_before.line;
    settings.usb = way == u"usb" ? m_usb->text().trimmed() : QString{};
    settings.keyboard = m_keyboard->currentData().toString();
    settings.prefix = m_prefix->text().trimmed();
    settings.longestGapMs = m_gap->text().toInt(); // what is no number is 0, which is refused
    settings.endsBySilence = m_endsBySilence->isChecked();
    return settings;
}

DisplayForm::DisplayForm(QWidget *host)
    : DeviceForm{host}, m_kind{addChoice(tr("Afficheur à deux lignes"), u"display.kind"_s, displayKindNames())},
      m_port{addField(tr("Port"), u"display.port"_s, 200)}, m_baud{addField(tr("Vitesse de la ligne"), u"display.baud"_s, 7)},
      m_characters{addChoice(tr("Ses caractères"), u"display.characters"_s, displayCharacterNames())},
      m_welcome{addField(tr("Entre deux clients"), u"display.welcome"_s, 60)},
      m_secondScreen{addCheck(tr("Montrer le panier sur un second écran"), u"display.secondScreen"_s)}
{
    setObjectName(u"displayForm"_s);
    setTitle(tr("Afficheur client"));
    const BigButton *button = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"display.save"_s);
    m_port->setPlaceholderText(u"/dev/ttyUSB0"_s);
    m_baud->setPlaceholderText(tr("d’habitude %1").arg(9600));
    m_welcome->setPlaceholderText(tr("le nom de l’attraction"));
    offerProbe(false);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DisplayForm::showFields);
    connect(button, &BigButton::clicked, this, [this] { Q_EMIT saved(settings()); });
}

void DisplayForm::showFields()
{
    const bool hasLine = m_kind->currentData().toString() != u"none";
    std::vector<QWidget *> fields{m_kind};
    if (hasLine)
        fields.insert(fields.end(), {m_port, m_baud, m_characters});
    fields.insert(fields.end(), {m_welcome, m_secondScreen});
    layOut(fields);
    offerPorts(hasLine ? std::optional{FoundPort::Kind::Serial} : std::nullopt, m_port);
}

void DisplayForm::ask(const DisplaySettings &settings)
{
    const SerialPlace place = serialPlaceOf(settings.line);
    choose(*m_kind, settings.kind);
    m_port->setText(place.port);
    m_baud->setText(place.baud);
    choose(*m_characters, settings.characters);
    m_welcome->setText(settings.welcome);
    m_secondScreen->setChecked(settings.secondScreen);
    showFields();
    open();
}

DisplaySettings DisplayForm::settings() const
{
    return {.kind = m_kind->currentData().toString(),
            .line = placeIn(*m_port, *m_baud).setting(),
            .characters = m_characters->currentData().toString(),
            .secondScreen = m_secondScreen->isChecked(),
            .welcome = m_welcome->text().trimmed()};
}

} // namespace guichet
