// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/FolderPicker.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class DateField;

/// Asks at the end of which day the stock is exported, and where the file goes (STK-1). Object names: `stockExport.day`,
/// `stockExport.folder`, `stockExport.save`.
class StockExportSheet : public Sheet
{
    Q_OBJECT

public:
    explicit StockExportSheet(QWidget *host);
    /// `today`: the business date; no later one can be asked for.
    void ask(QDate today);

Q_SIGNALS:
    void confirmed(QDate day, const QString &path);

private:
    DateField *m_day;
    FolderPicker *m_folder;
};

} // namespace guichet
