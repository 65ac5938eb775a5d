// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-central: what the tills of an attraction share. docs/operations.md says how it is run.
#include "app/central/InvitationPicture.h"
#include "app/central/StatusListing.h"
#include "core/base/Text.h"
#include "core/ledger/PrivateFile.h"
#include "sync/central/CentralServer.h"
#include "sync/central/StatusLogin.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <algorithm>
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
void stopOnSignals(CentralServer &server)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, stopSockets) != 0)
        return;
    auto *notifier = new QSocketNotifier{stopSockets[1], QSocketNotifier::Read, &server};
    QObject::connect(notifier, &QSocketNotifier::activated, &server, [&server, notifier] {
        notifier->setEnabled(false); // once is enough
        server.stop();
    });
    QObject::connect(&server, &CentralServer::stopped, qApp, &QCoreApplication::quit);
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

/// Of the command line itself: what was wrong, in one line, and where to read on.
int misuse(const QString &what)
{
    QTextStream{stderr} << "guichet-central: " << what << "\nguichet-central --help says what there is\n";
    return misused;
}

/// Limits of the server that can be set, with what they set.
struct LimitOption
{
    QString name;
    QString help;
    qint64 most = std::numeric_limits<int>::max();
    std::function<qint64(const ServerLimits &)> read;
    std::function<void(ServerLimits &, qint64)> set;
};

std::vector<LimitOption> limitOptions()
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    const auto number = [](auto field, const QString &name, const QString &help) {
        return LimitOption{.name = name,
                           .help = help,
                           .read = [field](const ServerLimits &limits) { return qint64{limits.*field}; },
                           .set = [field](ServerLimits &limits,
                                          qint64 value) { limits.*field = static_cast<std::decay_t<decltype(limits.*field)>>(value); }};
    };
    const auto time = [](milliseconds ServerLimits::*field, const QString &name, const QString &help) {
        return LimitOption{.name = name,
                           .help = help,
                           .most = seconds{std::chrono::days{1}}.count(),
                           .read = [field](const ServerLimits &limits) { return qint64{duration_cast<seconds>(limits.*field).count()}; },
                           .set = [field](ServerLimits &limits, qint64 value) { limits.*field = seconds{value}; }};
    };
    return {number(&ServerLimits::connections, u"connections"_s, u"Connections at once."_s),
            number(&ServerLimits::body, u"body-bytes"_s, u"Bytes of a body, as sent."_s),
            number(&ServerLimits::bodiesAtOnce, u"bodies-bytes"_s, u"Bytes of all bodies under way."_s),
            number(&ServerLimits::requestsPerSecond, u"rate"_s, u"Requests a second with one token."_s),
            number(&ServerLimits::requestsAtOnce, u"burst"_s, u"Requests beyond that at once."_s),
            time(&ServerLimits::headTime, u"head-seconds"_s, u"For the head of a request."_s),
            time(&ServerLimits::bodyTime, u"body-seconds"_s, u"For its body."_s),
            time(&ServerLimits::idleTime, u"idle-seconds"_s, u"Until an idle connection is closed."_s)};
}

Result<ServerLimits> limitsOf(const QCommandLineParser &parser)
{
    ServerLimits limits;
    for (const LimitOption &option : limitOptions()) {
        bool isNumber = true;
        const qint64 value = parser.isSet(option.name) ? parser.value(option.name).toLongLong(&isNumber) : option.read(limits);
        if (!isNumber || value < 1 || value > option.most)
            return failure(ErrorCode::InvalidInput, u"--%1: a number from 1 to %2"_s.arg(option.name).arg(option.most), {option.name});
        option.set(limits, value);
    }
    return limits;
}

/// One line an answer, beside what the program says to people.
void logToStandardError(const QByteArray &line)
{
    QTextStream{stderr} << line << '\n';
}

Result<ServerOptions> serverOptions(const QCommandLineParser &parser)
{
    TRY_LET(limits, limitsOf(parser));
    ServerOptions options{.limits = limits, .tls = {}, .openMetrics = parser.isSet(u"open-metrics"_s), .log = logToStandardError};
    if (parser.isSet(u"certificate"_s) || parser.isSet(u"key"_s)) {
        TRY_LET(tls, serverIdentity(parser.value(u"certificate"_s), parser.value(u"key"_s)));
        options.tls = tls;
    }
    return options;
}

/// Where everything is: the folder of a trial, or a database with the key that signs anchors.
Result<CentreHome> homeOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"database"_s))
        return CentreHome::trial(parser.value(u"trial"_s));
    TRY_LET(database, postgresqlAddress(parser.value(u"database"_s)));
    return CentreHome::shared(database, parser.value(u"anchor-key"_s));
}

/// The first centre, and those beside it that work at the same time on a home that several may share.
Result<std::vector<std::unique_ptr<Centre>>> moreCentres(const Centre &first, const QCommandLineParser &parser)
{
    constexpr int mostWorkers = 32;
    bool isNumber = true;
    const int workers = parser.value(u"workers"_s).toInt(&isNumber);
    if (!isNumber || workers < 1 || workers > mostWorkers)
        return failure(ErrorCode::InvalidInput, u"--workers: a number from 1 to %1"_s.arg(mostWorkers), {u"workers"_s});
    std::vector<std::unique_ptr<Centre>> centres;
    for (int i = 1; i < workers && first.home().isShared(); ++i) {
        TRY_LET(centre, Centre::open(first.home(), first.clock()));
        centres.push_back(std::move(centre));
    }
    return centres;
}

int serve(Centre &centre, const QCommandLineParser &parser)
{
    bool isPort = true;
    const ushort port = parser.value(u"port"_s).toUShort(&isPort);
    const QHostAddress address{parser.value(u"address"_s)};
    if (!isPort)
        return misuse(u"--port: a number from 0 to 65535"_s);
    if (address.isNull())
        return misuse(u"--address: an IP address such as 127.0.0.1"_s);
    const Result<ServerOptions> options = serverOptions(parser);
    if (!options)
        return say(std::unexpected(options.error()));
    const auto more = moreCentres(centre, parser);
    if (!more)
        return say(std::unexpected(more.error()));
    std::vector<Centre *> centres{&centre};
    for (const auto &one : *more)
        centres.push_back(one.get());
    std::ignore = say(centre.prepareLedgers()); // one that is damaged keeps no other from its tills
    CentralServer server{centres, *options};
    stopOnSignals(server);
    const Result<quint16> listening = server.start(address, port);
    if (!listening)
        return say(std::unexpected(listening.error()));
    out() << "listening on " << (options->tls ? "https" : "http") << "://" << parser.value(u"address"_s) << ':' << *listening << '\n'
          << Qt::flush;
    return QCoreApplication::exec();
}

/// Before anything else on a database: all processes have copies of one key. A trial makes its own.
Result<> makeKey(const CentreHome &home)
{
    TRY_LET(key, home.makeKey());
    out() << toHex(key.publicKey().bytes()) << '\n';
    return {};
}

Result<> addAccount(Centre &centre, const CentralAccount &account)
{
    TRY(centre.addAccount(account));
    out() << "account " << account.key << '\n';
    return {};
}

Result<> newPassword(Centre &centre, const QString &account)
{
    TRY_LET(password, (StatusLogin{centre.accounts(), centre.clock()}.newPassword(account)));
    out() << "status page of " << account << ", password " << password << '\n';
    return {};
}

/// What is to be made of a code besides its words: none, a QR on the terminal, or in a file.
struct InvitationWish
{
    std::optional<QUrl> url; ///< Where the tills find this centre.
    QString file;            ///< SVG; empty: the terminal.
};

/// Before a code is given out. InvalidInput: no address, or a file without one.
Result<InvitationWish> invitationWish(const QCommandLineParser &parser)
{
    InvitationWish wish{.url = {}, .file = parser.value(u"qr"_s)};
    if (!parser.isSet(u"url"_s))
        return wish.file.isEmpty() ? Result<InvitationWish>{wish}
                                   : failure(ErrorCode::InvalidInput, u"--qr: it holds an address, --url names it"_s, {u"url"_s});
    TRY_LET(url, centralUrl(parser.value(u"url"_s)));
    TRY(invitationText({.url = url, .code = QString(digitsOfCentreCode, u'0')})); // short enough for a scanner
    wish.url = url;
    return wish;
}

/// Only the owner can read the file: the code in it is as good as a till's until it is used.
Result<> showInvitation(const InvitationWish &wish, const TillTicket &ticket)
{
    if (!wish.url)
        return {};
    const CentreInvitation invitation{.url = *wish.url, .code = ticket.enrolment};
    if (wish.file.isEmpty()) {
        TRY_LET(lines, invitationLines(invitation));
        out() << lines;
        return {};
    }
    TRY_LET(svg, invitationSvg(invitation));
    return writePrivateFile(wish.file, svg);
}

Result<> giveOut(const TillTicket &ticket, const QString &kind, const InvitationWish &wish)
{
    out() << "till " << ticket.code << ", " << kind << " code " << ticket.enrolment << ", good until " << toRfc3339(ticket.until) << '\n'
          << Qt::flush;
    return showInvitation(wish, ticket);
}

Result<> addTill(Centre &centre, const QString &account, const QString &name, const QCommandLineParser &parser)
{
    TRY_LET(wish, invitationWish(parser));
    const UserManagement users = parser.isSet(u"central-users"_s) ? UserManagement::Central : UserManagement::Local;
    TRY_LET(ticket, centre.addTill(account, name, users));
    return giveOut(ticket, u"enrolment"_s, wish);
}

Result<> replaceTill(Centre &centre, const TillName &till, const QCommandLineParser &parser)
{
    TRY_LET(wish, invitationWish(parser));
    TRY_LET(ticket, centre.replaceTill(till));
    return giveOut(ticket, u"replacement"_s, wish);
}

/// Also one that was revoked before: a code given since for a machine to replace it is shut out with it.
Result<> revokeTill(Centre &centre, const TillName &till)
{
    TRY_LET(known, centre.accounts().till(till));
    TRY(centre.revoke(till));
    out() << "till " << till.code << (known.revoked ? " was revoked already\n" : " revoked\n");
    return {};
}

/// No PIN and no address: who may do what.
Result<> printUsers(Centre &centre, const QString &account)
{
    TRY_LET(users, centre.users(account));
    for (const User &user : users)
        out() << printable(user.key) << "  " << printable(user.displayName) << "  " << roleName(user.role)
              << (user.active ? "" : "  blocked") << '\n';
    return {};
}

Result<> restore(Centre &centre, const QString &file, const QCommandLineParser &parser)
{
    TRY_LET(restored,
            centre.restoreAccount(file, {.replaces = parser.isSet(u"replace"_s), .takesAnySignature = parser.isSet(u"any-signature"_s)}));
    out() << "account " << restored.head.account << " is as it was at " << toRfc3339(restored.head.at) << ", " << restored.facts
          << " facts proven\n";
    if (!restored.aside.isEmpty())
        out() << "its ledger before is kept as " << restored.aside << '\n';
    if (!restored.keptErasures)
        out() << "it could not be read: who was forgotten since comes from the tills\n";
    return {};
}

/// `account renew KEY`, or all accounts.
int renew(Centre &centre, const QString &account, const QCommandLineParser &parser)
{
    if (account.isEmpty() != parser.isSet(u"all"_s))
        return misuse(u"account renew: needs KEY or --all"_s);
    if (!account.isEmpty())
        return say(centre.renew(account));
    const auto accounts = centre.accounts().accounts();
    Result<> renewed = accounts ? Result<>{} : std::unexpected(accounts.error());
    for (size_t i = 0; renewed && i < accounts->size(); ++i)
        renewed = centre.renew(accounts->at(i).key);
    return say(renewed);
}

const QString allotmentFigures = u"PLACES from 0 to 1000, PERCENT from 0 to 100"_s;

/// `account allotment KEY PLACES PERCENT`; InvalidInput for other figures.
Result<> setAllotment(Centre &centre, const QString &account, const QString &places, const QString &percent)
{
    bool isPlaces = false;
    bool isPercent = false;
    const AllotmentRule rule{.places = places.toInt(&isPlaces), .percent = percent.toInt(&isPercent)};
    if (!isPlaces || !isPercent || rule.places < 0 || rule.places > 1000 || rule.percent < 0 || rule.percent > 100)
        return failure(ErrorCode::InvalidInput, allotmentFigures, {u"allotment"_s});
    return centre.accounts().setAllotmentRule(account, rule);
}

Result<> showKey(const Centre &centre)
{
    out() << toHex(centre.key().bytes()) << '\n';
    return {};
}

/// A command in words, as `till add`.
struct Command
{
    using Parser = const QCommandLineParser &;
    QString words;
    QString arguments; ///< In brackets: may be left out.
    std::function<int(Centre &, const QStringList &, Parser)> run;
    bool makesTrial = false; ///< In a folder where there is none; another command has mistaken its folder.

    bool isMeant(const QStringList &said) const { return said.mid(0, words.count(u' ') + 1) == words.split(u' '); }
    QStringList names() const { return arguments.split(u' ', Qt::SkipEmptyParts); }
    bool takes(qsizetype count) const { return count <= names().size() && count >= names().size() - arguments.count(u'['); }
};

const QString newKey = u"key new"_s; ///< Before there is a centre.

std::vector<Command> commands()
{
    using Words = const QStringList &;
    using Parser = Command::Parser;
    return {
        {u"serve"_s, {}, [](Centre &centre, Words, Parser parser) { return serve(centre, parser); }, true},
        {u"status"_s, {}, [](Centre &centre, Words, Parser) { return say(writeStatus(out(), centre)); }},
        {newKey, {}, {}},
        {u"key show"_s, {}, [](Centre &centre, Words, Parser) { return say(showKey(centre)); }},
        {u"account add"_s, u"KEY NAME"_s, [](Centre &centre, Words said, Parser) { return say(addAccount(centre, {said[0], said[1]})); },
         true},
        {u"account password"_s, u"KEY"_s, [](Centre &centre, Words said, Parser) { return say(newPassword(centre, said[0])); }},
        {u"account allotment"_s, u"KEY PLACES PERCENT"_s,
         [](Centre &centre, Words said, Parser) { return say(setAllotment(centre, said[0], said[1], said[2])); }},
        {u"account renew"_s, u"[KEY]"_s, [](Centre &centre, Words said, Parser parser) { return renew(centre, said.value(0), parser); }},
        {u"till add"_s, u"ACCOUNT NAME"_s,
         [](Centre &centre, Words said, Parser parser) { return say(addTill(centre, said[0], said[1], parser)); }},
        {u"till revoke"_s, u"ACCOUNT CODE"_s,
         [](Centre &centre, Words said, Parser) { return say(revokeTill(centre, {.account = said[0], .code = said[1]})); }},
        {u"till replace"_s, u"ACCOUNT CODE"_s,
         [](Centre &centre, Words said, Parser parser) { return say(replaceTill(centre, {.account = said[0], .code = said[1]}, parser)); }},
        {u"users"_s, u"ACCOUNT"_s, [](Centre &centre, Words said, Parser) { return say(printUsers(centre, said[0])); }},
        {u"export"_s, u"ACCOUNT FILE"_s, [](Centre &centre, Words said, Parser) { return say(centre.exportAccount(said[0], said[1])); }},
        {u"restore"_s, u"FILE"_s, [](Centre &centre, Words said, Parser parser) { return say(restore(centre, said[0], parser)); }},
    };
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"The centre that the tills of an attraction share (docs/operations.md). What `status` prints is for people, not for scripts: "
        "times in Europe/Brussels, amounts in euros."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"trial"_s, u"The folder of a trial: everything is in it."_s, u"folder"_s});
    parser.addOption(
        {u"database"_s,
         u"Instead: postgresql://USER@HOST/DATABASE, which several processes may share; the password is in PGPASSWORD, or in the "
         "file that PGPASSFILE names."_s,
         u"address"_s});
    parser.addOption({u"anchor-key"_s,
                      u"With --database: the file of the key that signs anchors, the same for all processes; made by `key new`."_s,
                      u"file"_s, u"/var/lib/guichet-centre/centre.key"_s});
    parser.addOption({u"workers"_s, u"serve, with --database: how many requests are answered at a time."_s, u"number"_s, u"4"_s});
    parser.addOption({u"port"_s, u"serve: the port; 0: any that is free."_s, u"port"_s, u"8765"_s});
    parser.addOption(
        {u"address"_s, u"serve: where to listen; beyond this machine with a certificate only."_s, u"address"_s, u"127.0.0.1"_s});
    parser.addOption({u"certificate"_s, u"serve: PEM certificate and those behind it: speak TLS."_s, u"file"_s});
    parser.addOption({u"key"_s, u"serve: PEM private key of the certificate."_s, u"file"_s});
    parser.addOption({u"central-users"_s, u"till add: users rise at this till without the PIN of one of its administrators."_s});
    parser.addOption({u"url"_s,
                      u"till add, till replace: https://… where tills find this centre: shows a QR of address and code besides."_s,
                      u"address"_s});
    parser.addOption({u"qr"_s, u"with --url: writes the QR there as SVG instead of showing it."_s, u"file"_s});
    parser.addOption({u"replace"_s, u"restore: also in the place of a ledger that is here, which is kept beside."_s});
    parser.addOption({u"any-signature"_s, u"restore: a file that another key than this centre's has signed; its tills enrol again."_s});
    parser.addOption({u"all"_s, u"account renew: all accounts."_s});
    parser.addOption({u"open-metrics"_s, u"serve: /metrics also for others than this machine."_s});
    for (const LimitOption &option : limitOptions())
        parser.addOption({option.name, u"serve: "_s + option.help, u"number"_s, QString::number(option.read({}))});
    QStringList all;
    for (const Command &command : commands())
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
    const std::vector<Command> known = commands();
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
