// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/FolderPicker.h"

#include "ui/pages/PageHead.h"

#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestPlace = 200;

} // namespace

std::vector<FolderPlace> folderPlaces()
{
    std::vector<FolderPlace> places;
    const std::pair<QString, QStandardPaths::StandardLocation> known[] = {
        {FolderPicker::tr("Documents"), QStandardPaths::DocumentsLocation},
        {FolderPicker::tr("Bureau"), QStandardPaths::DesktopLocation},
        {FolderPicker::tr("Téléchargements"), QStandardPaths::DownloadLocation}};
    for (const auto &[name, location] : known)
        if (const QString folder = QStandardPaths::writableLocation(location); QDir{folder}.exists())
            places.push_back({name, folder});
    const QList<QStorageInfo> volumes = QStorageInfo::mountedVolumes();
    for (const QStorageInfo &volume : volumes)
        if (volume.isReady() && !volume.isReadOnly() &&
            (volume.rootPath().startsWith(u"/media/"_s) || volume.rootPath().startsWith(u"/run/media/"_s)))
            places.push_back({FolderPicker::tr("Clé %1").arg(volume.displayName()), volume.rootPath()});
    if (places.empty())
        places.push_back({FolderPicker::tr("Dossier personnel"), QDir::homePath()});
    return places;
}

FolderPicker::FolderPicker(const QString &fieldName, QWidget *parent)
    : QWidget{parent}, m_chips{new ChipRow{narrowestPlace}}, m_folder{new QLineEdit}
{
    m_folder->setObjectName(fieldName);
    m_folder->setAccessibleName(tr("Dossier"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("Où ?"), this));
    layout->addWidget(m_chips);
    layout->addWidget(m_folder);
    connect(m_chips, &ChipRow::chosen, this, &FolderPicker::choose);
    connect(m_folder, &QLineEdit::textEdited, this, &FolderPicker::choose);
}

void FolderPicker::renew()
{
    m_places = folderPlaces();
    choose(m_places.front().folder);
}

QString FolderPicker::pathOf(const QString &fileName) const
{
    return QDir{m_folder->text().trimmed()}.filePath(fileName);
}

void FolderPicker::choose(const QString &folder)
{
    if (m_folder->text() != folder)
        m_folder->setText(folder);
    std::vector<ChipState> chips;
    for (const FolderPlace &place : m_places)
        chips.push_back({.id = place.folder, .text = place.name, .selected = place.folder == folder});
    m_chips->render(chips);
}

} // namespace guichet
