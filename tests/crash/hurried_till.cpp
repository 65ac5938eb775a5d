// SPDX-License-Identifier: GPL-3.0-or-later
// What guichet-tool does with `run -`, but at the card terminal it is in a hurry: waiting is what a test with kills has no time for.
#include "app/tool/ScriptSession.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace guichet;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application{argc, argv};
    ScriptSession session{QCoreApplication::arguments().value(1), QDateTime{}};
    session.wiring().setHaste(QCoreApplication::arguments().value(2).toInt());
    QFile script;
    if (!script.open(stdin, QIODevice::ReadOnly))
        return 2;
    for (QByteArray line = script.readLine(); !line.isEmpty(); line = script.readLine()) {
        const QByteArray answer = QJsonDocument{session.run(line.trimmed())}.toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(answer.constData(), 1, static_cast<size_t>(answer.size()), stdout);
        std::fflush(stdout);
    }
    return 0;
}
