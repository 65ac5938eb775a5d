// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ledger/DataFolder.h"
#include "core/ports/SecretStore.h"
#include "sync/client/CentralClient.h"

#include <functional>

namespace guichet {

/// What a machine needs to take the place of a till (SYN-4).
struct TillReplacement
{
    CentralAddress address; ///< Without token.
    QString code;           ///< That the centre gave for it.
    QString administrator;  ///< With their PIN: only when the till had left nobody who may manage it at the centre.
    QString pin;
    bool preferFile = false; ///< The wrapping secret goes beside the key (decisions 14).
};

/// The till as it goes on.
struct ReplacedTill
{
    QString account;
    QString tillCode;
    QString tillName;
    qint64 incarnation = 0;
    qint64 lastNumber = 0; ///< Of the machine before, as far as the centre knows.
    QString fingerprint;   ///< Of the new key: to be written down.
    friend bool operator==(const ReplacedTill &, const ReplacedTill &) = default;
};

/// What the world outside does meanwhile; all of it optional but `keepToken`.
struct ReplacementHooks
{
    /// Keeps the till's token where the till of that identity looks for it.
    std::function<Result<>(const TillIdentity &, const QByteArray &token)> keepToken;
    std::function<void(int page)> fetched = {};
    std::chrono::milliseconds rest{1'000}; ///< Before a page is asked for again, when the line drops.
};

/// Makes in `folder`, empty or missing, the data folder of a till whose own machine is gone, from what the centre has of it: its facts and
/// those of the others, documents, and what stays at home; then a new incarnation with a key of its own. On any error there is no till in
/// the folder, and the same code works again from there; a centre that has forgotten the copy under way is asked for another one, once.
/// Blocks, for minutes perhaps. TillExists, CodeRejected, CentreUnreachable, CentreNotTrusted, CentreRefused, ChainBroken or InvalidInput
/// (it says what does not hold), SchemaTooNew or SchemaTooOld (the centre has another version), InvalidInput of `administrator`: nobody
/// could manage the till.
Result<ReplacedTill> replaceTill(const QString &folder, const TillReplacement &wanted, const Clock &clock, SecretStore &keychain,
                                 const ReplacementHooks &hooks);

} // namespace guichet
