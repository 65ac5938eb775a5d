// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiProfile.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unexpected<Error> refused(const QString &field, const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"opi %1: %2"_s.arg(field, why), {field});
}

bool isName(const QString &text)
{
    static const QRegularExpression form{u"^[A-Za-z0-9_.-]{1,20}$"_s};
    return form.match(text).hasMatch();
}

} // namespace

OpiLimits OpiLimits::dividedBy(int divisor) const
{
    const auto shorter = [divisor](std::chrono::milliseconds limit) { return std::max(limit / divisor, 1ms); };
    const auto technical = [&](std::chrono::milliseconds limit) { return std::max(shorter(limit), std::min(limit, 1'000ms)); };
    return {.connect = technical(connect),
            .write = technical(write),
            .payment = shorter(payment),
            .inactivity = shorter(inactivity),
            .afterAbort = shorter(afterAbort),
            .service = technical(service),
            .abort = technical(abort),
            .totals = technical(totals),
            .betweenRequests = shorter(betweenRequests),
            .unavailable = shorter(unavailable),
            .afterTicket = shorter(afterTicket),
            .lostLink = shorter(lostLink),
            .busy = shorter(busy),
            .notFoundGap = shorter(notFoundGap),
            .lookUp = technical(lookUp),
            .question = shorter(question),
            .deviceFrame = technical(deviceFrame)};
}

OpiProfile OpiProfile::twoChannels(const QString &address)
{
    OpiProfile profile;
    profile.address = address;
    return profile;
}

OpiProfile OpiProfile::oneSocket(const QString &address)
{
    OpiProfile profile;
    profile.dialect = OpiDialect::OneSocket;
    profile.address = address;
    profile.port = 20002;
    profile.language = u"de"_s;
    profile.abortsByService = true;
    profile.statusByDiagnosis = true;
    profile.tickets = {.customer = u"PrinterReceipt"_s, .merchant = u"Printer"_s};
    return profile;
}

Result<> OpiProfile::check() const
{
    if (QHostAddress{address}.isNull())
        return refused(u"address"_s, address);
    if (port == 0)
        return refused(u"port"_s, u"0"_s);
    if (!isName(workstationId))
        return refused(u"workstationId"_s, workstationId);
    if (!QStringList{u"nl"_s, u"fr"_s, u"de"_s, u"en"_s}.contains(language))
        return refused(u"language"_s, language);
    if (shift < 1 || shift > 999)
        return refused(u"shift"_s, QString::number(shift));
    if (!isName(clerk))
        return refused(u"clerk"_s, clerk);
    if (!isName(tickets.customer) || !isName(tickets.merchant) || tickets.customer == tickets.merchant)
        return refused(u"tickets"_s, tickets.customer + u'/' + tickets.merchant);
    return {};
}

} // namespace guichet
