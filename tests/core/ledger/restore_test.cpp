// SPDX-License-Identifier: GPL-3.0-or-later
// A backup comes back in the place of a damaged or missing ledger, as a new incarnation (decisions 13).
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DossierStore.h"
#include "tests/core/ledger/BackedUpTill.h"

#include <QDirIterator>
#include <QFile>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QString inWords(const VerifyReport &report)
{
    return report.defect ? report.defect->what : QString{};
}

} // namespace

TEST_CASE_METHOD(BackedUpTill, "restore: a destroyed ledger comes back as of the backup, says what is missing, and opens a new incarnation")
{
    overwrite(folder.ledgerFile(), QByteArray(20000, 'x'));
    REQUIRE_FALSE(open());
    const auto restored = restore();
    INFO((restored ? QString{} : restored.error().detail).toStdString());
    REQUIRE(restored);
    CHECK(restored->recovered == 0);
    CHECK(restored->lastKnown.number == 11);
    CHECK(restored->incarnation == 2);
    CHECK(QFile::exists(restored->damagedFolder + u"/till.db"_s));

    auto ledger = open();
    REQUIRE(ledger);
    CHECK((*ledger)->identity().current().number == 2);
    const auto first = (*ledger)->journal().fact({(*ledger)->identity().till, 2, 1});
    REQUIRE(first);
    CHECK(first->content.value(u"details").toObject().value(u"last_hash").toString() == toHex(backup.headHash));
    const auto sale = (*ledger)->journal().append(saleOf(Money::fromCents(500)));
    REQUIRE(sale);
    CHECK(sale->body.document == DocumentNumber{u"R2-"_s, 1});
    CHECK(sale->body.totals.net == Money::fromCents(10 * 850 + 500));
    ledger->reset();
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.chains.size() == 2);
}

TEST_CASE_METHOD(BackedUpTill, "restore: what the damaged ledger still proves is taken over")
{
    attack(folder.ledgerFile(), {u"UPDATE fact SET content = x'7b7d' WHERE number = 14"_s});
    const auto restored = restore();
    INFO((restored ? QString{} : restored.error().detail).toStdString());
    REQUIRE(restored);
    CHECK(restored->recovered == 2);
    CHECK(restored->lastKnown.number == 13);
    CHECK(open());
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK(report.exitStatus() == 0);
}

TEST_CASE_METHOD(BackedUpTill, "restore: an old copy in the place of the ledger is not continued either")
{
    QFile::remove(folder.ledgerFile());
    REQUIRE(QFile::copy(backup.file, folder.ledgerFile()));
    CHECK(open().error().code == ErrorCode::ChainBroken);
    REQUIRE(restore());
    auto ledger = open();
    REQUIRE(ledger);
    CHECK((*ledger)->identity().current().number == 2);
}

TEST_CASE_METHOD(BackedUpTill, "restore: once more, and the incarnations count on")
{
    REQUIRE(restore());
    {
        auto ledger = open();
        REQUIRE(ledger);
        clock.advance(std::chrono::hours{1});
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(300))));
        REQUIRE(backUp((*ledger)->database(), folder, clock.now()));
    }
    overwrite(folder.ledgerFile(), "gone");
    clock.advance(std::chrono::hours{1});
    const auto restored = restore();
    REQUIRE(restored);
    CHECK(restored->incarnation == 3);
    CHECK(restored->lastKnown.incarnation == 2);
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.chains.size() == 3);
}

TEST_CASE_METHOD(BackedUpTill, "restore: twice before anybody makes a backup, and nothing of the incarnation between is lost")
{
    const QByteArray first = bytesOf(backup.file);
    REQUIRE(restore());
    QByteArray damaged;
    SECTION("the backup that the restore makes is enough when the ledger is gone")
    {
        damaged = "gone";
    }
    SECTION("without that backup the ledger itself gives what was sold since")
    {
        for (const QString &name : QDir{folder.backupFolder()}.entryList({u"till-*.db"_s}))
            QFile::remove(folder.backupFolder() + u'/' + name);
        overwrite(backup.file, first);
    }
    {
        auto ledger = open();
        REQUIRE(ledger);
        clock.advance(std::chrono::hours{1});
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(300))));
    }
    if (!damaged.isEmpty())
        overwrite(folder.ledgerFile(), damaged);
    clock.advance(std::chrono::hours{1});
    const auto restored = restore();
    INFO((restored ? QString{} : restored.error().detail).toStdString());
    REQUIRE(restored);
    CHECK(restored->incarnation == 3);
    CHECK(restored->lastKnown.incarnation == 2);
    CHECK(restored->lastKnown.number == (damaged.isEmpty() ? 3 : 2)); // restore, key; and the sale
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.chains.size() == 3);
    CHECK(open());
}

TEST_CASE_METHOD(BackedUpTill, "restore: cut off while it puts its files in place, it is finished or undone before anything else")
{
    const QByteArray before = bytesOf(folder.ledgerFile());
    const TillIdentity old = *readIdentity(folder);
    const auto restored = restore();
    REQUIRE(restored);
    const QByteArray after = bytesOf(folder.ledgerFile());
    const TillIdentity fresh = *readIdentity(folder);
    REQUIRE(writeIdentity(folder, old));
    REQUIRE(writeIdentityFile(folder.pendingIdentityFile(), fresh));
    SECTION("nothing was moved yet: the till is the damaged one")
    {
        overwrite(folder.ledgerFile(), before);
        overwrite(folder.restoringFile(), after);
        auto ledger = open();
        REQUIRE(ledger);
        CHECK((*ledger)->identity() == old);
        CHECK((*ledger)->journal().head()->position.number == 15);
    }
    SECTION("the damaged ledger was away, the restored one not in its place")
    {
        QFile::remove(folder.ledgerFile());
        for (const QString &part : {u"-wal"_s, u"-shm"_s}) // what the finished restore has left in both places
            QFile::remove(restored->damagedFolder + u"/till.db"_s + part);
        QFile::remove(folder.ledgerFile() + u"-shm"_s);
        overwrite(folder.ledgerFile() + u"-wal"_s, "of the damaged one");
        overwrite(folder.restoringFile(), after);
        auto ledger = open();
        REQUIRE(ledger);
        CHECK((*ledger)->identity() == fresh);
    }
    SECTION("only the identity was missing: the old chain is not continued")
    {
        auto ledger = open();
        REQUIRE(ledger);
        CHECK((*ledger)->identity() == fresh);
        CHECK((*ledger)->journal().identity().incarnation == 2);
    }
    CHECK_FALSE(QFile::exists(folder.pendingIdentityFile()));
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK(report.exitStatus() == 0);
}

TEST_CASE_METHOD(BackedUpTill, "restore: facts that waited for their signature are taken over and signed with the old key")
{
    keychain.reachable = false;
    sellAndClose(2);
    SECTION("the key is at hand at once")
    {
        keychain.reachable = true;
    }
    SECTION("the key comes later") {}
    const auto restored = restore();
    REQUIRE(restored);
    CHECK(restored->recovered == 6);
    CHECK(restored->complete);
    if (!keychain.reachable) {
        CHECK(verify().exitStatus() == 2);
        keychain.reachable = true;
    }
    {
        auto ledger = open(); // asks for every key that is wanted
        REQUIRE(ledger);
        CHECK((*ledger)->health().pendingSignatures == 0);
        CHECK_FALSE((*ledger)->health().keyOutOfReach);
    }
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK(report.exitStatus() == 2);
    CHECK(report.pendingSignatures == 0);
    CHECK(report.signedLate == std::vector<VerifyReport::SignedLate>{{.incarnation = 1, .from = 16, .to = 17}});
}

TEST_CASE_METHOD(BackedUpTill, "restore: signatures that came after the backup are taken over, and what follows them")
{
    keychain.reachable = false;
    {
        auto ledger = open();
        REQUIRE(ledger);
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(300))));
        clock.advance(std::chrono::hours{1});
        REQUIRE(backUp((*ledger)->database(), folder, clock.now()));
        keychain.reachable = true;
        CHECK((*ledger)->retryKey().value() == 1);
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(400))));
    }
    const auto restored = restore();
    REQUIRE(restored);
    CHECK(restored->recovered == 2); // the trace of the late signature, and the sale
    const VerifyReport report = verify();
    INFO(inWords(report).toStdString());
    CHECK_FALSE(report.defect);
    CHECK(report.signedLate.size() == 1);
}

namespace {

/// All files of a folder, to put them back.
class Picture
{
public:
    explicit Picture(const QString &path) : m_path{path}
    {
        QDirIterator files{path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
        while (files.hasNext()) {
            const QString file = files.next();
            m_files.insert(file, bytesOf(file));
        }
    }
    void putBack() const
    {
        QDir{m_path}.removeRecursively();
        for (auto file = m_files.begin(); file != m_files.end(); ++file) {
            REQUIRE(QDir{}.mkpath(QFileInfo{file.key()}.path()));
            overwrite(file.key(), *file);
        }
    }

private:
    QString m_path;
    QMap<QString, QByteArray> m_files;
};

} // namespace

TEST_CASE_METHOD(BackedUpTill,
                 "restore: whichever statement fails, the till is as it was, or restored and sound, and what is missing is said")
{
    const Picture picture{path};
    const QByteArray before = bytesOf(folder.ledgerFile());
    int refused = 0;
    for (int statement = 0; statement < 1000; ++statement) {
        INFO("statement " << statement);
        failNthQueryForTest(statement);
        const auto restored = restore();
        const bool fired = !isQueryFailurePending();
        failNthQueryForTest(-1);
        if (!restored) {
            ++refused;
            CHECK(bytesOf(folder.ledgerFile()) == before);
            CHECK(readIdentity(folder)->incarnations.size() == 1);
            continue;
        }
        // What cannot be read of the damaged ledger is missing, and the till goes on without; it never says that nothing is.
        CHECK((!restored->complete || restored->recovered == 4));
        CHECK(verify().exitStatus() == 0);
        if (!fired)
            break;
        picture.putBack();
    }
    CHECK(refused > 30);
}

TEST_CASE_METHOD(BackedUpTill, "a till is sound until something of it is damaged, missing, or older than it was left")
{
    CHECK(isSound(path));
    SECTION("a fact is changed")
    {
        attack(folder.ledgerFile(), {u"UPDATE fact SET content = x'7b7d' WHERE number = 14"_s});
    }
    SECTION("the tail is cut")
    {
        attack(folder.ledgerFile(), {u"DELETE FROM fact WHERE number > 12"_s});
    }
    SECTION("the file is gone")
    {
        QFile::remove(folder.ledgerFile());
    }
    CHECK_FALSE(isSound(path));
}

TEST_CASE_METHOD(BackedUpTill, "restore is refused while the till runs, and without a sound backup")
{
    auto ledger = open();
    REQUIRE(ledger);
    CHECK(restore().error().code == ErrorCode::FolderInUse);
    ledger->reset();
    overwrite(backup.file, "no database");
    const QByteArray before = bytesOf(folder.ledgerFile());
    CHECK(restore().error().code == ErrorCode::NoBackup);
    CHECK(bytesOf(folder.ledgerFile()) == before);
}

TEST_CASE_METHOD(FolderFixture, "restore: what was changed for all tills comes back as changes, and who was forgotten does not come back")
{
    const auto promotion = [](int percent) { return QJsonObject{{u"key"_s, u"ete"_s}, {u"name"_s, u"Été"_s}, {u"percent"_s, percent}}; };
    const auto change = [&] { return DocumentChange{.user = u"boss"_s, .at = clock.now()}; };
    const bool shares = GENERATE(false, true);
    const bool samePicture = GENERATE(false, true); // else the journal of the ledger is damaged
    sellAndClose(2);
    {
        auto ledger = open();
        REQUIRE(ledger);
        Database &db = (*ledger)->database();
        if (shares)
            REQUIRE(inTransaction(db, [&] { return DocumentFeed{db}.begin((*ledger)->identity().till, false, change()); }));
        DocumentStore documents{db};
        Client client;
        client.name = u"Lambert"_s;
        REQUIRE(documents.putCustomer(u"c1"_s, client, change()));
        REQUIRE(documents.put(DocumentKind::Promotion, promotion(1000), change()));
        REQUIRE(backUp(db, folder, clock.now()));
        clock.advance(std::chrono::hours{1});
        REQUIRE(documents.put(DocumentKind::Promotion, promotion(2000), change()));
        REQUIRE(documents.erase(DocumentKind::Customer, u"c1"_s, change()));
    }
    sellAndClose(3);
    if (!samePicture)
        attack(folder.ledgerFile(), {u"UPDATE fact SET content = x'7b7d' WHERE number = 5"_s});
    clock.advance(std::chrono::hours{1});
    const auto restored = restoreNewest(path, needs());
    INFO((restored ? QString{} : restored.error().detail).toStdString());
    REQUIRE(restored);
    CHECK(restored->complete == samePicture);
    auto ledger = open();
    REQUIRE(ledger);
    Database &db = (*ledger)->database();
    CHECK(DocumentStore{db}.get(DocumentKind::Promotion, u"ete"_s)->value_or(Document{}).body == promotion(2000));
    CHECK_FALSE(DocumentStore{db}.get(DocumentKind::Customer, u"c1"_s)->has_value());
    CHECK(*selectInteger(db, "SELECT COUNT(*) FROM document_erased WHERE key = 'c1'") == 1);
    const auto said = DocumentFeed{db}.ownAfter(0, (*ledger)->identity().till, 100);
    REQUIRE(said);
    CHECK(std::ranges::count_if(*said, [](const ArrivedChange &one) {
              return one.change.fields.value(u"percent"_s).value == 2000 || (one.change.erased && one.change.key == u"c1");
          }) == (shares ? 2 : 0));
    const auto stamps = selectText(db, "SELECT COALESCE(MAX(stamps), '') FROM document_stamp WHERE key = 'ete'");
    CHECK(stamps->contains(u"percent"_s) == shares);
}

TEST_CASE_METHOD(FolderFixture,
                 "restore: what was written about somebody erased stays away; what was written later about somebody else comes back")
{
    const auto change = [&] { return DocumentChange{.user = u"boss"_s, .at = clock.now()}; };
    const auto note = [](const Id<Dossier> &dossier, bool again, const QString &text) {
        return QJsonObject{{u"key"_s, dossierNoteKey(dossier)}, {u"customer"_s, dossierCustomerKey(dossier, again)}, {u"text"_s, text}};
    };
    const auto soldLater = Id<Dossier>::generate();
    const auto notSold = Id<Dossier>::generate();
    const bool samePicture = GENERATE(false, true); // else the journal of the ledger is damaged
    sellAndClose(2);
    {
        auto ledger = open();
        REQUIRE(ledger);
        Database &db = (*ledger)->database();
        DocumentStore documents{db};
        Client client;
        client.name = u"Lambert"_s;
        for (const auto &dossier : {soldLater, notSold}) {
            REQUIRE(documents.putCustomer(dossierCustomerKey(dossier), client, change()));
            REQUIRE(documents.put(DocumentKind::Note, note(dossier, false, u"Lambert passe le mardi"_s), change()));
        }
        REQUIRE(backUp(db, folder, clock.now()));
        clock.advance(std::chrono::hours{1});
        for (const auto &dossier : {soldLater, notSold})
            REQUIRE(documents.erase(DocumentKind::Customer, dossierCustomerKey(dossier), change()));
        REQUIRE(documents.put(DocumentKind::Note, note(soldLater, true, u"Dupont attend"_s), change()));
    }
    sellAndClose(3);
    if (!samePicture)
        attack(folder.ledgerFile(), {u"UPDATE fact SET content = x'7b7d' WHERE number = 5"_s});
    clock.advance(std::chrono::hours{1});
    REQUIRE(restoreNewest(path, needs()));
    auto ledger = open();
    REQUIRE(ledger);
    Database &db = (*ledger)->database();
    const auto kept = DocumentStore{db}.get(DocumentKind::Note, dossierNoteKey(soldLater));
    REQUIRE(kept->has_value());
    CHECK((*kept)->body.value(u"text"_s).toString() == u"Dupont attend");
    CHECK_FALSE(DocumentStore{db}.get(DocumentKind::Note, dossierNoteKey(notSold))->has_value());
    CHECK(*selectInteger(db, R"(
SELECT (SELECT COUNT(*) FROM document WHERE body LIKE '%Lambert%')
     + (SELECT COUNT(*) FROM document_history WHERE before LIKE '%Lambert%' OR after LIKE '%Lambert%'))") == 0);
}
