// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimulatedCentre.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

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
    m_server.setStandardErrorFile(QProcess::nullDevice()); // a line an answer
    REQUIRE(m_central.call({u"account"_s, u"add"_s, u"roches"_s, u"Domaine des Roches-Brunes"_s}).status == 0);
}

QString CentreOfItsOwn::enrolmentCode()
{
    return m_central.code({u"till"_s, u"add"_s, u"roches"_s, u"Accueil"_s});
}

void CentreOfItsOwn::start()
{
    m_port = m_central.serve(m_server, m_port, {u"--rate"_s, u"1000000"_s, u"--burst"_s, u"1000000"_s});
}

void CentreOfItsOwn::end()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.kill();
    m_server.waitForFinished(CentralProgram::patience);
}

void CentreOfItsOwn::kill()
{
    end();
    start();
}

std::unique_ptr<Database> CentreOfItsOwn::stopAndOpen()
{
    end();
    return must(Database::open(m_central.folder() + u"/accounts/roches.db"_s));
}

} // namespace guichet
