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

QString fieldName(bool isSpare, const QString &field)
{
    return (isSpare ? u"spare."_s : u"printer."_s) + field;
}

} // namespace

PrinterForm::PrinterForm(PrintJob::Printer which, QWidget *host)
    : DeviceForm{host}, m_isSpare{which == PrintJob::Printer::Spare},
      m_way{addChoice(m_isSpare ? tr("Comment l’atteindre") : tr("Les reçus sortent"), fieldName(m_isSpare, u"way"_s),
                      m_isSpare ? sparePrinterWayNames() : printerWayNames())},
      m_place{addField(tr("Adresse"), fieldName(m_isSpare, u"place"_s), 200)},
      m_flow{addChoice(tr("Quand elle ne peut plus suivre"), fieldName(m_isSpare, u"flow"_s), printerFlowNames())},
      m_profile{addChoice(tr("Modèle"), fieldName(m_isSpare, u"profile"_s), {})}
{
    setObjectName(m_isSpare ? u"sparePrinterForm"_s : u"printerForm"_s);
    setTitle(m_isSpare ? tr("Autre imprimante") : tr("Imprimante des reçus"));
    const BigButton *button = addButton(tr("ENREGISTRER"), BigButton::Kind::Primary, fieldName(m_isSpare, u"save"_s));
    connect(m_way, &QComboBox::currentIndexChanged, this, &PrinterForm::showFields);
    connect(button, &BigButton::clicked, this, &PrinterForm::save);
}

void PrinterForm::showFields()
{
    const QString way = m_way->currentData().toString();
    if (way == u"screen")
        layOut({m_way});
    else if (way == u"serial:")
        layOut({m_way, m_place, m_profile, m_flow});
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
    m_flow->setCurrentIndex(std::max(0, m_flow->findData(way.flow)));
    showFields();
    open();
}

void PrinterForm::save()
{
    const PrinterWay way{
        .way = m_way->currentData().toString(), .place = m_place->text().trimmed(), .flow = m_flow->currentData().toString()};
    if (way.way != u"screen" && way.place.isEmpty()) {
        showRefusal(way.way == u"file:" ? tr("Il manque le dossier où écrire les reçus.") : tr("Il manque l’adresse de l’imprimante."));
        return m_place->setFocus();
    }
    const bool isNone = m_isSpare && way.way == u"screen";
    Q_EMIT saved(isNone ? QString{} : way.setting(), m_profile->currentData().toString());
}

std::pair<QString, int> PrinterForm::probedPlace() const
{
    return rawPlaceOf(m_place->text().trimmed());
}

} // namespace guichet
