// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeskForms.h"

#include <QComboBox>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

LabelPrinterForm::LabelPrinterForm(QWidget *host)
    : DeviceForm{host}, m_way{addChoice(tr("Imprimante"), u"labels.way"_s, labelPrinterWayNames())},
      m_place{addField(tr("Adresse"), u"labels.place"_s, 200)},
      m_flow{addChoice(tr("Quand elle ne peut plus suivre"), u"labels.flow"_s, printerFlowNames())},
      m_roll{addChoice(tr("Étiquettes du rouleau"), u"labels.roll"_s, labelRollNames())}
{
    setObjectName(u"labelPrinterForm"_s);
    setTitle(tr("Imprimante d’étiquettes"));
    setSubtitle(tr("Une imprimante qui comprend ZPL, à 203 points par pouce"));
    const BigButton *button = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, u"labels.save"_s);
    connect(m_way, &QComboBox::currentIndexChanged, this, &LabelPrinterForm::showFields);
    connect(button, &BigButton::clicked, this, &LabelPrinterForm::save);
}

void LabelPrinterForm::showFields()
{
    const QString way = m_way->currentData().toString();
    if (way == u"none")
        layOut({m_way});
    else if (way == u"serial:")
        layOut({m_way, m_place, m_roll, m_flow});
    else
        layOut({m_way, m_place, m_roll});
    m_place->setPlaceholderText(way == u"usb:" ? u"/dev/usb/lp1"_s : printerPlaceExample(way));
    offerPorts(printerPortKind(way), m_place);
    offerProbe(way == u"tcp:");
}

void LabelPrinterForm::ask(const LabelPrinterSettings &settings)
{
    const PrinterWay way = printerWayOf(settings.printer);
    m_way->setCurrentIndex(std::max(0, m_way->findData(way.way)));
    m_place->setText(way.place);
    m_flow->setCurrentIndex(std::max(0, m_flow->findData(way.flow)));
    m_roll->setCurrentIndex(std::max(0, m_roll->findData(settings.roll)));
    showFields();
    open();
}

void LabelPrinterForm::save()
{
    const PrinterWay way{
        .way = m_way->currentData().toString(), .place = m_place->text().trimmed(), .flow = m_flow->currentData().toString()};
    if (way.way != u"none" && way.place.isEmpty()) {
        showRefusal(tr("Il manque l’adresse de l’imprimante."));
        return m_place->setFocus();
    }
    Q_EMIT saved({.printer = way.way == u"none" ? QString{} : way.setting(), .roll = m_roll->currentData().toString()});
}

std::pair<QString, int> LabelPrinterForm::probedPlace() const
{
    return rawPlaceOf(m_place->text().trimmed());
}

} // namespace guichet
