// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "hardware/escpos/PrinterProfile.h"

#include <QDir>

namespace guichet {

/// Prints into a folder: each job becomes `000001-title.bin` (what a receipt printer would get) and `.txt` (the same as plain text), whole
/// or not at all. Numbers go on from what the folder holds.
class FilePrinter : public ReceiptPrinter
{
public:
    FilePrinter(const QString &folder, PrinterProfile profile) : m_folder{folder}, m_profile{std::move(profile)} {}
    QString name() const override { return QStringLiteral("file:") + m_folder.path(); }
    Result<> print(const Paper &paper) override;
    Result<> openDrawer() override; ///< Writes `000002-drawer.bin`.

private:
    Result<QString> nextStem(const QString &title);

    QDir m_folder;
    PrinterProfile m_profile;
};

} // namespace guichet
