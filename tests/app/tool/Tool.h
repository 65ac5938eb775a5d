// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/ScriptSession.h"
#include "tests/support/Catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace guichet {

/// guichet-tool in this process, on a folder of its own, with a clock that stands at ten on Monday 23 November 2026.
class Tool
{
public:
    Tool() { restart(); }

    /// Another run of the program: nobody is logged in.
    void restart()
    {
        m_session.reset();
        m_session = std::make_unique<ScriptSession>(folder.filePath(QStringLiteral("till")),
                                                    fromRfc3339(QStringLiteral("2026-11-23T10:00:00+01:00")));
    }
    QJsonObject run(const QByteArray &command) { return m_session->run(command); }
    QJsonObject must(const QByteArray &command)
    {
        const QJsonObject answer = run(command);
        INFO(command.toStdString() << QJsonDocument{answer}.toJson().toStdString());
        REQUIRE(answer.value(QStringLiteral("ok")).toBool());
        return answer;
    }
    /// The code of a command that must be refused.
    QString refusal(const QByteArray &command)
    {
        const QJsonObject answer = run(command);
        INFO(command.toStdString() << QJsonDocument{answer}.toJson().toStdString());
        REQUIRE_FALSE(answer.value(QStringLiteral("ok")).toBool());
        return answer.value(QStringLiteral("error")).toString();
    }

    ScriptSession &session() { return *m_session; }

    QTemporaryDir folder;

private:
    std::unique_ptr<ScriptSession> m_session;
};

} // namespace guichet
