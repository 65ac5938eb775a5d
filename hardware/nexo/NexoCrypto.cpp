// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoCrypto.h"

#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QRandomGenerator>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype blockBytes = 16;
constexpr int rounds = 4000;

enum class Direction { Decrypt = 0, Encrypt = 1 };

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray mixed(const QByteArray &iv, const QByteArray &nonce)
{
    QByteArray sum = iv;
    for (qsizetype at = 0; at < sum.size(); ++at)
        sum[at] = static_cast<char>(iv[at] ^ nonce[at]);
    return sum;
}

/// Nothing when the padding is wrong or the lengths do not fit.
std::optional<QByteArray> crypt(const QByteArray &from, const NexoKeys &keys, const QByteArray &nonce, Direction direction)
{
    const Cipher cipher{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    if (!cipher || nonce.size() != blockBytes || keys.aesKey.size() != keyBytes || keys.iv.size() != blockBytes)
        return std::nullopt;
    QByteArray to(from.size() + blockBytes, Qt::Uninitialized);
    auto *const out = reinterpret_cast<unsigned char *>(to.data());
    int written = 0;
    int rest = 0;
    if (EVP_CipherInit_ex(cipher.get(), EVP_aes_256_cbc(), nullptr, bytesOf(keys.aesKey), bytesOf(mixed(keys.iv, nonce)),
                          static_cast<int>(direction)) != 1 ||
        EVP_CipherUpdate(cipher.get(), out, &written, bytesOf(from), static_cast<int>(from.size())) != 1 ||
        EVP_CipherFinal_ex(cipher.get(), out + written, &rest) != 1)
        return std::nullopt;
    to.truncate(written + rest);
    return to;
}

} // namespace

NexoKeys deriveNexoKeys(const QString &passphrase)
{
    const QByteArray material = QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha1, passphrase.toUtf8(), "AdyenNexoV1Salt"_ba,
                                                                   rounds, quint64{keyBytes + keyBytes + blockBytes});
    return {.hmacKey = material.left(keyBytes), .aesKey = material.mid(keyBytes, keyBytes), .iv = material.right(blockBytes)};
}

QByteArray makeNexoNonce()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return {reinterpret_cast<const char *>(words), sizeof words};
}

Result<QByteArray> encryptNexo(const QByteArray &plain, const NexoKeys &keys, const QByteArray &nonce)
{
    if (auto cipher = crypt(plain, keys, nonce, Direction::Encrypt))
        return *std::move(cipher);
    return failure(ErrorCode::Internal, u"nexo: cannot encrypt"_s);
}

Result<QByteArray> decryptNexo(const QByteArray &cipher, const NexoKeys &keys, const QByteArray &nonce)
{
    if (auto plain = crypt(cipher, keys, nonce, Direction::Decrypt))
        return *std::move(plain);
    return failure(ErrorCode::DeviceAnswerInvalid, u"nexo: cannot decrypt"_s);
}

QByteArray nexoHmac(const QByteArray &plain, const NexoKeys &keys)
{
    return QMessageAuthenticationCode::hash(plain, keys.hmacKey, QCryptographicHash::Sha256);
}

bool isSameSecret(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

} // namespace guichet
