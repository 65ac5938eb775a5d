// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/CentreState.h"
#include "core/usecases/ConflictDesk.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/TileGrid.h"

namespace guichet {

struct CentreAccess;

/// What the sheet *Centrale* shows.
struct CentreSheetState
{
    QString till; ///< Which one it is.
    QString state;
    Tone tone = Tone::Normal;
    QString contact;
    QString waiting;
    QString users; ///< Who waits to be confirmed.
    Tone usersTone = Tone::Normal;
    QString found;              ///< Empty: nothing was.
    QString overuse;            ///< What was sold beyond its number; empty: nothing.
    std::vector<TableRow> rows; ///< Ids are those of conflictId().
    bool isAlone = false;       ///< The till takes part in no centre: there is nothing else to tell.
    bool canEnrol = false;      ///< A code of the centre would be of use.
    bool canRestore = true;     ///< What is said here reaches the other tills, be it later.
    friend bool operator==(const CentreSheetState &, const CentreSheetState &) = default;
};

/// `now`: whether the centre has been silent for too long; invalid: that is not asked. `tillCode`: of its profile.
CentreSheetState presentCentre(const CentreState &centre, const std::vector<ConflictDesk::Conflict> &conflicts,
                               Language language = Language::French, const Overuse &overuse = {}, const QDateTime &now = {},
                               const QString &tillCode = {});
/// What a row is known by while others come and go above it.
QString conflictId(const LostValue &value);
/// Why the till was not enrolled with what was typed, for who stands at the form.
QString enrolmentSentence(const Error &error, const CentreAccess &access, Language language = Language::French);
/// Its tile on the page *Plus*.
TileState presentCentreTile(const CentreState &centre, qsizetype conflicts, const QColor &colour, Language language = Language::French,
                            const Overuse &overuse = {});

} // namespace guichet
