// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stock/StockExportSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/DateField.h"

#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 720;

} // namespace

StockExportSheet::StockExportSheet(QWidget *host)
    : Sheet{host}, m_day{new DateField{QDate{}}}, m_folder{new FolderPicker{u"stockExport.folder"_s}}
{
    setObjectName(u"stockExportSheet"_s);
    setContentWidth(sheetWidth);
    setTitle(tr("Exporter le stock"));
    setSubtitle(tr("Ce qu’il y avait de chaque article à la fin d’une journée, en fichier CSV pour un tableur."));
    m_day->setObjectName(u"stockExport.day"_s);
    m_day->setAccessibleName(tr("Journée"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("À la fin de quelle journée ?"), content));
    layout->addWidget(m_day);
    layout->addWidget(m_folder);
    layout->addStretch(1);
    setContent(content);
    const BigButton *save = addButton(tr("Enregistrer"), BigButton::Kind::Primary, u"stockExport.save"_s);
    connect(save, &BigButton::clicked, this, [this] {
        const QDate day = m_day->date();
        Q_EMIT confirmed(day, m_folder->pathOf(u"stock-%1.csv"_s.arg(day.toString(Qt::ISODate))));
    });
}

void StockExportSheet::ask(QDate today)
{
    m_day->setMaximumDate(today);
    m_day->setDate(today);
    m_folder->renew();
    open();
}

} // namespace guichet
