// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Backup.h"
#include "core/ledger/FileSecretStore.h"
#include "core/ledger/Integrity.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Restore.h"
#include "core/ledger/Verifier.h"
#include "tests/core/ledger/JournalFixture.h"
#include "tests/support/Catch.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOf(const auto &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE_METHOD(FolderFixture, "a new till has a key, a ledger and a first fact, and opens again where it was")
{
    QByteArray head;
    {
        auto ledger = create();
        REQUIRE(ledger);
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(100))));
        head = (*ledger)->journal().head()->hash;
        CHECK_FALSE((*ledger)->health().keyInFile);
    }
    CHECK(codeOf(create()) == ErrorCode::TillExists);
    auto again = open();
    REQUIRE(again);
    CHECK((*again)->journal().head()->hash == head);
    CHECK((*again)->health().pendingSignatures == 0);
    CHECK_FALSE((*again)->health().keyOutOfReach);
}

TEST_CASE_METHOD(FolderFixture, "a second till on the same folder is refused until the first one has gone")
{
    auto first = create();
    REQUIRE(first);
    CHECK(codeOf(open()) == ErrorCode::FolderInUse);
    REQUIRE((*first)->journal().append(saleOf(Money::fromCents(100))));
    first->reset();
    CHECK(open());
}

TEST_CASE_METHOD(FolderFixture, "there is no till in an empty folder")
{
    CHECK(codeOf(open()) == ErrorCode::TillMissing);
}

TEST_CASE_METHOD(FolderFixture, "a secret in a file is gone when it is removed, and one that is not there is no trouble")
{
    FileSecretStore store{directory.path()};
    REQUIRE(store.write(u"terminal-zvt"_s, "123456"));
    REQUIRE(store.remove(u"terminal-zvt"_s));
    CHECK(codeOf(store.read(u"terminal-zvt"_s)) == ErrorCode::NotFound);
    CHECK(store.remove(u"terminal-zvt"_s));
}

TEST_CASE_METHOD(FolderFixture, "without a keychain the secret is a file that only its owner reads, and the till says so")
{
    keychain.reachable = false;
    {
        auto ledger = create();
        REQUIRE(ledger);
        CHECK((*ledger)->health().keyInFile);
        CHECK((*ledger)->identity().secretStore == u"file");
    }
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const QString &name : QDir{path}.entryList({u"*.secret"_s, u"*.key"_s}, QDir::Files))
        CHECK((QFile::permissions(folder.path() + u'/' + name) & ~owner) == 0);
    keychain.reachable = true; // the record says file: the keychain is not asked
    auto again = open();
    REQUIRE(again);
    CHECK_FALSE((*again)->health().keyOutOfReach);
}

TEST_CASE_METHOD(FolderFixture, "a keychain out of reach does not stop selling; what waits is signed when it is back")
{
    sellAndClose(1);
    keychain.reachable = false;
    auto ledger = open();
    REQUIRE(ledger);
    CHECK((*ledger)->health().keyOutOfReach);
    REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(100))));
    CHECK((*ledger)->health().pendingSignatures == 1);
    CHECK(codeOf((*ledger)->retryKey()) == ErrorCode::KeyUnavailable);
    keychain.reachable = true;
    CHECK((*ledger)->retryKey().value() == 1);
    CHECK((*ledger)->health().pendingSignatures == 0);
}

TEST_CASE_METHOD(FolderFixture, "a key file that is lost or damaged leaves signatures waiting, never a new key")
{
    sellAndClose(1);
    QByteArray sealed = bytesOf(folder.keyFile(1));
    sealed[40] = static_cast<char>(sealed[40] ^ 1);
    overwrite(folder.keyFile(1), sealed);
    auto ledger = open();
    REQUIRE(ledger);
    CHECK((*ledger)->health().keyOutOfReach);
    CHECK((*ledger)->identity().incarnations.size() == 1);
}

TEST_CASE_METHOD(FolderFixture, "an old copy put in the place of the ledger is noticed")
{
    sellAndClose(2);
    const QByteArray old = bytesOf(folder.ledgerFile());
    sellAndClose(2);
    overwrite(folder.ledgerFile(), old);
    CHECK(codeOf(open()) == ErrorCode::ChainBroken);
    CHECK(codeOf(open()) == ErrorCode::ChainBroken); // looking did not make it right
}

TEST_CASE_METHOD(FolderFixture, "the ledger of another till put in its place is noticed")
{
    sellAndClose(2);
    FolderFixture other;
    other.sellAndClose(5);
    overwrite(folder.ledgerFile(), bytesOf(other.folder.ledgerFile()));
    CHECK(codeOf(open()) == ErrorCode::ChainBroken);
}

TEST_CASE_METHOD(FolderFixture, "a ledger of a later program is refused and not touched")
{
    sellAndClose(1);
    attack(folder.ledgerFile(), {u"PRAGMA user_version = 999"_s});
    CHECK(codeOf(open()) == ErrorCode::SchemaTooNew);
}

TEST_CASE_METHOD(FolderFixture,
                 "verify: a ledger of another program is not called damaged, and the chain of an earlier one is proved as it is")
{
    sellAndClose(2);
    VerifyOptions options{.keys = {}, .record = *readIdentity(folder), .anchors = {}};
    const auto verified = [&] { return verifyLedger(folder.ledgerFile(), options, projector); };
    attack(folder.ledgerFile(), {u"PRAGMA user_version = %1"_s.arg(newestSchema() + 1)});
    CHECK(codeOf(verified()) == ErrorCode::SchemaTooNew);
    attack(folder.ledgerFile(), {u"PRAGMA user_version = %1"_s.arg(newestSchema() - 1)});
    CHECK(codeOf(verified()) == ErrorCode::SchemaTooOld);
    options.chainOnly = true;
    CHECK(verified()->exitStatus() == 0);
    options.chainOnly = false;
    overwrite(folder.ledgerFile(), {});
    CHECK(codeOf(verified()) == ErrorCode::DatabaseCorrupt);
}

TEST_CASE_METHOD(FolderFixture, "a missing, empty or foreign ledger file is damage, not a new till")
{
    sellAndClose(1);
    SECTION("missing")
    {
        QFile::remove(folder.ledgerFile());
        CHECK(codeOf(open()) == ErrorCode::DatabaseCorrupt);
    }
    SECTION("empty")
    {
        overwrite(folder.ledgerFile(), {});
        CHECK(codeOf(open()) == ErrorCode::DatabaseCorrupt);
    }
    SECTION("no database")
    {
        overwrite(folder.ledgerFile(), QByteArray(9000, 'x'));
        CHECK(codeOf(open()) == ErrorCode::DatabaseCorrupt);
        const QString detail = Database::open(folder.ledgerFile()).error().detail;
        INFO(detail.toStdString());
        CHECK(detail.contains(u"till.db"_s)); // what was opened and what it is, not the statement that found out
        CHECK(detail.contains(u"not a database"_s));
        CHECK_FALSE(detail.contains(u"PRAGMA"_s));
    }
}

TEST_CASE_METHOD(FolderFixture,
                 "damage: however the file is cut or its bits flip, there is an answer, and never a ledger that passes for sound")
{
    sellAndClose(40);
    const QByteArray sound = bytesOf(folder.ledgerFile());
    const TillIdentity identity = *readIdentity(folder);
    QRandomGenerator dice{20261123};
    for (int round = 0; round < 60; ++round) {
        QByteArray damaged = sound;
        if (round % 3 == 0)
            damaged.truncate(dice.bounded(static_cast<int>(sound.size())));
        else
            for (int flips = 0; flips < 400; ++flips) {
                const int at = dice.bounded(static_cast<int>(sound.size()));
                damaged[at] = static_cast<char>(damaged[at] ^ (1 << dice.bounded(8)));
            }
        overwrite(folder.ledgerFile(), damaged);
        QFile::remove(folder.ledgerFile() + u"-wal"_s);
        const auto found = checkIntegrity(folder, identity, CheckDepth::Everything);
        INFO("round " << round);
        REQUIRE(found); // damage is a finding, never *try again later*
        const IntegrityFinding &finding = *found;
        CHECK_FALSE(finding.isSound());
        auto ledger = open(); // an error or a till that goes on: both are answers
        const auto recorded = ledger ? recordFinding(**ledger, finding) : Result<>{};
        CHECK((recorded || recorded.error().code != ErrorCode::Internal));
    }
}

TEST_CASE_METHOD(FolderFixture, "integrity: the verified point moves on, and a defect is a fact once and a banner for good")
{
    sellAndClose(5);
    const TillIdentity identity = *readIdentity(folder);
    auto ledger = open();
    REQUIRE(ledger);
    const IntegrityFinding sound = *checkIntegrity(folder, identity, CheckDepth::SinceLastPoint);
    CHECK(sound.isSound());
    CHECK(sound.verifiedTo == 6);
    REQUIRE(recordFinding(**ledger, sound));
    CHECK((*ledger)->health().defect.isEmpty());

    // Before the verified point only the thorough check looks again.
    attack(folder.ledgerFile(), {u"UPDATE fact SET content = x'7b7d' WHERE number = 3"_s});
    CHECK(checkIntegrity(folder, identity, CheckDepth::SinceLastPoint)->isSound());
    const IntegrityFinding finding = *checkIntegrity(folder, identity, CheckDepth::Everything);
    CHECK(finding.defectAt == 3);
    CHECK(finding.defect.contains(u"fact 3"));
    REQUIRE(recordFinding(**ledger, finding));
    REQUIRE(recordFinding(**ledger, finding));
    CHECK((*ledger)->health().defect == finding.defect);
    CHECK((*ledger)->journal().head()->position.number == 7);
    REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(100)))); // selling goes on
}

TEST_CASE_METHOD(FolderFixture, "a full disk refuses the sale, keeps the ledger whole, and selling goes on when there is room")
{
    auto ledger = create();
    REQUIRE(ledger);
    Database &db = (*ledger)->database();
    const auto pages = db.pragma(u"PRAGMA page_count"_s);
    REQUIRE(db.pragma(u"PRAGMA max_page_count = %1"_s.arg(pages->toInt() + 4)));
    int sold = 0;
    auto fact = (*ledger)->journal().append(saleOf(Money::fromCents(100)));
    for (; fact && sold < 1000; ++sold)
        fact = (*ledger)->journal().append(saleOf(Money::fromCents(100)));
    CHECK(codeOf(fact) == ErrorCode::DiskFull);
    CHECK(countRows(db, u"fact"_s) == sold + 1);
    CHECK((*ledger)->journal().head()->position.number == sold + 1);
    REQUIRE(db.pragma(u"PRAGMA max_page_count = 100000"_s));
    CHECK((*ledger)->journal().append(saleOf(Money::fromCents(100)))->body.position.number == sold + 2);
    CHECK(checkIntegrity(folder, (*ledger)->identity(), CheckDepth::Everything)->isSound());
}

TEST_CASE_METHOD(FolderFixture, "a folder that cannot be written is said to be so; reading works")
{
    sellAndClose(2);
    // Root ignores modes: a reading connection to the same file stands for a read-only folder.
    const auto readOnly = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    REQUIRE(readOnly);
    CHECK(countRows(**readOnly, u"fact"_s) == 3);
    CHECK(codeOf(runText(**readOnly, u"CREATE TABLE x (y INTEGER)"_s)) == ErrorCode::FolderReadOnly);
    CHECK(codeOf(Database::open(u"/proc/till.db"_s)) == ErrorCode::FolderReadOnly);
    CHECK(codeOf(Ledger::create(u"/proc/till"_s, needs())) == ErrorCode::FolderReadOnly);
}

TEST_CASE_METHOD(FolderFixture, "a creation that was cut off can be done again; a ledger with facts is never overwritten")
{
    {
        auto ledger = create();
        REQUIRE(ledger);
    }
    QFile::remove(folder.identityFile());
    CHECK(codeOf(open()) == ErrorCode::TillMissing);
    REQUIRE(create());
    sellAndClose(1);
    QFile::remove(folder.identityFile());
    CHECK(codeOf(create()) == ErrorCode::TillExists);
}

TEST_CASE_METHOD(FolderFixture,
                 "a till comes into being whole: until its documents are written there is none, and what failed is taken back")
{
    const auto furnishing = [&](Ledger &made) -> Result<> {
        CHECK_FALSE(folder.hasTill());
        CHECK(made.journal().head()->position.number == 1);
        return failure(ErrorCode::DiskFull);
    };
    CHECK(codeOf(Ledger::create(path, needs(), furnishing)) == ErrorCode::DiskFull);
    CHECK_FALSE(QFile::exists(path));
    const auto opening = [&](Ledger &made) -> Result<> {
        TRY(made.journal().append({.type = FactType::StockMoved, .content = {{u"movements"_s, 1}}}));
        return {};
    };
    REQUIRE(Ledger::create(path, needs(), opening));
    QFile::remove(folder.identityFile()); // cut off before the identity: two facts are there, nobody has opened it
    REQUIRE(Ledger::create(path, needs(), opening));
}

TEST_CASE_METHOD(FolderFixture, "two creations at once: the second is refused and removes nothing of the first")
{
    const auto meanwhile = [&](Ledger &) -> Result<> {
        CHECK(codeOf(create()) == ErrorCode::FolderInUse);
        return {};
    };
    {
        auto ledger = Ledger::create(path, needs(), meanwhile);
        REQUIRE(ledger);
    }
    CHECK(open());
}

TEST_CASE_METHOD(FolderFixture, "no file of a till was ever readable to others, from its first byte on")
{
    const auto check = [&] {
        QDirIterator files{path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
        int count = 0;
        for (; files.hasNext(); ++count) {
            INFO(files.next().toStdString());
            CHECK((files.fileInfo().permissions() & (QFile::ReadOther | QFile::ReadGroup | QFile::WriteOther | QFile::WriteGroup)) == 0);
        }
        return count;
    };
    const auto furnishing = [&](Ledger &made) -> Result<> {
        REQUIRE(made.journal().append(saleOf(Money::fromCents(100))));
        CHECK(check() >= 4); // ledger and what the engine keeps beside it, key, lock
        return {};
    };
    auto ledger = Ledger::create(path, needs(), furnishing);
    REQUIRE(ledger);
    REQUIRE(backUp((*ledger)->database(), folder, clock.now()));
    REQUIRE((*ledger)->rememberHead());
    CHECK(check() >= 7);
    CHECK((QFileInfo{path}.permissions() & (QFile::ReadOther | QFile::ReadGroup | QFile::ExeOther | QFile::ExeGroup)) == 0);
    ledger->reset();
    overwrite(folder.ledgerFile(), "gone");
    REQUIRE(restoreNewest(path, needs()));
    check();
}

TEST_CASE_METHOD(FolderFixture, "what cannot be checked now is no defect")
{
    sellAndClose(1);
    const TillIdentity identity = *readIdentity(folder);
    QFile::remove(folder.ledgerFile());
    CHECK(codeOf(checkIntegrity(folder, identity, CheckDepth::Everything)) == ErrorCode::TillMissing);
}

TEST_CASE_METHOD(FolderFixture, "a defect that cannot be written down is known all the same")
{
    sellAndClose(2);
    auto ledger = open();
    REQUIRE(ledger);
    failNthQueryForTest(0);
    CHECK_FALSE(recordFinding(**ledger, {.defect = u"page 3"_s}));
    CHECK((*ledger)->health().defect == u"page 3");
    CHECK((*ledger)->journal().head()->position.number == 3);
}
