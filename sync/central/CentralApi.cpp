// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralApi.h"

#include "sync/protocol/Deflate.h"

#include <QJsonDocument>

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
    const Result<CentralReply> reply = route(request);
    return reply ? *reply : CentralReply{.status = statusOf(reply.error().code), .json = refusalJson(reply.error())};
}

Result<CentralReply> CentralApi::route(const CentralRequest &request)
{
    const bool posts = request.method == CentralRequest::Method::Post;
    const bool gets = request.method == CentralRequest::Method::Get;
    if (gets && request.path == u"/health")
        return CentralReply{.json = {{u"ok"_s, true}}};
    if (posts && request.path == protocol::version + u"/enrol"_s)
        return enrol(request);
    if (posts && request.path == protocol::version + u"/facts"_s)
        return takeFacts(request);
    if (gets && request.path == protocol::version + u"/changes"_s)
        return giveChanges(request);
    return failure(ErrorCode::NotFound, u"no such endpoint"_s);
}

Result<CentralTill> CentralApi::till(const CentralRequest &request)
{
    if (!request.authorization.startsWith(bearer))
        return failure(ErrorCode::NotLoggedIn);
    return m_centre.tillOf(request.authorization.sliced(bearer.size()));
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
    return CentralReply{.json = toJson(anchor), .grown = sender.account};
}

Result<CentralReply> CentralApi::giveChanges(const CentralRequest &request)
{
    TRY_LET(asker, till(request));
    TRY_LET(after, numberOf(request, u"after"_s, std::numeric_limits<qint64>::max()));
    TRY_LET(wait, numberOf(request, u"wait"_s, protocol::longestWait.count()));
    TRY_LET(page, m_centre.changes(asker, after));
    CentralReply reply{.json = toJson(page)};
    if (page.facts.empty() && wait > 0)
        reply.waitsFor = asker.account;
    return reply;
}

} // namespace guichet
