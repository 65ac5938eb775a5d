// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/UserDesk.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/TileGrid.h"

#include <QStringList>

namespace guichet {

/// What the sheet *Utilisateurs à confirmer* shows.
struct UsersSheetState
{
    std::vector<TableRow> rows; ///< Ids are places among those who wait.
    QStringList fixed;          ///< Ids of which nothing can be decided: the last administrator.
    friend bool operator==(const UsersSheetState &, const UsersSheetState &) = default;
};

QString roleNoun(Role role);
/// How a person who waits is called: as elsewhere, and as here when that differs.
QString userWords(const UserDesk::Waiting &waiting);
UsersSheetState presentUsers(const std::vector<UserDesk::Waiting> &waiting, Language language = Language::French);
/// Its tile on the page *Plus*, when somebody waits.
TileState presentUsersTile(qsizetype waiting, const QColor &colour, Language language = Language::French);

} // namespace guichet
