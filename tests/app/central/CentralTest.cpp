// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-central as somebody runs it: commands, what it listens on, its log, and how it ends.
#include "tests/sync/RawClient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; ///< Milliseconds; generous: a busy machine is no defect.

struct Ended
{
    int status = -1;
    QString out;
    QString err;
};

/// A trial in a folder of its own.
class Trial
{
public:
    Ended call(const QStringList &words) const
    {
        QProcess program;
        program.start(QStringLiteral(GUICHET_CENTRAL), withFolder(words));
        REQUIRE(program.waitForFinished(patience));
        REQUIRE(program.exitStatus() == QProcess::NormalExit);
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()), QString::fromUtf8(program.readAllStandardError())};
    }
    /// Starts the server; returns its port.
    quint16 serve(QProcess &program) const
    {
        program.start(QStringLiteral(GUICHET_CENTRAL), withFolder({u"serve"_s, u"--port"_s, u"0"_s}));
        QByteArray said;
        while (!said.contains('\n') && program.waitForReadyRead(patience))
            said += program.readAllStandardOutput();
        const auto found = QRegularExpression{u"^listening on http://127\\.0\\.0\\.1:(\\d+)\n$"_s}.match(QString::fromUtf8(said));
        REQUIRE(found.hasMatch());
        return found.captured(1).toUShort();
    }

private:
    QStringList withFolder(const QStringList &words) const { return QStringList{u"--trial"_s, m_folder.filePath(u"centre"_s)} + words; }

    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("guichet-central makes accounts, tills and passwords, and says how they are")
{
    const Trial trial;
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
    CHECK(trial.call({u"account"_s, u"add"_s, u"roches"_s, u"Again"_s}).status == 1);
    CHECK(trial.call({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s}).out.startsWith(u"till 01, enrolment code "));
    const Ended password = trial.call({u"account"_s, u"password"_s, u"roches"_s});
    CHECK(QRegularExpression{u"^status page of roches, password [0-9A-Z]{16}\n$"_s}.match(password.out).hasMatch());
    CHECK(trial.call({u"account"_s, u"password"_s, u"nobody"_s}).status == 1);
    CHECK(trial.call({u"status"_s}).out.contains(u"to be enrolled"));
    CHECK(trial.call({u"dance"_s}).status == 2);
}

TEST_CASE("guichet-central serves until it is told to end, and logs one line an answer")
{
    const Trial trial;
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

TEST_CASE("guichet-central does not serve what it cannot hold to")
{
    const Trial trial;
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
