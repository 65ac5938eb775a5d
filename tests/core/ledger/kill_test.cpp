// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Verifier.h"
#include "tests/core/ledger/JournalFixture.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <cstdio>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr auto folderVariable = "GUICHET_TEST_TILL";
constexpr int kills = 25;

} // namespace

TEST_CASE("the till that is killed: sells until its process ends, and prints each number after its sale is on disk", "[.][killed]")
{
    const SystemClock clock;
    TallyProjector projector;
    FakeKeychain keychain; // empty: the secret is in a file, as that till was made
    auto ledger = Ledger::open(qEnvironmentVariable(folderVariable), {.projector = projector, .clock = clock, .keychain = keychain});
    REQUIRE(ledger);
    for (;;) {
        const auto fact = (*ledger)->journal().append(saleOf(Money::fromCents(850)));
        REQUIRE(fact);
        std::printf("sold %lld\n", static_cast<long long>(fact->body.position.number));
        std::fflush(stdout);
    }
}

namespace {

/// Lets the till sell for a moment and kills it. Returns the last number it answered for; 0 when it came to none.
qint64 sellUntilKilled(const QString &folder, int milliseconds)
{
    QProcess till;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(folderVariable), folder);
    till.setProcessEnvironment(environment);
    till.start(QCoreApplication::applicationFilePath(), {u"[killed]"_s});
    REQUIRE(till.waitForStarted());
    till.waitForReadyRead(20'000);
    till.waitForFinished(milliseconds);
    REQUIRE(till.state() == QProcess::Running); // it never stops by itself
    till.kill();
    till.waitForFinished();
    qint64 answered = 0;
    for (const QByteArray &line : till.readAllStandardOutput().split('\n'))
        if (line.startsWith("sold "))
            answered = line.mid(5).toLongLong();
    return answered;
}

} // namespace

TEST_CASE_METHOD(FolderFixture, "killed at any moment, the till comes back with all it answered for, numbers without a gap, and goes on")
{
    clock.set(QDateTime::currentDateTime());
    REQUIRE(Ledger::create(path, {.projector = projector, .clock = clock, .keychain = keychain, .preferFile = true}));
    QRandomGenerator dice{20261123};
    qint64 before = 1;
    for (int kill = 0; kill < kills; ++kill) {
        const qint64 answered = sellUntilKilled(path, dice.bounded(120));
        INFO("kill " << kill);
        REQUIRE(answered > before);
        const auto report = verifyLedger(folder.ledgerFile(), {.keys = {}, .record = *readIdentity(folder), .anchors = {}}, projector);
        REQUIRE(report);
        INFO((report->defect ? report->defect->what : QString{}).toStdString());
        CHECK(report->exitStatus() == 0);
        CHECK(report->facts >= answered);
        before = report->facts;
    }
}
