// SPDX-License-Identifier: GPL-3.0-or-later
// verify --chain-only against bare hashing and Ed25519 of the same bytes on as many threads; verify with its replay.
#include "core/ledger/TillProjector.h"
#include "core/ledger/Verifier.h"
#include "core/usecases/TillCreation.h"
#include "tests/bench/Figure.h"

#include <QTemporaryDir>
#include <limits>
#include <sodium.h>
#include <sqlite3.h>
#include <thread>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int rounds = 3;

struct StoredFact
{
    QByteArray body;
    QByteArray content;
    QByteArray hash;
    QByteArray signature;
    QByteArray key; ///< Of its till.
};

constexpr auto selectFacts = R"(
    SELECT fact.body, fact.content, fact.hash, fact.signature, chain.public_key
    FROM fact JOIN chain ON chain.till = fact.till AND chain.incarnation = fact.incarnation ORDER BY fact.arrival)";

QByteArray blob(sqlite3_stmt *statement, int column)
{
    return {static_cast<const char *>(sqlite3_column_blob(statement, column)), sqlite3_column_bytes(statement, column)};
}

std::vector<StoredFact> readFacts(const QString &file)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &db) != SQLITE_OK ||
        sqlite3_prepare_v2(db, selectFacts, -1, &statement, nullptr) != SQLITE_OK)
        fail(u"read facts"_s);
    std::vector<StoredFact> facts;
    while (sqlite3_step(statement) == SQLITE_ROW)
        facts.push_back({blob(statement, 0), blob(statement, 1), blob(statement, 2), blob(statement, 3), blob(statement, 4)});
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return facts;
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

/// Hashes body and content and verifies the signature of each fact.
bool holds(const StoredFact &fact)
{
    unsigned char body[crypto_hash_sha256_BYTES];
    unsigned char content[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(body, bytes(fact.body), static_cast<unsigned long long>(fact.body.size()));
    crypto_hash_sha256(content, bytes(fact.content), static_cast<unsigned long long>(fact.content.size()));
    return std::equal(body, body + sizeof body, bytes(fact.hash)) &&
           crypto_sign_verify_detached(bytes(fact.signature), body, sizeof body, bytes(fact.key)) == 0;
}

double bareSeconds(const std::vector<StoredFact> &facts, unsigned threads)
{
    return secondsOf([&] {
        std::vector<std::thread> workers;
        for (unsigned worker = 0; worker < threads; ++worker)
            workers.emplace_back([&, worker] {
                for (size_t i = worker; i < facts.size(); i += threads)
                    if (!holds(facts[i]))
                        fail(u"a fact does not hold"_s);
            });
        for (std::thread &worker : workers)
            worker.join();
    });
}

double verifySeconds(const DataFolder &folder, bool chainOnly)
{
    VerifyOptions options;
    options.chainOnly = chainOnly;
    if (const Result<TillIdentity> record = readIdentity(folder))
        options.record = *record;
    TillProjector projector;
    return secondsOf([&] {
        const Result<VerifyReport> report = verifyLedger(folder.ledgerFile(), options, projector);
        if (!report || report->exitStatus() != 0)
            fail(u"verify"_s);
    });
}

} // namespace

std::vector<Figure> verifyFigures(const Options &options)
{
    const QTemporaryDir place;
    const DataFolder folder{place.filePath(u"till"_s)};
    const TillCreation creation{.demo = true, .historyDays = options.count(365, 4), .secretStore = u"file"_s};
    if (!createTill(folder.path(), creation, SystemClock{}))
        fail(u"create"_s);
    const std::vector<StoredFact> facts = readFacts(folder.ledgerFile());
    const auto count = static_cast<double>(facts.size());
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    double bare = std::numeric_limits<double>::max();
    double chainOnly = bare;
    for (int round = 0; round < rounds; ++round) { // by turns: what else the machine does hits both
        bare = std::min(bare, bareSeconds(facts, threads));
        chainOnly = std::min(chainOnly, verifySeconds(folder, true));
    }
    return {{.name = u"verify_chain_only"_s,
             .value = count / chainOnly,
             .unit = u"facts/s"_s,
             .reference = count / bare,
             .bar = 0.7,
             .atLeast = true},
            {.name = u"verify_with_replay"_s,
             .value = count / verifySeconds(folder, false),
             .unit = u"facts/s"_s,
             .bar = 3000,
             .atLeast = true}};
}

} // namespace guichet::bench
