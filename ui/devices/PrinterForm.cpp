// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeviceForm.h"

#include <QComboBox>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Selects `key`; one that is not offered is added as it is, so that saving changes nothing that was not touched.
void select(QComboBox &box, const QString &key)
{
    if (box.findData(key) < 0)
        box.addItem(key, key);
    box.setCurrentIndex(box.findData(key));
}

} // namespace

PrinterForm::PrinterForm(QWidget *host)
    : DeviceForm{host}, m_way{addChoice(tr("Les reçus sortent"), u"printer.way"_s, printerWayNames())},
      m_place{addField(tr("Adresse"), u"printer.place"_s, 200)}, m_profile{addChoice(tr("Modèle"), u"printer.profile"_s, {})}
{
    setObjectName(u"printerForm"_s);
    setTitle(tr("Imprimante des reçus"));
    const BigButton *button = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"printer.save"_s);
    connect(m_way, &QComboBox::currentIndexChanged, this, &PrinterForm::showFields);
    connect(button, &BigButton::clicked, this, &PrinterForm::save);
}

void PrinterForm::showFields()
{
    const QString way = m_way->currentData().toString();
    if (way == u"screen")
        layOut({m_way});
    else
        layOut({m_way, m_place, m_profile});
    m_place->setPlaceholderText(printerPlaceExample(way));
    offerPorts(printerPortKind(way), m_place);
    offerProbe(way == u"tcp:");
}

void PrinterForm::ask(const QString &printer, const QString &profile, const std::vector<std::pair<QString, QString>> &profiles)
{
    const PrinterWay way = printerWayOf(printer);
    m_profile->clear();
    for (const auto &[key, name] : profiles)
        m_profile->addItem(name, key);
    select(*m_profile, profile);
    select(*m_way, way.way);
    m_place->setText(way.place);
    showFields();
    open();
}

void PrinterForm::save()
{
    const PrinterWay way{.way = m_way->currentData().toString(), .place = m_place->text().trimmed()};
    if (way.way != u"screen" && way.place.isEmpty()) {
        showRefusal(way.way == u"file:" ? tr("Il manque le dossier où écrire les reçus.") : tr("Il manque l’adresse de l’imprimante."));
        return m_place->setFocus();
    }
    Q_EMIT saved(way.setting(), m_profile->currentData().toString());
}

std::pair<QString, int> PrinterForm::probedPlace() const
{
    return rawPlaceOf(m_place->text().trimmed());
}

} // namespace guichet
