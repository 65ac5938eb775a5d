// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-devices: simulated devices that behave like the real ones, faults included. docs/devices.md says what it understands.
#include "app/simulators/DeviceDesk.h"
#include "app/simulators/DevicesWindow.h"
#include "app/simulators/TerminalSoak.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

QJsonObject answerOf(const Result<QJsonObject> &done)
{
    QJsonObject answer = done.value_or(QJsonObject{});
    answer.insert(u"ok"_s, done.has_value());
    if (!done) {
        answer.insert(u"error"_s, QString{codeName(done.error().code)});
        answer.insert(u"detail"_s, done.error().detail);
    }
    return answer;
}

/// Each line is answered by a JSON object. Exit status 1: a line was refused. `serve`: the devices go on until the program is ended.
int runScript(DeviceDesk &desk, QIODevice &script)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return 3;
    bool ok = true;
    while (!script.atEnd()) {
        const QString line = QString::fromUtf8(script.readLine(4096)).trimmed();
        if (line == u"serve") {
            QTimer tending;
            QObject::connect(&tending, &QTimer::timeout, [&desk] { desk.display().tend(); });
            tending.start(std::chrono::milliseconds{50});
            return QCoreApplication::exec();
        }
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QJsonObject answer = answerOf(desk.run(line));
        ok = ok && answer[u"ok"_s].toBool();
        output.write(QJsonDocument{answer}.toJson(QJsonDocument::Compact) + '\n');
        output.flush();
    }
    return ok ? 0 : 1;
}

int runHeadless(DeviceDesk &desk, const QString &path)
{
    QFile script{path};
    const bool opened = path == u"-" ? script.open(stdin, QIODevice::ReadOnly) : script.open(QIODevice::ReadOnly);
    if (!opened) {
        QTextStream{stderr} << "guichet-devices: " << path << ": " << script.errorString() << '\n';
        return 3;
    }
    return runScript(desk, script);
}

QString textOf(const SoakFigures &figures)
{
    return QString::fromUtf8(QJsonDocument{toJson(figures)}.toJson(QJsonDocument::Compact)) + u'\n';
}

/// A line of figures for each protocol, and every 500 payments what they are so far, to the standard error. Exit status 1: money was lost,
/// invented or taken twice; 3: a run could not go on.
int runSoak(const QStringList &words, const Clock &clock)
{
    const QStringList protocols = words.size() > 1 ? QStringList{words[0]} : soakProtocols();
    int status = 0;
    for (const QString &protocol : protocols) {
        const QTemporaryDir folder;
        SoakPlan plan{.protocol = protocol, .payments = words.value(words.size() - 1).toInt()};
        plan.tool = QCoreApplication::applicationDirPath() + u"/guichet-tool"_s;
        plan.soFar = [](const SoakFigures &soFar) { QTextStream{stderr} << textOf(soFar); };
        const auto figures = soakTerminal(plan, folder.path(), clock);
        if (!figures) {
            QTextStream{stderr} << "guichet-devices: " << protocol << ": " << figures.error().detail << '\n';
            return 3;
        }
        QTextStream{stdout} << textOf(*figures);
        if (figures->lost + figures->invented + figures->doubled > 0)
            status = 1;
    }
    return status;
}

/// Of a script, or of who asks for words only: also where there is no display. Before Qt reads the arguments.
bool needsNoWindow(int argc, char **argv)
{
    const QStringList words{u"--soak"_s, u"--help"_s, u"--help-all"_s, u"-h"_s, u"--version"_s, u"-v"_s};
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return std::strncmp(argument, "--headless", 10) == 0 || words.contains(QLatin1StringView{argument});
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (needsNoWindow(argc, argv) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts for the paper, never a window
    const QApplication application{argc, argv};
    QCoreApplication::setApplicationName(u"guichet-devices"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GUICHET_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Périphériques simulés : imprimante, scanner, afficheur, terminaux de paiement (docs/devices.md)."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"headless"_s, u"Sans fenêtre : les lignes d’un fichier, ou - pour l’entrée."_s, u"script"_s});
    parser.addOption({u"soak"_s, u"Des paiements avec des pannes, caisse tuée au hasard : [protocole] nombre."_s});
    parser.process(application);
    const SystemClock clock;
    if (parser.isSet(u"soak"_s))
        return runSoak(parser.positionalArguments(), clock);
    DeviceDesk desk{clock};
    if (parser.isSet(u"headless"_s))
        return runHeadless(desk, parser.value(u"headless"_s));
    DevicesWindow window{desk};
    window.start();
    window.show();
    return QApplication::exec();
}
