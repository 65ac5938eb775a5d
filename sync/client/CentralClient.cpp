// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/CentralClient.h"

#include "core/base/CanonicalJson.h"
#include "sync/protocol/Deflate.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qsizetype readAhead = 2 * protocol::largestBody;  ///< More of an answer is not even read; Qt stops somewhat before it.
constexpr int longestRetryAfter = 600;                      ///< Seconds: a server that lies silences no till.
constexpr qint64 furthestExpected = largestJsonInteger / 2; ///< The till counts on from what it is told.
constexpr auto lookAround = 100ms;                          ///< How often a waiting request asks whether it should stop.

ErrorCode codeOfRefusal(const QString &name)
{
    for (const ErrorCode same : {ErrorCode::CodeRejected, ErrorCode::TillReplaced, ErrorCode::TillRevoked})
        if (name == codeName(same))
            return same;
    return name == codeName(ErrorCode::NotLoggedIn) ? ErrorCode::NotEnrolled : ErrorCode::CentreRefused;
}

Error refusalOf(int status, const QJsonObject &json)
{
    const bool busy = status == 429 || status >= 500;
    Error error{busy ? ErrorCode::CentreUnreachable : codeOfRefusal(json[u"error"].toString()),
                u"%1 %2"_s.arg(status).arg(json[u"detail"].toString().left(200)),
                {}};
    if (const qint64 expected = json[u"expected"].toInteger(); expected > 0 && expected <= furthestExpected)
        error.values.append(QString::number(expected));
    return error;
}

QString pathOfSnapshot(const QString &id, int page)
{
    return id.isEmpty() ? u"/snapshot"_s : u"/snapshot?id=%1&page=%2"_s.arg(id).arg(page);
}

/// A code, whatever it holds, as one step of a path. Dots alone are none, however they are written.
Result<QString> stepOf(const QString &code)
{
    if (code.isEmpty() || code == u"." || code == u"..")
        return failure(ErrorCode::InvalidInput, u"not a step of a path"_s, {u"code"_s});
    return QString::fromLatin1(QUrl::toPercentEncoding(code));
}

} // namespace

CentralClient::CentralClient(CentralAddress address, std::chrono::milliseconds patience)
    : m_address{std::move(address)}, m_patience{patience}
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a token goes nowhere else
}

CentralClient::~CentralClient() = default;

void CentralClient::stop()
{
    m_stopped = true;
}

QNetworkRequest CentralClient::request(const QString &pathAndQuery) const
{
    QUrl url = m_address.url;
    const QString before = url.path(QUrl::FullyEncoded).remove(QRegularExpression{u"/+$"_s});
    url.setPath(before + pathAndQuery.section(u'?', 0, 0), QUrl::StrictMode);
    url.setQuery(pathAndQuery.section(u'?', 1));
    QNetworkRequest request{url};
    request.setRawHeader("Accept-Encoding", "identity"); // Qt inflates nothing: a small answer stays small
    if (!m_address.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_address.token);
    if (!m_address.authority.isEmpty()) {
        QSslConfiguration tls = request.sslConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(m_address.authority, QSsl::Pem)); // none in it: none is believed
        request.setSslConfiguration(tls);
    }
    return request;
}

Result<QJsonObject> CentralClient::wait(QNetworkReply *reply, std::chrono::milliseconds patience)
{
    const std::unique_ptr<QNetworkReply> owned{reply};
    reply->setReadBufferSize(readAhead);
    bool isTrusted = true;
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    QTimer look;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply, &QNetworkReply::sslErrors, &loop, [&isTrusted] { isTrusted = false; }); // and the line is cut by Qt
    QObject::connect(&limit, &QTimer::timeout, reply, &QNetworkReply::abort);
    QObject::connect(&look, &QTimer::timeout, reply, [this, reply] {
        if (m_stopped || reply->bytesAvailable() > protocol::largestBody)
            reply->abort();
    });
    limit.start(patience);
    look.start(lookAround);
    if (!reply->isFinished())
        loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_status = status;
    m_retryAfter = std::chrono::seconds{std::clamp(reply->rawHeader("Retry-After").toInt(), 0, longestRetryAfter)};
    m_timeThere = protocol::timeOfDate(reply->rawHeader("Date"));
    if (!isTrusted)
        return failure(ErrorCode::CentreNotTrusted, reply->errorString());
    const bool isCut = status == 200 && reply->error() != QNetworkReply::NoError; // in the middle of its body
    if (status == 0 || isCut || reply->error() == QNetworkReply::OperationCanceledError)
        return failure(ErrorCode::CentreUnreachable, reply->errorString());
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    if (status != 200)
        return std::unexpected(refusalOf(status, document.object()));
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, u"the centre says no JSON"_s, {u"answer"_s});
    return document.object();
}

Result<QJsonObject> CentralClient::post(const QString &path, const QJsonObject &json)
{
    if (m_stopped)
        return failure(ErrorCode::CentreUnreachable, u"stopped"_s);
    QNetworkRequest asked = request(protocol::version + path);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    asked.setRawHeader("Content-Encoding", "deflate");
    return wait(m_network.post(asked, deflated(QJsonDocument{json}.toJson(QJsonDocument::Compact))), m_patience);
}

Result<QJsonObject> CentralClient::get(const QString &pathAndQuery, std::chrono::milliseconds patience)
{
    if (m_stopped)
        return failure(ErrorCode::CentreUnreachable, u"stopped"_s);
    return wait(m_network.get(request(protocol::version + pathAndQuery)), patience);
}

Result<EnrolAnswer> CentralClient::enrol(const EnrolRequest &request)
{
    if (!m_address.authority.isEmpty() && QSslCertificate::fromData(m_address.authority, QSsl::Pem).isEmpty())
        return failure(ErrorCode::InvalidInput, u"authority: no certificate in PEM"_s, {u"authority"_s, u"not a certificate"_s});
    constexpr int notThere = 404;
    const Result<QJsonObject> json = post(u"/enrol"_s, toJson(request));
    if (!json && json.error().code == ErrorCode::CentreRefused && m_status == notThere) // it refuses a code with another status
        return failure(ErrorCode::CentreUnreachable, u"no centre at %1: check the address"_s.arg(m_address.url.toString()));
    TRY(json);
    return enrolAnswerFromJson(*json);
}

Result<CentreAnchor> CentralClient::push(const FactPush &push)
{
    TRY_LET(json, post(u"/facts"_s, toJson(push)));
    return centreAnchorFromJson(json);
}

Result<DocumentReceipt> CentralClient::pushDocuments(const DocumentPush &push)
{
    TRY_LET(json, post(u"/documents"_s, toJson(push)));
    return documentReceiptFromJson(json);
}

Result<> CentralClient::pushHome(const HomePush &push)
{
    TRY(post(u"/home"_s, toJson(push)));
    return {};
}

Result<SnapshotPage> CentralClient::snapshot(const QString &id, int page)
{
    const QString path = pathOfSnapshot(id, page);
    std::unique_ptr<QNetworkReply> coming = std::move(m_coming); // whatever it is: what comes after is asked anew
    TRY_LET(json, coming && m_comingPath == path ? wait(coming.release(), m_patience) : get(path, m_patience));
    return snapshotPageFromJson(json);
}

void CentralClient::expectSnapshot(const QString &id, int page)
{
    m_comingPath = pathOfSnapshot(id, page);
    m_coming.reset(m_network.get(request(protocol::version + m_comingPath)));
    m_coming->setReadBufferSize(readAhead);
}

Result<ChangesPage> CentralClient::changes(qint64 after, qint64 documentsAfter, std::chrono::seconds wait, qint64 waiting,
                                           const QString &generation)
{
    const QString query = u"/changes?after=%1&documentsAfter=%2&wait=%3&waiting=%4&generation=%5"_s.arg(after)
                              .arg(documentsAfter)
                              .arg(wait.count())
                              .arg(waiting)
                              .arg(generation);
    TRY_LET(json, get(query, m_patience + wait));
    return changesPageFromJson(json);
}

Result<HoldAnswer> CentralClient::hold(const PlaceHold &hold)
{
    TRY_LET(json, post(u"/holds"_s, toJson(hold)));
    return holdAnswerFromJson(json);
}

Result<GiftDecision> CentralClient::debit(const GiftDebit &debit)
{
    TRY_LET(code, stepOf(debit.code));
    TRY_LET(json, post(u"/gift-cards/"_s + code + u"/debits"_s, toJson(debit))); // no arg(): it may hold %1
    return giftDecisionFromJson(json);
}

Result<CodeDecision> CentralClient::use(const CodeUse &use)
{
    TRY_LET(code, stepOf(use.code));
    TRY_LET(json, post(u"/promo-codes/"_s + code + u"/uses"_s, toJson(use)));
    return codeDecisionFromJson(json);
}

Result<AllotmentsAnswer> CentralClient::allot(const AllotmentsAsked &asked)
{
    TRY_LET(json, post(u"/allotments"_s, toJson(asked)));
    return allotmentsAnswerFromJson(json);
}

} // namespace guichet
