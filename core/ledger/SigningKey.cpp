// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SigningKey.h"

#include "core/ledger/PrivateFile.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString secretName(const QString &till, qint64 incarnation)
{
    return u"till-%1-%2"_s.arg(till).arg(incarnation);
}

} // namespace

Result<KeyPair> createSigningKey(const DataFolder &folder, const QString &till, qint64 incarnation, SecretStore &secrets)
{
    const KeyPair pair = KeyPair::generate();
    TRY(keepSigningKey(folder, till, incarnation, pair, secrets));
    return pair;
}

Result<> keepSigningKey(const DataFolder &folder, const QString &till, qint64 incarnation, const KeyPair &pair, SecretStore &secrets)
{
    const QByteArray secret = randomBytes(sealSecretBytes);
    TRY(secrets.write(secretName(till, incarnation), secret));
    TRY(writePrivateFile(folder.keyFile(incarnation), seal(pair.secretSeed(), secret)));
    // What was written must come back, before anything is signed with it.
    TRY_LET(again, loadSigningKey(folder, till, incarnation, secrets));
    if (!(again.publicKey() == pair.publicKey()))
        return failure(ErrorCode::KeyUnavailable, u"the key that was written is not the one that is read"_s);
    return {};
}

Result<KeyPair> loadSigningKey(const DataFolder &folder, const QString &till, qint64 incarnation, SecretStore &secrets)
{
    TRY_LET(sealed, readPrivateFile(folder.keyFile(incarnation)));
    auto secret = secrets.read(secretName(till, incarnation));
    if (!secret)
        return failure(ErrorCode::KeyUnavailable, secret.error().detail);
    TRY_LET(seed, unseal(sealed, *secret));
    return KeyPair::fromSeed(seed);
}

} // namespace guichet
