// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimulatedCentre.h"

#include <QRegularExpression>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int patienceOfProcess = 120'000; ///< Milliseconds; generous: a busy machine is no defect.

ServerOptions withoutRates()
{
    ServerOptions options;
    options.limits.requestsPerSecond = 1'000'000;
    options.limits.requestsAtOnce = 1'000'000;
    return options;
}

} // namespace

void CentreHere::start()
{
    m_server = std::make_unique<CentralServer>(*m_trial.centre, withoutRates());
    m_port = must(m_server->start(QHostAddress::LocalHost, m_port));
}

void CentreHere::kill()
{
    m_server.reset();
    m_trial.centre.reset();
    m_trial.open();
    start();
}

std::unique_ptr<Database> CentreHere::stopAndOpen()
{
    m_server.reset();
    m_trial.centre.reset();
    return must(Database::open(m_trial.folder.filePath(u"accounts/roches.db"_s)));
}

CentreOfItsOwn::CentreOfItsOwn()
{
    m_program.setStandardErrorFile(QProcess::nullDevice()); // a line an answer
    call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s});
}

QStringList CentreOfItsOwn::withFolder(const QStringList &words) const
{
    return QStringList{u"--trial"_s, m_folder.filePath(u"centre"_s)} + words;
}

QString CentreOfItsOwn::call(const QStringList &words) const
{
    QProcess program;
    program.start(QStringLiteral(GUICHET_CENTRAL), withFolder(words));
    REQUIRE(program.waitForFinished(patienceOfProcess));
    REQUIRE(program.exitCode() == 0);
    return QString::fromUtf8(program.readAllStandardOutput());
}

QString CentreOfItsOwn::enrolmentCode()
{
    const QString said = call({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s});
    const auto found = QRegularExpression{u"enrolment code (\\w+)"_s}.match(said);
    REQUIRE(found.hasMatch());
    return found.captured(1);
}

void CentreOfItsOwn::start()
{
    m_program.start(QStringLiteral(GUICHET_CENTRAL),
                    withFolder({u"serve"_s, u"--port"_s, QString::number(m_port), u"--rate"_s, u"1000000"_s, u"--burst"_s, u"1000000"_s}));
    QByteArray said;
    while (!said.contains('\n') && m_program.waitForReadyRead(patienceOfProcess))
        said += m_program.readAllStandardOutput();
    const auto found = QRegularExpression{u":(\\d+)\n$"_s}.match(QString::fromUtf8(said));
    REQUIRE(found.hasMatch());
    m_port = found.captured(1).toUShort();
}

void CentreOfItsOwn::end()
{
    if (m_program.state() == QProcess::NotRunning)
        return;
    m_program.kill();
    m_program.waitForFinished(patienceOfProcess);
}

void CentreOfItsOwn::kill()
{
    end();
    start();
}

std::unique_ptr<Database> CentreOfItsOwn::stopAndOpen()
{
    end();
    return must(Database::open(m_folder.filePath(u"centre/accounts/roches.db"_s)));
}

} // namespace guichet
