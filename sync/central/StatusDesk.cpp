// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/StatusDesk.h"

#include "core/base/Clock.h"
#include "core/base/Text.h"
#include "sync/central/StatusPage.h"

#include <QUrlQuery>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView cookieName = "guichet_status";
const QString statusPath = u"/status"_s;
const QString loginPath = u"/status/login"_s;
const QString logoutPath = u"/status/logout"_s;

QByteArray tokenOf(const CentralRequest &request)
{
    for (const QByteArray &cookie : request.cookie.split(';')) {
        const qsizetype equals = cookie.indexOf('=');
        if (equals > 0 && cookie.first(equals).trimmed() == cookieName)
            return cookie.sliced(equals + 1).trimmed();
    }
    return {};
}

/// Proves that a form was made for this session: a page elsewhere cannot know it.
QString logOutKeyOf(const QByteArray &token)
{
    return toHex(sha256("log out|" + token));
}

QString fieldOf(const CentralRequest &request, const QString &name)
{
    constexpr qsizetype largestForm = 2000;
    QByteArray form = request.body.first(std::min(request.body.size(), largestForm));
    return QUrlQuery{QString::fromUtf8(form.replace('+', ' '))}.queryItemValue(name, QUrl::FullyDecoded);
}

/// Browsers say where a form comes from; another site has none of ours to send (beside SameSite).
bool isFromElsewhere(const CentralRequest &request)
{
    return request.fetchSite == "cross-site" || request.fetchSite == "same-site";
}

QByteArray cookieOf(const CentralRequest &request, const QByteArray &token, std::chrono::seconds lasts)
{
    QByteArray cookie = cookieName.toByteArray() + '=' + token +
                        "; Path=/status; HttpOnly; SameSite=Strict; Max-Age=" + QByteArray::number(static_cast<qint64>(lasts.count()));
    return request.secure ? cookie + "; Secure" : cookie;
}

CentralReply pageReply(const QByteArray &html, int status = 200)
{
    return {.status = status,
            .text = html,
            .type = "text/html; charset=utf-8",
            .fields = {{"Content-Security-Policy", status::securityPolicy()}, {"Referrer-Policy", "no-referrer"}}};
}

CentralReply goTo(const QString &path)
{
    return {.status = 303, .text = "\n", .type = "text/plain", .fields = {{"Location", path.toLatin1()}}};
}

} // namespace

Result<CentralReply> StatusDesk::answer(const CentralRequest &request)
{
    const bool posts = request.method == CentralRequest::Method::Post;
    const bool gets = request.method == CentralRequest::Method::Get;
    if (posts && isFromElsewhere(request))
        return failure(ErrorCode::NotAllowed, u"a form of another site"_s);
    if (gets && request.path == statusPath)
        return show(request);
    if (gets && request.path == loginPath)
        return pageReply(status::loginPage(status::LoginTrouble::None));
    if (posts && request.path == loginPath)
        return logIn(request);
    if (posts && request.path == logoutPath)
        return logOut(request);
    return failure(ErrorCode::NotFound, u"no such page"_s);
}

Result<CentralReply> StatusDesk::logIn(const CentralRequest &request)
{
    constexpr qsizetype longestShown = 40; // as a key
    const QString account = fieldOf(request, u"account"_s).trimmed();
    const QString shown = printable(account).left(longestShown);
    const Result<QByteArray> token = m_login.logIn(account, fieldOf(request, u"password"_s));
    if (token) {
        CentralReply reply = goTo(statusPath);
        reply.fields.push_back({"Set-Cookie", cookieOf(request, *token, StatusLogin::lasts)});
        return reply;
    }
    if (token.error().code == ErrorCode::LockedOut)
        return pageReply(status::loginPage(status::LoginTrouble::LockedOut, shown), 429);
    if (token.error().code == ErrorCode::PinWrong)
        return pageReply(status::loginPage(status::LoginTrouble::Wrong, shown), 403);
    return std::unexpected(token.error());
}

Result<CentralReply> StatusDesk::logOut(const CentralRequest &request)
{
    const QByteArray token = tokenOf(request);
    if (token.isEmpty())
        return goTo(loginPath);
    if (fieldOf(request, u"key"_s) != logOutKeyOf(token))
        return failure(ErrorCode::NotAllowed, u"not a form of this session"_s);
    TRY(m_login.logOut(token));
    CentralReply reply = goTo(loginPath);
    reply.fields.push_back({"Set-Cookie", cookieOf(request, {}, std::chrono::seconds{0})});
    return reply;
}

Result<CentralReply> StatusDesk::show(const CentralRequest &request)
{
    const QByteArray token = tokenOf(request);
    TRY_LET(account, m_login.accountOf(token));
    if (!account)
        return goTo(loginPath);
    const QDateTime now = m_centre.clock().now();
    // The centre has no settings of a till: the day of the page begins at the usual hour.
    status::Overview overview{.account = account->name,
                              .now = now,
                              .today = businessDateAt(now, usualDayStart),
                              .logOutKey = logOutKeyOf(token),
                              .tills = {},
                              .overuse = {}};
    TRY_LET(tills, m_centre.accounts().tills(account->key));
    for (const CentralTill &till : tills) {
        TRY_LET(standing, m_centre.standing(till));
        overview.tills.push_back(standing);
    }
    TRY_LET(overuse, m_centre.overuse(account->key));
    overview.overuse = std::move(overuse);
    CentralReply reply = pageReply(status::overviewPage(overview));
    reply.account = account->key;
    return reply;
}

} // namespace guichet
