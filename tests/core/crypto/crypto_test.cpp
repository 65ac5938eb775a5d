// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Crypto.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    return bytes;
}

} // namespace

TEST_CASE("SHA-256 gives the published values (FIPS 180-4)")
{
    CHECK(toHex(sha256("")) == u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(toHex(sha256("abc")) == u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("Ed25519 gives the published signature (RFC 8032, test 2)")
{
    const auto seed = fromHex(u"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"_s);
    REQUIRE(seed);
    const auto pair = KeyPair::fromSeed(*seed);
    REQUIRE(pair);
    CHECK(toHex(pair->publicKey().bytes()) == u"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    CHECK(toHex(pair->sign("\x72")) == u"92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c38"
                                       u"7b2eaeb4302aeeb00d291612bb0c00");
}

TEST_CASE("a signature holds for its message and its key only")
{
    const KeyPair pair = KeyPair::generate();
    const QByteArray signature = pair.sign("a fact");
    CHECK(pair.publicKey().verifies("a fact", signature));
    CHECK_FALSE(pair.publicKey().verifies("another", signature));
    CHECK_FALSE(pair.publicKey().verifies("a fact", flipped(signature, 10)));
    CHECK_FALSE(pair.publicKey().verifies("a fact", {}));
    CHECK_FALSE(KeyPair::generate().publicKey().verifies("a fact", signature));
    CHECK_FALSE(PublicKey{}.verifies("a fact", signature));
}

TEST_CASE("a key pair comes back from its seed")
{
    const KeyPair pair = KeyPair::generate();
    const auto again = KeyPair::fromSeed(pair.secretSeed());
    REQUIRE(again);
    CHECK(again->publicKey() == pair.publicKey());
    CHECK(again->sign("x") == pair.sign("x"));
    CHECK(KeyPair::fromSeed("short").error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a fingerprint is recognised however it is typed")
{
    const PublicKey key = KeyPair::generate().publicKey();
    const QString fingerprint = key.fingerprint();
    CHECK(fingerprint.size() == 39); // eight groups of four and seven spaces
    CHECK(key.matches(fingerprint));
    CHECK(key.matches(QString{fingerprint}.remove(u' ').toUpper()));
    CHECK(key.matches(QString{fingerprint}.replace(u' ', u':')));
    CHECK(key.matches(toHex(key.bytes())));
    CHECK(key.matches(fingerprint.left(19))); // 16 digits in groups, as a Z prints them
    CHECK_FALSE(key.matches(fingerprint.left(18)));
    CHECK_FALSE(key.matches({}));
    CHECK_FALSE(PublicKey{}.matches({}));
}

TEST_CASE("a PIN is kept as Argon2id with 16 MiB and 2 passes, and recognised")
{
    const auto hash = hashPin(u"1234"_s);
    REQUIRE(hash);
    CHECK(hash->startsWith(u"$argon2id$v=19$m=16384,t=2,"));
    CHECK(verifyPin(*hash, u"1234"_s));
    CHECK_FALSE(verifyPin(*hash, u"1235"_s));
    CHECK(*hashPin(u"1234"_s) != *hash); // each has its own salt
    CHECK_FALSE(verifyPin(u"nonsense"_s, u"1234"_s));
    CHECK_FALSE(verifyPin({}, {}));
    CHECK_FALSE(verifyPin(QString{5000, u'x'}, u"1234"_s));
}

TEST_CASE("what is sealed opens with its secret only, and only unchanged")
{
    const QByteArray secret = randomBytes(sealSecretBytes);
    const QByteArray sealed = seal("the seed", secret);
    REQUIRE(unseal(sealed, secret));
    CHECK(*unseal(sealed, secret) == "the seed");
    CHECK_FALSE(sealed.contains("seed"));
    CHECK(seal("the seed", secret) != sealed);
    for (qsizetype at = 0; at < sealed.size(); ++at)
        CHECK_FALSE(unseal(flipped(sealed, at), secret));
    CHECK(unseal(sealed, randomBytes(sealSecretBytes)).error().code == ErrorCode::KeyUnavailable);
    CHECK_FALSE(unseal(sealed.left(10), secret));
    CHECK_FALSE(unseal(sealed, "short"));
}

TEST_CASE("hex is read strictly")
{
    CHECK(*fromHex(u"00fF"_s) == QByteArray("\0\xff", 2));
    CHECK_FALSE(fromHex(u"0"_s));
    CHECK_FALSE(fromHex(u"0g"_s));
    CHECK_FALSE(fromHex(u"00 ff"_s));
}
