// SPDX-License-Identifier: GPL-3.0-or-later
// docs/protocol/openapi.yaml against the server: what it describes is there, what is there it describes, and its codes are ours.
#include "sync/central/CentralApi.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QRegularExpression>
#include <map>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QString protocolPage()
{
    QFile page{QStringLiteral(GUICHET_OPENAPI)};
    REQUIRE(page.open(QIODevice::ReadOnly));
    return QString::fromUtf8(page.readAll());
}

/// The statuses of each operation, which is called `post /v1/facts`. Read by the indents of the page.
std::map<QString, QStringList> describedAnswers()
{
    static const QRegularExpression path{u"^  (/\\S*):$"_s};
    static const QRegularExpression method{u"^    (get|post):$"_s};
    static const QRegularExpression status{u"^        \"(\\d+)\":"_s};
    std::map<QString, QStringList> answers;
    QString at;
    QString operation;
    for (const QString &line : protocolPage().split(u'\n')) {
        if (const auto found = path.match(line); found.hasMatch())
            at = found.captured(1);
        else if (const auto asked = method.match(line); asked.hasMatch())
            operation = asked.captured(1) + u' ' + at;
        else if (const auto answer = status.match(line); answer.hasMatch())
            answers[operation] << answer.captured(1);
    }
    return answers;
}

} // namespace

TEST_CASE("each endpoint is on the page of the protocol, and no other")
{
    QStringList served{u"get /metrics"_s}; // by the server, which counts
    for (const CentralApi::Endpoint &endpoint : CentralApi::endpoints())
        served << (endpoint.method == CentralRequest::Method::Get ? u"get "_s : u"post "_s) + endpoint.path;
    served.sort();
    QStringList described;
    for (const auto &[operation, statuses] : describedAnswers())
        described << operation;
    CHECK(described == served); // a map is sorted
}

TEST_CASE("who writes a till reads what comes of a body that is none, of nobody's token and of that of a till that was revoked")
{
    for (const auto &[operation, statuses] : describedAnswers()) {
        if (!operation.contains(u" /v1/"))
            continue;
        INFO(operation);
        CHECK(statuses.contains(u"400"_s));
        CHECK(statuses.contains(u"401"_s));
        CHECK((statuses.contains(u"403"_s) || operation == u"post /v1/enrol"));
    }
}

TEST_CASE("a code on the page of the protocol is one of ours, or of a limit")
{
    const QStringList others{u"body_too_large"_s,    u"head_too_large"_s, u"malformed_request"_s,
                             u"too_many_requests"_s, u"guichet_status"_s, u"till_profile"_s}; // the last two are a cookie and a kind
    static const QRegularExpression word{u"\\b[a-z]+(_[a-z]+)+\\b"_s};
    int known = 0;
    for (const QRegularExpressionMatch &match : word.globalMatch(protocolPage())) {
        INFO(match.captured());
        CHECK((errorCodeNamed(match.captured()) || others.contains(match.captured())));
        ++known;
    }
    CHECK(known > 20);
}
