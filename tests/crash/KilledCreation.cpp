// SPDX-License-Identifier: GPL-3.0-or-later
// A till that is killed while it is made: there is a till that people can work at, or none, and it can be made again.
#include "core/ledger/DataFolder.h"
#include "tests/support/Catch.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

constexpr int killsWhileCreating = 10;
constexpr int patienceMs = 120'000;
const QJsonObject attraction{{u"legalName"_s, u"Grottes d’essai"_s}, {u"enterpriseNumber"_s, u"0999999922"_s}};
const QJsonObject create{{u"do"_s, u"create"_s},     {u"attraction"_s, attraction},
                         {u"till"_s, u"Caisse 1"_s}, {u"administrator"_s, u"Claire"_s},
                         {u"pin"_s, u"5555"_s},      {u"secretStore"_s, u"file"_s}};
const QJsonObject logIn{{u"do"_s, u"login"_s}, {u"user"_s, u"Claire"_s}, {u"pin"_s, u"5555"_s}};

void start(QProcess &tool, const QString &folder, const QList<QJsonObject> &script)
{
    tool.start(QStringLiteral(GUICHET_TOOL), {u"--data"_s, folder, u"--clock"_s, u"2026-11-23T10:00:00+01:00"_s, u"run"_s, u"-"_s});
    REQUIRE(tool.waitForStarted());
    for (const QJsonObject &command : script)
        tool.write(QJsonDocument{command}.toJson(QJsonDocument::Compact) + '\n');
    tool.closeWriteChannel();
}

/// The answers to a script that nobody cuts off.
QList<QJsonObject> run(const QString &folder, const QList<QJsonObject> &script)
{
    QProcess tool;
    start(tool, folder, script);
    REQUIRE(tool.waitForFinished(patienceMs));
    QList<QJsonObject> answers;
    for (const QByteArray &said : tool.readAllStandardOutput().trimmed().split('\n'))
        answers << QJsonDocument::fromJson(said).object();
    return answers;
}

void killAfter(const QString &folder, qint64 milliseconds)
{
    QProcess tool;
    start(tool, folder, {create});
    tool.waitForBytesWritten(1000);
    QThread::msleep(static_cast<unsigned long>(milliseconds));
    tool.kill();
    REQUIRE(tool.waitForFinished(patienceMs));
}

} // namespace

TEST_CASE("a till that is killed while it is made is a till with its people, or none, and can be made again")
{
    const QTemporaryDir temporary;
    QElapsedTimer watch;
    watch.start();
    const QJsonObject quiet = run(temporary.filePath(u"quiet"_s), {create}).front();
    INFO(QJsonDocument{quiet}.toJson(QJsonDocument::Compact).toStdString());
    REQUIRE(quiet[u"ok"_s].toBool());
    const qint64 takes = watch.elapsed();
    QRandomGenerator dice{20261125};
    for (int kill = 0; kill < killsWhileCreating; ++kill) {
        const QString folder = temporary.filePath(u"killed%1"_s.arg(kill));
        killAfter(folder, dice.bounded(static_cast<int>(takes)));
        const bool made = DataFolder{folder}.hasTill();
        const QList<QJsonObject> answers = run(folder, {create, logIn});
        REQUIRE(answers.size() == 2);
        INFO("kill " << kill << ", till made: " << made << ", " << QJsonDocument{answers[0]}.toJson(QJsonDocument::Compact).toStdString());
        CHECK(answers[0][u"ok"_s].toBool() == !made);
        CHECK((!made || answers[0][u"error"_s] == u"till_exists"_s));
        CHECK(answers[1][u"ok"_s].toBool());
    }
}
