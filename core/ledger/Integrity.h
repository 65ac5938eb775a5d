// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Ledger.h"

namespace guichet {

/// How thorough a check is: at start the chain since the last verified point; at night also every page and every fact.
enum class CheckDepth { SinceLastPoint, Everything };

/// What a check found.
struct IntegrityFinding
{
    QString defect = {}; ///< Empty: sound.
    qint64 incarnation = 0;
    qint64 verifiedTo = 0; ///< Facts up to this one hold …
    QByteArray hash = {};  ///< … and this is its hash.
    qint64 defectAt = 0;   ///< The first fact that does not hold; 0: the defect is of the file.
    bool isSound() const { return defect.isEmpty(); }
};

/// Checks the ledger of a running till with a reading connection of its own: on any thread, beside selling. A damaged file and a broken
/// chain are findings; an error means that nothing could be found out now (busy, out of memory, no file): try again later.
Result<IntegrityFinding> checkIntegrity(const DataFolder &folder, const TillIdentity &identity, CheckDepth depth);
/// Writes down the finding, on the ledger thread: the verified point moves on, or the defect becomes a technical event and a permanent
/// banner, which stands in memory even when it cannot be written. Selling goes on.
Result<> recordFinding(Ledger &ledger, const IntegrityFinding &finding);

} // namespace guichet
