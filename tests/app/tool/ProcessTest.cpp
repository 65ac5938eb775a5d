// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a technician calls it: words on the command line, exit status, sentences.
#include "core/ledger/Database.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

constexpr int longest = 60'000; ///< Milliseconds: the sanitizers are slow.
const QString nobodysKey(32, u'0');

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject answer(int line = 0) const { return QJsonDocument::fromJson(out.split('\n').value(line)).object(); }
};

class Technician
{
public:
    QString till() const { return m_folder.filePath(u"till"_s); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Calls the program on the till; `script` is its standard input.
    Outcome call(const QStringList &words, const QByteArray &script = {}) const
    {
        return callBare(QStringList{u"--data"_s, till()} + words, script);
    }
    static Outcome callBare(const QStringList &words, const QByteArray &script = {})
    {
        QProcess program;
        program.start(QStringLiteral(GUICHET_TOOL), words);
        program.write(script);
        program.closeWriteChannel();
        REQUIRE(program.waitForFinished(longest));
        REQUIRE(program.exitStatus() == QProcess::NormalExit);
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    /// Makes the till and opens it; answers the fingerprint of its key.
    QString makeTill() const
    {
        const Outcome made = call(
            {u"--clock"_s, u"2026-11-23T10:00:00+01:00"_s, u"--stop"_s, u"run"_s, u"-"_s},
            R"({"do":"create","attraction":{"legalName":"Essais","street":"Rue Une 1","postcode":"5000","city":"Ville","enterpriseNumber":"0999999922"},"till":"Caisse","administrator":"Anne","pin":"4321","secretStore":"file"}
{"do":"login","user":"Anne","pin":"4321"}
{"do":"open","float":10000}
)");
        INFO(made.out.toStdString() << made.err.toStdString());
        REQUIRE(made.status == 0);
        return made.answer()[u"fingerprint"_s].toString();
    }
    /// NUMBER:HASH of the last fact that `export` writes.
    QString anchor() const
    {
        REQUIRE(call({u"export"_s, file(u"facts.jsonl"_s)}).status == 0);
        QFile facts{file(u"facts.jsonl"_s)};
        REQUIRE(facts.open(QIODevice::ReadOnly));
        const QByteArrayList lines = facts.readAll().trimmed().split('\n');
        return u"%1:%2"_s.arg(lines.size()).arg(QJsonDocument::fromJson(lines.last())[u"hash"_s].toString());
    }
    void damage() const
    {
        QFile ledger{till() + u"/till.db"_s};
        REQUIRE(ledger.open(QIODevice::WriteOnly));
        ledger.write(QByteArray(5000, 'x'));
    }
    /// The ledger as the program before migration 0011 left it; a later migration is to be undone here too.
    void makeOlder() const
    {
        const auto ledger = Database::open(till() + u"/till.db"_s);
        REQUIRE(ledger);
        for (const QString &statement :
             {u"DROP TABLE user_waiting"_s, u"DROP TABLE place_hold"_s, u"DROP TABLE gift_debit"_s, u"DROP TABLE code_hold"_s,
              u"DROP TABLE allotment"_s, u"DROP TABLE asked_hold"_s, u"DROP TABLE home_document"_s, u"DROP TABLE home_till"_s,
              u"ALTER TABLE price_change DROP COLUMN vat_code"_s, u"ALTER TABLE price_change DROP COLUMN vat_rate"_s,
              u"PRAGMA user_version = 10"_s})
            REQUIRE((*ledger)->pragma(statement));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("verify says by its exit status whether the journal holds, and whether anything from outside says so")
{
    const Technician technician;
    const QString fingerprint = technician.makeTill();
    const QString anchor = technician.anchor();
    CHECK(technician.call({u"verify"_s}).status == 0);
    CHECK(technician.call({u"verify"_s, u"--key"_s, fingerprint}).status == 0);
    const Outcome stranger = technician.call({u"verify"_s, u"--key"_s, nobodysKey});
    CHECK(stranger.status == 1);
    CHECK(stranger.answer()[u"defect"_s].toObject()[u"fact"_s].toInt() == 1);

    REQUIRE(QFile::rename(technician.till() + u"/identity.json"_s, technician.file(u"identity.json"_s)));
    const Outcome alone = technician.call({u"verify"_s});
    CHECK(alone.status == 2);
    CHECK(alone.answer()[u"verdict"_s].toString() == u"auto-cohérent, non ancré"_s);
    CHECK(technician.call({u"verify"_s, u"--anchor"_s, anchor}).status == 0);
    const QString elsewhere = anchor.left(anchor.indexOf(u':') + 1) + QString(64, u'f');
    CHECK(technician.call({u"verify"_s, u"--anchor"_s, elsewhere}).status == 1);
}

TEST_CASE("verify, rebuild, export and backup read beside a running till; a second till and a restore are refused in words")
{
    const Technician technician;
    technician.makeTill();
    QProcess running;
    running.start(QStringLiteral(GUICHET_TOOL), {u"--data"_s, technician.till(), u"run"_s, u"-"_s});
    running.write(R"({"do":"login","user":"Anne","pin":"4321"})"
                  "\n");
    REQUIRE(running.waitForReadyRead(longest));

    for (const QStringList &words :
         {QStringList{u"verify"_s}, {u"rebuild"_s}, {u"export"_s, technician.file(u"beside.jsonl"_s)}, {u"backup"_s}}) {
        const Outcome beside = technician.call(words);
        INFO(words.join(u' ').toStdString() << beside.out.toStdString());
        CHECK(beside.status == 0);
    }
    const Outcome second = technician.call({u"--stop"_s, u"run"_s, u"-"_s}, "{\"do\":\"state\"}\n");
    CHECK(second.status == 1);
    CHECK(second.answer()[u"error"_s].toString() == u"folder_in_use"_s);
    CHECK(second.answer()[u"message"_s].toString().contains(u"déjà ouverte par un autre programme"_s));
    const Outcome sound = technician.call({u"restore"_s});
    CHECK(sound.status == 1);
    CHECK(sound.answer()[u"error"_s].toString() == u"till_exists"_s);
    const Outcome restore = technician.call({u"--force"_s, u"restore"_s});
    CHECK(restore.status == 1);
    CHECK(restore.answer()[u"error"_s].toString() == u"folder_in_use"_s);

    running.closeWriteChannel();
    REQUIRE(running.waitForFinished(longest));
    CHECK(running.exitCode() == 0);
    CHECK(technician.call({u"verify"_s}).status == 0);
}

TEST_CASE("verify and rebuild ask that a till of an earlier version is opened once, and hold then")
{
    const Technician technician;
    technician.makeTill();
    technician.makeOlder();
    for (const QString &command : {u"verify"_s, u"rebuild"_s}) {
        const Outcome older = technician.call({command});
        CHECK(older.status == 1);
        CHECK(older.answer()[u"error"_s].toString() == u"schema_too_old"_s);
        CHECK(older.answer()[u"message"_s].toString().contains(u"Ouvrez la caisse une fois"_s));
    }
    CHECK(technician.call({u"verify"_s, u"--chain-only"_s}).status == 0);
    CHECK(technician.call({u"--stop"_s, u"run"_s, u"-"_s}, "{\"do\":\"state\"}\n").status == 0);
    for (const QString &command : {u"verify"_s, u"rebuild"_s})
        CHECK(technician.call({command}).status == 0);
}

TEST_CASE("a damaged ledger is told, its backup comes back, and the till goes on from there")
{
    const Technician technician;
    technician.makeTill();
    const QJsonObject backup = technician.call({u"backup"_s}).answer();
    REQUIRE(backup[u"lastFact"_s].toInt() > 0);
    CHECK(backup[u"facts"_s] == technician.call({u"verify"_s}).answer()[u"facts"_s]);
    technician.damage();
    for (const QString &command : {u"verify"_s, u"rebuild"_s}) {
        const Outcome damaged = technician.call({command});
        CHECK(damaged.status == 1);
        CHECK(damaged.answer()[u"error"_s].toString() == u"database_corrupt"_s);
    }
    const Outcome restored = technician.call({u"restore"_s});
    CHECK(restored.status == 0);
    CHECK(restored.answer()[u"lastFact"_s] == backup[u"lastFact"_s]);
    CHECK(restored.answer()[u"incarnation"_s].toInt() == 2);
    CHECK(technician.call({u"verify"_s}).status == 0);
    CHECK(technician.call({u"rebuild"_s}).answer()[u"equal"_s].toBool());
    const Outcome day = technician.call({u"--clock"_s, u"2026-11-23T11:00:00+01:00"_s, u"--stop"_s, u"run"_s, u"-"_s},
                                        R"({"do":"login","user":"Anne","pin":"4321"}
{"do":"z","counted":{"cash":10000},"nextFloat":10000}
)");
    INFO(day.out.toStdString());
    CHECK(day.status == 0);
}

TEST_CASE("a box without a session hears of what is wrong alone, and of every field of an attraction at once")
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"XDG_RUNTIME_DIR"_s);
    program.setProcessEnvironment(environment);
    const QTemporaryDir folder;
    program.start(QStringLiteral(GUICHET_TOOL), {u"--data"_s, folder.filePath(u"till"_s), u"run"_s, u"-"_s});
    program.write(
        R"({"do":"create","attraction":{"legalName":"","enterpriseNumber":"0999999923","iban":"BE00"},"till":"Caisse","administrator":"Anne","pin":"4321","secretStore":"file"}
)");
    program.closeWriteChannel();
    REQUIRE(program.waitForFinished(longest));
    CHECK(program.readAllStandardError().isEmpty());
    const QString detail = QJsonDocument::fromJson(program.readAllStandardOutput())[u"detail"_s].toString();
    INFO(detail.toStdString());
    for (const QString &field : {u"legalName"_s, u"enterpriseNumber"_s, u"iban"_s})
        CHECK(detail.contains(field + u": "_s));
}

TEST_CASE("a backup is made when the clock of its call says")
{
    const Technician technician;
    technician.makeTill();
    const Outcome made = technician.call({u"--clock"_s, u"2026-11-23T22:15:00+01:00"_s, u"backup"_s});
    CHECK(made.status == 0);
    CHECK(made.answer()[u"file"_s].toString().endsWith(u"till-20261123-211500Z.db"_s));
    CHECK(made.answer()[u"madeAt"_s].toString() == u"2026-11-23T22:15:00.000+01:00"_s);
}

TEST_CASE("a wrong call is told apart from a journal that does not hold, and nothing is made by it")
{
    const Technician technician;
    for (const QStringList &words : {QStringList{u"verify"_s},
                                     {u"verify"_s, u"--key"_s, u"abc"_s},
                                     {u"verify"_s, u"--anchor"_s, u"12"_s},
                                     {u"verify"_s, u"autre.db"_s},
                                     {u"export"_s},
                                     {u"backup"_s, u"ailleurs"_s},
                                     {u"verifier"_s},
                                     {u"--kee"_s, u"verify"_s},
                                     {u"--clock"_s, u"hier"_s, u"run"_s},
                                     {u"run"_s, u"a.jsonl"_s, u"b.jsonl"_s},
                                     {}}) {
        const Outcome wrong = technician.call(words);
        INFO(words.join(u' ').toStdString() << '\n' << wrong.out.toStdString() << wrong.err.toStdString());
        CHECK(wrong.status == 2);
    }
    CHECK(Technician::callBare({u"verify"_s}).status == 2);
    const Outcome noScript = technician.call({u"run"_s, technician.file(u"none.jsonl"_s)});
    CHECK(noScript.status == 3);
    CHECK(noScript.err.contains("none.jsonl"));
    CHECK_FALSE(QFile::exists(technician.till()));
}

TEST_CASE("a script goes on after a line that is no command, and stops at the first with --stop")
{
    const Technician technician;
    const QByteArray script = "# a comment\n\n{\"do\":\n[1]\n{\"do\":\"vendre\"}\n{\"do\":\"state\",\"of\":1}\n";
    const Outcome whole = technician.call({u"run"_s, u"-"_s}, script);
    CHECK(whole.status == 0);
    REQUIRE(whole.out.count('\n') == 4);
    for (int line = 0; line < 4; ++line) {
        CHECK(whole.answer(line)[u"error"_s].toString() == u"invalid_input"_s);
        CHECK_FALSE(whole.answer(line)[u"ok"_s].toBool());
    }
    CHECK(whole.answer(2)[u"detail"_s].toString().contains(u"vendre"_s));
    CHECK(whole.answer(3)[u"detail"_s].toString().contains(u"of"_s));
    const Outcome stopped = technician.call({u"--stop"_s, u"run"_s, u"-"_s}, script);
    CHECK(stopped.status == 1);
    CHECK(stopped.out.count('\n') == 1);
}
