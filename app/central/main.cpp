// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-central: what the tills of an attraction share. docs/operations.md says how it is run.
#include "sync/central/CentralServer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

constexpr int refused = 1;
constexpr int misused = 2;

int stopSockets[2];

void askToStop(int)
{
    const char byte = 1;
    std::ignore = ::write(stopSockets[0], &byte, 1);
}

/// SIGTERM and Ctrl-C end the program as a person would: what is under way is answered.
void stopOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, stopSockets) != 0)
        return;
    auto *notifier = new QSocketNotifier{stopSockets[1], QSocketNotifier::Read, &application};
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGTERM, askToStop);
    std::signal(SIGINT, askToStop);
}

QTextStream &out()
{
    static QTextStream stream{stdout};
    return stream;
}

int say(const Result<> &result)
{
    if (result)
        return 0;
    QTextStream{stderr} << "guichet-central: " << codeName(result.error().code) << " " << result.error().detail << '\n';
    return refused;
}

int serve(Centre &centre, const QCommandLineParser &parser)
{
    bool isPort = true;
    const ushort port = parser.value(u"port"_s).toUShort(&isPort);
    if (!isPort)
        return misused;
    CentralServer server{centre};
    const Result<quint16> listening = server.start(QHostAddress::LocalHost, port);
    if (!listening)
        return say(std::unexpected(listening.error()));
    out() << "listening on http://127.0.0.1:" << *listening << '\n' << Qt::flush;
    return QCoreApplication::exec();
}

Result<> addTill(Centre &centre, const QString &account, const QString &name)
{
    TRY_LET(ticket, centre.addTill(account, name));
    out() << "till " << ticket.code << ", enrolment code " << ticket.enrolment << ", good until " << toRfc3339(ticket.until) << '\n';
    return {};
}

Result<> printStatus(Centre &centre)
{
    TRY_LET(accounts, centre.accounts().accounts());
    for (const CentralAccount &account : accounts) {
        out() << account.key << "  " << account.name << '\n';
        TRY_LET(tills, centre.accounts().tills(account.key));
        for (const CentralTill &till : tills)
            out() << "  " << till.code << "  " << till.name << "  "
                  << (till.revoked         ? u"revoked"_s
                      : till.uid.isEmpty() ? u"to be enrolled"_s
                                           : till.uid)
                  << "  " << till.lastContact << '\n';
    }
    return {};
}

/// The command in words: `account add KEY NAME` …; misused when it is none.
int run(Centre &centre, const QStringList &words, const QCommandLineParser &parser)
{
    const QString command = words.mid(0, 2).join(u' ');
    if (words.value(0) == u"serve" && words.size() == 1)
        return serve(centre, parser);
    if (words.value(0) == u"status" && words.size() == 1)
        return say(printStatus(centre));
    if (command == u"account add" && words.size() == 4)
        return say(centre.addAccount({words[2], words[3]}));
    if (command == u"till add" && words.size() == 4)
        return say(addTill(centre, words[2], words[3]));
    if (command == u"till revoke" && words.size() == 4)
        return say(centre.revoke(words[2], words[3]));
    return misused;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The centre that the tills of an attraction share (docs/operations.md)."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"trial"_s, u"The folder of a trial: everything is in it."_s, u"folder"_s});
    parser.addOption({u"port"_s, u"serve: the port on loopback; 0: any that is free."_s, u"port"_s, u"8765"_s});
    parser.addPositionalArgument(u"command"_s,
                                 u"serve · status · account add KEY NAME · till add ACCOUNT NAME · till revoke ACCOUNT CODE"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(u"guichet-central"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GUICHET_VERSION));
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    if (!parser.isSet(u"trial"_s) || parser.positionalArguments().isEmpty())
        parser.showHelp(misused);
    const SystemClock clock;
    const Result<std::unique_ptr<Centre>> centre = Centre::open(parser.value(u"trial"_s), clock);
    if (!centre)
        return say(std::unexpected(centre.error()));
    stopOnSignals(application);
    const int status = run(**centre, parser.positionalArguments(), parser);
    if (status == misused)
        parser.showHelp(misused);
    return status;
}
