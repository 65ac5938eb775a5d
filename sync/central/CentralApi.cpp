// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralApi.h"

#include "sync/central/StatusDesk.h"
#include "sync/protocol/Deflate.h"

#include <QJsonDocument>
#include <QUrl>

#include <functional>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView bearer = "Bearer ";

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return 400;
    case ErrorCode::NotLoggedIn:
    case ErrorCode::CodeRejected: return 401;
    case ErrorCode::NotAllowed:
    case ErrorCode::TillReplaced:
    case ErrorCode::TillRevoked: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::ChainBroken: return 409;
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DiskFull: return 503;
    default: return 500;
    }
}

/// `expected`: the number with which the till goes on, where its chain is not followed.
QJsonObject refusalJson(const Error &error)
{
    QJsonObject json{{u"error"_s, QString{codeName(error.code)}}, {u"detail"_s, error.detail}};
    if (error.code == ErrorCode::ChainBroken && !error.values.isEmpty())
        json[u"expected"_s] = error.values.front().toLongLong();
    return json;
}

/// What failed in the centre itself is nobody else's business; what will pass is asked again.
CentralReply refusalReply(const Error &error)
{
    CentralReply reply{.status = statusOf(error.code), .json = refusalJson(error)};
    if (reply.status >= 500) {
        reply.json.remove(u"detail"_s);
        reply.trouble = error.detail;
    }
    if (reply.status == 503)
        reply.fields.push_back({"Retry-After", "2"});
    return reply;
}

Result<QJsonObject> jsonOf(const CentralRequest &request)
{
    if (request.body.size() > protocol::largestBody)
        return failure(ErrorCode::InvalidInput, u"too large"_s, {u"body"_s, u"too large"_s});
    QByteArray body = request.body;
    if (request.encoding == "deflate") {
        TRY_LET(plain, inflated(body, protocol::largestBody));
        body = std::move(plain);
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, u"not a JSON object"_s, {u"body"_s});
    return document.object();
}

/// A whole number of the query, within its range; its absence is 0.
Result<qint64> numberOf(const CentralRequest &request, const QString &name, qint64 largest)
{
    const QString text = request.query.value(name);
    bool isNumber = true;
    const qint64 number = text.isEmpty() ? 0 : text.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > largest)
        return failure(ErrorCode::InvalidInput, u"%1: not a number"_s.arg(name), {name});
    return number;
}

const QString codeStep = u"{code}"_s;

/// What stands where the endpoint says `{code}`, decoded: it may hold what has a meaning in paths. Empty: the path is another one.
QString codeIn(const QString &endpoint, const QString &path)
{
    const qsizetype at = endpoint.indexOf(codeStep);
    const QString before = endpoint.left(at);
    const QString after = endpoint.sliced(at + codeStep.size());
    const qsizetype length = path.size() - before.size() - after.size();
    const QString step = length > 0 && path.startsWith(before) && path.endsWith(after) ? path.mid(at, length) : QString{};
    return step.contains(u'/') ? QString{} : QUrl::fromPercentEncoding(step.toUtf8());
}

/// The step of the path that is a code.
QString codeOf(const CentralRequest &request)
{
    return codeIn(CentralApi::endpointOf(request.path), request.path);
}

} // namespace

CentralReply CentralApi::answer(const CentralRequest &request)
{
    m_asker.reset();
    m_centre.forgetSnapshots();
    const Result<CentralReply> answered = route(request);
    CentralReply reply = answered ? *answered : refusalReply(answered.error());
    if (!reply.grown.isEmpty())
        m_centre.announce(reply.grown);
    if (m_asker) {
        reply.account = m_asker->account;
        reply.till = m_asker->code;
    }
    return reply;
}

QString CentralApi::accountOf(const CentralRequest &request)
{
    if (!request.authorization.startsWith(bearer))
        return {};
    return m_centre.accountOfToken(request.authorization.sliced(bearer.size())).value_or(QString{});
}

const std::vector<CentralApi::Route> &CentralApi::routes()
{
    using enum CentralRequest::Method;
    static const std::vector<Route> all{{{Get, u"/health"_s}, &CentralApi::health},
                                        {{Get, u"/status"_s}, &CentralApi::askStatusDesk},
                                        {{Get, u"/status/login"_s}, &CentralApi::askStatusDesk},
                                        {{Post, u"/status/login"_s}, &CentralApi::askStatusDesk},
                                        {{Post, u"/status/logout"_s}, &CentralApi::askStatusDesk},
                                        {{Post, protocol::version + u"/enrol"_s}, &CentralApi::enrol},
                                        {{Post, protocol::version + u"/facts"_s}, &CentralApi::takeFacts},
                                        {{Post, protocol::version + u"/documents"_s}, &CentralApi::takeDocuments},
                                        {{Post, protocol::version + u"/home"_s}, &CentralApi::takeHome},
                                        {{Get, protocol::version + u"/changes"_s}, &CentralApi::giveChanges},
                                        {{Post, protocol::version + u"/holds"_s}, &CentralApi::hold},
                                        {{Post, protocol::version + u"/gift-cards/{code}/debits"_s}, &CentralApi::debitGift},
                                        {{Post, protocol::version + u"/promo-codes/{code}/uses"_s}, &CentralApi::useCode},
                                        {{Post, protocol::version + u"/allotments"_s}, &CentralApi::allot},
                                        {{Get, protocol::version + u"/snapshot"_s}, &CentralApi::giveSnapshot}};
    return all;
}

std::vector<CentralApi::Endpoint> CentralApi::endpoints()
{
    std::vector<Endpoint> all;
    for (const Route &route : routes())
        all.push_back(route.endpoint);
    return all;
}

bool CentralApi::isPathOf(const QString &endpoint, const QString &path)
{
    const qsizetype at = endpoint.indexOf(codeStep);
    if (at < 0)
        return path == endpoint;
    const QString code = codeIn(endpoint, path);
    return !code.isEmpty() && code.size() <= protocol::longestCode;
}

/// `/metrics` is answered by the server, which counts.
QString CentralApi::endpointOf(const QString &path)
{
    if (path == u"/metrics")
        return path;
    for (const Route &one : routes())
        if (isPathOf(one.endpoint.path, path))
            return one.endpoint.path;
    return u"other"_s;
}

bool CentralApi::isOfTill(const CentralRequest &request)
{
    const QString endpoint = endpointOf(request.path);
    return endpoint.startsWith(protocol::version + u'/') && endpoint != protocol::version + u"/enrol"_s;
}

/// The pages of a snapshot are read on one connection.
bool CentralApi::isRemembered(const CentralRequest &request)
{
    return request.path == protocol::version + u"/snapshot"_s;
}

/// The process answers, or this would not run; a database that does not is said in a word.
Result<CentralReply> CentralApi::health(const CentralRequest &)
{
    const Result<> database = m_centre.accounts().answers();
    if (database)
        return CentralReply{.json = {{u"ok"_s, true}}};
    CentralReply reply = refusalReply(database.error());
    reply.status = 503;
    reply.json[u"ok"_s] = false;
    return reply;
}

Result<CentralReply> CentralApi::route(const CentralRequest &request)
{
    for (const Route &one : routes())
        if (request.method == one.endpoint.method && isPathOf(one.endpoint.path, request.path))
            return (this->*one.answer)(request);
    return failure(ErrorCode::NotFound, u"no such endpoint"_s);
}

Result<CentralReply> CentralApi::askStatusDesk(const CentralRequest &request)
{
    return StatusDesk{m_centre}.answer(request);
}

Result<std::optional<FormerTill>> CentralApi::formerTill(const CentralRequest &request)
{
    if (!request.authorization.startsWith(bearer))
        return failure(ErrorCode::NotLoggedIn);
    TRY_LET(former, m_centre.formerTillOf(request.authorization.sliced(bearer.size())));
    if (former)
        m_asker = former->till;
    return former;
}

/// The till that speaks. TillReplaced: another machine has taken its place.
Result<CentralTill> CentralApi::till(const CentralRequest &request)
{
    TRY_LET(former, formerTill(request));
    if (former)
        return failure(ErrorCode::TillReplaced);
    TRY_LET(asker, m_centre.tillOf(request.authorization.sliced(bearer.size())));
    m_asker = asker;
    return asker;
}

Result<CentralReply> CentralApi::enrol(const CentralRequest &request)
{
    TRY_LET(json, jsonOf(request));
    TRY_LET(wanted, enrolRequestFromJson(json));
    TRY_LET(answer, m_centre.enrol(wanted));
    return CentralReply{.json = toJson(answer)};
}

Result<CentralReply> CentralApi::takeFacts(const CentralRequest &request)
{
    TRY_LET(former, formerTill(request)); // what a machine had not sent when it was replaced is taken too
    TRY_LET(sender, former ? Result<CentralTill>{former->till} : till(request));
    TRY_LET(json, jsonOf(request));
    TRY_LET(push, factPushFromJson(json));
    TRY_LET(anchor, m_centre.take(sender, push, former ? std::optional{former->incarnation} : std::nullopt));
    return CentralReply{.json = toJson(anchor), .grown = sender.account, .facts = static_cast<qint64>(push.facts.size())};
}

Result<CentralReply> CentralApi::takeHome(const CentralRequest &request)
{
    TRY_LET(sender, till(request));
    TRY_LET(json, jsonOf(request));
    TRY_LET(push, homePushFromJson(json));
    TRY(m_centre.keepHome(sender, push));
    return CentralReply{.json = {{u"taken"_s, static_cast<qint64>(push.documents.size())}}};
}

Result<CentralReply> CentralApi::giveSnapshot(const CentralRequest &request)
{
    TRY_LET(asker, till(request));
    TRY_LET(number, numberOf(request, u"page"_s, std::numeric_limits<int>::max()));
    TRY_LET(page, m_centre.snapshot(asker, request.query.value(u"id"_s), static_cast<int>(number)));
    return CentralReply{.json = toJson(page)};
}

Result<CentralReply> CentralApi::takeDocuments(const CentralRequest &request)
{
    TRY_LET(sender, till(request));
    TRY_LET(json, jsonOf(request));
    TRY_LET(push, documentPushFromJson(json));
    TRY_LET(receipt, m_centre.takeDocuments(sender, push));
    return CentralReply{.json = toJson(receipt), .grown = sender.account};
}

Result<CentralReply> CentralApi::giveChanges(const CentralRequest &request)
{
    TRY_LET(asker, till(request));
    TRY_LET(after, numberOf(request, u"after"_s, std::numeric_limits<qint64>::max()));
    TRY_LET(wait, numberOf(request, u"wait"_s, protocol::longestWait.count()));
    TRY_LET(documentsAfter, numberOf(request, u"documentsAfter"_s, std::numeric_limits<qint64>::max()));
    TRY_LET(waiting, numberOf(request, u"waiting"_s, std::numeric_limits<qint64>::max()));
    if (request.query.contains(u"waiting"_s))
        TRY(m_centre.accounts().noteWaiting(asker, waiting));
    TRY_LET(page, m_centre.changes(asker, after, documentsAfter));
    const QString known = request.query.value(u"generation"_s);
    const bool isOther = !known.isEmpty() && known != page.generation;
    if (!request.query.contains(u"generation"_s)) // a till of an earlier version would refuse the field
        page.generation.clear();
    CentralReply reply{.json = toJson(page)};
    if (page.facts.empty() && page.documents.empty() && wait > 0 && !isOther)
        reply.waitsFor = asker.account;
    return reply;
}

template <typename Read, typename Ask>
Result<CentralReply> CentralApi::decide(const CentralRequest &request, Read read, Ask ask)
{
    TRY_LET(asker, till(request));
    TRY_LET(json, jsonOf(request));
    TRY_LET(wanted, read(json));
    TRY_LET(decision, (m_centre.*ask)(asker, wanted));
    return CentralReply{.json = toJson(decision)};
}

Result<CentralReply> CentralApi::hold(const CentralRequest &request)
{
    return decide(request, placeHoldFromJson, &Centre::hold);
}

Result<CentralReply> CentralApi::debitGift(const CentralRequest &request)
{
    return decide(request, std::bind_front(giftDebitFromJson, codeOf(request)), &Centre::debit);
}

Result<CentralReply> CentralApi::useCode(const CentralRequest &request)
{
    return decide(request, std::bind_front(codeUseFromJson, codeOf(request)), &Centre::use);
}

Result<CentralReply> CentralApi::allot(const CentralRequest &request)
{
    return decide(request, allotmentsAskedFromJson, &Centre::allot);
}

} // namespace guichet
