// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/TillTakeOver.h"

#include "app/devices/TillSecrets.h"
#include "sync/client/CentreNotes.h"

#include <QFile>

namespace guichet {

using namespace Qt::StringLiterals;

Result<QByteArray> certificateIn(const QString &path)
{
    if (path.isEmpty())
        return QByteArray{};
    constexpr qint64 largestCertificate = 20'000;
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::InvalidInput, u"%1: %2"_s.arg(path, file.errorString()), {u"authority"_s, u"unreadable"_s});
    if (file.size() > largestCertificate)
        return failure(ErrorCode::InvalidInput, u"%1: too large for a certificate"_s.arg(path), {u"authority"_s, u"not a certificate"_s});
    return file.readAll();
}

Result<ReplacedTill> takeOverTill(const QString &folder, const ReplacementInput &input, const Clock &clock, SecretStore &keychain)
{
    TRY_LET(url, centralUrl(input.centre.address));
    TRY_LET(authority, certificateIn(input.centre.authority));
    TillSecrets secrets{folder, &keychain};
    const TillReplacement wanted{.address = {.url = url, .token = {}, .authority = authority},
                                 .code = input.centre.code,
                                 .administrator = input.administrator,
                                 .pin = input.pin};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &till, const QByteArray &token) { return secrets.writeFor(till, centreTokenName, token); }};
    return replaceTill(folder, wanted, clock, keychain, hooks);
}

} // namespace guichet
