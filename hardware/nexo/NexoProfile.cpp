// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoProfile.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unexpected<Error> refused(const QString &field, const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"nexo %1: %2"_s.arg(field, why), {field});
}

bool matches(const QString &text, const QString &form)
{
    return QRegularExpression{QRegularExpression::anchoredPattern(form)}.match(text).hasMatch();
}

} // namespace

NexoLimits NexoLimits::dividedBy(int divisor) const
{
    const auto shorter = [divisor](std::chrono::milliseconds limit) { return std::max(limit / divisor, 1ms); };
    const auto technical = [&](std::chrono::milliseconds limit) { return std::max(shorter(limit), std::min(limit, 1'000ms)); };
    return {.connect = technical(connect),
            .write = technical(write),
            .payment = shorter(payment),
            .afterAbort = shorter(afterAbort),
            .abort = technical(abort),
            .reversal = shorter(reversal),
            .status = technical(status),
            .statusPause = shorter(statusPause),
            .notFoundGap = shorter(notFoundGap),
            .lookUp = technical(lookUp),
            .totals = technical(totals),
            .endOfDay = technical(endOfDay),
            .noticeClient = technical(noticeClient)};
}

QString NexoProfile::peerName() const
{
    return u"%1.%2.terminal.adyen.com"_s.arg(hasLegacyCertificate ? u"legacy-terminal-certificate"_s : poiId,
                                             isLive ? u"live"_s : u"test"_s);
}

Result<> NexoProfile::check() const
{
    if (!matches(host, u"[^\\s/]{1,253}"_s))
        return refused(u"host"_s, host);
    if (port == 0)
        return refused(u"port"_s, u"0"_s);
    if (!matches(poiId, u"[A-Za-z0-9]{1,20}-[A-Za-z0-9]{1,20}"_s)) // it becomes a host name
        return refused(u"poiId"_s, poiId);
    if (!matches(saleId, u"[\\x21-\\x7E]{1,32}"_s))
        return refused(u"saleId"_s, saleId);
    if (const auto roots = QSslCertificate::fromData(rootPem, QSsl::Pem); roots.size() != 1 || roots.first().isNull())
        return refused(u"root"_s, u"%1 certificates"_s.arg(roots.size()));
    if (key.identifier.isEmpty() || key.version < 1 || key.passphrase.isEmpty())
        return refused(u"key"_s, u"missing"_s);
    return {};
}

} // namespace guichet
