// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PdfSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/paper/PaperPdf.h"

#include <QDir>
#include <QLineEdit>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

QString pdfFileName(const QString &title)
{
    QString name = printable(title).simplified();
    for (const QChar refused : u"/\\:*?\"<>|"_s)
        name.replace(refused, u'-');
    return (name.isEmpty() ? u"Guichet"_s : name.left(100)) + u".pdf"_s;
}

PdfSheet::PdfSheet(Navigator &navigator, QWidget *host)
    : Sheet{host}, m_navigator{navigator}, m_folder{new FolderPicker{u"pdf.folder"_s}}, m_name{new QLineEdit}
{
    setObjectName(u"pdfSheet"_s);
    setContentWidth(720);
    setTitle(tr("Enregistrer en PDF A4"));
    m_name->setObjectName(u"pdf.name"_s);
    m_name->setAccessibleName(tr("Nom du fichier"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_folder);
    layout->addWidget(caption(tr("Sous quel nom ?"), content));
    layout->addWidget(m_name);
    layout->addStretch(1);
    setContent(content);
    m_save = addButton(tr("Enregistrer"), BigButton::Kind::Primary, u"pdf.save"_s);
    connect(m_save, &BigButton::clicked, this, &PdfSheet::save);
    connect(m_name, &QLineEdit::returnPressed, this, &PdfSheet::save);
}

void PdfSheet::ask(const Paper &paper)
{
    ask(paper.title, [paper](const QString &path) { return savePdf(paper, PdfFormat::A4, path); });
}

void PdfSheet::ask(const QString &title, Writer write)
{
    m_write = std::move(write);
    m_name->setText(pdfFileName(title));
    m_folder->renew();
    open();
    m_save->setFocus();
}

void PdfSheet::save()
{
    QString name = m_name->text().trimmed();
    if (!name.endsWith(u".pdf"_s, Qt::CaseInsensitive))
        name = pdfFileName(name);
    const QString path = m_folder->pathOf(name);
    if (const Result<> done = m_write(path); !done) {
        m_navigator.refuse(done.error());
        return;
    }
    close();
    m_navigator.toast(tr("Enregistré : %1").arg(QDir::toNativeSeparators(path)), Tone::Positive);
}

} // namespace guichet
