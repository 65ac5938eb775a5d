// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/Commands.h"
#include "app/central/Console.h"
#include "sync/central/CentralServer.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

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
    if (parser.isSet(u"certificate"_s)) {
        TRY_LET(tls, serverIdentity(parser.value(u"certificate"_s), parser.value(u"key"_s)));
        options.tls = tls;
    }
    return options;
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

} // namespace

void describeServe(QCommandLineParser &parser)
{
    parser.addOption({u"workers"_s, u"serve, with --database: how many requests are answered at a time."_s, u"number"_s, u"4"_s});
    parser.addOption({u"port"_s, u"serve: the port; 0: any that is free."_s, u"port"_s, u"8765"_s});
    parser.addOption(
        {u"address"_s, u"serve: where to listen; beyond this machine with a certificate only."_s, u"address"_s, u"127.0.0.1"_s});
    parser.addOption({u"certificate"_s, u"serve: PEM certificate and those behind it: speak TLS."_s, u"file"_s});
    parser.addOption({u"key"_s, u"serve: PEM private key of the certificate."_s, u"file"_s});
    parser.addOption({u"open-metrics"_s, u"serve: /metrics also for others than this machine."_s});
    for (const LimitOption &option : limitOptions())
        parser.addOption({option.name, u"serve: "_s + option.help, u"number"_s, QString::number(option.read({}))});
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
    if (parser.isSet(u"certificate"_s) != parser.isSet(u"key"_s))
        return misuse(u"--certificate and --key: both, or none"_s);
    const Result<ServerOptions> options = serverOptions(parser);
    if (!options)
        return say(std::unexpected(options.error()));
    const auto held = centre.home().holdToServe();
    if (!held)
        return say(std::unexpected(held.error()));
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

} // namespace guichet::commands
