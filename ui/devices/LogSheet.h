// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/FolderPicker.h"
#include "ui/widgets/Sheet.h"

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
    QString m_name;
    FolderPicker *m_folder;
};

} // namespace guichet
