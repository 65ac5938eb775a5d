// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/StatusPage.h"

#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"
#include "core/money/FormatMoney.h"

namespace guichet::status {
namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView style =
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1c2b33;background:#fff}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid "
    "#c9d3d9;vertical-align:top}"
    "th{font-weight:600}.care{color:#8a2a00;font-weight:600}label{display:block;margin:.75rem 0 "
    ".25rem}input,button{font:inherit;padding:.5rem}"
    "header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:1rem}h1{overflow-wrap:anywhere}"
    // On a phone a till is a card, and each of its figures stands behind its own head: nothing is wider than the screen.
    "@media(max-width:40rem){body{margin:1rem "
    "auto;overflow-wrap:anywhere}thead{display:none}table,tbody,tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid #c9d3d9}"
    "td{padding:.125rem 0;border:0}td::before{content:attr(data-head) ' : ';color:#55636b}}";

QString text(const QString &value)
{
    return value.toHtmlEscaped();
}

QByteArray document(const QString &title, const QString &body)
{
    const QString head =
        u"<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"/>"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>%1</title><style>"_s.arg(text(title));
    return head.toUtf8() + style.toByteArray() + "</style></head><body>\n" + body.toUtf8() + "\n</body></html>\n";
}

QString shortDate(QDate date)
{
    return date.toString(u"dd/MM/yyyy"_s);
}

/// Today the time is enough.
QString moment(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toTimeZone(brussels());
    const QString time = local.toString(u"HH:mm"_s);
    return local.date() == now.toTimeZone(brussels()).date() ? time : shortDate(local.date()) + u' ' + time;
}

QString contactOf(const CentralTill &till, const QDateTime &now)
{
    const QDateTime at = fromRfc3339(till.lastContact);
    const QString heard = at.isValid() ? text(moment(at, now)) : u"jamais"_s;
    if (till.revoked)
        return u"<span class=\"care\">retirée</span>"_s + (till.uid.isEmpty() ? QString{} : u"<br/>"_s + heard);
    return till.uid.isEmpty() ? u"pas encore inscrite"_s : heard;
}

/// Whether what is known of a till is how it stood then, and not how it stands: it is not heard any more, or has not been for long.
bool isOfThen(const CentralTill &till, const QDateTime &now)
{
    constexpr std::chrono::hours silence{1};
    const QDateTime at = fromRfc3339(till.lastContact);
    return at.isValid() && (till.revoked || at + silence < now);
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count < 2 ? one : many);
}

/// A figure that asks for attention when it is not 0.
QString careful(qint64 count)
{
    return count == 0 ? u"0"_s : u"<span class=\"care\">%1</span>"_s.arg(count);
}

/// The hour, with its date where it is not that of the day.
QString closingOf(const ClosedDay &day)
{
    const QString hour = moment(day.closedAt, QDateTime{day.date, QTime{12, 0}, brussels()});
    return text(u"Z %1 du %2 (%3) : %4"_s.arg(day.number, shortDate(day.date), hour, formatMoney(day.turnover)));
}

QString dayOf(const TillStanding &standing, QDate today)
{
    QStringList lines;
    if (standing.clockAhead.count() > 0)
        lines << u"<span class=\"care\">horloge en avance de %1 min</span>"_s.arg(standing.clockAhead.count());
    if (standing.openDay)
        lines << (*standing.openDay == today
                      ? u"journée ouverte"_s
                      : u"<span class=\"care\">journée du %1 pas clôturée</span>"_s.arg(shortDate(*standing.openDay)));
    if (standing.closing)
        lines << closingOf(*standing.closing);
    return lines.isEmpty() ? u"aucun Z"_s : lines.join(u"<br/>"_s);
}

/// Who was there before, and what was found of them: money that no Z of the till counts.
QStringList formerOf(const TillStanding &standing, const QDateTime &now)
{
    QStringList lines;
    for (const FormerTill &former : standing.former) {
        const QDateTime heard = fromRfc3339(former.till.lastContact);
        lines << text(u"machine remplacée le %1, entendue la dernière fois : %2"_s.arg(moment(fromRfc3339(former.replacedAt), now),
                                                                                       heard.isValid() ? moment(heard, now) : u"jamais"_s));
    }
    if (standing.found.facts > 0)
        lines << u"<span class=\"care\">"_s +
                     text(u"retrouvé, dans aucun Z : %1, %2, %3"_s.arg(counted(standing.found.facts, u"écriture"_s, u"écritures"_s),
                                                                       counted(standing.found.sales, u"vente"_s, u"ventes"_s),
                                                                       formatMoney(standing.found.sold))) +
                     u"</span>"_s;
    return lines;
}

QString nameAndFormer(const TillStanding &standing, const QDateTime &now)
{
    return (QStringList{text(standing.till.name)} + formerOf(standing, now)).join(u"<br/>"_s);
}

QStringList heads()
{
    return {u"Caisse"_s, u"Nom"_s, u"Dernier contact"_s, u"À envoyer"_s, u"Valeurs écartées"_s, u"Clôture"_s};
}

QString rowOf(const TillStanding &standing, const Overview &overview)
{
    const bool then = isOfThen(standing.till, overview.now);
    const QStringList cells{text(standing.till.code),
                            nameAndFormer(standing, overview.now),
                            contactOf(standing.till, overview.now),
                            careful(standing.till.waiting) + (then ? u"<br/>au dernier contact"_s : QString{}),
                            careful(standing.overruled),
                            (then ? u"au dernier contact :<br/>"_s : QString{}) + dayOf(standing, overview.today)};
    QString row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row += u"<td data-head=\"%1\">%2</td>"_s.arg(heads().at(i), cells[i]);
    return u"<tr>"_s + row + u"</tr>\n"_s;
}

QString visitWords(const Visit &visit)
{
    return visit.slot.isValid() ? shortDate(visit.date) + u' ' + visit.slot.toString(u"HH:mm"_s) : shortDate(visit.date);
}

/// Nothing when nothing is: who reads the page every day sees that something came.
QString overuseList(const Overuse &overuse)
{
    QStringList lines;
    for (const OverusedCode &code : overuse.codes)
        lines << text(u"code %1 : utilisé %2 fois pour %3"_s.arg(code.code, QString::number(code.used), QString::number(code.limit)));
    for (const OversoldVisit &visit : overuse.visits)
        lines << text(u"%1, %2 : %3 vendus pour %4"_s.arg(visit.pool.french(), visitWords(visit.visit), QString::number(visit.sold),
                                                          QString::number(visit.capacity)));
    if (lines.isEmpty())
        return {};
    return u"\n<h2>Vendu au-delà du nombre</h2>\n<ul class=\"care\"><li>"_s + lines.join(u"</li><li>"_s) + u"</li></ul>"_s;
}

QString sentenceOf(LoginTrouble trouble)
{
    switch (trouble) {
    case LoginTrouble::None: return {};
    case LoginTrouble::Wrong: return u"<p class=\"care\" role=\"alert\">Compte ou mot de passe inconnu.</p>"_s;
    case LoginTrouble::LockedOut:
        return u"<p class=\"care\" role=\"alert\">Trop d'essais : attendez 30 secondes ; de plus en plus si cela "
               "se répète, 15 minutes au plus.</p>"_s;
    }
    return {};
}

} // namespace

QByteArray loginPage(LoginTrouble trouble, const QString &account)
{
    const QString form =
        u"<h1>État des caisses</h1>%1<form method=\"post\" action=\"/status/login\">"
        "<label for=\"account\">Compte</label><input id=\"account\" name=\"account\" autocomplete=\"username\" value=\"%2\" required=\"\"/>"
        "<label for=\"password\">Mot de passe</label><input id=\"password\" name=\"password\" type=\"password\" "
        "autocomplete=\"current-password\" required=\"\"/><p><button>Se connecter</button></p></form>"_s;
    return document(u"État des caisses"_s, form.arg(sentenceOf(trouble), text(account)));
}

QByteArray overviewPage(const Overview &overview)
{
    QString body = u"<header><h1>"_s + text(overview.account) +
                   u"</h1><form method=\"post\" action=\"/status/logout\"><input type=\"hidden\" name=\"key\" value=\""_s +
                   text(overview.logOutKey) + u"\"/><button>Se déconnecter</button></form></header>\n<p>État le "_s +
                   text(overview.now.toTimeZone(brussels()).toString(u"dd/MM/yyyy HH:mm"_s)) +
                   u", comme les caisses l'ont dit à leur dernier contact.</p>\n<table><thead><tr><th>"_s + heads().join(u"</th><th>"_s) +
                   u"</th></tr></thead><tbody>\n"_s;
    for (const TillStanding &standing : overview.tills)
        body += rowOf(standing, overview);
    return document(u"État des caisses"_s, body + u"</tbody></table>"_s + overuseList(overview.overuse));
}

QByteArray securityPolicy()
{
    return "default-src 'none'; style-src 'sha256-" + sha256(style.toByteArray()).toBase64() +
           "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
}

} // namespace guichet::status
