// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace guichet {

/// What is derived from the passphrase shared with the terminal (hardware.md §3.2).
struct NexoKeys
{
    QByteArray hmacKey; ///< 32 bytes.
    QByteArray aesKey;  ///< 32 bytes.
    QByteArray iv;      ///< 16 bytes, mixed with the nonce of each message.
    friend bool operator==(const NexoKeys &, const NexoKeys &) = default;
};

/// PBKDF2-HMAC-SHA1, 4000 rounds: some ten milliseconds. Keep the keys.
NexoKeys deriveNexoKeys(const QString &passphrase);

/// 16 random bytes, new for each message.
QByteArray makeNexoNonce();

/// AES-256-CBC with PKCS#7, under iv XOR nonce. Internal: the library failed.
Result<QByteArray> encryptNexo(const QByteArray &plain, const NexoKeys &keys, const QByteArray &nonce);
/// The inverse. DeviceAnswerInvalid: not made with these keys.
Result<QByteArray> decryptNexo(const QByteArray &cipher, const NexoKeys &keys, const QByteArray &nonce);

/// HMAC-SHA256 of the plain message.
QByteArray nexoHmac(const QByteArray &plain, const NexoKeys &keys);
/// Equal? In a time that does not depend on where they differ.
bool isSameSecret(const QByteArray &a, const QByteArray &b);

} // namespace guichet
