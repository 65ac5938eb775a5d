// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralApi.h"

#include "sync/central/StatusDesk.h"
#include "sync/protocol/Deflate.h"

#include <QJsonDocument>

#include <algorithm>

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
    case ErrorCode::TillRevoked: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::ChainBroken: return 409;
    case ErrorCode::DatabaseBusy:
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

} // namespace

CentralReply CentralApi::answer(const CentralRequest &request)
{
    m_asker.reset();
    const Result<CentralReply> answered = route(request);
    CentralReply reply =
        answered ? *answered : CentralReply{.status = statusOf(answered.error().code), .json = refusalJson(answered.error())};
    if (m_asker) {
        reply.account = m_asker->account;
        reply.till = m_asker->code;
    }
    return reply;
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
                                        {{Get, protocol::version + u"/changes"_s}, &CentralApi::giveChanges}};
    return all;
}

std::vector<CentralApi::Endpoint> CentralApi::endpoints()
{
    std::vector<Endpoint> all;
    for (const Route &route : routes())
        all.push_back(route.endpoint);
    return all;
}

/// `/metrics` is answered by the server, which counts.
QString CentralApi::endpointOf(const QString &path)
{
    const bool isKnown = path == u"/metrics" || std::ranges::any_of(routes(), [&](const Route &one) { return one.endpoint.path == path; });
    return isKnown ? path : u"other"_s;
}

/// The process answers, or this would not run; a database that does not is said in a word.
Result<CentralReply> CentralApi::health(const CentralRequest &)
{
    const Result<> database = m_centre.accounts().answers();
    if (database)
        return CentralReply{.json = {{u"ok"_s, true}}};
    return CentralReply{.status = 503, .json = {{u"ok"_s, false}, {u"error"_s, QString{codeName(database.error().code)}}}};
}

Result<CentralReply> CentralApi::route(const CentralRequest &request)
{
    for (const Route &one : routes())
        if (request.method == one.endpoint.method && request.path == one.endpoint.path)
            return (this->*one.answer)(request);
    return failure(ErrorCode::NotFound, u"no such endpoint"_s);
}

Result<CentralReply> CentralApi::askStatusDesk(const CentralRequest &request)
{
    return StatusDesk{m_centre}.answer(request);
}

Result<CentralTill> CentralApi::till(const CentralRequest &request)
{
    if (!request.authorization.startsWith(bearer))
        return failure(ErrorCode::NotLoggedIn);
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
    TRY_LET(sender, till(request));
    TRY_LET(json, jsonOf(request));
    TRY_LET(push, factPushFromJson(json));
    TRY_LET(anchor, m_centre.take(sender, push));
    const auto count = static_cast<qint64>(push.facts.size());
    TRY(m_centre.accounts().noteSent(sender, count));
    return CentralReply{.json = toJson(anchor), .grown = sender.account, .facts = count};
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
    CentralReply reply{.json = toJson(page)};
    if (page.facts.empty() && page.documents.empty() && wait > 0)
        reply.waitsFor = asker.account;
    return reply;
}

} // namespace guichet
