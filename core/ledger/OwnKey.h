// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Ledger.h"

namespace guichet {

/// A new key, and where its wrapping secret went: `keychain` or `file`.
struct NewKey
{
    KeyPair pair;
    QString secretStore;
};

/// In the keychain where there is one; else beside the key file, and the till says so (decisions 14).
Result<NewKey> makeOwnKey(const DataFolder &folder, const QString &till, qint64 incarnation, const LedgerNeeds &needs);
/// The same for a key that is there already: where its wrapping secret went.
Result<QString> keepOwnKey(const DataFolder &folder, const QString &till, qint64 incarnation, const KeyPair &pair,
                           const LedgerNeeds &needs);
/// The key of an incarnation: of the current one from where the identity says, of an earlier one from wherever it is. KeyUnavailable.
Result<KeyPair> loadOwnKey(const DataFolder &folder, const TillIdentity &identity, qint64 incarnation, SecretStore &keychain);

} // namespace guichet
