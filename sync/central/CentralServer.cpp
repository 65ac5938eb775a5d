// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that knows Qt HttpServer, whose interface moves from version to version (decisions 29).
#include "sync/central/CentralServer.h"

#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"

#include <QHttpServerRequest>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QSslSocket>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto tickEvery = 250ms;
constexpr auto tickToStop = 20ms;
constexpr auto longestStop = 5s; ///< For those who do not take their answer.
constexpr int costOfLogin = 20;  ///< Of ordinary requests: its hash is made to be slow.

CentralRequest::Method methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
    case QHttpServerRequest::Method::Head: return CentralRequest::Method::Get;
    case QHttpServerRequest::Method::Post: return CentralRequest::Method::Post;
    default: return CentralRequest::Method::Other;
    }
}

QByteArray methodName(const QHttpServerRequest &request)
{
    return QByteArray{QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(static_cast<int>(request.method()))}.toUpper();
}

bool cameThroughProxy(const QHttpServerRequest &request)
{
    return !request.value("x-forwarded-for").isEmpty() || !request.value("forwarded").isEmpty();
}

bool isSecure(const QHttpServerRequest &request, const QTcpSocket *socket)
{
    const bool proxySaysSo = request.remoteAddress().isLoopback() && request.value("x-forwarded-proto") == "https";
    return proxySaysSo || qobject_cast<const QSslSocket *>(socket);
}

CentralRequest centralRequest(const QHttpServerRequest &request, const QTcpSocket *socket)
{
    CentralRequest asked{.method = methodOf(request),
                         .path = request.url().path(QUrl::FullyEncoded),
                         .query = {},
                         .authorization = request.value("authorization"),
                         .encoding = request.value("content-encoding"),
                         .body = request.body(),
                         .cookie = request.value("cookie"),
                         .fetchSite = request.value("sec-fetch-site"),
                         .secure = isSecure(request, socket)};
    for (const auto &[name, value] : request.query().queryItems())
        asked.query.insert(name, value);
    return asked;
}

/// Where a request came from, as the key of a bucket; a proxy on this machine names it last.
QByteArray addressOf(const QHttpServerRequest &request)
{
    const QByteArray named = request.value("x-forwarded-for").split(',').last().trimmed();
    return request.remoteAddress().isLoopback() && !named.isEmpty() ? sha256(named) : request.remoteAddress().toString().toLatin1();
}

bool isLogin(const CentralRequest &request)
{
    return request.method == CentralRequest::Method::Post && request.path == u"/status/login";
}

QByteArray headOf(const CentralReply &reply, qsizetype size, const QDateTime &now)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) +
                      " \r\nContent-Type: " + (reply.type.isEmpty() ? QByteArray{"application/json"} : reply.type) +
                      "\r\nDate: " + protocol::dateOf(now) + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    for (const auto &[name, value] : reply.fields)
        head += name + ": " + value + "\r\n";
    return head + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n";
}

/// Whoever asks is to come again after `wait`.
CentralReply putOff(int status, const QString &error, std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    CentralReply reply{.status = status, .json = {{u"error"_s, error}}};
    reply.fields.push_back({"Retry-After", QByteArray::number(static_cast<qint64>(seconds))});
    return reply;
}

} // namespace

CentralServer::CentralServer(Centre &centre, ServerOptions options, QObject *parent)
    : CentralServer{std::vector{&centre}, std::move(options), parent}
{}

CentralServer::CentralServer(const std::vector<Centre *> &centres, ServerOptions options, QObject *parent)
    : QAbstractHttpServer{parent}, m_timeOfDay{centres.front()->clock()}, m_options{std::move(options)},
      m_rules{std::make_shared<ConnectionRules>()},
      m_rates{{.perSecond = m_options.limits.requestsPerSecond, .atOnce = m_options.limits.requestsAtOnce}}, m_workers{centres}
{
    m_rules->limits = m_options.limits;
    m_rules->met = [this](Limit limit) { m_metrics.met(limit); };
    m_clock.start();
    listenTo(centres.front()->home());
    m_tick.setInterval(tickEvery);
    m_tick.callOnTimeout(this, [this] {
        endWaits();
        stopIfDone();
    });
    m_tick.start();
}

CentralServer::~CentralServer()
{
    m_rules->met = [](Limit) {}; // connections go after this
}

/// What grew while nothing was heard is asked for again.
void CentralServer::listenTo(const CentreHome &home)
{
    if (!home.isShared())
        return;
    m_growth = std::make_unique<GrowthListener>(*home.common());
    connect(m_growth.get(), &GrowthListener::grown, this, &CentralServer::wake);
    connect(m_growth.get(), &GrowthListener::hears, this, [this](bool does) {
        m_hears = does;
        if (does)
            wakeAll();
    });
}

Result<quint16> CentralServer::start(const QHostAddress &address, quint16 port)
{
    if (!address.isLoopback() && !m_options.tls)
        return failure(ErrorCode::NotAllowed, u"beyond this machine it speaks TLS only: give it a certificate and a key"_s);
    auto *listener = new LimitedListener{m_rules, m_options.tls, this};
    if (!listener->listen(address, port))
        return failure(ErrorCode::CentreUnreachable,
                       u"nobody can listen at %1 port %2: %3"_s.arg(address.toString()).arg(port).arg(listener->errorString()));
    bind(listener);
    m_listener = listener;
    return listener->serverPort();
}

void CentralServer::stop()
{
    m_stopsBy = m_clock.elapsed() + std::chrono::milliseconds{longestStop}.count();
    if (m_listener)
        m_listener->close(); // its connections stay
    askAgain(std::exchange(m_waiting, {}), true);
    m_tick.start(tickToStop);
}

void CentralServer::stopIfDone()
{
    if (!m_stopsBy)
        return;
    const bool isUnderWay = m_workers.isBusy() || (m_listener && m_listener->isSending());
    if (isUnderWay && m_clock.elapsed() < *m_stopsBy)
        return;
    m_tick.stop();
    Q_EMIT stopped();
}

bool CentralServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    auto *connection = GuardedConnection::of(socket);
    if (!connection || !connection->requestTaken(request.body().size()))
        return true;
    const Asked asked{.socket = socket,
                      .request = centralRequest(request, socket),
                      .method = methodName(request),
                      .address = addressOf(request),
                      .sinceMs = m_clock.elapsed()};
    const std::chrono::milliseconds wait = takeFromBuckets(asked);
    if (m_stopsBy) {
        write(asked, putOff(503, u"busy"_s, 2s));
    } else if (wait > 0ms) {
        m_metrics.met(Limit::Rate);
        write(asked, putOff(429, u"too_many_requests"_s, wait));
    } else if (asked.request.path == u"/metrics" && asked.request.method == CentralRequest::Method::Get) {
        const bool isFromHere = request.remoteAddress().isLoopback() && !cameThroughProxy(request);
        giveMetrics(asked, isFromHere || m_options.openMetrics);
    } else {
        ask(asked);
    }
    return true;
}

void CentralServer::missingHandler(const QHttpServerRequest &, QTcpSocket *) {} // handleRequest() takes all

/// A token has a bucket of its own. Without one, and for a login, it is the address that pays; it also pays when a header turns out to show
/// no till (chargeAddress()), so who has emptied it that way waits with whatever header.
std::chrono::milliseconds CentralServer::takeFromBuckets(const Asked &asked)
{
    if (isLogin(asked.request))
        return m_rates.take(asked.address, asked.sinceMs, costOfLogin);
    if (asked.request.authorization.isEmpty())
        return m_rates.take(asked.address, asked.sinceMs);
    const std::chrono::milliseconds wait = m_rates.waitOf(asked.address, asked.sinceMs);
    return wait > 0ms ? wait : m_rates.take(sha256(asked.request.authorization), asked.sinceMs);
}

/// For a header that showed no till, whatever was asked and answered: ever new ones would be ever new buckets.
void CentralServer::chargeAddress(const Asked &asked)
{
    if (!asked.request.authorization.isEmpty())
        m_rates.take(asked.address, m_clock.elapsed());
}

void CentralServer::giveMetrics(const Asked &asked, bool mayRead)
{
    chargeAddress(asked);
    if (!mayRead)
        return write(asked, {.status = 404, .json = {{u"error"_s, QString{codeName(ErrorCode::NotFound)}}}});
    const ServerMetrics::Now now{.connections = m_listener ? m_listener->connections() : 0, .waiting = waiting()};
    write(asked, {.text = m_metrics.text(now), .type = "text/plain; version=0.0.4; charset=utf-8"});
}

void CentralServer::ask(const Asked &asked)
{
    Asked now = asked;
    now.growths = m_growths;
    m_workers.answer(now.request, [this, now](const CentralReply &reply) { take(now, reply); });
}

void CentralServer::take(const Asked &asked, const CentralReply &reply)
{
    m_metrics.tookFacts(reply.facts);
    if (!reply.grown.isEmpty() && !m_hears) // else it is heard, as what other processes take
        wake(reply.grown);
    if (reply.till.isEmpty()) // also of one that has hung up
        chargeAddress(asked);
    if (!asked.socket)
        return; // it has hung up
    if (reply.waitsFor.isEmpty() || m_stopsBy)
        return write(asked, reply);
    const auto wait = std::chrono::seconds{asked.request.query.value(u"wait"_s).toInt()};
    const qint64 until = m_clock.elapsed() + std::chrono::milliseconds{wait}.count();
    Waiting waiting{.asked = asked, .account = reply.waitsFor, .untilMs = until};
    waiting.asked.request.query.remove(u"waiting"_s);  // said once: it is older than what comes up meanwhile
    if (hasGrownSince(waiting.account, asked.growths)) // after it was read, before its reader came back
        return askAgain({waiting}, false);
    m_waiting.push_back(std::move(waiting));
}

bool CentralServer::hasGrownSince(const QString &account, qint64 growths) const
{
    return std::max(m_grownAt.value(account), m_allGrownAt) > growths;
}

void CentralServer::write(const Asked &asked, const CentralReply &reply)
{
    if (!asked.socket || asked.socket->state() != QAbstractSocket::ConnectedState)
        return; // it has hung up, or was cut
    const bool isHead = asked.method == "HEAD";
    const QByteArray body = reply.text.isEmpty() ? QJsonDocument{reply.json}.toJson(QJsonDocument::Compact) : reply.text;
    asked.socket->write(headOf(reply, body.size(), m_timeOfDay.now()) + (isHead ? QByteArray{} : body));
    GuardedConnection::of(asked.socket)->answered();
    note(asked, reply);
}

/// In the log, who asked is a key and a code, never a name; what was asked is a path without its query.
void CentralServer::note(const Asked &asked, const CentralReply &reply)
{
    const QString endpoint = CentralApi::endpointOf(asked.request.path);
    const qint64 ms = m_clock.elapsed() - asked.sinceMs;
    m_metrics.answered(endpoint, reply.status, ms);
    if (!m_options.log)
        return;
    QJsonObject line{{u"at"_s, toRfc3339(m_timeOfDay.now())},
                     {u"method"_s, QString::fromLatin1(asked.method)},
                     {u"path"_s, endpoint},
                     {u"status"_s, reply.status},
                     {u"ms"_s, ms}};
    if (!reply.account.isEmpty())
        line[u"account"_s] = reply.account;
    if (!reply.till.isEmpty())
        line[u"till"_s] = reply.till;
    if (!reply.trouble.isEmpty())
        line[u"trouble"_s] = reply.trouble;
    m_options.log(QJsonDocument{line}.toJson(QJsonDocument::Compact));
}

void CentralServer::askAgain(const std::vector<Waiting> &waits, bool endsWait)
{
    const qint64 now = m_clock.elapsed();
    for (Waiting one : waits) {
        const qint64 left = endsWait ? 0 : std::max<qint64>((one.untilMs - now) / 1000, 0);
        one.asked.request.query.insert(u"wait"_s, QString::number(left));
        one.asked.sinceMs = now;
        ask(one.asked);
    }
}

/// Asked again, a request waits for what is left of its time.
void CentralServer::wake(const QString &account)
{
    m_grownAt[account] = ++m_growths;
    const auto woken = std::ranges::stable_partition(m_waiting, [&](const Waiting &one) { return one.account != account; });
    const std::vector<Waiting> asked{woken.begin(), woken.end()};
    m_waiting.erase(woken.begin(), woken.end());
    askAgain(asked, false);
}

void CentralServer::wakeAll()
{
    m_allGrownAt = ++m_growths;
    askAgain(std::exchange(m_waiting, {}), false);
}

void CentralServer::endWaits()
{
    const qint64 now = m_clock.elapsed();
    std::erase_if(m_waiting, [](const Waiting &one) { return !one.asked.socket; });
    const auto over = std::ranges::stable_partition(m_waiting, [now](const Waiting &one) { return one.untilMs > now; });
    const std::vector<Waiting> ended{over.begin(), over.end()};
    m_waiting.erase(over.begin(), over.end());
    askAgain(ended, true);
}

} // namespace guichet
