// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralSecrets.h"

#include "core/base/Crockford.h"
#include "core/crypto/Crypto.h"

namespace guichet {
namespace {

constexpr qint64 kindsOfDigit = 32;

} // namespace

QString hashOfSecret(const QByteArray &secret)
{
    return toHex(sha256(secret));
}

QString newSpokenSecret(int digits)
{
    QString secret;
    for (const char byte : randomBytes(digits))
        secret += crockford(static_cast<unsigned char>(byte) % kindsOfDigit, 1);
    return secret;
}

QString plainSpokenSecret(QString typed)
{
    return typed.toUpper().remove(u' ').remove(u'-');
}

} // namespace guichet
