// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/TillSecrets.h"

namespace guichet {
namespace {

/// Calls `use` with the store that the identity of the till names.
template <typename Use>
auto withStoreOf(const TillIdentity &identity, const QString &folder, SecretStore *keychain, Use use) -> decltype(use(*keychain))
{
    FileSecretStore file{folder};
    if (identity.secretStore == u"file")
        return use(static_cast<SecretStore &>(file));
    if (!keychain)
        return failure(ErrorCode::KeyUnavailable, QStringLiteral("no keychain"));
    return use(*keychain);
}

template <typename Use>
auto withStore(const QString &folder, SecretStore *keychain, Use use) -> decltype(use(*keychain))
{
    const auto identity = readIdentity(DataFolder{folder});
    if (!identity)
        return std::unexpected{identity.error()};
    return withStoreOf(*identity, folder, keychain, use);
}

/// A keychain is the computer's: two tills on it have two secrets.
QString nameFor(const TillIdentity &identity, const QString &key)
{
    return identity.secretStore != u"file" ? key + u'-' + identity.till : key;
}

QString nameFor(const QString &folder, const QString &key)
{
    const auto identity = readIdentity(DataFolder{folder});
    return identity ? nameFor(*identity, key) : key;
}

} // namespace

Result<> TillSecrets::writeFor(const TillIdentity &till, const QString &key, const QByteArray &secret)
{
    return withStoreOf(till, m_folder, m_keychain, [&](SecretStore &store) { return store.write(nameFor(till, key), secret); });
}

Result<QByteArray> TillSecrets::read(const QString &key)
{
    return withStore(m_folder, m_keychain, [&](SecretStore &store) { return store.read(nameFor(m_folder, key)); });
}

Result<> TillSecrets::write(const QString &key, const QByteArray &secret)
{
    return withStore(m_folder, m_keychain, [&](SecretStore &store) { return store.write(nameFor(m_folder, key), secret); });
}

Result<> TillSecrets::remove(const QString &key)
{
    return withStore(m_folder, m_keychain, [&](SecretStore &store) { return store.remove(nameFor(m_folder, key)); });
}

} // namespace guichet
