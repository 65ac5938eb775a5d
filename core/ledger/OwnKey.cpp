// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/OwnKey.h"

#include "core/ledger/FileSecretStore.h"
#include "core/ledger/SigningKey.h"

namespace guichet {

Result<NewKey> makeOwnKey(const DataFolder &folder, const QString &till, qint64 incarnation, const LedgerNeeds &needs)
{
    const KeyPair pair = KeyPair::generate();
    TRY_LET(store, keepOwnKey(folder, till, incarnation, pair, needs));
    return NewKey{pair, store};
}

Result<QString> keepOwnKey(const DataFolder &folder, const QString &till, qint64 incarnation, const KeyPair &pair, const LedgerNeeds &needs)
{
    if (!needs.preferFile && keepSigningKey(folder, till, incarnation, pair, needs.keychain))
        return needs.keychain.name();
    FileSecretStore files{folder.path()};
    TRY(keepSigningKey(folder, till, incarnation, pair, files));
    return files.name();
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
