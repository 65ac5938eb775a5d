// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/OwnKey.h"

#include "core/ledger/FileSecretStore.h"
#include "core/ledger/SigningKey.h"

namespace guichet {

Result<NewKey> makeOwnKey(const DataFolder &folder, const QString &till, qint64 incarnation, const LedgerNeeds &needs)
{
    if (!needs.preferFile) {
        auto kept = createSigningKey(folder, till, incarnation, needs.keychain);
        if (kept)
            return NewKey{*kept, needs.keychain.name()};
    }
    FileSecretStore files{folder.path()};
    TRY_LET(pair, createSigningKey(folder, till, incarnation, files));
    return NewKey{pair, files.name()};
}

Result<KeyPair> loadOwnKey(const DataFolder &folder, const TillIdentity &identity, SecretStore &keychain)
{
    FileSecretStore files{folder.path()};
    SecretStore &store = identity.secretStore == files.name() ? static_cast<SecretStore &>(files) : keychain;
    return loadSigningKey(folder, identity.till, identity.current().number, store);
}

} // namespace guichet
