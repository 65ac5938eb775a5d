// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Catch.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace guichet {

/// guichet-central as somebody runs it; GUICHET_CENTRAL is its file. With a trial in a folder of its own, or the home that is named.
class CentralProgram
{
public:
    struct Ended
    {
        int status = -1;
        QString out;
        QString err;
    };
    static constexpr int patience = 120'000; ///< Milliseconds; generous: a busy machine is no defect.

    CentralProgram() : m_home{QStringLiteral("--trial"), folder()} {}
    explicit CentralProgram(QStringList home) : m_home{std::move(home)} {}
    QString folder() const { return m_folder.filePath(QStringLiteral("centre")); } ///< Of the trial.

    /// A command that ends by itself; it may be called while the centre serves.
    Ended call(const QStringList &words) const
    {
        QProcess program;
        program.start(QStringLiteral(GUICHET_CENTRAL), m_home + words);
        REQUIRE(program.waitForFinished(patience));
        REQUIRE(program.exitStatus() == QProcess::NormalExit);
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()), QString::fromUtf8(program.readAllStandardError())};
    }
    /// The code for a till that `words` ask for: of its enrolment, or of its replacement.
    QString code(const QStringList &words) const
    {
        const Ended said = call(words);
        REQUIRE(said.status == 0);
        const auto found = QRegularExpression{QStringLiteral("(?:enrolment|replacement) code (\\w+)")}.match(said.out);
        REQUIRE(found.hasMatch());
        return found.captured(1);
    }
    /// Starts the server as `program`; does not wait. Port 0: any that is free.
    void begin(QProcess &program, quint16 port = 0, const QStringList &options = {}) const
    {
        program.start(QStringLiteral(GUICHET_CENTRAL),
                      m_home + QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QString::number(port)} + options);
    }
    /// The port in what a server says once it listens.
    static quint16 portIn(const QByteArray &said)
    {
        const QRegularExpression listening{QStringLiteral("^listening on http://127\\.0\\.0\\.1:(\\d+)\n$")};
        const auto found = listening.match(QString::fromUtf8(said));
        REQUIRE(found.hasMatch());
        return found.captured(1).toUShort();
    }
    /// begin(), and waits until it listens; returns its port.
    quint16 serve(QProcess &program, quint16 port = 0, const QStringList &options = {}) const
    {
        begin(program, port, options);
        QByteArray said;
        while (!said.contains('\n') && program.waitForReadyRead(patience))
            said += program.readAllStandardOutput();
        return portIn(said);
    }

private:
    QTemporaryDir m_folder; ///< Before what is in it.
    QStringList m_home;
};

} // namespace guichet
