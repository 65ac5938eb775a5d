// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "ui/shell/Navigator.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

/// A folder in which a document can be kept.
struct PdfPlace
{
    QString name;
    QString folder;
    friend bool operator==(const PdfPlace &, const PdfPlace &) = default;
};

/// Documents, desktop, downloads, and every stick that is plugged in.
std::vector<PdfPlace> pdfPlaces();
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
    void choose(const QString &folder);
    void save();

    Navigator &m_navigator;
    Writer m_write;
    std::vector<PdfPlace> m_places;
    ChipRow *m_chips;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    BigButton *m_save;
};

} // namespace guichet
