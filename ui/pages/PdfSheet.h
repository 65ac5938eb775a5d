// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "ui/pages/FolderPicker.h"
#include "ui/shell/Navigator.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

/// `Z 412 du 23-11-2026.pdf`: a title without what file systems refuse.
QString pdfFileName(const QString &title);

/// Keeps paper, or other pages, as an A4 PDF in a folder that the person chooses.
class PdfSheet : public Sheet
{
    Q_OBJECT

public:
    PdfSheet(Navigator &navigator, QWidget *host);
    using Writer = std::function<Result<>(const QString &path)>;
    void ask(const Paper &paper);
    /// The same for pages that `write` makes.
    void ask(const QString &title, Writer write);

private:
    void save();

    Navigator &m_navigator;
    Writer m_write;
    FolderPicker *m_folder;
    QLineEdit *m_name;
    BigButton *m_save;
};

} // namespace guichet
