// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/LogSheet.h"

#include <QDate>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 720;

} // namespace

LogSheet::LogSheet(QWidget *host) : Sheet{host}, m_folder{new FolderPicker{u"log.folder"_s}}
{
    setObjectName(u"logSheet"_s);
    setContentWidth(sheetWidth);
    setTitle(tr("Enregistrer le journal des appareils"));
    setSubtitle(tr("Pour l’assistance. Les numéros de carte y sont masqués, les secrets n’y sont pas."));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folder);
    layout->addStretch(1);
    setContent(content);
    const BigButton *save = addButton(tr("Enregistrer"), BigButton::Kind::Primary, u"log.save"_s);
    connect(save, &BigButton::clicked, this, [this] { Q_EMIT confirmed(m_folder->pathOf(m_name)); });
}

void LogSheet::ask(QDate today)
{
    m_name = u"guichet-%1.log"_s.arg(today.toString(Qt::ISODate));
    m_folder->renew();
    open();
}

} // namespace guichet
