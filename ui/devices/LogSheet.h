// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/PdfSheet.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

/// Asks where the log of the devices is kept for the support: a folder, or a stick that is plugged in.
class LogSheet : public Sheet
{
    Q_OBJECT

public:
    explicit LogSheet(QWidget *host);
    void ask(QDate today);

Q_SIGNALS:
    void confirmed(const QString &path);

private:
    void choose(const QString &folder);

    std::vector<PdfPlace> m_places;
    QString m_name;
    ChipRow *m_chips;
    QLineEdit *m_folder;
};

} // namespace guichet
