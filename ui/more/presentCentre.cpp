// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/HybridClock.h"
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/Plural.h"
#include "ui/more/CentreState.h"
#include "ui/more/LostWords.h"
#include "ui/pages/CentreForm.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct CentreWords
{
    Q_DECLARE_TR_FUNCTIONS(Centre)
};

/// Where the lost value was said.
QString tillWord(const ConflictDesk::Conflict &conflict, Language language)
{
    if (conflict.mine)
        return CentreWords::tr("celle-ci");
    return conflict.till.isEmpty() ? CentreWords::tr("une autre") : conflict.till.in(language);
}

TableRow conflictRow(const ConflictDesk::Conflict &conflict, Language language)
{
    return {.id = conflictId(conflict.value),
            .cells = {formatDateTime(instantOf(conflict.value.lost.stamp.hlc)), lostDocumentWord(conflict, language),
                      lostFieldWord(conflict), lostValueWord(conflict, language), standingValueWord(conflict, language),
                      tillWord(conflict, language)},
            .cellTones = {Tone::Muted, Tone::Normal, Tone::Normal, Tone::Warning, Tone::Normal, Tone::Muted}};
}

/// `12 s`, `3 min`, `25 h`, whatever the sign.
QString spanWord(std::chrono::seconds span)
{
    const qint64 seconds = std::abs(span.count());
    if (seconds < 120)
        return CentreWords::tr("%1 s").arg(seconds);
    return seconds < 7200 ? CentreWords::tr("%1 min").arg(seconds / 60) : CentreWords::tr("%1 h").arg(seconds / 3600);
}

QString clockWord(std::chrono::seconds ahead)
{
    if (std::chrono::abs(ahead) <= 2s) // answers tell whole seconds, and take their time
        return CentreWords::tr("horloge à l’heure");
    const QString span = spanWord(ahead);
    return ahead.count() > 0 ? CentreWords::tr("l’horloge avance de %1").arg(span) : CentreWords::tr("l’horloge retarde de %1").arg(span);
}

/// When it was, and how the clocks differed then.
QString contactWord(const CentreState &centre)
{
    if (!centre.lastContact.isValid())
        return CentreWords::tr("jamais");
    return u"%1 · %2"_s.arg(formatDateTime(centre.lastContact), clockWord(centre.clockAhead));
}

/// Without `now` nobody asks.
bool isSilent(const CentreState &centre, const QDateTime &now)
{
    return now.isValid() && centre.isSilent(now);
}

QString silenceWord(const CentreState &centre, const QDateTime &now)
{
    if (centre.waiting > 0)
        return CentreWords::tr("Hors ligne : la caisse vend, elle enverra plus tard");
    if (!centre.lastContact.isValid())
        return CentreWords::tr("Pas encore de réponse du serveur central ; rien n’attend");
    const bool isOfToday = centre.lastContact.date() == now.date();
    const QString since = isOfToday ? formatTime(centre.lastContact.time()) : formatDateTime(centre.lastContact);
    return CentreWords::tr("Pas de réponse depuis %1 ; rien n’attend").arg(since);
}

QString lineWord(const CentreState &centre, const QDateTime &now)
{
    if (isSilent(centre, now))
        return silenceWord(centre, now);
    if (centre.hasWrongClock())
        return CentreWords::tr("En ligne, mais %1 : mettez cette caisse à l’heure").arg(clockWord(centre.clockAhead));
    if (centre.unread > 0)
        return CentreWords::tr("En ligne, mais d’autres caisses ont une version plus récente : mettez celle-ci à jour");
    return centre.waiting > 0 ? CentreWords::tr("En ligne, envoi en cours") : CentreWords::tr("En ligne, tout est envoyé");
}

QString stateWord(const CentreState &centre, const QDateTime &now)
{
    if (!centre.enrolled)
        return CentreWords::tr("Cette caisse travaille seule : elle n’est reliée à aucun serveur central");
    if (!centre.trouble)
        return lineWord(centre, now);
    switch (*centre.trouble) {
    case ErrorCode::CentreUnreachable: return CentreWords::tr("Hors ligne : la caisse vend, elle enverra plus tard");
    case ErrorCode::KeyUnavailable:
        return CentreWords::tr("Le trousseau de cet ordinateur est fermé : la caisse vend, elle enverra dès qu’il sera ouvert");
    case ErrorCode::NotEnrolled: return CentreWords::tr("Cette caisse n’est plus reconnue par la centrale : reliez-la à nouveau");
    case ErrorCode::CentreNotTrusted:
        return CentreWords::tr("Le certificat du serveur central n’est pas reconnu : voyez avec le technicien");
    case ErrorCode::TillReplaced: return CentreWords::tr("Une autre machine a pris la place de cette caisse : fermez la journée ici");
    case ErrorCode::TillRevoked:
        return CentreWords::tr("La centrale a retiré cette caisse, plus rien n’est envoyé : finissez la journée, fermez-la et appelez un "
                               "responsable. Un nouveau code la relie");
    default: return CentreWords::tr("La centrale refuse l’échange : voyez avec le technicien");
    }
}

/// A till that is alone, one that its centre does not know any more, and one that does not know its centre any more.
bool canEnrol(const CentreState &centre)
{
    return !centre.enrolled || centre.trouble == ErrorCode::TillRevoked || centre.trouble == ErrorCode::NotEnrolled ||
           centre.trouble == ErrorCode::CentreNotTrusted;
}

/// Nothing leaves a till that was replaced or taken away.
bool canRestore(const CentreState &centre)
{
    return centre.trouble != ErrorCode::TillReplaced && centre.trouble != ErrorCode::TillRevoked;
}

Tone stateTone(const CentreState &centre, const QDateTime &now)
{
    if (!centre.enrolled)
        return Tone::Normal;
    const bool isInOrder = !centre.trouble && !isSilent(centre, now) && !centre.hasWrongClock() && centre.unread == 0;
    return isInOrder ? Tone::Positive : Tone::Warning;
}

/// As who runs the centre asks for it: `02 · compte roches · centrale.exemple.be`.
QString tillWords(const CentreState &centre, const QString &tillCode)
{
    QStringList words{tillCode, centre.account.isEmpty() ? QString{} : CentreWords::tr("compte %1").arg(centre.account), centre.server};
    words.removeAll(QString{});
    return words.join(u" · "_s);
}

QString waitingWord(qint64 waiting, Language language)
{
    return waiting == 0 ? CentreWords::tr("rien") : counted(waiting, CentreWords::tr("écriture"), CentreWords::tr("écritures"), language);
}

/// *Plus › Utilisateurs* is where they are confirmed.
QString usersWord(int toConfirm, Language language)
{
    if (toConfirm == 0)
        return CentreWords::tr("personne n’attend d’être confirmé");
    const QString count = counted(toConfirm, CentreWords::tr("utilisateur"), CentreWords::tr("utilisateurs"), language);
    return CentreWords::tr("%1 à confirmer : voyez Plus › Utilisateurs").arg(count);
}

/// Money that no Z of this till counts: it was taken at the machine before, or lost with a disk.
QString foundWords(const CentreState &centre, Language language)
{
    if (centre.found == 0)
        return {};
    const QString sales = counted(centre.foundSales, CentreWords::tr("vente"), CentreWords::tr("ventes"), language);
    return CentreWords::tr("%1 pour %2, dans aucun Z : comptez cet argent à part et dites-le à la comptabilité")
        .arg(sales, formatMoney(centre.foundAmount, EuroSign::Shown, language));
}

QString visitWords(const OversoldVisit &oversold, Language language)
{
    const Visit &visit = oversold.visit;
    const QString day = formatShortDate(visit.date);
    return CentreWords::tr("%1, %2 : %3 vendus pour %4")
        .arg(oversold.pool.in(language), visit.slot.isValid() ? u"%1 %2"_s.arg(day, formatTime(visit.slot)) : day,
             QString::number(oversold.sold), QString::number(oversold.capacity));
}

/// A few of them; the line is short, and the tile counts all.
QString overuseWords(const Overuse &overuse, Language language)
{
    constexpr qsizetype mostNamed = 3;
    QStringList words;
    for (const OverusedCode &code : overuse.codes)
        words
            << CentreWords::tr("code %1 : utilisé %2 fois pour %3").arg(code.code, QString::number(code.used), QString::number(code.limit));
    for (const OversoldVisit &visit : overuse.visits)
        words << visitWords(visit, language);
    const qsizetype others = words.size() - mostNamed;
    QString line = words.first(std::min(words.size(), mostNamed)).join(u" · "_s);
    return others > 0 ? CentreWords::tr("%1 · et %2 de plus").arg(line, QString::number(others)) : line;
}

/// What somebody has to see to, the most pressing first; empty: nothing.
QString tileNotice(const CentreState &centre, qsizetype conflicts, Language language, const Overuse &overuse)
{
    if (!centre.enrolled)
        return {};
    if (centre.trouble == ErrorCode::TillReplaced)
        return CentreWords::tr("caisse remplacée");
    if (centre.trouble == ErrorCode::TillRevoked)
        return CentreWords::tr("caisse retirée");
    if (centre.trouble && centre.trouble != ErrorCode::CentreUnreachable)
        return CentreWords::tr("rien ne part : à voir");
    if (conflicts > 0)
        return counted(conflicts, CentreWords::tr("modification écartée"), CentreWords::tr("modifications écartées"), language);
    if (!overuse.isEmpty())
        return counted(std::ssize(overuse.codes) + std::ssize(overuse.visits), CentreWords::tr("dépassement"),
                       CentreWords::tr("dépassements"), language);
    return {};
}

} // namespace

CentreSheetState presentCentre(const CentreState &centre, const std::vector<ConflictDesk::Conflict> &conflicts, Language language,
                               const Overuse &overuse, const QDateTime &now, const QString &tillCode)
{
    CentreSheetState state{.till = tillWords(centre, tillCode),
                           .state = stateWord(centre, now),
                           .tone = stateTone(centre, now),
                           .contact = contactWord(centre),
                           .waiting = waitingWord(centre.waiting, language),
                           .users = usersWord(centre.usersToConfirm, language),
                           .usersTone = centre.usersToConfirm > 0 ? Tone::Warning : Tone::Normal,
                           .found = foundWords(centre, language),
                           .overuse = overuseWords(overuse, language),
                           .rows = {},
                           .isAlone = !centre.enrolled,
                           .canEnrol = canEnrol(centre),
                           .canRestore = canRestore(centre)};
    for (const ConflictDesk::Conflict &conflict : conflicts)
        state.rows.push_back(conflictRow(conflict, language));
    return state;
}

QString conflictId(const LostValue &value)
{
    const FieldStamp &stamp = value.lost.stamp;
    return QStringList{documentKindName(value.kind), value.key, value.lost.field, QString::number(stamp.hlc), stamp.origin}.join(u'|');
}

QString enrolmentSentence(const Error &error, const CentreAccess &access, Language language)
{
    if (error.code == ErrorCode::CentreUnreachable)
        return CentreWords::tr("Aucun serveur central ne répond à cette adresse. Vérifiez l’adresse et la ligne, puis réessayez.");
    if (error.code == ErrorCode::CentreNotTrusted)
        return notTrustedSentence(access.authority);
    return errorSentence(error, language);
}

TileState presentCentreTile(const CentreState &centre, qsizetype conflicts, const QColor &colour, Language language, const Overuse &overuse)
{
    TileState tile{.id = u"centre"_s, .title = CentreWords::tr("Centrale"), .subLine = CentreWords::tr("à jour"), .groupColour = colour};
    if (!centre.enrolled)
        tile.subLine = CentreWords::tr("relier la caisse");
    else if (centre.trouble || centre.waiting > 0)
        tile.subLine = centre.waiting > 0 ? CentreWords::tr("à envoyer : %1").arg(centre.waiting) : CentreWords::tr("hors ligne");
    if (const QString notice = tileNotice(centre, conflicts, language, overuse); !notice.isEmpty()) {
        tile.subLine.clear();
        tile.notice = notice;
        tile.noticeTone = Tone::Warning;
    }
    return tile;
}

} // namespace guichet
