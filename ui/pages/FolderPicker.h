// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ChipRow.h"

class QLineEdit;

namespace guichet {

/// A folder in which a file can be kept.
struct FolderPlace
{
    QString name;
    QString folder;
    friend bool operator==(const FolderPlace &, const FolderPlace &) = default;
};

/// Documents, desktop, downloads, and every stick that is plugged in.
std::vector<FolderPlace> folderPlaces();

/// Part of a sheet that keeps a file: asks in which folder, one of the known or one that is typed.
class FolderPicker : public QWidget
{
    Q_OBJECT

public:
    /// `fieldName`: object name of the folder.
    explicit FolderPicker(const QString &fieldName, QWidget *parent = nullptr);
    /// Looks again at what is plugged in; the first place is chosen.
    void renew();
    /// Of a file in the chosen folder.
    QString pathOf(const QString &fileName) const;

private:
    void choose(const QString &folder);

    std::vector<FolderPlace> m_places;
    ChipRow *m_chips;
    QLineEdit *m_folder;
};

} // namespace guichet
