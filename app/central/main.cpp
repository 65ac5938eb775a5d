// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-central: what the tills of an attraction share. docs/operations.md says how it is run.
#include "app/central/InvitationPicture.h"
#include "core/base/Text.h"
#include "core/ledger/PrivateFile.h"
#include "sync/central/CentralServer.h"
#include "sync/central/StatusLogin.h"

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
    if (!isPort || address.isNull())
        return misused;
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

/// The machines before, and what was found of them.
void printFormer(const TillStanding &standing)
{
    for (const FormerTill &former : standing.former)
        out() << "      replaced " << former.replacedAt << (former.till.revoked ? "  revoked" : "") << "  heard of "
              << former.till.lastContact << '\n';
    if (standing.found.facts > 0)
        out() << "      found " << standing.found.facts << " facts, " << standing.found.sales << " sales, " << standing.found.sold.cents()
              << " cents\n";
}

QString visitWords(const Visit &visit)
{
    const QString day = visit.date.toString(Qt::ISODate);
    return visit.slot.isValid() ? day + visit.slot.toString(u" HH:mm"_s) : day;
}

/// What the tills have sold beyond its number.
void printOveruse(const Overuse &overuse)
{
    for (const OverusedCode &code : overuse.codes)
        out() << "  code " << code.code << " used " << code.used << " of " << code.limit << '\n';
    for (const OversoldVisit &visit : overuse.visits)
        out() << "  oversold " << visit.pool.french() << ' ' << visitWords(visit.visit) << ", " << visit.sold << " of " << visit.capacity
              << '\n';
}

/// What waits, what was overruled, and how the day stands.
void printDay(const TillStanding &standing)
{
    out() << "      waiting " << standing.till.waiting << "  overruled " << standing.overruled;
    if (standing.openDay)
        out() << "  open " << standing.openDay->toString(Qt::ISODate);
    if (standing.closing)
        out() << "  Z " << standing.closing->number << " of " << standing.closing->date.toString(Qt::ISODate) << ", "
              << standing.closing->turnover.cents() << " cents";
    out() << '\n';
}

Result<> printStatus(Centre &centre)
{
    TRY_LET(accounts, centre.accounts().accounts());
    for (const CentralAccount &account : accounts) {
        out() << account.key << "  " << account.name << '\n';
        TRY_LET(tills, centre.accounts().tills(account.key));
        for (const CentralTill &till : tills) {
            out() << "  " << till.code << "  " << till.name << "  "
                  << (till.revoked         ? u"revoked"_s
                      : till.uid.isEmpty() ? u"to be enrolled"_s
                                           : till.uid)
                  << "  " << till.lastContact << (till.users == UserManagement::Central ? "  central users" : "") << '\n';
            TRY_LET(standing, centre.standing(till));
            if (!till.uid.isEmpty())
                printDay(standing);
            printFormer(standing);
        }
        TRY_LET(overuse, centre.overuse(account.key));
        printOveruse(overuse);
    }
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

/// `account renew KEY`; none: all accounts.
Result<> renew(Centre &centre, const QString &account)
{
    if (!account.isEmpty())
        return centre.renew(account);
    TRY_LET(accounts, centre.accounts().accounts());
    for (const CentralAccount &one : accounts)
        TRY(centre.renew(one.key));
    return {};
}

/// Commands for backups and what comes after them; misused when it is none.
int runRestoring(Centre &centre, const QStringList &words, const QCommandLineParser &parser)
{
    if (words.value(0) == u"export" && words.size() == 3)
        return say(centre.exportAccount(words[1], words[2]));
    if (words.value(0) == u"restore" && words.size() == 2)
        return say(restore(centre, words[1], parser));
    if (words.mid(0, 2) == QStringList{u"account"_s, u"renew"_s} && (words.size() == 3) != parser.isSet(u"all"_s) && words.size() <= 3)
        return say(renew(centre, words.value(2)));
    return misused;
}

/// `account allotment KEY PLACES PERCENT`; InvalidInput for other figures.
Result<> setAllotment(Centre &centre, const QString &account, const QString &places, const QString &percent)
{
    bool isPlaces = false;
    bool isPercent = false;
    const AllotmentRule rule{.places = places.toInt(&isPlaces), .percent = percent.toInt(&isPercent)};
    if (!isPlaces || !isPercent || rule.places < 0 || rule.places > 1000 || rule.percent < 0 || rule.percent > 100)
        return failure(ErrorCode::InvalidInput, u"places from 0 to 1000, percent from 0 to 100"_s, {u"allotment"_s});
    return centre.accounts().setAllotmentRule(account, rule);
}

/// The command in words: `account add KEY NAME` …; misused when it is none.
int run(Centre &centre, const QStringList &words, const QCommandLineParser &parser)
{
    const QString command = words.mid(0, 2).join(u' ');
    if (words.value(0) == u"serve" && words.size() == 1)
        return serve(centre, parser);
    if (words.value(0) == u"status" && words.size() == 1)
        return say(printStatus(centre));
    if (command == u"key show" && words.size() == 2) {
        out() << toHex(centre.key().bytes()) << '\n';
        return 0;
    }
    if (command == u"account add" && words.size() == 4)
        return say(centre.addAccount({words[2], words[3]}));
    if (command == u"account password" && words.size() == 3)
        return say(newPassword(centre, words[2]));
    if (command == u"account allotment" && words.size() == 5)
        return say(setAllotment(centre, words[2], words[3], words[4]));
    if (command == u"till add" && words.size() == 4)
        return say(addTill(centre, words[2], words[3], parser));
    if (command == u"till revoke" && words.size() == 4)
        return say(centre.revoke({.account = words[2], .code = words[3]}));
    if (command == u"till replace" && words.size() == 4)
        return say(replaceTill(centre, {.account = words[2], .code = words[3]}, parser));
    if (words.value(0) == u"users" && words.size() == 2)
        return say(printUsers(centre, words[1]));
    return runRestoring(centre, words, parser);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The centre that the tills of an attraction share (docs/operations.md)."_s);
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
    parser.addPositionalArgument(
        u"command"_s,
        u"serve · status · key new · key show · account add KEY NAME · account password KEY · account allotment KEY PLACES PERCENT · "
        "account renew KEY · till add ACCOUNT NAME · till revoke ACCOUNT CODE · till replace ACCOUNT CODE · users ACCOUNT · "
        "export ACCOUNT FILE · restore FILE"_s);
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
    if (parser.isSet(u"trial"_s) == parser.isSet(u"database"_s) || parser.positionalArguments().isEmpty())
        parser.showHelp(misused);
    const Result<CentreHome> home = homeOf(parser);
    if (!home)
        return say(std::unexpected(home.error()));
    if (parser.positionalArguments() == QStringList{u"key"_s, u"new"_s})
        return say(makeKey(*home));
    const SystemClock clock;
    const Result<std::unique_ptr<Centre>> centre = Centre::open(*home, clock);
    if (!centre)
        return say(std::unexpected(centre.error()));
    const int status = run(**centre, parser.positionalArguments(), parser);
    if (status == misused)
        parser.showHelp(misused);
    return status;
}
