// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/TillProjector.h"
#include "core/ledger/Verifier.h"
#include "tests/support/Catch.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QThread>

namespace guichet {

using namespace Qt::StringLiterals;

inline QStringList onMonday(const QString &folder)
{
    return {u"--data"_s, folder, u"--clock"_s, u"2026-11-23T10:00:00+01:00"_s, u"run"_s, u"-"_s};
}

inline QByteArray line(const QJsonObject &command)
{
    return QJsonDocument{command}.toJson(QJsonDocument::Compact) + '\n';
}

/// One life of guichet-tool, or of a program like it, on a folder.
class Life
{
public:
    explicit Life(const QString &folder) : Life{QStringLiteral(GUICHET_TOOL), onMonday(folder)} {}
    Life(const QString &program, const QStringList &arguments)
    {
        m_tool.start(program, arguments);
        REQUIRE(m_tool.waitForStarted());
        ask({{u"do"_s, u"login"_s}, {u"user"_s, u"Claire"_s}, {u"pin"_s, u"5555"_s}});
        const QJsonObject in = answer();
        INFO(QJsonDocument{in}.toJson().toStdString());
        REQUIRE(in[u"ok"_s].toBool());
    }

    void ask(const QJsonObject &command)
    {
        m_tool.write(line(command));
        m_tool.waitForBytesWritten(1000);
    }

    /// The next answer; waits for it.
    QJsonObject answer()
    {
        while (!m_tool.canReadLine())
            REQUIRE(m_tool.waitForReadyRead(60'000));
        return QJsonDocument::fromJson(m_tool.readLine()).object();
    }

    /// Kills it after so long, wherever it is; gives what it had answered meanwhile.
    QList<QJsonObject> kill(int microseconds)
    {
        QThread::usleep(static_cast<unsigned long>(microseconds));
        m_tool.kill();
        m_tool.waitForFinished();
        QList<QJsonObject> answers;
        for (const QByteArray &said : m_tool.readAllStandardOutput().split('\n'))
            if (const QJsonObject one = QJsonDocument::fromJson(said).object(); !one.isEmpty())
                answers << one;
        return answers;
    }

    void end()
    {
        m_tool.closeWriteChannel();
        REQUIRE(m_tool.waitForFinished(60'000));
    }

private:
    QProcess m_tool;
};

inline void createDemo(const QString &folder)
{
    QProcess tool;
    tool.start(QStringLiteral(GUICHET_TOOL), onMonday(folder));
    REQUIRE(tool.waitForStarted());
    tool.write(line({{u"do"_s, u"create"_s}, {u"demo"_s, true}, {u"secretStore"_s, u"file"_s}}));
    tool.closeWriteChannel();
    REQUIRE(tool.waitForFinished(120'000));
}

/// The journal of a folder holds, and its projections are those of its facts.
inline void checkJournal(const QString &folder)
{
    const DataFolder data{folder};
    TillProjector projector;
    const auto report = verifyLedger(data.ledgerFile(), {.keys = {}, .record = *readIdentity(data), .anchors = {}}, projector);
    REQUIRE(report);
    INFO((report->defect ? report->defect->what : QString{}).toStdString());
    REQUIRE(report->exitStatus() == 0);
}

} // namespace guichet
