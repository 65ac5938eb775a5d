// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/LogSheet.h"

#include "ui/pages/PageHead.h"

#include <QDate>
#include <QDir>
#include <QLineEdit>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 720;
constexpr int narrowestPlace = 200;

} // namespace

LogSheet::LogSheet(QWidget *host) : Sheet{host}, m_chips{new ChipRow{narrowestPlace}}, m_folder{new QLineEdit}
{
    setObjectName(u"logSheet"_s);
    setContentWidth(sheetWidth);
    setTitle(tr("Enregistrer le journal des appareils"));
    setSubtitle(tr("Pour l’assistance. Les numéros de carte y sont masqués, les secrets n’y sont pas."));
    m_folder->setObjectName(u"log.folder"_s);
    m_folder->setAccessibleName(tr("Dossier"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("Où ?"), content));
    layout->addWidget(m_chips);
    layout->addWidget(m_folder);
    layout->addStretch(1);
    setContent(content);
    const BigButton *save = addButton(tr("Enregistrer"), BigButton::Kind::Primary, u"log.save"_s);
    connect(m_chips, &ChipRow::chosen, this, &LogSheet::choose);
    connect(save, &BigButton::clicked, this, [this] { Q_EMIT confirmed(QDir{m_folder->text().trimmed()}.filePath(m_name)); });
}

void LogSheet::ask(QDate today)
{
    m_places = pdfPlaces();
    m_name = u"guichet-%1.log"_s.arg(today.toString(Qt::ISODate));
    choose(m_places.front().folder);
    open();
}

void LogSheet::choose(const QString &folder)
{
    m_folder->setText(folder);
    std::vector<ChipState> chips;
    for (const PdfPlace &place : m_places)
        chips.push_back({.id = place.folder, .text = place.name, .selected = place.folder == folder});
    m_chips->render(chips);
}

} // namespace guichet
