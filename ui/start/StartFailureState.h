// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"
#include "core/usecases/TillRescue.h"

#include <QString>

namespace guichet {

/// What the page says when the till of the folder cannot be opened, or was brought back (FIS-5).
struct StartFailureState
{
    QString title;
    QString sentence;
    QString advice;  ///< What to do now.
    QString detail;  ///< For the technician: code, what the program found, folder.
    QString restore; ///< Text of the button that restores; empty: nothing to restore.
    QString retry;   ///< Text of the button that tries to open again.
    friend bool operator==(const StartFailureState &, const StartFailureState &) = default;
};
/// `newestBackup` null: there is none.
StartFailureState presentStartFailure(const Error &error, const QString &folder, const QDateTime &newestBackup,
                                      Language language = Language::French);
/// The question before a restore: what it does, and what may be missing.
StartFailureState presentRestoreQuestion(const QDateTime &newestBackup);
StartFailureState presentRestored(const RestoredTill &restored);

} // namespace guichet
