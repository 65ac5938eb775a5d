// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/StatusListing.h"

#include "app/central/Console.h"
#include "core/base/Clock.h"
#include "core/money/FormatMoney.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

QString euroWords(Money amount)
{
    return formatMoney(amount, EuroSign::Shown, Language::English);
}

/// Of RFC 3339.
QString momentWords(const QString &rfc3339)
{
    return commands::momentWords(fromRfc3339(rfc3339));
}

QString visitWords(const Visit &visit)
{
    const QString day = visit.date.toString(Qt::ISODate);
    return visit.slot.isValid() ? day + visit.slot.toString(u" HH:mm"_s) : day;
}

void writeTill(QTextStream &stream, const CentralTill &till)
{
    stream << "  till " << till.code << "  " << till.name;
    if (till.revoked)
        stream << "  revoked";
    if (till.uid.isEmpty())
        stream << (till.revoked ? "" : "  to be enrolled");
    else
        stream << "  last contact " << momentWords(till.lastContact);
    stream << (till.users == UserManagement::Central ? "  central users" : "") << '\n';
}

/// What waits, what was overruled, and how the day stands.
void writeDay(QTextStream &stream, const TillStanding &standing)
{
    stream << "      uid " << standing.till.uid << '\n';
    stream << "      waiting " << standing.till.waiting << "  overruled " << standing.overruled;
    if (standing.openDay)
        stream << "  day open " << standing.openDay->toString(Qt::ISODate);
    if (standing.closing)
        stream << "  Z " << standing.closing->number << " of " << standing.closing->date.toString(Qt::ISODate) << ", "
               << euroWords(standing.closing->turnover);
    stream << '\n';
    if (standing.clockAhead.count() > 0)
        stream << "      clock " << standing.clockAhead.count() << " min ahead\n";
}

/// The machines before, and what was found of them.
void writeFormer(QTextStream &stream, const TillStanding &standing)
{
    for (const FormerTill &former : standing.former)
        stream << "      replaced " << momentWords(former.replacedAt) << (former.till.revoked ? "  revoked" : "") << "  last contact "
               << momentWords(former.till.lastContact) << '\n';
    if (standing.found.facts > 0)
        stream << "      found " << standing.found.facts << " facts, " << standing.found.sales << " sales, "
               << euroWords(standing.found.sold) << '\n';
}

/// What the tills have sold beyond its number.
void writeOveruse(QTextStream &stream, const Overuse &overuse)
{
    for (const OverusedCode &code : overuse.codes)
        stream << "  code " << code.code << " used " << code.used << " of " << code.limit << '\n';
    for (const OversoldVisit &visit : overuse.visits)
        stream << "  oversold " << visit.pool.french() << ' ' << visitWords(visit.visit) << ", " << visit.sold << " of " << visit.capacity
               << '\n';
}

Result<> writeAccount(QTextStream &stream, Centre &centre, const CentralAccount &account)
{
    stream << "account " << account.key << "  " << account.name << '\n';
    TRY_LET(tills, centre.accounts().tills(account.key));
    for (const CentralTill &till : tills) {
        writeTill(stream, till);
        TRY_LET(standing, centre.standing(till));
        if (!till.uid.isEmpty())
            writeDay(stream, standing);
        writeFormer(stream, standing);
    }
    TRY_LET(overuse, centre.overuse(account.key));
    writeOveruse(stream, overuse);
    return {};
}

} // namespace

Result<> writeStatus(QTextStream &stream, Centre &centre)
{
    TRY_LET(accounts, centre.accounts().accounts());
    for (const CentralAccount &account : accounts)
        TRY(writeAccount(stream, centre, account));
    return {};
}

} // namespace guichet
