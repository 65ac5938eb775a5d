// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-central: what the tills of an attraction share. docs/operations.md says how it is run.
#include "app/central/Commands.h"
#include "app/central/Console.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

using namespace guichet;
using namespace guichet::commands;
using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"The centre that the tills of an attraction share (docs/operations.md). What `status` prints is for people, not for scripts: "
        "times in Europe/Brussels, amounts in euros."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    describeHome(parser);
    describeServe(parser);
    describeTills(parser);
    describeAccounts(parser);
    QStringList all;
    for (const Command &command : allCommands())
        all << (command.words + u' ' + command.arguments).trimmed();
    parser.addPositionalArgument(u"command"_s, all.join(u" · "_s));
}

/// A figure below 0 looks like an option.
QString wrongOption(const QCommandLineParser &parser)
{
    for (const QString &name : parser.unknownOptionNames())
        if (name.front().isDigit())
            return u"-%1 is no option, and no figure below 0 is right: %2"_s.arg(name, allotmentFigures);
    return parser.errorText();
}

int runOnHome(const Command &command, const QStringList &arguments, const QCommandLineParser &parser)
{
    const Result<CentreHome> home = homeOf(parser);
    if (!home)
        return say(std::unexpected(home.error()));
    const bool makesTrial = command.makesTrial || (command.words == u"restore" && parser.isSet(u"any-signature"_s));
    if (!makesTrial && !home->isThere())
        return say(failure(ErrorCode::NotFound, u"no centre in %1: `serve` or `account add` makes one"_s.arg(parser.value(u"trial"_s))));
    if (command.words == newKey)
        return say(makeKey(*home));
    const SystemClock clock;
    const Result<std::unique_ptr<Centre>> centre = Centre::open(*home, clock);
    return centre ? command.run(**centre, arguments, parser) : say(std::unexpected(centre.error()));
}

int run(const QCommandLineParser &parser)
{
    const QStringList said = parser.positionalArguments();
    if (parser.isSet(u"trial"_s) == parser.isSet(u"database"_s))
        return misuse(u"needs --trial FOLDER or --database ADDRESS, one of them"_s);
    if (said.isEmpty())
        return misuse(u"needs a command"_s);
    const std::vector<Command> known = allCommands();
    const auto command = std::ranges::find_if(known, [&](const Command &one) { return one.isMeant(said); });
    if (command == known.end())
        return misuse(u"unknown command: "_s + said.mid(0, 2).join(u' '));
    const QStringList arguments = said.mid(command->words.count(u' ') + 1);
    if (command->takes(arguments.size()))
        return runOnHome(*command, arguments, parser);
    if (command->arguments.isEmpty())
        return misuse(u"%1: takes nothing more"_s.arg(command->words));
    const bool isTooMuch = arguments.size() > command->names().size();
    return misuse(command->words + u": needs "_s + command->arguments + (isTooMuch ? u" (several words in quotes)"_s : QString{}));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(u"guichet-central"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GUICHET_VERSION));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return misuse(wrongOption(parser));
    parser.process(application); // --help, --version
    return run(parser);
}
