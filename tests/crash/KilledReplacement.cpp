// SPDX-License-Identifier: GPL-3.0-or-later
// A machine that is killed while it takes the place of a till, with programs as people start them (SYN-4, docs/decisions/0040): the same
// line goes on, and there is one till in the end; the machine before comes back.
#include "tests/crash/Life.h"
#include "tests/sync/CentralProgram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

namespace {

using namespace guichet;

constexpr int machinesKilled = 2;
constexpr int mostKillsOfMachine = 6;
constexpr int patienceWithReplacement = 300'000; // milliseconds, under sanitizers
const QJsonObject logInAgain{{u"do"_s, u"login"_s}, {u"user"_s, u"Claire"_s}, {u"pin"_s, u"5555"_s}};

/// An attraction with one till and a centre of its own, all of them processes.
class ReplacedAttraction
{
public:
    ReplacedAttraction()
    {
        m_server.setStandardErrorFile(QProcess::nullDevice()); // a line an answer
        REQUIRE(m_central.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
        m_port = m_central.serve(m_server);
        createDemo(folder(u"first"_s));
        Life life{folder(u"first"_s)};
        must(life,
             {{u"do"_s, u"enrol"_s}, {u"url"_s, url()}, {u"code"_s, m_central.code({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s})}});
        must(life, {{u"do"_s, u"open"_s}, {u"float"_s, 10'000}});
        sent << sell(life) << sell(life);
        must(life, {{u"do"_s, u"sync"_s}});
        life.end();
    }
    ~ReplacedAttraction()
    {
        m_server.kill();
        m_server.waitForFinished();
    }
    ReplacedAttraction(const ReplacedAttraction &) = delete;
    ReplacedAttraction &operator=(const ReplacedAttraction &) = delete;

    QString folder(const QString &machine) const { return m_folder.filePath(machine); }

    /// The line that makes a machine the till: as often as it takes.
    QJsonObject replacement() const
    {
        return {{u"do"_s, u"replace"_s},
                {u"url"_s, url()},
                {u"code"_s, m_central.code({u"till"_s, u"replace"_s, u"roches"_s, u"01"_s})},
                {u"secretStore"_s, u"file"_s}};
    }
    /// How many machines the till has had before.
    qsizetype machinesBefore() const { return m_central.call({u"status"_s}).out.count(u"      replaced "_s); }

    static QJsonObject must(Life &life, const QJsonObject &command)
    {
        life.ask(command);
        const QJsonObject said = life.answer();
        INFO(line(command).toStdString() << QJsonDocument{said}.toJson(QJsonDocument::Compact).toStdString());
        REQUIRE(said[u"ok"_s].toBool());
        return said;
    }
    static QString errorOf(Life &life, const QJsonObject &command)
    {
        life.ask(command);
        const QJsonObject said = life.answer();
        CHECK_FALSE(said[u"ok"_s].toBool());
        return said[u"error"_s].toString();
    }
    /// In cash; the number of the dossier.
    static QString sell(Life &life)
    {
        must(life, {{u"do"_s, u"add"_s}, {u"product"_s, u"p010"_s}});
        must(life, {{u"do"_s, u"pay"_s}, {u"method"_s, u"cash"_s}, {u"amount"_s, 50'000}});
        return must(life, {{u"do"_s, u"validate"_s}})[u"dossier"_s].toString();
    }
    static bool knows(Life &life, const QString &dossier)
    {
        life.ask({{u"do"_s, u"dossier"_s}, {u"number"_s, dossier}});
        return life.answer()[u"ok"_s].toBool();
    }

    QStringList sent; ///< Dossiers that the centre has.

private:
    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

    QTemporaryDir m_folder;
    CentralProgram m_central;
    QProcess m_server;
    quint16 m_port = 0;
};

void startReplacing(QProcess &tool, const QString &folder, const QJsonObject &replacement)
{
    tool.start(QStringLiteral(GUICHET_TOOL), onMonday(folder));
    REQUIRE(tool.waitForStarted());
    tool.write(line(replacement));
    tool.closeWriteChannel();
    tool.waitForBytesWritten(1000);
}

/// Nobody cuts it off.
QJsonObject replaceQuietly(const QString &folder, const QJsonObject &replacement)
{
    QProcess tool;
    startReplacing(tool, folder, replacement);
    REQUIRE(tool.waitForFinished(patienceWithReplacement));
    return QJsonDocument::fromJson(tool.readAllStandardOutput()).object();
}

void killReplacing(const QString &folder, const QJsonObject &replacement, qint64 milliseconds)
{
    QProcess tool;
    startReplacing(tool, folder, replacement);
    tool.waitForFinished(static_cast<int>(milliseconds)); // it may well be done
    tool.kill();
    tool.waitForFinished();
}

/// Whoever opens the folder meets a till at which they can work, or none at all.
void checkWhatIsLeft(const QString &folder)
{
    const bool isTill = DataFolder{folder}.hasTill();
    QProcess tool;
    tool.start(QStringLiteral(GUICHET_TOOL), onMonday(folder));
    REQUIRE(tool.waitForStarted());
    tool.write(line(logInAgain));
    tool.closeWriteChannel();
    REQUIRE(tool.waitForFinished(patienceWithReplacement));
    const QJsonObject in = QJsonDocument::fromJson(tool.readAllStandardOutput()).object();
    INFO(QJsonDocument{in}.toJson(QJsonDocument::Compact).toStdString());
    CHECK(in[u"ok"_s].toBool() == isTill);
    CHECK((isTill || in[u"error"_s] == u"till_missing"_s));
    if (isTill)
        checkJournal(folder);
}

int verifyStatus(const QString &folder)
{
    QProcess tool;
    tool.start(QStringLiteral(GUICHET_TOOL), {u"--data"_s, folder, u"verify"_s});
    REQUIRE(tool.waitForFinished(patienceWithReplacement));
    return tool.exitCode();
}

/// Kills the replacement again and again, then lets it be; gives how many cuts there were before it was a till.
int replaceUnderKills(const QString &folder, const QJsonObject &replacement, qint64 takes, QRandomGenerator &dice)
{
    const DataFolder data{folder};
    int cuts = 0;
    for (; cuts < mostKillsOfMachine && !data.hasTill(); ++cuts) {
        const qint64 after = dice.bounded(static_cast<int>(takes));
        INFO("kill " << cuts << " after " << after << " ms");
        killReplacing(folder, replacement, after);
        checkWhatIsLeft(folder);
    }
    const bool wasMade = data.hasTill(); // the answer alone was lost, or the dice were slow
    const QJsonObject said = replaceQuietly(folder, replacement);
    INFO(QJsonDocument{said}.toJson(QJsonDocument::Compact).toStdString());
    CHECK(said[u"ok"_s].toBool() == !wasMade);
    CHECK((!wasMade || said[u"error"_s] == u"till_exists"_s));
    REQUIRE(data.hasTill());
    return cuts;
}

/// The till of that incarnation has what was sold before, sells under its own numbers, and sends.
void workAsIncarnation(ReplacedAttraction &roches, const QString &folder, int incarnation)
{
    Life life{folder};
    CHECK(ReplacedAttraction::must(life, {{u"do"_s, u"state"_s}})[u"phase"_s] == u"open"_s); // the day goes on
    for (const QString &dossier : std::as_const(roches.sent))
        CHECK(ReplacedAttraction::knows(life, dossier));
    roches.sent << ReplacedAttraction::sell(life);
    const QJsonObject sold = ReplacedAttraction::must(life, {{u"do"_s, u"dossier"_s}, {u"number"_s, roches.sent.last()}});
    CHECK(sold[u"receipt"_s].toString() == u"R%1-1"_s.arg(incarnation));
    CHECK(ReplacedAttraction::must(life, {{u"do"_s, u"sync"_s}})[u"waiting"_s].toInt() == 0);
    life.end();
    CHECK(verifyStatus(folder) == 0);
    CHECK_FALSE(QFile::exists(DataFolder{folder}.takeOverFile()));
}

} // namespace

TEST_CASE("a machine that is killed while it takes a till's place goes on with the same line: one till in the end, one incarnation more")
{
    ReplacedAttraction roches;
    const QJsonObject first = roches.replacement();
    QElapsedTimer watch;
    watch.start();
    const QJsonObject quiet = replaceQuietly(roches.folder(u"quiet"_s), first);
    INFO(QJsonDocument{quiet}.toJson(QJsonDocument::Compact).toStdString());
    REQUIRE(quiet[u"ok"_s].toBool());
    CHECK(quiet[u"incarnation"_s].toInt() == 2);
    const qint64 takes = watch.elapsed();
    workAsIncarnation(roches, roches.folder(u"quiet"_s), 2);

    QRandomGenerator dice{20261125};
    int cuts = 0;
    for (int machine = 0; machine < machinesKilled; ++machine) {
        INFO("machine " << machine);
        const QString folder = roches.folder(u"machine%1"_s.arg(machine));
        cuts += replaceUnderKills(folder, roches.replacement(), takes, dice);
        CHECK(readIdentity(DataFolder{folder})->current().number == 3 + machine);
        CHECK(roches.machinesBefore() == 2 + machine); // however often it was asked for
        workAsIncarnation(roches, folder, 3 + machine);
    }
    CHECK(cuts > 0);
}

TEST_CASE("the machine before comes back: it is told, its unsent sales are found at the one in its place, and it closes its day")
{
    ReplacedAttraction roches;
    const QString first = roches.folder(u"first"_s);
    const QString second = roches.folder(u"second"_s);
    QStringList unsent;
    {
        Life life{first};
        unsent << ReplacedAttraction::sell(life) << ReplacedAttraction::sell(life);
        life.end();
    }
    const QJsonObject replacement = roches.replacement();
    for (int kill = 0; kill < 2; ++kill)
        killReplacing(second, replacement, 100 + 400 * kill);
    replaceQuietly(second, replacement);
    workAsIncarnation(roches, second, 2);
    {
        Life life{first};
        CHECK(ReplacedAttraction::errorOf(life, {{u"do"_s, u"sync"_s}}) == u"till_replaced"_s); // after its facts went up
        const QJsonObject state = ReplacedAttraction::must(life, {{u"do"_s, u"sync_state"_s}});
        CHECK(state[u"trouble"_s] == u"till_replaced"_s);
        CHECK(state[u"waiting"_s].toInt() == 0);
        ReplacedAttraction::must(life, {{u"do"_s, u"z"_s}, {u"counted"_s, QJsonObject{{u"cash"_s, 20'000}}}, {u"comment"_s, u"fin"_s}});
        CHECK(ReplacedAttraction::errorOf(life, {{u"do"_s, u"sync"_s}}) == u"till_replaced"_s);
        CHECK(ReplacedAttraction::must(life, {{u"do"_s, u"sync_state"_s}})[u"waiting"_s].toInt() == 0); // its Z went up too
        life.end();
    }
    CHECK(verifyStatus(first) == 0);
    Life life{second};
    const QJsonObject found = ReplacedAttraction::must(life, {{u"do"_s, u"sync"_s}});
    CHECK(found[u"foundSales"_s].toInt() == unsent.size());
    CHECK(found[u"foundAmount"_s].toInteger() > 0);
    for (const QString &dossier : std::as_const(unsent))
        CHECK(ReplacedAttraction::knows(life, dossier));
    CHECK(ReplacedAttraction::must(life, {{u"do"_s, u"state"_s}})[u"phase"_s] == u"open"_s); // the Z of the other closed nothing here
    life.end();
    CHECK(verifyStatus(second) == 0);
}
