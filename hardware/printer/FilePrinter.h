// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "hardware/escpos/EscPos.h"

#include <QDir>

namespace guichet {

/// Prints into a folder: each job becomes `000001-title.bin` (what a receipt printer would get) and `.txt` (the same as plain text), whole
/// or not at all; a kick of the drawer `000002-drawer.bin`. Numbers go on from what the folder holds.
class FilePrinter : public ReceiptPrinter
{
public:
    FilePrinter(const QString &folder, PrinterProfile profile, const QImage &logo = {})
        : m_folder{folder}, m_profile{std::move(profile)}, m_options{.logo = escPosLogo(logo, m_profile)}
    {}
    QString name() const override { return QStringLiteral("file:") + m_folder.path(); }
    Result<PrintOutcome> print(const Paper &paper, const PrintWatch &watch = {}) override;

private:
    Result<QString> nextStem(const QString &title);
    Result<> writePaper(const Paper &paper);

    QDir m_folder;
    PrinterProfile m_profile;
    EscPosOptions m_options;
};

} // namespace guichet
