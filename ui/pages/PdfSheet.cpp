// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PdfSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/paper/PaperPdf.h"

#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

std::vector<PdfPlace> pdfPlaces()
{
    std::vector<PdfPlace> places;
    const std::pair<QString, QStandardPaths::StandardLocation> known[] = {
        {PdfSheet::tr("Documents"), QStandardPaths::DocumentsLocation},
        {PdfSheet::tr("Bureau"), QStandardPaths::DesktopLocation},
        {PdfSheet::tr("Téléchargements"), QStandardPaths::DownloadLocation}};
    for (const auto &[name, location] : known)
        if (const QString folder = QStandardPaths::writableLocation(location); QDir{folder}.exists())
            places.push_back({name, folder});
    const QList<QStorageInfo> volumes = QStorageInfo::mountedVolumes();
    for (const QStorageInfo &volume : volumes)
        if (volume.isReady() && !volume.isReadOnly() &&
            (volume.rootPath().startsWith(u"/media/"_s) || volume.rootPath().startsWith(u"/run/media/"_s)))
            places.push_back({PdfSheet::tr("Clé %1").arg(volume.displayName()), volume.rootPath()});
    if (places.empty())
        places.push_back({PdfSheet::tr("Dossier personnel"), QDir::homePath()});
    return places;
}

QString pdfFileName(const QString &title)
{
    QString name = printable(title).simplified();
    for (const QChar refused : u"/\\:*?\"<>|"_s)
        name.replace(refused, u'-');
    return (name.isEmpty() ? u"Guichet"_s : name.left(100)) + u".pdf"_s;
}

PdfSheet::PdfSheet(Navigator &navigator, QWidget *host)
    : Sheet{host}, m_navigator{navigator}, m_chips{new ChipRow{200}}, m_folder{new QLineEdit}, m_name{new QLineEdit}
{
    setObjectName(u"pdfSheet"_s);
    setContentWidth(720);
    setTitle(tr("Enregistrer en PDF A4"));
    m_folder->setObjectName(u"pdf.folder"_s);
    m_name->setObjectName(u"pdf.name"_s);
    m_folder->setAccessibleName(tr("Dossier"));
    m_name->setAccessibleName(tr("Nom du fichier"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("Où ?"), content));
    layout->addWidget(m_chips);
    layout->addWidget(m_folder);
    layout->addWidget(caption(tr("Sous quel nom ?"), content));
    layout->addWidget(m_name);
    layout->addStretch(1);
    setContent(content);
    m_save = addButton(tr("Enregistrer"), BigButton::Kind::Primary, u"pdf.save"_s);
    connect(m_chips, &ChipRow::chosen, this, &PdfSheet::choose);
    connect(m_save, &BigButton::clicked, this, &PdfSheet::save);
    connect(m_name, &QLineEdit::returnPressed, this, &PdfSheet::save);
    connect(m_folder, &QLineEdit::textEdited, this, &PdfSheet::choose);
}

void PdfSheet::ask(const Paper &paper)
{
    ask(paper.title, [paper](const QString &path) { return savePdf(paper, PdfFormat::A4, path); });
}

void PdfSheet::ask(const QString &title, Writer write)
{
    m_write = std::move(write);
    m_places = pdfPlaces();
    m_name->setText(pdfFileName(title));
    choose(m_places.front().folder);
    open();
    m_save->setFocus();
}

void PdfSheet::choose(const QString &folder)
{
    if (m_folder->text() != folder)
        m_folder->setText(folder);
    std::vector<ChipState> chips;
    for (const PdfPlace &place : m_places)
        chips.push_back({.id = place.folder, .text = place.name, .selected = place.folder == folder});
    m_chips->render(chips);
}

void PdfSheet::save()
{
    QString name = m_name->text().trimmed();
    if (!name.endsWith(u".pdf"_s, Qt::CaseInsensitive))
        name = pdfFileName(name);
    const QString path = QDir{m_folder->text().trimmed()}.filePath(name);
    if (const Result<> done = m_write(path); !done) {
        m_navigator.refuse(done.error());
        return;
    }
    close();
    m_navigator.toast(tr("Enregistré : %1").arg(QDir::toNativeSeparators(path)), Tone::Positive);
}

} // namespace guichet
