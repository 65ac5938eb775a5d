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
    bool isSound() const { return defect.isEmpty(); }
};

/// Checks the ledger of a running till with a reading connection of its own: on any thread, beside selling. Never an error: what cannot be
/// read is a defect.
IntegrityFinding checkIntegrity(const DataFolder &folder, const TillIdentity &identity, CheckDepth depth);
/// Writes down the finding, on the ledger thread: the verified point moves on, or the defect becomes a technical event and a permanent
/// banner. Selling goes on.
Result<> recordFinding(Ledger &ledger, const IntegrityFinding &finding);

} // namespace guichet
