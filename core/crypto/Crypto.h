// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QString>

/// libsodium in small values. All functions are thread-safe; they fail only where they say so.
namespace guichet {

/// Lower-case hex, as hashes are shown everywhere (decisions 17).
QString toHex(const QByteArray &bytes);
/// The inverse; InvalidInput for anything but an even number of hex digits.
Result<QByteArray> fromHex(const QString &hex);

/// SHA-256, 32 bytes.
QByteArray sha256(const QByteArray &bytes);
/// `count` bytes that nobody can guess.
QByteArray randomBytes(int count);

/// So much of a fingerprint stands on a Z: 64 bits, which nobody makes another key for.
inline constexpr int printedFingerprintDigits = 16;

/// The public half of a till's key: 32 bytes.
class PublicKey
{
public:
    PublicKey() = default; ///< The null key: verifies nothing.
    /// InvalidInput unless 32 bytes.
    static Result<PublicKey> fromBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }
    bool isNull() const { return m_bytes.isEmpty(); }
    /// First 16 bytes of SHA-256 of the key, hex, in groups of four: what people compare and `--key` takes.
    QString fingerprint() const;
    /// Compares with what a person typed: case, spaces, colons and dashes ignored. At least the first printedFingerprintDigits of the
    /// fingerprint, as a Z prints them; the full public key in hex is accepted too.
    bool matches(const QString &typed) const;
    /// True when `signature` (64 bytes) is that of `message`.
    bool verifies(const QByteArray &message, const QByteArray &signature) const;
    friend bool operator==(const PublicKey &, const PublicKey &) = default;

private:
    QByteArray m_bytes;
};

/// An Ed25519 key pair. The secret half is wiped when the last copy goes.
class KeyPair
{
public:
    static KeyPair generate();
    /// From the 32 bytes of secretSeed(); InvalidInput for another length.
    static Result<KeyPair> fromSeed(const QByteArray &seed);
    const PublicKey &publicKey() const { return m_public; }
    QByteArray secretSeed() const;
    /// 64 bytes; the same for the same message.
    QByteArray sign(const QByteArray &message) const;

    KeyPair(const KeyPair &) = default;
    KeyPair &operator=(const KeyPair &) = default;
    ~KeyPair();

private:
    KeyPair() = default;
    PublicKey m_public;
    QByteArray m_secret; ///< 64 bytes, libsodium's form.
};

/// Argon2id, 16 MiB, 2 passes (decisions 18): about 25 ms. The encoded string holds salt and parameters. Internal when memory is short.
Result<QString> hashPin(const QString &pin);
/// True when `pin` is the one of `encoded`. False for a malformed `encoded`.
bool verifyPin(const QString &encoded, const QString &pin);
/// Whether `encoded` is what hashPin() makes: a line could send one that takes a gigabyte to try.
bool isPinHash(const QString &encoded);

/// The length of a wrapping secret for seal().
inline constexpr int sealSecretBytes = 32;
/// Encrypts and authenticates (XSalsa20-Poly1305, a fresh nonce in front). `secret` has sealSecretBytes bytes.
QByteArray seal(const QByteArray &plain, const QByteArray &secret);
/// The inverse; KeyUnavailable when `secret` is not the one or the bytes were changed.
Result<QByteArray> unseal(const QByteArray &sealed, const QByteArray &secret);

} // namespace guichet
