// SPDX-License-Identifier: GPL-3.0-or-later
// An account is put back to an older state, and gets back what it lacks (docs/decisions/0047).
#include "core/ledger/Restore.h"
#include "core/ledger/Backup.h"
#include "core/ledger/FactFeed.h"
#include "core/ledger/Verifier.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/NoKeychain.h"
#include "tests/sync/OwnCertificate.h"
#include "tests/sync/SyncDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Both ways as the two threads of a till do it: the way down does not wait for the way up.
void exchangeOnce(SyncedTill &till)
{
    CentralClient client{till.address()};
    Exchange exchange{client, till, till.clock};
    std::ignore = exchange.push();
    must(exchange.pullAll());
}

/// Until nothing is left, `first` always before the other.
void settle(TwoTills &tills)
{
    for (int round = 0; round < 8; ++round)
        for (SyncedTill *till : tills.both())
            exchangeOnce(*till);
}

QString exportedAccount(TwoTills &tills, const QTemporaryDir &folder)
{
    const QString file = folder.filePath(u"roches.guichet"_s);
    must(tills.line.trial.centre->exportAccount(u"roches"_s, file));
    return file;
}

Result<RestoredAccount> putBack(TwoTills &tills, const QString &file, bool replaces = true)
{
    tills.line.unplug();
    tills.line.trial.closeServed();
    Result<RestoredAccount> restored = tills.line.trial.centre->restoreAccount(file, {.replaces = replaces});
    tills.line.plugIn();
    return restored;
}

bool isDossierKnown(SyncedTill &till, const QString &dossier)
{
    return DossierDesk{till.workplace()}.detail(dossier).has_value();
}

bool holdsReplayed(SyncedTill &till)
{
    const DataFolder folder{till.folder.path()};
    TillProjector projector;
    const auto report = verifyLedger(folder.ledgerFile(), {.record = must(readIdentity(folder))}, projector);
    return report && !report->defect && report->replayed;
}

QJsonObject documentAt(Database &db, DocumentKind kind, const QString &key)
{
    return must(DocumentStore{db}.get(kind, key)).value_or(Document{}).body;
}

void renameGrotte(SyncedTill &till, const QString &name)
{
    till.clock.advance(std::chrono::seconds{1});
    QJsonObject changed = documentAt(till.workplace().db(), DocumentKind::Formula, u"grotte"_s);
    changed[u"name"_s] = name;
    must(DocumentStore{till.workplace().db()}.put(DocumentKind::Formula, changed, {.user = u"boss"_s, .at = till.clock.now()}));
    must(till.workplace().documentsChanged());
}

/// The till loses its ledger after its backup, and goes on with its next incarnation.
void restoreTill(SyncedTill &till)
{
    must(backUp(till.workplace().db(), till.workplace().ledger->folder(), till.clock.now()));
    till.closeTill();
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(DataFolder{till.folder.path()}.ledgerFile() + part);
    TillProjector projector;
    NoKeychain keychain;
    must(restoreNewest(till.folder.path(), {.projector = projector, .clock = till.clock, .keychain = keychain, .preferFile = true}));
    till.restart();
    must(till.staff().logIn(u"seller"_s, u"1111"_s));
}

} // namespace

TEST_CASE("a centre that was put back from its export gets again what it lacks, and its tills go on with each other")
{
    TwoTills tills;
    const QTemporaryDir folder;
    Client client;
    client.name = u"Lambert"_s;
    DocumentStore documents{tills.first.workplace().db()};
    must(documents.putCustomer(u"c1"_s, client, {.user = u"boss"_s, .at = tills.first.clock.now()}));
    QStringList sold{tills.first.sell(), tills.second.sell()};
    settle(tills);
    const QString file = exportedAccount(tills, folder);

    sold << tills.first.sell(2) << tills.second.sell(2) << tills.first.sell();
    renameGrotte(tills.first, u"Après la sauvegarde"_s);
    must(DocumentStore{tills.first.workplace().db()}.erase(DocumentKind::Customer, u"c1"_s,
                                                           {.user = u"boss"_s, .at = tills.first.clock.now()}));
    settle(tills);
    restoreTill(tills.second);
    sold << tills.second.sell();
    settle(tills);

    must(putBack(tills, file));
    for (int i = 0; i < 10; ++i) // beyond the arrival to which the other had come
        sold << tills.first.sell();
    settle(tills);

    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    for (SyncedTill *till : tills.both()) {
        for (const QString &dossier : sold)
            CHECK(isDossierKnown(*till, dossier));
        CHECK(till->state().waiting == 0);
        CHECK_FALSE(till->state().trouble);
        CHECK(holdsReplayed(*till));
        CHECK(must(countFacts(till->workplace().db())) == must(countFacts(*centre)));
        CHECK(documentAt(till->workplace().db(), DocumentKind::Formula, u"grotte"_s) ==
              documentAt(*centre, DocumentKind::Formula, u"grotte"_s));
        CHECK(documentAt(till->workplace().db(), DocumentKind::Customer, u"c1"_s).isEmpty());
    }
    CHECK(documentAt(*centre, DocumentKind::Formula, u"grotte"_s).value(u"name").toString() == u"Après la sauvegarde");
    CHECK(documentAt(*centre, DocumentKind::Customer, u"c1"_s).isEmpty());
}

TEST_CASE("an export that was altered or is not whole, or whose account is here, puts nothing back")
{
    TwoTills tills;
    const QTemporaryDir folder;
    const QString file = exportedAccount(tills, folder);
    const QByteArray whole = contentOf(file);
    QByteArray altered = whole;
    const qsizetype middle = altered.size() / 2;
    altered[middle] = altered[middle] == 'A' ? 'B' : 'A';
    const auto before = must(countFacts(*must(tills.line.trial.home.openLedger(u"roches"_s))));
    CHECK(refusal(putBack(tills, file, false)) == ErrorCode::DuplicateKey);
    for (const QByteArray &wrong : {altered, whole.chopped(1), whole + "x\n", QByteArray{"{}\n"}}) {
        QFile rewritten{file};
        REQUIRE(rewritten.open(QIODevice::WriteOnly | QIODevice::Truncate));
        rewritten.write(wrong);
        rewritten.close();
        CHECK(refusal(putBack(tills, file)) == ErrorCode::InvalidInput);
    }
    CHECK(must(countFacts(*must(tills.line.trial.home.openLedger(u"roches"_s)))) == before);
    must(tills.line.exchange(tills.first));
}

TEST_CASE("after a copy was put back by other means, a new generation is drawn by hand")
{
    TwoTills tills;
    must(tills.line.trial.centre->renew(u"roches"_s));
    CHECK(refusal(tills.line.trial.centre->renew(u"nobody"_s)) == ErrorCode::NotFound);
    settle(tills);
    for (SyncedTill *till : tills.both())
        CHECK(till->state().waiting == 0);
}
