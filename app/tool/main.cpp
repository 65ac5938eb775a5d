// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-tool: the till without a window. docs/tool.md says what it understands.
#include "app/secrets/KeychainSecretStore.h"
#include "app/tool/LedgerCommands.h"
#include "app/tool/ScriptSession.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

/// Feeds a script line by line; exit status 1 at the first refusal with --stop.
int runScript(ScriptSession &session, QIODevice &script, bool stopAtRefusal)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return 3;
    while (!script.atEnd()) {
        const QByteArray line = script.readLine().trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QJsonObject answer = session.run(line);
        output.write(QJsonDocument{answer}.toJson(QJsonDocument::Compact) + '\n');
        output.flush();
        if (stopAtRefusal && !answer[u"ok"_s].toBool())
            return 1;
    }
    return 0;
}

QtMessageHandler usualMessages = nullptr;

/// A box without a session has no folder for running programs. Qt takes another one, which is no news to who reads what went wrong.
void printMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(u"QStandardPaths: XDG_RUNTIME_DIR not set"_s))
        usualMessages(type, context, text);
}

int run(const QCommandLineParser &parser, const QDateTime &clock, SecretStore &keychain)
{
    const QString path = parser.positionalArguments().value(1, u"-"_s);
    QFile script{path};
    const bool opened = path == u"-" ? script.open(stdin, QIODevice::ReadOnly) : script.open(QIODevice::ReadOnly);
    if (!opened) {
        QTextStream{stderr} << "guichet-tool: " << path << ": " << script.errorString() << '\n';
        return 3;
    }
    ScriptSession session{parser.value(u"data"_s), clock, &keychain};
    return runScript(session, script, parser.isSet(u"stop"_s));
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"La caisse sans fenêtre : scripts, vérification, sauvegarde (docs/tool.md)."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"data"_s, u"Dossier des données de la caisse."_s, u"dossier"_s});
    parser.addOption({u"clock"_s, u"Horloge simulée, RFC 3339 : ne bouge que par la commande clock."_s, u"instant"_s});
    parser.addOption({u"stop"_s, u"run : s’arrêter au premier refus, avec l’état 1."_s});
    parser.addOption({u"key"_s, u"verify : empreinte de la clé attendue."_s, u"empreinte"_s});
    parser.addOption({u"anchor"_s, u"verify : ancre connue, NUMERO:HACHAGE."_s, u"ancre"_s});
    parser.addOption({u"chain-only"_s, u"verify : la chaîne et les signatures seulement."_s});
    parser.addOption({u"force"_s, u"restore : aussi une caisse saine."_s});
    parser.addPositionalArgument(u"commande"_s, u"run FICHIER|- · verify · rebuild · export FICHIER · backup · restore"_s);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts for PDF, never a window
    usualMessages = qInstallMessageHandler(printMessage);
    const QGuiApplication application{argc, argv};
    QCoreApplication::setApplicationName(u"guichet-tool"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GUICHET_VERSION));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments())) { // 1 would say that a ledger does not hold
        QTextStream{stderr} << "guichet-tool: " << parser.errorText() << '\n';
        return 2;
    }
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const QString command = parser.positionalArguments().value(0);
    if (command.isEmpty() || !parser.isSet(u"data"_s) || parser.positionalArguments().size() > 2)
        parser.showHelp(2);
    const QDateTime clock = fromRfc3339(parser.value(u"clock"_s));
    if (parser.isSet(u"clock"_s) && !clock.isValid()) {
        QTextStream{stderr} << "guichet-tool: --clock: RFC 3339, 2026-11-23T10:00:00+01:00\n";
        return 2;
    }
    KeychainSecretStore keychain;
    if (command == u"run")
        return run(parser, clock, keychain);
    if (clock.isValid())
        return runLedgerCommand(command, parser, SimulatedClock{clock}, keychain);
    return runLedgerCommand(command, parser, SystemClock{}, keychain);
}
