// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-central as somebody runs it: commands, what it listens on, its log, and how it ends.
#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"
#include "core/ledger/PrivateFile.h"
#include "core/scan/CentreInvitation.h"
#include "sync/central/Centre.h"
#include "sync/protocol/Messages.h"
#include "tests/support/PostgresqlCluster.h"
#include "tests/support/Zbar.h"
#include "tests/sync/CentralProgram.h"
#include "tests/sync/RawClient.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

using Ended = CentralProgram::Ended;

constexpr int patience = CentralProgram::patience;

} // namespace

TEST_CASE("guichet-central makes accounts, tills and passwords, and says how they are")
{
    const CentralProgram trial;
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).out == u"account roches\n");
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Again"_s}).status == 1);
    for (const QString &name : {u""_s, u" "_s, u"Accueil\nBoutique"_s, QString(201, u'a')})
        CHECK(trial.call({u"till"_s, u"add"_s, u"roches"_s, name}).err.contains(u"invalid_input"));
    CHECK(trial.call({u"account"_s, u"add"_s, u"autre"_s, u""_s}).err.contains(u"invalid_input"));
    const QRegularExpression added{u"^till 01, enrolment code \\w{10}, good until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\n$"_s};
    CHECK(added.match(trial.call({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s}).out).hasMatch());
    const Ended password = trial.call({u"account"_s, u"password"_s, u"roches"_s});
    CHECK(QRegularExpression{u"^status page of roches, password [0-9A-Z]{16}\n$"_s}.match(password.out).hasMatch());
    CHECK(trial.call({u"account"_s, u"password"_s, u"nobody"_s}).status == 1);
    CHECK(trial.call({u"account"_s, u"allotment"_s, u"roches"_s, u"4"_s, u"20"_s}).status == 0);
    CHECK(trial.call({u"account"_s, u"allotment"_s, u"roches"_s, u"4"_s, u"101"_s}).err.contains(u"invalid_input"));
    CHECK(trial.call({u"account"_s, u"allotment"_s, u"nobody"_s, u"4"_s, u"20"_s}).err.contains(u"not_found"));
    CHECK_FALSE(trial.call({u"status"_s}).out.contains(u"central users"));
    CHECK(trial.call({u"--central-users"_s, u"till"_s, u"add"_s, u"roches"_s, u"Boutique"_s}).out.startsWith(u"till 02"));
    CHECK(trial.call({u"status"_s}).out.contains(u"central users"));
    CHECK(trial.call({u"status"_s}).out.contains(u"to be enrolled"));
    CHECK(trial.call({u"till"_s, u"replace"_s, u"roches"_s, u"01"_s}).status == 1); // nobody has its place yet
    CHECK(trial.call({u"dance"_s}).status == 2);
    CHECK(trial.call({u"users"_s, u"roches"_s}).status == 0);
    CHECK(trial.call({u"users"_s, u"nobody"_s}).err.contains(u"not_found"));
    CHECK(trial.call({u"account"_s, u"renew"_s, u"roches"_s}).status == 0);
    CHECK(trial.call({u"account"_s, u"renew"_s, u"--all"_s}).status == 0);
    CHECK(trial.call({u"account"_s, u"renew"_s}).status == 2);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"roches.guichet"_s);
    CHECK(trial.call({u"export"_s, u"nobody"_s, file}).err.contains(u"not_found"));
    CHECK(trial.call({u"export"_s, u"roches"_s, file}).status == 0);
    CHECK(trial.call({u"export"_s, u"roches"_s, file}).err.contains(u"duplicate_key"));
    CHECK(trial.call({u"export"_s, u"roches"_s, file, u"--replace"_s}).status == 0);
    CHECK(trial.call({u"restore"_s, file}).err.contains(u"duplicate_key"));
    CHECK(trial.call({u"restore"_s, file, u"--replace"_s}).out.startsWith(u"account roches is as it was at "));
    const CentralProgram other; // with another key
    CHECK(other.call({u"account"_s, u"add"_s, u"autre"_s, u"Autre"_s}).status == 0);
    CHECK(other.call({u"restore"_s, file}).err.contains(u"key of this centre"));
    CHECK(other.call({u"restore"_s, file, u"--any-signature"_s}).status == 0);
    CHECK(other.call({u"status"_s}).out.contains(u"Accueil"));
}

TEST_CASE("guichet-central makes a trial where one is meant to begin, and nothing where a folder was mistyped")
{
    const CentralProgram typo;
    const QList<QStringList> others{{u"status"_s},
                                    {u"key"_s, u"show"_s},
                                    {u"key"_s, u"new"_s},
                                    {u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s},
                                    {u"till"_s, u"revoke"_s, u"roches"_s, u"01"_s},
                                    {u"account"_s, u"renew"_s, u"--all"_s},
                                    {u"users"_s, u"roches"_s},
                                    {u"restore"_s, u"/nowhere"_s}};
    for (const QStringList &words : others) {
        const Ended refused = typo.call(words);
        CHECK(refused.status == 1);
        CHECK(refused.err.contains(u"no centre in "_s + typo.folder()));
        CHECK_FALSE(QFileInfo::exists(typo.folder()));
    }
    CHECK(typo.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    CHECK(typo.call({u"status"_s}).out == u"account roches  Domaine des Roches-Brunes\n");
}

TEST_CASE("guichet-central says in one line what was wrong with its command line")
{
    const CentralProgram trial;
    const std::pair<QStringList, QString> wrong[] = {
        {{u"till"_s, u"foo"_s}, u"unknown command: till foo"_s},
        {{}, u"needs a command"_s},
        {{u"till"_s, u"add"_s}, u"till add: needs ACCOUNT NAME"_s},
        {{u"account"_s, u"add"_s, u"roches"_s, u"Domaine"_s, u"des"_s}, u"account add: needs KEY NAME (several words in quotes)"_s},
        {{u"status"_s, u"roches"_s}, u"status: takes nothing more"_s},
        {{u"account"_s, u"renew"_s}, u"account renew: needs KEY or --all"_s},
        {{u"serve"_s, u"--port"_s, u"abc"_s}, u"--port: a number from 0 to 65535"_s},
        {{u"serve"_s, u"--port"_s, u"99999"_s}, u"--port: a number from 0 to 65535"_s},
        {{u"serve"_s, u"--address"_s, u"here"_s}, u"--address: an IP address such as 127.0.0.1"_s},
        {{u"serve"_s, u"--certificate"_s, u"fullchain.pem"_s}, u"--certificate and --key: both, or none"_s},
        {{u"serve"_s, u"--key"_s, u"privkey.pem"_s}, u"--certificate and --key: both, or none"_s},
        {{u"account"_s, u"allotment"_s, u"roches"_s, u"-1"_s, u"200"_s},
         u"-1 is no option, and no figure below 0 is right: PLACES from 0 to 1000, PERCENT from 0 to 100"_s}};
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    for (const auto &[words, said] : wrong) {
        INFO(words.join(u' ').toStdString());
        const Ended ended = trial.call(words);
        CHECK(ended.status == 2);
        CHECK(ended.out.isEmpty());
        CHECK(ended.err == u"guichet-central: "_s + said + u"\nguichet-central --help says what there is\n"_s);
    }
    CHECK(trial.call({u"--help"_s}).out.simplified().contains(u"till add ACCOUNT NAME")); // whatever Qt wraps
}

TEST_CASE("guichet-central names the address and the port where it cannot listen")
{
    const CentralProgram trial;
    QProcess program;
    const quint16 port = trial.serve(program);
    const CentralProgram other;
    const Ended refused = other.call({u"serve"_s, u"--port"_s, QString::number(port)});
    CHECK(refused.status == 1);
    CHECK(refused.err.contains(u"nobody can listen at 127.0.0.1 port %1: "_s.arg(port)));
    program.terminate();
    CHECK(program.waitForFinished(patience));
}

TEST_CASE("guichet-central serves a trial once: a second server is refused, and so is putting back; other commands work beside it")
{
    const CentralProgram trial;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"roches.guichet"_s);
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    QProcess program;
    trial.serve(program);
    const Ended second = trial.call({u"serve"_s, u"--port"_s, u"0"_s});
    CHECK(second.status == 1);
    CHECK(second.err.contains(u"folder_in_use another guichet-central serves "_s + trial.folder()));
    CHECK(trial.call({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s}).status == 0);
    CHECK(trial.call({u"status"_s}).out.contains(u"Accueil"));
    CHECK(trial.call({u"export"_s, u"roches"_s, file}).status == 0);
    CHECK(trial.call({u"restore"_s, file, u"--replace"_s}).err.contains(u"database_busy"));
    program.terminate();
    REQUIRE(program.waitForFinished(patience));
    CHECK(trial.call({u"restore"_s, file, u"--replace"_s}).status == 0);
    QProcess next;
    trial.serve(next); // the lock went with the process
    next.terminate();
    CHECK(next.waitForFinished(patience));
}

TEST_CASE("guichet-central says that a till is revoked, and that it was already")
{
    const CentralProgram trial;
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    trial.code({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s});
    const QStringList revoke{u"till"_s, u"revoke"_s, u"roches"_s, u"01"_s};
    CHECK(trial.call(revoke).out == u"till 01 revoked\n");
    const Ended again = trial.call(revoke);
    CHECK(again.status == 0);
    CHECK(again.out == u"till 01 was revoked already\n");
    CHECK(trial.call({u"status"_s}).out.contains(u"  till 01  Accueil  revoked\n"));
    CHECK(trial.call({u"till"_s, u"revoke"_s, u"roches"_s, u"02"_s}).err.contains(u"not_found"));
}

TEST_CASE("guichet-central shows times as a clock in Brussels does, and a till whose clock is ahead")
{
    const CentralProgram trial;
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    {
        const SimulatedClock clock{fromRfc3339(u"2026-11-28T08:05:00Z"_s)};
        const auto centre = Centre::open(trial.folder(), clock).value();
        const KeyPair key = KeyPair::generate();
        EnrolRequest request{.code = centre->addTill(u"roches"_s, u"Accueil"_s).value().enrolment,
                             .chains = {{.till = u"probe"_s, .incarnation = 1, .key = key.publicKey()}}};
        request.proof = key.sign(enrolMessage(request.code, request.ownChain()));
        const auto enrolled = centre->enrol(request);
        REQUIRE(enrolled);
        REQUIRE(centre->tillOf(enrolled->token)); // which is a contact
    }
    const auto ledger = Database::open(trial.folder() + u"/accounts/roches.db"_s).value();
    REQUIRE(noteClockAhead(*ledger, u"probe"_s, std::chrono::minutes{184}));
    const QString status = trial.call({u"status"_s}).out;
    CHECK(status.contains(u"  till 01  Accueil  last contact 2026-11-28 09:05\n      uid probe\n      waiting 0  overruled 0\n"));
    CHECK(status.contains(u"      clock 184 min ahead\n"));
}

namespace {

constexpr int pixels = 6; ///< Of a module, for the scanner of the test.

void darken(QImage &image, int x, int y)
{
    for (int across = 0; across < pixels; ++across)
        for (int down = 0; down < pixels; ++down)
            image.setPixel(x * pixels + across, y * pixels + down, qRgb(0, 0, 0));
}

QImage lightImage(qsizetype width, qsizetype height)
{
    QImage image{static_cast<int>(width) * pixels, static_cast<int>(height) * pixels, QImage::Format_RGB32};
    image.fill(qRgb(255, 255, 255));
    return image;
}

/// What stands on a terminal, as its modules.
QImage pictureOfLines(const QString &out)
{
    QStringList rows;
    for (const QString &line : out.split(u'\n'))
        if (line.startsWith(u"\x1b[30;107m"_s))
            rows << line.sliced(9).chopped(4);
    REQUIRE_FALSE(rows.isEmpty());
    QImage image = lightImage(rows.first().size(), 2 * rows.size());
    for (int y = 0; y < rows.size(); ++y)
        for (int x = 0; x < rows[y].size(); ++x) {
            const QChar sign = rows[y][x];
            if (sign == u'█' || sign == u'▀')
                darken(image, x, 2 * y);
            if (sign == u'█' || sign == u'▄')
                darken(image, x, 2 * y + 1);
        }
    return image;
}

/// An SVG of one path of boxes.
QImage pictureOfSvg(const QString &svg)
{
    const int side = QRegularExpression{u"viewBox=\"0 0 (\\d+) "_s}.match(svg).captured(1).toInt();
    REQUIRE(side > 0);
    QImage image = lightImage(side, side);
    auto boxes = QRegularExpression{u"M(\\d+) (\\d+)h(\\d+)v1"_s}.globalMatch(svg);
    while (boxes.hasNext()) {
        const auto box = boxes.next();
        for (int x = 0; x < box.captured(3).toInt(); ++x)
            darken(image, box.captured(1).toInt() + x, box.captured(2).toInt());
    }
    return image;
}

} // namespace

TEST_CASE("guichet-central shows address and code as a QR that a scanner reads, on the terminal or in a file")
{
    const CentralProgram trial;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"till.svg"_s);
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    const QStringList add{u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s, u"--url"_s, u"https://centre.example"_s};
    const QRegularExpression words{u"^till \\d\\d, enrolment code ([0-9A-Z]{10}), "_s};

    const CentralProgram::Ended shown = trial.call(add);
    const QString code = words.match(shown.out).captured(1);
    CHECK(readBarcodes(pictureOfLines(shown.out)) == QStringList{u"QR-Code:guichet-enrol:https://centre.example#"_s + code});

    const CentralProgram::Ended written = trial.call(add + QStringList{u"--qr"_s, file});
    CHECK_FALSE(written.out.contains(u'\x1b'));
    const QString other = words.match(written.out).captured(1);
    const QString svg = QString::fromUtf8(readPrivateFile(file).value());
    CHECK(readBarcodes(pictureOfSvg(svg)) == QStringList{u"QR-Code:guichet-enrol:https://centre.example#"_s + other});
    CHECK((QFileInfo{file}.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions{});
}

TEST_CASE("guichet-central gives no code out for an address that no till would believe, or a picture that it cannot write")
{
    const CentralProgram trial;
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    const QStringList add{u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s};
    CHECK(trial.call(add + QStringList{u"--url"_s, u"http://centre.example"_s}).err.contains(u"invalid_input"));
    CHECK(trial.call(add + QStringList{u"--qr"_s, u"till.svg"_s}).err.contains(u"invalid_input"));
    CHECK(trial.call(add + QStringList{u"--url"_s, u"https://centre.example"_s, u"--qr"_s, u"/nowhere/till.svg"_s})
              .err.contains(u"file_failed --qr: /nowhere/till.svg: "));
    CHECK(trial.call(add).out.startsWith(u"till 01")); // none was made before
}

TEST_CASE("guichet-central serves until it is told to end, and logs one line an answer")
{
    const CentralProgram trial;
    QProcess program;
    const quint16 port = trial.serve(program);
    CHECK(RawClient{port}.get("/health?name=Claire").status == 200);
    program.terminate();
    REQUIRE(program.waitForFinished(patience));
    CHECK(program.exitStatus() == QProcess::NormalExit);
    CHECK(program.exitCode() == 0);
    const QByteArray log = program.readAllStandardError();
    CHECK(log.count('\n') == 1);
    CHECK(QJsonDocument::fromJson(log)[u"path"_s].toString() == u"/health");
    CHECK_FALSE(log.contains("Claire"));
}

TEST_CASE("guichet-central that is told to end answers a till that waits first")
{
    const CentralProgram trial;
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    const QString code = trial.code({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s});
    QProcess program;
    const quint16 port = trial.serve(program);
    const KeyPair key = KeyPair::generate();
    const ChainIdentity chain{.till = u"probe"_s, .key = key.publicKey()};
    const EnrolRequest enrolment{.code = code, .chains = {chain}, .proof = key.sign(enrolMessage(code, chain))};
    const RawAnswer enrolled = RawClient{port}.post("/v1/enrol", QJsonDocument{toJson(enrolment)}.toJson());
    REQUIRE(enrolled.status == 200);
    const QByteArray token = QJsonDocument::fromJson(enrolled.body)[u"token"_s].toString().toLatin1();
    RawClient till{port};
    till.say("GET /v1/changes?wait=25 HTTP/1.1\r\nHost: centre\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    REQUIRE(soon([&] { return RawClient{port}.get("/metrics").body.contains("guichet_long_polls 1\n"); }));
    program.terminate();
    const RawAnswer answer = till.answer();
    CHECK(answer.status == 200);
    CHECK(QJsonDocument::fromJson(answer.body)[u"facts"_s].isArray());
    REQUIRE(program.waitForFinished(patience));
    CHECK(program.exitStatus() == QProcess::NormalExit);
    CHECK(program.exitCode() == 0);
}

TEST_CASE("guichet-central does not serve what it cannot hold to")
{
    const CentralProgram trial;
    const Ended open = trial.call({u"serve"_s, u"--address"_s, u"0.0.0.0"_s, u"--port"_s, u"0"_s});
    CHECK(open.status == 1);
    CHECK(open.err.contains(u"not_allowed"));
    for (const QStringList &wrong : {QStringList{u"--rate"_s, u"0"_s}, QStringList{u"--idle-seconds"_s, u"2000000000"_s},
                                     QStringList{u"--connections"_s, u"many"_s}}) {
        const Ended refused = trial.call(QStringList{u"serve"_s, u"--port"_s, u"0"_s} + wrong);
        CHECK(refused.status == 1);
        CHECK(refused.err.contains(u"invalid_input"));
    }
    CHECK(trial.call({u"serve"_s, u"--certificate"_s, u"/nowhere.pem"_s, u"--key"_s, u"/nowhere.key"_s}).err.contains(u"file_failed"));
}

TEST_CASE("guichet-central on a database does the same, in several processes with one key")
{
    const PostgresqlAddress database = PostgresqlCluster::ofThisProgram().newDatabase();
    const QString url = u"postgresql://%1@/%2?host=%3"_s.arg(database.user, database.database, database.host);
    const QTemporaryDir folder;
    const CentralProgram shared{{u"--database"_s, url, u"--anchor-key"_s, folder.filePath(u"centre.key"_s)}};
    CHECK(shared.call({u"status"_s}).err.contains(u"not_found")); // nobody has made the key
    const Ended key = shared.call({u"key"_s, u"new"_s});
    CHECK(key.status == 0);
    CHECK(shared.call({u"key"_s, u"new"_s}).status == 1);
    CHECK(shared.call({u"key"_s, u"show"_s}).out == key.out);
    CHECK(shared.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    CHECK(shared.call({u"account"_s, u"add"_s, u"roches"_s, u"Again"_s}).err.contains(u"duplicate_key"));
    CHECK(shared.call({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s}).out.startsWith(u"till 01, enrolment code "));
    CHECK(shared.call({u"account"_s, u"password"_s, u"roches"_s}).status == 0);
    CHECK(shared.call({u"till"_s, u"revoke"_s, u"roches"_s, u"01"_s}).status == 0);
    CHECK(shared.call({u"status"_s}).out.contains(u"revoked"));
    QProcess one;
    QProcess other;
    const quint16 first = shared.serve(one);
    const quint16 second = shared.serve(other);
    CHECK(RawClient{first}.get("/health").status == 200);
    CHECK(RawClient{second}.get("/health").status == 200);
    for (QProcess *program : {&one, &other}) {
        program->terminate();
        REQUIRE(program->waitForFinished(patience));
        CHECK(program->exitCode() == 0);
    }
}

TEST_CASE("guichet-central takes one home, and no password where everybody reads it")
{
    CHECK(CentralProgram{QStringList{}}.call({u"status"_s}).status == 2);
    CHECK(CentralProgram{{u"--trial"_s, u"/tmp/a"_s, u"--database"_s, u"postgresql://a@b/c"_s}}.call({u"status"_s}).status == 2);
    const Ended refused = CentralProgram{{u"--database"_s, u"postgresql://guichet:Tr3sor@localhost/guichet"_s}}.call({u"status"_s});
    CHECK(refused.status == 1);
    CHECK(refused.err.contains(u"invalid_input"));
    CHECK_FALSE(refused.err.contains(u"Tr3sor"));
}
