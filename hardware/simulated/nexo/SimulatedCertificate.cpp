// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/nexo/SimulatedCertificate.h"

#include "hardware/nexo/NexoCrypto.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr long day = 24L * 3600;
constexpr long versionThree = 2; // as X.509 counts

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

Key makeKey()
{
    char curve[] = "P-256"; // the macro EVP_EC_gen() casts const away
    return {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve), &EVP_PKEY_free};
}

bool addExtension(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setSerial(X509 *certificate)
{
    const QByteArray random = makeNexoNonce();
    BIGNUM *const number = BN_bin2bn(reinterpret_cast<const unsigned char *>(random.constData()), 8, nullptr);
    const bool set = number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

/// Without its signature; valid from yesterday for ten years.
Certificate bareCertificate(const QByteArray &name, EVP_PKEY *key)
{
    Certificate certificate{X509_new(), &X509_free};
    X509 *const made = certificate.get();
    X509_NAME *const subject = X509_get_subject_name(made);
    const auto *const text = reinterpret_cast<const unsigned char *>(name.constData());
    const bool filled = X509_set_version(made, versionThree) == 1 && setSerial(made) &&
                        X509_gmtime_adj(X509_getm_notBefore(made), -day) != nullptr &&
                        X509_gmtime_adj(X509_getm_notAfter(made), 3650 * day) != nullptr && X509_set_pubkey(made, key) == 1 &&
                        X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, text, static_cast<int>(name.size()), -1, 0) == 1;
    return filled ? std::move(certificate) : Certificate{nullptr, &X509_free};
}

QByteArray textOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

QByteArray pem(X509 *certificate)
{
    const Memory memory{BIO_new(BIO_s_mem()), &BIO_free};
    return PEM_write_bio_X509(memory.get(), certificate) == 1 ? textOf(memory.get()) : QByteArray{};
}

QByteArray pem(const EVP_PKEY *key)
{
    const Memory memory{BIO_new(BIO_s_mem()), &BIO_free};
    return PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 ? textOf(memory.get()) : QByteArray{};
}

Certificate makeRoot(EVP_PKEY *key)
{
    Certificate root = bareCertificate("Guichet simulated terminals"_ba, key);
    X509 *const made = root.get();
    const bool signedBySelf = made != nullptr && X509_set_issuer_name(made, X509_get_subject_name(made)) == 1 &&
                              addExtension(made, made, NID_basic_constraints, "critical,CA:TRUE") &&
                              addExtension(made, made, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                              X509_sign(made, key, EVP_sha256()) > 0;
    return signedBySelf ? std::move(root) : Certificate{nullptr, &X509_free};
}

Certificate makeLeaf(const QByteArray &name, EVP_PKEY *key, X509 *root, EVP_PKEY *rootKey)
{
    Certificate leaf = bareCertificate(name, key);
    X509 *const made = leaf.get();
    const bool signedByRoot = made != nullptr && root != nullptr && X509_set_issuer_name(made, X509_get_subject_name(root)) == 1 &&
                              addExtension(made, root, NID_basic_constraints, "critical,CA:FALSE") &&
                              addExtension(made, root, NID_ext_key_usage, "serverAuth") && X509_sign(made, rootKey, EVP_sha256()) > 0;
    return signedByRoot ? std::move(leaf) : Certificate{nullptr, &X509_free};
}

} // namespace

Result<SimulatedCertificate> makeSimulatedCertificate(const QString &name)
{
    const Key rootKey = makeKey();
    const Key leafKey = makeKey();
    if (!rootKey || !leafKey)
        return failure(ErrorCode::Internal, u"OpenSSL: no key"_s);
    const Certificate root = makeRoot(rootKey.get());
    const Certificate leaf = makeLeaf(name.toUtf8(), leafKey.get(), root.get(), rootKey.get());
    if (!root || !leaf)
        return failure(ErrorCode::Internal, u"OpenSSL: no certificate"_s);
    return SimulatedCertificate{.root = pem(root.get()), .leaf = pem(leaf.get()), .key = pem(leafKey.get())};
}

} // namespace guichet
