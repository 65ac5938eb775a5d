// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/CentralProcess.h"

#include "tests/bench/Figure.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 60'000; ///< Milliseconds to start or to end.

QString textOf(const QString &name)
{
    QFile file{name};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

} // namespace

CentralProcess::CentralProcess(const QStringList &words, const QString &log)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/guichet-central"_s;
    m_program.setStandardErrorFile(log); // a line an answer
    m_program.start(u"setpriv"_s, QStringList{u"--pdeathsig"_s, u"KILL"_s, program} + words + QStringList{u"serve"_s, u"--port"_s, u"0"_s});
    QByteArray said;
    while (!said.contains('\n') && m_program.waitForReadyRead(patience))
        said += m_program.readAllStandardOutput();
    const auto found = QRegularExpression{u":(\\d+)\n$"_s}.match(QString::fromUtf8(said));
    if (!found.hasMatch())
        fail(u"guichet-central does not serve: %1"_s.arg(textOf(log)));
    m_port = found.captured(1).toUShort();
}

CentralProcess::~CentralProcess()
{
    m_program.terminate();
    if (!m_program.waitForFinished(patience))
        m_program.kill();
}

double CentralProcess::memory() const
{
    const QString status = textOf(u"/proc/%1/status"_s.arg(m_program.processId()));
    const auto peak = QRegularExpression{u"VmHWM:\\s*(\\d+) kB"_s}.match(status);
    if (!peak.hasMatch())
        fail(u"guichet-central has ended"_s);
    return peak.captured(1).toDouble() / 1024;
}

} // namespace guichet::bench
