// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Crypto.h"

#include <QRegularExpression>
#include <sodium.h>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long pinPasses = 2;
constexpr size_t pinMemory = size_t{16} * 1024 * 1024;

/// libsodium chooses its code for this processor once; sodium_init() is thread-safe and cheap afterwards.
void ready()
{
    static const bool done = [] {
        if (sodium_init() < 0)
            qFatal("libsodium cannot start");
        return true;
    }();
    Q_UNUSED(done);
}

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

size_t length(const QByteArray &bytes)
{
    return static_cast<size_t>(bytes.size());
}

QByteArray bytesOf(size_t count)
{
    return QByteArray{static_cast<qsizetype>(count), '\0'};
}

} // namespace

QString toHex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Result<QByteArray> fromHex(const QString &hex)
{
    const QByteArray text = hex.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(text);
    if (text.size() % 2 != 0 || bytes.toHex() != text.toLower())
        return failure(ErrorCode::InvalidInput, u"not hexadecimal"_s);
    return bytes;
}

QByteArray sha256(const QByteArray &bytes)
{
    QByteArray hash = bytesOf(crypto_hash_sha256_BYTES);
    crypto_hash_sha256(out(hash), in(bytes), length(bytes));
    return hash;
}

QByteArray randomBytes(int count)
{
    ready();
    QByteArray bytes = bytesOf(static_cast<size_t>(count));
    randombytes_buf(bytes.data(), length(bytes));
    return bytes;
}

Result<PublicKey> PublicKey::fromBytes(const QByteArray &bytes)
{
    if (length(bytes) != crypto_sign_PUBLICKEYBYTES)
        return failure(ErrorCode::InvalidInput, u"a public key has 32 bytes"_s);
    PublicKey key;
    key.m_bytes = bytes;
    return key;
}

QString PublicKey::fingerprint() const
{
    if (isNull())
        return {};
    return QString::fromLatin1(sha256(m_bytes).left(16).toHex(' ')).remove(u' ').replace(QRegularExpression{u"(.{4})(?=.)"_s}, u"\\1 "_s);
}

bool PublicKey::matches(const QString &typed) const
{
    static const QRegularExpression separators{u"[\\s:-]"_s};
    const QString wanted = QString{typed}.remove(separators).toLower();
    const bool isPrinted = wanted.size() >= printedFingerprintDigits && fingerprint().remove(u' ').startsWith(wanted);
    return !isNull() && (isPrinted || wanted == toHex(m_bytes));
}

bool PublicKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    if (isNull() || length(signature) != crypto_sign_BYTES)
        return false;
    ready();
    return crypto_sign_verify_detached(in(signature), in(message), length(message), in(m_bytes)) == 0;
}

KeyPair KeyPair::generate()
{
    const auto pair = fromSeed(randomBytes(crypto_sign_SEEDBYTES));
    Q_ASSERT(pair);
    return *pair;
}

Result<KeyPair> KeyPair::fromSeed(const QByteArray &seed)
{
    ready();
    if (length(seed) != crypto_sign_SEEDBYTES)
        return failure(ErrorCode::InvalidInput, u"a seed has 32 bytes"_s);
    KeyPair pair;
    QByteArray publicBytes = bytesOf(crypto_sign_PUBLICKEYBYTES);
    pair.m_secret = bytesOf(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(out(publicBytes), out(pair.m_secret), in(seed));
    TRY_LET(key, PublicKey::fromBytes(publicBytes));
    pair.m_public = key;
    return pair;
}

KeyPair::~KeyPair()
{
    if (m_secret.isDetached())
        sodium_memzero(m_secret.data(), length(m_secret));
}

QByteArray KeyPair::secretSeed() const
{
    return m_secret.left(crypto_sign_SEEDBYTES);
}

QByteArray KeyPair::sign(const QByteArray &message) const
{
    QByteArray signature = bytesOf(crypto_sign_BYTES);
    crypto_sign_detached(out(signature), nullptr, in(message), length(message), in(m_secret));
    return signature;
}

Result<QString> hashPin(const QString &pin)
{
    ready();
    const QByteArray text = pin.toUtf8();
    char encoded[crypto_pwhash_STRBYTES] = {};
    if (crypto_pwhash_str(encoded, text.constData(), static_cast<unsigned long long>(text.size()), pinPasses, pinMemory) != 0)
        return failure(ErrorCode::Internal, u"not enough memory for Argon2id"_s);
    return QString::fromLatin1(encoded);
}

bool verifyPin(const QString &encoded, const QString &pin)
{
    ready();
    const QByteArray hash = encoded.toLatin1();
    const QByteArray text = pin.toUtf8();
    if (length(hash) >= crypto_pwhash_STRBYTES)
        return false;
    return crypto_pwhash_str_verify(hash.constData(), text.constData(), static_cast<unsigned long long>(text.size())) == 0;
}

bool isPinHash(const QString &encoded)
{
    ready();
    const QByteArray hash = encoded.toLatin1();
    return length(hash) < crypto_pwhash_STRBYTES && crypto_pwhash_str_needs_rehash(hash.constData(), pinPasses, pinMemory) == 0;
}

QByteArray seal(const QByteArray &plain, const QByteArray &secret)
{
    Q_ASSERT(secret.size() == sealSecretBytes);
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    QByteArray box = bytesOf(crypto_secretbox_MACBYTES + length(plain));
    crypto_secretbox_easy(out(box), in(plain), length(plain), in(nonce), in(secret));
    return nonce + box;
}

Result<QByteArray> unseal(const QByteArray &sealed, const QByteArray &secret)
{
    ready();
    constexpr size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (secret.size() != sealSecretBytes || length(sealed) < overhead)
        return failure(ErrorCode::KeyUnavailable, u"sealed bytes or secret of a wrong length"_s);
    const QByteArray box = sealed.mid(crypto_secretbox_NONCEBYTES);
    QByteArray plain = bytesOf(length(sealed) - overhead);
    if (crypto_secretbox_open_easy(out(plain), in(box), length(box), in(sealed), in(secret)) != 0)
        return failure(ErrorCode::KeyUnavailable, u"the secret does not open the sealed bytes"_s);
    return plain;
}

} // namespace guichet
