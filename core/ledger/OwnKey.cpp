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

Result<KeyPair> loadOwnKey(const DataFolder &folder, const TillIdentity &identity, qint64 incarnation, SecretStore &keychain)
{
    FileSecretStore files{folder.path()};
    const bool inFile = identity.secretStore == files.name();
    if (inFile || incarnation != identity.current().number) {
        auto key = loadSigningKey(folder, identity.till, incarnation, files);
        if (key || (inFile && incarnation == identity.current().number))
            return key;
    }
    return loadSigningKey(folder, identity.till, incarnation, keychain);
}

} // namespace guichet
