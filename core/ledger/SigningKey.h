// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DataFolder.h"
#include "core/ports/SecretStore.h"

namespace guichet {

/// Makes the key of an incarnation: an encrypted file (0600) in the data folder, its wrapping secret in `secrets` (decisions 14).
Result<KeyPair> createSigningKey(const DataFolder &folder, const QString &till, qint64 incarnation, SecretStore &secrets);
/// The same for a key that is there already.
Result<> keepSigningKey(const DataFolder &folder, const QString &till, qint64 incarnation, const KeyPair &pair, SecretStore &secrets);
/// Opens it again. KeyUnavailable: the secret is out of reach (the key is not lost); NotFound: there is no key file.
Result<KeyPair> loadSigningKey(const DataFolder &folder, const QString &till, qint64 incarnation, SecretStore &secrets);

} // namespace guichet
