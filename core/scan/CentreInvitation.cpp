// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/CentreInvitation.h"

#include "core/base/Crockford.h"
#include "core/scan/ScanCode.h"

#include <QRegularExpression>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString invitationPrefix = u"guichet-enrol:"_s;

bool isThisMachine(const QString &host)
{
    static const QRegularExpression loopback{u"\\A127(\\.\\d{1,3}){3}\\z"_s};
    return host == u"localhost" || host == u"::1" || loopback.match(host).hasMatch();
}

/// Without the AIM identifier of a scanner that says what it has read: `]Q1`.
QString withoutSymbology(const QString &scanned)
{
    static const QRegularExpression identifier{u"\\A\\][A-Za-z]\\d"_s};
    return scanned.trimmed().remove(identifier);
}

} // namespace

Result<QUrl> centralUrl(const QString &text)
{
    const QUrl url{text, QUrl::StrictMode};
    const bool isSafe = url.scheme() == u"https" || (url.scheme() == u"http" && isThisMachine(url.host()));
    const bool isBare = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || !isSafe || !isBare)
        return failure(ErrorCode::InvalidInput, u"not an address of a centre: https, or http on this machine only"_s, {u"url"_s});
    return url;
}

Result<QString> invitationText(const CentreInvitation &invitation)
{
    const QString text = invitationPrefix + invitation.url.toString(QUrl::FullyEncoded) + u'#' + invitation.code;
    if (text.size() > longestScan)
        return failure(ErrorCode::InvalidInput, u"longer than a scan"_s, {u"url"_s});
    return text;
}

bool looksLikeInvitation(const QString &text)
{
    return withoutSymbology(text).startsWith(invitationPrefix, Qt::CaseInsensitive);
}

Result<CentreInvitation> readInvitation(const QString &scanned)
{
    const QString text = withoutSymbology(scanned);
    const qsizetype hash = text.lastIndexOf(u'#');
    if (text.size() > longestScan || !looksLikeInvitation(text) || hash < invitationPrefix.size())
        return failure(ErrorCode::InvalidInput, u"not an invitation of a centre"_s, {u"code"_s});
    TRY_LET(url, centralUrl(text.sliced(invitationPrefix.size(), hash - invitationPrefix.size())));
    const QString code = text.sliced(hash + 1).toUpper();
    if (!isCentreCode(code))
        return failure(ErrorCode::InvalidInput, u"no code of a centre"_s, {u"code"_s});
    return CentreInvitation{.url = url, .code = code};
}

QString plainCentreCode(const QString &typed)
{
    return typed.toUpper().remove(u' ').remove(u'-').trimmed();
}

bool isCentreCode(const QString &plain)
{
    return plain.size() == digitsOfCentreCode && fromCrockford(plain).has_value();
}

} // namespace guichet
