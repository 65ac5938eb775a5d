// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"
#include "core/crypto/Crypto.h"
#include "core/ledger/FactFeed.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/TillProjector.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <cstdlib>

namespace {

using namespace guichet;

/// A ledger in memory that believes one other till, whose key the fuzzer has: what it says is signed and follows, whatever it says.
struct Ledger
{
    Ledger()
    {
        db = std::move(*Database::openInMemory());
        ChainIdentity other{.till = QStringLiteral("other"), .key = key.publicKey()};
        other.own = false;
        if (!migrate(*db) || !Journal::registerChain(*db, own) || !Journal::registerChain(*db, other))
            std::abort();
        before = genesisHash(other);
        journal.emplace(*db, projector, clock, own, ownKey);
    }

    KeyPair key = KeyPair::generate();
    KeyPair ownKey = KeyPair::generate();
    ChainIdentity own{.till = QStringLiteral("own"), .key = ownKey.publicKey()};
    std::unique_ptr<Database> db;
    TillProjector projector;
    SystemClock clock;
    std::optional<Journal> journal;
    QByteArray before;
};

/// The body's own fields, with those that prove it put right.
QJsonObject proved(QJsonObject body, const QByteArray &content, const QByteArray &before)
{
    body.insert(QStringLiteral("till"), QStringLiteral("other"));
    body.insert(QStringLiteral("incarnation"), 1);
    body.insert(QStringLiteral("seq"), 1);
    body.insert(QStringLiteral("prev"), toHex(before));
    body.insert(QStringLiteral("payload_sha256"), toHex(sha256(content)));
    return body;
}

} // namespace

/// A fact of another till, signed by its key: `{"body": {…}, "content": {…}}`. Whatever it says, it is stored or refused, and the next own
/// fact is written.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application{argc, argv}; // Qt Sql finds its drivers only within one
    static Ledger ledger;
    const QJsonObject said = QJsonDocument::fromJson({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)}).object();
    const Result<QByteArray> content = toCanonicalJson(said.value(QStringLiteral("content")).toObject());
    if (!content)
        return 0;
    const Result<QByteArray> body = toCanonicalJson(proved(said.value(QStringLiteral("body")).toObject(), *content, ledger.before));
    if (!body)
        return 0;
    const QByteArray hash = sha256(*body);
    const Result<Fact> fact = factFromBytes(*body, *content, hash, ledger.key.sign(hash));
    if (!fact)
        return 0;
    std::ignore = inTransaction(*ledger.db, [&]() -> Result<> { // taken back again: the next one begins where this one did
        TRY(ledger.journal->receive(*fact));
        if (!ledger.journal->appendTechnical(TechnicalEvent::Start))
            std::abort();
        return failure(ErrorCode::Internal);
    });
    return 0;
}
