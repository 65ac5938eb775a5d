// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"
#include "core/facts/Contents.h"
#include "core/ledger/Rebuild.h"
#include "core/ledger/Restore.h"
#include "core/ledger/Verifier.h"
#include "core/reports/Report.h"
#include "tests/core/ledger/JournalFixture.h"
#include "tests/support/Catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int sales = 12;

/// A till with a key fact and twelve sales, attacked by somebody who owns the computer.
struct AttackedTill : FolderFixture
{
    AttackedTill()
    {
        sellAndClose(sales);
        identity = *readIdentity(folder);
        const auto ledger = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
        anchor = {.incarnation = 0, .number = sales, .hash = toHex(row(**ledger, sales).hash)};
    }

    struct StoredRow
    {
        QJsonObject body;
        QJsonObject content;
        QByteArray hash;
    };

    static StoredRow row(Database &db, int number)
    {
        auto rows = selectRowsOf(db, u"SELECT body, content, hash FROM fact WHERE number = ? AND incarnation = 1"_s, {number});
        REQUIRE(rows);
        REQUIRE(rows->next());
        const Row at = rows->row();
        return {QJsonDocument::fromJson(at.blob(0)).object(), QJsonDocument::fromJson(at.blob(1)).object(), at.blob(2)};
    }

    using Edit = std::function<void(QJsonObject &body, QJsonObject &content)>;

    /// Changes one fact and rebuilds every hash after it, as a thief of the computer can; signs again when the key is stolen too.
    void rewrite(int number, const Edit &edit, const std::optional<KeyPair> &key)
    {
        attack(folder.ledgerFile(), {});
        const auto db = Database::open(folder.ledgerFile());
        REQUIRE(db);
        QByteArray previous;
        for (int at = number; at <= sales + 1; ++at) {
            StoredRow fact = row(**db, at);
            if (at == number)
                edit(fact.body, fact.content);
            else
                fact.body.insert(u"prev"_s, toHex(previous));
            const QByteArray content = *toCanonicalJson(fact.content);
            fact.body.insert(u"payload_sha256"_s, toHex(sha256(content)));
            const QByteArray body = *toCanonicalJson(fact.body);
            previous = sha256(body);
            REQUIRE(runText(**db, u"UPDATE fact SET body = ?, content = ?, hash = ? WHERE number = ? AND incarnation = 1"_s,
                            {body, content, previous, at}));
            if (key)
                REQUIRE(runText(**db, u"UPDATE fact SET signature = ? WHERE number = ? AND incarnation = 1"_s, {key->sign(previous), at}));
        }
    }

    KeyPair stolenKey()
    {
        auto ledger = open();
        REQUIRE(ledger);
        const QByteArray sealed = bytesOf(folder.keyFile(1));
        return *KeyPair::fromSeed(*unseal(sealed, *keychain.read(u"till-%1-1"_s.arg(identity.till))));
    }

    VerifyReport verify(const VerifyOptions &options)
    {
        auto report = verifyLedger(folder.ledgerFile(), options, projector);
        REQUIRE(report);
        return *std::move(report);
    }
    VerifyReport withKey() { return verify({.keys = {identity.current().key.fingerprint()}, .record = {}, .anchors = {}}); }
    VerifyReport withRecord() { return verify({.keys = {}, .record = identity, .anchors = {}}); }
    VerifyReport withAnchor() { return verify({.keys = {}, .record = identity, .anchors = {anchor}}); }
    VerifyReport bare() { return verify({}); }

    TillIdentity identity;
    Anchor anchor;
};

/// The last sale made dearer, everywhere in its body.
void makeDearer(QJsonObject &body, QJsonObject &content)
{
    content.insert(u"cents"_s, 1850);
    QJsonArray vat = body.value(u"vat"_s).toArray();
    QJsonObject rate = vat.first().toObject();
    rate.insert(u"total"_s, rate.value(u"total"_s).toInteger() + 1000);
    rate.insert(u"base"_s, rate.value(u"base"_s).toInteger() + 1000);
    vat.replace(0, rate);
    body.insert(u"vat"_s, vat);
    body.insert(u"gt_net"_s, body.value(u"gt_net"_s).toInteger() + 1000);
    body.insert(u"gt_abs"_s, body.value(u"gt_abs"_s).toInteger() + 1000);
}

} // namespace

TEST_CASE_METHOD(AttackedTill, "verify: a sound ledger holds; without key and anchor it is only auto-cohérent")
{
    const VerifyReport report = withRecord();
    INFO((report.defect ? report.defect->what : QString{}).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.facts == sales + 1);
    CHECK(report.replayed);
    CHECK(report.outsideSessions.size() == sales); // they were sold without any
    CHECK(report.outsideSessions.front().number == 2);
    CHECK(withKey().exitStatus() == 0);
    CHECK(withAnchor().exitStatus() == 0);
    CHECK(bare().exitStatus() == 2);
    CHECK(verify({.keys = {}, .record = {}, .anchors = {anchor}}).exitStatus() == 0);
    CHECK(verify({.keys = {}, .record = identity, .anchors = {}, .chainOnly = true, .threads = 1}).exitStatus() == 0);
}

TEST_CASE_METHOD(AttackedTill, "attack: an amount or a method is changed in the stored content")
{
    attack(folder.ledgerFile(),
           {u"UPDATE fact SET content = CAST(replace(CAST(content AS TEXT), '850', '150') AS BLOB) WHERE number = 5"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 5);
}

TEST_CASE_METHOD(AttackedTill, "attack: a body is changed, its hash not")
{
    attack(folder.ledgerFile(), {u"UPDATE fact SET body = CAST(replace(CAST(body AS TEXT), 'cash', 'card') AS BLOB) WHERE number = 7"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 7);
}

TEST_CASE_METHOD(AttackedTill, "attack: a change, and the whole chain of hashes rebuilt without the key")
{
    rewrite(5, makeDearer, std::nullopt);
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 5);
}

TEST_CASE_METHOD(AttackedTill, "attack: a change and rebuilt hashes, and the signatures emptied as if they were waiting")
{
    rewrite(5, makeDearer, std::nullopt);
    attack(folder.ledgerFile(), {u"UPDATE fact SET signature = x'' WHERE number >= 5"_s});
    CHECK(withRecord().exitStatus() != 0);
    attack(folder.ledgerFile(), {u"UPDATE fact SET signature = zeroblob(64) WHERE number = 13"_s});
    CHECK(withRecord().exitStatus() == 1);
}

TEST_CASE_METHOD(AttackedTill, "attack: a tail that was rewritten without the key is not signed by the till itself at its next start")
{
    rewrite(5, [](QJsonObject &, QJsonObject &content) { content.insert(u"title"_s, u"Entrée enfant"_s); }, std::nullopt);
    attack(folder.ledgerFile(), {u"UPDATE fact SET signature = x'' WHERE number >= 5"_s});
    SECTION("what was left beside the ledger is as the till left it") {}
    SECTION("it is made to fit, as far as that goes without the key")
    {
        const auto db = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
        const QByteArray signedHead = bytesOf(folder.lastHeadFile()).split('\n').at(1);
        overwrite(folder.lastHeadFile(), "1/13:" + row(**db, 13).hash.toHex() + '\n' + signedHead + '\n');
    }
    SECTION("its signature is somebody's else")
    {
        const auto db = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
        const QByteArray head = "1/4:" + row(**db, 4).hash.toHex();
        overwrite(folder.lastHeadFile(), head + '\n' + head + ' ' + KeyPair::generate().sign("somebody").toHex() + '\n');
    }
    CHECK(open().error().code == ErrorCode::ChainBroken);
    CHECK(withRecord().exitStatus() == 2);
    CHECK(withRecord().pendingSignatures == sales - 3);
}

TEST_CASE_METHOD(AttackedTill, "attack: what was left beside the ledger is deleted too: the till sells on, signs nothing and says so")
{
    rewrite(5, [](QJsonObject &, QJsonObject &content) { content.insert(u"title"_s, u"Entrée enfant"_s); }, std::nullopt);
    attack(folder.ledgerFile(), {u"UPDATE fact SET signature = x'' WHERE number >= 5"_s});
    QFile::remove(folder.lastHeadFile());
    constexpr int starts = 2;
    for (int start = 0; start < starts; ++start) {
        const auto ledger = open();
        REQUIRE(ledger);
        REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(850))));
        CHECK((*ledger)->retryKey() == 0);
        CHECK_FALSE((*ledger)->journal().isUnlocked());
        CHECK_FALSE((*ledger)->health().defect.isEmpty());
        CHECK_FALSE((*ledger)->health().keyOutOfReach); // it is at hand, and is not used
    }
    CHECK(withRecord().exitStatus() == 2);
    CHECK(withRecord().pendingSignatures == sales - 3 + starts + 1); // the defect is told once
}

TEST_CASE_METHOD(FolderFixture, "attack: even with what an earlier day had left put back, the late signature leaves a trace")
{
    sellAndClose(3);
    const QByteArray earlier = bytesOf(folder.lastHeadFile());
    sellAndClose(5);
    const TillIdentity identity = *readIdentity(folder);
    attack(folder.ledgerFile(), {u"UPDATE fact SET signature = x'' WHERE number > 6"_s});
    overwrite(folder.lastHeadFile(), earlier);
    REQUIRE(open());
    const auto report = verifyLedger(folder.ledgerFile(), {.keys = {}, .record = identity, .anchors = {}}, projector);
    REQUIRE(report);
    CHECK_FALSE(report->defect);
    CHECK(report->pendingSignatures == 0);
    CHECK(report->signedLate == std::vector<VerifyReport::SignedLate>{{.incarnation = 1, .from = 7, .to = 9}});
    CHECK(report->exitStatus() == 2);
}

TEST_CASE_METHOD(FolderFixture, "verify: facts that the till signed later hold when an anchor at or after the last of them shows them")
{
    sellAndClose(3);
    keychain.reachable = false;
    sellAndClose(2);
    keychain.reachable = true;
    sellAndClose(1);
    const auto anchorAt = [&](qint64 number) {
        const auto ledger = open();
        return Anchor{
            .incarnation = 1, .number = number, .hash = toHex((*ledger)->journal().fact({(*ledger)->identity().till, 1, number})->hash)};
    };
    const Anchor before = anchorAt(5);
    const Anchor after = anchorAt(6);
    const TillIdentity identity = *readIdentity(folder);
    const auto statusWith = [&](const std::vector<Anchor> &anchors) {
        return verifyLedger(folder.ledgerFile(), {.keys = {}, .record = identity, .anchors = anchors}, projector)->exitStatus();
    };
    CHECK(statusWith({}) == 2);
    CHECK(statusWith({before}) == 2);
    CHECK(statusWith({after}) == 0);
}

TEST_CASE_METHOD(AttackedTill, "attack: the end of an incarnation rewritten with its stolen key is not what the next one names")
{
    {
        auto ledger = open();
        REQUIRE(backUp((*ledger)->database(), folder, clock.now()));
    }
    const KeyPair stolen = stolenKey();
    REQUIRE(restoreNewest(path, needs()));
    identity = *readIdentity(folder);
    CHECK(withRecord().exitStatus() == 0);
    rewrite(sales + 1, [](QJsonObject &, QJsonObject &content) { content.insert(u"title"_s, u"Entrée enfant"_s); }, stolen);
    const VerifyReport report = withRecord();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position == FactPosition{identity.till, 1, sales + 1});
    CHECK(report.defect->what.contains(u"incarnation 2"));
}

TEST_CASE_METHOD(AttackedTill, "attack: an entry is deleted")
{
    attack(folder.ledgerFile(), {u"DELETE FROM fact WHERE number = 6"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 6);
}

TEST_CASE_METHOD(AttackedTill, "attack: the first entries are deleted")
{
    attack(folder.ledgerFile(), {u"DELETE FROM fact WHERE number <= 3"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 1);
}

TEST_CASE_METHOD(AttackedTill, "attack: an entry is deleted and the ones after it take its place")
{
    attack(folder.ledgerFile(), {u"DELETE FROM fact WHERE number = 6"_s,
                                 u"UPDATE fact SET number = -number WHERE number > 6"_s.replace(u"-number"_s, u"number + 100"_s),
                                 u"UPDATE fact SET number = number - 101 WHERE number > 100"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 6);
}

TEST_CASE_METHOD(AttackedTill, "attack: two entries are swapped")
{
    attack(folder.ledgerFile(), {u"UPDATE fact SET number = 100 WHERE number = 6"_s, u"UPDATE fact SET number = 6 WHERE number = 7"_s,
                                 u"UPDATE fact SET number = 7 WHERE number = 100"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 6);
}

TEST_CASE_METHOD(AttackedTill, "attack: an entry is inserted twice")
{
    attack(folder.ledgerFile(), {u"INSERT INTO fact SELECT 100, till, incarnation, 14, own, type, label, session, business_date, at, hlc, "
                                 u"'', 0, body, content, hash, "
                                 "signature FROM fact WHERE number = 13"_s});
    const VerifyReport report = bare();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 14);
}

TEST_CASE_METHOD(AttackedTill,
                 "attack: everything rewritten with another key is seen by the genesis, and by the key when the genesis is rewritten too")
{
    const KeyPair other = KeyPair::generate();
    rewrite(1, [](QJsonObject &, QJsonObject &) {}, other);
    CHECK(bare().exitStatus() == 1);
    attack(folder.ledgerFile(), {u"UPDATE chain SET public_key = x'%1'"_s.arg(toHex(other.publicKey().bytes()))});
    CHECK(bare().exitStatus() == 1);
    const QByteArray genesis = genesisHash({.till = identity.till, .key = other.publicKey()});
    rewrite(1, [&](QJsonObject &body, QJsonObject &) { body.insert(u"prev"_s, toHex(genesis)); }, other);
    CHECK(bare().exitStatus() == 2); // consistent in itself: nothing from outside was compared
    CHECK(withKey().exitStatus() == 1);
    CHECK(withRecord().exitStatus() == 1);
}

TEST_CASE_METHOD(AttackedTill, "attack: a tail that was cut is not seen without an anchor, and seen with one")
{
    attack(folder.ledgerFile(),
           {u"DELETE FROM fact WHERE number > 8"_s, u"UPDATE tally SET facts = 7, cents = 7 * 850 WHERE type = 'SALE'"_s});
    CHECK(withRecord().exitStatus() == 0);
    const VerifyReport report = withAnchor();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == anchor.number);
}

TEST_CASE_METHOD(AttackedTill, "attack: a rewriting with the stolen key is not seen without an anchor, and seen with one")
{
    rewrite(sales, [](QJsonObject &, QJsonObject &content) { content.insert(u"title"_s, u"Entrée enfant"_s); }, stolenKey());
    CHECK(withRecord().exitStatus() == 0);
    CHECK(withAnchor().exitStatus() == 1);
}

TEST_CASE_METHOD(AttackedTill, "attack: totals that do not add up are seen even when signed with the stolen key")
{
    rewrite(5, [](QJsonObject &body, QJsonObject &) { body.insert(u"gt_net"_s, 1); }, stolenKey());
    const VerifyReport report = withRecord();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 5);
}

TEST_CASE_METHOD(AttackedTill, "attack: a receipt number that is skipped is seen even when signed with the stolen key")
{
    rewrite(6, [](QJsonObject &body, QJsonObject &) { body.insert(u"doc_no"_s, 50); }, stolenKey());
    attack(folder.ledgerFile(), {u"UPDATE fact SET document_number = 50 WHERE number = 6"_s});
    const VerifyReport report = withRecord();
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 6);
}

TEST_CASE_METHOD(AttackedTill, "attack: the columns beside a body and the tables of reports are compared too")
{
    SECTION("a column")
    {
        attack(folder.ledgerFile(), {u"UPDATE fact SET business_date = '2026-11-22' WHERE number = 9"_s});
        CHECK(withRecord().defect->position.number == 9);
    }
    SECTION("a projection")
    {
        attack(folder.ledgerFile(), {u"UPDATE tally SET cents = cents - 1 WHERE type = 'SALE'"_s});
        const VerifyReport report = withRecord();
        REQUIRE(report.exitStatus() == 1);
        CHECK(report.defect->what.contains(u"tally"));
        CHECK(verify({.keys = {}, .record = identity, .anchors = {}, .chainOnly = true}).exitStatus() == 0);
    }
    SECTION("a chain of somebody else")
    {
        attack(folder.ledgerFile(), {u"UPDATE fact SET till = 'stranger' WHERE number = 9"_s});
        CHECK(withRecord().exitStatus() == 1);
    }
}

TEST_CASE_METHOD(AttackedTill, "verify reads beside a running till and changes nothing")
{
    auto ledger = open();
    REQUIRE(ledger);
    REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(100))));
    const VerifyReport report = withRecord();
    CHECK(report.exitStatus() == 0);
    CHECK(report.facts == sales + 2);
    REQUIRE((*ledger)->journal().append(saleOf(Money::fromCents(100))));
}

TEST_CASE("an anchor is read strictly")
{
    const QString hash{16, u'a'};
    CHECK(Anchor::fromString(u"12:"_s + hash).value() == Anchor{0, 12, hash});
    CHECK(Anchor::fromString(u"2/12:"_s + hash).value() == Anchor{2, 12, hash});
    for (const auto &bad : {u""_s, u"12"_s, u"12:abc"_s, u"x:"_s + hash, u"12:"_s + QString{65, u'a'}, u"-1:"_s + hash, u" 12:"_s + hash})
        CHECK(Anchor::fromString(bad).error().code == ErrorCode::InvalidInput);
}

namespace {

/// One session with a sale, its payment, a correction and a Z.
struct ClosedDay : FolderFixture
{
    FactDraft paymentOf(const QString &method, Money amount)
    {
        PaymentContent content;
        content.payment.id = Id<Payment>::generate();
        content.payment.dossier = Id<Dossier>::generate();
        content.payment.method = method;
        content.payment.type = PaymentType::Cash;
        content.payment.methodTitle = method;
        content.payment.amount = amount;
        content.payment.at = clock.now();
        content.dossierNumber = u"P26112301AA"_s;
        return {.type = FactType::Payment, .session = session, .content = toJson(content)};
    }

    /// `change` falsifies the Z before it is signed.
    VerifyReport closeWith(const std::function<void(Report &)> &change)
    {
        {
            auto ledger = create();
            REQUIRE(ledger);
            Journal &journal = (*ledger)->journal();
            REQUIRE(journal.append(paymentOf(u"cash"_s, Money::fromCents(1060))));
            FactDraft sale = saleOf(Money::fromCents(1060));
            sale.session = session;
            REQUIRE(journal.append(sale));
            Report z;
            z.kind = Report::Kind::Z;
            z.number = 1;
            z.session = session;
            z.tillKey = u"accueil"_s;
            z.tillName = u"Accueil"_s;
            z.openedAt = z.closedAt = z.firstSaleAt = z.lastSaleAt = clock.now();
            z.businessDate = clock.now().date();
            z.saleCount = 1;
            z.net = z.gross = Money::fromCents(1060);
            z.vat = {{.rate = {VatCode::C, BasisPoints{600}},
                      .sales = {Money::fromCents(1000), Money::fromCents(60)},
                      .advancesReceived = {},
                      .advancesUsed = {}}};
            MethodTotal cash;
            cash.method = u"cash"_s;
            cash.title = u"Espèces"_s;
            cash.type = PaymentType::Cash;
            cash.received = Money::fromCents(1060);
            cash.count = 1;
            z.methods = {cash};
            z.cash.sales = Money::fromCents(1060);
            z.grandTotals = {Money::fromCents(1060), Money::fromCents(1060)};
            change(z);
            REQUIRE(journal.append(
                {.type = FactType::ZReport, .label = EventLabel::R, .session = session, .content = reportToJson(z), .series = u"Z"_s}));
        }
        auto report = verifyLedger(folder.ledgerFile(), {.keys = {}, .record = *readIdentity(folder), .anchors = {}}, projector);
        REQUIRE(report);
        return *std::move(report);
    }
    Id<TillSession> session = Id<TillSession>::generate();
};

} // namespace

TEST_CASE_METHOD(ClosedDay, "verify recomputes a Z from its entries")
{
    const VerifyReport report = closeWith([](Report &) {});
    INFO((report.defect ? report.defect->what : QString{}).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.zReports == 1);
}

TEST_CASE_METHOD(ClosedDay, "verify names a signed Z that its entries do not make")
{
    const auto falsify = GENERATE(
        as<std::function<void(Report &)>>{}, [](Report &z) { z.net -= Money::fromCents(100); }, [](Report &z) { z.saleCount = 2; },
        [](Report &z) { z.vat.front().sales.vat -= Money::fromCents(1); }, [](Report &z) { z.methods.front().received = Money{}; },
        [](Report &z) { z.grandTotals.net = Money{}; }, [](Report &z) { z.cash.out = Money::fromCents(-1060); },
        [](Report &z) { z.giftSold = Money::fromCents(100); }, [](Report &z) { z.giftUsed = Money::fromCents(100); },
        [](Report &z) { z.advancesReceived = Money::fromCents(100); }, [](Report &z) { z.advancesUsed = Money::fromCents(-100); },
        [](Report &z) { z.roundingUp = Money::fromCents(2); }, [](Report &z) { z.tips = Money::fromCents(100); },
        [](Report &z) { z.receivablesPaid = Money::fromCents(100); });
    const VerifyReport report = closeWith(falsify);
    REQUIRE(report.exitStatus() == 1);
    CHECK(report.defect->position.number == 4);
}

TEST_CASE_METHOD(AttackedTill, "rebuild: the journal played into an empty ledger gives the same facts and the same tables")
{
    const auto source = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    const QString rebuilt = directory.filePath(u"rebuilt.db"_s);
    {
        const auto target = Database::open(rebuilt);
        CHECK(rebuildInto(**source, **target, projector).value() == sales + 1);
        CHECK(firstDifference(**source, **target, {u"fact"_s, u"chain"_s, u"tally"_s}).value().isEmpty());
        REQUIRE((*target)->pragma(u"UPDATE tally SET cents = 0"_s));
        CHECK(firstDifference(**source, **target, {u"fact"_s, u"tally"_s}).value().contains(u"tally"));
    }
    const auto report = verifyLedger(rebuilt, {.keys = {}, .record = identity, .anchors = {anchor}, .chainOnly = true}, projector);
    CHECK(report->exitStatus() == 0);
}
