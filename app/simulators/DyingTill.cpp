// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DyingTill.h"

#include <QProcess>
#include <QThread>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestStart = 60'000; // ms: the sanitizers are slow

} // namespace

Result<> payAndDie(const QString &tool, const QString &dataFolder, std::chrono::milliseconds life)
{
    QProcess till;
    till.setStandardErrorFile(QProcess::nullDevice());
    till.start(tool, {u"--data"_s, dataFolder, u"run"_s, u"-"_s});
    till.write("{\"do\":\"login\",\"user\":\"Claire\",\"pin\":\"5555\"}\n{\"do\":\"pay\",\"method\":\"bancontact\"}\n");
    till.closeWriteChannel();
    while (!till.canReadLine())
        if (!till.waitForReadyRead(longestStart))
            return failure(ErrorCode::Timeout, tool + u" does not start: "_s + till.errorString());
    if (const QByteArray letIn = till.readLine(); !letIn.contains("\"ok\":true"))
        return failure(ErrorCode::Timeout, QString::fromUtf8(letIn));
    QThread::msleep(static_cast<unsigned long>(life.count()));
    till.kill();
    till.waitForFinished();
    return {};
}

} // namespace guichet
