// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalSecret.h"

#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TerminalKeys.h"
#include "core/usecases/Workplace.h"

#include <tuple>

namespace guichet {

namespace {

/// The key under which a new secret is stored now; what is refused anyway does not come so far. Empty: none is to be stored.
Result<QString> storeSecret(const TerminalSettings &settings, const QByteArray &secret, SecretStore &secrets, const OnLedger &onLedger)
{
    QString key;
    if (secret.isEmpty() || terminalSecretKey(settings.kind).isEmpty())
        return key;
    TRY(onLedger([&](Workplace &workplace) -> Result<> {
        TRY_LET(added, TerminalDesk{workplace}.addSecretKey(settings));
        key = added;
        return {};
    }));
    TRY(secrets.write(key, secret));
    return key;
}

/// As far as that is possible now: what stays is removed after the next save.
void removeSpareSecrets(const QString &kind, SecretStore &secrets, const OnLedger &onLedger)
{
    QStringList spare;
    std::ignore = onLedger([&](Workplace &workplace) -> Result<> {
        TRY_LET(found, TerminalKeys(workplace.db(), kind).spare());
        spare = found;
        return {};
    });
    QStringList removed;
    for (const QString &key : spare) {
        if (!secrets.remove(key))
            break; // each further try may take seconds
        removed << key;
    }
    if (removed.isEmpty())
        return;
    std::ignore = onLedger([&](Workplace &workplace) {
        return inTransaction(workplace.db(), [&] { return TerminalKeys{workplace.db(), kind}.forget(removed); });
    });
}

} // namespace

Result<TerminalSettings> saveTerminal(const CommandId &id, const TerminalSettings &settings, const QByteArray &secret, SecretStore &secrets,
                                      const OnLedger &onLedger)
{
    TRY(checkTerminal(settings, secret));
    TRY_LET(key, storeSecret(settings, secret, secrets, onLedger));
    TerminalSettings kept;
    const Result<> saved = onLedger([&](Workplace &workplace) -> Result<> {
        TerminalDesk desk{workplace};
        TRY(desk.save(id, settings, key));
        TRY_LET(now, desk.settings());
        kept = now;
        return {};
    });
    removeSpareSecrets(settings.kind, secrets, onLedger);
    TRY(saved);
    return kept;
}

Result<QByteArray> keptTerminalSecret(const TerminalSettings &settings, SecretStore &secrets)
{
    if (settings.secretKey.isEmpty())
        return QByteArray{};
    auto secret = secrets.read(settings.secretKey);
    if (!secret && secret.error().code == ErrorCode::NotFound)
        return QByteArray{};
    return secret;
}

} // namespace guichet
